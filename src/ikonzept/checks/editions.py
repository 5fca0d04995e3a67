"""The chain of editions, and that the text answers its guiding questions."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
