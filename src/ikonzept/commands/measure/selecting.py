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


def open_measures(repo: Path | None) -> "Opened":
    """The measures with their fields and their money, and nothing else; files that cannot be read are told."""
    from ikonzept.commands.opening import open_some
    from ikonzept.loader import find_concept
    from ikonzept.model.words import Noun

    opened = open_some(find_concept(repo or Path()), (Noun.MEASURE, Noun.ACTION_FIELD, Noun.FISCAL_YEAR))
    tell_unreadable(opened)
    return opened


def tell_unreadable(opened: "Opened") -> None:
    """Says which files are missing in what is shown."""
    for path in sorted(opened.loaded.unreadable):
        say_aside("measure.unreadable", path=path)


def meant(
    concept: "Concept",
    *,
    field: str | None = None,
    status: list[Status] | None = None,
    kind: MeasureKind | None = None,
    lead: str | None = None,
    participant: str | None = None,
    overdue: bool = False,
    stale: bool = False,
    without_budget: bool = False,
    words: str | None = None,
) -> "Filter":
    """What the options ask for together.

    Raises ``IkonzeptError`` with the nearest id for one that does not exist.
    """
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind as Known
    from ikonzept.reports.measure_list import Filter

    return Filter(
        field=known_id(concept, (Known.ACTION_FIELD,), field, "--field"),
        statuses=frozenset(status or ()),
        kind=kind,
        lead=known_id(concept, (Known.UNIT, Known.ACTOR), lead, "--lead"),
        participant=known_id(concept, (Known.UNIT, Known.ACTOR), participant, "--participant"),
        overdue=overdue,
        stale=stale,
        without_budget=without_budget,
        words=tuple((words or "").casefold().split()),
    )
