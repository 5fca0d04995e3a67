"""Changing one word of a file by changing one word: values, keys and entries are spliced in, all else stays as it is.

Texts are those of YAML files and of Markdown headers (``document.py``); comments, order and line ends stay.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ikonzept.document import BYTE_ORDER_MARK, NULLS, Span, Spans, yaml_spans
from ikonzept.findings import KeyPath


def splice(path: str, text: str, changes: Mapping[KeyPath, str | Decimal]) -> str:
    """The text with the scalars at these key paths replaced; comments, order and line ends stay.

    Raises ``KeyError`` for a key path that the text does not have.
    """
    mark, bare = _marked(text)
    found, result = yaml_spans(path, bare), bare
    for key, value in sorted(changes.items(), key=lambda change: found.values[change[0]].start, reverse=True):
        span = found.values[key]
        old = bare[span.start : span.end].rstrip()  # a block scalar ends with its line
        before = "" if old else _before_a_new_value(bare, span, found.keys.get(key))
        result = result[: span.start] + before + scalar(value, braces=span.braces) + result[span.start + len(old) :]
    return mark + result


def put(path: str, text: str, changes: "Mapping[str, Value]", after: str, parent: KeyPath = ()) -> str:
    """The text with these keys set, at its top or in the block ``parent``.

    Scalars that stand there already are changed, all else comes on new lines below the key ``after`` and what it holds.
    Comments, order and line ends stay. Raises ``KeyError`` where the key ``after`` does not stand on a line of its own,
    or where a block is to be put in the place of another one.
    """
    stands = yaml_spans(path, _marked(text)[1]).values
    known = {(*parent, key): _one_line(key, value) for key, value in changes.items() if (*parent, key) in stands}
    mark, bare = _marked(splice(path, text, known))
    new = {key: value for key, value in changes.items() if (*parent, key) not in known}
    if not new:
        return mark + bare
    found, anchor = yaml_spans(path, bare), (*parent, after)
    if found.keys[anchor].braces:
        raise KeyError(after)
    pad = " " * (found.keys[anchor].column - 1)
    ends = (_end(found, leaf) for leaf in found.leaves if leaf[: len(anchor)] == anchor)
    return mark + _with_lines(bare, max(ends, default=found.keys[anchor].end), _block(new, pad))


def _one_line(key: str, value: "Value") -> str | Decimal:
    if isinstance(value, str | Decimal):
        return value
    raise KeyError(key)


def top_keys(path: str, text: str) -> tuple[str, ...]:
    """The keys at the top of a text, in their order."""
    return tuple(str(key[0]) for key in yaml_spans(path, _marked(text)[1]).keys if len(key) == 1)


Ids = tuple[str, ...]
"""Ids, days or words of a list: they stand in brackets, on one line."""
Value = str | Decimal | Ids | Mapping[str, "Value"] | Sequence["Value"]
Entry = Mapping[str, Value]


class NewEntry(NamedTuple):
    """One more entry for the list at a key path; ``place`` is its place there, ``None`` the end."""

    key: KeyPath
    entry: Value
    place: int | None = None


def insert(path: str, text: str, entries: Iterable[NewEntry]) -> str:
    """The text with more entries in its lists; a list that is missing begins with them.

    Comments, order and line ends stay; what follows the line of the entry before, comments too, comes behind the new
    one. Raises ``KeyError`` where a list stands in brackets or in a block in braces.
    """
    wanted: dict[tuple[KeyPath, int | None], list[Value]] = {}
    for key, entry, place in entries:
        wanted.setdefault((key, place), []).append(entry)
    mark, bare = _marked(text)
    bare = _without_empty_lists(path, bare, {key for key, _ in wanted})
    found = yaml_spans(path, bare)
    new = [(*_put_in(found, bare, key, place, group), key) for (key, place), group in wanted.items()]
    for at, lines, _ in sorted(new, key=lambda one: (one[0], -len(one[2])), reverse=True):
        bare = _with_lines(bare, at, lines)
    return mark + bare


def _without_empty_lists(path: str, text: str, keys: Collection[KeyPath]) -> str:
    """The text with ``[]`` taken away at these key paths, so that a list can begin there."""
    found = yaml_spans(path, text)
    for key in sorted(keys & found.values.keys(), key=lambda key: found.values[key].start, reverse=True):
        start, end = found.values[key].start, found.values[key].end
        if text[start:end] == "[]" and not found.in_braces(key):
            text = text[:start].rstrip(" ") + text[end:]
    return text


def _put_in(
    found: Spans, text: str, key: KeyPath, place: int | None, entries: Sequence[Value]
) -> tuple[int, list[str]]:
    """Behind which index new entries of a list go, and their lines."""
    if found.in_braces(key) or found.in_braces((*key, 0)):
        raise KeyError(key)
    value, parent = found.values.get(key), key[:-1]
    if value and (*key, 0) in found.values:
        pad, head, inside = " " * (value.column - 1), [], key if place is None else (*key, place - 1)
    else:
        outer = found.values[parent].column - 1 if parent else 0
        head = [] if value else [f"{' ' * outer}{key[-1]}:"]
        pad, inside = " " * (outer + 2), key if value else parent
    lines = [*head, *(line for entry in entries for line in _item(entry, pad))]
    if place == 0 and key in found.keys:
        return found.keys[key].end, lines
    ends = (_end(found, leaf) for leaf in found.leaves if leaf[: len(inside)] == inside)
    return max(ends, default=len(text)), lines


def _end(found: Spans, leaf: KeyPath) -> int:
    return max(found.values[leaf].end, found.keys[leaf].end if leaf in found.keys else 0)


def listed(path: str, text: str, key: KeyPath, word: str) -> str:
    """The text with one more id in the list at a key path, in brackets or line by line as it stands there.

    A missing list begins in brackets, at the end of its block. Raises ``KeyError`` where that stands in braces, or a
    comment in the brackets.
    """
    mark, bare = _marked(text)
    found = yaml_spans(path, bare)
    value = found.values.get(key)
    if value and bare[value.start : value.end].startswith("["):
        inside = bare[value.start + 1 : value.end - 1].rstrip()
        if "#" in inside:  # behind a comment nothing can be said to stand in the list
            raise KeyError(key)
        comma = "" if not inside.strip() or inside.endswith(",") else ","
        end = value.start + 1 + len(inside)
        blank = " " if inside.strip() else ""
        return f"{mark}{bare[:end]}{comma}{blank}{scalar(word, braces=True)}{bare[end:]}"
    if value and (*key, 0) in found.values:
        return insert(path, text, [NewEntry(key, word)])
    if value or found.in_braces(key):
        raise KeyError(key)
    parent = key[:-1]
    pad = " " * (found.values[parent].column - 1 if parent else 0)
    ends = (_end(found, leaf) for leaf in found.leaves if leaf[: len(parent)] == parent)
    return mark + _with_lines(bare, max(ends, default=len(bare)), [f"{pad}{key[-1]}: {_in_brackets((word,))}"])


def _in_brackets(words: Ids) -> str:
    return f"[{', '.join(scalar(word, braces=True) for word in words)}]"


def with_block(text: str, block: Entry) -> str:
    """The YAML text with more keys at its end, each with what it holds.

    Raises ``KeyError`` where the whole text stands in braces.
    """
    if any(yaml_spans(".yaml", _marked(text)[1]).in_braces((key,)) for key in block):
        raise KeyError(*block)
    return _with_lines(text, len(text), _block(block, ""))


def _block(block: Entry, pad: str) -> list[str]:
    """The lines of a block of keys."""
    lines: list[str] = []
    for name, value in block.items():
        if isinstance(value, tuple):
            lines.append(f"{pad}{name}: {_in_brackets(value)}")
        elif isinstance(value, str) and re.fullmatch(_PARAGRAPHS, value):
            lines += [f"{pad}{name}: |", *(f"{pad}  {line}".rstrip() for line in value.rstrip("\n").split("\n"))]
        elif isinstance(value, str | Decimal):
            lines.append(f"{pad}{name}: {scalar(value)}")
        else:
            lines += [f"{pad}{name}:", *_inner(value, f"{pad}  ")]
    return lines


def _inner(value: Mapping[str, Value] | Sequence[Value], pad: str) -> list[str]:
    if isinstance(value, Mapping):
        return _block(value, pad)
    return [line for item in value for line in _item(item, pad)]


def _item(item: Value, pad: str) -> list[str]:
    """The lines of one entry of a list."""
    if isinstance(item, str | Decimal):
        return [f"{pad}- {scalar(item)}"]
    first, *others = _inner(item, f"{pad}  ")
    return [f"{pad}- {first[len(pad) + 2 :]}", *others]


def _marked(text: str) -> tuple[str, str]:
    """The byte order mark of a text, if it has one, and the text without it."""
    bare = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(bare)], bare


def _with_lines(text: str, at: int, lines: Sequence[str]) -> str:
    """The text with new lines behind the line in which a place lies."""
    ends = text.find("\n", len(text[:at].rstrip()))  # a text of several lines ends with its blank lines
    at = len(text) if ends < 0 else ends + 1
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = "" if not text[:at] or text[:at].endswith("\n") else line_end
    return text[:at] + before + "".join(f"{line}{line_end}" for line in lines) + text[at:]


def _before_a_new_value(text: str, value: Span, key: Span | None) -> str:
    """What must stand before a value where there was none: ``titel:`` wants a blank, ``{titel}`` also a colon."""
    if key is not None and key.end == value.start:
        return ": "
    return " " if text[value.start - 1] in ":-" else ""


def scalar(value: str | Decimal, *, braces: bool = False) -> str:
    """A one-line text as YAML: plain where every reader sees text, in double quotes otherwise; an amount as it is."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    plain = (
        re.fullmatch(_PLAIN_SCALAR, value) is not None
        and value not in NULLS
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and not re.fullmatch(_LOOKS_TYPED, value)
        and not (braces and any(sign in value for sign in ",[]{}:?"))
    )
    return value if plain else f'"{re.sub(_TO_ESCAPE, _escaped, value)}"'


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_TO_ESCAPE = rf'["\\{_CONTROL}]'
# Plain scalars start with a letter, a digit or „ and hold no control characters.
_PLAIN_SCALAR = rf"(?:[^\W_]|„)(?:[^{_CONTROL}]*[^\s{_CONTROL}])?"
# Several lines stand below their key as people write them, where none begins or ends with blanks or holds what only
# quotes can.
_LINE = rf"[^\s{_CONTROL}](?:[^{_CONTROL}]*[^\s{_CONTROL}])?"
_PARAGRAPHS = rf"{_LINE}(?:\n+{_LINE})+\n?"
# Other YAML readers would see a number, a truth value or a time here: quote, so that everyone sees text. A plain date
# stays as people write it.
_LOOKS_TYPED = (
    r"(?i)(?!\d{4}-\d\d-\d\d$)[0-9][0-9_.,:exo+-]*|0x[0-9a-f_]+|[0-9]{4}-[0-9]+-[0-9]+[t ].*"
    r"|true|false|yes|no|on|off|null|y|n"
)
