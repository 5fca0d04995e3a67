"""git: revisions, blobs, what has changed; and that nothing in a repository makes us run its programs."""

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept import transaction
from ikonzept.commits import Wish
from ikonzept.edits.edit import Edit
from ikonzept.errors import IkonzeptError
from ikonzept.repository.objects import Commit, Entry, Head, Person, RefUpdate
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision
from ikonzept.repository.state import git_dir_of
from ikonzept.repository.writing import Plumbing, committer, create

Git = Callable[..., str]

FILES = {
    "konzept.yaml": b"format: 1\n",
    "massnahmen/M-001.yaml": b"titel: \xc3\x84mter\n",
    "massnahmen/M-002.yaml": b"titel: Zwei\r\n",
    ".gitignore": b"*.tmp\n",
}
WHEN = datetime(2022, 6, 22, 19, 40, tzinfo=UTC)
PERSON = Person("Erika <Beispiel>\n", "erika@example.org")


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def opened(folder: Path) -> Repository:
    repository = open_repository(folder)
    assert repository is not None
    return repository


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with two commits, the first tagged as edition 2022."""
    path = tmp_path / "konzept"
    path.mkdir()
    first = Commit({"konzept.yaml": b"format: 1\n"}, PERSON, WHEN, "Eins", "fortschreibung/2022", "Beschluss")
    create(path, [first, Commit(FILES, PERSON, WHEN, "Zwei, mit Ümlaut")])
    write(path, FILES)
    return path


# --- making one ----------------------------------------------------------------------------------------------------


def test_the_same_commits_have_the_same_hashes(folder: Path, git: Git) -> None:
    assert git(folder, "rev-parse", "HEAD", "fortschreibung/2022^{commit}").split() == [
        "792da721a8bf57e20ebc0c116ea1ee3d7c08d19c",
        "9ac99ada67277b038cffdc302f661ad399bbfba1",
    ]


def test_what_is_made_is_sound_and_clean(folder: Path, git: Git) -> None:
    git(folder, "fsck", "--strict")
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "--format=%an|%ae|%aI|%s", "--reverse") == (
        "Erika Beispiel|erika@example.org|2022-06-22T19:40:00+00:00|Eins\n"
        "Erika Beispiel|erika@example.org|2022-06-22T19:40:00+00:00|Zwei, mit Ümlaut\n"
    )
    assert git(folder, "cat-file", "-t", "fortschreibung/2022") == "tag\n"


@pytest.mark.parametrize("path", ['a"b.yaml', "a\\b.yaml", "Maßnahme 1.yaml", "-x.yaml", ":(top)x"])
def test_any_file_name_can_be_committed(path: str, tmp_path: Path) -> None:
    create(tmp_path, [Commit({path: b"x"}, PERSON, WHEN, "Eins")])
    assert list(opened(tmp_path).entries("HEAD")) == [path]


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
def test_a_surrounding_hook_is_not_written_to(
    name: str, folder: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = {"GIT_DIR": "", "GIT_WORK_TREE": "..", "GIT_INDEX_FILE": "index", "GIT_OBJECT_DIRECTORY": "objects"}
    before = git(folder, "rev-parse", "HEAD"), (folder / ".git/index").read_bytes()
    (tmp_path / "neu").mkdir()
    with monkeypatch.context() as patch:
        patch.setenv(name, str(folder / ".git" / inner[name]))
        create(tmp_path / "neu", [Commit({"konzept.yaml": b"format: 1\n"}, PERSON, WHEN, "Neu")])
    assert (git(folder, "rev-parse", "HEAD"), (folder / ".git/index").read_bytes()) == before
    assert git(tmp_path / "neu", "status", "--porcelain") == " D konzept.yaml\n"


# --- opening one ---------------------------------------------------------------------------------------------------


def test_opening(folder: Path) -> None:
    repository = opened(folder)
    assert (repository.prefix, repository.shallow, repository.has_commits) == ("", False, True)
    assert opened(folder / "massnahmen").prefix == "massnahmen/"


def test_no_repository(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_repository(tmp_path) is None
    assert open_repository(folder / ".git") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_repository(folder) is None


def test_no_commits_yet(tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init")
    write(tmp_path, FILES | {"x.tmp": b""})
    repository = opened(tmp_path)
    assert (repository.has_commits, repository.branch, repository.resolve("HEAD")) == (False, None, None)
    assert repository.changed_files() == tuple(sorted(FILES))


def test_the_branch(folder: Path, git: Git) -> None:
    assert opened(folder).branch == "main"
    git(folder, "switch", "-c", "entwurf/2024")
    assert opened(folder).branch == "entwurf/2024"
    git(folder, "switch", "--detach")
    assert opened(folder).branch is None


def test_a_shallow_clone_says_so(folder: Path, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "clone", "--depth=1", "--no-tags", folder.as_uri(), "flach")
    repository = opened(tmp_path / "flach")
    assert (repository.shallow, repository.edition_tags) == (True, frozenset())


def test_a_folder_of_someone_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(IkonzeptError) as caught:
        open_repository(folder)
    assert (caught.value.code, caught.value.params) == ("git-owner", {"path": str(folder)})


def test_a_surrounding_hook_does_not_redirect_us(
    folder: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = opened(folder).commit_id("HEAD")
    other = tmp_path / "anderes"
    other.mkdir()
    git(other, "init")
    for name in ("GIT_DIR", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git/objects"))
    repository = opened(folder)
    assert (repository.top, repository.commit_id("HEAD"), repository.changed_files()) == (folder, expected, ())


def test_who_writes(folder: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    assert committer(folder) == Person("Erika Beispiel", "erika@example.org")
    git(folder, "config", "user.name", "Hier")
    assert committer(folder) == Person("Hier", "erika@example.org")
    git(folder, "config", "--unset", "user.name")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert committer(folder) is None


# --- revisions -----------------------------------------------------------------------------------------------------


def test_a_name_is_an_edition_then_a_tag_then_a_branch(folder: Path, git: Git) -> None:
    edition, head = git(folder, "rev-parse", "HEAD^", "HEAD").split()
    git(folder, "branch", "2022", "HEAD")
    git(folder, "tag", "marke", "HEAD^")
    git(folder, "branch", "marke", "HEAD")
    repository = opened(folder)
    names = (
        "2022",
        "fortschreibung/2022",
        "marke",
        "main",
        "HEAD",
        "HEAD^",
        head[:8],
        "rev:refs/heads/2022",
        "rev:HEAD",
    )
    assert {name: repository.resolve(name) for name in names} == {
        "2022": edition,
        "fortschreibung/2022": edition,
        "marke": edition,
        "main": head,
        "HEAD": head,
        "HEAD^": edition,
        head[:8]: head,
        "rev:refs/heads/2022": head,
        "rev:HEAD": head,
    }
    assert repository.edition_tags == {"2022"}


@pytest.mark.parametrize(
    "name",
    ["", "-", "--all", "--git-dir", "rev:--all", "rev:", "2019", "HEAD\n", "HEAD HEAD", "HEAD..main", "HEAD:konzept.yaml", "HEAD^{tree}", "^HEAD", "\x1b[31m", "--output=x"],
)  # fmt: skip
def test_what_is_no_revision(name: str, folder: Path) -> None:
    assert opened(folder).resolve(name) is None


def test_the_files_of_a_revision(folder: Path, git: Git) -> None:
    repository = opened(folder)
    assert repository.entries("HEAD").keys() == FILES.keys()
    assert repository.entries("HEAD")["konzept.yaml"] == Entry("100644", repository.blob_id(FILES["konzept.yaml"]))
    assert opened(folder / "massnahmen").entries("HEAD").keys() == {"M-001.yaml", "M-002.yaml"}
    assert repository.entries(git(folder, "rev-parse", "HEAD^").strip()).keys() == {"konzept.yaml"}


def test_blobs_come_in_the_order_asked_for(folder: Path) -> None:
    repository = opened(folder)
    paths = ["massnahmen/M-002.yaml", "konzept.yaml", ".gitignore", "konzept.yaml", "massnahmen/M-001.yaml"]
    entries = repository.entries("HEAD")
    assert list(repository.blobs(entries[path].blob for path in paths)) == [FILES[path] for path in paths]
    assert list(repository.blobs([])) == []


@pytest.mark.parametrize("content", [b"", b"\n", b"a\0b", b"x blob 3\n" * 3, b"\xff\r\n" * 100_000])
def test_any_content_comes_back(content: bytes, tmp_path: Path) -> None:
    create(tmp_path, [Commit({"a": b"davor", "b": content, "c": b"danach"}, PERSON, WHEN, "Eins")])
    revision = Revision(opened(tmp_path), "HEAD")
    assert dict(revision.read(["c", "b", "a"])) == {"a": b"davor", "b": content, "c": b"danach"}


def test_a_missing_blob_is_an_error(folder: Path) -> None:
    with pytest.raises(IkonzeptError) as caught:
        list(opened(folder).blobs(["0" * 40]))
    assert (caught.value.code, caught.value.params) == ("git-blob", {"blob": "0" * 40})


def test_an_unknown_commit_is_an_error(folder: Path) -> None:
    with pytest.raises(IkonzeptError) as caught:
        opened(folder).entries("nirgends")
    assert (caught.value.code, caught.value.params["command"]) == ("git-failed", "ls-tree")


def test_links_and_submodules_of_a_revision(folder: Path, git: Git) -> None:
    (folder / "link.yaml").symlink_to("konzept.yaml")
    git(folder, "add", "link.yaml")
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{opened(folder).commit_id('HEAD')},modul")
    git(folder, "commit", "-m", "Drei")
    kinds = Revision(opened(folder), "HEAD").paths()
    assert (kinds["link.yaml"], kinds["modul"], kinds["konzept.yaml"]) == ("link", "other", "file")
    assert opened(folder).changed_files() == ()


# --- what has changed ----------------------------------------------------------------------------------------------

Change = Callable[[Path, Git], object]

CHANGES: dict[str, tuple[Change, tuple[str, ...]]] = {
    "nothing": (lambda _folder, _git: None, ()),
    "touched": (lambda folder, _git: os.utime(folder / "konzept.yaml", (1, 1)), ()),
    "changed": (lambda folder, _git: write(folder, {"konzept.yaml": b"format: 2\n"}), ("konzept.yaml",)),
    "new": (lambda folder, _git: write(folder, {"anlagen/ä ö.pdf": b""}), ("anlagen/ä ö.pdf",)),
    "deleted": (lambda folder, _git: (folder / "konzept.yaml").unlink(), ("konzept.yaml",)),
    "ignored": (lambda folder, _git: write(folder, {"x.tmp": b""}), ()),
    "staged": (
        lambda folder, git: (write(folder, {"neu.yaml": b"x"}), git(folder, "add", ".")),
        ("neu.yaml",),
    ),
    "staged and taken back": (
        lambda folder, git: (
            write(folder, {"konzept.yaml": b"x"}),
            git(folder, "add", "."),
            write(folder, {"konzept.yaml": FILES["konzept.yaml"]}),
        ),
        (),
    ),
    "removed from the index": (lambda folder, git: git(folder, "rm", "--cached", "konzept.yaml"), ()),
    "CRLF for LF": (lambda folder, _git: write(folder, {"konzept.yaml": b"format: 1\r\n"}), ()),
    "LF for CRLF": (lambda folder, _git: write(folder, {"massnahmen/M-002.yaml": b"titel: Zwei\n"}), ("massnahmen/M-002.yaml",)),
    "CRLF and more": (lambda folder, _git: write(folder, {"konzept.yaml": b"format: 2\r\n"}), ("konzept.yaml",)),
    "a link instead": (
        lambda folder, _git: (
            (folder / "konzept.yaml").rename(folder / "x.tmp"),
            (folder / "konzept.yaml").symlink_to("x.tmp"),
        ),
        ("konzept.yaml",),
    ),
    "a new link": (lambda folder, _git: (folder / "link").symlink_to("/etc/passwd"), ("link",)),
    "a broken link": (lambda folder, _git: (folder / "link").symlink_to("nirgends"), ("link",)),
    "a folder instead": (
        lambda folder, _git: ((folder / "konzept.yaml").unlink(), (folder / "konzept.yaml").mkdir()),
        ("konzept.yaml",),
    ),
    "a pipe instead": (
        lambda folder, _git: ((folder / "konzept.yaml").unlink(), os.mkfifo(folder / "konzept.yaml")),
        ("konzept.yaml",),
    ),
    "a folder that became a link": (
        lambda folder, _git: (
            (folder / "massnahmen").rename(folder.parent / "draussen"),
            (folder / "massnahmen").symlink_to(folder.parent / "draussen"),
        ),
        ("massnahmen", "massnahmen/M-001.yaml", "massnahmen/M-002.yaml"),
    ),
    "a repository inside": (
        lambda folder, git: (write(folder, {"innen/a.yaml": b""}), git(folder / "innen", "init")),
        (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_changed_files(name: str, folder: Path, git: Git) -> None:
    change, expected = CHANGES[name]
    change(folder, git)
    assert opened(folder).changed_files() == expected


def test_changed_files_of_a_concept_in_a_subfolder(folder: Path) -> None:
    write(folder, {"oben.yaml": b"", "massnahmen/M-001.yaml": b"", "massnahmen/M-003.yaml": b""})
    (folder / "massnahmen/M-002.yaml").unlink()
    assert opened(folder / "massnahmen").changed_files() == ("M-001.yaml", "M-002.yaml", "M-003.yaml")


def test_a_changed_link(folder: Path, git: Git) -> None:
    (folder / "link").symlink_to("konzept.yaml")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Drei")
    assert opened(folder).changed_files() == ()
    (folder / "link").unlink()
    (folder / "link").symlink_to("anderswo")
    assert opened(folder).changed_files() == ("link",)


# --- a hostile repository ------------------------------------------------------------------------------------------

HOOKS = (
    "post-index-change",
    "reference-transaction",
    "post-checkout",
    "pre-commit",
    "fsmonitor-watchman",
    "pre-auto-gc",
)


@pytest.fixture
def trace(folder: Path, tmp_path: Path, git: Git) -> Path:
    """A file that every program named in the repository's configuration would write to."""
    trace = tmp_path / "spur"
    program = tmp_path / "programm"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{trace}'\ncat\n")
    program.chmod(0o755)
    for hook in HOOKS:
        (folder / ".git/hooks").mkdir(exist_ok=True)
        (folder / ".git/hooks" / hook).symlink_to(program)
    write(folder, {".git/info/attributes": b"* filter=x diff=x merge=x text=auto\n"})
    settings = {
        **dict.fromkeys(("filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv"), program),
        **dict.fromkeys(("diff.x.command", "diff.external", "merge.x.driver", "core.fsmonitor"), program),
        **dict.fromkeys(("core.pager", "pager.ls-tree", "pager.ls-files", "core.editor", "core.askPass"), program),
        **dict.fromkeys(("core.sshCommand", "core.gitProxy", "core.alternateRefsCommand"), program),
        **dict.fromkeys(("gpg.program", "credential.helper", "alias.ls-tree", "uploadpack.packObjectsHook"), program),
        "core.hooksPath": folder / ".git/hooks",
        "filter.x.required": "true",
        "extensions.partialClone": "herkunft",
        "remote.herkunft.promisor": "true",
        "remote.herkunft.url": f"ext::{program} %S",
        "remote.herkunft.uploadpack": program,
        "protocol.ext.allow": "always",
        "core.repositoryFormatVersion": "1",
    }
    for name, value in settings.items():
        git(folder, "config", name, str(value))
    os.utime(folder / "konzept.yaml", (1, 1))
    trace.unlink(missing_ok=True)
    return trace


