"""Which line a finance system's booking belongs to: by reference and account, and never by guess."""

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import concept
from ikonzept.exchange.finance import own_rows, statement
from ikonzept.loader import load
from ikonzept.model.concept import Concept
from ikonzept.model.words import BookingKind
from ikonzept.render.sheet import sheet
from ikonzept.reports.budget.postings import Matching, New, Posting, Unmatched, matched, posted
from ikonzept.values import account

ORDER, ACTUAL = BookingKind.COMMITMENT, BookingKind.ACTUAL
YEAR = """\
=== haushalt/2023.yaml
stand: beschlossen
konten:
  - {konto: "4271305", ansatz: 100.00}
abgeschlossen_am: 2024-02-01
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - {konto: "4271200", ansatz: 2500.00}
  - {konto: "111-300.4271305", ansatz: 3500.00}
  - {konto: "111-400.4271400", ansatz: 10.00}
  - {konto: "111-500.4271400", ansatz: 10.00}
positionen:
  - id: H-1
    konto: "4271305"
    massnahme: M-001
    geplant: 1000.00
    buchungen:
      - {datum: 2024-02-01, art: Auftrag, betrag: 500.00, beleg: A-1}
      - {datum: 2024-03-01, art: Ist, betrag: 200.00, beleg: R-1, zu: A-1}
  - {id: H-2, konto: "111-300.4271305", massnahme: M-001, geplant: 500.00}
  - {id: H-3, konto: "4271305", massnahme: M-001, geplant: 500.00, gebunden: 1.00}
  - {id: H-4, konto: "4271200", massnahme: M-001, geplant: 500.00}
"""


def posting(  # noqa: PLR0913, PLR0917  a posting has these properties
    voucher: str = "R-9",
    amount: str = "10.00",
    number: str = "4271305",
    kind: BookingKind = ACTUAL,
    year: str = "2024",
    day: date = date(2024, 5, 1),
    row: int = 2,
    **more: str,
) -> Posting:
    return Posting(row, year, day, account(number), kind, Decimal(amount), voucher, **more)


def match(*postings: Posting, text: str = YEAR) -> Matching:
    return matched(concept(text), postings)


def told(*postings: Posting) -> list[object]:
    """What becomes of each: its line and the order it pays, the reason why not, or nothing for what is booked."""
    found = match(*postings)
    said: dict[int, object] = {}
    for one in (*found.new, *found.unmatched):
        said[id(one.posting)] = (one.line, one.settles) if isinstance(one, New) else one.reason
    return [said.get(id(one)) for one in postings]


@pytest.mark.parametrize(
    ("one", "becomes"),
    [
        (posting("R-1", "200.00"), None),
        (posting("R-1", "200.00", "111-300.4271305"), None),
        (posting("A-1", "500.00", kind=ORDER), None),
        (posting(order="A-1"), ("H-1", "A-1")),
        (posting("A-1"), ("H-1", "A-1")),
        (posting(line="H-2"), ("H-2", None)),
        (posting(note="Honorar H-2, März"), ("H-2", None)),
        (posting("A-2", kind=ORDER, line="H-2"), ("H-2", None)),
        (posting(amount="-5.00", line="H-2"), ("H-2", None)),
        (posting(), "no-line"),
        (posting(number="4271200"), "no-line"),
        (posting("R-1", "300.00"), "booked-otherwise"),
        (posting(""), "no-voucher"),
        (posting(year="2031"), "no-year"),
        (posting(number="4279999"), "no-account"),
        (posting(number="4271400"), "several-accounts"),
        (posting(year="2023"), "closed"),
        (posting(day=date(2022, 5, 1)), "other-year"),
        (posting(kind=ORDER, amount="-1.00", line="H-2"), "order-below-zero"),
        (posting(line="H-99"), "unknown-line"),
        (posting(line="H-4"), "line-of-other-account"),
        (posting(line="H-2", order="A-1"), "several-lines"),
        (posting(note="H-1 und H-2"), "several-lines"),
        (posting(line="H-3"), "plain-amounts"),
    ],
)
def test_what_becomes_of_a_posting(one: Posting, becomes: object) -> None:
    assert told(one) == [becomes]


