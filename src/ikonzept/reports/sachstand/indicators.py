"""The Kennzahlen at the beginning and at the end of a period: how they changed, and whether that is good."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ikonzept.model.concept import Concept
from ikonzept.model.indicator import Indicator, Series
from ikonzept.model.words import Direction
from ikonzept.reports.measures import Selection
from ikonzept.reports.monitoring import change_in_percent, concerned, published
from ikonzept.reports.sachstand.period import Period


class Verdict(StrEnum):
    """Whether an indicator went the way it should."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class YearValue:
    """The value of a year."""

    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Break:
    """A year from which on values cannot be compared with those before."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """An indicator: the last value known before the first day and on the last, and all that are known by then."""

    id: str
    title: str
    unit: str
    source: str | None
    direction: Direction
    then: YearValue | None
    now: YearValue
    change: Decimal | None
    """In percent; ``None`` without a new value, and across a Bestandsbruch."""
    verdict: Verdict | None
    """``None`` where no direction is good, or nothing can be compared."""
    target: YearValue | None
    reached: bool | None
    """Whether the target is reached; ``None`` without one, and where no direction is good."""
    breaks: tuple[Break, ...]
    values: tuple[YearValue, ...]


def indicators(concept: Concept, period: Period, selection: Selection) -> Iterator[IndicatorProgress]:
    """Every indicator with a value, or those that the selected measures and their goals name."""
    for indicator in concerned(concept, selection):
        found = _progress(indicator, concept.series.get(indicator.id), period)
        if found:
            yield found


def _progress(indicator: Indicator, series: Series | None, period: Period) -> IndicatorProgress | None:
    known = tuple(YearValue(year, value) for year, value in sorted(published(series, period.until).items()))
    if not known:
        return None
    then, now = _last(series, period.eve), known[-1]
    breaks = tuple(Break(one.year, one.reason) for one in indicator.breaks if known[0].year < one.year <= now.year)
    compared = then if then and then.year != now.year and not _between(breaks, then.year, now.year) else None
    target = YearValue(indicator.target.year, indicator.target.value) if indicator.target else None
    return IndicatorProgress(
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        source=indicator.source,
        direction=indicator.direction,
        then=then,
        now=now,
        change=change_in_percent(compared.value, now.value) if compared else None,
        verdict=_verdict(indicator.direction, compared.value, now.value) if compared else None,
        target=target,
        reached=_reached(indicator.direction, now.value, target.value) if target else None,
        breaks=breaks,
        values=known,
    )


def _last(series: Series | None, day: date) -> YearValue | None:
    known = published(series, day)
    return YearValue(max(known), known[max(known)]) if known else None


def _between(breaks: tuple[Break, ...], old: int, new: int) -> bool:
    return any(old < one.year <= new for one in breaks)


def _verdict(direction: Direction, old: Decimal, new: Decimal) -> Verdict | None:
    if direction is Direction.NEUTRAL:
        return None
    if old == new:
        return Verdict.SAME
    return Verdict.BETTER if (new > old) is (direction is Direction.UP) else Verdict.WORSE


def _reached(direction: Direction, value: Decimal, target: Decimal) -> bool | None:
    if direction is Direction.NEUTRAL:
        return None
    return value >= target if direction is Direction.UP else value <= target
