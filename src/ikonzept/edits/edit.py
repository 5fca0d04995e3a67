"""What is to become of a file; ``transaction`` makes it so, ``render/patch`` shows it."""

import codecs
from dataclasses import dataclass

from ikonzept import document


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the concept, its bytes now and then; ``before`` is ``None`` for a new one, ``after`` for one to go."""

    path: str
    before: bytes | None
    after: bytes | None


def text_of(raw: bytes) -> str:
    """The text of a file that is to be changed, with its byte order mark if it has one: it stays.

    Raises ``SyntaxProblem`` as ``document.decode``.
    """
    said = document.decode(raw)
    return document.BYTE_ORDER_MARK + said if raw.startswith(codecs.BOM_UTF8) else said


def with_line_ends_of(before: bytes, after: bytes) -> bytes:
    """What a person has edited, its lines ending as they did: some editors change them all without being asked."""
    for ours, theirs in ((b"\r\n", b"\n"), (b"\n", b"\r\n")):
        if _ends(before) == {ours} and _ends(after) == {theirs}:
            return after.replace(theirs, ours)
    return after


def _ends(raw: bytes) -> set[bytes]:
    """How lines end."""
    whole = raw.count(b"\r\n")
    return {end for end, n in ((b"\r\n", whole), (b"\n", raw.count(b"\n") - whole)) if n}
