"""Pairs of texts that belong to no concept → what changed in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ikonzept.model.chapter import Chapter
from ikonzept.model.fields import Part
from ikonzept.prose.likeness import guesses
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
    titles: tuple[str, str] = ("", "")
    """What the files' headers call them."""

    @property
    def is_renamed(self) -> bool:
        """Whether the same text has another file name."""
        return bool(self.name) and self.old_path != self.new_path


def paired(olds: Mapping[str, str], news: Mapping[str, str]) -> list[tuple[str, str]]:
    """The names of two folders' texts that belong together: by name, then by what they say; empty for none."""
    gone = {name: said for name, said in olds.items() if name not in news}
    come = {name: said for name, said in news.items() if name not in olds}
    renamed = {guess.right: guess.left for guess in guesses(gone, come)}
    left = ((name, "") for name in gone if name not in renamed.values())
    pairs = ((name if name in olds else renamed.get(name, ""), name) for name in news)
    return sorted((*left, *pairs), key=lambda pair: pair[1] or pair[0])


def compare_files(
    pairs: Sequence[TextPair], old: Side, new: Side, unreadable: Sequence[Unreadable], title: str | None
) -> Diff:
    """What changed in the texts; without a title, the one that a single text has on both sides."""
    changes = tuple(_changes(pairs))
    only = changes[0].title if len(pairs) == len(changes) == 1 and changes[0].old_title in {None, ""} else ""
    return Diff(only if title is None else title, old, new, changes, None, tuple(unreadable), {}, {})


def _changes(pairs: Sequence[TextPair]) -> Iterator[Change]:
    for pair in pairs:
        same = pair.old is not None and pair.new is not None and is_rewrapped(pair.old, pair.new)
        if not same or pair.is_renamed:
            yield _change(pair)


def _change(pair: TextPair) -> Change:
    where = (
        At(pair.old_path) if pair.old is not None else None,
        At(pair.new_path) if pair.new is not None else None,
    )
    label = Chapter.model_fields[BODY].title or BODY
    field = prose(pair.old or "", pair.new or "", where, (BODY,), (label,), Part.CONTENT)
    before, after = (
        _title(field.blocks, own, newer=newer) for own, newer in zip(pair.titles, (False, True), strict=True)
    )
    on_both = pair.old is not None and pair.new is not None
    old_title = pair.old_path if pair.is_renamed else before
    return Change(
        kind=FILE,
        id=pair.name,
        title=(after if pair.new is not None else before) or pair.name or pair.new_path,
        old_title=old_title if on_both and old_title != after else None,
        group="",
        content=tuple(_facts(pair, field)),
        execution=(),
        fields=(field,),
        old_place=field.old_place,
        new_place=field.new_place,
    )


def _title(blocks: Sequence[Block], given: str, *, newer: bool) -> str:
    """A text's heading above all others, the title that its header gives, or its first heading."""
    headings = [(block.level, block.new if newer else block.old) for block in blocks if block.form is Form.HEADING]
    level, first = min(
        (found for found in headings if found[1].line), key=lambda found: found[1].line, default=(1, None)
    )
    if given and level > 1:
        return given
    return first.text.partition("\n")[0].strip("# \t\r") if first else given


def _facts(pair: TextPair, field: FieldChange) -> Iterator[Fact]:
    if pair.old is None:
        yield Fact.ADDED
    elif pair.new is None:
        yield Fact.REMOVED
    else:
        if pair.is_renamed:
            yield Fact.RENAMED
        if not is_rewrapped(pair.old, pair.new):
            yield Fact.EDITORIAL if field.editorial else Fact.CHANGED
