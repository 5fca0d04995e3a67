"""``ikonzept show``: one thing with everything around it."""

from enum import StrEnum
from typing import Annotated

import typer

from ikonzept.commands.complete import everything
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
from ikonzept.errors import Exit
from ikonzept.texts import text


class Format(StrEnum):
    """How the sheet is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def show(
    name: Annotated[str, typer.Argument(metavar="KENNUNG", help=text("show.option.name"), autocompletion=everything)],
    repo: Repo = None,
    as_of: AsOf = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows what a thing's file says, what it refers to and what refers to it."""
    from ikonzept.commands.opening import known_thing, open_concept
    from ikonzept.reports.show import sheet as build

    hide = only_public(public=public, internal=internal, handed_on=format is Format.MARKDOWN)
    opened = open_concept(repo)
    concept = opened.concept(public=hide)
    sheet = build(concept, known_thing(concept, name, opened.loaded.unreadable), day_of(as_of))
    if format is Format.JSON:
        from ikonzept.render.data import document

        write_out(document("show", sheet), output)
    elif format is Format.MARKDOWN:
        from ikonzept.render.show import markdown

        write_out(markdown(sheet, internal=internal), output)
    else:
        from ikonzept.render.show import lines

        show_lines(lambda width: lines(sheet, width), output, color)
    return Exit.FINE
