"""What a table that comes back from a department means: nothing new, something new, or what no longer fits.

A row is unchanged where all its cells stand in the concept already, a Sachstand as the text of any entry. Otherwise its
``Stand`` must be that of the present file, or the row is a conflict. A row without a number is a new measure.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ikonzept.edits.measure import NewMeasure, NewStatusEntry
from ikonzept.findings import nearest
from ikonzept.model.measure import Measure
from ikonzept.model.paper import paper_id
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn
from ikonzept.reports.lineage import heirs
from ikonzept.reports.measure_names import Names
from ikonzept.reports.measure_rows import Change, Conflict, Differing, Entered, Judgement, Known, Problem, Unread
from ikonzept.reports.measure_standing import Standing, stands
from ikonzept.reports.measure_table import CONTENT, REPORTED_ANEW, Value
from ikonzept.reports.measure_verlauf import flaws
from ikonzept.reports.progress import needs_reason


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
        self._standing = Standing(known, columns)
        self._ids = ids
        self._by_case = {id_.casefold(): one for id_, one in known.concept.measures.items()}
        self._names = Names(known.concept.measures.values())
        self._heirs = heirs(known.concept.measures)
        self._seen: dict[object, int] = {}
        self.found = Judgement()

    def judge(self, row: Entered, given: Mapping[TableColumn, Value | Unread]) -> None:
        """A row is unchanged, a change, a new measure, a conflict or a problem."""
        before = len(self.found.problems)
        self._refuse_unread(row, REPORTED_ANEW)
        entry = self._entry(row)
        name = row.cells.get(TableColumn.ID)
        whole = row if name else Entered(row.number, {**given, **row.cells})
        measure = self._named(row, str(name)) if name else self._names.same(whole)
        if measure is None and not name:
            self._refuse_unread(row, CONTENT)
            self._refuse_incomplete(whole)
        if measure is not None or row.text(TableColumn.TITLE):
            self._refuse_twice(row, measure.id if measure else self._names.identity(whole))
        if measure is not None:
            self._known_measure(row, measure, entry, sound=len(self.found.problems) == before)
        elif len(self.found.problems) == before and not self._resembles(whole):
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

    def _resembles(self, row: Entered) -> bool:
        """Whether a new measure is called nearly as one that there is, which is a problem unless it is meant so."""
        other = None if self._known.takes_similar else self._names.similar(row)
        if other:
            self._problem("similar", row, TableColumn.TITLE, id=other.id, title=other.title)
        return bool(other)

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
        said = {column: row.text(column) for column in REPORTED_ANEW}
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
        differing = self._standing.differing(row, measure, fits=fits)
        if fits:
            self._refuse_protected(row, measure, differing)
        if not sound or (fits and differing):
            return
        said = row.text(TableColumn.NEW_OUTLOOK)
        outlook = Outlook(said) if said and measure.outlook != said else None
        if entry and stands(entry, measure, self._known.as_of, has_day=TableColumn.NEW_DAY in row.cells):
            entry = None
        if entry and self._is_flawed(row, measure, entry):
            return
        outdated = self._standing.outdated(row, measure) if stamp is None and (entry or outlook) else ()
        if not (entry or outlook or differing):
            self.found.unchanged.append(measure.id)
        elif fits or (stamp is None and not differing and not outdated):
            self._change(row, Change(row.number, measure, entry, outlook))
        else:
            cells = (*differing, *outdated, *self._standing.pending(measure, entry, outlook))
            went_out, said = stamp is not None or bool(outdated), stamp if isinstance(stamp, str) else None
            self.found.conflicts.append(Conflict(row.number, measure, cells, went_out, said))

    def _is_flawed(self, row: Entered, measure: Measure | None, entry: NewStatusEntry) -> bool:
        """Whether an entry says what a Verlauf does not take, which is a problem."""
        heirs_of = self._heirs.get(measure.id, ()) if measure else ()
        found = list(flaws(entry, measure, self._known.as_of, heirs_of))
        for code, column, params in found:
            self._problem(code, row, column, **params)
        return bool(found)

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

    # --- a new one

    def _new_measure(self, row: Entered, entry: NewStatusEntry | None) -> None:
        if entry and (self._is_flawed(row, None, entry) or self._lacks_reason(row, None, entry)):
            return
        said = {column: row.cells.get(column) for column in CONTENT}
        participants, begin, end = (
            said[column] for column in (TableColumn.PARTICIPANTS, TableColumn.BEGIN, TableColumn.END)
        )
        outlook = row.text(TableColumn.NEW_OUTLOOK)
        new = NewMeasure(
            id=next(self._ids),
            title=" ".join(str(said[TableColumn.TITLE]).split()),
            field=str(said[TableColumn.ACTION_FIELD]),
            kind=MeasureKind(str(said[TableColumn.KIND])),
            lead=str(said[TableColumn.LEAD]),
            day=entry.day if entry else self._known.as_of,
            status=entry.status if entry and entry.status else Status.PROPOSED,
            participants=participants if isinstance(participants, tuple) else (),
            target_group=row.text(TableColumn.TARGET_GROUP),
            begin=begin if isinstance(begin, date) else None,
            end=end if isinstance(end, date) else None,
            description=row.text(TableColumn.DESCRIPTION),
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
