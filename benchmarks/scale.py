"""What a large concept costs: time by size, and the memory of the largest."""

import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import generate
from compare import ikonzept


def seconds(command: Sequence[str], rounds: int = 3, cwd: Path | None = None) -> float:
    """The median time of a command, after one run that warms caches."""
    taken = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def linear(folder: Path, day: str) -> bool:
    """``check`` on 20,000 measures costs at most twelve times as much as on 2,000 and stays below 400 MB."""
    small, large = (generate.measures(folder / str(size), size) for size in (2000, 20000))
    little, much = (seconds(ikonzept("check", "-C", concept, "--as-of", day)) for concept in (small, large))
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"check on 20,000 against 2,000 measures: {much / little:.1f} × (limit 12) – {little:.2f} s, {much:.2f} s")
    print(f"memory of check on 20,000 measures: {megabytes:.0f} MB (limit 400)")
    return much / little <= 12 and megabytes <= 400
