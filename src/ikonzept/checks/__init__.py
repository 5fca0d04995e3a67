"""Case → findings: one generator function per rule, one file per topic, listed here by hand."""

from ikonzept.checks import references
from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding

CHECKS: tuple[Check, ...] = (*references.CHECKS,)


def run(case: Case) -> list[Finding]:
    """The findings of all rules, in the order of the rules."""
    return [finding for check in CHECKS for finding in check(case)]
