"""Changes are made whole or not at all."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept import transaction
from ikonzept.commits import Wish
from ikonzept.edits.edit import Edit
from ikonzept.errors import IkonzeptError
from ikonzept.journal import unfinished
from ikonzept.lock import Waiting
from ikonzept.recovery import Outcome, Recovered
from ikonzept.repository.objects import Commit, Head, Person
from ikonzept.transaction import Caller

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


# --- apply -----------------------------------------------------------------------------------------------------------

OLD, NEW = b"format: 1\n", b"format: 2\n"
EDIT = Edit("konzept.yaml", OLD, NEW)
WHEN = datetime(2024, 10, 15, 12, tzinfo=UTC)
WISH = Wish("Zwei", "fortschreibung/2", "Beschluss", when=WHEN)
Git = Callable[..., str]


@pytest.fixture
def concept(tmp_path: Path, git: Git) -> Path:
    folder = tmp_path / "konzept"
    folder.mkdir()
    for path, content in FILES.items():
        put(folder / path, content)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Eins")
    return folder


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def refused(folder: Path, edit: Edit = EDIT, wish: Wish | None = WISH) -> str:
    """The code of the refusal; nothing has changed."""
    before = listing(folder)
    with pytest.raises(IkonzeptError) as problem:
        transaction.apply(folder, [edit], wish, Caller(waiting=Waiting(0)))
    assert listing(folder) == before
    assert unfinished(folder) is None
    return problem.value.code


def test_a_commit_holds_the_edits_and_nothing_else(concept: Path, git: Git) -> None:
    (concept / "massnahmen/M-001.yaml").write_bytes(b"titel: eingetragen\n")
    (concept / "neu").write_bytes(b"")
    git(concept, "add", ".")
    (concept / "texte/teil-1/10-a.md").write_bytes(b"--- offen\n")
    done = transaction.apply(concept, [EDIT, Edit("a/b.yaml", None, b"x")], WISH)
    assert done == transaction.Done(("a/b.yaml", "konzept.yaml"), git(concept, "rev-parse", "HEAD").strip())
    assert git(concept, "show", "--format=", "--name-status", "HEAD") == "A\ta/b.yaml\nM\tkonzept.yaml\n"
    assert git(concept, "status", "--porcelain").splitlines() == [
        "M  massnahmen/M-001.yaml",
        "A  neu",
        " M texte/teil-1/10-a.md",
    ]
    assert git(concept, "log", "-1", "--format=%an|%ae|%at|%ct|%B") == (
        "Erika Beispiel|erika@example.org|1728993600|1728993600|Zwei\n\n"
    )
    assert git(concept, "for-each-ref", "--format=%(objecttype) %(contents)", "refs/tags").strip() == "tag Beschluss"
    git(concept, "fsck", "--strict")


def test_the_same_commit_has_the_same_hash(concept: Path, tmp_path: Path, git: Git) -> None:
    git(concept, "commit", "-q", "--amend", "--no-edit", "--date=2024-01-01T00:00:00Z")
    copy = Path(shutil.copytree(concept, tmp_path / "kopie"))
    assert transaction.apply(concept, [EDIT], WISH) == transaction.apply(copy, [EDIT], WISH)


def test_without_a_wish_git_is_left_alone(concept: Path, git: Git) -> None:
    assert transaction.apply(concept, [EDIT]) == transaction.Done(("konzept.yaml",), None)
    assert git(concept, "status", "--porcelain") == " M konzept.yaml\n"
    (concept / ".git/HEAD").unlink()
    assert transaction.apply(concept, [Edit("konzept.yaml", NEW, OLD)]).paths == ("konzept.yaml",)


def test_what_is_already_so_is_only_committed(concept: Path, git: Git) -> None:
    (concept / "konzept.yaml").write_bytes(NEW)
    os.utime(concept / "konzept.yaml", (1, 1))
    assert transaction.apply(concept, [Edit("konzept.yaml", NEW, NEW)]).paths == ()
    transaction.apply(concept, [Edit("konzept.yaml", NEW, NEW)], WISH)
    assert (concept / "konzept.yaml").stat().st_mtime == 1
    assert git(concept, "status", "--porcelain") == ""


def test_line_ends_and_rights_are_kept(concept: Path, git: Git) -> None:
    (concept / "konzept.yaml").chmod(0o755)
    (concept / "massnahmen/M-001.yaml").write_bytes(b"a\r\n")
    git(concept, "add", ".")
    git(concept, "commit", "-qm", "Rechte")
    (concept / "konzept.yaml").write_bytes(b"format: 1\r\n")
    edits = [
        Edit("konzept.yaml", b"format: 1\r\n", b"format: 2\r\n"),
        Edit("massnahmen/M-001.yaml", b"a\r\n", b"b\r\n"),
        Edit("neu.yaml", None, b"c\r\n"),
    ]
    transaction.apply(concept, edits, WISH)
    assert (concept / "konzept.yaml").read_bytes() == b"format: 2\r\n"
    assert stat.S_IMODE((concept / "konzept.yaml").stat().st_mode) == 0o755
    blobs = {edit.path: git(concept, "cat-file", "-s", f"HEAD:{edit.path}").strip() for edit in edits}
    assert blobs == {"konzept.yaml": "10", "massnahmen/M-001.yaml": "3", "neu.yaml": "3"}
    assert git(concept, "ls-tree", "HEAD", "konzept.yaml").startswith("100755")


@pytest.mark.parametrize(
    "path", ["../a", "/a", "a/../../b", ".git/config", "a/.GIT/x", "", "a//b", "./a", "a\0b", "a\\b", ".git"]
)
def test_nothing_is_written_outside(path: str, concept: Path) -> None:
    assert refused(concept, Edit(path, None, b"x")) == "edit-outside"


def test_links_are_not_followed(concept: Path, tmp_path: Path) -> None:
    (tmp_path / "ziel").mkdir()
    (concept / "link").symlink_to(tmp_path / "ziel")
    (concept / "datei").symlink_to(concept / "konzept.yaml")
    assert refused(concept, Edit("link/a.yaml", None, b"x")) == "edit-link"
    assert refused(concept, Edit("datei", OLD, NEW)) == "edit-link"
    (concept / ".git/ikonzept").rmdir()
    (concept / ".git/ikonzept").symlink_to(tmp_path / "ziel")
    assert refused(concept) == "edit-link"
    assert list((tmp_path / "ziel").iterdir()) == []


@pytest.mark.parametrize("edit", [Edit("konzept.yaml", b"anders\n", NEW), Edit("konzept.yaml", None, NEW), Edit("fehlt", b"", None), Edit("massnahmen", None, b"")])  # fmt: skip
def test_what_has_changed_meanwhile_is_not_overwritten(edit: Edit, concept: Path) -> None:
    assert refused(concept, edit) == "edit-changed"


def test_saved_by_an_editor_in_the_last_moment(concept: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> None:
    real = transaction._write_temporary

    def saved(folder: Path, *rest: object) -> None:
        real(folder, *rest)
        (folder / "massnahmen/M-001.yaml").write_bytes(b"titel: mein\n")

    monkeypatch.setattr(transaction, "_write_temporary", saved)
    before = git(concept, "ls-files", "-s"), git(concept, "for-each-ref")
    with pytest.raises(IkonzeptError, match="edit-changed"):
        transaction.apply(concept, [EDIT, Edit("massnahmen/M-001.yaml", b"titel: a\n", b"titel: b\n")], WISH)
    assert listing(concept) == FILES | {"massnahmen/M-001.yaml": b"titel: mein\n"}
    assert (git(concept, "ls-files", "-s"), git(concept, "for-each-ref")) == before


def test_what_git_must_be_like(concept: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    head = git(concept, "rev-parse", "HEAD").strip()
    assert refused(concept, wish=Wish("x", expected=Head("main", "0" * 40))) == "head-moved"
    assert refused(concept, wish=Wish("x", expected=Head("anderer", head))) == "head-moved"
    (concept / ".git/index.lock").touch()
    assert refused(concept) == "git-busy"
    (concept / ".git/index.lock").unlink()
    git(concept, "tag", "fortschreibung/2")
    assert refused(concept) == "tag-exists"
    git(concept, "tag", "-d", "fortschreibung/2")
    for name in ("MERGE_HEAD", "CHERRY_PICK_HEAD", "rebase-merge"):
        (concept / ".git" / name).write_text(head)
        assert refused(concept) == "git-in-progress"
        (concept / ".git" / name).unlink()
    git(concept, "switch", "-q", "--detach")
    assert refused(concept) == "head-detached"
    git(concept, "switch", "-q", "main")
    with monkeypatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        assert refused(concept) == "git-nameless"
    (tmp_path / "ohne").mkdir()
    (tmp_path / "ohne/konzept.yaml").write_bytes(OLD)
    assert refused(tmp_path / "ohne") == "commit-needs-git"
    assert refused(concept, wish=Wish("x", "un gültig")) == "git-failed"
    assert transaction.apply(concept, [EDIT], Wish("x", expected=Head("main", head))).commit


def test_a_file_in_conflict(concept: Path, git: Git) -> None:
    git(concept, "switch", "-qc", "andere")
    for branch, content in (("andere", b"a\n"), ("main", b"b\n")):
        git(concept, "switch", "-q", branch)
        (concept / "konzept.yaml").write_bytes(content)
        git(concept, "commit", "-qam", branch)
    with suppress(subprocess.CalledProcessError):
        git(concept, "merge", "andere")
    (concept / ".git/MERGE_HEAD").unlink()
    (concept / "konzept.yaml").write_bytes(OLD)
    assert refused(concept) == "index-conflict"


def test_a_folder_that_is_read_only(concept: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    (concept / "massnahmen").chmod(0o500)
    with pytest.raises(PermissionError):
        transaction.apply(concept, [EDIT, Edit("massnahmen/M-001.yaml", b"titel: a\n", b"")], WISH)
    (concept / "massnahmen").chmod(0o700)
    assert listing(concept) == FILES
    assert unfinished(concept) is None


def test_a_worktree_has_its_own_branch(concept: Path, tmp_path: Path, git: Git) -> None:
    git(concept, "worktree", "add", "-q", "-b", "entwurf", str(tmp_path / "baum"))
    done = transaction.apply(tmp_path / "baum", [EDIT], WISH)
    assert git(concept, "rev-parse", "entwurf").strip() == done.commit
    assert git(tmp_path / "baum", "status", "--porcelain") == git(concept, "status", "--porcelain") == ""


# --- unfinished ------------------------------------------------------------------------------------------------------


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from ikonzept import transaction
from ikonzept.commits import Prepared, Wish
from ikonzept.edits.edit import Edit
Prepared.update_index = transaction.journal.erase = lambda *_: os._exit(99)
edits = [Edit("konzept.yaml", b"format: 1\\n", b"format: 2\\n"), Edit("a/b.yaml", None, b"x")]
wish = Wish("Zwei", "fortschreibung/2", "Beschluss") if Path(sys.argv[1], ".git").exists() else None
transaction.apply(Path(sys.argv[1]), edits, wish, transaction.Caller(("x", "a b;c")))
"""


