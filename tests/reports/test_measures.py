"""Measures on a day: how far, overdue, stale, what they cost; counted by field of action."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import MINIMAL, concept
from ikonzept.model.words import Status
from ikonzept.reports.measures import (
    PHASES,
    MeasureState,
    Phase,
    Selection,
    count,
    field_counts,
    is_stale,
    months_after,
    states,
)


def measure(lines: str, name: str = "M-001") -> str:
    head = f"=== massnahmen/{name}.yaml\ntitel: {name}\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    return f"{head}{lines}\n"


def state(lines: str, as_of: str = "2024-10-15", manifest: str = "") -> MeasureState:
    text = f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}{manifest}\n" if manifest else ""
    (found,) = states(concept(text + measure(lines)), Selection(), date.fromisoformat(as_of))
    return found


# --- status ----------------------------------------------------------------------------------------------------------

HISTORY = """\
verlauf:
  - {datum: 2024-01-10, status: geplant}
  - {datum: 2024-03-01, status: in Umsetzung}
  - {datum: 2024-04-01, sachstand: Läuft.}
  - {datum: 2024-06-01, status: zurückgestellt, grund: Stelle unbesetzt}
"""


@pytest.mark.parametrize(
    ("as_of", "status", "since", "last", "reason"),
    [
        ("2024-01-10", Status.PLANNED, "2024-01-10", "2024-01-10", None),
        ("2024-03-31", Status.IN_PROGRESS, "2024-03-01", "2024-03-01", None),
        ("2024-04-01", Status.IN_PROGRESS, "2024-03-01", "2024-04-01", None),
        ("2024-10-15", Status.DEFERRED, "2024-06-01", "2024-06-01", "Stelle unbesetzt"),
    ],
)
def test_the_status_is_that_of_the_last_entry_that_has_one(
    as_of: str, status: Status | None, since: str | None, last: str | None, reason: str | None
) -> None:
    found = state(HISTORY, as_of)
    assert (found.status, found.reason) == (status, reason)
    assert [day and day.isoformat() for day in (found.since, found.last_report)] == [since, last]


def test_a_measure_whose_history_comes_later_is_not_known_yet() -> None:
    found = concept(measure(HISTORY))
    assert states(found, Selection(), date(2024, 1, 9)) == ()
    assert [item.id for item in states(found, Selection(), date(2024, 1, 10))] == ["M-001"]


def test_every_status_has_a_phase() -> None:
    assert set(PHASES) == {*Status, None}
    assert set(PHASES.values()) == set(Phase)


# --- overdue and stale -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "end", "overdue"),
    [
        ("geplant", "2024-10-14", True),
        ("in Umsetzung", "2024-10-14", True),
        ("in Umsetzung", "2024-10-15", False),
        ("in Umsetzung", "2024-10-16", False),
        ("neu ausgerichtet", "2024-10-14", True),
        ("abgeschlossen", "2024-10-14", False),
        ("zurückgestellt", "2024-10-14", False),
        ("nicht weiterverfolgt", "2024-10-14", False),
        ("übergegangen", "2024-10-14", False),
        ("unbekannt", "2024-10-14", False),
    ],
)
def test_overdue_is_what_should_have_ended(status: str, end: str, overdue: bool) -> None:
    entry = f"verlauf: [{{datum: 2024-10-01, status: {status}}}]"
    assert state(f"laufzeit: {{ende: {end}}}\n{entry}").overdue is overdue


def test_without_an_end_nothing_is_overdue() -> None:
    running = "verlauf: [{datum: 2024-10-01, status: in Umsetzung}]"
    assert not state(running).overdue
    assert not state(f"laufzeit: {{beginn: 2020-01-01}}\n{running}").overdue


@pytest.mark.parametrize(
    ("last", "as_of", "months", "stale"),
    [
        ("2024-04-15", "2024-10-15", 6, False),
        ("2024-04-14", "2024-10-15", 6, True),
        ("2024-02-29", "2024-08-29", 6, False),
        ("2024-02-29", "2024-08-30", 6, True),  # six months before 31 August is the last of February
        ("2024-02-28", "2024-08-31", 6, True),
        ("2023-02-28", "2023-08-28", 6, False),
        ("2023-02-28", "2023-08-29", 6, True),
        ("2024-09-15", "2024-10-15", 1, False),
        ("2024-09-14", "2024-10-15", 1, True),
        ("2024-10-15", "2024-10-15", 0, False),
    ],
)
def test_stale_is_what_nobody_reported_on(last: str, as_of: str, months: int, stale: bool) -> None:
    history = f"verlauf: [{{datum: {last}, status: in Umsetzung}}]"
    assert state(history, as_of, f"sachstand_alle_monate: {months}").stale is stale


@pytest.mark.parametrize("status", ["geplant", "abgeschlossen", "zurückgestellt", "übertragen", "unbekannt"])
def test_only_running_measures_are_stale(status: str) -> None:
    assert not state(f"verlauf: [{{datum: 2020-01-01, status: {status}}}]").stale


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-04-15", 6, "2024-10-15"),
        ("2024-09-30", 6, "2025-03-30"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2022-08-31", 6, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-31", 1, "2025-01-31"),
        ("2024-05-31", 0, "2024-05-31"),
        ("0001-01-31", 9998 * 12 + 11, "9999-12-31"),
        ("0001-01-31", 9999 * 12, None),
        ("2024-10-15", 10**12, None),  # a slip in konzept.yaml is no reason to stop
    ],
)
def test_months_after_at_month_ends(day: str, months: int, expected: str | None) -> None:
    found = months_after(date.fromisoformat(day), months)
    assert (found and found.isoformat()) == expected


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_months_after_counts_months(day: date, months: int) -> None:
    found = months_after(day, months)
    assert found is not None
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_a_sachstand_is_stale_from_the_day_after_its_last_fresh_one(day: date, months: int) -> None:
    last = months_after(day, months)
    assert last is not None
    assert [is_stale(day, months, last + timedelta(days=more)) for more in (0, 1)] == [False, True]
    assert is_stale(None, months, day)


# --- selection and counting ------------------------------------------------------------------------------------------

TWO_FIELDS = """
    === handlungsfelder/arbeit.yaml
    titel: Arbeit
    === handlungsfelder/zusammen.yaml
    titel: Zusammenleben
    === massnahmen/M-002.yaml
    titel: Lotsen
    handlungsfeld: arbeit
    art: Projekt
    federfuehrung: caritas
    beteiligte: [referat]
    verlauf: [{datum: 2024-01-01, status: in Umsetzung}]
    === massnahmen/M-003.yaml
    titel: Treff
    handlungsfeld: arbeit
    art: Daueraufgabe
    federfuehrung: caritas
