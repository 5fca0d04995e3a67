"""How a diff is written, whatever was compared."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.options import Color, show_lines, write_out
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.reports.diff.change import Diff


class Format(StrEnum):
    """How a diff is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


HANDED_ON = frozenset((Format.MARKDOWN, Format.HTML))
"""The forms that are made for others."""


class Ignored(StrEnum):
    """What may be left out."""

    EDITORIAL = "editorial"


FormatOption = Annotated[Format, typer.Option("--format", help=text("option.format"))]
IgnoreOption = Annotated[Ignored | None, typer.Option("--ignore", help=text("diff.option.ignore"), show_default=False)]

Texts = Callable[[int, Collection[str]], Mapping[str, str]]
"""The texts of some files on one side, 0 or 1, for the lines on which things stand."""


def show_on_screen(found: "Diff", output: Path | None, color: Color, *, pager: bool, stat: bool = False) -> None:
    """The diff in lines, page by page where it is longer than the screen."""
    from ikonzept.render.diff.terminal import lines

    show_lines(lambda width: lines(found, width, stat=stat), output, color, pager=pager)


def write_document(
    found: "Diff", format: Format, output: Path | None, texts: Texts, *, kind: str = "diff", internal: bool = False
) -> None:
    """The diff as JSON, as a comment in Markdown, or as a page."""
    write_out(_document(found, format, texts, kind=kind, internal=internal), output)


def _document(found: "Diff", format: Format, texts: Texts, *, kind: str, internal: bool) -> str:
    if format is Format.JSON:
        from ikonzept.render.diff.data import as_json, paths

        old, new = (texts(side, paths(found, side)) for side in (0, 1))
        return as_json(found, old, new, kind=kind)
    if format is Format.HTML:
        from ikonzept.render.diff.html import html

        return html(found, internal=internal)
    from ikonzept.render.diff.markdown import markdown

    return markdown(found, internal=internal)
