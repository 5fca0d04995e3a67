"""What a writing command is about to do, written down before it begins: what is needed to undo or to finish it."""

import json
import os
import re
import shlex
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import Any

from ikonzept.edits.edit import Edit
from ikonzept.lock import holder
from ikonzept.repository.objects import Entry, RefUpdate
from ikonzept.room import UNFINISHED, Room, room_of

_LONGEST = 1 << 29


@dataclass(frozen=True, slots=True)
class Change:
    """A file to be replaced: its rights, and the temporary file with the new content beside it."""

    edit: Edit
    mode: int
    temporary: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A file in git's index, before and after; ``None`` where it is not there."""

    path: str
    old: Entry | None
    new: Entry | None


@dataclass(frozen=True, slots=True)
class Journal:
    """Everything one command changes. Paths are relative to the concept, ``prefix`` is its own in the repository."""

    arguments: tuple[str, ...]
    """The words of the command line behind ``ikonzept``."""
    started: str
    prefix: str
    changes: tuple[Change, ...]
    folders: tuple[str, ...] = ()
    """The folders it makes, the upper ones first."""
    staged: tuple[Staged, ...] = ()
    refs: tuple[RefUpdate, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What an interrupted command has left half done; without ``journal`` its journal cannot be read."""

    path: Path
    journal: Journal | None

    @property
    def command(self) -> str:
        """The command line that was interrupted, quoted for a shell; ``""`` where it is not known."""
        return shlex.join(("ikonzept", *self.journal.arguments)) if self.journal else ""

    @property
    def started(self) -> str:
        """When it began."""
        return self.journal.started if self.journal else ""


def unfinished(folder: Path) -> Unfinished | None:
    """What an interrupted command has left half done in a concept or its repository; one still at work is none.

    Where nobody may look, nothing is known.
    """
    try:
        room = room_of(folder)
        return None if holder(room.lock) else pending(room)
    except PermissionError:
        return None


def pending(room: Room) -> Unfinished | None:
    """What stands in the journal, whoever wrote it."""
    if not os.path.lexists(room.journal):
        return None
    try:
        return Unfinished(room.journal, _loaded(_read(room.journal)))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return Unfinished(room.journal, None)


def taken(folder: Path) -> frozenset[str]:
    """What of ours is in a concept's folder and no leftover: the journal, its temporary files, a lock that is held."""
    room = room_of(folder)
    left = pending(room)
    temporary = left.journal.changes if left and left.journal else ()
    own = () if room.git_dir else (room.journal.name, *([room.lock.name] if holder(room.lock) else []))
    return frozenset((*own, *(change.temporary for change in temporary)))


def write(path: Path, journal: Journal) -> None:
    """Writes the journal whole, and waits until it is on the disk."""
    beside = path.with_name(f"{path.name}-{os.getpid()}")
    try:
        put(beside, json.dumps(_dumped(journal), ensure_ascii=True).encode(), 0o600)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    settle(path.parent)


def erase(path: Path) -> None:
    """The command is finished, or never was."""
    path.unlink(missing_ok=True)
    settle(path.parent)


def put(path: Path, content: bytes, mode: int) -> None:
    """A new file with this content, on the disk when this returns."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def settle(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can say so."""
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_inside(path: str) -> bool:
    """Whether a path names a file below a folder, and none of git's."""
    parts = path.split("/")
    sound = not any(part in {"", ".", ".."} or part.casefold() == ".git" or "\0" in part for part in parts)
    return sound and not PurePosixPath(path).is_absolute() and "\\" not in path


def through_link(folder: Path, path: str) -> bool:
    """Whether a path is a symbolic link, or leads through one."""
    parts = path.split("/")
    return any(folder.joinpath(*parts[:length]).is_symlink() for length in range(1, len(parts) + 1))


# --- as text -------------------------------------------------------------------------------------------------------


def _read(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError
        return file.read(_LONGEST)


def _dumped(journal: Journal) -> dict[str, Any]:
    changes = [
        {
            "path": change.edit.path,
            "before": _encoded(change.edit.before),
            "after": _encoded(change.edit.after),
            "mode": change.mode,
            "temporary": change.temporary,
        }
        for change in journal.changes
    ]
    return asdict(journal) | {"changes": changes}


def _loaded(raw: bytes) -> Journal:
    """The journal; it lies where others may have put something, so each path and name in it is looked at."""
    told = json.loads(raw)
    found = Journal(
        arguments=tuple(str(word) for word in told["arguments"]),
        started=str(told["started"]),
        prefix=str(told["prefix"]),
        changes=tuple(map(_change, told["changes"])),
        folders=tuple(map(_inside, told["folders"])),
        staged=tuple(
            Staged(_inside(item["path"]), _entry(item["old"]), _entry(item["new"])) for item in told["staged"]
        ),
        refs=tuple(map(_ref, told["refs"])),
    )
    if found.prefix and not is_inside(found.prefix):
        raise ValueError
    return found


def _change(told: Mapping[str, Any]) -> Change:
    edit = Edit(_inside(told["path"]), _decoded(told["before"]), _decoded(told["after"]))
    temporary = PurePosixPath(_inside(told["temporary"]))
    if not temporary.name.startswith(UNFINISHED) or temporary.parent != PurePosixPath(edit.path).parent:
        raise ValueError
    return Change(edit, int(told["mode"]) & 0o777, str(temporary))


def _ref(told: Mapping[str, Any]) -> RefUpdate:
    name = str(told["name"])
    if not name.startswith(("refs/heads/", "refs/tags/")) or not name.isprintable() or " " in name:
        raise ValueError
    return RefUpdate(name, None if told["old"] is None else _id(told["old"]), _id(told["new"]))


def _entry(told: Mapping[str, Any] | None) -> Entry | None:
    if told is None:
        return None
    return Entry(f"{int(told['mode'], 8):o}", _id(told["blob"]))


def _inside(path: object) -> str:
    if not isinstance(path, str) or not is_inside(path):
        raise ValueError
    return path


def _id(told: object) -> str:
    if not re.fullmatch("[0-9a-f]{40}|[0-9a-f]{64}", str(told)):
        raise ValueError
    return str(told)


def _encoded(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode()


def _decoded(told: str | None) -> bytes | None:
    return None if told is None else b64decode(told, validate=True)
