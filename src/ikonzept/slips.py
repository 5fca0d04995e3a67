"""The slips people make in a file, told from what the YAML library complains of: a code and where the slip is."""

import re

SLIPS = {
    "found character that cannot start any token": "bad-start",
    "found a tab character that violates indentation": "tab",
    "found a tab character where an indentation space is expected": "tab",
    "mapping values are not allowed in this context": "colon",
    "could not find expected ':'": "colon-missing",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "did not find expected <document start>": "indentation",
    "found unexpected end of stream": "quote-open",
    "did not find expected ',' or '}'": "brace-open",
    "did not find expected ',' or ']'": "brace-open",
    "did not find expected node content": "brace-open",
    "block sequence entries are not allowed in this context": "list-start",
    "did not find expected alphabetic or numeric character": "bad-start",
    "did not find expected hexdecimal number": "backslash",
    "found unknown escape character": "backslash",
}
"""libyaml's words for the slips people really make → our codes."""

_BEGINS_EARLIER = frozenset(("colon-missing", "quote-open", "brace-open"))
"""What the parser only notices lines later."""
_GLUED = r"\s*(?:- )?[A-Za-z_][A-Za-z_0-9]*:(?=[^\s/])|\s*(?:- )?[A-Za-z_][A-Za-z_0-9]*:(?=\u00a0)"
"""A key whose colon is not followed by a blank (an address ``http://…`` is none)."""
_QUOTED = r""".*[:\-,]\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*$"""
"""A value that begins with quotes or brackets and goes on behind them."""

Where = tuple[int, int]
"""Line and column, 1-based, in characters."""


def diagnose(complaint: str, text: str, noticed: Where, began: Where | None) -> tuple[str, Where]:
    """The slip behind a complaint of the YAML library and where it is.

    ``noticed`` is where the library stopped, ``began`` where the thing it was reading began.
    """
    code = SLIPS.get(complaint, "yaml")
    lines = text.split("\n")
    noticed, began = _inside(lines, noticed), began and _inside(lines, began)
    line, column = noticed
    here = lines[line - 1]
    if here[column - 1 : column] == "\t":
        return "tab", noticed
    if code == "indentation" and re.fullmatch(_QUOTED, here[: column - 1]):
        return "text-after-quotes", noticed
    if code in {"colon", "colon-missing", "indentation"} and (glued := _glued(lines, line)):
        return "blank-missing", glued
    if code == "brace-open" and began and _is_closed(lines, began):
        return "brace-content", began
    return code, (began if code in _BEGINS_EARLIER and began else noticed)


def _inside(lines: list[str], place: Where) -> Where:
    """The place, or the end of the text where the library stopped behind it."""
    return place if place[0] <= len(lines) else (len(lines), len(lines[-1]) + 1)


def conflict(text: str) -> int | None:
    """The line of the first conflict marker that a merge has left, or ``None``."""
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return None
    marked = (number for number, line in enumerate(text.split("\n"), 1) if re.match(r"(<{7}|>{7}) ", line))
    return next(marked, None)


def _glued(lines: list[str], last: int) -> Where | None:
    """Where a blank is missing behind a colon, at or shortly above a line."""
    for number in range(last, max(last - 3, 0), -1):
        match = re.match(_GLUED, lines[number - 1]) if number <= len(lines) else None
        if match:
            return number, match.end() + 1
    return None


def _is_closed(lines: list[str], began: Where) -> bool:
    """Whether a bracket is closed on its own line, so that something inside it is wrong."""
    line, column = began
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    return rest[:1] in {"{", "["} and {"{": "}", "[": "]"}[rest[0]] in rest
