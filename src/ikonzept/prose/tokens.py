"""A text's words as they are compared: split without loss, each with a normal form that typography does not touch.

A token is held with the blanks that follow it, so that tokens joined give the text back byte for byte. The first
token of a text is empty and holds the blanks at its beginning.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

_MARKS = r"\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufe0f"
"""What stands inside a word without being a letter: soft hyphens, accents of decomposed text, invisible joints."""
_LETTER = rf"[\w{_MARKS}]"
_HYPHEN = r"[-\u2010\u2011]"
_MONTH = r"(?:Jan|Feb|Mär|Ma\u0308r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.?"
_SHORT = (
    "Abs|Anl|Anm|Art|Aufl|Bd|Buchst|Dr|Hrsg|Jh|Kap|Mio|Mrd|Nr|Prof|St|Str|Tel|Tsd|Ziff|bzw|ca|einschl|etc|evtl|exkl|ff"
    "|gem|ggf|ggü|inkl|insb|lfd|max|mind|rd|sog|tlw|usw|vgl|zzgl"
)

_NUMBER = rf"(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\w)|\d{_LETTER}*)(?:[.,:/\u2010-\u2013-]\d{_LETTER}*)*"

_GAP = r"(?:[\s\u00ad\u200b-\u200d\u2060\ufeff]+|\*\*|(?<![^\n])>)*+"
"""Blanks, bold marks and the signs of a quotation at the beginning of a line: setting, not wording.

A single star is a token of its own: it may be a footnote's.
"""
_WORD = (  # Sprach-, -ausgaben, Bürger*innen, Schüler:innen, Lehrer/-innen, geht’s
    rf"(?:(?<!\w){_HYPHEN})?[^\W\d]{_LETTER}*+"
    rf"(?:{_HYPHEN}[^\W\d]{_LETTER}*+|\\?[*:·](?=[a-zäöü]){_LETTER}++|/{_HYPHEN}?in(?:nen)?(?!\w)|\(in(?:nen)?\)"
    rf"|['’](?=\w){_LETTER}++)*+(?:{_HYPHEN}(?!\w))?"
)
_TOKEN = "|".join(
    (
        r"[A-Za-zÄÖÜäöüß]{2,}+(?= [\w(„])",  # most words; the rest of the pattern is slower
        rf"§§\s*\d{_LETTER}*(?:\s*(?:bis|und|oder|,|[\u2010-\u2013-])\s*\d{_LETTER}*)*",
        rf"§\s*\d{_LETTER}*",
        rf"\d\d?\.\s*(?:\d\d?\.\s*\d{{4}}|{_MONTH}(?:\s*\d{{4}})?)(?!\w)",
        rf"(?:(?<![\w.,])[-+−\u2010-\u2013])?{_NUMBER}(?:,[-–])?(?:\s*(?:EUR|Euro|€|%|‰|Prozent)(?!\w))?",
        r"https?://[^\s)>\]]+",
        rf"(?:{_SHORT})\.",
        r"[A-Za-z]\.(?:\s*[A-Za-z]\.)+(?!\w)",
        _WORD,
        r"\.\.\.|[-\u2010-\u2015−]+",
        rf"[\W\d][{_MARKS}]*+",
    )
)
_WITH_GAP = re.compile(rf"(?:{_TOKEN})(?: (?=\w)|{_GAP})")
_ONE = re.compile(_TOKEN)
_BLANKS = re.compile(_GAP)

_QUOTES = dict.fromkeys("„“”‟«»‚‘’‛‹›'`´", '"')
_DASHES = dict.fromkeys("\u2010\u2011\u2012–—―−", "-")
_NOTHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\\", "")
_ONE_WAY = str.maketrans(_QUOTES | _DASHES | _NOTHING | {"…": "..."})


@lru_cache(maxsize=16)
def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text; joined they are the text.

    A sentence is looked at twice: as a whole, and where it is not the same, by its words.
    """
    head = _blanks_at(text, 0)
    return (head, *_WITH_GAP.findall(text, len(head)))


def _blanks_at(text: str, start: int) -> str:
    found = _BLANKS.match(text, start)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 16)
def word(token: str) -> str:
    """A token without the blanks that follow it."""
    if _BLANKS.fullmatch(token):
        return ""
    found = _ONE.match(token)
    if found and _BLANKS.fullmatch(token, found.end()):
        return found[0]
    return token.rstrip()


@lru_cache(maxsize=1 << 16)
def key(token: str) -> str:
    """A token's normal form: equal for two that differ by typography alone."""
    bare = "".join(normalize("NFC", word(token)).split())
    plain = bare.translate(_ONE_WAY)
    if plain.strip("-") == "":
        return "-" if plain else bare
    return plain.strip("_") or plain


def keys(found: Iterable[str]) -> list[str]:
    """The normal forms of tokens."""
    return list(map(key, found))


def normal(text: str) -> str:
    """A text's normal form; the same for two texts that say the same in the same words."""
    return " ".join(keys(tokens(text))[1:])


@lru_cache(maxsize=1 << 14)
def is_small(normal_form: str) -> bool:
    """Whether a token says little by itself: punctuation, words that stand everywhere, parts of a reference."""
    return _SMALL.fullmatch(normal_form) is not None


_SMALL = re.compile(
    r"\W*|\d{1,3}|Absatz|Abs\.|Artikel|Art\.|Buchstabe|Buchst\.|Nummer|Nr\.|Satz"
    "|der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|und|oder|sowie|als|wie|im|in|an|am|auf|aus|bei|beim|bis"
    "|durch|für|mit|nach|von|vom|vor|zu|zum|zur|über|um|unter|ist|sind|wird|werden|hat|haben|sich|es|er|sie|so|dass"
    "|auch|noch|nur"
)
