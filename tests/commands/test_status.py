"""``ikonzept status``: golden screens, selections, editions, git; harmless and public where handed on."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import everything
from conftest import STORY_ENDS, Ran

Run = Callable[..., Ran]
Golden = Callable[[str, str], None]
Git = Callable[..., str]


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def status(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The overview on the day the story ends, as it is seen in the folder."""

    def call(path: Path, *arguments: object) -> str:
        with monkeypatch.context() as patch:
            patch.chdir(path)
            done = run("status", "--as-of", STORY_ENDS, *arguments)
        assert (done.code, done.err) == (0, "")
        return done.out

    return call


# --- golden ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["80", "100", "120"])
def test_the_screen(
    status: Callable[..., str], made_demo: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    golden(f"status-{columns}.txt", status(made_demo))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("status-field.txt", ["--field", "sprache-bildung"]),
        ("status-unit.txt", ["--unit", "caritas"]),
        ("status-edition.txt", ["--edition", "2022"]),
        ("status.md", ["--format", "markdown"]),
        ("status-field.md", ["--format", "markdown", "--field", "sprache-bildung"]),
        ("status.json", ["--format", "json"]),
    ],
)
def test_the_overview_in_other_forms(
    status: Callable[..., str], made_demo: Path, golden: Golden, name: str, arguments: list[str]
) -> None:
    golden(name, status(made_demo, *arguments))


def test_piped_it_is_a_hundred_columns_wide(status: Callable[..., str], made_demo: Path, golden: Golden) -> None:
    golden("status-100.txt", status(made_demo))


def test_the_same_day_gives_the_same_bytes(status: Callable[..., str], made_demo: Path) -> None:
    assert status(made_demo) == status(made_demo)


def test_colour_only_where_asked_for(
    status: Callable[..., str], made_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    plain, coloured = status(made_demo), status(made_demo, "--color", "always")
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_output_to_a_file(
    status: Callable[..., str], run: Run, made_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_demo)
    for form in ("text", "markdown", "json"):
        shown = status(made_demo, "--format", form)
        done = run("status", "--as-of", STORY_ENDS, "--format", form, "--output", tmp_path / form)
        assert (done.code, done.out) == (0, "")
        assert (tmp_path / form).read_text() == shown
        assert status(made_demo, "--format", form, "-o", "-") == shown


# --- where, when, what -----------------------------------------------------------------------------------------------


def test_from_any_subfolder_or_by_environment(
    run: Run, status: Callable[..., str], made_demo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = status(made_demo)
    assert status(made_demo / "monitoring/werte") == shown
    monkeypatch.chdir(made_demo / "haushalt")
    assert run("status", "--as-of", STORY_ENDS).out == shown
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IKONZEPT_AS_OF", "15.10.2024")
    monkeypatch.setenv("IKONZEPT_REPO", str(made_demo))
    assert run("status", "--format", "json").out == status(made_demo, "--format", "json")


def test_the_repository_before_the_command(run: Run, status: Callable[..., str], made_demo: Path) -> None:
    found = run("-C", made_demo, "status", "--as-of", STORY_ENDS, "--format", "json").out
    assert found == status(made_demo, "--format", "json")


@pytest.mark.parametrize("columns", ["40", "100"])
def test_a_named_command_can_be_copied(
    run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = " ".join(run("status", "-C", made_demo, "--as-of", STORY_ENDS).out.split())
    assert f"→ ikonzept status --edition 2023 -C {made_demo} --as-of {STORY_ENDS}" in shown
    assert f"→ ikonzept check -C {made_demo} --as-of {STORY_ENDS}" in shown


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["--field", "sprach-bildung"], "sprache-bildung"),
        (["--field", "caritas"], None),
        (["--unit", "karitas"], "caritas"),
        (["--edition", "2022x"], "2022"),
        (["--edition", "--all"], None),
        (["--edition", "x" * 50], None),
        (["--as-of", "gestern"], None),
        (["--as-of", "2024-02-30"], None),
        (["--format", "xml"], None),
    ],
)
def test_what_does_not_exist_is_wrong_usage(
    run: Run, made_demo: Path, arguments: list[str], nearest: str | None
) -> None:
    done = run("status", "-C", made_demo, *arguments)
    assert (done.code, done.out) == (2, "")
    assert nearest is None or nearest in done.err.splitlines()[-1]


def test_not_a_concept(run: Run, tmp_path: Path) -> None:
    done = run("status", "-C", tmp_path)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 2)


# --- editions and git ------------------------------------------------------------------------------------------------


def test_an_edition_that_another_has_replaced_says_so(status: Callable[..., str], made_demo: Path) -> None:
    shown = json.loads(status(made_demo, "--edition", "2022", "--as-of", "2024-10-15", "--format", "json"))
    assert (shown["in_force"]["id"], shown["successor"]["id"]) == ("2022", "2023")
    then = json.loads(status(made_demo, "--edition", "2022", "--as-of", "2023-06-30", "--format", "json"))
    assert then["successor"] is None
    for form in ("text", "markdown"):
        told = status(made_demo, "--edition", "2022", "--as-of", "2024-10-15", "--format", form)
        assert "2023" in told
        assert "überfällig" not in told


