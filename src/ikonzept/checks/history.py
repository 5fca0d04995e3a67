"""A measure's history and lineage hold together."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
