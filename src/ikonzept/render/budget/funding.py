"""A measure's money over the years, and what grants pay, as people read it; amounts in €."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.text import Text

from ikonzept.render.budget.table import grid, lines
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.sheet import Cell
from ikonzept.render.terminal import clean, command, hanging, wrapped
from ikonzept.reports.budget.funding import FormerMoney, Funded, GrantMoney, MeasureMoney, Payment, Split
from ikonzept.reports.budget.groups import BETWEEN_GRANTS, Table
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date, phrase


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of amounts; what is set in belongs to the row above it, the last row is the sum."""

    heads: list[str]
    names: list[str]
    cells: list[list[str]]
    set_in: frozenset[int] = frozenset()

    def lines(self, width: int) -> Iterator[Text]:
        """For a terminal."""
        names = [f"  {clean(name)}" if row in self.set_in else name for row, name in enumerate(self.names)]
        return grid(names, self.heads, self.cells, [""] * len(names), width)

    def markdown(self) -> str:
        """The same table; the rows that others belong to are bold where there are such."""
        rows = zip(map(escaped, self.names), self.cells, strict=True)
        named = (
            [name if row in self.set_in or not self.set_in else f"**{name}**", *cells]
            for row, (name, cells) in enumerate(rows)
        )
        return table(["", *self.heads], named)


# --- a measure -----------------------------------------------------------------------------------------------------

_USE = ("planned", "committed", "actual")


def measure_lines(money: MeasureMoney, width: int) -> Iterator[Text]:
    """The section of a measure's sheet: a row for each year and account, below it who pays and what follows."""
    yield Text(text("funding.years"), style="bold")
    if money.years:
        yield from _years(money).lines(width)
    for said in _said_of(money):
        yield hanging("", said.split(" "), width, indent=2, separator=" ")
    for grant in money.grants:
        yield hanging("", [called(grant), *conditions(grant)], width, indent=2)


def measure_markdown(money: MeasureMoney) -> str:
    """The same section as Markdown."""
    parts = [f"## {text('funding.years')}", _years(money).markdown() if money.years else ""]
    paying = (" · ".join([called(grant), *conditions(grant)]) for grant in money.grants)
    parts.append(bullets(map(escaped, [*_said_of(money), *paying])))
    return "\n\n".join(part for part in parts if part)


def _years(money: MeasureMoney) -> Grid:
    split = _split_columns(money)
    heads = [text("funding.costs")] if money.costs is not None else []
    heads += [text(f"money.{name}") for name in _USE] + [text(f"funding.{name}") for name in split]
    names: list[str] = []
    cells: list[list[str]] = []
    set_in = set()
    for year in money.years:
        names.append(year.year)
        cells.append(_cells(year.costs, year.money if year.accounts else None, split, money))
        for account in year.accounts:
            set_in.add(len(names))
            names.append(f"{account.number} {account.title}".strip())
            cells.append(_cells(None, account.money, split, money))
    names.append(text("money.total"))
    cells.append(_cells(money.costs, money.total, split, money))
    return Grid(heads, names, cells, frozenset(set_in))


def _split_columns(money: MeasureMoney) -> list[str]:
    """Who pays is a column where grants do; what nobody has divided among them, where there is such."""
    if not money.grants:
        return []
    return ["funded", "own", *(["unsaid"] if money.total.by_plan.unsaid else [])]


def _cells(costs: Decimal | None, money: Funded | None, split: Sequence[str], whole: MeasureMoney) -> list[str]:
    own = [costs] if whole.costs is not None else []
    used = [getattr(money.use, name) if money else None for name in _USE]
    paid = [getattr(money.by_plan, name) if money else None for name in split]
    return [german_amount(amount) if amount is not None else "–" for amount in (*own, *used, *paid)]


