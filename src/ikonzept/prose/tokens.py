"""A text as tokens that belong together, and the normal form in which typography makes no difference."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        **dict.fromkeys("„“”«»‟″", '"'),
        **dict.fromkeys("‚‘’‛′‹›", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_TYPOGRAPHIC = re.compile("[" + re.escape("".join(map(chr, _ALIKE))) + "]")


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """The text without what is typography alone.

    One spelling of umlauts (NFC), of quotation marks, dashes and dots, no soft hyphens, every run of blanks and line
    ends as one blank.
    """
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if _TYPOGRAPHIC.search(text):
            text = text.translate(_ALIKE)
    return " ".join(text.split())


class Token(NamedTuple):
    """A token: where it begins and ends in the text, and its normal form."""

    start: int
    end: int
    normal: str


def tokens(text: str) -> list[Token]:
    """The tokens of a text, without the blanks between them.

    Kept whole: ``§ 12``, ``z. B.``, dates, amounts and shares with their unit, ``Bürger*innen``, ``Sprach-``.
    """
    return [Token(found.start(), found.end(), normal(found[0])) for found in _TOKEN.finditer(text)]


_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner"
_WORD = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_BLANK = r"[ \t\u00a0\u202f\u2009]"
_UNIT = rf"{_BLANK}?(?:€|EUR\b|Euro\b|%|v\.{_BLANK}?H\.)"
_TOKEN = re.compile(
    "|".join(
        (
            r"[A-Za-zÄÖÜäöüß]{2,}(?![^\s,;)])",  # most words: nothing but letters, and a blank or comma behind
            rf"§§?{_BLANK}?\d+[a-z]?(?:{_BLANK}(?:bis|und){_BLANK}\d+[a-z]?\b)?",
            rf"(?:\b[A-Za-z]\.{_BLANK}?){{2,4}}",  # z. B., i. V. m.
            rf"\b\d{{1,2}}\.{_BLANK}?\d{{1,2}}\.{_BLANK}?\d{{4}}\b",
            rf"\b\d{{1,2}}\.{_BLANK}(?:{_MONTHS})(?:{_BLANK}\d{{4}}\b)?",
            rf"\b\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?:{_UNIT})?",
            rf"\b\d+(?:[.,:/]\d+)*(?:{_UNIT})?",
            r"\b(?:Abs|Nr|Art|Buchst|bzw|usw|ca|gem|ggf|vgl|inkl|etc|Kap|Anl|Ziff|Bd|lfd|Dr|Prof|St|Str|Tel|max|min|evtl)\.",
            rf"{_WORD}+(?:(?:[*:_/’'·]-?|-){_WORD}+)*-?",
            r"\*\*|__|~~|\.\.\.",
            r"\S",
        )
    )
)


def is_word(token: str) -> bool:
    """Whether a token is made of letters."""
    return any(character.isalpha() for character in token)


_STOP_WORDS = (
    "aber als am an auch auf aus bei bis da dass dem den der des die das dazu durch ein eine einem einen einer "
    "eines er es für hat im in ihr ihre ist mit nach noch nur oder sich sie sind so sowie über um und unter "
    "vom von vor war wenn werden wie wird zu zum zur absatz abs. satz nummer nr. nrn. buchstabe buchst. "
    "artikel art. anlage kapitel teil jeweils "
)
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that carry no meaning of their own, and those that only lead to a number.

Alone between two changes they only hinder reading: ``§ 4 Absatz 3`` becomes ``§ 6 Absatz 4`` as a whole.
"""
