"""The money of each fiscal year: by account with a chart, then by measure."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from ikonzept.model.words import BudgetState, Status
from ikonzept.render.budget.overview import SELECTED, amounts, columns, phrases, share
from ikonzept.render.sachstand.blocks import Block, Figure, Grid, Heading, Own, Said, Section
from ikonzept.render.sachstand.charts import Part, bars
from ikonzept.render.sachstand.words import day, euro
from ikonzept.reports.budget.sums import AccountSum, Use
from ikonzept.reports.sachstand.measures import MeasureProgress
from ikonzept.reports.sachstand.money import MeasureMoney, YearMoney
from ikonzept.reports.sachstand.report import Report
from ikonzept.texts import text
from ikonzept.values import german_amount


def money(report: Report) -> Iterator[Section]:
    """The fiscal years of the period; a year without accounts, or without anything for what is chosen, is left out."""
    blocks = [block for year in report.money for block in _year(report, year)]
    if blocks:
        lead = Said(text("report.money.lead", day=day(report.period.until)))
        yield Section("mittel", text("report.money"), (lead, *blocks, *_gone(report)))


def _year(report: Report, year: YearMoney) -> Iterator[Block]:
    accounts = [row for row in year.accounts.accounts if row.selected is None or row.selected != Use()]
    measures = [(one, used) for one in _measures(report) for used in one.money if used.year == year.accounts.year]
    if not accounts and not measures:
        return
    yield Heading(text("report.year.closed" if year.rest else "report.year", year=year.accounts.year))
    if year.accounts.state is not BudgetState.ADOPTED:
        yield Said(text(f"money.state.{year.accounts.state.name.lower()}"))
    if accounts:
        yield _by_account(year, accounts, report.period.until)
        yield from left_over(year)
    if measures:
        yield _by_measure(year, measures)


def left_over(year: YearMoney) -> Iterator[Said]:
    """What became of what a closed year did not use; a selection has no part of its own in that."""
    if year.rest and year.rest.unspent > 0 and year.accounts.total.selected is None:
        name = "report.money.rest" if year.rest.carried is None else "report.money.rest.known"
        carried, lapsed = year.rest.carried or Decimal(0), year.rest.lapsed or Decimal(0)
        amounts = {"unspent": euro(year.rest.unspent), "carried": euro(carried), "lapsed": euro(lapsed)}
        yield Said(text(name, **amounts))


def _gone(report: Report) -> Iterator[Said]:
    """Of each measure with money that has gone over into another, once: that its money stays its own."""
    for one in _measures(report):
        if one.money and one.status is Status.MERGED and one.went_into:
            yield Said(text("report.money.gone", id=one.id, into=", ".join(heir.id for heir in one.went_into)))


def _measures(report: Report) -> Iterator[MeasureProgress]:
    yield from sorted((one for field in report.fields for one in field.measures), key=lambda one: one.id)


def _by_account(year: YearMoney, accounts: Sequence[AccountSum], until: date) -> Figure:
    """What each account may spend, or of a selection what it planned, and how much of it is used."""
    selected = year.accounts.total.selected is not None
    name = "report.chart.selected" if selected else "report.chart.accounts"
    closed = "" if year.rest is None else ".closed"
    left = text("report.part.unused" if selected else f"report.part.left{closed}")
    kinds = [("actual", text("report.part.actual")), ("committed", text("report.part.committed")), ("left", left)]
    rows = [(_name(row), _shown(row), _parts(row)) for row in accounts]
    title = text(name, year=year.accounts.year)
    heads = tuple(text(f"money.{column}") for column in (SELECTED if selected else columns(year.accounts, until)))
    total = year.accounts.total
    grid = Grid(
        title,
        (text("money.account"), *heads, *(() if selected else (text("budget.used"),))),
        tuple((Own(_name(row)), *_cells(row, year)) for row in accounts),
        (text("money.total"), *_cells(total, year)) if len(accounts) > 1 else (),
    )
    return Figure(f"konten-{year.accounts.year}", title, bars(text(f"{name}.said"), rows, kinds), grid)


def _name(row: AccountSum) -> str:
    return f"{row.number} {row.title}".strip()


def _whole(row: AccountSum) -> Decimal:
    return row.selected.planned if row.selected else row.authorisation


def _shown(row: AccountSum) -> str:
    """The whole, and by how much more is used than there is."""
    whole, left = german_amount(_whole(row)), _left(row)
    return text("report.part.over", whole=whole, amount=german_amount(-left)) if left < 0 else whole


def _use_of(row: AccountSum) -> Use:
    return row.selected or Use(row.planned, row.committed, row.actual)


def _left(row: AccountSum) -> Decimal:
    use = _use_of(row)
    return _whole(row) - use.committed - use.actual


def _parts(row: AccountSum) -> list[Part]:
    use = _use_of(row)
    sizes = (("actual", use.actual), ("committed", use.committed), ("left", _left(row)))
    return [(kind, amount, german_amount(amount)) for kind, amount in sizes]


def _cells(row: AccountSum, year: YearMoney) -> tuple[str, ...]:
    if row.selected is not None:
        return tuple(map(german_amount, amounts(row)))
    return (*phrases(row, year.accounts.state), share(row.share))


def _by_measure(year: YearMoney, measures: Sequence[tuple[MeasureProgress, MeasureMoney]]) -> Grid:
    """What each measure planned, committed and spent, then all else the year paid for."""
    rows = [(Own(f"{one.id} {one.title}"), *_use(used.planned, used.committed, used.actual)) for one, used in measures]
    other, own = year.other, year.measures
    if other != Use():
        rows.append((text("report.money.other"), *_use(other.planned, other.committed, other.actual)))
    whole = own + other
    return Grid(
        text("report.money.measures", year=year.accounts.year),
        (text("status.measure"), *(text(f"money.{name}") for name in ("planned", "committed", "actual"))),
        tuple(rows),
        (text("money.total"), *_use(whole.planned, whole.committed, whole.actual)) if len(rows) > 1 else (),
    )


def _use(*found: Decimal) -> tuple[str, ...]:
    return tuple(map(german_amount, found))
