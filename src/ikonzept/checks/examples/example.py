"""What a rule finds and what it does not: told by ``explain``, run by the tests."""

from collections.abc import Mapping
from typing import NamedTuple

from ikonzept.findings import Severity


class Example(NamedTuple):
    """Files laid over a small valid concept, each beginning with a line ``=== path``.

    ``wrong`` is found by the rule and by no other, at ``at`` (``path:line:column``); ``right`` is found by none.
    What no text can hold (a link, another encoding) is told in words instead (``Explained``): then both are empty and
    ``params`` are what the finding would say.
    ``before`` is the earlier state with which a rule compares, laid over the same concept; what it has and ``wrong``
    has not is deleted. Only such a rule has one.
    """

    severity: Severity
    wrong: str
    at: str
    right: str
    params: Mapping[str, object] | None = None
    before: str | None = None
