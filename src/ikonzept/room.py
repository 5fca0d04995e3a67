"""Where the writing commands of a concept keep their lock and their journal; light, for every overview asks."""

import os
from dataclasses import dataclass
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.repository.state import git_dir_of

UNFINISHED = ".ikonzept-"
"""How the names of our temporary files and folders begin: what an interrupted command leaves is recognised by it."""


@dataclass(frozen=True)
class Room:
    """Where the writing commands of a concept keep lock and journal: in git's directory, or else in the concept."""

    top: Path
    """The top of git's working tree, or the concept's folder."""
    git_dir: Path | None
    lock: Path
    journal: Path
    prefix: str
    """The concept's own path below the top."""

    @property
    def concept(self) -> Path:
        """The concept's folder."""
        return self.top / self.prefix

    @property
    def scratch(self) -> Path:
        """The folder for temporary files that are none of the concept's."""
        return self.lock.parent

    def open(self) -> None:
        """Makes the folder. Raises ``IkonzeptError`` where a link would lead us elsewhere."""
        if self.git_dir:
            if self.scratch.is_symlink():
                raise IkonzeptError("edit-link", path=str(self.scratch))
            self.scratch.mkdir(exist_ok=True)

    def tidy(self) -> None:
        """Removes what a killed command has left in the folder; only who holds the lock may."""
        from shutil import rmtree

        if self.git_dir:
            for path in self.scratch.iterdir():
                if path.is_dir() and not path.is_symlink():
                    rmtree(path)
                elif path not in {self.lock, self.journal}:
                    path.unlink()


def room_of(folder: Path) -> Room:
    """The room of a concept; found by looking, without git."""
    found = git_dir_of(folder)
    if found is None:
        return Room(folder, None, folder / f"{UNFINISHED}lock", folder / f"{UNFINISHED}journal", "")
    top, git_dir = found
    own, relative = git_dir / "ikonzept", folder.resolve().relative_to(top).as_posix()
    return Room(top, git_dir, own / "lock", own / "journal", "" if relative == "." else relative)


def has_journal(folder: Path) -> bool:
    """Whether a command at work, or one that was interrupted, has left its journal; where nobody may look, none."""
    try:
        return os.path.lexists(room_of(folder).journal)
    except PermissionError:
        return False
