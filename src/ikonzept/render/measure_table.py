"""The table that departments fill in: as CSV, and what it says of itself in every form."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ikonzept.exchange.table import unharmed
from ikonzept.model.words import TableColumn
from ikonzept.render.sheet import harmless, sheet
from ikonzept.reports.measure_table import Table
from ikonzept.texts import text
from ikonzept.values import german_date

_UNWRITABLE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""What no spreadsheet can hold."""
_BROKEN_FROM = 72
"""An editor breaks lines that are at least so long."""


def as_csv(table: Table) -> str:
    """The table with semicolons between its cells."""
    rows = ([_said(row.get(column)) for column in table.columns] for row in table.rows)
    return sheet([list(table.columns), *rows])


def _said(value: str | date | None) -> str:
    return german_date(value) if isinstance(value, date) else writable(value or "")


def writable(said: str) -> str:
    """A text without what a cell cannot hold, and without the line ends at which somebody's editor broke it."""
    if said.isprintable():
        return said
    lines = said.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return re.sub(_UNWRITABLE, " ", "".join(_unbroken(lines)))


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    """The lines with what stands between them: a blank, where a long line goes on in the next one."""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        yield line
        if following is not None:
            goes_on = len(line) >= _BROKEN_FROM and re.match(r"[^\s*+•–0-9-]", following)
            yield " " if goes_on else "\n"


def safe(said: str) -> str:
    """A text as it goes into a cell of a workbook that is marked as text, where nothing is ever worked out.

    Only what begins as if we had made it harmless gets a ``'``: who reads the table back takes one off.
    """
    said = writable(said)
    return said if unharmed(said) == said else harmless(said)


def note(column: TableColumn) -> str:
    """What a column is for."""
    return text(f"table.note.{column.name.lower()}")


def explained(table: Table, title: str, deadline: date | None, *, internal: bool) -> Iterator[Sequence[str]]:
    """The lines of the sheet that says what to do; a pair is a column and what it is for."""
    yield (text("table.notes.title", title=title),)
    yield (text("table.notes.as_of", day=german_date(table.as_of)),)
    if deadline:
        yield (text("table.notes.deadline", day=german_date(deadline)),)
    if table.lead:
        yield (text("table.notes.lead", lead=table.lead),)
    if internal:
        yield (text("table.notes.internal"),)
    for number in range(1, _STEPS + 1):
        yield (text(f"table.notes.step_{number}"),)
    yield ()
    for column in table.columns:
        if column is not TableColumn.STAMP:
            yield (column, note(column))


_STEPS = 6