def test_the_trap_works(folder: Path, trace: Path, git: Git) -> None:
    with suppress(subprocess.CalledProcessError):
        git(folder, "update-index", "--refresh")
    assert trace.exists()


@pytest.mark.parametrize("url", ["ext", "ssh://git@example.org/x", "https://localhost:1/x"])
def test_nothing_a_repository_names_is_run(url: str, folder: Path, trace: Path, git: Git) -> None:
    if url != "ext":
        git(folder, "config", "remote.herkunft.url", url)
        trace.unlink(missing_ok=True)
    write(folder, {"konzept.yaml": b"format: 2\n", "neu.yaml": b"x"})
    repository = opened(folder)
    assert repository.changed_files() == ("konzept.yaml", "neu.yaml")
    assert repository.resolve("2022") is not None
    assert repository.edition_tags == {"2022"}
    assert dict(Revision(repository, "HEAD").read(["konzept.yaml"])) == {"konzept.yaml": b"format: 1\n"}
    assert repository.resolve("0123456789012345678901234567890123456789") is None
    with pytest.raises(IkonzeptError):
        list(repository.blobs(["0123456789012345678901234567890123456789"]))
    committer(folder)
    assert not trace.exists(), trace.read_text()


def test_making_a_repository_runs_nothing(tmp_path: Path, trace: Path, git: Git) -> None:
    for name in ("core.hooksPath", "init.templateDir"):
        git(tmp_path, "config", "--global", name, str(tmp_path / "konzept/.git/hooks"))
    for name in ("core.fsmonitor", "core.pager", "gpg.program"):
        git(tmp_path, "config", "--global", name, str(tmp_path / "programm"))
    git(tmp_path, "config", "--global", "tag.gpgSign", "true")
    (tmp_path / "neu").mkdir()
    create(tmp_path / "neu", [Commit(FILES, PERSON, WHEN, "Eins", "fortschreibung/1", "Eins")])
    assert not trace.exists(), trace.read_text()


