"""``ikonzept status``: where things stand."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields, editions
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Output,
    Public,
    Repo,
    day_of,
    given,
    only_public,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit
from ikonzept.texts import text

if TYPE_CHECKING:
    from pathlib import Path

    from ikonzept.commands.opening import Opened
    from ikonzept.model.concept import Concept
    from ikonzept.reports.status import GitState, Overview


class Format(StrEnum):
    """How the overview is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def status(
    repo: Repo = None,
    as_of: AsOf = None,
    field: Annotated[
        str | None,
        typer.Option("--field", metavar="ID", help=text("status.option.field"), autocompletion=action_fields),
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="ID", help=text("status.option.unit"))] = None,
    edition: Annotated[
        str | None,
        typer.Option("--edition", metavar="ID", help=text("status.option.edition"), autocompletion=editions),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows the overview; findings do not change the exit code, ``check`` is for that."""
    from ikonzept.commands.opening import open_concept, selection_of
    from ikonzept.reports import status as report

    hide = only_public(public=public, internal=internal, handed_on=format is Format.MARKDOWN)
    opened = open_concept(repo, edition, git=True)
    day = day_of(as_of, opened.committed_on)
    concept = opened.concept(public=hide)
    overview = report.build(
        concept,
        day,
        tally=report.tally(opened.findings(day)),
        git=_git_state(opened),
        selection=selection_of(concept, field, unit),
        edition=edition,
        unreadable=tuple(sorted(opened.loaded.unreadable)),
        unfinished=None if opened.committed_on else _unfinished(opened.folder),
        now=_now(opened, public=hide),
    )
    _show(overview, format, output, color, internal=internal, given=given(repo, as_of))
    return Exit.FINE


def _git_state(opened: "Opened") -> "GitState | None":
    from ikonzept.reports.status import GitState

    repository = opened.repository
    if repository is None:
        return None
    uncommitted = () if opened.committed_on else repository.changed_files()
    return GitState(uncommitted, repository.shallow, repository.edition_tags)


def _now(opened: "Opened", *, public: bool) -> "Concept | None":
    """For a revision, the concept as the files hold it today; the revision is shown without them too."""
    from dataclasses import replace

    from ikonzept import loader, sources

    if opened.committed_on is None:
        return None
    try:
        loaded = loader.load(sources.Tree(opened.folder))
    except OSError:  # a folder that nobody may look into
        return None
    return replace(opened, loaded=loaded).concept(public=public)


def _unfinished(folder: "Path") -> str | None:
    from ikonzept.room import has_journal

    if not has_journal(folder):
        return None
    from ikonzept.journal import unfinished

    left = unfinished(folder)
    return left.command if left else None


def _show(
    overview: "Overview", format: Format, output: "Path | None", color: Color, *, internal: bool, given: str
) -> None:
    if format is Format.JSON:
        from ikonzept.render.data import document

        write_out(document("status", overview), output)
        return
    if format is Format.MARKDOWN:
        from ikonzept.render.status_markdown import markdown

        write_out(markdown(overview, internal=internal), output)
    else:
        from ikonzept.render import status as render

        show_lines(lambda width: render.lines(overview, width, given), output, color)
