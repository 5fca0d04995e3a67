"""What a grant pays: within its term, and its share of what is planned."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, warning
from ikonzept.model.fiscal_year import BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.words import BookingKind, Noun
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.funding import eligible_plan, share_of


def grant_outside_term(case: Case) -> Iterator[Finding]:
    """What is paid of a line that a grant names lies within its term; else the Verwendungsnachweis leaves it out.

    Where several grants pay for a line, one of them that pays on that day is enough. Refunds are left alone.
    """
    for line in case.concept.budget_lines.values():
        grants = [grant for grant in case.concept.grants.values() if line.id in grant.lines]
        for booking in line.bookings if grants else ():
            is_paid = booking.kind is BookingKind.ACTUAL and booking.amount > 0 and booking.date <= case.as_of
            if is_paid and not any(grant.pays_on(booking.date) for grant in grants):
                term = grants[0].term
                yield warning(
                    "grant-outside-term",
                    case.concept.place(booking, "date"),
                    id=line.id,
                    grant=grants[0].id,
                    day=booking.date,
                    amount=booking.amount,
                    begin=(term.begin if term else None) or "…",
                    end=(term.end if term else None) or "…",
                )


def grant_above_share(case: Case) -> Iterator[Finding]:
    """What was granted is no more than the grant's share of what its lines plan, or less of it will be paid.

    Where its term reaches into years without a budget, or one cannot be read, nobody knows yet what they will plan.
    """
    if any(path.startswith(f"{Noun.FISCAL_YEAR.folder}/") for path in case.unreadable):
        return
    for grant in case.concept.grants.values():
        lines = list(_named_lines(case, grant))
        if grant.share is None or not lines or len(lines) < len(set(grant.lines)) or not _is_whole(case, grant):
            continue
        planned = sum((eligible_plan(grant, year, line) for year, line in lines), start=ZERO)
        expected = share_of(grant, planned)
        if grant.amount > expected:
            yield warning(
                "grant-above-share",
                case.concept.place(grant, "amount"),
                share=grant.share,
                planned=planned,
                expected=expected,
                actual=grant.amount,
                difference=grant.amount - expected,
            )


def _named_lines(case: Case, grant: Grant) -> Iterator[tuple[FiscalYear, BudgetLine]]:
    wanted = set(grant.lines)
    for year in case.concept.fiscal_years.values():
        yield from ((year, line) for line in year.lines if line.id in wanted)


def _is_whole(case: Case, grant: Grant) -> bool:
    """Whether every year of a grant's term has a budget; one without a term is what its lines are."""
    if grant.term is None:
        return True
    begin, end = grant.term.begin, grant.term.end
    if begin is None or end is None:
        return False
    return all(str(year) in case.concept.fiscal_years for year in range(begin.year, end.year + 1))


CHECKS: tuple[Check, ...] = (grant_outside_term, grant_above_share)