def test_on_a_day_in_the_past_what_came_later_is_left_out(status: Callable[..., str], made_demo: Path) -> None:
    shown = json.loads(status(made_demo, "--as-of", "2023-06-10", "--format", "json"))
    assert (shown["in_force"]["id"], shown["later_editions"], shown["open_editions"]) == ("2022", [], [])
    assert [item["paper"] for item in shown["meetings"] if item["paper"] == "2024/112"] == []
    assert (shown["total"]["total"], shown["total"]["unknown"]) == (20, 0)
    assert shown["files_are_later"] is True
    assert json.loads(status(made_demo, "--as-of", "2024-10-15", "--format", "json"))["files_are_later"] is False


def overview(text: str) -> dict[str, Any]:
    found = json.loads(text)
    found["deadlines"] = [item for item in found["deadlines"] if item["kind"] != "edition"]
    return {name: found[name] for name in found if name not in {"scope", "uncommitted", "shallow", "successor"}}


@pytest.mark.parametrize("edition", ["2022", "2023"])
def test_an_edition_is_the_concept_at_its_tag(
    status: Callable[..., str], made_demo: Path, tmp_path: Path, git: Git, edition: str
) -> None:
    git(
        tmp_path,
        "clone",
        "-q",
        "-b",
        f"fortschreibung/{edition}",
        "-c",
        "advice.detachedHead=false",
        str(made_demo),
        "klon",
    )
    at_tag = status(tmp_path / "klon", "--format", "json")
    assert overview(status(made_demo, "--edition", edition, "--format", "json")) == overview(at_tag)


def test_an_open_edition_is_the_working_tree(status: Callable[..., str], made_demo: Path) -> None:
    shown = status(made_demo, "--edition", "2024", "--format", "json")
    assert overview(shown) == overview(status(made_demo, "--format", "json"))


def test_any_revision_may_be_named(status: Callable[..., str], made_demo: Path) -> None:
    for name in ("fortschreibung/2023", "rev:refs/tags/fortschreibung/2023"):
        shown = overview(status(made_demo, "--edition", name, "--format", "json"))
        assert shown == overview(status(made_demo, "--edition", "2023", "--format", "json"))


def test_without_git(run: Run, status: Callable[..., str], demo: Path) -> None:
    with_git = json.loads(status(demo, "--format", "json"))
    shutil.rmtree(demo / ".git")
    without = json.loads(status(demo, "--format", "json"))
    assert (without["uncommitted"], without["in_force"]["tagged"]) == (None, None)
    assert {**with_git, "uncommitted": None, "in_force": None} == {**without, "in_force": None}
    assert run("status", "-C", demo, "--edition", "2022").code == 3
    assert run("status", "-C", demo, "--edition", "2024").code == 0, "an open edition is the working tree"


def test_without_the_program_git(
    status: Callable[..., str], demo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert json.loads(status(demo, "--format", "json"))["uncommitted"] is None


def test_in_a_subfolder_of_its_repository(status: Callable[..., str], demo: Path, tmp_path: Path, git: Git) -> None:
    top = tmp_path / "ablage"
    shutil.copytree(demo, top / "amt/konzept", ignore=shutil.ignore_patterns(".git"))
    (top / "anderes.txt").write_text("x")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "alles")
    git(top, "tag", "-am", "x", "fortschreibung/2023")
    (top / "anderes.txt").write_text("y")
    (top / "amt/konzept/massnahmen/M-001.yaml").write_text("# neu\n")
    shown = json.loads(status(top / "amt/konzept", "--format", "json"))
    assert shown["uncommitted"] == ["massnahmen/M-001.yaml"]
    assert shown["in_force"]["tagged"] is True
    committed = json.loads(status(top / "amt/konzept", "--edition", "2023", "--format", "json"))
    assert committed["measures"] == json.loads(status(demo, "--format", "json"))["measures"]


def test_a_missing_tag_and_a_shallow_clone_are_noticed(
    status: Callable[..., str], made_demo: Path, tmp_path: Path, git: Git
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", made_demo.as_uri(), "klon")
    shown = json.loads(status(tmp_path / "klon", "--format", "json"))
    assert (shown["shallow"], shown["in_force"]["tagged"]) == (True, False)
    for told in (status(tmp_path / "klon"), status(tmp_path / "klon", "--format", "markdown")):
        assert "git fetch --tags" in told
        assert "ikonzept edition verify 2023" in " ".join(told.split()), "it may have been adopted just here"


def test_a_broken_file_is_named_and_the_rest_shown(status: Callable[..., str], demo: Path) -> None:
    (demo / "massnahmen/M-001.yaml").write_text("titel: [")
    shown = json.loads(status(demo, "--format", "json"))
    assert shown["unreadable"] == ["massnahmen/M-001.yaml"]
    assert (shown["total"]["total"], shown["tally"]["errors"]) == (24, 1)
    assert "massnahmen/M-001.yaml" in status(demo)


# --- JSON ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [[], ["--field", "sprache-bildung"], ["--unit", "caritas"], ["--edition", "2022"], ["--public"]]
)
def test_json_is_as_its_schema_says(
    run: Run, status: Callable[..., str], made_demo: Path, arguments: list[str]
) -> None:
    schema = json.loads(run("schema", "output", "status").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(status(made_demo, "--format", "json", *arguments)), schema)


