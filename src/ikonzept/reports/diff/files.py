"""Pairs of texts that belong to no concept → what changed in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ikonzept.model.chapter import Chapter
from ikonzept.model.fields import Part
from ikonzept.prose.texts import Block
from ikonzept.prose.units import Form
from ikonzept.reports.diff.change import FILE, Change, Diff, Fact, FieldChange, Side, Unreadable
from ikonzept.reports.diff.fields import BODY, At, is_rewrapped, prose


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text on both sides; ``None`` where it is not. ``name`` is empty where there is only one pair."""

    name: str
    old_path: str
    new_path: str
    old: str | None
    new: str | None


def compare_files(
    pairs: Sequence[TextPair], old: Side, new: Side, unreadable: Sequence[Unreadable], title: str | None
) -> Diff:
    """What changed in the texts; without a title, the one that a single text has on both sides."""
    changes = tuple(_changes(pairs))
    own = {change.title for change in changes if change.old_title is None}
    only = own.pop() if len(pairs) == len(own) == 1 else ""
    return Diff(only if title is None else title, old, new, changes, None, tuple(unreadable), {}, {})


def _changes(pairs: Sequence[TextPair]) -> Iterator[Change]:
    for pair in pairs:
        if pair.old is not None and pair.new is not None and is_rewrapped(pair.old, pair.new):
            continue
        yield _change(pair)


def _change(pair: TextPair) -> Change:
    where = (
        At(pair.old_path) if pair.old is not None else None,
        At(pair.new_path) if pair.new is not None else None,
    )
    label = Chapter.model_fields[BODY].title or BODY
    field = prose(pair.old or "", pair.new or "", where, (BODY,), (label,), Part.CONTENT)
    before, after = _title(field.blocks, newer=False), _title(field.blocks, newer=True)
    on_both = pair.old is not None and pair.new is not None
    return Change(
        kind=FILE,
        id=pair.name,
        title=(after if pair.new is not None else before) or pair.name or pair.new_path,
        old_title=before if on_both and before != after else None,
        group="",
        content=(_fact(pair, field),),
        execution=(),
        fields=(field,),
        old_place=field.old_place,
        new_place=field.new_place,
    )


def _title(blocks: Sequence[Block], *, newer: bool) -> str:
    """The first heading of a text."""
    headings = [block.new if newer else block.old for block in blocks if block.form is Form.HEADING]
    first = min((side for side in headings if side.line), key=lambda side: side.line, default=None)
    return first.text.partition("\n")[0].strip("# \t\r") if first else ""


def _fact(pair: TextPair, field: FieldChange) -> Fact:
    if pair.old is None:
        return Fact.ADDED
    if pair.new is None:
        return Fact.REMOVED
    return Fact.EDITORIAL if field.editorial else Fact.CHANGED
