"""``ikonzept diff``: what changed between two editions, or any two states."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields, editions, everything
from ikonzept.commands.differences import (
    HANDED_ON,
    Format,
    FormatOption,
    IgnoreOption,
    show_on_screen,
    write_document,
)
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    NoPager,
    Output,
    Public,
    Repo,
    day_of,
    only_public,
    say_aside,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.comparing import Pair
    from ikonzept.reports.diff.change import Diff


class Only(StrEnum):
    """One half of the concept."""

    CONTENT = "inhalt"
    EXECUTION = "vollzug"


def diff(
    old: Annotated[
        str | None,
        typer.Argument(metavar="ALT", help=text("diff.option.old"), autocompletion=editions, show_default=False),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEU", help=text("diff.option.new"), autocompletion=editions, show_default=False),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    only: Annotated[Only | None, typer.Option("--only", help=text("diff.option.only"), show_default=False)] = None,
    ignore: IgnoreOption = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field", metavar="ID", help=text("diff.option.field"), autocompletion=action_fields, show_default=False
        ),
    ] = None,
    id: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="ID", help=text("diff.option.id"), autocompletion=everything, show_default=False),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ID", help=text("diff.option.unit"), show_default=False)
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help=text("diff.option.stat"))] = False,
    name_only: Annotated[bool, typer.Option("--name-only", help=text("diff.option.name_only"))] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=text("diff.option.exit_code"))] = False,
    format: FormatOption = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    no_pager: NoPager = False,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows what changed, by id and lineage; with ``--exit-code`` 1 where something did."""
    from ikonzept.commands.comparing import open_pair
    from ikonzept.model.fields import Part

    _refuse_beside(format, stat=stat, name_only=name_only)
    hide = only_public(public=public, internal=internal, handed_on=format in HANDED_ON)
    pair = open_pair(repo, *state_range(old, new), day_of(as_of))
    whole = pair.diff(public=hide)
    found = _selected(whole, pair, field or [], _known(id or [], whole, pair, public=hide), unit)
    if only:
        found = found.only(Part.CONTENT if only is Only.CONTENT else Part.EXECUTION)
    if ignore:
        found = found.material()
    if name_only:
        write_out("".join(f"{path}\n" for path in _files(found)), output)
    elif format is Format.TEXT:
        show_on_screen(found, output, color, pager=not no_pager, stat=stat)
    else:
        write_document(found, format, output, pair.texts, internal=internal)
        if found.unreadable:
            say_aside("diff.unreadable.aside", names=tuple(item.path for item in found.unreadable))
    return Exit.FINDINGS if exit_code and not found.is_empty else Exit.FINE


def _refuse_beside(format: Format, *, stat: bool, name_only: bool) -> None:
    """The short forms are lines; beside each other or a document one of them would be silently ignored."""
    if stat and name_only:
        raise IkonzeptError("diff-two-forms", exit_code=Exit.USAGE, one="--stat", other="--name-only")
    if (stat or name_only) and format is not Format.TEXT:
        one = "--stat" if stat else "--name-only"
        raise IkonzeptError("diff-two-forms", exit_code=Exit.USAGE, one=one, other=f"--format {format}")


def state_range(old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """``2022..2023`` as git takes it means both states; a side that is empty means its default."""
    if old is None or new is not None or ".." not in old or "..." in old:
        return old, new
    before, _, after = old.partition("..")
    return before or None, after or None


def _known(names: list[str], found: "Diff", pair: "Pair", *, public: bool) -> list[str]:
    """The ids that these names mean; a whole concept is read only for what did not change, the newer one first."""
    changed = {change.id for change in found.changes}
    others = [name for name in names if name not in changed]
    if not others:
        return names
    from ikonzept.commands.opening import known_thing
    from ikonzept.reports import things

    new = pair.whole(1, public=public)
    meant = [things.find(new, name) for name in others]
    if None in meant:
        old = pair.whole(0, public=public)
        meant = [
            thing or things.find(old, name) or known_thing(new, name) for name, thing in zip(others, meant, strict=True)
        ]
    ids = [things.shown_id(thing).removeprefix(f"{things.FISCAL_YEAR}/") for thing in meant if thing]
    return [*changed.intersection(names), *ids]


def _selected(found: "Diff", pair: "Pair", fields: list[str], ids: list[str], unit: str | None) -> "Diff":
    """The diff of what the options choose; each must name something of either side."""
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    concepts = [loaded.concept for loaded in reversed(pair.loaded)]
    for name in fields:
        if not any(concept.find(name, (Kind.ACTION_FIELD,)) for concept in concepts) and name not in found.groups:
            # Its file is the same on both sides and was not read.
            known_id(pair.whole(1, public=False), (Kind.ACTION_FIELD,), name, "--field")
    if fields:
        found = found.in_groups(fields)
    if ids:
        found = found.about(ids)
    if unit:
        known_id(concepts[0], (Kind.UNIT, Kind.ACTOR), unit, "--unit")
        measures = (item for concept in concepts for item in concept.measures.values())
        found = found.about({item.id for item in measures if unit in {item.lead, *item.participants}} | {unit})
    return found


def _files(found: "Diff") -> list[str]:
    """The files in which something differs."""
    places = [place for change in found.changes for place in (change.old_place, change.new_place) if place]
    return sorted({place.path for place in places} | {item.path for item in found.unreadable})
