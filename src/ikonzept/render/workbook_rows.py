"""Rows of a sheet in the language of the format: through openpyxl they would take three times as long."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import repeat
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from ikonzept.render.measure_table import safe
from ikonzept.reports.measure_table import Table
from ikonzept.values import german_date

NEW_ROWS = 10
"""Blank rows below the others, for new measures."""
_LINE, _HIGHEST = 15, 400
"""Points: of a line, and of about the highest row that a spreadsheet has."""


def rows(table: Table, widths: Sequence[int], known: Sequence[int], blank: Sequence[int]) -> Iterator[str]:
    """The rows of a table and those for new measures.

    ``known`` and ``blank`` are the styles of the cells of measures, and of the rows for new ones.
    """
    letters = [get_column_letter(index) for index in range(1, len(table.columns) + 1)]
    for number, row in enumerate(table.rows, 2):
        values = [_shown(row.get(column)) for column in table.columns]
        lines = max(lines_of(said, width) for said, width in zip(values, widths, strict=True))
        cells = map(_cell, letters, repeat(number), known, values)
        yield f'<row r="{number}" ht="{height(lines)}">{"".join(cells)}</row>'
    for number in range(len(table.rows) + 2, len(table.rows) + 2 + NEW_ROWS):
        yield f'<row r="{number}">{"".join(map(_cell, letters, repeat(number), blank, repeat(None)))}</row>'


def _cell(letter: str, number: int, style: int, value: str | int | None) -> str:
    """A cell: text, which is never anything else, a day, or nothing."""
    if value is None:
        return f'<c r="{letter}{number}" s="{style}"/>'
    if isinstance(value, int):
        return f'<c r="{letter}{number}" s="{style}"><v>{value}</v></c>'
    said = escape(re.sub(_ESCAPE, "_x005F_", value))
    return f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


_ESCAPE = r"_(?=x[0-9A-Fa-f]{4}_)"
"""What the format takes for the number of a sign."""
_BEFORE_ALL_DAYS = date(1899, 12, 30)
_FIRST_SURE_DAY = date(1900, 3, 1)
"""Spreadsheets know a 29 February 1900 and nothing earlier."""


def _shown(value: str | date | None) -> str | int | None:
    """What a cell holds: safe text, or a day as a spreadsheet counts it."""
    if isinstance(value, date):
        return (value - _BEFORE_ALL_DAYS).days if value >= _FIRST_SURE_DAY else german_date(value)
    return safe(value or "") or None


def lines_of(said: str | int | None, width: int) -> int:
    """How many lines a text takes in a column, roughly: programs measure it anew when somebody types."""
    return sum(len(line) // width + 1 for line in said.split("\n")) if isinstance(said, str) else 1


def height(lines: int) -> int:
    """How high a row of so many lines is, in points."""
    return min(_LINE * lines + 2, _HIGHEST)
