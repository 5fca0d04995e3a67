"""The report in the order in which it is read; every way of writing it begins here."""

from collections.abc import Iterator

from ikonzept.render.sachstand.blocks import Outline, Own
from ikonzept.render.sachstand.fields import fields
from ikonzept.render.sachstand.happened import happened, watched
from ikonzept.render.sachstand.indicators import indicators
from ikonzept.render.sachstand.money import money
from ikonzept.render.sachstand.participation import participation
from ikonzept.render.sachstand.summary import summary
from ikonzept.render.sachstand.words import day, since
from ikonzept.reports.sachstand.in_force import Adoption
from ikonzept.reports.sachstand.period import Origin, Period
from ikonzept.reports.sachstand.report import Report
from ikonzept.texts import text

_PARTS = (summary, happened, watched, fields, money, indicators, participation)


def outline(report: Report) -> Outline:
    """The report as sections of blocks; a section without content is left out."""
    return Outline(
        name=text("report.name"),
        title=Own(report.title or text("status.untitled")),
        head=tuple(head(report)),
        unreadable=report.unreadable,
        sections=tuple(section for part in _PARTS for section in part(report)),
    )


def head(report: Report) -> Iterator[tuple[str, str]]:
    """Which days it tells of, what was in force, what it is narrowed to."""
    period, scope = report.period, report.scope
    yield text("report.period"), text("report.span", begin=since(period), end=day(period.until))
    if period.origin is not Origin.DAY:
        yield text("report.since"), began(period)
    if report.in_force:
        yield text("report.in_force"), Own(_decided(report.in_force, report.in_force_by))
    for name in ("field", "unit", "edition"):
        if value := getattr(scope, name):
            yield text(f"report.scope.{name}"), Own(value) if name != "edition" else _frozen(value, period)


def _decided(edition: str, by: Adoption | None) -> str:
    """``2023 (Vorlage 2023/051, Kreistag 21.06.2023)``; what is not known is left out."""
    if by is None:
        return edition
    paper = text("status.edition.paper", number=by.paper) if by.paper else ""
    decision = " ".join(part for part in (by.committee, day(by.date)) if part)
    said = ", ".join(part for part in (paper, decision) if part)
    return f"{edition} ({said})" if said else edition


def _frozen(edition: str, period: Period) -> str:
    """The edition as whose text the concept is told, and where its knowledge ends; a draft goes on to the last day."""
    return text("report.frozen", id=edition, day=day(period.frozen_on)) if period.frozen_on else edition


def began(period: Period) -> str:
    """The day on which it begins and what that day is."""
    if period.origin in {Origin.IN_FORCE, Origin.EDITION}:
        return text("report.since.edition", day=since(period), id=period.edition)
    if period.origin is Origin.YEAR:
        return text("report.since.year", day=since(period), year=period.since.year)
    return since(period)
