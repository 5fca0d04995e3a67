"""How alike two texts are, by their words in order: 0 to 1."""

from functools import lru_cache

from ikonzept.prose.tokens import tokens


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[int, ...]:
    """The words of a text as numbers; of a very long one, its beginning."""
    return tuple(hash(token.normal.casefold()) for token in tokens(text[:_LONGEST]))


_LONGEST = 20_000


def likeness(old: str, new: str) -> float:
    """The share of the words that both have in the same order."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(_words(old), _words(new)))


def contained(old: str, new: str) -> float:
    """The share of the shorter text's words that the other has in the same order; 0 for a text of a few words."""
    from rapidfuzz.distance import LCSseq

    one, other = _words(old), _words(new)
    shorter = min(len(one), len(other))
    return float(LCSseq.similarity(one, other)) / shorter if shorter >= _FEW else 0.0


_FEW = 6
