"""One writer at a time: a file that says who writes; one whose writer is gone is recognised and taken over."""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ikonzept.errors import IkonzeptError

_PAUSE = 0.1
_LONGEST = 65_536
_UNFINISHED_AFTER = 10.0
"""Seconds after which a lock that tells nothing was left by someone who died while writing it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: process, machine, command line, and since when."""

    pid: int
    host: str
    command: str
    since: str
    """``2024-10-15 14:05:09+00:00``"""
    born: str
    """When the process began, as the system tells it (``""``: it does not): a later one may have the same number."""

    @property
    def is_gone(self) -> bool:
        """Whether the process is certainly no more; of another machine's we cannot know."""
        return self.host == socket.gethostname() and not _is_running(self.pid, self.born)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How one waits for another holder."""

    patience: float = 10.0
    """Seconds."""
    notice: Callable[[Holder], None] | None = None
    """Told once, when the waiting begins."""


@contextmanager
def locked(
    path: Path, command: str, waiting: Waiting | None = None, *, pause: Callable[[], None] | None = None
) -> Iterator[None]:
    """Holds the lock ``path`` while the block runs; its folder must exist.

    Raises ``IkonzeptError`` (``locked``) with the holder if there is one for too long; ``pause`` is called again and
    again while waiting.
    """
    mine = Holder(
        os.getpid(),
        socket.gethostname(),
        command,
        str(datetime.now(UTC).astimezone().replace(microsecond=0)),
        _process(os.getpid())[1],
    )
    _take(path, mine, waiting or Waiting(), pause)
    try:
        yield
    finally:
        with suppress(OSError):  # if it stays, it is one whose process is gone
            if _read(path) == mine:
                path.unlink()


def holder(path: Path) -> Holder | None:
    """Who holds a lock now; ``None`` where nobody does, or one that is gone did."""
    found = _read(path)
    return None if found is None or found.is_gone else found


def _take(path: Path, mine: Holder, waiting: Waiting, pause: Callable[[], None] | None) -> None:
    ends, notice = time.monotonic() + waiting.patience, waiting.notice
    while not _create(path, mine):
        other = _read(path)
        if other.is_gone if other else _is_abandoned(path):
            _clear(path, other)
            continue
        if time.monotonic() >= ends:
            raise _refusal(path, other)
        if notice and other:
            notice(other)
            notice = None
        if pause:
            pause()
        time.sleep(_PAUSE)


def _refusal(path: Path, other: Holder | None) -> IkonzeptError:
    known = asdict(other) if other else {"pid": "?", "host": "?", "command": "?", "since": "?"}
    return IkonzeptError("locked", path=str(path), **known)


def _create(path: Path, mine: Holder) -> bool:
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(json.dumps(asdict(mine)).encode())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True


def _read(path: Path) -> Holder | None:
    """The holder that a lock names; links are not followed, pipes not waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            told = json.loads(file.read(_LONGEST))
        return Holder(int(told["pid"]), *(str(told[name]) for name in ("host", "command", "since", "born")))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _is_abandoned(path: Path) -> bool:
    """Whether a lock that names nobody is old enough not to be one that is being written."""
    try:
        return time.time() - path.lstat().st_mtime > _UNFINISHED_AFTER
    except FileNotFoundError:
        return False


def _clear(path: Path, stale: Holder | None) -> None:
    """Removes a lock if it still is the stale one; of several who find it so, one after the other looks."""
    with _alone(path.parent):
        if _read(path) == stale and (stale or _is_abandoned(path)):
            path.unlink(missing_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError, ImportError):  # some network drives and systems know no such locks
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_running(pid: int, born: str) -> bool:
    if os.name == "nt" or pid <= 0:  # there, to ask for a process may end it
        return os.name == "nt"
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    state, now = _process(pid)
    return state not in _ENDED and (not born or now in {"", born})


_ENDED = frozenset("ZX")
"""A process that only waits for its parent to notice."""


def _process(pid: int) -> tuple[str, str]:
    """The state of a process, and its start in ticks since the machine's, where the system tells it (``/proc``)."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return "", ""
    fields = told.rpartition(")")[2].split()
    return fields[0], fields[19]
