"""An id is never used again: since an earlier state, and since whatever was deleted before it (``format.md``)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ikonzept.checks.case import Case, Check, Former, Since
from ikonzept.checks.numbers import moved_names
from ikonzept.checks.sameness import came_apart, is_another, quoted, says_otherwise
from ikonzept.findings import Finding, Place, error, warning
from ikonzept.model.action_field import Goal
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.event import Submission
from ikonzept.model.fields import Record
from ikonzept.model.paper import Paper
from ikonzept.model.words import MANIFEST, EditionStatus, Kind
from ikonzept.reports import things

_NUMBERED = {Kind.GOAL: "number", Kind.SUBMISSION: "number", Kind.LINE: "id"}
"""Kinds whose id stands in a field."""
_PARTIES = frozenset((Kind.UNIT, Kind.ACTOR))
"""Whoever was an actor may become a unit, and the other way round: it is the same party."""


class _Held(NamedTuple):
    """An id that is borne now and named something before."""

    name: str
    kind: Kind
    thing: Any
    before: Former


def id_reused(case: Case) -> Iterator[Finding]:
    """An id names what it always named: no other kind of thing, and none of which nothing has stayed."""
    for held in _held(case):
        if held.kind is not held.before.kind or _is_another(held.before.thing, held.thing):
            yield error(
                "id-reused",
                _place(case.concept, held),
                id=held.name,
                former=_title(held.before.thing),
                where=held.before.path,
                title=_title(held.thing),
            )


def id_taken(case: Case) -> Iterator[Finding]:
    """An id of a new file does not name something else on the branch with which is compared."""
    for name, other in sorted(case.since.meanwhile.items()) if case.since else ():
        thing = case.concept.ids(other.kind).get(name)
        if case.since and thing is not None and came_apart(other.thing, thing):
            said = {"branch": case.since.name, "former": _title(other.thing), "title": _title(thing)}
            yield error("id-taken", replace(case.concept.place(thing), on_key=True), id=name, **said)


def _is_another(before: Record, now: Any) -> bool:  # noqa: ANN401
    """Whether it is; where an adopted edition would be, every field that differs is told elsewhere."""
    is_fixed = isinstance(before, Edition) and before.status is EditionStatus.ADOPTED
    return not is_fixed and is_another(before, now)


def number_text_replaced(case: Case) -> Iterator[Finding]:
    """A goal or Anregung of which no more than a text is known does not say something else under its number."""
    for held in _held(case):
        before, now = held.before.thing, held.thing
        if isinstance(before, (Goal, Submission)) and type(before) is type(now) and says_otherwise(before, now):
            place = case.concept.place(now, "text")
            yield warning("number-text-replaced", place, id=held.name, before=quoted(before.text))


def _held(case: Case) -> Iterator[_Held]:
    """Every id whose file differs, with what it named before; of what is used twice now another rule tells."""
    if case.since is None:
        return
    moved = moved_names(case)
    for name, before in sorted(_borne(case.since).items()):
        if name in moved:  # what stood under this number stands under another: that is told by itself
            continue
        now: dict[Kind, Any] = {
            kind: thing for kind in _KINDS if (thing := case.concept.ids(kind).get(name)) is not None
        }
        for kind, thing in now.items():
            if kind in before:
                yield _Held(name, kind, thing, before[kind])
            elif _differs(case, kind, thing) and not _goes_on(before, kind, now):
                yield _Held(name, kind, thing, next(iter(before.values())))


def _goes_on(before: Mapping[Kind, Former], kind: Kind, now: Mapping[Kind, Any]) -> bool:
    """Whether what the id named still bears it, or is the same party in another list."""
    return not before.keys().isdisjoint(now) or (kind in _PARTIES and not _PARTIES.isdisjoint(before))


def _borne(since: Since) -> Mapping[str, Mapping[Kind, Former]]:
    """What each id named at that state, or before it where it was free then."""
    found: dict[str, dict[Kind, Former]] = defaultdict(dict)
    for kind in _KINDS:
        for name, thing in since.concept.ids(kind).items():
            found[name][kind] = Former(kind, thing, _path(since.concept, thing))
    for name, former in since.former.items():
        if name not in found:
            found[name][former.kind] = former
    return found


def _differs(case: Case, kind: Kind, thing: Any) -> bool:  # noqa: ANN401  one of our records, or a text
    """Whether the id is new: its file is, or it is a key in ``konzept.yaml`` that was not there."""
    return kind in _KEYS or (case.since is not None and _path(case.concept, thing) in case.since.changed)


def _path(concept: Concept, thing: Any) -> str:  # noqa: ANN401
    return concept.place(thing).path if isinstance(thing, Record) else MANIFEST


def _title(thing: Any) -> str:  # noqa: ANN401
    """What a thing is called; of a Vorlage its number, for its subject may not be public."""
    return thing.printed if isinstance(thing, Paper) else quoted(things.title_of(thing))


def _place(concept: Concept, held: _Held) -> Place:
    if held.kind in _NUMBERED:
        return concept.place(held.thing, _NUMBERED[held.kind])
    if held.kind is Kind.QUESTION and concept.manifest:
        return replace(concept.place(concept.manifest, "guiding_questions", held.name), on_key=True)
    return replace(concept.place(held.thing), on_key=True)


_KEYS = frozenset((Kind.UNIT, Kind.ACTOR, Kind.COMMITTEE, Kind.QUESTION))
_KINDS = tuple(kind for kind in Kind if kind is not Kind.ACCOUNT)

CHECKS: tuple[Check, ...] = (id_reused, id_taken, number_text_replaced)
