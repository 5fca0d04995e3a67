"""YAML, Markdown and CSV as data; where every key stands; one word changed by changing one word."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ikonzept import document
from ikonzept.document import NOWHERE, SyntaxProblem
from ikonzept.findings import KeyPath
from ikonzept.locale.de import SENTENCES
from yaml_files import files, leaves


def problem(path: str, text: str | bytes) -> tuple[str, int, int] | None:
    """The code, line and column with which a file is refused, if it is."""
    try:
        document.read(path, text if isinstance(text, bytes) else text.encode())
    except SyntaxProblem as found:
        return f"syntax-{found.code}", found.line, found.column
    return None


def place(path: str, text: str, *key: str | int, on_key: bool = False) -> tuple[int, int, str]:
    """Line, column and text of a key's value, or of the key itself."""
    span = document.spans(path, text).find(key, on_key=on_key)
    return span.line, span.column, text[span.start : span.end]


# --- what cannot be read -------------------------------------------------------------------------------------------

BROKEN = [
    # YAML
    ("x.yaml", "a: 1\na: 2", ("syntax-duplicate-key", 2, 1)),
    ("x.yaml", "ä: 1\nb: 2\na\u0308: 3", ("syntax-duplicate-key", 3, 1)),
    ("x.yaml", "a: {b: 1, b: 2}", ("syntax-duplicate-key", 1, 11)),
    ("x.yaml", "a: &x y", ("syntax-anchor", 1, 4)),
    ("x.yaml", "a:\n  - *x", ("syntax-anchor", 2, 5)),
    ("x.yaml", "*x : a", ("syntax-anchor", 1, 1)),
    ("x.yaml", "a: &x {b: c}", ("syntax-anchor", 1, 4)),
    ("x.yaml", "a: !!int 3", ("syntax-tag", 1, 4)),
    ("x.yaml", "a: !x [b]", ("syntax-tag", 1, 4)),
    ("x.yaml", "!x a: b", ("syntax-tag", 1, 1)),
    ("x.yaml", "a: 1\n---\nb: 2", ("syntax-second-document", 2, 1)),
    ("x.yaml", "---\n---\n", ("syntax-second-document", 2, 1)),
    ("x.yaml", "- a", ("syntax-not-a-mapping", 1, 1)),
    ("x.yaml", "a", ("syntax-not-a-mapping", 1, 1)),
    ("x.yaml", "? [a]\n: b", ("syntax-key", 1, 3)),
    ("x.yaml", "{{}}", ("syntax-key", 1, 2)),
    ("x.yaml", "[a, [b]]: c", ("syntax-key", 1, 1)),
    ("x.yaml", "a: 1\n~: 2", ("syntax-key", 2, 1)),
    ("x.yaml", 'a: {"": 1}', ("syntax-key", 1, 5)),
    ("x.yaml", "a: " + "[" * 30 + "]" * 30, ("syntax-too-deep", 1, 27)),
    ("x.yaml", "a: ä\nb: @c", ("syntax-bad-start", 2, 4)),
    ("x.yaml", "a: 5 %\nb: %5", ("syntax-bad-start", 2, 4)),
    ("x.yaml", "\ta: b", ("syntax-tab", 1, 1)),
    ("x.yaml", "a: 1\n\tb: 2", ("syntax-tab", 2, 1)),
    ("x.yaml", "a: |\n\tText", ("syntax-tab", 2, 1)),
    ("x.yaml", "titel: Bildung: ein Überblick", ("syntax-colon", 1, 15)),
    ("x.yaml", "a: 1\n b: 2", ("syntax-colon", 2, 3)),
    ("x.yaml", "a: 1\nb\nc: 2", ("syntax-colon-missing", 2, 1)),
    ("x.yaml", "a:\n  - x\n - y", ("syntax-indentation", 3, 2)),
    ("x.yaml", "- a\nb: c", ("syntax-indentation", 2, 1)),
    ("x.yaml", 'a: 1\nb: "x\nc: 2\n', ("syntax-quote-open", 2, 4)),
    ("x.yaml", "a: {b: 1\nc: 2\n", ("syntax-brace-open", 1, 4)),
    ("x.yaml", "a: [b\nc: 2\n", ("syntax-brace-open", 1, 4)),
    ("x.yaml", "a: [,]", ("syntax-brace-open", 1, 5)),
    ("x.yaml", "titel: [", ("syntax-brace-open", 1, 9)),
    ("x.yaml", "titel: [\n", ("syntax-brace-open", 2, 1)),
    ("x.yaml", "a: - b", ("syntax-list-start", 1, 4)),
    ("x.yaml", 'a: "C:\\x"', ("syntax-backslash", 1, 9)),
    ("x.yaml", "a: |x\n  b", ("syntax-yaml", 1, 5)),
    ("x.yaml", "titel:Sprache\nart: x", ("syntax-blank-missing", 1, 7)),
    ("x.yaml", "a: 1\nb:2\nc: 3", ("syntax-blank-missing", 2, 3)),
    ("x.yaml", "titel:\u00a0x\nart: y", ("syntax-blank-missing", 1, 7)),
    ("x.yaml", 'titel: "Projekt" Sprache', ("syntax-text-after-quotes", 1, 18)),
    ("x.yaml", "titel: 'Peter's Projekt'", ("syntax-text-after-quotes", 1, 15)),
    ("x.yaml", "titel: [Neu] Sprache", ("syntax-text-after-quotes", 1, 14)),
    ("x.yaml", "a: {datum: 2026-03-10 status: x}", ("syntax-brace-content", 1, 4)),
    ("x.yaml", "a: {grund: Kein Geld: leider}", ("syntax-brace-content", 1, 4)),
    ("x.yaml", "a: ä\nb: äöü😀\x01", ("syntax-control-character", 2, 8)),
    ("x.yaml", "a: ä\r\nb: \x7f", ("syntax-control-character", 2, 4)),
    ("x.yaml", "a: eins\u2028zwei", ("syntax-control-character", 1, 8)),
    ("x.yaml", "a: |\n  eins\u0085zwei", ("syntax-control-character", 2, 7)),
    # any file
    ("x.yaml", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> neu\n", ("syntax-conflict", 2, 1)),
    ("x.md", "---\na: 1\n---\n\nText\n>>>>>>> neu\n", ("syntax-conflict", 6, 1)),
    ("x.yaml", " \n\n", ("syntax-empty", 1, 1)),
    ("x.yaml", b"\xc3\xa4: 1\nb: \xc3\xa4\xe4", ("syntax-encoding", 2, 5)),
    ("x.md", b"\xff\xfe-\0-\0-\0", ("syntax-encoding", 1, 1)),
    ("x.csv", "jahr;wert\nä\0", ("syntax-control-character", 2, 2)),
    ("x.yaml", b"a" * (document.MAX_BYTES + 1), ("syntax-too-large", 0, 0)),
    # Markdown
    ("x.md", "", ("syntax-empty", 1, 1)),
    ("x.md", "# Titel\n---\n", ("syntax-header-missing", 1, 1)),
    ("x.md", "---\ntitel: x\n", ("syntax-header-open", 1, 1)),
    ("x.md", "---\ntitel: x\ntext: y\n---\n", ("syntax-reserved-key", 3, 1)),
    ("x.md", "---\n- a\n---\n", ("syntax-not-a-mapping", 2, 1)),
    ("x.md", "---\n# c\na: ä\nb: *c\n---\n", ("syntax-anchor", 4, 4)),
    ("x.md", "---\na: ä\x01\n---\n", ("syntax-control-character", 2, 5)),
    # CSV
    ("x.csv", "jahr;wert;jahr\n", ("syntax-csv-head", 1, 1)),
    ("x.csv", "jahr;wert\n2022;1\n2023;1;2\n", ("syntax-csv-cells", 3, 1)),
    ("x.csv", 'jahr;wert\n2022;1\n2023;"1\n2024;2\n', ("syntax-csv-quotes", 3, 1)),
    ("x.csv", 'jahr;wert\n2022;"1"2\n', ("syntax-csv-quotes", 2, 1)),
    ("x.csv", 'jahr;"wert\n', ("syntax-csv-quotes", 1, 1)),
]


@pytest.mark.parametrize(("path", "text", "expected"), BROKEN)
def test_what_cannot_be_read_is_told_with_its_place(path: str, text: str, expected: tuple[str, int, int]) -> None:
    assert problem(path, text) == expected


def test_every_syntax_code_is_in_the_table() -> None:
    known = {name.removeprefix("finding.") for name in SENTENCES if name.startswith("finding.syntax-")}
    assert {expected[0] for _, _, expected in BROKEN} == known


@pytest.mark.parametrize("path", ["x.yaml", "x.md", "x.csv"])
@given(raw=st.one_of(st.binary(), st.text().map(str.encode), st.text("ä:-? \n\r\t'\"{}[],&*!|>#%@`~\\;\u2028", max_size=30).map(str.encode)))  # fmt: skip
def test_reading_raises_nothing_else(path: str, raw: bytes) -> None:
    _, line, column = problem(path, raw) or ("", 1, 1)
    assert 1 <= line <= raw.count(b"\n") + raw.count(b"\r") + 2
    assert column >= 1
    document.spans(path, raw.decode("utf-8", "replace"))


@given(
    st.text("ä:-? \n'\"{}[],&*!|>#\\\x01\u2028", max_size=30).filter(lambda text: text.strip() and "---" not in text)
)
def test_in_a_header_everything_stands_one_line_lower(text: str) -> None:
    code, line, column = problem("x.yaml", f"{text}\n") or (None, 0, 0)
    expected = (code, line + 1, column) if code else None
    assert problem("x.md", f"---\n{text}\n---\n") == expected


# --- YAML ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# nur ein Kommentar\n", {}),
        ("---\n", {}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("\ufeffa: 1\n", {"a": "1"}),
        ("a:\nb: null\nc: ~\nd: Null\n", {"a": None, "b": None, "c": None, "d": None}),
        ("a: ''\nb: \"\"\nc: 'null'\nd: \"~\"\n", {"a": "", "b": "", "c": "null", "d": "~"}),
        ("a: 4271200\nb: 007\nc: 6.000\nd: 2022-06-22\ne: ja\nf: no\ng: 0x1F\n", {"a": "4271200", "b": "007", "c": "6.000", "d": "2022-06-22", "e": "ja", "f": "no", "g": "0x1F"}),
        ("a: 2022/094\nb: 12:30\nc: http://x.y\n", {"a": "2022/094", "b": "12:30", "c": "http://x.y"}),
        ("a: b # Kommentar\nc: d#e\n", {"a": "b", "c": "d#e"}),
        ("a: 'it''s'\nb: \"\\u00e4\\n\"\n", {"a": "it's", "b": "ä\n"}),
        ("a:\r\n  - b\r\n  - c: d\r\n", {"a": ["b", {"c": "d"}]}),
        ("u\u0308ber: u\u0308\n", {"über": "u\u0308"}),
        ("a: {b: 1, c: [x, y], d}\n", {"a": {"b": "1", "c": ["x", "y"], "d": None}}),
        ("a: {begruendung: Der Pool wird, soweit möglich, erweitert}\n", {"a": {"begruendung": "Der Pool wird", "soweit möglich": None, "erweitert": None}}),
        ("a: |\n  eins\n   zwei\n\nb: >-\n  drei\n  vier\n", {"a": "eins\n zwei\n", "b": "drei vier"}),
        ("a: eins\n  zwei\n", {"a": "eins zwei"}),
        ("<<: a\n", {"<<": "a"}),
        ("a: 😀 =cmd|' /C calc'!A0\n", {"a": "😀 =cmd|' /C calc'!A0"}),
    ],
)  # fmt: skip
def test_scalars_stay_text(text: str, data: dict[str, Any]) -> None:
    assert document.read("x.yaml", text.encode()) == data


