"""Lines for a terminal: text from the files is data here, never markup or control sequences."""

import os
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from ikonzept.texts import text
from ikonzept.values import harmless

if TYPE_CHECKING:
    from rich.console import Console

MIN_WIDTH = 40
PIPED_WIDTH = 100
"""Columns where there is no terminal to ask."""
MAX_WIDTH = 120
"""Wider lines are hard to read."""


def console(stream: TextIO, color: str = "auto") -> "Console":
    """A console that prints just what it is given; colour off with NO_COLOR and TERM=dumb."""
    from rich.console import Console

    return Console(
        file=stream,
        force_terminal={"always": True, "never": False}.get(color),
        no_color={"always": False, "never": True}.get(color),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )


def columns(stream: TextIO | None) -> int:
    """The columns to lay out for: the terminal's (or COLUMNS), up to ``MAX_WIDTH``; elsewhere ``PIPED_WIDTH``."""
    if stream is not None and (stream.isatty() or os.environ.get("COLUMNS", "").isdigit()):
        return max(MIN_WIDTH, min(shutil.get_terminal_size().columns, MAX_WIDTH))
    return PIPED_WIDTH


def clean(text: str) -> str:
    """The text on one line, without control characters and marks that turn or hide what stands there."""
    return text if text.isprintable() else harmless(text)


def clean_part(part: str) -> str:
    """Some words of a text, clean, with a blank at their ends where there are blanks: parts meet there."""
    inner = clean(part).strip()
    return f"{' ' if part[:1].isspace() else ''}{inner}{' ' if inner and part[-1:].isspace() else ''}"


def visible(text: str) -> str:
    """The text with every character in its place: blanks of all kinds as one, control characters as a mark."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def shorten(text: str, width: int) -> str:
    """The text in at most this many columns, cut with … where it is longer."""
    text = clean(text)
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """The text in exactly this many columns."""
    text = shorten(text, width)
    return text + " " * (width - cell_len(text))


def right(text: str, width: int) -> str:
    """The text at the right of this many columns."""
    text = clean(text)
    return " " * max(width - cell_len(text), 0) + text


def ends(left: Text | str, end: Text | str, width: int) -> Text:
    """One text at the left and one at the right end of the line; below one another where they do not fit."""
    line = left.copy() if isinstance(left, Text) else Text(left)
    tail = end if isinstance(end, Text) else Text(end)
    line.truncate(width, overflow="ellipsis")
    if not tail:
        return line
    gap = width - line.cell_len - tail.cell_len
    if gap < 1 and line.cell_len:
        line.append("\n")
        gap = width - tail.cell_len
    line.append(" " * max(gap, 0))
    return line.append_text(tail)


def hanging(label: str, items: Sequence[str], width: int, *, indent: int, separator: str = " · ") -> Text:
    """A label and its items, wrapped between items below one another; one longer than a line, between its words."""
    beside = cell_len(label) < indent or not label
    lines = [label + " " * (indent - cell_len(label))] if beside else [label, " " * indent]
    for index, item in enumerate(items):
        for piece in _broken(item + (separator.rstrip() if index < len(items) - 1 else ""), width - indent):
            if cell_len(lines[-1]) > indent and cell_len(lines[-1]) + cell_len(piece) > width:
                lines.append(" " * indent)
            lines[-1] += piece + " "
    return Text("\n".join(line.rstrip() for line in lines))


def _broken(item: str, room: int) -> list[str]:
    """An item that fits, or its words; a word that fits nowhere, a path, goes on below: nothing is cut off."""
    item = clean(item)
    if cell_len(item) <= room:
        return [item]
    return [part for word in item.split() for part in chop_cells(word, room)]


def bar(parts: Iterable[tuple[int, str]], largest: int, width: int) -> str:
    """A bar of marks, one kind for each part, to a common scale; equal sums have equal lengths."""
    marks, total = "", 0
    for count, mark in parts:
        total += count
        end = round(total * width / largest) if largest else 0
        marks += mark * max(end - len(marks), 1 if count and len(marks) < width else 0)
    return marks[:width]


# --- layout that every screen shares -------------------------------------------------------------------------------

INDENT = 18
"""Where a list begins beside its label."""
_BESIDE = 70
"""From this width on a list stands beside its label."""
_LISTED = 6
"""How many names or dates a list shows before it says how many more there are."""


def indent(width: int, least: int = 2) -> int:
    """How far lists stand from the edge: beside their label, or below it where there is little room."""
    return INDENT if width >= _BESIDE else least


def below(label: str, width: int) -> int:
    """Where the lines below a label begin: under its first item, or near the edge where the label is long."""
    return len(label) + 1 if len(label) <= width // 2 else 2


def some(items: Sequence[str]) -> list[str]:
    """The first items of a list, and how many more there are."""
    more = len(items) - _LISTED
    return [*items[:_LISTED], text("status.more", n=more)] if more > 1 else list(items)


def wrapped(parts: Sequence[str], width: int, *, margin: int = 0, separator: str = " · ") -> Text:
    """Parts wrapped between them, or between words where a part is longer than a line."""
    if any(cell_len(part) > width - margin - len(separator) for part in parts):
        parts, separator = separator.join(parts).split(" "), " "
    return hanging("", parts, width, indent=margin, separator=separator)


def command(words: str, width: int) -> Text:
    """The command that tells more, at the right; one that is too long goes on below and is never cut."""
    lines = textwrap.wrap(f"→ ikonzept {clean(words)}", width, break_long_words=False, break_on_hyphens=False)
    return Text("\n".join(lines) if len(lines) > 1 else right(lines[0], width), style="cyan")
