"""git: revisions, blobs, tags, commits, state of the working tree; the only room that knows git.

A repository's own configuration may name programs. So nothing here asks git for what would run them: the state of the
working tree is compared by our own hashes, never by ``git status``; hooks, fsmonitor, lazy fetches and protocols are
switched off in every call. Reading goes by plain plumbing, a few questions, each for everything.
"""

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, TypeVar, cast

from ikonzept.errors import IkonzeptError

if TYPE_CHECKING:
    from git import Git

T = TypeVar("T")

EDITION_TAGS = "fortschreibung/"
SAFE_FLAGS = (
    "--no-pager",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.untrackedCache=false",
)
_SAFE_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # the concept's folder may be called :(top)x
    "LC_ALL": "C",
}
# What a surrounding hook or script may have set, and would make us look at another repository, or in another way.
_FOREIGN = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"),
    *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
_QUIET = ("-O/dev/null", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-mailmap", "--no-color")
"""What keeps ``git log`` from everything that a repository's own configuration could ask of it."""
_SYMLINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision: its mode (``100644``, ``120000`` …) and blob id."""

    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is worked on: the branch, ``None`` where an earlier state was checked out, and its last commit, if any."""

    branch: str | None
    commit: str | None


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A branch or tag by its full name (``refs/heads/main``), and what it names before and after; ``None``: nothing."""

    name: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote a commit."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit to be written: files laid over the last one, and an annotated tag if it gets one."""

    files: Mapping[str, bytes]
    author: Person
    when: datetime
    message: str
    tag: str | None = None
    tag_message: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """A commit that changed some files: when, by whom, why, and what each became (``None``: it went)."""

    commit: str
    day: date
    author: str
    subject: str
    entries: Mapping[str, Entry | None]


class Repository:
    """A git repository and the folder in it where the concept lies (``prefix``, ``""`` for the top)."""

    def __init__(  # noqa: PLR0913  what one question to git tells
        self,
        folder: Path,
        *,
        top: Path,
        shallow: bool,
        object_format: str,
        has_commits: bool,
        branch: str | None,
        edition_tags: frozenset[str],
        broken_tags: frozenset[str] = frozenset(),
    ) -> None:
        self.folder = folder
        self.top = top
        self.shallow = shallow
        self.has_commits = has_commits
        self.branch = branch
        """The branch that is worked on; ``None`` without commits, or where an earlier state was checked out."""
        self.edition_tags = edition_tags
        """The ids of editions that have their tag ``fortschreibung/<id>``, whatever that names."""
        self.broken_tags = broken_tags
        """Those among them whose tag is there, but is nothing that git can read."""
        self._object_format = object_format
        relative = folder.resolve().relative_to(top.resolve()).as_posix()
        self.prefix = "" if relative == "." else f"{relative}/"

    def commit_id(self, revision: str) -> str | None:
        """The commit a revision names, or ``None``; a name that looks like an option is no revision."""
        return self.commit_ids([revision])[0]

    def commit_ids(self, revisions: Sequence[str]) -> list[str | None]:
        """The commits that revisions name, all by one process; ``None`` for what names none."""
        names = [name if self._may_name(name) else "" for name in revisions]
        asked = "".join(f"{name}^{{commit}}\n" if name else "\n" for name in names)
        out = self._git("cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=asked.encode()).decode()
        answers = out.split("\n")
        return [line.split(" ")[0] if line.endswith(" commit") else None for line in answers[: len(names)]]

    @staticmethod
    def _may_name(revision: str) -> bool:
        return bool(revision) and revision.isprintable() and not revision.startswith(("-", "^"))

    def resolve(self, name: str) -> str | None:
        """The commit of a name: an edition's tag, then a tag, a branch, any revision; ``rev:NAME`` forces the last."""
        if name.startswith("rev:"):
            return self.commit_id(name.removeprefix("rev:"))
        candidates = (f"refs/tags/{EDITION_TAGS}{name}", f"refs/tags/{name}", f"refs/heads/{name}", name)
        return next((commit for commit in self.commit_ids(candidates) if commit), None)

    def tagged(self, edition: str) -> str | None:
        """The commit that an edition's tag fixes."""
        return self.commit_id(f"refs/tags/{EDITION_TAGS}{edition}")

    def merge_base(self, one: str, other: str) -> str | None:
        """The commit at which two histories part; ``None`` where they share none, or a shallow clone ends before it."""
        done = self._run("merge-base", one, other)
        if done.returncode > 1:
            raise IkonzeptError("git-failed", command="merge-base", message=_last_line(done.stderr))
        return done.stdout.decode().split()[0] if done.returncode == 0 else None

    def parents(self, commit: str) -> tuple[str, ...]:
        """The parents of a commit; none for the first one, nor where a shallow clone ends."""
        out = self._git("rev-list", "--max-count=1", "--parents", commit).decode().split()
        return tuple(out[1:])

    def is_annotated(self, edition: str) -> bool:
        """Whether an edition's tag is an object of its own, with a name and a day."""
        done = self._run("cat-file", "-t", f"refs/tags/{EDITION_TAGS}{edition}")
        return done.stdout.strip() == b"tag"

    def default_branch(self) -> str | None:
        """The branch everything comes together on: the remote's, else ``main`` or ``master``, else the one there is."""
        done = self._run("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        if done.returncode == 0:
            return done.stdout.decode("utf-8", "replace").strip().partition("/")[2]
        known = [name for name in ("main", "master") if self.ref(f"{_BRANCHES}{name}")]
        return known[0] if known else self.branch

    def history(self, paths: Sequence[str], tip: str = "HEAD") -> Iterator["Revised"]:
        """The commits that changed any of these files, oldest first, with what each file became; one pass over git."""
        asked = ("--format=%x01%H%x02%cs%x02%an%x02%s", "--raw", "--no-abbrev", "--no-renames", "--reverse", "-z")
        wanted = [self.prefix + path for path in paths]
        out = _listing(self.top, "log", *asked, *_QUIET, "--diff-merges=first-parent", tip, "--", *wanted)
        for part in out.decode("utf-8", "replace").split("\1")[1:]:
            head, _, rest = part.partition("\0")
            commit, day, author, subject = head.split("\2", 3)
            words = [word for word in rest.strip("\n").split("\0") if word]
            entries: dict[str, Entry | None] = {}
            for raw, path in zip(words[::2], words[1::2], strict=False):
                _, mode, _, blob, state = raw.split(" ")
                entries[path.removeprefix(self.prefix)] = None if state == "D" else Entry(mode, blob)
            yield Revised(commit, date.fromisoformat(day), author, subject, entries)

    def deleted(self, tip: str) -> dict[str, str]:
        """The files below the concept's folder that some commit up to ``tip`` deleted, with the last blob of each."""
        asked = ("--format=", "--raw", "--diff-filter=D", "--no-abbrev", "--no-renames", "-z", *_QUIET)
        below = [self.prefix] if self.prefix else []
        out = _listing(self.top, "log", *asked, "--diff-merges=first-parent", tip, "--", *below)
        words = [word for word in out.decode("utf-8", "surrogateescape").split("\0") if word]
        found: dict[str, str] = {}
        for raw, path in zip(words[::2], words[1::2], strict=False):
            found.setdefault(path.removeprefix(self.prefix), raw.split(" ")[2])  # the newest comes first
        return found

    def entries(self, commit: str, paths: Sequence[str] | None = None) -> dict[str, Entry]:
        """The files of a commit below the concept's folder, by path relative to it: all of them, or just these."""
        if paths is not None and len(paths) > _MOST_ARGUMENTS:
            half = len(paths) // 2
            return self.entries(commit, paths[:half]) | self.entries(commit, paths[half:])
        below = [self.prefix] if self.prefix else []
        below = below if paths is None else [self.prefix + path for path in paths]
        out = _listing(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *below)
        entries = {}
        for line in out.decode("utf-8", "surrogateescape").split("\0"):
            if line:
                head, _, path = line.partition("\t")
                mode, _, blob = head.split(" ")
                entries[path.removeprefix(self.prefix)] = Entry(mode, blob)
        return entries

    def changed(self, old: str, new: str) -> dict[str, tuple[Entry | None, Entry | None]]:
        """The files that differ between two commits, by path relative to the concept, with both entries."""
        below = [self.prefix] if self.prefix else []
        out = _listing(
            self.top, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new, "--", *below
        )
        parts = out.decode("utf-8", "surrogateescape").split("\0")
        found = {}
        for head, path in zip(parts[::2], parts[1::2], strict=False):
            mode, new_mode, blob, new_blob, _ = head.removeprefix(":").split(" ")
            sides = (Entry(mode, blob), Entry(new_mode, new_blob))
            found[path.removeprefix(self.prefix)] = (
                sides[0] if int(mode, 8) else None,
                sides[1] if int(new_mode, 8) else None,
            )
        return found

    def committed_on(self, commit: str) -> date:
        """The day on which a commit was made, where its author sat."""
        out = self._git("rev-list", "--max-count=1", "--format=%cs", commit).decode()
        return date.fromisoformat(out.split()[-1])

    def blobs(self, ids: Iterable[str]) -> Iterator[bytes]:
        """The contents of blobs, in the order asked for; of one beyond any file that is read, only the beginning."""
        return self._asked(list(ids), _beginning)

    def digests(self, ids: Sequence[str]) -> Iterator[str]:
        """The SHA-256 of blobs of any size, in the order asked for."""
        return self._asked(ids, _digest)

    def head(self) -> Head:
        """The branch that is worked on, a new one without commits too, and its last commit."""
        named = self._run("symbolic-ref", "--quiet", "HEAD")
        ref = named.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
        branch = ref.removeprefix(_BRANCHES) if ref.startswith(_BRANCHES) else None
        return Head(branch, self.commit_id("HEAD"))

    def ref(self, name: str) -> str | None:
        """The object a full name of a branch or tag stands for, the tag itself and not its commit."""
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return found.stdout.decode().strip() or None if found.returncode == 0 else None

    def contains(self, descendant: str, ancestor: str) -> bool:
        """Whether a commit has another one in its history."""
        return self._run("merge-base", "--is-ancestor", ancestor, descendant).returncode == 0

    def staged(self) -> dict[str, Entry | None]:
        """The index of git below the concept's folder, by path relative to it; ``None`` for a file in conflict."""
        out = _listing(self.folder, "ls-files", "--stage", "-z", "--", ".").decode("utf-8", "surrogateescape")
        found: dict[str, Entry | None] = {}
        for line in out.split("\0"):
            if line:
                head, _, path = line.partition("\t")
                mode, blob, stage = head.split(" ")
                found[path] = Entry(mode, blob) if stage == "0" else None
        return found

    def _asked(self, ids: Sequence[str], take: Callable[[IO[bytes], int], T]) -> Iterator[T]:
        """What is taken of each blob, read by one process and in blocks."""
        if not ids:
            return
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{blob}\n" for blob in ids).encode())
            asked.seek(0)
            with _started(self.folder, "cat-file", "--batch", "--buffer", stdin=asked) as process:
                answers = cast("IO[bytes]", process.stdout)
                for blob in ids:
                    kind, _, size = answers.readline().decode().strip().partition(" blob ")
                    taken = take(answers, int(size)) if kind == blob and size else None
                    if taken is None or answers.read(1) != b"\n":
                        raise IkonzeptError("git-blob", blob=blob)
                    yield taken

    def changed_files(self, commit: str = "HEAD") -> tuple[str, ...]:
        """Files of the concept's folder that differ from a commit, new and missing ones included, sorted.

        A file that differs only by CRLF for LF counts as unchanged; what ``.gitignore`` names is left out.
        """
        committed = self.entries(commit) if self.has_commits else {}
        out = self._git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", cwd=self.folder)
        present = {path for path in out.decode("utf-8", "surrogateescape").split("\0") if path}
        paths = committed.keys() | present
        outside = frozenset(name for name in {path.rpartition("/")[0] for path in paths} if self._leads_out(name))
        return tuple(sorted(path for path in paths if self._differs(path, committed.get(path), outside)))

    def _leads_out(self, folder: str) -> bool:
        """Whether a folder, or one above it, is a symbolic link: nothing behind it belongs to the concept."""
        parts = [part for part in folder.split("/") if part]
        return any(self.folder.joinpath(*parts[:length]).is_symlink() for length in range(1, len(parts) + 1))

    def _differs(self, path: str, entry: Entry | None, outside: Collection[str]) -> bool:
        if path.rpartition("/")[0] in outside:
            return entry is not None
        file = self.folder / path
        if entry is None:
            return file.is_symlink() or file.is_file()
        if entry.mode == _SUBMODULE:
            return False
        if entry.mode == _SYMLINK:
            return not file.is_symlink() or self.blob_id(os.fsencode(file.readlink())) != entry.blob
        if file.is_symlink() or not file.is_file():
            return True
        try:
            size = file.stat().st_size
            if size > _LARGE and size != int(self._git("cat-file", "-s", entry.blob)):
                return True
            content = file.read_bytes()
        except OSError:
            return True
        return entry.blob not in (self.blob_id(content), self.blob_id(content.replace(b"\r\n", b"\n")))

    def blob_id(self, content: bytes) -> str:
        """The id git gives to a file of this content."""
        return hashlib.new(
            self._object_format, b"blob %d\0" % len(content) + content, usedforsecurity=False
        ).hexdigest()

    def _run(
        self, *arguments: str, stdin: bytes | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return run_git(cwd or self.folder, *arguments, stdin=stdin)

    def _git(self, *arguments: str, stdin: bytes | None = None, cwd: Path | None = None) -> bytes:
        done = self._run(*arguments, stdin=stdin, cwd=cwd)
        if done.returncode != 0:
            raise IkonzeptError("git-failed", command=arguments[0], message=_last_line(done.stderr))
        return done.stdout


class Revision:
    """A commit's files as a source for the loader; blobs are read from the object database, nothing is checked out.

    ``known`` are entries that git has told already, ``None`` for a path that the commit has not.
    """

    def __init__(self, repository: Repository, commit: str, known: Mapping[str, Entry | None] | None = None) -> None:
        self.repository = repository
        self.commit = commit
        self._known = dict(known or {})

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return self.repository.entries(self.commit)

    def paths(self) -> dict[str, str]:
        """Every file with its kind: ``file``, ``link`` or ``other``."""
        kinds = {_SYMLINK: "link", _SUBMODULE: "other"}
        return {path: kinds.get(entry.mode, "file") for path, entry in self._entries.items()}

    def some(self, paths: Collection[str]) -> "Revision":
        """The same commit, of which only those of these files are seen that it has; git is not asked for the others."""
        if unknown := [path for path in paths if path not in self._known]:
            found = self.repository.entries(self.commit, unknown)
            self._known |= {path: found.get(path) for path in unknown}
        narrowed = Revision(self.repository, self.commit)
        narrowed._entries = {path: entry for path in sorted(paths) if (entry := self._known[path])}
        return narrowed

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files, by one process."""
        yield from zip(paths, self.repository.blobs(self._entries[path].blob for path in paths), strict=True)

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of these files, by one process."""
        yield from zip(paths, self.repository.digests([self._entries[path].blob for path in paths]), strict=True)


def run_git(
    cwd: Path, *arguments: str, stdin: bytes | None = None, patience: int = 60
) -> subprocess.CompletedProcess[bytes]:
    """One git process with everything switched off that could run a program the repository names."""
    try:
        return subprocess.run(  # noqa: S603  fixed arguments, names behind --end-of-options
            ["git", *SAFE_FLAGS, *arguments],  # noqa: S607  the user's own git
            cwd=cwd,
            env=_environment(),
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            timeout=patience,
        )
    except FileNotFoundError:
        raise IkonzeptError("git-missing") from None
    except subprocess.TimeoutExpired:
        raise IkonzeptError("git-silent", command=arguments[0], seconds=patience) from None


def _listing(cwd: Path, *arguments: str) -> bytes:
    """As ``run_git``, for a list that a hostile tree can make endless."""
    with tempfile.TemporaryFile() as complaints:
        with _started(cwd, *arguments, stdin=subprocess.DEVNULL, stderr=complaints) as process:
            out = cast("IO[bytes]", process.stdout).read(_LONGEST_LISTING + 1)
            if len(out) > _LONGEST_LISTING:
                process.kill()
                raise IkonzeptError("git-too-large", limit=_LONGEST_LISTING // _BLOCK)
        if process.returncode != 0:
            complaints.seek(0)
            raise IkonzeptError("git-failed", command=arguments[0], message=_last_line(complaints.read()))
    return out


def _started(
    cwd: Path, *arguments: str, stdin: IO[bytes] | int, stderr: IO[bytes] | int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """As ``run_git``, for answers too large to be held at once."""
    return subprocess.Popen(  # noqa: S603  as run_git
        ["git", *SAFE_FLAGS, *arguments],  # noqa: S607
        cwd=cwd,
        env=_environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN} | _SAFE_ENVIRONMENT


def _beginning(answers: IO[bytes], size: int) -> bytes:
    """As much of the next blob as anyone reads; the rest is passed over."""
    content = answers.read(min(size, _LARGE))
    left = size - len(content)
    while block := answers.read(min(left, _BLOCK)):
        left -= len(block)
    return content


def _digest(answers: IO[bytes], size: int) -> str:
    """The SHA-256 of the next blob."""
    digest = hashlib.sha256()
    while block := answers.read(min(size, _BLOCK)):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()


_BLOCK = 1024 * 1024
_LARGE = 16 * _BLOCK
"""More than any file of a concept that is read; enclosures may be larger."""
_LONGEST_LISTING = 64 * _BLOCK
_MOST_ARGUMENTS = 500
"""How many paths one call of git is given: command lines have an end."""


def open_repository(folder: Path) -> Repository | None:
    """The git repository around a concept's folder, or ``None`` where there is none (or no git).

    Raises ``IkonzeptError`` where git refuses the folder because it belongs to someone else.
    """
    try:
        asked = (*_FACTS, "--symbolic-full-name", f"--glob={_EDITION_REFS}*", "HEAD")
        done = run_git(folder, "rev-parse", *asked, patience=10)
    except IkonzeptError as problem:
        if problem.code != "git-missing":
            raise
        return None
    lines = done.stdout.decode("utf-8", "surrogateescape").split("\n")[:-1]
    if lines[:1] == ["true"] and (done.returncode == 0 or _UNBORN in done.stderr):
        _, up, shallow, object_format, *refs = lines
        head = refs[-1] if refs and done.returncode == 0 else ""
        tags = {ref.removeprefix(_EDITION_REFS) for ref in refs if ref.startswith(_EDITION_REFS)}
        broken = {os.fsdecode(name) for name in _BROKEN.findall(done.stderr)}
        return Repository(
            folder,
            top=Path(os.path.normpath(folder.resolve() / up)),  # no path from git: its name may hold a line feed
            shallow=shallow == "true",
            object_format=object_format,
            has_commits=done.returncode == 0,  # HEAD of a new repository names nothing yet
            branch=head.removeprefix(_BRANCHES) if head.startswith(_BRANCHES) else None,
            edition_tags=frozenset(tags | broken),
            broken_tags=frozenset(broken),
        )
    if b"dubious ownership" in done.stderr:
        raise IkonzeptError("git-owner", path=str(folder.resolve()))
    if lines[:1] != ["false"] and b"not a git repository" not in done.stderr:
        raise IkonzeptError("git-failed", command="rev-parse", message=_last_line(done.stderr))
    return None


@dataclass(frozen=True, slots=True)
class Damage:
    """What is broken in a repository, and what git says of it."""

    code: str
    message: str


def damage(folder: Path, repository: Repository | None) -> Damage | None:
    """What keeps git from working on the repository around a folder; ``None`` where there is none, or it is sound.

    It reads all objects' links, so only a doctor asks.
    """
    git = next(
        (above / ".git" for above in (folder.resolve(), *folder.resolve().parents) if _holds(above / ".git")), None
    )
    if repository is None:
        if git is None:
            return None
        done = run_git(folder, "rev-parse", "--is-inside-work-tree", patience=10)
        return Damage("git-unreadable", _last_line(done.stderr)) if done.returncode else Damage("git-worktree", "")
    if not os.path.lexists(repository.top / ".git"):
        return Damage("git-worktree", "")
    found = git_dir_of(folder)
    head = repository.head()
    if found and head.commit is None and head.branch and (found[1] / f"{_BRANCHES}{head.branch}").exists():
        return Damage("git-branch", head.branch)
    for code, asked in (("git-index", ("ls-files", "--stage")), ("git-objects", _CONNECTED)):
        done = run_git(repository.top, *asked)
        if done.returncode != 0:
            return Damage(code, _last_line(done.stderr) or _last_line(done.stdout))
    return None


_CONNECTED = ("fsck", "--connectivity-only", "--no-dangling", "--no-progress")


def _holds(git: Path) -> bool:
    """Whether this is meant to be a git directory, or names one; an empty folder is none."""
    try:
        return git.is_file() or any(git.iterdir())
    except OSError:
        return False


def repository_to_write(folder: Path) -> Repository:
    """As ``open_repository``; raises ``git-missing`` or ``commit-needs-git`` where there is no git."""
    repository = open_repository(folder)
    if repository is None:
        run_git(folder, "version")  # says what is missing where git is
        raise IkonzeptError("commit-needs-git", path=str(folder))
    return repository


def prefix_of(folder: Path) -> str:
    """The path of a folder below the top of its git working tree (``konzept/``); ``""`` at the top and outside of git.

    Found by looking, not by asking git: it takes no program, and no trust in a folder that someone else owns.
    """
    folder = folder.resolve()
    top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    return "" if top == folder else f"{folder.relative_to(top).as_posix()}/"


def git_dir_of(folder: Path) -> tuple[Path, Path] | None:
    """The top of the working tree around a folder and its git directory; found by looking, as ``prefix_of``."""
    folder = folder.resolve()
    for top in (folder, *folder.parents):
        named = top / ".git"
        if named.is_file():  # a worktree or submodule: its directory lies elsewhere
            with named.open("rb") as file:
                line = os.fsdecode(file.read(_LONGEST_PATH)).removesuffix("\n")
            named = top / line.removeprefix("gitdir: ")
        if (named / "HEAD").is_file():
            return top, named
    return None


def in_progress(git_dir: Path) -> str | None:
    """The git command that has stopped half-way and waits for the user, such as ``merge``."""
    return next((command for name, command in _WAITING.items() if os.path.lexists(git_dir / name)), None)


_LONGEST_PATH = 8192
_WAITING = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
_UNBORN = b"ambiguous argument 'HEAD'"
_FACTS = ("--is-inside-work-tree", "--show-cdup", "--is-shallow-repository", "--show-object-format")
_EDITION_REFS = f"refs/tags/{EDITION_TAGS}"
_BROKEN = re.compile(rf"^warning: ignoring broken ref {_EDITION_REFS}(.+)$".encode(), re.MULTILINE)
"""What git says of a tag whose file holds anything but an id, instead of naming it."""
_BRANCHES = "refs/heads/"


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return re.sub(r"^fatal: ", "", lines[-1]) if lines else ""


# --- writing: plumbing by GitPython --------------------------------------------------------------------------------


def create(folder: Path, commits: Sequence[Commit]) -> None:
    """Makes a new git repository in a folder with these commits on ``main``, oldest first, and their tags.

    One ``fast-import``: no hooks, no filters, and the same input gives the same hashes.
    """
    run_git(folder, "version")  # says what is missing where git is; GitPython would fail on import
    from git import Git

    git = Git(folder)
    git.update_environment(**_SAFE_ENVIRONMENT)
    with _own_environment():
        _create(git, commits)


def _create(git: "Git", commits: Sequence[Commit]) -> None:
    from git import GitCommandError

    try:
        _write(git, "init", "--quiet", "--template=", "--initial-branch=main", "--object-format=sha1")
        with tempfile.TemporaryFile() as stream:
            stream.writelines(_fast_import(commits))
            stream.seek(0)
            _write(git, "fast-import", "--quiet", "--done", stdin=cast("BinaryIO", stream))
        _write(git, "read-tree", "HEAD")
    except GitCommandError as problem:
        message = _last_line(_complaint(problem.stderr))
        raise IkonzeptError("git-failed", command="fast-import", message=message) from None


@contextmanager
def _own_environment() -> Iterator[None]:
    """Without what a surrounding git hook has set, which GitPython would pass on."""
    foreign = {name: os.environ.pop(name) for name in _FOREIGN if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(foreign)


def _write(git: "Git", *arguments: str, stdin: BinaryIO | None = None, env: Mapping[str, str] | None = None) -> str:
    """One writing git process, with the same switches as the reading ones, out of reach of Ctrl-C; what it answers."""
    answer = git.execute(["git", *SAFE_FLAGS, *arguments], istream=stdin, env=env, start_new_session=True)
    return str(answer)


class Plumbing:
    """What writes objects, git's index and refs; nothing that the repository names is run, no file is touched.

    ``scratch`` is a folder for temporary files. Raises ``IkonzeptError`` with what git says.
    """

    def __init__(self, repository: Repository, scratch: Path) -> None:
        from git import Git

        self._repository = repository
        self._scratch = scratch
        self._git = Git(repository.folder)
        self._git.update_environment(**_SAFE_ENVIRONMENT, GIT_NO_REPLACE_OBJECTS="1")

    def blobs(self, contents: Sequence[bytes]) -> list[str]:
        """Keeps contents as they are, by one process; their ids."""
        if not contents:
            return []
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            files = [Path(folder, str(number)) for number in range(len(contents))]
            for file, content in zip(files, contents, strict=True):
                file.write_bytes(content)
            asked = "".join(f"{_quoted(str(file))}\n" for file in files)
            return self._run("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=asked).split("\n")

    def tree(self, base: str | None, entries: Mapping[str, Entry | None]) -> str:
        """The tree of a commit (or an empty one) with these files of the concept laid over it; ``None`` removes one.

        Made in an index of its own: what the user has staged is neither looked at nor touched.
        """
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            env = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._run("read-tree", base or "--empty", env=env)
            self._run("update-index", "-z", "--index-info", stdin=self._index_info(entries), env=env)
            return self._run("write-tree", "--missing-ok", env=env)  # of a partial clone

    def commit(self, tree: str, parent: str | None, who: Person, when: datetime, message: str) -> str:
        """Makes a commit that no branch names yet."""
        parents = ("-p", parent) if parent else ()
        settings = ("-c", "i18n.commitEncoding=UTF-8")
        return self._run(*settings, "commit-tree", *parents, tree, stdin=f"{message}\n", env=_signature(who, when))

    def tag(  # noqa: PLR0913, PLR0917  what a tag holds
        self,
        name: str,
        commit: str,
        who: Person,
        when: datetime,
        message: str,
        sign: Callable[[bytes], bytes] | None = None,
    ) -> str:
        """Makes an annotated tag that no ref names yet; ``sign`` gives the signature of its text."""
        tagger = f"{_one_line(who.name)} <{_one_line(who.email)}> {_git_time(when)}"
        text = f"object {commit}\ntype commit\ntag {name}\ntagger {tagger}\n\n{message}\n"
        return self._run("mktag", stdin=text + (sign(text.encode()).decode() if sign else ""))

    def update_index(self, entries: Mapping[str, Entry | None]) -> None:
        """Sets these files of the concept in the user's index; ``None`` takes one out. All others stay as they are."""
        if entries:
            self._run("update-index", "-z", "--index-info", stdin=self._index_info(entries))

    def update_refs(self, updates: Iterable[RefUpdate], who: Person, when: datetime, reason: str) -> None:
        """Moves branches and tags, all or none, and only if each still names what it did."""
        none = "0" * len(self._repository.blob_id(b""))
        moves = "".join(f"update {update.name} {update.new} {update.old or none}\n" for update in updates)
        arguments = ("update-ref", "-m", reason, "--stdin")
        self._run(*arguments, stdin=f"start\n{moves}prepare\ncommit\n", env=_signature(who, when))

    def _index_info(self, entries: Mapping[str, Entry | None]) -> str:
        absent = Entry("0", "0" * len(self._repository.blob_id(b"")))
        found = ((path, entry or absent) for path, entry in entries.items())
        return "".join(f"{entry.mode} {entry.blob} 0\t{self._repository.prefix}{path}\0" for path, entry in found)

    def _run(self, *arguments: str, stdin: str | None = None, env: Mapping[str, str] | None = None) -> str:
        from git import GitCommandError

        with _own_environment(), tempfile.TemporaryFile() as stream:
            stream.write((stdin or "").encode("utf-8", "surrogateescape"))
            stream.seek(0)
            try:
                return _write(self._git, *arguments, stdin=cast("BinaryIO", stream), env=env)
            except GitCommandError as problem:
                command = next(word for word in arguments if word in _WRITING)
                message = _last_line(_complaint(problem.stderr))
                raise IkonzeptError("git-failed", command=command, message=message) from None


_WRITING = frozenset(
    ("hash-object", "read-tree", "update-index", "write-tree", "commit-tree", "mktag", "update-ref"),
)


def _complaint(stderr: object) -> bytes:
    """What git said, without the quotation marks and the label that GitPython puts around it."""
    return re.sub(r"^\s*stderr: '(.*)'\s*$", r"\1", str(stderr), flags=re.DOTALL).encode("utf-8", "surrogateescape")


def _signature(who: Person, when: datetime) -> dict[str, str]:
    """Who writes and when, as git takes it from the environment."""
    signed = {"NAME": _one_line(who.name), "EMAIL": _one_line(who.email), "DATE": f"@{_git_time(when)}"}
    return {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in signed.items()}


def committer(folder: Path) -> Person | None:
    """Who git says is writing, or ``None`` where nobody told git a name."""
    found = run_git(folder, "config", "--get-regexp", r"^user\.(name|email)$", patience=10).stdout.decode(
        "utf-8", "replace"
    )
    known = dict(line.split(" ", 1) for line in found.splitlines() if " " in line)
    if all(_one_line(known.get(name, "")) for name in ("user.name", "user.email")):
        return Person(known["user.name"], known["user.email"])
    return None


def setting_of_person(name: str) -> str | None:
    """A program in the person's own git configuration (``core.pager``); that of a repository is never asked for."""
    try:
        found = run_git(Path.home(), "config", "--global", "--get", name, patience=10)
    except (IkonzeptError, OSError, RuntimeError):
        return None
    return found.stdout.decode("utf-8", "replace").strip() or None


def _fast_import(commits: Sequence[Commit]) -> Iterator[bytes]:
    """The commits in the language of ``git fast-import``."""
    for commit in commits:
        who = f"{_one_line(commit.author.name)} <{_one_line(commit.author.email)}> {_git_time(commit.when)}"
        yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
        yield _data(commit.message + "\n")
        for path, content in commit.files.items():
            yield f"M 100644 inline {_quoted(path)}\n".encode()
            yield b"data %d\n" % len(content) + content + b"\n"
        yield b"\n"
        if commit.tag:
            yield f"tag {commit.tag}\nfrom refs/heads/main\ntagger {who}\n".encode()
            yield _data(commit.tag_message + "\n")
    yield b"done\n"


def _data(text: str) -> bytes:
    raw = text.encode()
    return b"data %d\n" % len(raw) + raw + b"\n"


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _one_line(text: str) -> str:
    return re.sub(r"[<>\n]", "", text).strip()


def _git_time(when: datetime) -> str:
    return f"{int(when.timestamp())} {when:%z}"
