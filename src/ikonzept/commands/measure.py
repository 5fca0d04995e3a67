"""``ikonzept measure``: the measures, one by one and together."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.beginning import add
from ikonzept.commands.complete import action_fields
from ikonzept.commands.measure_import import import_
from ikonzept.commands.measure_table import export
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
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.commands.steps import defer, drop, move, rename, sachstand, set_status
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MeasureColumn, MeasureKind, Status
from ikonzept.texts import text

if TYPE_CHECKING:
    from pathlib import Path

    from ikonzept.commands.opening import Opened
    from ikonzept.model.concept import Concept
    from ikonzept.reports.measure_list import Filter

__all__ = ("add", "defer", "drop", "export", "import_", "list_", "move", "rename", "sachstand", "set_status")


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
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar="ID",
            help=text("measure.option.field"),
            autocompletion=action_fields,
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option("--status", help=text("measure.option.status"), show_default=False)
    ] = None,
    kind: Annotated[
        MeasureKind | None, typer.Option("--kind", help=text("measure.option.kind"), show_default=False)
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="ID", help=text("measure.option.lead"), show_default=False)
    ] = None,
    participant: Annotated[
        str | None,
        typer.Option("--participant", metavar="ID", help=text("measure.option.participant"), show_default=False),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=text("measure.option.overdue"))] = False,
    stale: Annotated[bool, typer.Option("--stale", help=text("measure.option.stale"))] = False,
    without_budget: Annotated[
        bool, typer.Option("--without-budget", help=text("measure.option.without_budget"))
    ] = False,
    words: Annotated[
        str | None, typer.Option("--text", metavar="WORTE", help=text("measure.option.text"), show_default=False)
    ] = None,
    sort: Annotated[MeasureColumn, typer.Option("--sort", help=text("measure.option.sort"))] = MeasureColumn.ID,
    reverse: Annotated[bool, typer.Option("--reverse", help=text("measure.option.reverse"))] = False,
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
    from ikonzept.reports.measure_list import Filter, listed

    hide = only_public(public=public, internal=internal, handed_on=format in _HANDED_ON)
    opened, day = open_measures(repo), day_of(as_of)
    for path in sorted(opened.loaded.unreadable):
        say_aside("measure.unreadable", path=path)
    concept = opened.concept(public=hide)
    wanted = Filter(
        field=field,
        statuses=frozenset(status or ()),
        kind=kind,
        lead=lead,
        participant=participant,
        overdue=overdue,
        stale=stale,
        without_budget=without_budget,
        words=tuple((words or "").casefold().split()),
    )
    _refuse_unknown(concept, wanted)
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


def open_measures(repo: "Path | None") -> "Opened":
    """The working tree, of which only is read what measures are made of: themselves, their fields and their money."""
    from pathlib import Path

    from ikonzept import loader, sources
    from ikonzept.commands.opening import Opened
    from ikonzept.model.words import MANIFEST, Noun

    folder = loader.find_concept(repo or Path())
    tree = sources.Tree(folder)
    folders = tuple(f"{noun.folder}/" for noun in (Noun.MEASURE, Noun.ACTION_FIELD, Noun.FISCAL_YEAR))
    wanted = tree.some([path for path in tree.paths() if path == MANIFEST or path.startswith(folders)])
    return Opened(folder, wanted, loader.load(wanted))


def _refuse_unknown(concept: "Concept", wanted: "Filter") -> None:
    """Ids that do not exist are refused with the nearest."""
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    known_id(concept, (Kind.ACTION_FIELD,), wanted.field, "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), wanted.lead, "--lead")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), wanted.participant, "--participant")


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
