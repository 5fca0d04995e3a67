"""The paragraphs of a text that differ, as passages."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ikonzept.prose.texts import Block, Change, Side
from ikonzept.prose.units import Form
from ikonzept.render.diff.runs import Passage, of_pieces
from ikonzept.reports.diff.change import FieldChange
from ikonzept.texts import text


def passages_of(change: FieldChange, around: int | None) -> Iterator[Passage]:
    """Each block that is not what it was, with its place in the text and what happened to it as a whole."""
    for block, number in numbered(change.blocks):
        rewrapped = block.change is Change.EDITORIAL and block.old.text.split() == block.new.text.split()
        if block.change is not Change.SAME and block.form is not Form.BLANK and not rewrapped:
            editorial = not block.is_material and block.change is Change.EDITORIAL
            yield Passage(place(block, number), tuple(of_pieces(block.pieces, around)), editorial, note(block))


def numbered(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with its number: which of its form it is under its heading, on the side where it is."""
    counts: Counter[tuple[bool, tuple[str, ...], Form]] = Counter()
    for block in blocks:
        key = block.new.line > 0, side(block).under, block.form
        counts[key] += 1
        yield block, counts[key]


def side(block: Block) -> Side:
    """The side on which a block is, the newer one where it is on both."""
    return block.new if block.new.line else block.old


def place(block: Block, number: int) -> str:
    """``„Steuerung“, Absatz 2``: where a block stands."""
    under = side(block).under
    said = text(f"diff.block.{block.form.value}", n=number)
    return text("diff.block.under", title=under[-1], block=said) if under and block.form is not Form.HEADING else said


def note(block: Block) -> str:
    """What happened to a block beside its words."""
    if block.change is Change.MOVED:
        former, now = block.old.under, block.new.under
        return text("diff.block.moved_from", title=former[-1]) if former and former != now else text("diff.block.moved")
    if block.change in {Change.ADDED, Change.REMOVED, Change.SPLIT, Change.JOINED}:
        return text(f"diff.block.{block.change.value}")
    return ""
