"""What the model refuses: every ``schema-*`` code, each at its exact place."""

import re

import pytest

from concepts import MINIMAL, concept, findings, loaded
from ikonzept.locale.de import SENTENCES
from ikonzept.model.words import Direction, IndicatorKind, Publicity

MANIFEST = MINIMAL["konzept.yaml"]
EVENT = "titel: Forum\ndatum: 2024-05-15\n"
YEAR = 'stand: beschlossen\nkonten:\n  - konto: "4271305"\n'
EDITION = "titel: Teil 1\nart: Erstfassung\nstatus: Entwurf\n"
PAPER = "---\ntitel: Teil 1\nart: Beschlussvorlage\nstatus: öffentlich\n"

CASES = [
    # keys
    ("massnahmen/M-002.yaml", "titel: a\nhandlungsfeld: bildung\nart: Projekt\n", ["1:1 schema-missing"]),
    ("massnahmen/M-002.yaml", "titel:\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n", ["1:7 schema-missing"]),
    ("handlungsfelder/x.yaml", "titel: X\nziele:\n  - nummer: 1\n", ["3:5 schema-missing"]),
    ("handlungsfelder/x.yaml", "titel: X\nziele:\n  - {nummer: 1, text: a, bewertung: {begruendung: b}}\n", ["3:26 schema-missing"]),
    ("beteiligung/x.yaml", f"{EVENT}orte: Peine\n", ["3:1 schema-unknown-key"]),
    ("beteiligung/x.yaml", f"{EVENT}anregungen:\n  - nummer: 1\n    text: a\n    antwort: b\n", ["6:5 schema-unknown-key"]),
    ("beteiligung/x.yaml", "title: Forum\ndatum: 2024-05-15\n", ["1:1 schema-unknown-key"]),
    ("beteiligung/x.yaml", f"{EVENT}anregungen:\n  - {{nummer: 1, text: Bitte, wenn möglich, abends}}\n", ["4:30 schema-comma-in-braces", "4:44 schema-comma-in-braces"]),
    ("beteiligung/x.yaml", f"id: x\n{EVENT}", ["1:1 schema-id-in-file"]),
    ("beteiligung/Ä.yaml", EVENT, ["1:1 schema-file-name"]),
    ("beteiligung/a b.yaml", EVENT, ["1:1 schema-file-name"]),
    ("konzept.yaml", f"{MANIFEST}ausnahmen:\n  - regel: x\n", ["27:5 schema-missing"] * 3),
    ("konzept.yaml", MANIFEST.replace("  caritas:", "  Caritas e. V.:"), ["13:3 schema-id"]),
    ("haushalt/2024.yaml", "stand: beschlossen\npositionen:\n  - id: H 1\n    konto: 4271305\n    geplant: 1\n", ["3:9 schema-id"]),
    # shapes
    ("beteiligung/x.yaml", "titel: [Forum]\ndatum: 2024-05-15\n", ["1:8 schema-not-text"]),
    ("beteiligung/x.yaml", "titel: Forum\ndatum:\n  tag: 2024-05-15\n", ["3:3 schema-not-text"]),
    ("beteiligung/x.yaml", f"{EVENT}stufe: {{a: b, c}}\neingeladen: [1]\n", ["3:8 schema-not-text", "4:13 schema-not-text"]),
    ("beteiligung/x.yaml", f'{EVENT}"[key]": x\n', ["3:1 schema-unknown-key"]),
    ("beteiligung/x.yaml", f"{EVENT}handlungsfelder: bildung\n", ["3:18 schema-not-list"]),
    ("beteiligung/x.yaml", f"{EVENT}anregungen:\n  nummer: 1\n", ["4:3 schema-not-list"]),
    ("handlungsfelder/x.yaml", "titel: X\nziele: [eins]\n", ["2:9 schema-not-block"]),
    ("fortschreibungen/1.yaml", f"{EDITION}begruendungen: viele\n", ["4:16 schema-not-block"]),
    ("konzept.yaml", MANIFEST.replace("leitfragen:\n  verstaendnis:", "leitfragen:\n  -"), ["25:3 schema-not-block"]),
    ("beteiligung/x.yaml", "titel: ''\ndatum: 2024-05-15\n", ["1:8 schema-empty"]),
    ("beteiligung/x.yaml", f'{EVENT}ort: "  "\n', ["3:6 schema-empty"]),
    ("beteiligung/x.yaml", f"{EVENT}anregungen: [{{nummer: 1, text: a, von: ''}}]\n", ["3:40 schema-empty"]),
    # words
    ("massnahmen/M-002.yaml", MINIMAL["massnahmen/M-001.yaml"].replace("geplant", "fertig"), ["7:13 schema-enum"]),
    ("massnahmen/M-002.yaml", MINIMAL["massnahmen/M-001.yaml"].replace("Projekt", "projekt"), ["3:6 schema-enum"]),
    ("fortschreibungen/1.yaml", EDITION.replace("Entwurf", "''"), ["3:9 schema-enum"]),
    # amounts and numbers
    ("haushalt/2024.yaml", f"{YEAR}    ansatz: 6.000\n", ["4:13 schema-amount-ambiguous"]),
    ("haushalt/2024.yaml", f"{YEAR}    ansatz: 6,000.00\n", ["4:13 schema-amount"]),
    ("haushalt/2024.yaml", f"{YEAR}    ansatz: 1.2345\n", ["4:13 schema-amount-places"]),
    ("haushalt/2024.yaml", f"{YEAR}    ansatz: 1\n    mehrbedarf: [{{art: überplanmäßig, betrag: ''}}]\n", ["5:47 schema-amount"]),
    ("monitoring/kennzahlen/a.yaml", "titel: A\neinheit: '%'\nziel: {jahr: 2026, wert: viele}\n", ["3:26 schema-number"]),
    ("monitoring/kennzahlen/a.yaml", "titel: A\neinheit: '%'\nziel: {jahr: 2026, wert: 17.000}\n", ["3:26 schema-number-ambiguous"]),
    ("beteiligung/x.yaml", f"{EVENT}eingeladen: 1.200\n", ["3:13 schema-number-separator"]),
    ("beteiligung/x.yaml", f"{EVENT}eingeladen: viele\n", ["3:13 schema-whole-number"]),
    # dates
    ("beteiligung/x.yaml", "titel: Forum\ndatum: morgen\n", ["2:8 schema-date"]),
    ("beteiligung/x.yaml", "titel: Forum\ndatum: 2024-02-30\n", ["2:8 schema-date-unknown"]),
    ("fortschreibungen/1.yaml", f"{EDITION}naechste_fortschreibung: Juni\n", ["4:26 schema-month"]),
    # words and numbers that name something
    ("konzept.yaml", MANIFEST.replace("oeffentlich: nein", "oeffentlich: N"), ["23:18 schema-yes-no"]),
    ("konzept.yaml", MANIFEST.replace('"03157"', "x"), ["7:8 schema-ags"]),
    ("konzept.yaml", MANIFEST.replace('"03157"', "3157"), ["7:8 schema-ags-zero"]),
    ("haushalt/2024.yaml", "stand: beschlossen\nkonten: [{konto: Projekte, ansatz: 1}]\n", ["2:18 schema-account"]),
    ("haushalt/2024.yaml", f'{YEAR}    ansatz: 1\n    deckt: ["4271200", 42]\n', ["5:24 schema-account"]),
    ("fortschreibungen/1.yaml", f"{EDITION}vorlage: 2022 094\n", ["4:10 schema-paper-number"]),
    # Markdown and tables
    ("vorlagen/1.md", f"{PAPER}kosten: 6.000\n---\nText\n", ["5:9 schema-amount-ambiguous"]),
    ("vorlagen/1.md", f"{PAPER}verwandt: [2022/032, 2022/]\n---\n", ["5:22 schema-paper-number"]),
    ("texte/x.md", "---\nbeantwortet: [verstaendnis]\n---\nText\n", ["1:1 schema-missing"]),
    ("monitoring/werte/a.csv", "jahr;wert\n2023;1\n2024;x\n", ["3:6 schema-number"]),
    ("monitoring/werte/a.csv", "jahr;wert;stand\n;1;Juni\n", ["2:1 schema-missing", "2:4 schema-month"]),
    ("monitoring/werte/a.csv", "jahr;werte\n2024;1\n", ["1:1 csv-column-unknown"]),
    ("monitoring/werte/a.csv", "wert\n1\n2\n", ["1:1 csv-column-missing"]),
]  # fmt: skip


