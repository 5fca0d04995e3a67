"""``ikonzept show``."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import everything
from conftest import STORY_ENDS, Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("M-001", "measure"),
        ("2022/094", "paper"),
        ("4271305", "account"),
        ("sprache-bildung.3", "goal"),
        ("sprachmittlung-2024", "grant"),
    ],
)
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_the_sheet(  # noqa: PLR0913, PLR0917
    name: str, file: str, form: str, ending: str, run: Run, made_demo: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("show", name, "-C", made_demo, "--as-of", STORY_ENDS, "--format", form)
    assert (done.code, done.err) == (0, "")
    golden(f"show-{file}.{ending}", done.out)


def test_costs_that_go_beyond_the_budgets(run: Run, made_demo: Path, golden: Callable[[str, str], None]) -> None:
    golden("show-measure-costs.txt", run("show", "M-012", "-C", made_demo, "--as-of", STORY_ENDS).out)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_too_wide(width: int, run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name in ("M-001", "M-012", "sprachmittlung-2024", "haushalt/2023", "caritas", "leitbild"):
        assert max(map(len, run("show", name, "-C", made_demo).out.splitlines())) <= width


def test_an_unknown_name(run: Run, made_demo: Path) -> None:
    done = run("show", "sprache-bildng", "-C", made_demo)
    assert (done.code, done.out) == (2, "")
    assert "sprache-bildung" in done.err


def test_json_is_as_its_schema_says(run: Run, made_demo: Path) -> None:
    schema = json.loads(run("schema", "output", "show").out)
    for name in (
        "M-001",
        "M-012",
        "sprachmittlung-2024",
        "2022/094",
        "haushalt/2024",
        "4271305",
        "sprachmittlungen",
        "2024-09-14-beteiligungsforum",
    ):
        jsonschema.validate(json.loads(run("show", name, "-C", made_demo, "--format", "json").out), schema)


def test_umlauts_do_not_move_a_row_of_money(run: Run, made_demo: Path) -> None:
    shown = run("show", "haushalt/2024", "-C", made_demo).out.splitlines()
    rows = [line for line in shown if line.lstrip().startswith(("4271200 Öff", "4271305 Pro"))]
    assert [len(line) - len(line.lstrip()) for line in rows] == [2, 2]


def test_json_is_of_its_kind(run: Run, made_demo: Path) -> None:
    shown = json.loads(run("show", "M-001", "-C", made_demo, "--format", "json").out)
    assert (shown["schema_version"], shown["kind"], shown["noun"], shown["id"]) == (1, "show", "measure", "M-001")


@pytest.mark.parametrize("form", [["--format", "markdown"], ["--public"], ["--format", "json", "--public"]])
def test_what_is_not_public_is_never_handed_on(form: list[str], run: Run, secret: Path) -> None:
    for name in (
        "M-001",
        "2024/001",
        "referat",
        "caritas",
        "forum.1",
        "forum",
        "H-1",
        "f",
        "a",
        "2024",
        "bildung",
        "haushalt/2024",
    ):
        done = run("show", name, "-C", secret, *form)
        assert (done.code, everything.CANARY in done.out) == (0, False), done.out


def test_the_coordinator_sees_it(run: Run, secret: Path) -> None:
    assert everything.CANARY in run("show", "M-001", "-C", secret).out
