"""``ikonzept calendar``: what lies ahead, as a file for people's calendars."""

from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields
from ikonzept.commands.options import (
    AsOf,
    Internal,
    Output,
    Public,
    Repo,
    day_given,
    day_of,
    only_public,
    say_aside,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from pathlib import Path


_LONGEST = 366
"""So many days before a deadline one can be reminded of it."""


def calendar(
    repo: Repo = None,
    as_of: AsOf = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATUM", help=text("calendar.option.from"), show_default=False)
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar="ID",
            help=text("calendar.option.field"),
            autocompletion=action_fields,
            show_default=False,
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ID", help=text("calendar.option.unit"), show_default=False)
    ] = None,
    remind: Annotated[
        int | None,
        typer.Option("--remind", metavar="TAGE", help=text("calendar.option.remind"), show_default=False),
    ] = None,
    output: Output = None,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Writes the file; only what is public is in it, unless it is to stay inside."""
    from ikonzept.commands.extras import need
    from ikonzept.commands.opening import open_concept, selection_of
    from ikonzept.reports import appointments as report
    from ikonzept.values import german_date

    _refuse(output, remind)
    hide = only_public(public=public, internal=internal, handed_on=True)
    day = day_of(as_of)
    start = day_given(first, "--from") if first else day
    opened = open_concept(repo)
    need("icalendar", "ics")
    concept = opened.concept(public=hide)
    if concept.manifest is None:
        raise IkonzeptError("calendar-no-manifest")
    selection = selection_of(concept, field, unit)
    found = report.build(concept, day, selection, start)
    if internal:
        shared = report.build(opened.concept(public=True), day, selection, start)
        found = report.marked(found, shared)
    for path in sorted(opened.loaded.unreadable):
        say_aside("calendar.unreadable", path=path)
    from ikonzept.render.calendar import icalendar

    write_out(icalendar(found, internal=internal, remind_days=remind), output)
    if not found.appointments:
        say_aside("calendar.empty", day=german_date(start))
    elif output is not None and str(output) != "-":
        say_aside("calendar.count", n=len(found.appointments), day=german_date(day))
    return Exit.FINE


def _refuse(output: "Path | None", remind: int | None) -> None:
    """What no calendar can do: another ending, by which no program knows it, and reminders before all time."""
    if remind is not None and not 0 <= remind <= _LONGEST:
        raise IkonzeptError("calendar-remind", exit_code=Exit.USAGE, value=str(remind), most=_LONGEST)
    if output is not None and output.suffix.lower() not in {"", ".ics"}:
        raise IkonzeptError(
            "calendar-ending", exit_code=Exit.USAGE, path=str(output), other=output.with_suffix(".ics").name
        )
