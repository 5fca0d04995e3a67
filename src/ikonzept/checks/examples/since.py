"""Examples of what the rules find that compare with an earlier state."""

from ikonzept.checks.examples.editions import DECIDED
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_PATH = "massnahmen/M-002.yaml"


def _measure(title: str, description: str, verlauf: str, path: str = _PATH) -> str:
    return (
        f"=== {path}\ntitel: {title}\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
        f"beschreibung: {description}\nverlauf:\n{verlauf}"
    )


def _guides(verlauf: str, path: str = _PATH) -> str:
    return _measure("Elternlotsen an Grundschulen", "Eltern begleiten Eltern durch das erste Schuljahr.", verlauf, path)


_PLANNED = "  - {datum: 2024-02-01, status: geplant}\n"
_STARTED = "  - datum: 2024-05-01\n    status: begonnen\n    sachstand: Neun Lotsinnen sind geschult.\n"
_DROPPED = "  - datum: 2024-09-01\n    status: nicht weiterverfolgt\n    grund: Zu wenige Anmeldungen\n"
_FIELD = """\
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele:
  - nummer: 1
    text: {first}
"""
_OTHER_GOAL = "Alle Jugendlichen haben einen Ausbildungsplatz."
_GOAL = "Sprachmittlung ist in Schulen verfügbar."
_SECOND = "  - nummer: 2\n    text: Alle Jugendlichen haben einen Ausbildungsplatz.\n"
_ENDED = """\
    bewertung:
      ergebnis: teilweise erreicht
      begruendung: Für drei von vier.
    beendet_mit: "2024"
"""


_FIGURE = "=== monitoring/kennzahlen/plaetze.yaml\ntitel: Ausbildungsplätze\neinheit: Plätze\n"
_VALUES = "=== monitoring/werte/plaetze.csv\njahr;merkmal;wert;stand;hinweis\n"
_EVENT = "=== beteiligung/forum.yaml\ntitel: Beteiligungsforum\ndatum: 2024-09-14\nanregungen:\n"
_ASKED = "  - nummer: 1\n    text: Eine zentrale Stelle soll die Beratung bündeln.\n"
_PLACES = "  - nummer: 2\n    text: Mehr Ausbildungsplätze schaffen.\n"
_ANSWERED = """\
    abwaegung:
      ergebnis: nicht gefolgt
      begruendung: Darüber entscheiden die Betriebe.
"""


def _edition(status: str, more: str = "") -> str:
    return f"=== fortschreibungen/2024.yaml\ntitel: Teil 1\nart: Erstfassung\nstatus: {status}\n{more}"


def _adopted(effective: str) -> str:
    return (
        _edition("beschlossen", f"vorlage: 2024/031\nbeschlossen_am: 2024-06-19\nwirksam_ab: {effective}\n") + DECIDED
    )


def _year(amount: str) -> str:
    return f"""\
=== haushalt/2023.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271305
    ansatz: 3500.00
positionen:
  - id: H-2023-01
    konto: 111-300.4271305
    massnahme: M-001
    geplant: 3000.00
    buchungen:
      - datum: 2023-07-04
        art: Ist
        betrag: {amount}
        beleg: R-2291
abgeschlossen_am: 2024-02-15
"""


_NEXT_YEAR = """\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271305
    ansatz: 3500.00
positionen:
  - id: H-2024-01
    konto: 111-300.4271305
    massnahme: M-001
    geplant: 3000.00
    buchungen:
      - datum: 2024-03-01
        art: Ist
        betrag: 100.00
        beleg: R-2291b
        text: Nachberechnung zu R-2291 aus 2023
"""

