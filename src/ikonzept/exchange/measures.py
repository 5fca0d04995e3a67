"""The table of measures that comes back from a department: its cells, read as what their columns mean."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ikonzept.exchange.measure_cells import CellReader
from ikonzept.exchange.measure_columns import Head, delimiter_of, head_of, is_filled_in, unheaded
from ikonzept.exchange.table import (
    Cell,
    DayCell,
    ErrorValue,
    Formula,
    Row,
    TableProblem,
    Usual,
    decoded,
    is_workbook,
    letters,
    rows,
    text_of,
    written_sheet,
)
from ikonzept.model.words import TableColumn, TableSheet
from ikonzept.reports.measure_rows import Entered, Problem, Unread
from ikonzept.reports.measure_table import REPORTED_ANEW, SO_FAR, Value, Vocabulary, origin_of
from ikonzept.values import day, german_date


class Place(NamedTuple):
    """Where a cell stands: ``cell`` in a sheet (``F12``), in a CSV the number of the column; ``0`` where it is not.

    ``measure`` is the Kennung of its row, where it has one.
    """

    sheet: str
    row: int
    cell: str
    column: int
    heading: str
    measure: str = ""


@dataclass(frozen=True)
class MeasureTable:
    """A table as it stands in a file, its head found."""

    sheet: str
    """The name of the sheet; empty for a CSV."""
    head: Head
    rows: tuple[Row, ...]
    """Those below the head."""
    merged: tuple[str, ...] = ()
    origin: str = ""
    """Whose table it is (AGS), as far as a workbook of ours says it."""

    def place(self, problem: Problem) -> Place:
        """Where a problem is."""
        index, measure = self.head.columns.get(problem.column), self.ids.get(problem.row, "")
        if index is None:
            return Place(self.sheet, problem.row, "", 0, problem.column, measure)
        cell, heading = f"{letters(index)}{problem.row}", self.head.heading(index)
        return Place(self.sheet, problem.row, cell, index + 1, heading, measure)

    @cached_property
    def ids(self) -> Mapping[int, str]:
        """What stands as Kennung, by the number of its row."""
        index = self.head.columns.get(TableColumn.ID)
        if index is None:
            return {}
        return {row.number: text_of(row.cells[index]).strip() for row in self.rows if index < len(row.cells)}


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
        read = written_sheet(raw, _USUAL, sheet, seen)
        head = _head(read.rows, mapped)
        return MeasureTable(read.name, head, read.rows[head.place + 1 :], read.merged, origin_of(read.keywords))
    found = _csv(raw, mapped)
    head = _head(found, mapped)
    return MeasureTable("", head, found[head.place + 1 :])


_USUAL = Usual(TableSheet.MEASURES, {TableSheet.NOTES, TableSheet.LISTS}, is_filled_in)


def holds_reports(raw: bytes) -> bool:
    """Whether a file is a table of ours that somebody has filled in, as far as it can be read."""
    try:
        if is_workbook(raw):
            return is_filled_in(written_sheet(raw, _USUAL).rows)
        return is_filled_in(_csv(raw, {}))
    except TableProblem as problem:
        return problem.code == "table-filled-sheets"


def _head(found: tuple[Row, ...], mapped: Mapping[TableColumn, str]) -> Head:
    if not found:
        raise TableProblem("table-empty")
    return head_of(found, mapped)


def _csv(raw: bytes, mapped: Mapping[TableColumn, str]) -> tuple[Row, ...]:
    try:
        text = decoded(raw)
    except TableProblem as problem:
        raise TableProblem("table-neither") if problem.code == "table-encoding" else problem from None
    return tuple(row for row in rows(text, delimiter_of(text, mapped)) if not row.is_blank)


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


class Notice(NamedTuple):
    """What should be known of a table in which nothing is wrong: ``table.<code>``."""

    code: str
    params: Mapping[str, object]


def notices(table: MeasureTable, found: Read) -> Iterator[Notice]:
    """What is missing in a table, or stands where nothing is read."""
    columns = table.head.columns
    missing = tuple(one for one in REPORTED_ANEW if one not in columns)
    if missing and (TableColumn.STAMP in columns or columns.keys() & {*SO_FAR}):
        yield Notice("missing-columns", {"columns": missing})
    if table.head.is_ours and TableColumn.ID in columns and TableColumn.STAMP not in columns:
        yield Notice("missing-stamp" if columns.keys() & {*SO_FAR} else "missing-both", {})
    stray = tuple(unheaded(table.head, table.rows))
    if stray:
        yield Notice("unheaded", {"cells": (*stray[:_MOST_CELLS], "…") if len(stray) > _MOST_CELLS else stray})
    if not found.problems and not any(row.cells.keys() & {*REPORTED_ANEW} or not row.names_one for row in found.rows):
        yield Notice("nothing", {})


_MOST_CELLS = 5


def sample(table: MeasureTable, index: int, most: int = 1) -> Sequence[str]:
    """The first things that a column says."""
    cells = (row.cells[index] for row in table.rows if index < len(row.cells))
    said = (german_date(day(cell)) if isinstance(cell, DayCell) else text_of(cell) for cell in cells)
    return [one for one in said if one][:most]
