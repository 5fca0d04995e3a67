"""Case → findings: one generator function per rule, one file per topic, listed here by hand."""

from ikonzept.checks import (
    attachments,
    chapters,
    council,
    dates,
    editions,
    exemptions,
    files,
    goals,
    history,
    papers,
    references,
)
from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *dates.CHECKS,
    *history.CHECKS,
    *goals.CHECKS,
    *editions.CHECKS,
    *council.CHECKS,
    *papers.CHECKS,
    *files.CHECKS,
    *attachments.CHECKS,
    *chapters.CHECKS,
    *exemptions.CHECKS,
)


def run(case: Case) -> list[Finding]:
    """The findings of all rules, in the order of the rules."""
    return [finding for check in CHECKS for finding in check(case)]
