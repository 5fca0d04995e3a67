"""The sums of ``domain.md``, "Money": Ermächtigung, gebunden, Ist, verfügbar."""

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.reports.budget.sums import AccountSum, uses_by_measure, year_on, year_sum

AS_OF = date(2024, 10, 15)


def year(lines: str) -> FiscalYear:
    return concept(f"=== haushalt/2024.yaml\nstand: beschlossen\n{lines}\n").fiscal_years["2024"]


def account(lines: str, as_of: str = "2024-10-15", number: str = "4271305") -> AccountSum:
    found = year_sum(year(lines), date.fromisoformat(as_of))
    return next(item for item in found.accounts if item.number == number)


# --- Ermächtigung ----------------------------------------------------------------------------------------------------

OTHER = "  - {konto: 4271200, ansatz: 2500.00}\n"


@pytest.mark.parametrize(
    ("lines", "authorisation"),
    [
        ("ansatz: 3500.00", "3500.00"),
        ("ansatz: 3500.00, nachtrag: 250.50", "3750.50"),
        ("ansatz: 3500.00, nachtrag: -500", "3000.00"),
        ("ansatz: 3500.00, uebertragung: 400.00", "3900.00"),
        ("ansatz: 3500.00, sperre: 1000.00", "2500.00"),
        ("ansatz: 0, mehrbedarf: [{art: außerplanmäßig, betrag: 800.00, deckung: Mehrerträge}]", "800.00"),
        ("ansatz: 3500.00, mehrbedarf: [{art: überplanmäßig, betrag: 400}, {art: überplanmäßig, betrag: 100}]", "4000.00"),
        ("ansatz: 3500, nachtrag: 1, uebertragung: 20, sperre: 300, mehrbedarf: [{art: überplanmäßig, betrag: 4000}]", "7221.00"),
    ],
)  # fmt: skip
def test_what_an_account_may_spend(lines: str, authorisation: str) -> None:
    found = account(f"konten:\n{OTHER}  - {{konto: 4271305, {lines}}}")
    assert str(found.authorisation) == str(found.available) == authorisation


@pytest.mark.parametrize(
    ("cover", "left"),
    [
        ("4271200", "2100.00"),  # an account pays for it
        ("111-300.4271200", "2100.00"),  # the same account, written with its product
        ("Mehrerträge aus Zuwendungen", "2500.00"),  # text
        ("4279999", "2500.00"),  # no account of this year
    ],
)
def test_a_covered_excess_lowers_the_account_that_covers_it(cover: str, left: str) -> None:
    lines = f"konten:\n{OTHER}  - {{konto: 4271305, ansatz: 3500, mehrbedarf: [{{art: überplanmäßig, betrag: 400, deckung: {cover}}}]}}"
    assert str(account(lines).authorisation) == "3900.00"
    assert str(account(lines, number="4271200").authorisation) == left


@pytest.mark.parametrize(
    ("as_of", "source", "target"),
    [("2024-10-03", "2500.00", "3500.00"), ("2024-10-04", "2200.00", "3800.00"), ("2024-10-05", "2200.00", "3800.00")],
)
def test_a_transfer_counts_from_its_day(as_of: str, source: str, target: str) -> None:
    lines = f"""\
konten:
{OTHER}  - {{konto: 111-300.4271305, ansatz: 3500.00}}
umbuchungen: [{{datum: 2024-10-04, von: 4271200, nach: 4271305, betrag: 300.00}}]"""
    assert str(account(lines, as_of, "4271200").authorisation) == source
    assert str(account(lines, as_of, "111-300.4271305").authorisation) == target


# --- gebunden and Ist ------------------------------------------------------------------------------------------------

ORDER = "{datum: 2024-07-04, art: Auftrag, betrag: 1200.00, beleg: A-17}"
LINE = "positionen:\n  - id: H-2024-01\n    konto: 4271305\n    geplant: 2000.00\n"
ACCOUNT = "konten:\n  - {konto: 4271305, ansatz: 3500.00}\n"


