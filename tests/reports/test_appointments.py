"""Everything that a calendar shows, and what it is known again by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.concept import Concept
from ikonzept.model.public import public
from ikonzept.reports.appointments import Appointment, Occasion, build, marked
from ikonzept.reports.calendar import deadlines
from ikonzept.reports.measures import Selection, states

STORY = """
    === vorlagen/2024-112.md
    ---
    titel: Ergänzung
    art: Beschlussvorlage
    status: öffentlich
    federfuehrung: Referat für Migration und Teilhabe
    beratungsfolge:
      - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-12-04, oeffentlich: nein, ergebnis: vorberaten}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja, ergebnis: vertagt}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2025-02-05, oeffentlich: ja}
      - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}
    ---
    === vorlagen/2024-100.md
    ---
    titel: Bericht
    art: Mitteilungsvorlage
    status: nichtöffentlich
    beratungsfolge:
      - {gremium: beirat, zustaendigkeit: Anhörung, termin: 2024-10-20, oeffentlich: nein, ergebnis: abgesetzt}
    ---
    === vorlagen/2025-001.md
    ---
    titel: Noch nicht eingebracht
    art: Mitteilungsvorlage
    status: öffentlich
    datum: 2025-01-10
    beratungsfolge: [{gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2025-02-05, oeffentlich: ja}]
    ---
    === beteiligung/2024-11-20-forum.yaml
    titel: Forum
    datum: 2024-11-20
    ort: Peine
    handlungsfelder: [bildung]
    === massnahmen/M-001.yaml
    titel: Läuft
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2025-06-30}
    verlauf: [{datum: 2024-08-31, status: in Umsetzung}]
    === massnahmen/M-002.yaml
    titel: Abgelaufen
    handlungsfeld: weit
    art: Projekt
    federfuehrung: referat
    beteiligte: [caritas]
    laufzeit: {ende: 2024-06-30}
    verlauf: [{datum: 2024-01-10, status: begonnen}]
    === massnahmen/M-003.yaml
    titel: Fertig
    handlungsfeld: weit
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2025-12-31}
    verlauf: [{datum: 2024-01-01, status: abgeschlossen}]
    === massnahmen/M-004.yaml
    titel: Weit voraus
    handlungsfeld: weit
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2031-12-31}
    verlauf: [{datum: 2024-01-01, status: geplant}]
    === massnahmen/M-005.yaml
    titel: Noch unbekannt
    handlungsfeld: weit
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2031-12-31}
    verlauf: [{datum: 2025-01-01, status: begonnen}]
    === handlungsfelder/weit.yaml
    titel: Weit
    === foerderungen/alt.yaml
    titel: Alt
    geber: Land
    betrag: 1
    laufzeit: {ende: 2023-12-31}
    verwendungsnachweis_bis: 2024-03-31
    === foerderungen/neu.yaml
    titel: Neu
    geber: Bund
    betrag: 1
    laufzeit: {beginn: 2024-01-01, ende: 2024-12-31}
    verwendungsnachweis_bis: 2025-03-31
    === fortschreibungen/2023.yaml
    titel: Teil 2
    art: Erstfassung
    status: beschlossen
    beschlossen_am: 2023-06-21
    naechste_fortschreibung: 2024-09
