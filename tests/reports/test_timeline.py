"""Measures over time: no day is in two spans, nothing lies ahead of the day that is not."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.words import MeasureColumn, Status
from ikonzept.reports.measure_list import Filter, listed
from ikonzept.reports.measures import PHASES, Phase
from ikonzept.reports.timeline import Timeline, TimelineRow, cut, timeline

AS_OF = date(2024, 10, 15)


def measure(lines: str, name: str = "M-001") -> str:
    head = f"=== massnahmen/{name}.yaml\ntitel: {name}\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    return f"{head}{lines}\n"


def drawn(text: str, as_of: date = AS_OF) -> Timeline:
    found = concept(text)
    return timeline(found, listed(found, Filter(), MeasureColumn.ID, as_of, reverse=False), as_of)


def row(lines: str, as_of: date = AS_OF) -> TimelineRow:
    (found,) = drawn(measure(lines), as_of).rows
    return found


def said(found: TimelineRow) -> list[tuple[Any, ...]]:
    return [(f"{span.begin}", f"{span.end}", span.status, span.overdue) for span in found.spans]


PLANNED, RUNNING, DONE = Status.PLANNED, Status.IN_PROGRESS, Status.COMPLETED


@pytest.mark.parametrize(
    ("lines", "spans", "ahead"),
    [
        ("", [], None),
        ("laufzeit: {beginn: 2025-01-01}", [], ("2025-01-01", None)),
        ("laufzeit: {ende: 2024-10-15}", [], None),
        ("verlauf: [{datum: 2024-03-01, status: geplant}]", [("2024-03-01", "2024-10-15", PLANNED, False)], None),
        (
            (
                "laufzeit: {beginn: 2024-01-01, ende: 2025-06-30}\n"
                "verlauf: [{datum: 2024-01-10, status: geplant}, {datum: 2024-03-01, status: in Umsetzung}]"
            ),
            [("2024-01-10", "2024-02-29", PLANNED, False), ("2024-03-01", "2024-10-15", RUNNING, False)],
            ("2024-10-16", "2025-06-30"),
        ),
        (
            "laufzeit: {ende: 2024-06-30}\nverlauf: [{datum: 2024-01-10, status: in Umsetzung}]",
            [("2024-01-10", "2024-06-30", RUNNING, False), ("2024-07-01", "2024-10-15", RUNNING, True)],
            None,
        ),
        (
            "laufzeit: {ende: 2024-06-30}\nverlauf: [{datum: 2024-08-01, status: geplant}]",
            [("2024-08-01", "2024-10-15", PLANNED, True)],
            None,
        ),
        (
            (
                "laufzeit: {ende: 2025-06-30}\n"
                "verlauf: [{datum: 2024-01-10, status: geplant}, {datum: 2024-02-01, status: abgeschlossen}]"
            ),
            [("2024-01-10", "2024-01-31", PLANNED, False), ("2024-02-01", "2024-02-01", DONE, False)],
            None,
        ),
        (
            "verlauf: [{datum: 2024-01-10, status: geplant}, {datum: 2024-01-10, status: in Umsetzung}]",
            [("2024-01-10", "2024-01-10", PLANNED, False), ("2024-01-10", "2024-10-15", RUNNING, False)],
            None,
        ),
        (
            "verlauf: [{datum: 2024-01-10, status: geplant}, {datum: 2024-11-01, status: in Umsetzung}]",
            [("2024-01-10", "2024-10-15", PLANNED, False)],
            None,
        ),
    ],
)
def test_spans_and_what_lies_ahead(lines: str, spans: list[Any], ahead: tuple[str, str | None] | None) -> None:
    found = row(lines)
    assert said(found) == spans
    assert (tuple(str(day) if day else None for day in found.ahead) if found.ahead else None) == ahead


DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@given(
    st.lists(st.tuples(DAYS, st.sampled_from(Status)), max_size=5),
    st.one_of(st.none(), DAYS),
    st.one_of(st.none(), DAYS),
)
def test_every_day_of_the_verlauf_is_drawn_once(
    entries: list[tuple[date, Status]], begin: date | None, end: date | None
) -> None:
    entries.sort(key=lambda one: one[0])
    history = ", ".join(f"{{datum: {day}, status: {status}, grund: x}}" for day, status in entries)
    term = ", ".join(f"{key}: {day}" for key, day in (("beginn", begin), ("ende", end)) if day)
    drawing = drawn(measure(f"laufzeit: {{{term}}}\nverlauf: [{history}]"))
    for found in drawing.rows:
        days = [date.fromordinal(n) for span in found.spans for n in _ordinals(span.begin, span.end)]
        assert all(day <= AS_OF for day in days)
        assert len(days) - len(set(days)) <= len(entries) - len({day for day, _ in entries})
        assert found.ahead is None or (found.ahead[0] > AS_OF and PHASES[found.status] not in {Phase.DONE, Phase.ENDED})
        assert drawing.first <= min([AS_OF, *days])
        assert drawing.last >= max([AS_OF, *days])


def _ordinals(begin: date, end: date) -> range:
    assert begin <= end
    return range(begin.toordinal(), end.toordinal() + 1)


def test_only_what_lies_between_two_days() -> None:
    early = measure("verlauf: [{datum: 2020-01-10, status: geplant}, {datum: 2020-02-01, status: abgeschlossen}]")
    late = measure("laufzeit: {beginn: 2026-01-01, ende: 2026-12-31}", "M-002")
    whole = drawn(early + late)
    assert (whole.first, whole.last) == (date(2020, 1, 10), date(2026, 12, 31))
    assert [one.id for one in cut(whole, date(2021, 1, 1), None).rows] == ["M-002"]
    assert [one.id for one in cut(whole, None, date(2021, 1, 1)).rows] == ["M-001"]
    rounded = cut(whole, None, None)
    assert (rounded.first, rounded.last) == (date(2020, 1, 1), date(2026, 12, 31))
    assert cut(rounded, rounded.first + timedelta(40), None).first == date(2020, 2, 1)