def _said_of(money: MeasureMoney) -> Iterator[str]:
    if money.grants:
        yield text("funding.basis")
        yield _spent(money.total.so_far, money.total.use.actual)
        if money.total.by_plan.unsaid or money.total.so_far.unsaid:
            shared = (grant for grant in money.grants if grant.shared_with)
            yield text("funding.unsaid.why", grants=", ".join(grant.id for grant in shared))
    yield from map(_formerly, money.former)
    if follow_up := money.follow_up:
        name = "funding.follow_up" if follow_up.end is None else "funding.follow_up.until"
        params = {"amount": german_amount(follow_up.amount), "begin": follow_up.begin, "end": follow_up.end}
        total = text("funding.follow_up.total", amount=german_amount(follow_up.total)) if follow_up.total else ""
        reason = f" – {' '.join(follow_up.reason.split())}" if follow_up.reason else ""
        yield f"{text(name, **params)}{total}{reason}"


def _formerly(former: FormerMoney) -> str:
    """What was meant for a measure that went over into this one, or into several."""
    use = {name: german_amount(getattr(former.use, name)) for name in _USE}
    others = text("funding.former.several", heirs=", ".join(former.heirs)) if len(former.heirs) > 1 else ""
    return text("funding.former", id=former.id, title=" ".join(former.title.split()), **use) + others


def _spent(split: Split, actual: Decimal) -> str:
    """What is spent so far, and who pays for it."""
    said = text(
        "funding.so_far", actual=german_amount(actual), funded=german_amount(split.funded), own=german_amount(split.own)
    )
    unsaid = text("funding.so_far.unsaid", amount=german_amount(split.unsaid)) if split.unsaid else ""
    return f"{said}{unsaid}."


# --- a grant -------------------------------------------------------------------------------------------------------


def called(grant: GrantMoney) -> str:
    """``Zuwendung für die Sprachmittlung 2024 (sprachmittlung-2024)``."""
    return f"{clean(grant.title)} ({grant.id})"


def conditions(grant: GrantMoney) -> list[str]:
    """What was granted, its share, its term and when the proof is due, as far as the file says so."""
    said = [text("funding.granted", amount=german_amount(grant.granted))]
    said += [text("funding.share", share=phrase(grant.share))] if grant.share is not None else []
    said += [term] if (term := term_of(grant)) else []
    said += [text("funding.proof", day=german_date(grant.proof_due))] if grant.proof_due else []
    return said


def term_of(grant: GrantMoney) -> str:
    """The term as people read it; either end may be open."""
    if grant.begin and grant.end:
        return f"{german_date(grant.begin)} – {german_date(grant.end)}"
    if grant.begin:
        return text("funding.from", day=german_date(grant.begin))
    return text("funding.until", day=german_date(grant.end)) if grant.end else ""


def grant_lines(money: GrantMoney, width: int) -> Iterator[Text]:
    """The section of a grant's sheet: what it pays at most by plan and so far, and of which lines."""
    yield Text(text("show.money"), style="bold")
    yield from _payments(money).lines(width)
    yield wrapped(rule_of(money).split(" "), width, margin=2, separator=" ")
    if money.lines:
        yield Text("")
        yield Text(text("funding.lines"), style="bold")
        yield from _of_lines(money).lines(width)


def grant_markdown(money: GrantMoney) -> str:
    """The same section as Markdown."""
    parts = [f"## {text('show.money')}", _payments(money).markdown(), escaped(rule_of(money))]
    parts += [f"## {text('funding.lines')}", _of_lines(money).markdown()] if money.lines else []
    return "\n\n".join(parts)


def _payments(money: GrantMoney) -> Grid:
    rows = ("costs", "eligible", "at_most", "own")
    both = (money.by_plan, money.so_far)
    return Grid(
        [text("funding.by_plan"), text("funding.by_now")],
        [text(f"funding.payment.{name}") for name in rows],
        [[_amount(payment, name) for payment in both] for name in rows],
    )


def _amount(payment: Payment, name: str) -> str:
    amount = getattr(payment, name)
    return german_amount(amount) if amount is not None else "–"


def rule_of(money: GrantMoney) -> str:
    """How what a grant pays is worked out, and where that is not said."""
    amount = german_amount(money.granted)
    if money.share is None:
        said = text("funding.rule.whole", amount=amount)
    else:
        said = text("funding.rule.share", share=phrase(money.share), amount=amount)
    if money.shared_with:
        said += " " + text("funding.unsaid.why", grants=", ".join((money.id, *money.shared_with)))
    return said


