"""A fiscal year in heaps as a Haushaltsüberwachungsliste; several years beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from rich.cells import cell_len
from rich.text import Text

from ikonzept.model.words import BudgetState
from ikonzept.render.budget.overview import bar, share
from ikonzept.render.terminal import ends, fit, hanging, right, shorten, wrapped
from ikonzept.reports.budget.groups import ACCOUNT, COVER_GROUP, MEASURE, Row, Table
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date

_SHARE, _GAP, _LONGEST_NAME, _NAME_LEAST = 6, 2, 44, 16


def columns_of(by: str) -> tuple[str, ...]:
    """The amounts of a table: only accounts have an Ermächtigung."""
    has_own = by in {ACCOUNT, COVER_GROUP}
    return (*(("authorisation",) if has_own else ()), "planned", "committed", "actual", "available")


def amounts(row: Row, by: str) -> list[Decimal]:
    """The amounts of a row in the order of ``columns_of``."""
    figures = (getattr(row, name) for name in columns_of(by))
    return [figure.amount for figure in figures]


def head(name: str, by: str) -> str:
    """A column's name; what heaps without Ermächtigung have left is what they planned."""
    return text("budget.left" if name == "available" and by not in {ACCOUNT, COVER_GROUP} else f"money.{name}")


def name_of(row: Row, by: str) -> str:
    """What a heap is called; what belongs to none says so."""
    if not row.key:
        return text(f"budget.none.{by}")
    return f"{row.key} {row.title}".strip() if by in _CALLED_BY_NUMBER else row.title or row.key


_CALLED_BY_NUMBER = frozenset((ACCOUNT, MEASURE))


def title_of(table: Table) -> str:
    """``Mittel 2024 nach Konto``."""
    return text("budget.title", year=table.year, by=text(f"budget.by.{table.by}"))


def lines(tables: Sequence[Table], as_of: date, width: int) -> Iterator[Text]:
    """The tables: one with every amount, or several years beside each other."""
    if len(tables) == 1:
        yield from _single(tables[0], as_of, width)
    else:
        yield from _beside(tables, as_of, width)


def _single(table: Table, as_of: date, width: int) -> Iterator[Text]:
    yield ends(Text(title_of(table), style="bold"), text("status.as_of", day=german_date(as_of)), width)
    yield Text("")
    rows = (*table.rows, table.total)
    heads = [head(name, table.by) for name in columns_of(table.by)]
    cells = [list(map(german_amount, amounts(row, table.by))) for row in rows]
    names = [*(name_of(row, table.by) for row in table.rows), text("money.total")]
    yield from grid(names, heads, cells, [f"{bar_of(row)}{right(share(row.share), _SHARE)}" for row in rows], width)
    for sentence in remarks(table):
        yield Text("")
        yield Text(wrapped(sentence.split(" "), width, separator=" ").plain, style="dim")


def bar_of(row: Row) -> str:
    """Ist ``█`` and gebunden ``▒`` of what there is ``░``."""
    whole = row.planned if row.authorisation is None else row.authorisation
    return bar(row.actual.amount, row.committed.amount, whole.amount)


def remarks(table: Table) -> list[str]:
    """What makes the figures of a year less than certain, or final."""
    said = []
    if table.state is not BudgetState.ADOPTED:
        said.append(text(f"money.state.{table.state.name.lower()}"))
    if table.closed_on:
        said.append(text("budget.closed", year=table.year, day=german_date(table.closed_on)))
    return said


def grid(
    names: Sequence[str], heads: Sequence[str], cells: Sequence[Sequence[str]], tails: Sequence[str], width: int
) -> Iterator[Text]:
    """A table of amounts; where there is no room for columns, the amounts below each name."""
    sizes = [max(map(cell_len, (heads[index], *(row[index] for row in cells)))) + _GAP for index in range(len(heads))]
    tail = max(map(cell_len, tails), default=0)
    room = width - sum(sizes) - (tail + _GAP if tail else 0)
    if room < _NAME_LEAST and tail:
        tails, room = [""] * len(tails), width - sum(sizes)
    if room < _NAME_LEAST:
        for name, row in zip(names, cells, strict=True):
            yield Text(shorten(name, width), style="bold")
            yield hanging("", [f"{one} {amount}" for one, amount in zip(heads, row, strict=True)], width, indent=2)
        return
    size = min(room, max([_LONGEST_NAME // 2, *(cell_len(name) for name in names)]), _LONGEST_NAME)
    yield Text(fit("", size) + "".join(right(one, each) for one, each in zip(heads, sizes, strict=True)), style="dim")
    for place, (name, row, end) in enumerate(zip(names, cells, tails, strict=True), 1):
        said = fit(name, size) + "".join(right(amount, each) for amount, each in zip(row, sizes, strict=True))
        yield Text(f"{said}  {end}".rstrip(), style="bold" if place == len(names) else "")


def _beside(tables: Sequence[Table], as_of: date, width: int) -> Iterator[Text]:
    """For each year what there was and what of it is used."""
    by = tables[0].by
    years = ", ".join(table.year for table in tables)
    yield ends(
        Text(text("budget.title", year=years, by=text(f"budget.by.{by}")), style="bold"),
        text("status.as_of", day=german_date(as_of)),
        width,
    )
    yield Text("")
    whole = "authorisation" if by in {ACCOUNT, COVER_GROUP} else "planned"
    heads = [said for table in tables for said in (f"{table.year} {head(whole, by)}", text("budget.used"))]
    keys = list(dict.fromkeys(row.key for table in tables for row in table.rows))
    keys = [key for key in keys if key] + [key for key in keys if not key]
    rows: list[Mapping[str, Row]] = [{row.key: row for row in table.rows} for table in tables]
    names, cells = [], []
    for key in keys:
        names.append(next(name_of(found[key], by) for found in rows if key in found))
        cells.append([cell for found in rows for cell in _used(found.get(key), whole)])
    names.append(text("money.total"))
    cells.append([cell for table in tables for cell in _used(table.total, whole)])
    yield from grid(names, heads, cells, [""] * len(names), width)


def _used(row: Row | None, whole: str) -> tuple[str, str]:
    if row is None:
        return "–", "–"
    return german_amount(getattr(row, whole).amount), german_amount(row.committed.amount + row.actual.amount)
