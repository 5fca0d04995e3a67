"""The paragraphs of a text that differ, as passages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikonzept.prose.texts import Block, Change, Side
from ikonzept.prose.units import Form
from ikonzept.render.diff.places import side, spots
from ikonzept.render.diff.runs import Passage, Run, looks_different, of_pieces, row, within, without
from ikonzept.reports.diff.change import FieldChange
from ikonzept.reports.diff.fields import BODY
from ikonzept.texts import text


def passages_of(change: FieldChange, *, full: bool = False) -> Iterator[Passage]:
    """Each block that is not what it was, with its place in the text and what happened to it as a whole."""
    renamed = _renamed(change.blocks)
    places = spots(change.blocks)
    sisters = _sisters(change.blocks)
    now = {(block.new.under, spot) for block, (_, spot) in zip(change.blocks, places, strict=True) if spot}
    for block, (former, newer) in zip(change.blocks, places, strict=True):
        if differs(block):
            is_taken = not newer and (renamed.get(block.old.under, block.old.under), former) in now
            spot = newer or (text("diff.block.formerly", block=former) if is_taken else former)
            spot = spot if change.path[-1] == BODY else f"{change.label}, {spot}"
            yield Passage(
                label=_label(block, spot),
                runs=tuple(bare(block, full=full)),
                editorial=not block.is_material and block.change is Change.EDITORIAL,
                note=_section_moved(block, sisters) or note(block, former if former != newer else "", renamed),
                part=change.part,
                under=_under(block, renamed),
                spot=spot,
                moved=block.change is Change.MOVED,
                anew=block.change is Change.REWRITTEN,
                form=block.form.value,
            )


def in_one_line(change: FieldChange) -> str:
    """A text that came or went as a whole: its blocks without signs, its headings with a colon behind them."""
    parts = []
    for block in change.blocks:
        said = " ".join("".join(run.text for run in bare(block, full=False)).split())
        if said and block.form not in _WORDLESS:
            parts.append(f"{said}:" if block.form is Form.HEADING else said)
    return " ".join(parts)


def bare(block: Block, *, full: bool) -> Iterator[Run]:
    """The runs of a block without the signs that Markdown gives it."""
    runs = list(of_pieces(block.pieces, full=full))
    if block.form is Form.ROW:
        return row(runs)
    signs = _FOOTNOTE if _is_footnote(block) else _SIGNS.get(block.form)
    found = without(signs, runs) if signs else iter(runs)
    if block.form is Form.QUOTE:
        return within(r"(?<=\s)> ?", found)
    return within(r"\s*(?:`{3,}|~{3,})$", found) if block.form is Form.CODE else found


_SIGNS = {
    Form.HEADING: r"[# ]*",
    Form.ITEM: r"(?:[-*+•](?:\s+|$))?\s*",
    Form.QUOTE: r"> ?",
    Form.CODE: r"(?:`{3,}|~{3,})\S*\s*",
}
"""What stands before a heading, an item (a number stays, for it is cited), a quotation, code."""
_FOOTNOTE = r"\[\^[^\]\n]+\]:\s*"


def _is_footnote(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and side(block).text.startswith("[^")


def differs(block: Block) -> bool:
    """Whether a block is not what it was; one that was only wrapped anew is."""
    rewrapped = block.change is Change.EDITORIAL and block.old.text.split() == block.new.text.split()
    return block.change is not Change.SAME and block.form not in _WORDLESS and not rewrapped


_WORDLESS = frozenset((Form.BLANK, Form.SEPARATOR))


def counted_blocks(changes: Iterable[FieldChange]) -> Counter[str]:
    """How many blocks are ``added``, ``changed``, ``removed``, ``moved``, or differ in their ``editorial`` alone."""
    return Counter(_fate(block) for change in changes for block in change.blocks if differs(block))


def _fate(block: Block) -> str:
    if not block.is_material:
        return Change.EDITORIAL.value
    return Change.CHANGED.value if block.change in _CHANGED else block.change.value


_CHANGED = frozenset((Change.SPLIT, Change.JOINED, Change.REWRITTEN))


Path = tuple[str, ...]


def _renamed(blocks: Sequence[Block]) -> Mapping[Path, Path]:
    """Headings by their old words → by their new ones: what was removed stands under the new heading."""
    headings = (block for block in blocks if block.form is Form.HEADING and block.old.line and block.new.line)
    return {_own_path(block.old): _own_path(block.new) for block in headings}


def _own_path(side: Side) -> Path:
    """A heading below those that it stands under."""
    return *side.under, side.text.partition("\n")[0].strip("# \t\r")


def _under(block: Block, renamed: Mapping[Path, Path]) -> Path:
    found = _own_path(side(block)) if block.form is Form.HEADING else side(block).under
    return found if block.new.line else renamed.get(found, found)


def _label(block: Block, spot: str) -> str:
    """``„Steuerung“, Absatz 2``: where a block stands."""
    under = side(block).under
    return text("diff.block.under", title=under[-1], block=spot) if under and block.form is not Form.HEADING else spot


def note(block: Block, spot: str, renamed: Mapping[Path, Path]) -> str:
    """What happened to a block beside its words; ``spot`` is where it stood, ``renamed`` what headings are called."""
    if block.change is Change.MOVED:
        return _moved(block, spot, renamed)
    if block.change in _WHOLE:
        return text(f"diff.block.{block.change.value}")
    if block.form is Form.HEADING and block.old.line and _level(block.old) != _level(block.new):
        return text("diff.block.level", old=_level(block.old), new=_level(block.new))
    if block.change is Change.EDITORIAL and not any(map(looks_different, block.pieces)):
        return text("diff.block.unseen")
    return ""


_WHOLE = frozenset((Change.ADDED, Change.REMOVED, Change.SPLIT, Change.JOINED, Change.REWRITTEN))


def _sisters(blocks: Sequence[Block]) -> Mapping[int, str]:
    """For each heading of the newer text, by its line, the title of the one before it below the same heading."""
    last: dict[Path, str] = {}
    found = {}
    for block in blocks:
        if block.form is Form.HEADING and block.new.line:
            found[block.new.line] = last.get(block.new.under, "")
            last[block.new.under] = _own_path(block.new)[-1]
    return found


def _section_moved(block: Block, sisters: Mapping[int, str]) -> str:
    """Where a section went to with all that stands in it."""
    if block.form is not Form.HEADING or block.change is not Change.MOVED:
        return ""
    before = sisters[block.new.line]
    return text("diff.block.section_moved", title=before) if before else text("diff.block.section_first")


def _moved(block: Block, spot: str, renamed: Mapping[Path, Path]) -> str:
    """From where: another heading, or another place below the same one, whatever that is called now."""
    former, now = block.old.under, block.new.under
    if former and renamed.get(former, former) != now:
        return text("diff.block.moved_from", title=former[-1])
    return text("diff.block.moved_within", block=spot) if spot else text("diff.block.moved")


def _level(side: Side) -> int:
    return len(side.text) - len(side.text.lstrip("#"))
