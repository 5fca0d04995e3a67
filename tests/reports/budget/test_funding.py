"""A measure's money over the years, and what grants pay of it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import concept
from ikonzept.model.concept import Concept
from ikonzept.reports.budget.funding import (
    Funded,
    GrantMoney,
    MeasureMoney,
    Split,
    by_line,
    grant_money,
    measure_money,
)

AS_OF = date(2024, 10, 15)
MEASURE = """\
=== massnahmen/M-001.yaml
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
COSTS = """\
kosten:
  - jahr: 2023
    betrag: 500.00
  - jahr: 2024
    betrag: 900.00
    hinweis: Schulung
  - jahr: 2024
    betrag: 100.00
  - jahr: 2026
    betrag: 250.00
folgekosten:
  betrag: 100.00
  ab: 2027
  bis: 2029
  grund: Auffrischung
"""
ACCOUNTS = (
    'konten:\n  - {konto: "4271200", bezeichnung: Werbung, ansatz: 9000}\n  - {konto: 111.4271305, ansatz: 9000}\n'
)


def year(name: str, *lines: str) -> str:
    said = "".join(f"  - {{{line}}}\n" for line in lines)
    return f"=== haushalt/{name}.yaml\nstand: beschlossen\n{ACCOUNTS}" + (f"positionen:\n{said}" if lines else "")


def line(number: str, planned: str, rest: str = "", account: str = "4271305", measure: str = "M-001") -> str:
    return f'id: {number}, konto: "{account}", massnahme: {measure}, geplant: {planned}{rest}'


def grant(name: str, rest: str, amount: str = "1000.00") -> str:
    return f"=== foerderungen/{name}.yaml\ntitel: {name.title()}mittel\ngeber: x\nbetrag: {amount}\n{rest}\n"


def of_measure(text: str, costs: str = "") -> MeasureMoney | None:
    found = concept(MEASURE + costs + text)
    return measure_money(found, found.measures["M-001"], AS_OF)


def of_grant(text: str, name: str = "land") -> GrantMoney:
    found = concept(text)
    return grant_money(found, found.grants[name], AS_OF)


# --- a measure -------------------------------------------------------------------------------------------------------


def test_the_years_of_a_measure() -> None:
    """Years of lines and of planned costs, also such that have no budget yet; accounts as the year calls them."""
    money = of_measure(
        year("2024", line("H-1", "800", ", gebunden: 100"), line("H-2", "50", ", ist: 20", "4271200"))
        + year("2025", line("H-3", "70")),
        COSTS,
    )
    assert money is not None
    assert [(one.year, one.costs, one.money.use.planned) for one in money.years] == [
        ("2023", Decimal("500.00"), 0),
        ("2024", Decimal("1000.00"), 850),
        ("2025", None, 70),
        ("2026", Decimal("250.00"), 0),
    ]
    assert [(one.number, one.title, one.money.use.planned) for one in money.years[1].accounts] == [
        ("111.4271305", "", 800),
        ("4271200", "Werbung", 50),
    ]
    assert (money.costs, money.total.use.planned, money.total.use.actual) == (Decimal("1750.00"), 920, 20)
    assert money.follow_up is not None
    assert (money.follow_up.amount, money.follow_up.total) == (Decimal("100.00"), Decimal("300.00"))


def test_money_of_the_measures_out_of_which_one_came() -> None:
    """It stays with them; of one that went over into several no shares are known."""
    head = "handlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    text = (
        f"=== massnahmen/M-002.yaml\ntitel: Alt\n{head}"
        f"=== massnahmen/M-003.yaml\ntitel: Mitte\n{head}herkunft: {{art: übernommen, aus: [M-002]}}\n"
        f"=== massnahmen/M-004.yaml\ntitel: Neben\n{head}herkunft: {{art: aufgeteilt, aus: [M-003]}}\n"
        + year("2024", line("H-1", "800", ", ist: 20", measure="M-002"), line("H-2", "50", measure="M-003"))
    )
    money = of_measure(text, "herkunft: {art: aufgeteilt, aus: [M-003]}\n")
    assert money is not None
    assert [(one.id, one.use.planned, one.use.actual, one.heirs) for one in money.former] == [
        ("M-003", 50, 0, ("M-001", "M-004")),
        ("M-002", 800, 20, ("M-003",)),
    ]
    assert (money.years, money.total) == ((), Funded())


