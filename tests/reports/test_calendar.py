"""What comes when: meetings, deadlines, ends of terms."""

from datetime import date

import pytest

from concepts import MINIMAL, concept
from ikonzept.reports.calendar import deadlines, meetings
from ikonzept.reports.measures import Selection

PAPERS = """
    === vorlagen/2024-112.md
    ---
    titel: Ergänzung
    art: Beschlussvorlage
    status: öffentlich
    federfuehrung: Referat für Migration und Teilhabe
    beratungsfolge:
      - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-12-04, oeffentlich: nein}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}
    ---
    === vorlagen/2024-099.md
    ---
    titel: Bericht
    art: Mitteilungsvorlage
    status: öffentlich
    beratungsfolge:
      - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-10-15, oeffentlich: ja, ergebnis: zur Kenntnis genommen}
      - {gremium: beirat, zustaendigkeit: Anhörung, termin: 2024-11-01, oeffentlich: ja}
      - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}
    ---
    === vorlagen/VO-2024-0123.md
    ---
    nummer: VO/2024-0123
    titel: Anderes
    art: Mitteilungsvorlage
    status: öffentlich
    beratungsfolge: [{gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-10-14, oeffentlich: ja}]
    ---
"""


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-10-15", ["01.11. 2024/099 beirat Ö", "04.12. 2024/112 Kreisausschuss N", "04.12. 2024/112 Kreistag Ö"]),
        ("2024-10-14", ["14.10. VO/2024-0123 Kreistag Ö", "01.11. 2024/099 beirat Ö", "04.12. 2024/112 Kreisausschuss N", "04.12. 2024/112 Kreistag Ö"]),
        ("2024-11-01", ["01.11. 2024/099 beirat Ö", "04.12. 2024/112 Kreisausschuss N", "04.12. 2024/112 Kreistag Ö"]),
        ("2024-12-04", ["04.12. 2024/112 Kreisausschuss N", "04.12. 2024/112 Kreistag Ö"]),
        ("2024-12-05", []),
    ],
)  # fmt: skip
def test_steps_still_to_come_in_the_order_of_the_beratungsfolge(as_of: str, expected: list[str]) -> None:
    found = meetings(concept(PAPERS), Selection(), date.fromisoformat(as_of))
    assert [
        f"{item.date:%d.%m.} {item.paper} {item.committee} {'Ö' if item.public else 'N'}" for item in found
    ] == expected


@pytest.mark.parametrize(
    ("selection", "papers"),
    [
        (Selection(), {"2024/099", "2024/112"}),
        (Selection(unit="referat"), {"2024/112"}),
        (Selection(unit="caritas"), set()),
        (Selection(field="bildung"), set()),
    ],
)
def test_a_unit_sees_the_papers_with_its_name(selection: Selection, papers: set[str]) -> None:
    assert {item.paper for item in meetings(concept(PAPERS), selection, date(2024, 10, 15))} == papers


def test_an_alternative_spelling_is_the_same_unit() -> None:
    manifest = (
        MINIMAL["konzept.yaml"]
        .replace("name: Referat", "name: Amt\n    auch: [Referat")
        .replace("Teilhabe", "Teilhabe]")
    )
    found = concept(PAPERS, base={**MINIMAL, "konzept.yaml": manifest})
    assert {item.paper for item in meetings(found, Selection(unit="referat"), date(2024, 10, 15))} == {"2024/112"}


DATES = """
    === massnahmen/M-001.yaml
    titel: Läuft noch
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2024-10-15}
    verlauf: [{datum: 2024-01-01, status: in Umsetzung}, {datum: 2024-12-01, status: abgeschlossen}]
    === massnahmen/M-002.yaml
    titel: Fertig
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2024-12-31}
    verlauf: [{datum: 2024-01-01, status: abgeschlossen}]
    === massnahmen/M-003.yaml
    titel: In einem Jahr
    handlungsfeld: weit
    art: Projekt
    federfuehrung: referat
    laufzeit: {ende: 2025-10-15}
    verlauf: [{datum: 2024-01-01, status: geplant}]
    === handlungsfelder/weit.yaml
    titel: Weit
    === foerderungen/alt.yaml
    titel: Alte Zuwendung
    geber: Land
    betrag: 1
    verwendungsnachweis_bis: 2024-03-31
    === foerderungen/neu.yaml
    titel: Neue Zuwendung
    geber: Land
    betrag: 1
    verwendungsnachweis_bis: 2025-03-31
    === fortschreibungen/2023.yaml
    titel: Teil 2
    art: Erstfassung
    status: beschlossen
    beschlossen_am: 2023-06-21
    naechste_fortschreibung: 2025-06
"""


def test_no_year_follows_the_last() -> None:
    assert [item.kind for item in deadlines(concept(DATES), Selection(), date.max)] == ["proof", "proof", "edition"]


@pytest.mark.parametrize(
    ("as_of", "selection", "expected"),
    [
        ("2024-10-15", Selection(), ["2024-03-31 proof alt überfällig", "2024-10-15 term M-001", "2025-03-31 proof neu", "2025-06-30 edition 2023", "2025-10-15 term M-003"]),
        ("2024-10-14", Selection(), ["2024-03-31 proof alt überfällig", "2024-10-15 term M-001", "2025-03-31 proof neu", "2025-06-30 edition 2023"]),
        ("2024-10-16", Selection(field="bildung"), []),
        ("2024-10-15", Selection(field="bildung"), ["2024-10-15 term M-001"]),
        ("2024-10-15", Selection(unit="caritas"), []),
        ("2025-06-30", Selection(), ["2024-03-31 proof alt überfällig", "2025-03-31 proof neu überfällig", "2025-06-30 edition 2023", "2025-10-15 term M-003"]),
        ("2025-07-01", Selection(field=None), ["2024-03-31 proof alt überfällig", "2025-03-31 proof neu überfällig", "2025-06-30 edition 2023 überfällig", "2025-10-15 term M-003"]),
        ("2023-06-20", Selection(), ["2024-03-31 proof alt"]),
    ],
)  # fmt: skip
def test_what_is_due_within_a_year(as_of: str, selection: Selection, expected: list[str]) -> None:
    found = deadlines(concept(DATES), selection, date.fromisoformat(as_of))
    told = [f"{item.date} {item.kind} {item.id}{' überfällig' if item.overdue else ''}" for item in found]
    assert told == expected
