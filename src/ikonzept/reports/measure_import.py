"""What a table that comes back from a department means: nothing new, something new, or what no longer fits.

A row is unchanged where all its cells stand in the concept already, a Sachstand as the text of any entry. Otherwise its
``Stand`` must be that of the present file, or the row is a conflict. A row without a number is a new measure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ikonzept.edits.measure import NewMeasure, NewStatusEntry
from ikonzept.findings import nearest
from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.paper import paper_id
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn
from ikonzept.reports.measure_table import (
    CONTENT,
    MOST_CHARACTERS,
    REPORTED_ANEW,
    Value,
    Vocabulary,
    folded,
    said_by,
    so_far,
)
from ikonzept.reports.progress import needs_reason


@dataclass(frozen=True, slots=True)
class Unread:
    """What a cell says and its column cannot mean: ``table.<code>``."""

    said: str
    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entered:
    """A row as it came back: its number in the table, and the cells that say something, or cannot say it (``None``)."""

    number: int
    cells: Mapping[TableColumn, Value | Unread]


class Problem(NamedTuple):
    """Why nothing of a table may be taken over: ``table.<code>``, and the cell."""

    code: str
    row: int
    column: TableColumn
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """What a row brings to a measure that there is."""

    row: int
    measure: Measure
    entry: NewStatusEntry | None
    outlook: Outlook | None


class Differing(NamedTuple):
    """A cell of a conflict: what stands in the file, and what in the table."""

    column: TableColumn
    in_file: str | date | None
    in_table: str | date | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row whose file has changed since it went out, or a row without ``Stand`` that says something else."""

    row: int
    measure: Measure
    cells: tuple[Differing, ...]
    went_out: bool


