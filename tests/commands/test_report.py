"""``ikonzept report sachstand``: golden documents, which days, what is handed on, wrong usage."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import everything
from conftest import STORY_ENDS, Ran

Run = Callable[..., Ran]
FORMS = ("text", "json", "markdown", "html")


@pytest.fixture
def sachstand(run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """The report on the day the story ends, as it is made in the demo's folder."""

    def call(*arguments: object) -> Ran:
        with monkeypatch.context() as patch:
            patch.chdir(made_demo)
            return run("report", "sachstand", "--as-of", STORY_ENDS, *arguments)

    return call


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json"), ("markdown", "md"), ("html", "html")])
def test_the_report(form: str, ending: str, sachstand: Callable[..., Ran], golden: Callable[[str, str], None]) -> None:
    done = sachstand("--format", form)
    assert (done.code, done.err) == (0, "")
    golden(f"report-sachstand.{ending}", done.out)
    assert sachstand("--format", form).out == done.out


@pytest.mark.parametrize("form", FORMS)
def test_output_to_a_file(form: str, sachstand: Callable[..., Ran], tmp_path: Path) -> None:
    done = sachstand("--format", form, "--output", tmp_path / "bericht")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "bericht").read_text(encoding="utf-8") == sachstand("--format", form).out


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_its_days(form: str, sachstand: Callable[..., Ran]) -> None:
    shown = sachstand("--format", form, "--since", "2024-07-01").out
    days = ("2024-07-01", "2024-10-15") if form == "json" else ("01.07.2024 bis 15.10.2024",)
    assert all(day in shown for day in days)


@pytest.mark.parametrize(
    ("since", "expected", "meant"),
    [
        (None, ("2023-07-01", "in_force", "2023"), ""),
        ("2023", ("2023-07-01", "edition", "2023"), "--since 2023-01-01"),
        ("2024", ("2024-01-01", "year", "2024"), "01.01.2024"),
        ("2021", ("2021-01-01", "year", None), ""),
        ("1.7.2023", ("2023-07-01", "day", None), ""),
    ],
)
def test_since_when(
    since: str | None, expected: tuple[str, str, str | None], meant: str, sachstand: Callable[..., Ran]
) -> None:
    done = sachstand("--format", "json", *(["--since", since] if since else []))
    found = json.loads(done.out)["period"]
    assert (found["since"], found["origin"], found["edition"]) == expected
    assert meant in done.err
    assert bool(meant) is bool(done.err)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--field", "sprache-bildung"],
        ["--unit", "caritas"],
        ["--edition", "2023"],
        ["--public"],
        ["--since", "2024"],
    ],
)
def test_json_is_as_its_schema_says(run: Run, sachstand: Callable[..., Ran], arguments: list[str]) -> None:
    schema = json.loads(run("schema", "output", "report-sachstand").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(sachstand("--format", "json", *arguments).out), schema)


def test_a_field_and_a_unit_narrow_it(sachstand: Callable[..., Ran]) -> None:
    field = json.loads(sachstand("--format", "json", "--field", "sprache-bildung").out)
    assert [part["id"] for part in field["fields"]] == ["sprache-bildung"]
    assert field["scope"]["field"] == "Sprache und Bildung"
    unit = json.loads(sachstand("--format", "json", "--unit", "caritas").out)
    measures = [item for part in unit["fields"] for item in part["measures"]]
    assert all("Caritas" in {item["lead"], *item["participants"]} for item in measures)
    assert len(measures) == unit["total"]["measures"]["total"] == 13


