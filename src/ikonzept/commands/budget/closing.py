"""``ikonzept budget close``: the end of a fiscal year, and what goes on into the next."""

from datetime import date as Date  # noqa: N812  the option is called date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.bookkeeping import How, file_of, made, write_down
from ikonzept.commands.budget.fiscal import check_readable, free_id, year_named
from ikonzept.commands.budget.spending import Day
from ikonzept.commands.options import AsOf, Repo, day_or_today, say, say_aside
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.edits.budget import NewBooking, NewLine
    from ikonzept.model.fiscal_year import FiscalYear
    from ikonzept.reports.budget.carry import Carry, Handover


def close(
    year: Annotated[str, typer.Argument(metavar="JAHR", help=text("spending.option.closing"))],
    date: Day = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Closes a year; what its accounts leave over is carried into the next one, where that has a file."""
    from ikonzept.edits.budget import carried_over, closed
    from ikonzept.reports.budget.carry import following, open_orders

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    chosen = year_named(opened, year)
    day = chosen.closed_on if chosen.closed_on and date is None else day_or_today(date, as_of)
    if chosen.closed_on and chosen.closed_on != day:
        raise IkonzeptError("spending-closed", year=year, day=chosen.closed_on)
    if chosen.closed_on and _has_gone_on(following(opened.loaded.concept, chosen)):
        say("writing.unchanged")
        return Exit.FINE
    if day.isoformat() <= f"{year}-12-31":
        raise IkonzeptError("spending-not-over", exit_code=Exit.USAGE, year=year, day=day)
    check_readable(opened, [chosen.successor or ""])
    (path, raw), after = file_of(opened, chosen), following(opened.loaded.concept, chosen)
    if after is not None and after.closed_on:
        raise IkonzeptError("spending-closed", year=after.id, day=after.closed_on)
    if after is None:
        say_aside("spending.no_next_year", year=year)
        for one in open_orders(chosen):
            say_aside("spending.order_open", id=one.line.id, voucher=one.order.voucher, amount=one.left)
        edits = [made(lambda: closed(path, raw, chosen, day), path)]
    else:
        amounts, (old, new) = _carried(opened, chosen, after), _handed_over(opened, chosen, after)
        next_path, next_raw = file_of(opened, after)
        edits = [
            made(lambda: closed(path, raw, chosen, day, old), path),
            made(lambda: carried_over(next_path, next_raw, amounts, new), next_path),
        ]
    return write_down(opened, edits, "close", {"year": year}, How(dry_run, commit, day))


def _has_gone_on(after: "FiscalYear | None") -> bool:
    """Whether the next year has what it was to have: its own end, or Übertragungen of which people have decided."""
    return after is None or bool(after.closed_on) or any(one.carry_over is not None for one in after.accounts)


def _carried(opened: "Opened", year: "FiscalYear", after: "FiscalYear") -> "dict[int, Decimal]":
    """What goes on into the next year, by the places of its accounts; what cannot, or stands there, is told."""
    from ikonzept.reports.budget.carry import carries

    found = tuple(carries(opened.loaded.concept, year, after))
    for carry in found:
        _tell_of_carry(carry, after.id)
    return {carry.place: carry.amount for carry in found if carry.place is not None and _is_new(carry)}


def _handed_over(
    opened: "Opened", year: "FiscalYear", after: "FiscalYear"
) -> "tuple[list[tuple[str, NewBooking]], list[NewLine]]":
    """The orders that are still open: how the old year lets go of them, and the lines that go on with them."""
    from ikonzept.edits.budget import NewBooking
    from ikonzept.model.words import BookingKind
    from ikonzept.reports.budget.carry import handovers

    old: list[tuple[str, NewBooking]] = []
    new: list[NewLine] = []
    last = Date(int(year.id), 12, 31)
    for one in handovers(year, after):
        if one.account is None:
            say_aside("spending.order_without_account", id=one.line.id, account=one.line.account, year=after.id)
            continue
        for order in one.orders:
            day = max(last, order.order.date)
            old.append((one.line.id, NewBooking(day, BookingKind.CARRIED, order.left, None, order.order.voucher)))
        for order in one.to_book:
            say_aside("spending.order_carried", voucher=order.order.voucher, amount=order.left, year=after.id)
        if one.to_book:
            name = free_id(opened.loaded.concept, after, len(new))
            new.append(_line_for(one, name, str(one.account.number), Date(int(after.id), 1, 1)))
    return old, new


def _line_for(one: "Handover", name: str, account: str, day: Date) -> "NewLine":
    """The line that goes on with orders of a year before."""
    from ikonzept.edits.budget import NewBooking, NewLine
    from ikonzept.model.words import BookingKind

    line = one.line
    orders = (NewBooking(day, BookingKind.COMMITMENT, each.left, each.order.voucher) for each in one.to_book)
    return NewLine(
        id=name,
        account=account,
        measure=line.measure,
        subject=line.subject,
        purpose=line.purpose,
        planned=sum((each.left for each in one.to_book), start=Decimal("0.00")),
        bookings=tuple(orders),
    )


def _is_new(carry: "Carry") -> bool:
    """Whether something goes on, and no Übertragung is written yet."""
    return carry.stands is None and bool(carry.amount)


def _tell_of_carry(carry: "Carry", year: str) -> None:
    """Says what goes on into the next year, what cannot, what lapses, and what stands there otherwise."""
    if carry.lapsed:
        say_aside("spending.lapsed", account=str(carry.account.number), amount=carry.lapsed)
    params = {"account": str(carry.account.number), "amount": carry.amount, "year": year}
    if _is_new(carry):
        say_aside("spending.no_account" if carry.place is None else "spending.carried", **params)
    elif carry.stands is not None and carry.stands != carry.amount:
        say_aside("spending.carried_before", stands=carry.stands, **params)
