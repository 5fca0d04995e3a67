"""The files a command is asked about, named from here or from the top of the concept; one may come from stdin."""

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.commands.opening import Opened
from ikonzept.document import MAX_BYTES
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.files import FOLDERS, noun_of, stands_aside

STDIN = "-"


@dataclass(frozen=True)
class Chosen:
    """Files and folders of the concept; without any, all of it."""

    names: frozenset[str] = frozenset()

    def __contains__(self, path: str) -> bool:
        """Whether a file, or a folder above it, is among them."""
        return not self.names or path in self.names or any(path.startswith(f"{name}/") for name in self.names)

    def files(self, loaded: loader.Loaded, were: Collection[str] = ()) -> tuple[str, ...]:
        """The files of the concept that are among them, or ``were``, sorted."""
        return tuple(path for path in sorted({*loaded.files, *were}) if noun_of(path) and path in self)


def open_chosen(
    repo: Path | None, names: Sequence[str], stdin_filename: str | None, were: Collection[str] = ()
) -> tuple[Opened, Chosen]:
    """The concept, and what of it the names choose; ``-`` is stdin, read in place of the file ``stdin_filename``.

    ``were`` are files that may be named though they are not there any more.
    """
    folder = loader.find_concept(repo or Path())
    tree = sources.Tree(folder)
    if STDIN not in names and stdin_filename is None:
        loaded = loader.load(tree)
        paths = {_path_of(folder, name, were): name for name in names}
        for path, name in paths.items():
            if path != "." and not _belongs(path, loaded):
                raise IkonzeptError("file-none-of-the-concept", exit_code=Exit.USAGE, path=name)
        return Opened(folder, tree, loaded), Chosen(frozenset(paths) - {"."})
    if list(names) != [STDIN] or not stdin_filename:
        raise IkonzeptError("stdin-filename", exit_code=Exit.USAGE)
    path = _path_of(folder, stdin_filename, new=True)
    source = sources.Overlay(tree, path, sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b"")
    return Opened(folder, source, loader.load(source)), Chosen(frozenset((path,)))


def _path_of(folder: Path, name: str, were: Collection[str] = (), *, new: bool = False) -> str:
    """A file or folder by its path in the concept, ``.`` for all of it.

    Raises ``IkonzeptError`` for what does not lie in the concept, and for what neither is nor was there unless it may
    be ``new``.
    """
    inside = [path for base in (Path(), folder) if (path := _inside(folder, base / name)) is not None]
    found = next((path for path in inside if os.path.lexists(folder / path)), None)
    if found is None:
        found = next((path for path in inside if any(one == path or one.startswith(f"{path}/") for one in were)), None)
    if found is None and new:
        found = next((path for path in inside if noun_of(path)), next(iter(inside), None))
    if found is None:
        code = "file-missing" if inside else "file-outside"
        raise IkonzeptError(code, exit_code=Exit.USAGE, path=name, folder=str(folder))
    return found


def _belongs(path: str, loaded: loader.Loaded) -> bool:
    """Whether a rule looks at a file or folder: what it would never look at cannot be in order."""
    if stands_aside(path):
        return False
    top, slash, _ = path.partition("/")
    mistyped = loaded.files.get(path) == "folder" or (not slash and path.casefold().endswith((".yaml", ".yml")))
    return top in FOLDERS or mistyped


def _inside(folder: Path, path: Path) -> str | None:
    """A path relative to the concept's folder, ``None`` outside of it; a link at its end is not followed."""
    whole = path.resolve() if path.name in {"", ".."} else path.parent.resolve() / path.name
    try:
        return whole.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return None
