"""The money of a year against what the edition in force was adopted with."""

from collections.abc import Iterator
from decimal import Decimal

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Share, error
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.fiscal_year import BudgetAccount, FiscalYear
from ikonzept.model.paper import Paper
from ikonzept.model.words import BudgetState
from ikonzept.reports.budget.figures import ZERO, means

_MOST = 12
"""So many later Vorlagen of one account are put together in every way; that is thousands of ways."""


def budget_total_differs_from_edition(case: Case) -> Iterator[Finding]:
    """A year's total is the one the edition was adopted with, or later Vorlagen explain the difference.

    Counted is what the Kreistag grants: Ansatz and Nachtrag. A Mehrbedarf with its Vorlage, or with the one who
    granted it, explains itself.
    """
    edition = case.concept.edition_in_force(case.as_of)
    if edition is None or case.earlier is None:
        return
    for former in case.earlier.fiscal_years.values():
        year = case.concept.fiscal_years.get(former.id)
        if year is None or former.state is not BudgetState.ADOPTED:
            continue
        changes = [(account, change) for account in year.accounts if (change := _change(account, former))]
        gone = sum((_granted(one) for one in former.accounts if not year.accounts_named(one.number)), start=ZERO)
        left = [(one, change) for one, change in changes if not _explained(case, edition, year, one, change)]
        difference = sum((change for _, change in left), start=-gone)
        if difference:
            actual = sum(map(_granted, year.accounts), start=ZERO)
            shares = (Share(one.name, change, case.concept.place(one, "number")) for one, change in left)
            yield error(
                "budget-total-differs-from-edition",
                case.concept.place(year, "state"),
                year=year.id,
                edition=edition.id,
                expected=actual - difference,
                actual=actual,
                difference=abs(difference),
            ).made_by(*shares)


def _change(account: BudgetAccount, former: FiscalYear) -> Decimal:
    """What an account has more than it had."""
    before = former.account_meant(account.number)
    return _granted(account) - (_granted(before) if before else ZERO)


def _granted(account: BudgetAccount) -> Decimal:
    unexplained = (one.amount for one in account.excesses if not (one.paper or one.decided_by))
    return sum(unexplained, start=account.appropriation + (account.supplement or ZERO))


def _explained(case: Case, edition: Edition, year: FiscalYear, account: BudgetAccount, change: Decimal) -> bool:
    """Whether Vorlagen that were adopted later grant just this."""
    sums = {ZERO}
    for amount in list(_amounts(case.concept, edition, year, account))[:_MOST]:
        sums |= {known + amount for known in sums}
    return abs(change) in sums


def _amounts(concept: Concept, edition: Edition, year: FiscalYear, account: BudgetAccount) -> Iterator[Decimal]:
    """What each later Vorlage gives an account: its part, or all where it names no other."""
    for paper in concept.papers.values():
        if paper.budget_year != year.id or not _is_later(paper, edition):
            continue
        for named in paper.accounts:
            amount = named.amount if len(paper.accounts) > 1 else named.amount or paper.costs
            if amount and means(year, named.number, account):
                yield amount


def _is_later(paper: Paper, edition: Edition) -> bool:
    adopted_on = edition.adopted_on
    return any(step.date and adopted_on and step.date > adopted_on for step in paper.adopting_steps)


CHECKS: tuple[Check, ...] = (budget_total_differs_from_edition,)
