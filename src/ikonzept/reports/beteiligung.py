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
    """The events up to the day, or those about the selected field, oldest first."""
    for event in sorted(concept.events.values(), key=lambda item: (item.date, item.id)):
        if event.date <= as_of and (selection.field is None or selection.field in event.action_fields):
            yield event


def concerned(concept: Concept, selection: Selection, as_of: date) -> Iterator[tuple[Event, Submission]]:
    """The submissions made by the day, or those about the selected field or a unit's measures, oldest event first."""
    mine = {measure.id for measure in concept.measures.values() if selection.holds(measure)}
    for event in events(concept, selection, as_of):
        for item in event.submissions:
            if selection.unit is None or _about(item) & mine:
                yield event, item


def _weighed(item: Submission, as_of: date) -> bool:
    return item.weighing is not None and (item.weighing.date is None or item.weighing.date <= as_of)


def _about(item: Submission) -> set[str]:
    return {*item.leads_to, *((item.subject,) if item.subject else ())}
