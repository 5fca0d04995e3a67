"""What a fiscal year leaves over for the next one; in €, two places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetAccount, FiscalYear
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.cover import AccountPlan, plans
from ikonzept.reports.budget.figures import ZERO


@dataclass(frozen=True, slots=True)
class Rest:
    """What an account has left of a year: Ermächtigung − Ist, and how much of it may go on into the next.

    What is committed is not spent yet and goes on with the rest. What was carried over into the year lapses with its
    end, unless it is earmarked by a grant (§ 20 KomHKVO, from a secondary source); it is spent first.
    """

    left: Decimal
    lapsed: Decimal

    @property
    def may_go_on(self) -> Decimal:
        """What may be carried over."""
        return self.left - self.lapsed


def rests(concept: Concept, year: FiscalYear) -> Mapping[int, Rest]:
    """What each account leaves over at the end of a year, by the account's identity."""
    return {id(plan.account): _rest(concept, year, plan) for plan in plans(year, date.max)}


def _rest(concept: Concept, year: FiscalYear, plan: AccountPlan) -> Rest:
    spent = sum((figures.actual(line, date.max).amount for line in plan.lines), start=ZERO)
    left = max(plan.authorised - spent, ZERO)
    old = max((plan.account.carry_over or ZERO) - spent, ZERO)
    return Rest(left, ZERO if is_earmarked(concept, year, plan.account) else min(old, left))


def is_earmarked(concept: Concept, year: FiscalYear, account: BudgetAccount) -> bool:
    """Whether a grant pays into an account: its money stays for its purpose."""
    return any(figures.means(year, number, account) for grant in concept.grants.values() for number in grant.accounts)


def predecessors(concept: Concept) -> Iterator[tuple[FiscalYear, FiscalYear]]:
    """Each fiscal year with the one before it, where both have a file."""
    years = concept.fiscal_years
    for name, year in years.items():
        former = years.get(str(int(name) - 1)) if name.isdecimal() else None
        if former is not None:
            yield year, former
