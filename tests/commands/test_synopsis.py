"""``ikonzept synopsis``: any two texts side by side."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import Ran

Run = Callable[..., Ran]


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_two_files(run: Run, tmp_path: Path) -> None:
    old = write(tmp_path / "alt", satzung="# Satzung\n\nDer Beirat tagt zweimal im Jahr.\n") / "satzung.md"
    new = write(tmp_path / "neu", ordnung="# Satzung\n\nDer Beirat tagt viermal im Jahr.\n") / "ordnung.md"
    shown = run("synopsis", old, new)
    assert (shown.code, shown.err) == (0, "")
    assert "[-zweimal-]{+viermal+}" in shown.out
    assert run("synopsis", old, new, "--exit-code").code == 1
    assert run("synopsis", old, old, "--exit-code").code == 0


def test_two_folders(run: Run, tmp_path: Path) -> None:
    old = write(tmp_path / "alt", eins="Ein Satz.\n", zwei="Fällt weg.\n", drei="Bleibt gleich.\n")
    new = write(tmp_path / "neu", eins="Ein Wort.\n", vier="Kommt hinzu.\n", drei="Bleibt gleich.\n")
    (new / "bild.png").write_bytes(b"\x89PNG")
    shown = run("synopsis", old, new, "--format", "json")
    assert shown.err
    found = json.loads(shown.out)
    jsonschema.validate(found, json.loads(run("schema", "output", "synopsis").out))
    assert [(item["id"], item["content"]) for item in found["changes"]] == [
        ("eins.md", ["changed"]),
        ("vier.md", ["added"]),
        ("zwei.md", ["removed"]),
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_law(form: str, run: Run, shared: Path) -> None:
    folder = shared / "data" / "verordnung-intv"
    shown = run("synopsis", folder / "2012.md", folder / "2022.md", "--format", form)
    assert (shown.code, shown.err) == (0, "")
    assert "700" in shown.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["nichts.md", "a.md"], 2), (["a.md", "ordner"], 2), (["leer", "leer"], 2), (["a.md", "latin.md"], 3)],
)
def test_what_cannot_be_compared(
    arguments: list[str], code: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("x\n", encoding="utf-8")
    Path("latin.md").write_bytes("Förderung\n".encode("latin-1"))
    write(Path("ordner"), a="x\n")
    Path("leer").mkdir()
    done = run("synopsis", *arguments)
    assert (done.code, done.out) == (code, "")


def test_links_are_not_followed(run: Run, tmp_path: Path) -> None:
    old, new = write(tmp_path / "alt", a="x\n"), write(tmp_path / "neu", a="x\n")
    (tmp_path / "geheim.md").write_text("geheim\n", encoding="utf-8")
    (new / "link.md").symlink_to(tmp_path / "geheim.md")
    assert "geheim" not in run("synopsis", old, new).out
