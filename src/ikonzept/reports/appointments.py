"""Everything that a calendar shows: meetings and events, what is due or ends, and what is overdue."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ikonzept.model.concept import Concept
from ikonzept.model.paper import Paper
from ikonzept.model.words import Decision, Role, Status
from ikonzept.reports.calendar import Deadline, committee_name, is_known, next_edition, proofs
from ikonzept.reports.measures import DEFAULT_REPORT_MONTHS, MeasureState, Phase, Selection, months_after, states


class Occasion(StrEnum):
    """What a day in the calendar is, in the order in which those of one day stand."""

    MEETING = "meeting"
    EVENT = "event"
    TERM = "term"
    REPORT = "report"
    FUNDING = "funding"
    PROOF = "proof"
    EDITION = "edition"


HELD = frozenset((Occasion.MEETING, Occasion.EVENT))
"""What takes place; everything else is a day by which something must be done."""

CALLED_OFF = frozenset((Decision.REMOVED, Decision.WITHDRAWN))


@dataclass(frozen=True, slots=True)
class Sitting:
    """The step of a Beratungsfolge that is dealt with on the day."""

    committee: str
    role: Role
    public: bool
    number: int
    of: int
    decision: Decision | None
    """What came of it; before its day there is nothing but that it is called off."""

    @property
    def called_off(self) -> bool:
        """Whether the meeting does not deal with the Vorlage."""
        return self.decision in CALLED_OFF


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day in the calendar, and what stands behind it."""

    kind: Occasion
    key: tuple[str, ...]
    """What it is known again by: ids and positions, never a title or a day."""
    day: date
    """Where it stands: on its day, or, what is overdue, on the day that counts as today."""
    due: date
    """The day itself, up to and including which it is not overdue."""
    id: str
    title: str
    path: str
    """The file that says so."""
    who: str | None = None
    """Who leads the measure or the Vorlage; of a grant who gives it."""
    place: str | None = None
    status: Status | None = None
    reported: date | None = None
    """The day of the last Sachstand, where the next one is due."""
    sitting: Sitting | None = None
    internal: bool = False
    """Whether something of it is not public."""

    @property
    def overdue(self) -> bool:
        """Whether its day has passed and it is still to be done."""
        return self.due < self.day


@dataclass(frozen=True, slots=True)
class Calendar:
    """What lies ahead of a concept; ``body`` is the AGS of the Körperschaft whose it is."""

    title: str
    body: str
    as_of: date
    field: str | None
    unit: str | None
    report_months: int
    appointments: tuple[Appointment, ...]


def build(concept: Concept, as_of: date, selection: Selection | None = None, first: date | None = None) -> Calendar:
    """Everything from ``first`` on, else from the day on; by day, meetings in the order of their Beratungsfolge.

    An earlier ``first`` adds the meetings and events that have been; a deadline that has been met is none any more.
    """
    chosen = selection or Selection()
    manifest = concept.manifest
    months = manifest.report_months if manifest else DEFAULT_REPORT_MONTHS
    field = concept.action_fields.get(chosen.field or "")
    start = first or as_of
    found = [item for item in _all(concept, chosen, as_of, months) if item.day >= start]
    return Calendar(
        title=manifest.title if manifest else "",
        body=manifest.body.ags if manifest else "",
        as_of=as_of,
        field=field.title if field else chosen.field,
        unit=concept.name_of(chosen.unit) if chosen.unit else None,
        report_months=months,
        appointments=tuple(sorted(found, key=lambda item: (item.day, list(Occasion).index(item.kind), item.due))),
    )


def marked(whole: Calendar, shared: Calendar) -> Calendar:
    """The whole calendar in which all is marked that what is public lacks, or tells otherwise."""
    known = set(shared.appointments)
    found = (item if item in known else replace(item, internal=True) for item in whole.appointments)
    return replace(whole, appointments=tuple(found))


