"""``ikonzept measure export``: the table that departments fill in goes out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.measure.selecting import (
    Field,
    Kind,
    Lead,
    Overdue,
    Participant,
    Stale,
    Statuses,
    Words,
    meant,
    tell_unreadable,
)
from ikonzept.commands.options import (
    AsOf,
    Internal,
    Repo,
    day_given,
    day_of,
    say_aside,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ikonzept.commands.opening import Opened
    from ikonzept.reports.measure_table import Table


def export(
    file: Annotated[
        Path | None, typer.Argument(metavar="DATEI", help=text("table.option.out"), show_default=False)
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ID", help=text("table.option.unit"), show_default=False)
    ] = None,
    field: Field = None,
    status: Statuses = None,
    kind: Kind = None,
    lead: Lead = None,
    participant: Participant = None,
    overdue: Overdue = False,
    stale: Stale = False,
    said: Words = None,
    repo: Repo = None,
    as_of: AsOf = None,
    internal: Internal = False,
    deadline: Annotated[
        str | None, typer.Option("--deadline", metavar="DATUM", help=text("table.option.deadline"), show_default=False)
    ] = None,
) -> int:
    """Writes the measures that every given condition holds for as a table to be filled in."""
    from ikonzept import loader
    from ikonzept.commands.opening import known_id
    from ikonzept.model import words
    from ikonzept.reports.measure_table import chosen, tabled

    ending = _ending(file)
    until = day_given(deadline, "--deadline") if deadline else None
    opened, day = open_tabled(loader.find_concept(repo or Path())), day_of(as_of)
    tell_unreadable(opened)
    concept = opened.concept(public=not internal)
    known_id(concept, (words.Kind.UNIT, words.Kind.ACTOR), unit, "--unit")
    wanted = meant(
        concept,
        field=field,
        status=status,
        kind=kind,
        lead=lead,
        participant=participant,
        overdue=overdue,
        stale=stale,
        words=said,
    )
    measures = chosen(concept, wanted, unit, day)
    table = tabled(concept, measures, stamps_of(contents_of(opened)), day, internal=internal)
    title = concept.manifest.title if concept.manifest else ""
    to_file = file is not None and str(file) != "-"
    if to_file and concept.measures and not measures:
        raise IkonzeptError("table-none", path=str(file))
    content = _content(table, title, until, ending, internal=internal)
    if file is not None and to_file:
        _refuse_to_lose(file, content)
    write_out(content, file)
    if to_file:
        say_aside("table.count", n=len(table.rows), day=day, path=file)
    return Exit.FINE


def _content(table: "Table", title: str, until: "date | None", ending: str, *, internal: bool) -> bytes:
    """The table in the form that its file's ending says."""
    if ending == ".xlsx":
        from ikonzept.render.workbook import workbook

        return workbook(table, title, until, internal=internal)
    from ikonzept.render.measure_table import as_csv

    return as_csv(table).encode("utf-8", "replace")


def _refuse_to_lose(file: Path, content: bytes) -> None:
    """Raises ``IkonzeptError`` where a table stands that somebody has filled in: that is not to be had anew."""
    from ikonzept.exchange.measures import holds_reports

    if file.is_file() and (raw := file.read_bytes()) != content and holds_reports(raw):
        raise IkonzeptError("table-filled", path=str(file))


def _ending(file: Path | None) -> str:
    """What is written, by the file's ending."""
    if file is None or str(file) == "-":
        return ".csv"
    ending = file.suffix.casefold()
    if ending not in {".xlsx", ".csv"}:
        raise IkonzeptError("table-ending", exit_code=Exit.USAGE, path=str(file))
    if ending == ".xlsx":
        from ikonzept.commands.extras import need

        need("openpyxl", "xlsx")
    return ending


def open_tabled(folder: Path) -> "Opened":
    """What such a table is made of: the measures, fields and names, and nothing else."""
    from ikonzept.commands.opening import open_some
    from ikonzept.model.words import Noun

    return open_some(folder, (Noun.MEASURE, Noun.ACTION_FIELD))


def contents_of(opened: "Opened") -> "dict[str, bytes]":
    """The files of the measures that can be read, by the measure's id."""
    concept = opened.loaded.concept
    paths = {concept.path(one): one.id for one in concept.measures.values()}
    return {paths[path]: raw for path, raw in opened.source.read(tuple(paths)) if isinstance(raw, bytes)}


def stamps_of(contents: "Mapping[str, bytes]") -> "dict[str, str]":
    """What tells the files of the measures from others, by the measure's id."""
    from ikonzept.reports.measure_table import stamp

    return {id_: stamp(raw) for id_, raw in contents.items()}
