"""Examples of what the exemptions rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

_EMPTY = "=== texte/daten.md\n---\ntitel: Zahlen\n---\n"
_FILLED = f"{_EMPTY}\nDie Zahlen stehen im Monitoring.\n"
_FIRST = MINIMAL["konzept.yaml"].count("\n") + 2
"""The line on which the exemption begins."""


def _exemption(rule: str, until: str = "2025-06-30") -> str:
    return f"""\
=== konzept.yaml
{MINIMAL["konzept.yaml"]}ausnahmen:
  - regel: {rule}
    wo: texte/daten.md
    grund: Der Text folgt mit dem Monitoringbericht
    bis: {until}
"""


EXAMPLES: dict[str, Example] = {
    "exemption-unused": Example(
        Severity.WARNING,
        _exemption("chapter-empty") + _FILLED,
        f"konzept.yaml:{_FIRST}:5",
        _exemption("chapter-empty") + _EMPTY,
    ),
    "exemption-expired": Example(
        Severity.ERROR,
        _exemption("chapter-empty", "2024-06-30") + _FILLED,
        f"konzept.yaml:{_FIRST + 3}:10",
        _exemption("chapter-empty", "2025-06-30") + _EMPTY,
    ),
    "exemption-unknown-rule": Example(
        Severity.ERROR,
        _exemption("empty-chapter") + _FILLED,
        f"konzept.yaml:{_FIRST}:12",
        _exemption("chapter-empty") + _EMPTY,
    ),
    "exemption-not-allowed": Example(
        Severity.ERROR,
        _exemption("syntax-encoding") + _FILLED,
        f"konzept.yaml:{_FIRST}:12",
        _exemption("chapter-empty") + _EMPTY,
    ),
}
