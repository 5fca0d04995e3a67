"""Findings as people and programs read them: excerpt with a caret under the value, plain lines, JSON."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ikonzept import document
from ikonzept.findings import Finding, Place, Severity, error, info, warning
from ikonzept.render import findings as render
from ikonzept.texts import text


def block(source: str, place: Place) -> list[str]:
    """The excerpt and the caret line of a finding at a place, without the gutter."""
    located = render.locate([error("unknown-unit", place, id="x")], {place.path: source})
    shown = [line.plain for line in render.lines(located, 100)]
    return [line.split("│ ", 1)[1] for line in shown if "│" in line]


# --- caret -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "key", "marked"),
    [
        ("titel: Bildung\n", ("titel",), "Bildung"),
        ("a: 1\ntitel: Bildung # Kommentar\n", ("titel",), "Bildung"),
        ("titel: „Für ältere Menschen“\n", ("titel",), "„Für ältere Menschen“"),
        ('titel: "in Anführung"\n', ("titel",), '"in Anführung"'),
        ("ziele: [a.1, b.2]\n", ("ziele", 1), "b.2"),
        ("verlauf:\n  - {datum: 2024-01-01, status: fertig}\n", ("verlauf", 0, "status"), "fertig"),
        ("{漢字: 1, titel: 漢字かな}\n", ("titel",), "漢字かな"),
        ("titel: Bildung\r\n", ("titel",), "Bildung"),
        ("{a: 1,\ttitel:\tBildung}\n", ("titel",), "Bildung"),
        ("titel: z.\u00a0B.\u202fx\n", ("titel",), "z. B. x"),
        ("titel: 🎉 Fest\n", ("titel",), "🎉 Fest"),
    ],
)
def test_the_caret_stands_under_the_value(source: str, key: tuple[str | int, ...], marked: str) -> None:
    *_, excerpt, caret = block(source, Place("massnahmen/M-001.yaml", key))
    assert underlined(excerpt, caret) == marked


def underlined(excerpt: str, caret: str) -> str:
    """What stands above the carets, counted in terminal columns."""
    start, end = cell_len(caret) - caret.count("^"), cell_len(caret)
    columns = [character for character in excerpt for _ in range(max(cell_len(character), 0))]
    return "".join(
        character
        for index, character in enumerate(columns[start:end])
        if index == 0 or cell_len(character) == 1 or columns[start + index - 1] != character
    )


@pytest.mark.parametrize("before", [0, 100, 150, 158, 159, 160, 161, 1000])
def test_a_value_far_to_the_right_is_still_seen(before: int) -> None:
    source = f"a: {{x: {'y' * before}, titel: Bildung, z: {'z' * 500}}}\n"
    excerpt, caret = block(source, Place("massnahmen/M-001.yaml", ("a", "titel")))
    assert underlined(excerpt, caret) == "Bildung"
    assert max(len(excerpt), len(caret)) <= 160


def test_a_long_value_is_underlined_as_far_as_it_is_shown() -> None:
    excerpt, caret = block(f"titel: {'lang ' * 100}\n", Place("massnahmen/M-001.yaml", ("titel",)))
    assert len(excerpt) == len(caret) == 160
    assert excerpt.endswith("…")


@given(
    st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"]), max_size=300), st.integers(1, 300)
)
def test_any_line_can_be_shown(line: str, column: int) -> None:
    shown = block(line + "\n", Place("x.csv", line=1, column=column))
    for part in shown:
        assert part.isprintable()
        assert len(part) <= 2 * 300


def test_the_line_above_is_shown_too() -> None:
    assert block("eins: 1\nzwei: 2\ndrei: 3\n", Place("konzept.yaml", ("zwei",))) == ["eins: 1", "zwei: 2", "      ^"]


def test_control_characters_of_a_file_are_shown_harmlessly() -> None:
    excerpt, caret = block("a: \x1b[31m\x07\u202e b\n", Place("x.csv", line=1, column=9))
    assert (excerpt, caret) == ("a: �[31m�� b", " " * 8 + "^")


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("a.yaml"), (1, 1)),
        (Place("a.yaml", ("titel",)), (2, 8)),
        (Place("a.yaml", ("titel",), on_key=True), (2, 1)),
        (Place("a.yaml", ("laufzeit", "ende")), (3, 1)),  # missing: its nearest parent
        (Place("a.yaml", ("fehlt",)), (1, 1)),
        (Place("a.yaml", line=3, column=5), (3, 5)),
        (Place("weg.yaml", ("titel",)), (1, 1)),
    ],
)
def test_a_place_becomes_a_line_and_column(place: Place, expected: tuple[int, int]) -> None:
    (located,) = render.locate([error("unknown-unit", place, id="x")], {"a.yaml": "# Kopf\ntitel: a\nlaufzeit: {}\n"})
    assert (located.line, located.column) == expected


@pytest.mark.parametrize(
    ("source", "key", "name"),
    [
        ("laufzeit: {beginn: 2024-01-01}\n", ("laufzeit", "ende"), "hint.schema-missing.braces"),
        ("laufzeit: {}\n", ("laufzeit", "ende"), "hint.schema-missing.braces"),
        ("- {a: 1}\n", (0, "b"), "hint.schema-missing.braces"),
        ("{titel: a}\n", ("art",), "hint.schema-missing.braces"),
        ("laufzeit: {}\n", ("laufzeit",), "hint.schema-missing"),
        ("laufzeit:\n  beginn: 2024-01-01\n", ("laufzeit", "ende"), "hint.schema-missing"),
        ("laufzeit: {}\n", ("art",), "hint.schema-missing"),
    ],
)
def test_a_hint_knows_braces(source: str, key: tuple[str | int, ...], name: str) -> None:
    (located,) = render.locate([error("schema-missing", Place("a.yaml", key), key="ende")], {"a.yaml": source})
    assert located.hint == text(name, key="ende")


def test_findings_are_sorted_by_place() -> None:
    places = [
        Place("b.yaml"),
        Place("a.yaml", line=10, column=1),
        Place("a.yaml", line=2, column=9),
        Place("a.yaml", line=2, column=1),
    ]
    located = render.locate([error("unknown-unit", place, id="x") for place in places], {})
    assert [(item.finding.place.path, item.line, item.column) for item in located] == [
        ("a.yaml", 2, 1),
        ("a.yaml", 2, 9),
        ("a.yaml", 10, 1),
        ("b.yaml", 1, 1),
    ]


def test_a_file_is_parsed_once_however_many_findings_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, spans = [], document.spans
    monkeypatch.setattr(document, "spans", lambda path, text: (asked.append(path), spans(path, text))[1])
    places = [Place(path, ("titel",)) for _ in range(50) for path in ("b.yaml", "a.yaml", "fehlt.yaml")]
    places += [Place("c.yaml", line=1, column=1)]
    located = render.locate(
        [error("unknown-unit", place, id="x") for place in places],
        dict.fromkeys(("a.yaml", "b.yaml", "c.yaml"), "titel: a\n"),
    )
    assert len(located) == len(places)
    assert asked == ["a.yaml", "b.yaml"]


def screen(findings: list[Finding]) -> str:
    """The last line of the screen."""
    report = render.Report(render.locate(findings, {}), ("a.yaml",), date(2024, 10, 15))
    *_, last = (line.plain for line in render.screen(report, 100))
    return last


@pytest.mark.parametrize(
    ("findings", "explained"),
    [
        ([], None),
        ([info("unknown-paper", Place("a.yaml"), id="x")], "unknown-paper"),
        ([error("unknown-unit", Place("b.yaml"), id="x"), info("unknown-paper", Place("a.yaml"), id="x")], "unknown-unit"),
        ([error("unknown-unit", Place("b.yaml"), id="x"), *[info("unknown-paper", Place("a.yaml"), id="x")] * 2], "unknown-unit"),
        ([info("unknown-unit", Place("b.yaml"), id="x"), *[info("unknown-paper", Place("a.yaml"), id="x")] * 2], "unknown-paper"),
    ],
)  # fmt: skip
def test_the_rule_that_weighs_most_is_explained(findings: list[Finding], explained: str | None) -> None:
    last = screen(findings)
    assert last.endswith(f"→ ikonzept explain {explained}" if explained else "(Stand 15.10.2024)")


# --- forms -----------------------------------------------------------------------------------------------------------

HOSTILE = "[red]x[/]\x1b[31m\n| <script>"


def test_plain_is_one_line_for_each_finding() -> None:
    findings = [
        error("unknown-unit", Place(f"massnahmen/{HOSTILE}.yaml"), id=HOSTILE, nearest=HOSTILE),
        warning("unknown-paper", Place("a.yaml"), id="b"),
    ]
    lines = render.plain(render.locate(findings, {})).split("\n")
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert lines[0].startswith("a.yaml:1:1: Warnung unknown-paper: ")


def test_text_is_data_in_text_form() -> None:
    located = render.locate([error("unknown-unit", Place("a.yaml"), id=HOSTILE, nearest=HOSTILE)], {"a.yaml": HOSTILE})
    shown = "\n".join(line.plain for line in render.lines(located, 100))
    assert "\x1b" not in shown
    assert "[red]x[/]�[31m | <script>" in shown


def test_json_holds_everything_as_it_is() -> None:
    findings = [info("unknown-unit", Place("a.yaml", ("ziele", 1)), id=HOSTILE, nearest="b")]
    located = render.locate(findings, {"a.yaml": "ziele: [a, b]\n"})
    found = json.loads(render.as_json(render.Report(located, ("a.yaml", "b.yaml"), date(2024, 10, 15))))
    (finding,) = found.pop("findings")
    head = {"schema_version": 1, "kind": "check", "as_of": "2024-10-15", "files": 2, "untagged": [], "since": None}
    assert found == head
    assert {key: finding[key] for key in ("code", "severity", "path", "line", "column", "key", "params")} == {
        "code": "unknown-unit",
        "severity": "info",
        "path": "a.yaml",
        "line": 1,
        "column": 12,
        "key": ["ziele", 1],
        "params": {"id": HOSTILE, "nearest": "b"},
    }


@pytest.mark.parametrize(
    ("severities", "counts"),
    [
        ([Severity.ERROR], "1 Fehler"),
        ([Severity.ERROR, Severity.ERROR, Severity.WARNING], "2 Fehler, 1 Warnung"),
        ([Severity.INFO, Severity.WARNING, Severity.WARNING], "2 Warnungen, 1 Hinweis"),
        ([Severity.INFO, Severity.INFO], "2 Hinweise"),
        ([], ""),
    ],
)
def test_counts_name_only_what_occurs(severities: list[Severity], counts: str) -> None:
    made = {Severity.ERROR: error, Severity.WARNING: warning, Severity.INFO: info}
    assert render.counts([made[severity]("unknown-unit", Place("a.yaml")) for severity in severities]) == counts
