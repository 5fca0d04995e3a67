"""What became of a measure in a period: its entries, what stood in its way, what comes next, its money."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.indicator import Indicator
from ikonzept.model.measure import Measure
from ikonzept.model.words import MeasureKind, Outlook, Status
from ikonzept.reports import lineage
from ikonzept.reports.measures import PHASES, MeasureState, Phase, is_later
from ikonzept.reports.sachstand.money import MeasureMoney
from ikonzept.reports.sachstand.period import Period
from ikonzept.reports.sachstand.steps import Entry, Obstacle, entries, moves, obstacles


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its id and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """A measure on the last day of the period, and what happened since before the first."""

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
    """Its status before the first day."""
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


class _Known(NamedTuple):
    """What is known of all measures: the concept, the period, their money, what came out of each."""

    concept: Concept
    period: Period
    money: Mapping[str, tuple[MeasureMoney, ...]]
    heirs: Mapping[str, tuple[str, ...]]

    def went_into(self, name: str) -> tuple[Named, ...]:
        """What a measure has gone over into by the last day."""
        after = (self.concept.measures[heir] for heir in self.heirs.get(name, ()))
        return tuple(_named(heir) for heir in after if not is_later(heir, self.period.until))


def progress(
    concept: Concept,
    states: Iterable[MeasureState],
    period: Period,
    money: Mapping[str, tuple[MeasureMoney, ...]],
) -> Iterator[MeasureProgress]:
    """What became of each of these measures."""
    known = _Known(concept, period, money, lineage.heirs(concept.measures))
    for state in states:
        yield _progress(known, concept.measures[state.id], state)


def _progress(known: _Known, measure: Measure, state: MeasureState) -> MeasureProgress:
    concept, period = known.concept, known.period
    changes = tuple(moves(measure, period.until))
    told = tuple(entries(measure, changes, period))
    before = measure.status_on(period.eve)
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
        is_new=bool(measure.history) and all(entry.date >= period.since for entry in measure.history),
        was_over=PHASES[before] in {Phase.DONE, Phase.ENDED},
        term_ended=period.holds(state.end),
        reported=any(entry.report or entry.reason for entry in told),
        last_entry=state.last_report,
        entries=told,
        obstacles=tuple(obstacles(state, changes, period)),
        outlook=measure.outlook,
        money=known.money.get(measure.id, ()),
        came_from=tuple(_named(source) for source in lineage.sources(concept, measure)),
        went_into=known.went_into(measure.id),
        indicators=tuple(
            _named(concept.indicators[name]) for name in dict.fromkeys(measure.indicators) if name in concept.indicators
        ),
        internal=measure.internal,
    )


def _named(thing: Measure | Indicator) -> Named:
    return Named(thing.id, thing.title)
