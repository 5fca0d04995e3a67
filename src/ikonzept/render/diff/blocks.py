"""The paragraphs of a text that differ, as passages."""

from collections.abc import Iterator

from ikonzept.prose.texts import Block, Form, State, is_same
from ikonzept.render.diff.runs import Passage, of_pieces
from ikonzept.reports.diff.change import FieldChange
from ikonzept.texts import text


def passages_of(change: FieldChange) -> Iterator[Passage]:
    """Each block that is not what it was, with its place in the text and what happened to it as a whole."""
    for block in change.blocks:
        if not is_same(block):
            yield Passage(place(block), tuple(of_pieces(block.pieces)), block.state is State.EDITORIAL, _note(block))


def place(block: Block) -> str:
    """``„Steuerung“, Absatz 2``: where a block stands."""
    heading = block.new_heading or block.old_heading
    if block.form is Form.HEADING:
        return text("diff.block.heading")
    said = text(f"diff.block.{block.form}", n=block.number)
    return text("diff.block.under", title=heading, block=said) if heading else said


def _note(block: Block) -> str:
    """What happened to a block beside its words."""
    if block.state is State.MOVED:
        elsewhere = block.old_heading and block.old_heading != block.new_heading
        return text("diff.block.moved_from", title=block.old_heading) if elsewhere else text("diff.block.moved")
    if block.state in {State.ADDED, State.REMOVED, State.SPLIT, State.JOINED}:
        return text(f"diff.block.{block.state}")
    return ""
