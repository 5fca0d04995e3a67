"""What a row of a table that came back can be: what was typed, a change, a conflict, a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ikonzept.edits.measure import NewMeasure, NewStatusEntry
from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import Outlook, TableColumn
from ikonzept.reports.measure_table import Value, Vocabulary


@dataclass(frozen=True, slots=True)
class Unread:
    """What a cell says and its column cannot mean: ``table.<code>``."""

    said: str
    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entered:
    """A row as it came back: its number in the table, and the cells that say something, or cannot say it (``None``)."""

    number: int
    cells: Mapping[TableColumn, Value | Unread]

    def text(self, column: TableColumn) -> str | None:
        """A cell as text; ``None`` where nothing is said, or nothing that can be read."""
        said = self.cells.get(column)
        return said if isinstance(said, str) else None

    @property
    def names_one(self) -> bool:
        """Whether it says which measure it is of."""
        return TableColumn.ID in self.cells


class Problem(NamedTuple):
    """Why nothing of a table may be taken over: ``table.<code>``, and the cell."""

    code: str
    row: int
    column: TableColumn
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """What a row brings to a measure that there is."""

    row: int
    measure: Measure
    entry: NewStatusEntry | None
    outlook: Outlook | None


class Differing(NamedTuple):
    """A cell of a conflict: what stands in the file, and what in the table."""

    column: TableColumn
    in_file: str | date | None
    in_table: str | date | None


class Changed(NamedTuple):
    """What a file said when its row went out, and says now."""

    column: TableColumn
    before: str | date | None
    now: str | date | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row whose file has changed since it went out, or a row without ``Stand`` that says something else."""

    row: int
    measure: Measure
    cells: tuple[Differing, ...]
    went_out: bool
    stamp: str | None = None
    """That of the file when the row went out."""
    changed: tuple[Changed, ...] | None = None
    """What has changed in the file since, as far as the table holds it; ``None`` where that is not known."""


@dataclass(slots=True)
class Judgement:
    """What a whole table means."""

    unchanged: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    new: list[tuple[int, NewMeasure]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """What a table is held against."""

    concept: Concept
    vocabulary: Vocabulary
    stamps: Mapping[str, str]
    """Those of the measures' files as they are, by the measure's id."""
    papers: frozenset[str]
    """The ids of the Vorlagen that there are."""
    unreadable: frozenset[str]
    """The ids of measures whose file cannot be read."""
    as_of: date
    takes_similar: bool = False
    """Whether a new measure may be called nearly as one that there is."""
