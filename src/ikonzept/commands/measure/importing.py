"""``ikonzept measure import``: the table that a department has filled in comes back, all of it or nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields
from ikonzept.commands.measure.exporting import contents_of, open_tabled, stamps_of
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Repo,
    TextOrJson,
    TextOrJsonOption,
    agreed,
    day_of,
    interactive,
    say,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MeasureKind, TableColumn
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ikonzept.commands.opening import Opened
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit
    from ikonzept.exchange.measures import MeasureTable, Read
    from ikonzept.render.progress import Progress
    from ikonzept.reports.measure_rows import Change, Conflict, Judgement, Known, Problem


def import_(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help=text("table.option.file"))],
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="SPALTE=ÜBERSCHRIFT", help=text("table.option.map"), show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=text("table.option.yes"))] = False,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="BLATT", help=text("table.option.sheet"), show_default=False)
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar="ID",
            help=text("table.option.given_field"),
            autocompletion=action_fields,
            show_default=False,
        ),
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="ID", help=text("table.option.given_lead"), show_default=False)
    ] = None,
    kind: Annotated[
        MeasureKind | None, typer.Option("--kind", help=text("table.option.given_kind"), show_default=False)
    ] = None,
    new: Annotated[bool, typer.Option("--new", help=text("table.option.new"))] = False,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))] = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
    format: TextOrJsonOption = TextOrJson.TEXT,
    color: ColorOption = Color.AUTO,
) -> int:
    """Takes over what a filled-in table brings; with a problem or a conflict in it, nothing."""
    from dataclasses import replace

    from ikonzept import loader
    from ikonzept.commands.writing import resumed
    from ikonzept.commits import Wish
    from ikonzept.exchange.measures import read
    from ikonzept.render import measure_import as render
    from ikonzept.render.progress import Progress

    folder = loader.find_concept(repo or Path())
    if resumed(folder):
        return Exit.FINE
    in_words = format is TextOrJson.TEXT
    table = _table(file, _mapped(map_ or []), sheet)
    opened = open_tabled(folder)
    contents = contents_of(opened)
    known = replace(_known(opened, contents, day_of(as_of)), takes_similar=new)
    _refuse_anothers(file, table, known)
    if in_words and not table.head.is_sure:
        titles = {id_: one.title for id_, one in known.concept.measures.items()}
        show_lines(lambda width: render.proposal(table, file.name, titles, width), None, color)
    if not (table.head.is_sure or yes):
        _confirm(file, asking=in_words and interactive() and not no_input)
    given, entered = _given(opened, field, lead, kind), read(table, known.vocabulary)
    _notify(table, entered)
    judgement = _judged(opened, table, entered, known, given)
    with Progress(sys.stderr) as progress:
        edits = list(_edits(opened, judgement, contents, progress))
    _refuse_problems(file, table, judgement.problems)
    judgement.conflicts[:] = _explained(opened, judgement.conflicts, known)
    _refuse_consequences(folder, [] if judgement.conflicts else edits, known.as_of, in_words=in_words)
    if in_words:
        show_lines(lambda width: render.lines(judgement, known.vocabulary, width), None, color)
    else:
        write_out(render.as_json(judgement, file.name), None)
    if judgement.conflicts:
        for line in render.why_conflicts(judgement.conflicts):
            typer.echo(line, err=True)
        return Exit.FINDINGS
    wish = Wish(text("table.commit", file=file.name, n=len(edits))) if commit and edits else None
    return _written(folder, edits, wish, dry_run=dry_run, in_words=in_words)


def _written(folder: Path, edits: "Sequence[Edit]", wish: "Wish | None", *, dry_run: bool, in_words: bool) -> int:
    """All of it, or nothing; what is JSON for a program is not told in words besides."""
    from ikonzept.commands.writing import write
    from ikonzept.render.progress import Progress

    with Progress(sys.stderr) as progress:
        progress.during(text("table.writing"), long=len(edits) > _MANY)
        written = write(folder, edits, wish, dry_run=dry_run) if edits or in_words else None
    if written and in_words:
        say("table.done", n=len(edits))
        if written.commit:
            say("table.committed", commit=written.commit[:_SHORT])
    if dry_run and edits and in_words:
        say_aside("table.dry")
    return Exit.FINE


_SHORT = 10
"""So many signs of a commit's id are told."""


