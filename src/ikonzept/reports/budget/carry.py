"""What a fiscal year leaves over for the next one; in €, two places."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.words import BookingKind
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.cover import AccountPlan, covering, plans
from ikonzept.reports.budget.figures import ZERO


@dataclass(frozen=True, slots=True)
class Rest:
    """What an account has left of a year: Ermächtigung − Ist, and how much of it may go on into the next.

    What is committed is not spent yet and goes on with the rest. What was carried over into the year lapses with its
    end, unless it is earmarked by a grant (§ 20 KomHKVO, from a secondary source); it is spent first.
    """

    left: Decimal
    lapsed: Decimal

    @property
    def may_go_on(self) -> Decimal:
        """What may be carried over."""
        return self.left - self.lapsed


def rests(concept: Concept, year: FiscalYear) -> Mapping[int, Rest]:
    """What each account leaves over at the end of a year, by the account's identity."""
    spent = [replace(plan, planned=_spent(plan)) for plan in plans(year, date.max)]
    lent: defaultdict[int, Decimal] = defaultdict(lambda: ZERO)
    for cover in covering(year, spent).covers:
        lent[id(cover.lender.account)] += cover.amount
    return {id(plan.account): _rest(concept, year, plan, lent[id(plan.account)]) for plan in spent}


def _spent(plan: AccountPlan) -> Decimal:
    return sum((figures.actual(line, date.max).amount for line in plan.lines), start=ZERO)


def _rest(concept: Concept, year: FiscalYear, plan: AccountPlan, lent: Decimal) -> Rest:
    """What is left of an account whose plan is what it has spent, less what it has lent to others for good."""
    spent = plan.planned
    left = max(plan.authorised - spent - lent, ZERO)
    old = max((plan.account.carry_over or ZERO) - spent, ZERO)
    return Rest(left, ZERO if is_earmarked(concept, year, plan.account) else min(old, left))


def is_earmarked(concept: Concept, year: FiscalYear, account: BudgetAccount) -> bool:
    """Whether a grant pays into an account: its money stays for its purpose."""
    return any(figures.means(year, number, account) for grant in concept.grants.values() for number in grant.accounts)


def following(concept: Concept, year: FiscalYear) -> FiscalYear | None:
    """The fiscal year after this one, where it has a file."""
    return concept.fiscal_years.get(year.successor or "")


def predecessors(concept: Concept) -> Iterator[tuple[FiscalYear, FiscalYear]]:
    """Each fiscal year with the one before it, where both have a file."""
    for former in concept.fiscal_years.values():
        year = following(concept, former)
        if year is not None:
            yield year, former


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An order of which something is still to be paid at a year's end; ``left`` is in €."""

    line: BudgetLine
    order: Booking
    left: Decimal


def open_orders(year: FiscalYear) -> Iterator[OpenOrder]:
    """The orders of a year that are neither paid nor carried; those of no voucher can be named by nothing."""
    for line in year.lines:
        for part in figures.committed(line, date.max).parts:
            if isinstance(part.source, Booking) and part.amount and part.source.voucher:
                yield OpenOrder(line, part.source, part.amount)


@dataclass(frozen=True, slots=True)
class Handover:
    """The open orders of a line, and the account of the next year that goes on with them, if it has one."""

    line: BudgetLine
    account: BudgetAccount | None
    orders: tuple[OpenOrder, ...]
    to_book: tuple[OpenOrder, ...]
    """Those that the next year has not booked yet."""


def handovers(year: FiscalYear, after: FiscalYear) -> Iterator[Handover]:
    """What a year hands over to the next one, line by line."""
    for line, group in groupby(open_orders(year), key=lambda one: one.line):
        account, orders = after.account_meant(line.account), tuple(group)
        known = _ordered_on(after, account) if account else frozenset()
        yield Handover(line, account, orders, tuple(one for one in orders if one.order.voucher not in known))


def _ordered_on(year: FiscalYear, account: BudgetAccount) -> frozenset[str | None]:
    """The vouchers of all orders on an account."""
    bookings = (booking for line in year.lines_of(account) for booking in line.bookings)
    return frozenset(booking.voucher for booking in bookings if booking.kind is BookingKind.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Carry:
    """What an account may carry into the next year.

    ``place`` is its place among the accounts there, ``None`` where it is not one of them; ``stands`` is the Übertragung
    that is written there already.
    """

    account: BudgetAccount
    amount: Decimal
    lapsed: Decimal
    place: int | None
    stands: Decimal | None


def carries(concept: Concept, year: FiscalYear, after: FiscalYear) -> Iterator[Carry]:
    """What each account of a year may carry into the one after it."""
    places = {id(account): place for place, account in enumerate(after.accounts)}
    left = rests(concept, year)
    for account in year.accounts:
        same = after.account_meant(account.number)
        rest = left[id(account)]
        yield Carry(account, rest.may_go_on, rest.lapsed, places.get(id(same)), same.carry_over if same else None)
