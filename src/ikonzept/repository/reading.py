"""Reading git: revisions, blobs, tags, commits, the state of the working tree by our own hashes."""

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import IO, TypeVar, cast

from ikonzept.errors import IkonzeptError
from ikonzept.repository.calls import BLOCK, last_line, listing, run_git, started
from ikonzept.repository.objects import BRANCHES, EDITION_TAGS, SUBMODULE, SYMLINK, Entry, Head, Revised, blob_id

T = TypeVar("T")


_QUIET = ("-O/dev/null", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-mailmap", "--no-color")
"""What keeps ``git log`` from everything that a repository's own configuration could ask of it."""


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
            raise IkonzeptError("git-failed", command="merge-base", message=last_line(done.stderr))
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
        known = [name for name in ("main", "master") if self.ref(f"{BRANCHES}{name}")]
        return known[0] if known else self.branch

    def history(self, paths: Sequence[str], tip: str = "HEAD") -> Iterator["Revised"]:
        """The commits that changed any of these files, oldest first, with what each file became; one pass over git."""
        asked = ("--format=%x01%H%x02%cs%x02%an%x02%s", "--raw", "--no-abbrev", "--no-renames", "--reverse", "-z")
        wanted = [self.prefix + path for path in paths]
        out = listing(self.top, "log", *asked, *_QUIET, "--diff-merges=first-parent", tip, "--", *wanted)
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
        out = listing(self.top, "log", *asked, "--diff-merges=first-parent", tip, "--", *below)
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
        out = listing(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *below)
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
        out = listing(self.top, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new, "--", *below)
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

    def known_blobs(self, ids: Collection[str]) -> dict[str, bytes]:
        """The contents of those of these blobs that there are; what is no id of one is passed over."""
        asked = sorted(id_ for id_ in ids if re.fullmatch("[0-9a-f]{40}([0-9a-f]{24})?", id_))
        if not asked:
            return {}
        lines = "".join(f"{id_}\n" for id_ in asked).encode()
        told = self._git("cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=lines)
        found = [line.split()[0] for line in told.decode().splitlines() if line.endswith(" blob")]
        return dict(zip(found, self.blobs(found), strict=True))

    def digests(self, ids: Sequence[str]) -> Iterator[str]:
        """The SHA-256 of blobs of any size, in the order asked for."""
        return self._asked(ids, _digest)

    def head(self) -> Head:
        """The branch that is worked on, a new one without commits too, and its last commit."""
        named = self._run("symbolic-ref", "--quiet", "HEAD")
        ref = named.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
        branch = ref.removeprefix(BRANCHES) if ref.startswith(BRANCHES) else None
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
        out = listing(self.folder, "ls-files", "--stage", "-z", "--", ".").decode("utf-8", "surrogateescape")
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
            with started(self.folder, "cat-file", "--batch", "--buffer", stdin=asked) as process:
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
        if entry.mode == SUBMODULE:
            return False
        if entry.mode == SYMLINK:
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
        return blob_id(content, self._object_format)

    def _run(
        self, *arguments: str, stdin: bytes | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return run_git(cwd or self.folder, *arguments, stdin=stdin)

    def _git(self, *arguments: str, stdin: bytes | None = None, cwd: Path | None = None) -> bytes:
        done = self._run(*arguments, stdin=stdin, cwd=cwd)
        if done.returncode != 0:
            raise IkonzeptError("git-failed", command=arguments[0], message=last_line(done.stderr))
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
        kinds = {SYMLINK: "link", SUBMODULE: "other"}
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


def _beginning(answers: IO[bytes], size: int) -> bytes:
    """As much of the next blob as anyone reads; the rest is passed over."""
    content = answers.read(min(size, _LARGE))
    left = size - len(content)
    while block := answers.read(min(left, BLOCK)):
        left -= len(block)
    return content


def _digest(answers: IO[bytes], size: int) -> str:
    """The SHA-256 of the next blob."""
    digest = hashlib.sha256()
    while block := answers.read(min(size, BLOCK)):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()


_LARGE = 16 * BLOCK
"""More than any file of a concept that is read; enclosures may be larger."""


_MOST_ARGUMENTS = 500
"""How many paths one call of git is given: command lines have an end."""
