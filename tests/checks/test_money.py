"""Sums that CI can trust: what is planned, booked, carried over and said to cost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import findings, located
from ikonzept.checks.examples import money
from ikonzept.render.findings import Located

PATH = "haushalt/2024.yaml"
ONE = 'konten:\n  - {konto: "111-300.4271305", ansatz: 1000.00%s}\n'
PAPER = "vorlagen/2024-118.md"


def told(text: str, state: str = "beschlossen", as_of: date = date(2024, 10, 15)) -> list[str]:
    """The codes of what the money rules find; ``text`` follows the state of the year 2024."""
    found = findings(f"=== {PATH}\nstand: {state}\n{text}", as_of=as_of)
    return [code for line in found if (code := line.split(" ")[1]) in money.EXAMPLES]


def line(planned: str, rest: str = "", number: int = 1) -> str:
    return f'  - {{id: H-{number}, konto: "111-300.4271305", massnahme: M-001, geplant: {planned}{rest}}}\n'


def one(text: str, code: str) -> Located:
    (found,) = (item for item in located(f"=== {PATH}\nstand: beschlossen\n{text}") if item.finding.code == code)
    return found


# --- Ermächtigung ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("account", "planned", "expected"),
    [
        ("", "1000.00", []),
        ("", "1000.01", ["budget-exceeds-authorisation"]),
        (", nachtrag: 0.01", "1000.01", []),
        (", nachtrag: -0.01", "1000.00", ["budget-exceeds-authorisation"]),
        (", uebertragung: 50", "1050.00", []),
        (", sperre: 50", "1000.00", ["budget-exceeds-authorisation"]),
        (
            ", mehrbedarf: [{art: überplanmäßig, betrag: 50, grund: x, unabweisbar: y, entschieden_von: z}]",
            "1050.00",
            [],
        ),
    ],
)
def test_budget_exceeds_authorisation(account: str, planned: str, expected: list[str]) -> None:
    assert told(ONE % account + "positionen:\n" + line(planned)) == expected


def test_what_exceeds_is_named_to_the_cent() -> None:
    found = one(ONE % "" + "positionen:\n" + line("700.00") + line("450.25", number=2), "budget-exceeds-authorisation")
    assert found.finding.params["difference"] == Decimal("150.25")
    assert [(share.name, str(share.amount), share.line) for share in found.shares] == [
        ("H-2 M-001 Sprachmittlerpool", "150.25", 6)
    ]
    assert found.message == (
        "111-300.4271305: geplant sind 1.150,25 €, die Ermächtigung beträgt 1.000,00 €, andere Konten "
        "decken 0,00 €; es fehlen 150,25 €."
    )


OTHER = '  - {konto: "111-300.4271200", ansatz: 500.00%s}\n'


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("", "", ["budget-exceeds-authorisation"]),
        (", deckungskreis: a", ", deckungskreis: a", ["budget-covered"]),
        (", deckungskreis: a", ", deckungskreis: b", ["budget-exceeds-authorisation"]),
        ("", ', deckt: ["111-300.4271305"]', ["budget-covered"]),
        (', deckt: ["111-300.4271200"]', "", ["budget-exceeds-authorisation"]),
    ],
)
def test_budget_covered(ours: str, theirs: str, expected: list[str]) -> None:
    assert told(ONE % ours + OTHER % theirs + "positionen:\n" + line("1200.00")) == expected


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ("900.00", []),
        ("950.00", ["blocked-money-committed"]),
        ("1000.00", ["blocked-money-committed"]),
        ("1000.01", ["budget-exceeds-authorisation", "budget-line-exceeds-plan"]),
    ],
)
def test_blocked_money_committed(used: str, expected: list[str]) -> None:
    planned = "1000.00" if expected else "900.00"
    assert told(ONE % ", sperre: 100" + "positionen:\n" + line(planned, f", gebunden: {used}")) == expected


@pytest.mark.parametrize(
    ("state", "rest", "expected"),
    [
        ("beschlossen", ", ist: 1", []),
        ("vorläufig", ", ist: 1", ["fiscal-year-not-adopted"]),
        ("Entwurf", ", gebunden: 1", ["fiscal-year-not-adopted"]),
        ("Entwurf", "", []),
    ],
)
def test_fiscal_year_not_adopted(state: str, rest: str, expected: list[str]) -> None:
    assert told(ONE % "" + "positionen:\n" + line("10.00", rest), state) == expected


# --- bookings --------------------------------------------------------------------------------------------------------


def booked(*bookings: str) -> str:
    return f", buchungen: [{', '.join('{' + booking + '}' for booking in bookings)}]"


ORDER = "datum: 2024-03-01, art: Auftrag, betrag: 600, beleg: A-1"
PAID = "datum: 2024-04-01, art: Ist, betrag: 600, zu: A-1"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (booked(ORDER), []),
        (booked(ORDER, PAID), []),  # a paid order counts once
        (booked(ORDER, PAID.replace(", zu: A-1", "")), ["budget-line-exceeds-plan"]),
        (", gebunden: 600, ist: 500", ["budget-line-exceeds-plan"]),
        (booked(ORDER, PAID.replace("600", "650")), ["commitment-overpaid"]),
        (booked(PAID, ORDER), ["bookings-out-of-order"]),
        (booked(PAID.replace("04-01", "02-01"), ORDER), ["payment-before-order"]),
        (booked(ORDER.replace("600", "-5")), ["amount-negative"]),
        (booked("datum: 2024-04-01, art: Ist, betrag: -5"), []),  # a refund
        (booked(*["datum: 2024-04-01, art: Ist, betrag: 5, beleg: R-1"] * 2), ["voucher-twice"]),
        (booked("datum: 2024-04-01, art: Ist, betrag: 5, beleg: R-1", "datum: 2024-04-01, art: Ist, betrag: 6, beleg: R-1"), []),
        (booked("datum: 2024-12-01, art: Ist, betrag: 5000"), []),  # not yet
    ],
)  # fmt: skip
def test_bookings(rest: str, expected: list[str]) -> None:
    """budget-line-exceeds-plan, bookings-out-of-order, payment-before-order, commitment-overpaid, voucher-twice."""
    assert told(ONE % "" + "positionen:\n" + line("1000.00", rest)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONE % ", sperre: -1", ["amount-negative"]),
        (ONE % ", uebertragung: -1", ["amount-negative"]),
        ((ONE % "").replace("1000.00", "-1.00"), ["amount-negative"]),
        (ONE % "" + "positionen:\n" + line("-1.00"), ["amount-negative", "budget-line-exceeds-plan"]),
        (ONE % ", nachtrag: -1", []),
    ],
)
def test_amount_negative(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == expected


@pytest.mark.parametrize(
    ("before", "expected"), [("100.01", []), ("100.00", ["amount-implausible"]), ("0.00", []), ("5000.00", [])]
)
def test_amount_implausible(before: str, expected: list[str]) -> None:
    former = f"=== haushalt/2023.yaml\nstand: beschlossen\n{(ONE % '').replace('1000.00', before)}"
    assert told(ONE % "" + former) == expected


# --- from year to year -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("carried", "former", "spent", "expected"),
    [
        ("400.00", "", "600.00", []),
        ("400.01", "", "600.00", ["carry-over-differs"]),
        ("399.99", "", "600.00", ["carry-over-below-rest"]),
        ("1000.00", ", uebertragung: 200", "200.00", []),  # what was carried over is spent first
        ("1050.00", ", uebertragung: 200", "100.00", ["carry-over-lapsed"]),
        ("1000.00", ", uebertragung: 200", "100.00", []),
    ],
)
def test_carry_over(carried: str, former: str, spent: str, expected: list[str]) -> None:
    """carry-over-differs, carry-over-below-rest, carry-over-lapsed."""
    before = f"=== haushalt/2023.yaml\nstand: beschlossen\n{ONE % former}positionen:\n{line(spent, f', ist: {spent}')}"
    assert told(ONE % f", uebertragung: {carried}" + before.replace("H-1", "H-2023-1")) == expected


def test_what_a_grant_pays_into_is_earmarked_and_does_not_lapse() -> None:
    grant = '=== foerderungen/land.yaml\ntitel: Land\ngeber: Land\nbetrag: 500\nkonten: ["111-300.4271305"]\n'
    before = f"=== haushalt/2023.yaml\nstand: beschlossen\n{ONE % ', uebertragung: 200'}"
    assert told(ONE % ", uebertragung: 1200.00" + before) == ["carry-over-lapsed"]
    assert told(ONE % ", uebertragung: 1200.00" + before + grant) == []


@pytest.mark.parametrize(
    ("amount", "as_of", "expected"),
    [
        ("1000.00", "2024-10-15", []),
        ("1000.01", "2024-10-15", ["transfer-exceeds-authorisation"]),
        ("1000.01", "2024-05-01", []),  # it has not happened yet
    ],
)
def test_transfer_exceeds_authorisation(amount: str, as_of: str, expected: list[str]) -> None:
    moved = (
        f'umbuchungen:\n  - {{datum: 2024-06-01, von: "111-300.4271305", nach: "111-300.4271200", betrag: {amount}}}\n'
    )
    assert told(ONE % "" + OTHER % "" + moved, as_of=date.fromisoformat(as_of)) == expected


# --- Vorlagen --------------------------------------------------------------------------------------------------------


def paper(money_lines: str) -> str:
    return (
        f"=== {PAPER}\n---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\ndatum: 2024-06-01\n{money_lines}"
        "beratungsfolge:\n  - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-06-12, oeffentlich: ja}\n"
        "---\n\n## Sachdarstellung\n\nText.\n"
    )


OURS = 'produktsachkonten:\n  - {konto: "111-300.4271305"%s}\n'


@pytest.mark.parametrize(
    ("split", "expected"), [("", []), (", betrag: 500", []), (", betrag: 499.99", ["paper-split-differs"])]
)
def test_paper_split_differs(split: str, expected: list[str]) -> None:
    assert told(ONE % "" + paper(f"im_budget: ja\nkosten: 500\n{OURS % split}")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", []),
        (
            line("600.00", booked("datum: 2024-03-01, art: Auftrag, betrag: 600, beleg: A-1")),
            ["paper-exceeds-available"],
        ),
        (line("600.00", booked("datum: 2024-07-01, art: Auftrag, betrag: 600, beleg: A-1")), []),  # later
        (line("600.00", ", gebunden: 600"), []),  # undated
    ],
)
def test_paper_exceeds_available(lines: str, expected: list[str]) -> None:
    text = ONE % "" + (f"positionen:\n{lines}" if lines else "")
    assert told(text + paper(f"im_budget: ja\nkosten: 500\n{OURS % ''}")) == expected


EXCESS = ", mehrbedarf: [{art: überplanmäßig, betrag: %s, grund: x, unabweisbar: y, vorlage: 2024/118%s}]"


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("", ["paper-without-excess"]),
        (EXCESS % ("500.01", ", deckung: Mehrerträge"), ["excess-exceeds-paper"]),
        (EXCESS % ("499.99", ", deckung: Mehrerträge"), ["paper-without-excess"]),
        (EXCESS % ("500", ", deckung: Mehrerträge"), []),
        (EXCESS % ("500", ""), ["excess-without-cover"]),
        ((EXCESS % ("500", ", deckung: Mehrerträge")).replace("2024/118", "2024/119"), ["paper-without-excess"]),
    ],
)
def test_paper_without_excess(account: str, expected: list[str]) -> None:
    assert told(ONE % account + paper("im_budget: nein\nkosten: 500\n")) == expected


# --- measures --------------------------------------------------------------------------------------------------------


def measure(status: str, reason: str = "") -> str:
    return (
        "=== massnahmen/M-001.yaml\ntitel: Pool\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
        f"verlauf:\n  - datum: 2024-09-01\n    status: {status}\n{reason}"
    )


@pytest.mark.parametrize(
    ("status", "rest", "expected"),
    [
        ("in Umsetzung", "", []),
        ("nicht weiterverfolgt", "", ["money-on-ended-measure"]),
        ("nicht weiterverfolgt", ", ist: 10", []),
        ("abgeschlossen", "", []),
    ],
)
def test_money_on_ended_measure(status: str, rest: str, expected: list[str]) -> None:
    reason = "    grund: x\n" if status == "nicht weiterverfolgt" else ""
    assert told(ONE % "" + "positionen:\n" + line("10.00", rest) + measure(status, reason)) == expected


def test_measure_without_budget() -> None:
    other = "positionen:\n" + line("10.00").replace("massnahme: M-001", "bezug: bildung")
    assert told(ONE % "" + other + measure("in Umsetzung")) == ["measure-without-budget"]
    assert told(ONE % "" + other + measure("geplant")) == []
    assert told(ONE % "" + measure("in Umsetzung")) == []  # no line at all: nobody keeps lines here


@pytest.mark.parametrize(
    ("costs", "lines", "expected"),
    [
        ("", line("10.00"), []),  # nobody said what it is to cost
        ("  - {jahr: 2024, betrag: 10.00}\n", line("10.00"), []),
        ("  - {jahr: 2024, betrag: 9.99}\n", line("10.00"), ["measure-costs-exceeded"]),
        ("  - {jahr: 2023, betrag: 1.00}\n", line("10.00"), []),  # of another year
        ("  - {jahr: 2024, betrag: 1.00}\n", "", []),
        ("  - {jahr: 2024, betrag: 6.00}\n  - {jahr: 2024, betrag: 4.00}\n", line("10.00"), []),
        (
            "  - {jahr: 2024, betrag: 15.00}\n",
            line("10.00") + line("6.00", number=2),
            ["measure-costs-exceeded"],
        ),
    ],
)
def test_measure_costs_exceeded(costs: str, lines: str, expected: list[str]) -> None:
    text = ONE % "" + (f"positionen:\n{lines}" if lines else "") + measure("geplant")
    assert told(text + (f"kosten:\n{costs}" if costs else "")) == expected


def test_the_lines_beyond_the_costs_are_named() -> None:
    costs = "kosten:\n  - {jahr: 2024, betrag: 9.00}\n"
    lines = "positionen:\n" + line("10.00") + line("6.50", number=2)
    found = one(ONE % "" + lines + measure("geplant") + costs, "measure-costs-exceeded")
    assert [(share.name, str(share.amount)) for share in found.shares] == [("H-1 M-001 Pool", "1.00"), ("H-2 M-001 Pool", "6.50")]  # fmt: skip
    assert found.finding.params["difference"] == Decimal("7.50")


# --- grants ----------------------------------------------------------------------------------------------------------


def grant(rest: str, name: str = "land", amount: str = "5.00") -> str:
    return f"=== foerderungen/{name}.yaml\ntitel: Land\ngeber: Land\nbetrag: {amount}\npositionen: [H-1]\n{rest}\n"


PAYMENT = booked("datum: 2024-04-01, art: Ist, betrag: 5, beleg: R-1")


@pytest.mark.parametrize(
    ("rest", "term", "expected"),
    [
        (PAYMENT, "beginn: 2024-04-01, ende: 2024-04-01", []),
        (PAYMENT, "beginn: 2024-04-02", ["grant-outside-term"]),
        (PAYMENT, "ende: 2024-03-31", ["grant-outside-term"]),
        (PAYMENT, "", []),
        (PAYMENT.replace("2024-04-01", "2024-10-16"), "ende: 2024-03-31", []),  # not yet
        (PAYMENT.replace("betrag: 5", "betrag: -5"), "ende: 2024-03-31", []),  # a refund
        (PAYMENT.replace("Ist", "Auftrag"), "ende: 2024-03-31", []),
        (", ist: 5", "ende: 2024-03-31", []),  # undated
    ],
)
def test_grant_outside_term(rest: str, term: str, expected: list[str]) -> None:
    text = ONE % "" + "positionen:\n" + line("10.00", rest)
    assert told(text + grant(f"laufzeit: {{{term}}}")) == expected


def test_one_grant_that_runs_on_the_day_is_enough() -> None:
    text = ONE % "" + "positionen:\n" + line("10.00", PAYMENT) + grant("laufzeit: {ende: 2024-03-31}")
    assert told(text + grant("laufzeit: {beginn: 2024-04-01}", "bund")) == []
    assert told(text + grant("laufzeit: {beginn: 2024-04-02}", "bund")) == ["grant-outside-term"]


@pytest.mark.parametrize(
    ("rest", "amount", "expected"),
    [
        ("anteil: 50", "5.00", []),
        ("anteil: 50", "5.01", ["grant-above-share"]),
        ("", "50.00", []),  # nobody said a share
        ("anteil: 33,35", "3.34", []),  # 3,335 € to the cent, half up
        ("anteil: 33,35", "3.35", ["grant-above-share"]),
        ("anteil: 50\nlaufzeit: {beginn: 2024-01-01, ende: 2024-12-31}", "5.01", ["grant-above-share"]),
        ("anteil: 50\nlaufzeit: {beginn: 2024-01-01, ende: 2025-12-31}", "5.01", []),  # 2025 has no budget yet
        ("anteil: 50\nlaufzeit: {beginn: 2024-01-01}", "5.01", []),  # nobody knows how long
        ("anteil: 50\nlaufzeit: {beginn: 2023-01-01, ende: 2023-12-31}", "5.01", []),
    ],
)
def test_grant_above_share(rest: str, amount: str, expected: list[str]) -> None:
    text = ONE % "" + "positionen:\n" + line("10.00")
    assert told(text + grant(rest, amount=amount)) == expected


def test_a_grant_is_not_measured_by_what_cannot_be_read() -> None:
    text = ONE % "" + "positionen:\n" + line("10.00") + grant("anteil: 50", amount="9.00")
    assert "grant-above-share" in told(text)
    assert "grant-above-share" not in told(text + "=== haushalt/2025.yaml\nstand: [\n")
    assert "grant-above-share" not in told(text.replace("[H-1]", "[H-1, H-99]"))  # unknown-reference says it


# --- a line that breaks the sums is always found ---------------------------------------------------------------------

CENTS = st.integers(1, 10**11).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(CENTS, min_size=1, max_size=6), st.data())
@settings(max_examples=60)
def test_a_line_that_breaks_the_sum_is_found_and_named(amounts: list[Decimal], data: st.DataObject) -> None:
    """The account may spend just what its lines plan; one line more by any amount is an error that names the amount."""
    place = data.draw(st.integers(0, len(amounts) - 1))
    more = data.draw(CENTS)
    account = (ONE % "").replace("1000.00", f"{sum(amounts):.2f}")

    def text(found: list[Decimal]) -> str:
        return (
            account + "positionen:\n" + "".join(line(f"{one:.2f}", number=number) for number, one in enumerate(found))
        )

    assert told(text(amounts)) == []
    broken = [one + more if index == place else one for index, one in enumerate(amounts)]
    found = one(text(broken), "budget-exceeds-authorisation")
    assert found.finding.params["difference"] == more
    assert sum(share.amount for share in found.shares) == more


# --- what goes on into the next year, and what covers ----------------------------------------------------------------

NEXT = "=== haushalt/2025.yaml\nstand: beschlossen\n" + ONE % ""


def booked(*bookings: str) -> str:
    return f", buchungen: [{', '.join(f'{{{one}}}' for one in bookings)}]"


ORDER = "datum: 2024-02-01, art: Auftrag, betrag: 500, beleg: A-1"
CARRIED = "datum: 2024-10-01, art: Übertrag, betrag: 300, zu: A-1"


@pytest.mark.parametrize(
    ("bookings", "following", "expected"),
    [
        ((ORDER, CARRIED), "", []),
        ((ORDER, CARRIED), NEXT, ["carried-order-missing"]),
        (
            (ORDER, CARRIED),
            NEXT + "positionen:\n" + line("500", booked(ORDER.replace("2024", "2025")), 2),
            [],
        ),
        ((ORDER, CARRIED.replace("zu: A-1", "beleg: A-1")), "", ["carried-without-order"]),
        ((CARRIED.replace("zu: A-1", "text: Rest"),), "", ["carried-without-order"]),
        ((ORDER, CARRIED.replace("300", "600")), "", ["commitment-overpaid"]),
        ((ORDER, CARRIED.replace("300", "-300")), "", ["amount-negative"]),
    ],
)
def test_orders_that_are_carried(bookings: tuple[str, ...], following: str, expected: list[str]) -> None:
    assert told(ONE % "" + "positionen:\n" + line("1000.00", booked(*bookings)) + following) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [("1000.00", []), ("1000.01", ["block-exceeds-authorisation"]), ("1100.00", ["block-exceeds-authorisation"])],
)
def test_no_more_is_blocked_than_there_is(block: str, expected: list[str]) -> None:
    assert told(ONE % f", sperre: {block}") == expected


@pytest.mark.parametrize(("amount", "expected"), [("1000.00", []), ("1000.01", ["excess-exceeds-cover"])])
def test_a_cover_gives_no_more_than_it_has(amount: str, expected: list[str]) -> None:
    other = (
        '  - {konto: "111-300.4271200", ansatz: 0, mehrbedarf: [{art: überplanmäßig, betrag: %s, grund: x, '
        'unabweisbar: y, entschieden_von: z, deckung: "111-300.4271305"}]}\n'
    )
    assert told(ONE % "" + other % amount) == expected


def test_a_voucher_is_twice_wherever_it_stands() -> None:
    bookings = [
        f"datum: 2024-0{month}-01, art: Ist, betrag: {amount}, beleg: R-1" for month, amount in ((1, 5), (2, 7), (3, 7))
    ]
    assert told(ONE % "" + "positionen:\n" + line("100", booked(*bookings))) == ["voucher-twice"]


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-12-31", []), ("2025-02-01", []), ("2023-12-31", ["booking-outside-year"])]
)
def test_a_booking_is_of_its_year(day: str, expected: list[str]) -> None:
    text = ONE % "" + "positionen:\n" + line("100", booked(f"datum: {day}, art: Ist, betrag: 5"))
    assert told(text, as_of=date(2025, 12, 31)) == expected
