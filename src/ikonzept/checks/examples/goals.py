"""Examples of what the goals rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_EDITION = """\
=== fortschreibungen/2025.yaml
titel: Integrationskonzept des Landkreises Muster
art: Erstfassung
status: Entwurf
"""
_GOAL = """\
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele:
  - nummer: 1
    text: Sprachmittlung ist in Schulen verfügbar.
"""
_ASSESSED = """\
    bewertung:
      ergebnis: teilweise erreicht
      begruendung: An elf von vierzehn Schulen.
"""
_ENDED = '    beendet_mit: "2025"\n'
_NEW = """\
  - nummer: 2
    text: Sprachmittlung ist in allen Behörden verfügbar.
    setzt_fort: [bildung.1]
"""
_EVENT = """\
=== beteiligung/2024-09-14-bildung.yaml
titel: Workshop Bildung
datum: 2024-09-14
anregungen:
  - nummer: 1
    text: Sprachmittlung auch abends anbieten.
  - nummer: 1
    text: Eltern brauchen in der Schule einen Ort, an dem sie sich treffen können.
"""

_SENT = """\
=== beteiligung/2024-09-14-bildung.yaml
titel: Workshop Bildung
datum: 2024-09-14
anregungen:
  - nummer: 1
    text: Sprachmittlung auch abends anbieten.
    von: caritas
"""

_MEASURE = """\
=== massnahmen/M-002.yaml
titel: Sprachmittlung am Abend
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""

EXAMPLES: dict[str, Example] = {
    "submission-link-one-sided": Example(
        Severity.WARNING,
        _SENT + _MEASURE + "anregungen: [2024-09-14-bildung.1]\n",
        "massnahmen/M-002.yaml:5:14",
        _SENT + "    fuehrt_zu: [M-002]\n" + _MEASURE + "anregungen: [2024-09-14-bildung.1]\n",
    ),
    "goal-number-twice": Example(
        Severity.ERROR,
        _GOAL + "  - nummer: 1\n    text: Eltern kennen das Schulsystem.\n",
        "handlungsfelder/bildung.yaml:5:13",
        _GOAL + "  - nummer: 2\n    text: Eltern kennen das Schulsystem.\n",
    ),
    "goal-ended-without-assessment": Example(
        Severity.ERROR,
        _GOAL + _ENDED + _EDITION,
        "handlungsfelder/bildung.yaml:5:18",
        _GOAL + _ASSESSED + _ENDED + _EDITION,
    ),
    "goal-assessed-not-ended": Example(
        Severity.WARNING,
        _GOAL + _ASSESSED + _EDITION,
        "handlungsfelder/bildung.yaml:6:17",
        _GOAL + _ASSESSED + _ENDED + _EDITION,
    ),
    "goal-circle": Example(
        Severity.ERROR,
        _GOAL + _NEW.replace("bildung.1", "bildung.2"),
        "handlungsfelder/bildung.yaml:7:18",
        _GOAL + _ASSESSED + _ENDED + _NEW + _EDITION,
    ),
    "continued-goal-not-ended": Example(
        Severity.WARNING,
        _GOAL + _NEW,
        "handlungsfelder/bildung.yaml:3:13",
        _GOAL + _ASSESSED + _ENDED + _NEW + _EDITION,
    ),
    "submission-number-twice": Example(
        Severity.ERROR,
        _EVENT,
        "beteiligung/2024-09-14-bildung.yaml:6:13",
        _EVENT.replace("1\n    text: Eltern", "2\n    text: Eltern"),
    ),
    "submission-two-authors": Example(
        Severity.WARNING,
        _SENT + "    von_person: Erika Muster\n",
        "beteiligung/2024-09-14-bildung.yaml:7:17",
        _SENT,
    ),
}
