"""The table as files hold it: heads, delimiters, encodings, places, and what is refused in a sheet."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikonzept.exchange.columns import Unclear
from ikonzept.exchange.measures import table_of
from ikonzept.exchange.table import TableProblem, text_of
from ikonzept.model.words import TableColumn
from tabled import filled, minimal, reworked, said, written

STATE = minimal()
CHANGED = {"changed": ["M-001"]}


def with_report(raw: bytes) -> bytes:
    return filled(raw, {"M-001": {"Sachstand neu": "Läuft „gut“;\n- weiter", "Datum": "01.10.2024"}})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_makes_of_the_csv(encoding: str, delimiter: str, line_end: str) -> None:
    raw = with_report(STATE.out()).decode()
    quoted = raw.replace("Läuft „gut“;", "Läuft „gut“,")
    text = quoted.replace(";", delimiter).replace("\n", line_end)
    found = STATE.back(text.encode(encoding))[1]
    assert said(found) == CHANGED
    (change,) = found.changes
    assert change.entry is not None
    assert (change.entry.report, change.entry.day) == ("Läuft „gut“,\n- weiter", date(2024, 10, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [*lines, ";;;;", "", ";" * 60],
        lambda lines: [f"{line};;" for line in lines],
        lambda lines: [f"Bemerkung;{lines[0]}", *(f"egal;{line}" for line in lines[1:])],
        lambda lines: [line.replace("Sachstand neu", "\u00a0sachstand  NEU ") for line in lines],
        lambda lines: ["Rückmeldung Jugendamt", "", *lines],
        lambda lines: ["sep=;", *lines],
        lambda lines: [";".join(reversed(line.split(";"))) for line in lines],
        lambda lines: [line.replace("M-001", " M-001\u00a0") for line in lines],
    ],
    ids=["blank rows", "blank columns", "inserted", "heading", "above", "sep", "moved", "blanks"],
)
def test_rows_and_columns_that_came_or_moved(change: Any) -> None:
    raw = filled(STATE.out(), {"M-001": {"Sachstand neu": "x"}}).decode().rstrip("\n")
    assert said(STATE.back("\n".join(change(raw.split("\n"))).encode())[1]) == CHANGED


def test_columns_that_are_gone_say_nothing() -> None:
    raw = b"Kennung;Sachstand neu\nM-001;x\n"
    table, found = STATE.back(raw)
    assert (said(found), table.head.is_sure, table.head.others) == (CHANGED, False, ())
    table, found = STATE.back(b"Kennung;Titel;Sachstand neu\nM-001;sprachmittlerpool;x\n")
    assert (table.head.is_sure, table.head.is_ours) == (True, True)


def test_a_text_that_seems_a_formula_is_text() -> None:
    for said_, meant in (("'=A1+1", "=A1+1"), ("''x", "'x"), ("'n Abend", "'n Abend"), ("=A1+1", "=A1+1")):
        (change,) = STATE.back(filled(STATE.out(), {"M-001": {"Sachstand neu": said_}}))[1].changes
        assert change.entry is not None
        assert change.entry.report == meant


def test_what_a_spreadsheet_writes_for_an_error_is_one_in_a_csv_too() -> None:
    raw = filled(STATE.out(), {"M-001": {"Sachstand neu": "#BEZUG!"}})
    assert said(STATE.back(raw)[1]) == {"problems": ["2 Sachstand neu: error-value"]}


# --- workbooks ---------------------------------------------------------------------------------------------------------


def formula(sheet: Any) -> None:
    sheet["G2"] = "=1+1"


def error(sheet: Any) -> None:
    sheet["F2"] = "#REF!"


def merged(sheet: Any) -> None:
    sheet.merge_cells("G2:G3")


def merged_beside(sheet: Any) -> None:
    sheet["Z1"] = "Notiz"
    sheet.merge_cells("Z2:Z3")


def sorted_and_hidden(sheet: Any) -> None:
    sheet.insert_rows(2)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet["G3"] = "x"


def month(sheet: Any) -> None:
    sheet["G2"], sheet["H2"] = "x", date(2024, 10, 1)
    sheet["H2"].number_format = "MMM YY"


def number(sheet: Any) -> None:
    sheet["G2"] = 140


def renamed(sheet: Any) -> None:
    sheet["G2"] = "x"
    sheet.title = "Tabelle1"
    for name in ("Hinweise", "Listen"):
        del sheet.parent[name]


def head_by_formula(sheet: Any) -> None:
    sheet["G1"], sheet["G2"] = '="Sachstand neu"', "x"


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (formula, {"problems": ["2 Sachstand neu: formula"]}),
        (error, {"problems": ["2 Sachstand bisher: error-value"]}),
        (merged, {"problems": ["2 Sachstand neu: merged"]}),
        (merged_beside, {}),
        (sorted_and_hidden, CHANGED),
        (month, {"problems": ["2 Datum: date-month"]}),
        (number, {"problems": ["2 Sachstand neu: says-nothing"]}),
        (renamed, CHANGED),
        (head_by_formula, {}),
    ],
)
def test_what_people_do_in_a_sheet(work: Any, expected: dict[str, list[str]]) -> None:
    assert said(STATE.back(reworked(STATE.out("xlsx"), lambda book: work(book["Maßnahmen"])))[1]) == expected


def test_a_day_among_text_is_written_as_people_write_it() -> None:
    def work(book: Any) -> None:
        sheet = book["Maßnahmen"]
        sheet["G2"], sheet["J2"] = "Läuft.", date(2024, 10, 1)
        sheet["J2"].number_format = "DD.MM.YYYY"

    (change,) = STATE.back(reworked(STATE.out("xlsx"), work))[1].changes
    assert change.entry is not None
    assert change.entry.reason == "01.10.2024"


def test_a_place_is_called_as_people_find_it() -> None:
    for raw, place in ((reworked(STATE.out("xlsx"), lambda book: formula(book["Maßnahmen"])), ("Maßnahmen", "G2", 7)),):
        table, found = STATE.back(raw)
        where = table.place(found.problems[0])
        assert (where.sheet, where.cell, where.column) == place
    table, found = STATE.back(filled(STATE.out(), {"M-001": {"Status neu": "x"}}))
    assert table.place(found.problems[0]) == ("", 2, "I2", 9, "Status neu", "M-001")


# --- lists of somebody else's ------------------------------------------------------------------------------------------

OWN_LIST = """\
Projekte des Jugendamts;;;
Lfd. Nr.;Name des Projekts;Status;Sachstand;Zuständig;Handlungsfeld;Art;Farbe
1;Lesekreis;geplant;Raum gefunden;Caritas;Bildung;Projekt;rot
2;Sprachmittlerpool;;Läuft;referat;bildung;Projekt;
"""


def test_a_list_of_somebody_elses_is_read_by_likeness_and_not_surely() -> None:
    table, found = STATE.back(OWN_LIST.encode("cp1252"))
    assert not table.head.is_sure
    assert table.head.others == ("Lfd. Nr.", "Farbe")
    assert said(found) == {"new": ["Lesekreis"], **CHANGED}


def test_or_as_it_is_told() -> None:
    raw = OWN_LIST.replace("Name des Projekts", "Wie es heißt").encode()
    mapped = {TableColumn.TITLE: "wie es heißt ", TableColumn.NEW_REPORT: "Sachstand", TableColumn.LEAD: "Zuständig"}
    table, found = STATE.back(raw, mapped)
    assert table.head.is_sure
    assert (said(found), found.new[0][1].report) == ({"new": ["Lesekreis"], **CHANGED}, "Raum gefunden")


@pytest.mark.parametrize(
    ("raw", "mapped", "code"),
    [
        (b"Farbe;Form\nrot;rund\n", {}, "table-no-head"),
        (b"Kennung;Sachstand neu;sachstand neu\nM-001;x;y\n", {}, "table-heading-twice"),
        (b"Titel;Wert\nx;y\n", {TableColumn.NEW_REPORT: "Wart"}, "table-unmapped"),
    ],
)
def test_heads_that_are_not_clear(raw: bytes, mapped: dict[TableColumn, str], code: str) -> None:
    with pytest.raises(Unclear) as refused:
        table_of(raw, mapped)
    assert refused.value.code == code


# --- whatever comes ----------------------------------------------------------------------------------------------------


def refused_or_read(raw: bytes) -> None:
    """Nothing that comes makes it stumble."""
    try:
        STATE.back(raw)
    except (Unclear, TableProblem) as refused:
        assert refused.code.startswith("table-")


@given(st.one_of(st.binary(), st.text().map(str.encode), st.text("Kennung;Titel,\n\r\t\"'").map(str.encode)))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    refused_or_read(raw)
    refused_or_read(b"PK\x03\x04" + raw)


WORKBOOK = STATE.out("xlsx")


@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=40)
def test_a_damaged_workbook_is_read_or_refused(place: int, damage: bytes) -> None:
    refused_or_read(WORKBOOK[:place] + damage + WORKBOOK[place + len(damage) :])


@given(st.lists(st.lists(st.text(max_size=12), min_size=len(TableColumn), max_size=len(TableColumn)), max_size=4))
def test_any_cells_mean_something(cells: list[list[str]]) -> None:
    raw = written([*TableColumn], cells).encode()
    try:
        table, found = STATE.back(raw)
    except TableProblem as refused:
        assert refused.code == "table-neither"  # NUL is in no text
        return
    judged = {one.row for one in (*found.problems, *found.changes, *found.conflicts)} | {row for row, _ in found.new}
    told = {row.number for row in table.rows if any(text_of(cell) for cell in row.cells)}
    assert judged <= told
