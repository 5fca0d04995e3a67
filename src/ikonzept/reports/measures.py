"""Measures on a day: how far, whether overdue or stale, what they cost; counted by field of action."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import Decimal
from enum import StrEnum

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import Status
from ikonzept.reports.budget import sums
from ikonzept.values import Month

DEFAULT_REPORT_MONTHS = 6
"""After so many months a Sachstand is stale, unless ``konzept.yaml`` says otherwise."""


class Phase(StrEnum):
    """The columns in which measures are counted."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    RESTING = "resting"
    ENDED = "ended"
    UNKNOWN = "unknown"


PHASES: Mapping[Status | None, Phase] = {
    Status.PROPOSED: Phase.PLANNED,
    Status.PLANNED: Phase.PLANNED,
    Status.STARTED: Phase.RUNNING,
    Status.IN_PROGRESS: Phase.RUNNING,
    Status.ADVANCED: Phase.RUNNING,
    Status.REORIENTED: Phase.RUNNING,
    Status.COMPLETED: Phase.DONE,
    Status.DEFERRED: Phase.RESTING,
    Status.DROPPED: Phase.ENDED,
    Status.TRANSFERRED: Phase.ENDED,
    Status.MERGED: Phase.ENDED,
    Status.UNKNOWN: Phase.UNKNOWN,
    None: Phase.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many measures of a field of action are in which phase."""

    id: str
    title: str
    planned: int
    running: int
    done: int
    resting: int
    ended: int
    unknown: int
    total: int


@dataclass(frozen=True, slots=True)
class MeasureState:
    """One measure: its status on the day, its end, its last entry, its money."""

    id: str
    title: str
    action_field: str
    lead: str
    status: Status | None
    phase: Phase
    since: date | None
    end: date | None
    last_report: date | None
    reason: str | None
    overdue: bool
    stale: bool
    planned_money: Decimal
    used_money: Decimal


@dataclass(frozen=True, slots=True)
class Selection:
    """What a report is narrowed to: a field of action, a unit or actor, or nothing; ids."""

    field: str | None = None
    unit: str | None = None

    def __bool__(self) -> bool:
        return self.field is not None or self.unit is not None

    def holds(self, measure: Measure) -> bool:
        """Whether a measure lies in the field and the unit leads or takes part in it."""
        in_field = self.field in {None, measure.action_field}
        return in_field and (self.unit is None or self.unit == measure.lead or self.unit in measure.participants)


def states(concept: Concept, selection: Selection, as_of: date) -> tuple[MeasureState, ...]:
    """Every selected measure as it stands on a day, sorted by id."""
    months = concept.manifest.report_months if concept.manifest else DEFAULT_REPORT_MONTHS
    uses = sums.uses_by_measure(concept.fiscal_years.values(), as_of)
    return tuple(
        _state(concept, measure, as_of, months, uses.get(measure.id, sums.Use()))
        for measure in concept.measures.values()
        if selection.holds(measure) and not is_later(measure, as_of)
    )


def is_later(measure: Measure, as_of: date) -> bool:
    """Whether nobody knew of a measure yet: its whole Verlauf comes after the day."""
    return bool(measure.history) and all(entry.date > as_of for entry in measure.history)


def _state(concept: Concept, measure: Measure, as_of: date, months: int, use: sums.Use) -> MeasureState:
    entries = [entry for entry in measure.history if entry.date <= as_of]
    with_status = next((entry for entry in reversed(entries) if entry.status), None)
    status = with_status.status if with_status else None
    phase = PHASES[status]
    end = measure.term.end if measure.term else None
    last = entries[-1].date if entries else None
    return MeasureState(
        id=measure.id,
        title=measure.title,
        action_field=measure.action_field,
        lead=concept.name_of(measure.lead),
        status=status,
        phase=phase,
        since=with_status.date if with_status else None,
        end=end,
        last_report=last,
        reason=with_status.reason if with_status else None,
        overdue=bool(end and end < as_of and phase in {Phase.RUNNING, Phase.PLANNED}),
        stale=phase == Phase.RUNNING and is_stale(last, months, as_of),
        planned_money=use.planned,
        used_money=use.committed + use.actual,
    )


def is_stale(reported: date | None, months: int, as_of: date) -> bool:
    """Whether a Sachstand is older than so many months, or there is none."""
    last = months_after(reported, months) if reported else as_of
    return reported is None or (last is not None and last < as_of)


def months_after(day: date, months: int) -> date | None:
    """The same day some months later, or the last day of a shorter month; ``None`` after all days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return None
    last = Month(year, month + 1).last_day
    return last.replace(day=min(day.day, last.day))


def field_counts(concept: Concept, measures: Iterable[MeasureState], selection: Selection) -> Iterator[FieldCount]:
    """One row a field of action, in the order of the titles; measures of an unknown field stand last."""
    by_field: dict[str, list[MeasureState]] = defaultdict(list)
    for measure in measures:
        by_field[measure.action_field].append(measure)
    for identifier, action_field in sorted(concept.action_fields.items(), key=lambda item: item[1].title):
        own = by_field.pop(identifier, [])
        if selection.field in {None, identifier} and (own or selection.unit is None):
            yield count(identifier, action_field.title, own)
    lost = [measure for group in by_field.values() for measure in group]
    if lost:
        yield count("", "", lost)


def count(identifier: str, title: str, measures: Iterable[MeasureState]) -> FieldCount:
    """How many of these measures are in which phase."""
    phases = Counter(measure.phase for measure in measures)
    return FieldCount(identifier, title, **{phase: phases[phase] for phase in Phase}, total=phases.total())
