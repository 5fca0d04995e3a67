"""``ikonzept synopsis``: any two Markdown files or folders side by side."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ikonzept.commands.diff import Format, Ignored, handed_on
from ikonzept.commands.options import Color, ColorOption, NoPager, Output, say_aside, show_lines, write_out
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

_SUFFIXES = frozenset((".md", ".markdown"))


def synopsis(
    old: Annotated[Path, typer.Argument(metavar="ALT", help=text("synopsis.option.old"))],
    new: Annotated[Path, typer.Argument(metavar="NEU", help=text("synopsis.option.new"))],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=text("synopsis.option.title"), show_default=False)
    ] = None,
    ignore: Annotated[
        Ignored | None, typer.Option("--ignore", help=text("diff.option.ignore"), show_default=False)
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=text("diff.option.exit_code"))] = False,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Shows what changed, paragraph by paragraph and word by word; nothing of a concept is looked at."""
    from ikonzept.reports.diff.documents import compare_documents

    if old.is_dir() is not new.is_dir() and old.exists() and new.exists():
        raise IkonzeptError("synopsis-mixed", exit_code=Exit.USAGE, old=str(old), new=str(new))
    before, after = _texts(old), _texts(new)
    if old.is_file() and new.is_file():  # two files are one text, whatever they are called
        before, after = {new.name: before[old.name]}, {new.name: after[new.name]}
    found = compare_documents(title or "", (old.name or str(old), new.name or str(new)), before, after)
    if ignore:
        found = found.material()
    if format is Format.TEXT:
        from ikonzept.render.diff.terminal import lines

        show_lines(lambda width: lines(found, width), output, color, pager=not no_pager)
    elif format is Format.JSON:
        from ikonzept.render.diff.data import as_json

        write_out(as_json(found, before, after), output)
    else:
        write_out(handed_on(found, format, internal=False), output)
    return Exit.FINDINGS if exit_code and not found.is_empty else Exit.FINE


def _texts(path: Path) -> Mapping[str, str]:
    """The Markdown texts of a folder by their relative path, or the one file; links are not followed."""
    if not path.exists():
        raise IkonzeptError("os-missing", exit_code=Exit.USAGE, path=str(path))
    if not path.is_dir():
        return {path.name: _text(path)}
    files = [file for file in sorted(path.rglob("*")) if file.is_file() and not _is_hidden(file, path)]
    wanted = [file for file in files if file.suffix.lower() in _SUFFIXES]
    others = [file.relative_to(path).as_posix() for file in files if file.suffix.lower() not in _SUFFIXES]
    if others:
        say_aside("synopsis.ignored", files=(*others[:5], *(["…"] if len(others) > 5 else [])))  # noqa: PLR2004
    if not wanted:
        raise IkonzeptError("synopsis-empty", exit_code=Exit.USAGE, path=str(path))
    return {file.relative_to(path).as_posix(): _text(file) for file in wanted}


def _is_hidden(file: Path, folder: Path) -> bool:
    """Whether a file lies behind a link, or in a hidden folder such as git's."""
    parts = file.relative_to(folder).parts
    linked = any(folder.joinpath(*parts[: depth + 1]).is_symlink() for depth in range(len(parts)))
    return linked or any(part.startswith(".") for part in parts)


def _text(path: Path) -> str:
    from ikonzept.document import SyntaxProblem, decode

    with path.open("rb") as file:
        raw = file.read(_MOST + 1)
    try:
        return decode(raw).replace("\r\n", "\n")
    except SyntaxProblem:
        raise IkonzeptError("synopsis-text", path=str(path)) from None


_MOST = 4 * 1024 * 1024
