"""Changes are made whole or not at all."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept import transaction
from ikonzept.errors import IkonzeptError
from ikonzept.repository import Commit, Person

FILES = {"konzept.yaml": b"format: 1\n", "massnahmen/M-001.yaml": b"titel: a\n", "texte/teil-1/10-a.md": b"---\n"}
COMMITS = [
    Commit(FILES, Person("Erika", "e@example.org"), datetime(2024, 1, 1, tzinfo=UTC), "eins", "fortschreibung/1", "Eins"),
    Commit({"konzept.yaml": b"format: 2\n"}, Person("Erika", "e@example.org"), datetime(2024, 1, 2, tzinfo=UTC), "zwei"),
]  # fmt: skip


def listing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


# --- found -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["neu", "a/b/neu"])
def test_a_new_folder_gets_commits_and_files(tmp_path: Path, name: str, git: Callable[..., str]) -> None:
    folder = tmp_path / name
    transaction.found(folder, COMMITS, {"massnahmen/M-002.yaml": b"titel: b\n"})
    assert listing(folder) == FILES | {"konzept.yaml": b"format: 2\n", "massnahmen/M-002.yaml": b"titel: b\n"}
    assert git(folder, "log", "--format=%s").split() == ["zwei", "eins"]
    assert git(folder, "tag").split() == ["fortschreibung/1"]
    assert git(folder, "status", "--porcelain", "-uall").splitlines() == ["?? massnahmen/M-002.yaml"]
    assert [path.name for path in folder.iterdir() if path.name.startswith(".ikonzept")] == []


def test_without_commits_there_is_no_repository(tmp_path: Path) -> None:
    transaction.found(tmp_path / "neu", [], FILES)
    assert listing(tmp_path / "neu") == FILES
    assert not (tmp_path / "neu/.git").exists()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    transaction.found(tmp_path, COMMITS)
    assert (tmp_path / ".git").is_dir()


@pytest.mark.parametrize("existing", ["datei", "ordner/datei", "ordner/.versteckt"])
def test_what_is_there_is_never_overwritten(tmp_path: Path, existing: str) -> None:
    (tmp_path / existing).parent.mkdir(exist_ok=True)
    (tmp_path / existing).write_text("meins")
    with pytest.raises(IkonzeptError) as problem:
        transaction.found(tmp_path / existing.split("/", maxsplit=1)[0], COMMITS)
    assert problem.value.code == "folder-not-empty"
    assert listing(tmp_path) == {existing: b"meins"}


STEPS = ("create", "_write_all", "mkdtemp", "mkdir", "rename", "rmdir")


@pytest.mark.parametrize("moment", [(when, call) for when in ("before", "after") for call in (1, 2, 3)])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", ["leer", "neu", "a/b/neu"])
def test_interrupted_at_any_step_the_folder_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, step: str, moment: tuple[str, int]
) -> None:
    """Ctrl-C before or after the first, second or third call of each step; ``a/b`` did not exist either."""
    (tmp_path / "leer").mkdir()
    when, call = moment
    owner = {"mkdtemp": transaction.tempfile, "create": transaction, "_write_all": transaction}.get(step, Path)
    real, calls = getattr(owner, step), []

    def interrupted(*arguments: object, **options: object) -> object:
        calls.append(step)
        mine = len(calls) == call
        if mine and when == "before":
            raise KeyboardInterrupt
        result = real(*arguments, **options)
        if mine:
            raise KeyboardInterrupt
        return result

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, interrupted)
        try:
            transaction.found(tmp_path / name, COMMITS)
        except KeyboardInterrupt:
            assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["leer"]
        else:
            assert len(calls) < call, "the step is not taken so often"


def test_a_failure_of_git_leaves_nothing(tmp_path: Path) -> None:
    bad = Commit({"a": b""}, Person("E", "e@e"), datetime(2024, 1, 1, tzinfo=UTC), "x", tag="un gültig")
    with pytest.raises(IkonzeptError):
        transaction.found(tmp_path / "neu", [bad])
    assert list(tmp_path.iterdir()) == []


# --- write_file ------------------------------------------------------------------------------------------------------


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    transaction.write_file(tmp_path / "a.md", "ä\r\n\n")
    assert listing(tmp_path) == {"a.md": "ä\r\n\n".encode()}
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) & 0o600 == 0o600


@pytest.mark.parametrize("step", ["os.replace", "os.fdopen", "os.chmod"])
def test_a_file_is_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    (tmp_path / "a.md").write_text("alt")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        transaction.write_file(tmp_path / "a.md", "neu")
    monkeypatch.undo()
    assert listing(tmp_path) == {"a.md": b"alt"}


def test_where_a_file_cannot_be(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "fehlt" / "a.md"):
        with pytest.raises(IkonzeptError) as problem:
            transaction.write_file(path, "x")
        assert problem.value.code == "output-folder"


def test_a_symbolic_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "ziel").write_text("meins")
    (tmp_path / "a.md").symlink_to(tmp_path / "ziel")
    transaction.write_file(tmp_path / "a.md", "neu")
    assert listing(tmp_path) == {"ziel": b"meins", "a.md": b"neu"}


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        transaction.write_file(pipe, "neu")
        assert os.read(reader, 10) == b"neu"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    transaction.write_file(tmp_path / "a.md", b"\xff\r\n")
    assert listing(tmp_path) == {"a.md": b"\xff\r\n"}


def test_only_what_still_holds_the_same_is_rewritten(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"alt")
    (tmp_path / "link").symlink_to("a")
    assert not transaction.rewrite(tmp_path / "a", b"anders", b"neu")
    assert not transaction.rewrite(tmp_path / "link", b"alt", b"neu")
    assert not transaction.rewrite(tmp_path / "fehlt", b"", b"neu")
    assert transaction.rewrite(tmp_path / "a", b"alt", b"neu")
    assert (tmp_path / "a").read_bytes() == b"neu"


# --- leftovers -------------------------------------------------------------------------------------------------------


def test_what_an_interrupted_command_leaves_is_found_and_removed(tmp_path: Path) -> None:
    for path in (
        ".ikonzept-a",
        "tief/er/.ikonzept-b/c/d",
        "fremd/.git/x",
        "fremd/.ikonzept-e",
        ".git/.ikonzept-f",
        ".ikonzept",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    (tmp_path / ".ikonzept-link").symlink_to(tmp_path / "fremd")
    (tmp_path / "kreis").symlink_to(tmp_path)
    left = transaction.leftovers(tmp_path)
    assert left == [".ikonzept-a", ".ikonzept-link", "tief/er/.ikonzept-b"]
    assert all(transaction.remove_leftover(tmp_path / path) for path in left)
    assert transaction.leftovers(tmp_path) == []
    assert sorted(listing(tmp_path)) == [".ikonzept", "fremd/.ikonzept-e"]


def test_nothing_else_is_removed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("meins")
    assert not transaction.remove_leftover(tmp_path / "a")
    assert not transaction.remove_leftover(tmp_path / ".ikonzept-weg")
    assert listing(tmp_path) == {"a": b"meins"}
