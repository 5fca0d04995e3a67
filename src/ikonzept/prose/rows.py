"""Two rows of a table → their pieces, cell by cell: a change never reaches over the edge of a cell."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ikonzept.prose.align import align
from ikonzept.prose.tokens import normal
from ikonzept.prose.words import Kind, Piece, compare_words, merged

_EDGE = re.compile(r"(?<!\\)\|")


def compare_rows(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of a row; where a column came or went, cells that say the same belong together."""
    olds, news = _EDGE.split(old), _EDGE.split(new)
    return tuple(merged(_cells(olds, news)))


def _cells(olds: list[str], news: list[str]) -> Iterator[Piece]:
    """The edge behind a cell belongs to it; what stands before the first edge and behind the last is mostly nothing."""
    for old, new in _together(olds, news):
        before = "" if old is None else olds[old] + "|" * (old < len(olds) - 1)
        after = "" if new is None else news[new] + "|" * (new < len(news) - 1)
        if old is None or new is None:
            yield Piece(Kind.CHANGED, before, after)
        elif before[-1:] == after[-1:] == "|":
            yield from compare_words(before[:-1], after[:-1])
            yield Piece(Kind.SAME, "|", "|")
        else:
            yield from compare_words(before, after)


def _together(olds: list[str], news: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Places of cells that belong together, in order."""
    if len(olds) == len(news):
        yield from ((place, place) for place in range(len(olds)))
        return
    runs = align([normal(cell) for cell in olds], [normal(cell) for cell in news]).runs
    end_old = end_new = 0
    for i, j, size in [*runs, (len(olds), len(news), 0)]:
        yield from zip_longest(range(end_old, i), range(end_new, j))
        yield from ((i + step, j + step) for step in range(size))
        end_old, end_new = i + size, j + size


def compare_separators(old: str, new: str) -> tuple[Piece, ...]:
    """The line below the heads says nothing: whatever became of it is typography."""
    return (Piece(Kind.SAME if old == new else Kind.EDITORIAL, old, new),)
