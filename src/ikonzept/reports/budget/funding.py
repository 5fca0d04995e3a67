"""A measure's money over the years, and what grants pay of it; in €, two places.

A grant pays its share of what is eligible, at most what was granted; without a share it pays all of that, up to the
same limit. Shares are rounded to the cent, half up. Eligible is what is paid within the grant's term; by plan, what
the lines plan in the years that the term touches. Where several grants pay for a line nobody said how much each
pays: that stays unsaid, it is never guessed.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.measure import FollowUpCosts, Measure
from ikonzept.model.words import BookingKind
from ikonzept.reports import lineage
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.groups import grants_of_lines
from ikonzept.reports.budget.sums import Use
from ikonzept.values import TWO_PLACES

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Split:
    """Who pays what of some costs: costs = ``funded`` + ``own`` + ``unsaid``.

    ``unsaid`` is what several grants pay for together, nobody said how much each.
    """

    funded: Decimal = ZERO
    own: Decimal = ZERO
    unsaid: Decimal = ZERO

    def __add__(self, other: "Split") -> "Split":
        return Split(self.funded + other.funded, self.own + other.own, self.unsaid + other.unsaid)


@dataclass(frozen=True, slots=True)
class Funded:
    """What was planned, committed and spent, and who pays for it by plan and of what is spent (Ist)."""

    use: Use = field(default_factory=Use)
    by_plan: Split = field(default_factory=Split)
    so_far: Split = field(default_factory=Split)

    def __add__(self, other: "Funded") -> "Funded":
        return Funded(self.use + other.use, self.by_plan + other.by_plan, self.so_far + other.so_far)


# --- a grant -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A line that a grant pays for; ``eligible`` is what of its Ist was paid within the term."""

    id: str
    year: str
    name: str
    use: Use
    plannable: Decimal
    """What of its plan is eligible: all of it, or nothing where the term touches no day of its year."""
    eligible: Decimal
    also_paid_by: tuple[str, ...]
    """The other grants that pay for it."""


@dataclass(frozen=True, slots=True)
class Payment:
    """What a grant pays at most of some costs; ``own`` is the rest, ``None`` where other grants pay too."""

    costs: Decimal
    eligible: Decimal
    at_most: Decimal
    own: Decimal | None


@dataclass(frozen=True, slots=True)
class GrantMoney:
    """A grant over all its years; ``share`` in percent, ``None`` where it pays all up to what was granted."""

    id: str
    title: str
    granted: Decimal
    share: Decimal | None
    begin: date | None
    end: date | None
    proof_due: date | None
    lines: tuple[GrantLine, ...]
    use: Use
    by_plan: Payment
    so_far: Payment
    shared_with: tuple[str, ...]
    """Other grants that pay for some of its lines."""


def grant_money(concept: Concept, grant: Grant, as_of: date) -> GrantMoney:
    """What a grant pays as it stands on a day."""
    lines = tuple(_lines_of(concept, grant, as_of))
    shared = tuple(dict.fromkeys(other for line in lines for other in line.also_paid_by))
    use = sum((line.use for line in lines), start=Use())
    planned = sum((line.plannable for line in lines), start=ZERO)
    eligible = sum((line.eligible for line in lines), start=ZERO)
    return GrantMoney(
        id=grant.id,
        title=grant.title,
        granted=grant.amount,
        share=grant.share,
        begin=grant.term.begin if grant.term else None,
        end=grant.term.end if grant.term else None,
        proof_due=grant.proof_due,
        lines=lines,
        use=use,
        by_plan=_payment(grant, use.planned, planned, alone=not shared),
        so_far=_payment(grant, use.actual, eligible, alone=not shared),
        shared_with=shared,
    )


def grants_money(concept: Concept, names: Iterable[str], as_of: date) -> tuple[GrantMoney, ...]:
    """The grants of these ids, in the order of their files."""
    wanted = set(names)
    return tuple(grant_money(concept, grant, as_of) for name, grant in concept.grants.items() if name in wanted)


def _lines_of(concept: Concept, grant: Grant, as_of: date) -> Iterator[GrantLine]:
    for year in concept.fiscal_years.values():
        paid = grants_of_lines(concept, year)
        for line in year.lines:
            grants = paid.get(line.id, ())
            if any(one is grant for one in grants):
                yield GrantLine(
                    line.id,
                    year.id,
                    concept.line_name(line),
                    sums.use(line, as_of),
                    eligible_plan(grant, year, line),
                    eligible(grant, year, line, as_of),
                    tuple(other.id for other in grants if other is not grant),
                )


