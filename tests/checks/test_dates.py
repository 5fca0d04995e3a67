"""Days in an impossible order, each with its place; the day itself is still possible."""

from datetime import date

import pytest

from concepts import findings

MEASURE, GRANT, EVENT = "massnahmen/M-002.yaml", "foerderungen/f.yaml", "beteiligung/2024-09-14-forum.yaml"
EDITION = "fortschreibungen/2024.yaml"


def measure(lines: str) -> str:
    head = "titel: Elternlotsen\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    return f"=== {MEASURE}\n{head}{lines}\n"


def grant(lines: str) -> str:
    return f"=== {GRANT}\ntitel: Zuwendung\ngeber: Land\nbetrag: 100.00\n{lines}\n"


def year(lines: str, name: str = "2023") -> str:
    return f"=== haushalt/{name}.yaml\nstand: beschlossen\n{lines}\n"


def weighed(day: str) -> str:
    return f"""\
=== {EVENT}
titel: Forum
datum: 2024-09-14
anregungen:
  - nummer: 1
    text: Mehr Licht.
  - nummer: 2
    text: Mehr Zeit.
    abwaegung:
      ergebnis: gefolgt
      begruendung: Gern.
{day}"""


def edition(lines: str) -> str:
    return f"=== {EDITION}\ntitel: Teil 1\nart: Erstfassung\nstatus: Entwurf\n{lines}\n"


