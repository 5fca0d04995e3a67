"""``ikonzept synopsis``: what changed between any two texts or folders of texts, side by side; needs no concept."""

from pathlib import Path
from typing import Annotated

import typer

from ikonzept.commands.differences import Format, FormatOption, IgnoreOption, show_on_screen, write_document
from ikonzept.commands.options import Color, ColorOption, NoPager, Output
from ikonzept.errors import Exit
from ikonzept.texts import text


def synopsis(
    old: Annotated[Path, typer.Argument(metavar="ALT", help=text("synopsis.option.old"))],
    new: Annotated[Path, typer.Argument(metavar="NEU", help=text("synopsis.option.new"))],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITEL", help=text("synopsis.option.title"), show_default=False)
    ] = None,
    ignore: IgnoreOption = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=text("diff.option.exit_code"))] = False,
    format: FormatOption = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Compares two texts or two folders of texts; nothing in them is internal."""
    from ikonzept.commands.beside import open_texts

    both = open_texts(old, new)
    found = both.diff(title)
    if ignore:
        found = found.material()
    if format is Format.TEXT:
        show_on_screen(found, output, color, pager=not no_pager)
    else:
        write_document(found, format, output, both.texts, kind="synopsis")
    return Exit.FINDINGS if exit_code and not found.is_empty else Exit.FINE
