"""The files of an example as people write them: of long ones what matters, with the place of the finding marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import category

from rich.cells import cell_len

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL, parse
from ikonzept.render.findings import Located

_SHORT = 12
"""Files with no more lines than these are shown whole."""
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A file of an example as it is shown: its lines, and what is marked in the line that ``marked`` gives.

    ``marked`` is the row of the line, ``-1`` for the file's name; columns count terminal cells from 0.
    """

    path: str
    lines: tuple[str, ...]
    marked: int | None = None
    column: int = 0
    width: int = 1


def wrong(example: Example, found: Located) -> list[Excerpt]:
    """The files of the wrong example with the place marked; the finding's file is among them."""
    files, other = parse(example.wrong), parse(example.before or example.right)
    path = found.finding.place.path
    if files and path not in files and path in MINIMAL:
        files[path] = MINIMAL[path]
    return [_marked(path, content, other, found) for path, content in files.items()]


def before(example: Example) -> list[Excerpt]:
    """The files of the earlier state, whole."""
    files = parse(example.before or "").items()
    return [Excerpt(path, tuple(map(_visible, _lines(content)))) for path, content in files]


def right(example: Example) -> list[Excerpt]:
    """The files of the right example; of long ones what differs."""
    other = parse(example.before or example.wrong)
    excerpts = []
    for path, content in parse(example.right).items():
        lines = _lines(content)
        rows = _rows(path, lines, [files[path] for files in (MINIMAL, other) if path in files], frozenset())
        excerpts.append(Excerpt(path, tuple(line for _, line in rows)))
    return excerpts


def _marked(path: str, content: str, other: Mapping[str, str], found: Located) -> Excerpt:
    lines, place = _lines(content), found.finding.place
    here, of_the_file = path == place.path, not (place.line or place.key)
    if path.startswith(f"{place.path}/"):  # the finding is of a folder
        return Excerpt(path, tuple(map(_visible, lines)), -1, 0, cell_len(place.path))
    number = found.line - 1 if here and not of_the_file else None
    compared = [MINIMAL[path], *([other[path]] if path in other else [])] if path in MINIMAL else []
    rows = _rows(path, lines, compared, frozenset() if number is None else frozenset((number,)))
    shown = tuple(line for _, line in rows)
    if here and (of_the_file or not content):
        return Excerpt(path, shown, -1, 0, cell_len(path))
    row = next((row for row, (index, _) in enumerate(rows) if index == number), None)
    if number is None or row is None:
        return Excerpt(path, shown)
    start, line = found.column - 1, lines[number]
    column = cell_len(_visible(line[:start]))
    return Excerpt(path, shown, row, column, max(1, cell_len(_visible(line[: start + found.width])) - column))


def _rows(path: str, lines: list[str], compared: list[str], wanted: frozenset[int]) -> list[tuple[int | None, str]]:
    """The lines to show with their indices; in a long file only what differs, its neighbours and their parents."""
    if len(lines) <= _SHORT or not compared:
        return [(index, _visible(line)) for index, line in enumerate(lines)]
    kept = {0, *_differing(lines, compared), *(near for index in wanted for near in (index - 1, index, index + 1))}
    if path.endswith(".yaml"):
        kept |= {parent for index in kept for parent in _parents(lines, index)}
    rows: list[tuple[int | None, str]] = []
    for index, line in enumerate(lines):
        if index in kept or {index - 1, index + 1} <= kept:  # a single line says more than three dots
            rows.append((index, _visible(line)))
        elif rows[-1][0] is not None:
            rows.append((None, " " * _indent(line) + _LEFT_OUT))
    return rows


def _differing(lines: list[str], compared: list[str]) -> Iterator[int]:
    """The indices of lines that one of the other texts does not have, and of their neighbours."""
    for other in compared:
        matcher = SequenceMatcher(None, _lines(other), lines, autojunk=False)
        for kind, _, _, start, end in matcher.get_opcodes():
            if kind != "equal":
                yield from range(max(0, start - 1), min(end + 1, len(lines)))


def _parents(lines: list[str], index: int) -> Iterator[int]:
    """The indices of the keys under which a line of YAML stands."""
    if not 0 <= index < len(lines):
        return
    indent = _indent(lines[index])
    for above in range(index - 1, -1, -1):
        if lines[above].strip() and _indent(lines[above]) < indent:
            indent = _indent(lines[above])
            yield above


def _lines(content: str) -> list[str]:
    return content.rstrip("\n").split("\n") if content else []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _visible(line: str) -> str:
    """A line in which nothing is invisible: a tab is an arrow, a control character a mark."""
    return "".join(map(_mark, line))


def _mark(character: str) -> str:
    if character == "\t":
        return "⇥"
    if category(character) == "Zs":
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def caret(excerpt: Excerpt) -> str:
    """The line that goes below the marked one."""
    return " " * excerpt.column + "^" * excerpt.width