def paid(amount: str, day: str = "2024-09-30", order: str = "A-17") -> str:
    return f"{{datum: {day}, art: Ist, betrag: {amount}, beleg: R-1, zu: {order}}}"


@pytest.mark.parametrize(
    ("bookings", "committed", "actual"),
    [
        ([ORDER], "1200.00", "0.00"),
        ([ORDER, paid("1200")], "0.00", "1200.00"),
        ([ORDER, paid("800")], "400.00", "800.00"),
        ([ORDER, paid("800"), paid("400")], "0.00", "1200.00"),
        ([ORDER, paid("1300")], "0.00", "1300.00"),  # paid more than ordered: the Ist counts, nothing is left open
        ([ORDER, paid("800", order="A-18")], "1200.00", "800.00"),  # pays another order
        ([ORDER, "{datum: 2024-08-01, art: Ist, betrag: 50}"], "1200.00", "50.00"),
        ([paid("800"), ORDER], "400.00", "800.00"),  # the order of the lines does not matter
        ([ORDER, paid("1200", day="2024-10-15")], "0.00", "1200.00"),
        ([ORDER, paid("1200", day="2024-10-16")], "1200.00", "0.00"),  # paid after the day
        (["{datum: 2024-10-16, art: Auftrag, betrag: 5}"], "0.00", "0.00"),
        (["{datum: 2024-01-01, art: Auftrag, betrag: 5}", "{datum: 2024-01-01, art: Ist, betrag: 5}"], "5.00", "5.00"),
        ([ORDER, paid("800"), paid("-100")], "500.00", "700.00"),  # a credit note opens the order again
    ],
)
def test_a_paid_commitment_counts_once(bookings: list[str], committed: str, actual: str) -> None:
    found = account(f"{ACCOUNT}{LINE}    buchungen: [{', '.join(bookings)}]")
    assert (str(found.planned), str(found.committed), str(found.actual)) == ("2000.00", committed, actual)
    assert found.available == Decimal("3500.00") - Decimal(committed) - Decimal(actual)


@pytest.mark.parametrize(
    ("plain", "committed", "actual"),
    [
        ("", "0.00", "0.00"),
        ("    gebunden: 400\n    ist: 800\n", "400.00", "800.00"),
        (f"    gebunden: 400\n    buchungen: [{ORDER}]\n", "1200.00", "0.00"),  # bookings win
    ],
)
def test_plain_amounts_count_where_there_are_no_bookings(plain: str, committed: str, actual: str) -> None:
    found = account(f"{ACCOUNT}{LINE}{plain}")
    assert (str(found.committed), str(found.actual)) == (committed, actual)


@pytest.mark.parametrize(
    ("spent", "share", "available"),
    [("0", 0, "1000.00"), ("899.99", 90, "100.01"), ("900", 90, "100.00"), ("1000", 100, "0.00"), ("1100.01", 110, "-100.01")],
)  # fmt: skip
def test_the_used_part_in_percent(spent: str, share: int, available: str) -> None:
    found = account(f"konten: [{{konto: 4271305, ansatz: 1000}}]\n{LINE}    ist: {spent}")
    assert (found.share, str(found.available)) == (share, available)


def test_without_authorisation_there_is_no_share() -> None:
    assert account(f"konten: [{{konto: 4271305, ansatz: 0}}]\n{LINE}    ist: 10").share is None


# --- selections and totals -------------------------------------------------------------------------------------------

TWO_LINES = """\
konten:
  - {konto: 4271200, ansatz: 1000}
  - {konto: 4271305, ansatz: 3500}
positionen:
  - {id: H-1, konto: 4271305, massnahme: M-001, geplant: 500, ist: 100}
  - {id: H-2, konto: 4271305, massnahme: M-002, geplant: 700, gebunden: 300, ist: 200}
  - {id: H-3, konto: 4271200, geplant: 50, ist: 7}
"""


