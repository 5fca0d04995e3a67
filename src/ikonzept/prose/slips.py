"""Whether a text is another only by a slip of the pen: the same words, some of them spelled otherwise."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher


def is_slip(old: str, new: str) -> bool:
    """Whether two texts say the same, and one merely corrects the spelling of the other.

    Blanks, punctuation and capitals do not count. A word may be split, joined or written twice, have one or two
    letters wrong, or be one of the little ones that carry no meaning. Another figure, number word or negation is never
    a slip, however few letters it takes: ``Vierzehn`` and ``Vierzig``, ``eine`` and ``keine``, ``möglich`` and
    ``unmöglich``.
    """
    if re.findall(_FIGURES, old) != re.findall(_FIGURES, new):
        return False
    before, after = _words(old), _words(new)
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return all(
        kind == "equal" or _is_harmless(before[start:end], after[begin:stop], (*before[:start][-1:], *before[end:][:1]))
        for kind, start, end, begin, stop in changes
    )


_FIGURES = r"\d+|[%€]"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_harmless(old: Sequence[str], new: Sequence[str], around: Sequence[str]) -> bool:
    """Whether words that stand for others are the same ones, misspelled; ``around`` are their neighbours."""
    if "".join(old) == "".join(new):
        return True
    if not old or not new:
        return all(word in _LITTLE or word in around for word in (*old, *new))
    if len(old) == len(new):
        return all(map(_is_misspelled, old, new))
    return _is_misspelled("".join(old), "".join(new))


def _is_misspelled(old: str, new: str) -> bool:
    """Whether two words are one with a letter or two that are missing, wrong, too many or the wrong way round."""
    if old == new or {old, new} <= _ARTICLES:
        return True
    if _is_number(old) and _is_number(new):
        return False
    shorter, longer = sorted((old, new), key=len)
    if any(longer == prefix + shorter for prefix in _NEGATIONS):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(old, new) <= (1 if len(longer) < _LONG else 2)


_LONG = 7
"""From this length on a word may have two letters wrong and still be the same."""
_NEGATIONS = ("k", "un", "in", "il", "a", "de")
"""What makes the opposite of a word: ``keine``, ``unmöglich``, ``instabil``, ``illegal``."""
_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"))
_LITTLE = _ARTICLES | frozenset(
    ("ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben", "zu", "es", "sich")
)
"""Words that may have been forgotten, or be one too many."""
_ONES = r"(?:null|eins?|zwei|zwo|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|zehn|elf|zwölf)"
_NUMBER = (
    rf"(?:{_ONES}|zwan|drei(?:ß|ss)|zig|(?:ß|ss)ig|und|hundert|tausend|million(?:en)?|milliarden?|halb|doppel|dritt)+"
    r"(?:t|t?e[nrms]?|ste[nrms]?|tel|fach|mal|tens)?"
)


def _is_number(word: str) -> bool:
    """Whether a word is a number: ``vierzehn``, ``zwanzigste``, ``doppelt``; an ``und`` alone is none."""
    return word != "und" and re.fullmatch(_NUMBER, word) is not None
