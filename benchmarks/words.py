"""How fast 750 amended paragraphs of German law are compared, and how readable, beside difflib on the same tokens.

An island is an unchanged word or two stranded between two changes: it looks unchanged and says nothing.
"""

import json
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from ikonzept.prose.align import Run, align
from ikonzept.prose.tokens import keys, tokens
from ikonzept.prose.words import compare_words, readable

PAIRS = Path(__file__).parents[2] / "shared" / "data" / "absatzpaare" / "paare.json"
ROUNDS = 15
ISLAND = 2

Tokens = Sequence[str]


def report(faster: float = 5, fewer: float = 6) -> bool:
    """Prints both sides; whether words are compared so many times faster, with so many times fewer islands."""
    if not PAIRS.is_file():
        print(f"words: {PAIRS} is not here")
        return True
    pairs = json.loads(PAIRS.read_text(encoding="utf-8"))
    ready = [(keys(tokens(old)), keys(tokens(new))) for old, new in pairs]
    theirs, ours, whole = micros((difflib, ready), (ikonzept, ready), (compare_words, pairs))
    print(f"words of {len(pairs)} pairs: {theirs / ours:.1f} × faster than difflib (at least {faster}) –", end=" ")
    print(f"difflib {theirs:.0f} µs, ikonzept {ours:.0f} µs a pair; {whole:.0f} µs with tokens and pieces")
    stranded = [sum(islands(way(*pair), *pair) for pair in ready) for way in (difflib, ikonzept)]
    print(f"islands: {stranded[0] / max(1, stranded[1]):.1f} × fewer than difflib (at least {fewer}) –", end=" ")
    print(f"difflib {stranded[0]}, ikonzept {stranded[1]}")
    return theirs / ours >= faster and stranded[0] >= fewer * stranded[1]


def difflib(old: Tokens, new: Tokens) -> list[Run]:
    """What difflib shows as unchanged."""
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(i, j, end - i) for tag, i, end, j, _ in opcodes if tag == "equal"]


def ikonzept(old: Tokens, new: Tokens) -> list[Run]:
    """What we show as unchanged."""
    return readable(align(old, new).runs, old, new)


def islands(runs: Sequence[Run], old: Tokens, new: Tokens) -> int:
    """How many of the runs are at most two tokens between two changes."""
    inner = (size for i, j, size in runs if (i or j) and (i + size < len(old) or j + size < len(new)))
    return sum(size <= ISLAND for size in inner)


def micros(*ways: tuple[Callable[..., object], Sequence[Sequence[object]]]) -> list[float]:
    """What each way takes for a pair, in µs of this process: the best of some rounds, in which the ways take turns."""
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for (way, pairs), found in zip(ways, taken, strict=True):
            start = time.process_time()
            for pair in pairs:
                way(*pair)
            found.append((time.process_time() - start) / len(pairs) * 1_000_000)
    return list(map(min, taken))