@pytest.fixture
def killed(concept: Path) -> Path:
    """A concept in which a command was killed when all its files were replaced."""
    assert subprocess.run([sys.executable, "-c", KILLED, concept], check=False).returncode == 99
    return concept


def test_it_is_named_with_its_line(killed: Path) -> None:
    left = unfinished(killed)
    assert left is not None
    assert left.command == "ikonzept x 'a b;c'"
    assert refused_by_other(killed) == "transaction-unfinished"


def refused_by_other(folder: Path) -> str:
    with pytest.raises(IkonzeptError) as problem:
        transaction.resume(folder, Caller(("y",)))
    return problem.value.code


def test_the_same_command_again_completes_it(killed: Path) -> None:
    assert transaction.resume(killed, Caller(("x", "a b;c"))) == Recovered(Outcome.UNDONE)
    assert transaction.resume(killed, Caller(("x", "a b;c"))) is None
    assert listing(killed) == FILES
    assert not (killed / "a").exists()


def test_what_was_changed_since_is_kept(killed: Path) -> None:
    (killed / "a/b.yaml").write_bytes(b"meins")
    assert transaction.recover(killed) == Recovered(Outcome.UNDONE, ("a/b.yaml",))
    assert listing(killed) == FILES | {"a/b.yaml": b"meins"}


