"""``ikonzept measure merge`` and ``split``: measures go over into others, and all that names the old ones stays."""

from typing import Annotated

import typer

from ikonzept.commands.complete import action_fields, measures
from ikonzept.commands.measure.passage import Passage, arrivals, departures, refuse
from ikonzept.commands.measure.reshaping import EditionId
from ikonzept.commands.measure.steps import Day, PaperNumber
from ikonzept.commands.options import AsOf, Repo, day_or_today, interactive, say
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import LineageKind, MeasureKind, Status
from ikonzept.texts import text
from ikonzept.values import phrase

Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=text("lineage.option.reason"), show_default=False)
]
Begins = Annotated[Status, typer.Option("--status", help=text("lineage.option.status"))]
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
    status: Begins = Status.PROPOSED,
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
        sources=tuple(dict.fromkeys(names)),
        targets=(into,),
        titles=(title,) if title else (),
        given={"field": field, "kind": kind, "lead": lead},
        status=status,
        day=day_or_today(date, as_of),
        reason=_said(reason),
        paper=vorlage,
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
    status: Begins = Status.PROPOSED,
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
    source, *others = names  # ``--into B C``: the shell gives C as an argument
    passage = Passage(
        kind=LineageKind.SPLIT,
        sources=(source,),
        targets=tuple(dict.fromkeys((*into, *others))),
        titles=tuple(title or ()),
        given={},
        status=status,
        day=day_or_today(date, as_of),
        reason=_said(reason),
        paper=vorlage,
    )
    if len(passage.targets) == 1:
        raise IkonzeptError("lineage-one-part", exit_code=Exit.USAGE, id=source, into=passage.targets[0])
    return _go_over(passage, edition, repo, asking=interactive() and not no_input, dry_run=dry_run, commit=commit)


def _said(reason: str | None) -> str | None:
    if reason is not None and not reason.strip():
        raise IkonzeptError("steps-no-reason", exit_code=Exit.USAGE)
    return reason.strip() if reason else None


def _go_over(passage: Passage, edition: str | None, repo: Repo, *, asking: bool, dry_run: bool, commit: bool) -> int:
    """Every file that a passage means, in one transaction."""
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
    word, old, new = passage.kind.name.lower(), phrase(passage.sources), phrase(tuple(map(str, arrived)))
    wish = Wish(text(f"lineage.commit.{word}", old=old, new=new)) if commit and edits else None
    if write(opened.folder, edits, wish, dry_run=dry_run):
        say(f"lineage.done.{word}", old=old, new=new, first=passage.targets[0], n=len(passage.sources))
    return Exit.FINE
