"""Examples of what the files rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_MEASURE = """\
titel: Elternlotsen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
_EVENT = "titel: Workshop Bildung\ndatum: 2024-09-14\n"

EXAMPLES: dict[str, Example] = {
    "folder-unknown": Example(
        Severity.ERROR,
        f"=== Maßnahmen/M-002.yaml\n{_MEASURE}",
        "Maßnahmen:1:1",
        f"=== massnahmen/M-002.yaml\n{_MEASURE}",
    ),
    "file-misplaced": Example(
        Severity.ERROR,
        f"=== massnahmen/M-002.yml\n{_MEASURE}",
        "massnahmen/M-002.yml:1:1",
        f"=== massnahmen/M-002.yaml\n{_MEASURE}",
    ),
    "file-unknown": Example(
        Severity.WARNING,
        "=== massnahmen/Notizen Elternlotsen.txt\nMit der Caritas sprechen.\n",
        "massnahmen/Notizen Elternlotsen.txt:1:1",
        f"=== massnahmen/M-002.yaml\n{_MEASURE}intern: Mit der Caritas sprechen.\n",
    ),
    "id-used-twice": Example(
        Severity.ERROR,
        f"=== beteiligung/bildung.yaml\n{_EVENT}",
        "beteiligung/bildung.yaml:1:1",
        f"=== beteiligung/2024-09-14-bildung.yaml\n{_EVENT}",
    ),
    "file-names-alike": Example(
        Severity.WARNING,
        f"=== massnahmen/m-001.yaml\n{_MEASURE}",
        "massnahmen/m-001.yaml:1:1",
        f"=== massnahmen/M-002.yaml\n{_MEASURE}",
    ),
}
