"""Money: a new line, a booking, a transfer, a year's end; each changes only the lines that it means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept import splicing
from ikonzept.edits.edit import Edit, text_of
from ikonzept.model.fields import key_of
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, FiscalYear, Transfer
from ikonzept.model.words import BookingKind
from ikonzept.splicing import Entry, NewEntry, Value


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to be planned; it pays for a measure, or for what ``subject`` names."""

    id: str
    account: str
    measure: str | None
    subject: str | None
    purpose: str | None
    planned: Decimal
    bookings: tuple["NewBooking", ...] = ()


@dataclass(frozen=True, slots=True)
class NewBooking:
    """A commitment or a payment of a line, or a commitment carried on."""

    day: date
    kind: BookingKind
    amount: Decimal
    voucher: str | None
    settles: str | None = None
    note: str | None = None
    internal: str | None = None


@dataclass(frozen=True, slots=True)
class NewTransfer:
    """Ermächtigung that goes from one account to another."""

    day: date
    source: str
    target: str
    amount: Decimal
    reason: str | None = None


def line_added(path: str, raw: bytes, line: NewLine) -> Edit:
    """A year with one more line at its end."""
    return Edit(path, raw, splicing.insert(path, text_of(raw), [_line(line)]).encode())


def _line(line: NewLine) -> NewEntry:
    given: dict[str, Value | None] = {
        "id": line.id,
        "account": line.account,
        "measure": line.measure,
        "subject": line.subject,
        "purpose": line.purpose,
        "planned": line.planned,
        "bookings": [_entry(Booking, _said(booking)) for booking in line.bookings] or None,
    }
    return NewEntry((key_of(FiscalYear, "lines"),), _entry(BudgetLine, given))


def booked(path: str, raw: bytes, year: FiscalYear, bookings: Iterable[tuple[str, NewBooking]]) -> Edit:
    """A year whose lines, by their ids, have more bookings; each stands where its day belongs."""
    return Edit(path, raw, splicing.insert(path, text_of(raw), _booked(year, bookings)).encode())


def _booked(year: FiscalYear, bookings: Iterable[tuple[str, NewBooking]]) -> list[NewEntry]:
    places = {line.id: place for place, line in enumerate(year.lines)}
    return [
        NewEntry(
            (key_of(FiscalYear, "lines"), places[name], key_of(BudgetLine, "bookings")),
            _entry(Booking, _said(booking)),
            _place(year.lines[places[name]].bookings, booking.day),
        )
        for name, booking in sorted(bookings, key=lambda one: one[1].day)
    ]


def _said(booking: NewBooking) -> Mapping[str, Value | None]:
    return {
        "date": booking.day.isoformat(),
        "kind": booking.kind.value,
        "amount": booking.amount,
        "voucher": booking.voucher,
        "settles": booking.settles,
        "note": booking.note,
        "internal": booking.internal,
    }


def _place(bookings: Sequence[Booking], day: date) -> int | None:
    """Behind all that happened up to a day; ``None`` is the end."""
    place = max((index + 1 for index, one in enumerate(bookings) if one.date <= day), default=0)
    return None if place == len(bookings) else place


def transferred(path: str, raw: bytes, moved: NewTransfer) -> Edit:
    """A year with one more Umbuchung."""
    given: dict[str, Value | None] = {
        "date": moved.day.isoformat(),
        "source": moved.source,
        "target": moved.target,
        "amount": moved.amount,
        "reason": moved.reason,
    }
    entry = NewEntry((key_of(FiscalYear, "transfers"),), _entry(Transfer, given))
    return Edit(path, raw, splicing.insert(path, text_of(raw), [entry]).encode())


def closed(path: str, raw: bytes, year: FiscalYear, day: date, carried: Iterable[tuple[str, NewBooking]] = ()) -> Edit:
    """A year that is closed on a day, and the orders of its lines, by their ids, that the next one goes on with."""
    said = splicing.insert(path, text_of(raw), _booked(year, carried))
    end = {key_of(FiscalYear, "closed_on"): day.isoformat()}
    return Edit(path, raw, splicing.put(path, said, end, key_of(FiscalYear, "state")).encode())


def carried_over(path: str, raw: bytes, amounts: Mapping[int, Decimal], lines: Iterable[NewLine] = ()) -> Edit:
    """A year whose accounts, by their places, have these Übertragungen, and the lines that go on with old orders."""
    said = splicing.insert(path, text_of(raw), map(_line, lines))
    for place, amount in amounts.items():
        block = (key_of(FiscalYear, "accounts"), place)
        given = {key_of(BudgetAccount, "carry_over"): amount}
        said = splicing.put(path, said, given, key_of(BudgetAccount, "appropriation"), block)
    return Edit(path, raw, said.encode())


def _entry(model: type[BudgetLine | Booking | Transfer], given: Mapping[str, Value | None]) -> Entry:
    """What an entry says, by the words of the file; what is not given is left out."""
    return {key_of(model, name): value for name, value in given.items() if value is not None}
