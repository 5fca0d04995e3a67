"""A list of measures: on the screen, a line each for other programs, as a spreadsheet, Markdown and JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.text import Text

from ikonzept.model.words import MeasureColumn
from ikonzept.render import data
from ikonzept.render.columns import columns
from ikonzept.render.markdown import escaped, table
from ikonzept.render.sheet import Cell, sheet
from ikonzept.render.terminal import clean, ends, hanging, wrapped
from ikonzept.reports.measure_list import Listed, value
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date, phrase

_NUMBERS = frozenset((MeasureColumn.PLANNED, MeasureColumn.USED))
_NAMED = frozenset(
    (*_NUMBERS, MeasureColumn.SINCE, MeasureColumn.BEGIN, MeasureColumn.END, MeasureColumn.REPORTED),
)
"""Days and amounts say nothing without what they are."""


@dataclass(frozen=True, slots=True)
class ListDocument:
    """The JSON of ``measure list``; all columns, whatever was asked for."""

    as_of: date
    measures: tuple[Listed, ...]


def as_json(found: Sequence[Listed], as_of: date) -> str:
    """Every measure with all that is known of it."""
    return data.document("measure-list", ListDocument(as_of, tuple(found)))


def lines(found: Sequence[Listed], shown: Sequence[MeasureColumn], as_of: date, width: int) -> Iterator[Text]:
    """A table with as many lines as it needs, and what it counts."""
    count = text("measure.list.count", n=len(found))
    yield ends(Text(count, style="bold"), text("status.as_of", day=german_date(as_of)), width)
    if not found:
        yield Text(wrapped(text("measure.list.none").split(" "), width, separator=" ").plain)
        return
    yield Text("")
    rows = [[_said(one, column) for column in shown] for one in found]
    heads, numbers = [heading(column) for column in shown], [column in _NUMBERS for column in shown]
    yield from columns(heads, rows, width, numbers) or _below_one_another(shown, rows, width)


def _below_one_another(shown: Sequence[MeasureColumn], rows: Sequence[Sequence[str]], width: int) -> Iterator[Text]:
    """Where there is no room for columns: each measure begins a line, and goes on below it."""
    for row in rows:
        first, *others = [
            f"{heading(column)} {cell}" if column in _NAMED else cell
            for column, cell in zip(shown, row, strict=True)
            if cell
        ]
        if len(shown) > 1 and shown[:2] == (MeasureColumn.ID, MeasureColumn.TITLE):
            first, *others = f"{first} {others[0]}", *others[1:]
        yield from (
            Text(line) for line in hanging("", first.split(" "), width, indent=0, separator=" ").plain.split("\n")
        )
        if others:
            yield hanging("", others, width, indent=2)


def plain(found: Sequence[Listed], shown: Sequence[MeasureColumn], paths: Mapping[str, str]) -> str:
    """A line each: its file, a colon, and the columns with tabs between them."""
    return "".join(
        f"{clean(paths[one.state.id])}:1:1: {chr(9).join(clean(_said(one, column)) for column in shown)}\n"
        for one in found
    )


def as_csv(found: Sequence[Listed], shown: Sequence[MeasureColumn]) -> str:
    """A table for a spreadsheet."""
    return sheet([[heading(column) for column in shown], *([_cell(one, column) for column in shown] for one in found)])


def markdown(found: Sequence[Listed], shown: Sequence[MeasureColumn], as_of: date, *, internal: bool) -> str:
    """A table to be handed on."""
    words = [column for column in shown if column not in _NUMBERS]
    numbers = [column for column in shown if column in _NUMBERS]
    order = [*words, *numbers]
    rows = ([escaped(_said(one, column)) for column in order] for one in found)
    parts = [f"### {text('measure.list.count', n=len(found))} ({text('status.as_of', day=german_date(as_of))})"]
    parts += [f"**{text('status.internal')}**"] if internal else []
    parts += [table([heading(column) for column in order], rows, texts=len(words))] if found else []
    return "\n\n".join(parts) + "\n"


def heading(column: MeasureColumn) -> str:
    """What stands above a column."""
    return text(f"measure.column.{column.name.lower()}")


def _said(one: Listed, column: MeasureColumn) -> str:
    found = value(one, column)
    if column is MeasureColumn.REMARK:
        return ", ".join(text(f"measure.remark.{name}") for name in found) if isinstance(found, tuple) else ""
    if isinstance(found, Decimal):
        return german_amount(found) if found else ""
    return phrase(found)


def _cell(one: Listed, column: MeasureColumn) -> Cell:
    found = value(one, column)
    return found if isinstance(found, Decimal) else _said(one, column)
