"""A wished commit and tag, as objects that nothing names yet; everything that can be refused is refused here."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ikonzept.edits.edit import Edit
from ikonzept.errors import IkonzeptError
from ikonzept.journal import Staged
from ikonzept.repository.objects import Entry, Head, Person, RefUpdate
from ikonzept.repository.opening import repository_to_write
from ikonzept.repository.reading import Repository
from ikonzept.repository.state import in_progress
from ikonzept.repository.writing import Plumbing, committer
from ikonzept.room import Room
from ikonzept.signing import signature

_FILE, _PROGRAM = "100644", "100755"


@dataclass(frozen=True, slots=True)
class Wish:
    """The commit that is to hold the edits, and the annotated tag it gets. Without ``message`` there is no commit."""

    message: str | None
    tag: str | None = None
    """The tag's name (``fortschreibung/2024``); without a commit it stands at the last one."""
    tag_message: str = ""
    expected: Head | None = None
    """What the command has looked at; ``None`` takes whatever is there."""
    when: datetime | None = None
    """With its time zone; ``None`` is now."""
    sign: bool = False
    """Whether the tag is signed with the writer's key."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What remains to be done in git: the user's index and the refs."""

    plumbing: Plumbing
    who: Person
    when: datetime
    commit: str | None
    staged: tuple[Staged, ...]
    refs: tuple[RefUpdate, ...]
    reason: str

    def update_index(self) -> None:
        """Shows the user's index what is committed."""
        self.plumbing.update_index({item.path: item.new for item in self.staged})

    def update_refs(self) -> None:
        """Branch and tag, both or none: from here on it has happened."""
        if self.refs:
            self.plumbing.update_refs(self.refs, self.who, self.when, self.reason)


def prepare(room: Room, edits: Sequence[Edit], wish: Wish) -> Prepared:
    """Checks what git must be like, and writes the objects.

    Raises ``IkonzeptError``: ``commit-needs-git``, ``git-in-progress``, ``head-detached``, ``head-moved``,
    ``git-busy``, ``git-nameless``, ``tag-exists``, ``index-conflict``.
    """
    repository = repository_to_write(room.concept)
    head = _head(repository, room, wish)
    who, when = _writer(room.concept), wish.when or datetime.now(UTC).astimezone()
    plumbing = Plumbing(repository, room.scratch)
    refs: list[RefUpdate] = []
    staged: tuple[Staged, ...] = ()
    commit = head.commit
    if wish.message is not None:
        entries = repository.entries(head.commit) if head.commit else {}
        new = _entries(repository, plumbing, edits, entries)
        staged = _staged(repository.staged(), new)
        commit = plumbing.commit(plumbing.tree(head.commit, new), head.commit, who, when, wish.message)
        refs.append(RefUpdate(f"refs/heads/{head.branch}", head.commit, commit))
    if wish.tag and commit:
        sign = partial(signature, room.concept, who) if wish.sign else None
        tag = plumbing.tag(wish.tag, commit, who, when, wish.tag_message, sign)
        refs.append(RefUpdate(f"refs/tags/{wish.tag}", None, tag))
    subject = (wish.message or wish.tag_message).partition("\n")[0]
    return Prepared(plumbing, who, when, commit, staged, tuple(refs), f"ikonzept: {subject}")


def _head(repository: Repository, room: Room, wish: Wish) -> Head:
    """The branch that is committed to, if now is the time for it."""
    head = repository.head()
    stopped = in_progress(room.git_dir) if room.git_dir else None
    if stopped:
        raise IkonzeptError("git-in-progress", what=stopped)
    if head.branch is None:
        raise IkonzeptError("head-detached")
    if wish.expected is not None and head != wish.expected:
        raise IkonzeptError("head-moved", branch=head.branch)
    if room.git_dir and os.path.lexists(room.git_dir / "index.lock"):
        raise IkonzeptError("git-busy", path=str(room.git_dir / "index.lock"))
    if wish.tag and repository.ref(f"refs/tags/{wish.tag}"):
        commit = repository.commit_id(f"refs/tags/{wish.tag}") or "?"
        raise IkonzeptError("tag-exists", name=wish.tag, commit=commit[:10])
    if wish.message is None and head.commit is None:
        raise IkonzeptError("head-unborn")
    return head


def _writer(folder: Path) -> Person:
    person = committer(folder)
    if person is None:
        raise IkonzeptError("git-nameless")
    return person


def _entries(
    repository: Repository, plumbing: Plumbing, edits: Sequence[Edit], entries: Mapping[str, Entry]
) -> dict[str, Entry | None]:
    """The files as they are committed: with the line ends and the mode that they have in git."""
    texts = [(edit.path, edit.after) for edit in edits if edit.after is not None]
    asked = [path for path, text in texts if b"\r\n" in text and path in entries and entries[path].mode in _REGULAR]
    known = dict(zip(asked, repository.blobs(entries[path].blob for path in asked), strict=True))
    contents = [_with_line_ends(text, known.get(path)) for path, text in texts]
    ids = plumbing.blobs(contents)
    programs = {path for path, entry in entries.items() if entry.mode == _PROGRAM}
    new: dict[str, Entry | None] = {edit.path: None for edit in edits}
    for (path, _), blob in zip(texts, ids, strict=True):
        new[path] = Entry(_PROGRAM if path in programs else _FILE, blob)
    return new


_REGULAR = frozenset((_FILE, _PROGRAM))


def _with_line_ends(text: bytes, committed: bytes | None) -> bytes:
    """A text as it is committed: plain line ends where git has had such, whatever the working tree uses."""
    return text if committed is None or b"\r\n" in committed else text.replace(b"\r\n", b"\n")


def _staged(index: Mapping[str, Entry | None], new: Mapping[str, Entry | None]) -> tuple[Staged, ...]:
    for path in new:
        if path in index and index[path] is None:
            raise IkonzeptError("index-conflict", path=path)
    return tuple(Staged(path, index.get(path), entry) for path, entry in new.items())
