"""What a check looks at: the concept, the day, the files, and the concept at another moment if there is one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ikonzept.findings import Finding
from ikonzept.model.concept import Concept


@dataclass(frozen=True)
class Case:
    """Everything a rule may ask; rules are pure and never write."""

    concept: Concept
    as_of: date
    files: Mapping[str, str]
    """Every file with its kind (``file``, ``link``, ``other``; ``folder`` for one with a mistyped name)."""
    unreadable: frozenset[str] = frozenset()
    """Files that exist but could not be read: what they hold is unknown, not missing."""
    earlier: Concept | None = None
    """The budgets that the edition in force was adopted with; ``None`` where git does not tell."""
    checksums: Mapping[str, str | OSError] = field(default_factory=dict)
    """The SHA-256 of the enclosures for which a Vorlage gives one, or why one cannot be read."""


Check = Callable[[Case], Iterator[Finding]]
