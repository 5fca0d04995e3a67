"""The two states that are compared, and what both of them know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.fields import Record
from ikonzept.reports.diff.change import Reason
from ikonzept.reports.diff.fields import At, at

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two concepts, read as far as they differ, and the edition whose reasons count."""

    old: Concept
    new: Concept
    edition: Edition | None = None
    unreadable_old: frozenset[str] = frozenset()
    unreadable_new: frozenset[str] = frozenset()

    def pairs(self, old: Mapping[str, R], new: Mapping[str, R]) -> Iterator[tuple[str, R | None, R | None]]:
        """Each thing of either side by id, sorted.

        What is missing on a side because its file cannot be read there is neither added nor removed: it is left out.
        """
        for name in sorted({*old, *new}):
            before, after = old.get(name), new.get(name)
            if before is after:
                yield name, before, after
            elif before is None and after is not None:
                if at(self.new, after).path not in self.unreadable_old:
                    yield name, before, after
            elif after is None and before is not None:
                if at(self.old, before).path not in self.unreadable_new:
                    yield name, before, after
            else:
                yield name, before, after

    def at(self, old: Record | None, new: Record | None) -> tuple[At | None, At | None]:
        """Where a thing stands on either side."""
        return at(self.old, old) if old is not None else None, at(self.new, new) if new is not None else None

    def reasons(self, name: str) -> Iterator[Reason]:
        """What the edition says of a thing (``begruendungen``); what it said before gives no reason for a change."""
        said = self.edition.reasons.get(name) if self.edition else None
        if self.edition and said and (self._earlier is None or self._earlier.reasons.get(name) != said):
            yield Reason("edition", self.edition.id, said)

    def summary(self) -> Reason | None:
        """What the edition says of itself, where it came between the two states."""
        if self.edition is None or not self.edition.summary or self._earlier:
            return None
        return Reason("edition", self.edition.id, self.edition.summary)

    @property
    def _earlier(self) -> Edition | None:
        """The edition as the older side knows it."""
        return self.old.editions.get(self.edition.id) if self.edition else None

    def weighing(self, name: str) -> Iterator[Reason]:
        """Why a submission was followed or not."""
        submission = self.new.submissions.get(name)
        if submission and submission.weighing and submission.weighing.reason:
            yield Reason("weighing", name, submission.weighing.reason)
