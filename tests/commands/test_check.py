"""``ikonzept check``: exit codes, forms, the whole of a small broken concept."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from concepts import MINIMAL, parse
from conftest import Ran

Run = Callable[..., Ran]

BROKEN = MINIMAL | parse("""
    === massnahmen/M-002.yaml
    # Der Titel fehlt
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: refferat
    laufzeit: {ende: 2024-02-30}
    verlauf:
      - datum: 2024-02-01
        status: ruht
    ziele: [bildung.2]
    === haushalt/2024.yaml
    stand: beschlossen
    konten:
      - konto: "4271305"
        ansatz: 6.000
    === handlungsfelder/arbeit.yaml
    titel: Ausbildung: und Arbeit
    === texte/leitbild.md
    Ohne Kopf.
    === vorlagen/2024-112.md
    ---
    titel: Ergänzung
    art: Beschlussvorlage
    status: öffentlich
    datum: 2023-10-01
    beratungsfolge:
      - {gremium: kreistage, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}
    produktsachkonten: [{konto: 4271305}]
    ---
""")


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "plain", "json"])
def test_a_small_broken_concept(run: Run, tmp_path: Path, golden: Callable[[str, str], None], form: str) -> None:
    done = run("check", "-C", write(tmp_path, BROKEN), "--as-of", "2024-10-15", "--format", form)
    assert (done.code, done.err) == (1, "")
    golden(f"check.{'json' if form == 'json' else f'{form}.txt'}", done.out)
    assert run("check", "-C", tmp_path, "--as-of", "2024-10-15", "--format", form, "-o", tmp_path / "aus").out == ""
    assert (tmp_path / "aus").read_text() == done.out


def test_json_is_as_its_schema_says(run: Run, tmp_path: Path) -> None:
    schema = json.loads(run("schema", "output", "check").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for files in (BROKEN, MINIMAL, {"konzept.yaml": ""}):
        write(tmp_path, files)
        jsonschema.validate(json.loads(run("check", "-C", tmp_path, "--format", "json").out), schema)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, 0),
        ({"massnahmen/M-002.yaml": "titel: ["}, 1),
        ({"vorlagen/2024-001.md": "---\ntitel: a\nart: Mitteilungsvorlage\nstatus: öffentlich\nhaushaltsjahr: 1999\nproduktsachkonten: [{konto: 4271200}]\n---\n"}, 0),
    ],
    ids=["clean", "error", "warning"],
)  # fmt: skip
def test_only_an_error_fails(run: Run, tmp_path: Path, files: dict[str, str], code: int) -> None:
    assert run("check", "-C", write(tmp_path, MINIMAL | files)).code == code


def test_a_clean_concept(run: Run, tmp_path: Path) -> None:
    write(tmp_path, MINIMAL)
    assert run("check", "-C", tmp_path, "--format", "plain").out == ""
    found = json.loads(run("check", "-C", tmp_path, "--format", "json").out)
    assert (found["findings"], found["files"], found["as_of"]) == ([], len(MINIMAL), date.today().isoformat())  # noqa: DTZ011


@pytest.mark.parametrize("arguments", [["--format", "sarif"], ["--as-of", "x"], ["--fest"], ["M-001"]])
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    done = run("check", "-C", write(tmp_path, MINIMAL), *arguments)
    assert (done.code, done.out) == (2, "")


def test_not_a_concept(run: Run, tmp_path: Path) -> None:
    assert run("check", "-C", tmp_path).code == 2
    assert run("check", "-C", tmp_path / "fehlt").code == 2
    (tmp_path / "konzept.yaml").mkdir()
    assert run("check", "-C", tmp_path).code == 2


def test_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path, BROKEN)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run("check", "-C", tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("where", [".", "massnahmen"])
def test_paths_are_relative_to_the_concept(
    run: Run, tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, BROKEN) / where)
    assert run("check", "--format", "plain").out.startswith("handlungsfelder/arbeit.yaml:1:")