def own(path: str, text: str) -> list[str]:
    """What is found in the file itself: ``line:column code``."""
    found = findings(f"=== {path}\n{text}")
    return [item.removeprefix(f"{path}:") for item in found if item.startswith(f"{path}:")]


@pytest.mark.parametrize(("path", "text", "expected"), CASES)
def test_what_the_model_refuses(path: str, text: str, expected: list[str]) -> None:
    assert [item for item in own(path, text) if item.split()[1].startswith(("schema-", "csv-"))] == expected


def test_every_schema_code_is_in_the_table() -> None:
    known = {
        name.removeprefix("finding.") for name in SENTENCES if name.startswith(("finding.schema-", "finding.csv-"))
    }
    assert {item.split()[1] for _, _, expected in CASES for item in expected} == known


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = "titel: [a]\nart: b\nfederfuehrung: ''\nlaufzeit: {beginn: c, dauer: d}\nverlauf:\n  - status: e\n"
    assert own("massnahmen/M-002.yaml", text) == [
        "1:1 schema-missing",
        "1:8 schema-not-text",
        "2:6 schema-enum",
        "3:16 schema-empty",
        "4:20 schema-date",
        "4:23 schema-unknown-key",
        "6:5 schema-missing",
        "6:13 schema-enum",
    ]


