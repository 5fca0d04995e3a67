"""What will be spent by the year's end, and when nothing can be said."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import concept
from ikonzept.reports.budget.forecast import Basis, Forecast, forecasts


def year(name: str, planned: str, *bookings: tuple[str, str, str], closed: str = "") -> str:
    """A fiscal year with one account and one line; bookings as day, kind, amount."""
    booked = ", ".join(
        f"{{datum: {name}-{day}, art: {kind}, betrag: {amount}, beleg: {name}-{number}}}"
        for number, (day, kind, amount) in enumerate(bookings)
    )
    more = f"abgeschlossen_am: {closed}\n" if closed else ""
    return (
        f"=== haushalt/{name}.yaml\nstand: beschlossen\n{more}konten:\n  - {{konto: '4271', ansatz: 1000.00}}\n"
        f"positionen:\n  - {{id: H-{name}, konto: '4271', massnahme: M-001, geplant: {planned}, buchungen: [{booked}]}}\n"
    )


def of(text: str, as_of: str) -> Forecast:
    found = concept(text)
    (one,) = forecasts(found, found.fiscal_years["2024"], date.fromisoformat(as_of))
    return one


PAID = [("01-15", "Ist", "100"), ("02-15", "Ist", "100"), ("06-15", "Ist", "100")]


@pytest.mark.parametrize(
    ("text", "as_of", "expected", "basis"),
    [
        (year("2024", "900.00", *PAID), "2024-07-01", "600.00", Basis.DAYS),
        (year("2024", "900.00", *PAID, ("06-20", "Auftrag", "500")), "2024-07-01", "800.00", Basis.DAYS),
        (year("2024", "900.00", *PAID[:2]), "2024-07-01", None, Basis.TOO_FEW),
        (year("2024", "900.00", *PAID[:2], ("02-16", "Ist", "1")), "2024-02-20", None, Basis.TOO_EARLY),
        (year("2024", "900.00", *PAID), "2025-02-01", "300.00", Basis.OVER),
        (
            year("2024", "900.00", *PAID) + year("2023", "800.00", ("03-01", "Ist", "200"), ("09-01", "Ist", "300"), closed="2024-02-01"),
            "2024-07-01",
            "600.00",  # 300 and half of the 600 that are free, as 300 of 600 were used the year before
            Basis.EARLIER_YEARS,
        ),
        (
            year("2024", "900.00", *PAID) + year("2023", "800.00", ("03-01", "Ist", "200")),
            "2024-07-01",
            "600.00",  # a year that is not closed says nothing
            Basis.DAYS,
        ),
    ],
)  # fmt: skip
def test_what_is_expected(text: str, as_of: str, expected: str | None, basis: Basis) -> None:
    found = of(text, as_of)
    assert (found.expected, found.basis) == (Decimal(expected) if expected else None, basis)


def test_months_end_with_the_day() -> None:
    found = of(year("2024", "900.00", *PAID), "2024-03-10")
    assert found.months == (Decimal("100.00"), Decimal("200.00"), Decimal("200.00"))
    assert len(of(year("2024", "900.00", *PAID), "2025-03-10").months) == 12


def test_a_leap_day_has_a_day_in_every_year() -> None:
    text = year("2024", "900.00", *[(day, "Ist", "10") for day in ("01-01", "01-02", "01-03")])
    assert (
        of(text + year("2023", "800.00", ("03-01", "Ist", "200"), closed="2024-01-31"), "2024-02-29").basis
        is Basis.EARLIER_YEARS
    )


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 10**6)), min_size=3, max_size=8),
    st.integers(1, 12),
    st.integers(0, 10**7),
)
@settings(max_examples=50)
def test_no_less_than_what_is_spent_and_bound(paid: list[tuple[int, int]], month: int, planned: int) -> None:
    bookings = [(f"{when:02}-10", "Ist", f"{cents / 100:.2f}") for when, cents in paid]
    former = year("2023", "5000.00", ("03-01", "Ist", "200"), ("09-01", "Ist", "300"), closed="2024-02-01")
    found = of(year("2024", f"{planned / 100:.2f}", *bookings) + former, f"2024-{month:02}-15")
    assert found.expected is None or found.expected >= found.actual + found.committed
    if found.basis is Basis.EARLIER_YEARS and found.expected is not None:
        assert found.expected <= max(Decimal(planned) / 100, found.actual + found.committed)
