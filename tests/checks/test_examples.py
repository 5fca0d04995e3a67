"""Every rule finds its wrong example, alone and at its place, and leaves its right one in peace."""

import ast
import re

import pytest

from concepts import findings, located
from conftest import ROOT
from ikonzept.checks.examples import EXAMPLES, TOPICS

TESTED_ELSEWHERE = {
    "budget-total-unexpected": "commands/budget/test_budget.py::test_what_comes_from_outside_is_pinned",
    "budget-total-differs-from-edition": "checks/test_adopted.py::test_a_total_that_no_later_paper_explains",
    "earlier-state-unreadable": "checks/test_since.py::test_what_could_not_be_read_is_told_and_never_called_deleted",
    "id-taken": "commands/test_since.py::test_an_id_that_both_sides_gave",
    "manifest-missing": "test_loader.py::test_without_a_manifest_the_rest_still_loads",
    "file-is-link": "test_loader.py::test_symbolic_links_are_told_and_never_followed",
    "file-is-other": "test_loader.py::test_a_pipe_is_not_read",
    "file-unreadable": "test_loader.py::test_an_unreadable_file_is_told",
    "syntax-too-large": "test_loader.py::test_bytes_that_are_no_text",
    "syntax-encoding": "test_loader.py::test_bytes_that_are_no_text",
}
"""What no text can show, and the test that shows it."""

CODES = sorted(EXAMPLES.keys() - TESTED_ELSEWHERE.keys())


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_found(code: str) -> None:
    example = EXAMPLES[code]
    assert findings(example.wrong, before=example.before) == [f"{example.at} {code}"]
    assert [item.finding.severity for item in located(example.wrong, before=example.before)] == [example.severity]


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_left_in_peace(code: str) -> None:
    assert EXAMPLES[code].right
    assert findings(EXAMPLES[code].right, before=EXAMPLES[code].before) == []


@pytest.mark.parametrize("code", sorted(TESTED_ELSEWHERE))
def test_what_no_text_can_show_is_tested_elsewhere(code: str) -> None:
    example = EXAMPLES[code]
    assert (example.wrong, example.right) == ("", "")
    assert re.fullmatch(r"\S+:1:1", example.at)
    path, _, name = TESTED_ELSEWHERE[code].partition("::")
    source = (ROOT / "tests" / path).read_text(encoding="utf-8")
    (test,) = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == name)
    first = min(node.lineno for node in (test, *test.decorator_list))
    assert code in "\n".join(source.split("\n")[first - 1 : test.end_lineno])


def test_every_code_has_one_topic() -> None:
    assert sum(map(len, TOPICS.values())) == len(EXAMPLES)
