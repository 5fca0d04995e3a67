"""Writing to git: objects, index and refs by plumbing that GitPython runs; and who writes."""

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from ikonzept.errors import IkonzeptError
from ikonzept.repository.calls import _FOREIGN, _SAFE_ENVIRONMENT, SAFE_FLAGS, last_line, run_git
from ikonzept.repository.objects import Commit, Entry, Person, RefUpdate
from ikonzept.repository.reading import Repository

if TYPE_CHECKING:
    from git import Git


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
        message = last_line(_complaint(problem.stderr))
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
                message = last_line(_complaint(problem.stderr))
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
