"""The days that a report tells of: from which day on, and how that day was found."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ikonzept import values
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition

_YEAR = "(?!0000)[0-9]{4}"


class NotAPeriod(ValueError):
    """There is no such period; ``code`` says why."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Origin(StrEnum):
    """How the first day of a report was found."""

    IN_FORCE = "in_force"
    EDITION = "edition"
    YEAR = "year"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Period:
    """What happened from ``since`` to ``until``, both days with it."""

    since: date
    until: date
    origin: Origin
    edition: str | None = None
    """The edition that took effect on ``since``; of a year, the one of the same name that is not in force yet."""
    frozen_on: date | None = None
    """Where the concept is as a commit holds it, the day of that commit: of later days it knows nothing."""

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until

    def touches(self, year: str) -> bool:
        """Whether any day of a fiscal year lies in it."""
        return year.isdecimal() and self.since.year <= int(year) <= self.until.year

    @property
    def meant(self) -> str | None:
        """What a name meant that is both a year and an edition: ``edition`` or ``year``; ``None`` of any other."""
        if self.origin is Origin.YEAR:
            return "year" if self.edition else None
        named = self.origin is Origin.EDITION and self.edition is not None
        return "edition" if named and re.fullmatch(_YEAR, self.edition or "") else None

    @property
    def eve(self) -> date:
        """The day before its first: how things stood when it began."""
        return self.since - min(timedelta(days=1), self.since - date.min)


def period(concept: Concept, said: str | None, until: date, frozen_on: date | None = None) -> Period:
    """The period up to a day since what was said: an edition's id, a day or a year; else since the edition in force.

    A name means an edition first (``cli.md``, names): the day from which it is in force. A year means its 1 January.
    That first day belongs to the period. A concept as a commit holds it knows nothing after the day of the commit,
    ``frozen_on``: the period ends there. Raises ``NotAPeriod`` for what is none of these, and where it has no day.
    """
    last = min(until, frozen_on) if frozen_on else until
    found = _since_edition_in_force(concept, last, frozen_on) if said is None else _said(concept, said.strip(), last)
    if found.since > last:
        name = "report-frozen" if frozen_on == last else "report-no-day"
        raise NotAPeriod(name, since=found.since, until=last)
    return replace(found, frozen_on=frozen_on)


def _since_edition_in_force(concept: Concept, until: date, frozen_on: date | None) -> Period:
    edition = concept.edition_in_force(until)
    if edition is None or edition.in_force_from is None:
        name = "report-frozen-first" if frozen_on == until else "report-no-edition"
        raise NotAPeriod(name, until=until, example=_example(until))
    return Period(edition.in_force_from, until, Origin.IN_FORCE, edition.id)


def _said(concept: Concept, said: str, until: date) -> Period:
    edition = concept.editions.get(said)
    if edition and (start := _in_force(edition, until)):
        return Period(start, until, Origin.EDITION, edition.id)
    if re.fullmatch(_YEAR, said):
        return Period(date(int(said), 1, 1), until, Origin.YEAR, edition.id if edition else None)
    if edition:
        raise NotAPeriod("report-edition-open", name=edition.id, until=until, example=_example(until))
    try:
        return Period(values.day(said), until, Origin.DAY)
    except values.NotAValue as problem:
        if problem.code == "date-unknown":
            raise NotAPeriod("report-since-day", value=said) from None
        known = tuple(name for name, item in concept.editions.items() if _in_force(item, until))
        raise NotAPeriod("report-since", value=said, known=known or ("–",)) from None


def _in_force(edition: Edition, until: date) -> date | None:
    """The day from which an edition is in force, where that is not after the report."""
    start = edition.in_force_from
    return start if start and start <= until else None


def _example(until: date) -> date:
    """A day from which one could report."""
    return date(max(until.year - 1, 1), 7, 1)
