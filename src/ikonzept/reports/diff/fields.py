"""Which fields of two records differ, found by the model's own declarations: a new field needs nothing here."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from ikonzept.findings import KeyPath, Place
from ikonzept.model.concept import Concept
from ikonzept.model.fields import VALUE, Part, Record, part_of, record_in, refers_to
from ikonzept.model.names import name_of, numbered
from ikonzept.prose.moves import passage
from ikonzept.prose.texts import compare_texts
from ikonzept.prose.words import MATERIAL
from ikonzept.reports.diff.change import FieldChange, Shape
from ikonzept.values import AccountNumber, phrase


@dataclass(frozen=True, slots=True)
class At:
    """Where a record stands: its file and the key path in it."""

    path: str
    key: KeyPath = ()

    def below(self, *parts: str | int) -> "At":
        """What stands below it."""
        return At(self.path, (*self.key, *parts))

    def place(self) -> Place:
        """The place a finding or a line number is looked up by."""
        return Place(self.path, self.key)


def at(concept: Concept, thing: Record) -> At:
    """Where a thing stands that is a file, or inside one."""
    place = concept.place(thing) if id(concept.copies.get(id(thing), thing)) not in concept.paths else None
    return At(place.path, place.key) if place else At(concept.path(thing))


def differing(  # noqa: PLR0913  two sides, each with its place
    model: type[Record],
    old: Record | None,
    new: Record | None,
    old_at: At | None,
    new_at: At | None,
    *,
    skip: Collection[str] = (),
    trail: tuple[str, ...] = (),
    labels: tuple[str, ...] = (),
    part: Part | None = None,
) -> Iterator[FieldChange]:
    """The fields in which two records of a model differ, in the model's order; a side may be missing."""
    for field in _fields(model):
        if field.name in skip:
            continue
        before = getattr(old, field.name) if old is not None else field.default
        after = getattr(new, field.name) if new is not None else field.default
        if before == after:
            continue
        where = (
            old_at.below(field.alias) if old_at and old is not None else None,
            new_at.below(field.alias) if new_at and new is not None else None,
        )
        yield from _changed(
            field, before, after, where, (*trail, field.name), (*labels, field.title), part or field.part
        )


@dataclass(frozen=True, slots=True)
class _Field:
    """What is asked of a declared field again and again."""

    name: str
    alias: str
    title: str
    part: Part
    inner: type[Record] | None
    is_text: bool
    """Whether it is free text, whose words are compared."""
    refers: bool
    default: Any


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            declared.alias or name,
            declared.title or name,
            part_of(declared),
            record_in(declared.annotation),
            _is_text(name, declared),
            bool(refers_to(declared)),
            None if declared.is_required() else declared.get_default(call_default_factory=True),
        )
        for name, declared in model.model_fields.items()
    )


def _is_text(name: str, declared: FieldInfo) -> bool:
    """Whether a field is declared as ``Text``, not as an id, a date or an amount."""
    marks = [*declared.metadata, *(mark for inner in get_args(declared.annotation) for mark in _marks(inner))]
    return any(getattr(mark, "told", {}).get(VALUE) == "Text" for mark in marks) and name != "id"


