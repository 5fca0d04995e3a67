"""The concept as data: every noun by its id, what refers to what, and where in the files each thing stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple

from ikonzept.findings import KeyPath, Place
from ikonzept.model.action_field import ActionField, Goal
from ikonzept.model.chapter import Chapter
from ikonzept.model.edition import Edition
from ikonzept.model.event import Event, Submission
from ikonzept.model.fields import Record, record_in, refers_to
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.indicator import Indicator, Series
from ikonzept.model.manifest import Manifest
from ikonzept.model.measure import Measure
from ikonzept.model.paper import Paper, paper_id
from ikonzept.model.words import EditionStatus, Kind, Noun

MODELS: dict[Noun, type[Record]] = {
    Noun.MANIFEST: Manifest,
    Noun.CHAPTER: Chapter,
    Noun.ACTION_FIELD: ActionField,
    Noun.MEASURE: Measure,
    Noun.FISCAL_YEAR: FiscalYear,
    Noun.GRANT: Grant,
    Noun.INDICATOR: Indicator,
    Noun.SERIES: Series,
    Noun.EVENT: Event,
    Noun.PAPER: Paper,
    Noun.EDITION: Edition,
}
"""The model of each file noun."""


class Mention(NamedTuple):
    """One place where a thing names others: the field, the ids as written, the kinds they may be of."""

    owner: Record
    field: str
    position: int | None
    name: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Concept:
    """Everything that could be read, by noun and id, each mapping sorted by id.

    ``manifest`` is ``None`` where ``konzept.yaml`` is missing or unreadable. ``paths`` gives the file of each thing
    (by identity) and takes no part in comparisons, nor do the places.
    """

    manifest: Manifest | None = None
    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    action_fields: Mapping[str, ActionField] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    fiscal_years: Mapping[str, FiscalYear] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    paths: Mapping[int, str] = field(default_factory=dict, compare=False, repr=False)
    first_lines: Mapping[int, int] = field(default_factory=dict, compare=False, repr=False)
    """The first line of the body of each Markdown file, by the thing's identity as ``paths``."""
    copies: Mapping[int, Record] = field(default_factory=dict, compare=False, repr=False)
    """For a concept made from another (``public``): the things it copied, by the copy's identity."""

    # --- things inside files ---------------------------------------------------------------------------------------

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """Every goal by its id ``<field>.<number>``."""
        return {f"{owner.id}.{goal.number}": goal for owner in self.action_fields.values() for goal in owner.goals}

    @cached_property
    def submissions(self) -> Mapping[str, Submission]:
        """Every submission by its id ``<event>.<number>``."""
        return {f"{event.id}.{item.number}": item for event in self.events.values() for item in event.submissions}

    @cached_property
    def budget_lines(self) -> Mapping[str, BudgetLine]:
        """Every budget line by its id."""
        return {line.id: line for year in self.fiscal_years.values() for line in year.lines}

    def ids(self, kind: Kind) -> Mapping[str, Any]:
        """The things of a kind by the id that references use (accounts are looked up by year, not here)."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> Mapping[Kind, Mapping[str, Any]]:
        manifest = self.manifest
        return {
            Kind.UNIT: manifest.units if manifest else {},
            Kind.ACTOR: manifest.actors if manifest else {},
            Kind.COMMITTEE: manifest.committees if manifest else {},
            Kind.QUESTION: manifest.guiding_questions if manifest else {},
            Kind.CHAPTER: self.chapters,
            Kind.ACTION_FIELD: self.action_fields,
            Kind.GOAL: self.goals,
            Kind.MEASURE: self.measures,
            Kind.LINE: self.budget_lines,
            Kind.GRANT: self.grants,
            Kind.INDICATOR: self.indicators,
            Kind.EVENT: self.events,
            Kind.SUBMISSION: self.submissions,
            Kind.PAPER: self.papers,
            Kind.EDITION: self.editions,
        }

    def find(self, name: str, kinds: tuple[Kind, ...]) -> Any | None:  # noqa: ANN401  one of our records, or a text
        """What a reference names, or ``None``; a Vorlage is named by its printed number."""
        for kind in kinds:
            key = paper_id(name) if kind is Kind.PAPER else name
            if (found := self.ids(kind).get(key)) is not None:
                return found
        return None

    def name_of(self, identifier: str) -> str:
        """The name of a unit or actor, or the id itself where there is none."""
        found = self.find(identifier, (Kind.UNIT, Kind.ACTOR))
        return found.name if found else identifier

    def line_name(self, line: BudgetLine) -> str:
        """How a line is called in sentences: its id and what it pays for."""
        measure = self.measures.get(line.measure or "")
        subject = f"{measure.id} {measure.title}" if measure else line.purpose or line.subject or ""
        return f"{line.id} {subject}".strip()

    # --- editions --------------------------------------------------------------------------------------------------

    def edition_in_force(self, as_of: date) -> Edition | None:
        """The adopted edition with the latest effective date not after the day (``format.md``)."""
        candidates = [(start, item.id, item) for item in self.editions.values() if (start := item.in_force_from)]
        return max((entry for entry in candidates if entry[0] <= as_of), default=(None, None, None))[2]

    @property
    def open_editions(self) -> tuple[Edition, ...]:
        """Editions not yet adopted."""
        return tuple(item for item in self.editions.values() if item.status is not EditionStatus.ADOPTED)

    # --- references and places -------------------------------------------------------------------------------------

    def things(self) -> Iterator[Record]:
        """Every thing that is a file of its own, the manifest first."""
        if self.manifest:
            yield self.manifest
        for group in (
            self.chapters,
            self.action_fields,
            self.measures,
            self.fiscal_years,
            self.grants,
            self.indicators,
            self.series,
            self.events,
            self.papers,
            self.editions,
        ):
            yield from group.values()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every reference in the concept, in the order of the files."""
        return tuple(mention for thing in self.things() for mention in mentions(thing))

    def path(self, thing: Record) -> str:
        """The file of a thing that is a file of its own."""
        return self.paths[id(self.copies.get(id(thing), thing))]

    def first_line(self, thing: Chapter | Paper) -> int:
        """The line in its file (1-based) on which the body of a chapter or Vorlage begins."""
        return self.first_lines[id(self.copies.get(id(thing), thing))]

    def place(self, thing: Record, *fields: str | int) -> Place:
        """Where a thing stands, or one of its fields by its English name (``place(line, "measure")``)."""
        path, key = self._places[id(self.copies.get(id(thing), thing))]
        record: object = thing
        for name in fields:
            if isinstance(name, int):
                key = (*key, name)
                record = record[name] if isinstance(record, tuple) else None
            else:
                model = type(record) if isinstance(record, Record) else Record
                known = model.model_fields.get(name)
                key = (*key, known.alias or name if known else name)
                record = getattr(record, name, None) if known else (record or {}).get(name)  # type: ignore[attr-defined]
        return Place(path, key)

    @cached_property
    def _places(self) -> dict[int, tuple[str, KeyPath]]:
        """File and key path of every record, walked once and only when a place is asked for."""
        places: dict[int, tuple[str, KeyPath]] = {}
        for thing in self.things():
            original = self.copies.get(id(thing), thing)
            for record, key in walk(original):
                places[id(record)] = (self.paths[id(original)], key)
        return places


