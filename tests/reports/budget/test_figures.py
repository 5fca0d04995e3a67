"""Every amount is the sum of what it says it is made of."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.reports.budget import figures, sums
from ikonzept.reports.budget.figures import Figure, minus, summed

AS_OF = date(2024, 10, 15)
YEAR = """\
konten:
  - konto: "4271200"
    ansatz: 2500.00
    sperre: 100.00
  - konto: "4271305"
    ansatz: 3500.00
    nachtrag: 250.50
    uebertragung: 400.00
    mehrbedarf:
      - art: überplanmäßig
        betrag: 300.00
        deckung: "4271200"
positionen:
  - id: H-2024-01
    konto: "4271305"
    bezug: bildung
    geplant: 2000.00
    buchungen:
      - {datum: 2024-03-01, art: Auftrag, betrag: 1200.00, beleg: A-1}
      - {datum: 2024-04-01, art: Ist, betrag: 500.00, zu: A-1}
      - {datum: 2024-05-01, art: Ist, betrag: 800.00, zu: A-1}
      - {datum: 2024-06-01, art: Auftrag, betrag: 300.00, beleg: A-2}
      - {datum: 2024-12-01, art: Ist, betrag: 300.00, zu: A-2}
umbuchungen:
  - {datum: 2024-05-01, von: "4271200", nach: "4271305", betrag: 50.00}
  - {datum: 2024-11-01, von: "4271200", nach: "4271305", betrag: 70.00}
"""


def year(text: str = YEAR) -> FiscalYear:
    return concept(f"=== haushalt/2024.yaml\nstand: beschlossen\n{text}").fiscal_years["2024"]


def told(figure: Figure) -> list[str]:
    return [f"{part.kind} {part.amount}" for part in figure.parts]


def every(figure: Figure) -> Iterator[Figure]:
    yield figure
    for part in figure.parts:
        yield from every(part)


def assert_adds_up(figure: Figure) -> None:
    for part in every(figure):
        assert not part.parts or part.amount == sum(inner.amount for inner in part.parts)


def test_what_an_account_may_spend_and_why() -> None:
    found = year()
    first, second = found.accounts
    assert told(figures.authorisation(found, second, AS_OF)) == [
        *("appropriation 3500.00", "supplement 250.50", "carry_over 400.00", "excess 300.00", "transfer 50.00"),
    ]
    assert told(figures.authorisation(found, first, AS_OF)) == [
        *("appropriation 2500.00", "cover -300.00", "transfer -50.00", "block -100.00"),
    ]


def test_an_order_that_is_paid_counts_once() -> None:
    (line,) = year().lines
    assert told(figures.committed(line, AS_OF)) == ["order 0.00", "order 300.00"]
    assert told(figures.committed(line, AS_OF).parts[0]) == ["order 1200.00", "settled -500.00", "settled -700.00"]
    assert told(figures.actual(line, AS_OF)) == ["payment 500.00", "payment 800.00"]
    assert figures.committed(line, date(2024, 12, 31)).amount == 0


@pytest.mark.parametrize("as_of", [date(2024, 1, 1), AS_OF, date(2024, 12, 31)])
def test_figures_add_up(as_of: date) -> None:
    found = year()
    for account in found.accounts:
        assert_adds_up(figures.authorisation(found, account, as_of))
        assert_adds_up(minus(figures.authorisation(found, account, as_of)))
    for line in found.lines:
        for figure in (figures.committed(line, as_of), figures.actual(line, as_of)):
            assert_adds_up(figure)
        assert sums.use(line, as_of).committed == figures.committed(line, as_of).amount


BOOKINGS = st.lists(
    st.tuples(
        st.sampled_from(["Auftrag", "Ist"]),
        st.integers(1, 10**12).map(lambda cents: Decimal(cents) / 100),
        st.sampled_from(["A", "B"]),
        st.integers(1, 12),
    ),
    max_size=8,
)


@given(BOOKINGS, st.integers(1, 12))
def test_no_booking_is_lost_or_counted_twice(found: list[tuple[str, Decimal, str, int]], month: int) -> None:
    """Paid and open together are what was ordered and what was paid beyond it, to the cent."""
    booked = "".join(
        f"      - {{datum: 2024-{when:02}-01, art: {kind}, betrag: {amount:.2f}, {'beleg' if kind == 'Auftrag' else 'zu'}: {name}-{number if kind == 'Auftrag' else ''}}}\n"
        for number, (kind, amount, name, when) in enumerate(found)
    )
    text = (
        "konten:\n  - {konto: '4271', ansatz: 1.00}\npositionen:\n  - id: H-1\n    konto: '4271'\n    geplant: 1.00\n"
    )
    (line,) = year(text + (f"    buchungen:\n{booked}" if found else "")).lines
    as_of = date(2024, month, 15)
    for figure in (figures.committed(line, as_of), figures.actual(line, as_of)):
        assert_adds_up(figure)
        assert figure.amount >= 0
    paid = sum(amount for kind, amount, _, when in found if kind == "Ist" and when <= month)
    assert figures.actual(line, as_of).amount == paid


def test_what_is_nothing_is_left_out() -> None:
    assert summed("x", [Figure("a", Decimal(0)), Figure("b", Decimal(1))]).parts == (Figure("b", Decimal(1)),)
