"""Tables of other programs: encodings, quotes, places, spreadsheets, and what is refused."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from ikonzept.exchange import table
from ikonzept.exchange.table import TableProblem, decoded, rows, sheet_rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert decoded("Straße;€\r\n".encode(encoding)) == "Straße;€\r\n"


@pytest.mark.parametrize("raw", [b"a;\x81\n", b"a\0b\n", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(TableProblem) as refused:
        decoded(raw)
    assert refused.value.code == "table-encoding"


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_BYTES", 5)
    with pytest.raises(TableProblem) as refused:
        decoded(b"123456")
    assert refused.value.code == "table-too-large"


def test_cells_know_where_they_stand() -> None:
    first, second, third = rows('a;"b;\nb";c\r\n\r\n x ;"""";z', ";")
    assert (first.number, first.cells) == (1, ("a", "b;\nb", "c"))
    assert (second.number, second.is_blank) == (3, True)
    assert (third.number, third.cells) == (4, ("x", '"', "z"))
    assert [third.where(index) for index in range(3)] == ["4:1", "4:5", "4:10"]


def test_a_quotation_mark_that_is_not_closed_swallows_nothing() -> None:
    with pytest.raises(TableProblem) as refused:
        list(rows('a;b\nc;"d\ne;f\n', ";"))
    assert (refused.value.code, refused.value.params) == ("table-quotes", {"line": 2})
    assert len(list(rows('a;b\nc;"d\ne;f\n', ";", 2))) == 2


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def test_a_spreadsheet_gives_exact_values() -> None:
    noon = datetime(2024, 3, 1, 12)  # noqa: DTZ001  a sheet knows no time zones
    cells = [["Tag", None, "Ö "], [], [noon, date(2024, 3, 2), 0.1 + 0.2], [4271305, True, 1e15]]
    found = list(sheet_rows(workbook(Blatt=cells, Leer=[])))
    assert [row.number for row in found] == [1, 3, 4]
    assert found[0].cells == ("Tag", "", "Ö")
    assert found[1].cells == ("2024-03-01", "2024-03-02", Decimal("0.3"))
    assert table.text_of(found[2].cells[2]) == "1000000000000000"
    assert (found[2].where(0), found[2].where(27)) == ("A4", "AB4")


def test_of_several_sheets_one_is_named() -> None:
    raw = workbook(A=[["x"]], B=[["y"]])
    assert [row.cells for row in sheet_rows(raw, "B")] == [("y",)]
    with pytest.raises(TableProblem) as several:
        list(sheet_rows(raw))
    assert (several.value.code, several.value.params) == ("table-sheets", {"known": ("A", "B")})
    with pytest.raises(TableProblem) as unknown:
        list(sheet_rows(raw, "C"))
    assert unknown.value.code == "table-sheet"


def packed(**files: bytes) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"PK\x03\x04kaputt", "table-workbook"),
        (packed(anderes=b"x"), "table-workbook"),
        (packed(bombe=b"\0" * (table.MAX_BYTES + 1)), "table-too-large"),
    ],
)
def test_what_is_no_workbook_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(TableProblem) as refused:
        list(sheet_rows(raw))
    assert refused.value.code == code