def test_an_edition_is_the_concept_as_it_holds_it(run: Run, sachstand: Callable[..., Ran], made_demo: Path) -> None:
    found = json.loads(sachstand("--format", "json", "--edition", "2023", "--since", "2022").out)
    assert (found["scope"]["edition"], found["total"]["measures"]["total"]) == ("2023", 20)
    then = run("report", "sachstand", "-C", made_demo, "--edition", "2023", "--format", "json")
    assert json.loads(then.out)["period"]["until"] == "2023-06-21"  # the day on which it was committed
    later = json.loads(sachstand("--format", "json", "--edition", "2023").out)
    assert (later["period"]["since"], later["period"]["until"]) == ("2022-07-01", "2023-06-21")  # whatever the day is
    assert later["period"]["frozen_on"] == "2023-06-21"
    assert (later["total"]["silent"], later["total"]["overdue"]) == (0, 0)
    for form in ("text", "markdown", "html"):
        assert "festgeschrieben am 21.06.2023" in sachstand("--format", form, "--edition", "2023").out


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.md", "markdown"), ("a.json", "json"), ("a.txt", "text"), ("a", "text")],
)
def test_the_ending_of_the_file_says_the_form(
    name: str, form: str, sachstand: Callable[..., Ran], tmp_path: Path
) -> None:
    assert sachstand("-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == sachstand("--format", form).out


def test_an_ending_that_says_otherwise_is_refused(sachstand: Callable[..., Ran], tmp_path: Path) -> None:
    done = sachstand("--format", "markdown", "-o", tmp_path / "a.html")
    assert (done.code, "--format html" in done.err) == (2, True)
    assert not (tmp_path / "a.html").exists()


def test_text_in_a_file_that_seems_to_be_something_else_is_said(run: Run, made_demo: Path, tmp_path: Path) -> None:
    done = run("status", "-C", made_demo, "--as-of", STORY_ENDS, "-o", tmp_path / "a.json")
    assert (done.code, "--format" in done.err) == (0, True)
    assert "--format" not in run("status", "-C", made_demo, "--as-of", STORY_ENDS, "-o", tmp_path / "a.txt").err


def test_fields_share_no_submission_unexplained(sachstand: Callable[..., Ran]) -> None:
    whole = json.loads(sachstand("--format", "json").out)
    told: list[dict[str, object]] = []
    for field in whole["fields"]:
        found = json.loads(sachstand("--format", "json", "--field", field["id"]).out)["participation"]
        told += [*found["answered"], *found["waiting"]]
    simple = [item["id"] for item in told if item["belongs"] == {"by_event": False, "others": []}]
    assert len(simple) == len(set(simple)) > 4
    assert {item["id"] for item in told} <= {
        item["id"] for part in ("answered", "waiting") for item in whole["participation"][part]
    }


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--since", "gestern"], "2022, 2023"),
        (["--since", "2030"], "--since"),
        (["--since", "16.10.2024"], "--as-of"),
        (["--since", "31.02.2024"], "Tag und Monat"),
        (["--as-of", "31.02.2024"], "Tag und Monat"),
        (["--edition", "2022"], "--since 01.07.2021"),
        (["--edition", "2023", "--since", "2024-01-01"], "21.06.2023"),
        (["--as-of", "2020-01-01"], "--since 01.07.2019"),
        (["--as-of", "gestern"], "2024-10-15"),
        (["--field", "sprach-bildung"], "sprache-bildung"),
        (["--unit", "karitas"], "caritas"),
        (["--edition", "2022x"], "2022"),
        (["--format", "pdf"], "markdown"),
        (["--public", "--internal"], ""),
        (["quatsch"], ""),
    ],
)
def test_wrong_usage(arguments: list[str], hint: str, sachstand: Callable[..., Ran]) -> None:
    done = sachstand(*arguments)
    assert (done.code, done.out) == (2, "")
    said, told = done.err.splitlines()
    assert said.startswith("Fehler:")
    assert hint in told


