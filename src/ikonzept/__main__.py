"""Where the program starts: ``ikonzept`` and ``python -m ikonzept``."""

import gc
import sys


def run() -> int:
    """Runs the front door.

    A short run makes many objects and little garbage; looking for it would take a tenth of the time.
    """
    gc.disable()
    from ikonzept.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
