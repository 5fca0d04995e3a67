"""Money by account, cover group, measure, field of action, unit or grant: the same lines, added up in other heaps."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.words import BudgetState
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.figures import Figure, minus, summed

ACCOUNT, COVER_GROUP, MEASURE, FIELD, UNIT, GRANT = GROUPINGS = (
    *("account", "cover-group", "measure", "field", "unit", "grant"),
)
"""By what money can be grouped."""


@dataclass(frozen=True, slots=True)
class Row:
    """One heap of a year; ``key`` is empty for what belongs to none (a line that pays no measure, say).

    ``authorisation`` belongs to accounts: other heaps have none, and what they have left is what they planned.
    """

    key: str
    title: str
    authorisation: Figure | None
    planned: Figure
    committed: Figure
    actual: Figure

    @property
    def available(self) -> Figure:
        """What is left: Ermächtigung − gebunden − Ist; of what has no Ermächtigung, geplant − gebunden − Ist."""
        whole = self.planned if self.authorisation is None else self.authorisation
        return summed("available", (whole, minus(self.committed), minus(self.actual)), whole.source)

    @property
    def share(self) -> int | None:
        """How much of it is committed or spent, in whole percent; ``None`` of nothing."""
        whole = self.planned.amount if self.authorisation is None else self.authorisation.amount
        used = self.committed.amount + self.actual.amount
        return int((used * 100 / whole).to_integral_value()) if whole > 0 else None


@dataclass(frozen=True, slots=True)
class Table:
    """A fiscal year in heaps, and all of it."""

    year: str
    state: BudgetState
    closed_on: date | None
    by: str
    rows: tuple[Row, ...]
    total: Row


class _Heap(NamedTuple):
    key: str
    title: str


def table(concept: Concept, year: FiscalYear, by: str, as_of: date) -> Table:
    """The sums of a year as they stood on a day, by one of ``GROUPINGS``; what belongs to none comes last."""
    heaps = _heaps(concept, year, by)
    lines: defaultdict[_Heap, list[BudgetLine]] = defaultdict(list)
    accounts: defaultdict[_Heap, list[BudgetAccount]] = defaultdict(list)
    if by in {ACCOUNT, COVER_GROUP}:
        for account in year.accounts:
            accounts[heaps.of_account(account)].append(account)
    for line in year.lines:
        lines[heaps.of_line(line)].append(line)
    order = sorted({*lines, *accounts}, key=heaps.order)
    has_own = by in {ACCOUNT, COVER_GROUP}
    rows = tuple(_row(heap, lines[heap], accounts[heap] if has_own else None, year, as_of) for heap in order)
    whole = _row(_Heap("", ""), year.lines, year.accounts if has_own else None, year, as_of)
    closed_on = year.closed_on if year.closed_on and year.closed_on <= as_of else None
    return Table(year.id, year.state, closed_on, by, rows, whole)


def _row(
    heap: _Heap,
    lines: Sequence[BudgetLine],
    accounts: Sequence[BudgetAccount] | None,
    year: FiscalYear,
    as_of: date,
) -> Row:
    authorised = None
    if accounts is not None:
        each = tuple(figures.authorisation(year, account, as_of) for account in accounts)
        authorised = each[0] if len(each) == 1 else summed("authorisation", each)
    return Row(
        heap.key,
        heap.title,
        authorised,
        summed("planned", map(figures.planned, lines)),
        summed("committed", (figures.committed(line, as_of) for line in lines)),
        summed("actual", (figures.actual(line, as_of) for line in lines)),
    )


# --- which heap ----------------------------------------------------------------------------------------------------


class _Heaps(NamedTuple):
    """Where a line goes, where an account goes, and in which order the heaps stand."""

    of_line: Callable[[BudgetLine], _Heap]
    of_account: Callable[[BudgetAccount], _Heap]
    order: Callable[[_Heap], tuple[bool, int, str]]


_NONE = _Heap("", "")


def _heaps(concept: Concept, year: FiscalYear, by: str) -> _Heaps:
    if by == ACCOUNT:
        return _by_account(year)
    if by == COVER_GROUP:
        return _by_cover_group(year)
    of_line: Mapping[str, Callable[[BudgetLine], _Heap]] = {
        MEASURE: lambda line: _measure(concept, line),
        FIELD: lambda line: _field(concept, line),
        UNIT: lambda line: _unit(concept, line),
        GRANT: _grants(concept, year),
    }
    return _Heaps(of_line[by], lambda _: _NONE, lambda heap: (not heap.key, 0, heap.key))


def _by_account(year: FiscalYear) -> _Heaps:
    """Accounts in the order of the file."""
    heaps = {id(account): _Heap(str(account.number), account.title or "") for account in year.accounts}
    places = {heap: place for place, heap in enumerate(heaps.values())}

    def of_line(line: BudgetLine) -> _Heap:
        found = year.account_meant(line.account)
        return heaps[id(found)] if found else _Heap(str(line.account), "")

    return _Heaps(of_line, lambda account: heaps[id(account)], lambda heap: (False, places.get(heap, len(places)), ""))


def _by_cover_group(year: FiscalYear) -> _Heaps:
    def of_account(account: BudgetAccount) -> _Heap:
        return _Heap(account.cover_group, account.cover_group) if account.cover_group else _NONE

    def of_line(line: BudgetLine) -> _Heap:
        found = year.account_meant(line.account)
        return of_account(found) if found else _NONE

    return _Heaps(of_line, of_account, lambda heap: (not heap.key, 0, heap.key))


def _measure(concept: Concept, line: BudgetLine) -> _Heap:
    found = concept.measures.get(line.measure or "")
    return _Heap(line.measure or "", found.title if found else "")


def _field(concept: Concept, line: BudgetLine) -> _Heap:
    """The field of the measure that a line pays, or the one of the event, or the one that it names."""
    measure, event = concept.measures.get(line.measure or ""), concept.events.get(line.subject or "")
    names = [measure.action_field] if measure else list(event.action_fields) if event else [line.subject or ""]
    found = concept.action_fields.get(names[0]) if len(names) == 1 else None
    return _Heap(found.id, found.title) if found else _NONE


def _unit(concept: Concept, line: BudgetLine) -> _Heap:
    """The Federführung of the measure that a line pays."""
    found = concept.measures.get(line.measure or "")
    return _Heap(found.lead, concept.name_of(found.lead)) if found else _NONE


def _grants(concept: Concept, year: FiscalYear) -> Callable[[BudgetLine], _Heap]:
    """The grants that pay for a line.

    A line that several pay for is a heap of its own: nobody said how much of it each pays.
    """
    by_line = grants_of_lines(concept, year)

    def of_line(line: BudgetLine) -> _Heap:
        grants = by_line.get(line.id, ())
        return _Heap(BETWEEN_GRANTS.join(grant.id for grant in grants), " + ".join(grant.title for grant in grants))

    return of_line


BETWEEN_GRANTS = " + "
"""What stands between the grants of a heap for which several pay."""


def grants_in(tables: Iterable[Table]) -> set[str]:
    """The ids of the grants that tables by grant have rows of."""
    keys = {row.key for found in tables if found.by == GRANT for row in found.rows if row.key}
    return {name for key in keys for name in key.split(BETWEEN_GRANTS)}


def grants_of_lines(concept: Concept, year: FiscalYear) -> Mapping[str, tuple[Grant, ...]]:
    """The grants that pay for each line of a year, by the line's id.

    A grant pays for the lines it names. One that names none pays for all lines of its accounts, in the years which
    its term touches.
    """
    known = {line.id for line in year.lines}
    found: defaultdict[str, tuple[Grant, ...]] = defaultdict(tuple)
    for grant in concept.grants.values():
        paid = known & set(grant.lines) if grant.lines else _lines_of_accounts(grant, year)
        for name in paid:
            found[name] += (grant,)
    return found


def _lines_of_accounts(grant: Grant, year: FiscalYear) -> set[str]:
    if not grant.touches(year.id):
        return set()
    accounts = (found for number in grant.accounts if (found := year.account_meant(number)))
    return {line.id for account in accounts for line in year.lines_of(account)}


def years_on(concept: Concept, as_of: date, names: Iterable[str]) -> tuple[FiscalYear, ...]:
    """The fiscal years of these names in order; without names the year of the day, or the latest before it."""
    chosen = set(names)
    if chosen:
        return tuple(year for name, year in concept.fiscal_years.items() if name in chosen)
    known = [name for name in concept.fiscal_years if name <= str(as_of.year)]
    return (concept.fiscal_years[max(known)],) if known else tuple(concept.fiscal_years.values())[:1]
