"""Where the program starts and ends: ``ikonzept`` and ``python -m ikonzept``."""

import contextlib
import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Runs the front door.

    A short run makes many objects and little garbage: looking for it, and taking everything apart at the end, would
    take a fifth of the time.
    """
    gc.disable()
    try:
        from ikonzept.cli import main

        _end(main())
    except KeyboardInterrupt:  # so early, or so late, that main does not tell of it
        _end(130)


def _end(code: int) -> NoReturn:
    """Ends the process once its output is out; what it holds in memory, the system takes back at once."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # the reader has gone, or main has told of it
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
