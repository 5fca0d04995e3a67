"""A diff as JSON: both values and both places of every field, with line and column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ikonzept import document
from ikonzept.findings import Place
from ikonzept.model.fields import Record
from ikonzept.prose.texts import Block
from ikonzept.prose.texts import Change as BlockChange
from ikonzept.prose.words import Piece
from ikonzept.render import data
from ikonzept.render.diff.runs import entry
from ikonzept.reports.diff.change import Change, Diff, FieldChange, Guess, Money, Reason, Related, Side, Unreadable


@dataclass(frozen=True, slots=True)
class PlaceDocument:
    """Where something stands on one side; line and column are 1-based."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PieceDocument:
    """A stretch of a text: ``same``, ``editorial`` or ``changed``; the pieces make up both texts."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BlockDocument:
    """A paragraph, heading, list item or table row of a Markdown text that differs."""

    state: str
    form: str
    old_line: int
    new_line: int
    old: str
    new: str
    pieces: tuple[PieceDocument, ...]


@dataclass(frozen=True, slots=True)
class FieldDocument:
    """One field that differs: English names, the German label, both values as text (lists: what went, what came)."""

    path: tuple[str, ...]
    label: str
    part: str
    shape: str
    editorial: bool
    old: str | tuple[str, ...] | None
    new: str | tuple[str, ...] | None
    old_place: PlaceDocument | None
    new_place: PlaceDocument | None
    pieces: tuple[PieceDocument, ...]
    blocks: tuple[BlockDocument, ...]


@dataclass(frozen=True, slots=True)
class ChangeDocument:
    """One thing and everything that happened to it."""

    kind: str
    id: str
    title: str
    old_title: str | None
    group: str
    old_group: str | None
    content: tuple[str, ...]
    execution: tuple[str, ...]
    fields: tuple[FieldDocument, ...]
    related: tuple[Related, ...]
    reasons: tuple[Reason, ...]
    guess: Guess | None
    old_place: PlaceDocument | None
    new_place: PlaceDocument | None


@dataclass(frozen=True, slots=True)
class SideDocument:
    """One of the two states; without a commit it is the working tree."""

    name: str
    edition: str | None
    commit: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class DiffDocument:
    """What ``ikonzept diff --format json`` prints."""

    title: str
    old: SideDocument
    new: SideDocument
    changes: tuple[ChangeDocument, ...]
    money: Money | None
    unreadable: tuple[Unreadable, ...]


def paths(diff: Diff, side: int) -> set[str]:
    """The files whose text is needed for the places of one side."""
    return {place.path for place in _places(diff, side)}


def _places(diff: Diff, side: int) -> Iterator[Place]:
    for change in diff.changes:
        pairs = [(change.old_place, change.new_place), *((item.old_place, item.new_place) for item in change.fields)]
        yield from (place for pair in pairs if (place := pair[side]))


def as_json(diff: Diff, old: Mapping[str, str], new: Mapping[str, str], *, kind: str = "diff") -> str:
    """The document; ``old`` and ``new`` are the texts of the files on either side."""
    sides = _Lines(old), _Lines(new)
    return data.document(
        kind,
        DiffDocument(
            title=diff.title,
            old=_side(diff.old),
            new=_side(diff.new),
            changes=tuple(_change(change, *sides) for change in diff.changes),
            money=diff.money,
            unreadable=diff.unreadable,
        ),
    )


class _Lines:
    """Lines and columns in the texts of one side; each text is looked through once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._spans: dict[str, document.Spans] = {}

    def at(self, place: Place | None) -> PlaceDocument | None:
        if place is None:
            return None
        if place.path not in self._spans:
            self._spans[place.path] = document.spans(place.path, self._texts.get(place.path, ""))
        span = self._spans[place.path].find(place.key) if place.key else document.NOWHERE
        return PlaceDocument(place.path, span.line, span.column)


def _side(side: Side) -> SideDocument:
    return SideDocument(side.name, side.edition, side.commit, side.day)


def _change(change: Change, old: _Lines, new: _Lines) -> ChangeDocument:
    return ChangeDocument(
        kind=change.kind,
        id=change.id,
        title=change.title,
        old_title=change.old_title,
        group=change.group,
        old_group=change.old_group,
        content=tuple(change.content),
        execution=tuple(change.execution),
        fields=tuple(_field(item, old, new) for item in change.fields),
        related=change.related,
        reasons=change.reasons,
        guess=change.guess,
        old_place=old.at(change.old_place),
        new_place=new.at(change.new_place),
    )


def _field(item: FieldChange, old: _Lines, new: _Lines) -> FieldDocument:
    return FieldDocument(
        path=item.path,
        label=item.label,
        part=item.part,
        shape=item.shape,
        editorial=item.editorial,
        old=_value(item.old),
        new=_value(item.new),
        old_place=old.at(item.old_place),
        new_place=new.at(item.new_place),
        pieces=_pieces(item.pieces),
        blocks=tuple(_block(block) for block in item.blocks if block.change is not BlockChange.SAME),
    )


def _pieces(pieces: Iterable[Piece]) -> tuple[PieceDocument, ...]:
    return tuple(PieceDocument(piece.kind.value, piece.old, piece.new) for piece in pieces)


def _block(block: Block) -> BlockDocument:
    old, new = block.old, block.new
    return BlockDocument(
        block.change.value, block.form.value, old.line, new.line, old.text, new.text, _pieces(block.pieces)
    )


def _value(value: Any) -> Any:  # noqa: ANN401  any value of a field
    """A value as text; a list as a list of texts."""
    if value is None:
        return None
    if isinstance(value, Record):
        return entry(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(entry(item) if isinstance(item, Record) else _value(item) for item in value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return str(data.as_data(value))
