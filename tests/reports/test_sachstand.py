"""The Umsetzungsbericht: which days it tells of, what became of measures, money, indicators, submissions; its laws."""

import json
from collections import Counter
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import concept
from ikonzept import loader
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.model.concept import Concept
from ikonzept.model.words import GoalResult, Status
from ikonzept.reports.measures import Selection
from ikonzept.reports.sachstand.goals import GoalProgress, Standing
from ikonzept.reports.sachstand.measures import MeasureProgress
from ikonzept.reports.sachstand.money import by_year
from ikonzept.reports.sachstand.outcomes import Outcomes
from ikonzept.reports.sachstand.period import NotAPeriod, Origin, Period, period
from ikonzept.reports.sachstand.report import Figures, Report, build
from ikonzept.reports.sachstand.steps import Hindrance
from ikonzept.reports.sachstand.turns import Turn

SINCE, UNTIL = date(2024, 1, 1), date(2024, 10, 15)
PERIOD = Period(SINCE, UNTIL, Origin.DAY)


def report(text: str, selection: Selection | None = None, found: Period = PERIOD) -> Report:
    return build(concept(text), found, selection)


def measure(history: str, more: str = "", name: str = "M-002", field: str = "bildung") -> str:
    return (
        f"=== massnahmen/{name}.yaml\ntitel: Titel {name}\nhandlungsfeld: {field}\nart: Projekt\n"
        f"federfuehrung: referat\n{more}\nverlauf:\n" + "".join(f"  - {{{entry}}}\n" for entry in history.split("; "))
    )


def one(history: str, more: str = "", found: Period = PERIOD) -> MeasureProgress:
    (own,) = [item for field in report(measure(history, more), found=found).fields for item in field.measures
              if item.id == "M-002"]  # fmt: skip
    return own


# --- which days ----------------------------------------------------------------------------------------------------

