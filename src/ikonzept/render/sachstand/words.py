"""Words that every part of the report uses: days, steps, measures by name, amounts."""

from datetime import date
from decimal import Decimal

from ikonzept.model.words import Status
from ikonzept.render.sachstand.blocks import Own
from ikonzept.reports.sachstand.measures import Named
from ikonzept.reports.sachstand.period import Period
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date, german_number

NOTHING = "–"


def day(value: date | None) -> str:
    """A day as people read it; nothing for none."""
    return german_date(value) if value else ""


def euro(value: Decimal) -> str:
    """``1.250,00 €``."""
    return f"{german_amount(value)} €"


def used(planned: Decimal, committed: Decimal, actual: Decimal) -> str:
    """``geplant 450,00 €, gebunden 400,00 €, Ist 0,00 €``; where nothing is committed, nothing is said of it."""
    amounts = (("planned", planned), ("committed", committed), ("actual", actual))
    said = (f"{text(f'money.{name}')} {euro(amount)}" for name, amount in amounts if amount or name != "committed")
    return ", ".join(said)


def percent(value: Decimal) -> str:
    """``+5,4 %``, ``−20,8 %``, ``0,0 %``."""
    return f"{'+' if value > 0 else ''}{german_number(value)} %"


def step(left: Status | None, entered: Status | None) -> Own:
    """``geplant → begonnen``; nothing where the status stayed."""
    if entered is None:
        return Own("")
    return Own(f"{left} → {entered}" if left else entered.value)


def named(things: tuple[Named, ...]) -> Own:
    """``M-004 Begleitung, M-009 Lotsendienst``."""
    return Own(", ".join(f"{thing.id} {thing.title}" for thing in things))


def anchor(measure: str) -> str:
    """The place of a measure on the page."""
    return f"m-{measure}"


def since(period: Period) -> str:
    """The day on which the period begins, as it stands in sentences."""
    return german_date(period.since)


def joined(said: list[str]) -> str:
    """``2023``, ``2023 und 2024``, ``2022, 2023 und 2024``."""
    *before, last = said
    return text("report.and", before=", ".join(before), last=last) if before else last
