"""Tables that other programs write, CSV or a spreadsheet, as rows of cells that know where they stand."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

MAX_BYTES = 64 * 1024 * 1024
"""A table that is larger, packed or unpacked, is none that people look after by hand."""

DELIMITERS = (";", "\t", ",", "|")

HARMFUL = frozenset("=+-@\t\r'")
"""A spreadsheet calculates what begins so, and a ``'`` is a mark of its own; our tables put a ``'`` before it."""

MAX_CELLS = 5_000_000
"""As many cells, blank ones too, are laid out of a sheet; a few bytes can claim millions."""

Cell = str | Decimal
"""Text as it stands; of a spreadsheet's number its exact value, of its date the ISO form."""


class Formula(str):
    """A cell whose text is worked out: what it says is not what somebody wrote."""

    __slots__ = ()


class ErrorValue(str):
    """A cell in which a spreadsheet shows that something went wrong: ``#REF!``."""

    __slots__ = ()


class DayCell(str):
    """A day of a spreadsheet, in its ISO form."""

    __slots__ = ()


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
        return f"{letters(index)}{self.number}"

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell if isinstance(cell, str) else True for cell in self.cells)


def text_of(cell: Cell) -> str:
    """What a cell says, as text."""
    return cell if isinstance(cell, str) else f"{cell:f}"


def unharmed(cell: str) -> str:
    """A text without the ``'`` that one of our tables put before it; one that somebody wrote stays."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in HARMFUL else cell


def _column(line: str, delimiter: str, index: int) -> int:
    """The column (1-based) in which a cell begins; a delimiter between quotes ends none."""
    column, quoted = 0, False
    for _ in range(index):
        while column < len(line) and (quoted or line[column] != delimiter):
            quoted ^= line[column] == '"'
            column += 1
        column += 1
    return column + 1


def letters(index: int) -> str:
    """The letters of a sheet's column: A, B, … Z, AA."""
    name, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""How a workbook of an old kind begins, and one that is locked by a password."""


# --- CSV -----------------------------------------------------------------------------------------------------------


def decoded(raw: bytes) -> str:
    """The text of a CSV: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252.

    Raises ``TableProblem`` for what is none of them, or too large.
    """
    if len(raw) > MAX_BYTES:
        raise TableProblem("table-too-large", limit=MAX_BYTES // 1024**2)
    if raw.startswith(_OLD_WORKBOOK):
        raise TableProblem("table-old-workbook")
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
    _check_size(raw)
    with _as_problem():
        book = _opened(raw, values=True)
        filled = {one.title: found for one in book.worksheets if (found := list(_rows_of(one)))}
    if sheet is None and len(filled) > 1:
        raise TableProblem("table-sheets", known=tuple(filled))
    chosen = sheet or next(iter(filled), "")
    if chosen not in filled:
        raise TableProblem("table-sheet", name=chosen, known=tuple(filled))
    yield from filled[chosen]


class Sheet(NamedTuple):
    """One sheet as somebody filled it in: its name, its rows, which cells are merged (``B7:C9``), and keywords."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[str, ...]
    keywords: str = ""
    """Those of the whole workbook."""


class Usual(NamedTuple):
    """Which sheet of a workbook is meant where nobody says it: by its name, by what it holds, and which are none."""

    name: str
    beside: Collection[str] = ()
    """Sheets that are never meant."""
    is_filled_in: Callable[[Iterable[Row]], bool] = lambda _: False


def written_sheet(
    raw: bytes, usual: Usual, sheet: str | None = None, seen: Callable[[int], None] | None = None
) -> Sheet:
    """The sheet of this name, else the usual one, else the only one; formulas and errors are told as such.

    ``seen`` is called with the number of each row that was read. Raises ``TableProblem`` as ``sheet_rows``, and where
    a second sheet is filled in as well.
    """
    _check_size(raw)
    with _as_problem():
        book = _opened(raw, values=False)
        names = tuple(one.title for one in book.worksheets)
    chosen = sheet or _chosen(book, tuple(name for name in names if name not in usual.beside), usual)
    if chosen not in names:
        raise TableProblem("table-sheet", name=chosen, known=names)
    with _as_problem():
        found = book[chosen]
        keywords = str(book.properties.keywords or "")
        return Sheet(chosen, tuple(_written_rows(found, seen)), _merged(raw, found), keywords)


def _chosen(book: Any, names: tuple[str, ...], usual: Usual) -> str:  # noqa: ANN401
    """The one sheet that can be meant; of two that are filled in nobody knows which counts."""
    if len(names) == 1:
        return names[0]
    if usual.name not in names:
        raise TableProblem("table-sheets", known=names)
    with _as_problem():
        others = [name for name in names if name != usual.name and usual.is_filled_in(_written_rows(book[name], None))]
    if others:
        raise TableProblem("table-filled-sheets", known=(usual.name, *others))
    return usual.name


@contextmanager
def _as_problem() -> Iterator[None]:
    """Whatever a broken file makes openpyxl and its parsers raise is one problem."""
    try:
        yield
    except TableProblem:
        raise
    except Exception:  # noqa: BLE001
        raise TableProblem("table-workbook") from None


def _opened(raw: bytes, *, values: bool) -> Any:  # noqa: ANN401
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(raw), read_only=True, data_only=values, keep_links=False)


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
            return DayCell(value.date().isoformat())
        case date():
            return DayCell(value.isoformat())
        case _:
            return str(value).strip()


def _written_rows(sheet: Any, seen: Callable[[int], None] | None) -> Iterator[Row]:  # noqa: ANN401
    sheet.reset_dimensions()
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells += len(row) or 1
        if cells > MAX_CELLS:
            raise TableProblem("table-too-many-cells", limit=Decimal(MAX_CELLS))
        found = Row(number, tuple(_written(cell) for cell in row))
        if seen:
            seen(number)
        if not found.is_blank:
            yield found


def _written(cell: Any) -> Cell:  # noqa: ANN401
    value = cell.value
    if value is None:
        return ""
    match cell.data_type:
        case "s":
            return re.sub(_ESCAPED, _unescaped, str(value)).strip()
        case "f":
            return Formula(value if isinstance(value, str) else "=")
        case "e":
            return ErrorValue(value)
        case "d" if isinstance(value, date):
            return _cell(value) if "d" in _signs(cell.number_format) else f"{value:%Y-%m}"
        case _:
            return _cell(value)


_ESCAPED = "_x(00[01][0-9A-Fa-f]|005[Ff])_"
"""How the format writes signs that XML has not, line ends among them (``_x000D_``), and what only looks like one."""


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _signs(number_format: str) -> str:
    """What a number is shown by. Who typed 10/2022 got the first of that month, which is shown without its day."""
    return re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format).casefold()


def _merged(raw: bytes, sheet: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The merged cells of a sheet, which openpyxl passes over when it only reads."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        content = packed.read(sheet._worksheet_path)  # noqa: SLF001
    return tuple(found.decode() for found in re.findall(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"', content))
