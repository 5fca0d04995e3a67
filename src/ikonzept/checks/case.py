"""What a check looks at: the concept, the day, the files, and the concept at another moment if there is one."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ikonzept import loader
from ikonzept.findings import Finding
from ikonzept.model.concept import Concept
from ikonzept.model.words import MANIFEST, EditionStatus, Kind
from ikonzept.sources import Source


class Former(NamedTuple):
    """What an id named before: a thing of a kind (a guiding question is its text), and the file in which it stood."""

    kind: Kind
    thing: Any
    path: str


@dataclass(frozen=True)
class Since:
    """The state since which is compared, read as far as the files now differ from it (``check --since``).

    ``former``, ``steps`` and ``meanwhile`` are what only git tells; without it they are empty.
    """

    concept: Concept
    """What ``konzept.yaml`` and the files that differ held there; what is the same on both sides is not in it."""
    files: Mapping[str, str]
    """Of the files that differ, those that were there, with their kinds."""
    unreadable: frozenset[str]
    """Those of them that could not be read there: what they held is unknown, not missing."""
    changed: frozenset[str]
    """The files that differ, come and gone ones included."""
    commit: str
    """What to call that state in a line for git."""
    name: str = ""
    """By which name it was asked for: a branch, a tag, an edition."""
    former: Mapping[str, Former] = field(default_factory=dict)
    """Ids that are new now but named something before that state, which has been deleted since."""
    steps: Mapping[str, frozenset[EditionStatus]] = field(default_factory=dict)
    """The words of status that the commits since then hold, by edition; only where one seems to be skipped."""
    meanwhile: Mapping[str, Former] = field(default_factory=dict)
    """Ids of new files that the branch asked for has given too, since the two went apart, and what it calls by them."""


def state_since(there: Source, changed: Collection[str], commit: str, name: str = "") -> Since:
    """That state, as far as these files differ from it."""
    read = loader.load(there.some({*changed, MANIFEST}))
    files = {path: kind for path, kind in read.files.items() if path in changed}
    return Since(read.concept, files, read.unreadable, frozenset(changed), commit, name)


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
    since: Since | None = None
    """The state with which rules about what may never change compare; ``None`` where none was asked for."""


Check = Callable[[Case], Iterator[Finding]]
