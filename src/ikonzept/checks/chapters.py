"""Text chapters can be read, printed and followed."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
