"""Makes changes real: whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.repository import Commit, create


def write_file(path: Path, content: str) -> None:
    """Writes a file whole or not at all: a new file beside it takes its place."""
    folder = path.absolute().parent
    if path.is_dir() or not folder.is_dir():
        raise IkonzeptError("output-folder", path=str(path))
    if path.exists() and not path.is_file():  # a pipe or device is written to, never replaced
        path.write_text(content, encoding="utf-8", newline="")
        return
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(content)
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
        building = Path(tempfile.mkdtemp(dir=path, prefix=".ikonzept-"))
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
