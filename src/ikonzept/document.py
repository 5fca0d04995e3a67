"""YAML, Markdown with a header, and CSV ↔ data; line and column of a key; the only room that knows ruamel.yaml.

Scalars stay text (YAML's base schema); the model types them. Anchors, aliases, tags and duplicate keys are refused:
two readers of one file must never see two things. Reading keeps no positions; they are looked up in the text when a
finding is shown.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from ikonzept import slips
from ikonzept.findings import KeyPath

Data = dict[str, Any]

BYTE_ORDER_MARK = "\ufeff"
MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 24
BODY = "text"
"""The reserved key under which the body of a Markdown file reaches the model."""
ROWS = "werte"
"""The reserved key under which the rows of a CSV file reach the model."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class SyntaxProblem(Exception):
    """The text cannot be read: ``syntax-<code>`` at a line and column (1-based, in characters; 0 means the file)."""

    def __init__(self, code: str, line: int = 0, column: int = 0, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.params = params


class Span(NamedTuple):
    """Where a key or value stands: first and last index in the text (characters), line and column (1-based)."""

    start: int
    end: int
    line: int
    column: int
    braces: bool
    """Whether it stands inside ``{…}`` or ``[…]``, where a comma splits."""


NOWHERE = Span(0, 0, 1, 1, braces=False)


# --- reading -------------------------------------------------------------------------------------------------------


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark.

    Raises ``SyntaxProblem`` for other encodings, control characters and files beyond ``MAX_BYTES``.
    """
    if len(raw) > MAX_BYTES:
        raise SyntaxProblem("too-large", size=len(raw), limit=MAX_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        raise SyntaxProblem("encoding", before.count(b"\n") + 1, column) from None
    if marker := slips.conflict(text):
        raise SyntaxProblem("conflict", marker, 1)
    if "\0" in text:
        index = text.index("\0")
        raise SyntaxProblem("control-character", *_line_and_column(text, index), character="U+0000")
    return text


def read(path: str, raw: bytes) -> Data:
    """The data of a concept file, by its ending: ``.yaml``, ``.md`` (header and body), ``.csv`` (rows).

    All scalars are ``str`` or ``None``. Raises ``SyntaxProblem``.
    """
    text = decode(raw)
    if not text.strip():
        raise SyntaxProblem("empty", 1, 1)
    if path.endswith(".md"):
        return read_markdown(text)
    if path.endswith(".csv"):
        return {ROWS: [row for _, row in _csv_rows(text)]}
    return read_yaml(text)


def read_yaml(text: str) -> Data:
    """The mapping a YAML text holds; an empty text is an empty mapping."""
    data = _build(text)
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SyntaxProblem("not-a-mapping", 1, 1)
    return data


def read_markdown(text: str) -> Data:
    """Header and body of a Markdown text; the body stands under ``BODY`` as it is, but for CRLF line ends."""
    header, first_line = _header(text)
    try:
        data = read_yaml(header)
    except SyntaxProblem as problem:
        raise SyntaxProblem(problem.code, problem.line and problem.line + 1, problem.column, **problem.params) from None
    if BODY in data:
        span = yaml_spans(".md", text).keys[(BODY,)]
        raise SyntaxProblem("reserved-key", span.line, span.column, key=BODY)
    data[BODY] = "\n".join(text.split("\n")[first_line - 1 :]).replace("\r\n", "\n")
    return data


def _header(text: str) -> tuple[str, int]:
    """The YAML between the two ``---`` lines and the number of the body's first line."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise SyntaxProblem("header-missing", 1, 1)
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:index]) + "\n", index + 2
    raise SyntaxProblem("header-open", 1, 1)


def first_body_line(raw: bytes) -> int:
    """The number of the first line below the header of a Markdown file."""
    return _header(decode(raw))[1]


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    """The rows of a ``;``-separated table with a head line, each with its line number; empty cells are ``None``."""
    reader = csv.reader(_lines(text), delimiter=";", strict=True)
    following = 1
    try:
        head = [name.strip() for name in next(reader, [])]
        while head and not head[-1]:
            head.pop()  # spreadsheets end their lines with separators
        if len(set(head)) != len(head):
            raise SyntaxProblem("csv-head", 1, 1)
        following = reader.line_num + 1
        for cells in reader:
            number, following = following, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if any(cell.strip() for cell in cells[len(head) :]):
                raise SyntaxProblem("csv-cells", number, 1, cells=len(cells), columns=len(head))
            row = zip(head, cells, strict=False)
            yield number, {name: cell.strip() or None for name, cell in row}
    except csv.Error:
        raise SyntaxProblem("csv-quotes", following, 1) from None


# --- YAML by the C parser's events ---------------------------------------------------------------------------------


