"""What a table that comes back means: unchanged, changed, new, in conflict, or wrong."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikonzept import splicing
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn
from tabled import Round, filled, minimal, reworked, said, written

POOL = """\
=== massnahmen/M-001.yaml
# ein Kommentar
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
beteiligte: [caritas]
laufzeit: {beginn: 2022-07-01, ende: 2024-12-31}
ausblick: offen                    # noch
verlauf:
  - datum: 2024-03-01
    status: geplant
    sachstand: Der Pool ist bewilligt.
  - datum: 2024-09-01
    status: in Umsetzung
    sachstand: Zwölf Personen.
=== vorlagen/2024-112.md
---
titel: X
---
"""


@pytest.fixture
def pool() -> Round:
    return minimal(POOL)


def judged(state: Round, cells: dict[str, str], at: Round | None = None) -> dict[str, list[str]]:
    return said((at or state).back(filled(state.out(), {"M-001": cells}))[1])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, {}),
        ({"Sachstand neu": "  "}, {}),
        ({"Sachstand neu": "Achtzehn."}, {"changed": ["M-001"]}),
        ({"Sachstand neu": "Der  Pool ist\u00a0bewilligt."}, {}),
        ({"Sachstand neu": "Der Pool ist bewilligt.", "Datum": "02.10.2024"}, {"changed": ["M-001"]}),
        ({"Sachstand neu": "Der Pool ist bewilligt.", "Datum": "01.03.2024"}, {}),
        ({"Status neu": "in umsetzung "}, {}),
        ({"Status neu": "fortgeschritten"}, {"changed": ["M-001"]}),
        ({"Status neu": "geplant"}, {"problems": ["2 Grund: reason"]}),
        ({"Status neu": "geplant", "Grund": "Stelle unbesetzt"}, {"changed": ["M-001"]}),
        ({"Status neu": "geplant", "Datum": "01.03.2024"}, {}),
        ({"Status neu": "fertig"}, {"problems": ["2 Status neu: word"]}),
        ({"Sachstand neu": "x", "Vorlage": "2024/112"}, {"changed": ["M-001"]}),
        ({"Sachstand neu": "x", "Vorlage": "2024/113"}, {"problems": ["2 Vorlage: paper"]}),
        ({"Sachstand neu": "x", "Vorlage": "keine Nummer"}, {"problems": ["2 Vorlage: paper-number"]}),
        ({"Datum": "01.10.2024"}, {"problems": ["2 Datum: alone"]}),
        ({"Grund": "x", "Vorlage": "2024/112"}, {"problems": ["2 Grund: alone", "2 Vorlage: alone"]}),
        ({"Status neu": "in Umsetzung", "Sachstand neu": "Zwölf Personen.", "Datum": "01.09.2024"}, {}),
        ({"Status neu": "geplant", "Sachstand neu": "Zwölf Personen.", "Grund": "x"}, {"changed": ["M-001"]}),
        ({"Ausblick neu": "Offen"}, {}),
        ({"Ausblick neu": "Ausbau"}, {"changed": ["M-001"]}),
        ({"Titel": "Anders"}, {"problems": ["2 Titel: protected-title"]}),
        ({"Titel": ""}, {"problems": ["2 Titel: protected-title"]}),
        ({"Handlungsfeld": "x"}, {"problems": ["2 Handlungsfeld: protected-field"]}),
        ({"Handlungsfeld": "bildung", "Federführung": "referat", "Art": "PROJEKT"}, {}),
        ({"Federführung": "Caritas"}, {"problems": ["2 Federführung: protected"]}),
        ({"Beteiligte": "caritas;"}, {}),
        ({"Beteiligte": "Caritas; referat"}, {"problems": ["2 Beteiligte: protected"]}),
        ({"Beginn": "2022-07-01", "Ende": "31.12.2024"}, {}),
        ({"Ende": "31.12.2025"}, {"problems": ["2 Ende: protected"]}),
        ({"Status": "geplant"}, {"problems": ["2 Status: protected-status"]}),
        ({"Sachstand bisher": "x"}, {"problems": ["2 Sachstand bisher: protected-report"]}),
        ({"Sachstand vom": "02.09.2024"}, {"problems": ["2 Sachstand vom: protected-report"]}),
        ({"Ausblick": "Ausbau"}, {"problems": ["2 Ausblick: protected-outlook"]}),
        ({"Ausblick": "Ausbau", "Ausblick neu": "Anpassung"}, {"problems": ["2 Ausblick: protected-outlook"]}),
        ({"Titel": "Anders", "Status neu": "x"}, {"problems": ["2 Status neu: word", "2 Titel: protected-title"]}),
        ({"Kennung": "m-001"}, {}),
        ({"Kennung": "M-002"}, {"problems": ["2 Kennung: unknown-id"]}),
    ],
)
def test_what_a_row_means(cells: dict[str, str], expected: dict[str, list[str]], pool: Round) -> None:
    assert judged(pool, cells) == expected


@pytest.mark.parametrize(
    ("day", "code"),
    [
        *((said, None) for said in ("01.10.2024", "1.10.2024", "2024-10-01", "2024-10-01 00:00:00", " 01.10.2024 ")),
        *(
            (said, None)
            for said in ("1. Oktober 2024", "1.Okt.2024", "01.10.2024 14:30", "1. okt 2024", "2024-10-01T09:15")
        ),
        *((said, "date-short") for said in ("1.10.24", "01.10.99")),
        *((said, "date-month") for said in ("10/2024", "10.2024", "2024-10", "Okt 24", "Oktober 2024", "2024")),
        *((said, "date-unknown") for said in ("31.09.2024", "2024-13-01", "31.2.24")),
        *((said, "date") for said in ("gestern", "10/01/2024", "45566", "1. Oktober")),
    ],
)
def test_a_day_is_one_or_asked_for(day: str, code: str | None, pool: Round) -> None:
    found = pool.back(filled(pool.out(), {"M-001": {"Sachstand neu": "x", "Datum": day}}))[1]
    if code:
        assert said(found) == {"problems": [f"2 Datum: {code}"]}
    else:
        (change,) = found.changes
        assert change.entry is not None
        assert change.entry.day == date(2024, 10, 1)


# --- the file has changed since ----------------------------------------------------------------------------------------


def later(state: Round, old: str, new: str) -> Round:
    return Round({path: text.replace(old, new) for path, text in state.files.items()})


def test_a_row_that_brings_nothing_is_unchanged_whatever_its_stand(pool: Round) -> None:
    entry = "    sachstand: Zwölf Personen.\n"
    further = later(pool, entry, f"{entry}  - datum: 2024-10-01\n    status: fortgeschritten\n    sachstand: Mehr.\n")
    assert judged(pool, {}, at=further) == {}
    assert judged(pool, {"Sachstand neu": "Mehr."}, at=further) == {}
    assert judged(pool, {"Sachstand neu": "Mehr.", "Status neu": "fortgeschritten"}, at=further) == {}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Sachstand neu": "x"}, "M-001 Sachstand neu"),
        ({"Ausblick neu": "Ausbau"}, "M-001 Ausblick neu"),
        ({"Status neu": "abgeschlossen", "Sachstand neu": "x"}, "M-001 Sachstand neu, Status neu"),
        ({"Titel": "Anders"}, "M-001 Titel"),
        ({"Sachstand bisher": "Anders"}, "M-001 Sachstand bisher"),
    ],
)
def test_what_no_longer_fits_is_a_conflict(cells: dict[str, str], expected: str, pool: Round) -> None:
    assert judged(pool, cells, at=later(pool, "# ein Kommentar", "# noch einer")) == {"conflicts": [expected]}


def test_a_conflict_shows_both_sides(pool: Round) -> None:
    at = later(pool, "titel: Sprachmittlerpool", "titel: Sprachmittlung")
    (conflict,) = at.back(filled(pool.out(), {"M-001": {"Sachstand neu": "x"}}))[1].conflicts
    assert conflict.cells == (
        (TableColumn.TITLE, "Sprachmittlung", "Sprachmittlerpool"),
        (TableColumn.NEW_REPORT, "Zwölf Personen.", "x"),
    )


def test_without_its_stand_a_row_is_held_against_the_other_cells(pool: Round) -> None:
    assert judged(pool, {"Stand": "", "Sachstand neu": "x"}) == {"changed": ["M-001"]}
    assert judged(pool, {"Stand": "", "Sachstand neu": "x", "Titel": "Anders"}) == {
        "conflicts": ["M-001 Titel, Sachstand neu"]
    }


def without(raw: bytes, *names: str) -> bytes:
    """A CSV without some columns."""
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
    kept = [place for place, name in enumerate(head) if name not in names]
    return written([head[place] for place in kept], [[row[place] for place in kept] for row in rows]).encode()


def test_without_the_column_stand_the_last_sachstand_tells_what_has_gone_on(pool: Round) -> None:
    raw = without(filled(pool.out(), {"M-001": {"Sachstand neu": "Neues."}}), "Stand")
    assert said(pool.back(raw)[1]) == {"changed": ["M-001"]}
    entry = "    sachstand: Zwölf Personen.\n"
    further = later(pool, entry, f"{entry}  - datum: 2024-10-01\n    sachstand: Mehr.\n")
    assert said(further.back(raw)[1]) == {"conflicts": ["M-001 Sachstand vom, Sachstand bisher, Sachstand neu"]}
    assert further.back(raw)[1].conflicts[0].went_out
    assert said(further.back(without(pool.out(), "Stand"))[1]) == {}  # it brings nothing
    bare = without(filled(pool.out(), {"M-001": {"Sachstand neu": "Neues.", "Sachstand bisher": ""}}), "Stand")
    assert said(pool.back(bare)[1]) == {"conflicts": ["M-001 Sachstand bisher, Sachstand neu"]}


@pytest.mark.parametrize("shown", ["01.09.24", "9/1/2024", "09/01/24", "1.9.24", "2024/9/1"])
def test_a_day_that_is_only_compared_may_be_written_as_it_is_elsewhere(shown: str, pool: Round) -> None:
    assert judged(pool, {"Sachstand vom": shown, "Sachstand neu": "Läuft."}) == {"changed": ["M-001"]}


def test_another_day_is_another(pool: Round) -> None:
    assert judged(pool, {"Sachstand vom": "02.09.24"}) == {"problems": ["2 Sachstand vom: protected-report"]}


def test_the_line_ends_of_a_file_make_no_other_stand(pool: Round) -> None:
    windows = Round({path: text.replace("\n", "\r\n") for path, text in pool.files.items()})
    assert windows.stamps == pool.stamps
    assert judged(pool, {"Sachstand neu": "x"}, at=windows) == {"changed": ["M-001"]}


def test_a_table_of_an_earlier_day_is_unchanged_later(pool: Round) -> None:
    earlier = Round(pool.files, date(2024, 3, 2))
    assert said(pool.back(earlier.out())[1]) == {}
    assert b"Der Pool ist bewilligt." in earlier.out()


def test_a_measure_has_one_row(pool: Round) -> None:
    raw = pool.out() + pool.out().split(b"\n", 1)[1]
    assert said(pool.back(raw)[1]) == {"problems": ["3 Kennung: twice"]}


# --- new ones ----------------------------------------------------------------------------------------------------------

NEW = {"Titel": "Lesekreis", "Handlungsfeld": "Bildung", "Art": "Projekt", "Federführung": "Caritas"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (NEW, {"new": ["Lesekreis"]}),
        ({**NEW, "Titel": "Sprachmittlerpool", "Federführung": "referat"}, {"problems": ["3 Titel: twice"]}),
        ({"Titel": "Lesekreis"}, {"problems": ["3 Handlungsfeld: missing", "3 Art: missing", "3 Federführung: missing"]}),
        ({"Sachstand neu": "x"}, {"problems": [f"3 {one}: missing" for one in ("Titel", "Handlungsfeld", "Art", "Federführung")]}),
        ({**NEW, "Handlungsfeld": "Bildun"}, {"problems": ["3 Handlungsfeld: field"]}),
        ({**NEW, "Federführung": "Karitas"}, {"problems": ["3 Federführung: party"]}),
        ({**NEW, "Beteiligte": "Referat für Migration und Teilhabe, XY"}, {"problems": ["3 Beteiligte: party"]}),
        ({**NEW, "Art": "Dauer"}, {"problems": ["3 Art: word"]}),
        ({**NEW, "Beginn": "2024"}, {"problems": ["3 Beginn: date-month"]}),
        ({**NEW, "Status neu": "zurückgestellt"}, {"problems": ["3 Grund: reason"]}),
    ],
)  # fmt: skip
def test_a_row_without_a_number(cells: dict[str, str], expected: dict[str, list[str]], pool: Round) -> None:
    assert said(pool.back(filled(pool.out(), {"neu": cells}))[1]) == expected


def test_a_new_measure_says_all_that_its_row_says(pool: Round) -> None:
    cells = {
        **NEW,
        "Sachstand neu": "Idee aus\n\n  dem Workshop  ",
        "Datum": "01.10.2024",
        "Beteiligte": "referat",
        "Ende": "31.12.2025",
        "Ausblick neu": "offen",
        "Zielgruppe": "Alle",
        "Beschreibung": "Es wird gelesen.",
    }
    raw = filled(pool.out(), {"neu": cells})
    after = pool.after(pool.back(raw)[1])
    assert after.files["massnahmen/M-900.yaml"] == (
        "titel: Lesekreis\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: caritas\nbeteiligte: [referat]\n"
        "zielgruppe: Alle\nlaufzeit:\n  ende: 2025-12-31\nbeschreibung: Es wird gelesen.\nausblick: offen\nverlauf:\n"
        "  - datum: 2024-10-01\n    status: vorgeschlagen\n    sachstand: |\n      Idee aus\n\n      dem Workshop\n"
    )
    assert said(after.back(raw)[1]) == {}


def test_what_the_table_does_not_say_of_new_ones_can_be_given(pool: Round) -> None:
    given = {TableColumn.ACTION_FIELD: "bildung", TableColumn.KIND: "Daueraufgabe", TableColumn.LEAD: "caritas"}
    raw = filled(pool.out(), {"neu": {"Titel": "Lesekreis"}, "auch": {**NEW, "Titel": "Anderes"}})
    assert [(one.title, one.kind) for _, one in pool.back(raw, given=given)[1].new] == [
        ("Lesekreis", MeasureKind.STANDING),
        ("Anderes", MeasureKind.PROJECT),
    ]


def test_what_is_given_is_not_held_against_a_measure_that_there_is(pool: Round) -> None:
    given = {TableColumn.ACTION_FIELD: "bildung", TableColumn.KIND: "Daueraufgabe", TableColumn.LEAD: "referat"}
    raw = b"Kennung;Titel;Sachstand neu\n;Sprachmittlerpool;x\n"
    assert said(pool.back(raw, given=given)[1]) == {"changed": ["M-001"]}


# --- what a Verlauf does not take ----------------------------------------------------------------------------------------

MERGED = """\
=== massnahmen/M-002.yaml
titel: Alter Pool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-01-01
    status: geplant
  - datum: 2024-03-01
    status: übergegangen
