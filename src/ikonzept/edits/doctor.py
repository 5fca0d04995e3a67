"""A file as a careless program or a merge has left it → the same text as UTF-8 with plain line ends."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ikonzept.document import MAX_BYTES

LEFTOVER = "leftover"
"""What is no file of the concept and only to be removed."""
UNFINISHED = "transaction-unfinished"
"""A command that was killed half-way: completed, not edited."""
_BYTE_ORDER_MARK = "\ufeff".encode()


class Encoding(StrEnum):
    """How a file's characters are written as bytes."""

    UTF_8 = "utf-8"
    WINDOWS_1252 = "windows-1252"
    MIXED = "mixed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mend:
    """What ``--fix`` does to one file: the codes of its symptoms, the bytes before and after.

    Without ``after`` the file is removed.
    """

    path: str
    codes: tuple[str, ...]
    before: bytes = b""
    after: bytes | None = None


def mend(path: str, raw: bytes) -> Mend | None:
    """What would mend a file, ``None`` where nothing is to be done or nothing can be done safely."""
    codes = tuple(code for code in symptoms(raw) if code in MENDED)
    return Mend(path, codes, raw, mended(raw)) if codes else None


def symptoms(raw: bytes) -> list[str]:
    """What is wrong with a file's bytes; a file too large to be read is not looked at."""
    if len(raw) > MAX_BYTES:
        return []
    encoding = encoding_of(raw)
    found = [] if encoding is Encoding.UTF_8 else [f"encoding-{encoding}"]
    if encoding in _READABLE:
        found += ["byte-order-mark"] if raw.startswith(_BYTE_ORDER_MARK) else []
        found += _line_ends(raw)
    return found


MENDED = frozenset(("encoding-windows-1252", "byte-order-mark", "line-ends-windows", "line-ends-mixed"))
"""The symptoms that can be mended without knowing what the text says."""
_READABLE = frozenset((Encoding.UTF_8, Encoding.WINDOWS_1252))


def mended(raw: bytes) -> bytes:
    """The same text as UTF-8 without a byte order mark, its lines ended by LF; as it is where that is not certain."""
    encoding = encoding_of(raw)
    if len(raw) > MAX_BYTES or encoding not in _READABLE:
        return raw
    content = raw if encoding is Encoding.UTF_8 else raw.decode("cp1252").encode()
    while content.startswith(_BYTE_ORDER_MARK):
        content = content.removeprefix(_BYTE_ORDER_MARK)
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def first_odd_line_end(raw: bytes) -> int:
    """The number of the first line that does not end with LF alone."""
    return raw.count(b"\n", 0, raw.index(b"\r")) + 1


def _line_ends(raw: bytes) -> list[str]:
    """LF only is right; CRLF throughout comes from Windows, anything else from several programs."""
    if b"\r" not in raw:
        return []
    windows = raw.count(b"\r\n")
    throughout = raw.count(b"\r") == windows == raw.count(b"\n")
    return ["line-ends-windows" if throughout else "line-ends-mixed"]


# --- encodings -----------------------------------------------------------------------------------------------------


def encoding_of(raw: bytes) -> Encoding:
    """The encoding of a text, as far as it is certain.

    Windows-1252 is what decodes so without control characters and holds nothing that only UTF-8 would write: a file
    in which two programs have written is mixed, and to guess there would garble one half of it.
    """
    if b"\0" in raw:  # UTF-16, or no text at all
        return Encoding.OTHER
    try:
        raw.decode()
    except UnicodeDecodeError:
        pass
    else:
        return Encoding.UTF_8
    if any(not _may_be_windows(sequence) for sequence in re.findall(_UTF_8_SEQUENCE, raw)):
        return Encoding.MIXED
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return Encoding.OTHER
    return Encoding.OTHER if re.search(_NOT_WINDOWS, text) else Encoding.WINDOWS_1252


_UTF_8_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_NOT_WINDOWS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[A-Za-z][„”Ÿ§][a-z]"
"""Control characters, and what older code pages make of the umlauts inside a word (``Sprachf”rderung``)."""


def _may_be_windows(sequence: bytes) -> bool:
    """Whether bytes that could be UTF-8 are rather a German letter before a quotation mark or dash (``Spaß“``)."""
    return sequence[0] in _LETTERS and all(byte in _CLOSING for byte in sequence[1:])


_LETTERS = frozenset("ÖÜßä".encode("cp1252"))
_CLOSING = frozenset("“”‘’–—…«»\xa0".encode("cp1252"))
