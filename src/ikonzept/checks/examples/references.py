"""Examples of references that lead nowhere."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_MEASURE = """\
=== massnahmen/M-002.yaml
titel: Elternlotsen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
"""
_EVENT = """\
=== beteiligung/2024-05-15-forum.yaml
titel: Forum Bildung
datum: 2024-05-15
anregungen:
  - nummer: 1
    text: Sprachmittlung auch abends anbieten.
"""
_LED_TO = """\
=== massnahmen/M-001.yaml
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
anregungen: [2024-05-15-forum.1]
"""
_GRANT = """\
=== foerderungen/lotsen.yaml
titel: Zuwendung für Elternlotsen
geber: Land Niedersachsen
betrag: 1200.00
"""
_YEAR = """\
=== haushalt/2024.yaml
stand: beschlossen
konten:
  - konto: 111-300.4271200
    ansatz: 2500.00
  - konto: 111-400.4271200
    ansatz: 800.00
positionen:
  - id: H-2024-01
    massnahme: M-001
    geplant: 1200.00
    konto: 111-300.4271200
"""
_ONE_ACCOUNT = _YEAR.replace("  - konto: 111-400.4271200\n    ansatz: 800.00\n", "")
_PAPER = """\
=== vorlagen/2024-112.md
---
titel: Bericht zur Integration
art: Mitteilungsvorlage
status: öffentlich
datum: 2024-05-02
---
## Sachdarstellung

Der Bericht liegt vor.
"""
_CHAPTER = """\
=== texte/zahlen.md
---
titel: Zahlen
beantwortet: [verstaendnis]
---
Im Landkreis leben Menschen aus 130 Ländern.
"""
_EDITION = """\
=== fortschreibungen/2024.yaml
titel: Integrationskonzept 2024
art: Erstfassung
status: Entwurf
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


def _example(file: str, wrong: str, at: str, right: str, named: str = "") -> Example:
    """Lines below a file's own: wrong, and right together with the file that is named."""
    return Example(Severity.ERROR, file + wrong, f"{_path(file)}:{at}", file + right + named)


def _path(file: str) -> str:
    return file.split("\n", 1)[0].removeprefix("=== ")


def _header(paper: str, lines: str) -> str:
    """A Vorlage with more lines in its header."""
    return paper.replace("---\n## ", f"{lines}---\n## ")


EXAMPLES: dict[str, Example] = {
    "unknown-unit": _example(_MEASURE, "beteiligte: [caritas, schulamt]\n", "5:23", "beteiligte: [caritas, referat]\n"),
    "unknown-actor": _example(_EVENT, "    von: diakonie\n", "6:10", "    von: caritas\n"),
    "unknown-committee": Example(
        Severity.ERROR,
        _header(
            _PAPER, "beratungsfolge:\n  - {gremium: sozialausschuss, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}\n"
        ),
        "vorlagen/2024-112.md:7:15",
        _header(_PAPER, "beratungsfolge:\n  - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}\n"),
    ),
    "unknown-guiding-question": Example(
        Severity.ERROR,
        _CHAPTER.replace("[verstaendnis]", "[verstaendnis, datenlage]"),
        "texte/zahlen.md:3:29",
        _CHAPTER,
    ),
    "unknown-action-field": Example(
        Severity.ERROR, _MEASURE.replace(": bildung", ": kultur"), "massnahmen/M-002.yaml:2:16", _MEASURE
    ),
    "unknown-goal": _example(_MEASURE, "ziele: [bildung.7]\n", "5:9", "ziele: [bildung.1]\n"),
    "unknown-measure": _example(_EVENT, "    fuehrt_zu: [M-020]\n", "6:17", "    fuehrt_zu: [M-001]\n", _LED_TO),
    "unknown-indicator": _example(
        _MEASURE, "kennzahlen: [einbuergerungen]\n", "5:14", "kennzahlen: [einbuergerungen]\n", _INDICATOR
    ),
    "unknown-submission": _example(
        _MEASURE,
        "anregungen: [2024-05-15-forum.1]\n",
        "5:14",
        "anregungen: [2024-05-15-forum.1]\n",
        _EVENT + "    fuehrt_zu: [M-002]\n",
    ),
    "unknown-paper": _example(
        _MEASURE,
        "verlauf:\n  - {datum: 2024-06-05, status: vorgeschlagen, vorlage: 2024/112}\n",
        "6:57",
        "verlauf:\n  - {datum: 2024-06-05, status: vorgeschlagen, vorlage: 2024/112}\n",
        _PAPER,
    ),
    "unknown-edition": Example(
        Severity.ERROR,
        _header(_PAPER, 'fortschreibung: "2024"\n'),
        "vorlagen/2024-112.md:6:17",
        _header(_PAPER, 'fortschreibung: "2024"\n') + _EDITION,
    ),
    "unknown-budget-line": _example(
        _GRANT, "positionen: [H-2024-01]\n", "4:14", "positionen: [H-2024-01]\n", _ONE_ACCOUNT
    ),
    "unknown-account": Example(
        Severity.ERROR,
        _ONE_ACCOUNT.replace("    konto: 111-300.4271200", "    konto: 111-300.4271305"),
        "haushalt/2024.yaml:9:12",
        _ONE_ACCOUNT,
    ),
    "account-twice": Example(
        Severity.ERROR,
        _YEAR.replace("111-400.", "111-300."),
        "haushalt/2024.yaml:5:12",
        _YEAR,
    ),
    "account-ambiguous": Example(
        Severity.ERROR,
        _YEAR.replace("    konto: 111-300.4271200", '    konto: "4271200"'),
        "haushalt/2024.yaml:11:12",
        _YEAR,
    ),
    "unknown-fiscal-year": Example(
        Severity.WARNING,
        _header(_PAPER, "produktsachkonten:\n  - konto: 111-300.4271200\n"),
        "vorlagen/2024-112.md:5:8",
        _header(_PAPER, "produktsachkonten:\n  - konto: 111-300.4271200\n") + _ONE_ACCOUNT,
    ),
    "unknown-subject": _example(_EVENT, "    bezug: sprachmittlung\n", "6:12", "    bezug: M-001\n"),
    "reference-of-wrong-kind": _example(_EVENT, "    fuehrt_zu: [bildung]\n", "6:17", "    fuehrt_zu: [bildung.1]\n"),
    "series-without-indicator": Example(
        Severity.ERROR, _TABLE, "monitoring/werte/einbuergerungen.csv:1:1", _TABLE + _INDICATOR
    ),
    "listed-twice": Example(
        Severity.INFO,
        _MEASURE + "beteiligte: [caritas, referat, caritas]\n",
        "massnahmen/M-002.yaml:5:32",
        _MEASURE + "beteiligte: [caritas, referat]\n",
    ),
    "related-to-itself": Example(
        Severity.INFO,
        _header(_PAPER, "verwandt: [2024/112]\n"),
        "vorlagen/2024-112.md:6:12",
        _header(_PAPER, "verwandt: [2024/098]\n"),
    ),
}
