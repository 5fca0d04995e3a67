"""A timeline on the screen: a bar for each measure, to one scale of time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.text import Text

from ikonzept.render import data
from ikonzept.render.measures import MARKS
from ikonzept.render.terminal import clean, command, ends, fit, hanging, shorten
from ikonzept.reports.measures import Phase
from ikonzept.reports.timeline import Timeline, TimelineRow
from ikonzept.texts import text
from ikonzept.values import german_date

_NAME_SHARE, _NAME_LEAST, _NAME_MOST = 0.36, 22, 44
"""How much of the line the names get."""
_OVERDUE, _AHEAD, _LAST, _GOES_ON, _ENDED, _UNKNOWN, _TODAY = "!", "─", "┤", "▸", "×", "?", "┊"
_PHASE_MARKS = MARKS | {Phase.ENDED: _ENDED, Phase.UNKNOWN: _UNKNOWN}
_STYLES = {_OVERDUE: "yellow", _AHEAD: "dim", _LAST: "dim", _GOES_ON: "dim", _TODAY: "cyan"}


class _Scale:
    """Which cell of so many a day falls into."""

    def __init__(self, first: date, last: date, cells: int) -> None:
        self.first, self.cells = first, cells
        self._days = (last - first).days + 1

    def __call__(self, day: date) -> int:
        """The cell, counted from 0; what lies outside falls into the nearest."""
        return max(0, min(self.cells - 1, (day - self.first).days * self.cells // self._days))


def as_json(found: Timeline) -> str:
    """Every measure with its spans."""
    return data.document("measure-timeline", found)


def lines(found: Timeline, width: int) -> Iterator[Text]:
    """A scale of years, and below it the measures by field; what the marks mean stands at the end."""
    yield ends(
        Text(text("measure.list.count", n=len(found.rows)), style="bold"),
        text("status.as_of", day=german_date(found.as_of)),
        width,
    )
    if not found.rows:
        yield hanging("", text("measure.list.none").split(" "), width, indent=0, separator=" ")
        return
    names = max(_NAME_LEAST, min(int(width * _NAME_SHARE), _NAME_MOST))
    scale = _Scale(found.first, found.last, width - names - 1)
    yield Text("")
    yield Text(" " * (names + 1) + _years(found, scale), style="dim")
    for field, rows in groupby(found.rows, key=lambda row: row.field):
        yield Text(shorten(field, width), style="bold")
        for row in rows:
            yield Text(f"  {fit(f'{row.id} {clean(row.title)}', names - 2)} ").append_text(_bar(row, found, scale))
    yield Text("")
    yield hanging("", list(_legend(found)), width, indent=0, separator="   ")
    yield command("measure log ID", width)


def _years(found: Timeline, scale: _Scale) -> str:
    """The years where they begin, as far as there is room for them, and the first where it does not begin there."""
    cells, taken = [" "] * scale.cells, -1
    starts = [(0, found.first.year)]
    starts += [(scale(date(year, 1, 1)), year) for year in range(found.first.year + 1, found.last.year + 1)]
    following = [at for at, _ in starts[1:]]
    for index, (at, year) in enumerate(starts):
        label = f"│{year}" if index or found.first == date(year, 1, 1) else f"{year}"
        is_crowded = index == 0 and bool(following) and following[0] <= len(label)
        if at > taken and at + len(label) <= scale.cells and not is_crowded:
            cells[at : at + len(label)] = label
            taken = at + len(label)
    return "".join(cells).rstrip()


def _bar(row: TimelineRow, found: Timeline, scale: _Scale) -> Text:
    """What was, up to the day, and what is ahead; a later mark takes the cell of an earlier one."""
    cells = [" "] * scale.cells
    today = scale(found.as_of)
    if found.first <= found.as_of <= found.last:
        cells[today] = _TODAY
    for span in row.spans:
        if span.begin <= found.last and span.end >= found.first:
            mark = _OVERDUE if span.overdue else _PHASE_MARKS[span.phase]
            _fill(cells, scale(span.begin), scale(span.end), mark)
    if row.ahead and row.ahead[0] <= found.last:
        begin, end = row.ahead
        last = scale(end) if end else scale.cells - 1
        _fill(cells, max(scale(begin), today + 1), last, _AHEAD)
        if last > today:
            cells[last] = _LAST if end and end <= found.last else _GOES_ON
    return _styled("".join(cells).rstrip())


def _fill(cells: list[str], begin: int, end: int, mark: str) -> None:
    for cell in range(begin, end + 1):
        cells[cell] = mark


def _styled(marks: str) -> Text:
    line = Text()
    for mark, run in groupby(marks):
        line.append("".join(run), style=_STYLES.get(mark, ""))
    return line


def _legend(found: Timeline) -> Iterator[str]:
    """The marks that occur, in the order of a measure's life."""
    seen = {span.phase for row in found.rows for span in row.spans if not span.overdue}
    yield from (f"{mark} {text(f'phase.{phase}')}" for phase, mark in _in_order(seen))
    if any(span.overdue for row in found.rows for span in row.spans):
        yield f"{_OVERDUE} {text('measure.remark.overdue')}"
    if any(
        row.ahead and found.first <= (row.ahead[1] or row.ahead[0]) and row.ahead[0] <= found.last for row in found.rows
    ):
        yield f"{_AHEAD} {text('timeline.ahead')}"
    if found.first <= found.as_of <= found.last:
        yield f"{_TODAY} {text('status.as_of', day=german_date(found.as_of))}"


def _in_order(seen: set[Phase]) -> Sequence[tuple[Phase, str]]:
    return [(phase, _PHASE_MARKS[phase]) for phase in Phase if phase in seen]
