"""The person's own editor, never one that a repository names."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence

from ikonzept.commands.measure.draft import Draft, discard
from ikonzept.commands.options import interactive
from ikonzept.errors import Exit, IkonzeptError

_USUAL = ("nano", "vi")


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


def edited(editor: Sequence[str], draft: Draft) -> bytes:
    """What the draft holds when the editor has been closed.

    Raises ``IkonzeptError`` where the editor fails; a draft that it has changed stays.
    """
    before = draft.file.read_bytes()
    ended = subprocess.run([*editor, str(draft.file)], check=False)  # noqa: S603  the person's own editor
    if not draft.file.is_file():
        raise IkonzeptError("editor-no-draft", draft=str(draft.file))
    after = draft.file.read_bytes()
    if ended.returncode:
        is_new = after == before == draft.now
        if is_new:
            discard(draft)
        code = "editor-failed" if is_new else "editor-stopped"
        raise IkonzeptError(code, editor=shlex.join(editor), status=ended.returncode, draft=str(draft.file))
    return after
