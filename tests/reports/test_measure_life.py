"""A measure's life: what it came out of, its Verlauf, what it went over into."""

from datetime import date

from concepts import concept
from ikonzept.reports.lineage import predecessors
from ikonzept.reports.measure_life import MeasureLife, Relation, life

HEAD = "handlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
FAMILY = f"""\
=== massnahmen/M-001.yaml
titel: Pool
{HEAD}verlauf:
  - {{datum: 2023-01-01, status: geplant}}
  - {{datum: 2023-06-01, status: übergegangen}}
=== massnahmen/M-002.yaml
titel: Lotsen
{HEAD}herkunft: {{art: zusammengeführt, aus: [M-001]}}
verlauf:
  - {{datum: 2023-06-01, status: geplant}}
  - datum: 2023-09-01
    sachstand: Läuft an.
  - {{datum: 2024-06-01, status: übergegangen, grund: Zwei Orte}}
=== massnahmen/M-003.yaml
titel: Nord
{HEAD}herkunft: {{art: aufgeteilt, aus: [M-002]}}
anregungen: [forum.2]
verlauf: [{{datum: 2024-06-01, status: geplant}}]
=== massnahmen/M-004.yaml
titel: Süd
{HEAD}herkunft: {{art: aufgeteilt, aus: [M-002]}}
verlauf: [{{datum: 2025-06-01, status: geplant}}]
=== beteiligung/forum.yaml
titel: Forum
datum: 2022-09-14
anregungen:
  - {{nummer: 1, text: Mehr davon, fuehrt_zu: [M-001], von_person: Erika Muster}}
  - {{nummer: 2, text: Im Norden, von: referat}}
"""


def of(name: str, as_of: str = "2024-10-15") -> MeasureLife:
    found = concept(FAMILY)
    return life(found, found.measures[name], date.fromisoformat(as_of))


def test_the_whole_family_in_order() -> None:
    found = of("M-002")
    assert [(one.id, one.relation, one.kind) for one in found.kin] == [
        ("M-001", Relation.BEFORE, "zusammengeführt"),
        ("M-003", Relation.AFTER, "aufgeteilt"),
        ("M-004", Relation.AFTER, "aufgeteilt"),
    ]
    assert [(f"{one.date}", one.measure, one.status or one.report) for one in found.told] == [
        ("2023-01-01", "M-001", "geplant"),
        ("2023-06-01", "M-001", "übergegangen"),
        ("2023-06-01", "M-002", "geplant"),
        ("2023-09-01", "M-002", "Läuft an."),
        ("2024-06-01", "M-002", "übergegangen"),
        ("2024-06-01", "M-003", "geplant"),
    ]


def test_submissions_of_those_before_too_and_never_a_person() -> None:
    assert [(one.id, one.measure, one.author) for one in of("M-003").origins] == [
        ("forum.1", "M-001", None),
        ("forum.2", "M-003", "Referat für Migration und Teilhabe"),
    ]
    assert [one.id for one in of("M-001").origins] == ["forum.1"]
    assert of("M-001", "2022-01-01").origins == ()


def test_those_before_the_nearest_first() -> None:
    assert [one.id for one in predecessors(concept(FAMILY), "M-003")] == ["M-002", "M-001"]
