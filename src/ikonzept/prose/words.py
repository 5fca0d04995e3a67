"""What changed between two texts, word by word; the pieces make up both texts byte for byte."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, cast

from ikonzept.prose.tokens import STOP_WORDS, Token, is_word, normal, tokens


class Kind(StrEnum):
    """How a piece differs."""

    SAME = "same"
    EDITORIAL = "editorial"
    """Another typography: quotation marks, dashes, blanks, line ends."""
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    """A sentence that stands elsewhere now."""
    MOVED_HERE = "moved_here"


MATERIAL = frozenset((Kind.CHANGED, Kind.MOVED_AWAY, Kind.MOVED_HERE))


class Piece(NamedTuple):
    """A stretch of both texts; of what came or went, one side is empty."""

    kind: Kind
    old: str
    new: str


Span = tuple[bool, int, int, int, int]
"""Whether the tokens are the same; from where to where in the old text, and in the new one. Plain, for speed."""


def is_editorial(old: str, new: str) -> bool:
    """Whether two texts differ by typography at most."""
    return normal(old) == normal(new)


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts: their ``old`` make up the old text, their ``new`` the new one."""
    if old == new:
        return (Piece(Kind.SAME, old, new),) if old else ()
    if not old or not new:
        return (Piece(Kind.CHANGED if normal(old or new) else Kind.EDITORIAL, old, new),)
    before, after = tokens(old), tokens(new)
    if is_editorial(old, new) and _normals(before) != _normals(after):
        return (Piece(Kind.EDITORIAL, old, new),)
    found = list(_pieces(old, new, before, after, readable(spans(_normals(before), _normals(after)), before, after)))
    return tuple(_merged(found))


def _normals(found: Sequence[Token]) -> list[str]:
    return [token[2] for token in found]


# --- which tokens --------------------------------------------------------------------------------------------------

MOST_CELLS = 400_000_000
"""Beyond so many pairs of tokens the middle of two texts is not compared: it would take minutes and gigabytes."""


