"""A Vorlage goes its way through the committees as the law says."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
