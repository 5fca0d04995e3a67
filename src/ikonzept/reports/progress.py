"""Which steps a measure takes along its line, and which of them need a reason."""

from ikonzept.model.words import Status

_LINE = (Status.PROPOSED, Status.PLANNED, Status.STARTED, Status.IN_PROGRESS, Status.ADVANCED, Status.COMPLETED)
"""The line along which a measure goes forward; words may be skipped."""
_TO_ENTER = frozenset((Status.DEFERRED, Status.REORIENTED, Status.DROPPED))
_TO_LEAVE = frozenset((Status.DROPPED, Status.TRANSFERRED, Status.MERGED))


def needs_reason(left: Status | None, entered: Status) -> bool:
    """Whether a step goes back, aside or out of an end (``domain.md``, How a Fortschreibung really works)."""
    if left is entered:
        return False
    goes_back = left in _LINE and entered in _LINE and _LINE.index(entered) < _LINE.index(left)
    return goes_back or entered in _TO_ENTER or left in _TO_LEAVE
