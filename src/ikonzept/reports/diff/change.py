"""What changed between two states of a concept, as facts: what happened to each thing and which fields differ."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any

from ikonzept.findings import Place
from ikonzept.model.fields import Part
from ikonzept.prose.texts import Block
from ikonzept.prose.texts import Change as BlockChange
from ikonzept.prose.words import Piece


class Fact(StrEnum):
    """What happened to a thing; one thing can have several facts."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    """Came out of several others (Herkunft: zusammengeführt)."""
    SPLIT = "split"
    """Came out of one that was divided (Herkunft: aufgeteilt)."""
    TAKEN_OVER = "taken_over"
    GONE_OVER = "gone_over"
    """Another thing came out of it."""
    RENAMED = "renamed"
    MOVED = "moved"
    """Is in another field of action, part or place of the order now."""
    ASSESSED = "assessed"
    ENDED = "ended"
    CONTINUED = "continued"
    """An ended goal that a new one continues."""
    CONTINUES = "continues"
    CHANGED = "changed"
    STATUS = "status"
    DEFERRED = "deferred"
    REORIENTED = "reoriented"
    RESUMED = "resumed"
    DROPPED = "dropped"
    TRANSFERRED = "transferred"
    COMPLETED = "completed"
    REPORTED = "reported"
    WEIGHED = "weighed"
    DECIDED = "decided"
    ADOPTED = "adopted"
    MEASURED = "measured"
    REVISED = "revised"
    """A value of an indicator that stood already is another now."""
    EDITORIAL = "editorial"
    """Nothing but typography."""


FILE = "file"
"""The kind of a text that belongs to no concept."""

STATUS_FACTS = frozenset(
    (
        *(Fact.STATUS, Fact.DEFERRED, Fact.REORIENTED, Fact.RESUMED),
        *(Fact.DROPPED, Fact.TRANSFERRED, Fact.COMPLETED),
    )
)
"""The facts of a measure whose status is another now."""


class Shape(StrEnum):
    """How a field differs."""

    VALUE = "value"
    TEXT = "text"
    """Free text: ``pieces`` say which words."""
    PROSE = "prose"
    """A whole Markdown text: ``blocks`` say which paragraphs."""
    ITEMS = "items"
    """A list of words or references: old and new are what went and what came."""
    ENTRY = "entry"
    """A block in a list that came or went as a whole."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs: both values, both places, and whether it is Inhalt or Vollzug.

    ``path`` holds English field names and the keys of entries (``("history", "2024-02-01", "reason")``), ``label`` the
    German titles of the same. A side on which nothing stands has ``None`` and no place.
    """

    path: tuple[str, ...]
    label: str
    part: Part
    shape: Shape
    old: Any
    new: Any
    old_place: Place | None
    new_place: Place | None
    editorial: bool = False
    refers: bool = False
    """Whether the values are ids of other things."""
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[Block, ...] = ()

    def material(self) -> "FieldChange":
        """The field without the paragraphs in which typography alone differs."""
        same = (block if block.is_material else replace(block, change=BlockChange.SAME) for block in self.blocks)
        return replace(self, blocks=tuple(same))


@dataclass(frozen=True, slots=True)
class Related:
    """Another thing that has to do with a change."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something changed, and where that is written: ``edition``, ``history``, ``weighing``, ``assessment``."""

    source: str
    reference: str
    """The edition's id, the day of the entry, the submission's id; empty for an assessment."""
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """An old thing that a new one probably is, by likeness alone (0 to 1): shown as a guess, never as a fact."""

    id: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not what it was, with everything that happened to it."""

    kind: str
    id: str
    title: str
    old_title: str | None
    """The former title where it is another; ``None`` otherwise."""
    group: str
    """The field of action (or event, year, indicator) it belongs to; ``""`` for none."""
    content: tuple[Fact, ...]
    """What happened to what the Kreistag adopts."""
    execution: tuple[Fact, ...]
    """What happened meanwhile."""
    fields: tuple[FieldChange, ...]
    related: tuple[Related, ...] = ()
    reasons: tuple[Reason, ...] = ()
    guess: Guess | None = None
    old_place: Place | None = None
    new_place: Place | None = None
    old_group: str | None = None
    """The field of action it was in before, where it moved."""
    status: str | None = None
    """The status of a measure on the newer side."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, those of the Inhalt first."""
        return (*self.content, *(fact for fact in self.execution if fact not in self.content))

    @property
    def is_editorial(self) -> bool:
        """Whether nothing but typography differs."""
        return bool(self.facts) and all(fact is Fact.EDITORIAL for fact in self.facts)

    def only(self, part: Part) -> "Change | None":
        """The change as far as it is Inhalt, or Vollzug; ``None`` where nothing of it is."""
        inside = part is Part.CONTENT
        fields = tuple(item for item in self.fields if item.part is part)
        facts = self.content if inside else self.execution
        if not fields and not facts:
            return None
        reasons = tuple(item for item in self.reasons if (item.source == "history") is not inside)
        content, execution = (facts, ()) if inside else ((), facts)
        return replace(self, content=content, execution=execution, fields=fields, reasons=reasons)


