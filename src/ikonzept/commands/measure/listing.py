"""``ikonzept measure list``: the measures that are meant, as a table."""

from enum import StrEnum
from typing import Annotated

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
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Output,
    Public,
    Repo,
    day_of,
    only_public,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MeasureColumn
from ikonzept.texts import text


class Format(StrEnum):
    """How a list is written."""

    TEXT = "text"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_HANDED_ON = frozenset((Format.CSV, Format.MARKDOWN))
_SHOWN = (
    *(MeasureColumn.ID, MeasureColumn.TITLE, MeasureColumn.STATUS, MeasureColumn.LEAD),
    *(MeasureColumn.END, MeasureColumn.REPORTED, MeasureColumn.REMARK),
)


def list_(
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
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="SPALTE,…", help=text("measure.option.columns"), show_default=False),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Lists the measures that every given condition holds for."""
    from ikonzept.render import measure_list as render
    from ikonzept.reports.measure_list import listed

    hide = only_public(public=public, internal=internal, handed_on=format in _HANDED_ON)
    opened, day = open_measures(repo), day_of(as_of)
    concept = opened.concept(public=hide)
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
    shown = columns_asked(columns)
    found = listed(concept, wanted, sort, day, reverse=reverse)
    if format is Format.TEXT:
        show_lines(lambda width: render.lines(found, shown, day, width), output, color)
    elif format is Format.PLAIN:
        paths = {one.id: concept.path(one) for one in concept.measures.values()}
        write_out(render.plain(found, shown, paths), output)
    elif format is Format.JSON:
        write_out(render.as_json(found, day), output)
    elif format is Format.CSV:
        write_out(render.as_csv(found, shown), output)
    else:
        write_out(render.markdown(found, shown, day, internal=internal), output)
    return Exit.FINE


def columns_asked(said: str | None) -> tuple[MeasureColumn, ...]:
    """The columns of a list such as ``kennung,titel,ende``; without one the usual ones."""
    from ikonzept.findings import nearest

    if said is None:
        return _SHOWN
    names = [name.strip().casefold() for name in said.split(",") if name.strip()]
    for name in names:
        if name not in set(MeasureColumn):
            params = {"name": name, "nearest": nearest(name, MeasureColumn), "known": tuple(MeasureColumn)}
            raise IkonzeptError("measure-column", exit_code=Exit.USAGE, **params)
    return tuple(MeasureColumn(name) for name in dict.fromkeys(names)) or _SHOWN
