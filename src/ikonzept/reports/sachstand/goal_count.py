"""Goals in figures: how many applied, how many are to come, how they were assessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from ikonzept.model.words import GoalResult
from ikonzept.reports.sachstand.goals import GoalProgress, Standing


@dataclass(frozen=True, slots=True)
class Results:
    """How many goals were assessed how."""

    reached: int
    partly_reached: int
    not_reached: int
    not_assessable: int
    total: int


@dataclass(frozen=True, slots=True)
class GoalCount:
    """Goals in figures."""

    total: int
    """Those that applied on a day of the period."""
    to_come: int
    """Besides those: goals of editions not in force yet."""
    assessed: Results
    assessed_pending: Results
    """Assessed by editions not in force yet."""


def count(goals: Iterable[GoalProgress]) -> GoalCount:
    """These goals in figures."""
    found = tuple(goals)
    return GoalCount(
        total=sum(goal.standing is not Standing.TO_COME for goal in found),
        to_come=sum(goal.standing is Standing.TO_COME for goal in found),
        assessed=_results(goal.result for goal in found if not goal.assessment_pending),
        assessed_pending=_results(goal.result for goal in found if goal.assessment_pending),
    )


def _results(found: Iterable[GoalResult | None]) -> Results:
    said = [result for result in found if result]
    return Results(
        reached=said.count(GoalResult.REACHED),
        partly_reached=said.count(GoalResult.PARTLY),
        not_reached=said.count(GoalResult.MISSED),
        not_assessable=said.count(GoalResult.UNKNOWN),
        total=len(said),
    )