@pytest.mark.parametrize("width", ["40", "60", "80", "120"])
def test_nothing_is_wider_than_the_screen(
    width: str, sachstand: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in ([], ["--since", "2024"], ["--field", "sprache-bildung"], ["--edition", "2023"]):
        assert max(map(len, sachstand(*arguments).out.splitlines())) <= int(width)


def test_the_command_for_the_whole_report_can_be_copied(sachstand: Callable[..., Ran], made_demo: Path) -> None:
    shown = " ".join(sachstand("-C", made_demo, "--since", "1.7.2024", "--unit", "caritas").out.split())
    assert (
        f"→ ikonzept report sachstand --since 1.7.2024 --unit caritas -C {made_demo} --as-of {STORY_ENDS} "
        "--format html --output sachstand.html"
    ) in shown


def _standings(run: Run, demo: Path, *arguments: str) -> dict[str, str]:
    done = run("report", "sachstand", "-C", demo, "--as-of", STORY_ENDS, "--format", "json", *arguments)
    assert done.code == 0
    return {goal["id"]: goal["standing"] for field in json.loads(done.out)["fields"] for goal in field["goals"]}


def test_a_goal_that_no_tag_has_is_one_of_the_draft(run: Run, demo: Path, git: Callable[..., str]) -> None:
    path = demo / "handlungsfelder/sprache-bildung.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  - nummer: 5\n    text: Neu.\n", encoding="utf-8")
    known = _standings(run, demo)
    assert {name for name, standing in known.items() if standing == "to_come"} == {
        "sprache-bildung.5",
        "verwaltung-vielfalt.3",
    }
    assert "sprache-bildung.5" not in _standings(run, demo, "--edition", "2023", "--since", "2022")
    git(demo, "tag", "--delete", "fortschreibung/2022")
    assert _standings(run, demo)["sprache-bildung.5"] == "in_force"  # nobody knows
    shutil.rmtree(demo / ".git")
    assert _standings(run, demo)["sprache-bildung.5"] == "in_force"


def test_before_anything_is_adopted_all_goals_are_those_of_the_draft(run: Run, demo: Path) -> None:
    for name in ("2022", "2023"):
        (demo / f"fortschreibungen/{name}.yaml").unlink()
    assert set(_standings(run, demo, "--since", "2024-01-01").values()) == {"to_come"}
    (demo / "fortschreibungen/2022.yaml").write_text("titel: [", encoding="utf-8")
    assert set(_standings(run, demo, "--since", "2024-01-01").values()) == {"ended", "in_force", "to_come"}


def test_a_file_that_cannot_be_read_is_named(run: Run, demo: Path) -> None:
    (demo / "massnahmen/M-001.yaml").write_text("titel: [")
    for form in FORMS:
        done = run("report", "sachstand", "-C", demo, "--as-of", STORY_ENDS, "--format", form)
        assert done.code == 0
        assert "massnahmen/M-001.yaml" in done.err
        assert form == "text" or "massnahmen/M-001.yaml" in done.out.replace("\\", "")


# --- public and non-public -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_public_is_never_handed_on(form: str, run: Run, secret: Path) -> None:
    handed_on = form in {"markdown", "html"}
    arguments = ("report", "sachstand", "-C", secret, "--as-of", STORY_ENDS, "--format", form)
    done = run(*arguments, *([] if handed_on else ["--public"]))
    assert done.code == 0
    assert everything.CANARY not in done.out
    if form != "text":
        assert everything.CANARY in run(*arguments, *(["--internal"] if handed_on else [])).out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_internal_says_so(form: str, sachstand: Callable[..., Ran]) -> None:
    internal = sachstand("--format", form, "--internal").out
    assert "INTERN" in internal
    assert "Bericht beim Fachdienst zweimal angemahnt" in internal  # a measure's note
    assert "Beispielperson J" in internal  # who made a submission
    assert internal.count("Die Kritik an der Kursübersicht") == 1  # the note on an event with five submissions
    handed_on = sachstand("--format", form).out
    assert "INTERN" not in handed_on
    assert "angemahnt" not in handed_on
    assert "Beispielperson" not in handed_on


def test_internal_stands_on_the_screen_and_in_the_data(sachstand: Callable[..., Ran]) -> None:
    assert sachstand("--internal").out.splitlines()[0] == "INTERN"
    assert "INTERN" not in sachstand().out
    told = [json.loads(sachstand("--format", "json", *more).out)["internal"] for more in ([], ["--public"])]
    assert told == [True, False]
