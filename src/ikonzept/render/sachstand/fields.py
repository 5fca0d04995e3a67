"""The fields of action: goals, then measure by measure where it stands, what was done, stood in the way, comes next."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ikonzept.model.words import Outlook, Status
from ikonzept.render.sachstand.blocks import Block, Facts, Item, Own, Section, Sheet
from ikonzept.render.sachstand.goals import goals
from ikonzept.render.sachstand.standing import standing
from ikonzept.render.sachstand.words import anchor, day, joined, named, since, step, used
from ikonzept.reports.measures import Phase
from ikonzept.reports.sachstand.measures import MeasureProgress
from ikonzept.reports.sachstand.period import Period
from ikonzept.reports.sachstand.report import FieldProgress, Report
from ikonzept.reports.sachstand.steps import Entry, Hindrance, Obstacle
from ikonzept.texts import text

_LATE = (Hindrance.OVERDUE, Hindrance.STALE)
"""What is said in a word beside the status: its day stands in the term, or with the last entry."""


def fields(report: Report) -> Iterator[Section]:
    """A section for each field of action that has goals or measures."""
    years = [year.accounts.year for year in report.money]
    for number, field in enumerate(report.fields, start=1):
        figures = Facts(tuple(_figures(field, years, report.proposed_in)))
        sheets = (_sheet(one, report.period) for one in field.measures)
        blocks: tuple[Block, ...] = (figures, *goals(report, field), *sheets)
        yield Section(
            f"feld-{number}",
            Own(field.title or text("status.unknown_field")),
            blocks,
            text("status.field"),
            text("report.measures.count", n=len(field.measures)),
        )


def _figures(field: FieldProgress, years: list[str], proposed_in: str | None) -> Iterator[tuple[str, str]]:
    """How far its measures are, what they used, how they go on."""
    counts, found = field.figures.measures, field.figures
    if not counts.total:
        yield text("status.measures"), text("report.no_measures")
        return
    told = ", ".join(standing(found, proposed_in))
    yield text("report.stand"), f"{text('report.measures.count', n=counts.total)}: {told}"
    if years and (found.planned or found.committed or found.actual):
        yield text("report.money.years", years=joined(years)), used(found.planned, found.committed, found.actual)
    going = (one.outlook for one in field.measures if one.outlook and one.phase not in {Phase.DONE, Phase.ENDED})
    if outlooks := Counter(going):
        said = (text("report.outlook.count", n=outlooks[name], outlook=name) for name in Outlook if name in outlooks)
        yield text("report.outlook"), Own(", ".join(said))


def _sheet(one: MeasureProgress, period: Period) -> Sheet:
    return Sheet(
        anchor=anchor(one.id),
        title=Own(f"{one.id} {one.title}"),
        status=Own(one.status or text("phase.unknown")),
        phase=one.phase.value,
        marks=tuple(_marks(one)),
        facts=tuple(_facts(one, period)),
        entries=tuple(_entry(entry, one.obstacles) for entry in one.entries),
        silence="" if one.entries else _silence(one, period),
        obstacles=tuple(_obstacle(obstacle) for obstacle in one.obstacles if obstacle.kind not in _LATE),
        internal=Own(one.internal or ""),
    )


def _marks(one: MeasureProgress) -> Iterator[str]:
    if one.is_new:
        yield text("report.short.new")
    kinds = {obstacle.kind for obstacle in one.obstacles}
    yield from (text(f"report.short.{kind}") for kind in _LATE if kind in kinds)


def _silence(one: MeasureProgress, period: Period) -> str:
    """Why there is no entry: it was over already, or nobody said anything."""
    name = "report.was_over" if one.was_over else "report.nothing_since"
    return text(name, day=since(period))


def _facts(one: MeasureProgress, period: Period) -> Iterator[tuple[str, str]]:
    """Who, when, how it goes on, what it cost; what is not said is left out."""
    if one.status_before and one.status_before is not one.status:
        yield text("report.before", day=since(period)), Own(one.status_before)
    elif one.status_since and not period.holds(one.status_since):
        yield text("report.status_since"), day(one.status_since)
    yield text("report.lead"), Own(one.lead)
    if one.participants:
        yield text("report.participants"), Own("; ".join(one.participants))
    yield (text("report.term"), _term(one)) if one.begin or one.end else (text("report.kind"), Own(one.kind))
    if one.outlook:
        yield text("report.outlook"), Own(one.outlook)
    yield from _lineage(one)
    yield from _money(one)
    if one.indicators:
        yield text("report.indicators"), Own(", ".join(found.title for found in one.indicators))


def _lineage(one: MeasureProgress) -> Iterator[tuple[str, str]]:
    if one.came_from:
        yield text("report.fact.came_from"), named(one.came_from)
    if one.went_into:
        yield text("report.fact.went_into"), named(one.went_into)


def _money(one: MeasureProgress) -> Iterator[tuple[str, str]]:
    """What it used year by year; where it has gone over into another, that this stays its own."""
    for money in one.money:
        yield text("money.title", year=money.year), used(money.planned, money.committed, money.actual)
    if one.money and one.went_into and one.status is Status.MERGED:
        yield (
            text("report.fact.note"),
            text("report.money.stays", id=one.id, into=", ".join(heir.id for heir in one.went_into)),
        )


def _term(one: MeasureProgress) -> str:
    """``01.08.2023 bis 30.06.2024 (Projekt)``."""
    if one.begin and one.end:
        span = text("report.span", begin=day(one.begin), end=day(one.end))
    else:
        span = text("funding.from", day=day(one.begin)) if one.begin else text("funding.until", day=day(one.end))
    return f"{span} ({one.kind})"


def _entry(entry: Entry, obstacles: Sequence[Obstacle]) -> Item:
    """An entry; its reason stands with the obstacles where it is one."""
    told = any((obstacle.date, obstacle.reason) == (entry.date, entry.reason) for obstacle in obstacles)
    notes = [text("report.reason", reason=entry.reason)] if entry.reason and not told else []
    notes += [text("status.edition.paper", number=entry.paper)] if entry.paper else []
    return Item(
        day(entry.date),
        step=step(entry.left, entry.entered),
        text=Own(entry.report or ""),
        notes=tuple(map(Own, notes)),
        internal=Own(entry.internal or ""),
    )


def _obstacle(obstacle: Obstacle) -> Item:
    said = text(f"report.obstacle.{obstacle.kind}", day=day(obstacle.date))
    return Item(name=said, text=Own(obstacle.reason or ""))
