"""The report in figures, and the measures of each field by how far they are."""

from collections.abc import Iterator
from decimal import Decimal

from ikonzept.model.words import WeighingResult
from ikonzept.render.measures import phases_of
from ikonzept.render.sachstand.blocks import Block, Facts, Figure, Grid, Own, Section
from ikonzept.render.sachstand.charts import bars
from ikonzept.render.sachstand.goals import counted
from ikonzept.render.sachstand.standing import phase_name, standing
from ikonzept.render.sachstand.words import joined, since, used
from ikonzept.reports.budget.sums import Use
from ikonzept.reports.sachstand.report import Figures, Report
from ikonzept.reports.sachstand.submissions import Participation
from ikonzept.texts import text


def summary(report: Report) -> Iterator[Section]:
    """The first part of the report."""
    blocks: list[Block] = [Facts(tuple(figures(report)))]
    if report.total.measures.total:
        blocks.append(_by_field(report))
    yield Section("ueberblick", text("report.summary"), tuple(blocks))


def figures(report: Report) -> Iterator[tuple[str, str]]:
    """What can be said in figures, each with its label; what there is none of is left out."""
    yield from counted(report)
    yield from _measures(report)
    yield from _money(report)
    if report.indicators:
        new = sum(one.then is None or one.now.year > one.then.year for one in report.indicators)
        yield (
            text("report.indicators"),
            _with(
                text("report.indicators.count", n=len(report.indicators)),
                text("report.indicators.new", n=new) if new else "",
            ),
        )
    yield from _participation(report)


def _with(*said: str) -> str:
    return " · ".join(part for part in said if part)


def _measures(report: Report) -> Iterator[tuple[str, str]]:
    total = report.total
    if not total.measures.total:
        yield text("status.measures"), text("report.no_measures")
        return
    count = text("report.measures.count", n=total.measures.total)
    number = sum(bool(field.measures) for field in report.fields)
    fields = text("report.fields.count", n=number) if number > 1 else ""
    yield (
        text("status.measures"),
        _with(f"{count} {fields}".rstrip(), text("report.measures.new", n=total.new) if total.new else ""),
    )
    yield text("report.stand"), _with(*standing(total, report.proposed_in))
    yield text("report.reported"), _with(*_reported(report))
    if happened := list(_happened(report)):
        yield text("report.happened.short"), _with(*happened)
    if late := list(_late(total)):
        yield text("report.late"), _with(*late)


def _reported(report: Report) -> Iterator[str]:
    yield text("report.reported.count", reported=report.total.reported, n=report.total.measures.total)
    if silent := report.total.silent:
        yield text("report.silent.count", n=silent, day=since(report.period))
    if over := report.total.over:
        yield text("report.over.count", n=over)
    if new := report.total.just_new:
        yield text("report.just_new.count", n=new)


def _happened(report: Report) -> Iterator[str]:
    for name in ("completed", "deferred", "reoriented", "back", "dropped", "merged", "transferred"):
        if found := getattr(report.outcomes, name):
            yield f"{text(f'report.short.{name}')} {len(found)}"


def _late(total: Figures) -> Iterator[str]:
    for name in ("overdue", "stale"):
        if number := getattr(total, name):
            yield f"{text(f'report.short.{name}')} {number}"


def _money(report: Report) -> Iterator[tuple[str, str]]:
    if not report.money:
        return
    measures = sum((year.measures for year in report.money), start=Use())
    other = sum((year.other for year in report.money), start=Use())
    said = [text("report.money.of_measures", used=_used(measures))]
    said += [text("report.money.of_other", used=_used(other))] if other != Use() else []
    yield text("report.money.years", years=joined([year.accounts.year for year in report.money])), _with(*said)


def _used(use: Use) -> str:
    return used(use.planned, use.committed, use.actual)


def _participation(report: Report) -> Iterator[tuple[str, str]]:
    found = report.participation
    said = []
    if found.events:
        said.append(text("report.events.count", n=len(found.events)))
        if attended := sum(event.attended or 0 for event in found.events):
            said[-1] += " " + text("report.attended", n=attended)
        if report.scope.field and (shared := sum(event.shared for event in found.events)):
            said[-1] += " " + text("report.events.shared", n=shared)
    if found.answered:
        said.append(text("report.answered.count", n=len(found.answered)))
        followed = sum(
            item.result in {WeighingResult.FOLLOWED, WeighingResult.PARTLY_FOLLOWED} for item in found.answered
        )
        said[-1] += " " + text("report.answered.followed", n=followed)
    if found.waiting:
        said.append(text("report.waiting.count", n=len(found.waiting)))
    said += _belonging(found)
    if said:
        yield text("status.participation"), _with(*said)


def _belonging(found: Participation) -> Iterator[str]:
    """Why the figures of all fields together are more than there are submissions."""
    told = [one.belongs for one in found.answered if one.belongs] + [
        one.belongs for one in found.waiting if one.belongs
    ]
    if by_event := sum(one.by_event for one in told):
        yield text("report.belongs.by_event.count", n=by_event)
    if shared := sum(bool(one.others) and not one.by_event for one in told):
        yield text("report.belongs.others.count", n=shared)


def _by_field(report: Report) -> Figure:
    """How far the measures of each field are."""
    phases = phases_of(report.total.measures)
    kinds = [(phase.value, phase_name(phase)) for phase in phases]
    rows = [
        (
            field.title or text("status.unknown_field"),
            str(field.figures.measures.total),
            [(phase.value, Decimal(number), str(number)) for phase in phases if (number := getattr(count, phase))],
        )
        for field in report.fields
        for count in (field.figures.measures,)
    ]
    title = text("report.chart.fields")
    grid = Grid(
        title,
        (text("status.field"), *(name for _, name in kinds), text("money.total"), text("report.short.new")),
        tuple(
            (Own(field.title or text("status.unknown_field")), *_row(field.figures, kinds)) for field in report.fields
        ),
        (text("money.total"), *_row(report.total, kinds)) if len(report.fields) > 1 else (),
    )
    return Figure("massnahmen", title, bars(text("report.chart.fields.said"), rows, kinds), grid)


def _row(figures: Figures, kinds: list[tuple[str, str]]) -> tuple[str, ...]:
    counts = (getattr(figures.measures, phase) for phase, _ in kinds)
    return (*map(str, counts), str(figures.measures.total), str(figures.new))
