"""``ikonzept measure rename`` and ``move``: one field of a measure says something else, and the edition says why."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import action_fields, editions
from ikonzept.commands.measure.refusals import known_measure
from ikonzept.commands.measure.steps import Name, paths_of
from ikonzept.commands.options import Repo, say, say_aside, worded
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.model.measure import Measure

Because = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=text("steps.option.because"), show_default=False)
]
EditionId = Annotated[
    str | None,
    typer.Option(
        "--edition", metavar="ID", help=text("steps.option.edition"), autocompletion=editions, show_default=False
    ),
]


def rename(
    name: Name,
    title: Annotated[str, typer.Argument(metavar="TITEL", help=text("steps.option.title"))],
    reason: Because = None,
    edition: EditionId = None,
    repo: Repo = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Gives a measure another title; its id, and all that refers to it, stay."""
    if not title.strip():
        raise IkonzeptError("steps-no-title", exit_code=Exit.USAGE)
    new = _Reshaped(name, "title", " ".join(title.split()), worded(reason, "--reason"), edition)
    return _reshape(new, repo, dry_run=dry_run, commit=commit)


def move(
    name: Name,
    field: Annotated[
        str, typer.Option("--field", metavar="ID", help=text("steps.option.field"), autocompletion=action_fields)
    ],
    reason: Because = None,
    edition: EditionId = None,
    repo: Repo = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Moves a measure to another field of action; the goals that it served there stay, and are told."""
    new = _Reshaped(name, "action_field", field, worded(reason, "--reason"), edition)
    return _reshape(new, repo, dry_run=dry_run, commit=commit)


@dataclass(frozen=True, slots=True)
class _Reshaped:
    """One field of one measure, what it is to say, and why; the edition that says so."""

    name: str
    field: str
    value: str
    reason: str | None
    edition: str | None


def _reshape(new: _Reshaped, repo: Path | None, *, dry_run: bool, commit: bool) -> int:
    """One field of one measure says something else."""
    from ikonzept.commands.opening import known_id
    from ikonzept.commands.writing import resumed, write
    from ikonzept.commits import Wish
    from ikonzept.loader import find_concept
    from ikonzept.model.words import Kind

    folder = find_concept(repo or Path())
    if resumed(folder):
        return Exit.FINE
    opened = _opened(folder, new)
    measure = known_measure(opened.source, opened.loaded, new.name)
    if new.field == "action_field":
        known_id(opened.loaded.concept, (Kind.ACTION_FIELD,), new.value, "--field")
        if new.value != measure.action_field:
            _tell_of_goals(measure, new.value)
    params = {"id": new.name, "old": getattr(measure, new.field), "new": new.value}
    edits = [*_changed(opened, measure, new), *_reasons(opened, new)]
    wish = Wish(text(f"steps.commit.{new.field}", **params)) if commit and edits else None
    if write(folder, edits, wish, dry_run=dry_run):
        say(f"steps.done.{new.field}" if params["old"] != new.value else "steps.done.reason", **params)
    return Exit.FINE


def _opened(folder: Path, new: _Reshaped) -> "Opened":
    """What is read: the measure, the editions, and the fields of action where one is asked for."""
    from ikonzept.commands.opening import open_some
    from ikonzept.model.words import Noun

    nouns = [Noun.EDITION, *([Noun.ACTION_FIELD] if new.field == "action_field" else [])]
    return open_some(folder, nouns, paths_of([new.name], None))


def _changed(opened: "Opened", measure: "Measure", new: _Reshaped) -> "Iterator[Edit]":
    from ikonzept.edits.measure import changed

    if getattr(measure, new.field) != new.value:
        path = opened.loaded.concept.path(measure)
        yield changed(path, (opened.folder / path).read_bytes(), new.field, new.value)


def _reasons(opened: "Opened", new: _Reshaped) -> "Iterator[Edit]":
    from ikonzept.commands.measure.reasons import edition_meant, reason_given

    if new.edition and not new.reason:
        raise IkonzeptError("reasons-none", exit_code=Exit.USAGE, edition=new.edition)
    if new.reason:
        yield from reason_given(opened, edition_meant(opened, new.edition), {new.name: new.reason})
    elif not opened.loaded.concept.open_editions:
        say_aside("reasons.no_edition")


def _tell_of_goals(measure: "Measure", field: str) -> None:
    """The goals of other fields that a measure goes on serving: people decide whether that is meant."""
    left = [goal for goal in measure.goals if goal.rpartition(".")[0] != field]
    if left:
        say_aside("steps.goals", id=measure.id, goals=left, n=len(left))
