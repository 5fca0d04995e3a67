"""The repository around a concept, and whether git may work there."""

import os
import re
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.repository.calls import last_line, run_git
from ikonzept.repository.objects import BRANCHES, EDITION_TAGS
from ikonzept.repository.reading import Repository


def open_repository(folder: Path) -> Repository | None:
    """The git repository around a concept's folder, or ``None`` where there is none (or no git).

    Raises ``IkonzeptError`` where git refuses the folder because it belongs to someone else.
    """
    try:
        asked = (*_FACTS, "--symbolic-full-name", f"--glob={_EDITION_REFS}*", "HEAD")
        done = run_git(folder, "rev-parse", *asked, patience=10)
    except IkonzeptError as problem:
        if problem.code != "git-missing":
            raise
        return None
    lines = done.stdout.decode("utf-8", "surrogateescape").split("\n")[:-1]
    if lines[:1] == ["true"] and (done.returncode == 0 or _UNBORN in done.stderr):
        _, up, shallow, object_format, *refs = lines
        head = refs[-1] if refs and done.returncode == 0 else ""
        tags = {ref.removeprefix(_EDITION_REFS) for ref in refs if ref.startswith(_EDITION_REFS)}
        broken = {os.fsdecode(name) for name in _BROKEN.findall(done.stderr)}
        return Repository(
            folder,
            top=Path(os.path.normpath(folder.resolve() / up)),  # no path from git: its name may hold a line feed
            shallow=shallow == "true",
            object_format=object_format,
            has_commits=done.returncode == 0,  # HEAD of a new repository names nothing yet
            branch=head.removeprefix(BRANCHES) if head.startswith(BRANCHES) else None,
            edition_tags=frozenset(tags | broken),
            broken_tags=frozenset(broken),
        )
    if b"dubious ownership" in done.stderr:
        raise IkonzeptError("git-owner", path=str(folder.resolve()))
    if lines[:1] != ["false"] and b"not a git repository" not in done.stderr:
        raise IkonzeptError("git-failed", command="rev-parse", message=last_line(done.stderr))
    return None


def repository_to_write(folder: Path) -> Repository:
    """As ``open_repository``; raises ``git-missing`` or ``commit-needs-git`` where there is no git."""
    repository = open_repository(folder)
    if repository is None:
        run_git(folder, "version")  # says what is missing where git is
        raise IkonzeptError("commit-needs-git", path=str(folder))
    return repository


_UNBORN = b"ambiguous argument 'HEAD'"


_FACTS = ("--is-inside-work-tree", "--show-cdup", "--is-shallow-repository", "--show-object-format")


_EDITION_REFS = f"refs/tags/{EDITION_TAGS}"


_BROKEN = re.compile(rf"^warning: ignoring broken ref {_EDITION_REFS}(.+)$".encode(), re.MULTILINE)
"""What git says of a tag whose file holds anything but an id, instead of naming it."""