def eligible_plan(grant: Grant, year: FiscalYear, line: BudgetLine) -> Decimal:
    """What a line plans of a grant's eligible costs: all of it in a year that the term touches."""
    return line.planned if grant.touches(year.id) else ZERO


def eligible(grant: Grant, year: FiscalYear, line: BudgetLine, as_of: date) -> Decimal:
    """What a line has paid within a grant's term.

    A plain amount has no day of its own: it counts in a year that the term touches.
    """
    if not line.bookings:
        return (line.actual or ZERO) if grant.touches(year.id) else ZERO
    payments = (booking for booking in line.bookings if booking.kind is BookingKind.ACTUAL and booking.date <= as_of)
    return sum((payment.amount for payment in payments if grant.pays_on(payment.date)), start=ZERO)


def share_of(grant: Grant, costs: Decimal) -> Decimal:
    """A grant's share of some costs, rounded to the cent half up; never more than all, of less than nothing nothing."""
    percent = _HUNDRED if grant.share is None else min(max(grant.share, Decimal(0)), _HUNDRED)
    return (max(costs, ZERO) * percent / _HUNDRED).quantize(TWO_PLACES, ROUND_HALF_UP)


def at_most(grant: Grant, costs: Decimal) -> Decimal:
    """The most that a grant pays of some eligible costs."""
    return min(grant.amount, share_of(grant, costs))


def _payment(grant: Grant, costs: Decimal, of_it: Decimal, *, alone: bool) -> Payment:
    paid = at_most(grant, of_it)
    return Payment(costs, of_it, paid, costs - paid if alone else None)


# --- what of each line is paid by whom -----------------------------------------------------------------------------


def by_line(concept: Concept, as_of: date) -> Mapping[int, Funded]:
    """Who pays for each line of all years, by the line's identity.

    Where a grant reaches its limit it pays the same part of each of its lines' eligible costs; the cents that rounding
    leaves over lie so that the lines together are what the grant pays.
    """
    paying = _paying(concept)
    planned: Parts = {}
    spent: Parts = {}
    for grant in concept.grants.values():
        own = [paid for paid in paying if any(one is grant for one in paid.grants)]
        planned |= _parts(grant, [(paid, eligible_plan(grant, paid.year, paid.line)) for paid in own])
        spent |= _parts(grant, [(paid, eligible(grant, paid.year, paid.line, as_of)) for paid in own])
    funded = {id(paid.line) for paid in paying}
    return {
        key: Funded(
            use,
            _split(use.planned, planned.get(key), is_funded=key in funded),
            _split(use.actual, spent.get(key), is_funded=key in funded),
        )
        for year in concept.fiscal_years.values()
        for line in year.lines
        for key, use in ((id(line), sums.use(line, as_of)),)
    }


Parts = dict[int, Decimal]
"""What is paid of each line, by the line's identity."""


class _Paid(NamedTuple):
    """A line and the grants that pay for it."""

    year: FiscalYear
    line: BudgetLine
    grants: tuple[Grant, ...]


def _paying(concept: Concept) -> list[_Paid]:
    """Every line that grants pay for."""
    found = []
    for year in concept.fiscal_years.values():
        paid = grants_of_lines(concept, year)
        found += [_Paid(year, line, paid[line.id]) for line in year.lines if line.id in paid]
    return found


def _parts(grant: Grant, costs: Sequence[tuple[_Paid, Decimal]]) -> Parts:
    """What a grant pays of each line that it alone pays for.

    Where it also pays for lines together with others, and not all of its share fits into its limit, nobody said how
    much is left for those it pays for alone: then nothing is known.
    """
    alone = [(id(paid.line), cost) for paid, cost in costs if len(paid.grants) == 1]
    if len(alone) < len(costs) and share_of(grant, sum((cost for _, cost in costs), start=ZERO)) > grant.amount:
        return {}
    whole = sum((cost for _, cost in alone), start=ZERO)
    paid = at_most(grant, whole)
    reached = itertools.accumulate((cost for _, cost in alone), initial=ZERO)
    steps = [(paid * cost / whole).quantize(TWO_PLACES, ROUND_HALF_UP) if whole > 0 else ZERO for cost in reached]
    return {key: after - before for (key, _), (before, after) in zip(alone, itertools.pairwise(steps), strict=True)}


