"""What is authorised, committed, spent and available; amounts in €, two places (``domain.md``, Money)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.words import BudgetState
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.figures import ZERO


@dataclass(frozen=True, slots=True)
class Use:
    """What a line, or several, planned, committed and spent."""

    planned: Decimal = ZERO
    committed: Decimal = ZERO
    actual: Decimal = ZERO

    def __add__(self, other: "Use") -> "Use":
        return Use(self.planned + other.planned, self.committed + other.committed, self.actual + other.actual)


@dataclass(frozen=True, slots=True)
class AccountSum:
    """One account of a year: verfügbar = Ermächtigung − gebunden − Ist; ``share`` is the used part in percent."""

    number: str
    title: str
    authorisation: Decimal
    planned: Decimal
    committed: Decimal
    actual: Decimal
    available: Decimal
    share: int | None
    selected: Use | None = None
    """What the selected lines alone planned, committed and spent, where lines were selected."""


@dataclass(frozen=True, slots=True)
class YearSum:
    """A fiscal year by account, with its total."""

    year: str
    state: BudgetState
    closed_on: date | None
    accounts: tuple[AccountSum, ...]
    total: AccountSum


def year_sum(year: FiscalYear, as_of: date, concerns: Callable[[BudgetLine], bool] | None = None) -> YearSum:
    """The sums of a year as they stood on a day; bookings and transfers after it do not count yet.

    ``concerns`` selects lines, whose use is given besides: a part of the lines has no availability of its own.
    """
    whole = _uses(year, as_of, None)
    chosen = _uses(year, as_of, concerns) if concerns else None
    accounts = tuple(
        _account_sum(
            account, authorisation(year, account, as_of), whole[key], chosen[key] if chosen is not None else None
        )
        for account in year.accounts
        for key in (id(account),)
    )
    authorised = sum((account.authorisation for account in accounts), start=ZERO)
    total = _account_sum(
        None,
        authorised,
        sum(whole.values(), start=Use()),
        sum(chosen.values(), start=Use()) if chosen is not None else None,
    )
    return YearSum(year.id, year.state, year.closed_on, accounts, total)


def _uses(year: FiscalYear, as_of: date, concerns: Callable[[BudgetLine], bool] | None) -> dict[int, Use]:
    """The use of each account (by identity) through the lines that concern."""
    uses: dict[int, Use] = defaultdict(Use)
    for account in year.accounts:
        for line in year.lines_of(account):
            if concerns is None or concerns(line):
                uses[id(account)] += use(line, as_of)
    return uses


def authorisation(year: FiscalYear, account: BudgetAccount, as_of: date) -> Decimal:
    """What an account may spend, as it stood on a day."""
    return figures.authorisation(year, account, as_of).amount


def available_on(year: FiscalYear, account: BudgetAccount, day: date) -> Decimal:
    """What an account had left on a day, of what is dated: plain amounts of lines without bookings are left out."""
    left = authorisation(year, account, day)
    for line in year.lines_of(account):
        if line.bookings:
            left -= figures.committed(line, day).amount + figures.actual(line, day).amount
    return left


def use(line: BudgetLine, as_of: date) -> Use:
    """A line's plan, commitments still open and payments up to a day; a paid commitment counts once, as Ist."""
    return Use(line.planned, figures.committed(line, as_of).amount, figures.actual(line, as_of).amount)


def _account_sum(account: BudgetAccount | None, authorised: Decimal, use: Use, selected: Use | None) -> AccountSum:
    """The sums of an account, or of all of them."""
    spent = use.committed + use.actual
    return AccountSum(
        number=str(account.number) if account else "",
        title=(account.title or "") if account else "",
        authorisation=authorised,
        planned=use.planned,
        committed=use.committed,
        actual=use.actual,
        available=authorised - spent,
        share=int((spent * 100 / authorised).to_integral_value()) if authorised > 0 else None,
        selected=selected,
    )


def uses_by_measure(years: Iterable[FiscalYear], as_of: date) -> dict[str, Use]:
    """What each measure planned, committed and spent over all these years, by its id."""
    uses: dict[str, Use] = defaultdict(Use)
    for year in years:
        for line in year.lines:
            if line.measure:
                uses[line.measure] += use(line, as_of)
    return uses


def year_on(years: Mapping[str, FiscalYear], as_of: date) -> FiscalYear | None:
    """The fiscal year of a day, or the latest one before it that has a file."""
    known = [identifier for identifier in years if identifier <= str(as_of.year)]
    return years[max(known)] if known else None
