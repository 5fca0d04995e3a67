"""Libraries that only some commands need: whoever lacks one is told the line that installs it."""

import sys
from importlib.util import find_spec
from pathlib import Path

from ikonzept.errors import Exit, IkonzeptError


def need(library: str, purpose: str) -> None:
    """Raises ``IkonzeptError`` where a library is missing that a purpose (``extra.<purpose>``) needs."""
    if find_spec(library) is None:
        from ikonzept.texts import text

        raise IkonzeptError("extra-missing", library=library, what=text(f"extra.{purpose}"), line=_line(library))


def content_of(file: Path) -> bytes:
    """A table that is to be read, CSV or Excel; whoever lacks what reads Excel is told the line that installs it.

    Raises ``IkonzeptError`` for a folder too.
    """
    from ikonzept.exchange.table import is_workbook

    if file.is_dir():
        raise IkonzeptError("import-folder", exit_code=Exit.USAGE, path=str(file))
    raw = file.read_bytes()
    if is_workbook(raw):
        need("openpyxl", "xlsx")
    return raw


def _line(library: str) -> str:
    """What installs a library beside this very program."""
    if "pipx" in Path(sys.prefix).parts:
        return f"pipx inject ikonzept {library}"
    return f'"{sys.executable}" -m pip install {library}'
