"""``ikonzept measure export`` and ``import``: the table goes out, is filled in, saved by other programs, and comes back."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

import everything
import office
from concepts import MINIMAL
from conftest import STORY_ENDS, Git, Ran
from ikonzept import splicing
from tabled import Round, filled, reworked, said, written

Run = Callable[..., Ran]
WISH = {
    "M-001": {"Sachstand neu": "Zwei neue Sprachmittlerinnen.\n- Dari", "Datum": "10.10.2024"},
    "M-002": {"Status neu": "fortgeschritten", "Sachstand neu": "= noch mehr", "Datum": "2024-10-11"},
    "M-003": {"Ausblick neu": "ausbau"},
    "neu": {"Titel": "Lesekreis", "Handlungsfeld": "Sprache und Bildung", "Art": "Projekt", "Federführung": "Caritas"},
}


@pytest.fixture
def measure(run: Run, demo: Path) -> Callable[..., Ran]:
    """``measure`` on a demo of one's own, on the day on which its story ends."""

    def call(*words: object) -> Ran:
        return run("measure", words[0], "-C", demo, "--as-of", STORY_ENDS, *words[1:])

    return call


def contents(demo: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (demo / "massnahmen").iterdir()}


@pytest.fixture
def table(measure: Callable[..., Ran], tmp_path: Path) -> Path:
    """The table of all measures, filled in."""
    file = tmp_path / "massnahmen.csv"
    assert measure("export", file).code == 0
    file.write_bytes(filled(file.read_bytes(), WISH))
    return file


def typed(sheet: Any) -> None:
    """The same wishes, typed into the sheet."""
    heads = {cell.value: cell.column for cell in sheet[1]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value}
    for name, cells in WISH.items():
        for heading, wish in cells.items():
            cell = sheet.cell(rows.get(name, len(rows) + 2), heads[heading])
            cell.value, cell.data_type = wish, "s"


CHANGED = ["M-001.yaml", "M-002.yaml", "M-003.yaml", "M-026.yaml"]


def is_unchanged(done: Ran, err: str = "") -> bool:
    return (done.code, done.out, done.err) == (0, "unverändert\n", err)


NOTHING = "Hinweis: In der Tabelle ist nichts ausgefüllt.\n"


def differing(before: dict[str, bytes], demo: Path) -> list[str]:
    after = contents(demo)
    return sorted(name for name in after if before.get(name) != after[name])


# --- out -----------------------------------------------------------------------------------------------------------------


def test_out_to_the_screen_or_a_file(measure: Callable[..., Ran], tmp_path: Path) -> None:
    told = measure("export").out
    assert told.startswith("\ufeffKennung;Titel;Federführung;Status;Sachstand vom;Sachstand bisher;Sachstand neu;")
    assert measure("export", "-").out == told
    done = measure("export", tmp_path / "m.CSV")
    assert (done.code, done.out, (tmp_path / "m.CSV").read_text(encoding="utf-8")) == (0, "", told)
    assert f"ikonzept measure import {tmp_path / 'm.CSV'}" in done.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--unit", "caritas", "--field", "sprache-bildung"), ["M-001", "M-007", "M-012", "M-022"]),
        (("--lead", "caritas", "--field", "sprache-bildung"), ["M-012"]),
        (("--overdue",), ["M-007", "M-019"]),
        (("--stale", "--field", "sprache-bildung"), ["M-003"]),
        (("--text", "elternlotsinnen"), ["M-007"]),
        (("--status", "zurückgestellt"), ["M-008"]),
        (("--kind", "Projekt", "--status", "fortgeschritten"), ["M-012", "M-019"]),
    ],
)
def test_the_measures_that_are_meant(words: tuple[str, ...], expected: list[str], measure: Callable[..., Ran]) -> None:
    told = measure("export", *words).out.splitlines()
    assert [line.partition(";")[0] for line in told if line.startswith("M-")] == expected


@pytest.mark.parametrize(
    "words", [("m.txt",), ("--unit", "caritass"), ("--field", "x"), ("--lead", "x"), ("--status", "fertig")]
)
def test_what_is_not_there(words: tuple[str, ...], measure: Callable[..., Ran]) -> None:
    assert measure("export", *words).code == 2


