"""The measures' commands on 2,000 of them: a list, and a status for one."""

import subprocess
from pathlib import Path

from compare import bare, ikonzept, judged, medians, report

NAME = "M-01000"


def compared(concept: Path, day: str) -> list[bool]:
    """``measure list`` and ``set-status`` against the bare program."""
    where = ("-C", concept, "--as-of", day)
    listed = report("measure list on 2,000", {"bare": bare(), "ikonzept": ikonzept("measure", "list", *where)}, 3.5)
    return [listed, _status_set(concept, day)]


def _status_set(concept: Path, day: str) -> bool:
    """One status among 2,000 files, written anew in every round; what is written is looked at."""
    file = concept / "massnahmen" / f"{NAME}.yaml"
    before = file.read_bytes()
    command = ikonzept("measure", "set-status", NAME, "fortgeschritten", "-C", concept, "--as-of", day)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if b"fortgeschritten" not in file.read_bytes():
        raise AssertionError(file)
    times = medians({"bare": bare(), "ikonzept": command}, before=lambda: file.write_bytes(before))
    file.write_bytes(before)
    return judged("set-status of one among 2,000", times, 1.3)
