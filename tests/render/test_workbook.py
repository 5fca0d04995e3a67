"""The workbook for departments: what can be typed, what is told, and that nothing in it is ever worked out."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from ikonzept.exchange.table import unharmed
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn
from ikonzept.render.measure_table import safe
from ikonzept.render.workbook_rows import NEW_ROWS
from ikonzept.reports.measure_table import CONTENT, REPORTED_ANEW
from tabled import Round, minimal

HOSTILE = """\
=== massnahmen/M-001.yaml
titel: "=cmd|'/c calc'!A1"
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
zielgruppe: "<b> & _x0041_"
laufzeit: {beginn: 1899-01-01, ende: 2024-12-31}
beschreibung: "a\\u0001b"
verlauf:
  - datum: 2024-09-01
    sachstand: "+1\\n- zwei"
"""


def sheets(state: Round) -> Any:
    return openpyxl.load_workbook(io.BytesIO(state.out("xlsx")))


@pytest.fixture(scope="module")
def book() -> Any:
    return sheets(minimal(HOSTILE))


def column(sheet: Any, name: TableColumn) -> Any:
    return next(cells for cells in sheet.iter_cols() if cells[0].value == name)


def test_text_is_text_whatever_it_begins_with(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    sheet = book["Maßnahmen"]
    told = [column(sheet, name)[1] for name in (TableColumn.TITLE, TableColumn.REPORT)]
    assert [cell.value for cell in told] == ["=cmd|'/c calc'!A1", "+1\n- zwei"]
    assert {cell.number_format for cell in told} == {"@"}
    assert column(sheet, TableColumn.DESCRIPTION)[1].value == "a b"
    assert column(sheet, TableColumn.TARGET_GROUP)[1].value == "<b> & _x005F_x0041_"


@pytest.mark.parametrize("said", ["'", "'n Abend", "=1", "'=1", "''x", "-", "\tx"])
def test_what_a_cell_holds_is_read_as_it_was(said: str) -> None:
    assert unharmed(safe(said)) == said


def test_days_are_days(book: Any) -> None:
    sheet = book["Maßnahmen"]
    end = column(sheet, TableColumn.END)[1]
    assert (end.value.date(), end.number_format) == (date(2024, 12, 31), "DD.MM.YYYY")
    assert column(sheet, TableColumn.BEGIN)[1].value == "01.01.1899"  # no spreadsheet knows that day


def test_only_what_is_reported_can_be_typed_and_all_of_a_new_row(book: Any) -> None:
    sheet = book["Maßnahmen"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    free = {
        name for name in TableColumn if name != TableColumn.INTERNAL and not column(sheet, name)[1].protection.locked
    }
    assert free == set(REPORTED_ANEW)
    assert sheet.max_row == 2 + NEW_ROWS
    free = {
        name for name in TableColumn if name != TableColumn.INTERNAL and not column(sheet, name)[-1].protection.locked
    }
    assert free == {*REPORTED_ANEW, *CONTENT}


def test_text_that_is_typed_stays_text(book: Any) -> None:
    sheet = book["Maßnahmen"]
    for name in (TableColumn.NEW_REPORT, TableColumn.NEW_REASON, TableColumn.NEW_PAPER):
        assert column(sheet, name)[1].number_format == "@"


def test_lists_to_choose_from(book: Any) -> None:
    found = {}
    for check in book["Maßnahmen"].data_validations.dataValidation:
        head = book["Maßnahmen"][f"{str(check.sqref).split(':')[0][0]}1"].value
        if check.type == "list":
            sheet, _, area = check.formula1.partition("!")
            found[head] = [cell.value for (cell,) in book[sheet][area.replace("$", "")]]
        assert str(check.sqref)[1:] == f"2:{str(check.sqref)[0]}{2 + NEW_ROWS}"
    assert found == {
        "Status neu": [word for word in Status if word is not Status.MERGED],
        "Ausblick neu": list(Outlook),
        "Art": list(MeasureKind),
        "Handlungsfeld": ["Bildung"],
        "Federführung": ["Caritas", "Referat für Migration und Teilhabe"],
    }


def test_every_column_is_explained_the_stand_is_out_of_sight(book: Any) -> None:
    sheet = book["Maßnahmen"]
    assert all(cell.comment for cell in sheet[1])
    assert [name for name, one in sheet.column_dimensions.items() if one.hidden] == ["U"]
    assert sheet["U1"].value == TableColumn.STAMP
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:U2")
    assert [one.sheet_state for one in book] == ["visible", "visible", "hidden"]
    told = [row[0].value for row in book["Hinweise"].iter_rows() if row[0].value]
    assert told == [name for name in TableColumn if name not in {TableColumn.INTERNAL, TableColumn.STAMP}]


def test_the_same_concept_gives_the_same_bytes_and_no_moment() -> None:
    state = minimal(HOSTILE)
    raw = state.out("xlsx")
    assert raw == state.out("xlsx")
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert {item.date_time[0] for item in packed.infolist()} == {1980}
        assert b"2024-10-15T00:00:00Z" in packed.read("docProps/core.xml")


def test_rows_have_no_fixed_height() -> None:
    with zipfile.ZipFile(io.BytesIO(minimal(HOSTILE).out("xlsx"))) as packed:
        content = packed.read("xl/worksheets/sheet1.xml")
    assert b'<row r="2" ht="32">' in content
    assert b"customHeight" not in content
