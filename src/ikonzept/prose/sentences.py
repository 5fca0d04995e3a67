"""Sentences of German text: a dot behind ``z. B``, ``Abs``, ``Nr`` or an ordinal number ends none."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ikonzept.prose.tokens import normal, tokens
from ikonzept.prose.words import Kind, Piece, compare_words, is_editorial

LEAST_MOVED = 6
"""A sentence of so many words is known again elsewhere."""
_END = re.compile(r"[.!?:…][\"“”»)*_]*(?=\s+[\"„«(\[*_–—-]*[A-ZÄÖÜ0-9§])|\n[ \t]*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-zÄÖÜäöü]|Abs|Nr|Art|Buchst|Satz|bzw|usw|ca|gem|ggf|vgl|inkl|etc|Kap|Anl|Ziff|Bd|lfd|Dr|Prof|St|Str|Tel"
    r"|max|min|evtl|sog|insb|Halbs|Alt|Var|BGBl|Mio|Mrd|Std|Tsd|Hrsg|S|f|ff)|(?<![\d.,])\d{1,2}|\b[IVX]{1,5})\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the blanks behind it; together they are the text."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[0][0] == "." and _ABBREVIATION.search(text[max(start, end.start() - 10) : end.start() + 1]):
            continue
        stop = end.end()
        while stop < len(text) and text[stop].isspace():
            stop += 1
        found.append(text[start:stop])
        start = stop
    if text[start:]:
        found.append(text[start:])
    return found


class Part(NamedTuple):
    """A stretch of both texts: sentences that are equal, or what stands there on either side."""

    equal: bool
    old: tuple[str, ...]
    new: tuple[str, ...]


def parts(old: str, new: str) -> list[Part]:
    """Two texts, sentence by sentence: what is equal in order, and what differs between."""
    from rapidfuzz.distance import LCSseq

    before, after = sentences(old), sentences(new)
    codes = LCSseq.opcodes([hash(normal(item)) for item in before], [hash(normal(item)) for item in after])
    found: list[Part] = []
    for code in codes:
        part = Part(
            code.tag == "equal",
            tuple(before[code.src_start : code.src_end]),
            tuple(after[code.dest_start : code.dest_end]),
        )
        if found and not found[-1].equal and not part.equal:
            found[-1] = Part(False, found[-1].old + part.old, found[-1].new + part.new)
        else:
            found.append(part)
    return found


def long_enough(sentence: str) -> bool:
    """Whether a sentence would be known again elsewhere."""
    return len(tokens(sentence)) >= LEAST_MOVED


def moved(found: Sequence[Part]) -> frozenset[str]:
    """The sentences (in normal form) that went from one place and came at another, once each."""
    went = Counter(normal(item) for part in found if not part.equal for item in part.old if long_enough(item))
    came = Counter(normal(item) for part in found if not part.equal for item in part.new if long_enough(item))
    return frozenset(item for item, number in went.items() if number == 1 and came[item] == 1)


def pieces(found: Sequence[Part], known: Collection[str]) -> Iterator[Piece]:
    """The parts as pieces; sentences in ``known`` are told as moved, the others by their words."""
    for part in found:
        if part.equal:
            yield from _equal(part)
        else:
            yield from _differing(part, known)


def _equal(part: Part) -> Iterator[Piece]:
    for old, new in zip(part.old, part.new, strict=True):
        yield from compare_words(old, new)


def _differing(part: Part, known: Collection[str]) -> Iterator[Piece]:
    """Moved sentences divide what differs: between them, words are compared."""
    old = _between(part.old, known)
    new = _between(part.new, known)
    for index in range(max(len(old), len(new))):
        gone, away = old[index] if index < len(old) else ("", "")
        come, here = new[index] if index < len(new) else ("", "")
        yield from compare_words(gone, come)
        if away:
            yield Piece(Kind.MOVED_AWAY, away, "")
        if here:
            yield Piece(Kind.MOVED_HERE, "", here)


def _between(items: Sequence[str], known: Collection[str]) -> list[tuple[str, str]]:
    """What stands before each moved sentence, and the sentence; last what stands behind all of them."""
    found, waiting = [], ""
    for item in items:
        if normal(item) in known:
            found.append((waiting, item))
            waiting = ""
        else:
            waiting += item
    return [*found, (waiting, "")]


def compare_passage(old: str, new: str) -> tuple[Piece, ...]:
    """A paragraph, or a few: sentences that only changed their place are told as moved, the others word by word."""
    if old == new or not old or not new or is_editorial(old, new):
        return compare_words(old, new)
    found = parts(old, new)
    return tuple(pieces(found, moved(found)))
