"""What money differs by: account by account, with what makes each difference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from ikonzept.render import data
from ikonzept.render.amounts import signed
from ikonzept.render.diff.outline import money_rows
from ikonzept.render.diff.terminal import money_lines
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.sheet import Cell, sheet
from ikonzept.render.terminal import clean
from ikonzept.reports.diff.change import Money, MoneyRow
from ikonzept.texts import text


@dataclass(frozen=True, slots=True)
class ChangesDocument:
    """The JSON of ``budget diff``: both states by the names they were asked for, and what differs."""

    old: str
    new: str
    money: Money | None


def lines(money: Money | None, heading: str, width: int) -> Iterator[Text]:
    """The screen: a table for each year, and whether the differences add up."""
    yield Text(clean(heading), style="bold")
    yield Text("")
    if money is None:
        yield Text(text("budget.diff.none"))
    else:
        yield from money_lines(money, width)


def as_json(old: str, new: str, money: Money | None) -> str:
    """Everything that differs."""
    return data.document("budget-diff", ChangesDocument(old, new, money))


def as_markdown(money: Money | None, heading: str, *, internal: bool) -> str:
    """A table, below it what makes each difference."""
    parts = [f"### {escaped(heading)}", *([f"**{text('status.internal')}**"] if internal else [])]
    if money is None:
        return "\n\n".join([*parts, text("budget.diff.none")]) + "\n"
    heads = [text(f"diff.money.{name}") for name in ("account", "old", "new", "difference")]
    parts.append(table(heads, ([escaped(cell) for cell in row] for row in money_rows(money))))
    shares = [escaped(f"{row.number}: {', '.join(_shares(row))}") for row in money.rows if _shares(row)]
    parts += [bullets(shares)] if shares else []
    parts.append(text(f"diff.money.{'balanced' if money.balanced else 'unbalanced'}"))
    return "\n\n".join(parts) + "\n"


def _shares(row: MoneyRow) -> list[str]:
    names = (f"{share.id} {share.title}".strip() or text("diff.money.unplanned") for share in row.shares)
    return [f"{name} {signed(share.difference)}" for name, share in zip(names, row.shares, strict=True)]


def as_csv(money: Money | None) -> str:
    """One line for each share of each account, for a spreadsheet."""
    return sheet([_heads(), *(cells for row in (money.rows if money else ()) for cells in _share_cells(row))])


def _heads() -> list[str]:
    account = ("budget.csv.year", "budget.by.account", "budget.csv.title")
    amounts = (f"diff.money.{name}" for name in ("old", "new", "difference"))
    return [text(key) for key in (*account, *amounts, "budget.csv.share", "budget.csv.part")]


def _share_cells(row: MoneyRow) -> Iterator[Sequence[Cell]]:
    for share in row.shares or (None,):
        part = (f"{share.id} {share.title}".strip(), share.difference) if share else ("", None)
        yield row.year, row.number, row.title, row.old, row.new, row.difference, *part