def test_a_table_never_takes_the_place_of_a_file_of_the_concept(measure: Callable[..., Ran], demo: Path) -> None:
    (demo / "monitoring" / "werte").mkdir(exist_ok=True, parents=True)
    assert measure("export", demo / "monitoring" / "werte" / "x.csv").code == 3


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_not_public_is_never_handed_on(form: str, run: Run, secret: Path, tmp_path: Path) -> None:
    def told(*words: str) -> str:
        file = tmp_path / f"m.{form}"
        assert run("measure", "export", file, "-C", secret, *words).code == 0
        if form == "csv":
            return file.read_text(encoding="utf-8")
        book = openpyxl.load_workbook(file)
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
        return "\n".join((*cells, book["Maßnahmen"].oddHeader.center.text or ""))

    assert "öffentlich" in told()
    assert everything.CANARY not in told()
    assert "INTERN" not in told()
    internal = told("--internal")
    assert everything.CANARY in internal
    assert "INTERN" in internal


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("words", [(), ("--internal",)])
def test_what_comes_back_as_it_went_out_changes_nothing(
    form: str, words: tuple[str, ...], measure: Callable[..., Ran], demo: Path, tmp_path: Path
) -> None:
    before, file = contents(demo), tmp_path / f"m.{form}"
    measure("export", file, *words)
    assert is_unchanged(measure("import", file), NOTHING)
    assert contents(demo) == before


def test_excel_needs_one_library_more(
    measure: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "m.xlsx").write_bytes(b"PK\x03\x04")
    monkeypatch.setattr("ikonzept.commands.extras.find_spec", lambda _: None)
    for word in ("export", "import"):
        refused = measure(word, tmp_path / "m.xlsx")
        assert (refused.code, "-m pip install openpyxl" in refused.err) == (3, True)


# --- back ----------------------------------------------------------------------------------------------------------------


def test_what_was_filled_in_comes_in_once(measure: Callable[..., Ran], table: Path, demo: Path, git: Git) -> None:
    before = contents(demo)
    assert measure("import", table, "--dry-run").code == 0
    assert contents(demo) == before
    done = measure("import", table)
    assert (done.code, "1 neu + 3 geändert + 22 unverändert = 26 Zeilen" in done.out) == (0, True)
    assert differing(before, demo) == CHANGED
    came = [
        line for line in git(demo, "diff", "--unified=0", "massnahmen/M-00*").splitlines() if line[:2] in {"+ ", "- "}
    ]
    assert came[:3] == ["+  - datum: 2024-10-10", "+    sachstand: |", "+      Zwei neue Sprachmittlerinnen."]
    assert '+    sachstand: "= noch mehr"' in came
    after = contents(demo)
    assert is_unchanged(measure("import", table))
    assert contents(demo) == after


def test_the_diff_is_shown_before(measure: Callable[..., Ran], table: Path) -> None:
    told = measure("import", table, "--dry-run").out
    assert "--- a/massnahmen/M-001.yaml\n+++ b/massnahmen/M-001.yaml\n" in told
    assert "-ausblick: offen\n+ausblick: Ausbau\n" in told
    assert "--- /dev/null\n+++ b/massnahmen/M-026.yaml\n" in told


def test_a_commit_holds_just_the_files_that_changed(
    measure: Callable[..., Ran], table: Path, demo: Path, git: Git
) -> None:
    measure("import", table, "--commit")
    assert git(demo, "show", "--name-only", "--format=%s", "HEAD").split() == [
        *("Sachstände", "aus", "massnahmen.csv:", "4"),
        *(f"massnahmen/{name}" for name in CHANGED),
    ]


def test_conflicts_stop_everything(measure: Callable[..., Ran], table: Path, demo: Path) -> None:
    measure("sachstand", "M-001", "--text", "Inzwischen geschehen.")
    before = contents(demo)
    refused = measure("import", table)
    assert refused.code == 1
    assert contents(demo) == before
    told = " ".join(refused.out.split())
    assert "Sachstand (letzter in der Datei) Inzwischen geschehen. Zwei neue Sprachmittlerinnen. - Dari" in told
    assert "M-002" not in told
    assert "ikonzept measure sachstand" in refused.err


