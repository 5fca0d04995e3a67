"""``ikonzept measure edit``: what is in order is taken over, all else is refused and kept."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import STORY_ENDS, Git, Ran
from ikonzept.commands.measure import editing

Run = Callable[..., Ran]
Edit = Callable[..., Ran]


@pytest.fixture
def edit(run: Run, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """``measure edit M-005`` with an editor that runs some Python on ``text``; more calls run more of it."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def call(*steps: str, name: str = "M-005", words: tuple[str, ...] = ()) -> Ran:
        script, seen = tmp_path / "editor.py", tmp_path / "seen"
        cases = "".join(f"if n == {index}:\n    {step}\n" for index, step in enumerate(steps))
        script.write_text(
            "import pathlib, sys\n"
            f"seen = pathlib.Path({str(seen)!r})\n"
            "n = len(seen.read_text()) if seen.exists() else 0\n"
            "seen.write_text('x' * (n + 1))\n"
            "file = pathlib.Path(sys.argv[1])\n"
            "text = file.read_bytes().decode()\n"
            f"{cases}"
            "file.write_bytes(text.encode())\n",
            encoding="utf-8",
        )
        seen.unlink(missing_ok=True)
        monkeypatch.setenv("IKONZEPT_EDITOR", f'"{sys.executable}" "{script}"')
        return run("measure", "edit", "-C", demo, "--as-of", STORY_ENDS, name, *words)

    return call


def file_of(demo: Path, name: str = "M-005") -> Path:
    return demo / "massnahmen" / f"{name}.yaml"


def drafts(tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.glob("ikonzept-*/*.yaml"))


TITLE = "text = text.replace('titel: Beratung', 'titel: Offene Beratung')"
WRONG = "text = text.replace('art: ', 'artt: ')"


def test_what_is_in_order_is_taken_over(edit: Edit, demo: Path, tmp_path: Path) -> None:
    before = file_of(demo).read_text(encoding="utf-8")
    done = edit(TITLE)
    assert (done.code, done.out) == (0, "M-005 ist geändert. → ikonzept diff --id M-005\n")
    assert file_of(demo).read_text(encoding="utf-8") == before.replace("titel: Beratung", "titel: Offene Beratung")
    assert drafts(tmp_path) == []
    assert edit("pass").out == "unverändert\n"
    assert drafts(tmp_path) == []


def test_a_try_and_a_commit(edit: Edit, demo: Path, git: Git) -> None:
    before = file_of(demo).read_bytes()
    tried = edit(TITLE, words=("--dry-run",))
    assert (tried.code, "+titel: Offene Beratung" in tried.out, file_of(demo).read_bytes()) == (0, True, before)
    assert edit(TITLE, words=("--commit",)).code == 0
    assert git(demo, "show", "--name-only", "--format=%s", "HEAD").split() == [
        "M-005",
        "bearbeitet",
        "massnahmen/M-005.yaml",
    ]


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (WRONG, "schema-unknown-key"),
        ("text = text.replace('handlungsfeld: ', 'handlungsfeld: x')", "unknown-action-field"),
        ("text = text + 'titel: [\\n'", "syntax"),
        ("text = text.replace('status: begonnen', 'status: zurückgestellt')", "status-step-without-reason"),
    ],
)
def test_what_is_not_in_order_is_refused_and_kept(step: str, code: str, edit: Edit, demo: Path, tmp_path: Path) -> None:
    before = file_of(demo).read_bytes()
    refused = edit(step, words=("--no-input",))
    assert (refused.code, code in refused.out) == (1, True), refused.out
    assert file_of(demo).read_bytes() == before
    (draft,) = drafts(tmp_path)
    assert str(draft) in refused.err
    on = re.search(r"--draft (\S+)", refused.err)
    assert on is not None
    mended = edit(f"text = {before.decode()!r}", words=("--draft", on[1]))
    assert mended.out == "unverändert\n"


def test_on_a_terminal_it_is_asked_again(
    edit: Edit, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "interactive", lambda: True)
    monkeypatch.setattr(editing, "agreed", lambda _: True)
    assert edit(WRONG, "text = text.replace('artt: ', 'art: ') + '# gut\\n'").code == 0
    assert file_of(demo).read_text(encoding="utf-8").endswith("# gut\n")
    assert drafts(tmp_path) == []


def test_line_ends_stay(edit: Edit, demo: Path) -> None:
    before = file_of(demo).read_bytes().replace(b"\n", b"\r\n")
    file_of(demo).write_bytes(before)
    assert edit(f"{TITLE}.replace('\\r\\n', '\\n')").code == 0
    assert file_of(demo).read_bytes() == before.replace(b"titel: Beratung", b"titel: Offene Beratung")


