"""Examples of what the editions rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

DECIDED = """\
=== vorlagen/2024-031.md
---
titel: Integrationskonzept des Landkreises Muster
art: Beschlussvorlage
status: öffentlich
datum: 2024-05-13
beratungsfolge:
  - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-06-12, oeffentlich: nein, ergebnis: vorberaten}
  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-06-19, oeffentlich: ja, ergebnis: beschlossen}
fortschreibung: "2024"
---

## Beschlussvorschlag

Der Kreistag beschließt das Integrationskonzept.
"""
"""The Vorlage of the adopted edition below."""

_ADOPTED = """\
=== fortschreibungen/2024.yaml
titel: Integrationskonzept des Landkreises Muster
art: Erstfassung
status: beschlossen
vorlage: 2024/031
beschlossen_am: 2024-06-19
"""
_DRAFT = """\
=== fortschreibungen/2025.yaml
titel: Erste Fortschreibung
art: ersetzt
status: Entwurf
vorgaenger: "2024"
"""
_DRAFT_OF_FIRST = """\
=== fortschreibungen/2024.yaml
titel: Integrationskonzept des Landkreises Muster
art: Erstfassung
status: Beratung
"""
_QUESTION = """\
=== konzept.yaml
format: 1
titel: Integrationskonzept des Landkreises Muster
koerperschaft:
  name: Landkreis Muster
  art: Landkreis
  land: NI
  ags: "03157"
federfuehrung: referat
stellen:
  referat:
    name: Referat für Migration und Teilhabe
leitfragen:
  verstaendnis: Welches Verständnis von Integration gilt?
  beteiligung: Wie werden Menschen beteiligt?
"""

_WITHOUT = DECIDED.replace('fortschreibung: "2024"\n', "")
_SUPPLEMENT = _DRAFT.replace("art: ersetzt", "art: ergänzt") + "vorlage: 2024/031\n"


def _adopted_after(year: int) -> str:
    """An adopted edition that replaces the one above, with its Vorlage."""
    number = f"2024/{year % 100:03}"
    edition = _DRAFT.replace("2025.yaml", f"{year}.yaml").replace("Entwurf", "beschlossen")
    paper = DECIDED.replace("2024-031", number.replace("/", "-")).replace('"2024"', f'"{year}"')
    decided = f"vorlage: {number}\nbeschlossen_am: 2024-09-25\n"
    return edition + decided + paper.replace("2024-06-12", "2024-09-11").replace("2024-06-19", "2024-09-25")


EXAMPLES: dict[str, Example] = {
    "guiding-question-unanswered": Example(
        Severity.WARNING,
        _QUESTION,
        "konzept.yaml:14:16",
        _QUESTION
        + """\
=== texte/workshops.md
---
titel: Der Beteiligungsprozess
beantwortet: [beteiligung]
---

Zu jedem Handlungsfeld gibt es einen Workshop.
""",
    ),
    "edition-without-predecessor": Example(
        Severity.ERROR,
        _ADOPTED + DECIDED + _DRAFT.replace('vorgaenger: "2024"\n', ""),
        "fortschreibungen/2025.yaml:2:6",
        _ADOPTED + DECIDED + _DRAFT,
    ),
    "first-edition-with-predecessor": Example(
        Severity.ERROR,
        _ADOPTED + DECIDED + _DRAFT.replace("ersetzt", "Erstfassung"),
        "fortschreibungen/2025.yaml:4:13",
        _ADOPTED + DECIDED + _DRAFT,
    ),
    "second-first-edition": Example(
        Severity.WARNING,
        _DRAFT_OF_FIRST + _DRAFT.replace("ersetzt", "Erstfassung").replace('vorgaenger: "2024"\n', ""),
        "fortschreibungen/2025.yaml:2:6",
        _DRAFT_OF_FIRST + _DRAFT,
    ),
    "edition-circle": Example(
        Severity.ERROR,
        _DRAFT.replace('"2024"', '"2025"'),
        "fortschreibungen/2025.yaml:4:13",
        _DRAFT_OF_FIRST + _DRAFT,
    ),
    "predecessor-not-adopted": Example(
        Severity.ERROR,
        """\
