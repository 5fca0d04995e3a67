"""How every writing command writes: it shows what it would do, or does it whole, and says so."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.options import Color, say, say_aside, show_lines, waiting
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit
    from ikonzept.transaction import Caller, Done

DryRun = Annotated[bool, typer.Option("--dry-run", help=text("option.dry_run"))]
CommitOption = Annotated[bool, typer.Option("--commit", help=text("option.commit"))]


def caller() -> "Caller":
    """Who is writing: the words of the command line, by which an interrupted run is known again."""
    from ikonzept.lock import Waiting
    from ikonzept.transaction import Caller

    return Caller(tuple(sys.argv[1:]), Waiting(notice=waiting))


def resumed(folder: Path) -> bool:
    """Completes this command's own interrupted run; says whether that was all there was to do."""
    from ikonzept.recovery import Outcome
    from ikonzept.transaction import resume

    recovered = resume(folder, caller())
    if recovered is None:
        return False
    say(f"writing.{recovered.outcome.name.lower()}")
    return recovered.outcome is Outcome.DONE


def open_for_writing(repo: Path | None) -> "Opened | None":
    """The concept; ``None`` where this command's own interrupted run has just been completed."""
    from ikonzept.commands.opening import open_concept

    opened = open_concept(repo)
    return None if resumed(opened.folder) else opened


def write(folder: Path, edits: Sequence["Edit"], wish: "Wish | None", *, dry_run: bool) -> "Done | None":
    """Makes the edits real, or shows them as a patch; ``None`` where nothing was written."""
    from ikonzept.render.patch import lines
    from ikonzept.transaction import apply

    changing = [edit for edit in edits if edit.before != edit.after]
    if not changing and wish is None:
        say("writing.unchanged")
        return None
    if dry_run:
        show_lines(lambda _: (line for edit in changing for line in lines(edit)), None, Color.AUTO)
        if wish:
            say_aside("writing.would_commit", message=(wish.message or "").partition("\n")[0])
        if wish and wish.tag:
            say_aside("writing.would_tag", tag=wish.tag)
        return None
    if wish and not wish.tag:
        _tell_what_else_is_committed(folder, edits)
    return apply(folder, edits, wish, caller())


def _tell_what_else_is_committed(folder: Path, edits: Sequence["Edit"]) -> None:
    """A file is committed whole: what people changed in it before and did not commit yet goes along."""
    from ikonzept.repository.opening import open_repository

    repository = open_repository(folder)
    if repository is None or not repository.has_commits:
        return
    before = {edit.path for edit in edits if edit.before is not None}
    for path in repository.changed_files():
        if path in before:
            say_aside("writing.also_changed", path=path)
