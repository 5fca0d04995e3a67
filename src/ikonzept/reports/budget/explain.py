"""What adds up to a sum: found by the name of an account, a measure, a field, a unit, a grant, a line or a voucher."""

from collections.abc import Iterator, Sequence
from datetime import date

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.paper import paper_id
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.groups import ACCOUNT, GROUPINGS, Row, table
from ikonzept.values import NotAValue, account


def explained(concept: Concept, year: FiscalYear, name: str, as_of: date) -> Row | None:
    """The row of this name, by whatever it can be grouped; ``None`` where the year has none.

    A line is found by its id, by a voucher of its bookings or by what it pays.
    """
    for by in GROUPINGS:
        heaps = table(concept, year, by, as_of)
        if found := next((row for row in heaps.rows if row.key and _is(row, name, by, year)), None):
            return found
    line = next((line for line in year.lines if line.id == name or _has_voucher(line, name)), None)
    if line is not None:
        return _of_lines(line.id, line.purpose or "", [line], as_of)
    paid = [line for line in year.lines if line.subject and paper_id(line.subject) == paper_id(name)]
    return _of_lines(name, "", paid, as_of) if paid else None


def _has_voucher(line: BudgetLine, name: str) -> bool:
    return any(booking.voucher == name for booking in line.bookings)


def _of_lines(name: str, title: str, lines: Sequence[BudgetLine], as_of: date) -> Row:
    """What some lines plan and have left."""
    source = lines[0] if len(lines) == 1 else None
    return Row(
        name,
        title,
        None,
        figures.summed("planned", map(figures.planned, lines), source),
        figures.summed("committed", (figures.committed(line, as_of) for line in lines)),
        figures.summed("actual", (figures.actual(line, as_of) for line in lines)),
    )


def _is(row: Row, name: str, by: str, year: FiscalYear) -> bool:
    if by != ACCOUNT:
        return row.key == name
    try:
        found = year.accounts_named(account(name))
    except NotAValue:
        return False
    return bool(found) and str(found[0].number) == row.key


def names(concept: Concept, year: FiscalYear, as_of: date) -> Iterator[str]:
    """Everything that can be asked for its parts in a year."""
    for by in GROUPINGS:
        yield from (row.key for row in table(concept, year, by, as_of).rows if row.key)
    for line in year.lines:
        yield line.id
        if line.subject:
            yield line.subject
        yield from (booking.voucher for booking in line.bookings if booking.voucher)
