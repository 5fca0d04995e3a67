"""Pairs of units → their pieces, with the sentences that moved within them or from one to another."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ikonzept.prose.align import Run, align
from ikonzept.prose.rows import compare_rows, compare_separators
from ikonzept.prose.sentences import split
from ikonzept.prose.tokens import normal
from ikonzept.prose.units import Form
from ikonzept.prose.words import Kind, Piece, compare_words, is_editorial, merged

WORDS_THAT_MOVE = 6


class Texts(NamedTuple):
    """Both texts of a unit, the labels they begin with, and what the unit is."""

    old: str
    new: str
    labels: tuple[str, str] = ("", "")
    form: Form = Form.PARAGRAPH


class _Sentences(NamedTuple):
    """Both sides of a unit in sentences, the normal forms of those on one side alone, and which are the same."""

    old: list[str]
    new: list[str]
    normal: Mapping[str, str]
    runs: list[Run]

    def form(self, sentence: str) -> str:
        """The normal form of any sentence."""
        return self.normal.get(sentence) or normal(sentence)

    def are_editorial(self) -> bool:
        """Whether the sides say the same in the same words, sentence by sentence."""
        return self.runs == [(0, 0, len(self.old))] and len(self.old) == len(self.new)


def pieces_of(texts: Sequence[Texts]) -> list[tuple[Piece, ...]]:
    """The pieces of each unit; a moved sentence names the unit that holds its other end."""
    looked_into = {index: _sentences(both) for index, both in enumerate(texts) if _may_have_moved(both)}
    away, here = _moves(looked_into)
    found: list[tuple[Piece, ...]] = []
    for index, both in enumerate(texts):
        sentences = looked_into.get(index)
        if both.form in _COMPARED and both.old and both.new:
            found.append(_COMPARED[both.form](both.old, both.new))
        elif sentences is None or (sentences.are_editorial() and is_editorial(*both.labels)):
            found.append(compare_words(both.old, both.new))
        else:
            compared = _compared(sentences, away[index], here[index])
            found.append(tuple(merged([*_labels(both), *compared])))
    return found


_COMPARED = {Form.ROW: compare_rows, Form.SEPARATOR: compare_separators}
"""What has no sentences is compared in its own way."""


def passage(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of one text, of a paragraph or a few: sentences that changed their place are told as moved."""
    return pieces_of([Texts(old, new)])[0]


def _may_have_moved(texts: Texts) -> bool:
    """Whether something can have moved from a unit or to it: it is not the same, nor too short."""
    absent = not texts.old or not texts.new
    return (
        texts.old != texts.new
        and texts.form not in _COMPARED
        and not (absent and not _says_enough(texts.old + texts.new))
    )


_BULLET = re.compile(r"[-*+•]")


def _labels(texts: Texts) -> Iterator[Piece]:
    """The labels compared; one bullet is as good as another."""
    old, new = texts.labels
    bullets = _BULLET.match(old), _BULLET.match(new)
    if bullets[0] and bullets[1]:
        yield Piece(Kind.SAME if old[0] == new[0] else Kind.EDITORIAL, old[0], new[0])
        old, new = old[1:], new[1:]
    yield from compare_words(old, new)


def _sentences(texts: Texts) -> _Sentences:
    old, new = split(texts.old[len(texts.labels[0]) :]), split(texts.new[len(texts.labels[1]) :])
    forms = {sentence: normal(sentence) for sentence in set(old).symmetric_difference(new)}
    runs = align([forms.get(one, one) for one in old], [forms.get(one, one) for one in new]).runs
    return _Sentences(old, new, forms, runs)


def _others(runs: Sequence[Run], side: int, end: int) -> Iterator[int]:
    """The sentences of a side that are in no run."""
    start = 0
    for run in runs:
        yield from range(start, run[side])
        start = run[side] + run[2]
    yield from range(start, end)


Moves = defaultdict[int, dict[int, int]]
"""Unit → its sentences that moved, each with the unit that holds its other end."""


