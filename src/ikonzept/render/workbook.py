"""The table that departments fill in as an Excel workbook: only what they report can be typed, the rest is told."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from ikonzept.model.words import MeasureKind, Outlook, TableColumn, TableSheet
from ikonzept.render.measure_table import explained, note, safe, writable
from ikonzept.render.workbook_rows import NEW_ROWS, height, lines_of, rows
from ikonzept.reports.measure_table import CONTENT, DAYS, REPORTED_ANEW, Table
from ikonzept.reports.progress import BY_HAND
from ikonzept.texts import text

_WIDTHS: Mapping[TableColumn, int] = {
    **dict.fromkeys(TableColumn, 16),
    **dict.fromkeys((TableColumn.ID, TableColumn.REPORTED, TableColumn.NEW_DAY, TableColumn.NEW_PAPER), 12),
    **dict.fromkeys((TableColumn.BEGIN, TableColumn.END), 12),
    **dict.fromkeys((TableColumn.TITLE, TableColumn.ACTION_FIELD, TableColumn.LEAD, TableColumn.PARTICIPANTS), 28),
    **dict.fromkeys((TableColumn.REPORT, TableColumn.NEW_REPORT), 48),
    **dict.fromkeys((TableColumn.NEW_REASON, TableColumn.TARGET_GROUP, TableColumn.INTERNAL), 30),
    **dict.fromkeys((TableColumn.DESCRIPTION, TableColumn.STAMP), 60),
}
_FIRST_DAY = "36526"
"""The first of January 2000, as a spreadsheet counts days."""
_A3 = 8
_HEAD_LINES = 2
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same concept on the same day gives the same bytes."""


def workbook(table: Table, title: str, deadline: date | None = None, *, internal: bool) -> bytes:
    """The workbook: the sheet with the measures, what to do and until when, and the lists to choose from."""
    book = Workbook(write_only=True)
    book.properties.creator = book.properties.lastModifiedBy = "ikonzept"
    book.properties.title, book.properties.keywords = writable(title), table.origin
    lists = _lists(table)
    measures = book.create_sheet(TableSheet.MEASURES)
    content = _write_measures(measures, table, lists, internal=internal)
    _write_notes(book.create_sheet(TableSheet.NOTES), explained(table, title, deadline, internal=internal))
    _write_lists(book.create_sheet(TableSheet.LISTS), lists)
    raw = io.BytesIO()
    book.save(raw)
    return _completed(raw.getvalue(), "".join(content), table.as_of)


