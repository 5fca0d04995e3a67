"""Pieces of Markdown; text from the files is data here, nothing in it is markup."""

from collections.abc import Iterable, Sequence

from ikonzept.render.terminal import clean

_ESCAPES = {character: f"\\{character}" for character in "\\`*_{}[]<>#|~!&"} | {"@": "@\u2060"}
"""Behind an @ a mark of no width: GitLab and GitHub would call the person or group of that name."""


def escaped(text: str) -> str:
    """Text on one line in which nothing is markup and nobody is called."""
    return "".join(_ESCAPES.get(character, character) for character in clean(text))


def bullets(items: Iterable[str]) -> str:
    """A list, one item a line."""
    return "\n".join(f"- {item}" for item in items)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, texts: int = 1) -> str:
    """A table; the columns after the first ``texts`` hold numbers and stand at the right."""
    marks = ["---" if index < texts else "---:" for index in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, marks, *rows))
