"""Goals are numbered for good, assessed when they end, and continued."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
