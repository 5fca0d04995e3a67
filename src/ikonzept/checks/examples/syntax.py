"""Examples of files that cannot be read as they stand."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

_MANIFEST = f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}"
_CHAPTER = """\
=== texte/leitbild.md
---
titel: Leitbild
---
Wir gestalten Vielfalt gemeinsam.
"""
_MEASURE = """\
=== massnahmen/M-002.yaml
titel: Elternlotsen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
_TABLE = """\
=== monitoring/werte/einbuergerungen.csv
jahr;merkmal;wert;stand;hinweis
2023;;238;2024-06;
"""
_INDICATOR = """\
=== monitoring/kennzahlen/einbuergerungen.yaml
titel: Einbürgerungen
einheit: Personen
"""


def _measure(wrong: str, at: str, right: str) -> Example:
    """Lines below the measure's own: wrong and right."""
    return Example(Severity.ERROR, _MEASURE + wrong, f"massnahmen/M-002.yaml:{at}", _MEASURE + right)


def _title(wrong: str, at: str, right: str = "titel: Elternlotsen") -> Example:
    """The measure's first line: wrong and right."""
    first = "titel: Elternlotsen"
    texts = (_MEASURE.replace(first, line) for line in (wrong, right))
    return Example(Severity.ERROR, next(texts), f"massnahmen/M-002.yaml:{at}", next(texts))


def _chapter(wrong: str, at: str) -> Example:
    return Example(Severity.ERROR, f"=== texte/leitbild.md\n{wrong}", f"texte/leitbild.md:{at}", _CHAPTER)


def _table(wrong: str, at: str, right: str = _TABLE) -> Example:
    path = "monitoring/werte/einbuergerungen.csv"
    return Example(Severity.ERROR, f"=== {path}\n{wrong}", f"{path}:{at}", right + _INDICATOR)


def _told(at: str, **params: object) -> Example:
    """What no text can show."""
    return Example(Severity.ERROR, "", f"{at}:1:1", "", params)


