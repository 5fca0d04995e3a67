"""Tables as German spreadsheets open them: semicolons, decimal commas, a mark for UTF-8 at the beginning."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ikonzept.document import BYTE_ORDER_MARK
from ikonzept.exchange.table import HARMFUL

Cell = str | Decimal | None


def sheet(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV; amounts in €, two places; text that a spreadsheet would calculate is made harmless."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([_written(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _written(cell: Cell) -> str:
    return f"{cell:.2f}".replace(".", ",") if isinstance(cell, Decimal) else harmless(cell or "")


def harmless(cell: str) -> str:
    """A spreadsheet takes what begins like this for a formula; who reads it back takes one ``'`` off."""
    return f"'{cell}" if cell[:1] in HARMFUL else cell
