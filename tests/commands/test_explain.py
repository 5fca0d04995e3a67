"""``ikonzept explain``: every rule in words, one or all, as text, Markdown and JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import Ran
from ikonzept.checks.examples import EXAMPLES
from ikonzept.commands import complete

Run = Callable[..., Ran]


def test_one_rule(run: Run) -> None:
    done = run("explain", "unknown-measure")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("unknown-measure ")
    assert "fuehrt_zu: [M-020]\n" in done.out
    assert " " * 5 + "^^^^^\n" in done.out


def test_without_a_code_every_rule_is_listed(run: Run) -> None:
    done = run("explain")
    assert (done.code, done.err) == (0, "")
    assert [code for code in EXAMPLES if f"\n  {code} " not in done.out and f"\n  {code}\n" not in done.out] == []


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_rule_can_be_explained(run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, form: str) -> None:
    monkeypatch.setenv("IKONZEPT_LANG", lang)
    for code in EXAMPLES:
        done = run("explain", code, "--format", form)
        assert (done.code, done.err) == (0, "")
        assert done.out.count(code) >= 1


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_all_rules_at_once(run: Run, form: str) -> None:
    done = run("explain", "--format", form)
    assert (done.code, done.err) == (0, "")
    if form == "json":
        found = json.loads(done.out)
        assert [rule["code"] for rule in found["rules"]] == list(EXAMPLES)
        jsonschema.Draft202012Validator(json.loads(run("schema", "output", "explain").out)).validate(found)


@pytest.mark.parametrize(
    ("code", "hint"),
    [("unknown-mesure", "unknown-measure"), ("Unknown-Measure", "unknown-measure"), ("§ 76", "explain")],
)
def test_an_unknown_code_names_the_nearest(run: Run, code: str, hint: str) -> None:
    done = run("explain", code)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err.splitlines()[1]


def test_output_to_a_file(run: Run, tmp_path: Path) -> None:
    for arguments in (["unknown-measure"], [], ["--format", "markdown"], ["--format", "json"]):
        shown = run("explain", *arguments).out
        assert run("explain", *arguments, "--output", tmp_path / "aus").out == ""
        assert (tmp_path / "aus").read_text(encoding="utf-8") == shown


def test_no_repository_is_needed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("explain", "unknown-measure").code == 0


def test_codes_are_completed() -> None:
    assert complete.rules("unknown-m") == ["unknown-measure"]
    assert set(complete.rules("")) == set(EXAMPLES)
