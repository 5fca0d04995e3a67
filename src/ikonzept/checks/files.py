"""Files lie where they belong and every id is used once."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
