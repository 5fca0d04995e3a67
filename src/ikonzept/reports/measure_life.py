"""What became of a measure, as the files tell it: where it comes from, its Verlauf, and what it went over into."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import LineageKind, Status
from ikonzept.reports.lineage import predecessors, successors


class Relation(StrEnum):
    """Whose entry it is: the measure's own, one's out of which it came, one's into which it went over."""

    OWN = "own"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Kin:
    """A measure out of which it came, or into which it went over, and how that was called."""

    id: str
    title: str
    relation: Relation
    kind: LineageKind | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A submission that led to the measure, or to one out of which it came."""

    date: date
    id: str
    text: str
    event: str
    author: str | None
    """The unit or actor; a natural person is never named."""
    measure: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a Verlauf, and whose."""

    date: date
    measure: str
    relation: Relation
    status: Status | None
    report: str | None
    reason: str | None
    paper: str | None


@dataclass(frozen=True, slots=True)
class MeasureLife:
    """A measure's life up to a day, oldest first."""

    id: str
    title: str
    path: str
    status: Status | None
    kin: tuple[Kin, ...]
    origins: tuple[Origin, ...]
    told: tuple[Told, ...]


def life(concept: Concept, measure: Measure, as_of: date) -> MeasureLife:
    """What the files tell of a measure and of those it came out of and went over into, up to a day."""
    before, after = predecessors(concept, measure.id), successors(concept, measure.id)
    everyone = [
        *((one, Relation.BEFORE) for one in before),
        (measure, Relation.OWN),
        *((one, Relation.AFTER) for one in after),
    ]
    told = (entry for one, relation in everyone for entry in _told(one, relation) if entry.date <= as_of)
    origins = _origins(concept, [*before, measure])
    return MeasureLife(
        id=measure.id,
        title=measure.title,
        path=concept.path(measure),
        status=measure.status_on(as_of),
        kin=tuple(_kin(measure, one, relation) for one, relation in everyone if one is not measure),
        origins=tuple(sorted((one for one in origins if one.date <= as_of), key=lambda one: (one.date, one.id))),
        told=tuple(sorted(told, key=lambda entry: entry.date)),
    )


def _told(measure: Measure, relation: Relation) -> Iterator[Told]:
    for entry in measure.history:
        yield Told(entry.date, measure.id, relation, entry.status, entry.report, entry.reason, entry.paper)


def _kin(measure: Measure, other: Measure, relation: Relation) -> Kin:
    """The other one, with the kind of Herkunft by which one came out of the other; the younger one says it."""
    lineage = measure.lineage if relation is Relation.BEFORE else other.lineage
    return Kin(other.id, other.title, relation, lineage.kind if lineage else None)


def _origins(concept: Concept, measures: list[Measure]) -> Iterator[Origin]:
    """The submissions that name these measures, or that they name."""
    for event in concept.events.values():
        for one in event.submissions:
            name = f"{event.id}.{one.number}"
            for measure in measures:
                if measure.id in one.leads_to or name in measure.submissions:
                    author = concept.name_of(one.author) if one.author else None
                    yield Origin(event.date, name, one.text, event.title, author, measure.id)
