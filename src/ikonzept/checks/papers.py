"""What a Vorlage says of money, relevance and responsibility."""

from ikonzept.checks.case import Check

CHECKS: tuple[Check, ...] = ()
