"""Rules as people read them: on the screen, in Markdown, as JSON; every rule and every language."""

import json
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from ikonzept.checks.examples import EXAMPLES, TOPICS
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity
from ikonzept.render import excerpts
from ikonzept.render import rules as render

CODES = sorted(EXAMPLES)


@pytest.mark.parametrize("code", CODES)
def test_what_no_text_can_show_is_told(code: str) -> None:
    rule = render.rule(code)
    for told, shown in ((rule.words.wrong, rule.example.wrong), (rule.words.right, rule.example.right)):
        assert bool(told) != bool(shown)
    assert rule.found.finding.code == code
    assert f"{rule.found.finding.place.path}:{rule.found.line}:{rule.found.column}" == rule.example.at


def made(monkeypatch: pytest.MonkeyPatch, code: str, wrong: str, at: str) -> render.Rule:
    """A rule of ours with another example."""
    monkeypatch.setitem(EXAMPLES, code, Example(Severity.ERROR, wrong, at, "=== README.md\n"))
    return render.rule(code)


# --- screens ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 59, 60, 80, 120])
@pytest.mark.parametrize("code", CODES)
def test_sentences_stay_inside_the_screen(code: str, width: int) -> None:
    rule = render.rule(code)
    files = {
        line
        for item in (*excerpts.wrong(rule.example, rule.found), *excerpts.right(rule.example))
        for line in (*item.lines, item.path)
    }
    for line in render.lines(rule, width):
        for part in line.plain.split("\n"):
            shown = any(text and text in part for text in files) or "^" in part
            assert shown or cell_len(part) <= width or " " not in part.strip()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_the_list_is_aligned_and_wraps(width: int) -> None:
    shown = [part for line in render.listing(width) for part in line.plain.split("\n")]
    assert all(cell_len(part) <= width for part in shown)
    assert [part.split()[0] for part in shown if part.startswith("  ") and part[2] not in " →"] == list(EXAMPLES)
    longest = max(map(len, EXAMPLES)) + 4
    starts = {len(part) - len(part.lstrip()) for part in shown if part.startswith("    ") and "→" not in part}
    assert starts <= {longest if width >= longest + 40 else 6}


def test_the_list_has_a_heading_for_every_topic_with_rules() -> None:
    headings = [line.plain for line in render.listing(100) if line.plain and not line.plain.startswith(" ")]
    assert len(headings) == sum(bool(examples) for examples in TOPICS.values())
    assert len(set(headings)) == len(headings)


def test_one_rule_on_the_screen(golden: Callable[[str, str], None]) -> None:
    shown = "\n".join(line.plain for line in render.lines(render.rule("account-ambiguous"), 80))
    golden("explain.txt", shown + "\n")


# --- Markdown and JSON -----------------------------------------------------------------------------------------------


def test_an_example_with_a_fence_gets_a_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "=== texte/leitbild.md\n---\ntitel: Leitbild\nbeantwortet: [daten]\n---\n\n```\nText\n```\n"
    rule = made(monkeypatch, "unknown-guiding-question", wrong, "texte/leitbild.md:3:15")
    assert "````markdown\n" in render.markdown(rule)


def test_the_reference_names_every_rule_twice() -> None:
    text = render.reference()
    for code in EXAMPLES:
        assert f"| [`{code}`](#{code}) | " in text
        assert text.count(f"\n### {code}\n") == 1
    assert text.endswith("\n")


@pytest.mark.parametrize("code", CODES)
def test_json_holds_whole_files(code: str) -> None:
    (rule,) = json.loads(render.as_json([render.rule(code)]))["rules"]
    assert f"{rule['path']}:{rule['line']}:{rule['column']}" == EXAMPLES[code].at
    assert bool(rule["wrong"]["files"]) != bool(rule["wrong"]["told"])
    assert not any(line.strip() == "…" for text in rule["wrong"]["files"].values() for line in text.split("\n"))
