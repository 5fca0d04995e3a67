"""The Integrationsmonitoring: last values and how they changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept.model.concept import Concept
from ikonzept.model.indicator import Indicator, Series
from ikonzept.model.words import Direction
from ikonzept.reports.measures import Selection


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator's last value and its change against the year before, in percent."""

    id: str
    title: str
    unit: str
    year: int
    value: Decimal
    previous_year: int | None
    change: Decimal | None
    direction: Direction
    series_break: bool


def indicators(concept: Concept, selection: Selection, as_of: date) -> Iterator[IndicatorState]:
    """Every indicator with a value, or those that the selected measures and their goals name."""
    for indicator in concerned(concept, selection):
        state = _state(indicator, concept.series.get(indicator.id), as_of)
        if state:
            yield state


def concerned(concept: Concept, selection: Selection) -> Iterator[Indicator]:
    """Every indicator, or those that the selected measures and their goals name."""
    named = _named(concept, selection)
    yield from (found for name, found in concept.indicators.items() if not selection or name in named)


def published(series: Series | None, as_of: date) -> dict[int, Decimal]:
    """The values of a series that were published by a day, by their year; sub-groups are left out."""
    return {
        row.year: row.value
        for row in (series.rows if series else ())
        if row.value is not None and row.attribute is None and row.year <= as_of.year
        if row.as_of is None or (row.as_of.year, row.as_of.month) <= (as_of.year, as_of.month)
    }


def change_in_percent(old: Decimal, new: Decimal) -> Decimal | None:
    """How much a value changed, with one place; ``None`` against nothing."""
    return ((new - old) * 100 / old).quantize(Decimal("0.1")) if old else None


def _named(concept: Concept, selection: Selection) -> set[str]:
    chosen = [measure for measure in concept.measures.values() if selection.holds(measure)]
    goals = {goal for measure in chosen for goal in measure.goals}
    goals |= {goal for goal in concept.goals if goal.rpartition(".")[0] == selection.field}
    named = {name for measure in chosen for name in measure.indicators}
    return named | {name for goal in goals if goal in concept.goals for name in concept.goals[goal].indicators}


def _state(indicator: Indicator, series: Series | None, as_of: date) -> IndicatorState | None:
    """The last value published by the day, against the one before; no change is given across a Bestandsbruch."""
    values = published(series, as_of)
    if not values:
        return None
    year, *earlier = sorted(values, reverse=True)
    previous = earlier[0] if earlier else None
    broken = any(previous is not None and previous < item.year <= year for item in indicator.breaks)
    change = None if previous is None or broken else change_in_percent(values[previous], values[year])
    return IndicatorState(
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        year=year,
        value=values[year],
        previous_year=previous,
        change=change,
        direction=indicator.direction,
        series_break=broken,
    )
