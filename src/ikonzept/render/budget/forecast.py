"""A forecast on the screen: for each account what is spent, what is expected, and a small chart of the months."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.text import Text

from ikonzept.render import data
from ikonzept.render.terminal import clean, ends, shorten, wrapped
from ikonzept.reports.budget.forecast import Forecast
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date

_STEPS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class ForecastDocument:
    """The JSON of ``budget forecast``."""

    as_of: date
    year: str
    accounts: tuple[Forecast, ...]


def as_json(found: Sequence[Forecast], year: str, as_of: date) -> str:
    """Every account with its figures, what they rest on, and its months."""
    return data.document("budget-forecast", ForecastDocument(as_of, year, tuple(found)))


def lines(found: Sequence[Forecast], year: str, as_of: date, width: int) -> Iterator[Text]:
    """A block for each account."""
    yield ends(
        Text(text("forecast.title", year=year), style="bold"), text("status.as_of", day=german_date(as_of)), width
    )
    for one in found:
        yield Text("")
        yield Text(shorten(clean(f"{one.account} {one.title}".strip()), width), style="bold")
        if one.months:
            caption = text("forecast.chart")
            yield Text(f"  {chart(one)}").append(f"  {caption}" if len(caption) + 16 <= width else "", style="dim")
        yield from _said(one, width)


def _said(one: Forecast, width: int) -> Iterator[Text]:
    amounts = {
        "actual": german_amount(one.actual),
        "committed": german_amount(one.committed),
        "authorisation": german_amount(one.authorisation),
        "n": one.payments,
    }
    sentences = [text("forecast.now", **amounts)]
    if one.expected is None:
        sentences.append(text(f"forecast.{one.basis}", **amounts))
    else:
        sentences.append(text(f"forecast.{one.basis}", expected=german_amount(one.expected), **amounts))
    if one.left is not None:
        key = "forecast.left" if one.left >= 0 else "forecast.missing"
        sentences.append(text(key, amount=german_amount(abs(one.left))))
    for sentence in sentences:
        yield Text(wrapped(sentence.split(" "), width, margin=2, separator=" ").plain)


def chart(one: Forecast) -> str:
    """Twelve months: what was spent by the end of each, of what may be spent; months to come are dots."""
    most = max([one.authorisation, *one.months, one.expected or Decimal(0)])
    return "".join(_step(spent, most) for spent in one.months).ljust(12, "·")


def _step(spent: Decimal, most: Decimal) -> str:
    """A column; nothing at all is a point on the line."""
    if most <= 0 or spent <= 0:
        return "_"
    return _STEPS[min(len(_STEPS) - 1, int(spent * len(_STEPS) / most))]
