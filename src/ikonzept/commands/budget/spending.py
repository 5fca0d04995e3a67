"""``ikonzept budget``, as far as it writes: a line, an order, a payment, a transfer."""

from datetime import date as Date  # noqa: N812  the option is called date
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.bookkeeping import How, file_of, made, write_down
from ikonzept.commands.budget.fiscal import (
    Year,
    account_named,
    amount_above_zero,
    check_day,
    check_id,
    free_id,
    line_named,
    open_year,
)
from ikonzept.commands.options import AsOf, Repo, day_of, day_or_today, say
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from pathlib import Path

    from ikonzept.edits.budget import NewBooking
    from ikonzept.model.fiscal_year import BudgetLine
    from ikonzept.model.words import BookingKind

LineId = Annotated[str, typer.Argument(metavar="POSITION", help=text("spending.option.line"))]
Amount = Annotated[str, typer.Argument(metavar="BETRAG", help=text("spending.option.amount"))]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help=text("spending.option.date"), show_default=False)
]
Voucher = Annotated[str, typer.Option("--voucher", metavar="BELEG", help=text("spending.option.voucher"))]
Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help=text("spending.option.note"), show_default=False)
]


def add(
    account: Annotated[str, typer.Option("--account", metavar="KONTO", help=text("spending.option.account"))],
    planned: Annotated[str, typer.Option("--planned", metavar="BETRAG", help=text("spending.option.planned"))],
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="ID", help=text("spending.option.measure"), show_default=False)
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--for", metavar="ID", help=text("spending.option.subject"), show_default=False)
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--purpose", metavar="TEXT", help=text("spending.option.purpose"), show_default=False)
    ] = None,
    name: Annotated[
        str | None, typer.Option("--id", metavar="ID", help=text("spending.option.id"), show_default=False)
    ] = None,
    year: Year = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Plans a line: what an account pays, and for what."""
    from ikonzept.commands.opening import known_id
    from ikonzept.edits.budget import NewLine, line_added
    from ikonzept.model.fiscal_year import MONEY_KINDS
    from ikonzept.model.words import Kind

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    chosen = open_year(opened, year or str(day_of(as_of).year))
    found = account_named(chosen, account)
    if (measure is None) == (subject is None):
        raise IkonzeptError("spending-one-subject", exit_code=Exit.USAGE)
    known_id(opened.loaded.concept, (Kind.MEASURE,), measure, "--measure")
    known_id(opened.loaded.concept, MONEY_KINDS, subject, "--for")
    named, amount = name or free_id(opened.loaded.concept, chosen), amount_above_zero(planned, "--planned")
    line = NewLine(named, str(found.number), measure, subject, purpose, amount)
    check_id(line.id)
    taken = opened.loaded.concept.budget_lines.get(line.id)
    if any(_is_same_line(other, line) for other in ([taken] if taken else [] if name else chosen.lines)):
        say("writing.unchanged")
        return Exit.FINE
    if taken is not None:
        raise IkonzeptError("spending-id-taken", exit_code=Exit.USAGE, name=line.id)
    path, raw = file_of(opened, chosen)
    edit = made(lambda: line_added(path, raw, line), path)
    params = {"id": line.id, "amount": line.planned, "path": path}
    return write_down(opened, [edit], "add", params, How(dry_run, commit, day_of(as_of)))


def commit_funds(
    line: LineId,
    amount: Amount,
    voucher: Voucher,
    date: Day = None,
    note: Note = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Books an order: money that is bound from now on."""
    from ikonzept.model.words import BookingKind

    booking = _booking(BookingKind.COMMITMENT, amount, voucher, None, date, as_of, note)
    return _book(line, booking, repo, How(dry_run, commit, day_of(as_of)))


