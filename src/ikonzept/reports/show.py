"""One thing of the concept: what its file says, what it refers to, what refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ikonzept import values
from ikonzept.model.concept import Concept, Mention, walk
from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.measure import Measure
from ikonzept.model.paper import paper_id, printed_number
from ikonzept.model.words import Kind, Noun
from ikonzept.reports import budget

FISCAL_YEAR = Noun.FISCAL_YEAR.folder
"""A fiscal year is shown as ``haushalt/2022``: its id alone may be an edition's."""

ORDER = (
    Kind.MEASURE,
    Kind.GOAL,
    Kind.ACTION_FIELD,
    Kind.PAPER,
    Kind.EDITION,
    Kind.CHAPTER,
    Kind.INDICATOR,
    Kind.LINE,
    Kind.GRANT,
    Kind.EVENT,
    Kind.SUBMISSION,
    Kind.UNIT,
    Kind.ACTOR,
    Kind.COMMITTEE,
    Kind.QUESTION,
)
"""In which order a name is looked up."""


Value = str | int | bool | Decimal | date | values.Month | values.AccountNumber | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its value, with the facts below it, or with both: an entry of a list and its first value.

    ``name`` is the field's English name or what the file itself names (a year, an id); ``label`` its German title.
    """

    name: str
    label: str
    value: Value = None
    below: "tuple[Fact, ...]" = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Another thing that is referred to or refers here, and by which field; ``label`` is the field's German title."""

    kind: str
    id: str
    title: str
    field: str
    label: str
    path: str


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
    refers_to: tuple[Link, ...]
    referred_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A thing under the name it was asked for by."""

    kind: str
    id: str
    thing: Any


def names(concept: Concept) -> list[str]:
    """Every name that can be shown, for "Meinten Sie …?"."""
    known = [name for kind in ORDER if kind is not Kind.PAPER for name in concept.ids(kind)]
    known += [paper.number or printed_number(paper.id) for paper in concept.papers.values()]
    known += [f"{FISCAL_YEAR}/{year}" for year in concept.fiscal_years]
    return known + sorted({str(account.number) for year in concept.fiscal_years.values() for account in year.accounts})


def find(concept: Concept, name: str) -> Found | None:
    """What a name means, in the order of ``ORDER``; then a fiscal year, then an account in its latest year."""
    for kind in ORDER:
        key = paper_id(name) if kind is Kind.PAPER else name
        thing = concept.ids(kind).get(key)
        if thing is not None:
            return Found(kind.value, key, thing)
    folder, slash, year = name.partition("/")
    if slash and folder == FISCAL_YEAR and year in concept.fiscal_years:
        return Found(Noun.FISCAL_YEAR.word, name, concept.fiscal_years[year])
    return _account(concept, name)


def _account(concept: Concept, name: str) -> Found | None:
    try:
        number = values.account(name)
    except values.NotAValue:
        return None
    for year in sorted(concept.fiscal_years, reverse=True):
        named = concept.fiscal_years[year].accounts_named(number)
        if named:
            return Found(Kind.ACCOUNT.value, name, named[0])
    return None


def sheet(concept: Concept, found: Found, as_of: date) -> Sheet:
    """The sheet of a thing on a day."""
    owners = _Owners(concept)
    return Sheet(
        noun=found.kind,
        id=_shown_id(found),
        title=title_of(found.thing),
        path=_path(concept, found),
        as_of=as_of,
        status=str(found.thing.status_on(as_of) or "") or None if isinstance(found.thing, Measure) else None,
        facts=(*_own_facts(found.thing), *_series(concept, found)),
        money=tuple(_money(concept, found.thing, as_of)),
        refers_to=tuple(dict.fromkeys(_refers_to(concept, found.thing, owners))),  # each once, in this order
        referred_by=tuple(dict.fromkeys(_referred_by(concept, found, owners))),
    )


def title_of(thing: object) -> str:
    """What a thing is called: its title, name, text or purpose; a guiding question is its own text."""
    return thing if isinstance(thing, str) else getattr(thing, _title_field(thing), "")


def _title_field(thing: object) -> str:
    """The field that holds what a thing is called, ``""`` for a thing that has no such name."""
    named = (name for name in _TITLES if isinstance(value := getattr(thing, name, None), str) and value)
    return next(named, "")


_TITLES = ("title", "name", "text", "purpose")


def _shown_id(found: Found) -> str:
    if found.kind == Kind.PAPER:
        return found.thing.number or printed_number(found.id)
    return found.id


def _path(concept: Concept, found: Found) -> str:
    if found.kind == Kind.QUESTION:
        return Noun.MANIFEST.folder
    return concept.place(found.thing).path


# --- what the file says --------------------------------------------------------------------------------------------


def _own_facts(thing: object) -> Iterator[Fact]:
    return _facts(thing, _title_field(thing)) if isinstance(thing, Record) else iter(())


_NOT_SHOWN = ("id", "body")


def _facts(record: Record, without: str = "") -> Iterator[Fact]:
    """The keys of a record that say something, in the model's order, the internal note last.

    ``without`` is the field that stands above them already: a title, a date.
    """
    for name in sorted(type(record).model_fields, key=lambda name: name == "internal"):
        value = getattr(record, name)
        if name not in {*_NOT_SHOWN, without} and value is not None and value not in ((), {}, ""):
            yield _fact(name, _label(record, name), value)


def _fact(name: str, label: str, value: Any) -> Fact:  # noqa: ANN401  any field's value
    if isinstance(value, Record):
        return Fact(name, label, below=tuple(_facts(value)))
    if isinstance(value, dict):
        return Fact(name, label, below=tuple(_fact(key, key, item) for key, item in value.items()))
    if type(value) is tuple and any(isinstance(item, Record) for item in value):
        return Fact(name, label, below=tuple(map(_entry, value)))
    return Fact(name, label, value)


def _entry(record: Record) -> Fact:
    """A record in a list: its first field, a date, a number or an id, stands for it."""
    first = next(name for name in type(record).model_fields if name != "internal")
    return Fact(first, _label(record, first), getattr(record, first), tuple(_facts(record, first)))


def _label(record: Record, name: str) -> str:
    return type(record).model_fields[name].title or name


def _series(concept: Concept, found: Found) -> Iterator[Fact]:
    """The values of an indicator, the latest first."""
    series = concept.series.get(found.id) if found.kind == Kind.INDICATOR else None
    rows = [row for row in series.rows if row.value is not None] if series else []
    if series and rows:
        below = tuple(Fact(str(row.year), f"{row.year} {row.attribute or ''}".strip(), row.value) for row in rows[::-1])
        yield Fact("rows", _label(series, "rows"), below=below)


# --- money ---------------------------------------------------------------------------------------------------------


def _money(concept: Concept, thing: object, as_of: date) -> Iterator[Sums]:
    """The sums of a measure, an account over its years, a year, a line."""
    if isinstance(thing, Measure):
        use = budget.uses_by_measure(concept.fiscal_years.values(), as_of).get(thing.id)
        if use:
            yield Sums("", None, use.planned, use.committed, use.actual, None)
    elif isinstance(thing, BudgetLine):
        use = budget.use(thing, as_of)
        yield Sums("", None, use.planned, use.committed, use.actual, None)
    elif isinstance(thing, BudgetAccount):
        for year in concept.fiscal_years.values():
            numbers = {str(named.number) for named in year.accounts_named(thing.number)[:1]}
            yield from (_row(row, year.id) for row in budget.year_sum(year, as_of).accounts if row.number in numbers)
    elif isinstance(thing, FiscalYear):
        for row in budget.year_sum(thing, as_of).accounts:
            yield _row(row, f"{row.number} {row.title}".strip())


def _row(row: budget.AccountSum, label: str) -> Sums:
    return Sums(label, row.authorisation, row.planned, row.committed, row.actual, row.available)


# --- links ---------------------------------------------------------------------------------------------------------


class _Owners:
    """Which shown thing a record belongs to: the nearest thing with an id of its own around it."""

    def __init__(self, concept: Concept) -> None:
        self._concept = concept
        self._by_identity: dict[int, Found] = {}
        for kind in ORDER:
            for name, thing in concept.ids(kind).items():
                if isinstance(thing, Record):
                    self._see(thing, Found(kind.value, name, thing))
        for year in concept.fiscal_years.values():
            for line in year.lines:
                self._see(line, Found(Kind.LINE.value, line.id, line))
            self._see(year, Found(Noun.FISCAL_YEAR.word, f"{FISCAL_YEAR}/{year.id}", year))

    def _see(self, thing: Record, found: Found) -> None:
        for record, _ in walk(thing):
            known = self._by_identity.get(id(record))
            if known is None or record is thing:
                self._by_identity[id(record)] = found

    def of(self, record: object) -> Found | None:
        """The thing a record belongs to."""
        return self._by_identity.get(id(record))


def _refers_to(concept: Concept, thing: object, owners: _Owners) -> Iterator[Link]:
    """What a thing names, also where nothing has that name."""
    for mention in concept.mentions():
        owner = owners.of(mention.owner)
        if owner and owner.thing is thing:
            target = concept.find(mention.name, mention.kinds) if Kind.ACCOUNT not in mention.kinds else None
            found = owners.of(target) if target is not None else None
            yield _link(concept, mention, found or Found("", mention.name, None))


def _referred_by(concept: Concept, found: Found, owners: _Owners) -> Iterator[Link]:
    """What names a thing."""
    for mention in concept.mentions():
        owner = owners.of(mention.owner)
        if owner and owner.thing is not found.thing and _means(concept, mention.name, mention.kinds, found):
            yield _link(concept, mention, owner)


def _means(concept: Concept, name: str, kinds: tuple[Kind, ...], found: Found) -> bool:
    if Kind.ACCOUNT in kinds:
        return isinstance(found.thing, BudgetAccount) and values.account(name).fits(found.thing.number)
    return concept.find(name, kinds) is found.thing


def _link(concept: Concept, mention: Mention, found: Found) -> Link:
    path = concept.place(found.thing).path if found.thing is not None else ""
    label = _label(mention.owner, mention.field)
    return Link(found.kind, _shown_id(found), title_of(found.thing), mention.field, label, path)
