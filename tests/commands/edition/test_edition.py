"""``ikonzept edition``: what it shows, and whether what was adopted still stands."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from adoptions import (
    ADOPT,
    Git,
    broken,
    deleted,
    early,
    moved,
    plain,
    reopened,
    rewritten,
    squashed,
    unreadable,
    untagged,
)
from conftest import STORY_ENDS, Ran, Run


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("edition-list.txt", ["list"]),
        ("edition-list.json", ["list", "--format", "json"]),
        ("edition-show.txt", ["show", "2023"]),
        ("edition-verify.txt", ["verify"]),
        ("edition-log.txt", ["log"]),
        ("edition-log-M-001.txt", ["log", "M-001"]),
        ("edition-log-M-004.txt", ["log", "M-004"]),
        ("edition-log-M-015.txt", ["log", "M-015"]),
    ],
)
def test_what_is_shown(
    name: str, arguments: list[str], run: Run, made_demo: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("edition", *arguments, "-C", made_demo, "--as-of", STORY_ENDS)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize("command", ["list", "verify"])
def test_json_is_as_its_schema_says(command: str, run: Run, made_demo: Path) -> None:
    schema = json.loads(run("schema", "output", f"edition-{command}").out)
    found = run("edition", command, "-C", made_demo, "--as-of", STORY_ENDS, "--format", "json").out
    jsonschema.validate(json.loads(found), schema)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_too_wide(width: int, run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in (["list"], ["verify"], ["log"], ["log", "M-004"], ["show", "2022"]):
        shown = run("edition", *words, "-C", made_demo, "--as-of", STORY_ENDS).out.splitlines()
        assert max(map(len, shown)) <= width, words


def test_an_unknown_edition(edition: Callable[..., Ran]) -> None:
    done = edition("show", "2034")
    assert (done.code, done.out) == (2, "")


def test_the_log_goes_on_with_what_a_measure_went_over_into(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    for name in ("M-009", "M-015"):
        with (demo / "massnahmen" / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write("  - {datum: 2024-12-05, sachstand: Zwölf Familien}\n")
    git(demo, "commit", "--quiet", "--all", "--message=Sachstand")
    last = edition("log", "M-004").out.rpartition("\n\n")[2].splitlines()
    assert last[1:] == ["  M-015 Willkommensbegleitung: neuer Sachstand", "  Sachstand"]


def test_the_log_follows_two_steps_in_one_commit(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    heir = (demo / "massnahmen" / "M-015.yaml").read_text(encoding="utf-8")
    for name, source in (("M-030", "M-006"), ("M-031", "M-030")):
        text = heir.replace("zusammengeführt, aus: [M-004, M-009]", f"übernommen, aus: [{source}]")
        (demo / "massnahmen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    git(demo, "add", ".")
    git(demo, "commit", "--quiet", "--message=Zweimal")
    told = edition("log", "M-006").out
    assert "übergegangen in M-030 Willkommensbegleitung, M-031 Willkommensbegleitung" in told
    assert "  M-031 Willkommensbegleitung: " in told


@pytest.mark.parametrize(
    "name",
    [
        *("haushalt/2024", "2024/112", "4271200", "H-2024-01", "leitbild", "bevoelkerung", "caritas", "kreistag"),
        *("verstaendnis", "konzept.yaml", "2022-09-14-bildung.1", "sprache-bildung", "sprache-bildung.1", "2023"),
    ],
)
def test_the_log_of_anything_begins_where_it_was_new(name: str, run: Run, made_demo: Path) -> None:
    done = run("edition", "log", name, "-C", made_demo)
    assert (done.code, done.err) == (0, "")
    assert "neu" in done.out.split("\n\n")[1]


def test_the_log_of_what_is_not_committed_says_so(edition: Callable[..., Ran]) -> None:
    assert edition("create", "2025").code == 0
    assert "fortschreibungen/2025.yaml" in edition("log", "2025").out.splitlines()[1]


@pytest.mark.parametrize("command", [["show", "2024"], ["advance", "2024", "Beteiligung"], [*ADOPT]])
def test_an_edition_that_cannot_be_read_is_not_unknown(
    command: list[str], edition: Callable[..., Ran], demo: Path
) -> None:
    (demo / "fortschreibungen" / "2024.yaml").write_text("titel: [", encoding="utf-8")
    done = edition(*command)
    assert (done.code, done.out) == (3, "")
    assert "fortschreibungen/2024.yaml" in done.err
    assert "ikonzept check" in done.err


def flaws(done: Ran) -> dict[str, list[str]]:
    return {item["id"]: item["flaws"] for item in json.loads(done.out)["verdicts"]}


@pytest.mark.parametrize(
    ("spoil", "expected", "code"),
    [
        (reopened, ["record-reopened"], 1),
        (deleted, ["record-gone"], 1),
        (untagged, ["tag-missing"], 1),
        (unreadable, ["tag-unreadable"], 1),
        (broken, ["tag-broken"], 1),
        (squashed, ["not-in-history"], 1),
        (rewritten, ["record-changed"], 1),
        (moved, ["adopted-before"], 1),
        (early, ["not-adopted-there"], 1),
        (plain, ["tag-plain"], 0),
    ],
)
def test_verify(  # noqa: PLR0913, PLR0917
    spoil: Callable[[Path, Git], None],
    expected: list[str],
    code: int,
    edition: Callable[..., Ran],
    demo: Path,
    git: Git,
) -> None:
    spoil(demo, git)
    done = edition("verify", "2023", "--format", "json")
    assert (done.code, flaws(done)) == (code, {"2023": expected})
    assert edition("verify", "2023").code == code


def test_an_internal_note_was_not_adopted(edition: Callable[..., Ran], demo: Path) -> None:
    file = demo / "fortschreibungen" / "2023.yaml"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("intern:")]
    file.write_text("\n".join([*kept, "intern: Eine andere Notiz", ""]), encoding="utf-8")
    done = edition("verify", "2023", "--format", "json")
    assert (done.code, flaws(done)) == (0, {"2023": []})


@pytest.mark.parametrize("spoil", [reopened, deleted])
def test_all_editions_are_looked_at_by_their_tags_too(
    spoil: Callable[[Path, Git], None], edition: Callable[..., Ran], demo: Path, git: Git
) -> None:
    spoil(demo, git)
    done = edition("verify", "--format", "json")
    assert (done.code, set(flaws(done))) == (1, {"2022", "2023"})


def test_of_a_draft_there_is_nothing_to_prove(edition: Callable[..., Ran]) -> None:
    done = edition("verify", "2024")
    assert (done.code, done.out) == (0, "")
    assert "noch nicht beschlossen" in done.err


def test_a_shallow_clone_cannot_tell(run: Run, made_demo: Path, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", f"file://{made_demo}", "flach")
    done = run("edition", "verify", "-C", tmp_path / "flach", "--as-of", STORY_ENDS, "--format", "json")
    assert (done.code, flaws(done)) == (0, {"2022": ["tag-shallow"], "2023": ["tag-shallow"]})
    assert "✓" not in run("edition", "verify", "-C", tmp_path / "flach", "--as-of", STORY_ENDS).out


def test_content_that_changed_without_a_draft(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT).code == 0
    file = decided / "massnahmen" / "M-006.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("titel: ", "titel: Neue "), encoding="utf-8")
    done = edition("verify", "--format", "json")
    assert done.code == 1
    assert [item["id"] for item in json.loads(done.out)["strayed"]] == ["M-006"]
    assert edition("create", "2025").code == 0
    assert edition("verify").code == 0


def test_what_happens_meanwhile_is_no_change_of_content(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT).code == 0
    with (decided / "massnahmen" / "M-006.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {datum: 2024-12-05, sachstand: Nachfrage hält an}\n")
    assert edition("verify").code == 0
