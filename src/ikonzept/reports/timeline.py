"""Measures over time: how far each was when, and which part of its term lies ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import Status
from ikonzept.reports.measure_list import Listed
from ikonzept.reports.measures import PHASES, Phase

_OPEN = frozenset((Phase.PLANNED, Phase.RUNNING, Phase.RESTING, Phase.UNKNOWN))
"""Phases that last; what is done or ended is so on the day on which it became so."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """How far a measure was from one day to another, both counted."""

    begin: date
    end: date
    status: Status | None
    phase: Phase
    overdue: bool = False
    """Whether it still went on although its term was over."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A measure: its term, how far it was when, and what of its term lies ahead (``None``: nothing)."""

    id: str
    title: str
    field: str
    status: Status | None
    begin: date | None
    end: date | None
    spans: tuple[Span, ...]
    ahead: tuple[date, date | None] | None
    """From which day to which; without a second one no end is set."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows by field of action, and the days from the first to the last that any of them knows."""

    as_of: date
    first: date
    last: date
    rows: tuple[TimelineRow, ...]


def timeline(concept: Concept, found: Sequence[Listed], as_of: date) -> Timeline:
    """The chosen measures over time, by field and then in the order that they came in."""
    rows = [_row(concept.measures[one.state.id], one, as_of) for one in found]
    rows.sort(key=lambda row: row.field)
    days = [day for row in rows for day in _days(row)]
    return Timeline(as_of, min([as_of, *days]), max([as_of, *days]), tuple(rows))


def _days(row: TimelineRow) -> Iterator[date]:
    yield from (day for day in (row.begin, row.end) if day)
    yield from (day for span in row.spans for day in (span.begin, span.end))


def _row(measure: Measure, one: Listed, as_of: date) -> TimelineRow:
    spans = tuple(_spans(measure, as_of))
    return TimelineRow(
        id=measure.id,
        title=measure.title,
        field=one.field,
        status=one.state.status,
        begin=one.begin,
        end=one.state.end,
        spans=spans,
        ahead=_ahead(one, as_of),
    )


def _spans(measure: Measure, as_of: date) -> Iterator[Span]:
    """The statuses in their order, each up to the next one or to the day; past the term's end in two parts."""
    steps = sorted(((one.date, one.status) for one in measure.history if one.status and one.date <= as_of), key=_first)
    ends = [*(day - _DAY for day, _ in steps[1:]), as_of][: len(steps)]
    over = measure.term.end if measure.term else None
    for (begin, status), until in zip(steps, ends, strict=True):
        phase = PHASES[status]
        end = max(begin, until) if phase in _OPEN else begin
        if over and phase in {Phase.PLANNED, Phase.RUNNING} and end > over:
            if begin <= over:
                yield Span(begin, over, status, phase)
            yield Span(max(begin, over + _DAY), end, status, phase, overdue=True)
        else:
            yield Span(begin, end, status, phase)


def _first(step: tuple[date, Status]) -> date:
    return step[0]


def _ahead(one: Listed, as_of: date) -> tuple[date, date | None] | None:
    """What of the term is still to come; of what has come to its end nothing is."""
    begin, end = one.begin, one.state.end
    if one.state.phase not in _OPEN or (begin is None and end is None) or (end and end <= as_of):
        return None
    return max(as_of + _DAY, begin or as_of + _DAY), end


def cut(found: Timeline, first: date | None, last: date | None) -> Timeline:
    """The timeline between two days; measures of which nothing lies there are left out.

    Days that are not given stay; the ends are drawn out to whole months, so that bars and years stand apart.
    """
    begin = (first or found.first).replace(day=1)
    end = last or (found.last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    rows = tuple(row for row in found.rows if _touches(row, begin, end))
    return Timeline(found.as_of, begin, max(begin, end), rows)


def _touches(row: TimelineRow, begin: date, end: date) -> bool:
    spans = [(span.begin, span.end) for span in row.spans]
    if row.ahead:
        spans.append((row.ahead[0], row.ahead[1] or date.max))
    return any(start <= end and until >= begin for start, until in spans) or not spans