@pytest.mark.parametrize(("end", "total"), [("", None), ("  bis: 2027\n", Decimal("100.00")), ("  bis: 2026\n", None)])
def test_follow_up_costs_have_a_total_where_they_end(end: str, total: Decimal | None) -> None:
    money = of_measure("", f"folgekosten:\n  betrag: 100.00\n  ab: 2027\n{end}")
    assert money is not None
    assert money.follow_up is not None
    assert money.follow_up.total == total
    assert money.years == ()


def test_a_measure_that_says_nothing_of_money() -> None:
    assert of_measure(year("2024", line("H-1", "800", measure="M-002"))) is None


def test_own_share_of_a_measure() -> None:
    text = year("2024", line("H-1", "800", ", ist: 301.01"), line("H-2", "50")) + grant(
        "land", "anteil: 50\npositionen: [H-1]"
    )
    money = of_measure(text)
    assert money is not None
    assert money.total.by_plan == Split(Decimal("400.00"), Decimal("450.00"))
    assert money.total.so_far == Split(Decimal("150.51"), Decimal("150.50"))  # half a cent goes up
    assert [one.id for one in money.grants] == ["land"]


def test_what_several_grants_pay_is_not_guessed() -> None:
    text = year("2024", line("H-1", "800"), line("H-2", "50")) + "".join(
        grant(name, "anteil: 50\npositionen: [H-1]") for name in ("bund", "land")
    )
    money = of_measure(text)
    assert money is not None
    assert money.total.by_plan == Split(own=Decimal("50.00"), unsaid=Decimal("800.00"))


def test_beside_a_line_of_several_the_others_are_known_while_the_limit_is_far() -> None:
    def unsaid(amount: str) -> Split:
        money = of_measure(
            year("2024", line("H-1", "800"), line("H-2", "50"))
            + grant("land", "anteil: 50\npositionen: [H-1, H-2]", amount)
            + grant("bund", "positionen: [H-1]")
        )
        assert money is not None
        return money.total.by_plan

    assert unsaid("425.00") == Split(Decimal("25.00"), Decimal("25.00"), Decimal("800.00"))
    assert unsaid("424.99") == Split(unsaid=Decimal("850.00"))


# --- a grant ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "amount", "at_most", "own"),
    [
        ("anteil: 50", "1000.00", "400.00", "400.00"),
        ("anteil: 50", "300.00", "300.00", "500.00"),  # no more than was granted
        ("", "300.00", "300.00", "500.00"),  # without a share all of it, up to what was granted
        ("", "1000.00", "800.00", "0.00"),
        ("anteil: 33,3", "1000.00", "266.40", "533.60"),
        ("anteil: 500", "1000.00", "800.00", "0.00"),  # nobody pays more than all
    ],
)
def test_what_a_grant_pays_by_plan(rest: str, amount: str, at_most: str, own: str) -> None:
    money = of_grant(year("2024", line("H-1", "800")) + grant("land", f"{rest}\npositionen: [H-1]", amount))
    assert (str(money.by_plan.at_most), str(money.by_plan.own)) == (at_most, own)


PAID = ", buchungen: [{datum: 2024-02-01, art: Ist, betrag: 100}, {datum: 2024-09-01, art: Ist, betrag: 40}, {datum: 2024-11-01, art: Ist, betrag: 7}]"


@pytest.mark.parametrize(
    ("term", "eligible"),
    [
        ("", "140.00"),
        ("laufzeit: {beginn: 2024-02-01}", "140.00"),
        ("laufzeit: {beginn: 2024-02-02}", "40.00"),
        ("laufzeit: {ende: 2024-09-01}", "140.00"),
        ("laufzeit: {ende: 2024-08-31}", "100.00"),
        ("laufzeit: {beginn: 2025-01-01}", "0.00"),
    ],
)
def test_what_is_paid_within_the_term_is_eligible(term: str, eligible: str) -> None:
    """What is paid after the day that is looked at does not count yet."""
    money = of_grant(year("2024", line("H-1", "800", PAID)) + grant("land", f"{term}\npositionen: [H-1]"))
    assert (str(money.so_far.costs), str(money.so_far.eligible)) == ("140.00", eligible)


@pytest.mark.parametrize(("begin", "eligible"), [("2024-12-31", 20), ("2025-01-01", 0)])
def test_a_plain_amount_counts_in_a_year_that_the_term_touches(begin: str, eligible: int) -> None:
    text = year("2024", line("H-1", "800", ", ist: 20")) + grant(
        "land", f"laufzeit: {{beginn: {begin}}}\npositionen: [H-1]"
    )
    assert of_grant(text).so_far.eligible == eligible


