"""``ikonzept git-diff``: git's own ``diff`` speaks of measures; git calls it, people set it up once."""

from pathlib import Path
from typing import Annotated

import typer

from ikonzept.commands.options import Color, ColorOption, say, show_lines
from ikonzept.errors import Exit
from ikonzept.texts import text

_NONE = "/dev/null"


def git_diff(
    path: Annotated[str, typer.Argument(metavar="PFAD", help=text("git_diff.option.path"))],
    old_file: Annotated[str, typer.Argument(metavar="ALT", help=text("git_diff.option.old"))],
    old_hex: Annotated[str, typer.Argument(metavar="ALT-ID", help=text("git_diff.option.hex"))] = "",
    old_mode: Annotated[str, typer.Argument(metavar="ALT-ART", help=text("git_diff.option.mode"))] = "",
    new_file: Annotated[str, typer.Argument(metavar="NEU", help=text("git_diff.option.new"))] = _NONE,
    new_hex: Annotated[str, typer.Argument(metavar="NEU-ID", help=text("git_diff.option.hex"))] = "",
    new_mode: Annotated[str, typer.Argument(metavar="NEU-ART", help=text("git_diff.option.mode"))] = "",
    other_path: Annotated[str, typer.Argument(metavar="NEUER-PFAD", help=text("git_diff.option.other"))] = "",
    renamed: Annotated[str, typer.Argument(metavar="UMBENANNT", help=text("git_diff.option.renamed"))] = "",
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows one file's change in words; a file that is none of a concept's, or unreadable, line by line."""
    del old_hex, old_mode, new_hex, new_mode, renamed
    from ikonzept import loader, sources
    from ikonzept.edits.edit import Edit
    from ikonzept.errors import IkonzeptError
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import MANIFEST
    from ikonzept.render.diff.terminal import file_lines
    from ikonzept.render.patch import lines as patch_lines
    from ikonzept.reports.diff.change import Side
    from ikonzept.reports.diff.compare import compare
    from ikonzept.reports.diff.sides import Sides

    old, new = _content(old_file), _content(new_file)
    try:
        folder = loader.find_concept(Path(path).parent)
        own = Path(path).absolute().relative_to(folder).as_posix()
    except (IkonzeptError, ValueError):
        folder, own = Path(), ""
    if noun_of(own) and not other_path:  # a file that got another name is two things; its lines say what differs
        manifest = sources.Tree(folder).some({MANIFEST})
        laid = (manifest if raw is None else sources.Overlay(manifest, own, raw) for raw in (old, new))
        sides = [loader.load(source) for source in laid]
        compared = Sides(sides[0].concept, sides[1].concept, None, sides[0].unreadable, sides[1].unreadable)
        found = compare(compared, Side(""), Side(""))
        if not found.unreadable:
            show_lines(lambda width: file_lines(path, found, width), None, color)
            return Exit.FINE
    if other_path:
        say("git_diff.renamed", old=path, new=other_path)
    show_lines(lambda _: patch_lines(Edit(other_path or path, old, new)), None, color)
    return Exit.FINE


def _content(name: str) -> bytes | None:
    """What git has laid down for one side; ``None`` where there is no such file."""
    return None if name == _NONE else Path(name).read_bytes()
