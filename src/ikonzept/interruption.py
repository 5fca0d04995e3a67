"""Ctrl-C and its kin held back while something must not stop half-way."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Any, Self

from ikonzept.errors import Exit, IkonzeptError

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupted(BaseException):
    """A signal came that was held back."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def deliver(self) -> None:
        """Does what the signal would have done; raises ``IkonzeptError`` (``aborted``) where that is nothing."""
        signal.raise_signal(self.number)
        raise IkonzeptError("aborted", exit_code=Exit.INTERRUPTED)


class Interruptions:
    """Holds signals back inside a ``with`` block; ``at`` lets them through where it is safe to stop."""

    def __init__(self) -> None:
        self._came: list[int] = []
        self._before: dict[int, Any] = {}

    def at(self, step: str) -> None:
        """Between two steps (``step`` is the one just taken): raises ``Interrupted`` if a signal came meanwhile."""
        del step
        if self._came:
            raise Interrupted(self._came[0])

    def _note(self, number: int, frame: FrameType | None) -> None:
        del frame
        self._came.append(number)

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # no other may
            for number in _SIGNALS:
                if signal.getsignal(number) not in {signal.SIG_IGN, None}:  # nohup; a handler not of Python
                    self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