def book(
    line: LineId,
    amount: Amount,
    voucher: Voucher,
    settles: Annotated[
        str | None, typer.Option("--settles", metavar="BELEG", help=text("spending.option.settles"), show_default=False)
    ] = None,
    refund: Annotated[bool, typer.Option("--refund", help=text("spending.option.refund"))] = False,
    date: Day = None,
    note: Note = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Books a payment (Ist); with ``--settles`` it pays an order, which then no longer counts as open."""
    from dataclasses import replace

    from ikonzept.model.words import BookingKind

    booking = _booking(BookingKind.ACTUAL, amount, voucher, settles, date, as_of, note)
    if refund:
        booking = replace(booking, amount=-booking.amount)
    return _book(line, booking, repo, How(dry_run, commit, day_of(as_of)))


def _booking(
    kind: "BookingKind",
    amount: str,
    voucher: str,
    settles: str | None,
    given: str | None,
    as_of: str | None,
    note: str | None,
) -> "NewBooking":
    from ikonzept.edits.budget import NewBooking

    if not voucher.strip():
        raise IkonzeptError("spending-no-voucher", exit_code=Exit.USAGE)
    return NewBooking(day_or_today(given, as_of), kind, amount_above_zero(amount, "BETRAG"), voucher, settles, note)


def _book(name: str, booking: "NewBooking", repo: "Path | None", how: "How") -> int:
    from ikonzept.edits.budget import booked

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    year, line = line_named(opened, name)
    open_year(opened, year.id)
    check_day(year, booking.day)
    for other in line.bookings:
        if (other.voucher, other.kind) == (booking.voucher, booking.kind):
            if (other.date, other.amount, other.settles) == (booking.day, booking.amount, booking.settles):
                say("writing.unchanged")
                return Exit.FINE
            raise IkonzeptError("spending-voucher-taken", voucher=booking.voucher, name=name, amount=other.amount)
    if line.committed is not None or line.actual is not None:
        raise IkonzeptError("spending-plain-amounts", name=name)
    orders = {other.voucher for other in line.bookings}
    if booking.settles and booking.settles not in orders:
        raise IkonzeptError("spending-no-order", exit_code=Exit.USAGE, voucher=booking.settles, name=name)
    path, raw = file_of(opened, year)
    edit = made(lambda: booked(path, raw, year, [(name, booking)]), path)
    params = {"id": name, "amount": booking.amount, "kind": booking.kind, "voucher": booking.voucher}
    return write_down(opened, [edit], "book", params, how)


def transfer(
    source: Annotated[str, typer.Argument(metavar="VON", help=text("spending.option.source"))],
    target: Annotated[str, typer.Argument(metavar="NACH", help=text("spending.option.target"))],
    amount: Amount,
    date: Day = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=text("spending.option.reason"), show_default=False)
    ] = None,
    year: Year = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Moves Ermächtigung from one account to another."""
    from ikonzept.edits.budget import NewTransfer, transferred
    from ikonzept.reports.budget import figures

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    day = day_or_today(date, as_of)
    chosen = open_year(opened, year or str(day.year))
    check_day(chosen, day)
    gives, takes = account_named(chosen, source), account_named(chosen, target)
    moved = amount_above_zero(amount, "BETRAG")
    if gives is takes:
        raise IkonzeptError("spending-same-account", exit_code=Exit.USAGE, account=source)
    for other in chosen.transfers:
        ends = (chosen.account_meant(end) for end in (other.source, other.target))
        if (other.date, other.amount, *ends) == (day, moved, gives, takes):
            say("writing.unchanged")
            return Exit.FINE
    left = figures.authorisation(chosen, gives, Date.max).amount
    if moved > left:
        raise IkonzeptError("spending-transfer-exceeds", account=gives.name, left=left, amount=moved)
    path, raw = file_of(opened, chosen)
    wanted = NewTransfer(day, str(gives.number), str(takes.number), moved, reason)
    edit = made(lambda: transferred(path, raw, wanted), path)
    params = {"amount": moved, "source": gives.number, "target": takes.number}
    return write_down(opened, [edit], "transfer", params, How(dry_run, commit, day_of(as_of)))


def _is_same_line(taken: "BudgetLine", line: object) -> bool:
    return all(
        (str(getattr(taken, name)) if name == "account" else getattr(taken, name)) == getattr(line, name)
        for name in ("account", "measure", "subject", "purpose", "planned")
    )
