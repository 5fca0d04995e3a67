"""What an account will have spent at the year's end, from its bookings so far; in €, two places.

Earlier years say how much of what is planned and not used yet on a day is usually spent after it; without them every
day counts alike. What is ordered will be paid. Where a forecast would only be a guess, none is made, and why is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.words import BookingKind
from ikonzept.reports.budget.cover import AccountPlan, plans
from ikonzept.reports.budget.figures import ZERO, actual, committed

_CENT = Decimal("0.01")
_PAYMENTS = 3
"""Fewer payments say nothing about a year."""
_EARLIEST = Decimal("0.25")
"""The share of a year below which its beginning says nothing of its end."""


class Basis(StrEnum):
    """What a forecast rests on, or why there is none."""

    EARLIER_YEARS = "earlier-years"
    DAYS = "days"
    OVER = "over"
    TOO_FEW = "too-few"
    TOO_EARLY = "too-early"


@dataclass(frozen=True, slots=True)
class Forecast:
    """An account on a day and at the year's end; ``expected`` is ``None`` where nothing can be said."""

    account: str
    title: str
    authorisation: Decimal
    actual: Decimal
    committed: Decimal
    expected: Decimal | None
    basis: Basis
    payments: int
    months: tuple[Decimal, ...]
    """What was spent by the end of each month, up to the day asked for."""

    @property
    def left(self) -> Decimal | None:
        """What will be left of the Ermächtigung; less than nothing where it will not do."""
        return None if self.expected is None else self.authorisation - self.expected


def forecasts(concept: Concept, year: FiscalYear, as_of: date) -> tuple[Forecast, ...]:
    """Every account of a year; after its end, what was spent."""
    return tuple(_forecast(concept, year, plan, as_of) for plan in plans(year, as_of))


def _forecast(concept: Concept, year: FiscalYear, plan: AccountPlan, as_of: date) -> Forecast:
    spent = sum((actual(line, as_of).amount for line in plan.lines), start=ZERO)
    bound = sum((committed(line, as_of).amount for line in plan.lines), start=ZERO)
    payments = sum(1 for _ in _payments(plan.lines, as_of))
    expected, basis = _expected(concept, year, plan, as_of, _Use(spent, spent + bound, payments))
    if expected is not None:
        expected = max(expected.quantize(_CENT, ROUND_HALF_UP), spent + bound)
    return Forecast(
        str(plan.account.number),
        plan.account.title or "",
        plan.authorised,
        spent,
        bound,
        expected,
        basis,
        payments,
        tuple(_by_month(plan.lines, year, as_of)),
    )


class _Use(NamedTuple):
    """What of an account is spent, what is spent or bound, and in how many payments."""

    spent: Decimal
    used: Decimal
    payments: int


def _expected(
    concept: Concept, year: FiscalYear, plan: AccountPlan, as_of: date, use: _Use
) -> tuple[Decimal | None, Basis]:
    if str(as_of.year) > year.id:
        return use.spent, Basis.OVER
    if use.payments < _PAYMENTS:
        return None, Basis.TOO_FEW
    usual = [found for former in _earlier(concept, year) if (found := _usual(former, plan.account, as_of)) is not None]
    if usual:
        return use.used + max(plan.planned - use.used, ZERO) * Decimal(median(usual)), Basis.EARLIER_YEARS
    elapsed = _elapsed(as_of)
    return (use.spent / elapsed, Basis.DAYS) if elapsed >= _EARLIEST else (None, Basis.TOO_EARLY)


def _elapsed(as_of: date) -> Decimal:
    """How much of its year a day has behind it."""
    days = (date(as_of.year, 12, 31) - date(as_of.year - 1, 12, 31)).days
    return Decimal(as_of.timetuple().tm_yday) / days


def _earlier(concept: Concept, year: FiscalYear) -> Iterator[FiscalYear]:
    """The years before that are closed: their Ist is complete."""
    return (former for former in concept.fiscal_years.values() if former.id < year.id and former.closed_on)


def _usual(former: FiscalYear, account: BudgetAccount, as_of: date) -> Decimal | None:
    """How much of what was planned and not used by the same day of an earlier year was spent after it, 0 to 1."""
    same = former.account_meant(account.number)
    if not same or not former.id.isdecimal():
        return None
    lines = former.lines_of(same)
    is_leap_day = (as_of.month, as_of.day) == (2, 29)
    day = date(int(former.id), as_of.month, 28 if is_leap_day else as_of.day)
    by_then = sum((actual(line, day).amount + committed(line, day).amount for line in lines), start=ZERO)
    free = sum((line.planned for line in lines), start=ZERO) - by_then
    whole = sum((actual(line, date.max).amount for line in lines), start=ZERO)
    return min(max(whole - by_then, ZERO) / free, Decimal(1)) if free > 0 else None


def _payments(lines: tuple[BudgetLine, ...], as_of: date) -> Iterator[Decimal]:
    for line in lines:
        for booking in line.bookings:
            if booking.kind is BookingKind.ACTUAL and booking.date <= as_of:
                yield booking.amount


def _by_month(lines: tuple[BudgetLine, ...], year: FiscalYear, as_of: date) -> Iterator[Decimal]:
    """What was spent by the end of each month of the year that has begun."""
    if not year.id.isdecimal():
        return
    for month in range(1, 13):
        first = date(int(year.id), month, 1)
        if first > as_of:
            return
        last = date(int(year.id) + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        yield sum((actual(line, min(last, as_of)).amount for line in lines), start=ZERO)
