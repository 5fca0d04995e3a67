"""The goals of a period: which of them applied, what serves them, how far they were reached, what goes on from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ikonzept.model.action_field import ActionField, Goal
from ikonzept.model.concept import Concept
from ikonzept.model.words import GoalResult, Status
from ikonzept.reports import measures
from ikonzept.reports.measures import Selection
from ikonzept.reports.sachstand.measures import Named
from ikonzept.reports.sachstand.period import Period
from ikonzept.reports.sachstand.turns import Turn, Turns


class Standing(StrEnum):
    """Whether a goal applies on the last day of the period."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Server:
    """A measure that serves a goal, with its status on the last day; ``told`` where the report has it."""

    id: str
    title: str
    status: Status | None
    told: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A goal that another continues, or that continues it."""

    id: str
    field: str
    """The title of its field of action, where that is another."""
    number: int
    text: str
    result: GoalResult | None


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal that applied on a day of the period, or is to apply after it."""

    id: str
    number: int
    text: str
    standing: Standing
    begins: Turn | None
    """Known where git can tell, and of a goal that continues one that has ended."""
    ends: Turn | None
    measures: tuple[Server, ...]
    indicators: tuple[Named, ...]
    result: GoalResult | None
    reason: str | None
    evidence: tuple[Named, ...]
    continues: tuple[Kin, ...]
    continued_by: tuple[Kin, ...]
    internal: str | None

    @property
    def assessment_pending(self) -> bool:
        """Whether its assessment is that of an edition not in force yet."""
        ends_later = self.ends is not None and self.ends.pending
        return self.result is not None and (ends_later or self.standing is Standing.TO_COME)


def by_field(
    concept: Concept,
    period: Period,
    selection: Selection,
    told: frozenset[str],
    adopted: Mapping[str, str] | None = None,
) -> Mapping[str, tuple[GoalProgress, ...]]:
    """The goals of each field of action by number; of a single unit, those that its measures serve.

    ``told`` are the ids of the measures that the report tells of. ``adopted`` says of each goal which adopted edition
    was the first to have it; without that, only goals that continue others are known to be those of a draft. Goals
    that ended before the period are left out, and so is what an edition decided that was adopted only after it.
    """
    known = _Known(
        concept, period, Turns(concept, period.until, adopted), _servers(concept, period, told), _heirs(concept.goals)
    )
    return {owner.id: tuple(_goals(known, owner, selection)) for owner in concept.action_fields.values()}


class _Known(NamedTuple):
    """What is known of all goals: the concept, the period, the editions, what serves each, what goes on from each."""

    concept: Concept
    period: Period
    turns: Turns
    servers: Mapping[str, tuple[Server, ...]]
    heirs: Mapping[str, tuple[str, ...]]


def _servers(concept: Concept, period: Period, told: frozenset[str]) -> Mapping[str, tuple[Server, ...]]:
    """The measures that serve each goal, by its id; those that were known on the last day."""
    found: defaultdict[str, tuple[Server, ...]] = defaultdict(tuple)
    for measure in concept.measures.values():
        if not measures.is_later(measure, period.until):
            server = Server(measure.id, measure.title, measure.status_on(period.until), measure.id in told)
            for name in dict.fromkeys(measure.goals):
                found[name] += (server,)
    return found


def _heirs(goals: Mapping[str, Goal]) -> Mapping[str, tuple[str, ...]]:
    """Which goals continue one, by its id."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, goal in goals.items():
        for former in dict.fromkeys(goal.continues):
            found[former] += (name,)
    return found


def _goals(known: _Known, owner: ActionField, selection: Selection) -> Iterator[GoalProgress]:
    for goal in sorted(owner.goals, key=lambda one: one.number):
        name, ends = f"{owner.id}.{goal.number}", known.turns.ends(goal)
        before = ends is not None and ends.date is not None and ends.date <= known.period.since
        if not before and not known.turns.is_later(name, goal):
            found = _goal(known, owner, goal, name)
            if selection.unit is None or any(server.told for server in found.measures):
                yield found


def _goal(known: _Known, owner: ActionField, goal: Goal, name: str) -> GoalProgress:
    """A goal; what is said of its end is left out where that was decided only after the period."""
    begins, ends = known.turns.begins(name, goal), known.turns.ends(goal)
    is_known = ends is not None or goal.ended_with is None
    assessment = goal.assessment if is_known else None
    return GoalProgress(
        id=name,
        number=goal.number,
        text=goal.text,
        standing=_standing(begins, ends),
        begins=begins,
        ends=ends,
        measures=known.servers.get(name, ()),
        indicators=_indicators(known.concept, goal.indicators),
        result=assessment.result if assessment else None,
        reason=assessment.reason if assessment else None,
        evidence=_indicators(known.concept, assessment.evidence if assessment else ()),
        continues=tuple(_kin(known, owner, goal.continues)),
        continued_by=tuple(_kin(known, owner, known.heirs.get(name, ()))) if is_known else (),
        internal=goal.internal,
    )


def _standing(begins: Turn | None, ends: Turn | None) -> Standing:
    if begins and begins.pending:
        return Standing.TO_COME
    return Standing.ENDED if ends and not ends.pending else Standing.IN_FORCE


def _indicators(concept: Concept, names: Iterable[str]) -> tuple[Named, ...]:
    known = (concept.indicators.get(name) for name in dict.fromkeys(names))
    return tuple(Named(found.id, found.title) for found in known if found)


def _kin(known: _Known, owner: ActionField, names: Iterable[str]) -> Iterator[Kin]:
    """The goals of these ids, as far as they were known on the last day."""
    for name in dict.fromkeys(names):
        goal = known.concept.goals.get(name)
        if goal and not known.turns.is_later(name, goal):
            other = name.rpartition(".")[0]
            field = known.concept.action_fields[other].title if other != owner.id else ""
            yield Kin(name, field, goal.number, goal.text, goal.assessment.result if goal.assessment else None)