def test_all_that_is_wrong_is_told_at_once_with_its_cell(measure: Callable[..., Ran], table: Path, demo: Path) -> None:
    before = contents(demo)
    wrong = {"M-004": {"Datum": "1.10.22", "Sachstand neu": "x"}, "M-005": {"Titel": "\x1b[31mrot"}}
    table.write_bytes(filled(table.read_bytes(), wrong))
    refused = measure("import", table)
    assert (refused.code, refused.out) == (3, "")
    assert "(M-004), Spalte 8 (Datum): „1.10.22“" in refused.err
    assert "(M-005), Spalte 2 (Titel): " in refused.err
    assert "ikonzept measure rename M-005" in refused.err
    assert "\x1b" not in refused.err
    assert contents(demo) == before


def test_in_a_sheet_the_cell_is_named(measure: Callable[..., Ran], demo: Path, tmp_path: Path) -> None:
    file, before = tmp_path / "m.xlsx", contents(demo)
    measure("export", file)

    def work(book: Any) -> None:
        book["Maßnahmen"]["G12"] = "=HEUTE()"

    file.write_bytes(reworked(file.read_bytes(), work))
    refused = measure("import", file)
    assert refused.code == 3
    assert "Tabelle Maßnahmen, Zelle G12 (M-011): " in refused.err
    assert contents(demo) == before


def test_a_measure_that_cannot_be_read_and_a_verlauf_in_brackets(
    measure: Callable[..., Ran], table: Path, demo: Path
) -> None:
    (demo / "massnahmen" / "M-002.yaml").write_text("titel: [", encoding="utf-8")
    file = demo / "massnahmen" / "M-001.yaml"
    head, _, _ = file.read_text(encoding="utf-8").partition("verlauf:")
    file.write_text(f"{head}verlauf: [{{datum: 2024-10-01, sachstand: Alt}}]\n", encoding="utf-8")
    table.unlink()
    assert measure("export", table).code == 0
    table.write_bytes(filled(table.read_bytes(), {"M-001": WISH["M-001"], "neu": {**WISH["neu"], "Kennung": "M-002"}}))
    refused = measure("import", table)
    assert refused.code == 3
    assert "massnahmen/M-001.yaml" in refused.err
    assert "M-002" in refused.err
    assert "2 Zellen" in refused.err


def test_without_a_manifest_no_name_can_be_read(measure: Callable[..., Ran], table: Path, demo: Path) -> None:
    (demo / "konzept.yaml").write_text("titel: [", encoding="utf-8")
    refused = measure("import", table)
    assert (refused.code, "konzept.yaml" in refused.err) == (3, True)


@pytest.mark.parametrize(("name", "code"), [("gibtesnicht.csv", 3), (".", 2)])
def test_a_file_that_is_none(name: str, code: int, measure: Callable[..., Ran], tmp_path: Path) -> None:
    assert measure("import", tmp_path / name).code == code


def test_an_open_document_is_no_workbook(measure: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "m.ods").write_bytes(b"PK\x03\x04mimetype")
    assert measure("import", tmp_path / "m.ods").code == 3


def test_as_json(measure: Callable[..., Ran], table: Path, run: Run) -> None:
    schema = json.loads(run("schema", "output", "measure-import").out)
    found = json.loads(measure("import", table, "--format", "json", "--dry-run").out.partition("\n--- a/")[0])
    jsonschema.validate(found, schema)
    assert [one["id"] for one in found["changed"]] == ["M-001", "M-002", "M-003"]
    assert [(one["id"], one["status"]) for one in found["new"]] == [("M-026", "vorgeschlagen")]
    measure("sachstand", "M-001", "--text", "Inzwischen geschehen.")
    refused = measure("import", table, "--format", "json")
    found = json.loads(refused.out)
    assert (refused.code, [one["id"] for one in found["conflicts"]]) == (1, ["M-001"])
    jsonschema.validate(found, schema)