EXAMPLES: dict[str, Example] = {
    # --- the file itself -----------------------------------------------------------------------------------------------
    "manifest-missing": _told("konzept.yaml"),
    "file-is-link": _told("massnahmen/M-002.yaml"),
    "file-is-other": _told("massnahmen/M-002.yaml"),
    "file-unreadable": _told("massnahmen/M-002.yaml", reason="Permission denied"),
    "id-twice": Example(
        Severity.ERROR,
        _CHAPTER.replace("texte/leitbild", "texte/teil-1/10-leitbild")
        + _CHAPTER.replace("texte/leitbild", "texte/teil-2/20-leitbild"),
        "texte/teil-2/20-leitbild.md:1:1",
        _CHAPTER.replace("texte/leitbild", "texte/teil-1/10-leitbild")
        + _CHAPTER.replace("texte/leitbild", "texte/teil-2/20-leitlinien").replace("Leitbild", "Leitlinien"),
    ),
    "format-newer": Example(Severity.ERROR, _MANIFEST.replace("format: 1", "format: 2"), "konzept.yaml:1:9", _MANIFEST),
    "format-older": Example(Severity.ERROR, _MANIFEST.replace("format: 1", "format: 0"), "konzept.yaml:1:9", _MANIFEST),
    "syntax-empty": Example(Severity.ERROR, "=== massnahmen/M-002.yaml\n", "massnahmen/M-002.yaml:1:1", _MEASURE),
    "syntax-too-large": _told("texte/leitbild.md", size=52_428_800, limit=4_194_304),
    "syntax-encoding": _told("massnahmen/M-002.yaml"),
    "syntax-control-character": _title("titel: Eltern\x0blotsen", "1:14"),
    "syntax-conflict": _title(
        "<<<<<<< HEAD\ntitel: Elternlotsen\n=======\ntitel: Lotsinnen für Eltern\n>>>>>>> entwurf",
        "1:1",
        "titel: Lotsinnen für Eltern",
    ),
    # --- YAML --------------------------------------------------------------------------------------------------------
    "syntax-not-a-mapping": Example(
        Severity.ERROR,
        "=== massnahmen/M-002.yaml\n- Elternlotsen\n- Projekt im Handlungsfeld Bildung\n",
        "massnahmen/M-002.yaml:1:1",
        _MEASURE,
    ),
    "syntax-duplicate-key": _measure("federfuehrung: caritas\n", "5:1", "beteiligte: [caritas]\n"),
    "syntax-key": _title("titel: {{ Titel der Maßnahme }}", "1:9"),
    "syntax-colon": _title(
        "titel: Elternlotsen: Brücke zur Schule", "1:20", 'titel: "Elternlotsen: Brücke zur Schule"'
    ),
    "syntax-colon-missing": Example(
        Severity.ERROR,
        _MEASURE.replace("art: Projekt", "art Projekt"),
        "massnahmen/M-002.yaml:3:1",
        _MEASURE,
    ),
    "syntax-blank-missing": _title("titel:Elternlotsen", "1:7"),
    "syntax-tab": _measure("laufzeit:\n\tbeginn: 2024-08-01\n", "6:1", "laufzeit:\n  beginn: 2024-08-01\n"),
    "syntax-indentation": _measure(
        "beteiligte:\n  - caritas\n - referat\n", "7:2", "beteiligte:\n  - caritas\n  - referat\n"
    ),
    "syntax-list-start": _measure("beteiligte: - caritas\n", "5:13", "beteiligte:\n  - caritas\n"),
    "syntax-quote-open": _title('titel: "Elternlotsen', "1:8", 'titel: "Elternlotsen"'),
    "syntax-text-after-quotes": _title('titel: "Projekt" Elternlotsen', "1:18", "titel: '\"Projekt\" Elternlotsen'"),
    "syntax-backslash": _measure(
        'beschreibung: "Ablage unter L:\\Daten"\n', "5:31", "beschreibung: 'Ablage unter L:\\Daten'\n"
    ),
    "syntax-bad-start": _measure("zielgruppe: @home-Gruppe\n", "5:13", 'zielgruppe: "@home-Gruppe"\n'),
    "syntax-brace-open": _measure(
        "laufzeit: {beginn: 2024-08-01, ende: 2025-07-31\nausblick: Ausbau\n",
        "5:11",
        "laufzeit: {beginn: 2024-08-01, ende: 2025-07-31}\nausblick: Ausbau\n",
    ),
    "syntax-brace-content": _measure(
        "laufzeit: {beginn: 2024-08-01 ende: 2025-07-31}\n",
        "5:11",
        "laufzeit: {beginn: 2024-08-01, ende: 2025-07-31}\n",
    ),
    "syntax-too-deep": _measure(f"beteiligte: {'[' * 24}caritas{']' * 24}\n", "5:36", "beteiligte: [caritas]\n"),
    "syntax-anchor": Example(
        Severity.ERROR,
        _MEASURE.replace("referat", "&stelle referat") + "beteiligte: [caritas, *stelle]\n",
        "massnahmen/M-002.yaml:4:16",
        _MEASURE + "beteiligte: [caritas, referat]\n",
    ),
    "syntax-tag": _title("titel: !wichtig Elternlotsen", "1:8"),
    "syntax-second-document": Example(
        Severity.ERROR,
        _MEASURE + "---\ntitel: Lesepaten\nhandlungsfeld: bildung\nart: Daueraufgabe\nfederfuehrung: caritas\n",
        "massnahmen/M-002.yaml:5:1",
        _MEASURE + "=== massnahmen/M-003.yaml\n"
        "titel: Lesepaten\nhandlungsfeld: bildung\nart: Daueraufgabe\nfederfuehrung: caritas\n",
    ),
    "syntax-yaml": _title("%YAML 1.2 Elternlotsen", "1:11"),
    # --- Markdown ----------------------------------------------------------------------------------------------------
    "syntax-header-missing": _chapter("# Leitbild\n\nWir gestalten Vielfalt gemeinsam.\n", "1:1"),
    "syntax-header-open": _chapter("---\ntitel: Leitbild\n\nWir gestalten Vielfalt gemeinsam.\n", "1:1"),
    "syntax-reserved-key": _chapter("---\ntitel: Leitbild\ntext: Wir gestalten Vielfalt gemeinsam.\n---\n", "3:1"),
    # --- tables ------------------------------------------------------------------------------------------------------
    "syntax-csv-head": _table("jahr;wert;wert\n2023;238;\n", "1:1"),
    "syntax-csv-cells": _table(
        "jahr;wert;hinweis\n2023;238;vorläufig; ohne Stadt Peine\n",
        "2:1",
        '=== monitoring/werte/einbuergerungen.csv\njahr;wert;hinweis\n2023;238;"vorläufig; ohne Stadt Peine"\n',
    ),
    "syntax-csv-quotes": _table(
        'jahr;wert;hinweis\n2023;238;"vorläufig" laut Amt\n',
        "2:1",
        '=== monitoring/werte/einbuergerungen.csv\njahr;wert;hinweis\n2023;238;"""vorläufig"" laut Amt"\n',
    ),
    "csv-column-missing": _table("wert;hinweis\n238;vorläufig\n", "1:1"),
    "csv-column-unknown": _table("jahr;anzahl\n2023;238\n", "1:1"),
    # --- texts -------------------------------------------------------------------------------------------------------
    "text-cut-off": Example(
        Severity.INFO,
        _MEASURE.replace("Elternlotsen", "Elternlotsen #1 Nord"),
        "massnahmen/M-002.yaml:1:8",
        _MEASURE.replace("Elternlotsen", '"Elternlotsen #1 Nord"'),
    ),
}