@pytest.mark.parametrize("hooks", ["repository", "machine"])
def test_writing_runs_nothing(hooks: str, folder: Path, tmp_path: Path, trace: Path, git: Git) -> None:
    if hooks == "machine":
        for name in ("core.hooksPath", "init.templateDir"):
            git(tmp_path, "config", "--global", name, str(folder / ".git/hooks"))
    for name in ("commit.gpgSign", "tag.gpgSign", "core.splitIndex", "core.untrackedCache"):
        git(folder, "config", name, "true")
    git(folder, "config", "i18n.commitEncoding", "ISO-8859-1")
    trace.unlink(missing_ok=True)
    edits = [
        Edit("konzept.yaml", b"format: 1\n", b"format: 2\r\n"),
        Edit("neu.yaml", None, b"x"),
        Edit("massnahmen/M-002.yaml", b"titel: Zwei\r\n", None),
    ]
    transaction.apply(folder, edits, Wish("Drei: Ä", "fortschreibung/2024", "Beschluss", when=WHEN))
    assert not trace.exists(), trace.read_text()
    repository = opened(folder)
    assert repository.edition_tags == {"2022", "2024"}
    blob = repository.entries("HEAD")["konzept.yaml"].blob
    assert list(repository.blobs([blob])) == [b"format: 2\n"]
    assert repository.changed_files() == ()