def _moves(units: dict[int, _Sentences]) -> tuple[Moves, Moves]:
    free: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
    for index, both in units.items():
        for place in _others(both.runs, 1, len(both.new)):
            if _says_enough(both.new[place]):
                free[both.form(both.new[place])].append((index, place))
    away, here = Moves(dict), Moves(dict)
    for index, both in units.items():
        for place in _others(both.runs, 0, len(both.old)):
            goals = _says_enough(both.old[place]) and free.get(both.form(both.old[place]))
            if goals:
                goal, new_place = goals.popleft()
                away[index][place] = goal
                here[goal][new_place] = index
    return away, here


def _says_enough(sentence: str) -> bool:
    return len(sentence.split()) >= WORDS_THAT_MOVE


# --- sentences → pieces --------------------------------------------------------------------------------------------


def _compared(both: _Sentences, away: dict[int, int], here: dict[int, int]) -> Iterator[Piece]:
    start_old = start_new = 0
    blanks = ("", "")
    for i, j, size in [*both.runs, (len(both.old), len(both.new), 0)]:
        olds, news = range(start_old, i), range(start_new, j)
        if olds or news:
            yield from _region(
                _side(both.old, olds, away, blanks[0], Kind.MOVED_AWAY),
                _side(both.new, news, here, blanks[1], Kind.MOVED_HERE),
            )
            blanks = ("", "")
        start_old, start_new = i + size, j + size
        old, new = "".join(both.old[i:start_old]), "".join(both.new[j:start_new])
        if size and (start_old, start_new) != (len(both.old), len(both.new)):
            old, new, blanks = _without_blanks(old, new)
        yield from compare_words(old, new)


def _without_blanks(old: str, new: str) -> tuple[str, str, tuple[str, str]]:
    """Two texts without the blanks at their ends, where these differ; they belong to what follows."""
    bare = old.rstrip(), new.rstrip()
    blanks = old[len(bare[0]) :], new[len(bare[1]) :]
    return (old, new, ("", "")) if blanks[0] == blanks[1] else (*bare, blanks)


class _Side(NamedTuple):
    """One side of a change: the sentences that stayed as one text, and those that moved with their place in it."""

    stayed: str
    moved: list[tuple[int, Piece]]


def _side(sentences: Sequence[str], places: range, moves: dict[int, int], blanks: str, kind: Kind) -> _Side:
    stayed = ""
    moved: list[tuple[int, Piece]] = []
    for place in places:
        text = blanks + sentences[place]
        blanks = ""
        if place in moves:
            old, new = (text, "") if kind is Kind.MOVED_AWAY else ("", text)
            moved.append((len(stayed), Piece(kind, old, new, moves[place])))
        else:
            stayed += text
    return _Side(stayed + blanks, moved)


def _region(old: _Side, new: _Side) -> Iterator[Piece]:
    """What stayed compared by words, with what moved at its place."""
    away, here = deque(old.moved), deque(new.moved)
    at_old = at_new = 0
    for piece in compare_words(old.stayed, new.stayed):
        rest = piece
        while True:
            yield from _due(away, at_old)
            yield from _due(here, at_new)
            cut_old = away[0][0] - at_old if away else len(rest.old)
            cut_new = here[0][0] - at_new if here else len(rest.new)
            if cut_old >= len(rest.old) and cut_new >= len(rest.new):
                break
            first, rest = _cut(rest, cut_old, cut_new)
            at_old, at_new = at_old + len(first.old), at_new + len(first.new)
            yield first
        at_old, at_new = at_old + len(rest.old), at_new + len(rest.new)
        yield rest
    yield from (piece for _, piece in (*away, *here))


def _due(moved: deque[tuple[int, Piece]], at: int) -> Iterator[Piece]:
    while moved and moved[0][0] <= at:
        yield moved.popleft()[1]


def _cut(piece: Piece, cut_old: int, cut_new: int) -> tuple[Piece, Piece]:
    """A piece in two, where a sentence moved away from it or into it."""
    if piece.kind is Kind.SAME:
        cut_old = cut_new = min(cut_old, cut_new)
    first = piece.old[: max(0, cut_old)], piece.new[: max(0, cut_new)]
    rest = piece.old[len(first[0]) :], piece.new[len(first[1]) :]
    return _of(piece, *first), _of(piece, *rest)


def _of(piece: Piece, old: str, new: str) -> Piece:
    kind = piece.kind
    if kind is Kind.EDITORIAL and not is_editorial(old, new):
        kind = Kind.CHANGED
    return piece._replace(kind=kind, old=old, new=new)
