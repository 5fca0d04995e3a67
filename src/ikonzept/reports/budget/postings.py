"""Bookings as another system has them, each with the line of ours that it belongs to, or why it has none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import compress
from operator import not_

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.words import BookingKind
from ikonzept.reports.budget.figures import ZERO
from ikonzept.values import AccountNumber, phrase


@dataclass(frozen=True, slots=True)
class Posting:
    """A booking of a finance system; € with two places, a refund is less than nothing."""

    row: int
    """The line or row of the file in which it stands."""
    year: str
    date: date
    account: AccountNumber
    kind: BookingKind
    amount: Decimal
    voucher: str
    order: str = ""
    """The voucher of the order that it pays, as the other system calls it."""
    line: str = ""
    """The id of our line, where the other system knows it."""
    note: str = ""


_Key = tuple[str, str, BookingKind, str]
"""Year, account, kind and voucher of a booking."""


@dataclass(frozen=True, slots=True)
class New:
    """A posting that a line has not got yet."""

    posting: Posting
    year: str
    line: str
    settles: str | None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A posting that nobody can say where it belongs: ``reason`` is a code, ``known`` what it is about."""

    posting: Posting
    reason: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Every posting of a file, once: new, known already, or not to be matched."""

    new: tuple[New, ...]
    unchanged: tuple[Posting, ...]
    unmatched: tuple[Unmatched, ...]

    @property
    def sums(self) -> tuple[Decimal, Decimal, Decimal]:
        """What the three are together; in €."""
        parts = ((one.posting for one in self.new), self.unchanged, (one.posting for one in self.unmatched))
        new, unchanged, unmatched = (sum((one.amount for one in part), start=ZERO) for part in parts)
        return new, unchanged, unmatched

    @property
    def total(self) -> Decimal:
        """What all of them are together; in €."""
        return sum(self.sums, start=ZERO)


def matched(concept: Concept, postings: Sequence[Posting]) -> Matching:
    """Postings by reference and account, never by guess.

    A posting is known where its account has a booking of the same voucher, kind and amount. A new one belongs to the
    line that it names, else to the line of its account on which the order is booked that it pays.
    """
    booked = _Booked(concept, postings)
    is_known = [booked.has(posting) for posting in postings]
    left = list(compress(postings, map(not_, is_known)))
    left.sort(key=lambda one: one.kind is not BookingKind.COMMITMENT)  # orders first, then what pays them
    found = [_match(concept, posting, booked) for posting in left]
    found.sort(key=lambda one: one.posting.row)
    return Matching(
        new=tuple(one for one in found if isinstance(one, New)),
        unchanged=tuple(compress(postings, is_known)),
        unmatched=tuple(one for one in found if isinstance(one, Unmatched)),
    )


def _match(concept: Concept, posting: Posting, booked: "_Booked") -> New | Unmatched:
    """What becomes of a posting that is not booked yet."""
    if not posting.voucher:
        return Unmatched(posting, "no-voucher")
    year = concept.fiscal_years.get(posting.year)
    if year is None:
        return Unmatched(posting, "no-year", (posting.year,))
    accounts = year.accounts_named(posting.account)
    if len(accounts) != 1:
        return Unmatched(posting, "several-accounts" if accounts else "no-account", _numbers(accounts or year.accounts))
    if booked.is_twice(posting):
        return Unmatched(posting, "twice")
    if others := booked.otherwise(posting):
        return Unmatched(posting, "booked-otherwise", tuple(f"{line} {phrase(one.amount)}" for line, one in others))
    if year.closed_on:
        return Unmatched(posting, "closed", (phrase(year.closed_on),))
    if year.id.isdecimal() and not int(year.id) <= posting.date.year <= int(year.id) + 1:
        return Unmatched(posting, "other-year", (phrase(posting.date),))
    if posting.kind is BookingKind.COMMITMENT and posting.amount < 0:
        return Unmatched(posting, "order-below-zero")
    return _line_for(concept, year, accounts[0], posting, booked)


def _numbers(accounts: Iterable[BudgetAccount]) -> tuple[str, ...]:
    return tuple(str(account.number) for account in accounts)


def _line_for(
    concept: Concept, year: FiscalYear, account: BudgetAccount, posting: Posting, booked: "_Booked"
) -> New | Unmatched:
    """The one line that a posting names, or on which its order is booked."""
    if posting.line and posting.line not in concept.budget_lines:
        return Unmatched(posting, "unknown-line", (posting.line,))
    lines = {line.id: line for line in year.lines_of(account)}
    orders = booked.lines_with_order(posting)
    named = _named_lines(concept, posting)
    if foreign := [name for name in named if name not in lines]:
        return Unmatched(posting, "line-of-other-account", tuple(foreign))
    found = list(dict.fromkeys((*named, *orders)))
    if len(found) != 1:
        possible = tuple(concept.line_name(concept.budget_lines[name]) for name in found or lines)
        unknown = "unknown-order" if posting.order else "no-line"
        return Unmatched(posting, "several-lines" if found else unknown, possible)
    line = lines[found[0]]
    if line.committed is not None or line.actual is not None:
        return Unmatched(posting, "plain-amounts", (line.id,))
    booked.remember(posting, line.id)
    return New(posting, year.id, line.id, _order_of(posting) if orders else None)


def _named_lines(concept: Concept, posting: Posting) -> list[str]:
    """Our lines that a posting names, in a column of their own or in its text."""
    words = re.findall(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", f"{posting.line} {posting.note}")
    return list(dict.fromkeys(word for word in words if word in concept.budget_lines))


def _order_of(posting: Posting) -> str:
    """The order that a posting pays: the one it names, else the one of its own number."""
    return posting.order or posting.voucher


class _Booked:
    """What is booked already, each booking to be found once; and how often the file has the same posting."""

    def __init__(self, concept: Concept, postings: Iterable[Posting]) -> None:
        self._concept = concept
        self._left: defaultdict[_Key, list[tuple[str, Booking]]] = defaultdict(list)
        self._orders: defaultdict[_Key, list[str]] = defaultdict(list)
        for year, line, booking in _bookings_of(concept):
            if booking.voucher:
                key = self._key(year.id, line.account, booking.kind, booking.voucher)
                self._left[key].append((line.id, booking))
                self._orders[key].append(line.id)
        self._count = Counter(self._whole(posting) for posting in postings)

    def has(self, posting: Posting) -> bool:
        """Whether a posting is booked, with the same voucher, account, kind and amount.

        Where it names its line, or an order of ours that it pays, that is the same too.
        """
        left = self._left.get(self._of(posting), [])
        same = next((one for one in left if self._is_same(posting, *one)), None)
        if same is not None:
            left.remove(same)
        return same is not None

    def _is_same(self, posting: Posting, line: str, booking: Booking) -> bool:
        known = posting.order and self.lines_with_order(posting)
        return (
            booking.amount == posting.amount
            and posting.line in {"", line}
            and (not known or booking.settles == posting.order)
        )

    def otherwise(self, posting: Posting) -> Sequence[tuple[str, Booking]]:
        """Bookings of the same voucher that no posting of the file has been found to be, with their lines."""
        return self._left.get(self._of(posting), [])

    def lines_with_order(self, posting: Posting) -> Sequence[str]:
        """The lines on which the order is booked that a payment pays."""
        if posting.kind is not BookingKind.ACTUAL:
            return ()
        return self._orders.get(
            self._key(posting.year, posting.account, BookingKind.COMMITMENT, _order_of(posting)), ()
        )

    def remember(self, posting: Posting, line: str) -> None:
        """A posting is of this line from now on."""
        self._orders[self._of(posting)].append(line)

    def is_twice(self, posting: Posting) -> bool:
        """Whether the file has the same posting more than once."""
        return self._count[self._whole(posting)] > 1

    def _whole(self, posting: Posting) -> tuple["_Key", Decimal]:
        return self._of(posting), posting.amount

    def _of(self, posting: Posting) -> "_Key":
        return self._key(posting.year, posting.account, posting.kind, posting.voucher)

    def _key(self, year: str, number: AccountNumber, kind: BookingKind, voucher: str) -> "_Key":
        """By the account that is meant, however its number is written."""
        known = self._concept.fiscal_years.get(year)
        account = known.account_meant(number) if known else None
        return year, str(account.number if account else number), kind, voucher


def _bookings_of(concept: Concept) -> Iterator[tuple[FiscalYear, BudgetLine, Booking]]:
    for year in concept.fiscal_years.values():
        for line in year.lines:
            for booking in line.bookings:
                yield year, line, booking


def posted(concept: Concept, years: Iterable[FiscalYear]) -> Iterator[Posting]:
    """Every booking of these years as a posting, in the order of the files."""
    wanted = {year.id for year in years}
    for row, (year, line, booking) in enumerate(_bookings_of(concept), 2):
        if year.id in wanted:
            yield Posting(
                row=row,
                year=year.id,
                date=booking.date,
                account=line.account,
                kind=booking.kind,
                amount=booking.amount,
                voucher=booking.voucher or "",
                order=booking.settles or "",
                line=line.id,
                note=booking.internal or booking.note or "",
            )
