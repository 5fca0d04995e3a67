"""How a finding's weight is said, coloured and counted."""

from collections.abc import Mapping
from typing import Literal

from ikonzept.findings import Severity
from ikonzept.texts import text

SeverityName = Literal["error", "warning", "info"]

NAMES: dict[Severity, SeverityName] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}
"""The names in JSON."""
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}


def word(severity: Severity) -> str:
    """``Fehler``, ``Warnung``, ``Hinweis``."""
    return text(f"severity.{NAMES[severity]}")


def counted(numbers: Mapping[Severity, int]) -> str:
    """``2 Fehler, 4 Warnungen``; weights that do not occur are left out."""
    listed = ((severity, numbers.get(severity, 0)) for severity in sorted(Severity, reverse=True))
    return ", ".join(text(f"count.{NAMES[severity]}", n=n) for severity, n in listed if n)
