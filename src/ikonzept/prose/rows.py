"""Two rows of a table → their pieces, cell by cell: a change never reaches over the edge of a cell."""

import re
from collections.abc import Iterator

from ikonzept.prose.words import Kind, Piece, compare_words, merged

_EDGE = re.compile(r"(?<!\\)\|")


def compare_rows(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of a row; where a column came or went, those of its words."""
    olds, news = _EDGE.split(old), _EDGE.split(new)
    if len(olds) != len(news):
        return compare_words(old, new)
    return tuple(merged(_cells(olds, news)))


def _cells(olds: list[str], news: list[str]) -> Iterator[Piece]:
    for index, (old, new) in enumerate(zip(olds, news, strict=True)):
        if index:
            yield Piece(Kind.SAME, "|", "|")
        yield from compare_words(old, new)


def compare_separators(old: str, new: str) -> tuple[Piece, ...]:
    """The line below the heads says nothing: whatever became of it is typography."""
    return (Piece(Kind.SAME if old == new else Kind.EDITORIAL, old, new),)