def _completed(raw: bytes, new_rows: str, as_of: date) -> bytes:
    """The workbook with the rows of its first sheet, and without the moment at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", f"{as_of}T00:00:00Z".encode(), content)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", f"{new_rows}</sheetData>".encode(), 1)
            new.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# --- the measures ----------------------------------------------------------------------------------------------------


def _write_measures(
    sheet: Any,  # noqa: ANN401  one for writing only is another than the stubs say
    table: Table,
    lists: Mapping[TableColumn, Sequence[str]],
    *,
    internal: bool,
) -> Iterator[str]:
    """Everything but the rows below the head; those are given as they are to stand in the file."""
    sheet.freeze_panes = "C2"
    for index, column in enumerate(table.columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = _WIDTHS[column]
        dimension.hidden = column is TableColumn.STAMP
    _lay_out(sheet, internal=internal)
    styles = _Styles(sheet)
    _high(sheet, 1, _HEAD_LINES)
    sheet.append([styles.head(column) for column in table.columns])
    last = len(table.rows) + 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last}"
    for index, column in enumerate(table.columns, 1):
        if column in lists or column is TableColumn.NEW_DAY:
            letter = get_column_letter(index)
            check = _choice(lists, column) if column in lists else _day_check()
            check.add(f"{letter}2:{letter}{last + NEW_ROWS}")
            sheet.data_validations.append(check)
    known = [styles.cell(column, locked=column not in REPORTED_ANEW) for column in table.columns]
    blank = [styles.cell(column, locked=column not in {*CONTENT, *REPORTED_ANEW}) for column in table.columns]
    return rows(
        table,
        [_WIDTHS[column] for column in table.columns],
        [cell.style_id for cell in known],
        [cell.style_id for cell in blank],
    )


def _high(sheet: Any, number: int, lines: int) -> None:  # noqa: ANN401
    """So high is a row when it is first seen; it still grows with what is typed, as a fixed height would not."""
    sheet.row_dimensions[number] = {"ht": str(height(lines))}


def _lay_out(sheet: Any, *, internal: bool) -> None:  # noqa: ANN401
    """What may be done in the sheet, and how it is printed."""
    sheet.protection.enable()
    for allowed in ("formatColumns", "formatRows", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:B"
    sheet.oddFooter.center.text = "&P / &N"
    if internal:
        sheet.oddHeader.center.text = text("status.internal")


def _choice(lists: Mapping[TableColumn, Sequence[str]], column: TableColumn) -> DataValidation:
    letter = get_column_letter(list(lists).index(column) + 1)
    return DataValidation(
        type="list",
        formula1=f"{TableSheet.LISTS}!${letter}$2:${letter}${len(lists[column]) + 1}",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=column,
        error=text("table.choice"),
    )


def _day_check() -> DataValidation:
    return DataValidation(
        type="date",
        operator="greaterThanOrEqual",
        formula1=_FIRST_DAY,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=TableColumn.NEW_DAY,
        error=text("table.day"),
    )


class _Styles:
    """How the cells of each column look."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401
        self._sheet = sheet
        side = Side(style="thin", color="BFBFBF")
        self._border = Border(left=side, right=side, top=side, bottom=side)

    def head(self, column: TableColumn) -> Any:  # noqa: ANN401
        """A heading with its note; those of the columns to fill in are dark on light."""
        theirs = column in REPORTED_ANEW
        cell = WriteOnlyCell(self._sheet, column.value)
        cell.font = _font(bold=True, color="000000" if theirs else "FFFFFF")
        cell.fill = PatternFill("solid", fgColor="FFD966" if theirs else "1F4E78")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.border = self._border
        said = note(column)
        cell.comment = Comment(said, "ikonzept", height=40 + len(said) // 2, width=320)
        return cell

    def cell(self, column: TableColumn, *, locked: bool) -> Any:  # noqa: ANN401
        """How a cell of a column looks; what can be typed is light, and text stays text whatever it begins with."""
        cell = WriteOnlyCell(self._sheet)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        cell.border = self._border
        cell.protection = Protection(locked=locked)
        cell.number_format = "DD.MM.YYYY" if column in DAYS else "@"
        if not locked:
            cell.fill = PatternFill("solid", fgColor="FFF9E5")
        if column is TableColumn.ID:
            cell.font = _font(bold=True)
        return cell


_NARROW, _WIDE = 22, 90


def _font(*, bold: bool, color: str = "000000") -> Font:
    return Font(name="Calibri", size=11, bold=bold, color=color)


# --- the other sheets ------------------------------------------------------------------------------------------------


def _write_notes(sheet: Any, lines: Iterable[Sequence[str]]) -> None:  # noqa: ANN401
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _NARROW, _WIDE
    sheet.protection.enable()
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for number, line in enumerate(lines, 1):
        _high(sheet, number, max((lines_of(said, _WIDE) for said in line), default=1))
        sheet.append([_told(sheet, said, bold=number == 1 or len(line) > 1 == place) for place, said in _placed(line)])


def _placed(line: Sequence[str]) -> Iterator[tuple[int, str]]:
    """A sentence stands in the wide column; of a pair the first in the narrow one."""
    return enumerate(line if len(line) > 1 else ("", *line), 1)


def _told(sheet: Any, said: str, *, bold: bool) -> Any:  # noqa: ANN401
    cell = WriteOnlyCell(sheet)
    cell.value = safe(said) or None
    cell.data_type = "s"
    cell.font = _font(bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _lists(table: Table) -> dict[TableColumn, Sequence[str]]:
    """What can be chosen in a column."""
    found: dict[TableColumn, Sequence[str]] = {
        TableColumn.NEW_STATUS: BY_HAND,
        TableColumn.NEW_OUTLOOK: tuple(Outlook),
        TableColumn.KIND: tuple(MeasureKind),
        TableColumn.ACTION_FIELD: table.vocabulary.fields.all,
        TableColumn.LEAD: table.vocabulary.parties.all,
    }
    return {column: words for column, words in found.items() if words}


def _write_lists(sheet: Any, lists: Mapping[TableColumn, Sequence[str]]) -> None:  # noqa: ANN401
    sheet.sheet_state = "hidden"
    sheet.protection.enable()
    sheet.append([_told(sheet, column, bold=True) for column in lists])
    for number in range(max(map(len, lists.values()))):
        said = (words[number] if number < len(words) else "" for words in lists.values())
        sheet.append([_told(sheet, word, bold=False) for word in said])
