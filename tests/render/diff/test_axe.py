"""axe-core finds nothing on the Synopse, in light and in dark; with Debian's Chromium, skipped visibly without one."""

import base64
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from conftest import STORY_ENDS
from ikonzept.commands.comparing import open_pair
from ikonzept.render.diff.html import html as page
from ikonzept.values import day

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
ASK = """
<script>{axe}</script>
<script>axe.run(document).then(found => {{
  const said = found.violations.map(rule => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 200)]);
  document.documentElement.innerHTML = "<body><pre id=axe>" + btoa(JSON.stringify([found.passes.length, said])) + "</pre>";
}});</script></body>
"""
DARK = "@media (prefers-color-scheme: dark)"


pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")


def violations(source: str, folder: Path) -> list[list[object]]:
    """What axe complains of: rule, how often, the first place."""
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    source = re.sub(r"<meta http-equiv=.Content-Security-Policy.[^>]*>", "", source)  # it would stop axe
    file = folder / "synopse.html"
    file.write_text(source.replace("</body>", ASK.format(axe=axe)), encoding="utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}")
    command = [str(CHROMIUM), *quiet, "--virtual-time-budget=60000", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    answer = re.search(r'<pre id="axe">([^<]*)</pre>', done.stdout)
    assert answer, done.stderr[-1000:]
    passes, found = json.loads(base64.b64decode(answer[1]))
    assert passes > 10
    return list(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("editions", [("2022", "2023"), ("2023", "2024")], ids=" ".join)
def test_axe_finds_nothing(theme: str, editions: tuple[str, str], made_demo: Path, tmp_path: Path) -> None:
    source = page(open_pair(made_demo, *editions, day(STORY_ENDS)).diff(public=True))
    source = source.replace(DARK, "@media all" if theme == "dark" else "@media not all")
    assert violations(source, tmp_path) == []


def test_axe_would_find_something(made_demo: Path, tmp_path: Path) -> None:
    source = page(open_pair(made_demo, "2023", "2023", day(STORY_ENDS)).diff(public=True))
    found = violations(source.replace(' lang="de"', "").replace("</main>", '<img src="x"></main>'), tmp_path)
    assert {"html-has-lang", "image-alt"} <= {rule for rule, *_ in found}
