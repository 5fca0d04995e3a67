"""A problem in the files as a value: a code, a weight, a place and parameters, never a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

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


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: ``finding.<code>`` in ``locale/`` says it, ``hint.<code>`` says what to do."""

    code: str
    severity: Severity
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)


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
    """The word meant by a mistyped one, or ``None``: for "Meinten Sie …?"."""
    from difflib import get_close_matches

    by_folded = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
