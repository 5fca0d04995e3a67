"""Days are in a possible order."""

from collections.abc import Iterator
from datetime import date

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, warning
from ikonzept.model.concept import Concept
from ikonzept.model.fields import Record
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.grant import FundingPeriod
from ikonzept.model.measure import Term
from ikonzept.model.words import EditionStatus

_YEAR_LENGTH = 4


def end_before_begin(case: Case) -> Iterator[Finding]:
    """The Laufzeit of a measure or a grant ends on the day it begins or later, Folgekosten in the year they begin."""
    for term in _terms(case.concept):
        if term and term.begin and term.end and term.end < term.begin:
            yield error("end-before-begin", case.concept.place(term, "end"), begin=term.begin, end=term.end)
    for measure in case.concept.measures.values():
        costs = measure.follow_up_costs
        if costs and costs.end is not None and costs.end < costs.begin:
            yield error("end-before-begin", case.concept.place(costs, "end"), begin=costs.begin, end=costs.end)


def _terms(concept: Concept) -> Iterator[Term | FundingPeriod | None]:
    yield from (measure.term for measure in concept.measures.values())
    yield from (grant.term for grant in concept.grants.values())


def entry_after_as_of(case: Case) -> Iterator[Finding]:
    """What is recorded as having happened carries no date after the day asked for."""
    for record, field, day in _recorded(case.concept):
        if day > case.as_of:
            yield warning("entry-after-as-of", case.concept.place(record, field), date=day, as_of=case.as_of)


def _recorded(concept: Concept) -> Iterator[tuple[Record, str, date]]:
    """Every record of something that happened, the field of its date, and the date."""
    for measure in concept.measures.values():
        for entry in measure.history:
            yield entry, "date", entry.date
    for year in concept.fiscal_years.values():
        yield from _recorded_in(year)
    for event in concept.events.values():
        for submission in event.submissions:
            if submission.weighing and submission.weighing.date:
                yield submission.weighing, "date", submission.weighing.date
    for edition in concept.editions.values():
        if edition.adopted_on and edition.status is EditionStatus.ADOPTED:
            yield edition, "adopted_on", edition.adopted_on


def _recorded_in(year: FiscalYear) -> Iterator[tuple[Record, str, date]]:
    for line in year.lines:
        for booking in line.bookings:
            yield booking, "date", booking.date
    for transfer in year.transfers:
        yield transfer, "date", transfer.date
    if year.closed_on:
        yield year, "closed_on", year.closed_on


def weighing_before_event(case: Case) -> Iterator[Finding]:
    """A submission is weighed on the day of its event or later."""
    for event in case.concept.events.values():
        for submission in event.submissions:
            weighing = submission.weighing
            if weighing and weighing.date and weighing.date < event.date:
                place = case.concept.place(weighing, "date")
                yield error("weighing-before-event", place, date=weighing.date, event=event.date)


def effective_before_adopted(case: Case) -> Iterator[Finding]:
    """An edition takes effect on the day of its decision or later."""
    for edition in case.concept.editions.values():
        if edition.adopted_on and edition.effective_from and edition.effective_from < edition.adopted_on:
            place = case.concept.place(edition, "effective_from")
            yield warning(
                "effective-before-adopted", place, effective=edition.effective_from, adopted=edition.adopted_on
            )


def closed_before_year_end(case: Case) -> Iterator[Finding]:
    """A fiscal year, which is a calendar year, is closed on its last day at the earliest (§ 128 (1) NKomVG)."""
    for year in case.concept.fiscal_years.values():
        if not year.closed_on or len(year.id) != _YEAR_LENGTH or not year.id.isdecimal():
            continue
        if year.closed_on.isoformat() < f"{year.id}-12-31":
            place = case.concept.place(year, "closed_on")
            yield error("closed-before-year-end", place, year=year.id, closed=year.closed_on)


def next_due_before_effective(case: Case) -> Iterator[Finding]:
    """The next Fortschreibung is due after this one takes effect."""
    for edition in case.concept.editions.values():
        start = edition.effective_from or edition.adopted_on
        if start and edition.next_due and edition.next_due.last_day < start:
            place = case.concept.place(edition, "next_due")
            yield warning("next-due-before-effective", place, due=edition.next_due, effective=start)


def funding_proof_before_end(case: Case) -> Iterator[Finding]:
    """The Verwendungsnachweis is due when the grant's term has ended (§ 44 LHO and the terms of the grant)."""
    for grant in case.concept.grants.values():
        end = grant.term.end if grant.term else None
        if grant.proof_due and end and grant.proof_due < end:
            place = case.concept.place(grant, "proof_due")
            yield warning("funding-proof-before-end", place, due=grant.proof_due, end=end)


CHECKS: tuple[Check, ...] = (
    end_before_begin,
    entry_after_as_of,
    weighing_before_event,
    effective_before_adopted,
    closed_before_year_end,
    next_due_before_effective,
    funding_proof_before_end,
)
