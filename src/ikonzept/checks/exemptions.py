"""Exemptions are needed and have not expired."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
