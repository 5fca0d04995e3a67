"""Makes changes real: whole or not at all."""

import os
import secrets
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ikonzept import commits, journal, recovery
from ikonzept.commits import Prepared, Wish
from ikonzept.edits.edit import Edit
from ikonzept.errors import IkonzeptError
from ikonzept.interruption import Interrupted, Interruptions
from ikonzept.journal import Change, Journal, is_inside, through_link, unfinished
from ikonzept.lock import Waiting, locked
from ikonzept.model.words import MANIFEST
from ikonzept.recovery import Recovered
from ikonzept.repository.objects import Commit
from ikonzept.repository.writing import create
from ikonzept.room import UNFINISHED, Room, room_of

_NOT_OURS = frozenset((".git", ".venv", "node_modules", "__pycache__"))


@dataclass(frozen=True, slots=True)
class Done:
    """What a transaction has changed: the files, sorted, and the commit if one was wished for."""

    paths: tuple[str, ...]
    commit: str | None


@dataclass(frozen=True, slots=True)
class Caller:
    """Who wants to write: the words of its command line behind ``ikonzept``, and how it waits for another one."""

    arguments: tuple[str, ...] = ()
    waiting: Waiting = field(default_factory=Waiting)

    @property
    def command(self) -> str:
        """The command line, quoted for a shell."""
        return shlex.join(("ikonzept", *self.arguments))


def apply(folder: Path, edits: Sequence[Edit], wish: Wish | None = None, caller: Caller | None = None) -> Done:
    """Makes edits and a commit with its tag real: all of it or nothing.

    An edit that changes nothing is only committed. Raises ``IkonzeptError`` where that cannot be (``edit-outside``,
    ``edit-link``, ``edit-changed``, ``locked``, ``transaction-unfinished``, those of ``commits.prepare``); then, as
    after any exception and signal, files, index, branch and tags are as they were.
    """
    caller, room = caller or Caller(), room_of(folder)
    with _writing(room, caller) as held:
        return _applied(room, edits, wish, caller, held)


def resume(folder: Path, caller: Caller) -> Recovered | None:
    """What a writing command does first: completes its own interrupted run, ``None`` where there is none.

    Raises ``IkonzeptError`` (``transaction-unfinished``) where another command has been interrupted.
    """
    left = unfinished(folder)
    if left is None:
        return None
    if left.journal is None or left.journal.arguments != caller.arguments:
        raise _refusal(left)
    return recover(folder, caller)


def recover(folder: Path, caller: Caller | None = None) -> Recovered | None:
    """Completes what an interrupted command has left: undoes it before its branch has moved, finishes it after.

    Raises ``IkonzeptError`` (``journal-unreadable``) where nobody can tell any more what it was.
    """
    room = room_of(folder)
    with _writing(room, caller or Caller()):
        left = journal.pending(room)
        if left is None:
            return None
        if left.journal is None:
            raise IkonzeptError("journal-unreadable", path=str(left.path))
        room.tidy()
        return recovery.complete(room, left.journal)


@contextmanager
def alone(folder: Path, caller: Caller) -> Iterator[None]:
    """Keeps other writing commands waiting, for changes that need no transaction."""
    room = room_of(folder)
    room.open()
    with locked(room.lock, caller.command, caller.waiting):
        yield


@contextmanager
def _writing(room: Room, caller: Caller) -> Iterator[Interruptions]:
    """The lock is held and signals are held back; one that has been let through has its effect when all is undone."""
    room.open()
    held = Interruptions()
    try:
        with held, locked(room.lock, caller.command, caller.waiting, pause=lambda: held.at("waiting")):
            yield held
    except Interrupted as interrupted:
        interrupted.deliver()
        raise


def _applied(room: Room, edits: Sequence[Edit], wish: Wish | None, caller: Caller, held: Interruptions) -> Done:
    left = journal.pending(room)
    if left:
        raise _refusal(left)
    room.tidy()
    for edit in edits:
        _check(room.concept, edit)
    held.at("checked")
    prepared = commits.prepare(room, edits, wish) if wish else None
    held.at("prepared")
    planned = _journal(room, edits, prepared, caller)
    if planned.changes or planned.refs:
        _carry_out(room, planned, prepared, held)
    paths = tuple(sorted(change.edit.path for change in planned.changes))
    return Done(paths, prepared.commit if prepared else None)


def _check(folder: Path, edit: Edit) -> None:
    """The file is one of the concept's, no link leads to it, and it still holds what the command has seen."""
    if not is_inside(edit.path):
        raise IkonzeptError("edit-outside", path=edit.path)
    if through_link(folder, edit.path):
        raise IkonzeptError("edit-link", path=edit.path)
    if not recovery.holds(folder, Change(edit, 0, edit.path), edit.before):
        raise IkonzeptError("edit-changed", path=edit.path)


def _journal(room: Room, edits: Sequence[Edit], prepared: Prepared | None, caller: Caller) -> Journal:
    changes = tuple(_change(room.concept, edit) for edit in edits if edit.before != edit.after)
    return Journal(
        arguments=caller.arguments,
        started=str(datetime.now(UTC).astimezone().replace(microsecond=0)),
        prefix=room.prefix,
        changes=changes,
        folders=_new_folders(room.concept, [change.edit.path for change in changes]),
        staged=prepared.staged if prepared else (),
        refs=prepared.refs if prepared else (),
    )