def _build(text: str) -> Any:  # noqa: ANN401  whatever the text holds
    """Mappings, lists, text and ``None`` from a YAML text; raises as ``_parsed``."""
    return _parsed(text, lambda event, following: _value(event, following, 1))


def _parsed(text: str, read: Callable[[Any, Callable[[], Any]], Any]) -> Any:  # noqa: ANN401
    """What ``read`` makes of the one value in a text, in one pass over the C parser's events; ``None`` without one.

    Raises ``SyntaxProblem`` for what YAML does not allow and for what we refuse.
    """
    if any(separator in text for separator in _LINE_SEPARATORS):
        index = min(index for separator in _LINE_SEPARATORS if (index := text.find(separator)) >= 0)
        raise SyntaxProblem("control-character", *_line_and_column(text, index), character=_code(text[index]))
    with _our_problems(text):
        following = _document(text)
        event = following()
        if type(event) is DocumentEndEvent:
            return None
        data = read(event, following)
        following()
        if type(event := following()) is not StreamEndEvent:
            raise SyntaxProblem("second-document", *_mark(event.start_mark))
        return data


def _document(text: str) -> Callable[[], Any]:
    """The events of a text after the beginning of its document; an empty text has an empty document."""
    following: Callable[[], Any] = CParser(text).get_event
    following()
    if type(following()) is StreamEndEvent:
        return DocumentEndEvent
    return following


def _value(event: Any, following: Callable[[], Any], depth: int) -> Any:  # noqa: ANN401
    """The value that begins with an event; ``following`` gives the events after it."""
    kind = type(event)
    if kind is ScalarEvent:
        return _scalar(event)
    _refuse(event, depth)
    if kind is MappingStartEvent:
        mapping: Data = {}
        while type(event := following()) is not MappingEndEvent:
            key = _key(event, mapping)
            event = following()  # most values are scalars: a call less for each
            mapping[key] = _scalar(event) if type(event) is ScalarEvent else _value(event, following, depth + 1)
        return mapping
    items = []
    while type(event := following()) is not SequenceEndEvent:
        items.append(_value(event, following, depth + 1))
    return items


def _scalar(event: Any) -> str | None:  # noqa: ANN401
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(event)
    value: str = event.value
    return None if value in NULLS and event.implicit[0] else value


def _key(event: Any, mapping: Data) -> str:  # noqa: ANN401
    """The name of a new key: text, not empty, once per mapping; umlauts in one spelling (NFC)."""
    name = _scalar(event) if type(event) is ScalarEvent else None
    if not name:
        _refuse_extras(event)
        raise SyntaxProblem("key", *_mark(event.start_mark))
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    if name in mapping:
        raise SyntaxProblem("duplicate-key", *_mark(event.start_mark), key=name)
    return name


def _refuse(event: Any, depth: int) -> None:  # noqa: ANN401
    """Mappings and lists are refused too where they lie deeper than any concept needs."""
    _refuse_extras(event)
    if depth > MAX_DEPTH:
        raise SyntaxProblem("too-deep", *_mark(event.start_mark), limit=MAX_DEPTH)


def _refuse_extras(event: Any) -> None:  # noqa: ANN401
    """Anchors, aliases and tags are refused: two readers of one file must never see two things."""
    if event.anchor is not None:
        raise SyntaxProblem("anchor", *_mark(event.start_mark), name=event.anchor)
    if getattr(event, "tag", None) is not None:
        raise SyntaxProblem("tag", *_mark(event.start_mark), tag=event.tag)


@contextmanager
def _our_problems(text: str) -> Iterator[None]:
    """Turns what the YAML library raises into our problems."""
    try:
        yield
    except ReaderError as problem:
        index = len(text.encode()[: problem.position].decode())  # the C parser counts bytes
        place = _line_and_column(text, index)
        raise SyntaxProblem("control-character", *place, character=_code(text[index])) from None
    except MarkedYAMLError as problem:
        noticed = problem.problem_mark or problem.context_mark
        began = _mark(problem.context_mark) if problem.context_mark else None
        code, place = slips.diagnose(problem.problem or "", text, _mark(noticed) if noticed else (1, 1), began)
        raise SyntaxProblem(code, *place) from None
    except YAMLError as problem:
        raise SyntaxProblem("yaml") from problem


# To YAML 1.1, which the C parser reads, these end a line; to YAML 1.2 and to editors they do not.
_LINE_SEPARATORS = "\x85\u2028\u2029"


