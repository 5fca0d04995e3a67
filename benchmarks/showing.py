"""What it takes to show findings with their places, beside what it took to load the concept they stand in."""

import gc
import statistics
import time
from datetime import date
from pathlib import Path

from ikonzept import checks, loader, sources
from ikonzept.checks.case import Case
from ikonzept.commands.opening import Opened
from ikonzept.render.findings import Report, locate, screen

ROUNDS = 7
WIDTH = 100


def times(folder: Path, as_of: date) -> dict[str, float]:
    """The median times in milliseconds, in this process: no start, no rules."""
    gc.set_threshold(100_000)  # as the front door does
    found: dict[str, list[float]] = {"loading": [], "showing": []}
    for turn in range(ROUNDS + 1):
        start = time.perf_counter()
        tree = sources.Tree(folder)
        opened = Opened(folder, tree, loader.load(tree))
        loaded = time.perf_counter()
        case = Case(opened.loaded.concept, as_of, opened.loaded.files, opened.loaded.unreadable)
        findings = [*opened.loaded.findings, *checks.run(case)]
        checked = time.perf_counter()
        located = locate(findings, opened.texts(finding.place.path for finding in findings))
        report = Report(located, tuple(opened.loaded.files), as_of)
        "".join(f"{line.plain}\n" for line in screen(report, WIDTH))
        shown = time.perf_counter()
        if turn:  # the first turn imports
            found["loading"].append((loaded - start) * 1000)
            found["showing"].append((shown - checked) * 1000)
    return {name: statistics.median(taken) for name, taken in found.items()}
