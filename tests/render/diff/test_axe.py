"""The Synopse in a browser: axe finds nothing in light, dark and on a phone; INTERN stands on every printed page."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import browser
from conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def page(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Synopse of the demo's open edition."""
    from ikonzept.cli import main

    file = tmp_path_factory.mktemp("synopse") / "synopse.html"
    assert main(["diff", "2023", "2024", "-C", str(made_demo), "--format", "html", "--output", str(file)]) == 0
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("dark", "width"), [(False, 1200), (True, 1200), (False, 390)], ids=["light", "dark", "phone"])
def test_axe_finds_nothing(dark: bool, width: int, page: str, tmp_path: Path) -> None:
    found = browser.axe_says(page, tmp_path, dark=dark, width=width)
    assert found["violations"] == []
    assert found["rules"] > 30


def test_axe_finds_nothing_in_two_laws(shared: Path, run: Run, tmp_path: Path) -> None:
    laws = shared / "data" / "verordnung-intv"
    page = run("synopsis", laws / "2012.md", laws / "2022.md", "--format", "html").out
    assert browser.axe_says(page, tmp_path, dark=True)["violations"] == []


def test_axe_would_find_something(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html><head><title>T</title></head><body><p style="color: #ccc; background: #fff">blass</p></body></html>'
    assert {name for name, *_ in browser.axe_says(page, tmp_path)["violations"]} >= {"html-has-lang", "color-contrast"}


def test_intern_stands_on_every_printed_page(made_demo: Path, run: Run, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    page = run("diff", "2023", "2024", "-C", made_demo, "--format", "html", "--internal").out
    paper = browser.printed(page, tmp_path)
    told = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    sheets = told.split("\f")[:-1]
    assert len(sheets) > 10
    assert all("INTERN" in "".join(sheet.split()) for sheet in sheets)
