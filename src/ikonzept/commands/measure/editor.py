"""A draft in the person's own editor: never one that a repository names, and no draft is ever lost."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ikonzept.commands.options import interactive
from ikonzept.errors import Exit, IkonzeptError

_USUAL = ("nano", "vi")


def drafted(name: str, raw: bytes) -> Path:
    """A file of this name outside of the concept, for the editor."""
    draft = Path(tempfile.mkdtemp(prefix="ikonzept-")) / name
    draft.write_bytes(raw)
    return draft


def discard(draft: Path) -> None:
    """Takes a draft away that is needed no more, with all that an editor left beside it."""
    shutil.rmtree(draft.parent, ignore_errors=True)


def command() -> list[str]:
    """``IKONZEPT_EDITOR``, ``VISUAL``, ``EDITOR``, git's editor as the person configured it, or what a system has.

    Raises ``IkonzeptError`` where there is none, or no terminal for one that nobody chose.
    """
    from ikonzept.repository.writing import setting_of_person

    named = next((value for name in ("IKONZEPT_EDITOR", "VISUAL", "EDITOR") if (value := os.environ.get(name))), None)
    words = named or setting_of_person("core.editor")
    if words:
        return _found(words)
    if sys.platform == "win32":
        return ["notepad"]
    usual = next((name for name in _USUAL if shutil.which(name)), None)
    if usual is None or not interactive():
        raise IkonzeptError("editor-none", exit_code=Exit.USAGE)
    return [usual]


def _found(words: str) -> list[str]:
    try:
        parts = shlex.split(words, posix=sys.platform != "win32")
    except ValueError:
        parts = []
    if not parts or not shutil.which(parts[0].strip('"')):
        raise IkonzeptError("editor-missing", exit_code=Exit.USAGE, editor=words)
    return [part.strip('"') for part in parts]


def edited(editor: Sequence[str], draft: Path) -> bytes:
    """What the draft holds when the editor has been closed.

    Raises ``IkonzeptError`` where the editor fails; the draft stays.
    """
    before = draft.read_bytes()
    ended = subprocess.run([*editor, str(draft)], check=False)  # noqa: S603  the person's own editor
    if not draft.is_file():
        raise IkonzeptError("editor-no-draft", draft=str(draft))
    after = draft.read_bytes()
    if ended.returncode:
        if after == before:
            discard(draft)
        code = "editor-failed" if after == before else "editor-stopped"
        raise IkonzeptError(code, editor=shlex.join(editor), status=ended.returncode, draft=str(draft))
    return after
