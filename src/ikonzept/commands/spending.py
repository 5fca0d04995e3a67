"""``ikonzept budget``, as far as it writes: a line, an order, a payment, a transfer, the end of a year."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  the option is called date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.options import AsOf, Repo, day_given, day_of, say, say_aside
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.budget import NewBooking
    from ikonzept.edits.edit import Edit
    from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear

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
    year: Annotated[
        str | None, typer.Option("--year", metavar="JAHR", help=text("spending.option.year"), show_default=False)
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Plans a line: what an account pays, and for what."""
    from ikonzept.edits.budget import NewLine, line_added
    from ikonzept.model.fiscal_year import MONEY_KINDS
    from ikonzept.model.words import Kind

    opened = _opened(repo)
    if opened is None:
        return Exit.FINE
    chosen = _open_year(opened, year or str(day_of(as_of).year))
    found = _account(chosen, account)
    if (measure is None) == (subject is None):
        raise IkonzeptError("spending-one-subject", exit_code=Exit.USAGE)
    _known(opened, measure, (Kind.MEASURE,), "--measure")
    _known(opened, subject, MONEY_KINDS, "--for")
    line = NewLine(
        name or _next_id(opened, chosen), str(found.number), measure, subject, purpose, _amount(planned, "--planned")
    )
    _check_id(line.id)
    taken = opened.loaded.concept.budget_lines.get(line.id)
    if taken is not None:
        if _is_same_line(taken, line):
            say("writing.unchanged")
            return Exit.FINE
        raise IkonzeptError("spending-id-taken", exit_code=Exit.USAGE, name=line.id)
    path, raw = _file(opened, chosen)
    edit = _made(lambda: line_added(path, raw, line), path)
    params = {"id": line.id, "amount": line.planned, "path": path}
    return _write(opened, [edit], "add", params, _How(dry_run, commit, day_of(as_of)))


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
    from ikonzept.edits.budget import NewBooking
    from ikonzept.model.words import BookingKind

    day = day_given(date, "--date") if date else day_of(as_of)
    booking = NewBooking(day, BookingKind.COMMITMENT, _amount(amount, "BETRAG"), voucher, None, note)
    return _book(line, booking, repo, _How(dry_run, commit, day_of(as_of)))


def book(
    line: LineId,
    amount: Amount,
    voucher: Voucher,
    settles: Annotated[
        str | None, typer.Option("--settles", metavar="BELEG", help=text("spending.option.settles"), show_default=False)
    ] = None,
    date: Day = None,
    note: Note = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Books a payment (Ist); with ``--settles`` it pays an order, which then no longer counts as open."""
    from ikonzept.edits.budget import NewBooking
    from ikonzept.model.words import BookingKind

    day = day_given(date, "--date") if date else day_of(as_of)
    booking = NewBooking(day, BookingKind.ACTUAL, _amount(amount, "BETRAG"), voucher, settles, note)
    return _book(line, booking, repo, _How(dry_run, commit, day_of(as_of)))


def _book(name: str, booking: "NewBooking", repo: "Path | None", how: "_How") -> int:
    from ikonzept.edits.budget import booked

    if not booking.voucher.strip():
        raise IkonzeptError("spending-no-voucher", exit_code=Exit.USAGE)
    opened = _opened(repo)
    if opened is None:
        return Exit.FINE
    year, place, line = _line(opened, name)
    _open_year(opened, year.id)
    _check_day(year, booking.day)
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
    path, raw = _file(opened, year)
    edit = _made(lambda: booked(path, raw, place, booking), path)
    params = {"id": name, "amount": booking.amount, "kind": booking.kind, "voucher": booking.voucher}
    return _write(opened, [edit], "book", params, how)


def transfer(
    source: Annotated[str, typer.Argument(metavar="VON", help=text("spending.option.source"))],
    target: Annotated[str, typer.Argument(metavar="NACH", help=text("spending.option.target"))],
    amount: Amount,
    date: Day = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=text("spending.option.reason"), show_default=False)
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="JAHR", help=text("spending.option.year"), show_default=False)
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Moves Ermächtigung from one account to another."""
    from ikonzept.edits.budget import NewTransfer, transferred

    opened = _opened(repo)
    if opened is None:
        return Exit.FINE
    day = day_given(date, "--date") if date else day_of(as_of)
    chosen = _open_year(opened, year or str(day.year))
    _check_day(chosen, day)
    gives, takes, moved = _account(chosen, source), _account(chosen, target), _amount(amount, "BETRAG")
    if gives is takes:
        raise IkonzeptError("spending-same-account", exit_code=Exit.USAGE, account=source)
    for other in chosen.transfers:
        same = chosen.accounts_named(other.source)[:1] == (gives,) and chosen.accounts_named(other.target)[:1] == (
            takes,
        )
        if same and (other.date, other.amount) == (day, moved):
            say("writing.unchanged")
            return Exit.FINE
    path, raw = _file(opened, chosen)
    wanted = NewTransfer(day, str(gives.number), str(takes.number), moved, reason)
    edit = _made(lambda: transferred(path, raw, wanted), path)
    params = {"amount": moved, "source": gives.number, "target": takes.number}
    return _write(opened, [edit], "transfer", params, _How(dry_run, commit, day_of(as_of)))


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
    from ikonzept.reports.budget.carry import rests

    opened = _opened(repo)
    if opened is None:
        return Exit.FINE
    chosen = _year(opened, year)
    day = day_given(date, "--date") if date else day_of(as_of)
    if chosen.closed_on and (date is None or chosen.closed_on == day):
        say("writing.unchanged")
        return Exit.FINE
    if chosen.closed_on:
        raise IkonzeptError("spending-closed", year=year, day=chosen.closed_on)
    if day.isoformat() <= f"{year}-12-31":
        raise IkonzeptError("spending-not-over", exit_code=Exit.USAGE, year=year, day=day)
    path, raw = _file(opened, chosen)
    edits = [_made(lambda: closed(path, raw, day), path)]
    following = opened.loaded.concept.fiscal_years.get(str(int(year) + 1)) if year.isdecimal() else None
    left = rests(opened.loaded.concept, chosen)
    if following is None:
        say_aside("spending.no_next_year", year=year)
    else:
        amounts = {}
        for before in chosen.accounts:
            rest = left[id(before)].may_go_on
            place = _same_account(following, before)
            after = following.accounts[place] if place is not None else None
            if rest and (place is None or after is None):
                say_aside("spending.no_account", account=str(before.number), amount=rest, year=following.id)
            elif place is not None and after and after.carry_over is None and rest:
                amounts[place] = rest
                say_aside("spending.carried", account=str(before.number), amount=rest, year=following.id)
            elif after and after.carry_over is not None and after.carry_over != rest:
                params = {"account": str(before.number), "amount": rest, "year": following.id}
                say_aside("spending.carried_before", stands=after.carry_over, **params)
        next_path, next_raw = _file(opened, following)
        edits.append(_made(lambda: carried_over(next_path, next_raw, amounts), next_path))
    return _write(opened, edits, "close", {"year": year}, _How(dry_run, commit, day))


def _same_account(year: "FiscalYear", account: "BudgetAccount") -> int | None:
    """The place of an account in another year."""
    found = year.accounts_named(account.number)[:1]
    return next((place for place, one in enumerate(year.accounts) if found and one is found[0]), None)


# --- what is named -------------------------------------------------------------------------------------------------


def _opened(repo: "Path | None") -> "Opened | None":
    """The concept; ``None`` where this command's own interrupted run has just been completed."""
    from ikonzept.commands.opening import open_concept
    from ikonzept.commands.writing import resumed

    opened = open_concept(repo)
    return None if resumed(opened.folder) else opened


def _year(opened: "Opened", name: str) -> "FiscalYear":
    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun

    years = opened.loaded.concept.fiscal_years
    path = path_of(Noun.FISCAL_YEAR, name)
    if path in opened.loaded.unreadable:
        raise IkonzeptError("spending-unreadable", path=path)
    if name not in years:
        raise IkonzeptError("budget-year-unknown", exit_code=Exit.USAGE, year=name, known=tuple(years) or "–")
    return years[name]


def _open_year(opened: "Opened", name: str) -> "FiscalYear":
    """A year in which may still be booked.

    Raises ``IkonzeptError`` where it is closed.
    """
    found = _year(opened, name)
    if found.closed_on:
        raise IkonzeptError("spending-closed", year=name, day=found.closed_on)
    return found


def _check_day(year: "FiscalYear", day: Date) -> None:
    """A booking is of its year; until that is closed, bills may come in the next one."""
    if year.id.isdecimal() and not int(year.id) <= day.year <= int(year.id) + 1:
        raise IkonzeptError("spending-other-year", exit_code=Exit.USAGE, year=year.id, day=day)


def _account(year: "FiscalYear", said: str) -> "BudgetAccount":
    """The one account that a number means.

    Raises ``IkonzeptError`` where it is no number, where there is none, or where it fits several.
    """
    from ikonzept.values import NotAValue, account

    try:
        found = year.accounts_named(account(said))
    except NotAValue:
        found = ()
    if len(found) != 1:
        known = tuple(str(item.number) for item in found or year.accounts)
        code = "spending-account-ambiguous" if found else "spending-account-unknown"
        raise IkonzeptError(code, exit_code=Exit.USAGE, account=said, year=year.id, known=known)
    return found[0]


def _line(opened: "Opened", name: str) -> "tuple[FiscalYear, int, BudgetLine]":
    from ikonzept.findings import nearest

    for year in opened.loaded.concept.fiscal_years.values():
        for place, line in enumerate(year.lines):
            if line.id == name:
                return year, place, line
    known = nearest(name, opened.loaded.concept.budget_lines)
    raise IkonzeptError("spending-line-unknown", exit_code=Exit.USAGE, name=name, nearest=known)


def _known(opened: "Opened", name: str | None, kinds: tuple[object, ...], option: str) -> None:
    from ikonzept.commands.opening import known_id

    if name is not None:
        known_id(opened.loaded.concept, kinds, name, option)  # type: ignore[arg-type]


def _next_id(opened: "Opened", year: "FiscalYear") -> str:
    """The next free id of a year's lines, as wide as those that are there: H-2024-07."""
    import re

    numbers = [
        int(found[1])
        for line in opened.loaded.concept.budget_lines
        if (found := re.fullmatch(rf"H-{year.id}-(\d+)", line))
    ]
    return f"H-{year.id}-{max(numbers, default=0) + 1:02}"


def _check_id(name: str) -> None:
    """An id that references can name."""
    import re

    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise IkonzeptError("spending-id", exit_code=Exit.USAGE, name=name)


def _is_same_line(taken: "BudgetLine", line: object) -> bool:
    return all(
        (str(getattr(taken, name)) if name == "account" else getattr(taken, name)) == getattr(line, name)
        for name in ("account", "measure", "subject", "purpose", "planned")
    )


def _amount(said: str, where: str) -> Decimal:
    """An amount above nothing; what could mean two is asked back."""
    from ikonzept.values import NotAValue, amount

    try:
        found = amount(said)
    except NotAValue:
        raise IkonzeptError("expect-amount", exit_code=Exit.USAGE, value=said, where=where) from None
    if found <= 0:
        raise IkonzeptError("spending-not-positive", exit_code=Exit.USAGE, value=said, where=where)
    return found


# --- writing -------------------------------------------------------------------------------------------------------


def _file(opened: "Opened", year: "FiscalYear") -> tuple[str, bytes]:
    path = opened.loaded.concept.path(year)
    return path, (opened.folder / path).read_bytes()


def _made(make: "Callable[[], Edit]", path: str) -> "Edit":
    """An edit; a list in brackets is left to people."""
    try:
        return make()
    except KeyError:
        raise IkonzeptError("spending-in-braces", path=path) from None


@dataclass(frozen=True)
class _How:
    """Whether it is only tried, whether it is committed, and which day it is."""

    dry_run: bool
    commit: bool
    day: Date


def _write(opened: "Opened", edits: "Sequence[Edit]", sentence: str, params: "dict[str, object]", how: _How) -> int:
    """Writes what is meant: ``spending.commit.<sentence>`` for git, ``spending.done.<sentence>`` for people."""
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.values import phrase

    said = {name: phrase(value) for name, value in params.items()}
    _tell_of_errors(opened, edits, how.day)
    wish = Wish(text(f"spending.commit.{sentence}", **said)) if how.commit else None
    if write(opened.folder, edits, wish, dry_run=how.dry_run):
        say(f"spending.done.{sentence}", **said)
    return Exit.FINE


def _tell_of_errors(opened: "Opened", edits: "Sequence[Edit]", day: Date) -> None:
    """Says which sums would no longer hold; that is no reason not to write down what happened."""
    from dataclasses import replace

    from ikonzept import loader, sources
    from ikonzept.findings import Severity
    from ikonzept.render.findings import message_of

    source = opened.source
    for edit in edits:
        source = sources.Overlay(source, edit.path, edit.after or b"")
    changed = replace(opened, source=source, loaded=loader.load(source))
    before, after = (
        [message_of(item) for item in one.findings(day) if item.severity is Severity.ERROR] for one in (opened, changed)
    )
    for message in after:
        if message not in before:
            say_aside("spending.breaks", message=message)