@dataclass(frozen=True, slots=True)
class Share:
    """What of an account's difference one thing makes; without a kind it is what no line plans."""

    kind: str
    id: str
    title: str
    difference: Decimal


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The Ermächtigung of an account in a year on both sides (€, two places), ``None`` where there is no account.

    The shares add up to the difference.
    """

    year: str
    number: str
    title: str
    old: Decimal | None
    new: Decimal | None
    difference: Decimal
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """The accounts of a fiscal year and their sums (€); an account that is not there counts as nothing."""

    year: str
    rows: tuple[MoneyRow, ...]
    old: Decimal
    new: Decimal

    @property
    def difference(self) -> Decimal:
        """``new − old``."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Money:
    """The fiscal years that differ: their accounts, their totals, and whether the differences make up the change."""

    rows: tuple[MoneyRow, ...]
    old: Decimal
    new: Decimal
    balanced: bool
    """Whether the rows' differences, and the shares in them, add up to ``new − old`` to the cent."""

    @property
    def years(self) -> tuple[MoneyYear, ...]:
        """The rows by year, each year with its own sums."""
        return tuple(_year(year, tuple(rows)) for year, rows in groupby(self.rows, key=lambda row: row.year))

    @property
    def difference(self) -> Decimal:
        """``new − old``."""
        return self.new - self.old


def _year(year: str, rows: tuple[MoneyRow, ...]) -> MoneyYear:
    zero = Decimal("0.00")
    return MoneyYear(
        year, rows, sum((row.old or zero for row in rows), zero), sum((row.new or zero for row in rows), zero)
    )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: how it was asked for, the edition it is (if one), its commit (``None``: working tree)."""

    name: str
    edition: str | None = None
    commit: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read on one side or both: what changed in it is not known."""

    path: str
    old: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that changed between two states of a concept."""

    title: str
    old: Side
    new: Side
    changes: tuple[Change, ...]
    money: Money | None
    unreadable: tuple[Unreadable, ...]
    groups: Mapping[str, str]
    """The titles of the fields of action and events, by id."""
    names: Mapping[str, str]
    """The names of units, actors, committees and fields of action, by id."""
    summary: Reason | None = None
    """What the new edition says of itself (``zusammenfassung``)."""
    is_selection: bool = False
    """Whether something may have been left out because it was not asked for."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.changes and not self.unreadable and (self.money is None or not self.money.rows)

    def only(self, part: Part) -> "Diff":
        """The diff as far as it is Inhalt, or Vollzug; money is Vollzug."""
        kept = tuple(found for change in self.changes if (found := change.only(part)))
        return replace(self, changes=kept, money=self.money if part is Part.EXECUTION else None, is_selection=True)

    def material(self) -> "Diff":
        """The diff without what is typography alone."""
        kept = tuple(
            replace(change, fields=tuple(item.material() for item in change.fields if not item.editorial))
            for change in self.changes
            if not change.is_editorial
        )
        return replace(self, changes=kept, is_selection=True)

    def in_groups(self, groups: Collection[str]) -> "Diff":
        """The diff of these fields of action alone; what moved out of one of them is told too."""
        kept = tuple(
            change for change in self.changes if not {change.group, change.old_group, change.id}.isdisjoint(groups)
        )
        return replace(self, changes=kept, money=None, is_selection=True)

    def about(self, ids: Collection[str]) -> "Diff":
        """The diff of these things alone, and of what came out of them or went into them."""
        kept = tuple(
            change for change in self.changes if change.id in ids or any(item.id in ids for item in change.related)
        )
        return replace(self, changes=kept, money=None, is_selection=True)
