"""Figures and keys: what can be, what cannot, and where it is told."""

import pytest

from concepts import MINIMAL, findings

CSV = "monitoring/werte/kurse.csv"
HEAD = f"=== monitoring/kennzahlen/kurse.yaml\ntitel: Kurse\neinheit: Kurse\n{{more}}=== {CSV}\njahr;merkmal;wert;stand;hinweis\n"


def series(*rows: str, more: str = "") -> str:
    return HEAD.format(more=more) + "".join(f"{row};;\n" for row in rows)


@pytest.mark.parametrize("year", ["24", "0", "1899", "2101", "3025", "20224"])
def test_a_year_that_cannot_be(year: str) -> None:
    assert findings(series(f"{year};;3")) == [f"{CSV}:2:1 year-implausible"]


@pytest.mark.parametrize("year", ["1900", "2024", "2100"])
def test_a_year_that_can_be(year: str) -> None:
    assert findings(series(f"{year};;3")) == []


def test_years_of_costs() -> None:
    path = "massnahmen/M-001.yaml"
    more = "kosten:\n  - jahr: 24\n    betrag: 5.00\nfolgekosten:\n  betrag: 5.00\n  ab: 2025\n  bis: 20255\n"
    assert findings(f"=== {path}\n{MINIMAL[path]}{more}") == [
        f"{path}:9:11 year-implausible",
        f"{path}:14:8 year-implausible",
    ]


def test_years_of_targets_and_breaks() -> None:
    more = "ziel:\n  jahr: 26\n  wert: 3\nbrueche:\n  - jahr: 11\n    grund: Zensus\n"
    path = "monitoring/kennzahlen/kurse.yaml"
    assert findings(series(more=more)) == [f"{path}:4:9 year-implausible", f"{path}:7:11 year-implausible"]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["2022;;1", "2023;;2"], []),
        (["2022;;1", "2022;Frauen;2"], []),
        (["2022;;1", "2022;;1"], [3]),
        (["2022;Frauen;1", "2022;frauen;2", "2022;Frauen;"], [3, 4]),
    ],
)
def test_values_of_one_year(rows: list[str], lines: list[int]) -> None:
    assert findings(series(*rows)) == [f"{CSV}:{line}:1 value-twice" for line in lines]


@pytest.mark.parametrize(
    ("share", "found"), [("100", False), ("0,5", False), ("100,1", True), ("150", True), ("0", True), ("-5", True)]
)
def test_shares(share: str, found: bool) -> None:
    grant = f"=== foerderungen/land.yaml\ntitel: Zuwendung\ngeber: Land\nbetrag: 800.00\nanteil: {share}\n"
    assert findings(grant) == ["foerderungen/land.yaml:4:9 share-impossible"] * found


@pytest.mark.parametrize(
    ("kind", "state", "ags", "codes"),
    [
        ("Landkreis", "NI", "03157", []),
        ("Landkreis", "NI", "03157006", ["ags-of-another-kind"]),
        ("Landkreis", "NI", "03", ["ags-of-another-kind"]),
        ("Landkreis", "BY", "03157", ["ags-of-another-state"]),
        ("Landkreis", "NI", "17157", ["ags-of-another-state"]),
        ("Region", "NI", "03241", []),
        ("kreisfreie Stadt", "NI", "03101", []),
        ("kreisfreie Stadt", "NI", "03101000", []),
        ("kreisfreie Stadt", "NI", "03157006", ["ags-of-another-kind"]),
        ("Stadt", "NI", "03157006", []),
        ("Stadt", "NI", "03157", ["ags-of-another-kind"]),
        ("Gemeinde", "BY", "03157", ["ags-of-another-kind", "ags-of-another-state"]),
        ("Samtgemeinde", "NI", "03157", []),
        ("Samtgemeinde", "NI", "03157006", []),
    ],
)
def test_keys_of_a_body(kind: str, state: str, ags: str, codes: list[str]) -> None:
    manifest = MINIMAL["konzept.yaml"].replace("art: Landkreis", f"art: {kind}").replace("land: NI", f"land: {state}")
    found = findings("=== konzept.yaml\n" + manifest.replace('"03157"', f'"{ags}"'))
    assert [line.split()[-1] for line in found] == codes
