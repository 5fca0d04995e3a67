"""How alike two texts are, and which of many are probably the same thing under another name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ikonzept.prose.tokens import keys, tokens

LIKELY = 0.6
LEAD = 0.1
"""By how much the best must be ahead of the second best on either side to be worth a guess."""

_LETTERS_UP_TO = 2_000
_CHANCE = 0.4
"""The share of letters in order that any two German texts have in common."""
_EXACT_UP_TO = 1_000_000_000
_ALL_PAIRS_UP_TO = 40_000


class Guess(NamedTuple):
    """Two names whose texts are probably versions of one, and how alike these are (0 to 1)."""

    left: str
    right: str
    score: float


class Words(NamedTuple):
    """A text made ready for comparison: its tokens in normal form, and these as one text."""

    keys: Sequence[str]
    text: str


def ready(text: str) -> Words:
    """The normal form of a text, to be compared many times."""
    found = keys(tokens(text))[1:]
    return Words(found, " ".join(found))


def similarity(old: str, new: str) -> float:
    """How alike two texts are, from 0 to 1; typography does not count."""
    return likeness(ready(old), ready(new))


def likeness(old: Words, new: Words, at_least: float = 0.0) -> float:
    """The same of texts made ready; 0 where it is less than ``at_least``.

    The words that both have in the same order; in short texts, where one compound is much, also the letters.
    """
    if old.keys == new.keys:
        return 1.0
    if not old.keys or not new.keys:
        return 0.0
    if len(old.keys) * len(new.keys) > _EXACT_UP_TO:
        return _overlap(old.keys, new.keys)
    from rapidfuzz.distance import Indel

    by_words = Indel.normalized_similarity(old.keys, new.keys, score_cutoff=at_least)
    if max(len(old.text), len(new.text)) > _LETTERS_UP_TO:
        return by_words
    letters = Indel.normalized_similarity(old.text, new.text, score_cutoff=_CHANCE + at_least * (1 - _CHANCE))
    return max(by_words, (letters - _CHANCE) / (1 - _CHANCE))


def contains(one: Words, other: Words) -> bool:
    """Whether the longer of two texts is the shorter one with something added."""
    shorter = min(len(one.keys), len(other.keys))
    if shorter < _SAYS_ENOUGH or len(one.keys) * len(other.keys) > _EXACT_UP_TO:
        return False
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(one.keys, other.keys) >= _CONTAINED * shorter


_SAYS_ENOUGH = 6
_CONTAINED = 0.85


def _overlap(old: Sequence[str], new: Sequence[str]) -> float:
    shared = (Counter(old) & Counter(new)).total()
    return 2 * shared / (len(old) + len(new))


def guesses(left: Mapping[str, str], right: Mapping[str, str]) -> list[Guess]:
    """Pairs of names whose texts are alike: at least 0.6, each the other's best, with a clear lead; best first."""
    olds, news = list(map(ready, left.values())), list(map(ready, right.values()))
    scores = {
        (i, j): score for i, j in _worth_comparing(olds, news) if (score := likeness(olds[i], news[j], LIKELY - LEAD))
    }
    left_best, right_best = _leaders(scores, 0), _leaders(scores, 1)
    names = list(left), list(right)
    found = [
        Guess(names[0][i], names[1][j], round(score, 3))
        for (i, j), score in scores.items()
        if score >= LIKELY and left_best.get(i) == (i, j) == right_best.get(j)
    ]
    return sorted(found, key=lambda guess: (-guess.score, guess.left, guess.right))


def _worth_comparing(olds: Sequence[Words], news: Sequence[Words]) -> Iterable[tuple[int, int]]:
    if len(olds) * len(news) <= _ALL_PAIRS_UP_TO:
        return ((i, j) for i in range(len(olds)) for j in range(len(news)))
    return ((i, j) for i, found in enumerate(candidates(olds, news, size=1)) for j in found)


def _leaders(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, int]]:
    """The best pair of each, where it leads clearly."""
    ranked: defaultdict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, score in scores.items():
        ranked[pair[side]].append((score, pair))
    leaders = {}
    for name, found in ranked.items():
        best, *others = sorted(found, reverse=True)
        if not others or best[0] - others[0][0] >= LEAD:
            leaders[name] = best[1]
    return leaders


_POSTINGS = 12
_SAMPLES = 200
_CANDIDATES = 4


def candidates(olds: Sequence[Words], news: Sequence[Words], size: int = 3) -> list[list[int]]:
    """For each old text the few new ones that share most of its rare phrases of ``size`` words.

    Keeps the cost of comparing many texts with many in proportion to their length.
    """
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, words in enumerate(news):
        for phrase in _phrases(words, size):
            found = places[phrase]
            if len(found) <= _POSTINGS:
                found.append(index)
    return [_most_named(_phrases(words, size), places) for words in olds]


def _phrases(words: Words, size: int) -> set[tuple[str, ...]]:
    last = len(words.keys) - size + 1
    return {tuple(words.keys[start : start + size]) for start in range(0, last, max(1, last // _SAMPLES))}


def _most_named(phrases: Iterable[tuple[str, ...]], places: Mapping[tuple[str, ...], list[int]]) -> list[int]:
    votes: Counter[int] = Counter()
    for phrase in phrases:
        found = places.get(phrase, ())
        if len(found) <= _POSTINGS:
            votes.update(found)
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return [index for index, _ in ranked[:_CANDIDATES]]
