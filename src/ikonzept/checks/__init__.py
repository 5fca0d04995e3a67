"""Case → findings: one generator function per rule, one file per topic, listed here by hand."""

from collections.abc import Iterable

from ikonzept.checks import (
    adopted,
    attachments,
    authorisations,
    bookings,
    budget,
    carry,
    chapters,
    costs,
    council,
    dates,
    editions,
    exemptions,
    figures,
    files,
    funding,
    goals,
    history,
    papers,
    references,
    results,
    spoken,
)
from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *budget.CHECKS,
    *authorisations.CHECKS,
    *bookings.CHECKS,
    *carry.CHECKS,
    *adopted.CHECKS,
    *costs.CHECKS,
    *funding.CHECKS,
    *dates.CHECKS,
    *history.CHECKS,
    *goals.CHECKS,
    *editions.CHECKS,
    *council.CHECKS,
    *results.CHECKS,
    *spoken.CHECKS,
    *papers.CHECKS,
    *figures.CHECKS,
    *files.CHECKS,
    *attachments.CHECKS,
    *chapters.CHECKS,
    *exemptions.CHECKS,
)


def run(case: Case, found: Iterable[Finding] = ()) -> list[Finding]:
    """The findings of all rules, after those that the loader found, without what an exemption accepts."""
    findings = [*found, *(finding for check in _checks(case) for finding in check(case))]
    kept, suppressed = exemptions.apply(findings, case.concept, case.as_of)
    return [*kept, *exemptions.unused(case, suppressed)]


def _checks(case: Case) -> tuple[Check, ...]:
    """All rules; those that compare with an earlier state are loaded only where there is one."""
    if case.since is None:
        return CHECKS
    from ikonzept.checks import since

    return (*CHECKS, *since.CHECKS)