def _split(costs: Decimal, paid: Decimal | None, *, is_funded: bool) -> Split:
    if paid is None:
        return Split(unsaid=costs) if is_funded else Split(own=costs)
    return Split(funded=paid, own=costs - paid)


# --- a measure -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AccountMoney:
    """What one account pays for a measure in a year."""

    number: str
    title: str
    money: Funded


@dataclass(frozen=True, slots=True)
class YearMoney:
    """A year of a measure; ``costs`` is what it is to cost (Kosten), ``None`` where nobody said so."""

    year: str
    costs: Decimal | None
    accounts: tuple[AccountMoney, ...]
    money: Funded


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What goes on costing: ``amount`` a year; ``total`` where the last year is known."""

    amount: Decimal
    begin: int
    end: int | None
    total: Decimal | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class FormerMoney:
    """What was planned, committed and spent for a measure out of which another came.

    ``heirs`` are the ids of all that came out of it: where they are several nobody said whose share is whose.
    """

    id: str
    title: str
    use: Use
    heirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureMoney:
    """A measure's money over the years, its total, the grants that pay for it, and what follows.

    ``former`` is that of the measures out of which it came; no part of the total, for it stays with them.
    """

    years: tuple[YearMoney, ...]
    costs: Decimal | None
    total: Funded
    grants: tuple[GrantMoney, ...]
    follow_up: FollowUp | None
    former: tuple[FormerMoney, ...] = ()


def measure_money(concept: Concept, measure: Measure, as_of: date) -> MeasureMoney | None:
    """Every year that has a line or planned costs of a measure; ``None`` where it says nothing of money."""
    paid = by_line(concept, as_of)
    costs = costs_by_year(measure)
    own = {
        name: lines
        for name, year in concept.fiscal_years.items()
        if (lines := [line for line in year.lines if line.measure == measure.id])
    }
    years = tuple(
        _year(concept.fiscal_years.get(name), name, costs.get(name), own.get(name, ()), paid)
        for name in sorted({*costs, *own}, key=lambda name: (len(name), name))
    )
    follow_up = _follow_up(measure.follow_up_costs)
    former = tuple(_former(concept, measure, paid))
    if not years and not follow_up and not former:
        return None
    return MeasureMoney(
        years,
        sum(costs.values(), start=ZERO) if costs else None,
        sum((year.money for year in years), start=Funded()),
        grants_money(concept, _grants_of(concept, own), as_of),
        follow_up,
        former,
    )


def _former(concept: Concept, measure: Measure, paid: Mapping[int, Funded]) -> Iterator[FormerMoney]:
    """The measures out of which one came, also by way of others, as far as money was meant for them."""
    known = lineage.heirs(concept.measures)
    for one in lineage.predecessors(concept, measure.id):
        uses = [paid[id(line)].use for line in concept.budget_lines.values() if line.measure == one.id]
        if uses:
            yield FormerMoney(one.id, one.title, sum(uses, start=Use()), known[one.id])


def costs_by_year(measure: Measure) -> Mapping[str, Decimal]:
    """What a measure is to cost in each year; several entries of a year add up."""
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for entry in measure.costs:
        found[str(entry.year)] += entry.amount
    return found


def _year(
    year: FiscalYear | None,
    name: str,
    costs: Decimal | None,
    lines: Sequence[BudgetLine],
    paid: Mapping[int, Funded],
) -> YearMoney:
    accounts: defaultdict[tuple[str, str], Funded] = defaultdict(Funded)
    for line in lines:
        named = year.account_meant(line.account) if year else None
        key = (str(named.number), named.title or "") if named else (str(line.account), "")
        accounts[key] += paid[id(line)]
    return YearMoney(
        name,
        costs,
        tuple(AccountMoney(*key, money) for key, money in accounts.items()),
        sum(accounts.values(), start=Funded()),
    )


def _grants_of(concept: Concept, lines: Mapping[str, Sequence[BudgetLine]]) -> Iterator[str]:
    for name, own in lines.items():
        paid = grants_of_lines(concept, concept.fiscal_years[name])
        yield from (grant.id for line in own for grant in paid.get(line.id, ()))


def _follow_up(costs: FollowUpCosts | None) -> FollowUp | None:
    if costs is None:
        return None
    years = costs.end - costs.begin + 1 if costs.end is not None and costs.end >= costs.begin else None
    total = costs.amount * years if years is not None else None
    return FollowUp(costs.amount, costs.begin, costs.end, total, costs.reason)