EDITIONS = """
=== fortschreibungen/2022.yaml
titel: Zwei
art: Erstfassung
status: beschlossen
beschlossen_am: 2022-06-22
wirksam_ab: 2022-07-01
=== fortschreibungen/2023.yaml
titel: Drei
art: ersetzt
vorgaenger: "2022"
status: beschlossen
beschlossen_am: 2023-06-21
=== fortschreibungen/2024.yaml
titel: Vier
art: ergänzt
vorgaenger: "2023"
status: Entwurf
=== fortschreibungen/teil-2.yaml
titel: Zweiter Teil
art: ergänzt
vorgaenger: "2023"
status: beschlossen
beschlossen_am: 2024-12-04
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, ("2023-06-21", Origin.IN_FORCE, "2023", None)),
        ("2022", ("2022-07-01", Origin.EDITION, "2022", "edition")),  # an edition first: its first day in force
        ("2023", ("2023-06-21", Origin.EDITION, "2023", "edition")),  # without a day of its own, the decision's
        ("2024", ("2024-01-01", Origin.YEAR, "2024", "year")),  # a draft is in force nowhere
        ("2021", ("2021-01-01", Origin.YEAR, None, None)),
        ("2023-07-01", ("2023-07-01", Origin.DAY, None, None)),
        (" 1.7.2023 ", ("2023-07-01", Origin.DAY, None, None)),
    ],
)
def test_since_when(said: str | None, expected: tuple[str, Origin, str | None, str | None]) -> None:
    found = period(concept(EDITIONS), said, UNTIL)
    assert (found.since.isoformat(), found.origin, found.edition, found.meant) == expected


@pytest.mark.parametrize(
    ("said", "until", "code"),
    [
        ("gestern", UNTIL, "report-since"),
        ("", UNTIL, "report-since"),
        ("0000", UNTIL, "report-since"),
        ("2024-02-30", UNTIL, "report-since-day"),
        ("31.02.2024", UNTIL, "report-since-day"),
        ("teil-2", UNTIL, "report-edition-open"),
        ("2025", UNTIL, "report-no-day"),
        ("2024-10-16", UNTIL, "report-no-day"),
        ("2022-07-02", date(2022, 7, 1), "report-no-day"),
        (None, date(2022, 6, 30), "report-no-edition"),
    ],
)
def test_there_is_no_such_period(said: str | None, until: date, code: str) -> None:
    with pytest.raises(NotAPeriod) as problem:
        period(concept(EDITIONS), said, until)
    assert problem.value.code == code


def test_a_period_holds_its_first_day_and_its_last() -> None:
    days = (PERIOD.eve, SINCE, UNTIL, UNTIL + timedelta(days=1), None)
    assert [PERIOD.holds(day) for day in days] == [False, True, True, False, False]
    assert [PERIOD.touches(year) for year in ("2023", "2024", "2025", "alt")] == [False, True, False, False]
    assert Period(date(2023, 12, 31), UNTIL, Origin.DAY).touches("2023")
    assert Period(date.min, UNTIL, Origin.DAY).eve == date.min


@pytest.mark.parametrize(
    ("said", "until", "frozen_on", "expected"),
    [
        (None, "2024-10-15", "2023-07-05", ("2023-06-21", "2023-07-05")),  # it ends with the day of the commit
        (None, "2024-10-15", "2023-06-20", ("2022-07-01", "2023-06-20")),  # told is what the edition before had done
        ("2023-01-01", "2023-03-01", "2023-06-21", ("2023-01-01", "2023-03-01")),
        ("2024-01-01", "2024-10-15", "2023-06-21", "report-frozen"),
        (None, "2024-10-15", "2022-06-22", "report-frozen-first"),
        (None, "2022-01-01", "2022-06-22", "report-no-edition"),
        ("2024-11-01", "2024-10-15", None, "report-no-day"),
    ],
)
def test_a_state_that_was_committed_knows_nothing_later(
    said: str | None, until: str, frozen_on: str | None, expected: tuple[str, str] | str
) -> None:
    frozen = date.fromisoformat(frozen_on) if frozen_on else None
    try:
        found = period(concept(EDITIONS), said, date.fromisoformat(until), frozen)
    except NotAPeriod as problem:
        assert problem.code == expected
    else:
        assert (str(found.since), str(found.until)) == expected
        assert found.frozen_on == frozen


# --- a measure -----------------------------------------------------------------------------------------------------


def test_a_status_tells_what_it_was_before() -> None:
    found = one(
        "datum: 2023-05-01, status: geplant; datum: 2023-12-31, status: begonnen; datum: 2024-01-01, "
        "sachstand: Läuft.; datum: 2024-03-01, status: begonnen; datum: 2024-04-01, status: fortgeschritten; "
        "datum: 2024-10-16, status: abgeschlossen"
    )
    assert [(entry.date.isoformat(), entry.left, entry.entered, entry.report) for entry in found.entries] == [
        ("2024-01-01", None, None, "Läuft."),  # the first day belongs to it
        ("2024-03-01", None, None, None),  # said again, nothing changed
        ("2024-04-01", Status.STARTED, Status.ADVANCED, None),
    ]
    assert (found.status_before, found.status, str(found.status_since)) == (
        Status.STARTED,
        Status.ADVANCED,
        "2024-04-01",
    )


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ("datum: 2024-02-01, status: vorgeschlagen", (True, False, False, False)),
        ("datum: 2024-01-01, status: vorgeschlagen", (True, False, False, False)),
        ("datum: 2023-12-31, status: vorgeschlagen", (False, False, False, True)),
        ("datum: 2023-05-01, status: geplant; datum: 2024-02-01, sachstand: Läuft.", (False, False, True, False)),
        ("datum: 2023-05-01, status: geplant; datum: 2024-02-01, status: begonnen", (False, False, False, True)),
        ("datum: 2023-05-01, status: geplant; datum: 2024-02-01, status: zurückgestellt, grund: Krank",
         (False, False, True, False)),
        ("datum: 2023-05-01, status: abgeschlossen", (False, True, False, False)),
        ("datum: 2023-05-01, status: übergegangen", (False, True, False, False)),
        ("datum: 2023-05-01, status: zurückgestellt, grund: Krank", (False, False, False, True)),
        ("datum: 2023-05-01, status: geplant; datum: 2024-10-16, sachstand: Läuft.", (False, False, False, True)),
    ],
)  # fmt: skip
def test_of_which_measures_nothing_was_said(history: str, expected: tuple[bool, bool, bool, bool]) -> None:
    found = one(history)
    assert (found.is_new, found.was_over, found.reported, found.is_silent) == expected


@pytest.mark.parametrize(
    ("history", "more", "expected"),
    [
        ("datum: 2024-09-01, status: begonnen", "", []),
        ("datum: 2024-09-01, status: begonnen", "laufzeit: {ende: 2024-09-30}",
         [(Hindrance.OVERDUE, "2024-09-30", None)]),
        ("datum: 2024-02-01, status: begonnen", "", [(Hindrance.STALE, "2024-02-01", None)]),
        ("datum: 2024-08-01, status: in Umsetzung; datum: 2024-09-01, status: begonnen, grund: Neu angesetzt", "",
         [(Hindrance.BACK, "2024-09-01", "Neu angesetzt")]),
        ("datum: 2024-08-01, status: begonnen; datum: 2024-09-01, status: neu ausgerichtet, grund: Anders", "",
         [(Hindrance.REORIENTED, "2024-09-01", "Anders")]),
        ("datum: 2023-08-01, status: neu ausgerichtet, grund: Anders; datum: 2024-09-01, sachstand: Geht", "", []),
        ("datum: 2023-08-01, status: zurückgestellt, grund: Krank", "", [(Hindrance.DEFERRED, "2023-08-01", "Krank")]),
        ("datum: 2023-08-01, status: zurückgestellt, grund: Krank; datum: 2024-09-01, status: begonnen", "", []),
        ("datum: 2024-08-01, status: nicht weiterverfolgt, grund: Teuer", "",
         [(Hindrance.DROPPED, "2024-08-01", "Teuer")]),
        ("datum: 2023-08-01, status: nicht weiterverfolgt, grund: Teuer", "", []),
    ],
)  # fmt: skip
def test_what_stood_in_its_way(history: str, more: str, expected: list[tuple[Hindrance, str, str | None]]) -> None:
    assert [(item.kind, str(item.date), item.reason) for item in one(history, more).obstacles] == expected


# --- what happened -------------------------------------------------------------------------------------------------


def kinds(history: str, more: str = "") -> list[str]:
    found = report(measure(history, more)).outcomes
    return [item.name for item in fields(Outcomes) if any(one.id == "M-002" for one in getattr(found, item.name))]


@pytest.mark.parametrize(
    ("history", "more", "expected"),
    [
        ("datum: 2024-02-01, status: vorgeschlagen", "", ["new"]),
        ("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: abgeschlossen", "", ["completed"]),
        ("datum: 2023-02-01, status: abgeschlossen; datum: 2024-02-01, status: abgeschlossen", "", []),
        (("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: abgeschlossen; datum: 2024-03-01, "
         "status: in Umsetzung, grund: Doch nicht"), "", ["back"]),
        ("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: übertragen", "", ["transferred"]),
        ("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: übergegangen", "", ["merged"]),
        (("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: zurückgestellt, grund: Krank; "
         "datum: 2024-03-01, status: geplant"), "", []),
        (("datum: 2023-02-01, status: geplant; datum: 2024-02-01, status: neu ausgerichtet, grund: Anders; "
         "datum: 2024-03-01, status: geplant"), "", ["reoriented"]),
        ("datum: 2023-02-01, status: geplant", "laufzeit: {ende: 2024-10-15}", ["ended"]),
        ("datum: 2023-02-01, status: geplant", "laufzeit: {ende: 2024-01-01}", ["ended"]),
        ("datum: 2023-02-01, status: geplant", "laufzeit: {ende: 2023-12-31}", []),
        ("datum: 2023-02-01, status: geplant", "laufzeit: {ende: 2024-10-16}", []),
    ],
)  # fmt: skip
def test_what_became_of_measures(history: str, more: str, expected: list[str]) -> None:
    assert kinds(history, more) == expected


def test_what_went_over_is_told_with_what_it_went_into() -> None:
    text = (
        measure("datum: 2023-02-01, status: begonnen; datum: 2024-02-01, status: übergegangen, sachstand: Gut.")
        + measure("datum: 2024-02-01, status: geplant", "herkunft: {art: zusammengeführt, aus: [M-002]}", "M-003")
        + measure("datum: 2024-12-01, status: geplant", "herkunft: {art: zusammengeführt, aus: [M-002]}", "M-004")
    )
    found = report(text)
    (merged,) = found.outcomes.merged
    assert [(item.id, item.title) for item in merged.related] == [("M-003", "Titel M-003")]  # M-004 comes later
    assert merged.said == "Gut."
    new = next(item for item in found.outcomes.new if item.id == "M-003")
    assert [item.id for item in new.related] == ["M-002"]


# --- money, indicators, submissions --------------------------------------------------------------------------------

MONEY = """
=== haushalt/2023.yaml
stand: beschlossen
konten: [{konto: "4271305", ansatz: 500.00}]
positionen: [{id: H-1, konto: "4271305", massnahme: M-001, geplant: 400.00, ist: 300.00}]
=== haushalt/2024.yaml
stand: beschlossen
konten: [{konto: "4271305", ansatz: 1000.00}]
positionen:
  - id: H-2
    konto: "4271305"
    massnahme: M-001
    geplant: 600.00
    buchungen:
      - {datum: 2024-02-01, art: Auftrag, betrag: 200.00, beleg: A-1}
      - {datum: 2024-10-16, art: Ist, betrag: 200.00, zu: A-1}
  - {id: H-3, konto: "4271305", zweck: Forum, geplant: 100.00, ist: 50.00}
