"""Enclosures are there and unaltered."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
