"""One thing of the concept: what its file says, what it refers to, what refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ikonzept import values
from ikonzept.model.concept import Concept
from ikonzept.model.fields import Record, is_amount, label_of
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.indicator import Indicator
from ikonzept.model.measure import Measure
from ikonzept.model.words import Kind
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.funding import GrantMoney, MeasureMoney, grant_money, measure_money
from ikonzept.reports.links import Link, Owners, referred_by, refers_to
from ikonzept.reports.things import Found, path_of, shown_id, title_field, title_of

Value = str | int | bool | Decimal | date | values.Month | values.AccountNumber | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its value, with the facts below it, or with both: an entry of a list and its first value.

    ``name`` is the field's English name or what the file itself names (a year, an id); ``label`` its German title;
    ``unit`` is what a figure counts: €, %, Personen.
    """

    name: str
    label: str
    value: Value = None
    below: "tuple[Fact, ...]" = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Money in € with two places: of a year's account, or of a measure over all years."""

    label: str
    authorisation: Decimal | None
    planned: Decimal
    committed: Decimal
    actual: Decimal
    available: Decimal | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything `ikonzept show` tells of one thing."""

    noun: str
    id: str
    title: str
    path: str
    as_of: date
    status: str | None
    facts: tuple[Fact, ...]
    money: tuple[Sums, ...]
    over_years: MeasureMoney | None
    """A measure's money year by year."""
    funding: GrantMoney | None
    """What a grant pays."""
    refers_to: tuple[Link, ...]
    referred_by: tuple[Link, ...]


def sheet(concept: Concept, found: Found, as_of: date) -> Sheet:
    """The sheet of a thing on a day."""
    owners = Owners(concept)
    return Sheet(
        noun=found.kind,
        id=shown_id(found),
        title=title_of(found.thing),
        path=path_of(concept, found),
        as_of=as_of,
        status=str(found.thing.status_on(as_of) or "") or None if isinstance(found.thing, Measure) else None,
        facts=(*_own_facts(found.thing), *_series(concept, found)),
        money=tuple(_money(concept, found.thing, as_of)),
        over_years=measure_money(concept, found.thing, as_of) if isinstance(found.thing, Measure) else None,
        funding=grant_money(concept, found.thing, as_of) if isinstance(found.thing, Grant) else None,
        refers_to=tuple(dict.fromkeys(refers_to(concept, found.thing, owners))),  # each once, in this order
        referred_by=tuple(dict.fromkeys(referred_by(concept, found, owners))),
    )


# --- what the file says --------------------------------------------------------------------------------------------


def _own_facts(thing: object) -> Iterator[Fact]:
    counted = thing.unit if isinstance(thing, Indicator) else None
    return _facts(thing, title_field(thing), counted) if isinstance(thing, Record) else iter(())


_NOT_SHOWN = ("id", "body")


def _facts(record: Record, without: str = "", counted: str | None = None) -> Iterator[Fact]:
    """The keys of a record that say something, in the model's order, the internal note last.

    ``without`` is the field that stands above them already: a title, a date; ``counted`` what plain figures count.
    """
    for name in sorted(type(record).model_fields, key=lambda name: name == "internal"):
        value = getattr(record, name)
        if name not in {*_NOT_SHOWN, without} and value is not None and value not in ((), {}, ""):
            yield _fact(name, label_of(type(record), name), value, _unit(record, name) or counted)


def _unit(record: Record, name: str) -> str | None:
    """What a figure counts, as far as its field alone tells."""
    if is_amount(type(record), name):
        return "€"
    return "%" if isinstance(record, Grant) and name == "share" else None


def _fact(name: str, label: str, value: Any, unit: str | None) -> Fact:  # noqa: ANN401  any field's value
    if isinstance(value, Record):
        return Fact(name, label, below=tuple(_facts(value, counted=unit)))
    if isinstance(value, dict):
        return Fact(name, label, below=tuple(_fact(key, key, item, unit) for key, item in value.items()))
    if type(value) is tuple and any(isinstance(item, Record) for item in value):
        return Fact(name, label, below=tuple(map(_entry, value)))
    return Fact(name, label, value, unit=unit if isinstance(value, Decimal) else None)


def _entry(record: Record) -> Fact:
    """A record in a list: its first field, a date, a number or an id, stands for it."""
    first = next(name for name in type(record).model_fields if name != "internal")
    return Fact(first, label_of(type(record), first), getattr(record, first), tuple(_facts(record, first)))


def _series(concept: Concept, found: Found) -> Iterator[Fact]:
    """The values of an indicator, the latest first."""
    series = concept.series.get(found.id) if found.kind == Kind.INDICATOR else None
    rows = [row for row in series.rows if row.value is not None] if series else []
    if series and rows:
        below = tuple(
            Fact(str(row.year), f"{row.year} {row.attribute or ''}".strip(), row.value, unit=found.thing.unit)
            for row in rows[::-1]
        )
        yield Fact("rows", label_of(type(series), "rows"), below=below)


# --- money ---------------------------------------------------------------------------------------------------------


def _money(concept: Concept, thing: object, as_of: date) -> Iterator[Sums]:
    """The sums of a measure, an account over its years, a year, a line."""
    if isinstance(thing, Measure):
        use = sums.uses_by_measure(concept.fiscal_years.values(), as_of).get(thing.id)
        if use:
            yield Sums("", None, use.planned, use.committed, use.actual, None)
    elif isinstance(thing, BudgetLine):
        use = sums.use(thing, as_of)
        yield Sums("", None, use.planned, use.committed, use.actual, None)
    elif isinstance(thing, BudgetAccount):
        for year in concept.fiscal_years.values():
            same = year.account_meant(thing.number)
            rows = sums.year_sum(year, as_of).accounts if same else ()
            yield from (_row(row, year.id) for row in rows if same and row.number == str(same.number))
    elif isinstance(thing, FiscalYear):
        for row in sums.year_sum(thing, as_of).accounts:
            yield _row(row, f"{row.number} {row.title}".strip())


def _row(row: sums.AccountSum, label: str) -> Sums:
    return Sums(label, row.authorisation, row.planned, row.committed, row.actual, row.available)
