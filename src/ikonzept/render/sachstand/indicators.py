"""The Kennzahlen: then and now side by side, and each of them over the years."""

from collections.abc import Iterator
from dataclasses import replace

from ikonzept.model.words import Direction
from ikonzept.render.sachstand.blocks import Figure, Grid, Own, Said, Section
from ikonzept.render.sachstand.charts import Value, lines
from ikonzept.render.sachstand.words import NOTHING, percent
from ikonzept.reports.sachstand.indicators import IndicatorProgress, YearValue
from ikonzept.reports.sachstand.report import Report
from ikonzept.texts import text
from ikonzept.values import german_number

_MOST = 10
"""So many years a chart shows, the latest."""


def indicators(report: Report) -> Iterator[Section]:
    """All indicators in a table, then a chart of each that has more than one value."""
    if not report.indicators:
        return
    heads = ("indicator", "then", "now", "change", "verdict", "direction", "target")
    grid = Grid(
        text("report.indicators.caption"),
        tuple(text(f"report.indicator.{name}") for name in heads),
        tuple(map(_row, report.indicators)),
        texts=len(heads),
    )
    figures = (_figure(one, number) for number, one in enumerate(report.indicators, start=1) if len(one.values) > 1)
    sources = (_source(one) for one in report.indicators if one.source and len(one.values) == 1)
    yield Section("kennzahlen", text("report.indicators"), (grid, *figures, *sources))


def _row(one: IndicatorProgress) -> tuple[str, ...]:
    return (
        Own(f"{one.title} ({one.unit})"),
        _value(one.then) if one.then else NOTHING,
        _value(one.now),
        changed(one),
        verdict(one),
        Own(one.direction),
        _target(one),
    )


def _value(found: YearValue) -> str:
    return f"{german_number(found.value)} ({found.year})"


def changed(one: IndicatorProgress) -> str:
    """How it changed, or why nothing can be said."""
    if one.change is not None:
        return percent(one.change)
    if one.then and one.then.year == one.now.year:
        return text("report.indicator.no_new_value")
    broken = one.then and any(one.then.year < found.year <= one.now.year for found in one.breaks)
    return text("report.indicator.new_series") if broken else NOTHING


def progressed(one: IndicatorProgress) -> str:
    """``Einbürgerungen 336 (2022) → 266 (2023), schlechter``; what cannot be said is left out."""
    then = f"{_value(one.then)} → " if one.then and one.then.year != one.now.year else ""
    judged = f", {text(f'report.verdict.{one.verdict}')}" if one.verdict else ""
    return f"{one.title} {then}{_value(one.now)}{judged}"


def verdict(one: IndicatorProgress) -> str:
    """Whether that is good; nothing where no direction is."""
    if one.verdict:
        return text(f"report.verdict.{one.verdict}")
    return text("report.verdict.neutral") if one.direction is Direction.NEUTRAL else NOTHING


def _target(one: IndicatorProgress) -> str:
    if one.target is None:
        return NOTHING
    if one.reached is None:
        return _value(one.target)
    return f"{_value(one.target)}, {text('report.target.reached' if one.reached else 'report.target.not_yet')}"


def _figure(one: IndicatorProgress, number: int) -> Figure:
    shown = one.values[-_MOST:]
    first, last = shown[0], shown[-1]
    title = text("report.chart.indicator", title=one.title, unit=one.unit, first=first.year, last=last.year)
    said = text("report.chart.indicator.said", first=_value(first), last=_value(last))
    target = (one.target.value, text("report.chart.target", value=_value(one.target))) if one.target else None
    breaks = [(found.year, text("report.indicator.new_series")) for found in one.breaks]
    grid = Grid(
        title,
        (text("report.indicator.year"), *(str(found.year) for found in shown)),
        ((Own(one.unit), *(german_number(found.value) for found in shown)),),
    )
    chart = lines(said, [_point(one, found) for found in shown], breaks, target)
    if chart.is_cut:
        cut = text("report.chart.cut", value=chart.axis[0].label)
        title, chart = f"{title} · {cut}", replace(chart, said=f"{chart.said} {cut}.")
    return Figure(f"kennzahl-{number}", Own(title), chart, grid, " · ".join(_remarks(one, first.year)))


def _remarks(one: IndicatorProgress, first: int) -> Iterator[str]:
    """Where the values come from, and why the line is broken."""
    if one.source:
        yield text("report.source", source=one.source)
    for found in one.breaks:
        if found.year > first:
            yield text("report.break", year=found.year, reason=found.reason)


def _point(one: IndicatorProgress, found: YearValue) -> Value:
    """The first and the last value of the period are written at their points."""
    told = found in {one.then, one.now}
    return found.year, found.value, german_number(found.value) if told else ""


def _source(one: IndicatorProgress) -> Said:
    return Said(f"{one.title}: {text('report.source', source=one.source)}")
