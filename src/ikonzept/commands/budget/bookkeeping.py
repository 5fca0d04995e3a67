"""How every command that changes the budget does it: open, change only what is meant, say what no longer adds up."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ikonzept.commands.options import say, say_aside
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.model.fiscal_year import FiscalYear


def file_of(opened: "Opened", year: "FiscalYear") -> tuple[str, bytes]:
    """The path of a year's file, and its bytes."""
    path = opened.loaded.concept.path(year)
    return path, (opened.folder / path).read_bytes()


def made(make: "Callable[[], Edit]", path: str) -> "Edit":
    """An edit; a list in brackets is left to people."""
    try:
        return make()
    except KeyError:
        raise IkonzeptError("spending-in-braces", path=path) from None


@dataclass(frozen=True)
class How:
    """Whether it is only tried, whether it is committed, and which day it is."""

    dry_run: bool
    commit: bool
    day: date


def write_down(opened: "Opened", edits: "Sequence[Edit]", sentence: str, params: "dict[str, object]", how: How) -> int:
    """Writes what is meant: ``spending.commit.<sentence>`` for git, ``spending.done.<sentence>`` for people."""
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.values import phrase

    said = {name: phrase(value) for name, value in params.items()}
    tell_of_errors(opened, edits, how.day)
    wish = Wish(text(f"spending.commit.{sentence}", **said)) if how.commit else None
    if write(opened.folder, edits, wish, dry_run=how.dry_run):
        say(f"spending.done.{sentence}", **said)
    return Exit.FINE


def tell_of_errors(opened: "Opened", edits: "Sequence[Edit]", day: date) -> None:
    """Says which sums would no longer hold; that is no reason not to write down what happened."""
    from ikonzept.commands.consequences import after, broken
    from ikonzept.render.findings import message_of

    for message in dict.fromkeys(map(message_of, broken(opened, after(opened, edits), day))):
        say_aside("spending.breaks", message=message)
