"""One thing of the concept: what its file says, what it refers to, what refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ikonzept import values
from ikonzept.model.concept import Concept, walk
from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.indicator import Series
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


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its value, or with the facts below it; ``label`` is the key's German title."""

    label: str
    value: str | None = None
    below: "tuple[Fact, ...]" = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Another thing that is referred to or refers here, and by which key."""

    kind: str
    id: str
    title: str
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
        return Found("fiscal_year", name, concept.fiscal_years[year])
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
        refers_to=tuple(_refers_to(concept, found.thing, owners)),
        referred_by=tuple(_referred_by(concept, found, owners)),
    )


def title_of(thing: object) -> str:
    """What a thing is called: its title, name, text or purpose; a guiding question is its own text."""
    for name in ("title", "name", "text", "purpose"):
        value = getattr(thing, name, None)
        if isinstance(value, str) and value:
            return value
    return thing if isinstance(thing, str) else ""


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
    return _facts(thing, title_of(thing)) if isinstance(thing, Record) else iter(())


_NOT_SHOWN = ("id", "body")


def _facts(record: Record, without: str = "") -> Iterator[Fact]:
    """The keys of a record that say something, in the model's order, the internal note last.

    ``without`` is what stands above them already: a title, a date.
    """
    fields = type(record).model_fields
    for name in [*(name for name in fields if name != "internal"), *(name for name in fields if name == "internal")]:
        value = getattr(record, name)
        said = name in _NOT_SHOWN or value is None or value in ((), {}, "")
        if not said and values.phrase(value) != without:
            yield _fact(fields[name].title or name, value)


def _fact(label: str, value: object) -> Fact:
    if isinstance(value, Record):
        return Fact(label, below=tuple(_facts(value)))
    if isinstance(value, dict):
        return Fact(label, below=tuple(_fact(key, item) for key, item in value.items()))
    if type(value) is tuple and any(isinstance(item, Record) for item in value):
        return Fact(label, below=tuple(Fact(head := _head(item), below=tuple(_facts(item, head))) for item in value))
    return Fact(label, values.phrase(value).strip())


def _head(record: Record) -> str:
    """The first value of a record in a list, as its heading: a date, a number, an id."""
    first = next((getattr(record, name) for name in type(record).model_fields if name != "internal"), "")
    return values.phrase(first)


def _series(concept: Concept, found: Found) -> Iterator[Fact]:
    """The values of an indicator, the latest first."""
    series = concept.series.get(found.id) if found.kind == Kind.INDICATOR else None
    rows = [row for row in series.rows if row.value is not None] if series else []
    if rows:
        label = Series.model_fields["rows"].title or "rows"
        shown = [(f"{row.year} {row.attribute or ''}".strip(), row.value or Decimal(0)) for row in reversed(rows)]
        yield Fact(label, below=tuple(Fact(name, values.german_number(value)) for name, value in shown))


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
            self._see(year, Found("fiscal_year", f"{FISCAL_YEAR}/{year.id}", year))

    def _see(self, thing: Record, found: Found) -> None:
        for record, _ in walk(thing):
            known = self._by_identity.get(id(record))
            if known is None or record is thing:
                self._by_identity[id(record)] = found

    def of(self, record: object) -> Found | None:
        """The thing a record belongs to."""
        return self._by_identity.get(id(record))


def _refers_to(concept: Concept, thing: object, owners: _Owners) -> Iterator[Link]:
    seen = set()
    for mention in concept.mentions():
        owner = owners.of(mention.owner)
        if owner is None or owner.thing is not thing:
            continue
        target = concept.find(mention.name, mention.kinds) if Kind.ACCOUNT not in mention.kinds else None
        found = owners.of(target) if target is not None else None
        label = type(mention.owner).model_fields[mention.field].title or mention.field
        link = _link(concept, found, label) if found else Link("", mention.name, "", label, "")
        if link not in seen:
            seen.add(link)
            yield link


def _referred_by(concept: Concept, found: Found, owners: _Owners) -> Iterator[Link]:
    seen = set()
    for mention in concept.mentions():
        if not _means(concept, mention.name, mention.kinds, found):
            continue
        owner = owners.of(mention.owner)
        label = type(mention.owner).model_fields[mention.field].title or mention.field
        if owner and owner.thing is not found.thing:
            link = _link(concept, owner, label)
            if link not in seen:
                seen.add(link)
                yield link


def _means(concept: Concept, name: str, kinds: tuple[Kind, ...], found: Found) -> bool:
    if Kind.ACCOUNT in kinds:
        return isinstance(found.thing, BudgetAccount) and values.account(name).fits(found.thing.number)
    return concept.find(name, kinds) is found.thing


def _link(concept: Concept, found: Found, label: str) -> Link:
    return Link(found.kind, _shown_id(found), title_of(found.thing), label, concept.place(found.thing).path)
