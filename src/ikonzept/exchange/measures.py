"""The table of measures that comes back from a department: its cells, read as what their columns mean."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ikonzept.exchange.measure_cells import CellReader
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
    written_sheet,
)
from ikonzept.model.words import TableColumn, TableSheet
from ikonzept.reports.measure_rows import Entered, Problem, Unread
from ikonzept.reports.measure_table import Value, Vocabulary


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
    found = tuple(row for row in rows(text, delimiter_of(text, mapped)) if not row.is_blank)
    head = head_of(found, mapped)
    return MeasureTable("", head, found[head.place + 1 :])


@dataclass(slots=True)
class Read:
    """What the cells of a table say, and what is none of it."""

    rows: list[Entered] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(table: MeasureTable, vocabulary: Vocabulary) -> Read:
    """The rows of a table, typed."""
    found = Read()
    found.problems += _merged(table)
    reader = CellReader(vocabulary)
    for row in table.rows:
        cells: dict[TableColumn, Value | Unread] = {}
        for column, index in table.head.columns.items():
            cell = row.cells[index] if index < len(row.cells) else ""
            code = _flaw(cell)
            if code:
                found.problems.append(Problem(code, row.number, column, {"value": str(cell)}))
                cells[column] = None
            elif (value := reader.value(column, cell)) is not None:
                cells[column] = value
        if cells:
            found.rows.append(Entered(row.number, cells))
    return found


def _flaw(cell: Cell) -> str | None:
    """What keeps a cell from being read at all."""
    if isinstance(cell, Formula):
        return "formula"
    return "error-value" if isinstance(cell, ErrorValue) else None


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


def sample(table: MeasureTable, index: int, most: int = 1) -> Sequence[str]:
    """The first things that a column says."""
    said = (text_of(row.cells[index]) for row in table.rows if index < len(row.cells))
    return [one for one in said if one][:most]
