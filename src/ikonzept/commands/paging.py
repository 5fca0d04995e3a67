"""Long output page by page, by the program the person chose; never by one that a repository names."""

import io
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_NONE = frozenset(("", "cat"))


def paged(lines: Iterable["Text"], *, colored: bool) -> bool:
    """Shows the lines in the pager; says whether there was one."""
    from ikonzept.render.terminal import console

    command = _command()
    if command is None:
        return False
    written = io.StringIO()
    target = console(written, "always" if colored else "never")
    for line in lines:
        target.print(line)
    environment = {"LESS": "FRX", "LV": "-c"} | dict(os.environ)
    try:
        subprocess.run(  # noqa: S603  the person's own pager
            command, input=written.getvalue().encode("utf-8", "replace"), env=environment, check=False
        )
    except BrokenPipeError:
        return True
    except OSError:
        return False
    return True


def _command() -> list[str] | None:
    """``IKONZEPT_PAGER``, git's pager as the person configured it, ``PAGER``, else ``less``; ``None`` for none."""
    from ikonzept.repository.writing import setting_of_person

    for name in ("IKONZEPT_PAGER", "GIT_PAGER"):
        if name in os.environ:
            return _split(os.environ[name])
    chosen = setting_of_person("core.pager") or os.environ.get("PAGER") or "less"
    return _split(chosen)


def _split(words: str) -> list[str] | None:
    try:
        command = shlex.split(words)
    except ValueError:
        return None
    return command if command and words not in _NONE and shutil.which(command[0]) else None
