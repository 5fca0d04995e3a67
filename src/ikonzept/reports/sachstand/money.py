"""The money of a period's fiscal years by account and by measure; in €, two places, booked up to its last day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.carry import following
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.sums import Use, YearSum
from ikonzept.reports.measures import Selection
from ikonzept.reports.sachstand.period import Period


@dataclass(frozen=True, slots=True)
class MeasureMoney:
    """What a measure planned, committed and spent in a fiscal year."""

    year: str
    planned: Decimal
    committed: Decimal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class YearMoney:
    """A fiscal year by account, and what of it belongs to the measures that the report tells of.

    Where the report is narrowed to some measures the accounts say besides what these used.
    """

    accounts: YearSum
    measures: Use
    other: Use
    """What the year used for anything else: workshops, Vorlagen; nothing where the report is narrowed."""
    rest: "Rest | None"
    """What became of what was left; ``None`` of a year that is not closed yet on the last day."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What was not spent of a closed year, and how much of it the next year took over; the remainder has lapsed.

    ``carried`` is ``None`` where the next year has no file yet; what was spent or
    taken over beyond that leaves nothing lapsed.
    """

    unspent: Decimal
    carried: Decimal | None

    @property
    def lapsed(self) -> Decimal | None:
        """What is gone for good."""
        return max(self.unspent - self.carried, ZERO) if self.carried is not None else None


def years_of(concept: Concept, period: Period) -> tuple[FiscalYear, ...]:
    """The fiscal years that the period touches."""
    return tuple(year for name, year in concept.fiscal_years.items() if period.touches(name))


def by_measure(concept: Concept, period: Period) -> Mapping[str, tuple[MeasureMoney, ...]]:
    """The money of each measure, year by year, by its id; years without any are left out."""
    found: defaultdict[str, tuple[MeasureMoney, ...]] = defaultdict(tuple)
    for year in years_of(concept, period):
        for name, use in sums.uses_by_measure((year,), period.until).items():
            found[name] += (MeasureMoney(year.id, use.planned, use.committed, use.actual),)
    return found


def by_year(concept: Concept, period: Period, selection: Selection, measures: frozenset[str]) -> Iterator[YearMoney]:
    """The sums of each year; ``measures`` are the ids of those that the report tells of."""
    for year in years_of(concept, period):
        concerns = (lambda line: line.measure in measures) if selection else None
        accounts = sums.year_sum(year, period.until, concerns)
        own = sum((sums.use(line, period.until) for line in year.lines if line.measure in measures), start=Use())
        whole = sum((sums.use(line, period.until) for line in year.lines), start=Use())
        other = Use() if selection else _without(whole, own)
        yield YearMoney(accounts, own, other, _rest(concept, year, accounts, period))


def _rest(concept: Concept, year: FiscalYear, found: YearSum, period: Period) -> Rest | None:
    if year.closed_on is None or year.closed_on > period.until:
        return None
    after = following(concept, year)
    taken = (after.account_meant(account.number) for account in year.accounts) if after else ()
    carried = sum((account.carry_over or ZERO for account in taken if account), start=ZERO)
    return Rest(found.total.authorisation - found.total.actual, carried if after else None)


def _without(whole: Use, part: Use) -> Use:
    return Use(whole.planned - part.planned, whole.committed - part.committed, whole.actual - part.actual)
