"""Chromium without a window, and axe in it: what people see and screen readers read."""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_DARK = "--blink-settings=preferredColorScheme=0"
_RUN = """
<script>%s</script>
<script>
axe.run({resultTypes: ["violations"]}).then(found => {
  const told = {
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    rules: found.passes.length,
    violations: found.violations.map(v => [v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 200)]),
    unsure: found.incomplete.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)]),
  };
  document.body.innerHTML = "<pre>AXE" + btoa(unescape(encodeURIComponent(JSON.stringify(told)))) + "AXE</pre>";
});
</script>
"""


def chromium() -> str:
    """The browser; tests that need it are skipped, visibly, where there is none."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    pytest.skip("no chromium here: apt-get install chromium")


def axe() -> str:
    """axe-core, which a Python package brings along (``make`` installs it); nothing of that package is run."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.submodule_search_locations is None:
        pytest.skip("no axe-core here: make installs it (pip install --no-deps axe-playwright-python)")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


def axe_says(page: str, folder: Path, *, dark: bool = False, width: int = 1200) -> dict[str, Any]:
    """What axe finds on a page in one of its colour schemes; the page's policy against scripts is taken off for it."""
    import base64

    program, script = chromium(), axe()
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page, count=1)
    file = folder / "page.html"
    file.write_text(bare.replace("</body>", _RUN % script + "</body>"), encoding="utf-8")
    shown = _headless(
        program, folder, f"--window-size={width},2000", "--virtual-time-budget=60000", *([_DARK] if dark else []),
        "--dump-dom", file.as_uri(),
    )  # fmt: skip
    told = re.search(r"AXE([A-Za-z0-9+/=]+)AXE", shown)
    assert told, shown[-2000:]
    found: dict[str, Any] = json.loads(base64.b64decode(told[1]))
    assert found["dark"] is dark
    return found


def printed(page: str, folder: Path) -> Path:
    """The page on paper, as a PDF."""
    file, paper = folder / "page.html", folder / "page.pdf"
    file.write_text(page, encoding="utf-8")
    _headless(chromium(), folder, "--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri())
    return paper


def _headless(program: str, folder: Path, *arguments: str) -> str:
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
    done = subprocess.run(
        [program, *options, f"--user-data-dir={folder / 'profile'}", *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
