"""Two or more commands, run in turn, and what each takes as a multiple of the first."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROUNDS = 15
HERE = Path(__file__).parent


def python(*arguments: object) -> list[str]:
    """A program run by this Python."""
    return [sys.executable, *map(str, arguments)]


def ikonzept(*arguments: object) -> list[str]:
    """Our own command, as it is installed beside this Python."""
    return [str(Path(sys.executable).with_name("ikonzept")), *map(str, arguments)]


def bare(*arguments: object) -> list[str]:
    """The bare program; without arguments on a three-line file."""
    if not arguments:
        file = Path(tempfile.gettempdir()) / "ikonzept-bare.yaml"
        file.write_text("title: Sprachmittlung\nnumber: 3\ndone: true\n", encoding="utf-8")
        arguments = (file,)
    return python(HERE / "bare.py", *arguments)


def medians(
    commands: Mapping[str, Sequence[str]], rounds: int = ROUNDS, before: Callable[[], object] = bool
) -> dict[str, float]:
    """The median time of each command in milliseconds; the commands take turns, so that load hits all alike.

    What is done ``before`` each is not timed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            before()
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
            if turn:  # the first turn warms caches
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def report(title: str, commands: Mapping[str, Sequence[str]], limit: float, rounds: int = ROUNDS) -> bool:
    """Prints both sides and the ratio of the last command to the first; whether it is within the limit."""
    return judged(title, medians(commands, rounds), limit)


def judged(title: str, found: Mapping[str, float], limit: float) -> bool:
    """The same for times in milliseconds that are known."""
    first, *_, last = found
    ratio = found[last] / found[first]
    sides = ", ".join(f"{name} {value:.0f} ms" for name, value in found.items())
    print(f"{title}: {ratio:.2f} × (limit {limit:.2f}) – {sides}")
    return ratio <= limit
