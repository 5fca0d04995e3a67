"""Lines, bookings and accounts of a fiscal year: each code with its exact place, and a twin that passes."""

import pytest

from concepts import findings, located
from ikonzept.checks.examples import budget

OURS = (*budget.EXAMPLES, "account-twice", "account-ambiguous", "unknown-account")
PATH = "haushalt/2024.yaml"


def told(text: str) -> list[str]:
    """``line:column code`` of what these rules find; ``text`` follows the state."""
    found = findings(f"=== {PATH}\nstand: beschlossen\n{text}")
    return [line.split(":", 1)[1] for line in found if line.split(" ")[1] in OURS]


def accounts(*numbers: str, more: str = "") -> str:
    return "konten:\n" + "".join(f'  - konto: "{number}"\n    ansatz: 100.00\n{more}' for number in numbers)


def line(rest: str, account: str = "111-300.4271305") -> str:
    return f'positionen:\n  - id: H-1\n    konto: "{account}"\n    geplant: 1.00\n{rest}'


ONE = accounts("111-300.4271305")
MEASURE = "    massnahme: M-001\n"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (MEASURE, []),
        ("    bezug: bildung\n", []),
        ("", ["6:9 budget-line-without-subject"]),
        (f"{MEASURE}    bezug: bildung\n", ["10:12 budget-line-two-subjects"]),
        (f"{MEASURE}    gebunden: 1.00\n    ist: 1.00\n", []),
        (f"{MEASURE}    ist: 0.00\n    buchungen: []\n", []),
        (f"{MEASURE}    ist: 0.00\n    buchungen:\n      - {{datum: 2024-01-01, art: Ist, betrag: 1}}\n", ["10:10 budget-sums-beside-bookings"]),
        (f"{MEASURE}    buchungen:\n      - {{datum: 2024-01-01, art: Ist, betrag: 1, beleg: A-1}}\n      - {{datum: 2024-01-01, art: Ist, betrag: 1, zu: A-1}}\n", ["12:54 booking-settles-unknown"]),
        (f"{MEASURE}    buchungen:\n      - {{datum: 2024-01-01, art: Ist, betrag: 1, zu: A-1}}\n      - {{datum: 2024-01-01, art: Auftrag, betrag: 1, beleg: A-1}}\n", []),
    ],
)  # fmt: skip
def test_lines_and_bookings(rest: str, expected: list[str]) -> None:
    assert told(ONE + line(rest)) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("111-300.4271305", "111-400.4271305"), []),
        (("111-300.4271305", "111-300/4271305"), ["5:12 account-twice"]),
        (("4271305", "111-300.4271305"), ["5:12 account-twice"]),
        (("111-300.4271305", "4271305"), ["5:12 account-twice"]),
        (("4271305", "111-300.4271305", "111-400.4271305"), ["5:12 account-twice"]),
        (("111-300.4271305", "111-400.4271305", "4271305"), ["7:12 account-twice"]),
        (("4271305", "4271305", "4271305"), ["5:12 account-twice", "7:12 account-twice"]),
        (("4271305", "4271200"), []),
    ],
)
def test_an_account_stands_once(numbers: tuple[str, ...], expected: list[str]) -> None:
    assert told(accounts(*numbers)) == expected


def test_one_account_written_twice_is_not_ambiguous() -> None:
    text = accounts("111-300.4271305", "111-300/4271305") + line(MEASURE, "4271305")
    assert told(text) == ["5:12 account-twice"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("grund: a\nunabweisbar: b\nentschieden_von: Landrat", []),
        ("grund: a\nunabweisbar: b\nvorlage: 2024/1", []),
        ("grund: a", ["6:14 excess-incomplete"]),
        ("grund: a\nunabweisbar: b\nentschieden_von: Landrat\ndeckung: Mehrerträge 2024", []),
        ("grund: a\nunabweisbar: b\nentschieden_von: Landrat\ndeckung: 111-300/4271305", ["11:18 account-covers-itself"]),
        ("grund: a\nunabweisbar: b\nentschieden_von: Landrat\ndeckung: 4279999", ["11:18 unknown-account"]),
    ],
)  # fmt: skip
def test_excesses(lines: str, expected: list[str]) -> None:
    own = "".join(f"        {line}\n" for line in lines.split("\n"))
    excess = f"    mehrbedarf:\n      - art: überplanmäßig\n        betrag: 1.00\n{own}"
    assert told(accounts("111-300.4271305", more=excess)) == expected


def test_what_an_excess_lacks_is_named() -> None:
    excess = "    mehrbedarf:\n      - {art: überplanmäßig, betrag: 1.00, grund: a}\n"
    (item,) = located(f"=== {PATH}\nstand: beschlossen\n" + accounts("111-300.4271305", more=excess))
    assert item.finding.params["missing"] == ("unabweisbar", "entschieden_von")


@pytest.mark.parametrize(
    ("target", "expected"),
    [("111-300.4271305", ["8:80 account-covers-itself"]), ("4271305", ["8:80 account-covers-itself"]), ("4271200", [])],
)
def test_a_transfer_leads_to_another_account(target: str, expected: list[str]) -> None:
    transfer = (
        f"umbuchungen:\n  - {{datum: 2024-05-01, betrag: 1.00, grund: Test, von: 111-300/4271305, nach: {target}}}\n"
    )
    assert told(accounts("111-300.4271305", "111-300.4271200") + transfer) == expected