_MANY = 1000
"""So many files take longer than half a second."""


def _mapped(said: "Sequence[str]") -> "dict[TableColumn, str]":
    """What ``--map`` tells of the columns."""
    from ikonzept.findings import nearest

    by_name = {column.casefold(): column for column in TableColumn}
    found: dict[TableColumn, str] = {}
    for one in said:
        name, equals, heading = (part.strip() for part in one.partition("="))
        if not (equals and name and heading):
            raise IkonzeptError("table-map", exit_code=Exit.USAGE, said=one)
        column = by_name.get(name.casefold())
        if column is None:
            params = {"name": name, "nearest": nearest(name, TableColumn), "known": tuple(TableColumn)}
            raise IkonzeptError("table-map-column", exit_code=Exit.USAGE, **params)
        if column in found:
            raise IkonzeptError("table-map-twice", exit_code=Exit.USAGE, name=column)
        found[column] = heading
    return found


def _table(file: Path, mapped: "Mapping[TableColumn, str]", sheet: str | None) -> "MeasureTable":
    """The table in the file."""
    from ikonzept.commands.extras import content_of
    from ikonzept.exchange.columns import Unclear
    from ikonzept.exchange.measures import table_of
    from ikonzept.exchange.table import TableProblem
    from ikonzept.render.progress import Progress

    raw = content_of(file)
    try:
        with Progress(sys.stderr) as progress:
            return table_of(raw, mapped, sheet, lambda row: progress.at(text("table.reading"), row))
    except (TableProblem, Unclear) as problem:
        raise IkonzeptError(problem.code, exit_code=Exit.CANNOT, path=str(file), **problem.params) from None


def _refuse_consequences(folder: Path, edits: "Sequence[Edit]", day: "date", *, in_words: bool) -> None:
    """Raises ``IkonzeptError`` where ``check`` would call an error what the edits bring; then nothing is written."""
    from ikonzept.commands import consequences
    from ikonzept.commands.opening import open_concept

    if edits:
        consequences.refuse(open_concept(folder), edits, day, aside=not in_words)


def _notify(table: "MeasureTable", entered: "Read") -> None:
    """What is not read, and what is missing, though nothing is wrong with it."""
    from ikonzept.exchange.measures import notices
    from ikonzept.render.measure_import import notices as told
    from ikonzept.render.terminal import clean

    if table.head.is_sure and table.head.others:
        say_aside("table.others", headings=tuple(map(clean, table.head.others)))
    for line in told(notices(table, entered)):
        typer.echo(line, err=True)


def _refuse_anothers(file: Path, table: "MeasureTable", known: "Known") -> None:
    """Raises ``IkonzeptError`` for a workbook that another Körperschaft's concept went into."""
    own = known.concept.manifest.body if known.concept.manifest else None
    if own and table.origin and table.origin != own.ags:
        raise IkonzeptError("table-anothers", path=str(file), theirs=table.origin, ours=own.ags, name=own.name)


def _explained(opened: "Opened", conflicts: "Sequence[Conflict]", known: "Known") -> "Iterator[Conflict]":
    """The conflicts with what has changed in their files since, where git still has what went out."""
    from dataclasses import replace

    from ikonzept import loader
    from ikonzept.reports.measure_standing import changed
    from ikonzept.repository.opening import open_repository

    repository = open_repository(opened.folder) if conflicts else None
    stamps = {conflict.stamp for conflict in conflicts if conflict.stamp}
    blobs = repository.known_blobs(stamps) if repository else {}
    for conflict in conflicts:
        raw, path = blobs.get(conflict.stamp or "", b""), opened.loaded.concept.path(conflict.measure)
        old = loader.load({path: raw.decode("utf-8", "replace")}).concept.measures.get(conflict.measure.id)
        if old is not None:
            yield replace(conflict, changed=changed(old, conflict.measure, known.vocabulary, known.as_of))
        else:
            yield conflict


