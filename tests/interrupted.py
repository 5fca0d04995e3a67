"""A program that applies one transaction again and again, and each time is stopped one operation later.

``python interrupted.py TEMPLATE SCENARIO.json MODE``: copies the folder ``TEMPLATE`` beside itself for each run. Every
file opened for writing, renamed, removed or made and every process started is an operation. ``MODE`` is ``kill``,
``raise`` or a signal's name. Prints how each run ended, one a line, until one runs to its end.
"""

import json
import os
import shutil
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from ikonzept import transaction
from ikonzept.commits import Wish
from ikonzept.edits.edit import Edit

OPERATIONS = frozenset(
    ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "subprocess.Popen", "shutil.rmtree")
)


def is_operation(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return event in OPERATIONS


def stop_at(number: int, mode: str) -> list[int]:
    """Stops this process in its ``number``-th operation from here; how many are left until then."""
    left = [number]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not is_operation(event, arguments):
            return
        left[0] -= 1
        if left[0] != 0:
            return
        if mode == "kill":
            os._exit(99)
        if mode == "raise":
            raise OSError(5, "Ein-/Ausgabefehler")
        os.kill(os.getpid(), getattr(signal, mode))

    sys.addaudithook(hook)
    return left


def run(folder: Path, scenario: dict[str, Any]) -> None:
    if scenario.get("recover"):
        transaction.recover(folder)
        return
    edits = [Edit(item["path"], *(text and text.encode() for text in item["texts"])) for item in scenario["edits"]]
    told = scenario["wish"]
    wish = Wish(told[0], told[1], "Beschluss", when=datetime.fromisoformat(told[2])) if told else None
    transaction.apply(folder, edits, wish, transaction.Caller(("edition", "adopt", "2024")))


def main() -> None:
    template, scenario, mode = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), sys.argv[3]
    import git  # noqa: F401  once, not in each run

    for number in range(1, 1000):
        copy = template.with_name(f"{template.name}-{number}")
        shutil.copytree(template, copy, symlinks=True)
        child = os.fork()
        if child == 0:
            os._exit(stopped(copy / scenario["prefix"], scenario, number, mode))
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print(copy.name, code, flush=True)  # noqa: T201
        if code == 0:
            return


def stopped(folder: Path, scenario: dict[str, Any], number: int, mode: str) -> int:
    """How a run ended: 0 undisturbed, 97 well all the same, 98 with an exception, 130 by Ctrl-C."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    left = stop_at(number, mode)
    try:
        run(folder, scenario)
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001
        return 98
    return 0 if left[0] > 0 else 97


if __name__ == "__main__":
    main()