EXAMPLES: dict[str, Example] = {
    "id-reused": Example(
        Severity.ERROR,
        _measure(
            "Sommerfest der Kulturen", "Ein Fest auf dem Marktplatz.", "  - {datum: 2024-09-01, status: geplant}\n"
        ),
        f"{_PATH}:1:1",
        _guides(_PLANNED + _DROPPED)
        + _measure(
            "Sommerfest der Kulturen",
            "Ein Fest auf dem Marktplatz.",
            "  - {datum: 2024-09-01, status: geplant}\n",
            "massnahmen/M-003.yaml",
        ),
        before=_guides(_PLANNED),
    ),
    "id-taken": Example(
        Severity.ERROR,
        "",
        f"{_PATH}:1:1",
        "",
        {"branch": "main", "id": "M-002", "former": "Elternlotsen an Grundschulen", "title": "Sommerfest der Kulturen"},
        before="",
    ),
    "number-moved": Example(
        Severity.ERROR,
        _FIELD.format(first=_OTHER_GOAL) + f"  - nummer: 2\n    text: {_GOAL}\n",
        "handlungsfelder/bildung.yaml:5:13",
        _FIELD.format(first=_GOAL) + _SECOND,
        before=_FIELD.format(first=_GOAL),
    ),
    "number-text-replaced": Example(
        Severity.WARNING,
        _FIELD.format(first="Alle Jugendlichen haben einen Ausbildungsplatz."),
        "handlungsfelder/bildung.yaml:4:11",
        _FIELD.format(first=_GOAL) + _SECOND,
        before=_FIELD.format(first=_GOAL),
    ),
    "file-deleted": Example(
        Severity.ERROR,
        "",
        f"{_PATH}:1:1",
        _guides(_PLANNED + _DROPPED),
        before=_guides(_PLANNED),
    ),
    "file-renamed": Example(
        Severity.ERROR,
        _guides(_PLANNED, "massnahmen/M-102.yaml"),
        "massnahmen/M-102.yaml:1:1",
        _guides(_PLANNED),
        before=_guides(_PLANNED),
    ),
    "values-removed": Example(
        Severity.WARNING,
        _FIGURE + _VALUES + "2024;;131;2024-12;\n",
        "monitoring/werte/plaetze.csv:1:1",
        _FIGURE + _VALUES + "2023;;118;2024-12;revidiert\n2024;;131;2024-12;\n",
        before=_FIGURE + _VALUES + "2023;;120;2023-12;\n",
    ),
    "goal-deleted": Example(
        Severity.ERROR,
        _FIELD.format(first=_GOAL),
        "handlungsfelder/bildung.yaml:2:1",
        _FIELD.format(first=_GOAL) + _SECOND + _ENDED + _edition("Entwurf"),
        before=_FIELD.format(first=_GOAL) + _SECOND,
    ),
    "submission-deleted": Example(
        Severity.ERROR,
        _EVENT + _ASKED,
        "beteiligung/forum.yaml:3:1",
        _EVENT + _ASKED + _PLACES + _ANSWERED,
        before=_EVENT + _ASKED + _PLACES,
    ),
    "submission-changed": Example(
        Severity.WARNING,
        _EVENT + _ASKED.replace("Eine zentrale", "Keine"),
        "beteiligung/forum.yaml:5:11",
        _EVENT + _ASKED,
        before=_EVENT + _ASKED,
    ),
    "history-entry-removed": Example(
        Severity.ERROR,
        _guides(_STARTED),
        f"{_PATH}:6:1",
        _guides(_PLANNED + _STARTED),
        before=_guides(_PLANNED + _STARTED),
    ),
    "history-entry-changed": Example(
        Severity.ERROR,
        _guides("  - {datum: 2024-02-01, status: in Umsetzung}\n"),
        f"{_PATH}:7:33",
        _guides(_PLANNED + "  - {datum: 2024-09-01, status: in Umsetzung}\n"),
        before=_guides(_PLANNED),
    ),
    "history-report-changed": Example(
        Severity.WARNING,
        _guides(_STARTED),
        f"{_PATH}:9:16",
        _guides(_STARTED.replace("Lotsinnen", "Lotsinen")),
        before=_guides(_STARTED.replace("Lotsinnen", "Lotsinen")),
    ),
    "history-report-rewritten": Example(
        Severity.ERROR,
        _guides(_STARTED.replace("Neun", "Zwölf")),
        f"{_PATH}:9:16",
        _guides(_STARTED + "  - datum: 2024-09-01\n    sachstand: Zwölf Lotsinnen sind geschult.\n"),
        before=_guides(_STARTED),
    ),
    "adopted-edition-changed": Example(
        Severity.ERROR,
        _adopted("2024-08-01"),
        "fortschreibungen/2024.yaml:6:13",
        _adopted("2024-07-01"),
        before=_adopted("2024-07-01"),
    ),
    "edition-status-back": Example(
        Severity.ERROR,
        _edition("Entwurf"),
        "fortschreibungen/2024.yaml:3:9",
        _edition("Beratung"),
        before=_edition("Beratung"),
    ),
    "edition-step-skipped": Example(
        Severity.WARNING,
        _edition("Beratung"),
        "fortschreibungen/2024.yaml:3:9",
        _edition("Beteiligung"),
        before=_edition("Entwurf"),
    ),
    "closed-year-changed": Example(
        Severity.ERROR,
        _year("900.00"),
        "haushalt/2023.yaml:13:17",
        _year("800.00") + _NEXT_YEAR,
        before=_year("800.00"),
    ),
    "earlier-state-unreadable": Example(
        Severity.INFO,
        "",
        f"{_PATH}:1:1",
        "",
        {"commit": "main"},
        before="",
    ),
}
