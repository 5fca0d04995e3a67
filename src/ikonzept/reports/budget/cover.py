"""Which accounts cover which others: mutually inside a Deckungskreis, one-sidedly by ``deckt`` (§ 19 KomHKVO).

An account can lend its Ermächtigung less what its own lines plan; that heals an overrun without an Umbuchung.
"""

import itertools
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.figures import ZERO


@dataclass(frozen=True, slots=True)
class AccountPlan:
    """An account, its lines, what it may spend and what they plan."""

    account: BudgetAccount
    lines: tuple[BudgetLine, ...]
    authorised: Decimal
    planned: Decimal

    @property
    def spare(self) -> Decimal:
        """What it can lend."""
        return max(self.authorised - self.planned, ZERO)

    @property
    def missing(self) -> Decimal:
        """What its lines plan beyond what it may spend."""
        return max(self.planned - max(self.authorised, ZERO), ZERO)


@dataclass(frozen=True, slots=True)
class Cover:
    """An amount that one account lends another."""

    lender: AccountPlan
    borrower: AccountPlan
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Coverage:
    """A year's accounts, what they lend each other, and what is missing all the same."""

    plans: tuple[AccountPlan, ...]
    covers: tuple[Cover, ...]
    short: tuple[tuple[AccountPlan, Decimal], ...]


def plans(year: FiscalYear, as_of: date) -> tuple[AccountPlan, ...]:
    """Every account with its lines."""
    return tuple(
        AccountPlan(
            account,
            year.lines_of(account),
            figures.authorisation(year, account, as_of).amount,
            sum((line.planned for line in year.lines_of(account)), start=ZERO),
        )
        for account in year.accounts
    )


def coverage(year: FiscalYear, as_of: date) -> Coverage:
    """What the accounts lend each other so that as little as possible is missing."""
    return covering(year, plans(year, as_of))


def covering(year: FiscalYear, found: Sequence[AccountPlan]) -> Coverage:
    """As ``coverage``, with these plans of the year's accounts."""
    needy = [place for place, plan in enumerate(found) if plan.missing]
    lent = _lent(found, needy, _lenders(year, found)) if needy else {}
    covers = tuple(Cover(found[lender], found[place], amount) for (lender, place), amount in sorted(lent.items()))
    short = []
    for place in needy:
        left = found[place].missing - sum((amount for (_, other), amount in lent.items() if other == place), start=ZERO)
        if left:
            short.append((found[place], left))
    return Coverage(tuple(found), covers, tuple(short))


def _lenders(year: FiscalYear, found: Sequence[AccountPlan]) -> Mapping[int, list[int]]:
    """For each account, by its place, those that may lend to it: of its Deckungskreis, then one-sidedly."""
    places = {id(plan.account): place for place, plan in enumerate(found)}
    circles: defaultdict[str, list[int]] = defaultdict(list)
    one_sided: defaultdict[int, list[int]] = defaultdict(list)
    for place, plan in enumerate(found):
        if plan.account.cover_group:
            circles[plan.account.cover_group].append(place)
        for number in plan.account.covers:
            if other := year.account_meant(number):
                one_sided[places[id(other)]].append(place)
    return {
        place: [
            other for other in (*circles.get(plan.account.cover_group or "", ()), *one_sided[place]) if other != place
        ]
        for place, plan in enumerate(found)
    }


Lent = dict[tuple[int, int], Decimal]
"""Lender and borrower → amount."""


def _lent(found: Sequence[AccountPlan], needy: Sequence[int], lenders: Mapping[int, list[int]]) -> Lent:
    """The most that can be lent: a maximum flow by shortest augmenting paths (Edmonds and Karp)."""
    spare = [plan.spare for plan in found]
    need = {place: found[place].missing for place in needy}
    lent: Lent = defaultdict(Decimal)
    for place in needy:
        while need[place] and (path := _path(place, lenders, spare, lent)):
            # Borrower, lender, another borrower that this lender helps already, its other lender …
            steps = list(zip(path[::2], path[1::2], strict=True))
            moved = [lent[lender, other] for (_, lender), (other, _) in itertools.pairwise(steps)]
            amount = min(need[place], spare[path[-1]], *moved)
            for borrower, lender in steps:
                lent[lender, borrower] += amount
            for (_, lender), (other, _) in itertools.pairwise(steps):
                lent[lender, other] -= amount
            spare[path[-1]] -= amount
            need[place] -= amount
    return {pair: amount for pair, amount in lent.items() if amount}


def _path(start: int, lenders: Mapping[int, list[int]], spare: Sequence[Decimal], lent: Lent) -> list[int]:
    """From a borrower to a lender with something left, over what others could borrow elsewhere, or none."""
    before: dict[tuple[bool, int], tuple[bool, int] | None] = {(False, start): None}
    waiting = deque([(False, start)])
    while waiting:
        node = waiting.popleft()
        is_lender, place = node
        if is_lender and spare[place]:
            return _back(node, before)
        following = (
            [(False, other) for (lender, other), amount in lent.items() if lender == place and amount]
            if is_lender
            else [(True, lender) for lender in lenders[place]]
        )
        for other in following:
            if other not in before:
                before[other] = node
                waiting.append(other)
    return []


def _back(node: tuple[bool, int], before: Mapping[tuple[bool, int], tuple[bool, int] | None]) -> list[int]:
    path: list[int] = []
    step: tuple[bool, int] | None = node
    while step is not None:
        path.append(step[1])
        step = before[step]
    return path[::-1]


def beyond(plan: AccountPlan, missing: Decimal) -> list[tuple[BudgetLine, Decimal]]:
    """The lines that make an account miss an amount, each with its part of it: the last ones."""
    return last_of(plan.lines, missing)


def last_of(lines: Sequence[BudgetLine], missing: Decimal) -> list[tuple[BudgetLine, Decimal]]:
    """The last of some lines that together plan an amount, each with its part of it."""
    found = []
    for line in reversed(lines):
        if missing <= 0:
            break
        if line.planned > 0:
            part = min(line.planned, missing)
            found.append((line, part))
            missing -= part
    return found[::-1]
