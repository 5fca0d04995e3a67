"""The goals of a field and the submissions of an event in two states: what became of each number."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ikonzept.checks.case import Case
from ikonzept.checks.sameness import is_another
from ikonzept.model.action_field import ActionField, Goal
from ikonzept.model.event import Event, Submission

Numbered = Goal | Submission


class Lists(NamedTuple):
    """What a field or event now holds under its numbers, and what it held."""

    owner: ActionField | Event
    field: str
    """In which of its fields."""
    before: Mapping[int, Numbered]
    now: Mapping[int, Numbered]

    def name(self, number: int) -> str:
        """The id of what a number names."""
        return f"{self.owner.id}.{number}"


def lists(case: Case) -> Iterator[Lists]:
    """Each that differs; where its file is gone or unreadable, or its id is used again, that is told elsewhere."""
    if case.since is None:
        return
    for field in case.since.concept.action_fields.values():
        now = case.concept.action_fields.get(field.id)
        if now is not None and not is_another(field, now):
            yield Lists(now, "goals", _by_number(field.goals), _by_number(now.goals))
    for event in case.since.concept.events.values():
        later = case.concept.events.get(event.id)
        if later is not None and not is_another(event, later):
            yield Lists(later, "submissions", _by_number(event.submissions), _by_number(later.submissions))


def _by_number(items: tuple[Goal, ...] | tuple[Submission, ...]) -> dict[int, Numbered]:
    return {item.number: item for item in items}


def moved(found: Lists) -> dict[int, int]:
    """The numbers whose text now stands under another one, with that; where it stood already, it did not move."""
    moves: dict[int, int] = {}
    for number, item in found.before.items():
        if not _says(found.now.get(number), item):
            taken = {*moves.values(), *(other for other, one in found.before.items() if _says(one, item))}
            new = (other for other, one in found.now.items() if other not in taken and _says(one, item))
            if other := next(new, None):
                moves[number] = other
    return moves


def moved_names(case: Case) -> frozenset[str]:
    """The ids of what has another number now."""
    return frozenset(found.name(number) for found in lists(case) for number in moved(found))


def _says(one: Numbered | None, other: Numbered) -> bool:
    """Whether a numbered thing has the text of another, but for its spelling."""
    from ikonzept.prose.slips import is_slip

    return one is not None and is_slip(one.text, other.text)
