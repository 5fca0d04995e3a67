"""What comes when: meetings, deadlines, ends of terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ikonzept.model.concept import Concept
from ikonzept.model.paper import Paper
from ikonzept.model.words import Kind, Role
from ikonzept.reports.measures import PHASES, Phase, Selection

SOON_DAYS = 365
"""How far ahead deadlines are shown."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A step of a Beratungsfolge still to come."""

    date: date
    committee: str
    paper: str
    title: str
    role: Role
    public: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something must be done: ``kind`` is ``proof``, ``edition`` or ``term``."""

    date: date
    kind: str
    id: str
    title: str
    overdue: bool


def meetings(concept: Concept, selection: Selection, as_of: date) -> Iterator[Meeting]:
    """Steps still to come, by date and then in the order of the Beratungsfolge."""
    found = [
        Meeting(
            date=step.date,
            committee=committee_name(concept, step.committee),
            paper=paper.printed,
            title=paper.title,
            role=step.role,
            public=step.public,
        )
        for paper in concept.papers.values()
        if is_known(concept, paper, selection, as_of)
        for step in paper.consultations
        if step.date and step.date >= as_of and not step.decision
    ]
    yield from sorted(found, key=lambda meeting: meeting.date)


def committee_name(concept: Concept, identifier: str) -> str:
    """The name of a committee, or the id itself where there is none."""
    committee = concept.find(identifier, (Kind.COMMITTEE,))
    return committee.name if committee else identifier


def is_known(concept: Concept, paper: Paper, selection: Selection, as_of: date) -> bool:
    """Whether a Vorlage is selected and was there on the day."""
    return (paper.date is None or paper.date <= as_of) and _holds(concept, paper, selection)


def _holds(concept: Concept, paper: Paper, selection: Selection) -> bool:
    """A Vorlage concerns the unit whose name stands on it; a single field of action has none of its own."""
    if selection.unit is None:
        return selection.field is None
    known = concept.find(selection.unit, (Kind.UNIT, Kind.ACTOR))
    return bool(known and paper.lead in {known.name, *known.also})


def deadlines(concept: Concept, selection: Selection, as_of: date) -> list[Deadline]:
    """Proofs due, the next Fortschreibung and ends of terms within a year, and proofs and Fortschreibung overdue."""
    found = [*_ends_of_terms(concept, selection, as_of)]
    if not selection:
        found += [*proofs(concept, as_of), *next_edition(concept, as_of)]
    soon = as_of + min(timedelta(days=SOON_DAYS), date.max - as_of)
    return sorted((item for item in found if item.date <= soon), key=lambda item: (item.date, item.kind, item.id))


def _ends_of_terms(concept: Concept, selection: Selection, as_of: date) -> Iterator[Deadline]:
    for measure in concept.measures.values():
        end = measure.term.end if measure.term else None
        open_still = PHASES[measure.status_on(as_of)] in {Phase.PLANNED, Phase.RUNNING}
        if end and end >= as_of and open_still and selection.holds(measure):
            yield Deadline(end, "term", measure.id, measure.title, overdue=False)


def proofs(concept: Concept, as_of: date) -> Iterator[Deadline]:
    """When each Verwendungsnachweis is due, or was."""
    for grant in concept.grants.values():
        if grant.proof_due:
            yield Deadline(grant.proof_due, "proof", grant.id, grant.title, grant.proof_due < as_of)


def next_edition(concept: Concept, as_of: date) -> Iterator[Deadline]:
    """When the edition in force is to be followed by the next: the last day of the month that it names."""
    edition = concept.edition_in_force(as_of)
    if edition and edition.next_due:
        due = edition.next_due.last_day
        yield Deadline(due, "edition", edition.id, edition.title, due < as_of)
