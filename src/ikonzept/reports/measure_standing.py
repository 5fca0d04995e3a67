"""What of a row stands in the concept already, and which of its cells say something else than the file."""

import re
from collections.abc import Iterator
from datetime import date

from ikonzept.edits.measure import NewStatusEntry
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import Outlook, TableColumn
from ikonzept.reports.measure_rows import Changed, Differing, Entered, Known, Unread
from ikonzept.reports.measure_table import MOST_CHARACTERS, Value, Vocabulary, folded, said_by, so_far


class Standing:
    """Holds rows against the files; ``columns`` are those that the table has."""

    def __init__(self, known: Known, columns: frozenset[TableColumn]) -> None:
        self._known = known
        self._columns = columns

    def differing(self, row: Entered, measure: Measure, *, fits: bool) -> tuple[Differing, ...]:
        """The cells that went out filled and no longer say what the file says."""
        said = said_by(measure)
        if (wish := row.text(TableColumn.NEW_OUTLOOK)) and wish == said[TableColumn.OUTLOOK]:
            del said[TableColumn.OUTLOOK]  # the row's own wish, which has been granted
        if not row.names_one:
            del said[TableColumn.TITLE]  # by which it was found
        found = [self._cell(row, column, value) for column, value in said.items()]
        now = so_far(measure, date.max if not fits else self._known.as_of)
        if fits and not self._was(row, measure):
            found += [self._cell(row, column, value) for column, value in now.items()]
        elif not fits:
            found += [
                self._cell(row, column, value)
                for column, value in now.items()
                if not any(self._same(row, column, one) for one in _once(measure, column))
            ]
        return tuple(cell for cell in found if cell)

    def outdated(self, row: Entered, measure: Measure) -> tuple[Differing, ...]:
        """The cells by which a row without ``Stand`` shows that the Verlauf has gone on since it went out."""
        now = so_far(measure, self._known.as_of)
        found = (self._cell(row, column, value) for column, value in now.items() if column in self._columns)
        empty = (
            Differing(column, self._known.vocabulary.shown(column, value), None)
            for column, value in now.items()
            if value and column in self._columns and column not in row.cells
        )
        return tuple(cell for cell in (*found, *empty) if cell)

    def _cell(self, row: Entered, column: TableColumn, value: Value) -> Differing | None:
        if self._same(row, column, value):
            return None
        said = row.cells.get(column)
        shown = said.said if isinstance(said, Unread) else self._known.vocabulary.shown(column, said)
        return Differing(column, self._known.vocabulary.shown(column, value), shown)

    def _was(self, row: Entered, measure: Measure) -> bool:
        """Whether the Verlauf stood so on any day: a table may have gone out for an earlier one."""
        days = [self._known.as_of, date.min, *(entry.date for entry in reversed(measure.history))]
        return any(
            all(self._same(row, column, value) for column, value in so_far(measure, day).items()) for day in days
        )

    def _same(self, row: Entered, column: TableColumn, value: Value) -> bool:
        """Whether a cell says what the file says; so does one that is not there.

        An empty cell says that there is nothing only in a row of ours, which has a ``Stand``.
        """
        said = row.cells.get(column)
        if said is None and column in row.cells:
            return True  # a formula or an error, which is a problem already
        if said is None:
            nothing = not folded(value) if isinstance(value, str) else not value
            return nothing or column not in self._columns or TableColumn.STAMP not in row.cells
        if isinstance(said, Unread) and isinstance(value, date):
            return _may_mean(said.said, value)
        if isinstance(said, Unread):
            return folded(str(self._known.vocabulary.shown(column, value) or "")) == folded(said.said)
        if isinstance(said, tuple) and isinstance(value, tuple):
            return sorted(said) == sorted(value)
        if isinstance(said, str) and isinstance(value, str):
            return said == value or folded(said) == folded(value[:MOST_CHARACTERS])
        return said == value

    def pending(self, measure: Measure, entry: NewStatusEntry | None, outlook: Outlook | None) -> Iterator[Differing]:
        """What a row wants to bring, beside what the file says there now."""
        now = so_far(measure, date.max)
        beside = {
            TableColumn.NEW_REPORT: (now[TableColumn.REPORT], entry and entry.report),
            TableColumn.NEW_STATUS: (now[TableColumn.STATUS], entry and entry.status),
            TableColumn.NEW_OUTLOOK: (measure.outlook, outlook),
        }
        for column, (in_file, in_table) in beside.items():
            if in_table and in_table != in_file:
                shown = self._known.vocabulary.shown
                yield Differing(column, shown(column, in_file), shown(column, in_table))


def _may_mean(said: str, day: date) -> bool:
    """Whether a text is a known day in a form of which alone nobody could tell the day: ``16.09.24``, ``9/16/2024``."""
    numbers = [int(number) for number in re.findall("[0-9]+", said)[:3]]
    years = {day.year, day.year % 100}
    forms = ((day.day, day.month), (day.month, day.day))
    return any(numbers in ([*form, year], [year, *reversed(form)]) for form in forms for year in years)


def changed(before: Measure, now: Measure, vocabulary: Vocabulary, as_of: date) -> tuple[Changed, ...]:
    """What a measure says in the columns of a table, then and now."""
    old, new = (said_by(one) | so_far(one, as_of) for one in (before, now))
    shown = vocabulary.shown
    pairs = ((column, shown(column, old[column]), shown(column, new[column])) for column in new)
    return tuple(
        Changed(column, was, is_) for column, was, is_ in pairs if was != is_ and column is not TableColumn.INTERNAL
    )


def _once(measure: Measure, column: TableColumn) -> Iterator[Value]:
    """What the Verlauf has ever said in a column; nothing, before it began."""
    yield None
    for entry in measure.history:
        if column is TableColumn.STATUS and entry.status:
            yield entry.status.value
        elif column is TableColumn.REPORT:
            yield entry.report
        elif column is TableColumn.REPORTED and entry.report:
            yield entry.date


def stands(entry: NewStatusEntry, measure: Measure, as_of: date, *, has_day: bool) -> bool:
    """Whether the Verlauf says so already: a Sachstand in any entry, a bare status as the present one."""
    if entry.report or has_day:
        return any(_says(measure, one, entry, has_day=has_day) for one in measure.history)
    told = [one for one in measure.history if one.date <= as_of and one.status]
    return bool(told) and _says(measure, told[-1], entry, has_day=False)


def _says(measure: Measure, one: StatusEntry, wanted: NewStatusEntry, *, has_day: bool) -> bool:
    """Whether an entry says all that is wanted, a status also where it was that already; more does no harm."""
    pairs = ((wanted.report, one.report), (wanted.reason, one.reason), (wanted.paper, one.paper))
    return (
        (not has_day or one.date == wanted.day)
        and wanted.status in {None, one.status or measure.status_on(one.date)}
        and all(not said or folded(said) == folded(known or "") for said, known in pairs)
    )
