"""Where the program starts and ends: ``ikonzept`` and ``python -m ikonzept``.

Imports nothing that has to be read from disk: until ``run`` is reached, nobody catches Ctrl-C.
"""

import _signal  # type: ignore[import-not-found]  # ``signal`` without the time that its enums take
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def _stop(*_: object) -> "NoReturn":
    """Ctrl-C while the program loads: nothing has been done yet that could be told, or undone."""
    os._exit(130)


if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # nohup ignores it, and so do we
    _signal.signal(_signal.SIGINT, _stop)


def run() -> "NoReturn":
    """Runs the front door.

    A short run makes many objects and little garbage: looking for it, and taking everything apart at the end, would
    take a fifth of the time.
    """
    gc.disable()
    from ikonzept.cli import main

    try:
        if _signal.getsignal(_signal.SIGINT) is _stop:
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        _end(main())
    except KeyboardInterrupt:  # so early, or so late, that main does not tell of it
        _end(130)


def _end(code: int) -> "NoReturn":
    """Ends the process once its output is out; what it holds in memory, the system takes back at once."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the reader has gone, or main has told of it
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