=== massnahmen/M-003.yaml
titel: Neuer Pool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
herkunft: {art: zusammengeführt, aus: [M-002], fortschreibung: "2024"}
verlauf:
  - datum: 2024-03-01
    status: in Umsetzung
  - datum: 2024-09-01
    status: fortgeschritten
"""


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("M-003", {"Sachstand neu": "Läuft.", "Datum": "16.10.2024"}, "Datum: day-future"),
        ("M-003", {"Sachstand neu": "Läuft.", "Datum": "29.02.2024"}, "Datum: day-before"),
        ("M-003", {"Status neu": "übergegangen"}, "Status neu: merged-status"),
        ("M-002", {"Status neu": "übergegangen"}, None),
        ("M-002", {"Status neu": "in Umsetzung", "Grund": "x"}, "Status neu: went-over"),
        ("M-003", {"Status neu": "abgeschlossen", "Datum": "01.08.2024"}, "Status neu: following"),
        *(("M-003", {"Sachstand neu": one}, "Sachstand neu: says-nothing") for one in ("-", "k. A.", "s.o.", "140", "WAHR")),
        ("M-003", {"Sachstand neu": "140 Einsätze"}, "changed"),
    ],
)  # fmt: skip
def test_what_a_verlauf_does_not_take(name: str, cells: dict[str, str], expected: str | None) -> None:
    state = minimal(MERGED)
    found = said(state.back(filled(state.out(), {name: cells}))[1])
    wanted = {} if expected is None else {"changed": [name]} if expected == "changed" else None
    assert found == wanted if wanted is not None else found["problems"][0].endswith(expected or "")


def test_a_new_measure_has_no_entry_of_tomorrow_and_came_out_of_none(pool: Round) -> None:
    for cells, expected in (
        ({"Sachstand neu": "Idee", "Datum": "16.10.2024"}, "3 Datum: day-future"),
        ({"Status neu": "übergegangen"}, "3 Status neu: merged-status"),
    ):
        assert said(pool.back(filled(pool.out(), {"neu": {**NEW, **cells}}))[1]) == {"problems": [expected]}


# --- names that are nearly the same ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Titel": "sprachmittlerpool ", "Federführung": "referat", "Sachstand neu": "Läuft."}, {"changed": ["M-001"]}),
        ({"Titel": "Sprachmittler-Pool", "Federführung": "referat"}, {"problems": ["2 Titel: similar"]}),
        ({"Titel": "Sprachmittlerpol"}, {"problems": ["2 Titel: similar"]}),
        ({"Titel": "Sprachmittlerpool 2"}, {"new": ["Sprachmittlerpool 2"]}),
        ({"Titel": "Lesekreis"}, {"new": ["Lesekreis"]}),
    ],
)
def test_nearly_the_same_title_is_asked_about(
    cells: dict[str, str], expected: dict[str, list[str]], pool: Round
) -> None:
    row = {**NEW, **cells}
    raw = ";".join(row).encode() + b"\n" + ";".join(row.values()).encode() + b"\n"
    assert said(pool.back(raw)[1]) == expected


def test_rows_without_a_title_are_not_the_same_measure(pool: Round) -> None:
    raw = filled(pool.out(), {"a": {"Sachstand neu": "Eins."}, "b": {"Sachstand neu": "Zwei."}})
    assert not [one for one in said(pool.back(raw)[1])["problems"] if "twice" in one]


# --- laws --------------------------------------------------------------------------------------------------------------

HOSTILE = st.sampled_from(
    ["=1+1", "+49 5171", "-", "'", "''=", "@SUM", "\tx", '"', '";"', "a;b,c", "Zeile 1\nZeile 2", "a\r\nb", "_x0041_", "\u00ad"]
)  # fmt: skip
TEXTS = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)).filter(
    lambda text: bool(text.strip())
)
DAYS = st.dates(date(1890, 1, 1), date(2024, 10, 15))


SINCE = st.dates(date(2024, 9, 1), date(2024, 10, 15))
STATUSES = st.sampled_from([status for status in Status if status is not Status.MERGED])


@st.composite
def entries(draw: st.DrawFn) -> dict[str, str]:
    keys = {"status": st.sampled_from(Status), "sachstand": TEXTS, "grund": TEXTS}
    return {key: str(draw(value)) for key, value in keys.items() if draw(st.booleans())}


@st.composite
def concepts(draw: st.DrawFn) -> Round:
    """A concept with names and texts of every kind."""
    manifest: dict[str, Any] = {"format": "1", "titel": "T", "federfuehrung": "referat"}
    manifest["koerperschaft"] = {"name": "L", "art": "Landkreis", "land": "NI", "ags": "03157"}
    manifest["stellen"] = {"referat": {"name": draw(TEXTS)}, "amt": {"name": draw(TEXTS), "auch": (draw(TEXTS),)}}
    files = {
        "konzept.yaml": manifest,
        "handlungsfelder/a.yaml": {"titel": draw(TEXTS)},
        "handlungsfelder/b.yaml": {"titel": draw(TEXTS)},
    }
    for number in range(draw(st.integers(1, 3))):
        days = sorted(draw(st.lists(DAYS, max_size=3)))
        measure: dict[str, Any] = {
            "titel": draw(TEXTS),
            "handlungsfeld": draw(st.sampled_from(["a", "b", "fehlt"])),
            "art": draw(st.sampled_from(MeasureKind)),
            "federfuehrung": draw(st.sampled_from(["referat", "amt", "fehlt"])),
            "beteiligte": tuple(draw(st.lists(st.sampled_from(["referat", "amt", "fehlt"]), unique=True))),
            "beschreibung": draw(TEXTS),
            "laufzeit": {"beginn": str(draw(DAYS))},
            "ausblick": draw(st.sampled_from(Outlook)),
            "verlauf": [{"datum": str(day), **draw(entries())} for day in days],
        }
        files[f"massnahmen/M-{number}.yaml"] = measure
    found = Round({path: splicing.with_block("", data) for path, data in files.items()})
    assert not found.loaded.unreadable
    return found


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(state=concepts())
@settings(max_examples=60)
def test_what_goes_out_and_comes_back_changes_nothing(form: str, state: Round) -> None:
    found = state.back(state.out(form))[1]
    assert said(found) == {}
    assert sorted(found.unchanged) == sorted(state.loaded.concept.measures)


@given(state=concepts())
@settings(max_examples=60)
def test_nor_after_the_files_have_changed_in_what_is_not_in_the_table(state: Round) -> None:
    changed = Round({path: f"{text}# neu\n" for path, text in state.files.items()})
    assert not changed.stamps.items() & state.stamps.items()
    assert said(changed.back(state.out())[1]) == {}


@given(report=TEXTS, reason=TEXTS, day=SINCE, status=STATUSES, line_end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60)
def test_what_is_filled_in_comes_in_once_and_everything_else_stays(
    report: str, reason: str, day: date, status: Status, line_end: str
) -> None:
    state = minimal(POOL)
    state = Round({path: text.replace("\n", line_end) for path, text in state.files.items()})
    path = "massnahmen/M-001.yaml"
    cells = {
        "Sachstand neu": f"'{report} Text",
        "Grund": f"'{reason}",
        "Datum": str(day),
        "Status neu": status,
        "Ausblick neu": "Ausbau",
    }
    raw = filled(
        state.out(), {"M-001": {name: value.replace("\r", " ").replace("\0", "") for name, value in cells.items()}}
    )
    found = state.back(raw)[1]
    assert said(found) == {"changed": ["M-001"]}
    after = state.after(found)
    old, new = (one.files[path].replace("offen", "Ausbau").split(line_end) for one in (state, after))
    rest = iter(new)
    assert all(line in rest for line in old)  # in this order
    assert said(after.back(raw)[1]) == {}


def test_csv_and_workbook_mean_the_same(pool: Round) -> None:
    def work(book: Any) -> None:
        sheet = book["Maßnahmen"]
        sheet["G2"], sheet["H2"], sheet["I2"] = "Achtzehn.", date(2024, 10, 1), "fortgeschritten"

    cells = {"Sachstand neu": "Achtzehn.", "Datum": "01.10.2024", "Status neu": "fortgeschritten"}
    by_csv = pool.back(filled(pool.out(), {"M-001": cells}))[1].changes
    assert pool.back(reworked(pool.out("xlsx"), work))[1].changes == by_csv