def test_a_file_that_cannot_be_read_is_mended(edit: Edit, demo: Path) -> None:
    sound = file_of(demo).read_text(encoding="utf-8")
    file_of(demo).write_text(f"{sound}titel: [\n", encoding="utf-8")
    assert edit("text = text + '# noch nicht\\n'", words=("--no-input",)).code == 1
    assert edit("text = text.replace('titel: [\\n', '')").code == 0
    assert file_of(demo).read_text(encoding="utf-8") == sound


def test_a_file_that_changed_meanwhile_is_left_alone(edit: Edit, demo: Path, tmp_path: Path) -> None:
    other = f"import pathlib as p; q = p.Path({str(file_of(demo))!r}); q.write_bytes(q.read_bytes() + b'# anderswo'); "
    refused = edit(other + TITLE)
    assert refused.code == 3
    assert file_of(demo).read_bytes().endswith(b"# anderswo")
    assert len(drafts(tmp_path)) == 1
    assert str(drafts(tmp_path)[0]) in refused.err


def test_what_came_meanwhile_comes_into_the_draft(edit: Edit, run: Run, demo: Path, tmp_path: Path) -> None:
    edit(WRONG, words=("--no-input",))
    (draft,) = drafts(tmp_path)
    run("measure", "sachstand", "-C", demo, "--as-of", STORY_ENDS, "M-005", "--text", "Inzwischen.")
    done = edit("text = text.replace('artt: ', 'art: ') + '# gut\\n'", words=("--draft", str(draft)))
    assert (done.code, "dazukam" in done.err) == (0, True)
    said = file_of(demo).read_text(encoding="utf-8")
    assert ("sachstand: Inzwischen." in said, said.endswith("# gut\n")) == (True, True)
    assert drafts(tmp_path) == []


def test_what_both_changed_stands_in_the_draft_twice(edit: Edit, demo: Path, tmp_path: Path) -> None:
    edit(f"{TITLE}.replace('art: ', 'artt: ')", words=("--no-input",))
    (draft,) = drafts(tmp_path)
    other = file_of(demo).read_text(encoding="utf-8").replace("titel: Beratung", "titel: Andere Beratung")
    file_of(demo).write_text(other, encoding="utf-8")
    refused = edit("pass", words=("--draft", str(draft), "--no-input"))
    assert (refused.code, "<<<<<<<" in refused.err, "syntax-conflict" in refused.out) == (1, True, True)
    assert file_of(demo).read_text(encoding="utf-8") == other
    kept = draft.read_text(encoding="utf-8")
    assert ("titel: Andere Beratung" in kept, "titel: Offene Beratung" in kept) == (True, True)


@pytest.mark.parametrize("name", ["massnahmen", "massnahmen/M-002.yaml", "massnahmen/M-005.yaml", "nirgends.yaml"])
def test_what_is_no_draft(name: str, edit: Edit, demo: Path) -> None:
    before = file_of(demo).read_bytes()
    refused = edit("pass", words=("--draft", str(demo / name)))
    assert (refused.code, "kein Entwurf" in refused.err) == (2, True)
    assert file_of(demo).read_bytes() == before


@pytest.mark.parametrize(
    ("step", "kept"), [("sys.exit(3)", 0), ("file.write_text('x'); sys.exit(3)", 1), ("file.unlink(); sys.exit()", 0)]
)
def test_an_editor_that_fails(step: str, kept: int, edit: Edit, demo: Path, tmp_path: Path) -> None:
    before = file_of(demo).read_bytes()
    assert edit(step).code == 3
    assert file_of(demo).read_bytes() == before
    assert len(drafts(tmp_path)) == kept


@pytest.mark.parametrize("editor", ["gibt-es-nicht", "'", " "])
def test_no_such_editor(editor: str, run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKONZEPT_EDITOR", editor)
    assert run("measure", "edit", "-C", demo, "M-005").code == 2


def test_no_editor_and_no_terminal(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IKONZEPT_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    refused = run("measure", "edit", "-C", demo, "M-005")
    assert (refused.code, "EDITOR" in refused.err) == (2, True)


def test_no_such_measure(edit: Edit) -> None:
    assert edit("pass", name="M-099").code == 2


def test_entries_that_are_gone_are_told(edit: Edit) -> None:
    gone = edit("text = text.replace('2023-07-10', '2023-07-11')")
    assert (gone.code, "10.07.2023" in gone.err) == (0, True)
    assert "Verlauf" not in edit(TITLE).err
