"""Totals that come from outside, and whether the budget has them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from ikonzept.commands.budget.fiscal import amount_named
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import Finding, error
from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.reports.budget import sums
from ikonzept.values import AccountNumber, NotAValue, account

HEAD = ("jahr", "konto", "betrag")
"""The columns of a file of expectations; without ``konto`` the whole year is meant."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the Ermächtigung of an account, or of a whole year, should be; in €."""

    year: str
    account: AccountNumber | None
    amount: Decimal


def expectations(total: str | None, file: Path | None, years: Sequence[FiscalYear]) -> list[Expectation]:
    """The total of the one year that is asked for, and what a file expects.

    Raises ``IkonzeptError`` for what is no amount or no account, with the line of the file.
    """
    found = list(_of_file(file)) if file else []
    if total is not None:
        if len(years) != 1:
            raise IkonzeptError("expect-one-year", exit_code=Exit.USAGE)
        found.append(Expectation(years[0].id, None, amount_named(total, "--expect")))
    return found


def _of_file(file: Path) -> Iterator[Expectation]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise IkonzeptError("expect-file", exit_code=Exit.USAGE, path=str(file)) from None
    rows = csv.DictReader(lines, delimiter=";")
    if [name.strip().lower() for name in rows.fieldnames or ()] != list(HEAD):
        raise IkonzeptError("expect-head", exit_code=Exit.USAGE, path=str(file), head=";".join(HEAD))
    for number, row in enumerate(rows, 2):
        year, named, said = ((value or "").strip() for value in list(row.values())[:3])
        where = f"{file}:{number}"
        try:
            found = account(named) if named else None
        except NotAValue:
            raise IkonzeptError("expect-account", exit_code=Exit.USAGE, value=named, where=where) from None
        yield Expectation(year, found, amount_named(said, where))


def unexpected(concept: Concept, wanted: Sequence[Expectation], as_of: date) -> Iterator[Finding]:
    """What the budget says otherwise; which of its accounts is wrong, nobody can know from a total."""
    for one in wanted:
        year = concept.fiscal_years.get(one.year)
        if year is None:
            raise IkonzeptError(
                "budget-year-unknown", exit_code=Exit.USAGE, year=one.year, known=tuple(concept.fiscal_years)
            )
        named = year.accounts_named(one.account)[:1] if one.account else year.accounts
        if one.account and not named:
            known = tuple(str(item.number) for item in year.accounts)
            params = {"account": str(one.account), "year": year.id, "known": known}
            raise IkonzeptError("spending-account-unknown", exit_code=Exit.USAGE, **params)
        actual = sum((sums.authorisation(year, item, as_of) for item in named), start=Decimal("0.00"))
        if actual != one.amount:
            place = concept.place(
                named[0] if one.account and named else year, "number" if one.account and named else "state"
            )
            yield error(
                "budget-total-unexpected",
                place,
                what=str(one.account) if one.account else one.year,
                expected=one.amount,
                actual=actual,
                difference=abs(actual - one.amount),
            )
