"""The rules that compare with an earlier state (``check --since``): what may not change any more."""

from ikonzept.checks import since_editions, since_files, since_history, since_ids, since_numbers, since_years
from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = (
    *since_ids.CHECKS,
    *since_files.CHECKS,
    *since_numbers.CHECKS,
    *since_history.CHECKS,
    *since_editions.CHECKS,
    *since_years.CHECKS,
)
