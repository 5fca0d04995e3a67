"""What a rule finds and what it does not: told by ``explain``, run by the tests."""

from typing import NamedTuple

from ikonzept.findings import Severity


class Example(NamedTuple):
    """Files laid over a small valid concept, each beginning with a line ``=== path``.

    ``wrong`` is found by the rule and by no other, at ``at`` (``path:line:column``); ``right`` is found by none.
    """

    severity: Severity
    wrong: str
    at: str
    right: str
