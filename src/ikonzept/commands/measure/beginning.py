"""``ikonzept measure add``: a new measure, out of a workshop or out of an idea."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ikonzept.commands.complete import action_fields
from ikonzept.commands.options import AsOf, Repo, day_given, day_of, interactive, say
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MeasureKind
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.edits.measure import NewMeasure
    from ikonzept.model.concept import Concept
    from ikonzept.model.event import Event


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
    source: Annotated[str | None, _text("from", "ANREGUNG")] = None,
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
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.measure import NewMeasure, begun

    opened = open_for_writing(repo)
    if opened is None:
        return Exit.FINE
    concept = opened.loaded.concept
    given = _complete(
        {"title": title, "field": field, "kind": kind, "lead": lead}, concept, asking=interactive() and not no_input
    )
    _check_ids(concept, given, goal or (), participant or ())
    new = NewMeasure(
        id=name or free_id(taken(opened)),
        title=given["title"],
        field=given["field"],
        kind=MeasureKind(given["kind"]),
        lead=given["lead"],
        day=day_of(as_of),
        goals=tuple(goal or ()),
        participants=tuple(participant or ()),
        target_group=target_group,
        begin=day_given(begin, "--begin") if begin else None,
        end=day_given(end, "--end") if end else None,
        description=description,
        submission=source,
    )
    if _is_there(opened, new, chosen=name):
        say("writing.unchanged")
        return Exit.FINE
    edits = [begun(new), *_linked(opened, new)]
    wish = Wish(text("adding.commit", id=new.id, title=new.title)) if commit else None
    if write(opened.folder, edits, wish, dry_run=dry_run):
        say("adding.done", id=new.id, path=edits[0].path)
    return Exit.FINE


def taken(opened: "Opened") -> "list[str]":
    """The ids that have a file, also one that cannot be read."""
    from ikonzept.model.files import identifier_of, noun_of
    from ikonzept.model.words import Noun

    return [identifier_of(path, Noun.MEASURE) for path in opened.loaded.files if noun_of(path) is Noun.MEASURE]


def free_id(known: "Sequence[str]") -> str:
    """The next free id of a measure: as the highest one is written, and one more."""
    numbers = [
        (int(found[2]), found[1], len(found[2])) for name in known if (found := re.fullmatch(r"(\D*?)(\d+)", name))
    ]
    highest, stem, width = max(numbers, default=(0, "M-", 3))
    return f"{stem}{highest + 1:0{width}}"


def free_for_measure(opened: "Opened", name: str) -> None:
    """Raises ``IkonzeptError`` where an id is none, or something has it already; ids are unique over all kinds."""
    from ikonzept.model.fields import is_id
    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun
    from ikonzept.reports import things

    if not is_id(name):
        raise IkonzeptError("adding-id", exit_code=Exit.USAGE, name=name)
    found = things.find(opened.loaded.concept, name)
    if found is not None:
        title = things.title_of(found.thing)
        raise IkonzeptError("adding-id-taken", exit_code=Exit.USAGE, id=name, title=title)
    if name in taken(opened):
        raise IkonzeptError("steps-unreadable", path=path_of(Noun.MEASURE, name))


def _complete(given: "dict[str, Any]", concept: "Concept", *, asking: bool) -> "dict[str, Any]":
    """What every measure has; what no option gave is asked for on a terminal."""
    missing = [name for name, value in given.items() if not value]
    if missing and not asking:
        raise IkonzeptError("adding-missing", exit_code=Exit.USAGE, options=tuple(f"--{name}" for name in missing))
    for name in missing:
        given[name] = prompted(name, possible_ids(concept, name))
    return given


def possible_ids(concept: "Concept", name: str) -> "dict[str, str]":
    """What can be answered: each id, or word, and what it means."""
    manifest = concept.manifest
    if name == "field":
        return {one.id: one.title for one in concept.action_fields.values()}
    if name == "lead" and manifest:
        return {key: party.name for key, party in (*manifest.units.items(), *manifest.actors.items())}
    return dict.fromkeys(MeasureKind, "") if name == "kind" else {}


def prompted(name: str, possible: "dict[str, str]", subject: str | None = None) -> str:
    """One answer, of ``subject`` if several are asked about; what is none of those that are possible is asked again."""
    for key, meaning in possible.items():
        typer.echo(f"  {key}  {meaning}".rstrip())
    while True:
        question = text(f"adding.ask.{name}")
        answer: str = typer.prompt(f"{subject}: {question}" if subject else question).strip()
        if answer and (not possible or answer in possible):
            return answer
        typer.echo(text("adding.again"))


def _check_ids(
    concept: "Concept", given: "dict[str, Any]", goals: "Sequence[str]", participants: "Sequence[str]"
) -> None:
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    known_id(concept, (Kind.ACTION_FIELD,), given["field"], "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), given["lead"], "--lead")
    for one in participants:
        known_id(concept, (Kind.UNIT, Kind.ACTOR), one, "--participant")
    for goal in goals:
        known_id(concept, (Kind.GOAL,), goal, "--goal")


def _is_there(opened: "Opened", new: "NewMeasure", *, chosen: str | None) -> bool:
    """Whether there is this very measure; another one of the id that was asked for is refused."""
    concept = opened.loaded.concept
    same = [
        one
        for one in concept.measures.values()
        if (one.title, one.action_field, one.lead) == (new.title, new.field, new.lead)
    ]
    there = concept.measures.get(new.id)
    if there is None or there not in same:
        free_for_measure(opened, new.id)
    return there is not None if chosen else bool(same)


def _linked(opened: "Opened", new: "NewMeasure") -> "list[Edit]":
    """The event's file, in which the submission names what it led to."""
    from ikonzept.commands.opening import known_id
    from ikonzept.edits.measure import led_to
    from ikonzept.model.words import Kind

    if new.submission is None:
        return []
    concept = opened.loaded.concept
    known_id(concept, (Kind.SUBMISSION,), new.submission, "--from")
    name, _, number = new.submission.rpartition(".")
    event: Event = concept.events[name]
    path = concept.path(event)
    try:
        return [led_to(path, (opened.folder / path).read_bytes(), event, int(number), new.id)]
    except KeyError:
        raise IkonzeptError("adding-in-braces", path=path, submission=new.submission, id=new.id) from None
