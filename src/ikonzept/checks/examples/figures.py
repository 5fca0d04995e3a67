"""Examples of what the figures rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

_INDICATOR = """\
=== monitoring/kennzahlen/einbuergerungen.yaml
titel: Einbürgerungen
einheit: Personen
=== monitoring/werte/einbuergerungen.csv
jahr;merkmal;wert;stand;hinweis
"""
_GRANT = """\
=== foerderungen/sprachmittlung.yaml
titel: Zuwendung für die Sprachmittlung
geber: Land Niedersachsen
betrag: 800.00
"""


def _manifest(ags: str) -> str:
    return "=== konzept.yaml\n" + MINIMAL["konzept.yaml"].replace('"03157"', f'"{ags}"')


EXAMPLES: dict[str, Example] = {
    "year-implausible": Example(
        Severity.ERROR,
        _INDICATOR + "2022;;238;;\n23;;208;;\n",
        "monitoring/werte/einbuergerungen.csv:3:1",
        _INDICATOR + "2022;;238;;\n2023;;208;;\n",
    ),
    "value-twice": Example(
        Severity.ERROR,
        _INDICATOR + "2022;;238;;\n2022;;208;;\n",
        "monitoring/werte/einbuergerungen.csv:3:1",
        _INDICATOR + "2022;;238;;\n2022;Frauen;121;;\n2023;;208;;\n",
    ),
    "share-impossible": Example(
        Severity.ERROR,
        _GRANT + "anteil: 150\n",
        "foerderungen/sprachmittlung.yaml:4:9",
        _GRANT + "anteil: 50\n",
    ),
    "ags-of-another-state": Example(Severity.ERROR, _manifest("05157"), "konzept.yaml:7:8", _manifest("03157")),
    "ags-of-another-kind": Example(Severity.ERROR, _manifest("03157006"), "konzept.yaml:7:8", _manifest("03157")),
}
