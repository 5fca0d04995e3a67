"""The files of an example as people write them: the place marked, of long files only what matters."""

import pytest

from concepts import MINIMAL
from ikonzept.checks.examples import EXAMPLES
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity
from ikonzept.render import excerpts, rules
from ikonzept.render.excerpts import Excerpt

MANIFEST = MINIMAL["konzept.yaml"]
CHAPTER = next(path for path in MINIMAL if path.startswith("texte/"))
CODES = sorted(EXAMPLES)


def marked(excerpt: Excerpt) -> str | None:
    """What the caret stands under."""
    if excerpt.marked is None:
        return None
    line = excerpt.path if excerpt.marked == -1 else excerpt.lines[excerpt.marked]
    return line[excerpt.column : excerpt.column + excerpt.width]


def excerpt(code: str) -> Excerpt:
    """The file of the wrong example in which the finding is."""
    rule = rules.rule(code)
    return next(item for item in excerpts.wrong(rule.example, rule.found) if item.path == rule.found.finding.place.path)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("unknown-measure", "M-020"),
        ("schema-amount-ambiguous", "6.000"),
        ("schema-unknown-key", "zielgruppen"),
        ("schema-ags-zero", "3157"),
        ("schema-file-name", "massnahmen/Maßnahme 2.yaml"),
        ("syntax-empty", "massnahmen/M-002.yaml"),
        ("syntax-tab", "⇥"),
        ("syntax-control-character", "�"),
        ("id-twice", "texte/teil-2/20-leitbild.md"),
        ("unknown-guiding-question", "datenlage"),
    ],
)
def test_the_place_is_marked(code: str, expected: str) -> None:
    assert marked(excerpt(code)) == expected


@pytest.mark.parametrize("code", CODES)
def test_every_place_is_marked_once(code: str) -> None:
    rule = rules.rule(code)
    marks = [marked(item) for item in excerpts.wrong(rule.example, rule.found)]
    assert len([mark for mark in marks if mark]) == bool(EXAMPLES[code].wrong)


def test_of_a_long_file_only_what_matters_is_shown() -> None:
    assert excerpt("schema-ags-zero").lines == (
        "format: 1",
        "titel: Integrationskonzept des Landkreises Muster",
        "koerperschaft:",
        "  …",
        "  land: NI",
        "  ags: 3157",
        "federfuehrung: referat",
        "…",
    )
    (right,) = excerpts.right(EXAMPLES["schema-ags-zero"])
    assert right.lines[:6] == (*excerpt("schema-ags-zero").lines[:5], '  ags: "03157"')


def made(monkeypatch: pytest.MonkeyPatch, code: str, wrong: str, at: str) -> rules.Rule:
    """A rule of ours with another example."""
    monkeypatch.setitem(EXAMPLES, code, Example(Severity.ERROR, wrong, at, "=== README.md\n"))
    return rules.rule(code)


def test_a_finding_in_a_file_that_the_example_leaves_alone_is_shown_there(monkeypatch: pytest.MonkeyPatch) -> None:
    without = "=== konzept.yaml\n" + MANIFEST.replace("  verstaendnis:", "  daten:")
    rule = made(monkeypatch, "unknown-guiding-question", without, f"{CHAPTER}:3:15")
    assert [(item.path, marked(item)) for item in excerpts.wrong(rule.example, rule.found)] == [
        ("konzept.yaml", None),
        (CHAPTER, "verstaendnis"),
    ]
