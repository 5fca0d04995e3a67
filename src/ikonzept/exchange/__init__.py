"""Other people's formats ↔ our records, one file per format."""
