"""The Beteiligung in a period: events held, Anregungen that were answered, and those that wait."""

from collections.abc import Iterator
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
class Held:
    """An event of the period."""

    id: str
    title: str
    date: date
    place: str | None
    level: ParticipationLevel | None
    attended: int | None
    submissions: int


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
    internal: str | None


@dataclass(frozen=True, slots=True)
class Participation:
    """All of it."""

    events: tuple[Held, ...]
    answered: tuple[Answered, ...]
    waiting: tuple[Waiting, ...]


def participation(concept: Concept, period: Period, selection: Selection) -> Participation:
    """What happened in the period, the oldest first."""
    return Participation(
        events=tuple(_held(concept, period, selection)),
        answered=tuple(_answered(concept, period, selection)),
        waiting=tuple(_waiting(concept, period, selection)),
    )


def _held(concept: Concept, period: Period, selection: Selection) -> Iterator[Held]:
    """Events; those of a single unit's measures are not its own."""
    if selection.unit is not None:
        return
    for event in beteiligung.events(concept, selection, period.until):
        if period.holds(event.date):
            count = len(event.submissions)
            yield Held(event.id, event.title, event.date, event.place, event.level, event.attended, count)


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
                internal=_note(event, item),
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
                internal=_note(event, item),
            )


def _note(event: Event, item: Submission) -> str | None:
    """The internal notes on a submission and on the event where it was made."""
    return " ".join(note for note in (item.internal, event.internal) if note) or None


def _led_to(concept: Concept, item: Submission) -> Iterator[Named]:
    for name in dict.fromkeys(item.leads_to):
        measure, goal = concept.measures.get(name), concept.goals.get(name)
        if measure or goal:
            yield Named(name, measure.title if measure else goal.text if goal else "")
