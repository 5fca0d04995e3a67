"""``ikonzept measure add``: a new measure, linked both ways with the submission it comes from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import STORY_ENDS, Git, Ran
from ikonzept.commands.measure.ids import free_id

Run = Callable[..., Ran]
CAFE = ("--title", "Lesecafé", "--field", "sprache-bildung", "--kind", "Projekt", "--lead", "caritas")


@pytest.fixture
def add(run: Run, demo: Path) -> Callable[..., Ran]:
    """``measure add`` on a demo of one's own, on the day on which its story ends."""

    def call(*words: str) -> Ran:
        return run("measure", "add", "-C", demo, "--as-of", STORY_ENDS, *words)

    return call


def test_a_measure_and_its_submission_name_each_other(add: Callable[..., Ran], demo: Path, run: Run, git: Git) -> None:
    before = run("check", "-C", demo, "--as-of", STORY_ENDS, "--format", "plain").out
    tried = add(*CAFE, "--from", "2022-09-14-bildung.3", "--dry-run")
    assert (tried.code, "+titel: Lesecafé" in tried.out) == (0, True)
    assert not (demo / "massnahmen" / "M-026.yaml").exists()
    done = add(*CAFE, "--from", "2022-09-14-bildung.3", "--begin", "1.3.2025", "--participant", "jugendamt")
    assert (done.code, "M-026 steht in massnahmen/M-026.yaml" in done.out) == (0, True)
    assert (demo / "massnahmen" / "M-026.yaml").read_text(encoding="utf-8").splitlines() == [
        *("titel: Lesecafé", "handlungsfeld: sprache-bildung", "art: Projekt", "federfuehrung: caritas"),
        *("beteiligte: [jugendamt]", "laufzeit:", "  beginn: 2025-03-01", "anregungen: [2022-09-14-bildung.3]"),
        *("verlauf:", "  - datum: 2024-10-15", "    status: vorgeschlagen"),
    ]
    came = [line for line in git(demo, "diff", "--unified=0", "beteiligung").splitlines() if line[:2] in {"+ ", "- "}]
    assert came == ["-    fuehrt_zu: [M-012]", "+    fuehrt_zu: [M-012, M-026]"]
    after = run("check", "-C", demo, "--as-of", STORY_ENDS, "--format", "plain").out
    assert "M-026" not in after.replace(before, "")
    assert add(*CAFE, "--from", "2022-09-14-bildung.3").out.strip() == "unverändert"


def test_a_commit_holds_both_files(add: Callable[..., Ran], demo: Path, git: Git) -> None:
    git(demo, "stash", "--quiet")
    assert add(*CAFE, "--from", "2022-09-14-bildung.3", "--commit").code == 0
    assert len(git(demo, "show", "--name-only", "--format=", "HEAD").split()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--title", "Lesecafé"), "--field, --kind, --lead"),
        ((*CAFE, "--id", "M-001"), "„M-001“ gibt es schon: Kreisweite Sprachmittlung"),
        ((*CAFE[:2], "--field", "sprache-bildun", *CAFE[4:]), "sprache-bildung"),
        ((*CAFE, "--goal", "sprache-bildung.99"), "sprache-bildung.99"),
        ((*CAFE, "--participant", "niemand"), "niemand"),
        ((*CAFE, "--from", "2022-09-14-bildung.99"), "2022-09-14-bildung.99"),
        ((*CAFE, "--begin", "bald"), "bald"),
    ],
)
def test_what_cannot_be(words: tuple[str, ...], said: str, add: Callable[..., Ran], demo: Path) -> None:
    refused = add(*words)
    assert (refused.code, said in refused.err) == (2, True)
    assert not (demo / "massnahmen" / "M-026.yaml").exists()


def test_the_id_of_a_file_that_cannot_be_read_is_not_free(add: Callable[..., Ran], demo: Path) -> None:
    file = demo / "massnahmen" / "M-026.yaml"
    file.write_text("titel: [", encoding="utf-8")
    assert "M-027 steht in" in add(*CAFE).out
    refused = add(*CAFE[:1], "Anderes", *CAFE[2:], "--id", "M-026")
    assert (refused.code, "nicht lesbar" in refused.err) == (3, True)
    assert file.read_text(encoding="utf-8") == "titel: ["


