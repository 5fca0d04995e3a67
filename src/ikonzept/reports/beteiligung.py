"""The Beteiligungsprozess: submissions and whether they were weighed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ikonzept.model.concept import Concept
from ikonzept.model.event import Event, Submission
from ikonzept.reports.measures import Selection


@dataclass(frozen=True, slots=True)
class OpenSubmission:
    """A submission that nobody has weighed yet."""

    id: str
    date: date
    event: str


def open_submissions(concept: Concept, selection: Selection, as_of: date) -> Iterator[OpenSubmission]:
    """Submissions without a weighing up to the day, oldest event first."""
    for event, item in concerned(concept, selection, as_of):
        if not _weighed(item, as_of):
            yield OpenSubmission(f"{event.id}.{item.number}", event.date, event.title)


def events(concept: Concept, selection: Selection, as_of: date) -> Iterator[Event]:
    """The events up to the day, oldest first; of a field those about it, and those where it was spoken of."""
    for event in sorted(concept.events.values(), key=lambda item: (item.date, item.id)):
        if event.date <= as_of and (
            selection.field in {None, *event.action_fields} or any(_of(concept, event, selection))
        ):
            yield event


def concerned(concept: Concept, selection: Selection, as_of: date) -> Iterator[tuple[Event, Submission]]:
    """The submissions made by the day, or those about the selected field or a unit's measures, oldest event first."""
    for event in events(concept, selection, as_of):
        for item in _of(concept, event, selection):
            yield event, item


def _of(concept: Concept, event: Event, selection: Selection) -> Iterator[Submission]:
    mine = {measure.id for measure in concept.measures.values() if selection.holds(measure)}
    for item in event.submissions:
        in_field = selection.field is None or selection.field in fields_of(concept, event, item)
        if in_field and (selection.unit is None or _about(item) & mine):
            yield item


def fields_of(concept: Concept, event: Event, item: Submission) -> frozenset[str]:
    """The fields of action to which a submission belongs: its own, else those of the event where it was made."""
    return own_fields(concept, item) or frozenset(event.action_fields)


def own_fields(concept: Concept, item: Submission) -> frozenset[str]:
    """The fields of what a submission concerns or leads to; none where that has no field, as a chapter."""
    return frozenset(field for name in _about(item) for field in _fields(concept, name))


def _fields(concept: Concept, name: str) -> Iterator[str]:
    """The fields of a thing: a field itself, a goal, a measure; of an indicator those of its goals and measures."""
    if name in concept.action_fields:
        yield name
    if name in concept.goals:
        yield name.rpartition(".")[0]
    if name in concept.measures:
        yield concept.measures[name].action_field
    if name in concept.indicators:
        yield from (goal.rpartition(".")[0] for goal, one in concept.goals.items() if name in one.indicators)
        yield from (measure.action_field for measure in concept.measures.values() if name in measure.indicators)


def _weighed(item: Submission, as_of: date) -> bool:
    return item.weighing is not None and (item.weighing.date is None or item.weighing.date <= as_of)


def _about(item: Submission) -> set[str]:
    return {*item.leads_to, *((item.subject,) if item.subject else ())}
