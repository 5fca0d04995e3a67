"""Rows laid out in columns for a terminal: what is longer than its column goes on below, nothing is cut off."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from ikonzept.render.terminal import clean

_GAP = 2


def columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int, numbers: Sequence[bool]
) -> Iterator[Text] | None:
    """A line of headings, then a row or several lines for each; ``numbers`` stand at the right of their columns.

    ``None`` where even the longest words do not stand beside each other.
    """
    cleaned = [[clean(cell) for cell in row] for row in rows]
    sizes = _sizes([list(head), *cleaned], width, numbers)
    return _laid_out(head, cleaned, sizes, numbers) if sizes else None


def _laid_out(
    head: Sequence[str], rows: Sequence[Sequence[str]], sizes: Sequence[int], numbers: Sequence[bool]
) -> Iterator[Text]:
    yield from _row(head, sizes, numbers, "bold")
    for row in rows:
        yield from _row(row, sizes, numbers, "")


def _sizes(rows: Sequence[Sequence[str]], width: int, numbers: Sequence[bool]) -> list[int] | None:
    """So wide that all fits; else the widest columns of words give way, as far as their longest words let them."""
    sizes = [max(cell_len(row[index]) for row in rows) for index in range(len(numbers))]
    least = [
        size if number else max(cell_len(word) for row in rows for word in row[index].split(" "))
        for index, (size, number) in enumerate(zip(sizes, numbers, strict=True))
    ]
    room = width - _GAP * (len(sizes) - 1)
    if sum(least) > room:
        return None
    while sum(sizes) > room:
        loose = (index for index in range(len(sizes)) if sizes[index] > least[index])
        sizes[max(loose, key=sizes.__getitem__)] -= 1
    return sizes


def _row(row: Sequence[str], sizes: Sequence[int], numbers: Sequence[bool], style: str) -> Iterator[Text]:
    lengths = [cell_len(cell) for cell in row]
    if all(length <= size for length, size in zip(lengths, sizes, strict=True)):
        yield _line(row, sizes, numbers, style)
        return
    cells = [_broken(cell, size) for cell, size in zip(row, sizes, strict=True)]
    for line in range(max(map(len, cells))):
        yield _line([cell[line] if line < len(cell) else "" for cell in cells], sizes, numbers, style)


def _line(cells: Sequence[str], sizes: Sequence[int], numbers: Sequence[bool], style: str) -> Text:
    """Cells that fit, each in its column."""
    said = []
    for cell, size, number in zip(cells, sizes, numbers, strict=True):
        pad = " " * (size - cell_len(cell))
        said.append(pad + cell if number else cell + pad)
    return Text((" " * _GAP).join(said).rstrip(), style=style)


def _broken(cell: str, size: int) -> list[str]:
    """The lines of a cell, broken between words."""
    lines = [""]
    for word in cell.split(" "):
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) > size:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines
