"""What people name of a budget on the command line: years, an account, a line, an amount, a day.

Every function raises ``IkonzeptError`` for what does not exist or could mean two things.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.model.concept import Concept
    from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear

Year = Annotated[
    str | None, typer.Option("--year", metavar="JAHR", help=text("spending.option.year"), show_default=False)
]
Years = Annotated[
    list[str] | None, typer.Option("--year", metavar="JAHR", help=text("budget.option.year"), show_default=False)
]


def years_asked(opened: "Opened", concept: "Concept", day: date, names: Sequence[str]) -> "tuple[FiscalYear, ...]":
    """The fiscal years of these names, ``2022..2024`` being all of them; without names the one of the day."""
    from ikonzept.reports.budget.groups import years_on

    check_readable(opened, names or [str(day.year)])
    wanted: list[str] = []
    for name in names:
        wanted += [known for known in concept.fiscal_years if _means(name, known)] if ".." in name else [name]
    for name in wanted:
        _check_known(concept, name)
    found = years_on(concept, day, wanted)
    if not found or (names and not wanted):
        raise IkonzeptError("budget-no-year", exit_code=Exit.USAGE)
    return found


def year_named(opened: "Opened", name: str) -> "FiscalYear":
    """The one year of this name."""
    check_readable(opened, [name])
    _check_known(opened.loaded.concept, name)
    return opened.loaded.concept.fiscal_years[name]


def open_year(opened: "Opened", name: str) -> "FiscalYear":
    """A year in which may still be booked."""
    found = year_named(opened, name)
    if found.closed_on:
        raise IkonzeptError("spending-closed", year=name, day=found.closed_on)
    return found


def check_readable(opened: "Opened", names: Sequence[str]) -> None:
    """The files of these years can be read."""
    from ikonzept.model.files import identifier_of, noun_of
    from ikonzept.model.words import Noun

    for path in sorted(opened.loaded.unreadable):
        if noun_of(path) is Noun.FISCAL_YEAR:
            year = identifier_of(path, Noun.FISCAL_YEAR)
            if any(_means(name, year) for name in names):
                raise IkonzeptError("spending-unreadable", path=path)


def _check_known(concept: "Concept", name: str) -> None:
    if name not in concept.fiscal_years:
        known = tuple(concept.fiscal_years) or "–"
        raise IkonzeptError("budget-year-unknown", exit_code=Exit.USAGE, year=name, known=known)


def _means(name: str, year: str) -> bool:
    """Whether a name is a year, or a range with it; either end of a range may be left open."""
    first, dots, last = name.partition("..")
    return first <= year and (not last or year <= last) if dots else name == year


def account_named(year: "FiscalYear", said: str) -> "BudgetAccount":
    """The one account of a year that a number means."""
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


def line_named(opened: "Opened", name: str) -> "tuple[FiscalYear, BudgetLine]":
    """The line of an id, and its year."""
    from ikonzept.findings import nearest

    for year in opened.loaded.concept.fiscal_years.values():
        for line in year.lines:
            if line.id == name:
                return year, line
    known = nearest(name, opened.loaded.concept.budget_lines)
    raise IkonzeptError("spending-line-unknown", exit_code=Exit.USAGE, name=name, nearest=known)


def free_id(concept: "Concept", year: "FiscalYear", after: int = 0) -> str:
    """The next free id of a year's lines, H-2024-07, or one so many after it."""
    found = (re.fullmatch(rf"H-{year.id}-(\d+)", line) for line in concept.budget_lines)
    return f"H-{year.id}-{max((int(one[1]) for one in found if one), default=0) + 1 + after:02}"


def check_id(name: str) -> None:
    """An id is one that references can name."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise IkonzeptError("spending-id", exit_code=Exit.USAGE, name=name)


def check_day(year: "FiscalYear", day: date) -> None:
    """A booking is of its year; until that is closed, bills may come in the next one."""
    if year.id.isdecimal() and not int(year.id) <= day.year <= int(year.id) + 1:
        raise IkonzeptError("spending-other-year", exit_code=Exit.USAGE, year=year.id, day=day)


def amount_named(said: str, where: str) -> Decimal:
    """An amount; ``where`` is the option, the argument or the line of a file that holds it."""
    from ikonzept.values import NotAValue, amount

    try:
        return amount(said)
    except NotAValue:
        raise IkonzeptError("expect-amount", exit_code=Exit.USAGE, value=said, where=where) from None


def amount_above_zero(said: str, where: str) -> Decimal:
    """An amount above nothing."""
    found = amount_named(said, where)
    if found <= 0:
        raise IkonzeptError("spending-not-positive", exit_code=Exit.USAGE, value=said, where=where)
    return found
