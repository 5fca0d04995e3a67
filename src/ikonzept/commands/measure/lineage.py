"""``ikonzept measure merge`` and ``split``: measures go over into others, and all that names the old ones stays."""

from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields, measures
from ikonzept.commands.measure.passage import Passage, arrivals, departures, refuse
from ikonzept.commands.measure.reshaping import EditionId
from ikonzept.commands.measure.steps import Day, PaperNumber
from ikonzept.commands.options import (
    AsOf,
    Repo,
    day_of,
    day_or_today,
    interactive,
    listed,
    on_one_line,
    say,
    say_aside,
    worded,
)
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import LineageKind, MeasureKind, Status
from ikonzept.texts import text
from ikonzept.values import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ikonzept.commands.measure.passage import Arrival
    from ikonzept.commands.opening import Opened

Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=text("lineage.option.reason"), show_default=False)
]
Begins = Annotated[
    Status | None,
    typer.Option("--status", metavar="STATUS", help=text("lineage.option.status"), show_default=False),
]
NoInput = Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))]


def merge(
    names: Annotated[
        list[str], typer.Argument(metavar="A B …", help=text("lineage.option.sources"), autocompletion=measures)
    ],
    into: Annotated[
        str, typer.Option("--into", metavar="C", help=text("lineage.option.into"), autocompletion=measures)
    ],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=text("lineage.option.title"), show_default=False)
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field", metavar="ID", help=text("lineage.option.field"), autocompletion=action_fields, show_default=False
        ),
    ] = None,
    kind: Annotated[
        MeasureKind | None, typer.Option("--kind", help=text("lineage.option.kind"), show_default=False)
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="ID", help=text("lineage.option.lead"), show_default=False)
    ] = None,
    status: Begins = None,
    reason: Reason = None,
    date: Day = None,
    vorlage: PaperNumber = None,
    edition: EditionId = None,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Measures become one: the old ones end with ``übergegangen``, the new one names them as its Herkunft."""
    passage = Passage(
        kind=LineageKind.MERGED,
        sources=listed(names),
        targets=listed([into]),
        titles=(said,) if (said := on_one_line(title, "--title")) else (),
        given={"field": field, "kind": kind, "lead": lead},
        status=status,
        day=day_or_today(date, as_of),
        today=day_of(as_of),
        reason=worded(reason, "--reason"),
        paper=worded(vorlage, "--vorlage"),
    )
    return _go_over(passage, edition, repo, asking=interactive() and not no_input, dry_run=dry_run, commit=commit)


def split(
    names: Annotated[
        list[str], typer.Argument(metavar="A", help=text("lineage.option.source"), autocompletion=measures)
    ],
    into: Annotated[
        list[str], typer.Option("--into", metavar="B C …", help=text("lineage.option.parts"), autocompletion=measures)
    ],
    title: Annotated[
        list[str] | None,
        typer.Option("--title", metavar="TEXT", help=text("lineage.option.titles"), show_default=False),
    ] = None,
    status: Begins = None,
    reason: Reason = None,
    date: Day = None,
    vorlage: PaperNumber = None,
    edition: EditionId = None,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: NoInput = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """A measure becomes several: the old one ends with ``übergegangen``, each new one names it as its Herkunft."""
    source, *others = listed(names)  # ``--into B C``: the shell gives C as an argument
    passage = Passage(
        kind=LineageKind.SPLIT,
        sources=(source,),
        targets=listed((*into, *others)),
        titles=tuple(said for one in title or () if (said := on_one_line(one, "--title"))),
        given={},
        status=status,
        day=day_or_today(date, as_of),
        today=day_of(as_of),
        reason=worded(reason, "--reason"),
        paper=worded(vorlage, "--vorlage"),
        bare=frozenset(others) - frozenset(into),
    )
    if len(passage.targets) == 1:
        raise IkonzeptError("lineage-one-part", exit_code=Exit.USAGE, id=source, into=passage.targets[0])
    return _go_over(passage, edition, repo, asking=interactive() and not no_input, dry_run=dry_run, commit=commit)


def _go_over(passage: Passage, edition: str | None, repo: Repo, *, asking: bool, dry_run: bool, commit: bool) -> int:
    """Every file that a passage means, in one transaction."""
    from ikonzept.commands import consequences
    from ikonzept.commands.measure.reasons import edition_meant, reason_given
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.measure import Descent

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    refuse(opened, passage)
    draft = edition_meant(opened, edition)
    descent = Descent(passage.kind, passage.sources, draft.id if draft else None)
    reasons = dict.fromkeys(passage.targets, passage.reason) if passage.reason and draft else {}
    arrived = list(arrivals(opened, passage, descent, asking=asking))
    edits = [one.edit for one in arrived if one.edit]
    edits += [*departures(opened, passage), *reason_given(opened, draft, reasons)]
    consequences.refuse(opened, edits, passage.today)
    word, old, new = passage.kind.name.lower(), phrase(passage.sources), phrase(tuple(map(str, arrived)))
    wish = Wish(text(f"lineage.commit.{word}", old=old, new=new)) if commit and edits else None
    if write(opened.folder, edits, wish, dry_run=dry_run):
        say(f"lineage.done.{word}", old=old, new=new, first=passage.targets[0], n=len(passage.sources))
    if edits:
        _tell_what_is_left(opened, passage, arrived)
    return Exit.FINE


def _tell_what_is_left(opened: "Opened", passage: Passage, arrived: "Sequence[Arrival]") -> None:
    """What people have to do besides: say why, fill in the new measures, look after the money of the old ones."""
    from ikonzept.commands.measure.money import tell_of_money

    new = tuple(one.id for one in arrived if one.edit and one.edit.before is None)
    if passage.reason is None:
        say_aside("lineage.no_reason")
    if new:
        say_aside("lineage.fill_in", ids=new, first=new[0], n=len(new))
    tell_of_money(opened.loaded.concept, passage.sources, passage.today)
