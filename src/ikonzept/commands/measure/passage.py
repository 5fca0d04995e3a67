"""Measures that go over into others: what cannot be, and the files that change, the old ones' and the new ones'."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  as the option that gives it
from typing import TYPE_CHECKING, Any, NamedTuple

from ikonzept.commands.measure.ids import free_for_measure
from ikonzept.commands.measure.prompts import possible_ids, prompted
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import MANIFEST, LineageKind, MeasureKind, Status

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.edits.measure import Descent, NewMeasure
    from ikonzept.model.concept import Concept
    from ikonzept.model.measure import Measure


@dataclass(frozen=True, slots=True)
class Passage:
    """Which measures go over into which, and what is said of it; of a new one what differs from the old."""

    kind: LineageKind
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    titles: tuple[str, ...]
    given: Mapping[str, str | None]
    status: Status | None
    day: Date
    today: Date
    reason: str | None
    paper: str | None
    bare: frozenset[str] = frozenset()
    """Ids that no option names: new ones, for one that is there could be meant to be split, or to be a part."""


# --- what cannot be ------------------------------------------------------------------------------------------------


def refuse(opened: "Opened", passage: Passage) -> None:
    """Measures that there are not, that cannot be read, or that would come out of themselves."""
    from ikonzept.commands.measure.refusals import known_measures, refuse_unknown_paper
    from ikonzept.reports.lineage import successors

    concept = opened.loaded.concept
    if concept.manifest is None:
        raise IkonzeptError("thing-unreadable", path=MANIFEST)
    for measure in known_measures(opened.source, opened.loaded, passage.sources):
        _refuse_source(concept, measure, passage)
    refuse_unknown_paper(opened.source, opened.loaded, passage.paper)
    for name in passage.targets:
        if name in passage.sources:
            raise IkonzeptError("lineage-itself", exit_code=Exit.USAGE, id=name)
        later = {heir.id for heir in successors(concept, name)}
        if circle := [source for source in passage.sources if source in later]:
            raise IkonzeptError("lineage-back", exit_code=Exit.USAGE, id=name, later=circle)
        there = concept.measures.get(name)
        if there and name in passage.bare and not _comes_from(there, passage):
            raise IkonzeptError("lineage-bare", exit_code=Exit.USAGE, id=passage.sources[0], there=name)
        if there:
            _refuse_target(there, passage, concept.path(there))


def _refuse_source(concept: "Concept", measure: "Measure", passage: Passage) -> None:
    """What went over into others is told where it went; it does not go over once more."""
    from ikonzept.reports.lineage import heirs

    known = heirs(concept.measures).get(measure.id, ())
    if measure.status_on(Date.max) is Status.MERGED and known and not set(passage.targets) <= set(known):
        raise IkonzeptError("lineage-gone", exit_code=Exit.USAGE, id=measure.id, heirs=known)


def _refuse_target(there: "Measure", passage: Passage, path: str) -> None:
    """A measure that there is already stays what it is, and has one Herkunft."""
    stands = {"field": there.action_field, "kind": there.kind, "lead": there.lead}
    others = [f"--{key}" for key, value in passage.given.items() if value and value != stands[key]]
    others += ["--status"] if passage.status else []
    if others:
        raise IkonzeptError("lineage-exists", exit_code=Exit.USAGE, id=there.id, title=there.title, options=others)
    status = there.status_on(Date.max)
    if status in _ENDED:
        raise IkonzeptError("lineage-ended", exit_code=Exit.USAGE, id=there.id, title=there.title, status=status)
    if there.lineage and there.lineage.kind is not passage.kind and not _comes_from(there, passage):
        raise IkonzeptError("lineage-other-kind", id=there.id, kind=there.lineage.kind, path=path)


_ENDED = frozenset((Status.MERGED, Status.DROPPED, Status.TRANSFERRED))


def _comes_from(measure: "Measure", passage: Passage) -> bool:
    """Whether a measure's Herkunft names all of these sources already."""
    return measure.lineage is not None and set(passage.sources) <= set(measure.lineage.sources)


# --- the files -----------------------------------------------------------------------------------------------------


