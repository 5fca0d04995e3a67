"""Money for a terminal: what is authorised, committed, spent and available per account; amounts in €."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rich.text import Text

from ikonzept.model.words import BudgetState
from ikonzept.render.terminal import fit, hanging, right, wrapped
from ikonzept.reports.budget.sums import AccountSum, YearSum
from ikonzept.texts import text
from ikonzept.values import german_amount, german_number

WHOLE = {"authorisation": "", "committed": " ▒", "actual": " █", "available": ""}
"""The amounts of an account, with the marks they have in its bar."""
SELECTED = ("planned", "committed", "actual", "free")
"""The amounts of a selection of lines, and what the whole account still has."""
BAR, _SHARE, _WORD, _LONGEST_NAME, _NAME_LEAST, _WIDE = 8, 6, 6, 36, 12, 92
_MOST = 1000
"""From this share on, in percent, the number itself says nothing more."""
_TIGHT = 90
"""From this share on, in percent, an account is nearly used up."""


def year(money: YearSum, as_of: date, width: int, *, alone: bool = True) -> Iterator[Text]:
    """A fiscal year by account; where lines were selected, their use and what the accounts still have.

    One that stands ``alone`` says that it is not the year of the day.
    """
    selected = money.total.selected is not None
    heads = [text(f"money.{name}") for name in SELECTED]
    if not selected:
        heads = [text(f"money.{name}") + mark for name, mark in columns(money, as_of).items()]
    rows = (*money.accounts, money.total) if len(money.accounts) > 1 else money.accounts
    sizes = [
        max(len(head), *(len(phrases(row, money.state)[index]) for row in rows)) + 2 for index, head in enumerate(heads)
    ]
    bars = width >= _WIDE and not selected
    space = width - sum(sizes) - (BAR + 2 if bars else 0) - (0 if selected else _SHARE) - _WORD
    if space < _NAME_LEAST:
        yield from _below_one_another(money, rows, heads, as_of, width)
    else:
        name_width = min(_LONGEST_NAME, space)
        heading = Text(fit(_title(money, as_of), name_width), style="bold")
        for head, size in zip(heads, sizes, strict=True):
            heading.append(right(head, size), style="not bold")
        yield heading
        for row in rows:
            line = Text("  " + fit(_name(row), name_width - 2))
            for amount, size in zip(phrases(row, money.state), sizes, strict=True):
                line.append(right(amount, size))
            line.append("  " + bar(row.actual, row.committed, row.authorisation) if bars else "")
            line.append("" if selected else right(share(row.share), _SHARE))
            yield line.append(_warning(row, money, as_of), style="yellow")
    if alone and money.year != str(as_of.year):
        yield wrapped(text("money.other_year", year=as_of.year).split(" "), width, margin=2, separator=" ")
    if money.state is not BudgetState.ADOPTED:
        yield wrapped(text(f"money.state.{money.state.name.lower()}").split(" "), width, margin=2, separator=" ")


def is_closed(money: YearSum, as_of: date) -> bool:
    """Whether the year is closed on the day: nothing of it can be spent any more."""
    return money.closed_on is not None and money.closed_on <= as_of


def columns(money: YearSum, as_of: date) -> dict[str, str]:
    """``WHOLE``; in a closed year nothing is available any more, but was left."""
    last = "left_over" if is_closed(money, as_of) else "available"
    return {last if name == "available" else name: mark for name, mark in WHOLE.items()}


def amounts(row: AccountSum) -> tuple[Decimal, ...]:
    """The amounts that are shown of an account: ``SELECTED`` where lines were selected, else ``WHOLE``."""
    if row.selected:
        return row.selected.planned, row.selected.committed, row.selected.actual, row.available
    return row.authorisation, row.committed, row.actual, row.available


def phrases(row: AccountSum, state: BudgetState) -> list[str]:
    """The amounts as people read them; before the budget is adopted nothing is available yet, whatever is planned."""
    *used, available = map(german_amount, amounts(row))
    return [*used, "–" if state is BudgetState.DRAFT and row.available > 0 else available]


def _below_one_another(
    money: YearSum, rows: tuple[AccountSum, ...], heads: list[str], as_of: date, width: int
) -> Iterator[Text]:
    """Where there is no room for columns: each account with its share, below it its amounts."""
    yield Text(_title(money, as_of), style="bold")
    for row in rows:
        used = share(row.share) + _warning(row, money, as_of)
        yield Text("  " + fit(_name(row), width - 4 - len(used)) + "  " + used)
        said = [f"{head} {amount}" for head, amount in zip(heads, phrases(row, money.state), strict=True)]
        yield hanging("", said, width, indent=4)


def _title(money: YearSum, as_of: date) -> str:
    return text("money.title.closed" if is_closed(money, as_of) else "money.title", year=money.year)


def _name(row: AccountSum) -> str:
    return f"{row.number} {row.title}" if row.number else text("money.total")


def share(percent: int | None) -> str:
    """How much is used, as people read it."""
    if percent is None:
        return "–"
    return f"{german_number(percent)} %" if percent < _MOST else f">{_MOST - 1}%"


def bar(actual: Decimal, committed: Decimal, whole: Decimal) -> str:
    """Ist ``█`` and gebunden ``▒`` of a whole ``░``."""
    if whole <= 0:
        return " " * BAR
    spent = min(BAR, max(0, round(actual * BAR / whole)))
    bound = min(BAR - spent, max(0, round(committed * BAR / whole)))
    return "█" * spent + "▒" * bound + "░" * (BAR - spent - bound)


def _warning(row: AccountSum, money: YearSum, as_of: date) -> str:
    """A word beside an account more than used up, or nearly, as long as there is something to be spent."""
    if row.available < 0:
        return " " + text("money.over")
    tight = row.number and row.share is not None and row.share >= _TIGHT
    return " " + text("money.tight") if tight and not is_closed(money, as_of) else ""