"""


def test_money_is_that_of_the_years_booked_by_the_last_day() -> None:
    found = report(MONEY)
    (year,) = found.money
    assert year.accounts.year == "2024"
    assert [str(value) for value in (year.measures.planned, year.measures.committed, year.measures.actual)] == [
        "600.00",
        "200.00",
        "0.00",
    ]
    assert (year.other.planned, year.other.actual) == (Decimal("100.00"), Decimal("50.00"))
    assert (found.total.planned, found.total.committed, found.total.actual) == (600, 200, 0)


def test_money_of_a_selection_is_its_measures_alone() -> None:
    (year,) = report(MONEY, Selection(unit="caritas")).money
    assert (year.measures.planned, year.other.planned) == (0, 0)
    assert year.accounts.total.selected is not None
    assert year.accounts.total.selected.planned == 0


INDICATOR = "=== monitoring/kennzahlen/a.yaml\ntitel: A\neinheit: Personen\n{more}\n=== monitoring/werte/a.csv\njahr;merkmal;wert;stand;hinweis\n{rows}\n"


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        ("2022;;80;2023-05;|2023;;100;2024-05;", "", ("80", "100", "25.0", None, None)),
        ("2022;;80;2023-05;|2023;;100;2024-05;", "richtung: mehr ist besser\nziel: {jahr: 2025, wert: 90}",
         ("80", "100", "25.0", "better", True)),
        ("2022;;80;2023-05;|2023;;100;2024-05;", "richtung: weniger ist besser\nziel: {jahr: 2025, wert: 90}",
         ("80", "100", "25.0", "worse", False)),
        ("2022;;80;2023-05;|2023;;80;2024-05;", "richtung: mehr ist besser", ("80", "80", "0.0", "same", None)),
        ("2022;;80;2023-05;", "richtung: mehr ist besser", ("80", "80", None, None, None)),  # no new value
        ("2023;;100;2024-05;", "richtung: mehr ist besser", (None, "100", None, None, None)),
        ("2022;;80;2023-05;|2023;;100;2024-05;", "richtung: mehr ist besser\nbrueche: [{jahr: 2023, grund: Zensus}]",
         ("80", "100", None, None, None)),
        ("2022;;80;2023-05;|2023;;100;2024-05;", "ziel: {jahr: 2025, wert: 90}", ("80", "100", "25.0", None, None)),
    ],
)  # fmt: skip
def test_an_indicator_then_and_now(rows: str, more: str, expected: tuple[str | None, ...]) -> None:
    (found,) = report(INDICATOR.format(rows=rows.replace("|", "\n"), more=more)).indicators
    told = (found.then and str(found.then.value), str(found.now.value), found.change, found.verdict, found.reached)
    assert tuple(str(item) if isinstance(item, Decimal) else item for item in told) == expected


def test_an_indicator_without_a_value_by_the_last_day_is_left_out() -> None:
    assert report(INDICATOR.format(rows="2024;;80;2024-11;", more="")).indicators == ()


SUBMISSIONS = """
=== beteiligung/2023-11-01-forum.yaml
titel: Forum
datum: 2023-11-01
teilgenommen: 20
handlungsfelder: [bildung]
anregungen:
  - nummer: 1
    von: caritas
    text: Zuvor.
    abwaegung: {ergebnis: gefolgt, datum: 2023-12-01}
  - nummer: 2
    von_person: Beispielperson
    text: Im Zeitraum.
    abwaegung: {ergebnis: nicht gefolgt, begruendung: Nein, datum: 2024-02-01}
    fuehrt_zu: [M-001, bildung.1]
  - nummer: 3
    text: Danach.
    abwaegung: {ergebnis: gefolgt, datum: 2024-10-16}
  - nummer: 4
    text: Ohne Tag.
    abwaegung: {ergebnis: gefolgt}
  - {nummer: 5, text: Offen.}
