"""A command that has stopped half-way: undone before its branch has moved, finished after.

Every step looks at what is there first, so that it does no harm to be stopped in it and to begin again.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.journal import Change, Journal, erase, put, settle, through_link
from ikonzept.repository.objects import Entry, Person, RefUpdate
from ikonzept.repository.opening import repository_to_write
from ikonzept.repository.reading import Repository
from ikonzept.repository.writing import Plumbing, committer
from ikonzept.room import Room


class Outcome(StrEnum):
    """What has become of the command."""

    DONE = "done"
    UNDONE = "undone"
    LEFT = "left"
    """Someone has committed meanwhile: the files stay as they are."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What has become of an interrupted command, and which files were left alone as someone has changed them since."""

    outcome: Outcome
    kept: tuple[str, ...] = ()


def complete(room: Room, journal: Journal) -> Recovered:
    """Finishes a command whose branch, or without one all of whose files, are new; undoes any other."""
    folder = _concept(room, journal)
    repository = repository_to_write(folder) if journal.refs else None
    outcome = _outcome(folder, repository, journal)
    if outcome is Outcome.LEFT:
        differing = [item.edit.path for item in journal.changes if not holds(folder, item, item.edit.before)]
        kept = tuple(sorted(differing))
        return _close(folder, room, journal, Recovered(outcome, kept))
    if outcome is Outcome.UNDONE:
        done = _undone(folder, repository, room, journal)
        if repository is None or _outcome(folder, repository, journal) is not Outcome.DONE:
            return _close(folder, room, journal, done)
    return _close(folder, room, journal, _done(folder, repository, room, journal))  # git had still been at it


def undo(room: Room, journal: Journal) -> Recovered:
    """Undoes a command that has no branch to move."""
    folder = _concept(room, journal)
    return _close(folder, room, journal, _undone(folder, None, room, journal))


def holds(folder: Path, change: Change, content: bytes | None) -> bool:
    """Whether a file holds this content, ``None``: is not there; one behind a link never does."""
    path = folder / change.edit.path
    if through_link(folder, change.edit.path):
        return False
    if content is None:
        return not os.path.lexists(path)
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def replace(folder: Path, change: Change, content: bytes | None) -> None:
    """The temporary file takes the file's place; without content the file is removed."""
    path = folder / change.edit.path
    if content is None:
        path.unlink()
    else:
        (folder / change.temporary).replace(path)


def _concept(room: Room, journal: Journal) -> Path:
    if journal.prefix and through_link(room.top, journal.prefix):
        raise IkonzeptError("edit-link", path=journal.prefix)
    return room.top / journal.prefix


def _outcome(folder: Path, repository: Repository | None, journal: Journal) -> Outcome:
    if repository is None:
        new = all(holds(folder, change, change.edit.after) for change in journal.changes)
        return Outcome.DONE if new else Outcome.UNDONE
    states = [_moved(repository, update) for update in journal.refs]
    if any(states):
        return Outcome.DONE
    return Outcome.LEFT if None in states else Outcome.UNDONE


def _moved(repository: Repository, update: RefUpdate) -> bool | None:
    """Whether a ref names the new object, or a branch a later commit; ``None``: neither that nor the old one."""
    now = repository.ref(update.name)
    if now == update.old:
        return False
    is_branch = update.name.startswith("refs/heads/")
    return True if now == update.new or (is_branch and now and repository.contains(now, update.new)) else None


def _undone(folder: Path, repository: Repository | None, room: Room, journal: Journal) -> Recovered:
    changes = list(reversed(journal.changes))
    kept = [item.edit.path for item in changes if not _turn(folder, item, item.edit.before, item.edit.after)]
    if repository:
        _restage(repository, room, ((item.path, item.old, item.new) for item in journal.staged))
    _clear(folder, journal)
    for made in reversed(journal.folders):
        if not through_link(folder, made):
            with suppress(OSError):  # someone has put something there, or it was never made
                (folder / made).rmdir()
    return Recovered(Outcome.UNDONE, tuple(sorted(kept)))


def _done(folder: Path, repository: Repository | None, room: Room, journal: Journal) -> Recovered:
    kept = [item.edit.path for item in journal.changes if not _turn(folder, item, item.edit.after, item.edit.before)]
    if repository:
        _restage(repository, room, ((item.path, item.new, item.old) for item in journal.staged))
        missing = [update for update in journal.refs if repository.ref(update.name) == update.old]
        if missing:
            who = committer(folder) or Person("ikonzept", "ikonzept@localhost")
            reason = "ikonzept doctor --fix"
            Plumbing(repository, room.scratch).update_refs(missing, who, datetime.now(UTC).astimezone(), reason)
    return Recovered(Outcome.DONE, tuple(sorted(kept)))


def _turn(folder: Path, change: Change, wanted: bytes | None, other: bytes | None) -> bool:
    """Gives a file the wanted content if it holds the other; says whether it has it now."""
    if holds(folder, change, wanted):
        return True
    if not holds(folder, change, other):
        return False
    temporary = folder / change.temporary
    if wanted is not None:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        put(temporary, wanted, change.mode)
    replace(folder, change, wanted)
    settle(temporary.parent)
    return True


def _restage(repository: Repository, room: Room, entries: Iterable[tuple[str, Entry | None, Entry | None]]) -> None:
    """Sets the files in the index that hold the other entry to the wanted one."""
    index = repository.staged()
    wrong = {path: wanted for path, wanted, other in entries if wanted != other and index.get(path) == other}
    Plumbing(repository, room.scratch).update_index(wrong)


def _close(folder: Path, room: Room, journal: Journal, found: Recovered) -> Recovered:
    _clear(folder, journal)
    erase(room.journal)
    return found


def _clear(folder: Path, journal: Journal) -> None:
    """Removes the temporary files; one that is a link, or behind one, is none of ours."""
    for change in journal.changes:
        if not through_link(folder, change.temporary):
            (folder / change.temporary).unlink(missing_ok=True)
