"""Examples of what the attachments rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_PAPER = """\
=== vorlagen/2024-101.md
---
titel: Bericht zur Umsetzung des Integrationskonzepts
art: Mitteilungsvorlage
status: öffentlich
anlagen:
  - titel: Zahlen des Monitorings
"""
_FILE = "    datei: anlagen/zahlen.csv\n"
_BODY = "---\n\n## Sachdarstellung\n\nDie Zahlen liegen bei.\n"
_ENCLOSED = "=== anlagen/zahlen.csv\njahr;wert\n2023;16421\n"
_SHA256 = "dd04a7cdfe0b6dd092e7b76d2906feda57d38741580b09fbb07293fd9f8b6ecb"

EXAMPLES: dict[str, Example] = {
    "attachment-missing": Example(
        Severity.ERROR,
        _PAPER + _FILE + _BODY,
        "vorlagen/2024-101.md:7:12",
        _PAPER + _FILE + _BODY + _ENCLOSED,
    ),
    "attachment-outside": Example(
        Severity.ERROR,
        _PAPER + '    datei: "C:\\\\Users\\\\Referat 2\\\\zahlen.csv"\n' + _BODY,
        "vorlagen/2024-101.md:7:12",
        _PAPER + _FILE + _BODY + _ENCLOSED,
    ),
    "attachment-altered": Example(
        Severity.ERROR,
        _PAPER + _FILE + f"    sha256: {_SHA256}\n" + _BODY + _ENCLOSED.replace("16421", "16241"),
        "vorlagen/2024-101.md:8:13",
        _PAPER + _FILE + f"    sha256: {_SHA256}\n" + _BODY + _ENCLOSED,
    ),
    "checksum-malformed": Example(
        Severity.ERROR,
        _PAPER + _FILE + f"    sha256: {_SHA256[:12]}\n" + _BODY + _ENCLOSED,
        "vorlagen/2024-101.md:8:13",
        _PAPER + _FILE + f"    sha256: {_SHA256}\n" + _BODY + _ENCLOSED,
    ),
    "attachment-unused": Example(
        Severity.INFO,
        _PAPER + _BODY + _ENCLOSED,
        "anlagen/zahlen.csv:1:1",
        _PAPER + _FILE + _BODY + _ENCLOSED,
    ),
    "checksum-without-file": Example(
        Severity.WARNING,
        _PAPER + f"    sha256: {_SHA256}\n" + _BODY,
        "vorlagen/2024-101.md:7:13",
        _PAPER + _FILE + f"    sha256: {_SHA256}\n" + _BODY + _ENCLOSED,
    ),
}
