"""Tables of other programs: encodings, quotes, places, spreadsheets, and what is refused."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from ikonzept.exchange import table
from ikonzept.exchange.table import (
    ErrorValue,
    Formula,
    TableProblem,
    Usual,
    decoded,
    rows,
    sheet_rows,
    unharmed,
    written_sheet,
)
from ikonzept.render.sheet import harmless


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


def test_an_old_workbook_is_called_one() -> None:
    with pytest.raises(TableProblem) as refused:
        decoded(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert refused.value.code == "table-old-workbook"


# --- a sheet as somebody filled it in ----------------------------------------------------------------------------------


def test_formulas_and_errors_are_told() -> None:
    (row,) = written_sheet(workbook(A=[["=1+1", "#REF!", "x", 3, None, True]]), Usual("A")).rows
    assert [type(cell) for cell in row.cells[:3]] == [Formula, ErrorValue, str]
    assert row.cells[1:] == ("#REF!", "x", Decimal(3), "", "ja")


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        *((form, "2024-10-01") for form in ("DD.MM.YYYY", "d/m/yy", "[$-407]d. mmm yyyy", "dddd")),
        *((form, "2024-10") for form in ("mm/yyyy", "[$-de-DE]mmm yy;@", 'mmm "den" yy', "yyyy")),
    ],
)  # fmt: skip
def test_a_date_that_is_shown_without_its_day_is_a_month(shown: str, read: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = date(2024, 10, 1)
    book.active["A1"].number_format = shown
    raw = io.BytesIO()
    book.save(raw)
    assert written_sheet(raw.getvalue(), Usual("Sheet")).rows[0].cells == (read,)


def test_merged_cells_are_told() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.active.merge_cells("A1:B3")
    book.active.merge_cells("D7:D9")
    raw = io.BytesIO()
    book.save(raw)
    assert sorted(written_sheet(raw.getvalue(), Usual("Sheet")).merged) == ["A1:B3", "D7:D9"]


def test_signs_by_their_number_are_read() -> None:
    (row,) = written_sheet(workbook(A=[["a_x000D_\nb", "_x005F_x0041_"]]), Usual("A")).rows
    assert row.cells == ("a\r\nb", "_x0041_")


def test_the_usual_sheet_the_named_one_the_only_one() -> None:
    raw = workbook(A=[["x"]], B=[["y"]])
    assert [written_sheet(raw, *names).name for names in ((Usual("B"),), (Usual("B"), "A"))] == ["B", "A"]
    assert written_sheet(workbook(Blatt=[["x"]]), Usual("B")).name == "Blatt"
    for names, code in (((Usual("C"),), "table-sheets"), ((Usual("A"), "C"), "table-sheet")):
        with pytest.raises(TableProblem) as refused:
            written_sheet(raw, *names)
        assert (refused.value.code, refused.value.params["known"]) == (code, ("A", "B"))


def test_every_row_is_seen() -> None:
    seen: list[int] = []
    written_sheet(workbook(A=[["x"], [], ["y"]]), Usual("A"), seen=seen.append)
    assert seen == [1, 2, 3]


def sheet_of(rows: str, before: str = "") -> bytes:
    """A workbook whose sheet holds these rows, as a file that nobody's program wrote."""
    raw = io.BytesIO(workbook(A=[["x"]]))
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                content = f'{before}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()
            new.writestr(name, content)
    return out.getvalue()


def test_a_few_bytes_that_claim_millions_of_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_CELLS", 100_000)
    with pytest.raises(TableProblem) as refused:
        written_sheet(sheet_of('<row><c r="XFD1"/></row>' * 50), Usual("A"))
    assert refused.value.code == "table-too-many-cells"


@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w [<!ENTITY b "' + "x" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '"><!ENTITY a "' + "&c;" * 1000 + '">]>',
    ],
    ids=["external", "growing"],
)  # fmt: skip
def test_entities_are_not_resolved(entity: str) -> None:
    with pytest.raises(TableProblem) as refused:
        written_sheet(sheet_of('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>', entity), Usual("A"))
    assert refused.value.code == "table-workbook"


@pytest.mark.parametrize("text", ["=1", "'=1", "''", "-", "@a", "'s Haus", "a", "", "\tx"])
def test_what_was_made_harmless_is_read_as_it_was(text: str) -> None:
    assert unharmed(harmless(text)) == text
    assert harmless(text)[:1] not in {"=", "+", "-", "@", "\t"}


def test_a_mark_that_somebody_wrote_stays() -> None:
    assert unharmed("'n Abend") == "'n Abend"