# --- writing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hashes", ["sha1", "sha256"])
def test_plumbing(hashes: str, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init", "-q", "-b", "main", f"--object-format={hashes}")
    (tmp_path / 'un"ter ordner').mkdir()
    repository = opened(tmp_path / 'un"ter ordner')
    assert repository.head() == Head("main", None)
    plumbing = Plumbing(repository, tmp_path / ".git")
    contents = [b"", b"a\r\n", b"\0\xff"]
    ids = plumbing.blobs(contents)
    assert ids == [repository.blob_id(content) for content in contents]
    assert plumbing.blobs([]) == []
    entries = {"ä b.yaml": Entry("100644", ids[1]), "x/y": Entry("100755", ids[2])}
    first = plumbing.commit(plumbing.tree(None, entries), None, PERSON, WHEN, "Eins")
    plumbing.update_refs([RefUpdate("refs/heads/main", None, first)], PERSON, WHEN, "Test")
    assert repository.entries("HEAD") == entries
    plumbing.update_index(entries)
    assert repository.staged() == entries
    plumbing.update_index({"x/y": None})
    assert repository.staged() == {"ä b.yaml": entries["ä b.yaml"]}
    second = plumbing.commit(plumbing.tree(first, {"x/y": None}), first, PERSON, WHEN, "Zwei")
    tag = plumbing.tag("marke", second, PERSON, WHEN, "Marke")
    moves = [RefUpdate("refs/heads/main", first, second), RefUpdate("refs/tags/marke", None, tag)]
    with pytest.raises(IkonzeptError) as problem:
        plumbing.update_refs([moves[1], RefUpdate("refs/heads/main", second, first)], PERSON, WHEN, "Test")
    assert (problem.value.code, problem.value.params["command"]) == ("git-failed", "update-ref")
    assert "refs/heads/main" in str(problem.value.params["message"])
    assert repository.ref("refs/tags/marke") is None
    plumbing.update_refs(moves, PERSON, WHEN, "Test")
    assert (repository.ref("refs/tags/marke"), repository.head()) == (tag, Head("main", second))
    assert repository.contains(second, first)
    assert not repository.contains(first, second)
    git(tmp_path, "fsck", "--strict")
    assert (
        git(tmp_path, "log", "-1", "--format=%an|%cI|%s", "main").strip()
        == "Erika Beispiel|2022-06-22T19:40:00+00:00|Zwei"
    )


def test_the_git_directory_is_found_by_looking(folder: Path, tmp_path: Path, git: Git) -> None:
    assert git_dir_of(folder / "massnahmen") == (folder, folder / ".git")
    assert git_dir_of(tmp_path) is None
    git(folder, "worktree", "add", "-q", str(tmp_path / "baum"))
    found = git_dir_of(tmp_path / "baum")
    assert found is not None
    assert found[1].resolve() == (folder / ".git/worktrees/baum").resolve()
    (tmp_path / "baum/.git").write_bytes(b"\0\xff" * 100)
    assert git_dir_of(tmp_path / "baum") is None


# --- two histories -------------------------------------------------------------------------------------------------


def test_where_two_histories_part(folder: Path, git: Git) -> None:
    repository, base = opened(folder), git(folder, "rev-parse", "main").strip()
    for branch in ("links", "rechts"):
        git(folder, "switch", "--quiet", "--create", branch, "main")
        git(folder, "commit", "--quiet", "--allow-empty", f"--message={branch}")
    assert repository.merge_base("links", "rechts") == repository.merge_base("main", "links") == base
    git(folder, "switch", "--quiet", "--orphan", "allein")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=allein")
    assert repository.merge_base("links", "allein") is None
    with pytest.raises(IkonzeptError, match="git-failed"):
        repository.merge_base("links", "nirgends")


@pytest.mark.parametrize("below", ["", "amt/konzept"])
def test_what_was_deleted_and_what_it_last_was(tmp_path: Path, git: Git, below: str) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    concept = tmp_path / below

    def commit(files: dict[str, bytes], *gone: str) -> None:
        write(concept, files)
        for path in gone:
            (concept / path).unlink()
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message=x")

    commit(FILES | {"massnahmen/ü 3.yaml": b"drei"})
    commit({}, "massnahmen/M-001.yaml")
    commit({"massnahmen/M-001.yaml": b"anders"}, "massnahmen/ü 3.yaml")
    before = git(tmp_path, "rev-parse", "HEAD~1").strip()
    commit({}, "massnahmen/M-001.yaml")
    write(tmp_path, {"oben.txt": b"x"})
    commit({})
    (tmp_path / "oben.txt").unlink()
    commit({})
    repository = opened(concept)
    last = {
        path: repository.blob_id(text)
        for path, text in (("massnahmen/M-001.yaml", b"anders"), ("massnahmen/ü 3.yaml", b"drei"))
    }
    found = repository.deleted("HEAD")
    assert {path: blob for path, blob in found.items() if path != "oben.txt"} == last
    assert ("oben.txt" in found) is (not below)
    assert repository.deleted(before) == {"massnahmen/M-001.yaml": repository.blob_id(FILES["massnahmen/M-001.yaml"])}