def test_a_grant_of_an_account_pays_in_the_years_of_its_term() -> None:
    text = year("2023", line("H-1", "5")) + year("2024", line("H-2", "7")) + year("2025", line("H-3", "9"))
    of_account = 'konten: ["4271305"]\nlaufzeit: {beginn: 2023-12-31, ende: 2024-06-30}'
    assert [one.id for one in of_grant(text + grant("land", of_account)).lines] == ["H-1", "H-2"]
    assert [one.id for one in of_grant(text + grant("land", 'konten: ["4271305"]')).lines] == ["H-1", "H-2", "H-3"]


def test_a_grant_that_shares_a_line_has_no_own_share() -> None:
    text = year("2024", line("H-1", "800")) + grant("land", "positionen: [H-1]") + grant("bund", "positionen: [H-1]")
    money = of_grant(text)
    assert (money.shared_with, money.by_plan.own, money.by_plan.at_most) == (("bund",), None, Decimal("800.00"))


# --- sums agree ------------------------------------------------------------------------------------------------------

CENTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["2023", "2024", "2025"]),
        st.sampled_from(["4271200", "4271305"]),
        st.sampled_from(["M-001", "M-002"]),
        CENTS,
        st.integers(-(10**4), 10**9).map(lambda cents: Decimal(cents) / 100),
        st.sets(st.sampled_from(["bund", "land", "stiftung"]), max_size=2),
    ),
    max_size=8,
)
GRANTS = st.fixed_dictionaries(
    {name: st.tuples(CENTS, st.none() | st.integers(0, 1000)) for name in ("bund", "land", "stiftung")}
)


def made(lines: list[tuple[str, str, str, Decimal, Decimal, set[str]]], grants: dict[str, tuple[Decimal, int | None]]) -> Concept:  # fmt: skip
    numbered = [(f"H-{number}", *rest) for number, rest in enumerate(lines)]
    text = MEASURE + COSTS + MEASURE.replace("M-001", "M-002")
    for name in ("2023", "2024", "2025"):
        text += year(
            name,
            *(
                line(number, f"{planned:.2f}", f", ist: {spent:.2f}", account, measure)
                for number, of_year, account, measure, planned, spent, _ in numbered
                if of_year == name
            ),
        )
    for name, (amount, tenths) in grants.items():
        paid = [number for number, *_, paid_by in numbered if name in paid_by]
        share = f"anteil: {Decimal(tenths) / 10}\n" if tenths is not None else ""
        text += grant(name, f"{share}positionen: [{', '.join(paid)}]", f"{amount:.2f}")
    return concept(text)


@given(LINES, GRANTS)
@settings(max_examples=80, deadline=None)
def test_the_sum_of_the_parts_is_the_whole(
    lines: list[tuple[str, str, str, Decimal, Decimal, set[str]]], grants: dict[str, tuple[Decimal, int | None]]
) -> None:
    found = made(lines, grants)
    for measure in found.measures.values():
        money = measure_money(found, measure, AS_OF)
        if money is None:
            continue
        assert sum((one.money for one in money.years), start=Funded()) == money.total
        for one in money.years:
            assert sum((account.money for account in one.accounts), start=Funded()) == one.money
        for split, costs in (
            (money.total.by_plan, money.total.use.planned),
            (money.total.so_far, money.total.use.actual),
        ):
            assert split.funded + split.own + split.unsaid == costs
        assert money.costs is None or money.costs == sum(one.costs or 0 for one in money.years)


@given(LINES, GRANTS)
@settings(max_examples=80, deadline=None)
def test_what_grants_pay_of_their_lines_is_what_they_pay(
    lines: list[tuple[str, str, str, Decimal, Decimal, set[str]]], grants: dict[str, tuple[Decimal, int | None]]
) -> None:
    found = made(lines, grants)
    paid = by_line(found, AS_OF)
    lines_by_id = found.budget_lines
    for grant_ in found.grants.values():
        money = grant_money(found, grant_, AS_OF)
        for payment in (money.by_plan, money.so_far):
            assert 0 <= payment.at_most <= grant_.amount
            assert payment.own is None or payment.at_most + payment.own == payment.costs
        if not money.shared_with:
            each = [paid[id(lines_by_id[one.id])] for one in money.lines]
            assert sum(one.by_plan.funded for one in each) == money.by_plan.at_most
            assert sum(one.so_far.funded for one in each) == money.so_far.at_most
