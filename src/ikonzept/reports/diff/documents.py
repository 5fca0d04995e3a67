"""Any two texts, or two folders of texts, outside of a concept: what changed between them."""

from collections.abc import Iterator, Mapping

from ikonzept import markdown
from ikonzept.findings import Place
from ikonzept.model.fields import Part
from ikonzept.prose.texts import compare_texts
from ikonzept.reports.diff.change import DOCUMENT, Change, Diff, Fact, FieldChange, Shape, Side
from ikonzept.reports.diff.fields import is_rewrapped


def compare_documents(title: str, names: tuple[str, str], old: Mapping[str, str], new: Mapping[str, str]) -> Diff:
    """The texts by their names; one that is on one side only came or went."""
    changes = [change for name in sorted({*old, *new}) for change in _changes(name, old.get(name), new.get(name))]
    return Diff(title, Side(names[0]), Side(names[1]), tuple(changes), None, (), {}, {})


def _changes(name: str, old: str | None, new: str | None) -> Iterator[Change]:
    if old is not None and new is not None and (old == new or is_rewrapped(old, new)):
        return
    blocks = compare_texts(old or "", new or "")
    editorial = not any(block.is_material for block in blocks)
    places = Place(name) if old is not None else None, Place(name) if new is not None else None
    field = FieldChange(("text",), "", Part.CONTENT, Shape.PROSE, old, new, *places, editorial=editorial, blocks=blocks)
    fact = Fact.ADDED if old is None else Fact.REMOVED if new is None else Fact.EDITORIAL if editorial else Fact.CHANGED
    titles = _title(name, old), _title(name, new)
    yield Change(
        kind=DOCUMENT,
        id=name,
        title=titles[1] or titles[0],
        old_title=titles[0] if old is not None and new is not None and titles[0] != titles[1] else None,
        group="",
        content=(fact,),
        execution=(),
        fields=(field,),
        old_place=places[0],
        new_place=places[1],
    )


def _title(name: str, text: str | None) -> str:
    """The first heading of a text, or its name."""
    if text is None:
        return ""
    headings = markdown.read(text).headings
    return headings[0].title if headings else name
