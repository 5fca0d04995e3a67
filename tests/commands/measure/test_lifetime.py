"""``ikonzept measure log`` and ``timeline``: a measure's life, told and drawn."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import STORY_ENDS, Git, Ran

Run = Callable[..., Ran]
Golden = Callable[[str, str], None]


@pytest.fixture
def measure(run: Run, made_demo: Path) -> Callable[..., Ran]:
    """``measure`` on the demo, on the day on which its story ends."""

    def call(*words: str) -> Ran:
        return run("measure", words[0], "-C", made_demo, "--as-of", STORY_ENDS, *words[1:])

    return call


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("measure-log-M-004.txt", ("log", "M-004")),
        ("measure-log-M-015.txt", ("log", "M-015")),
        ("measure-log.json", ("log", "M-015", "--format", "json")),
        ("measure-timeline.txt", ("timeline",)),
        ("measure-timeline-cut.txt", ("timeline", "--field", "sprache-bildung", "--from", "2024-01-01")),
        ("measure-timeline.json", ("timeline", "--overdue", "--format", "json")),
    ],
)
def test_what_people_see(name: str, words: tuple[str, ...], measure: Callable[..., Ran], golden: Golden) -> None:
    done = measure(*words)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(
    width: int, measure: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ikonzept.render.terminal.PIPED_WIDTH", width)
    for words in (("timeline",), ("log", "M-015")):
        assert [line for line in measure(*words).out.splitlines() if len(line) > width] == []


def test_without_git_the_files_tell(run: Run, demo: Path) -> None:
    (demo / ".git").rename(demo / "weg")
    done = run("measure", "log", "-C", demo, "M-004")
    assert (done.code, "Ohne git" in done.err, "übergegangen" in done.out) == (0, True, True)
    assert json.loads(run("measure", "log", "-C", demo, "M-004", "--format", "json").out)["revisions"] is None


def test_what_is_public(run: Run, demo: Path, git: Git) -> None:
    git(demo, "config", "user.name", "Erika Muster")
    file = demo / "massnahmen" / "M-004.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "intern: KANARI\n", encoding="utf-8")
    git(demo, "commit", "--quiet", "--all", "--message", "KANARI")
    shown = run("measure", "log", "-C", demo, "M-004", "--public")
    assert (shown.code, "KANARI" in shown.out, "Erika" in shown.out, "übergegangen" in shown.out) == (
        *(0, False, False),
        True,
    )
    assert "KANARI" in run("measure", "log", "-C", demo, "M-004").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log", "M-099"), "gibt es nicht: M-099"),
        (("timeline", "--from", "2024-05-01", "--to", "2024-01-01"), "liegt vor"),
        (("timeline", "--from", "bald"), "bald"),
        (("timeline", "--field", "nirgends"), "nirgends"),
    ],
)
def test_what_cannot_be(words: tuple[str, ...], said: str, measure: Callable[..., Ran]) -> None:
    refused = measure(*words)
    assert (refused.code, said in refused.err) == (2, True)


def test_nothing_to_draw(measure: Callable[..., Ran]) -> None:
    assert measure("timeline", "--text", "xyzzy").code == 0
