"""What was begun, completed, put aside and given up in a period, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ikonzept.model.words import Status
from ikonzept.reports.sachstand.measures import MeasureProgress, Named
from ikonzept.reports.sachstand.steps import Entry, Hindrance, hindrance


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to a measure on a day; ``said`` is the reason or else the Sachstand of that day."""

    id: str
    title: str
    date: date
    left: Status | None
    entered: Status | None
    said: str | None
    paper: str | None
    related: tuple[Named, ...]
    """What it came out of, or went into."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All that happened, by its kind, each list by day and then by id.

    Completed, deferred, dropped, merged and transferred is what was so on the last day; a measure that was reoriented
    or went back may be on its way again.
    """

    new: tuple[Outcome, ...]
    completed: tuple[Outcome, ...]
    reoriented: tuple[Outcome, ...]
    back: tuple[Outcome, ...]
    deferred: tuple[Outcome, ...]
    dropped: tuple[Outcome, ...]
    merged: tuple[Outcome, ...]
    transferred: tuple[Outcome, ...]
    ended: tuple[Outcome, ...]
    """Those whose term ended; ``date`` is its last day, ``entered`` their status."""


def outcomes(measures: Iterable[MeasureProgress]) -> Outcomes:
    """What happened to these measures."""
    known = tuple(measures)
    return Outcomes(
        new=_sorted(_new(one) for one in known if one.is_new and one.entries),
        completed=_now(known, Status.COMPLETED),
        reoriented=_steps(known, Hindrance.REORIENTED),
        back=_steps(known, Hindrance.BACK),
        deferred=_now(known, Status.DEFERRED),
        dropped=_now(known, Status.DROPPED),
        merged=_now(known, Status.MERGED),
        transferred=_now(known, Status.TRANSFERRED),
        ended=_sorted(_ended(one) for one in known if one.term_ended),
    )


def _sorted(found: Iterable[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(found, key=lambda one: (one.date, one.id)))


def _now(measures: Iterable[MeasureProgress], status: Status) -> tuple[Outcome, ...]:
    """Those that have come into a status within the period, and are in it still."""
    return _sorted(
        _of(one, [entry for entry in one.entries if entry.entered][-1])
        for one in measures
        if one.status is status and any(entry.entered for entry in one.entries)
    )


def _steps(measures: Iterable[MeasureProgress], kind: Hindrance) -> tuple[Outcome, ...]:
    """Every step of a kind within the period."""
    return _sorted(
        _of(one, entry)
        for one in measures
        for entry in one.entries
        if entry.entered and hindrance(entry.left, entry.entered) is kind
    )


def _of(measure: MeasureProgress, entry: Entry) -> Outcome:
    return _outcome(measure, entry, measure.went_into)


def _new(measure: MeasureProgress) -> Outcome:
    return _outcome(measure, measure.entries[0], measure.came_from)


def _outcome(measure: MeasureProgress, entry: Entry, related: tuple[Named, ...]) -> Outcome:
    return Outcome(
        id=measure.id,
        title=measure.title,
        date=entry.date,
        left=entry.left,
        entered=entry.entered,
        said=entry.reason or entry.report,
        paper=entry.paper,
        related=related,
    )


def _ended(measure: MeasureProgress) -> Outcome:
    return Outcome(
        id=measure.id,
        title=measure.title,
        date=measure.end or date.max,
        left=None,
        entered=measure.status,
        said=None,
        paper=None,
        related=measure.went_into,
    )