def test_what_was_committed_since_decides(killed: Path, git: Git) -> None:
    git(killed, "commit", "-qam", "mit der Hand")
    assert transaction.recover(killed) == Recovered(Outcome.LEFT, ("a/b.yaml", "konzept.yaml"))
    assert listing(killed) == FILES | {"konzept.yaml": NEW, "a/b.yaml": b"x"}
    assert unfinished(killed) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"path": "konzept.yaml"', '"path": "../konzept.yaml"'),
        ('"path": "konzept.yaml"', '"path": ".git/config"'),
        ('"prefix": ""', '"prefix": "../.."'),
        ('"temporary": "a/', '"temporary": "texte/'),
        ('"folders": ["a"]', '"folders": ["../a"]'),
        ("refs/heads/main", "HEAD"),
        ("refs/heads/main", "refs/heads/x y"),
        ('"new": "', '"new": "--'),
        ('"before": null', '"before": "ä"'),
        ("{", "["),
    ],
)
def test_a_journal_that_someone_has_put_there_writes_nothing(old: str, new: str, killed: Path, git: Git) -> None:
    path = killed / ".git/ikonzept/journal"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    before = listing(killed), git(killed, "for-each-ref")
    with pytest.raises(IkonzeptError) as problem:
        transaction.recover(killed)
    assert problem.value.code == "journal-unreadable"
    assert refused_by_other(killed) == "journal-unreadable"
    assert (listing(killed), git(killed, "for-each-ref")) == before


def test_one_at_work_is_not_unfinished(killed: Path) -> None:
    with transaction.alone(killed, Caller()):
        assert unfinished(killed) is None
        with pytest.raises(IkonzeptError, match="locked"):
            transaction.recover(killed, Caller(waiting=Waiting(0)))
    assert unfinished(killed) is not None


@pytest.mark.parametrize("call", [lambda folder, caller: transaction.apply(folder, [EDIT], WISH, caller), transaction.recover])  # fmt: skip
def test_waiting_can_be_interrupted(call: Callable[..., object], concept: Path) -> None:
    caller = Caller(waiting=Waiting(600, lambda _: os.kill(os.getpid(), signal.SIGINT)))
    with transaction.alone(concept, Caller()), pytest.raises(KeyboardInterrupt):
        call(concept, caller)
    assert listing(concept) == FILES


def test_without_git_its_traces_are_no_leftovers(tmp_path: Path) -> None:
    (tmp_path / "konzept.yaml").write_bytes(OLD)
    assert subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False).returncode == 99
    assert transaction.leftovers(tmp_path) == [".ikonzept-lock"]
    assert transaction.recover(tmp_path) == Recovered(Outcome.DONE)
    assert listing(tmp_path) == {"konzept.yaml": NEW, "a/b.yaml": b"x"}
