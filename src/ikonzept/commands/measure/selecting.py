"""Which measures are meant: the options that ``measure list`` and its sisters share, and what they mean together."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields
from ikonzept.commands.options import say_aside
from ikonzept.model.words import MeasureColumn, MeasureKind, Status
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.model.concept import Concept
    from ikonzept.reports.measure_list import Filter

Field = Annotated[
    str | None,
    typer.Option(
        "--field", metavar="ID", help=text("measure.option.field"), autocompletion=action_fields, show_default=False
    ),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option("--status", metavar="STATUS", help=text("measure.option.status"), show_default=False),
]
Kind = Annotated[MeasureKind | None, typer.Option("--kind", help=text("measure.option.kind"), show_default=False)]
Lead = Annotated[str | None, typer.Option("--lead", metavar="ID", help=text("measure.option.lead"), show_default=False)]
Participant = Annotated[
    str | None, typer.Option("--participant", metavar="ID", help=text("measure.option.participant"), show_default=False)
]
Overdue = Annotated[bool, typer.Option("--overdue", help=text("measure.option.overdue"))]
Stale = Annotated[bool, typer.Option("--stale", help=text("measure.option.stale"))]
WithoutBudget = Annotated[bool, typer.Option("--without-budget", help=text("measure.option.without_budget"))]
Words = Annotated[
    str | None, typer.Option("--text", metavar="WORTE", help=text("measure.option.text"), show_default=False)
]
Sort = Annotated[MeasureColumn, typer.Option("--sort", help=text("measure.option.sort"))]
Reverse = Annotated[bool, typer.Option("--reverse", help=text("measure.option.reverse"))]


def folded(words: str | None) -> tuple[str, ...]:
    """The words that all must occur."""
    return tuple((words or "").casefold().split())


def open_measures(repo: Path | None) -> "Opened":
    """The working tree, of which only is read what measures are made of: themselves, their fields and their money.

    Files that cannot be read are told.
    """
    from ikonzept import loader, sources
    from ikonzept.commands.opening import Opened
    from ikonzept.model.words import MANIFEST, Noun

    folder = loader.find_concept(repo or Path())
    tree = sources.Tree(folder)
    folders = tuple(f"{noun.folder}/" for noun in (Noun.MEASURE, Noun.ACTION_FIELD, Noun.FISCAL_YEAR))
    known = tree.paths().items()  # with their kinds: nothing is asked of the disk twice
    wanted = sources.Narrowed(
        tree, {path: kind for path, kind in known if path == MANIFEST or path.startswith(folders)}
    )
    opened = Opened(folder, wanted, loader.load(wanted))
    for path in sorted(opened.loaded.unreadable):
        say_aside("measure.unreadable", path=path)
    return opened


def refuse_unknown(concept: "Concept", wanted: "Filter") -> None:
    """Ids that do not exist are refused with the nearest."""
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    known_id(concept, (Kind.ACTION_FIELD,), wanted.field, "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), wanted.lead, "--lead")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), wanted.participant, "--participant")
