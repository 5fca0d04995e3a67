"""Two states of a YAML file: of the second one only the entries around what differs from the first are parsed.

An entry is what stands from one line that begins a key in the first column to the next. Where the keys of the data are
just those of such lines, and nothing but comments and list items begins in the first column besides, a text is the sum
of its entries, and one that stands in both texts means the same in both. Where that is not certain the whole file is
read.
"""

import re
from dataclasses import dataclass, field

from ikonzept import document
from ikonzept.document import MAX_BYTES, Data, SyntaxProblem

_FIRST_COLUMN = re.compile(rb"\n(?:([a-z_]+):(?=[ \n]|\Z)|(?=[^ \t#\n-]|-[^ \n]))")
"""A line that begins in the first column: with its key, or without one where the text is no sum of its entries."""


@dataclass(slots=True)
class Rereader:
    """Reads files as ``document.read`` does; a path that is read a second time is spared what stood there before."""

    _known: dict[str, tuple[bytes, Data]] = field(default_factory=dict)

    def read(self, path: str, raw: bytes) -> Data:
        """The data of a file. Raises ``SyntaxProblem``."""
        known = self._known.pop(path, None)
        found = _reread(path, raw, *known) if known else None
        if found is None:
            found = document.read(path, raw)
            if path.endswith(".yaml"):
                self._known[path] = raw, dict(found)  # a copy: who gets the data may add to them
        return found


def _reread(path: str, raw: bytes, known_raw: bytes, known: Data) -> Data | None:
    """The data of a file by those of another state of it; ``None`` where it has to be read as a whole."""
    entries = _entries(known_raw)
    if list(entries.values()) != list(known) or len(raw) > MAX_BYTES:
        return None
    same = _length_of_same(known_raw, raw)
    same_end = _length_of_same(known_raw[same:][::-1], raw[same:][::-1])
    start = max((index for index in entries if index < same), default=None)
    end = min((index for index in entries if index > len(known_raw) - same_end), default=len(known_raw))
    if start is None:
        return None
    differing = raw[start : len(raw) - (len(known_raw) - end)]
    try:
        read = document.read(path, differing)
    except SyntaxProblem:
        return None  # the whole file says where
    before = {name: known[name] for index, name in entries.items() if index < start}
    after = {name: known[name] for index, name in entries.items() if index >= end}
    found = before | read | after
    is_sum = list(_entries(differing).values()) == list(read)
    return found if is_sum and len(found) == len(before) + len(read) + len(after) else None


def _entries(raw: bytes) -> dict[int, str]:
    """Where each entry of a text begins, and its key; nothing where the text is not the sum of its entries."""
    found = {line.start(): (line[1] or b"").decode() for line in _FIRST_COLUMN.finditer(b"\n" + raw)}
    return found if all(found.values()) and b"\r" not in raw else {}  # YAML ends lines there too


def _length_of_same(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning are the same, found by halves: comparing bytes costs next to nothing."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
