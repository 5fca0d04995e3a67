"""``ikonzept measure add``: a new measure, out of a workshop or out of an idea."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ikonzept.commands.complete import action_fields
from ikonzept.commands.measure.ids import free_for_measure, free_id, taken
from ikonzept.commands.measure.prompts import possible_ids, prompted
from ikonzept.commands.options import AsOf, Repo, day_given, day_of, interactive, on_one_line, say, worded
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MANIFEST, MeasureKind
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.edits.measure import NewMeasure
    from ikonzept.model.concept import Concept
    from ikonzept.model.event import Event
    from ikonzept.model.measure import Measure


def _text(name: str, metavar: str = "TEXT") -> Any:  # noqa: ANN401  as typer's own Option
    return typer.Option(
        f"--{name}", metavar=metavar, help=text(f"adding.option.{name.replace('-', '_')}"), show_default=False
    )


def add(
    title: Annotated[str | None, _text("title")] = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field", metavar="ID", help=text("adding.option.field"), autocompletion=action_fields, show_default=False
        ),
    ] = None,
    kind: Annotated[
        MeasureKind | None, typer.Option("--kind", help=text("adding.option.kind"), show_default=False)
    ] = None,
    lead: Annotated[str | None, _text("lead", "ID")] = None,
    source: Annotated[list[str] | None, _text("from", "ANREGUNG")] = None,
    goal: Annotated[list[str] | None, _text("goal", "ID")] = None,
    participant: Annotated[list[str] | None, _text("participant", "ID")] = None,
    target_group: Annotated[str | None, _text("target-group")] = None,
    begin: Annotated[str | None, _text("begin", "DATUM")] = None,
    end: Annotated[str | None, _text("end", "DATUM")] = None,
    description: Annotated[str | None, _text("description")] = None,
    name: Annotated[str | None, _text("id", "ID")] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))] = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Begins a measure; with ``--from`` it names its submission, and the submission names it."""
    from ikonzept.commands import consequences
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.measure import NewMeasure, begun

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    concept = opened.loaded.concept
    if concept.manifest is None:
        raise IkonzeptError("thing-unreadable", path=MANIFEST)
    asked = {"title": on_one_line(title, "--title"), "field": field, "kind": kind, "lead": worded(lead, "--lead")}
    given = _complete(asked, concept, asking=interactive() and not no_input)
    _check_ids(concept, given, goal or (), participant or (), source or ())
    new = NewMeasure(
        id=name or free_id(taken(opened)),
        title=given["title"],
        field=given["field"],
        kind=MeasureKind(given["kind"]),
        lead=given["lead"],
        day=day_of(as_of),
        goals=tuple(dict.fromkeys(goal or ())),
        participants=tuple(one for one in dict.fromkeys(participant or ()) if one != given["lead"]),
        target_group=worded(target_group, "--target-group"),
        begin=day_given(begin, "--begin") if begin is not None else None,
        end=day_given(end, "--end") if end is not None else None,
        description=worded(description, "--description"),
        submissions=tuple(dict.fromkeys(source or ())),
    )
    if _is_there(opened, new, chosen=name):
        say("writing.unchanged")
        return Exit.FINE
    edits = [begun(new), *_linked(opened, new)]
    consequences.refuse(opened, edits, new.day)
    wish = Wish(text("adding.commit", id=new.id, title=new.title)) if commit else None
    if write(opened.folder, edits, wish, dry_run=dry_run):
        say("adding.done", id=new.id, path=edits[0].path)
    return Exit.FINE


def _complete(given: "dict[str, Any]", concept: "Concept", *, asking: bool) -> "dict[str, Any]":
    """What every measure has; what no option gave is asked for on a terminal."""
    missing = [name for name, value in given.items() if not value]
    if missing and not asking:
        raise IkonzeptError("adding-missing", exit_code=Exit.USAGE, options=tuple(f"--{name}" for name in missing))
    for name in missing:
        given[name] = prompted(name, possible_ids(concept, name))
    return given


def _check_ids(
    concept: "Concept",
    given: "dict[str, Any]",
    goals: "Sequence[str]",
    participants: "Sequence[str]",
    submissions: "Sequence[str]",
) -> None:
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    known_id(concept, (Kind.ACTION_FIELD,), given["field"], "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), given["lead"], "--lead")
    for one in participants:
        known_id(concept, (Kind.UNIT, Kind.ACTOR), one, "--participant")
    for goal in goals:
        known_id(concept, (Kind.GOAL,), goal, "--goal")
    for submission in submissions:
        known_id(concept, (Kind.SUBMISSION,), submission, "--from")


def _is_there(opened: "Opened", new: "NewMeasure", *, chosen: str | None) -> bool:
    """Whether there is this very measure; one of the same title that says less or something else is refused."""
    there = next((one for one in opened.loaded.concept.measures.values() if _is_alike(one, new, chosen)), None)
    if there is None:
        free_for_measure(opened, new.id)
        return False
    if other := _differing(there, new):
        params = {"id": there.id, "title": there.title, "options": other, "n": len(other)}
        raise IkonzeptError("adding-there", exit_code=Exit.USAGE, **params)
    return True


def _is_alike(one: "Measure", new: "NewMeasure", chosen: str | None) -> bool:
    same = (one.title, one.action_field, one.lead) == (new.title, new.field, new.lead)
    return same and chosen in {None, one.id}


def _differing(there: "Measure", new: "NewMeasure") -> tuple[str, ...]:
    """The options that say something else than the measure that there is."""
    begin, end = (there.term.begin, there.term.end) if there.term else (None, None)
    said = {
        "--kind": new.kind is there.kind,
        "--goal": set(new.goals) <= set(there.goals),
        "--participant": set(new.participants) <= set(there.participants),
        "--from": set(new.submissions) <= set(there.submissions),
        "--target-group": new.target_group in {None, there.target_group},
        "--begin": new.begin in {None, begin},
        "--end": new.end in {None, end},
        "--description": new.description is None or new.description == (there.description or "").strip(),
    }
    return tuple(option for option, is_same in said.items() if not is_same)


def _linked(opened: "Opened", new: "NewMeasure") -> "list[Edit]":
    """The events' files, in which the submissions name what they led to."""
    from ikonzept.edits.measure import led_to

    concept = opened.loaded.concept
    edits: dict[str, Edit] = {}
    for submission in new.submissions:
        name, _, number = submission.rpartition(".")
        event: Event = concept.events[name]
        path = concept.path(event)
        before = edits.get(path)
        raw = before.after if before else (opened.folder / path).read_bytes()
        try:
            edit = led_to(path, raw or b"", event, int(number), new.id)
        except KeyError:
            raise IkonzeptError("adding-in-braces", path=path, submission=submission, id=new.id) from None
        edits[path] = replace(edit, before=before.before) if before else edit
    return list(edits.values())
