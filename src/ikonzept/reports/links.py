"""What a thing of the concept refers to and what refers to it, with the fields that say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ikonzept import values
from ikonzept.model.concept import Concept, Mention, walk
from ikonzept.model.fields import Record, label_of
from ikonzept.model.fiscal_year import BudgetAccount, FiscalYear
from ikonzept.model.paper import Paper
from ikonzept.model.words import Kind, Noun
from ikonzept.reports.things import FISCAL_YEAR, ORDER, Found, shown_id, title_of


@dataclass(frozen=True, slots=True)
class Link:
    """Another thing that is referred to or refers here, and by which field; ``label`` is the field's German title.

    ``relation`` names the field with the record that has it: ``measure.lead``.
    """

    kind: str
    id: str
    title: str
    field: str
    relation: str
    label: str
    path: str


class Owners:
    """Which shown thing a record belongs to: the nearest thing with an id of its own around it."""

    def __init__(self, concept: Concept) -> None:
        self._by_identity: dict[int, Found] = {}
        for kind in ORDER:
            for name, thing in concept.ids(kind).items():
                if isinstance(thing, Record):
                    self._see(thing, Found(kind.value, name, thing))
        for year in concept.fiscal_years.values():
            for line in year.lines:
                self._see(line, Found(Kind.LINE.value, line.id, line))
            self._see(year, Found(Noun.FISCAL_YEAR.word, f"{FISCAL_YEAR}/{year.id}", year))
        if concept.manifest:
            self._see(concept.manifest, Found(Noun.MANIFEST.word, Noun.MANIFEST.folder, concept.manifest))

    def _see(self, thing: Record, found: Found) -> None:
        for record, _ in walk(thing):
            known = self._by_identity.get(id(record))
            if known is None or record is thing:
                self._by_identity[id(record)] = found

    def of(self, record: object) -> Found | None:
        """The thing a record belongs to."""
        return self._by_identity.get(id(record))


def refers_to(concept: Concept, thing: object, owners: Owners) -> Iterator[Link]:
    """What a thing names, also where nothing has that name; a fiscal year names what its lines do."""
    lines = {id(line) for line in thing.lines} if isinstance(thing, FiscalYear) else set()
    for mention in _mentions(concept):
        owner = owners.of(mention.owner)
        if owner and (owner.thing is thing or id(owner.thing) in lines):
            target = _target(concept, mention)
            found = owners.of(target) if target is not None else None
            yield _link(concept, mention, found or Found("", mention.name, None))


def referred_by(concept: Concept, found: Found, owners: Owners) -> Iterator[Link]:
    """What names a thing."""
    for mention in _mentions(concept):
        owner = owners.of(mention.owner)
        if owner and owner.thing is not found.thing and _means(concept, mention, found):
            yield _link(concept, mention, owner)


_EVERYTHING = tuple(ORDER)


def _mentions(concept: Concept) -> Iterator[Mention]:
    """Every reference, and those that are no ids or stand in a key: reasons, fiscal years, units as printed."""
    yield from concept.mentions
    for edition in concept.editions.values():
        for name in edition.reasons:
            if concept.find(name, _EVERYTHING) is not None:
                yield Mention(edition, "reasons", None, name, _EVERYTHING)
    for paper in concept.papers.values():
        year = paper.budget_year
        if year and year in concept.fiscal_years and (paper.fiscal_year or paper.accounts):
            yield Mention(paper, "fiscal_year", None, year, ())
        if (unit := _printed_unit(concept, paper)) is not None:
            yield Mention(paper, "lead", None, unit, (Kind.UNIT, Kind.ACTOR))


def _printed_unit(concept: Concept, paper: Paper) -> str | None:
    """The unit or actor whose name, or a spelling of it, is printed on a Vorlage."""
    parties = ((name, party) for kind in (Kind.UNIT, Kind.ACTOR) for name, party in concept.ids(kind).items())
    return next((name for name, party in parties if paper.lead in {party.name, *party.also}), None)


def _target(concept: Concept, mention: Mention) -> object:
    """The thing a mention names; of an account none, for each year has its own."""
    if mention.field == "fiscal_year":
        return concept.fiscal_years.get(mention.name)
    return None if Kind.ACCOUNT in mention.kinds else concept.find(mention.name, mention.kinds)


def _means(concept: Concept, mention: Mention, found: Found) -> bool:
    if Kind.ACCOUNT in mention.kinds:
        return isinstance(found.thing, BudgetAccount) and values.account(mention.name).fits(found.thing.number)
    return _target(concept, mention) is found.thing


def _link(concept: Concept, mention: Mention, found: Found) -> Link:
    path = concept.place(found.thing).path if found.thing is not None else ""
    record = re.sub(r"(?<!^)(?=[A-Z])", "_", type(mention.owner).__name__).lower()
    return Link(
        kind=found.kind,
        id=shown_id(found),
        title=title_of(found.thing),
        field=mention.field,
        relation=f"{record}.{mention.field}",
        label=label_of(type(mention.owner), mention.field),
        path=path,
    )
