"""What became of a measure in a period: its entries, what stood in its way, what comes next, its money."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import MeasureKind, Outlook, Status
from ikonzept.reports import lineage
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.measures import PHASES, MeasureState, Phase, is_later
from ikonzept.reports.progress import needs_reason
from ikonzept.reports.sachstand.money import MeasureMoney
from ikonzept.reports.sachstand.period import Period


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its id and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated entry of the period; ``entered`` is the status where it changed, ``left`` the one before."""

    date: date
    left: Status | None
    entered: Status | None
    report: str | None
    reason: str | None
    paper: str | None
    internal: str | None


class Hindrance(StrEnum):
    """What stands, or stood, in a measure's way."""

    DEFERRED = "deferred"
    REORIENTED = "reoriented"
    BACK = "back"
    DROPPED = "dropped"
    OVERDUE = "overdue"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One of them: since when, or by which day it should have ended, or the last entry; and why, where that is said."""

    kind: Hindrance
    date: date | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """A measure on the last day of the period, and what happened since the first."""

    id: str
    title: str
    action_field: str
    lead: str
    participants: tuple[str, ...]
    kind: MeasureKind
    begin: date | None
    end: date | None
    status: Status | None
    status_since: date | None
    """The day on which it came into this status."""
    status_before: Status | None
    """Its status on the first day."""
    phase: Phase
    is_new: bool
    """Whether it was first spoken of within the period."""
    was_over: bool
    """Whether it was completed or had ended before the period began."""
    term_ended: bool
    """Whether the last day of its term lies in the period."""
    reported: bool
    """Whether a Sachstand or a reason was entered within the period."""
    last_entry: date | None
    entries: tuple[Entry, ...]
    obstacles: tuple[Obstacle, ...]
    outlook: Outlook | None
    money: tuple[MeasureMoney, ...]
    came_from: tuple[Named, ...]
    went_into: tuple[Named, ...]
    indicators: tuple[Named, ...]
    internal: str | None

    @property
    def is_silent(self) -> bool:
        """Whether it was under way or to come, and nothing was said of it within the period."""
        return not (self.reported or self.was_over or self.is_new)

    @property
    def used(self) -> Decimal:
        """What it committed and spent in the years of the period; in €."""
        return sum((one.committed + one.actual for one in self.money), start=ZERO)


class Move(NamedTuple):
    """A status that a measure entered, and the one it left."""

    entry: StatusEntry
    left: Status | None
    entered: Status


def moves(measure: Measure, until: date) -> Iterator[Move]:
    """Every change of a measure's status up to a day, the oldest first; a status said again is no change."""
    left: Status | None = None
    for entry in measure.history:
        if entry.date <= until and entry.status and entry.status is not left:
            yield Move(entry, left, entry.status)
            left = entry.status


def progress(
    concept: Concept,
    states: Iterable[MeasureState],
    period: Period,
    money: Mapping[str, tuple[MeasureMoney, ...]],
) -> Iterator[MeasureProgress]:
    """What became of each of these measures."""
    heirs = lineage.heirs(concept.measures)
    for state in states:
        measure = concept.measures[state.id]
        after = (concept.measures[name] for name in heirs.get(state.id, ()))
        went_into = tuple(_named(heir) for heir in after if not is_later(heir, period.until))
        yield _progress(concept, measure, state, period, money.get(state.id, ()), went_into)


def _progress(  # noqa: PLR0913, PLR0917
    concept: Concept,
    measure: Measure,
    state: MeasureState,
    period: Period,
    money: tuple[MeasureMoney, ...],
    went_into: tuple[Named, ...],
) -> MeasureProgress:
    changes = tuple(moves(measure, period.until))
    entries = tuple(_entries(measure, changes, period))
    before = measure.status_on(period.since)
    return MeasureProgress(
        id=measure.id,
        title=measure.title,
        action_field=measure.action_field,
        lead=state.lead,
        participants=tuple(concept.name_of(name) for name in measure.participants),
        kind=measure.kind,
        begin=measure.term.begin if measure.term else None,
        end=state.end,
        status=state.status,
        status_since=changes[-1].entry.date if changes else None,
        status_before=before,
        phase=state.phase,
        is_new=bool(measure.history) and all(entry.date > period.since for entry in measure.history),
        was_over=PHASES[before] in {Phase.DONE, Phase.ENDED},
        term_ended=period.holds(state.end),
        reported=any(entry.report or entry.reason for entry in entries),
        last_entry=state.last_report,
        entries=entries,
        obstacles=tuple(_obstacles(state, changes, period)),
        outlook=measure.outlook,
        money=money,
        came_from=tuple(_named(source) for source in lineage.sources(concept, measure)),
        went_into=went_into,
        indicators=tuple(
            _named(concept.indicators[name]) for name in dict.fromkeys(measure.indicators) if name in concept.indicators
        ),
        internal=measure.internal,
    )


def _named(thing: object) -> Named:
    return Named(thing.id, thing.title)  # type: ignore[attr-defined]


def _entries(measure: Measure, changes: Iterable[Move], period: Period) -> Iterator[Entry]:
    moved = {id(change.entry): change for change in changes}
    for entry in measure.history:
        if period.holds(entry.date):
            change = moved.get(id(entry))
            yield Entry(
                date=entry.date,
                left=change.left if change else None,
                entered=change.entered if change else None,
                report=entry.report,
                reason=entry.reason,
                paper=entry.paper,
                internal=entry.internal,
            )


_HINDERED = {
    Status.DEFERRED: Hindrance.DEFERRED,
    Status.REORIENTED: Hindrance.REORIENTED,
    Status.DROPPED: Hindrance.DROPPED,
}


def _obstacles(state: MeasureState, changes: tuple[Move, ...], period: Period) -> Iterator[Obstacle]:
    """Steps aside and back within the period, what still rests since before it, what is late."""
    for change in changes:
        resting = change is changes[-1] and change.entered is Status.DEFERRED
        kind = hindrance(change.left, change.entered)
        if kind and (period.holds(change.entry.date) or resting):
            yield Obstacle(kind, change.entry.date, change.entry.reason)
    if state.overdue:
        yield Obstacle(Hindrance.OVERDUE, state.end, None)
    if state.stale:
        yield Obstacle(Hindrance.STALE, state.last_report, None)


def hindrance(left: Status | None, entered: Status) -> Hindrance | None:
    """What a change is that goes back, or aside: those are the ones that need a reason."""
    return _HINDERED.get(entered, Hindrance.BACK) if needs_reason(left, entered) else None
