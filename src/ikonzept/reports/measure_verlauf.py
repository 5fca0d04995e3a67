"""What a Verlauf does not take of an entry that a table brings: days that cannot be, steps that have a command."""

from collections.abc import Iterator, Mapping
from datetime import date

from ikonzept.edits.measure import NewStatusEntry
from ikonzept.model.measure import Measure
from ikonzept.model.words import Status, TableColumn
from ikonzept.reports.progress import left_without_reason
from ikonzept.values import says_nothing

Flaw = tuple[str, TableColumn, Mapping[str, object]]
"""A code (``table.<code>``), the column, and what its sentence says."""


def flaws(entry: NewStatusEntry, measure: Measure | None, as_of: date, heirs: tuple[str, ...]) -> Iterator[Flaw]:
    """Why an entry may not be made; ``measure`` is ``None`` for a new one, ``heirs`` are those it went over into."""
    if entry.day > as_of:
        yield "day-future", TableColumn.NEW_DAY, {"day": entry.day, "as_of": as_of}
    first = min((one.date for one in measure.history), default=None) if measure else None
    if first and entry.day < first:
        yield "day-before", TableColumn.NEW_DAY, {"day": entry.day, "first": first}
    if entry.report and says_nothing(entry.report):
        yield "says-nothing", TableColumn.NEW_REPORT, {"value": entry.report}
    if entry.status:
        yield from _status_flaws(entry, measure, heirs)


def _status_flaws(entry: NewStatusEntry, measure: Measure | None, heirs: tuple[str, ...]) -> Iterator[Flaw]:
    """Into another measure one goes over by ``merge`` or ``split``, and does not come back while that names it."""
    column, id_ = TableColumn.NEW_STATUS, measure.id if measure else None
    gone = measure is not None and measure.status_on(date.max) is Status.MERGED
    if entry.status is Status.MERGED and not gone:
        yield "merged-status", column, {"id": id_ or "M-…"}
    if gone and heirs and entry.status is not Status.MERGED:
        yield "went-over", column, {"id": id_, "heirs": heirs}
    after = left_without_reason(measure, entry.day, entry.status) if measure and entry.status else None
    if after:
        params = {"id": id_, "day": after.date, "next": after.status, "status": entry.status}
        yield "following", column, params