def _confirm(file: Path, *, asking: bool) -> None:
    """Whether columns that were found by likeness are the right ones."""
    if not asking:
        raise IkonzeptError("table-unconfirmed", exit_code=Exit.USAGE, path=str(file))
    if not agreed("import.confirm"):
        raise IkonzeptError("table-declined", exit_code=Exit.USAGE)


def _given(opened: "Opened", field: str | None, lead: str | None, kind: MeasureKind | None) -> "dict[TableColumn, str]":
    """What new measures are, where the table does not say it."""
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    concept = opened.loaded.concept
    known_id(concept, (Kind.ACTION_FIELD,), field, "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), lead, "--lead")
    given = {TableColumn.ACTION_FIELD: field, TableColumn.LEAD: lead, TableColumn.KIND: kind and kind.value}
    return {column: said for column, said in given.items() if said}


def _known(opened: "Opened", contents: "Mapping[str, bytes]", day: "date") -> "Known":
    """What the table is held against."""
    from ikonzept import sources
    from ikonzept.model.files import identifier_of, noun_of
    from ikonzept.model.words import MANIFEST, Noun
    from ikonzept.reports.measure_rows import Known
    from ikonzept.reports.measure_table import Vocabulary

    concept, unreadable = opened.loaded.concept, opened.loaded.unreadable
    if concept.manifest is None:
        raise IkonzeptError("thing-unreadable", path=MANIFEST)
    papers = [path for path in sources.Tree(opened.folder).paths() if noun_of(path) is Noun.PAPER]
    return Known(
        concept=concept,
        vocabulary=Vocabulary.of(concept),
        stamps=stamps_of(contents),
        papers=frozenset(identifier_of(path, Noun.PAPER) for path in papers),
        unreadable=frozenset(identifier_of(path, Noun.MEASURE) for path in unreadable if noun_of(path) is Noun.MEASURE),
        as_of=day,
    )


def _judged(
    opened: "Opened", table: "MeasureTable", found: "Read", known: "Known", given: "Mapping[TableColumn, str]"
) -> "Judgement":
    """What the rows mean, and all that is wrong with them, in the order of the table."""
    from ikonzept.commands.measure.ids import free_id, taken
    from ikonzept.reports.measure_import import judged

    def ids() -> "Iterator[str]":
        last = free_id(taken(opened))
        while True:
            yield last
            last = free_id([last])

    judgement = judged(found.rows, known, frozenset(table.head.columns), ids(), given)
    judgement.problems += found.problems
    return judgement


def _edits(
    opened: "Opened", judgement: "Judgement", contents: "Mapping[str, bytes]", progress: "Progress"
) -> "Iterator[Edit]":
    """The files as they are to be; a Verlauf in brackets is left to people, and a problem."""
    from ikonzept.edits.measure import begun
    from ikonzept.reports.measure_rows import Problem

    concept = opened.loaded.concept
    for number, change in enumerate(judgement.changes, 1):
        progress.at(text("table.entering"), number, len(judgement.changes))
        path = concept.path(change.measure)
        try:
            yield _edit(path, contents[change.measure.id], change)
        except KeyError:
            judgement.problems.append(Problem("brackets", change.row, TableColumn.ID, {"path": path}))
    for _, new in judgement.new:
        yield begun(new)


def _edit(path: str, raw: bytes, change: "Change") -> "Edit":
    from ikonzept.edits.edit import Edit
    from ikonzept.edits.measure import went_on
    from ikonzept.edits.outlook import looked_ahead

    after = raw
    if change.outlook:
        after = looked_ahead(path, after, change.measure, change.outlook).after or b""
    if change.entry:
        after = went_on(path, after, change.measure, change.entry).after or b""
    return Edit(path, raw, after)


def _refuse_problems(file: Path, table: "MeasureTable", problems: "Sequence[Problem]") -> None:
    """All that is wrong at once, each kind with one hint; then nothing is taken over."""
    from ikonzept.render import measure_import as render

    for line in render.problems(table, problems):
        typer.echo(line, err=True)
    if problems:
        raise IkonzeptError("table-problems", n=len(problems), path=str(file))