@pytest.mark.parametrize(
    ("line", "params"),
    [
        ("orte: Peine", {"key": "orte", "nearest": "ort"}),
        ("xyz: Peine", {"key": "xyz", "nearest": None}),
        ("stufe: Kooperatin", {"key": "stufe", "value": "Kooperatin", "nearest": "Kooperation"}),
        ("eingeladen: 1.200", {"key": "eingeladen", "value": "1.200", "plain": "1200"}),
    ],
)
def test_what_a_finding_knows(line: str, params: dict[str, object]) -> None:
    found = loaded(f"=== beteiligung/x.yaml\n{EVENT}{line}\n").findings
    assert [params.items() <= item.params.items() for item in found] == [True]


EMPTY = f"""\
=== konzept.yaml
{MANIFEST}\
sachstand_alle_monate:
ausnahmen:
=== monitoring/kennzahlen/a.yaml
titel: A
art:
einheit: Personen
quelle:
richtung:
brueche:
=== vorlagen/1.md
{PAPER}\
beratungsfolge:
  - gremium: kreistag
    zustaendigkeit: Entscheidung
    oeffentlich: ja
    stimmen: {{ja: 44, nein: , enthaltung: }}
anlagen: [{{titel: Teil 1, status: }}]
kosten:
---
"""


@pytest.mark.parametrize("nothing", ["~", "null", "Null"])
def test_a_key_with_nothing_reads_as_a_missing_one(nothing: str) -> None:
    missing = re.sub(r"^(sachs|ausn|art|que|ric|bru|kost).*:\n|, \w+: (?=[,}])", "", EMPTY, flags=re.MULTILINE)
    written = re.sub(
        r"^(sachs|ausn|art|que|ric|bru|kost)(.*:)$|: (?=[,}])", rf"\g<0> {nothing}", EMPTY, flags=re.MULTILINE
    )
    assert concept(EMPTY) == concept(missing) == concept(written)


def test_defaults() -> None:
    indicator = concept("=== monitoring/kennzahlen/a.yaml\ntitel: A\neinheit: Personen\n").indicators["a"]
    assert (indicator.kind, indicator.direction) == (IndicatorKind.FIGURE, Direction.NEUTRAL)
    paper = concept(f"=== vorlagen/1.md\n{PAPER}anlagen: [{{titel: A}}]\n---\n").papers["1"]
    assert paper.attachments[0].publicity is Publicity.PUBLIC


def test_words_in_any_unicode_spelling_are_the_same() -> None:
    text = MINIMAL["massnahmen/M-001.yaml"].replace("geplant", "u\u0308bertragen")
    assert own("massnahmen/M-001.yaml", text) == []