def spans(left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """The longest common subsequence of two lists of words as spans, equal and changed ones in turn."""
    from rapidfuzz.distance import LCSseq

    if len(left) * len(right) > MOST_CELLS:
        return _ends(left, right)
    found: list[Span] = []
    changed = False
    opcodes = cast("Iterable[tuple[str, int, int, int, int]]", LCSseq.opcodes(left, right))
    for tag, start, end, new_start, new_end in opcodes:
        if tag == "equal":
            found.append((True, start, end, new_start, new_end))
            changed = False
        elif changed:  # what goes and what comes at one place is one change
            found[-1] = (False, found[-1][1], end, found[-1][3], new_end)
        else:
            found.append((False, start, end, new_start, new_end))
            changed = True
    return found


def _ends(left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """The equal beginning and the equal end of two lists, and one change between them."""
    most = min(len(left), len(right))
    head = next((index for index in range(most) if left[index] != right[index]), most)
    tail = next((n for n in range(most - head) if left[-1 - n] != right[-1 - n]), most - head)
    a, b = len(left) - tail, len(right) - tail
    found = [(True, 0, head, 0, head), (False, head, a, head, b), (True, a, len(left), b, len(right))]
    return [span for span in found if span[1:] != (span[2], span[2], span[4], span[4])]


def readable(found: list[Span], before: Sequence[Token], after: Sequence[Token]) -> list[Span]:
    """The spans without islands: what is equal between two changes but too little to hold on to joins them.

    Too little are one or two stop words or marks, and what is no longer than the change on either side.
    """
    if len(found) < _LEAST_WITH_ISLAND:
        return found
    kept = found[:1]
    last = len(found) - 1
    for index in range(1, len(found)):
        span = found[index]
        is_island = span[0] and index < last and _is_island(span, kept[-1], found[index + 1], before, after)
        if is_island or not (span[0] or kept[-1][0]):
            kept[-1] = (False, kept[-1][1], span[2], kept[-1][3], span[4])
        else:
            kept.append(span)
    return kept


_LEAST_WITH_ISLAND = 3
_SMALL = 2
_LONGEST_ISLAND = 5


def _is_island(span: Span, left: Span, right: Span, before: Sequence[Token], after: Sequence[Token]) -> bool:
    _, start, end, _, _ = span
    if end - start > _LONGEST_ISLAND:
        return False
    length = before[end - 1][1] - before[start][0]
    if length <= _length(left, before, after) and length <= _length(right, before, after):
        return True
    words = [token[2] for token in before[start:end]]
    return len(words) <= _SMALL and all(word.lower() in STOP_WORDS or not _carries(word) for word in words)


def _length(span: Span, before: Sequence[Token], after: Sequence[Token]) -> int:
    """How many characters go and come in a change."""
    _, start, end, new_start, new_end = span
    gone = before[end - 1][1] - before[start][0] if end > start else 0
    return gone + (after[new_end - 1][1] - after[new_start][0] if new_end > new_start else 0)


def _carries(word: str) -> bool:
    """Whether a token means something by itself: a word, no mark and no bare number."""
    return any(character.isalpha() for character in word)


# --- from tokens to pieces -----------------------------------------------------------------------------------------


def _pieces(
    old: str, new: str, before: Sequence[Token], after: Sequence[Token], found: Sequence[Span]
) -> Iterator[Piece]:
    """Pieces in which each token has the blanks behind it; those that both sides end a change with stand outside."""
    ends, new_ends = _ends_of(before, old), _ends_of(after, new)
    old_at = new_at = 0
    for equal, start, end, new_start, stop in found:
        old_end = ends[end - 1] if end else old_at
        new_end = new_ends[stop - 1] if stop else new_at
        was, now = old[old_at:old_end], new[new_at:new_end]
        if equal:
            yield from _equal(was, now, before[start:end], after[new_start:stop], old_at, new_at)
        else:
            yield from _changed(was, now)
        old_at, new_at = old_end, new_end
    if old[old_at:] or new[new_at:]:
        yield from _changed(old[old_at:], new[new_at:])


def _ends_of(found: Sequence[Token], text: str) -> list[int]:
    """Where each token ends with the blanks behind it: where the next begins; the first has those before it too."""
    return [*(token.start for token in found[1:]), len(text)] if found else []


def _same(old: str, new: str) -> Kind:
    return Kind.SAME if old == new else Kind.EDITORIAL


def _equal(  # noqa: PLR0913, PLR0917
    was: str, now: str, before: Sequence[Token], after: Sequence[Token], old_at: int, new_at: int
) -> Iterator[Piece]:
    """An equal span, cut where only the typography differs."""
    if was == now:
        yield Piece(Kind.SAME, was, now)
        return
    left, right = 0, 0
    for one, other in zip(before, after, strict=True):
        for stop, new_stop in ((one.start, other.start), (one.end, other.end)):
            part = was[left : stop - old_at], now[right : new_stop - new_at]
            yield Piece(_same(*part), *part)
            left, right = stop - old_at, new_stop - new_at
    yield Piece(_same(was[left:], now[right:]), was[left:], now[right:])


def _changed(was: str, now: str) -> Iterator[Piece]:
    """A change without the blanks that both sides end with; of words that became others, what they share stays."""
    end = _blank_end(was, now)
    was, now, blanks = was[: len(was) - end], now[: len(now) - end], was[len(was) - end :]
    if not normal(was) and not normal(now):
        yield Piece(Kind.EDITORIAL, was, now)
    else:
        yield from _words_changed(was, now)
    if blanks:
        yield Piece(Kind.SAME, blanks, blanks)


def _blank_end(was: str, now: str) -> int:
    """How many blanks both sides end with alike, where both hold more than blanks."""
    if not was.strip() or not now.strip():
        return 0
    blanks, new_blanks = was[len(was.rstrip()) :], now[len(now.rstrip()) :]
    return _common(blanks[::-1], new_blanks[::-1], min(len(blanks), len(new_blanks)))


def _words_changed(was: str, now: str) -> Iterator[Piece]:
    """One word, or an article and its noun: word by word; anything else as a whole."""
    first, blank, rest = was.partition(" ")
    new_first, new_blank, new_rest = now.partition(" ")
    if blank and new_blank and {first.lower(), new_first.lower()} <= STOP_WORDS and any(_shared(rest, new_rest)):
        yield from _word_changed(first, new_first)
        yield Piece(Kind.SAME, " ", " ")
        yield from _word_changed(rest, new_rest)
    else:
        yield from _word_changed(was, now)


def _word_changed(was: str, now: str) -> Iterator[Piece]:
    head, tail = _shared(was, now)
    yield Piece(Kind.SAME, was[:head], now[:head])
    middle = was[head : len(was) - tail], now[head : len(now) - tail]
    yield Piece(Kind.CHANGED if any(middle) else Kind.SAME, *middle)
    yield Piece(Kind.SAME, was[len(was) - tail :], now[len(now) - tail :])


_LEAST_SHARED = 4


def _shared(was: str, now: str) -> tuple[int, int]:
    """How many letters two words share at their beginning and end, each none or at least four; never in a number."""
    if not _is_one_word(was) or not _is_one_word(now):
        return 0, 0
    most = min(len(was), len(now))
    head = _common(was, now, most)
    head = head if head >= _LEAST_SHARED else 0
    tail = _common(was[::-1], now[::-1], most - head)
    return head, tail if tail >= _LEAST_SHARED else 0


def _is_one_word(text: str) -> bool:
    return (
        is_word(text) and not any(character.isspace() or character.isdigit() for character in text) and "§" not in text
    )


def _common(one: str, other: str, most: int) -> int:
    return next((index for index in range(most) if one[index] != other[index]), most)


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one; blanks that differ beside a change belong to it, empty pieces are left out."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.old and not piece.new:
            continue
        if last and (last.kind is piece.kind or _is_blank_beside(last, piece)):
            kind = Kind.CHANGED if Kind.CHANGED in {last.kind, piece.kind} else piece.kind
            last = Piece(kind, last.old + piece.old, last.new + piece.new)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _is_blank_beside(one: Piece, other: Piece) -> bool:
    """Whether one of two neighbours is a change and the other nothing but blanks that differ."""
    kinds = {one.kind, other.kind}
    blank = one if one.kind is Kind.EDITORIAL else other
    return kinds == {Kind.CHANGED, Kind.EDITORIAL} and not blank.old.strip() and not blank.new.strip()
