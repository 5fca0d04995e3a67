"""``ikonzept measure edit``: a measure in the editor; it is accepted when it can be read and breaks nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.measure.steps import Name
from ikonzept.commands.options import AsOf, Color, Repo, agreed, day_of, interactive, say, say_aside, show_lines
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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
    from ikonzept.commands.measure.editor import command, discard, drafted, edited
    from ikonzept.edits.edit import with_line_ends_of

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    path = _path(opened, name)
    raw = (opened.folder / path).read_bytes()
    editor, asking = command(), interactive() and not no_input
    file = drafted(Path(path).name, draft.read_bytes() if draft else raw)
    while True:
        after = with_line_ends_of(raw, edited(editor, file))
        if after == raw:
            discard(file)
            say("writing.unchanged")
            return Exit.FINE
        wrong = _wrong(opened, path, after, day_of(as_of))
        if not wrong:
            break
        _show(opened, path, after, wrong)
        if not (asking and agreed("editing.again")):
            raise IkonzeptError("editing-refused", exit_code=Exit.FINDINGS, path=path, id=name, draft=str(file))
    try:
        written = _write(opened, path, (raw, after), name, dry_run=dry_run, commit=commit)
    except BaseException:
        say_aside("editing.kept", draft=file)
        raise
    if dry_run:
        say_aside("editing.kept", draft=file)
    else:
        discard(file)
    if written:
        say("editing.done", id=name)
    return Exit.FINE


def _path(opened: "Opened", name: str) -> str:
    """The measure's file, also one that cannot be read: it can be mended here."""
    from ikonzept.commands.measure.steps import known_measure
    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun

    path = path_of(Noun.MEASURE, name)
    if path not in opened.loaded.unreadable or opened.loaded.files.get(path) != "file":
        known_measure(opened.source, opened.loaded, name)
    return path


def _wrong(opened: "Opened", path: str, after: bytes, day: "date") -> "list[Finding]":
    """The errors that were not there before, anywhere in the concept, and why the file cannot be read, if it cannot."""
    from ikonzept.findings import Severity
    from ikonzept.render.findings import message_of

    changed = _with(opened, path, after)
    before = {(one.place.path, message_of(one)) for one in opened.findings(day)}
    return [
        one
        for one in changed.findings(day)
        if one.severity is Severity.ERROR
        and ((one.place.path, message_of(one)) not in before or one.place.path in changed.loaded.unreadable & {path})
    ]


def _with(opened: "Opened", path: str, after: bytes) -> "Opened":
    from dataclasses import replace

    from ikonzept import loader, sources

    source = sources.Overlay(opened.source, path, after)
    return replace(opened, source=source, loaded=loader.load(source))


def _show(opened: "Opened", path: str, after: bytes, wrong: "Sequence[Finding]") -> None:
    from ikonzept.render import findings as render

    texts = _with(opened, path, after).texts(one.place.path for one in wrong)
    located = render.locate(wrong, texts)
    show_lines(lambda width: render.lines(located, width), None, Color.AUTO)


def _write(opened: "Opened", path: str, raws: tuple[bytes, bytes], name: str, *, dry_run: bool, commit: bool) -> bool:
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit

    wish = Wish(text("editing.commit", id=name)) if commit else None
    return write(opened.folder, [Edit(path, *raws)], wish, dry_run=dry_run) is not None