def _marks(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401  any annotation
    return getattr(annotation, "__metadata__", ())


Where = tuple[At | None, At | None]


Given = Any
"""Any value of a field."""


def _changed(  # noqa: PLR0913, PLR0917  a field and its two sides
    field: _Field, old: Given, new: Given, where: Where, trail: tuple[str, ...], labels: tuple[str, ...], part: Part
) -> Iterator[FieldChange]:
    """How one field differs: by its words, by what came and went, entry by entry, or as a value."""
    if isinstance(old, str) and isinstance(new, str) and is_rewrapped(old, new):
        return
    if field.name == BODY and field.inner is None:  # the concept has a body too: the county
        yield prose(old or "", new or "", where, trail, labels, part)
    elif field.inner is None and (isinstance(old, dict) or isinstance(new, dict)):
        yield from _by_name(old or {}, new or {}, where, trail, labels, part)
    elif field.inner is None:
        yield _plain(field, old, new, where, trail, labels, part)
    elif isinstance(old, dict) or isinstance(new, dict):
        yield from _entries(field.inner, dict(old or {}), dict(new or {}), where, trail, labels, part)
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from _entries(field.inner, _named(old or ()), _named(new or ()), where, trail, labels, part)
    elif old is None or new is None:
        yield _entry(old, new, where, trail, labels, part)
    else:
        yield from differing(field.inner, old, new, *where, trail=trail, labels=labels, part=part)


BODY = "body"


def is_rewrapped(old: str, new: str) -> bool:
    """Whether two texts differ in blanks and line ends alone, paragraph by paragraph: that is no change at all."""
    return _paragraphs(old) == _paragraphs(new)


def _paragraphs(text: str) -> list[list[str]]:
    return [paragraph.split() for paragraph in re.split(r"\n[ \t\r]*\n\s*", text.strip())]


def _plain(  # noqa: PLR0913, PLR0917
    field: _Field, old: Given, new: Given, where: Where, trail: tuple[str, ...], labels: tuple[str, ...], part: Part
) -> FieldChange:
    """A field without blocks in it."""
    label = ": ".join(labels)
    if _is_list(old) or _is_list(new):
        gone = tuple(item for item in old or () if item not in (new or ()))
        come = tuple(item for item in new or () if item not in (old or ()))
        if not field.refers and any(_is_sentence(item) for item in gone) and any(_is_sentence(item) for item in come):
            return _sentences(old, new, where, trail, label, part)
        return FieldChange(trail, label, part, Shape.ITEMS, gone, come, *_places(where), refers=field.refers)
    if field.is_text and old and new:
        return _words(old, new, where, trail, label, part)
    shape = Shape.TEXT if field.is_text else Shape.VALUE
    return FieldChange(trail, label, part, shape, old, new, *_places(where), refers=field.refers)


def _is_sentence(item: object) -> bool:
    """Whether an entry of a list says so much that its words are worth comparing."""
    return isinstance(item, str) and len(item.split()) >= _A_SENTENCE


_A_SENTENCE = 4


def _sentences(  # noqa: PLR0913, PLR0917
    old: Given, new: Given, where: Where, trail: tuple[str, ...], label: str, part: Part
) -> FieldChange:
    """A list of sentences, such as ``kriterien``: compared as the list that it is when it is read."""
    blocks = compare_texts(*("\n".join(f"- {' '.join(item.split())}" for item in side) for side in (old, new)))
    editorial = not any(block.is_material for block in blocks)
    return FieldChange(trail, label, part, Shape.PROSE, old, new, *_places(where), editorial=editorial, blocks=blocks)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and not hasattr(value, "_fields")


def _words(  # noqa: PLR0913, PLR0917
    old: str, new: str, where: Where, trail: tuple[str, ...], label: str, part: Part
) -> FieldChange:
    """A free text on both sides, word by word."""
    pieces = passage(old, new)
    editorial = not any(piece.kind in MATERIAL for piece in pieces)
    return FieldChange(trail, label, part, Shape.TEXT, old, new, *_places(where), editorial=editorial, pieces=pieces)


def _by_name(  # noqa: PLR0913, PLR0917
    old: Mapping[str, Given],
    new: Mapping[str, Given],
    where: Where,
    trail: tuple[str, ...],
    labels: tuple[str, ...],
    part: Part,
) -> Iterator[FieldChange]:
    """A block of names and texts, such as ``begruendungen``: name by name."""
    for before, after, sides, path, heads in _each(old, new, where, trail, labels):
        label = ": ".join(heads)
        if not isinstance(before, str) or not isinstance(after, str):
            yield FieldChange(path, label, part, Shape.TEXT, before, after, *_places(sides))
        elif not is_rewrapped(before, after):
            yield _words(before, after, sides, path, label, part)


def prose(  # noqa: PLR0913, PLR0917
    old: str, new: str, where: Where, trail: tuple[str, ...], labels: tuple[str, ...], part: Part
) -> FieldChange:
    """A whole Markdown text; its places are its file's."""
    blocks = compare_texts(old, new)
    files = tuple(At(side.path).place() if side else None for side in where)
    return FieldChange(
        trail,
        ": ".join(labels),
        part,
        Shape.PROSE,
        old,
        new,
        files[0],
        files[1],
        editorial=not any(block.is_material for block in blocks),
        blocks=blocks,
    )


def _entry(  # noqa: PLR0913, PLR0917
    old: Given, new: Given, where: Where, trail: tuple[str, ...], labels: tuple[str, ...], part: Part
) -> FieldChange:
    """A block that came or went as a whole."""
    places = _places((where[0] if old is not None else None, where[1] if new is not None else None))
    return FieldChange(trail, ": ".join(labels), part, Shape.ENTRY, old, new, *places)


def _places(where: Where) -> tuple[Place | None, Place | None]:
    old, new = where
    return old.place() if old else None, new.place() if new else None


# --- lists of blocks -----------------------------------------------------------------------------------------------


def _entries(  # noqa: PLR0913, PLR0917
    model: type[Record],
    old: Mapping[Any, Any],
    new: Mapping[Any, Any],
    where: Where,
    trail: tuple[str, ...],
    labels: tuple[str, ...],
    part: Part,
) -> Iterator[FieldChange]:
    """The entries that came, went or changed; by their names, not by where they stand in the list."""
    for before, after, sides, path, heads in _each(old, new, where, trail, labels):
        if before is None or after is None:
            yield _entry(before, after, sides, path, heads, part)
        else:
            yield from differing(model, before, after, *sides, trail=path, labels=heads, part=part)


def _each(
    old: Mapping[Any, Any], new: Mapping[Any, Any], where: Where, trail: tuple[str, ...], labels: tuple[str, ...]
) -> Iterator[tuple[Given, Given, Where, tuple[str, ...], tuple[str, ...]]]:
    """What differs of what has a name: both values, where each stands, its path and its labels."""
    for name in _merged_order(list(old), list(new)):
        before, after = old.get(name), new.get(name)
        if before != after:
            sides = _below(where[0], old, name), _below(where[1], new, name)
            yield before, after, sides, (*trail, _written(name)), (*labels[:-1], f"{labels[-1]} {_said(name)}")


def _below(side: At | None, entries: Mapping[Any, Any], name: Any) -> At | None:  # noqa: ANN401
    """Where an entry stands: by its name in a block, by its index in a list."""
    if side is None or name not in entries:
        return None
    return side.below(name if isinstance(name, str) else list(entries).index(name))


def _named(items: tuple[Any, ...]) -> dict[tuple[object, ...], Any]:
    """The entries of a list by what they are known by; the second of a name is its second."""
    return dict(zip(numbered(map(name_of, items)), items, strict=True))


def _merged_order(old: list[Any], new: list[Any]) -> list[Any]:
    """The new order, with what is gone where it stood: behind what stood before it."""
    result = list(new)
    known = set(new)
    for index, name in enumerate(old):
        if name not in known:
            before = next((other for other in reversed(old[:index]) if other in known), None)
            result.insert(result.index(before) + 1 if before is not None else 0, name)
            known.add(name)
    return result


def _said(name: object) -> str:
    """An entry's name as people say it: ``01.02.2024``, ``kreistag Entscheidung``, ``4271200 → 4271305``."""
    if not isinstance(name, tuple):
        return str(name)
    parts = [f"→ {part}" if _is_second_account(name, at) else phrase(part) for at, part in enumerate(name)]
    return " ".join(part for part in parts if part)


def _is_second_account(name: tuple[object, ...], index: int) -> bool:
    """Whether money goes from the account before to this one."""
    return index > 0 and all(isinstance(part, AccountNumber) for part in name[index - 1 : index + 1])


def _written(name: object) -> str:
    """The same for programs: ``2024-02-01``."""
    return " ".join(str(part) for part in name if part is not None) if isinstance(name, tuple) else str(name)
