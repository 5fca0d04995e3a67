"""Tables that other programs write, CSV or a spreadsheet, as rows of cells that know where they stand."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

MAX_BYTES = 64 * 1024 * 1024
"""A table that is larger, packed or unpacked, is none that people look after by hand."""

DELIMITERS = (";", "\t", ",", "|")

Cell = str | Decimal
"""Text as it stands; of a spreadsheet's number its exact value, of its date the ISO form."""


class TableProblem(Exception):
    """The file cannot be read as a table: ``error.<code>``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Row(NamedTuple):
    """One row: its number (of its first line, or in the sheet), its cells, and the line as it stands in a CSV."""

    number: int
    cells: tuple[Cell, ...]
    line: str = ""
    delimiter: str = ""

    def where(self, index: int) -> str:
        """Where a cell stands: ``14:23`` (line and column) in a CSV, ``D14`` in a sheet."""
        if self.delimiter:
            return f"{self.number}:{_column(self.line, self.delimiter, index)}"
        return f"{_letters(index)}{self.number}"

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell if isinstance(cell, str) else True for cell in self.cells)


def text_of(cell: Cell) -> str:
    """What a cell says, as text."""
    return cell if isinstance(cell, str) else f"{cell:f}"


def _column(line: str, delimiter: str, index: int) -> int:
    """The column (1-based) in which a cell begins; a delimiter between quotes ends none."""
    column, quoted = 0, False
    for _ in range(index):
        while column < len(line) and (quoted or line[column] != delimiter):
            quoted ^= line[column] == '"'
            column += 1
        column += 1
    return column + 1


def _letters(index: int) -> str:
    """The letters of a sheet's column: A, B, … Z, AA."""
    name, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


# --- CSV -----------------------------------------------------------------------------------------------------------


def decoded(raw: bytes) -> str:
    """The text of a CSV: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252.

    Raises ``TableProblem`` for what is none of them, or too large.
    """
    if len(raw) > MAX_BYTES:
        raise TableProblem("table-too-large", limit=MAX_BYTES // 1024**2)
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    for name in (encoding, "cp1252"):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TableProblem("table-encoding")


def rows(text: str, delimiter: str, limit: int | None = None) -> Iterator[Row]:
    """The rows of a CSV, blanks around cells taken off; only the first ``limit`` rows are read leniently.

    Raises ``TableProblem`` where a quotation mark is not closed.
    """
    lines = [line for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) if line]
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=limit is None)
    number = 1
    try:
        for cells in islice(reader, limit):
            yield Row(number, tuple(cell.strip() for cell in cells), lines[number - 1].rstrip("\r\n"), delimiter)
            number = reader.line_num + 1
    except csv.Error:
        raise TableProblem("table-quotes", line=number) from None


# --- spreadsheets --------------------------------------------------------------------------------------------------


def is_workbook(raw: bytes) -> bool:
    """Whether a file is an Excel workbook (``.xlsx``), by how it begins."""
    return raw.startswith(b"PK\x03\x04")


def sheet_rows(raw: bytes, sheet: str | None = None) -> Iterator[Row]:
    """The rows of the one sheet that holds anything, or of the one of this name; needs openpyxl.

    Raises ``TableProblem`` where the file is no workbook, or the sheet is not clear.
    """
    from openpyxl import load_workbook

    _check_size(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        filled = {one.title: found for one in book.worksheets if (found := list(_rows_of(one)))}
    except Exception:  # noqa: BLE001  whatever a broken file makes openpyxl and its parsers raise
        raise TableProblem("table-workbook") from None
    if sheet is None and len(filled) > 1:
        raise TableProblem("table-sheets", known=tuple(filled))
    chosen = sheet or next(iter(filled), "")
    if chosen not in filled:
        raise TableProblem("table-sheet", name=chosen, known=tuple(filled))
    yield from filled[chosen]


def _check_size(raw: bytes) -> None:
    """A few kilobytes can unpack to gigabytes: what is declared is looked at first."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(item.file_size for item in packed.infolist())
    except zipfile.BadZipFile:
        raise TableProblem("table-workbook") from None
    if max(size, len(raw)) > MAX_BYTES:
        raise TableProblem("table-too-large", limit=MAX_BYTES // 1024**2)


def _rows_of(sheet: Any) -> Iterator[Row]:  # noqa: ANN401  a sheet opened for reading is another than its stubs say
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        row = Row(number, tuple(_cell(value) for value in cells))
        if not row.is_blank:
            yield row


def _cell(value: object) -> Cell:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nein"
        case int():
            return Decimal(value)
        case float():
            return Decimal(f"{value:.15g}")  # as many digits as Excel itself shows
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()
