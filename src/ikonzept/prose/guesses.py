"""Which of the things that went one that came may be, by likeness alone: always a guess, never a fact."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

from ikonzept.prose.likeness import likeness

K = TypeVar("K", bound=Hashable)
J = TypeVar("J", bound=Hashable)

_LEAST = 0.6
_LEAD = 0.1
"""By so much the best must be better than the second best."""
_MOST_PAIRS = 250_000


class Guess(NamedTuple):
    """One that went, one that came, and how alike they are."""

    left: str
    right: str
    score: float


def guesses(left: Mapping[str, str], right: Mapping[str, str]) -> list[Guess]:
    """Texts that went and texts that came, by name: the pairs that are each other's best by a clear lead."""
    if len(left) * len(right) > _MOST_PAIRS:
        return []
    return [Guess(*pair) for pair in clear_pairs(left, right, least=_LEAST)]


def clear_pairs(left: Mapping[K, str], right: Mapping[J, str], least: float) -> list[tuple[K, J, float]]:
    """The pairs of at least this likeness in which each is the other's best, and none is nearly as good."""
    scores = {(one, other): likeness(text, said) for one, text in left.items() for other, said in right.items()}
    rows = {one: sorted(((scores[one, other], other) for other in right), key=_score, reverse=True) for one in left}
    columns = {other: sorted(((scores[one, other], one) for one in left), key=_score, reverse=True) for other in right}
    found = []
    for one, ranked in rows.items():
        score, other = ranked[0]
        if score >= least and columns[other][0][1] == one and _leads(ranked) and _leads(columns[other]):
            found.append((one, other, score))
    return found


def _score(entry: tuple[float, object]) -> float:
    return entry[0]


def _leads(ranked: list[tuple[float, J]]) -> bool:
    return len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _LEAD
