"""Money to be handed on or read by programs: JSON, CSV, Markdown, a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ikonzept.render import data
from ikonzept.render.budget import funding
from ikonzept.render.budget.overview import share
from ikonzept.render.budget.table import amounts, columns_of, head, name_of, remarks, title_of
from ikonzept.render.budget.tree import Node
from ikonzept.render.html import page
from ikonzept.render.markdown import escaped, table
from ikonzept.render.sheet import Cell, sheet
from ikonzept.reports.budget.funding import GrantMoney
from ikonzept.reports.budget.groups import GRANT, Row, Table
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date


@dataclass(frozen=True, slots=True)
class RowDocument:
    """One heap in JSON; ``authorisation`` is null where it has none of its own."""

    key: str
    title: str
    authorisation: Decimal | None
    planned: Decimal
    committed: Decimal
    actual: Decimal
    available: Decimal
    share: int | None


@dataclass(frozen=True, slots=True)
class YearDocument:
    """A fiscal year in JSON."""

    year: str
    state: str
    closed_on: date | None
    rows: tuple[RowDocument, ...]
    total: RowDocument


@dataclass(frozen=True, slots=True)
class BudgetDocument:
    """The JSON of ``budget show``."""

    as_of: date
    by: str
    years: tuple[YearDocument, ...]
    grants: tuple[GrantMoney, ...]
    """By grant, each of them over all its years."""


@dataclass(frozen=True, slots=True)
class ExplainedDocument:
    """The JSON of ``budget show --explain``: what is available and what is planned, each with its parts."""

    as_of: date
    year: str
    available: Node
    planned: Node


def as_json(tables: Sequence[Table], as_of: date, grants: Sequence[GrantMoney]) -> str:
    """All amounts of all years."""
    years = tuple(
        YearDocument(found.year, found.state.value, found.closed_on, tuple(map(_row, found.rows)), _row(found.total))
        for found in tables
    )
    return data.document("budget", BudgetDocument(as_of, tables[0].by if tables else "", years, tuple(grants)))


def _row(row: Row) -> RowDocument:
    authorised = row.authorisation.amount if row.authorisation else None
    used = row.planned.amount, row.committed.amount, row.actual.amount, row.available.amount
    return RowDocument(row.key, row.title, authorised, *used, row.share)


def explained_json(year: str, as_of: date, available: Node, planned: Node) -> str:
    """A sum with everything that adds up to it."""
    return data.document("budget-explained", ExplainedDocument(as_of, year, available, planned))


# --- handed on -----------------------------------------------------------------------------------------------------


def as_csv(tables: Sequence[Table], grants: Sequence[GrantMoney]) -> str:
    """A row for each heap of each year; by grant, its conditions behind it."""
    by = tables[0].by
    keys = ("budget.csv.year", f"budget.by.{by}", "budget.csv.title")
    more = funding.grant_heads() if by == GRANT else []
    rows: list[Sequence[Cell]] = [[*(text(key) for key in keys), *(head(name, by) for name in columns_of(by)), *more]]
    for found in tables:
        for row in found.rows:
            beside = funding.sheet_cells(row.key, grants) if by == GRANT else []
            rows.append([found.year, row.key, row.title, *amounts(row, by), *beside])
    return sheet(rows)


def as_markdown(tables: Sequence[Table], as_of: date, grants: Sequence[GrantMoney], *, internal: bool) -> str:
    """A heading and a table for each year, then the grants."""
    parts = [f"**{text('status.internal')}**"] if internal else []
    for found in tables:
        heads = [text(f"budget.by.{found.by}"), *(head(name, found.by) for name in columns_of(found.by))]
        cells = [[escaped(name_of(row, found.by)), *_cells(row, found.by)] for row in found.rows]
        cells.append([f"**{text('money.total')}**", *(f"**{cell}**" for cell in _cells(found.total, found.by))])
        parts += [f"### {escaped(title_of(found))}", text("status.as_of", day=german_date(as_of))]
        parts += [table(heads, cells), *(escaped(said) for said in remarks(found))]
    return "\n\n".join([*parts, *funding.grants_markdown(grants)]) + "\n"


def _cells(row: Row, by: str) -> list[str]:
    return list(map(german_amount, amounts(row, by)))


def as_html(tables: Sequence[Table], as_of: date, title: str, grants: Sequence[GrantMoney], *, internal: bool) -> str:
    """A page with a table for each year, to be printed and read aloud."""
    return page(
        "budget/page.html.j2",
        tables=tables,
        title=title,
        day=as_of,
        internal=internal,
        columns_of=columns_of,
        head=head,
        name_of=name_of,
        title_of=title_of,
        cells=_cells,
        share=share,
        remarks=remarks,
        grants=grants,
        grant_heads=funding.grant_heads,
        grant_cells=funding.grant_cells,
        called=funding.called,
    )
