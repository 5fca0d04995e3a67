"""A closed fiscal year stays as it was closed; only the close itself completes it later."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.checks.sameness import quoted
from ikonzept.findings import Finding, Place, error
from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import Booking, FiscalYear
from ikonzept.model.words import BookingKind
from ikonzept.reports.diff.change import FieldChange
from ikonzept.reports.diff.fields import at, differing

_NOTE = "internal"
_AMOUNTS = ("planned", "amount", "appropriation")
"""What says most of an account, a line, a booking or a transfer that came or went as a whole."""


def closed_year_changed(case: Case) -> Iterator[Finding]:
    """Nothing of a closed year is another than when it was closed: accounts, lines, bookings, transfers, its close."""
    for former in case.since.concept.fiscal_years.values() if case.since else ():
        year = case.concept.fiscal_years.get(former.id)
        if year is None or former.closed_on is None or case.since is None:
            continue
        sides = at(case.since.concept, former), at(case.concept, year)
        for change in differing(FiscalYear, former, year, *sides):
            if not _may_change(change):
                said = {"what": change.label, "before": _said(change.old), "now": _said(change.new)}
                place = change.new_place or _nearest(case, year, change)
                yield error("closed-year-changed", place, year=year.id, **said)


def _may_change(change: FieldChange) -> bool:
    """An internal note; an order that the next year goes on with, which the close enters once that year has a file."""
    is_carried = isinstance(change.new, Booking) and change.new.kind is BookingKind.CARRIED
    return change.path[-1] == _NOTE or (change.old is None and is_carried)


def _nearest(case: Case, year: FiscalYear, change: FieldChange) -> Place:
    """Where something is gone: the list in which it stood."""
    return case.concept.place(year, change.path[0])


def _said(value: object) -> str:
    """A value; of a whole entry its amount."""
    if isinstance(value, Record):
        return quoted(next((found for name in _AMOUNTS if (found := getattr(value, name, None)) is not None), None))
    return quoted(value)


CHECKS: tuple[Check, ...] = (closed_year_changed,)
