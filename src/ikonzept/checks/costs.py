"""What a Vorlage says it costs against the budget, and what is planned for measures."""

from collections.abc import Iterator

from ikonzept.checks.authorisations import share_of
from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Share, error, info, warning
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.paper import Paper, paper_id
from ikonzept.model.words import Status
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.cover import last_of
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.funding import costs_by_year
from ikonzept.reports.budget.sums import available_on


def paper_split_differs(case: Case) -> Iterator[Finding]:
    """What a Vorlage splits over its accounts is together its Kosten."""
    for paper in case.concept.papers.values():
        amounts = [account.amount for account in paper.accounts if account.amount is not None]
        if paper.costs is None or not amounts or len(amounts) < len(paper.accounts):
            continue
        total = sum(amounts, start=ZERO)
        if total != paper.costs:
            shares = (
                Share(str(account.number), account.amount or ZERO, case.concept.place(account, "amount"))
                for account in paper.accounts
            )
            yield error(
                "paper-split-differs",
                case.concept.place(paper, "costs"),
                expected=paper.costs,
                actual=total,
                difference=abs(paper.costs - total),
            ).made_by(*shares)


def paper_exceeds_available(case: Case) -> Iterator[Finding]:
    """What is said to lie within the budget was available in its accounts on the day of the Vorlage."""
    for paper, year in _with_year(case):
        if not paper.in_budget or not paper.costs or not paper.date:
            continue
        found = {id(one): one for named in paper.accounts if (one := year.account_meant(named.number))}
        if not found or len(found) < len(paper.accounts):
            continue
        available = sum((available_on(year, account, paper.date) for account in found.values()), start=ZERO)
        if paper.costs > available:
            yield error(
                "paper-exceeds-available",
                case.concept.place(paper, "costs"),
                expected=available,
                actual=paper.costs,
                difference=paper.costs - available,
                accounts=tuple(str(account.number) for account in found.values()),
                day=paper.date,
            )


def paper_without_excess(case: Case) -> Iterator[Finding]:
    """What does not lie within the budget is über- or außerplanmäßig: a Mehrbedarf names the Vorlage and its cover."""
    for paper, year in _with_year(case):
        if paper.in_budget is not False or not paper.costs:
            continue
        excesses = [
            excess
            for account in year.accounts
            for excess in account.excesses
            if paper_id(excess.paper or "") == paper.id
        ]
        granted = sum((excess.amount for excess in excesses), start=ZERO)
        place = case.concept.place(paper, "in_budget")
        if granted < paper.costs:
            params = {"expected": paper.costs, "actual": granted, "difference": paper.costs - granted}
            yield error("paper-without-excess", place, number=paper.printed, year=year.id, **params)
        elif granted > paper.costs:
            params = {"expected": paper.costs, "actual": granted, "difference": granted - paper.costs}
            yield warning("excess-exceeds-paper", place, number=paper.printed, year=year.id, **params)
        for excess in excesses:
            if not excess.cover:
                yield error("excess-without-cover", case.concept.place(excess, "amount"), number=paper.printed)


def _with_year(case: Case) -> Iterator[tuple[Paper, FiscalYear]]:
    """Every Vorlage with the fiscal year that it is about, where that has a file."""
    for paper in case.concept.papers.values():
        year = case.concept.fiscal_years.get(paper.budget_year or "")
        if year is not None:
            yield paper, year


# --- measures ------------------------------------------------------------------------------------------------------

_ENDED = frozenset((Status.DROPPED, Status.MERGED, Status.TRANSFERRED))
_RUNNING = frozenset((Status.STARTED, Status.IN_PROGRESS, Status.ADVANCED))


def money_on_ended_measure(case: Case) -> Iterator[Finding]:
    """Money that is planned for a measure that nobody pursues any more is free for something else."""
    for year in case.concept.fiscal_years.values():
        if year.closed_on and year.closed_on <= case.as_of:
            continue
        for line in year.lines:
            measure = case.concept.measures.get(line.measure or "")
            status = measure.status_on(case.as_of) if measure else None
            use = sums.use(line, case.as_of)
            left = line.planned - use.committed - use.actual
            if measure and status in _ENDED and left > 0:
                place = case.concept.place(line, "measure")
                yield warning("money-on-ended-measure", place, id=line.id, measure=measure.id, status=status, left=left)


def measure_without_budget(case: Case) -> Iterator[Finding]:
    """A measure that runs has a line in some budget, if it costs anything; without budgets nobody is asked."""
    paid = {line.measure for year in case.concept.fiscal_years.values() for line in year.lines}
    if not paid:
        return
    for measure in case.concept.measures.values():
        if measure.id not in paid and measure.status_on(case.as_of) in _RUNNING:
            yield info("measure-without-budget", case.concept.place(measure, "title"), id=measure.id)


def measure_costs_exceeded(case: Case) -> Iterator[Finding]:
    """What the lines of a year plan for a measure lies within what it is to cost in that year, where it says so."""
    for measure in case.concept.measures.values():
        for name, costs in costs_by_year(measure).items():
            year = case.concept.fiscal_years.get(name)
            lines = [line for line in year.lines if line.measure == measure.id] if year else []
            planned = sum((line.planned for line in lines), start=ZERO)
            if lines and planned > costs:
                shares = (share_of(case, line, amount) for line, amount in last_of(lines, planned - costs))
                yield warning(
                    "measure-costs-exceeded",
                    case.concept.place(lines[-1], "planned"),
                    id=measure.id,
                    year=name,
                    expected=costs,
                    actual=planned,
                    difference=planned - costs,
                ).made_by(*shares)


CHECKS: tuple[Check, ...] = (
    paper_split_differs,
    paper_exceeds_available,
    paper_without_excess,
    money_on_ended_measure,
    measure_without_budget,
    measure_costs_exceeded,
)