def departures(opened: "Opened", passage: Passage) -> "Iterator[Edit]":
    """The measures that go over, each with the entry that says so, unless its Verlauf ends with one."""
    from ikonzept.commands.measure.refusals import refuse_steps_without_reason
    from ikonzept.commands.measure.steps import entered
    from ikonzept.edits.measure import NewStatusEntry

    concept = opened.loaded.concept
    entry = NewStatusEntry(passage.day, Status.MERGED, reason=passage.reason, paper=passage.paper)
    sources = (concept.measures[name] for name in passage.sources)
    going = [measure for measure in sources if measure.status_on(Date.max) is not Status.MERGED]
    for measure in going:
        last = max((one.date for one in measure.history), default=passage.day)
        if last > passage.day:
            raise IkonzeptError("lineage-later-entry", exit_code=Exit.USAGE, id=measure.id, day=last)
    refuse_steps_without_reason(going, entry)
    for measure in going:
        yield entered(opened.folder, opened.loaded, measure, entry)


class Arrival(NamedTuple):
    """A measure that others go over into; no edit where its Herkunft names them already."""

    id: str
    title: str
    edit: "Edit | None"

    def __str__(self) -> str:
        return f"{self.id} {self.title}"


def arrivals(opened: "Opened", passage: Passage, descent: "Descent", *, asking: bool) -> Iterator[Arrival]:
    """The measures that the old ones go over into: new files, or files that name them now."""
    from ikonzept.edits.measure import begun

    concept, titles = opened.loaded.concept, list(passage.titles)
    for name in passage.targets:
        there = concept.measures.get(name)
        if there is None:
            free_for_measure(opened, name)
            new = _new(opened, passage, descent, name, titles.pop(0) if titles else None, asking=asking)
            yield Arrival(name, new.title, begun(new))
            continue
        if there.title in titles:
            titles.remove(there.title)
        yield Arrival(name, there.title, None if _comes_from(there, passage) else _named(opened, there, descent))
    if titles:
        raise IkonzeptError("lineage-titles", exit_code=Exit.USAGE, titles=titles)


def _named(opened: "Opened", there: "Measure", descent: "Descent") -> "Edit":
    from ikonzept.edits.measure import descended

    path = opened.loaded.concept.path(there)
    try:
        return descended(path, (opened.folder / path).read_bytes(), there, descent)
    except KeyError:
        raise IkonzeptError("lineage-in-braces", path=path, sources=descent.sources) from None


def _new(
    opened: "Opened", passage: Passage, descent: "Descent", name: str, title: str | None, *, asking: bool
) -> "NewMeasure":
    """A measure that begins with what its sources have in common; what they differ in is said by options or asked."""
    from ikonzept.edits.measure import NewMeasure

    concept = opened.loaded.concept
    sources = [concept.measures[one] for one in passage.sources]
    said = _said_of(opened, passage, sources, name, title, asking=asking)
    leads = [measure.lead for measure in sources]
    taking_part = dict.fromkeys((*leads, *(one for measure in sources for one in measure.participants)))
    groups = {measure.target_group for measure in sources}
    return NewMeasure(
        id=name,
        title=said["title"],
        field=said["field"],
        kind=MeasureKind(said["kind"]),
        lead=said["lead"],
        day=passage.day,
        status=passage.status or Status.PROPOSED,
        goals=_all(measure.goals for measure in sources),
        participants=tuple(one for one in taking_part if one != said["lead"]),
        target_group=groups.pop() if len(groups) == 1 else None,
        indicators=_all(measure.indicators for measure in sources),
        descent=descent,
    )


def _all(lists: "Iterator[tuple[str, ...]]") -> tuple[str, ...]:
    """The ids of several lists, each once."""
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _said_of(
    opened: "Opened", passage: Passage, sources: "Sequence[Measure]", name: str, title: str | None, *, asking: bool
) -> dict[str, Any]:
    """Title, field, kind and lead of a new measure: given, the same for all sources, or asked for."""
    from ikonzept.commands.opening import known_id
    from ikonzept.model.words import Kind

    concept = opened.loaded.concept
    said: dict[str, Any] = {"title": title, **{key: passage.given.get(key) for key in ("field", "kind", "lead")}}
    for key, attribute in (("field", "action_field"), ("kind", "kind"), ("lead", "lead")):
        known = {getattr(measure, attribute) for measure in sources}
        said[key] = said[key] or (known.pop() if len(known) == 1 else None)
    missing = [key for key, value in said.items() if not value]
    if missing and not asking:
        options = tuple(f"--{key}" for key in missing)
        raise IkonzeptError("lineage-missing", exit_code=Exit.USAGE, id=name, options=options)
    for key in missing:
        said[key] = prompted(key, possible_ids(concept, key), name)
    known_id(concept, (Kind.ACTION_FIELD,), said["field"], "--field")
    known_id(concept, (Kind.UNIT, Kind.ACTOR), said["lead"], "--lead")
    return said