"""


@pytest.mark.parametrize(
    ("selection", "measures", "fields"),
    [
        (Selection(), ["M-001", "M-002", "M-003"], ["Arbeit", "Bildung", "Zusammenleben"]),
        (Selection(field="arbeit"), ["M-002", "M-003"], ["Arbeit"]),
        (Selection(field="zusammen"), [], ["Zusammenleben"]),
        (Selection(unit="referat"), ["M-001", "M-002"], ["Arbeit", "Bildung"]),
        (Selection(unit="caritas"), ["M-002", "M-003"], ["Arbeit"]),
        (Selection("arbeit", "referat"), ["M-002"], ["Arbeit"]),
        (Selection("bildung", "caritas"), [], []),
    ],
)
def test_a_report_narrowed_to_a_field_or_unit(selection: Selection, measures: list[str], fields: list[str]) -> None:
    found = concept(TWO_FIELDS)
    chosen = states(found, selection, date(2024, 10, 15))
    assert [item.id for item in chosen] == measures
    assert [row.title for row in field_counts(found, chosen, selection)] == fields
    assert sum(row.total for row in field_counts(found, chosen, selection)) == len(measures)


def test_measures_of_an_unknown_field_are_counted_too() -> None:
    found = concept(measure("").replace("bildung", "weg"))
    rows = list(field_counts(found, states(found, Selection(), date(2024, 10, 15)), Selection()))
    assert [(row.id, row.title, row.total, row.unknown) for row in rows] == [
        ("bildung", "Bildung", 0, 0),
        ("", "", 1, 1),
    ]


@given(st.lists(st.sampled_from([*Status, None])))
def test_every_measure_is_counted_once(statuses: list[Status | None]) -> None:
    day = date(2024, 1, 1)
    entries = [f"verlauf: [{{datum: {day}, status: {status}}}]" if status else "" for status in statuses]
    text = "".join(measure(lines, f"M-{index:03d}") for index, lines in enumerate(entries, 1))
    found = states(concept(text), Selection(), day)
    row = count("", "", found)
    assert sum(getattr(row, phase) for phase in Phase) == row.total == len(found)


def test_what_a_measure_costs_over_all_years() -> None:
    year = """
    === haushalt/{year}.yaml
    stand: beschlossen
    konten: [{{konto: 4271200, ansatz: 5000}}]
    positionen:
      - id: H-{year}
        konto: 4271200
        massnahme: M-001
        geplant: {planned}
        buchungen:
          - {{datum: {year}-05-01, art: Auftrag, betrag: 100, beleg: A}}
          - {{datum: {year}-06-01, art: Ist, betrag: 60, beleg: R, zu: A}}
    """
    found = concept(year.format(year=2023, planned="150.50") + year.format(year=2024, planned="99.50"))
    (row,) = states(found, Selection(), date(2024, 10, 1))
    assert (row.planned_money, row.used_money) == (Decimal("250.00"), Decimal("200.00"))
    assert row.lead == "Referat für Migration und Teilhabe"