def test_a_dry_run_says_that_nothing_is_written_and_a_commit_that_it_is(
    measure: Callable[..., Ran], table: Path, git: Git, demo: Path
) -> None:
    assert measure("import", table, "--dry-run").err.endswith("geschrieben ist nichts.\n")
    done = measure("import", table, "--commit")
    assert git(demo, "rev-parse", "HEAD")[:10] in done.out


def test_what_check_would_call_an_error_is_not_written(measure: Callable[..., Ran], table: Path, demo: Path) -> None:
    before = contents(demo)
    table.write_bytes(
        filled(
            table.read_bytes(),
            {"neu": {**WISH["neu"], "Titel": "Nähwerkstatt", "Beginn": "01.01.2025", "Ende": "31.12.2024"}},
        )
    )
    refused = measure("import", table)
    assert refused.code == 1
    assert "massnahmen/M-027.yaml" in refused.out
    assert contents(demo) == before


def test_a_conflict_says_what_has_changed_since_as_far_as_git_knows(measure: Callable[..., Ran], table: Path) -> None:
    measure("sachstand", "M-001", "--text", "Inzwischen geschehen.")
    told = " ".join(measure("import", table).out.split())
    assert "seit dem Export geändert: Sachstand bisher, vorher „Bis Ende August" in told
    assert "jetzt „Inzwischen geschehen.“" in told
    table.unlink()
    measure("export", table)  # as it never was committed
    table.write_bytes(filled(table.read_bytes(), WISH))
    measure("sachstand", "M-001", "--text", "Noch mehr.")
    assert "nicht mehr feststellen" in " ".join(measure("import", table).out.split())


# --- whose table, which sheet, and what is not read ----------------------------------------------------------------------


def copied(book: Any, wish: str | None) -> None:
    book["Maßnahmen"]["G2"] = "Läuft."
    copy = book.copy_worksheet(book["Maßnahmen"])
    copy.title = "Maßnahmen (2)"
    copy["G2"] = wish


def test_a_second_sheet_that_is_filled_in_is_not_passed_over(
    measure: Callable[..., Ran], tmp_path: Path, demo: Path
) -> None:
    file = tmp_path / "m.xlsx"
    measure("export", file)
    raw, before = file.read_bytes(), contents(demo)
    file.write_bytes(reworked(raw, lambda book: copied(book, "Anders.")))
    refused = measure("import", file)
    assert (refused.code, "Maßnahmen, Maßnahmen (2)" in refused.err) == (3, True)
    assert contents(demo) == before
    assert measure("import", file, "--sheet", "Maßnahmen (2)", "--dry-run").code == 0
    file.write_bytes(reworked(raw, lambda book: copied(book, None)))
    assert measure("import", file).code == 0


def test_the_workbook_of_another_county_is_refused(measure: Callable[..., Ran], tmp_path: Path, demo: Path) -> None:
    file = tmp_path / "m.xlsx"
    measure("export", file)
    manifest = demo / "konzept.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("03157", "03151"), encoding="utf-8")
    refused = measure("import", file)
    assert (refused.code, "03157" in refused.err, "03151" in refused.err) == (3, True, True)


def test_numbers_alone_are_confirmed_first(measure: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("Kennung;Sachstand neu\nM-001;Läuft.\n", encoding="utf-8")
    asked = measure("import", tmp_path / "m.csv")
    assert (asked.code, "M-001 heißt hier „Kreisweite Sprachmittlung“" in asked.out) == (2, True)
    assert measure("import", tmp_path / "m.csv", "--yes").code == 0


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("Sachstand neu", "fehlen die Spalten Sachstand neu"),
        ("Stand", "zeigt nur noch der bisherige Sachstand"),
        ("Farbe", "nichts ausgefüllt"),
    ],
)
def test_what_is_missing_is_told(without: str, said: str, measure: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    measure("export", file)
    head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), delimiter=";")
    kept = [place for place, name in enumerate(head) if name != without]
    file.write_text(
        written([head[place] for place in kept], [[row[place] for place in kept] for row in rows]), encoding="utf-8"
    )
    done = measure("import", file)
    assert (done.code, done.out, said in done.err) == (0, "unverändert\n", True)


