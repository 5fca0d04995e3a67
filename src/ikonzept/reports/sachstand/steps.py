"""The steps that a measure took: every change of its status, the entries of a period, what stood in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import Status
from ikonzept.reports.measures import MeasureState
from ikonzept.reports.progress import needs_reason
from ikonzept.reports.sachstand.period import Period


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


def entries(measure: Measure, changes: Iterable[Move], period: Period) -> Iterator[Entry]:
    """The entries of a measure within a period, each with the status that it changed."""
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


def obstacles(state: MeasureState, changes: tuple[Move, ...], period: Period) -> Iterator[Obstacle]:
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
