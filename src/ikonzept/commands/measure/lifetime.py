"""``ikonzept measure log`` and ``timeline``: a measure's life, told and drawn."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.measure.selecting import (
    Field,
    Kind,
    Lead,
    Overdue,
    Participant,
    Reverse,
    Sort,
    Stale,
    Statuses,
    WithoutBudget,
    Words,
    meant,
    open_measures,
)
from ikonzept.commands.measure.steps import Name
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    NoPager,
    Output,
    Public,
    Repo,
    TextOrJson,
    TextOrJsonOption,
    day_given,
    day_of,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MeasureColumn
from ikonzept.texts import text

if TYPE_CHECKING:
    from datetime import date

    from ikonzept.commands.opening import Opened
    from ikonzept.reports.editions import Life


def log(
    name: Name,
    repo: Repo = None,
    as_of: AsOf = None,
    format: TextOrJsonOption = TextOrJson.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    no_pager: NoPager = False,
) -> int:
    """Tells what became of a measure, on through what it came out of and went over into."""
    from ikonzept.commands.edition.evidence import open_with_git
    from ikonzept.commands.measure.refusals import known_measure
    from ikonzept.render import measure_life as render
    from ikonzept.reports.measure_life import life

    opened, day = open_with_git(repo), day_of(as_of)
    known_measure(opened.source, opened.loaded, name)
    concept = opened.concept(public=public)
    told = life(concept, concept.measures[name], day)
    revised = None if public else _revised(opened, name, day)  # who commits is a natural person
    if format is TextOrJson.JSON:
        write_out(render.as_json(told, revised, day), output)
    else:
        show_lines(lambda width: render.lines(told, revised, day, width), output, color, pager=not no_pager)
    return Exit.FINE


def _revised(opened: "Opened", name: str, day: "date") -> "Life | None":
    """What git knows of a measure up to a day; ``None``, and a word about it, where it does not tell."""
    from ikonzept.commands.edition.tracing import life_of
    from ikonzept.commands.opening import known_thing

    if opened.repository is None or not opened.repository.has_commits:
        say_aside("life.no_git")
        return None
    life = life_of(opened, opened.repository, known_thing(opened.loaded.concept, name))
    return replace(life, steps=tuple(step for step in life.steps if step.revised.day <= day))


def timeline(
    repo: Repo = None,
    as_of: AsOf = None,
    field: Field = None,
    status: Statuses = None,
    kind: Kind = None,
    lead: Lead = None,
    participant: Participant = None,
    overdue: Overdue = False,
    stale: Stale = False,
    without_budget: WithoutBudget = False,
    words: Words = None,
    sort: Sort = MeasureColumn.ID,
    reverse: Reverse = False,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATUM", help=text("timeline.option.from"), show_default=False)
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATUM", help=text("timeline.option.to"), show_default=False)
    ] = None,
    format: TextOrJsonOption = TextOrJson.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    no_pager: NoPager = False,
) -> int:
    """Draws the measures over time: how far each was when, and what of its term lies ahead."""
    from ikonzept.render import timeline as render
    from ikonzept.reports.measure_list import listed
    from ikonzept.reports.timeline import cut, timeline

    opened, day = open_measures(repo), day_of(as_of)
    concept = opened.concept(public=public)
    wanted = meant(
        concept,
        field=field,
        status=status,
        kind=kind,
        lead=lead,
        participant=participant,
        overdue=overdue,
        stale=stale,
        without_budget=without_budget,
        words=words,
    )
    found = timeline(concept, listed(concept, wanted, sort, day, reverse=reverse), day)
    shown = cut(found, *_between(first, last))
    if format is TextOrJson.JSON:
        write_out(render.as_json(shown), output)
    else:
        show_lines(lambda width: render.lines(shown, width), output, color, pager=not no_pager)
    return Exit.FINE


def _between(first: str | None, last: str | None) -> "tuple[date | None, date | None]":
    begin = day_given(first, "--from") if first else None
    end = day_given(last, "--to") if last else None
    if begin and end and end < begin:
        raise IkonzeptError("timeline-backwards", exit_code=Exit.USAGE, first=begin, last=end)
    return begin, end
