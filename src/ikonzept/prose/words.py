"""Two paragraphs → what is the same, what is typography, what changed, in pieces that read well."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ikonzept.prose.align import Run, align
from ikonzept.prose.tokens import is_small, keys, tokens, word


class Kind(Enum):
    """What became of a piece of text."""

    SAME = "same"
    EDITORIAL = "editorial"
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


MATERIAL = frozenset((Kind.CHANGED, Kind.MOVED_AWAY, Kind.MOVED_HERE))
"""What is more than typography."""


class Piece(NamedTuple):
    """A stretch of text on both sides; an insertion has no old, a deletion no new."""

    kind: Kind
    old: str
    new: str
    other: int | None = None
    """For a moved sentence: which of the blocks holds its other end."""
    coarse: bool = False
    """The texts were too large to look into this change."""


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts; their old texts joined are the old one, their new texts the new one."""
    if old == new:
        return (Piece(Kind.SAME, old, new),) if old else ()
    left, right = tokens(old), tokens(new)
    if not (old and new):
        return (Piece(Kind.CHANGED if len(left) + len(right) > _NO_WORDS else Kind.EDITORIAL, old, new),)
    old_keys, new_keys = keys(left), keys(right)
    if old_keys == new_keys:
        return tuple(merged(_unchanged(left, right)))
    found = align(old_keys, new_keys)
    runs = readable(found.runs, old_keys, new_keys)
    return tuple(merged(_pieces(left, right, runs, coarse=found.coarse)))


_NO_WORDS = 2
"""The tokens of two texts without words: the empty one at the beginning of either."""


def is_editorial(old: str, new: str) -> bool:
    """Whether two texts say the same in the same words: they differ at most in typography."""
    return old == new or keys(tokens(old)) == keys(tokens(new))


# --- which runs are worth showing as unchanged -----------------------------------------------------------------------