@dataclass(slots=True)
class Judgement:
    """What a whole table means."""

    unchanged: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    new: list[tuple[int, NewMeasure]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """What a table is held against."""

    concept: Concept
    vocabulary: Vocabulary
    stamps: Mapping[str, str]
    """Those of the measures' files as they are, by the measure's id."""
    papers: frozenset[str]
    """The ids of the Vorlagen that there are."""
    unreadable: frozenset[str]
    """The ids of measures whose file cannot be read."""
    as_of: date


def judged(
    rows: Iterable[Entered],
    known: Known,
    columns: frozenset[TableColumn],
    ids: Iterator[str],
    given: Mapping[TableColumn, Value | Unread] | None = None,
) -> Judgement:
    """What the rows mean; ``columns`` are those that the table has, ``ids`` the next free ones for new measures.

    ``given`` is what a row without a number means where it says nothing in a column.
    """
    judge = _Judge(known, columns, ids)
    for row in rows:
        judge.judge(row, given or {})
    return judge.found


class _Judge:
    """Takes the rows one after another."""

    def __init__(self, known: Known, columns: frozenset[TableColumn], ids: Iterator[str]) -> None:
        self._known = known
        self._columns = columns
        self._ids = ids
        self._by_case = {id_.casefold(): one for id_, one in known.concept.measures.items()}
        self._by_name: dict[tuple[str | None, ...], Measure] = {
            (folded(one.title), one.action_field, one.lead): one for one in known.concept.measures.values()
        }
        self._seen: dict[object, int] = {}
        self.found = Judgement()

    def judge(self, row: Entered, given: Mapping[TableColumn, Value | Unread]) -> None:
        """A row is unchanged, a change, a new measure, a conflict or a problem."""
        before = len(self.found.problems)
        self._refuse_unread(row, REPORTED_ANEW)
        entry = self._entry(row)
        name = row.cells.get(TableColumn.ID)
        whole = row if name else Entered(row.number, {**given, **row.cells})
        measure = self._named(row, str(name)) if name else self._by_name.get(_identity(whole))
        if measure is None and not name:
            self._refuse_unread(row, CONTENT)
            self._refuse_incomplete(whole)
        if measure is not None or not name:
            self._refuse_twice(row, measure.id if measure else _identity(whole))
        if measure is not None:
            self._known_measure(row, measure, entry, sound=len(self.found.problems) == before)
        elif len(self.found.problems) == before:
            self._new_measure(whole, entry)

    # --- whose row it is

    def _named(self, row: Entered, name: str) -> Measure | None:
        known = self._known
        found = known.concept.measures.get(name) or self._by_case.get(name.casefold())
        if found is None:
            code = "unreadable" if name in known.unreadable else "unknown-id"
            close = None if name in known.unreadable else nearest(name, known.concept.measures)
            self._problem(code, row, TableColumn.ID, name=name, nearest=close)
        return found

    def _refuse_twice(self, row: Entered, identity: object) -> None:
        """No measure has two rows: nobody could say which of them counts."""
        other = self._seen.setdefault(identity, row.number)
        if other != row.number:
            column = TableColumn.ID if TableColumn.ID in row.cells else TableColumn.TITLE
            self._problem("twice", row, column, other=other)

    # --- what a row says

    def _refuse_unread(self, row: Entered, columns: Iterable[TableColumn]) -> None:
        for column in columns:
            cell = row.cells.get(column)
            if isinstance(cell, Unread):
                self._problem(cell.code, row, column, **cell.params)

    def _refuse_incomplete(self, row: Entered) -> None:
        """A new measure says what it is."""
        for column in (TableColumn.TITLE, TableColumn.ACTION_FIELD, TableColumn.KIND, TableColumn.LEAD):
            if column not in row.cells:
                self._problem("missing", row, column)

    def _entry(self, row: Entered) -> NewStatusEntry | None:
        """What is to be entered in the Verlauf; nothing where the row reports nothing."""
        said = {column: _text(row, column) for column in REPORTED_ANEW}
        if not (said[TableColumn.NEW_REPORT] or TableColumn.NEW_STATUS in row.cells):
            for column in (TableColumn.NEW_DAY, TableColumn.NEW_REASON, TableColumn.NEW_PAPER):
                if column in row.cells:
                    self._problem("alone", row, column)
            return None
        day, status = row.cells.get(TableColumn.NEW_DAY), said[TableColumn.NEW_STATUS]
        paper = said[TableColumn.NEW_PAPER]
        if paper and paper_id(paper) not in self._known.papers:
            self._problem("paper", row, TableColumn.NEW_PAPER, number=paper)
        return NewStatusEntry(
            day if isinstance(day, date) else self._known.as_of,
            Status(status) if status else None,
            said[TableColumn.NEW_REPORT],
            said[TableColumn.NEW_REASON],
            paper,
        )

    def _problem(self, code: str, row: Entered, column: TableColumn, **params: object) -> None:
        self.found.problems.append(Problem(code, row.number, column, params))

    # --- a measure that there is

    def _known_measure(self, row: Entered, measure: Measure, entry: NewStatusEntry | None, *, sound: bool) -> None:
        """A row of a measure that there is; of one that is not ``sound`` only what else is wrong with it is told."""
        stamp = row.cells.get(TableColumn.STAMP)
        fits = stamp == self._known.stamps[measure.id]
        differing = self._differing(row, measure, fits=fits)
        if fits:
            self._refuse_protected(row, measure, differing)
        if not sound or (fits and differing):
            return
        said = _text(row, TableColumn.NEW_OUTLOOK)
        outlook = Outlook(said) if said and measure.outlook != said else None
        if entry and _stands(entry, measure, self._known.as_of, has_day=TableColumn.NEW_DAY in row.cells):
            entry = None
        if not (entry or outlook or differing):
            self.found.unchanged.append(measure.id)
        elif fits or (stamp is None and not differing):
            self._change(row, Change(row.number, measure, entry, outlook))
        else:
            cells = (*differing, *self._pending(measure, entry, outlook))
            self.found.conflicts.append(Conflict(row.number, measure, cells, stamp is not None))

    def _change(self, row: Entered, change: Change) -> None:
        entry = change.entry
        if not (entry and self._lacks_reason(row, change.measure.status_on(entry.day), entry)):
            self.found.changes.append(change)

    def _refuse_protected(self, row: Entered, measure: Measure, differing: Iterable[Differing]) -> None:
        path = self._known.concept.path(measure)
        for cell in differing:
            params = {"id": measure.id, "old": cell.in_file, "new": cell.in_table, "path": path}
            self._problem(_PROTECTED.get(cell.column, "protected"), row, cell.column, **params)

    def _lacks_reason(self, row: Entered, left: Status | None, entry: NewStatusEntry) -> bool:
        """Whether a step needs a reason that is not there, which is a problem."""
        lacks = bool(entry.status and not entry.reason and needs_reason(left, entry.status))
        if lacks:
            self._problem("reason", row, TableColumn.NEW_REASON, left=left or "–", entered=entry.status)
        return lacks

    def _differing(self, row: Entered, measure: Measure, *, fits: bool) -> tuple[Differing, ...]:
        """The cells that went out filled and no longer say what the file says."""
        said = said_by(measure)
        if (wish := _text(row, TableColumn.NEW_OUTLOOK)) and wish == said[TableColumn.OUTLOOK]:
            del said[TableColumn.OUTLOOK]  # the row's own wish, which has been granted
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
        if isinstance(said, Unread):
            return folded(str(self._known.vocabulary.shown(column, value) or "")) == folded(said.said)
        if isinstance(said, tuple) and isinstance(value, tuple):
            return sorted(said) == sorted(value)
        if isinstance(said, str) and isinstance(value, str):
            return said == value or folded(said) == folded(value[:MOST_CHARACTERS])
        return said == value

    def _pending(self, measure: Measure, entry: NewStatusEntry | None, outlook: Outlook | None) -> Iterator[Differing]:
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

    # --- a new one

    def _new_measure(self, row: Entered, entry: NewStatusEntry | None) -> None:
        if entry and self._lacks_reason(row, None, entry):
            return
        said = {column: row.cells.get(column) for column in CONTENT}
        participants, begin, end = (
            said[column] for column in (TableColumn.PARTICIPANTS, TableColumn.BEGIN, TableColumn.END)
        )
        outlook = _text(row, TableColumn.NEW_OUTLOOK)
        new = NewMeasure(
            id=next(self._ids),
            title=" ".join(str(said[TableColumn.TITLE]).split()),
            field=str(said[TableColumn.ACTION_FIELD]),
            kind=MeasureKind(str(said[TableColumn.KIND])),
            lead=str(said[TableColumn.LEAD]),
            day=entry.day if entry else self._known.as_of,
            status=entry.status if entry and entry.status else Status.PROPOSED,
            participants=participants if isinstance(participants, tuple) else (),
            target_group=_text(row, TableColumn.TARGET_GROUP),
            begin=begin if isinstance(begin, date) else None,
            end=end if isinstance(end, date) else None,
            description=_text(row, TableColumn.DESCRIPTION),
            report=entry.report if entry else None,
            reason=entry.reason if entry else None,
            paper=entry.paper if entry else None,
            outlook=Outlook(outlook) if outlook else None,
        )
        self.found.new.append((row.number, new))


_PROTECTED = {
    TableColumn.TITLE: "protected-title",
    TableColumn.ACTION_FIELD: "protected-field",
    TableColumn.STATUS: "protected-status",
    TableColumn.REPORT: "protected-report",
    TableColumn.REPORTED: "protected-report",
    TableColumn.OUTLOOK: "protected-outlook",
}
"""Cells that have a command, or a cell of their own beside them."""


def _text(row: Entered, column: TableColumn) -> str | None:
    """A cell as text; ``None`` where nothing is said, or nothing that can be read."""
    said = row.cells.get(column)
    return said if isinstance(said, str) else None


def _identity(row: Entered) -> tuple[str | None, ...]:
    """What a measure without a number is known by."""
    title = _text(row, TableColumn.TITLE)
    return (title and folded(title), _text(row, TableColumn.ACTION_FIELD), _text(row, TableColumn.LEAD))


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


def _stands(entry: NewStatusEntry, measure: Measure, as_of: date, *, has_day: bool) -> bool:
    """Whether the Verlauf says so already: a Sachstand in any entry, a bare status as the present one."""
    if entry.report or has_day:
        return any(_says(one, entry, has_day=has_day) for one in measure.history)
    told = [one for one in measure.history if one.date <= as_of and one.status]
    return bool(told) and _says(told[-1], entry, has_day=False)


def _says(one: StatusEntry, wanted: NewStatusEntry, *, has_day: bool) -> bool:
    """Whether an entry says all that is wanted; more does no harm."""
    pairs = ((wanted.report, one.report), (wanted.reason, one.reason), (wanted.paper, one.paper))
    return (
        (not has_day or one.date == wanted.day)
        and wanted.status in {None, one.status}
        and all(not said or folded(said) == folded(known or "") for said, known in pairs)
    )
