"""Which overruns are healed, and by which accounts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import concept
from ikonzept.reports.budget.cover import Coverage, beyond, coverage, plans

AS_OF = date(2024, 10, 15)


def of(accounts: list[str], lines: list[tuple[str, str]]) -> Coverage:
    text = "=== haushalt/2024.yaml\nstand: beschlossen\nkonten:\n" + "".join(f"  - {{{said}}}\n" for said in accounts)
    if lines:
        text += "positionen:\n" + "".join(
            f"  - {{id: H-{number}, konto: '{account}', massnahme: M-001, geplant: {amount}}}\n"
            for number, (account, amount) in enumerate(lines)
        )
    return coverage(concept(text).fiscal_years["2024"], AS_OF)


def told(found: Coverage) -> tuple[list[str], list[str]]:
    return (
        [f"{item.lender.account.number} → {item.borrower.account.number} {item.amount}" for item in found.covers],
        [f"{plan.account.number} {missing}" for plan, missing in found.short],
    )


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        (["konto: '4201', ansatz: 100", "konto: '4202', ansatz: 50"], ([], ["4202 30.00"])),
        (
            ["konto: '4201', ansatz: 100, deckungskreis: a", "konto: '4202', ansatz: 50, deckungskreis: a"],
            (["4201 → 4202 30.00"], []),
        ),
        (
            ["konto: '4201', ansatz: 100, deckungskreis: a", "konto: '4202', ansatz: 50, deckungskreis: b"],
            ([], ["4202 30.00"]),
        ),
        (["konto: '4201', ansatz: 100, deckt: ['4202']", "konto: '4202', ansatz: 50"], (["4201 → 4202 30.00"], [])),
        (["konto: '4201', ansatz: 100", "konto: '4202', ansatz: 50, deckt: ['4201']"], ([], ["4202 30.00"])),
        (
            ["konto: '4201', ansatz: 20, deckt: ['4202']", "konto: '4202', ansatz: 50"],
            (["4201 → 4202 10.00"], ["4202 20.00"]),
        ),
    ],
)
def test_what_heals_an_overrun(accounts: list[str], expected: tuple[list[str], list[str]]) -> None:
    assert told(of(accounts, [("4201", "10.00"), ("4202", "80.00")])) == expected


def test_lenders_that_have_a_choice_leave_what_others_need() -> None:
    """4201 may help both, 4202 only 4203: whoever asks first does not take the last from the other."""
    accounts = [
        *("konto: '4201', ansatz: 30, deckt: ['4203', '4204']", "konto: '4202', ansatz: 30, deckt: ['4203']"),
        *("konto: '4203', ansatz: 0", "konto: '4204', ansatz: 0"),
    ]
    found = of(accounts, [("4203", "30.00"), ("4204", "30.00")])
    assert told(found) == (["4201 → 4204 30.00", "4202 → 4203 30.00"], [])


def test_the_lines_that_make_the_difference() -> None:
    found = of(
        ["konto: '4201', ansatz: 100"], [("4201", "60.00"), ("4201", "50.00"), ("4201", "0.00"), ("4201", "20.00")]
    )
    ((plan, missing),) = found.short
    assert [(line.id, str(amount)) for line, amount in beyond(plan, missing)] == [("H-1", "10.00"), ("H-3", "20.00")]


CENTS = st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100)
ACCOUNTS = st.lists(
    st.tuples(CENTS, st.sampled_from(["", "a", "b"]), st.sets(st.integers(0, 5), max_size=2), CENTS),
    min_size=1,
    max_size=6,
)


@given(ACCOUNTS)
@settings(max_examples=80)
def test_nothing_is_lent_twice_and_nothing_is_forgotten(found: list[tuple[Decimal, str, set[int], Decimal]]) -> None:
    accounts, lines = [], []
    for place, (ansatz, circle, covers, planned) in enumerate(found):
        others = ", ".join(f"'42{other:02}'" for other in sorted(covers) if other < len(found) and other != place)
        said = f"konto: '42{place:02}', ansatz: {ansatz:.2f}"
        accounts.append(
            said + (f", deckungskreis: {circle}" if circle else "") + (f", deckt: [{others}]" if others else "")
        )
        lines.append((f"42{place:02}", f"{planned:.2f}"))
    result = of(accounts, lines)
    short = {id(plan): missing for plan, missing in result.short}
    for plan in result.plans:
        given_away = sum((item.amount for item in result.covers if item.lender is plan), Decimal(0))
        received = sum((item.amount for item in result.covers if item.borrower is plan), Decimal(0))
        assert given_away <= plan.spare
        assert received + short.get(id(plan), Decimal(0)) == plan.missing
    for item in result.covers:
        assert item.amount > 0
    for plan, _ in result.short:  # whoever could still help has nothing left
        for other in result.plans:
            helps = other is not plan and (
                (other.account.cover_group and other.account.cover_group == plan.account.cover_group)
                or any(number.fits(plan.account.number) for number in other.account.covers)
            )
            if helps:
                lent = sum((item.amount for item in result.covers if item.lender is other), Decimal(0))
                assert lent == other.spare


def test_plans_hold_every_line_once() -> None:
    year = concept(
        "=== haushalt/2024.yaml\nstand: beschlossen\nkonten:\n  - {konto: '4201', ansatz: 1}\n"
    ).fiscal_years["2024"]
    assert [plan.lines for plan in plans(year, AS_OF)] == [()]
