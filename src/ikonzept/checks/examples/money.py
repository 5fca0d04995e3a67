"""Examples of what the money rules find."""

from decimal import Decimal

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_PATH = "haushalt/2024.yaml"
_FORMER = "haushalt/2023.yaml"
_PAPER = "vorlagen/2024-118.md"


def _year(account: str = "", lines: str = "", *, state: str = "beschlossen", more: str = "", path: str = _PATH) -> str:
    """A fiscal year with one account of 2,500 €: its number on line 3, what else it says from line 5 on."""
    head = f"=== {path}\nstand: {state}\nkonten:\n  - konto: 111-300.4271200\n    ansatz: 2500.00\n"
    return head + account + more + (f"positionen:\n{lines}" if lines else "")


def _line(number: int, planned: str, more: str = "") -> str:
    """A line of five lines for the first measure."""
    return f"  - id: H-2024-0{number}\n    konto: 111-300.4271200\n    massnahme: M-001\n    geplant: {planned}\n{more}"


def _bookings(*bookings: tuple[str, str, str, str]) -> str:
    """Bookings of four lines each: day, kind, amount, and a line of its own."""
    said = (
        f"      - datum: {day}\n        art: {kind}\n        betrag: {amount}\n        {own}\n"
        for day, kind, amount, own in bookings
    )
    return "    buchungen:\n" + "".join(said)


_SECOND = "  - konto: 111-300.4271305\n    ansatz: 3500.00\n"
_CIRCLE = "    deckungskreis: teilhabe\n"
_ORDER = ("2024-07-04", "Auftrag", "1200.00", "beleg: A-17")
_PAYMENT = ("2024-09-30", "Ist", "800.00", "zu: A-17")


def _carried(amount: str) -> str:
    """A year that hands its order over, and the next one, which goes on with so much of it."""
    ordered, carried = ("2023-07-04", *_ORDER[1:]), ("2023-12-31", "Übertrag", "1200.00", "zu: A-17")
    old = _line(1, "1200.00", _bookings(ordered, carried)).replace("H-2024", "H-2023")
    following = _line(1, "1200.00", _bookings(("2024-01-02", "Auftrag", amount, "beleg: A-17")))
    return _year(lines=old, path=_FORMER) + _year(lines=following)


def _paper(money: str) -> str:
    """A Vorlage for information of 1 June 2024; its own lines begin on line 6."""
    head = "titel: Sprachmittlung, Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\ndatum: 2024-06-01\n"
    heard = (
        "beratungsfolge:\n  - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-06-12, oeffentlich: ja}\n"
    )
    return f"=== {_PAPER}\n---\n{head}{money}{heard}---\n\n## Sachdarstellung\n\nDer Pool besteht seit 2023.\n"


_BOTH = (
    "produktsachkonten:\n  - konto: 111-300.4271200\n    betrag: {0}\n  - konto: 111-300.4271305\n    betrag: 500.00\n"
)
_EXCESS = (
    "    mehrbedarf:\n"
    "      - art: überplanmäßig\n"
    "        betrag: {0}\n"
    "        grund: Zusätzlicher Workshop\n"
    "        unabweisbar: Termin durch Förderbescheid gebunden\n"
    "        vorlage: 2024/118\n"
)
_BY_SECOND = "        deckung: 111-300.4271305\n"
_COVER = "        deckung: Mehrerträge der Förderung\n"
_DROPPED = """\
=== massnahmen/M-001.yaml
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-09-01
    status: nicht weiterverfolgt
    grund: Kein Bedarf mehr
"""
_RUNNING = """\
=== massnahmen/M-001.yaml
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-09-01
    status: in Umsetzung
"""

