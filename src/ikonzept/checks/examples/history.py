"""Examples of what the history rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_HEAD = """\
titel: {title}
handlungsfeld: bildung
art: {kind}
federfuehrung: referat
"""


def _measure(number: int, title: str, lines: str = "", kind: str = "Projekt") -> str:
    return f"=== massnahmen/M-00{number}.yaml\n" + _HEAD.format(title=title, kind=kind) + lines


_POOL, _GUIDES = "Sprachmittlerpool", "Elternlotsen an Grundschulen"
_STARTED = """\
verlauf:
  - {datum: 2024-02-01, status: in Umsetzung}
"""
_MERGED = """\
verlauf:
  - {datum: 2024-02-01, status: in Umsetzung}
  - {datum: 2024-09-01, status: übergegangen}
"""
_HEIR = _measure(3, "Willkommensbegleitung", "herkunft: {art: zusammengeführt, aus: [M-001, M-002]}\n")

EXAMPLES: dict[str, Example] = {
    "history-out-of-order": Example(
        Severity.ERROR,
        _measure(
            2,
            _GUIDES,
            """\
verlauf:
  - {datum: 2024-02-01, status: in Umsetzung}
  - {datum: 2023-09-01, status: begonnen}
""",
        ),
        "massnahmen/M-002.yaml:7:13",
        _measure(
            2,
            _GUIDES,
            """\
verlauf:
  - {datum: 2023-09-01, status: begonnen}
  - {datum: 2024-02-01, status: in Umsetzung}
""",
        ),
    ),
    "status-step-without-reason": Example(
        Severity.ERROR,
        _measure(2, _GUIDES, _STARTED + "  - datum: 2024-09-01\n    status: zurückgestellt\n"),
        "massnahmen/M-002.yaml:8:13",
        _measure(
            2,
            _GUIDES,
            _STARTED
            + "  - datum: 2024-09-01\n    status: zurückgestellt\n    grund: Stelle bis Jahresende unbesetzt\n",
        ),
    ),
    "history-without-status": Example(
        Severity.WARNING,
        _measure(2, _GUIDES, "verlauf:\n  - datum: 2024-02-01\n    sachstand: Acht Lotsinnen sind geschult.\n"),
        "massnahmen/M-002.yaml:6:3",
        _measure(
            2,
            _GUIDES,
            "verlauf:\n  - datum: 2024-02-01\n    status: begonnen\n    sachstand: Acht Lotsinnen sind geschult.\n",
        ),
    ),
    "lineage-source-not-merged": Example(
        Severity.ERROR,
        _measure(1, _POOL, _STARTED) + _measure(2, _GUIDES, _MERGED) + _HEIR,
        "massnahmen/M-001.yaml:6:33",
        _measure(1, _POOL, _MERGED) + _measure(2, _GUIDES, _MERGED) + _HEIR,
    ),
    "merged-into-nothing": Example(
        Severity.ERROR,
        _measure(1, _POOL, _MERGED) + _measure(2, _GUIDES, _MERGED) + _HEIR.replace("M-001, ", ""),
        "massnahmen/M-001.yaml:7:33",
        _measure(1, _POOL, _MERGED) + _measure(2, _GUIDES, _MERGED) + _HEIR,
    ),
    "lineage-circle": Example(
        Severity.ERROR,
        _measure(1, _POOL, "herkunft: {art: übernommen, aus: [M-002]}\n" + _STARTED)
        + _measure(2, _GUIDES, "herkunft: {art: übernommen, aus: [M-001]}\n" + _STARTED),
        "massnahmen/M-001.yaml:5:35",
        _measure(1, _POOL, "herkunft: {art: übernommen, aus: [M-002]}\n" + _STARTED) + _measure(2, _GUIDES, _MERGED),
    ),
    "lineage-without-sources": Example(
        Severity.ERROR,
        _HEIR.replace(", aus: [M-001, M-002]", ""),
        "massnahmen/M-003.yaml:5:17",
        _measure(1, _POOL, _MERGED) + _measure(2, _GUIDES, _MERGED) + _HEIR,
    ),
    "standing-task-with-end": Example(
        Severity.INFO,
        _measure(2, _GUIDES, "laufzeit: {beginn: 2024-08-01, ende: 2025-07-31}\n", "Daueraufgabe"),
        "massnahmen/M-002.yaml:5:38",
        _measure(2, _GUIDES, "laufzeit: {beginn: 2024-08-01}\n", "Daueraufgabe"),
    ),
}
