"""``ikonzept budget diff``: what the money of two states, or of two years, differs by."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.fiscal import years_asked
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Output,
    Public,
    Repo,
    day_of,
    only_public,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from datetime import date

    from ikonzept.reports.diff.change import Diff, Money


class DiffFormat(StrEnum):
    """How a difference of money is written; as a page it is part of the Synopse."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_HANDED_ON = frozenset((DiffFormat.CSV, DiffFormat.MARKDOWN))


def diff(
    old: Annotated[str | None, typer.Argument(metavar="A", help=text("budget.option.old"), show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(metavar="B", help=text("budget.option.new"), show_default=False)] = None,
    years: Annotated[bool, typer.Option("--years", help=text("budget.option.years"))] = False,
    repo: Repo = None,
    as_of: AsOf = None,
    format: Annotated[DiffFormat, typer.Option("--format", help=text("option.format"))] = DiffFormat.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows what money differs by between two editions or states, or with ``--years`` between two fiscal years."""
    from ikonzept.render.budget import changes

    hide = only_public(public=public, internal=internal, handed_on=format in _HANDED_ON)
    day = day_of(as_of)
    names, money = _between_years(repo, old, new, day, hide) if years else _between_states(repo, old, new, day, hide)
    heading = text("budget.diff.title", old=names[0], new=names[1])
    if format is DiffFormat.TEXT:
        show_lines(lambda width: changes.lines(money, heading, width), output, color)
    elif format is DiffFormat.JSON:
        write_out(changes.as_json(*names, money), output)
    elif format is DiffFormat.CSV:
        write_out(changes.as_csv(money), output)
    else:
        write_out(changes.as_markdown(money, heading, internal=internal), output)
    return Exit.FINE


def _between_states(
    repo: Path | None,
    old: str | None,
    new: str | None,
    day: "date",
    hide: bool,
) -> "tuple[tuple[str, str], Money | None]":
    """What differs between two editions, revisions or the files as they are."""
    from ikonzept.commands.comparing import open_pair
    from ikonzept.commands.diff import state_range
    from ikonzept.render.diff.outline import side_name

    pair = open_pair(repo, *state_range(old, new), day)
    found = pair.diff(public=hide)
    _check_money_is_readable(found)
    return (side_name(found.old.name), side_name(found.new.name)), found.money


def _check_money_is_readable(found: "Diff") -> None:
    """A difference of which a part cannot be read is none."""
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import Noun

    for one in found.unreadable:
        if noun_of(one.path) is Noun.FISCAL_YEAR:
            raise IkonzeptError("spending-unreadable", path=one.path)


def _between_years(
    repo: Path | None,
    old: str | None,
    new: str | None,
    day: "date",
    hide: bool,
) -> "tuple[tuple[str, str], Money]":
    """What differs between two fiscal years as the files hold them; without names the last two."""
    from ikonzept.commands.diff import state_range
    from ikonzept.commands.opening import open_concept
    from ikonzept.reports.diff.money import between

    opened = open_concept(repo)
    concept = opened.concept(public=hide)
    known = list(concept.fiscal_years)
    if len(known) < 2 and not (old and new):  # noqa: PLR2004  two years are compared
        raise IkonzeptError("budget-no-year", exit_code=Exit.USAGE)
    first, second = (given or known[place] for place, given in zip((-2, -1), state_range(old, new), strict=True))
    before, after = (years_asked(opened, concept, day, [name])[0] for name in (first, second))
    return (before.id, after.id), between(concept, before, after)
