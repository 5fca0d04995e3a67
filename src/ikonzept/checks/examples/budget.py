"""Examples of what the budget rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_PATH = "haushalt/2024.yaml"
_ACCOUNT = f"""\
=== {_PATH}
stand: beschlossen
konten:
  - konto: 111-300.4271200
    ansatz: 2500.00
"""
_LINE = """\
positionen:
  - id: H-2024-01
    konto: 111-300.4271200
    geplant: 1200.00
"""
_LARGE = _LINE.replace("1200.00", "2000.00")
_MEASURE = "    massnahme: M-001\n"
_BOOKED = """\
    buchungen:
      - datum: 2024-07-04
        art: Auftrag
        betrag: 1200.00
        beleg: A-17
"""
_PAID = """\
      - datum: 2024-09-30
        art: Ist
        betrag: 800.00
        zu: A-17
"""
_EXCESS = """\
    mehrbedarf:
      - art: überplanmäßig
        betrag: 400.00
"""
_REASONS = """\
        grund: Zusätzlicher Workshop
        unabweisbar: Termin durch Förderbescheid gebunden
        entschieden_von: Landrat
"""

EXAMPLES: dict[str, Example] = {
    "budget-line-two-subjects": Example(
        Severity.ERROR,
        f"{_ACCOUNT}{_LINE}{_MEASURE}    bezug: bildung\n",
        f"{_PATH}:10:12",
        f"{_ACCOUNT}{_LINE}{_MEASURE}",
    ),
    "budget-line-without-subject": Example(
        Severity.WARNING,
        f"{_ACCOUNT}{_LINE}    zweck: Sprachmittlung\n",
        f"{_PATH}:6:9",
        f"{_ACCOUNT}{_LINE}    zweck: Sprachmittlung\n{_MEASURE}",
    ),
    "budget-sums-beside-bookings": Example(
        Severity.ERROR,
        f"{_ACCOUNT}{_LINE}{_MEASURE}    gebunden: 1200.00\n{_BOOKED}",
        f"{_PATH}:10:15",
        f"{_ACCOUNT}{_LINE}{_MEASURE}{_BOOKED}",
    ),
    "booking-settles-unknown": Example(
        Severity.WARNING,
        f"{_ACCOUNT}{_LARGE}{_MEASURE}{_BOOKED}{_PAID.replace('A-17', 'A-71')}",
        f"{_PATH}:18:13",
        f"{_ACCOUNT}{_LARGE}{_MEASURE}{_BOOKED}{_PAID}",
    ),
    "excess-incomplete": Example(
        Severity.WARNING,
        f"{_ACCOUNT}{_EXCESS}",
        f"{_PATH}:6:14",
        f"{_ACCOUNT}{_EXCESS}{_REASONS}",
    ),
    "account-covers-itself": Example(
        Severity.ERROR,
        f"{_ACCOUNT}{_EXCESS}{_REASONS}        deckung: 111-300.4271200\n",
        f"{_PATH}:11:18",
        f"{_ACCOUNT}{_EXCESS}{_REASONS}        deckung: Mehrerträge der Förderung\n",
    ),
}