def test_cells_without_a_heading_are_told(measure: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "m.xlsx"
    measure("export", file)

    def work(book: Any) -> None:
        book["Maßnahmen"]["X3"] = "verirrt"

    file.write_bytes(reworked(file.read_bytes(), work))
    assert "keine Überschrift steht: X3\n" in measure("import", file).err


def test_a_table_without_numbers_is_matched_by_title(measure: Callable[..., Ran], tmp_path: Path) -> None:
    head = "Titel;Handlungsfeld;Art;Federführung;Sachstand neu\n"
    said = "{};Sprache und Bildung;Projekt;Fachdienst Schule, Kultur und Sport;Läuft.\n"
    file = tmp_path / "m.csv"
    file.write_text(head + said.format("deutschkurse mit kinderbetreuung"), encoding="utf-8")
    asked = measure("import", file)
    assert (asked.code, "fehlt die Spalte „Kennung“" in asked.out) == (2, True)
    assert "1 geändert" in measure("import", file, "--yes", "--dry-run").out
    file.write_text(head + said.format("Deutschkurse m. Kinderbetreuung"), encoding="utf-8")
    refused = measure("import", file, "--yes")
    assert (refused.code, "M-002" in refused.err, "--new" in refused.err) == (3, True, True)
    done = measure("import", file, "--yes", "--new", "--dry-run")
    assert (done.code, "1 neu" in done.out) == (0, True)
    assert "Projekt in „Sprache und Bildung“, Federführung: Fachdienst Schule" in done.out


@pytest.mark.parametrize(("raw", "said"), [(b"", "leer"), (b"\xff\xd8\xff\xe0\0\0", "keine Excel-Datei und keine CSV")])
def test_what_is_no_table(raw: bytes, said: str, measure: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(raw)
    refused = measure("import", tmp_path / "m.xlsx")
    assert (refused.code, said in refused.err) == (3, True)


def test_a_heading_that_is_not_there_is_looked_for_among_the_headings(
    measure: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "m.csv").write_text("Projekte 2024;;\nNr.;Name des Projekts;Was war\n1;x;y\n", encoding="utf-8")
    refused = measure("import", tmp_path / "m.csv", "--map", "Titel=Gibtsnicht")
    assert (refused.code, "Nr., Name des Projekts, Was war" in refused.err) == (3, True)


def test_of_many_alike_ten_are_told(measure: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    measure("export", file)
    wrong = {f"M-{number:03}": {"Sachstand neu": "Läuft.", "Datum": "01.10.24"} for number in range(1, 21)}
    file.write_bytes(filled(file.read_bytes(), wrong))
    told = measure("import", file).err
    assert (told.count("vierstelligem Jahr"), "und 10 weitere dieser Art" in told) == (10, True)
    assert "20 Zellen" in told


# --- what goes out, once more ----------------------------------------------------------------------------------------------


def test_what_somebody_has_filled_in_is_not_overwritten(measure: Callable[..., Ran], tmp_path: Path) -> None:
    for name in ("m.csv", "m.xlsx"):
        file = tmp_path / name
        measure("export", file)
        assert measure("export", file, "--lead", "caritas").code == 0  # nothing in it is lost
        measure("export", file)
        raw = file.read_bytes()
        file.write_bytes(
            reworked(raw, lambda book: typed(book["Maßnahmen"])) if name == "m.xlsx" else filled(raw, WISH)
        )
        kept = file.read_bytes()
        refused = measure("export", file)
        assert (refused.code, file.read_bytes() == kept) == (3, True)


def test_no_measure_is_no_table(measure: Callable[..., Ran], tmp_path: Path) -> None:
    refused = measure("export", tmp_path / "m.csv", "--text", "gibtesnicht")
    assert (refused.code, (tmp_path / "m.csv").exists()) == (3, False)
    assert measure("export", "--text", "gibtesnicht").code == 0


def test_whom_to_ask_and_until_when(measure: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "m.xlsx"
    assert measure("export", file, "--deadline", "31.10.2024").code == 0
    told = [row[1].value for row in openpyxl.load_workbook(file)["Hinweise"].iter_rows(max_row=6)]
    assert "Bitte zurück bis 31.10.2024." in told
    assert "Rückfragen an: Referat für Migration und Teilhabe" in told
    assert measure("export", file, "--deadline", "bald").code == 2


# --- lists of somebody else's ----------------------------------------------------------------------------------------------

OWN_LIST = "Name des Projekts;Zuständig;Sachstand;Farbe\nLesekreis;Caritas;Raum gefunden;rot\n"
GIVEN = ("--field", "sprache-bildung", "--kind", "Projekt")


@pytest.fixture
def own_list(tmp_path: Path) -> Path:
    file = tmp_path / "liste.csv"
    file.write_text(OWN_LIST, encoding="cp1252")
    return file


def test_columns_are_proposed_first(measure: Callable[..., Ran], own_list: Path, demo: Path) -> None:
    before = contents(demo)
    asked = measure("import", own_list, *GIVEN)
    assert asked.code == 2
    assert "Titel ← Name des Projekts  („Lesekreis“)" in asked.out
    assert "--map 'Titel=Name des Projekts'" in asked.out
    assert "Farbe" in asked.out
    assert contents(demo) == before
    assert measure("import", own_list, *GIVEN, "--yes").code == 0
    assert differing(before, demo) == ["M-026.yaml"]
    assert measure("import", own_list, *GIVEN, "--yes").out.endswith("unverändert\n")


@pytest.mark.parametrize(("answer", "code"), [("", 0), ("j", 0), ("nein", 2)])
def test_or_asked_for(
    answer: str, code: int, measure: Callable[..., Ran], own_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ikonzept.commands.measure.importing.interactive", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: answer)
    assert measure("import", own_list, *GIVEN).code == code


def test_or_told(measure: Callable[..., Ran], own_list: Path, demo: Path) -> None:
    before = contents(demo)
    maps = ("--map", "titel=Name des Projekts", "--map", "Sachstand neu = Sachstand", "--lead", "caritas")
    done = measure("import", own_list, *GIVEN, *maps)
    assert (done.code, differing(before, demo)) == (0, ["M-026.yaml"])
    assert "Zuständig, Farbe" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--map", "Titel"), 2),
        (("--map", "=x"), 2),
        (("--map", "Tittel=Farbe"), 2),
        (("--map", "Titel=Farbe", "--map", "titel=Zuständig"), 2),
        (("--map", "Titel=Form"), 3),
        (("--field", "gibtesnicht", "--yes"), 2),
        (("--lead", "gibtesnicht", "--yes"), 2),
    ],
)
def test_told_wrongly(words: tuple[str, ...], code: int, measure: Callable[..., Ran], own_list: Path) -> None:
    assert measure("import", own_list, *words).code == code


# --- LibreOffice -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def workbook(measure: Callable[..., Ran], tmp_path: Path) -> Path:
    office.soffice()
    file = tmp_path / "massnahmen.xlsx"
    measure("export", file)
    return file


FORMS = ["xlsx", *(office.CSV.format(delimiter=one, encoding=76) for one in (59, 44, 9)), office.CSV.format(delimiter=59, encoding="ANSI")]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_what_libreoffice_saves_comes_back(
    form: str, measure: Callable[..., Ran], workbook: Path, demo: Path, tmp_path: Path
) -> None:
    saved = office.converted(workbook, form, tmp_path / "office")
    assert is_unchanged(measure("import", saved), NOTHING)
    before = contents(demo)
    workbook.write_bytes(reworked(workbook.read_bytes(), lambda book: typed(book["Maßnahmen"])))
    saved = office.converted(workbook, form, tmp_path / "office")
    done = measure("import", saved)
    assert (done.code, differing(before, demo)) == (0, CHANGED), done.err
    assert is_unchanged(measure("import", saved))
    assert is_unchanged(measure("import", workbook))


ODD = (
    *(
        "=1+1",
        "+49 5171 4",
        "-5",
        "- eins\n- zwei",
        "'",
        "''=",
        "'n Abend",
        "@SUM(A1)",
        "\tx",
        '"',
        '";"',
        "a;b,c",
        "ja",
    ),
    *("Zeile 1\nZeile 2", "a\r\nb", "_x0041_", "\u00ad", "a\u00adb", "a\u00a0b", "1.10.2024", "2024-10-01", "01/02"),
    *(
        "1,5",
        "007",
        "1e5",
        "TRUE",
        "wahr",
        "#REF!",
        "Err:502",
        "https://example.org",
        "<b>&amp;</b>",
        "x" * 5000,
        " führend",
    ),
    *(
        "😀 ş Ž",
        "e\u0301",
        "\u200b",
        "a\u2028b",
        "a\x85b",
        "a\x0bb",
        "%",
        "12:30",
        "½",
        "{=1}",
        "(1)",
        "1-2",
        "a\\nb",
        "“",
    ),
)
"""Texts that a spreadsheet could take for something else, or change."""


def test_libreoffice_changes_no_text(tmp_path: Path) -> None:
    office.soffice()
    known = {"handlungsfeld": "bildung", "art": "Projekt", "federfuehrung": "referat"}

    def written(odd: str) -> str:
        entry = {"datum": "2024-09-01", "status": "geplant", "sachstand": odd}
        return splicing.with_block("", {"titel": odd, **known, "beschreibung": odd, "verlauf": [entry]})

    state = Round({**MINIMAL, **{f"massnahmen/M-{100 + place}.yaml": written(odd) for place, odd in enumerate(ODD)}})
    file = tmp_path / "m.xlsx"
    file.write_bytes(state.out("xlsx"))
    by_way_of = office.converted(file, "ods", tmp_path / "ods")
    for saved in (
        office.converted(file, "xlsx", tmp_path / "office"),
        office.converted(by_way_of, "xlsx", tmp_path / "back"),
        office.converted(file, FORMS[1], tmp_path / "office"),
    ):
        found = state.back(saved.read_bytes())[1]
        assert (said(found), len(found.unchanged)) == ({}, len(ODD) + 1)


def test_libreoffice_keeps_what_is_protected_chosen_and_explained(workbook: Path, tmp_path: Path) -> None:
    by_way_of = office.converted(workbook, "ods", tmp_path / "office")
    for saved in (
        office.converted(workbook, "xlsx", tmp_path / "office"),
        office.converted(by_way_of, "xlsx", tmp_path / "back"),
    ):
        sheet = openpyxl.load_workbook(io.BytesIO(saved.read_bytes()))["Maßnahmen"]
        assert sheet.protection.sheet
        assert [sheet[cell].protection.locked for cell in ("A2", "B2", "G2", "M2", "B27", "A27")] == [
            True,
            True,
            False,
            False,
            False,
            True,
        ]
        assert len(sheet.data_validations.dataValidation) == 6
        assert all(cell.comment for cell in sheet[1])
        assert sheet.column_dimensions["U"].hidden
        assert [sheet[cell].number_format for cell in ("G2", "K2")] == ["@", "@"]


# --- loading ---------------------------------------------------------------------------------------------------------------


def test_openpyxl_is_loaded_only_for_excel(demo: Path, table: Path) -> None:
    script = (
        "import sys; from ikonzept.cli import main; "
        f"main(['measure', 'import', {str(table)!r}, '-C', {str(demo)!r}, '--as-of', '{STORY_ENDS}', '--dry-run']); "
        f"main(['measure', 'export', '-C', {str(demo)!r}]); "
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_check_would_object_to_is_not_taken_over(form: str, run: Run, demo: Path, tmp_path: Path) -> None:
    """With JSON, stdout is for a program: what is wrong stands on stderr."""
    table = tmp_path / "neu.csv"
    row = "Neues;Sprache und Bildung;Projekt;Caritas;31.12.2025;01.01.2025"
    table.write_text(f"Titel;Handlungsfeld;Art;Federführung;Beginn;Ende\n{row}\n", encoding="utf-8")
    before = sorted(path.name for path in (demo / "massnahmen").iterdir())
    refused = run("measure", "import", "-C", demo, "--as-of", STORY_ENDS, table, "--yes", "--format", form)
    told = refused.err if form == "json" else refused.out
    assert (refused.code, "end-before-begin" in told) == (1, True), refused
    assert form == "text" or "end-before-begin" not in refused.out
    assert sorted(path.name for path in (demo / "massnahmen").iterdir()) == before
