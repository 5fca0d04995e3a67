"""The editions with which goals begin and end, as they were known on a day: nothing of what was adopted later."""

from dataclasses import dataclass
from datetime import date

from ikonzept.model.action_field import Goal
from ikonzept.model.concept import Concept
from ikonzept.model.words import EditionStatus


@dataclass(frozen=True, slots=True)
class Turn:
    """The edition with which a goal begins or ends.

    ``date`` is the day from which it is in force; ``None`` of an open one, and of one that does not say.
    """

    edition: str
    date: date | None
    pending: bool
    """Whether it is not in force yet on that day: a draft, or adopted for a later one."""


def turn(concept: Concept, name: str, until: date) -> Turn | None:
    """What an edition is on a day; ``None`` of one adopted only afterwards."""
    edition = concept.editions.get(name)
    if edition is None:
        return Turn(name, None, pending=False)
    if edition.status is not EditionStatus.ADOPTED:
        return Turn(name, None, pending=True)
    start, adopted = edition.in_force_from, edition.adopted_on or edition.in_force_from
    if adopted and adopted > until:
        return None
    return Turn(name, start, pending=bool(start and start > until))


def ends(concept: Concept, goal: Goal, until: date) -> Turn | None:
    """With which edition a goal ends; ``None`` where that was not known on the day."""
    return turn(concept, goal.ended_with, until) if goal.ended_with else None


def begins(concept: Concept, goal: Goal, until: date) -> Turn | None:
    """With which edition a goal begins: the last of those that ended what it continues."""
    turns = [found for old in _ended(concept, goal) if (found := ends(concept, old, until))]
    return max(turns, key=lambda found: (found.pending, found.date or date.min, found.edition), default=None)


def is_later(concept: Concept, goal: Goal, until: date) -> bool:
    """Whether nobody knew of a goal yet: an edition adopted after the day brings it, and not one that is open still."""
    found = [ends(concept, old, until) for old in _ended(concept, goal)]
    return None in found and not any(one and one.pending and one.date is None for one in found)


def _ended(concept: Concept, goal: Goal) -> tuple[Goal, ...]:
    """The goals that one continues and that say with which edition they ended."""
    former = (concept.goals.get(name) for name in goal.continues)
    return tuple(old for old in former if old and old.ended_with)