_COSTS = """\
=== massnahmen/M-001.yaml
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
kosten:
  - jahr: 2024
    betrag: 1200.00
verlauf:
  - datum: 2024-09-01
    status: geplant
"""
_GRANT = """\
=== foerderungen/sprachmittlung.yaml
titel: Zuwendung für die Sprachmittlung
geber: Land Niedersachsen
betrag: {0}
anteil: 50
laufzeit: {{beginn: 2024-01-01, ende: 2024-06-30}}
positionen: [H-2024-01]
"""


def _two_years(carry_over: str, former: str = "", spent: str = "2100.00") -> str:
    """Of 2,500 € (and what had been carried over before) so much was spent, the rest went on."""
    line = "  - id: H-2023-01\n    konto: 111-300.4271200\n    massnahme: M-001\n    geplant: 2500.00\n"
    return _year(former, f"{line}    ist: {spent}\n", path=_FORMER) + f"{_year()}    uebertragung: {carry_over}\n"


EXAMPLES: dict[str, Example] = {
    "budget-exceeds-authorisation": Example(
        Severity.ERROR,
        _year(lines=_line(1, "2000.00") + _line(2, "850.00"), more=_SECOND),
        f"{_PATH}:3:12",
        _year(lines=_line(1, "2000.00") + _line(2, "500.00"), more=_SECOND),
    ),
    "budget-covered": Example(
        Severity.INFO,
        _year(_CIRCLE, _line(1, "2000.00") + _line(2, "850.00"), more=_SECOND + _CIRCLE),
        f"{_PATH}:3:12",
        _year(_CIRCLE, _line(1, "2000.00"), more=_SECOND + _CIRCLE),
    ),
    "blocked-money-committed": Example(
        Severity.ERROR,
        _year(
            f"    sperre: 1500.00\n{_CIRCLE}", _line(1, "1200.00", "    gebunden: 1200.00\n"), more=_SECOND + _CIRCLE
        ),
        f"{_PATH}:5:13",
        _year(f"    sperre: 1500.00\n{_CIRCLE}", _line(1, "900.00", "    gebunden: 900.00\n"), more=_SECOND + _CIRCLE),
    ),
    "block-exceeds-authorisation": Example(
        Severity.ERROR,
        _year("    sperre: 2600.00\n"),
        f"{_PATH}:5:13",
        _year("    sperre: 2500.00\n"),
    ),
    "fiscal-year-not-adopted": Example(
        Severity.WARNING,
        _year(lines=_line(1, "500.00", "    gebunden: 400.00\n"), state="vorläufig"),
        f"{_PATH}:1:8",
        _year(lines=_line(1, "500.00"), state="vorläufig"),
    ),
    "budget-line-exceeds-plan": Example(
        Severity.ERROR,
        _year(lines=_line(1, "1000.00", _bookings(_ORDER, _PAYMENT))),
        f"{_PATH}:9:14",
        _year(lines=_line(1, "1200.00", _bookings(_ORDER, _PAYMENT))),
    ),
    "bookings-out-of-order": Example(
        Severity.WARNING,
        _year(
            lines=_line(
                1,
                "1200.00",
                _bookings(("2024-09-30", "Ist", "80.00", "text: Saal"), ("2024-08-01", "Ist", "50.00", "text: Tee")),
            )
        ),
        f"{_PATH}:15:16",
        _year(
            lines=_line(
                1,
                "1200.00",
                _bookings(("2024-08-01", "Ist", "50.00", "text: Tee"), ("2024-09-30", "Ist", "80.00", "text: Saal")),
            )
        ),
    ),
    "booking-outside-year": Example(
        Severity.WARNING,
        _year(lines=_line(1, "1200.00", _bookings(("2023-07-04", "Ist", "80.00", "text: Saal")))),
        f"{_PATH}:11:16",
        _year(lines=_line(1, "1200.00", _bookings(("2024-07-04", "Ist", "80.00", "text: Saal")))),
    ),
    "payment-before-order": Example(
        Severity.WARNING,
        _year(lines=_line(1, "1200.00", _bookings(("2024-06-30", "Ist", "800.00", "zu: A-17"), _ORDER))),
        f"{_PATH}:11:16",
        _year(lines=_line(1, "1200.00", _bookings(_ORDER, _PAYMENT))),
    ),
    "commitment-overpaid": Example(
        Severity.WARNING,
        _year(lines=_line(1, "1500.00", _bookings(_ORDER, ("2024-09-30", "Ist", "1300.00", "zu: A-17")))),
        f"{_PATH}:13:17",
        _year(lines=_line(1, "1500.00", _bookings(_ORDER, ("2024-09-30", "Ist", "1200.00", "zu: A-17")))),
    ),
    "carried-without-order": Example(
        Severity.ERROR,
        _year(lines=_line(1, "1200.00", _bookings(_ORDER, ("2024-10-01", "Übertrag", "1200.00", "beleg: A-17")))),
        f"{_PATH}:16:14",
        _year(lines=_line(1, "1200.00", _bookings(_ORDER))),
    ),
    "carried-order-missing": Example(
        Severity.ERROR,
        _carried("400.00"),
        f"{_FORMER}:17:17",
        _carried("1200.00"),
    ),
    "voucher-twice": Example(
        Severity.ERROR,
        _year(lines=_line(1, "1200.00", _bookings(*[("2024-09-30", "Ist", "80.00", "beleg: R-1")] * 2))),
        f"{_PATH}:18:16",
        _year(
            lines=_line(
                1, "1200.00", _bookings(*(("2024-09-30", "Ist", "80.00", f"beleg: R-{number}") for number in (1, 2)))
            )
        ),
    ),
    "amount-negative": Example(
        Severity.ERROR,
        _year("    sperre: -200.00\n"),
        f"{_PATH}:5:13",
        _year("    nachtrag: -200.00\n"),
    ),
    "amount-implausible": Example(
        Severity.WARNING,
        _year(path=_FORMER).replace("2500.00", "250.00") + _year(),
        f"{_PATH}:4:13",
        _year(path=_FORMER) + _year(),
    ),
    "carry-over-differs": Example(
        Severity.ERROR,
        _two_years("500.00"),
        f"{_PATH}:5:19",
        _two_years("400.00"),
    ),
    "carry-over-below-rest": Example(
        Severity.INFO,
        _two_years("300.00"),
        f"{_PATH}:5:19",
        _two_years("400.00"),
    ),
    "carry-over-lapsed": Example(
        Severity.ERROR,
        _two_years("2600.00", "    uebertragung: 300.00\n", "200.00"),
        f"{_PATH}:5:19",
        _two_years("2500.00", "    uebertragung: 300.00\n", "200.00"),
    ),
    "transfer-exceeds-authorisation": Example(
        Severity.ERROR,
        _year(more=_SECOND)
        + "umbuchungen:\n  - datum: 2024-05-02\n    von: 111-300.4271200\n    nach: 111-300.4271305\n    betrag: 3000.00\n",
        f"{_PATH}:11:13",
        _year(more=_SECOND)
        + "umbuchungen:\n  - datum: 2024-05-02\n    von: 111-300.4271200\n    nach: 111-300.4271305\n    betrag: 300.00\n",
    ),
    "excess-exceeds-cover": Example(
        Severity.ERROR,
        _year(_EXCESS.format("4000.00") + _BY_SECOND, more=_SECOND) + _paper("im_budget: nein\nkosten: 4000.00\n"),
        f"{_PATH}:11:18",
        _year(_EXCESS.format("3000.00") + _BY_SECOND, more=_SECOND) + _paper("im_budget: nein\nkosten: 3000.00\n"),
    ),
    "budget-total-differs-from-edition": Example(
        Severity.ERROR,
        "",
        f"{_PATH}:1:1",
        "",
        {
            "year": "2024",
            "edition": "2023",
            "expected": Decimal("6000.00"),
            "actual": Decimal("6400.00"),
            "difference": Decimal("400.00"),
        },
    ),
    "paper-split-differs": Example(
        Severity.ERROR,
        _year(more=_SECOND) + _paper(f"im_budget: ja\nkosten: 1200.00\n{_BOTH.format('600.00')}"),
        f"{_PAPER}:7:9",
        _year(more=_SECOND) + _paper(f"im_budget: ja\nkosten: 1200.00\n{_BOTH.format('700.00')}"),
    ),
    "paper-exceeds-available": Example(
        Severity.ERROR,
        _year() + _paper("im_budget: ja\nkosten: 2600.00\nproduktsachkonten:\n  - konto: 111-300.4271200\n"),
        f"{_PAPER}:7:9",
        _year() + _paper("im_budget: ja\nkosten: 2500.00\nproduktsachkonten:\n  - konto: 111-300.4271200\n"),
    ),
    "paper-without-excess": Example(
        Severity.ERROR,
        _year(_EXCESS.format("300.00") + _COVER) + _paper("im_budget: nein\nkosten: 400.00\n"),
        f"{_PAPER}:6:12",
        _year(_EXCESS.format("400.00") + _COVER) + _paper("im_budget: nein\nkosten: 400.00\n"),
    ),
    "excess-exceeds-paper": Example(
        Severity.WARNING,
        _year(_EXCESS.format("500.00") + _COVER) + _paper("im_budget: nein\nkosten: 400.00\n"),
        f"{_PAPER}:6:12",
        _year(_EXCESS.format("400.00") + _COVER) + _paper("im_budget: nein\nkosten: 400.00\n"),
    ),
    "excess-without-cover": Example(
        Severity.ERROR,
        _year(_EXCESS.format("400.00")) + _paper("im_budget: nein\nkosten: 400.00\n"),
        f"{_PATH}:7:17",
        _year(_EXCESS.format("400.00") + _COVER) + _paper("im_budget: nein\nkosten: 400.00\n"),
    ),
    "money-on-ended-measure": Example(
        Severity.WARNING,
        _DROPPED + _year(lines=_line(1, "1200.00", "    ist: 300.00\n")),
        f"{_PATH}:8:16",
        _DROPPED + _year(lines=_line(1, "300.00", "    ist: 300.00\n")),
    ),
    "measure-without-budget": Example(
        Severity.INFO,
        _RUNNING + _year(lines=_line(1, "1200.00").replace("massnahme: M-001", "bezug: bildung")),
        "massnahmen/M-001.yaml:1:8",
        _RUNNING + _year(lines=_line(1, "1200.00")),
    ),
    "measure-costs-exceeded": Example(
        Severity.WARNING,
        _COSTS + _year(lines=_line(1, "900.00") + _line(2, "400.00")),
        f"{_PATH}:13:14",
        _COSTS + _year(lines=_line(1, "900.00") + _line(2, "300.00")),
    ),
    "grant-outside-term": Example(
        Severity.WARNING,
        _GRANT.format("400.00")
        + _year(lines=_line(1, "800.00", _bookings(("2024-09-30", "Ist", "80.00", "beleg: R-1")))),
        f"{_PATH}:11:16",
        _GRANT.format("400.00")
        + _year(lines=_line(1, "800.00", _bookings(("2024-06-28", "Ist", "80.00", "beleg: R-1")))),
    ),
    "grant-above-share": Example(
        Severity.WARNING,
        _GRANT.format("500.00") + _year(lines=_line(1, "800.00")),
        "foerderungen/sprachmittlung.yaml:3:9",
        _GRANT.format("400.00") + _year(lines=_line(1, "800.00")),
    ),
    "budget-total-unexpected": Example(
        Severity.ERROR,
        "",
        f"{_PATH}:1:1",
        "",
        {"what": "2024", "expected": Decimal("6000.00"), "actual": Decimal("6400.00"), "difference": Decimal("400.00")},
    ),
}
