"""What was begun, completed and given up, and what needs a look: lists of measures, each with its day and why."""

from collections.abc import Iterable, Iterator

from ikonzept.render.sachstand.blocks import Item, Listing, Own, Section
from ikonzept.render.sachstand.words import anchor, day, named, since, step
from ikonzept.reports.sachstand.measures import MeasureProgress
from ikonzept.reports.sachstand.outcomes import Outcome
from ikonzept.reports.sachstand.report import Report
from ikonzept.reports.sachstand.steps import Hindrance
from ikonzept.texts import text

KINDS = ("completed", "new", "deferred", "reoriented", "back", "dropped", "merged", "transferred", "ended")
"""In this order."""
ENDS = ("completed", "dropped", "merged", "transferred")
"""Those after which nobody asks for the end of the term."""


def happened(report: Report) -> Iterator[Section]:
    """What happened to measures, by its kind."""
    lists = tuple(
        Listing(text(f"report.{kind}", n=len(found)), tuple(_item(one, kind) for one in found))
        for kind in KINDS
        if (found := _found(report, kind))
    )
    if lists:
        yield Section("veraenderungen", text("report.happened"), lists)


def _found(report: Report, kind: str) -> tuple[Outcome, ...]:
    """What happened of a kind; an ended term is left out where the end, or that it is overdue, is told besides."""
    found: tuple[Outcome, ...] = getattr(report.outcomes, kind)
    if kind != "ended":
        return found
    told = {one.id for end in ENDS for one in getattr(report.outcomes, end)}
    told |= {one.id for one in _measures(report) if any(item.kind is Hindrance.OVERDUE for item in one.obstacles)}
    return tuple(one for one in found if one.id not in told)


def _measures(report: Report) -> Iterator[MeasureProgress]:
    return (one for field in report.fields for one in field.measures)


def _item(one: Outcome, kind: str) -> Item:
    notes = [text("status.edition.paper", number=one.paper)] if one.paper else []
    if one.related:
        relation = "came_from" if kind == "new" else "went_into"
        notes.insert(0, text(f"report.{relation}", names=named(one.related)))
    name = Own(f"{one.id} {one.title}")
    said = step(one.left, one.entered)
    return Item(day(one.date), name, anchor(one.id), said, Own(one.said or ""), tuple(notes))


def watched(report: Report) -> Iterator[Section]:
    """What is late, and of what nothing was said."""
    measures = sorted(_measures(report), key=lambda one: one.id)
    silent = _silent((one for one in measures if one.is_silent), since(report.period))
    stale = text("status.stale.since", n=report.report_months)
    lists = [*_late(measures, Hindrance.OVERDUE), *_late(measures, Hindrance.STALE, stale), *silent]
    if lists:
        yield Section("rueckstand", text("report.watched"), tuple(lists))


def _late(measures: Iterable[MeasureProgress], kind: Hindrance, since: str = "") -> Iterator[Listing]:
    items = tuple(
        Item(
            "",
            Own(f"{one.id} {one.title}"),
            anchor(one.id),
            "",
            "",
            (Own(f"{text(f'report.{kind}.since', day=day(obstacle.date) or text('status.never'))} · {one.lead}"),),
        )
        for one in measures
        for obstacle in one.obstacles
        if obstacle.kind is kind
    )
    if items:
        yield Listing(text(f"report.{kind}", n=len(items), since=since), items)


def _silent(measures: Iterable[MeasureProgress], first: str) -> Iterator[Listing]:
    items = tuple(
        Item(
            "",
            Own(f"{one.id} {one.title}"),
            anchor(one.id),
            Own(one.status or ""),
            "",
            (Own(f"{text('report.last_entry', day=day(one.last_entry) or text('status.never'))} · {one.lead}"),),
        )
        for one in measures
    )
    if items:
        yield Listing(text("report.silent", n=len(items), day=first), items, text("report.silent.lead"))
