"""Examples of what the dates rules find."""

from ikonzept.checks.examples.editions import DECIDED
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_MEASURE = """\
=== massnahmen/M-002.yaml
titel: Elternlotsen an Grundschulen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
_EVENT = """\
=== beteiligung/2024-09-14-bildung.yaml
titel: Workshop Bildung
datum: 2024-09-14
anregungen:
  - nummer: 1
    von: caritas
    text: Sprachmittlung auch abends anbieten.
    abwaegung:
      ergebnis: gefolgt
      begruendung: Der Pool erhält eine zweite Schicht.
"""
_EDITION = """\
=== fortschreibungen/2024.yaml
titel: Integrationskonzept des Landkreises Muster
art: Erstfassung
status: beschlossen
vorlage: 2024/031
beschlossen_am: 2024-06-19
"""
_YEAR = """\
=== haushalt/2023.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271305
    bezeichnung: Projektkosten Integration
    ansatz: 3500.00
"""
_GRANT = """\
=== foerderungen/sprachmittlung.yaml
titel: Zuwendung für die Sprachmittlung
geber: Land Niedersachsen
betrag: 800.00
laufzeit: {beginn: 2024-01-01, ende: 2024-12-31}
"""

EXAMPLES: dict[str, Example] = {
    "end-before-begin": Example(
        Severity.ERROR,
        _MEASURE + "laufzeit: {beginn: 2024-09-01, ende: 2024-07-31}\n",
        "massnahmen/M-002.yaml:5:38",
        _MEASURE + "laufzeit: {beginn: 2024-09-01, ende: 2025-07-31}\n",
    ),
    "entry-after-as-of": Example(
        Severity.WARNING,
        _MEASURE + "verlauf:\n  - {datum: 2042-10-01, status: begonnen}\n",
        "massnahmen/M-002.yaml:6:13",
        _MEASURE + "verlauf:\n  - {datum: 2024-10-01, status: begonnen}\n",
    ),
    "weighing-before-event": Example(
        Severity.ERROR,
        _EVENT + "      datum: 2024-09-02\n",
        "beteiligung/2024-09-14-bildung.yaml:10:14",
        _EVENT + "      datum: 2024-10-02\n",
    ),
    "effective-before-adopted": Example(
        Severity.WARNING,
        _EDITION + "wirksam_ab: 2024-01-01\n" + DECIDED,
        "fortschreibungen/2024.yaml:6:13",
        _EDITION + "wirksam_ab: 2024-07-01\n" + DECIDED,
    ),
    "closed-before-year-end": Example(
        Severity.ERROR,
        _YEAR + "abgeschlossen_am: 2023-02-15\n",
        "haushalt/2023.yaml:6:19",
        _YEAR + "abgeschlossen_am: 2024-02-15\n",
    ),
    "next-due-before-effective": Example(
        Severity.WARNING,
        _EDITION + "wirksam_ab: 2024-07-01\nnaechste_fortschreibung: 2024-06\n" + DECIDED,
        "fortschreibungen/2024.yaml:7:26",
        _EDITION + "wirksam_ab: 2024-07-01\nnaechste_fortschreibung: 2026-06\n" + DECIDED,
    ),
    "funding-proof-before-end": Example(
        Severity.WARNING,
        _GRANT + "verwendungsnachweis_bis: 2024-03-31\n",
        "foerderungen/sprachmittlung.yaml:5:26",
        _GRANT + "verwendungsnachweis_bis: 2025-03-31\n",
    ),
}
