"""The table of measures that comes back from a department: its cells, read as what their columns mean."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ikonzept.exchange.measure_columns import Head, delimiter_of, head_of
from ikonzept.exchange.table import (
    Cell,
    ErrorValue,
    Formula,
    Row,
    decoded,
    is_workbook,
    letters,
    rows,
    text_of,
    unharmed,
    written_sheet,
)
from ikonzept.findings import nearest
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn, TableSheet, Word
from ikonzept.reports.measure_import import Entered, Problem, Unread
from ikonzept.reports.measure_table import DAYS, Directory, Value, Vocabulary, folded
from ikonzept.values import NotAValue, day, german_date, paper_number

_WORDS: Mapping[TableColumn, type[Word]] = {
    TableColumn.KIND: MeasureKind,
    TableColumn.NEW_STATUS: Status,
    TableColumn.NEW_OUTLOOK: Outlook,
}


class Place(NamedTuple):
    """Where a cell stands: ``cell`` in a sheet (``F12``), in a CSV the number of the column; ``0`` where it is not."""

    sheet: str
    row: int
    cell: str
    column: int
    heading: str


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A table as it stands in a file, its head found."""

    sheet: str
    """The name of the sheet; empty for a CSV."""
    head: Head
    rows: tuple[Row, ...]
    """Those below the head."""
    merged: tuple[str, ...] = ()

    def place(self, problem: Problem) -> Place:
        """Where a problem is."""
        index = self.head.columns.get(problem.column)
        if index is None:
            return Place(self.sheet, problem.row, "", 0, problem.column)
        return Place(self.sheet, problem.row, f"{letters(index)}{problem.row}", index + 1, self.head.heading(index))


def table_of(
    raw: bytes,
    mapped: Mapping[TableColumn, str],
    sheet: str | None = None,
    seen: Callable[[int], None] | None = None,
) -> MeasureTable:
    """The table in a file, CSV or workbook; ``seen`` is called with the number of each row that was read.

    Raises ``TableProblem`` for what is no table, and ``Unclear`` where the columns are not to be found.
    """
    if is_workbook(raw):
        read = written_sheet(raw, TableSheet.MEASURES, sheet, seen)
        head = head_of(read.rows, mapped)
        return MeasureTable(read.name, head, read.rows[head.place + 1 :], read.merged)
    text = decoded(raw)
    found = tuple(_flawed(row) for row in rows(text, delimiter_of(text, mapped)) if not row.is_blank)
    head = head_of(found, mapped)
    return MeasureTable("", head, found[head.place + 1 :])


_FLAW = r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|BEZUG|WERT|ZAHL|N/A|NV)[!?]?|Err:[0-9]{3}"
"""What a spreadsheet writes into a CSV where something went wrong."""


def _flawed(row: Row) -> Row:
    cells = (ErrorValue(cell) if isinstance(cell, str) and re.fullmatch(_FLAW, cell) else cell for cell in row.cells)
    return row._replace(cells=tuple(cells))


@dataclass(slots=True)
class Read:
    """What the cells of a table say, and what is none of it."""

    rows: list[Entered] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(table: MeasureTable, vocabulary: Vocabulary) -> Read:
    """The rows of a table, typed."""
    found = Read()
    found.problems += _merged(table)
    reader = _Reader(vocabulary)
    for row in table.rows:
        cells: dict[TableColumn, Value | Unread] = {}
        for column, index in table.head.columns.items():
            cell = row.cells[index] if index < len(row.cells) else ""
            if cell == "":
                continue
            if isinstance(cell, Formula | ErrorValue):
                code = "formula" if isinstance(cell, Formula) else "error-value"
                found.problems.append(Problem(code, row.number, column, {"value": str(cell)}))
                cells[column] = None
                continue
            value = reader.value(column, cell)
            if value is not None:
                cells[column] = value
        if cells:
            found.rows.append(Entered(row.number, cells))
    return found