def _lines(text: str) -> list[str]:
    """The lines with their ends; only line feeds end a line (``splitlines`` also knows form feeds and the like)."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _mark(mark: Any) -> tuple[int, int]:  # noqa: ANN401
    return mark.line + 1, mark.column + 1


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


# --- places --------------------------------------------------------------------------------------------------------


class Spans:
    """Where every key and value of one text stands."""

    def __init__(self, first_line: int = 1, offset: int = 0) -> None:
        self.keys: dict[KeyPath, Span] = {}
        self.values: dict[KeyPath, Span] = {}
        self.leaves: list[KeyPath] = []
        """What holds nothing else on lines of its own: scalars, and what stands in braces."""
        self._in_braces: set[KeyPath] = set()
        self._first_line = first_line
        self._offset = offset

    def find(self, key: KeyPath, *, on_key: bool = False) -> Span:
        """Where a key's value stands (or the key itself); for a missing key its nearest existing parent."""
        if on_key and key in self.keys:
            return self.keys[key]
        if key in self.values:
            return self.values[key]
        for length in range(len(key) - 1, 0, -1):
            found = self.keys.get(key[:length]) or self.values.get(key[:length])
            if found:
                return found
        return NOWHERE

    def in_braces(self, key: KeyPath) -> bool:
        """Whether what is written at a key path, or would be where it is missing, stands in ``{…}`` or ``[…]``."""
        return any(key[:length] in self._in_braces for length in range(len(key)))

    def collect(self, event: Any, following: Callable[[], Any], path: KeyPath, *, braces: bool = False) -> None:  # noqa: ANN401
        """Sees the value that begins with an event, and everything inside it."""
        if type(event) is ScalarEvent:
            _scalar(event)
            self.values[path] = self._span(event, event, braces=braces)
            self.leaves.append(path)
            return
        _refuse(event, len(path) + 1)
        inside = braces or bool(event.flow_style)
        if inside:
            self._in_braces.add(path)
            self.leaves.append(path)
        last = event
        if type(event) is MappingStartEvent:
            siblings: Data = {}
            while type(last := following()) is not MappingEndEvent:
                name = _key(last, siblings)
                siblings[name] = None
                key = (*path, name)
                self.keys[key] = self._span(last, last, braces=inside)
                self.collect(following(), following, key, braces=inside)
        else:
            index = 0
            while type(last := following()) is not SequenceEndEvent:
                self.collect(last, following, (*path, index), braces=inside)
                index += 1
        self.values[path] = self._span(event, last, braces=braces)

    def _span(self, first: Any, last: Any, *, braces: bool) -> Span:  # noqa: ANN401
        mark, offset = first.start_mark, self._offset
        return Span(
            mark.index + offset, last.end_mark.index + offset, mark.line + self._first_line, mark.column + 1, braces
        )


def spans(path: str, text: str) -> Spans:
    """Every key and value of a text with its span; of a Markdown file, its header's.

    A text that cannot be parsed has none.
    """
    try:
        if path.endswith(".csv"):
            return _csv_spans(text)
        return yaml_spans(path, text)
    except SyntaxProblem:
        return Spans()


def cut_off(path: str, raw: bytes) -> Iterator[tuple[KeyPath, str]]:
    """Texts that a ``#`` ends which looks like a part of them (``Kurs #1``): key path, and what is lost."""
    if path.endswith(".csv") or not any(_stands_behind_text(raw, found) for found in _AS_A_PART.finditer(raw)):
        return
    text = decode(raw)
    for key, span in spans(path, text).values.items():
        ends_plainly = span.end > span.start and text[span.end - 1] not in "\n]}'\""
        if ends_plainly and (lost := re.compile(r" (#\w.*)").match(text, span.end)):
            yield key, lost[1].rstrip()


_AS_A_PART = re.compile(rb" #[^\s#]")


def _stands_behind_text(raw: bytes, found: re.Match[bytes]) -> bool:
    return found.start() > 0 and not raw[found.start() - 1 : found.start()].isspace()


def yaml_spans(path: str, text: str) -> Spans:
    """As ``spans``, of YAML and Markdown; raises ``SyntaxProblem`` for a text that cannot be parsed."""
    header, found = text, Spans()
    if path.endswith(".md"):
        header, _ = _header(text)
        found = Spans(first_line=2, offset=text.index("\n") + 1)
    _parsed(header, lambda event, following: found.collect(event, following, ()))
    return found


def _csv_spans(text: str) -> Spans:
    """The cells of a values table; a cell's column is exact where no cell before it is quoted."""
    found = Spans()
    lines = _lines(text)
    starts = list(accumulate((len(line) for line in lines), initial=0))
    for index, (number, row) in enumerate(_csv_rows(text)):
        start, line = starts[number - 1], lines[number - 1].rstrip("\r\n")
        found.values[ROWS, index] = Span(start, start + len(line), number, 1, braces=False)
        column = 0
        for name, cell in zip(row, line.split(";"), strict=False):
            span = Span(start + column, start + column + len(cell), number, column + 1, braces=False)
            found.values[ROWS, index, name] = found.keys[ROWS, index, name] = span
            column += len(cell) + 1
    return found
