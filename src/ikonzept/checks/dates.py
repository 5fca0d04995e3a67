"""Days are in a possible order."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