# --- Markdown and CSV ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\ntitel: x\n---\nText\n", {"titel": "x"}, "Text\n"),
        ("---\ntitel: x\n---", {"titel": "x"}, ""),
        ("---\n---\n\n\n Text \t\n\n", {}, "\n\n Text \t\n\n"),
        ("---\r\ntitel: x\r\n---\r\nText\r\n---\r\nmehr", {"titel": "x"}, "Text\n---\nmehr"),
        ("--- \na: |\n  ---\n  b\n---\t\n\x0cText\u2028\x85", {"a": "---\nb\n"}, "\x0cText\u2028\x85"),
    ],
)
def test_a_markdown_body_stays_but_for_its_line_ends(text: str, header: dict[str, Any], body: str) -> None:
    assert document.read("x.md", text.encode()) == {**header, document.BODY: body}


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_markdown_body_stays(body: str) -> None:
    assert document.read("x.md", f"---\na: 1\n---\n{body}".encode())[document.BODY] == body.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("jahr;wert\n", []),
        ("jahr;wert\n2023;1\n2024;\n", [{"jahr": "2023", "wert": "1"}, {"jahr": "2024", "wert": None}]),
        ("\ufeffjahr ; wert\r\n 2023; 1 \r\n\r\n;\r\n2024\r\n", [{"jahr": "2023", "wert": "1"}, {"jahr": "2024"}]),
        ('wert\n"a;""b"""\n"c\nd"\n', [{"wert": 'a;"b"'}, {"wert": "c\nd"}]),
        ("wert\n1.234,5\n=1+1\n", [{"wert": "1.234,5"}, {"wert": "=1+1"}]),
    ],
)
def test_rows_of_a_table(text: str, rows: list[dict[str, str | None]]) -> None:
    assert document.read("x.csv", text.encode()) == {document.ROWS: rows}


