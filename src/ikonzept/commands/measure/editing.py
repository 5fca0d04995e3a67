"""``ikonzept measure edit``: a measure in the editor; it is accepted when it can be read and breaks nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.measure.steps import Name
from ikonzept.commands.options import AsOf, Repo, agreed, day_of, interactive, say, say_aside
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ikonzept.commands.measure.draft import Draft
    from ikonzept.commands.opening import Opened
    from ikonzept.findings import Finding


def edit(
    name: Name,
    draft: Annotated[
        Path | None, typer.Option("--draft", metavar="DATEI", help=text("editing.option.draft"), show_default=False)
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))] = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Opens a measure in the editor and takes it over when it is in order."""
    from ikonzept.commands.measure.draft import begun, discard, taken_up
    from ikonzept.commands.measure.editor import command

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    path = _path(opened, name)
    raw, file = (opened.folder / path).read_bytes(), Path(path).name
    at_work = taken_up(draft, file, raw) if draft else begun(file, raw)
    editor = command()
    asking = interactive() and not no_input
    after = _accepted(opened, path, at_work, editor, day_of(as_of), asking=asking, name=name)
    if after is None:
        discard(at_work)
        say("writing.unchanged")
        return Exit.FINE
    if _write(opened, (path, raw, after), at_work, name, dry_run=dry_run, commit=commit):
        discard(at_work)
        say("editing.done", id=name)
    return Exit.FINE


def _accepted(
    opened: "Opened", path: str, draft: "Draft", editor: "Sequence[str]", day: "date", *, asking: bool, name: str
) -> bytes | None:
    """What the person has made of the file, once it is in order; ``None`` where it is what it was."""
    from ikonzept.commands.consequences import after as changed_by
    from ikonzept.commands.consequences import show
    from ikonzept.commands.measure.editor import edited
    from ikonzept.edits.edit import Edit, with_line_ends_of

    while True:
        after = with_line_ends_of(draft.now, edited(editor, draft))
        if after == draft.now:
            return None
        changed = changed_by(opened, [Edit(path, draft.now, after)])
        wrong = _wrong(opened, changed, path, day)
        if not wrong:
            _tell_of_history(opened, changed, name)
            return after
        show(changed, wrong)
        if not (asking and agreed("editing.again")):
            params = {"path": path, "id": name, "draft": str(draft.file)}
            raise IkonzeptError("editing-refused", exit_code=Exit.FINDINGS, **params)


def _path(opened: "Opened", name: str) -> str:
    """The measure's file, also one that cannot be read: it can be mended here."""
    from ikonzept.commands.measure.refusals import known_measure
    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun

    path = path_of(Noun.MEASURE, name)
    if path not in opened.loaded.unreadable or opened.loaded.files.get(path) != "file":
        known_measure(opened.source, opened.loaded, name)
    return path


def _wrong(opened: "Opened", changed: "Opened", path: str, day: "date") -> "list[Finding]":
    """The errors that were not there before, anywhere in the concept, and why the file cannot be read, if it cannot."""
    from ikonzept.commands.consequences import broken

    unreadable = changed.loaded.unreadable & {path}
    return [
        *(one for one in changed.loaded.findings if one.place.path in unreadable),
        *(one for one in broken(opened, changed, day) if one.place.path not in unreadable),
    ]


def _tell_of_history(opened: "Opened", changed: "Opened", name: str) -> None:
    """What was entered once stays, or is taken back knowingly: entries that are gone or say something else are told."""
    before, after = (one.loaded.concept.measures.get(name) for one in (opened, changed))
    if before is None or after is None:
        return
    gone = [entry.date for entry in before.history if entry not in after.history]
    if gone:
        say_aside("editing.history", days=gone, n=len(gone))


def _write(
    opened: "Opened", change: tuple[str, bytes, bytes], draft: "Draft", name: str, *, dry_run: bool, commit: bool
) -> bool:
    """Whether it is written; where it is not, the draft is kept, and that is said."""
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit

    wish = Wish(text("editing.commit", id=name)) if commit else None
    try:
        written = write(opened.folder, [Edit(*change)], wish, dry_run=dry_run)
    except IkonzeptError as problem:
        if problem.code == "edit-changed":
            raise IkonzeptError("editing-changed", path=change[0], id=name, draft=str(draft.file)) from None
        say_aside("editing.kept", id=name, draft=draft.file)
        raise
    if written is None:
        say_aside("editing.kept", id=name, draft=draft.file)
    return written is not None