CASES = [
    # the Laufzeit of measures and grants
    (measure("laufzeit: {beginn: 2024-09-01, ende: 2024-08-31}"), [f"{MEASURE}:5:38 end-before-begin"]),
    (measure("laufzeit: {beginn: 2024-09-01, ende: 2024-09-01}"), []),
    (measure("laufzeit: {ende: 2024-09-01}"), []),
    (measure("laufzeit: {beginn: 2024-09-01}"), []),
    (measure("laufzeit: {}"), []),
    (grant("laufzeit:\n  beginn: 01.01.2025\n  ende: 31.12.2024"), [f"{GRANT}:6:9 end-before-begin"]),
    (grant("laufzeit: {beginn: 2024-01-01, ende: 2024-12-31}"), []),
    (measure("folgekosten:\n  betrag: 300.00\n  ab: 2026\n  bis: 2025"), [f"{MEASURE}:8:8 end-before-begin"]),
    (measure("folgekosten:\n  betrag: 300.00\n  ab: 2026\n  bis: 2026"), []),
    # what has not happened yet
    (
        measure("verlauf:\n  - {datum: 2024-10-15, status: begonnen}\n  - {datum: 2024-10-16, sachstand: Läuft.}"),
        [f"{MEASURE}:7:13 entry-after-as-of"],
    ),
    (weighed("      datum: 2024-10-16\n"), [f"{EVENT}:11:14 entry-after-as-of"]),
    (weighed("      datum: 2024-10-15\n"), []),
    (year("abgeschlossen_am: 2024-10-16"), ["haushalt/2023.yaml:2:19 entry-after-as-of"]),
    (year("abgeschlossen_am: 2024-10-15"), []),
    # weighed before the event
    (weighed("      datum: 2024-09-13\n"), [f"{EVENT}:11:14 weighing-before-event"]),
    (weighed("      datum: 2024-09-14\n"), []),
    (weighed(""), []),
    # a year closed too early
    (year("abgeschlossen_am: 2023-12-30"), ["haushalt/2023.yaml:2:19 closed-before-year-end"]),
    (year("abgeschlossen_am: 2023-12-31"), []),
    (year(""), []),
    # the next edition
    (edition("wirksam_ab: 2025-07-01\nnaechste_fortschreibung: 2025-06"), [f"{EDITION}:5:26 next-due-before-effective"]),
    (edition("wirksam_ab: 2025-07-31\nnaechste_fortschreibung: 2025-07"), []),
    (edition("naechste_fortschreibung: 2020-01"), []),
    (edition("wirksam_ab: 2020-01-01"), []),
    # the proof of a grant
    (grant("laufzeit: {ende: 2024-12-31}\nverwendungsnachweis_bis: 2024-12-30"), [f"{GRANT}:5:26 funding-proof-before-end"]),
    (grant("laufzeit: {ende: 2024-12-31}\nverwendungsnachweis_bis: 2024-12-31"), []),
    (grant("laufzeit: {beginn: 2024-12-31}\nverwendungsnachweis_bis: 2024-06-30"), []),
    (grant("verwendungsnachweis_bis: 2024-06-30"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_days_are_in_a_possible_order(text: str, told: list[str]) -> None:
    path = text.split("\n", 1)[0].removeprefix("=== ")
    assert [finding for finding in findings(text) if finding.startswith(path)] == told


BOOKED = """
    === haushalt/2024.yaml
    stand: beschlossen
    konten:
      - {konto: 111-300.4271200, ansatz: 2500.00}
      - {konto: 111-300.4271305, ansatz: 3500.00}
    positionen:
      - id: H-2024-01
        konto: 111-300.4271305
        massnahme: M-001
        geplant: 900.00
        buchungen:
          - {datum: 2024-03-01, art: Auftrag, betrag: 500.00, beleg: A-1}
          - {datum: 2024-09-01, art: Ist, betrag: 500.00, beleg: R-1, zu: A-1}
    umbuchungen:
      - {datum: 2024-10-01, von: 111-300.4271200, nach: 111-300.4271305, betrag: 100.00}
"""


@pytest.mark.parametrize(
    ("as_of", "lines"),
    [
        (date(2024, 10, 1), []),
        (date(2024, 9, 30), [14]),
        (date(2024, 8, 31), [12, 14]),
        (date(2024, 2, 29), [11, 12, 14]),
    ],
)
def test_bookings_and_transfers_are_of_the_past(as_of: date, lines: list[int]) -> None:
    told = [finding for finding in findings(BOOKED, as_of=as_of) if finding.endswith("entry-after-as-of")]
    columns = {11: 17, 12: 17, 14: 13}
    years = [f"haushalt/2024.yaml:{line}:{columns[line]} entry-after-as-of" for line in lines]
    assert [finding for finding in told if finding.startswith("haushalt/")] == years


def adopted(lines: str) -> list[str]:
    """What the rules of this topic say of an adopted edition."""
    text = f"=== {EDITION}\ntitel: Teil 1\nart: Erstfassung\nstatus: beschlossen\n{lines}\n"
    codes = ("entry-after-as-of", "effective-before-adopted", "next-due-before-effective")
    return [finding for finding in findings(text) if finding.endswith(codes)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("beschlossen_am: 2024-06-19\nwirksam_ab: 2024-06-18", [f"{EDITION}:5:13 effective-before-adopted"]),
        ("beschlossen_am: 2024-06-19\nwirksam_ab: 2024-06-19", []),
        ("wirksam_ab: 2024-06-18", []),
        ("beschlossen_am: 2024-06-19\nnaechste_fortschreibung: 2024-05", [f"{EDITION}:5:26 next-due-before-effective"]),
        ("beschlossen_am: 2024-06-19\nnaechste_fortschreibung: 2024-06", []),
        ("beschlossen_am: 2042-06-19", [f"{EDITION}:4:17 entry-after-as-of"]),
        ("beschlossen_am: 2024-10-15\nwirksam_ab: 2042-01-01", []),
    ],
)
def test_an_adopted_edition(lines: str, told: list[str]) -> None:
    assert adopted(lines) == told


def test_a_year_whose_name_is_no_year_is_left_to_others() -> None:
    text = year("abgeschlossen_am: 2020-01-01", "2023-nachtrag")
    assert [finding for finding in findings(text) if finding.endswith("closed-before-year-end")] == []
