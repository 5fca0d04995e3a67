"""What a change would break: the errors that were not there before, anywhere in the concept."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import typer

from ikonzept import loader, sources
from ikonzept.commands.opening import Opened
from ikonzept.commands.options import Color, show_lines
from ikonzept.edits.edit import Edit
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import Finding, Severity


def after(opened: Opened, edits: Sequence[Edit]) -> Opened:
    """The concept as these edits would leave it."""
    source = sources.Overlaid(opened.source, {edit.path: edit.after or b"" for edit in edits})
    return replace(opened, source=source, loaded=loader.load(source))


def broken(opened: Opened, changed: Opened, day: date) -> Iterator[Finding]:
    """The errors of the changed concept that the other one has not; two are the same when they say the same."""
    from ikonzept.render.findings import message_of

    before = {(one.place.path, message_of(one)) for one in opened.findings(day)}
    for one in changed.findings(day):
        if one.severity is Severity.ERROR and (one.place.path, message_of(one)) not in before:
            yield one


def show(changed: Opened, found: Sequence[Finding], *, aside: bool = False) -> None:
    """These findings, as ``check`` shows them; ``aside`` on stderr, where stdout is for a program."""
    from ikonzept.render import findings as render
    from ikonzept.render.terminal import columns

    located = render.locate(found, changed.texts(one.place.path for one in found))
    if aside:
        for line in render.lines(located, columns(sys.stderr)):
            typer.echo(line.plain.rstrip(), err=True)
    else:
        show_lines(lambda width: render.lines(located, width), None, Color.AUTO)


def refuse(opened: Opened, edits: Sequence[Edit], day: date, *, aside: bool = False) -> None:
    """Raises ``IkonzeptError`` where edits would break something, which is shown; then nothing is written."""
    changing = [edit for edit in edits if edit.before != edit.after]
    if not changing:
        return
    changed = after(opened, changing)
    found = list(broken(opened, changed, day))
    if found:
        show(changed, found, aside=aside)
        raise IkonzeptError("consequences", exit_code=Exit.FINDINGS, n=len(found))
