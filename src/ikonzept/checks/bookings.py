"""What is booked on a line: in order, once, and not more than was planned."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Share, error, warning
from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import Booking, BudgetLine, FiscalYear
from ikonzept.model.words import BookingKind
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.carry import predecessors
from ikonzept.reports.budget.figures import ZERO, Figure


def budget_line_exceeds_plan(case: Case) -> Iterator[Finding]:
    """What is committed and spent on a line lies within what it plans."""
    for line in _lines(case):
        committed, actual = figures.committed(line, case.as_of), figures.actual(line, case.as_of)
        used = committed.amount + actual.amount
        if used > line.planned:
            booked = [part for part in (*committed.parts, *actual.parts) if part.amount]
            yield error(
                "budget-line-exceeds-plan",
                case.concept.place(line, "planned"),
                id=line.id,
                expected=line.planned,
                actual=used,
                difference=used - line.planned,
            ).made_by(*(share for part in booked if (share := _share(case, part))))


def _share(case: Case, part: Figure) -> Share | None:
    return _booked(case, part.source, part.amount) if isinstance(part.source, Booking) else None


def _booked(case: Case, booking: Booking, amount: Decimal) -> Share:
    """What a booking makes of an amount, called by its kind and voucher."""
    name = f"{booking.kind} {booking.voucher or booking.date.isoformat()}"
    return Share(name, amount, case.concept.place(booking, "amount"))


def bookings_out_of_order(case: Case) -> Iterator[Finding]:
    """Bookings stand in the order of their days, so that nobody overlooks one."""
    for line in _lines(case):
        for before, after in pairwise(line.bookings):
            if after.date < before.date:
                place = case.concept.place(after, "date")
                yield warning("bookings-out-of-order", place, id=line.id, day=after.date, before=before.date)
                break


def booking_outside_year(case: Case) -> Iterator[Finding]:
    """A booking is of its fiscal year; until that is closed, bills may come in the next one."""
    for year in case.concept.fiscal_years.values():
        first = int(year.id) if year.id.isdecimal() else None
        for booking in _bookings(year) if first else ():
            if first and not first <= booking.date.year <= first + 1:
                place = case.concept.place(booking, "date")
                yield warning("booking-outside-year", place, day=booking.date, year=year.id)


def payment_before_order(case: Case) -> Iterator[Finding]:
    """An order is booked before it is paid; else it counts as open until somebody notices."""
    for line in _lines(case):
        orders = {item.voucher: item for item in line.bookings if item.kind is BookingKind.COMMITMENT and item.voucher}
        for payment in line.bookings:
            order = orders.get(payment.settles or "")
            if order and payment.date < order.date:
                place = case.concept.place(payment, "date")
                yield warning(
                    "payment-before-order", place, voucher=order.voucher, day=payment.date, ordered=order.date
                )


def commitment_overpaid(case: Case) -> Iterator[Finding]:
    """An order is paid with what was ordered; what goes beyond it was never committed."""
    for line in _lines(case):
        for order in line.bookings:
            if order.kind is not BookingKind.COMMITMENT or not order.voucher:
                continue
            payments = [item for item in line.bookings if item.settles == order.voucher]
            paid = sum((payment.amount for payment in payments), start=ZERO)
            if payments and paid > order.amount:
                found = warning(
                    "commitment-overpaid",
                    case.concept.place(order, "amount"),
                    voucher=order.voucher,
                    expected=order.amount,
                    actual=paid,
                    difference=paid - order.amount,
                )
                yield found.made_by(*(_booked(case, payment, payment.amount) for payment in payments))


def carried_without_order(case: Case) -> Iterator[Finding]:
    """A Übertrag names the order that the next year goes on with; else nothing is carried."""
    for line in _lines(case):
        orders = {item.voucher for item in line.bookings if item.kind is BookingKind.COMMITMENT and item.voucher}
        for booking in line.bookings:
            if booking.kind is BookingKind.CARRIED and booking.settles not in orders:
                yield error("carried-without-order", case.concept.place(booking, "kind"), id=line.id)


def carried_order_missing(case: Case) -> Iterator[Finding]:
    """An order that is carried is booked again in the next year, with what was left of it."""
    for year, former in predecessors(case.concept):
        carried = [one for one in _bookings(former) if one.kind is BookingKind.CARRIED and one.settles]
        booked = _ordered(year) if carried else {}
        for booking in carried:
            actual = booked.get(booking.settles or "", ZERO)
            if actual < booking.amount:
                yield error(
                    "carried-order-missing",
                    case.concept.place(booking, "amount"),
                    voucher=booking.settles,
                    year=year.id,
                    expected=booking.amount,
                    actual=actual,
                    difference=booking.amount - actual,
                )


def _bookings(year: FiscalYear) -> Iterator[Booking]:
    return (booking for line in year.lines for booking in line.bookings)


def _ordered(year: FiscalYear) -> Mapping[str, Decimal]:
    """What is ordered by each voucher of a year."""
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for one in _bookings(year):
        if one.kind is BookingKind.COMMITMENT and one.voucher:
            found[one.voucher] += one.amount
    return found


def voucher_twice(case: Case) -> Iterator[Finding]:
    """A voucher is booked once in a year and account: twice it would count twice."""
    for year in case.concept.fiscal_years.values():
        seen: set[tuple[str, BookingKind, str, Decimal]] = set()
        for line in year.lines:
            for booking in line.bookings:
                if not booking.voucher:
                    continue
                key = (str(line.account), booking.kind, booking.voucher, booking.amount)
                if key in seen:
                    place = case.concept.place(booking, "voucher")
                    yield error("voucher-twice", place, voucher=booking.voucher, amount=booking.amount)
                seen.add(key)


# --- amounts that cannot be meant ----------------------------------------------------------------------------------


def amount_negative(case: Case) -> Iterator[Finding]:
    """What is planned, ordered or moved is more than nothing; a Nachtrag or a refund may be less."""
    for year in case.concept.fiscal_years.values():
        for thing, name in _never_negative(year):
            amount = getattr(thing, name)
            if amount is not None and amount < 0:
                yield error("amount-negative", case.concept.place(thing, name), amount=amount)


def _never_negative(year: FiscalYear) -> Iterator[tuple[Record, str]]:
    for account in year.accounts:
        yield from ((account, name) for name in ("appropriation", "carry_over", "block"))
        yield from ((excess, "amount") for excess in account.excesses)
    for line in year.lines:
        yield from ((line, name) for name in ("planned", "committed"))
        yield from ((booking, "amount") for booking in line.bookings if booking.kind is not BookingKind.ACTUAL)
    for transfer in year.transfers:
        yield transfer, "amount"


_IMPLAUSIBLE = 10
"""So many times the Ansatz of the year before is rather a slip of the comma."""


def amount_implausible(case: Case) -> Iterator[Finding]:
    """An Ansatz ten times that of the year before is rather a comma in the wrong place."""
    for year, former in predecessors(case.concept):
        for account in year.accounts:
            before = former.account_meant(account.number)
            if before and 0 < before.appropriation * _IMPLAUSIBLE <= account.appropriation:
                yield warning(
                    "amount-implausible",
                    case.concept.place(account, "appropriation"),
                    account=str(account.number),
                    actual=account.appropriation,
                    expected=before.appropriation,
                )


def _lines(case: Case) -> Iterator[BudgetLine]:
    for year in case.concept.fiscal_years.values():
        yield from year.lines


CHECKS: tuple[Check, ...] = (
    budget_line_exceeds_plan,
    bookings_out_of_order,
    booking_outside_year,
    payment_before_order,
    commitment_overpaid,
    carried_without_order,
    carried_order_missing,
    voucher_twice,
    amount_negative,
    amount_implausible,
)
