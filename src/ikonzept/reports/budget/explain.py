"""What adds up to a sum: found by the name of an account, a measure, a field, a unit, a grant or a line."""

from collections.abc import Iterator
from datetime import date

from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.reports.budget import figures
from ikonzept.reports.budget.groups import ACCOUNT, GROUPINGS, Row, table
from ikonzept.values import NotAValue, account


def explained(concept: Concept, year: FiscalYear, name: str, as_of: date) -> Row | None:
    """The row of this name, by whatever it can be grouped; a line by its id; ``None`` where the year has none."""
    for by in GROUPINGS:
        heaps = table(concept, year, by, as_of)
        if found := next((row for row in heaps.rows if row.key and _is(row, name, by, year)), None):
            return found
    line = next((line for line in year.lines if line.id == name), None)
    if line is None:
        return None
    return Row(
        line.id,
        line.purpose or "",
        None,
        figures.summed("planned", [figures.planned(line)], line),
        figures.committed(line, as_of),
        figures.actual(line, as_of),
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
    yield from (line.id for line in year.lines)