def walk(record: Record, key: KeyPath = ()) -> Iterator[tuple[Record, KeyPath]]:
    """A record and every record inside it, each with its key path as it stands in the file."""
    yield record, key
    for name, alias in _nested_fields(type(record)):
        value = getattr(record, name)
        here = (*key, alias)
        if isinstance(value, Record):
            yield from walk(value, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, (*here, index))
        elif value:
            for word, item in value.items():
                yield from walk(item, (*here, word))


def mentions(record: Record) -> Iterator[Mention]:
    """The references a record and the records inside it hold."""
    model = type(record)
    for name, kinds in _reference_fields(model):
        value = getattr(record, name)
        if type(value) is tuple:
            for index, item in enumerate(value):
                yield Mention(record, name, index, str(item), kinds)
        elif value is not None:
            yield Mention(record, name, None, str(value), kinds)
    for name, _ in _nested_fields(model):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from mentions(value)
        elif value:
            for item in value if isinstance(value, tuple) else value.values():
                yield from mentions(item)


@cache
def _reference_fields(model: type[Record]) -> tuple[tuple[str, tuple[Kind, ...]], ...]:
    """The fields of a model that name other things."""
    found = ((name, refers_to(declared)) for name, declared in model.model_fields.items())
    return tuple((name, kinds) for name, kinds in found if kinds)


@cache
def _nested_fields(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold records, with their keys."""
    fields = model.model_fields.items()
    return tuple((name, declared.alias or name) for name, declared in fields if record_in(declared.annotation))
