"""The editions with which goals begin and end, as they were known on a day: nothing of what was adopted later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

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

    @property
    def is_open(self) -> bool:
        """Whether nobody has adopted it yet."""
        return self.pending and self.date is None


class Turns(NamedTuple):
    """What is known of editions on a day.

    ``adopted`` says which adopted edition was the first to have a goal, by the goal's id; ``None`` where nobody knows.
    """

    concept: Concept
    until: date
    adopted: Mapping[str, str] | None

    def turn(self, name: str) -> Turn | None:
        """An edition; ``None`` of one adopted only after the day."""
        edition = self.concept.editions.get(name)
        if edition is None:
            return Turn(name, None, pending=False)
        if edition.status is not EditionStatus.ADOPTED:
            return Turn(name, None, pending=True)
        start, adopted = edition.in_force_from, edition.adopted_on or edition.in_force_from
        if adopted and adopted > self.until:
            return None
        return Turn(name, start, pending=bool(start and start > self.until))

    def ends(self, goal: Goal) -> Turn | None:
        """With which edition a goal ends; ``None`` where that was not known on the day."""
        return self.turn(goal.ended_with) if goal.ended_with else None

    def begins(self, name: str, goal: Goal) -> Turn | None:
        """With which edition a goal begins: the first that has it, else the last that ended what it continues."""
        if first := (self.adopted or {}).get(name):
            return self.turn(first)
        turns = [found for old in self._ended(goal) if (found := self.ends(old))]
        last = max(turns, key=lambda found: (found.pending, found.date or date.min, found.edition), default=None)
        draft = None if self.adopted is None or (last and last.is_open) else self._draft(name)
        return Turn(draft, None, pending=True) if draft else last

    def is_later(self, name: str, goal: Goal) -> bool:
        """Whether nobody knew of a goal yet: an edition adopted after the day brings it, not one open still."""
        if first := (self.adopted or {}).get(name):
            return self.turn(first) is None
        found = [self.ends(old) for old in self._ended(goal)]
        return None in found and not any(one and one.is_open for one in found)

    def _draft(self, name: str) -> str | None:
        """The open edition to which a goal belongs that no adopted one has: the one that says why, or the only one."""
        known = self.concept.open_editions
        chosen = [edition.id for edition in known if name in edition.reasons] or [edition.id for edition in known]
        return chosen[0] if len(chosen) == 1 else None

    def _ended(self, goal: Goal) -> tuple[Goal, ...]:
        """The goals that one continues and that say with which edition they ended."""
        former = (self.concept.goals.get(name) for name in goal.continues)
        return tuple(old for old in former if old and old.ended_with)
