"""What goes from one fiscal year into the next, and from one account to another."""

from collections.abc import Iterator
from decimal import Decimal

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, info
from ikonzept.model.fiscal_year import BudgetAccount, FiscalYear
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.carry import Rest, predecessors, rests
from ikonzept.reports.budget.figures import ZERO


def carry_over_differs(case: Case) -> Iterator[Finding]:
    """A Übertragung is no more than what the year before left over."""
    for account, rest, year in _carried(case):
        if (account.carry_over or ZERO) > rest.left:
            place = case.concept.place(account, "carry_over")
            yield error("carry-over-differs", place, **_said(account, rest.left, year))


def carry_over_below_rest(case: Case) -> Iterator[Finding]:
    """What is carried over is less than what may be: it is worth a look whether that was meant."""
    for account, rest, year in _carried(case):
        if (account.carry_over or ZERO) < rest.may_go_on:
            place = case.concept.place(account, "carry_over")
            yield info("carry-over-below-rest", place, **_said(account, rest.may_go_on, year))


def carry_over_lapsed(case: Case) -> Iterator[Finding]:
    """What was carried over once lapses a year later, unless it is earmarked (§ 20 KomHKVO, secondary source)."""
    for account, rest, year in _carried(case):
        if rest.may_go_on < (account.carry_over or ZERO) <= rest.left:
            place = case.concept.place(account, "carry_over")
            yield error("carry-over-lapsed", place, lapsed=rest.lapsed, **_said(account, rest.may_go_on, year))


def _carried(case: Case) -> Iterator[tuple[BudgetAccount, Rest, str]]:
    """Every account with a Übertragung, what the year before left over there, and that year."""
    for year, former in predecessors(case.concept):
        if not any(account.carry_over is not None for account in year.accounts):
            continue
        left = rests(case.concept, former)
        for account in year.accounts:
            before = former.account_meant(account.number)
            if before and account.carry_over is not None:
                yield account, left[id(before)], former.id


def _said(account: BudgetAccount, expected: Decimal, year: str) -> dict[str, object]:
    carry_over = account.carry_over or ZERO
    difference = abs(carry_over - expected)
    return {"account": account.name, "expected": expected, "actual": carry_over, "difference": difference, "year": year}


def transfer_exceeds_authorisation(case: Case) -> Iterator[Finding]:
    """An Umbuchung takes from an account no more than it has."""
    for year in case.concept.fiscal_years.values():
        for transfer in year.transfers:
            account = year.account_meant(transfer.source) if transfer.date <= case.as_of else None
            if account and (params := _more_than_it_has(case, year, account, transfer.amount)):
                yield error("transfer-exceeds-authorisation", case.concept.place(transfer, "amount"), **params)


def excess_exceeds_cover(case: Case) -> Iterator[Finding]:
    """An account covers another's Mehrbedarf with no more than it has."""
    for year in case.concept.fiscal_years.values():
        for excess in (excess for account in year.accounts for excess in account.excesses):
            account = year.account_meant(excess.cover_account) if excess.cover_account else None
            if account and (params := _more_than_it_has(case, year, account, excess.amount)):
                yield error("excess-exceeds-cover", case.concept.place(excess, "cover"), **params)


def _more_than_it_has(case: Case, year: FiscalYear, account: BudgetAccount, given: Decimal) -> dict[str, object]:
    """What an account gives beyond what it has; nothing where it has enough."""
    left = figures.authorisation(year, account, case.as_of).amount
    if left >= 0:
        return {}
    said = {"expected": max(given + left, ZERO), "actual": given, "difference": min(-left, given)}
    return {"account": account.name, **said}


CHECKS: tuple[Check, ...] = (
    carry_over_differs,
    carry_over_below_rest,
    carry_over_lapsed,
    transfer_exceeds_authorisation,
    excess_exceeds_cover,
)
