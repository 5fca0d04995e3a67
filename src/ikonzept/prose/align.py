"""Which elements of two sequences are the same ones in the same order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

LIMIT = 200_000_000
"""Elements of one side times those of the other that are compared exactly: some 25 MB and a tenth of a second."""


Run = tuple[int, int, int]
"""Equal elements: from where on the old side, from where on the new one, how many. Plain, for there are very many."""


class Alignment(NamedTuple):
    """The equal runs in order; ``coarse`` where the sides were too large to look into everything."""

    runs: list[Run]
    coarse: bool = False


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """A longest common subsequence; above the limit only what elements that occur once per side can tell."""
    if len(old) * len(new) <= LIMIT:
        return Alignment(_exact(old, new))
    head = _common_head(old, new)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    middle = _between(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = [(0, 0, head), *((i + head, j + head, size) for i, j, size in middle.runs)]
    runs.append((len(old) - tail, len(new) - tail, tail))
    return Alignment(_joined(runs), middle.coarse)


@cache
def _opcodes() -> Callable[[Sequence[str], Sequence[str]], "Opcodes"]:
    """The library, loaded when first needed; an import in the function that is called for each pair costs too much."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.opcodes


def _exact(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    runs = [(i, j, size) for i, j, size in _opcodes()(old, new).as_matching_blocks()]
    runs.pop()  # the end of both sides
    return runs


def _common_head(old: Sequence[str], new: Sequence[str]) -> int:
    return next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _between(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Alignment between landmarks: elements that occur exactly once on either side."""
    if len(old) * len(new) <= LIMIT:
        return Alignment(_exact(old, new))
    marks = _landmarks(old, new)
    if not marks:
        return Alignment([], coarse=True)
    runs: list[Run] = []
    coarse = False
    start_old = start_new = 0
    for mark_old, mark_new in [*marks, (len(old), len(new))]:
        if mark_old > start_old and mark_new > start_new:
            inner = _within(old[start_old:mark_old], new[start_new:mark_new])
            runs += ((i + start_old, j + start_new, size) for i, j, size in inner.runs)
            coarse |= inner.coarse
        runs.append((mark_old, mark_new, int(mark_old < len(old))))
        start_old, start_new = mark_old + 1, mark_new + 1
    return Alignment(runs, coarse)


def _within(old: Sequence[str], new: Sequence[str]) -> Alignment:
    if len(old) * len(new) > LIMIT:
        return Alignment([], coarse=True)
    return Alignment(_exact(old, new))


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    places = {element: index for index, element in enumerate(new)}
    in_old, in_new = Counter(old), Counter(new)
    pairs = [
        (index, places[element]) for index, element in enumerate(old) if in_old[element] == 1 == in_new.get(element, 0)
    ]
    return [pairs[index] for index in rising([second for _, second in pairs])]


def rising(values: Sequence[int]) -> list[int]:
    """The places of a longest rising subsequence: what kept its order while the rest was moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place], ends[place] = value, index
    return list(_back(ends[-1] if ends else -1, before))[::-1]


def heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The places of the rising subsequence that weighs most: of two that changed places the lighter one was moved.

    Where there are very many, a longest one.
    """
    if len(values) > _FEW:
        return rising(values)
    best: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        lower = [place for place in range(index) if values[place] < value]
        last = max(lower, key=lambda place: (best[place], place), default=-1)
        best.append(weights[index] + (best[last] if last >= 0 else 0))
        before.append(last)
    heaviest = max(range(len(values)), key=lambda place: (best[place], place), default=-1)
    return list(_back(heaviest, before))[::-1]


_FEW = 500


def _back(index: int, before: Sequence[int]) -> Iterator[int]:
    while index >= 0:
        yield index
        index = before[index]


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that follow each other on both sides as one."""
    found: list[Run] = []
    for i, j, size in runs:
        before = found[-1] if found else (0, 0, 0)
        if found and (before[0] + before[2], before[1] + before[2]) == (i, j):
            found[-1] = (before[0], before[1], before[2] + size)
        elif size:
            found.append((i, j, size))
    return found
