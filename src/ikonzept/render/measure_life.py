"""A measure's life: its Verlauf across those it came out of and went over into, then what git knows of its file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from ikonzept.render import data
from ikonzept.render.editions import life_steps
from ikonzept.render.terminal import clean, command, ends, hanging, shorten, wrapped
from ikonzept.reports.editions import Life
from ikonzept.reports.measure_life import Kin, MeasureLife, Origin, Relation, Told
from ikonzept.texts import text
from ikonzept.values import german_date

_DAY = 12
"""Where what happened begins beside its day."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed the measure, or what it went over into, and the edition that was adopted with it."""

    commit: str
    date: date
    author: str
    subject: str
    edition: str | None


@dataclass(frozen=True, slots=True)
class LogDocument:
    """The JSON of ``measure log``; ``revisions`` is ``None`` where git does not tell."""

    as_of: date
    life: MeasureLife
    revisions: tuple[Revision, ...] | None
    shallow: bool


def as_json(life: MeasureLife, revised: Life | None, as_of: date) -> str:
    """The whole life."""
    revisions = None
    if revised is not None:
        steps = ((step.revised, step.edition) for step in revised.steps)
        revisions = tuple(Revision(one.commit, one.day, one.author, one.subject, edition) for one, edition in steps)
    shallow = revised is not None and revised.shallow
    return data.document("measure-log", LogDocument(as_of, life, revisions, shallow))


def lines(life: MeasureLife, revised: Life | None, as_of: date, width: int) -> Iterator[Text]:
    """The whole life, oldest first."""
    yield ends(Text(shorten(f"{life.id} {life.title}", width), style="bold"), Text(life.path, style="dim"), width)
    status = text("life.status", status=life.status) if life.status else text("life.no_status")
    yield ends(Text(status), text("status.as_of", day=german_date(as_of)), width)
    yield from _kin(life.kin, width)
    if life.origins:
        yield Text("")
        yield Text(text("life.origins"), style="bold")
        yield from (_origin(one, life.id, width) for one in life.origins)
    yield Text("")
    yield Text(text("life.history"), style="bold")
    yield from _history(life, width)
    if revised is not None:
        yield Text("")
        yield Text(text("life.git"), style="bold")
        if revised.steps:
            yield from life_steps(revised, width)
        else:
            yield wrapped([text("life.uncommitted")], width, margin=2)
    yield command(f"show {life.id}", width)


def _kin(kin: Sequence[Kin], width: int) -> Iterator[Text]:
    for relation in (Relation.BEFORE, Relation.AFTER):
        names = [f"{one.id} {clean(one.title)}" for one in kin if one.relation is relation]
        if names:
            yield hanging(f"  {text(f'life.{relation}')}", names, width, indent=18)


def _origin(one: Origin, own: str, width: int) -> Text:
    whose = "" if one.measure == own else f"{one.measure}: "
    said = [f"{whose}{one.id}", clean(one.event), *([clean(one.author)] if one.author else [])]
    whole = f"{' · '.join(said)}: „{clean(one.text)}“"
    return hanging(f"  {german_date(one.date)}", whole.split(" "), width, indent=2 + _DAY, separator=" ")


def _history(life: MeasureLife, width: int) -> Iterator[Text]:
    if not life.told:
        yield wrapped(text("life.nothing").split(" "), width, margin=2, separator=" ")
    for entry in life.told:
        yield from _entry(entry, width)


def _entry(entry: Told, width: int) -> Iterator[Text]:
    """The day with whose it is and the status, below it what was said."""
    head = [] if entry.relation is Relation.OWN else [entry.measure]
    head += [entry.status] if entry.status else []
    paper = text("life.paper", number=entry.paper) if entry.paper else ""
    said = [part for part in (entry.report, text("life.reason", reason=entry.reason) if entry.reason else "") if part]
    if not entry.status and not paper and said:  # a Sachstand stands beside its day
        head, said = [*head, clean(said[0])], said[1:]
    label = f"  {german_date(entry.date)}"
    yield _headed(label, ": ".join(head), paper, width)
    for part in said:
        yield hanging("", clean(part).split(" "), width, indent=2 + _DAY, separator=" ")


def _headed(label: str, head: str, paper: str, width: int) -> Text:
    line = hanging(label, head.split(" "), width, indent=2 + _DAY, separator=" ")
    return ends(line, Text(paper, style="dim"), width) if paper else line
