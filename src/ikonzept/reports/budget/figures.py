"""Every amount as the tree of what adds up to it; in €, two places (``domain.md``, Money).

A figure that has parts is their sum. A part that is taken off stands below with its sign turned round.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, Excess, FiscalYear, Transfer
from ikonzept.model.words import BookingKind
from ikonzept.values import AccountNumber

ZERO = Decimal("0.00")


class Figure(NamedTuple):
    """An amount, what it is (``available``, ``appropriation``, ``booking`` …), and what says so."""

    kind: str
    amount: Decimal
    source: Record | None = None
    """The thing in the files that says so, by its field; where there are parts, the thing they are of."""
    field: str = ""
    parts: tuple["Figure", ...] = ()


def summed(kind: str, parts: Iterable[Figure], source: Record | None = None) -> Figure:
    """The sum of its parts; those that are nothing are left out."""
    found = tuple(part for part in parts if part.amount or part.parts)
    return Figure(kind, sum((part.amount for part in found), start=ZERO), source, "", found)


def minus(figure: Figure) -> Figure:
    """The same figure, taken off."""
    return figure._replace(amount=-figure.amount, parts=tuple(map(minus, figure.parts)))


# --- accounts ------------------------------------------------------------------------------------------------------


def authorisation(year: FiscalYear, account: BudgetAccount, as_of: date) -> Figure:
    """Ansatz + Nachtrag + Übertragung + Mehrbedarf + Umbuchungen − Sperre, less what covers others' Mehrbedarf."""
    return summed("authorisation", _authorised(year, account, as_of), account)


def _authorised(year: FiscalYear, account: BudgetAccount, as_of: date) -> Iterator[Figure]:
    yield Figure("appropriation", account.appropriation, account, "appropriation")
    yield Figure("supplement", account.supplement or ZERO, account, "supplement")
    yield Figure("carry_over", account.carry_over or ZERO, account, "carry_over")
    for excess in account.excesses:
        yield Figure("excess", excess.amount, excess, "amount")
    for excess in _covered_by(year, account):
        yield Figure("cover", -excess.amount, excess, "amount")
    for transfer, sign in _moved(year, account, as_of):
        yield Figure("transfer", sign * transfer.amount, transfer, "amount")
    yield Figure("block", -(account.block or ZERO), account, "block")


def _covered_by(year: FiscalYear, account: BudgetAccount) -> Iterator[Excess]:
    """The Mehrbedarf of other accounts that this account covers."""
    for other in year.accounts:
        for excess in other.excesses:
            number = excess.cover_account
            if number and means(year, number, account):
                yield excess


def _moved(year: FiscalYear, account: BudgetAccount, as_of: date) -> Iterator[tuple[Transfer, int]]:
    for transfer in year.transfers:
        if transfer.date <= as_of:
            if means(year, transfer.target, account):
                yield transfer, 1
            if means(year, transfer.source, account):
                yield transfer, -1


def means(year: FiscalYear, number: AccountNumber, account: BudgetAccount) -> bool:
    """Whether a number is the one of this account."""
    return year.account_meant(number) is account


# --- lines ---------------------------------------------------------------------------------------------------------


def planned(line: BudgetLine) -> Figure:
    """What a line plans."""
    return Figure("planned", line.planned, line, "planned")


def committed(line: BudgetLine, as_of: date) -> Figure:
    """A line's commitments that are still open on a day: what is paid of them counts as Ist, once.

    What the next year goes on with is none of this year's any more. Without bookings its plain amount.
    """
    if not line.bookings:
        return Figure("committed", line.committed or ZERO, line, "committed")
    booked = _until(line, as_of)
    payments = [booking for booking in booked if booking.kind is not BookingKind.COMMITMENT and booking.settles]
    orders = (booking for booking in booked if booking.kind is BookingKind.COMMITMENT)
    return summed("committed", (_still_open(order, payments) for order in orders), line)


def actual(line: BudgetLine, as_of: date) -> Figure:
    """What a line has paid up to a day; without bookings its plain amount."""
    if not line.bookings:
        return Figure("actual", line.actual or ZERO, line, "actual")
    payments = (booking for booking in _until(line, as_of) if booking.kind is BookingKind.ACTUAL)
    return summed("actual", (Figure("payment", payment.amount, payment, "amount") for payment in payments), line)


def _until(line: BudgetLine, as_of: date) -> list[Booking]:
    return [booking for booking in line.bookings if booking.date <= as_of]


def _still_open(order: Booking, payments: Iterable[Booking]) -> Figure:
    """What of a commitment is not paid yet; who pays more than was ordered has not more than nothing to pay."""
    ordered = Figure("order", order.amount, order, "amount")
    settled: list[Figure] = []
    rest = order.amount
    for payment in payments:
        if payment.settles == order.voucher and rest:
            part = min(payment.amount, rest)
            kind = "carried" if payment.kind is BookingKind.CARRIED else "settled"
            settled.append(Figure(kind, -part, payment, "amount"))
            rest -= part
    return summed("order", (ordered, *settled), order) if settled else ordered