def test_a_selection_shows_its_lines_but_the_accounts_whole() -> None:
    found = year_sum(year(TWO_LINES), AS_OF, lambda line: line.measure == "M-001")
    chosen = [item.selected for item in found.accounts if item.selected]
    assert [(str(item.planned), str(item.committed), str(item.actual)) for item in chosen] == [
        ("0.00", "0.00", "0.00"),
        ("500.00", "0.00", "100.00"),
    ]
    assert [(str(item.available), item.share) for item in (*found.accounts, found.total)] == [
        ("993.00", 1),
        ("2900.00", 17),
        ("3893.00", 13),
    ]


def test_what_each_measure_uses() -> None:
    found = uses_by_measure([year(TWO_LINES)], AS_OF)
    assert {name: (str(use.committed), str(use.actual)) for name, use in found.items()} == {
        "M-001": ("0.00", "100.00"),
        "M-002": ("300.00", "200.00"),
    }


@pytest.mark.parametrize(("as_of", "expected"), [("2021-12-31", None), ("2022-01-01", "2022"), ("2023-06-01", "2022"), ("2024-01-01", "2024"), ("2030-01-01", "2024")])  # fmt: skip
def test_the_year_of_a_day(as_of: str, expected: str | None) -> None:
    found = concept("""
        === haushalt/2022.yaml
        stand: beschlossen
        === haushalt/2024.yaml
        stand: Entwurf
    """)
    chosen = year_on(found.fiscal_years, date.fromisoformat(as_of))
    assert (chosen and chosen.id) == expected


cents = st.integers(0, 10**9).map(lambda value: f"{value // 100}.{value % 100:02d}")
numbers = st.sampled_from(["4271200", "4271305", "111-300.4271400"])
days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
vouchers = st.sampled_from(["A-1", "A-2"])
bookings = st.one_of(
    st.tuples(days, cents, vouchers).map(lambda it: f"{{datum: {it[0]}, art: Auftrag, betrag: {it[1]}, beleg: {it[2]}}}"),
    st.tuples(days, cents, vouchers).map(lambda it: f"{{datum: {it[0]}, art: Ist, betrag: {it[1]}, zu: {it[2]}}}"),
)  # fmt: skip
lines = st.tuples(numbers, cents, st.lists(bookings, max_size=4))
transfers = st.tuples(days, numbers, numbers, cents)


def written(own: list[tuple[str, str, list[str]]], moved: list[tuple[date, str, str, str]]) -> str:
    text = "konten:\n" + "".join(
        f"  - {{konto: {n}, ansatz: {a}}}\n" for n, a in (("4271200", 100), ("4271305", 200), ("111-300.4271400", 300))
    )
    text += "positionen:\n" if own else ""
    for index, (number, planned, booked) in enumerate(own):
        text += f"  - {{id: H-{index}, konto: {number}, geplant: {planned}, buchungen: [{', '.join(booked)}]}}\n"
    text += "umbuchungen:\n" if moved else ""
    return text + "".join(
        f"  - {{datum: {day}, von: {a}, nach: {b}, betrag: {amount}}}\n" for day, a, b, amount in moved
    )


@given(st.lists(lines, max_size=5), st.lists(transfers, max_size=3), days, st.randoms())
def test_totals_are_sums_and_the_order_of_lines_never_matters(
    own: list[tuple[str, str, list[str]]], moved: list[tuple[date, str, str, str]], as_of: date, chance: random.Random
) -> None:
    found = year_sum(year(written(own, moved)), as_of)
    for name in ("authorisation", "planned", "committed", "actual", "available"):
        assert getattr(found.total, name) == sum(getattr(item, name) for item in found.accounts)
    for item in (*found.accounts, found.total):
        assert item.available == item.authorisation - item.committed - item.actual
    assert found.total.authorisation == 600, "transfers move money and make none"
    shuffled = [(number, planned, chance.sample(booked, len(booked))) for number, planned, booked in own]
    other = written(chance.sample(shuffled, len(own)), chance.sample(moved, len(moved)))
    assert year_sum(year(other), as_of) == found
