"""Examples of entries that are not what their key asks for."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

_MANIFEST = f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}"
_MEASURE = """\
=== massnahmen/M-002.yaml
titel: Elternlotsen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
_EVENT = """\
=== beteiligung/2024-05-15-forum.yaml
titel: Forum Bildung
datum: 2024-05-15
"""
_GRANT = """\
=== foerderungen/lotsen.yaml
titel: Zuwendung für Elternlotsen
geber: Land Niedersachsen
betrag: 6000.00
"""
_INDICATOR = """\
=== monitoring/kennzahlen/auslaendische-bevoelkerung.yaml
titel: Ausländische Bevölkerung
einheit: Personen
ziel:
  jahr: 2026
  wert: 17000
"""
_EDITION = """\
=== fortschreibungen/2024.yaml
titel: Integrationskonzept 2024
art: Erstfassung
status: Entwurf
"""
_YEAR = """\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271200
    bezeichnung: Öffentlichkeitsarbeit
    ansatz: 2500.00
"""
_PAPER = """\
=== vorlagen/2024-112-1.md
---
nummer: 2024/112-1
titel: Bericht zur Integration
art: Mitteilungsvorlage
status: öffentlich
im_budget: nein
---
## Sachdarstellung

Der Bericht liegt vor.
"""


def _more(file: str, wrong: str, at: str, right: str) -> Example:
    """Lines below a file's own: wrong and right."""
    return Example(Severity.ERROR, file + wrong, f"{_path(file)}:{at}", file + right)


def _other(file: str, right: str, wrong: str, at: str) -> Example:
    """A file that is right as it stands, with one thing in it replaced by a wrong one."""
    return Example(Severity.ERROR, file.replace(right, wrong), f"{_path(file)}:{at}", file)


def _path(file: str) -> str:
    return file.split("\n", 1)[0].removeprefix("=== ")


EXAMPLES: dict[str, Example] = {
    # --- keys --------------------------------------------------------------------------------------------------------
    "schema-missing": _other(_MEASURE, "federfuehrung: referat\n", "", "1:1"),
    "schema-unknown-key": _more(_MEASURE, "zielgruppen: Familien\n", "5:1", "zielgruppe: Familien\n"),
    "schema-comma-in-braces": _more(
        _MEASURE,
        "verlauf:\n  - {datum: 2024-09-01, status: begonnen, sachstand: Zwölf Personen, 40 Einsätze}\n",
        "6:70",
        "verlauf:\n  - datum: 2024-09-01\n    status: begonnen\n    sachstand: Zwölf Personen, 40 Einsätze\n",
    ),
    "schema-id-in-file": _other(_MEASURE, "titel: Elternlotsen", "id: M-002\ntitel: Elternlotsen", "1:1"),
    "schema-file-name": Example(
        Severity.ERROR,
        _MEASURE.replace("M-002", "Maßnahme 2"),
        "massnahmen/Maßnahme 2.yaml:1:1",
        _MEASURE,
    ),
    "schema-id": _more(
        _EDITION,
        "begruendungen:\n  Maßnahme 1: Nachfrage aus den Schulen\n",
        "5:3",
        "begruendungen:\n  M-001: Nachfrage aus den Schulen\n",
    ),
    # --- shapes ------------------------------------------------------------------------------------------------------
    "schema-not-text": _more(_MEASURE, "zielgruppe: [Eltern, Kinder]\n", "5:13", "zielgruppe: Eltern und Kinder\n"),
    "schema-not-list": _more(_MEASURE, "beteiligte: caritas\n", "5:13", "beteiligte: [caritas]\n"),
    "schema-not-block": _more(_MEASURE, "laufzeit: ab 01.08.2024\n", "5:11", "laufzeit:\n  beginn: 01.08.2024\n"),
    "schema-empty": _more(_MEASURE, 'zielgruppe: ""\n', "5:13", "zielgruppe: Neuzugewanderte Familien\n"),
    "schema-enum": _other(_MEASURE, "Projekt", "Vorhaben", "3:6"),
    # --- amounts and numbers -----------------------------------------------------------------------------------------
    "schema-amount-ambiguous": _other(_GRANT, "6000.00", "6.000", "3:9"),
    "schema-amount": _other(_GRANT, "6000.00", "sechstausend Euro", "3:9"),
    "schema-amount-places": _other(_GRANT, "6000.00", "6000.005", "3:9"),
    "schema-number-ambiguous": _other(_INDICATOR, "17000", "17.000", "5:9"),
    "schema-number": _other(_INDICATOR, "17000", "rund 17000", "5:9"),
    "schema-number-separator": _more(_EVENT, "eingeladen: 1.200\n", "3:13", "eingeladen: 1200\n"),
    "schema-whole-number": _more(_EVENT, "eingeladen: etwa 40\n", "3:13", "eingeladen: 40\n"),
    # --- dates -------------------------------------------------------------------------------------------------------
    "schema-date": _other(_EVENT, "2024-05-15\n", "Mitte Mai\n", "2:8"),
    "schema-date-unknown": _more(
        _MEASURE,
        "laufzeit:\n  ende: 2025-02-30\n",
        "6:9",
        "laufzeit:\n  ende: 2025-02-28\n",
    ),
    "schema-month": _more(
        _EDITION, "naechste_fortschreibung: Sommer 2026\n", "4:26", "naechste_fortschreibung: 2026-06\n"
    ),
    # --- words and numbers that name something -----------------------------------------------------------------------
    "schema-yes-no": _other(_PAPER, "im_budget: nein", "im_budget: teilweise", "6:12"),
    "schema-ags": _other(_MANIFEST, '"03157"', "Peine", "7:8"),
    "schema-ags-zero": _other(_MANIFEST, '"03157"', "3157", "7:8"),
    "schema-account": _other(_YEAR, "konto: 111-300.4271200", "konto: 42712xx", "3:12"),
    "schema-paper-number": _other(_PAPER, "nummer: 2024/112-1", "nummer: Nr. 2024/112-1", "2:9"),
}