=== beteiligung/2024-05-01-treff.yaml
titel: Treff
datum: 2024-05-01
anregungen: [{nummer: 1, text: Ohne Tag., abwaegung: {ergebnis: gefolgt}}]
"""


def test_submissions_answered_in_the_period_and_those_that_wait() -> None:
    found = report(SUBMISSIONS).participation
    assert [item.id for item in found.answered] == ["2023-11-01-forum.2", "2024-05-01-treff.1"]
    assert [item.id for item in found.answered[0].leads_to] == ["M-001", "bildung.1"]
    assert [item.id for item in found.waiting] == ["2023-11-01-forum.3", "2023-11-01-forum.5"]
    assert [event.id for event in found.events] == ["2024-05-01-treff"]


@pytest.mark.parametrize(
    ("selection", "answered", "events"),
    [
        (Selection(field="bildung"), ["2023-11-01-forum.2"], 0),
        (Selection(unit="referat"), ["2023-11-01-forum.2"], 0),  # what leads to its measure
        (Selection(unit="caritas"), [], 0),
    ],
)
def test_submissions_of_a_selection(selection: Selection, answered: list[str], events: int) -> None:
    found = report(SUBMISSIONS, selection).participation
    assert [item.id for item in found.answered] == answered
    assert len(found.events) == events


TALK = """
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele: [{nummer: 1, text: Eins, kennzahlen: [a]}]
=== handlungsfelder/sport.yaml
titel: Sport
ziele: [{nummer: 1, text: Laufen}]
=== monitoring/kennzahlen/a.yaml
titel: A
einheit: Personen
=== beteiligung/2024-05-01-treff.yaml
titel: Treff
datum: 2024-05-01
handlungsfelder: [bildung, sport]
intern: Nachfassen.
anregungen:
  - {nummer: 1, text: Zu sport., bezug: sport.1, abwaegung: {ergebnis: gefolgt}}
  - {nummer: 2, text: Zu bildung., fuehrt_zu: [M-001], abwaegung: {ergebnis: gefolgt}}
  - {nummer: 3, text: Zu beidem., bezug: sport, fuehrt_zu: [bildung.1], abwaegung: {ergebnis: gefolgt}}
  - {nummer: 4, text: Zu nichts., abwaegung: {ergebnis: gefolgt}}
  - {nummer: 5, text: Zur Kennzahl., bezug: a}
=== beteiligung/2024-06-01-runde.yaml
titel: Runde
datum: 2024-06-01
anregungen: [{nummer: 1, text: Zu M-001., bezug: M-001}]
"""


@pytest.mark.parametrize(
    ("field", "answered", "waiting", "events"),
    [
        ("bildung", ["2 False ()", "3 False ('Sport',)", "4 True ('Sport',)"], ["5 False ()", "1 False ()"],
         ["Treff 4 True", "Runde 1 False"]),
        ("sport", ["1 False ()", "3 False ('Bildung',)", "4 True ('Bildung',)"], [], ["Treff 3 True"]),
    ],
)  # fmt: skip
def test_a_submission_belongs_to_the_field_that_it_concerns(
    field: str, answered: list[str], waiting: list[str], events: list[str]
) -> None:
    found = report(TALK, Selection(field=field)).participation
    for items, expected in ((found.answered, answered), (found.waiting, waiting)):
        told = [(item.id.rpartition(".")[2], item.belongs) for item in items]
        assert [f"{number} {one.by_event} {one.others}" for number, one in told if one] == expected
    assert [f"{one.title} {one.submissions} {one.shared}" for one in found.events] == events


def test_the_note_on_an_event_is_told_once() -> None:
    found = report(TALK).participation
    assert [(one.event, one.internal) for one in found.notes] == [("Treff", "Nachfassen.")]
    assert all(one.internal is None and one.belongs is None for one in (*found.answered, *found.waiting))


CLOSED = """
=== haushalt/2023.yaml
stand: beschlossen
abgeschlossen_am: 2024-02-01
konten: [{konto: "4271305", ansatz: 500.00}, {konto: "4271200", ansatz: 100.00}]
positionen: [{id: H-1, konto: "4271305", massnahme: M-001, geplant: 400.00, ist: 300.00}]
"""
NEXT = '=== haushalt/2024.yaml\nstand: beschlossen\nkonten: [{konto: "4271305", ansatz: 500.00, uebertragung: 120.00}]\npositionen: []\n'


@pytest.mark.parametrize(
    ("text", "until", "expected"),
    [
        (CLOSED + NEXT, UNTIL, ("300.00", "120.00", "180.00")),
        (CLOSED, UNTIL, ("300.00", "None", "None")),  # nobody knows yet
        (CLOSED + NEXT, date(2024, 1, 31), None),  # not closed yet on the last day
    ],
)
def test_what_became_of_the_rest_of_a_closed_year(text: str, until: date, expected: tuple[str, ...] | None) -> None:
    year = report(text, found=Period(date(2023, 6, 1), until, Origin.DAY)).money[0]
    rest = year.rest
    assert (rest and tuple(map(str, (rest.unspent, rest.carried, rest.lapsed)))) == expected


PAPER = """
=== vorlagen/2023-051.md
---
titel: Konzept
art: Beschlussvorlage
status: öffentlich
beratungsfolge:
  - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2023-06-21, oeffentlich: nein, ergebnis: vorberaten}
  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2023-06-21, oeffentlich: ja, ergebnis: geändert beschlossen}
