"""Two concepts → everything that changed between them; pure, by id and lineage, never by title."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ikonzept.model.concept import Concept
from ikonzept.model.words import Kind
from ikonzept.prose.likeness import guesses
from ikonzept.reports.diff import goals, measures, things
from ikonzept.reports.diff.change import Change, Diff, Fact, Guess, Side, Unreadable
from ikonzept.reports.diff.money import money
from ikonzept.reports.diff.sides import Sides

_GUESSED = frozenset((Kind.MEASURE.value, Kind.GOAL.value, Kind.CHAPTER.value, Kind.LINE.value, Kind.SUBMISSION.value))
"""Things whose id a person may have changed by mistake: what went may be what came."""


def compare(sides: Sides, old: Side, new: Side, contained: Callable[[str], bool] = lambda _: True) -> Diff:
    """Everything that changed; ``contained`` says whether an adopted edition contains a measure."""
    found = [*measures.changes(sides, contained), *goals.changes(sides), *things.changes(sides)]
    newest = sides.new.manifest or sides.old.manifest
    return Diff(
        title=newest.title if newest else "",
        old=old,
        new=new,
        changes=tuple(_guessed(map(_explained, found), sides)),
        money=money(sides),
        unreadable=tuple(_unreadable(sides)),
        groups=_groups(sides),
        names=_names(sides),
        summary=sides.summary(),
    )


def _explained(change: Change) -> Change:
    """The change without the edition's Begründung where nothing of it is what the edition adopts."""
    kept = tuple(item for item in change.reasons if change.content or item.source != "edition")
    return replace(change, reasons=kept) if len(kept) < len(change.reasons) else change


def _groups(sides: Sides) -> Mapping[str, str]:
    """The titles of fields of action and events, the newer ones first."""
    found: dict[str, str] = {}
    for concept in (sides.old, sides.new):
        found |= {name: field.title for name, field in concept.action_fields.items()}
        found |= {name: event.title for name, event in concept.events.items()}
    return found


def _names(sides: Sides) -> Mapping[str, str]:
    """What stands for an id where people read, the newer names first."""
    found: dict[str, str] = {}
    for concept in (sides.old, sides.new):
        found |= {name: field.title for name, field in concept.action_fields.items()}
        for kind in (Kind.UNIT, Kind.ACTOR, Kind.COMMITTEE):
            found |= {name: party.name for name, party in concept.ids(kind).items()}
    return found


def _unreadable(sides: Sides) -> Iterator[Unreadable]:
    for path in sorted(sides.unreadable_old | sides.unreadable_new):
        yield Unreadable(path, path in sides.unreadable_old, path in sides.unreadable_new)


def _guessed(changes: Iterable[Change], sides: Sides) -> Iterator[Change]:
    """The changes, where what came is so like one thing that went that it may be it: both stay what they are."""
    listed = list(changes)
    likely: dict[tuple[str, str], Guess] = {}
    for kind in _GUESSED:
        gone = {item.id: item for item in listed if item.kind == kind and Fact.REMOVED in item.facts}
        come = {item.id: item for item in listed if item.kind == kind and Fact.ADDED in item.facts}
        if gone and come:
            likely |= _likely(kind, gone, come, sides)
    for item in listed:
        yield replace(item, guess=likely[item.kind, item.id]) if (item.kind, item.id) in likely else item


def _likely(
    kind: str, gone: Mapping[str, Change], come: Mapping[str, Change], sides: Sides
) -> dict[tuple[str, str], Guess]:
    left = {name: _told(sides.old, item) for name, item in gone.items()}
    right = {name: _told(sides.new, item) for name, item in come.items()}
    return {
        (kind, found.right): Guess(found.left, gone[found.left].title, found.score) for found in guesses(left, right)
    }


def _told(concept: Concept, change: Change) -> str:
    """What a thing says, for likeness: its title and its text."""
    thing = concept.find(change.id, (Kind(change.kind),))
    words = [change.title, *(str(getattr(thing, name, None) or "") for name in ("description", "body", "purpose"))]
    return "\n".join(word for word in words if word)