def _merged(table: MeasureTable) -> Iterator[Problem]:
    """Merged cells below the head, in columns that are read: only the first of them says what all seem to say."""
    by_index = {index: column for column, index in table.head.columns.items()}
    for area in table.merged:
        corner = re.match(r"([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?$", area)
        if corner is None:
            continue
        first, last = _index(corner[1]), _index(corner[3] or corner[1])
        top, bottom = int(corner[2]), int(corner[4] or corner[2])
        read = [by_index[index] for index in range(first, min(last, max(by_index)) + 1) if index in by_index]
        if read and bottom > table.head.row.number:
            yield Problem("merged", max(top, table.head.row.number + 1), read[0], {"area": area})


def _index(name: str) -> int:
    found = 0
    for letter in name:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


class _Reader:
    """Reads cells, each kind of column in its own way."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = {column: {folded(word).casefold(): word for word in words} for column, words in _WORDS.items()}

    def value(self, column: TableColumn, cell: Cell) -> Value | Unread:
        """What a cell says; ``None`` where there is nothing in it but blanks."""
        said = _clean(unharmed(text_of(cell)))
        if not said:
            return None
        if column in DAYS:
            return _day(said)
        if column in self._words:
            return self._word(column, said)
        if column is TableColumn.PARTICIPANTS:
            ids, unknown = self._vocabulary.parties.ids_of(said)
            return ids if unknown is None else _unknown(said, "party", unknown, self._vocabulary.parties)
        directory = self._vocabulary.of_column(column)
        if directory:
            code = "field" if column is TableColumn.ACTION_FIELD else "party"
            return directory.id_of(said) or _unknown(said, code, said, directory)
        if column is TableColumn.NEW_PAPER:
            return _paper(said)
        return said.casefold() if column is TableColumn.STAMP else said

    def _word(self, column: TableColumn, said: str) -> str | Unread:
        found = self._words[column].get(folded(said).casefold())
        if found is not None:
            return found.value
        words = _WORDS[column]
        params = {"value": said, "nearest": nearest(said, words), "known": tuple(words)}
        return Unread(said, "word", params)


def _clean(said: str) -> str:
    """A text as we write it: lines without blanks at their ends, and no signs that nobody can type."""
    lines = (re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", " ", line) for line in said.splitlines())
    return "\n".join(line.strip() for line in lines).strip()


def _unknown(said: str, code: str, name: str, directory: Directory) -> Unread:
    params = {"value": name, "nearest": nearest(name, directory.all), "known": directory.all or ("–",)}
    return Unread(said, code, params)


def _paper(said: str) -> str | Unread:
    try:
        return paper_number(said)
    except NotAValue:
        return Unread(said, "paper-number", {"value": said})


_CLOCK = r"[ T]00:00(?::00(?:\.0+)?)?"
_SHORT = r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{2})"
_MONTHS = r"(?i)[0-9]{4}[-/][0-9]{1,2}|[0-9]{1,2}[./-][0-9]{4}|[a-zä]+\.?[ -]?[0-9]{2,4}|[0-9]{4}"


def _day(said: str) -> date | Unread:
    """A day; a month is none, and of a year with two digits nobody knows the century."""
    bare = re.sub(_CLOCK, "", said)
    if short := re.fullmatch(_SHORT, bare):
        return _short_day(said, short)
    if re.fullmatch(_MONTHS, bare):
        return Unread(said, "date-month", {"value": said})
    try:
        return day(bare)
    except NotAValue as problem:
        return Unread(said, problem.code, {"value": said})


def _short_day(said: str, found: re.Match[str]) -> Unread:
    start = f"{found['day']:0>2}.{found['month']:0>2}."
    recent, earlier = (f"{start}{century}{found['year']}" for century in ("20", "19"))
    try:
        german_date(day(recent))
    except NotAValue:
        return Unread(said, "date-unknown", {"value": said})
    return Unread(said, "date-short", {"value": said, "recent": recent, "earlier": earlier})


def sample(table: MeasureTable, index: int, most: int = 1) -> Sequence[str]:
    """The first things that a column says."""
    said = (text_of(row.cells[index]) for row in table.rows if index < len(row.cells))
    return [one for one in said if one][:most]
