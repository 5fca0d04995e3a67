"""What lies around a concept's folder: git's own folder, what is broken in it, what has stopped half-way."""

import os
from dataclasses import dataclass
from pathlib import Path

from ikonzept.repository.calls import last_line, run_git
from ikonzept.repository.objects import BRANCHES
from ikonzept.repository.reading import Repository


@dataclass(frozen=True, slots=True)
class Damage:
    """What is broken in a repository, and what git says of it."""

    code: str
    message: str


def damage(folder: Path, repository: Repository | None) -> Damage | None:
    """What keeps git from working on the repository around a folder; ``None`` where there is none, or it is sound.

    It reads all objects' links, so only a doctor asks.
    """
    git = next(
        (above / ".git" for above in (folder.resolve(), *folder.resolve().parents) if _holds(above / ".git")), None
    )
    if repository is None:
        if git is None:
            return None
        done = run_git(folder, "rev-parse", "--is-inside-work-tree", patience=10)
        return Damage("git-unreadable", last_line(done.stderr)) if done.returncode else Damage("git-worktree", "")
    if not os.path.lexists(repository.top / ".git"):
        return Damage("git-worktree", "")
    found = git_dir_of(folder)
    head = repository.head()
    if found and head.commit is None and head.branch and (found[1] / f"{BRANCHES}{head.branch}").exists():
        return Damage("git-branch", head.branch)
    for code, asked in (("git-index", ("ls-files", "--stage")), ("git-objects", _CONNECTED)):
        done = run_git(repository.top, *asked)
        if done.returncode != 0:
            return Damage(code, last_line(done.stderr) or last_line(done.stdout))
    return None


_CONNECTED = ("fsck", "--connectivity-only", "--no-dangling", "--no-progress")


def _holds(git: Path) -> bool:
    """Whether this is meant to be a git directory, or names one; an empty folder is none."""
    try:
        return git.is_file() or any(git.iterdir())
    except OSError:
        return False


def prefix_of(folder: Path) -> str:
    """The path of a folder below the top of its git working tree (``konzept/``); ``""`` at the top and outside of git.

    Found by looking, not by asking git: it takes no program, and no trust in a folder that someone else owns.
    """
    folder = folder.resolve()
    top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    return "" if top == folder else f"{folder.relative_to(top).as_posix()}/"


def git_dir_of(folder: Path) -> tuple[Path, Path] | None:
    """The top of the working tree around a folder and its git directory; found by looking, as ``prefix_of``."""
    folder = folder.resolve()
    for top in (folder, *folder.parents):
        named = top / ".git"
        if named.is_file():  # a worktree or submodule: its directory lies elsewhere
            with named.open("rb") as file:
                line = os.fsdecode(file.read(_LONGEST_PATH)).removesuffix("\n")
            named = top / line.removeprefix("gitdir: ")
        if (named / "HEAD").is_file():
            return top, named
    return None


def in_progress(git_dir: Path) -> str | None:
    """The git command that has stopped half-way and waits for the user, such as ``merge``."""
    return next((command for name, command in _WAITING.items() if os.path.lexists(git_dir / name)), None)


_LONGEST_PATH = 8192


_WAITING = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