=== fortschreibungen/2023.yaml
titel: Erster Entwurf
art: Erstfassung
status: Beratung
"""
        + _ADOPTED.replace("Erstfassung", "ersetzt")
        + 'vorgaenger: "2023"\n'
        + DECIDED,
        "fortschreibungen/2024.yaml:6:13",
        _ADOPTED + DECIDED,
    ),
    "two-open-replacements": Example(
        Severity.WARNING,
        _DRAFT_OF_FIRST + _DRAFT + _DRAFT.replace("2025", "2026").replace("Erste", "Zweite"),
        "fortschreibungen/2026.yaml:4:13",
        _DRAFT_OF_FIRST + _DRAFT + _DRAFT.replace("2025", "2026").replace("Erste", "Zweite").replace("2024", "2025"),
    ),
    "adopted-without-date": Example(
        Severity.ERROR,
        _ADOPTED.replace("beschlossen_am: 2024-06-19\n", "") + DECIDED,
        "fortschreibungen/2024.yaml:3:9",
        _ADOPTED + DECIDED,
    ),
    "adopted-without-paper": Example(
        Severity.WARNING,
        _ADOPTED.replace("vorlage: 2024/031\n", ""),
        "fortschreibungen/2024.yaml:3:9",
        _ADOPTED + DECIDED,
    ),
    "decision-date-without-adoption": Example(
        Severity.ERROR,
        _ADOPTED.replace("status: beschlossen", "status: Beratung") + DECIDED,
        "fortschreibungen/2024.yaml:5:17",
        _ADOPTED + DECIDED,
    ),
    "edition-paper-undecided": Example(
        Severity.ERROR,
        _ADOPTED + DECIDED.replace("ergebnis: beschlossen", "ergebnis: vertagt"),
        "fortschreibungen/2024.yaml:4:10",
        _ADOPTED + DECIDED,
    ),
    "edition-date-differs": Example(
        Severity.WARNING,
        _ADOPTED.replace("2024-06-19", "2024-06-20") + DECIDED,
        "fortschreibungen/2024.yaml:5:17",
        _ADOPTED + DECIDED,
    ),
    "edition-paper-differs": Example(
        Severity.WARNING,
        _ADOPTED + DECIDED.replace('"2024"', '"2025"') + _DRAFT,
        "fortschreibungen/2024.yaml:4:10",
        _ADOPTED + DECIDED + _DRAFT,
    ),
    "two-editions-of-one-paper": Example(
        Severity.WARNING,
        _ADOPTED + _WITHOUT + _SUPPLEMENT,
        "fortschreibungen/2025.yaml:5:10",
        _ADOPTED + DECIDED + _SUPPLEMENT.replace("vorlage: 2024/031\n", ""),
    ),
    "edition-still-open": Example(
        Severity.INFO,
        _DRAFT_OF_FIRST + "vorlage: 2024/031\n" + DECIDED,
        "fortschreibungen/2024.yaml:3:9",
        _ADOPTED + DECIDED,
    ),
    "two-adopted-replacements": Example(
        Severity.WARNING,
        _ADOPTED + DECIDED + _adopted_after(2025) + _adopted_after(2026),
        "fortschreibungen/2026.yaml:4:13",
        _ADOPTED + DECIDED + _adopted_after(2025) + _adopted_after(2026).replace('"2024"', '"2025"'),
    ),
    "adopted-before-predecessor": Example(
        Severity.ERROR,
        _ADOPTED
        + DECIDED
        + _adopted_after(2025).replace("2024-09-25", "2024-06-05").replace("2024-09-11", "2024-05-29"),
        "fortschreibungen/2025.yaml:6:17",
        _ADOPTED + DECIDED + _adopted_after(2025),
    ),
}
