"""German text → its sentences; abbreviations, ordinal numbers and paragraphs of law do not end one."""

import re

_END = re.compile(r"[.!?…][\"'“”’»«)\]*_]*\s+(?=[\"'„“»«‚(\[*_]*[A-ZÄÖÜ§\d])")
_SHORT = frozenset(
    re.findall(
        r"\w+",
        "abs anl anm art aufl bd buchst bzw ca dr einschl evtl exkl gem ggf ggü hrsg inkl insb jh kap lfd max mind mio"
        " mrd nr prof rd sog st str tel tsd vgl ziff zzgl",
    )
)
_LETTERS = re.compile(r"(?i)[a-z]|[ivx]+|[a-z]\.[a-z]")
_LONGEST_SHORT = max(map(len, _SHORT))
_ORDINAL = re.compile(r"(?:^|(?<=[\s(„\"]))\d{1,3}$")
_COUNTED = re.compile(
    r"(?:§§?|Abs(?:\.|atz|ätze)|S(?:atz|ätze)|N(?:r\.|ummer)|Ziff(?:\.|er)|Artikel|Kapitel|Teil|Seite|und|bis)\s*\d{1,3}$"
)
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_OPENING = re.compile(r"(?:D(?:er|ie|as|abei|azu|ies\w*)|E(?:s|r|in|ine)|Sie|Im|In|Für|Wer|Wird|Sind|Ist|Satz)\b")
_LOOK_BACK = 24


def split(text: str) -> list[str]:
    """The sentences of a text, each with the blanks after it; joined they are the text."""
    ends = [found.end() for found in _END.finditer(text) if _is_end(text, found)]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True) if end > start]


def _is_end(text: str, found: re.Match[str]) -> bool:
    if found[0][0] != ".":
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    word = _last_word(before)
    if len(word) <= _LONGEST_SHORT and (word.lower() in _SHORT or _LETTERS.fullmatch(word)):
        return False
    if word.isdigit() and _ORDINAL.search(before):
        following = _OPENING.match(text, found.end())
        return bool(following or _COUNTED.search(before)) and not _MONTH.match(text, found.end())
    return True


def _last_word(before: str) -> str:
    """What stands behind the last blank, bracket or quotation mark."""
    word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    return word[max(map(word.rfind, '(„"')) + 1 :]
