"""The same lines by whatever they are grouped."""

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.concept import Concept
from ikonzept.reports.budget.groups import GROUPINGS, Table, table, years_on

AS_OF = date(2024, 10, 15)
BASE = """\
=== massnahmen/M-002.yaml
titel: Lotsen
handlungsfeld: bildung
art: Projekt
federfuehrung: caritas
=== beteiligung/2024-05-01-werkstatt.yaml
titel: Werkstatt
datum: 2024-05-01
handlungsfelder: [bildung]
=== foerderungen/land.yaml
titel: Landesmittel
geber: Land
betrag: 500.00
positionen: [H-2024-02]
=== foerderungen/bund.yaml
titel: Bundesmittel
geber: Bund
betrag: 500.00
konten: ["4271305"]
"""
YEAR = """\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - {konto: "4271200", bezeichnung: Öffentlichkeitsarbeit, ansatz: 2500.00, deckungskreis: kreis}
  - {konto: "4271305", bezeichnung: Projektkosten, ansatz: 3500.00, deckungskreis: kreis}
  - {konto: "4271999", ansatz: 10.00}
positionen:
  - {id: H-2024-01, konto: "4271200", massnahme: M-001, geplant: 1000.00, gebunden: 100.00, ist: 50.00}
  - {id: H-2024-02, konto: "4271305", massnahme: M-002, geplant: 2000.00, gebunden: 20.00}
  - {id: H-2024-03, konto: "4271305", bezug: 2024-05-01-werkstatt, geplant: 300.00}
  - {id: H-2024-04, konto: "4271200", geplant: 5.00}
"""


def made(text: str = YEAR) -> Concept:
    return concept(BASE + text)


def by(grouping: str, found: Concept | None = None) -> Table:
    whole = found or made()
    return table(whole, whole.fiscal_years["2024"], grouping, AS_OF)


def told(found: Table) -> dict[str, tuple[str, ...]]:
    return {
        row.key: (
            row.title,
            *(str(figure.amount) for figure in (row.planned, row.committed, row.actual, row.available)),
        )
        for row in found.rows
    }


def test_by_account() -> None:
    assert told(by("account")) == {
        "4271200": ("Öffentlichkeitsarbeit", "1005.00", "100.00", "50.00", "2350.00"),
        "4271305": ("Projektkosten", "2300.00", "20.00", "0.00", "3480.00"),
        "4271999": ("", "0.00", "0.00", "0.00", "10.00"),
    }
    assert by("account").total.available.amount == Decimal("5840.00")
    assert [row.share for row in by("account").rows] == [6, 1, 0]


def test_by_cover_group() -> None:
    assert told(by("cover-group")) == {
        "kreis": ("kreis", "3305.00", "120.00", "50.00", "5830.00"),
        "": ("", "0.00", "0.00", "0.00", "10.00"),
    }


def test_by_what_is_paid() -> None:
    assert told(by("measure")) == {
        "M-001": ("Sprachmittlerpool", "1000.00", "100.00", "50.00", "850.00"),
        "M-002": ("Lotsen", "2000.00", "20.00", "0.00", "1980.00"),
        "": ("", "305.00", "0.00", "0.00", "305.00"),
    }
    assert list(told(by("field"))) == ["bildung", ""]
    assert told(by("field"))["bildung"][:2] == ("Bildung", "3300.00")
    assert list(told(by("unit"))) == ["caritas", "referat", ""]
    assert told(by("unit"))["caritas"][:2] == ("Caritas", "2000.00")


def test_by_grant() -> None:
    found = told(by("grant"))
    assert {key: row[1] for key, row in found.items()} == {
        "bund": "300.00",
        "bund + land": "2000.00",
        "": "1005.00",
    }


LINES = st.lists(
    st.tuples(
        st.sampled_from(["4271200", "4271305", "111-300.4271999"]),
        st.sampled_from(["massnahme: M-001", "massnahme: M-002", "bezug: 2024-05-01-werkstatt", "zweck: Sonstiges"]),
        st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100),
        st.integers(0, 10**6).map(lambda cents: Decimal(cents) / 100),
    ),
    max_size=9,
)


def year_of(lines: list[tuple[str, str, Decimal, Decimal]]) -> str:
    head = YEAR.partition("positionen:")[0].replace('"4271999"', "111-300.4271999")
    said = "".join(
        f"  - {{id: H-2024-{number}, konto: '{account}', {subject}, geplant: {planned:.2f}, gebunden: {bound:.2f}}}\n"
        for number, (account, subject, planned, bound) in enumerate(lines, 10)
    )
    return head + (f"positionen:\n{said}" if lines else "")


@given(LINES)
@settings(max_examples=60)
def test_every_grouping_has_the_same_total(lines: list[tuple[str, str, Decimal, Decimal]]) -> None:
    found = made(year_of(lines))
    for grouping in GROUPINGS:
        heaps = by(grouping, found)
        for name in ("planned", "committed", "actual"):
            whole = sum(getattr(row, name).amount for row in heaps.rows)
            assert whole == getattr(heaps.total, name).amount
        assert heaps.total.planned.amount == sum(planned for *_, planned, _ in lines)
        if grouping in {"account", "cover-group"}:
            assert sum(row.available.amount for row in heaps.rows) == heaps.total.available.amount


@given(LINES, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_lines_never_matters(
    lines: list[tuple[str, str, Decimal, Decimal]], chance: random.Random
) -> None:
    shuffled = chance.sample(lines, len(lines))
    for grouping in set(GROUPINGS) - {"grant"}:
        assert told(by(grouping, made(year_of(lines)))) == told(by(grouping, made(year_of(shuffled))))


@given(st.integers(0, 10**12), st.integers(0, 10**12))
@settings(max_examples=40)
def test_a_line_in_two_leaves_the_totals(first: int, second: int) -> None:
    one, other = Decimal(first) / 100, Decimal(second) / 100
    whole = [("4271305", "massnahme: M-001", one + other, Decimal(0))]
    parts = [("4271305", "massnahme: M-001", amount, Decimal(0)) for amount in (one, other)]
    for grouping in set(GROUPINGS) - {"grant"}:
        assert told(by(grouping, made(year_of(whole)))) == told(by(grouping, made(year_of(parts))))


@pytest.mark.parametrize(
    ("names", "expected"), [([], ["2024"]), (["2023"], ["2023"]), (["2024", "2023"], ["2023", "2024"])]
)
def test_which_years(names: list[str], expected: list[str]) -> None:
    found = made(YEAR + "=== haushalt/2023.yaml\nstand: beschlossen\n=== haushalt/2025.yaml\nstand: Entwurf\n")
    assert [year.id for year in years_on(found, AS_OF, names)] == expected
    assert [year.id for year in years_on(found, date(2020, 1, 1), [])] == ["2023"]
