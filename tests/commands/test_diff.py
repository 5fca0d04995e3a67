"""``ikonzept diff``."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest

import everything
from conftest import STORY_ENDS, Ran
from ikonzept.repository.reading import Repository

Run = Callable[..., Ran]
Git = Callable[..., str]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("diff-2022-2023.stat.txt", ["2022", "2023", "--stat"]),
        ("diff-2023-2024.txt", ["2023", "2024"]),
        ("diff-2023-2024.inhalt.txt", ["2023", "2024", "--only", "inhalt"]),
        ("diff-2023-2024.md", ["2023", "2024", "--only", "inhalt", "--format", "markdown"]),
        ("diff-2023-2024.inhalt.html", ["2023", "2024", "--only", "inhalt", "--format", "html"]),
        ("diff-M-012.txt", ["HEAD", "--id", "M-012"]),
        ("diff-M-012.json", ["HEAD", "--id", "M-012", "--format", "json"]),
        ("diff-field.txt", ["--field", "wohnen-zusammenleben"]),
        ("diff-unit.txt", ["2023", "2024", "--unit", "caritas", "--stat"]),
        ("diff-names.txt", ["HEAD~1", "HEAD", "--name-only"]),
    ],
)
def test_the_diff(
    name: str, arguments: list[str], run: Run, made_demo: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("diff", *arguments, "-C", made_demo, "--as-of", STORY_ENDS)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


def test_the_draft_in_the_files_is_the_same_by_any_name(run: Run, made_demo: Path) -> None:
    named, files = (
        json.loads(run("diff", *states, "-C", made_demo, "--as-of", STORY_ENDS, "--format", "json").out)["changes"]
        for states in (("2023", "2024"), ())
    )
    assert [(item["id"], item["content"], item["execution"]) for item in files] == [
        (item["id"], item["content"], item["execution"]) for item in named
    ]
    assert any(item["id"] == "M-023" and item["content"] for item in files)


def test_what_else_happened_to_a_source_of_a_merge_is_shown(run: Run, demo: Path) -> None:
    """It went over into another measure; a Sachstand from before is news all the same."""
    shown = run("diff", "2023", "2024", "-C", demo, "--as-of", STORY_ENDS, "--format", "json").out
    gone = next(item for item in json.loads(shown)["changes"] if item["content"] == ["gone_over"])
    file = demo / "massnahmen" / f"{gone['id']}.yaml"
    text = file.read_text(encoding="utf-8")
    last = text.rindex("  - ", 0, text.index("übergegangen"))
    file.write_text(
        text[:last] + "  - {datum: 2023-12-31, sachstand: Zuletzt doppelt so viele}\n" + text[last:], encoding="utf-8"
    )
    assert "Zuletzt doppelt so viele" in run("diff", "2023", "2024", "-C", demo, "--as-of", STORY_ENDS).out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_too_wide(width: int, run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("diff", "2022", "2023", "-C", made_demo).out.splitlines()
    assert max(map(len, shown)) <= width


def test_json_is_as_its_schema_says(run: Run, made_demo: Path) -> None:
    schema = json.loads(run("schema", "output", "diff").out)
    for old, new in (("2022", "2023"), ("2023", "2024"), ("2023", "2023")):
        found = json.loads(run("diff", old, new, "-C", made_demo, "--format", "json").out)
        jsonschema.validate(found, schema)


def test_places_are_those_of_the_files(run: Run, made_demo: Path, git: Git) -> None:
    found = json.loads(run("diff", "2023", "2024", "-C", made_demo, "--format", "json").out)
    fields = [field for change in found["changes"] for field in change["fields"] if field["path"] == ["title"]]
    (title,) = [field for field in fields if field["old"] and field["new"]]
    place = title["old_place"]
    line = git(made_demo, "show", f"fortschreibung/2023:{place['path']}").splitlines()[place["line"] - 1]
    assert line[place["column"] - 1 :] == title["old"]


def test_exit_code_tells_whether_something_differs(run: Run, made_demo: Path) -> None:
    assert run("diff", "2022", "2023", "-C", made_demo, "--exit-code").code == 1
    assert run("diff", "2023", "2023", "-C", made_demo, "--exit-code").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["2025"], 2, "2025"),
        (["--", "--output=x"], 2, "--output=x"),
        (["2022", "2023", "--field", "sprach-bildung"], 2, "sprache-bildung"),
        (["2022", "2023", "--unit", "karitas"], 2, "caritas"),
        (["2022", "2023", "--id", "M-099"], 2, "M-099"),
        (["M-001"], 2, "ikonzept diff --id M-001"),
        (["2022", "2023", "--stat", "--name-only"], 2, "--name-only"),
        (["2022", "2023", "--stat", "--format", "json"], 2, "--format json"),
    ],
    ids=["edition", "like-an-option", "field", "unit", "id", "thing", "two-forms", "lines-as-json"],
)
def test_names_that_nothing_has(arguments: list[str], code: int, said: str, run: Run, made_demo: Path) -> None:
    done = run("diff", *arguments[:0], "-C", made_demo, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


@pytest.mark.parametrize(("range_of", "states"), [("2022..2023", ("2022", "2023")), ("2022..", ("2022",)), ("..", ())])
def test_two_states_as_git_takes_them(range_of: str, states: tuple[str, ...], run: Run, made_demo: Path) -> None:
    day = ("-C", made_demo, "--as-of", STORY_ENDS)
    assert run("diff", range_of, *day).out == run("diff", *states, *day).out


def test_what_exists_and_did_not_change(run: Run, made_demo: Path) -> None:
    """It is known, though only what differs is read; a Vorlage goes by its printed number."""
    for name in ("sprache-bildung.1", "haushalt/2022", "2024/112"):
        done = run("diff", "HEAD", "HEAD", "--id", name, "-C", made_demo)
        assert (done.code, done.err) == (0, "")
        assert "In der Auswahl gibt es keinen Unterschied." in done.out
    shown = run("diff", "2023", "2024", "--id", "2024/112", "-C", made_demo, "--as-of", STORY_ENDS)
    assert "Vorlage 2024/112" in shown.out


def test_what_changed_needs_no_look_at_the_whole_concept(
    run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ikonzept.commands.comparing.Pair.whole", None)
    done = run("diff", "2023", "2024", "--id", "M-012", "-C", made_demo, "--as-of", STORY_ENDS)
    assert (done.code, done.err) == (0, "")
    assert "M-012 Elterncafés an Grundschulen" in done.out


def test_a_file_that_cannot_be_read_is_named_with_what_to_do(run: Run, demo: Path) -> None:
    (demo / "massnahmen" / "M-001.yaml").write_text("titel: [", encoding="utf-8")
    for form in ("text", "markdown", "html"):
        done = run("diff", "2023", "-C", demo, "--as-of", STORY_ENDS, "--format", form)
        assert "massnahmen/M-001.yaml" in done.out
        assert "ikonzept check" in done.out
        assert ("Nicht lesbar und darum nicht verglichen: massnahmen/M-001.yaml" in done.err) is (form != "text")
    committed = run("diff", "2022", "2023", "-C", demo, "--as-of", STORY_ENDS).out
    assert "ikonzept check" not in committed


def test_a_chapter_says_from_where_to_where_it_moved(run: Run, demo: Path) -> None:
    chapter = min((demo / "texte").rglob("[0-9]*-*.md"))
    moved = chapter.with_name("90-" + chapter.name.split("-", 1)[1])
    chapter.rename(moved)
    shown = " ".join(run("diff", "HEAD", "-C", demo, "--as-of", STORY_ENDS).out.split())
    old, new = (path.relative_to(demo).as_posix() for path in (chapter, moved))
    assert f"verschoben von {old} nach {new}" in shown


def test_a_comment_is_never_too_long_and_counts_what_it_leaves_out(run: Run, demo: Path) -> None:
    template = (demo / "massnahmen" / "M-001.yaml").read_text(encoding="utf-8")
    for number in range(200, 500):
        (demo / "massnahmen" / f"M-{number}.yaml").write_text(template, encoding="utf-8")
    comment = run("diff", "HEAD", "-C", demo, "--as-of", STORY_ENDS, "--format", "markdown").out
    assert 40_000 < len(comment) <= 65_000
    shown = sum(line.startswith("- ") and not line.startswith("- **") for line in comment.splitlines())
    left_out = int(comment.rstrip().splitlines()[-1].split()[0])
    whole = run("diff", "HEAD", "-C", demo, "--as-of", STORY_ENDS, "--format", "json").out
    assert shown + left_out == len(json.loads(whole)["changes"])
    assert shown > 50, "there is room for the first ones of a section that does not fit as a whole"


def test_without_git(run: Run, secret: Path) -> None:
    done = run("diff", "-C", secret)
    assert (done.code, done.out) == (3, "")


def test_without_an_edition_in_force(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "neu", "--no-input")
    done = run("diff", "-C", tmp_path / "neu")
    assert done.code == 2
    assert run("diff", "HEAD", "-C", tmp_path / "neu").code == 0


@pytest.fixture
def history(secret: Path, tmp_path: Path, git: Git) -> Path:
    """A concept with a canary in every non-public field, all of it new since the first commit."""
    folder = tmp_path / "geheim"
    folder.mkdir()
    (folder / "konzept.yaml").write_text((secret / "konzept.yaml").read_text())
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Anfang")
    for path, text in everything.secret_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Alles")
    return folder


@pytest.mark.parametrize(
    "form", [["--format", "markdown"], ["--format", "html"], ["--public"], ["--format", "json", "--public"]]
)
def test_what_is_not_public_is_never_handed_on(form: list[str], run: Run, history: Path) -> None:
    assert everything.CANARY in run("diff", "HEAD~1", "HEAD", "-C", history).out
    assert everything.CANARY not in run("diff", "HEAD~1", "HEAD", "-C", history, *form).out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_internal_says_so(form: str, run: Run, history: Path) -> None:
    shown = run("diff", "HEAD~1", "HEAD", "-C", history, "--format", form, "--internal").out
    assert everything.CANARY in shown
    assert "INTERN" in shown


def test_unchanged_blobs_are_read_once_and_only_if_something_refers_to_them(
    run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch, git: Git
) -> None:
    asked: list[str] = []
    real = Repository.blobs

    def counted(self: Repository, ids: Iterator[str]) -> Iterator[bytes]:
        wanted = list(ids)
        asked.extend(wanted)
        return real(self, wanted)

    monkeypatch.setattr(Repository, "blobs", counted)
    assert run("diff", "HEAD~1", "HEAD", "-C", made_demo).code == 0
    names = {line.split()[2]: line.split("\t")[1] for line in git(made_demo, "ls-tree", "-r", "HEAD").splitlines()}
    changed = set(git(made_demo, "diff", "--name-only", "HEAD~1", "HEAD").splitlines())
    unchanged = [names[blob] for blob in asked if blob in names and names[blob] not in changed]
    assert len(unchanged) == len(set(unchanged))
    assert "konzept.yaml" in unchanged
    assert len(asked) == len(set(asked))
    assert len(unchanged) < len(names) / 2


def test_git_diff_speaks_of_measures(made_demo: Path, tmp_path: Path, git: Git) -> None:
    folder = Path(shutil.copytree(made_demo, tmp_path / "peine"))
    program = f'"{sys.executable}" -m ikonzept git-diff'
    shown = git(folder, "-c", f"diff.ikonzept.command={program}", "diff", "--", "massnahmen", "fortschreibungen")
    assert "M-012 Elterncafés an Grundschulen" in shown
    assert "{+Sachstand Das sechste Café" in shown
    assert "@@" not in shown
    file = folder / "massnahmen" / "M-012.yaml"
    file.write_text("titel: [", encoding="utf-8")
    assert "+titel: [" in git(folder, "-c", f"diff.ikonzept.command={program}", "diff", "--", "massnahmen")
    file.unlink()
    shown = git(folder, "-c", f"diff.ikonzept.command={program}", "diff", "--", "massnahmen")
    assert "− M-012" in shown
    git(folder, "checkout", "--quiet", "--", ".")
    git(folder, "mv", "massnahmen/M-003.yaml", "massnahmen/M-030.yaml")
    shown = git(folder, "-c", f"diff.ikonzept.command={program}", "diff", "--cached", "--find-renames")
    assert "massnahmen/M-030.yaml" in shown


def test_a_field_in_which_nothing_changed_is_known(run: Run, demo: Path) -> None:
    shown = run("diff", "HEAD", "HEAD", "-C", demo, "--field", "sprache-bildung")
    assert shown.code == 0
    assert "Kein" in shown.out or "keinen Unterschied" in shown.out
    unknown = run("diff", "HEAD", "HEAD", "-C", demo, "--field", "sprache-bildng")
    assert unknown.code == 2
    assert "sprache-bildung" in unknown.err


def test_criteria_are_compared_by_their_words(run: Run, demo: Path) -> None:
    file = demo / "handlungsfelder" / "sprache-bildung.yaml"
    said = file.read_text(encoding="utf-8")
    file.write_text(
        said.replace("Eltern mit kleinen Kindern können", "Eltern mit kleinen Kindern und Großeltern können"),
        encoding="utf-8",
    )
    shown = run("diff", "HEAD", "-C", demo, "--id", "sprache-bildung").out
    assert "Kriterien, Listenpunkt 2" in shown
    assert "Eltern mit kleinen Kindern {+und Großeltern+} können teilnehmen" in shown
    run("diff", "HEAD", "-C", demo, "--format", "json")
