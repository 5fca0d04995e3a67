"""Makes changes real: whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.model.words import MANIFEST
from ikonzept.repository import Commit, create

UNFINISHED = ".ikonzept-"
"""How the names of our temporary files and folders begin: what an interrupted command leaves is recognised by it."""
_NOT_OURS = frozenset((".git", ".venv", "node_modules", "__pycache__"))


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

    Links are not followed; other repositories and concepts in it are left alone.
    """
    found, waiting = [], [folder]
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
    return sorted(found)


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