def _of_lines(money: GrantMoney) -> Grid:
    heads = [*(text(f"money.{name}") for name in _USE), text("funding.payment.eligible")]
    cells = [[*(getattr(line.use, name) for name in _USE), line.eligible] for line in money.lines]
    cells.append([*(getattr(money.use, name) for name in _USE), money.so_far.eligible])
    names = [*(line.name for line in money.lines), text("money.total")]
    return Grid(heads, names, [list(map(german_amount, row)) for row in cells])


# --- the grants below a table --------------------------------------------------------------------------------------


def with_grants(tables: Sequence[Table], grants: Sequence[GrantMoney], as_of: date, width: int) -> Iterator[Text]:
    """The screen of ``budget show``: the tables, below them the grants that they have rows of."""
    yield from lines(tables, as_of, width)
    if grants:
        yield Text("")
        yield from _conditions_of(grants, width)
    yield Text("")
    yield command("budget check", width)


def _conditions_of(grants: Sequence[GrantMoney], width: int) -> Iterator[Text]:
    """Each grant with its conditions, what it pays and what is left to the county."""
    yield Text(text("funding.grants"), style="bold")
    for grant in grants:
        yield hanging("", called(grant).split(" "), width, indent=2, separator=" ")
        yield hanging("", [*conditions(grant), *_outcome(grant)], width, indent=4)
    yield Text(wrapped(text("funding.all_years").split(" "), width, separator=" ").plain, style="dim")


def _outcome(grant: GrantMoney) -> Iterator[str]:
    plan, now = grant.by_plan, grant.so_far
    yield text("funding.pays", plan=german_amount(plan.at_most), now=german_amount(now.at_most))
    if plan.own is None or now.own is None:
        yield text("funding.own.unsaid", grants=", ".join(grant.shared_with))
    else:
        yield text("funding.leaves", plan=german_amount(plan.own), now=german_amount(now.own))


COLUMNS = ("granted", "share", "term", "proof", "at_most", "own", "at_most_now", "own_now")
"""What is said of a grant in a table of its own."""


def grant_heads() -> list[str]:
    """The names of ``COLUMNS``."""
    return [text(f"funding.column.{name}") for name in COLUMNS]


def grant_cells(grant: GrantMoney) -> list[str]:
    """What is said of a grant, in the order of ``COLUMNS``."""
    return [
        german_amount(grant.granted),
        f"{phrase(grant.share)} %" if grant.share is not None else "–",
        term_of(grant) or "–",
        german_date(grant.proof_due) if grant.proof_due else "–",
        *(_amount(payment, name) for payment in (grant.by_plan, grant.so_far) for name in ("at_most", "own")),
    ]


def grants_markdown(grants: Sequence[GrantMoney]) -> list[str]:
    """A table of the grants, for a document; nothing where there are none."""
    if not grants:
        return []
    rows = ([escaped(called(grant)), *grant_cells(grant)] for grant in grants)
    return [
        f"### {text('funding.grants')}",
        table([text("budget.by.grant"), *grant_heads()], rows),
        escaped(text("funding.all_years")),
    ]


def sheet_cells(key: str, grants: Sequence[GrantMoney]) -> list[Cell]:
    """The same beside a row of a spreadsheet; where several grants pay, one behind the other."""
    found = [grant for grant in grants if grant.id in key.split(BETWEEN_GRANTS)]
    if len(found) == 1:
        (grant,) = found
        payments = (grant.by_plan, grant.so_far)
        money = [getattr(payment, name) for payment in payments for name in ("at_most", "own")]
        said = [phrase(grant.share), term_of(grant), phrase(grant.proof_due)]
        return [grant.granted, *said, *money]
    each = [grant_cells(grant) for grant in found]
    return [BETWEEN_GRANTS.join(cells) for cells in zip(*each, strict=True)] if each else [None] * len(COLUMNS)
