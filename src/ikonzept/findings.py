"""A problem in the files as a value: a code, a weight, a place and parameters, never a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

KeyPath = tuple[str | int, ...]


class Severity(IntEnum):
    """How much a finding weighs; only an ``ERROR`` fails a check by default."""

    INFO = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the concept: a file and a key path, a line and column, or neither (the file itself).

    ``key`` is the path as it stands in the file (``("positionen", 2, "ist")``; in a CSV the row's index and the
    column's name). Line and column (1-based, in characters) are given for what has no key path; for a key path they
    are looked up in the file's text only when the finding is shown.
    """

    path: str
    key: KeyPath = ()
    line: int = 0
    column: int = 0
    on_key: bool = False


class Share(NamedTuple):
    """One line's part of an amount that does not add up; in €."""

    name: str
    amount: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: ``finding.<code>`` in ``locale/`` says it, ``hint.<code>`` says what to do."""

    code: str
    severity: Severity
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)
    tells_of: tuple[Place, ...] = ()
    """What else it tells of, besides what stands at its place: where one of these is not public, it is not either."""
    shares: tuple[Share, ...] = ()
    """What makes the difference, where amounts do not add up; they stand in the same file."""
    variant: str = ""
    """Which of several sentences of its code is meant: ``said.<code>.<variant>``, ``hint.<code>.<variant>``."""

    def made_by(self, *shares: Share) -> "Finding":
        """The same finding with what makes the difference."""
        return replace(self, shares=shares, tells_of=(*self.tells_of, *(share.place for share in shares)))

    def worded(self, variant: str) -> "Finding":
        """The same finding in other words, where its code has such; else in those of the code."""
        return replace(self, variant=variant)

    def telling_of(self, *places: Place) -> "Finding":
        """The same finding, which also tells of what stands at these places."""
        return replace(self, tells_of=(*self.tells_of, *places))


def error(code: str, place: Place, **params: object) -> Finding:
    """A finding that fails the check."""
    return Finding(code, Severity.ERROR, place, params)


def warning(code: str, place: Place, **params: object) -> Finding:
    """A finding that someone should look at."""
    return Finding(code, Severity.WARNING, place, params)


def info(code: str, place: Place, **params: object) -> Finding:
    """A finding that is good to know."""
    return Finding(code, Severity.INFO, place, params)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word meant by a mistyped one, or ``None``: for "Meinten Sie …?".

    Numbered ids are not guessed: M-003 is no mistyped M-001. Only ``M-1`` and transposed digits are. Where the others
    of a numbered thing are known (``siblings``), those of another are not meant.
    """
    from rapidfuzz import fuzz, process

    known = list(words)
    known = list(siblings(word, known)) or known
    close = process.extract(word, known, scorer=fuzz.ratio, processor=_bare, limit=5, score_cutoff=_ALIKE)
    return next((found for found, _, _ in close if not _other_number(word, found)), None)


def siblings(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """The known ones of what a numbered id names: every ``sprache-bildung.…`` for ``sprache-bildung.9``."""
    stem, dot, number = word.rpartition(".")
    if not dot or not number.isdecimal():
        return ()
    return tuple(known for known in words if known.startswith(f"{stem}.") and known.rpartition(".")[0] == stem)


def _bare(word: str) -> str:
    """What is compared of a word: not its case, nor the dashes that every option begins with."""
    return word.casefold().lstrip("-")


_ALIKE = 60
"""From this likeness on, in percent, a word may be meant."""


def _other_number(word: str, known: str) -> bool:
    """Whether two ids differ by their numbers alone, and not by leading zeros or the order of digits."""
    numbers, others = re.findall(r"[0-9]+", word), re.findall(r"[0-9]+", known)
    if not numbers or re.sub(r"[0-9]+", "", word.casefold()) != re.sub(r"[0-9]+", "", known.casefold()):
        return False
    same_value = [number.lstrip("0") for number in numbers] == [number.lstrip("0") for number in others]
    return not same_value and sorted("".join(numbers)) != sorted("".join(others))
