"""Drafts for the editor: they lie outside of the concept, know what they began with, and are never lost."""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from ikonzept.commands.options import say_aside
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

_BASE = ".begun-with"
"""Beside a draft: what the concept's file held when it was begun."""


class Draft(NamedTuple):
    """A file for the editor, and what the concept's file holds now."""

    file: Path
    now: bytes


def begun(name: str, now: bytes) -> Draft:
    """A draft of this name that begins with what the concept's file holds."""
    file = Path(tempfile.mkdtemp(prefix="ikonzept-")) / name
    file.write_bytes(now)
    (file.parent / _BASE).write_bytes(now)
    return Draft(file, now)


def taken_up(file: Path, name: str, now: bytes) -> Draft:
    """A draft to go on with; what has come to the concept's file since it was begun is put into it.

    Where both changed the same lines they stand one above the other between conflict marks, and nothing with such
    marks is accepted. Raises ``IkonzeptError`` for a file that is no draft of this measure.
    """
    base = file.parent / _BASE
    if not file.is_file() or file.name != name or not base.is_file():
        raise IkonzeptError("editing-no-draft", exit_code=Exit.USAGE, path=str(file))
    if base.read_bytes() != now:
        _bring_up(file, base, now)
    return Draft(file, now)


def _bring_up(file: Path, base: Path, now: bytes) -> None:
    from ikonzept.repository.calls import last_line, run_git

    present = file.parent / ".present"
    present.write_bytes(now)
    labels = [word for side in ("now", "before", "draft") for word in ("-L", text(f"editing.side.{side}"))]
    merged = run_git(file.parent, "merge-file", "-p", *labels, present.name, base.name, file.name)
    present.unlink()
    if merged.returncode not in range(128):  # that many conflicts; more is an error
        raise IkonzeptError("git-failed", command="merge-file", message=last_line(merged.stderr))
    file.write_bytes(merged.stdout)
    base.write_bytes(now)
    say_aside("editing.conflict" if merged.returncode else "editing.merged")


def discard(draft: Draft) -> None:
    """Takes a draft away that is needed no more, with all that an editor left beside it."""
    shutil.rmtree(draft.file.parent, ignore_errors=True)
