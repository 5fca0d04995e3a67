"""What the lines of an account plan lies within what it may spend."""

from collections.abc import Iterator
from decimal import Decimal

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Share, error, info, warning
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.words import BudgetState
from ikonzept.reports.budget import figures, sums
from ikonzept.reports.budget.cover import AccountPlan, Coverage, beyond, coverage, plans


def budget_exceeds_authorisation(case: Case) -> Iterator[Finding]:
    """An account plans no more than its Ermächtigung, or others cover the rest (§§ 19, 27 KomHKVO)."""
    for year in case.concept.fiscal_years.values():
        found = coverage(year, case.as_of)
        for plan, missing in found.short:
            if _is_blocked(case, plan):
                continue
            shares = (share_of(case, line, amount) for line, amount in beyond(plan, missing))
            yield error(
                "budget-exceeds-authorisation",
                case.concept.place(plan.account, "number"),
                account=plan.account.name,
                expected=plan.authorised,
                actual=plan.planned,
                difference=missing,
                covered=plan.missing - missing,
                idle=tuple(other.account.name for other in _idle(found, plan)),
            ).made_by(*shares)


def _idle(found: Coverage, plan: AccountPlan) -> list[AccountPlan]:
    """Accounts that plan less than they may, and do not cover this one."""
    return [other for other in found.plans if other is not plan and other.spare]


def budget_covered(case: Case) -> Iterator[Finding]:
    """Where accounts cover each other, it is said which covers what."""
    for year in case.concept.fiscal_years.values():
        for cover in coverage(year, case.as_of).covers:
            if _is_blocked(case, cover.borrower):
                continue
            yield info(
                "budget-covered",
                case.concept.place(cover.borrower.account, "number"),
                account=cover.borrower.account.name,
                lender=cover.lender.account.name,
                amount=cover.amount,
            )


def share_of(case: Case, line: BudgetLine, amount: Decimal) -> Share:
    """A line's part of what is missing, called by its id and what it pays."""
    return Share(case.concept.line_name(line), amount, case.concept.place(line, "planned"))


def blocked_money_committed(case: Case) -> Iterator[Finding]:
    """Blocked money (Sperre) is neither ordered nor spent until it is released."""
    for year in case.concept.fiscal_years.values():
        for plan in plans(year, case.as_of):
            if _is_blocked(case, plan):
                used = _used(case, plan)
                yield error(
                    "blocked-money-committed",
                    case.concept.place(plan.account, "block"),
                    account=plan.account.name,
                    expected=plan.authorised,
                    actual=used,
                    difference=used - plan.authorised,
                )


def _is_blocked(case: Case, plan: AccountPlan) -> bool:
    """Whether an account is used beyond its Ermächtigung, and would not be without its Sperre."""
    block = plan.account.block or figures.ZERO
    used = _used(case, plan)
    return block > 0 and used > 0 and plan.authorised < used <= plan.authorised + block


def _used(case: Case, plan: AccountPlan) -> Decimal:
    uses = (sums.use(line, case.as_of) for line in plan.lines)
    return sum((use.committed + use.actual for use in uses), start=figures.ZERO)


def block_exceeds_authorisation(case: Case) -> Iterator[Finding]:
    """No more can be blocked than an account may spend."""
    for year in case.concept.fiscal_years.values():
        for account in (one for one in year.accounts if one.block):
            block = account.block or figures.ZERO
            whole = figures.authorisation(year, account, case.as_of).amount + block
            if block > max(whole, figures.ZERO):
                yield error(
                    "block-exceeds-authorisation",
                    case.concept.place(account, "block"),
                    account=account.name,
                    expected=max(whole, figures.ZERO),
                    actual=block,
                    difference=block - max(whole, figures.ZERO),
                )


def fiscal_year_not_adopted(case: Case) -> Iterator[Finding]:
    """Before the Haushaltssatzung is adopted an Ansatz is no free money (§ 116 NKomVG)."""
    for year in case.concept.fiscal_years.values():
        if year.state is not BudgetState.ADOPTED and _is_used(year, case):
            yield warning("fiscal-year-not-adopted", case.concept.place(year, "state"), year=year.id, state=year.state)


def _is_used(year: FiscalYear, case: Case) -> bool:
    total = sums.year_sum(year, case.as_of).total
    return bool(total.committed or total.actual)


CHECKS: tuple[Check, ...] = (
    budget_exceeds_authorisation,
    budget_covered,
    blocked_money_committed,
    block_exceeds_authorisation,
    fiscal_year_not_adopted,
)
