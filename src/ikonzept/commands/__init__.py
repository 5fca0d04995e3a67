"""One file per word people type: load → compute → show or change → exit code; no logic."""