def _change(folder: Path, edit: Edit) -> Change:
    above, slash, _ = edit.path.rpartition("/")
    return Change(edit, _mode(folder / edit.path), f"{above}{slash}{UNFINISHED}{secrets.token_hex(8)}")


def _new_folders(folder: Path, paths: Sequence[str]) -> tuple[str, ...]:
    above = {parent for path in paths for parent in Path(path).parents if parent != Path()}
    return tuple(sorted(parent.as_posix() for parent in above if not (folder / parent).is_dir()))


def _carry_out(room: Room, planned: Journal, prepared: Prepared | None, held: Interruptions) -> None:
    """Files, then the user's index, then the refs: when they have moved it has happened, and nothing is undone."""
    journal.write(room.journal, planned)
    try:
        held.at("journal")
        _write_temporary(room.concept, planned, held)
        _replace(room.concept, planned, held)
        if prepared:
            prepared.update_index()
            held.at("index")
            prepared.update_refs()
    except BaseException:
        undone = recovery.complete(room, planned) if planned.refs else recovery.undo(room, planned)
        if undone.outcome is not recovery.Outcome.DONE:
            raise
    with suppress(OSError):  # it has happened; the next command clears away
        journal.erase(room.journal)


def _write_temporary(folder: Path, planned: Journal, held: Interruptions) -> None:
    for made in planned.folders:
        (folder / made).mkdir()
    held.at("folders")
    for change in planned.changes:
        if change.edit.after is not None:
            journal.put(folder / change.temporary, change.edit.after, change.mode)
        held.at("temporary")


def _replace(folder: Path, planned: Journal, held: Interruptions) -> None:
    for change in planned.changes:
        _check(folder, change.edit)  # an editor may have been quicker
        recovery.replace(folder, change, change.edit.after)
        held.at("replaced")
    for parent in {(folder / change.edit.path).parent for change in planned.changes}:
        journal.settle(parent)


def _refusal(left: journal.Unfinished) -> IkonzeptError:
    if left.journal is None:
        return IkonzeptError("journal-unreadable", path=str(left.path))
    return IkonzeptError("transaction-unfinished", command=left.command, started=left.started)


# --- single files ----------------------------------------------------------------------------------------------------


def write_file(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all: a new file beside it takes its place."""
    raw = content.encode() if isinstance(content, str) else content
    folder = path.absolute().parent
    if path.is_dir() or not folder.is_dir():
        raise IkonzeptError("output-folder", path=str(path))
    if path.exists() and not path.is_file():  # a pipe or device is written to, never replaced
        path.write_bytes(raw)
        return
    handle, name = tempfile.mkstemp(dir=folder, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        os.chmod(name, _mode(path))  # noqa: PTH101  mkstemp makes files private
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced; those the user gives to new files where there is none."""
    if path.exists():
        return path.stat().st_mode & 0o777
    os.umask(umask := os.umask(0))
    return 0o666 & ~umask


def rewrite(path: Path, before: bytes, after: bytes) -> bool:
    """Replaces a file that still holds ``before``; one that has changed meanwhile is left alone.

    A symbolic link is never followed. Says whether the file was written.
    """
    if path.is_symlink() or not path.is_file() or path.read_bytes() != before:
        return False
    write_file(path, after)
    return True


def leftovers(folder: Path) -> list[str]:
    """What interrupted commands have left in a concept's folder, sorted.

    Links are not followed; other repositories and concepts in it are left alone, and so is what belongs to a command
    that is unfinished or still at work.
    """
    found, waiting, taken = [], [folder], journal.taken(folder)
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listing:
                entries = list(listing)
        except OSError:  # what must not be listed must not be touched either
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(UNFINISHED):
                found.append(path.relative_to(folder).as_posix())
            elif entry.is_dir(follow_symlinks=False) and not _is_foreign(path):
                waiting.append(path)
    return sorted(set(found) - taken)


def _is_foreign(folder: Path) -> bool:
    """Whether a folder in the concept is none of its own: git's, an environment's, another repository or concept."""
    return folder.name in _NOT_OURS or any(os.path.lexists(folder / name) for name in (".git", MANIFEST))


def remove_leftover(path: Path) -> bool:
    """Removes what an interrupted command has left; a symbolic link itself, never what it names.

    Says whether there was something.
    """
    if not path.name.startswith(UNFINISHED) or not os.path.lexists(path):
        return False
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
    return True


# --- a new concept ---------------------------------------------------------------------------------------------------


def found(path: Path, commits: Sequence[Commit], working: Mapping[str, bytes] | None = None) -> None:
    """Makes a new folder with these commits and the files of the last one, ``working`` laid over them uncommitted.

    Without commits the folder gets the ``working`` files only and no git repository. The folder must not exist or be
    empty; on any failure or interruption it is as it was before.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise IkonzeptError("folder-not-empty", path=str(path))
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(dir=path, prefix=UNFINISHED))
        if commits:
            create(building, commits)
        for commit in commits:
            _write_all(building, commit.files)
        _write_all(building, working or {})
        for entry in sorted(building.iterdir()):
            entry.rename(path / entry.name)
        building.rmdir()
    except BaseException:
        for entry in path.iterdir() if path.is_dir() else ():  # it was empty, so everything in it is ours
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        for folder in missing:
            if folder.is_dir():
                folder.rmdir()
        raise


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
