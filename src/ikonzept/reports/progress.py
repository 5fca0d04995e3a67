"""Which steps a measure takes along its line, and which of them need a reason."""

from datetime import date

from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import Status

_LINE = (Status.PROPOSED, Status.PLANNED, Status.STARTED, Status.IN_PROGRESS, Status.ADVANCED, Status.COMPLETED)
"""The line along which a measure goes forward; words may be skipped."""
_TO_ENTER = frozenset((Status.DEFERRED, Status.REORIENTED, Status.DROPPED))
_TO_LEAVE = frozenset((Status.DROPPED, Status.TRANSFERRED, Status.MERGED))

BY_HAND = tuple(status for status in Status if status is not Status.MERGED)
"""What people enter in a Verlauf: into another measure one goes over by ``merge`` or ``split``, which name it."""


def needs_reason(left: Status | None, entered: Status) -> bool:
    """Whether a step goes back, aside or out of an end (``domain.md``, How a Fortschreibung really works)."""
    if left is entered:
        return False
    goes_back = left in _LINE and entered in _LINE and _LINE.index(entered) < _LINE.index(left)
    return goes_back or entered in _TO_ENTER or left in _TO_LEAVE


def left_without_reason(measure: Measure, day: date, entered: Status) -> StatusEntry | None:
    """The step that would come to lack its reason if a status were entered for a day before it."""
    after = next((one for one in measure.history if one.status and one.date > day), None)
    if after is None or after.status is None or after.reason:
        return None
    is_new = needs_reason(entered, after.status) and not needs_reason(measure.status_on(day), after.status)
    return after if is_new else None