"""
TODAY = date(2024, 10, 15)
WHOLE = concept(STORY)


def shown(found: Concept, *, as_of: date = TODAY, selection: Selection | None = None, first: date | None = None) -> list[str]:  # fmt: skip
    return [told(item) for item in build(found, as_of, selection, first).appointments]


def told(item: Appointment) -> str:
    step = item.sitting
    words = [item.day.isoformat(), item.kind, item.id]
    words += [f"überfällig {item.due}"] if item.overdue else []
    words += [step.committee, "Ö" if step.public else "N", f"{step.number}/{step.of}"] if step else []
    words += [step.decision or "-"] + (["entfällt"] if step.called_off else []) if step else []
    return " ".join(words)


OVERDUE = [
    "2024-10-15 term M-002 überfällig 2024-06-30",
    "2024-10-15 report M-002 überfällig 2024-07-10",
    "2024-10-15 proof alt überfällig 2024-03-31",
    "2024-10-15 edition 2023 überfällig 2024-09-30",
]
AHEAD = [
    "2024-11-20 event 2024-11-20-forum",
    "2024-12-04 meeting 2024/112 Kreisausschuss N 1/4 -",
    "2024-12-04 meeting 2024/112 Kreistag Ö 2/4 -",
    "2024-12-31 funding neu",
    "2025-02-05 meeting 2024/112 Kreistag Ö 3/4 -",
    "2025-02-28 report M-001",
    "2025-03-31 proof neu",
    "2025-06-30 term M-001",
    "2031-12-31 term M-004",
]
CALLED_OFF = "2024-10-20 meeting 2024/100 beirat N 1/1 abgesetzt entfällt"


def test_everything_that_lies_ahead_and_what_is_overdue_today() -> None:
    assert shown(concept(STORY)) == [*OVERDUE, CALLED_OFF, *AHEAD]


def test_a_non_public_vorlage_is_left_out_as_a_whole_and_an_n_step_has_no_result() -> None:
    assert shown(public(concept(STORY))) == [*OVERDUE, *AHEAD]
    later = date(2025, 1, 1)
    told_of_all, told_of_public = (
        [item.split()[-1] for item in shown(found, as_of=later, first=date(2024, 12, 4)) if " meeting 2024/112" in item]
        for found in (concept(STORY), public(concept(STORY)))
    )
    assert told_of_all == ["vorberaten", "vertagt", "-"]
    assert told_of_public == ["-", "vertagt", "-"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(field="bildung"), ["event", "report M-001", "term M-001"]),
        (Selection(unit="caritas"), ["term M-002", "report M-002"]),
        (Selection(unit="referat"), ["term M-002", "report M-002", "meeting", "meeting", "meeting", "report M-001", "term M-001", "term M-004"]),
    ],
)  # fmt: skip
def test_a_selection(selection: Selection, expected: list[str]) -> None:
    found = build(concept(STORY), TODAY, selection).appointments
    assert [f"{item.kind} {item.id}" if item.id.startswith("M") else item.kind for item in found] == expected


def test_an_earlier_day_adds_what_has_been_and_a_later_one_leaves_out_today() -> None:
    found = concept(STORY)
    later = date(2025, 1, 1)
    assert [item for item in shown(found, as_of=later) if item.startswith("2024")] == []
    assert [item.split()[0] for item in shown(found, as_of=later, first=date(2024, 10, 1)) if item < "2025"] == [
        "2024-10-20",
        "2024-11-20",
        "2024-12-04",
        "2024-12-04",
    ]
    assert shown(found, first=later) == AHEAD[4:]


def test_two_steps_of_one_committee_stay_two_and_a_retitled_and_moved_one_the_same() -> None:
    keys = [item.key for item in build(concept(STORY), TODAY).appointments]
    assert len(set(keys)) == len(keys)
    moved = (
        STORY.replace("titel: Ergänzung", "titel: Anders")
        .replace("termin: 2025-02-05, oeffentlich: ja}\n      - {gremium: kreistag, zustaendigkeit: Kennt", "termin: 2025-03-05, oeffentlich: nein}\n      - {gremium: kreistag, zustaendigkeit: Kennt")
        .replace("titel: Läuft", "titel: Heißt anders")
        .replace("ende: 2025-06-30", "ende: 2026-06-30")
        .replace("- {gremium: kreisausschuss", "- {gremium: beirat, zustaendigkeit: Anhörung, termin: 2024-11-01, oeffentlich: ja}\n      - {gremium: kreisausschuss")
    )  # fmt: skip
    after = {item.key: item for item in build(concept(moved), TODAY).appointments}
    assert set(keys) < after.keys()
    assert after["meeting", "2024-112", "kreistag", "2"].day == date(2025, 3, 5)
    assert after["term", "M-001"].title == "Heißt anders"


def test_a_new_sachstand_moves_its_day() -> None:
    entry = "{datum: 2024-08-31, status: in Umsetzung}"
    newer = STORY.replace(entry, f"{entry}, {{datum: 2024-10-10, sachstand: Läuft}}")
    before, after = (
        next(item for item in build(concept(text), TODAY).appointments if item.key == ("report", "M-001"))
        for text in (STORY, newer)
    )
    assert (before.day, after.day) == (date(2025, 2, 28), date(2025, 4, 10))
    assert after.reported == date(2024, 10, 10)


def test_the_next_fortschreibung_is_one_whatever_edition_is_in_force() -> None:
    newer = """
    === fortschreibungen/2024.yaml
    titel: Teil 3
    art: ersetzt
    status: beschlossen
    vorgaenger: "2023"
    beschlossen_am: 2024-10-01
    naechste_fortschreibung: 2026-06
"""
    one, other = (
        next(item for item in build(concept(text), TODAY).appointments if item.kind is Occasion.EDITION)
        for text in (STORY, STORY + newer)
    )
    assert one.key == other.key
    assert (one.id, other.id, other.day) == ("2023", "2024", date(2026, 6, 30))


def test_without_a_manifest_there_is_nobody() -> None:
    assert (build(Concept(), TODAY).body, build(Concept(), TODAY).appointments) == ("", ())


@given(st.dates(date(2024, 1, 1), date(2032, 1, 1)))
def test_overdue_here_is_overdue_and_stale_everywhere(day: date) -> None:
    found = build(WHOLE, day).appointments
    of_kind = {kind: {item.id for item in found if item.kind is kind and item.overdue} for kind in Occasion}
    known = states(WHOLE, Selection(), day)
    assert of_kind[Occasion.TERM] == {state.id for state in known if state.overdue}
    assert of_kind[Occasion.REPORT] == {state.id for state in known if state.stale}
    assert all(item.day >= day for item in found)
    due = {(item.kind, item.id): item.due for item in found}
    assert {(item.kind, item.id): item.date for item in deadlines(WHOLE, Selection(), day)}.items() <= due.items()


def test_a_sachstand_is_due_on_the_same_day_of_the_month() -> None:
    text = (
        "=== massnahmen/M-001.yaml\ntitel: Läuft\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
        "verlauf: [{datum: 2024-09-30, status: in Umsetzung}]\n"
    )
    found = concept(text)
    (due,) = [item.due for item in build(found, TODAY).appointments if item.kind is Occasion.REPORT]
    assert due == date(2025, 3, 30)
    assert [state.stale for day in (30, 31) for state in states(found, Selection(), date(2025, 3, day))] == [
        False,
        True,
    ]


def test_what_the_public_calendar_lacks_is_marked() -> None:
    whole = build(WHOLE, TODAY)
    assert not any(item.internal for item in marked(whole, whole).appointments)
    told = marked(whole, build(public(WHOLE), TODAY)).appointments
    assert {item.id for item in told if item.internal} == {"2024/100"}
