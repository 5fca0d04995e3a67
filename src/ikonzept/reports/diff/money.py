"""What the money differs by: Ermächtigung per account and year, and what makes the difference (€, two places)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.words import Kind
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.diff.change import Money, MoneyRow, Share
from ikonzept.reports.diff.sides import Sides

Subject = tuple[str, str]
"""What a line pays: kind and id, both empty for what no line plans."""
_UNPLANNED: Subject = ("", "")
_LATEST = date.max
"""All Umbuchungen count: a state of the files is compared, not a day in it."""


def money(sides: Sides) -> Money | None:
    """The fiscal years that differ, ``None`` where none does.

    A year whose file cannot be read on one side is left out.
    """
    rows: list[MoneyRow] = []
    old_total, new_total = ZERO, ZERO
    for name, before, after in sides.pairs(sides.old.fiscal_years, sides.new.fiscal_years):
        if before == after:
            continue
        rows += _rows(name, before, after, sides)
        old_total += _total(before)
        new_total += _total(after)
    if not rows:
        return None
    balanced = _is_balanced(rows, new_total - old_total)
    return Money(tuple(rows), old_total, new_total, balanced)


def between(concept: Concept, old: FiscalYear, new: FiscalYear) -> Money:
    """How two fiscal years of one concept differ, account by account; the shares add up to every difference."""
    rows = tuple(_rows(f"{old.id} → {new.id}", old, new, Sides(concept, concept)))
    totals = _total(old), _total(new)
    return Money(rows, *totals, _is_balanced(rows, totals[1] - totals[0]))


def _is_balanced(rows: Sequence[MoneyRow], difference: Decimal) -> bool:
    """Whether the differences add up to that of the total, and the shares of each to its own."""
    return sum((row.difference for row in rows), ZERO) == difference and all(
        sum((share.difference for share in row.shares), ZERO) == row.difference for row in rows
    )


def _total(year: FiscalYear | None) -> Decimal:
    """The Ermächtigung of a year as ``budget`` adds it up, by another way than the rows."""
    return sums.year_sum(year, _LATEST).total.authorisation if year else ZERO


def _rows(name: str, before: FiscalYear | None, after: FiscalYear | None, sides: Sides) -> Iterator[MoneyRow]:
    old, new = _accounts(before), _accounts(after)
    planned = [(_planned(before), -1), (_planned(after), 1)]
    for number in [*new, *(number for number in old if number not in new)]:
        was, now = old.get(number), new.get(number)
        difference = (now[0] if now else ZERO) - (was[0] if was else ZERO)
        shares: dict[Subject, Decimal] = defaultdict(Decimal)
        for lines, sign in planned:
            for subject, amount in lines.get(number, {}).items():
                shares[subject] += sign * amount
        shares[_UNPLANNED] = difference - sum(shares.values(), ZERO)
        either = now or was
        yield MoneyRow(
            year=name,
            number=number,
            title=either[1] if either else "",
            old=was[0] if was else None,
            new=now[0] if now else None,
            difference=difference,
            shares=tuple(_shares(shares, sides)),
        )


def _accounts(year: FiscalYear | None) -> dict[str, tuple[Decimal, str]]:
    """The Ermächtigung and the title of each account."""
    if year is None:
        return {}
    return {
        str(account.number): (sums.authorisation(year, account, _LATEST), account.title or "")
        for account in year.accounts
    }


def _planned(year: FiscalYear | None) -> Mapping[str, Mapping[Subject, Decimal]]:
    """What each account's lines plan, by what they pay."""
    found: dict[str, dict[Subject, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for account in year.accounts if year else ():
        for line in year.lines_of(account) if year else ():
            found[str(account.number)][_subject(line)] += line.planned
    return found


def _subject(line: BudgetLine) -> Subject:
    if line.measure:
        return Kind.MEASURE.value, line.measure
    return (Kind.LINE.value, line.subject) if line.subject else (Kind.LINE.value, line.id)


def _shares(shares: Mapping[Subject, Decimal], sides: Sides) -> Iterator[Share]:
    """What differs at all, the largest first; what no line plans last."""
    for (kind, name), amount in sorted(shares.items(), key=lambda item: (not item[0][0], -abs(item[1]), item[0])):
        if amount:
            yield Share(kind, name, _title(sides, kind, name), amount)


def _title(sides: Sides, kind: str, name: str) -> str:
    return next((title for concept in (sides.new, sides.old) if (title := _title_in(concept, kind, name))), "")


def _title_in(concept: Concept, kind: str, name: str) -> str:
    if kind == Kind.MEASURE:
        found = concept.measures.get(name)
        return found.title if found else ""
    thing = concept.events.get(name) or concept.papers.get(name) or concept.editions.get(name)
    return thing.title if thing else ""