def _all(concept: Concept, selection: Selection, as_of: date, months: int) -> Iterator[Appointment]:
    yield from _meetings(concept, selection, as_of)
    yield from _events(concept, selection)
    for state in states(concept, selection, as_of):
        yield from _of_measure(concept, state, as_of, months)
    if not selection:
        yield from _of_grants(concept, as_of)
        yield from _edition(concept, as_of)


# --- what takes place ----------------------------------------------------------------------------------------------


def _meetings(concept: Concept, selection: Selection, as_of: date) -> Iterator[Appointment]:
    for paper in concept.papers.values():
        if is_known(concept, paper, selection, as_of):
            yield from _steps(concept, paper, as_of)


def _steps(concept: Concept, paper: Paper, as_of: date) -> Iterator[Appointment]:
    """The steps with a day. One is known again by its committee and how often that had its turn before."""
    turns: Counter[str] = Counter()
    for number, step in enumerate(paper.consultations, 1):
        turns[step.committee] += 1
        if step.date:
            yield Appointment(
                kind=Occasion.MEETING,
                key=(Occasion.MEETING, paper.id, step.committee, str(turns[step.committee])),
                day=step.date,
                due=step.date,
                id=paper.printed,
                title=paper.title,
                path=concept.path(paper),
                who=paper.lead,
                sitting=Sitting(
                    committee=committee_name(concept, step.committee),
                    role=step.role,
                    public=step.public,
                    number=number,
                    of=len(paper.consultations),
                    decision=step.decision if step.date <= as_of or step.decision in CALLED_OFF else None,
                ),
            )


def _events(concept: Concept, selection: Selection) -> Iterator[Appointment]:
    """Events of the Beteiligung; they have no unit of their own."""
    for event in concept.events.values():
        if selection.unit is None and (selection.field is None or selection.field in event.action_fields):
            key, path = (Occasion.EVENT, event.id), concept.path(event)
            yield Appointment(
                Occasion.EVENT, key, event.date, event.date, event.id, event.title, path, place=event.place
            )


# --- what is due ---------------------------------------------------------------------------------------------------


def _of_measure(concept: Concept, state: MeasureState, as_of: date, months: int) -> Iterator[Appointment]:
    """The end of its term, as long as it is open, and its next Sachstand, as long as it runs."""
    due = {}
    if state.end and state.phase in {Phase.PLANNED, Phase.RUNNING}:
        due[Occasion.TERM] = state.end
    if state.last_report and state.phase is Phase.RUNNING and (last := months_after(state.last_report, months)):
        due[Occasion.REPORT] = last
    for kind, day in due.items():
        yield Appointment(
            kind=kind,
            key=(kind, state.id),
            day=max(day, as_of),
            due=day,
            id=state.id,
            title=state.title,
            path=concept.path(concept.measures[state.id]),
            who=state.lead,
            status=state.status,
            reported=state.last_report if kind is Occasion.REPORT else None,
        )


def _of_grants(concept: Concept, as_of: date) -> Iterator[Appointment]:
    """The end of the time in which a grant pays, until it is over, and the Verwendungsnachweis."""
    for grant in concept.grants.values():
        end = grant.term.end if grant.term else None
        if end and end >= as_of:
            key, path = (Occasion.FUNDING, grant.id), concept.path(grant)
            yield Appointment(Occasion.FUNDING, key, end, end, grant.id, grant.title, path, who=grant.funder)
    for item in proofs(concept, as_of):
        grant = concept.grants[item.id]
        yield _deadline(item, (Occasion.PROOF, item.id), as_of, concept.path(grant), who=grant.funder)


def _edition(concept: Concept, as_of: date) -> Iterator[Appointment]:
    """There is one next Fortschreibung: its day moves when an edition comes into force that names another."""
    for item in next_edition(concept, as_of):
        yield _deadline(item, (Occasion.EDITION,), as_of, concept.path(concept.editions[item.id]))


def _deadline(item: Deadline, key: tuple[str, ...], as_of: date, path: str, who: str | None = None) -> Appointment:
    day = max(item.date, as_of)
    return Appointment(Occasion(item.kind), key, day, item.date, item.id, item.title, path, who=who)