---
=== fortschreibungen/2023.yaml
titel: Drei
art: Erstfassung
status: beschlossen
beschlossen_am: 2023-06-21
vorlage: 2023/051
=== fortschreibungen/2024.yaml
titel: Vier
art: ergänzt
vorgaenger: "2023"
status: Entwurf
begruendungen: {M-002: Darum}
"""


def test_who_decided_on_the_edition_in_force() -> None:
    by = report(PAPER).in_force_by
    assert by
    assert (by.paper, by.committee is not None, str(by.date)) == ("2023/051", True, "2023-06-21")
    other = report(PAPER.replace("beschlossen_am: 2023-06-21", "beschlossen_am: 2023-06-22")).in_force_by
    assert other
    assert (other.committee, str(other.date)) == (None, "2023-06-22")


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", (1, "2024")), (measure("datum: 2024-02-01, status: vorgeschlagen", "", "M-003"), (2, None))],
)
def test_what_is_only_proposed_is_told_apart(more: str, expected: tuple[int, str | None]) -> None:
    found = report(PAPER + measure("datum: 2024-02-01, status: vorgeschlagen") + more)
    assert (found.total.proposed, found.proposed_in) == expected


def test_what_cannot_be_read_is_told_where_it_is_missing() -> None:
    paths = ("vorlagen/2024-001.md", "massnahmen/M-007.yaml", "README.md")
    assert build(concept(), PERIOD, unreadable=paths).unreadable == ("massnahmen/M-007.yaml",)


def test_a_measure_of_an_unknown_field_stands_last() -> None:
    text = measure("datum: 2024-02-01, status: geplant", field="nirgends")
    assert [(field.id, [item.id for item in field.measures]) for field in report(text).fields] == [
        ("bildung", ["M-001"]),
        ("", ["M-002"]),
    ]


# --- goals ---------------------------------------------------------------------------------------------------------

GOALS = (
    EDITIONS
    + """
=== monitoring/kennzahlen/a.yaml
titel: A
einheit: Personen
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele:
  - {nummer: 4, text: Vier, setzt_fort: [bildung.3, sport.1]}
  - nummer: 1
    text: Eins
    bewertung: {ergebnis: erreicht, begruendung: Geschafft., belege: [a, fehlt]}
    beendet_mit: "2022"
  - nummer: 2
    text: Zwei
    setzt_fort: [bildung.1, fehlt.1]
    kennzahlen: [a, fehlt]
    bewertung: {ergebnis: teilweise erreicht, begruendung: Zur Hälfte., belege: [a]}
    beendet_mit: "2023"
  - nummer: 3
    text: Drei
    setzt_fort: [bildung.2]
    bewertung: {ergebnis: nicht erreicht}
    beendet_mit: "2024"
=== handlungsfelder/sport.yaml
titel: Sport
ziele:
  - {nummer: 1, text: Laufen, bewertung: {ergebnis: nicht beurteilbar}, beendet_mit: teil-2}
  - {nummer: 2, text: Springen, setzt_fort: [sport.1]}
