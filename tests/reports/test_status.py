"""Where the concept stands on a day."""

from datetime import date

import pytest

from concepts import MINIMAL, concept
from ikonzept.findings import Place, error, info, warning
from ikonzept.loader import load
from ikonzept.reports import status
from ikonzept.reports.measures import Selection

NOTHING = status.Tally(0, 0, 0)


def edition(name: str, lines: str) -> str:
    return f"=== fortschreibungen/{name}.yaml\ntitel: Konzept {name}\nart: ersetzt\n{lines}\n"


EDITIONS = (
    edition("2021", "status: beschlossen\nbeschlossen_am: 2021-03-01\nnaechste_fortschreibung: 2022-06")
    + edition("2022", "status: beschlossen\nbeschlossen_am: 2022-06-22\nwirksam_ab: 2022-07-01\nvorgaenger: 2021")
    + edition("2024", "status: Beteiligung\nvorgaenger: 2022\nbeschlossen_am: 2020-01-01")
)


def overview(text: str, as_of: str, **settings: object) -> status.Overview:
    return status.build(concept(text), date.fromisoformat(as_of), tally=NOTHING, **settings)


@pytest.mark.parametrize(
    ("as_of", "in_force", "later"),
    [
        ("2021-02-28", None, []),  # nobody knew of either
        ("2021-03-01", "2021", []),
        ("2022-06-22", "2021", ["2022"]),  # adopted, not yet in force
        ("2022-07-01", "2022", []),
        ("2030-01-01", "2022", []),
    ],
)
def test_the_edition_in_force_on_a_day(as_of: str, in_force: str | None, later: list[str]) -> None:
    found = overview(EDITIONS, as_of)
    assert (found.in_force and found.in_force.id) == in_force
    assert [item.id for item in found.later_editions] == later
    assert [item.id for item in found.open_editions] == ["2024"] * (as_of >= "2022-06-22"), "it follows 2022"


@pytest.mark.parametrize(("as_of", "overdue"), [("2022-06-30", False), ("2022-07-01", True)])
def test_the_next_edition_is_due_until_its_month_ends(as_of: str, overdue: bool) -> None:
    found = overview(
        edition("2021", "status: beschlossen\nbeschlossen_am: 2021-03-01\nnaechste_fortschreibung: 2022-06"), as_of
    )
    assert found.in_force is not None
    assert found.in_force.overdue is overdue


@pytest.mark.parametrize(
    ("git", "tagged", "uncommitted"),
    [
        (None, None, None),
        (status.GitState((), shallow=False, edition_tags=frozenset({"2022"})), True, ()),
        (status.GitState(("a.yaml",), shallow=True, edition_tags=frozenset({"2021"})), False, ("a.yaml",)),
    ],
)
def test_what_git_knows(git: status.GitState | None, tagged: bool | None, uncommitted: tuple[str, ...] | None) -> None:
    found = overview(EDITIONS, "2024-10-15", git=git)
    assert found.in_force is not None
    assert (found.in_force.tagged, found.uncommitted) == (tagged, uncommitted)
    assert found.shallow is bool(git and git.shallow)
    assert found.open_editions[0].tagged is None, "an open edition has no tag"


@pytest.mark.parametrize(
    ("selection", "field", "unit"),
    [
        (None, None, None),
        (Selection(field="bildung"), "Bildung", None),
        (Selection(unit="caritas"), None, "Caritas"),
        (Selection("bildung", "referat"), "Bildung", "Referat für Migration und Teilhabe"),
    ],
)
def test_the_scope_carries_names(selection: Selection | None, field: str | None, unit: str | None) -> None:
    scope = overview("", "2024-10-15", selection=selection, edition="2022").scope
    assert (scope.field, scope.unit, scope.edition) == (field, unit, "2022")


def test_findings_are_tallied_by_weight() -> None:
    place = Place("konzept.yaml")
    findings = [error("a", place), warning("b", place), warning("c", place), info("d", place)]
    assert status.tally(findings) == status.Tally(1, 2, 1)


def test_money_of_the_selected_measures() -> None:
    text = """
        === haushalt/2024.yaml
        stand: beschlossen
        konten: [{konto: 4271200, ansatz: 1000}]
        positionen:
          - {id: H-1, konto: 4271200, massnahme: M-001, geplant: 5, ist: 3}
          - {id: H-2, konto: 4271200, massnahme: M-999, geplant: 7, ist: 4}
          - {id: H-3, konto: 4271200, geplant: 11, ist: 5}
    """
    for selection, actual in (
        (None, None),
        (Selection(field="bildung"), "3.00"),
        (Selection(unit="caritas"), "0.00"),
    ):
        money = overview(text, "2024-10-15", selection=selection).money
        assert money is not None
        assert (str(money.total.actual), str(money.total.available)) == ("12.00", "988.00")
        assert (money.total.selected and str(money.total.selected.actual)) == actual


@pytest.mark.parametrize("missing", ["konzept.yaml", "handlungsfelder/bildung.yaml", "massnahmen/M-001.yaml"])
def test_an_overview_of_what_is_readable(missing: str) -> None:
    found = load({path: text for path, text in MINIMAL.items() if path != missing})
    shown = status.build(found.concept, date(2024, 10, 15), tally=NOTHING, unreadable=tuple(found.unreadable))
    assert shown.total.total == (0 if missing.startswith("massnahmen") else 1)


def test_an_empty_concept_has_an_overview() -> None:
    found = status.build(load({}).concept, date(2024, 10, 15), tally=NOTHING)
    assert (found.title, found.in_force, found.money, found.total.total) == ("", None, None, 0)
