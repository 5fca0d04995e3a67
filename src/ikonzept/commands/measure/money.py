"""Money that was meant for measures which do not go on: it stays with them until people decide."""

from collections.abc import Iterable
from datetime import date

from ikonzept.commands.options import say_aside
from ikonzept.model.concept import Concept
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.sums import use


def tell_of_money(concept: Concept, names: Iterable[str], as_of: date) -> None:
    """The lines of years that are not closed, as far as something of them is not spent yet."""
    ended = frozenset(names)
    lines = [
        line.id
        for year in concept.fiscal_years.values()
        if year.closed_on is None
        for line in year.lines
        if line.measure in ended and (line.planned > (so_far := use(line, as_of)).actual or so_far.committed > ZERO)
    ]
    if lines:
        say_aside("steps.money", lines=lines, n=len(lines))
