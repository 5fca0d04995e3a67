"""``ikonzept report``: what is told to committees."""

from enum import StrEnum
from shlex import quote
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
    chosen,
    day_of,
    given,
    only_public,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from datetime import date

    from ikonzept.model.concept import Concept
    from ikonzept.reports.sachstand.period import Period


class Format(StrEnum):
    """How the report is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_HANDED_ON = frozenset((Format.MARKDOWN, Format.HTML))


def sachstand(
    repo: Repo = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="AB", help=text("report.option.since"), autocompletion=editions, show_default=False
        ),
    ] = None,
    as_of: AsOf = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field", metavar="ID", help=text("report.option.field"), autocompletion=action_fields, show_default=False
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ID", help=text("report.option.unit"), show_default=False)
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(
            "--edition", metavar="ID", help=text("report.option.edition"), autocompletion=editions, show_default=False
        ),
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help=text("report.option.format"), show_default=False)
    ] = None,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Reports what was done since a day: the Umsetzungsbericht."""
    from ikonzept.commands.edition.goals import goals_adopted
    from ikonzept.commands.opening import open_concept, selection_of
    from ikonzept.reports.sachstand.report import build

    form = chosen(format, output, Format.TEXT)
    hide = only_public(public=public, internal=internal, handed_on=form in _HANDED_ON)
    opened = open_concept(repo, edition)
    concept = opened.concept(public=hide)
    report = build(
        concept,
        _period(concept, since, day_of(as_of, opened.committed_on), opened.committed_on),
        selection_of(concept, field, unit),
        edition=edition,
        adopted=goals_adopted(opened),
        unreadable=opened.loaded.unreadable,
        internal=not hide,
    )
    if meant := report.period.meant:
        say_aside(f"report.meant.{meant}", name=report.period.edition, day=report.period.since)
    for path in report.unreadable:
        say_aside("measure.unreadable", path=path)
    if form is Format.TEXT:
        from ikonzept.render.sachstand import terminal

        again = {"--since": since, "--field": field, "--unit": unit, "--edition": edition}
        named = "".join(f" {option} {quote(value)}" for option, value in again.items() if value)
        named += given(repo, as_of)
        show_lines(lambda width: terminal.lines(report, width, named, marked=internal), output, color)
    elif form is Format.JSON:
        from ikonzept.render.data import document

        write_out(document("report-sachstand", report), output)
    elif form is Format.MARKDOWN:
        from ikonzept.render.sachstand.markdown import markdown

        write_out(markdown(report, internal=internal), output)
    else:
        from ikonzept.render.sachstand.html import html

        write_out(html(report, internal=internal), output)
    return Exit.FINE


def _period(concept: "Concept", since: str | None, until: "date", frozen_on: "date | None") -> "Period":
    """The period that ``--since`` means.

    Raises ``IkonzeptError`` where there is none.
    """
    from ikonzept.reports.sachstand.period import NotAPeriod, period

    try:
        return period(concept, since, until, frozen_on)
    except NotAPeriod as problem:
        raise IkonzeptError(problem.code, exit_code=Exit.USAGE, **problem.params) from None
