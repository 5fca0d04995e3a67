"""Last values of the Integrationsmonitoring and how they changed."""

from datetime import date

import pytest

from concepts import concept
from ikonzept.reports.measures import Selection
from ikonzept.reports.monitoring import IndicatorState, indicators


def state(rows: str, as_of: str = "2024-10-15", breaks: str = "") -> IndicatorState | None:
    text = (
        f"=== monitoring/kennzahlen/a.yaml\ntitel: A\neinheit: Personen\n{breaks}\n"
        f"=== monitoring/werte/a.csv\njahr;merkmal;wert;stand;hinweis\n{rows}\n"
    )
    return next(indicators(concept(text), Selection(), date.fromisoformat(as_of)), None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2023;;100;;", (2023, "100", None, None)),
        ("2022;;80;;\n2023;;100;;", (2023, "100", 2022, "25.0")),
        ("2023;;100;;\n2022;;80;;", (2023, "100", 2022, "25.0")),  # in any order
        ("2022;;336;;\n2023;;266;;", (2023, "266", 2022, "-20.8")),
        ("2020;;80;;\n2023;;100;;", (2023, "100", 2020, "25.0")),  # against the value before, wherever it is
        ("2022;;0;;\n2023;;5;;", (2023, "5", 2022, None)),  # nothing to compare with
        ("2022;;5;;\n2023;;5;;", (2023, "5", 2022, "0.0")),
        ("2022;;12,5;;\n2023;;13,0;;", (2023, "13.0", 2022, "4.0")),
        ("2022;;80;;\n2023;;;;", (2022, "80", None, None)),  # an empty cell is no value
        ("2022;;80;;\n2023;Frauen;55;;", (2022, "80", None, None)),  # sub-groups do not count
        ("2023;;100;2024-10;\n2024;;120;2024-11;", (2023, "100", None, None)),  # not yet published
        ("2023;;100;2024-11;", None),
        ("2024;;120;;\n2025;;130;;", (2024, "120", None, None)),  # a year after the day
    ],
)
def test_the_last_value_against_the_one_before(
    rows: str, expected: tuple[int, str, int | None, str | None] | None
) -> None:
    found = state(rows)
    told = found and (
        found.year,
        str(found.value),
        found.previous_year,
        None if found.change is None else str(found.change),
    )
    assert told == expected


@pytest.mark.parametrize(("year", "broken"), [(2021, False), (2022, False), (2023, True), (2024, False)])
def test_no_change_is_given_across_a_bestandsbruch(year: int, broken: bool) -> None:
    found = state("2022;;80;;\n2023;;100;;", breaks=f"brueche: [{{jahr: {year}, grund: Zensus}}]")
    assert found is not None
    assert (found.series_break, found.change is None) == (broken, broken)


def test_a_break_between_two_distant_years_counts() -> None:
    found = state("2009;;80;;\n2013;;100;;", breaks="brueche: [{jahr: 2011, grund: Zensus}]")
    assert found is not None
    assert (found.series_break, found.previous_year, found.change) == (True, 2009, None)


def test_figures_that_the_selected_measures_and_goals_name() -> None:
    names = ("massnahme", "ziel", "anders", "niemand")
    series = "".join(
        f"=== monitoring/kennzahlen/{name}.yaml\ntitel: {name}\neinheit: Prozent\n=== monitoring/werte/{name}.csv\njahr;wert\n2023;1\n"
        for name in names
    )
    found = concept(series + """\
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele: [{nummer: 1, text: Ziel, kennzahlen: [ziel]}]
=== handlungsfelder/arbeit.yaml
titel: Arbeit
=== massnahmen/M-001.yaml
titel: Pool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
kennzahlen: [massnahme]
=== massnahmen/M-002.yaml
titel: Lotsen
handlungsfeld: arbeit
ziele: [bildung.1]
art: Projekt
federfuehrung: caritas
kennzahlen: [anders]
""")  # fmt: skip

    def named(selection: Selection) -> set[str]:
        return {item.id for item in indicators(found, selection, date(2024, 10, 15))}

    assert named(Selection()) == set(names)
    assert named(Selection(field="bildung")) == {"massnahme", "ziel"}
    assert named(Selection(unit="referat")) == {"massnahme"}
    assert named(Selection(unit="caritas")) == {"anders", "ziel"}


def test_an_indicator_without_values_is_left_out() -> None:
    found = concept("=== monitoring/kennzahlen/a.yaml\ntitel: A\neinheit: Personen\n")
    assert list(indicators(found, Selection(), date(2024, 10, 15))) == []