def test_a_submission_in_braces_is_left_to_people(add: Callable[..., Ran], demo: Path) -> None:
    file = demo / "beteiligung" / "2022-09-14-bildung.yaml"
    head = file.read_text(encoding="utf-8").partition("anregungen:")[0]
    file.write_text(f"{head}anregungen:\n  - {{nummer: 3, text: Mehr}}\n", encoding="utf-8")
    refused = add(*CAFE, "--from", "2022-09-14-bildung.3")
    assert (refused.code, "in Klammern" in refused.err) == (3, True)
    assert not (demo / "massnahmen" / "M-026.yaml").exists()


def test_what_no_option_gives_is_asked_for(
    add: Callable[..., Ran], demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["Lesecafé", "gibtesnicht", "Sprache und Bildung", "1", "CARITAS"])
    monkeypatch.setattr("ikonzept.commands.measure.beginning.interactive", lambda: True)
    monkeypatch.setattr("ikonzept.commands.measure.prompts.typer.prompt", lambda _: next(answers))
    asked = add()
    assert (asked.code, "sprache-bildung  Sprache und Bildung" in asked.out) == (0, True)
    assert "steht nicht zur Wahl" in asked.out
    assert (demo / "massnahmen" / "M-026.yaml").exists()
    assert add("--no-input").code == 2


@pytest.mark.parametrize(
    ("known", "free"),
    [
        ([], "M-001"),
        (["M-009", "M-2"], "M-010"),
        (["M-999"], "M-1000"),
        (["17"], "18"),
        (["M-026", "M-27"], "M-028"),
        (["alt"], "M-001"),
    ],
)
def test_the_next_free_id(known: list[str], free: str) -> None:
    assert free_id(known) == free


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*CAFE, "--description", "Anders"), "--description"),
        ((*CAFE, "--from", "2022-09-14-bildung.3"), "--from"),
        ((*CAFE, "--from", "2022-09-14-bildung.99"), "2022-09-14-bildung.99"),
        ((*CAFE, "--description", " "), "--description"),
        (("--title", "  ", *CAFE[2:]), "--title"),
        ((*CAFE, "--begin", ""), "--begin"),
        (("--title", "Neu", *CAFE[2:], "--id", "m-026"), "M-026"),
        (("--title", "Neu", *CAFE[2:], "--id", "M-26"), "M-026"),
    ],
)
def test_nothing_that_was_said_is_lost(words: tuple[str, ...], said: str, add: Callable[..., Ran], demo: Path) -> None:
    assert add(*CAFE).code == 0
    before = {path.name: path.read_bytes() for path in (demo / "massnahmen").iterdir()}
    refused = add(*words)
    assert (refused.code, said in refused.err) == (2, True), refused.err
    assert {path.name: path.read_bytes() for path in (demo / "massnahmen").iterdir()} == before


def test_what_would_be_an_error_is_not_begun(add: Callable[..., Ran], demo: Path) -> None:
    refused = add(*CAFE, "--begin", "2025-12-31", "--end", "2025-01-01")
    assert (refused.code, "end-before-begin" in refused.out) == (1, True)
    assert not (demo / "massnahmen" / "M-026.yaml").exists()


def test_several_submissions_are_linked(add: Callable[..., Ran], demo: Path) -> None:
    names = ("2022-09-14-bildung.1", "2022-09-14-bildung.3", "2022-10-12-wohnen.1")
    assert add(*CAFE, *(word for name in names for word in ("--from", name))).code == 0
    assert f"anregungen: [{', '.join(names)}]" in (demo / "massnahmen" / "M-026.yaml").read_text(encoding="utf-8")
    for name, count in (("2022-09-14-bildung", 2), ("2022-10-12-wohnen", 1)):
        assert (demo / "beteiligung" / f"{name}.yaml").read_text(encoding="utf-8").count("M-026") == count


def test_a_deleted_id_is_not_given_again(add: Callable[..., Ran], demo: Path, git: Git) -> None:
    assert add(*CAFE, "--commit").code == 0
    git(demo, "rm", "--quiet", "massnahmen/M-026.yaml")
    git(demo, "commit", "--quiet", "--message", "weg")
    refused = add(*CAFE, "--id", "M-026")
    assert (refused.code, "gelöscht" in refused.err) == (2, True)
    assert "M-027" in add(*CAFE).out