# --- places --------------------------------------------------------------------------------------------------------

MEASURE = """\
# ein Kommentar
titel: "Über alles"   # noch einer
laufzeit: {beginn: 2022-07-01, ort: [Peine, Ölsburg]}
verlauf:
  - datum: 2022-10-01
    status: in Umsetzung
  - {datum: 😀, sachstand: ü}
leer:
beschreibung: |
  Text
"""


@pytest.mark.parametrize(
    ("key", "line", "column", "text"),
    [
        (("titel",), 2, 8, '"Über alles"'),
        (("laufzeit",), 3, 11, "{beginn: 2022-07-01, ort: [Peine, Ölsburg]}"),
        (("laufzeit", "beginn"), 3, 20, "2022-07-01"),
        (("laufzeit", "ort", 1), 3, 45, "Ölsburg"),
        (("verlauf", 0, "status"), 6, 13, "in Umsetzung"),
        (("verlauf", 1), 7, 5, "{datum: 😀, sachstand: ü}"),
        (("verlauf", 1, "sachstand"), 7, 27, "ü"),
        (("leer",), 8, 6, ""),
        (("verlauf", 1, "fehlt"), 7, 5, "{datum: 😀, sachstand: ü}"),
        (("laufzeit", "fehlt"), 3, 1, "laufzeit"),
        (("titel", "fehlt", 0), 2, 1, "titel"),
        (("fehlt",), 1, 1, ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_where_a_value_stands(key: KeyPath, line: int, column: int, text: str, end: str) -> None:
    assert place("x.yaml", MEASURE.replace("\n", end), *key) == (line, column, text)
    below = f"---\n{MEASURE}---\nText\n".replace("\n", end)
    assert place("x.md", below, *key) == ((1, 1, "") if key == ("fehlt",) else (line + 1, column, text))


@pytest.mark.parametrize(
    ("key", "line", "column", "text"),
    [
        (("titel",), 2, 1, "titel"),
        (("laufzeit", "ort"), 3, 32, "ort"),
        (("verlauf", 1, "sachstand"), 7, 16, "sachstand"),
        (("leer",), 8, 1, "leer"),
        (("verlauf", 0, "fehlt"), 5, 5, "datum: 2022-10-01"),
    ],
)
def test_where_a_key_stands(key: KeyPath, line: int, column: int, text: str) -> None:
    found = place("x.yaml", MEASURE, *key, on_key=True)
    assert (*found[:2], found[2].split("\n")[0]) == (line, column, text)


def test_what_stands_in_braces() -> None:
    values = document.spans("x.yaml", MEASURE).values
    assert {key for key, span in values.items() if span.braces} == {
        ("laufzeit", "beginn"),
        ("laufzeit", "ort"),
        ("laufzeit", "ort", 0),
        ("laufzeit", "ort", 1),
        ("verlauf", 1, "datum"),
        ("verlauf", 1, "sachstand"),
    }


TABLE = 'jahr;merkmal;wert\r\n2022;ä;1\r\n\r\n2023;"x\r\ny";2\r\n2024;ß;3\r\n'


@pytest.mark.parametrize(
    ("key", "line", "column", "text"),
    [
        (("werte", 0), 2, 1, "2022;ä;1"),
        (("werte", 0, "merkmal"), 2, 6, "ä"),
        (("werte", 0, "wert"), 2, 8, "1"),
        (("werte", 1, "jahr"), 4, 1, "2023"),
        (("werte", 2, "wert"), 6, 8, "3"),
        (("werte", 2, "fehlt"), 6, 1, "2024;ß;3"),
    ],
)
def test_where_a_cell_stands(key: KeyPath, line: int, column: int, text: str) -> None:
    assert place("x.csv", TABLE, *key) == (line, column, text)


@pytest.mark.parametrize("path", ["x.yaml", "x.md", "x.csv"])
def test_a_text_that_cannot_be_read_has_no_places(path: str) -> None:
    assert document.spans(path, 'a: "1').find(("a",)) == NOWHERE


# --- changing one word ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "lost"),
    [
        ("a.yaml", "titel: Sprachkurse #1 Übersicht\n", [(("titel",), "#1 Übersicht")]),
        ("a.yaml", "- a #Ö \r\n", [((0,), "#Ö")]),
        ("a.yaml", "k: [{a: b #1\n  }]\n", [(("k", 0, "a"), "#1")]),
        ("a.md", "---\ntitel: Kurs #2\n---\nKurs #3\n", [(("titel",), "#2")]),
        ("a.yaml", "titel: Sprachkurse # seit 2025\n", []),
        ("a.yaml", "titel: Sprachkurse  #1\n", []),
        ("a.yaml", "titel: Sprachkurse #\n", []),
        ("a.yaml", "titel: Sprachkurse ##1\n", []),
        ("a.yaml", "titel: #1\n", []),
        ("a.yaml", "titel: 'Kurs #1' #2\n", []),
        ("a.yaml", "titel: [a, b] #2\n", []),
        ("a.yaml", "titel: | #2\n  Kurs #1\n", []),
        ("a.yaml", "# Kurs #1\ntitel: a\n", []),
        ("a.csv", "jahr;hinweis\n2023;Kurs #1\n", []),
        ("a.yaml", "titel: [Kurs #1\n", []),
    ],
)
def test_a_text_that_a_comment_sign_cuts_off(path: str, text: str, lost: list[tuple[KeyPath, str]]) -> None:
    assert list(document.cut_off(path, text.encode())) == lost


@given(files())
def test_our_reading_agrees_with_another_parser(text: str) -> None:
    assert document.read_yaml(text) == YAML(typ="base", pure=True).load(text)


@given(files())
def test_every_value_has_a_place(text: str) -> None:
    found = document.spans("x.yaml", text)
    paths = leaves(document.read_yaml(text))
    assert found.values.keys() >= paths.keys()
    assert all(text.count("\n", 0, found.values[path].start) + 1 == found.values[path].line for path in paths)