def test_the_same_posting_twice_is_asked_for() -> None:
    assert told(posting(line="H-2"), posting(line="H-2", row=3)) == ["twice", "twice"]
    assert told(posting("R-1", "200.00"), posting("R-1", "200.00", row=3)) == [None, "twice"]


def test_a_voucher_of_several_rows() -> None:
    parts = [posting("R-1", "50.00", line="H-2"), posting("R-1", "200.00")]
    assert told(*parts) == [("H-2", None), None]


def test_a_payment_finds_the_order_that_comes_with_it() -> None:
    paid, ordered = posting("R-7", order="A-7"), posting("A-7", "20.00", kind=ORDER, line="H-2", row=3)
    assert told(paid, ordered) == [("H-2", "A-7"), ("H-2", None)]


@given(st.lists(st.sampled_from([
    posting("R-1", "200.00"), posting(order="A-1"), posting("R-8", line="H-2"), posting(""), posting("R-1", "3.00"),
]), max_size=6))  # fmt: skip
@settings(max_examples=50)
def test_every_posting_is_told_once_and_the_sums_agree(postings: list[Posting]) -> None:
    found = match(*postings)
    said = [one.posting for one in (*found.new, *found.unmatched)] + list(found.unchanged)
    assert sorted(map(repr, said)) == sorted(map(repr, postings))
    assert found.total == sum((one.amount for one in postings), start=Decimal(0))
    assert all(isinstance(one, Unmatched) and one.reason for one in found.unmatched)


# --- our own export --------------------------------------------------------------------------------------------------

WORDS = st.text("aÄ=+-@'\";, 1", max_size=6).map(lambda said: " ".join(said.split()))
CENTS = st.integers(-(10**14), 10**14).filter(bool).map(lambda cents: Decimal(cents) / 100)


@st.composite
def bookings(draw: st.DrawFn) -> list[Posting]:
    """Bookings of two lines, each with its own voucher."""
    count = draw(st.integers(0, 6))
    return [
        Posting(
            row=index + 2,
            year="2024",
            date=draw(st.dates(date(2024, 1, 1), date(2025, 12, 31))),
            account=account("4271200"),
            kind=ACTUAL,
            amount=draw(CENTS),
            voucher=f"{draw(WORDS)}{index}".strip(),
            line=draw(st.sampled_from(["H-4", "H-5"])),
            note=draw(WORDS),
        )
        for index in range(count)
    ]


@given(bookings())
@settings(max_examples=60, deadline=None)
def test_what_we_export_comes_back_and_is_known(made: list[Posting]) -> None:
    written = sheet(own_rows(made)).encode()
    assert statement(written, None).postings == tuple(made)


@given(bookings(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_import_then_export_is_the_identity(made: list[Posting], chance: random.Random) -> None:
    chance.shuffle(made)
    whole, empty = _with(made), _with([])
    found = matched(empty, statement(sheet(own_rows(made)).encode(), None).postings)
    assert not found.unmatched
    assert not found.unchanged
    after = _with([one.posting for one in found.new])
    assert sheet(own_rows(posted(after, after.fiscal_years.values()))) == sheet(
        own_rows(posted(whole, whole.fiscal_years.values()))
    )
    again = matched(after, statement(sheet(own_rows(made)).encode(), None).postings)
    assert (again.new, again.unmatched) == ((), ())


def _with(made: list[Posting]) -> Concept:
    """A year whose two lines have these bookings, written as ``budget import`` writes them."""
    from ikonzept.checks.examples.minimal import MINIMAL
    from ikonzept.edits.budget import NewBooking, booked

    text = 'stand: beschlossen\nkonten:\n  - {konto: "4271200", ansatz: 1.00}\npositionen:\n'
    text += "".join(f'  - id: {name}\n    konto: "4271200"\n    geplant: 1.00\n' for name in ("H-4", "H-5"))
    year = load({**MINIMAL, "haushalt/2024.yaml": text}).concept.fiscal_years["2024"]
    new = [
        (one.line, NewBooking(one.date, one.kind, one.amount, one.voucher, internal=one.note or None)) for one in made
    ]
    edit = booked("haushalt/2024.yaml", text.encode(), year, new)
    found = load({**MINIMAL, "haushalt/2024.yaml": (edit.after or b"").decode()})
    assert found.findings == ()
    return found.concept
