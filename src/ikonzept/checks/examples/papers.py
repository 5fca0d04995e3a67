"""Examples of what the papers rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_PATH = "vorlagen/2024-118.md"


def _notice(lines: str, body: str = "") -> str:
    """A short Mitteilungsvorlage whose own lines begin on line 5."""
    head = "titel: Sprachmittlung, Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\n"
    return f"=== {_PATH}\n---\n{head}{lines}---\n{body}"


_HEARD = (
    "beratungsfolge:\n  - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-06-12, oeffentlich: ja}\n"
)
_TEXT = """
## Sachdarstellung

Der Pool besteht seit 2023.

### Gender

Die Termine liegen so, dass auch Alleinerziehende kommen können.
"""


def _resolution(sentence: str) -> str:
    """A Beschlussvorlage for an edition that was adopted before the first measure was there."""
    return (
        "=== fortschreibungen/2024.yaml\n"
        "titel: Integrationskonzept Teil 1\n"
        "art: Erstfassung\n"
        "status: beschlossen\n"
        "beschlossen_am: 2024-06-12\n"
        "vorlage: 2024/118\n"
        f"=== {_PATH}\n"
        "---\n"
        "titel: Integrationskonzept, Teil 1\n"
        "art: Beschlussvorlage\n"
        "status: öffentlich\n"
        "beratungsfolge:\n"
        "  - gremium: kreisausschuss\n"
        "    zustaendigkeit: Vorberatung\n"
        "    termin: 2024-06-05\n"
        "    oeffentlich: nein\n"
        "  - gremium: kreistag\n"
        "    zustaendigkeit: Entscheidung\n"
        "    termin: 2024-06-12\n"
        "    oeffentlich: ja\n"
        "    ergebnis: beschlossen\n"
        'fortschreibung: "2024"\n'
        "---\n"
        "\n"
        "## Beschlussvorschlag\n"
        "\n"
        f"{sentence}\n"
    )


EXAMPLES: dict[str, Example] = {
    "relevance-without-paragraph": Example(
        Severity.WARNING,
        wrong=_notice(
            "relevanz: {gender: ja, migration: ja}\n",
            _TEXT,
        ),
        at=f"{_PATH}:5:35",
        right=_notice(
            "relevanz: {gender: ja, migration: ja}\n",
            _TEXT + "\n### Migration\n\nDer Pool erleichtert den Weg zu Schule und Amt.\n",
        ),
    ),
    "costs-not-split": Example(
        Severity.WARNING,
        wrong=_notice(
            "kosten: 900.00\n"
            "haushaltsjahr: 2024\n"
            "produktsachkonten:\n"
            "  - konto: 111-300.4271200\n"
            "  - konto: 111-300.4271305\n"
        )
        + "=== haushalt/2024.yaml\n"
        "stand: beschlossen\n"
        "konten:\n"
        "  - konto: 111-300.4271200\n"
        "    ansatz: 2500.00\n"
        "  - konto: 111-300.4271305\n"
        "    ansatz: 3500.00\n",
        at=f"{_PATH}:5:9",
        right=_notice(
            "kosten: 900.00\n"
            "haushaltsjahr: 2024\n"
            "produktsachkonten:\n"
            "  - konto: 111-300.4271200\n"
            "    betrag: 300.00\n"
            "  - konto: 111-300.4271305\n"
            "    betrag: 600.00\n"
        )
        + "=== haushalt/2024.yaml\n"
        "stand: beschlossen\n"
        "konten:\n"
        "  - konto: 111-300.4271200\n"
        "    ansatz: 2500.00\n"
        "  - konto: 111-300.4271305\n"
        "    ansatz: 3500.00\n",
    ),
    "costs-without-accounts": Example(
        Severity.WARNING,
        wrong=_notice("im_budget: ja\nkosten: 450.00\n"),
        at=f"{_PATH}:6:9",
        right=_notice("im_budget: nein\nkosten: 450.00\n"),
    ),
    "budget-account-without-product": Example(
        Severity.WARNING,
        wrong="""\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - konto: "4271305"
    bezeichnung: Projektkosten Integration
    ansatz: 3500.00
""",
        at="haushalt/2024.yaml:3:12",
        right="""\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271305
    bezeichnung: Projektkosten Integration
    ansatz: 3500.00
""",
    ),
    "fiscal-year-file-name": Example(
        Severity.ERROR,
        wrong="=== haushalt/plan-2024.yaml\nstand: beschlossen\n",
        at="haushalt/plan-2024.yaml:1:1",
        right="=== haushalt/2024.yaml\nstand: beschlossen\n",
    ),
    "unit-spelling": Example(
        Severity.INFO,
        wrong=_notice("federfuehrung: Referat Migration u. Teilhabe\n"),
        at=f"{_PATH}:5:16",
        right=_notice("federfuehrung: Referat für Migration und Teilhabe\n"),
    ),
    "unknown-lead-unit": Example(
        Severity.WARNING,
        wrong=_notice("federfuehrung: Stabsstelle Sozialplanung\n"),
        at=f"{_PATH}:5:16",
        right=_notice("federfuehrung: Referat für Migration und Teilhabe\n"),
    ),
    "resolution-about-missing-measures": Example(
        Severity.INFO,
        wrong=_resolution("Der Kreistag stimmt den vorgeschlagenen Maßnahmen zu."),
        at=f"{_PATH}:20:41",
        right=_resolution("Der Kreistag beschließt den ersten Teil des Integrationskonzepts."),
    ),
    "paper-number-differs": Example(
        Severity.ERROR,
        wrong=_notice("nummer: 2024/181\n"),
        at=f"{_PATH}:5:9",
        right=_notice("nummer: 2024/118\n"),
    ),
    "paper-after-meeting": Example(
        Severity.WARNING,
        wrong=_notice("datum: 2024-11-04\n" + _HEARD),
        at=f"{_PATH}:5:8",
        right=_notice("datum: 2024-05-13\n" + _HEARD),
    ),
}
