"""How far a long command has come: on a terminal only, and only after half a second."""

from time import monotonic
from typing import Self, TextIO

from ikonzept.render.terminal import bar

_PATIENCE = 0.5
_BETWEEN = 0.1
"""Seconds until something is shown, and between two looks."""
_WIDTH = 30


class Progress:
    """A line that is written anew and taken away again; ``with Progress(sys.stderr) as progress: …``."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._next = monotonic() + _PATIENCE
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def at(self, label: str, done: int, total: int = 0) -> None:
        """So much is done; without ``total`` nobody knows how much there is."""
        if self._stream is None or monotonic() < self._next:
            return
        self._next = monotonic() + _BETWEEN
        marks = f"{bar([(done, '█'), (total - done, '░')], total, _WIDTH)}  {done} / {total}" if total else f"{done}"
        self._show(f"{label}  {marks}")

    def during(self, label: str, *, long: bool) -> None:
        """What is being done now; of how far it has come nothing is known, only whether it takes long."""
        if long:
            self._show(f"{label} …")

    def _show(self, line: str) -> None:
        if self._stream is not None and (line or self._shown):
            self._stream.write(f"\r{line}{' ' * (self._shown - len(line))}\r")
            self._stream.flush()
            self._shown = len(line)
