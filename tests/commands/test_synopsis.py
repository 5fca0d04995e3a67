"""``ikonzept synopsis``."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import Ran
from ikonzept import document

Run = Callable[..., Ran]
OLD = '# Satzung\n\nDie Räume sind bis 20 Uhr geöffnet.\n\nHunde sind "erlaubt".\n'
NEW = "# Satzung\n\nDie Räume sind bis 22 Uhr geöffnet.\n\nHunde sind „erlaubt“.\n"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a text."""
    files = tmp_path / "alt.md", tmp_path / "neu.md"
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders: one text changed, one went, one came, one stayed, and something beside them."""
    sides = tmp_path / "alt", tmp_path / "neu"
    for side in sides:
        (side / "teil").mkdir(parents=True)
        (side / "bleibt.md").write_text("# Bleibt\n\nImmer dasselbe.\n", encoding="utf-8")
        (side / "bild.png").write_bytes(b"\x89PNG")
        (side / ".git").mkdir()
        (side / ".git" / "x.md").write_text("nie", encoding="utf-8")
    (sides[0] / "teil" / "satzung.md").write_text(OLD, encoding="utf-8")
    (sides[1] / "teil" / "satzung.md").write_text(NEW, encoding="utf-8")
    (sides[0] / "ging.md").write_text("# Ging\n\nVorbei.\n", encoding="utf-8")
    (sides[1] / "kam.md").write_text("# Kam\n\nHinzu.\n", encoding="utf-8")
    return sides


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("synopsis.txt", []),
        ("synopsis.md", ["--format", "markdown"]),
        ("synopsis.html", ["--format", "html"]),
        ("synopsis.json", ["--format", "json"]),
    ],
)
def test_two_texts(
    name: str, arguments: list[str], run: Run, two: tuple[Path, Path], golden: Callable[[str, str], None]
) -> None:
    done = run("synopsis", *two, *arguments)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


def test_json_is_as_its_schema_says(run: Run, two: tuple[Path, Path]) -> None:
    found = json.loads(run("synopsis", *two, "--format", "json").out)
    jsonschema.validate(found, json.loads(run("schema", "output", "synopsis").out))
    (change,) = found["changes"]
    assert [(block["old_line"], block["new_line"], block["state"]) for block in change["fields"][0]["blocks"]] == [
        (3, 3, "changed"),
        (5, 5, "editorial"),
    ]
    assert change["new_place"] == {"path": "neu.md", "line": 1, "column": 1}


def test_typography_can_be_left_out(run: Run, two: tuple[Path, Path]) -> None:
    assert "Schreibweise" in run("synopsis", *two).out
    shown = run("synopsis", *two, "--ignore", "editorial").out
    assert "22" in shown
    assert "Schreibweise" not in shown
    assert "erlaubt" not in shown


def test_exit_code_tells_whether_something_differs(run: Run, two: tuple[Path, Path]) -> None:
    assert run("synopsis", *two, "--exit-code").code == 1
    assert run("synopsis", two[0], two[0], "--exit-code").code == 0


def test_a_title_of_ones_own(run: Run, two: tuple[Path, Path]) -> None:
    assert "<h1><small>Synopse</small>Hausordnung</h1>" in run(
        "synopsis", *two, "--title", "Hausordnung", "--format", "html"
    ).out.replace("\n", "")


def test_two_folders(run: Run, folders: tuple[Path, Path]) -> None:
    done = run("synopsis", *folders)
    assert done.code == 0
    assert "1 neu, 1 geändert, 1 entfallen" in done.out
    for line in ("− Ging (ging.md)", "+ Kam (kam.md)", "~ Satzung (teil/satzung.md)"):
        assert line in done.out
    assert "Bleibt" not in done.out
    assert "nie" not in done.out
    assert done.err == "1 andere Datei wird nicht verglichen: bild.png\n"


def test_names_are_the_same_in_either_composition(run: Run, tmp_path: Path) -> None:
    for side, name in (("alt", "Übersicht.md"), ("neu", "U\u0308bersicht.md")):
        (tmp_path / side).mkdir()
        (tmp_path / side / name).write_text("# T\n\nGleich.\n", encoding="utf-8")
    assert "Kein Unterschied." in run("synopsis", tmp_path / "alt", tmp_path / "neu").out


def test_links_are_not_followed(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("# Geheim\n", encoding="utf-8")
    (folders[1] / "verweis.md").symlink_to(tmp_path / "geheim.md")
    (folders[1] / "ordner").symlink_to(tmp_path, target_is_directory=True)
    done = run("synopsis", *folders)
    assert "Geheim" not in done.out
    assert done.err == "3 andere Dateien werden nicht verglichen: bild.png, ordner, verweis.md\n"


def test_a_file_that_cannot_be_read_is_named(run: Run, folders: tuple[Path, Path]) -> None:
    (folders[1] / "bleibt.md").write_bytes("Größe".encode("cp1252"))
    shown = run("synopsis", *folders).out
    assert "bleibt.md (neuer Stand)" in shown
    assert "Bleibt" not in shown


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"Gr\xf6\xdfe", "UTF-8"), (b"x" * (document.MAX_BYTES + 1), "zu groß"), (b"a\0b", "U+0000")],
    ids=["encoding", "size", "binary"],
)
def test_texts_that_are_none(content: bytes, said: str, run: Run, two: tuple[Path, Path]) -> None:
    two[1].write_bytes(content)
    done = run("synopsis", *two)
    assert (done.code, done.out) == (3, "")
    assert said in done.err


def test_what_cannot_be_compared(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    for arguments in ((two[0], tmp_path / "fehlt.md"), (two[0], tmp_path), (tmp_path / "leer", tmp_path / "leer")):
        done = run("synopsis", *arguments)
        assert (done.code, done.out) == (2, "")
        assert "hilfe:" in done.err


def test_two_laws(run: Run, shared: Path) -> None:
    laws = shared / "data" / "verordnung-intv"
    shown = run("synopsis", laws / "2012.md", laws / "2022.md").out
    assert "„§ 4 Teilnahmeberechtigung“, Absatz 1 Nummer 6" in shown
    assert "[-zwei Jahre-]{+ein Jahr+}" in shown


INTERNAL = "---\ntitel: {0}\nintern: |\n  KANARIE\n# KANARIE\n---\n\n## Absatz\n\n{1}\n"


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "json"])
def test_a_header_is_no_text(kind: str, run: Run, two: tuple[Path, Path]) -> None:
    two[0].write_text(INTERNAL.format("Leitbild", "Es gilt alt."), encoding="utf-8")
    two[1].write_text(INTERNAL.format("Leitbild", "Es gilt neu.").replace("|", ">"), encoding="utf-8")
    done = run("synopsis", *two, "--format", kind)
    assert done.code == 0
    assert "KANARIE" not in done.out
    assert "Leitbild" in done.out
    assert "neu.md: Der Kopf der Datei" in done.err
    if kind == "json":
        assert json.loads(done.out)["changes"][0]["fields"][0]["blocks"][-1]["new_line"] == 10


def test_a_text_under_another_name_is_the_same_text(run: Run, folders: tuple[Path, Path]) -> None:
    said = "# Leitbild\n\nWir wollen, dass alle im Landkreis gut zusammenleben und mitreden.\n"
    (folders[0] / "leitbild.md").write_text(said, encoding="utf-8")
    (folders[1] / "20-leitbild.md").write_text(said, encoding="utf-8")
    shown = run("synopsis", *folders).out
    assert "Leitbild" in shown
    assert "umbenannt (bisher: leitbild.md)" in shown
    assert "zusammenleben" not in shown


def test_a_document_of_word_is_left_as_it_is(run: Run, two: tuple[Path, Path]) -> None:
    two[1].write_bytes(b"PK\x03\x04" + bytes(range(256)))
    done = run("synopsis", *two)
    assert done.code == 3
    assert "Bürodokument" in done.err
    assert "unter einem anderen Namen" in done.err


def test_line_ends_alone_are_no_difference(run: Run, two: tuple[Path, Path]) -> None:
    two[1].write_bytes(OLD.replace("\n", "\r\n").encode())
    assert "Kein Unterschied" in run("synopsis", *two).out


def test_a_text_that_came_from_nothing_has_a_title(run: Run, two: tuple[Path, Path]) -> None:
    two[0].write_text("", encoding="utf-8")
    assert run("synopsis", *two, "--format", "markdown").out.splitlines()[2] == "Satzung"