def readable(runs: list[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of an alignment without islands, and with insertions where a reader would see them begin."""
    kept = [*(runs or [(0, 0, 0)]), (len(old), len(new), 0)]
    # A single change, the usual case, has no islands.
    if len(runs) > _AROUND_ONE or kept[-2][0] + kept[-2][2] < len(old) or kept[-2][1] + kept[-2][2] < len(new):
        kept = _without_islands(kept, old, new)
        if len(kept) <= len(runs):
            kept = _widened(kept, old, new)
    _slide(kept, old, new)
    return [run for run in kept if run[2]]


_AROUND_ONE = 2
_ISLAND = 2
_LARGEST_ISLAND = 6
"""A longer run says something by itself, however much changed around it."""


def _without_islands(runs: list[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Runs without those that only interrupt a change: small words, and few words amid longer changes."""
    kept: list[Run] = []
    end: Run = (0, 0, 0)
    for index, run in enumerate(runs, 1):
        i, j, size = run
        if 0 < size <= _LARGEST_ISLAND and index < len(runs) and (i > end[0] or j > end[1]):
            k, m, _ = runs[index]
            if (k > i + size or m > j + size) and _is_island(old, new, end, run, runs[index]):
                continue
        kept.append(run)
        end = i + size, j + size, 0
    return kept


def _is_island(old: Sequence[str], new: Sequence[str], end: Run, run: Run, following: Run) -> bool:
    """Whether words between two changes say less than these: a word or two less than half, more less than either."""
    i, j, size = run
    words = old[i : i + size]
    few = size <= _ISLAND
    if not (few and all(map(is_small, words))):
        length = sum(map(len, words))
        left = max(_letters(old, end[0], i), _letters(new, end[1], j))
        if not few and length >= left:
            return False
        right = max(_letters(old, i + size, following[0]), _letters(new, j + size, following[1]))
        if 2 * length >= left + right if few else length >= right:
            return False
    return not _grows(old, new, run, following)


def _grows(old: Sequence[str], new: Sequence[str], run: Run, following: Run) -> bool:
    """Whether what comes behind a run will join it: "in" [+Kraft. Die alte Satzung tritt außer+] "Kraft."."""
    i, j, size = run
    k, m, room = following
    if not room or (k > i + size) is (m > j + size):
        return False
    words, start, end = (new, j + size, m) if k == i + size else (old, i + size, k)
    return words[start] == words[end] and _best_shift(words, start, end, size, room) > 0


def _letters(words: Sequence[str], start: int, end: int) -> int:
    return sum(map(len, words[start:end])) if end > start else 0


def _widened(runs: list[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Runs that take in what joined changes have in common at their ends: Sperrung der → Kürzung zugunsten der."""
    for index in range(1, len(runs)):
        i, j, size = runs[index - 1]
        k, m, following = runs[index]
        room = min(k - i, m - j) - size
        tail = 0
        while tail < room and old[k - tail - 1] == new[m - tail - 1]:
            tail += 1
        head = 0
        while head < room - tail and old[i + size + head] == new[j + size + head]:
            head += 1
        if tail:
            runs[index] = (k - tail, m - tail, following + tail)
        if head:
            runs[index - 1] = (i, j, size + head)
    return runs


def _slide(runs: list[Run], old: Sequence[str], new: Sequence[str]) -> None:
    """Moves insertions and deletions, where the words allow it, to begin after the end of a sentence or clause."""
    end_old = end_new = 0
    for index, (i, j, size) in enumerate(runs):
        # Either a deletion or an insertion; and almost always neither neighbour could change sides.
        if index and (i == end_old) is not (j == end_new):
            words, start, end = (new, end_new, j) if i == end_old else (old, end_old, i)
            if words[start - 1] == words[end - 1] or (size and words[start] == words[end]):
                k, m, before = runs[index - 1]
                shift = _best_shift(words, start, end, before, size)
                runs[index - 1] = (k, m, before + shift)
                runs[index] = (i + shift, j + shift, size - shift)
        end_old, end_new = i + size, j + size


def _best_shift(words: Sequence[str], start: int, end: int, room_left: int, room_right: int) -> int:
    """By how many words a stretch is best moved: back below 0, on above.

    It can move on as long as the word that it leaves behind is the one that it takes in.
    """
    left = right = 0
    while left < room_left - 1 and words[start - left - 1] == words[end - left - 1]:
        left += 1
    while right < room_right and words[start + right] == words[end + right]:
        right += 1
    return max(range(-left, right + 1), key=lambda shift: (_ends(words[start + shift - 1]), -abs(shift)))


def _ends(normal_form: str) -> int:
    """How much of an end a token is: of a sentence, of a clause, of nothing."""
    return 2 if normal_form in _SENTENCE_ENDS else int(normal_form in _CLAUSE_ENDS)


_SENTENCE_ENDS = frozenset((".", "!", "?", ""))
_CLAUSE_ENDS = frozenset((";", ":"))


# --- runs → pieces ---------------------------------------------------------------------------------------------------


def _pieces(left: Sequence[str], right: Sequence[str], runs: Iterable[Run], *, coarse: bool) -> Iterator[Piece]:
    end_old = end_new = 0
    gaps = ("", "")
    for i, j, size in [*runs, (len(left), len(right), 0)]:
        if i > end_old or j > end_new:
            yield from _changed(gaps, left[end_old:i], right[end_new:j], coarse=coarse)
        end_old, end_new = i + size, j + size
        if size:
            same_old, same_new = list(left[i:end_old]), list(right[j:end_new])
            if same_old[-1] == same_new[-1] or (end_old == len(left) and end_new == len(right)):
                gaps = ("", "")
            else:
                # Blanks before a change belong to the change: "gilt." → "gilt. Immer." inserts " Immer."
                gaps = _gap(same_old[-1]), _gap(same_new[-1])
                same_old[-1], same_new[-1] = word(same_old[-1]), word(same_new[-1])
            yield from _unchanged(same_old, same_new)


def _gap(token: str) -> str:
    return token[len(word(token)) :]


def _unchanged(left: Sequence[str], right: Sequence[str]) -> Iterator[Piece]:
    """Tokens that are equal in their normal forms."""
    old, new = "".join(left), "".join(right)
    if old == new:
        yield Piece(Kind.SAME, old, new)
        return
    for before, after in zip(left, right, strict=True):
        if before == after:
            yield Piece(Kind.SAME, before, after)
        else:
            yield _same_or_editorial(word(before), word(after))
            yield from _blanks(_gap(before), _gap(after))


def _same_or_editorial(old: str, new: str) -> Piece:
    return Piece(Kind.SAME if old == new else Kind.EDITORIAL, old, new)


def _blanks(old: str, new: str) -> Iterator[Piece]:
    """What stands between two words, told apart into what is the same and what is not."""
    if old == new:
        yield Piece(Kind.SAME, old, new)
        return
    head = _common_blanks(old, new)
    tail = _common_blanks(old[head:][::-1], new[head:][::-1])
    yield _same(old[:head])
    yield Piece(Kind.EDITORIAL, old[head : len(old) - tail], new[head : len(new) - tail])
    yield _same(old[len(old) - tail :])


def _same(text: str) -> Piece:
    return Piece(Kind.SAME, text, text)


def _changed(gaps: tuple[str, str], left: Sequence[str], right: Sequence[str], *, coarse: bool) -> Iterator[Piece]:
    """A change with the blanks before it, without those at its ends that both sides have."""
    old, new = "".join((gaps[0], *left)), "".join((gaps[1], *right))
    head = _common_blanks(old, new)
    old, new = old[head:], new[head:]
    after = (_gap(left[-1]), _gap(right[-1])) if left and right else (_blank_end(old), _blank_end(new))
    if all(after):
        old, new = old[: -len(after[0])], new[: -len(after[1])]
    if head:
        yield _same(gaps[0][:head])
    yield from _replaced(old, new, coarse=coarse)
    if all(after):
        yield from _blanks(*after)


def _blank_end(text: str) -> str:
    return text[len(text.rstrip()) :]


def _replaced(old: str, new: str, *, coarse: bool) -> Iterator[Piece]:
    head, tail = _common_parts(old, new) if old and new else (0, 0)
    if head:
        yield _same(old[:head])
    yield Piece(Kind.CHANGED, old[head : len(old) - tail], new[head : len(new) - tail], None, coarse)
    if tail:
        yield _same(old[-tail:])


def _common_blanks(old: str, new: str) -> int:
    size = 0
    while old[size : size + 1].isspace() and old[size] == new[size : size + 1]:
        size += 1
    return size


# --- inside one word -----------------------------------------------------------------------------------------------

_PART = 4
"""Letters that two words must share at an end to be shown as one word with a change in it."""
_ONE_WORD = re.compile(r"[^\W\d_]{4,}(?:[-*:_/()]+[^\W\d_]+)*[-)]?")
_NUMERAL = re.compile(
    r"(?i)(?:und|eine?|zwei|zwan|drei|vier|fünf|sechs?|sieben|sieb|acht|neun|zehn|elf|zwölf|zig|ßig|hundert|tausend)+"
    r"(?:s?te[mnrs]?|er)?"
)
"""A number in words is one number, as one in figures is."""
_NO_BEGINNING = re.compile(
    r"ß|ungs|s[bdfghlmnrvwz]|[hjlmnx][^aeiouyäöü]|[bfv][^aeiouyäöülr]|c[^aeiouyäöühlr]|d[^aeiouyäöürw]|g[^aeiouyäöülnr]"
    r"|k[^aeiouyäöülnrw]|p[^aeiouyäöüfhlrs]|r[^aeiouyäöüh]|t[^aeiouyäöührw]|w[^aeiouyäöür]|z[^aeiouyäöüw]"
)
"""Letters that no German word begins with: the first belongs to the word before, Wohnungs|markt, Hundert|satz."""
_JOINED_BY_S = re.compile(r"(?:ung|heit|keit|schaft|tät|ion|ling|tum)$").search


def _common_parts(old: str, new: str) -> tuple[int, int]:
    """How many letters one word replaced by one word keeps at its beginning and at its end."""
    if not (_ONE_WORD.fullmatch(old) and _ONE_WORD.fullmatch(new)) or (
        _NUMERAL.fullmatch(old) and _NUMERAL.fullmatch(new)
    ):
        return 0, 0
    head = _long_enough(_common_letters(old, new))
    tail = _long_enough(_common_letters(old[head:][::-1], new[head:][::-1]))
    before = _between(old, new, head, tail)
    if not any(part.strip("-") for part in before) or (tail and _are_one_letter(before[0][-1:], before[1][-1:])):
        return 0, 0
    while tail and (
        _NO_BEGINNING.match(old, len(old) - tail) or (old[-tail] == "s" and any(map(_JOINED_BY_S, before)))
    ):
        tail = _long_enough(tail - 1)
        before = _between(old, new, head, tail)
    # One letter before a whole word is overlooked: keinen, not {+k+}einen.
    return head, tail if head or max(map(len, before)) > 1 else 0


def _between(old: str, new: str, head: int, tail: int) -> tuple[str, str]:
    return old[head : len(old) - tail], new[head : len(new) - tail]


def _are_one_letter(old: str, new: str) -> bool:
    """Whether a word begins here on one side and goes on within a compound on the other: Hilfs|person → Person."""
    return old != new and old.lower() == new.lower()


def _long_enough(size: int) -> int:
    return size if size >= _PART else 0


def _common_letters(old: str, new: str) -> int:
    return next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


# --- pieces in order -------------------------------------------------------------------------------------------------


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces without empty ones, neighbours of one kind as one."""
    found: list[Piece] = []
    for piece in pieces:
        if not (piece.old or piece.new):
            continue
        last = found[-1] if found else None
        if last and last.kind is piece.kind and last.other == piece.other and piece.kind is not Kind.EDITORIAL:
            found[-1] = last._replace(old=last.old + piece.old, new=last.new + piece.new)
        else:
            found.append(piece)
    return found