"""
)


def goals(since: str, until: str, text: str = GOALS, selection: Selection | None = None) -> dict[str, GoalProgress]:
    days = Period(date.fromisoformat(since), date.fromisoformat(until), Origin.DAY)
    return {goal.id: goal for field in report(text, selection, days).fields for goal in field.goals}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        # before 2023 takes effect nothing of it is known: neither its assessment nor the goal with which it goes on
        ("2022-01-01", "2022-12-31", ["1 ended", "2 in_force", "4 to_come", "sport.1 in_force"]),
        (
            "2022-07-01",
            "2022-12-31",
            ["2 in_force", "4 to_come", "sport.1 in_force"],
        ),  # ended on the first day: told before
        ("2022-07-01", "2024-10-15", ["2 ended", "3 in_force", "4 to_come", "sport.1 in_force"]),
        ("2023-06-20", "2024-10-15", ["2 ended", "3 in_force", "4 to_come", "sport.1 in_force"]),
        ("2023-06-21", "2024-10-15", ["3 in_force", "4 to_come", "sport.1 in_force"]),
        ("2024-10-15", "2024-12-31", ["3 in_force", "4 to_come", "sport.1 ended", "sport.2 in_force"]),
    ],
)
def test_which_goals_applied(since: str, until: str, expected: list[str]) -> None:
    found = goals(since, until)
    assert [f"{name.removeprefix('bildung.')} {goal.standing}" for name, goal in found.items()] == expected


def test_a_goal_adopted_for_a_later_day_is_to_come() -> None:
    text = GOALS.replace("beschlossen_am: 2024-12-04", "beschlossen_am: 2024-10-01\nwirksam_ab: 2025-01-01")
    found = goals("2024-01-01", "2024-10-15", text)
    old, new = found["sport.1"], found["sport.2"]
    assert (old.standing, old.assessment_pending, new.standing) == (Standing.IN_FORCE, True, Standing.TO_COME)
    assert old.ends == new.begins == Turn("teil-2", date(2025, 1, 1), pending=True)


def test_what_is_said_of_an_assessed_goal() -> None:
    two = goals("2022-07-01", "2024-10-15")["bildung.2"]
    assert (two.result, two.reason, two.assessment_pending) == ("teilweise erreicht", "Zur Hälfte.", False)
    assert [item.id for item in (*two.evidence, *two.indicators)] == ["a", "a"]
    assert two.ends == Turn("2023", date(2023, 6, 21), pending=False)
    assert [(kin.id, kin.field, kin.result) for kin in two.continues] == [("bildung.1", "", "erreicht")]
    assert [(kin.id, kin.text) for kin in two.continued_by] == [("bildung.3", "Drei")]


def test_what_a_draft_says_of_goals_is_pending() -> None:
    found = goals("2023-07-01", "2024-10-15")
    three, four = found["bildung.3"], found["bildung.4"]
    assert (three.result, three.assessment_pending, three.standing) == ("nicht erreicht", True, Standing.IN_FORCE)
    assert four.begins == Turn("2024", None, pending=True)
    assert [(kin.id, kin.field) for kin in four.continues] == [("bildung.3", ""), ("sport.1", "Sport")]


def test_an_assessment_is_not_told_before_it_was_adopted() -> None:
    sport = goals("2024-01-01", "2024-10-15")["sport.1"]
    assert (sport.result, sport.ends, sport.continued_by) == (None, None, ())


@pytest.mark.parametrize(("more", "standing"), [("", Standing.IN_FORCE), ("beendet_mit: fehlt", Standing.ENDED)])
def test_an_assessment_without_an_edition_that_can_be_dated_is_told(more: str, standing: Standing) -> None:
    text = f"=== handlungsfelder/bildung.yaml\ntitel: Bildung\nziele:\n  - nummer: 1\n    text: Eins\n    bewertung: {{ergebnis: erreicht}}\n    {more}"
    one = goals("2024-01-01", "2024-10-15", text)["bildung.1"]
    assert (one.result, one.assessment_pending, one.standing) == ("erreicht", False, standing)


TWO = (
    EDITIONS
    + """
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele: [{nummer: 1, text: Eins}, {nummer: 2, text: Zwei}, {nummer: 3, text: Drei, setzt_fort: [bildung.2]}]
"""
)
BOTH = TWO + '=== fortschreibungen/2025.yaml\ntitel: F\nart: ersetzt\nvorgaenger: "2024"\nstatus: Entwurf\n'


@pytest.mark.parametrize(
    ("text", "adopted", "expected"),
    [
        (TWO, None, ["1 in_force", "2 in_force", "3 in_force"]),  # git cannot tell
        (TWO, {"bildung.1": "2022"}, ["1 in_force", "2 to_come", "3 to_come"]),  # no adopted edition has them
        (TWO, {"bildung.1": "2022", "bildung.2": "teil-2", "bildung.3": "fehlt"}, ["1 in_force", "3 in_force"]),
        (BOTH, {"bildung.1": "2022"}, ["1 in_force", "2 in_force", "3 in_force"]),  # of which draft, nobody knows
        (BOTH + "begruendungen: {bildung.3: Darum}", {"bildung.1": "2022"}, ["1 in_force", "2 in_force", "3 to_come"]),
    ],
)
def test_goals_that_no_adopted_edition_has_are_those_of_the_draft(
    text: str, adopted: dict[str, str] | None, expected: list[str]
) -> None:
    told = build(concept(text), PERIOD, adopted=adopted)
    assert [f"{goal.number} {goal.standing}" for field in told.fields for goal in field.goals] == expected


SERVED = (
    measure("datum: 2024-02-01, status: begonnen", "ziele: [bildung.1, bildung.2, bildung.1]")
    + measure("datum: 2024-02-01, status: geplant", "ziele: [bildung.2]\nbeteiligte: [caritas]", "M-003", "sport")
    + measure("datum: 2024-12-01, status: geplant", "ziele: [bildung.2]", "M-004")
    + "=== handlungsfelder/bildung.yaml\ntitel: Bildung\nziele: [{nummer: 1, text: Eins}, {nummer: 2, text: Zwei}]\n"
    + "=== handlungsfelder/sport.yaml\ntitel: Sport\nziele: [{nummer: 1, text: Laufen}]\n"
)


def test_a_measure_stands_under_each_goal_that_it_serves() -> None:
    found = goals("2024-01-01", "2024-10-15", SERVED)
    assert {name: [(item.id, item.status) for item in goal.measures] for name, goal in found.items()} == {
        "bildung.1": [("M-002", Status.STARTED)],
        "bildung.2": [("M-002", Status.STARTED), ("M-003", Status.PLANNED)],  # of another field too; M-004 comes later
        "sport.1": [],
    }


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(field="bildung"), {"bildung.1": [True], "bildung.2": [True, False]}),
        (Selection(unit="referat"), {"bildung.1": [True], "bildung.2": [True, True]}),
        (Selection(unit="caritas"), {}),  # its measure serves a goal of a field of which nothing is told
    ],
)
def test_the_goals_of_a_selection(selection: Selection, expected: dict[str, list[bool]]) -> None:
    found = goals("2024-01-01", "2024-10-15", SERVED, selection)
    assert {name: [item.told for item in goal.measures] for name, goal in found.items()} == expected


def test_a_field_with_goals_and_no_measure_is_told() -> None:
    text = "=== handlungsfelder/sport.yaml\ntitel: Sport\nziele: [{nummer: 1, text: Laufen}]\n=== handlungsfelder/leer.yaml\ntitel: Leer\n"
    assert [(field.id, len(field.goals), len(field.measures)) for field in report(text).fields] == [
        ("bildung", 1, 1),
        ("sport", 1, 0),
    ]


# --- laws ----------------------------------------------------------------------------------------------------------

DAYS = st.dates(date(2023, 1, 1), date(2025, 6, 30))
ENTRY = st.fixed_dictionaries(
    {"datum": DAYS.map(str), "status": st.sampled_from([None, *(status.value for status in Status)])},
    optional={"sachstand": st.just("Geht voran."), "grund": st.just("Darum.")},
)


GOAL_IDS = [f"{field}.{number}" for field in ("bildung", "sport") for number in (1, 2, 3)]
GOALS_OF_A_FIELD = st.lists(
    st.fixed_dictionaries(
        {"nummer": st.sampled_from("123"), "text": st.just("Ein Ziel")},
        optional={
            "setzt_fort": st.lists(st.sampled_from(GOAL_IDS), max_size=2),
            "bewertung": st.fixed_dictionaries({"ergebnis": st.sampled_from([result.value for result in GoalResult])}),
            "beendet_mit": st.sampled_from(["e1", "e2", "e3", "fehlt"]),
        },
    ),
    max_size=3,
    unique_by=lambda goal: goal["nummer"],
)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Measures with any Verlauf, in known and unknown fields, with goals of any kind and money in three years."""
    files = dict(MINIMAL)
    names = [f"M-{number:03d}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    for name in names:
        history = sorted(draw(st.lists(ENTRY, max_size=6)), key=lambda entry: entry["datum"])
        content: dict[str, Any] = {
            "titel": name,
            "handlungsfeld": draw(st.sampled_from(["bildung", "sport", "nirgends"])),
            "art": "Projekt",
            "federfuehrung": draw(st.sampled_from(["referat", "caritas"])),
            "verlauf": history,
            "laufzeit": {"ende": str(draw(DAYS))},
            "ziele": draw(st.lists(st.sampled_from(GOAL_IDS), max_size=3)),
        }
        files[f"massnahmen/{name}.yaml"] = json.dumps(content)
    for number, status in enumerate(("beschlossen", "beschlossen", "Entwurf"), start=1):
        edition = {"titel": f"E{number}", "art": "Erstfassung", "status": status}
        dates = {"beschlossen_am": str(draw(DAYS)), "wirksam_ab": str(draw(DAYS))}
        files[f"fortschreibungen/e{number}.yaml"] = json.dumps(edition | (dates if status == "beschlossen" else {}))
    for field in ("bildung", "sport"):
        files[f"handlungsfelder/{field}.yaml"] = json.dumps({"titel": field, "ziele": draw(GOALS_OF_A_FIELD)})
    for year in (2023, 2024, 2025):
        lines = [
            {"id": f"H-{year}-{number}", "konto": "4271305", "geplant": f"{draw(st.integers(0, 900))}.00"}
            | {"ist": f"{draw(st.integers(0, 900))}.50", "gebunden": f"{draw(st.integers(0, 900))}.00"}
            | ({"massnahme": draw(st.sampled_from(names))} if draw(st.booleans()) else {"zweck": "Anderes"})
            for number in range(draw(st.integers(0, 4)))
        ]
        accounts = [{"konto": "4271305", "ansatz": "1000.00"}]
        files[f"haushalt/{year}.yaml"] = json.dumps({"stand": "beschlossen", "konten": accounts, "positionen": lines})
    found = loader.load(files)
    assert found.findings == ()
    return found.concept


@st.composite
def periods(draw: st.DrawFn) -> Period:
    since = draw(st.dates(date(2023, 1, 1), date(2025, 6, 1)))
    return Period(since, since + timedelta(days=draw(st.integers(1, 600))), Origin.DAY)


SELECTIONS = st.sampled_from([Selection(), Selection(field="bildung"), Selection(unit="caritas")])


def figures(found: Figures) -> Counter[str]:
    """Everything that is counted or added up, of goals too."""
    counted = {
        name.name: getattr(found, name.name) for name in fields(Figures) if name.name not in {"measures", "goals"}
    }
    counted |= {"goals.total": found.goals.total, "goals.to_come": found.goals.to_come}
    for part in ("assessed", "assessed_pending"):
        results = getattr(found.goals, part)
        counted |= {f"goals.{part}.{name.name}": getattr(results, name.name) for name in fields(results)}
    phases = {
        f"measures.{name.name}": getattr(found.measures, name.name)
        for name in fields(found.measures)
        if name.name not in {"id", "title"}
    }
    return Counter({name: int(value * 100) for name, value in (counted | phases).items()})


@given(concepts(), periods(), SELECTIONS)
def test_the_fields_together_are_the_total(found: Concept, days: Period, chosen: Selection) -> None:
    told = build(found, days, chosen)
    together = sum((figures(field.figures) for field in told.fields), start=Counter[str]())
    assert +together == +figures(told.total)


@given(concepts(), periods(), SELECTIONS)
def test_every_measure_of_the_selection_is_told_once(found: Concept, days: Period, chosen: Selection) -> None:
    told = build(found, days, chosen)
    names = [item.id for field in told.fields for item in field.measures]
    known = {
        name
        for name, item in found.measures.items()
        if chosen.holds(item) and (not item.history or item.history[0].date <= days.until)
    }
    assert sorted(names) == sorted(known)
    assert set(told.silent) <= known


@given(concepts(), periods(), SELECTIONS)
def test_every_goal_that_applies_is_told_once(found: Concept, days: Period, chosen: Selection) -> None:
    told = build(found, days, chosen)
    names = [goal.id for field in told.fields for goal in field.goals]
    assert len(names) == len(set(names))
    shown = {field.id for field in told.fields}
    served = {name for field in told.fields for item in field.measures for name in found.measures[item.id].goals}
    for name, goal in found.goals.items():
        end = found.editions.get(goal.ended_with or "")
        day, adopted = (end.in_force_from, end.adopted_on) if end else (None, None)
        applies = day is None or adopted is None or day > days.since or adopted > days.until
        if name.partition(".")[0] in shown and applies and not goal.continues and (not chosen.unit or name in served):
            assert name in names
        elif not applies:
            assert name not in names


@given(concepts(), periods())
def test_a_goal_names_the_measures_that_serve_it(found: Concept, days: Period) -> None:
    told = build(found, days)
    known = {item.id for field in told.fields for item in field.measures}
    for field in told.fields:
        for goal in field.goals:
            serving = [name for name, item in found.measures.items() if goal.id in item.goals and name in known]
            assert [item.id for item in goal.measures] == serving
            assert all(
                item.told and item.status is found.measures[item.id].status_on(days.until) for item in goal.measures
            )


ADOPTED = st.none() | st.dictionaries(st.sampled_from(GOAL_IDS), st.sampled_from(["e1", "e2"]))


@given(concepts(), periods(), ADOPTED)
def test_nothing_adopted_after_the_period_is_told_of_goals(
    found: Concept, days: Period, adopted: dict[str, str] | None
) -> None:
    for field in build(found, days, adopted=adopted).fields:
        for goal in field.goals:
            for turn in (goal.begins, goal.ends):
                edition = found.editions.get(turn.edition) if turn else None
                assert not edition or not edition.adopted_on or edition.adopted_on <= days.until
            assert goal.result is None or goal.ends or found.goals[goal.id].ended_with is None


@given(concepts(), periods())
def test_nothing_before_or_after_the_period_is_told_as_since(found: Concept, days: Period) -> None:
    told = build(found, days)
    measures = [item for field in told.fields for item in field.measures]
    dated = [entry.date for item in measures for entry in item.entries]
    dated += [item.date for name in fields(Outcomes) for item in getattr(told.outcomes, name.name)]
    assert all(days.since <= day <= days.until for day in dated)
    assert len([entry for item in measures for entry in item.entries]) == sum(
        days.since <= entry.date <= days.until for item in found.measures.values() for entry in item.history
    )


@given(concepts(), periods())
def test_what_was_completed_is_told_as_completed(found: Concept, days: Period) -> None:
    told = build(found, days)
    completed = {
        name
        for name, item in found.measures.items()
        if item.status_on(days.until) is Status.COMPLETED
        and (item.status_on(_eve(days)) is not Status.COMPLETED or _left(found, name, days, Status.COMPLETED))
    }
    assert {item.id for item in told.outcomes.completed} == completed


def _left(found: Concept, name: str, days: Period, status: Status) -> bool:
    """Whether a measure was in another status in between."""
    history = found.measures[name].history
    return any(entry.status not in {None, status} for entry in history if days.since <= entry.date <= days.until)


def _eve(days: Period) -> date:
    """The day before the first one of a period, which belongs to it."""
    return days.since - timedelta(days=1)


@given(concepts(), periods())
def test_a_measure_ends_in_one_way(found: Concept, days: Period) -> None:
    told = build(found, days).outcomes
    ends = (told.completed, told.deferred, told.dropped, told.merged, told.transferred)
    names = [item.id for part in ends for item in part]
    assert len(names) == len(set(names))


@given(concepts(), periods())
def test_the_money_of_a_year_is_that_of_its_measures_and_the_rest(found: Concept, days: Period) -> None:
    told = build(found, days)
    measures = [item for field in told.fields for item in field.measures]
    for year in told.money:
        for name in ("planned", "committed", "actual"):
            own = sum(
                getattr(used, name) for item in measures for used in item.money if used.year == year.accounts.year
            )
            assert own == getattr(year.measures, name)
            assert own + getattr(year.other, name) == getattr(year.accounts.total, name)
    assert [year.accounts.year for year in told.money] == [
        year.accounts.year for year in by_year(found, days, Selection(), frozenset())
    ]


@given(concepts(), periods(), SELECTIONS)
def test_of_every_measure_it_is_said_whether_it_was_reported(found: Concept, days: Period, chosen: Selection) -> None:
    for told in (build(found, days, chosen).total, *(field.figures for field in build(found, days, chosen).fields)):
        assert told.reported + told.silent + told.over + told.just_new == told.measures.total
        assert told.proposed <= told.measures.planned
