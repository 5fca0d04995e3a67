"""The Beteiligung in a period: events held, Anregungen that were answered, and those that wait."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ikonzept.model.concept import Concept
from ikonzept.model.event import Event, Submission
from ikonzept.model.words import ParticipationLevel, WeighingResult
from ikonzept.reports import beteiligung
from ikonzept.reports.measures import Selection
from ikonzept.reports.sachstand.measures import Named
from ikonzept.reports.sachstand.period import Period


@dataclass(frozen=True, slots=True)
class Belonging:
    """Why the report of a field of action tells of a submission."""

    by_event: bool
    """Whether only its event is about the field, because it names nothing that has a field itself."""
    others: tuple[str, ...]
    """The titles of other fields to which it belongs too."""


@dataclass(frozen=True, slots=True)
class Held:
    """An event of the period."""

    id: str
    title: str
    date: date
    place: str | None
    level: ParticipationLevel | None
    attended: int | None
    submissions: int
    """Those that concern what the report tells of."""
    shared: bool
    """Whether it was about several fields of action: the report of each of them tells of it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A submission that was weighed within the period."""

    id: str
    event: str
    event_date: date
    author: str | None
    author_person: str | None
    text: str
    result: WeighingResult
    reason: str | None
    date: date | None
    leads_to: tuple[Named, ...]
    belongs: Belonging | None
    internal: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that nobody has weighed by the last day, whenever it was made."""

    id: str
    event: str
    event_date: date
    author: str | None
    author_person: str | None
    text: str
    belongs: Belonging | None
    internal: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """The internal note on an event of which something is told."""

    event: str
    date: date
    internal: str


@dataclass(frozen=True, slots=True)
class Participation:
    """All of it."""

    events: tuple[Held, ...]
    answered: tuple[Answered, ...]
    waiting: tuple[Waiting, ...]
    notes: tuple[Note, ...]


def participation(concept: Concept, period: Period, selection: Selection) -> Participation:
    """What happened in the period, the oldest first."""
    events = tuple(_held(concept, period, selection))
    answered = tuple(_answered(concept, period, selection))
    waiting = tuple(_waiting(concept, period, selection))
    weighed = {one.id.rpartition(".")[0] for one in answered}
    told = weighed | {one.id.rpartition(".")[0] for one in waiting} | {one.id for one in events}
    return Participation(events, answered, waiting, tuple(_notes(concept, told)))


def _notes(concept: Concept, told: Collection[str]) -> Iterator[Note]:
    for event in sorted(concept.events.values(), key=lambda item: (item.date, item.id)):
        if event.internal and event.id in told:
            yield Note(event.title, event.date, event.internal)


def _held(concept: Concept, period: Period, selection: Selection) -> Iterator[Held]:
    """Events; those of a single unit's measures are not its own."""
    if selection.unit is not None:
        return
    for event in beteiligung.events(concept, selection, period.until):
        if period.holds(event.date):
            count = sum(one is event for one, _ in beteiligung.concerned(concept, selection, period.until))
            shared = len(set(event.action_fields)) > 1
            yield Held(event.id, event.title, event.date, event.place, event.level, event.attended, count, shared)


def _answered(concept: Concept, period: Period, selection: Selection) -> Iterator[Answered]:
    for event, item in beteiligung.concerned(concept, selection, period.until):
        weighing = item.weighing
        if weighing and period.holds(weighing.date or event.date):  # weighed without a day: not before it was made
            yield Answered(
                id=f"{event.id}.{item.number}",
                event=event.title,
                event_date=event.date,
                author=concept.name_of(item.author) if item.author else None,
                author_person=item.author_person,
                text=item.text,
                result=weighing.result,
                reason=weighing.reason,
                date=weighing.date,
                leads_to=tuple(_led_to(concept, item)),
                belongs=_belonging(concept, selection, event, item),
                internal=item.internal,
            )


def _waiting(concept: Concept, period: Period, selection: Selection) -> Iterator[Waiting]:
    open_still = {one.id for one in beteiligung.open_submissions(concept, selection, period.until)}
    for event, item in beteiligung.concerned(concept, selection, period.until):
        name = f"{event.id}.{item.number}"
        if name in open_still:
            yield Waiting(
                id=name,
                event=event.title,
                event_date=event.date,
                author=concept.name_of(item.author) if item.author else None,
                author_person=item.author_person,
                text=item.text,
                belongs=_belonging(concept, selection, event, item),
                internal=item.internal,
            )


def _belonging(concept: Concept, selection: Selection, event: Event, item: Submission) -> Belonging | None:
    """Why it is told; ``None`` where the report is not narrowed to a field."""
    if selection.field is None:
        return None
    others = sorted(beteiligung.fields_of(concept, event, item) - {selection.field})
    titles = (concept.action_fields[name].title for name in others if name in concept.action_fields)
    return Belonging(by_event=not beteiligung.own_fields(concept, item), others=tuple(titles))


def _led_to(concept: Concept, item: Submission) -> Iterator[Named]:
    for name in dict.fromkeys(item.leads_to):
        measure, goal = concept.measures.get(name), concept.goals.get(name)
        if measure or goal:
            yield Named(name, measure.title if measure else goal.text if goal else "")