def test_an_empty_result_is_valid_json(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, {"konzept.yaml": "format: 2\n"})
    done = run("status", "-C", folder, "--format", "json")
    assert done.code == 0
    jsonschema.validate(json.loads(done.out), json.loads(run("schema", "output", "status").out))


# --- hostile texts ---------------------------------------------------------------------------------------------------

HOSTILE = (
    "[red]x[/]\x1b[31m<script>alert(1)</script>|`a` **b** ![i](http://x) &amp; =cmd|'x'!A1\n# Kopf\n\n- Punkt\u202e"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text is hostile; one more measure names nothing that exists."""
    files = everything.files(lambda *_: HOSTILE)
    measure = json.loads(files["massnahmen/M-001.yaml"])
    measure |= {"handlungsfeld": HOSTILE, "federfuehrung": HOSTILE, "beteiligte": [HOSTILE], "ziele": [HOSTILE]}
    paper = json.loads(files["vorlagen/2024-001.md"].split("---")[1])
    del paper["beratungsfolge"][0]["ergebnis"]
    paper["beratungsfolge"][0]["gremium"] = HOSTILE
    files["massnahmen/M-666.yaml"] = json.dumps(measure)
    files["vorlagen/2024-002.md"] = f"---\n{json.dumps(paper | {'nummer': '2024/002'})}\n---\n"
    return write(tmp_path_factory.mktemp("feindlich"), files)


SELECTIONS = ([], ["--field", "bildung"], ["--unit", "referat"])


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "field", "unit"])
def test_hostile_texts_are_harmless_on_the_terminal(
    status: Callable[..., str], hostile: Path, selection: list[str]
) -> None:
    shown = status(hostile, *selection)
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert "[red]x[/]�[31m<script>" in shown


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "field", "unit"])
def test_hostile_texts_are_harmless_in_markdown(
    status: Callable[..., str], hostile: Path, selection: list[str]
) -> None:
    shown = status(hostile, "--format", "markdown", "--internal", *selection)
    bare = re.sub(r"\\.", "", shown)  # without what is escaped
    assert "script" in bare
    assert not set("<>`[]&!\x1b\u202e") & set(bare)
    assert [line for line in shown.splitlines() if line.startswith("#")][0].startswith("# \\[red\\]")  # noqa: RUF015
    assert not re.search(r"^# Kopf|^- Punkt", shown, re.MULTILINE)
    for table in re.findall(r"(?:^\|.*\n)+", bare, re.MULTILINE):
        assert len({line.count("|") for line in table.splitlines()}) == 1


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "field", "unit"])
def test_hostile_texts_are_data_in_json(status: Callable[..., str], hostile: Path, selection: list[str]) -> None:
    shown = status(hostile, "--format", "json", *selection)
    assert "\x1b" not in shown
    assert json.loads(shown)["title"] == HOSTILE.strip()


def test_hostile_texts_are_harmless_in_check(run: Run, hostile: Path) -> None:
    for form in ("text", "plain"):
        done = run("check", "-C", hostile, "--format", form)
        assert done.code == 1
        assert all(character.isprintable() or character == "\n" for character in done.out)
        assert form == "text" or all(re.match(r"[\w/.-]+:\d+:\d+: ", line) for line in done.out.splitlines())
    assert json.loads(run("check", "-C", hostile, "--format", "json").out)["findings"]


# --- public and non-public -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "field", "unit"])
@pytest.mark.parametrize(
    "form",
    [["--format", "markdown"], ["--public"], ["--format", "json", "--public"], ["--format", "markdown", "--public"]],
)
def test_what_is_not_public_is_never_handed_on(
    status: Callable[..., str], secret: Path, form: list[str], selection: list[str]
) -> None:
    assert everything.CANARY not in status(secret, *form, *selection)


def test_the_coordinator_sees_it(status: Callable[..., str], secret: Path) -> None:
    for form in ([], ["--format", "json"], ["--format", "markdown", "--internal"]):
        assert everything.CANARY in status(secret, *form)


def test_internal_stands_on_the_page(status: Callable[..., str], secret: Path) -> None:
    assert "**INTERN**" in status(secret, "--format", "markdown", "--internal").splitlines()
    assert "INTERN" not in status(secret, "--format", "markdown")


def test_public_and_internal_exclude_each_other(run: Run, secret: Path) -> None:
    assert run("status", "-C", secret, "--format", "markdown", "--public", "--internal").code == 2


# --- a reader who goes -----------------------------------------------------------------------------------------------

IKONZEPT = [sys.executable, "-c", "import sys; from ikonzept.cli import main; sys.exit(main())"]


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_broken_pipe_ends_silently(made_demo: Path, form: str) -> None:
    program = subprocess.Popen(
        [*IKONZEPT, "status", "-C", str(made_demo), "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    program.wait()
