"""The compact notation for compared texts: ``gilt [-nie-]{+immer+}``, editorial ``⟨"→„⟩``, moved ``[<…<]`` ``{>…>}``."""

import re
from collections.abc import Iterable

from ikonzept.prose.texts import Block, Change
from ikonzept.prose.words import Kind, Piece

_SIGNS = {
    Change.SAME: "=",
    Change.EDITORIAL: "≈",
    Change.CHANGED: "~",
    Change.ADDED: "+",
    Change.REMOVED: "-",
    Change.MOVED: ">",
    Change.SPLIT: "split",
    Change.JOINED: "joined",
    Change.REWRITTEN: "anew",
}


def marked(pieces: Iterable[Piece]) -> str:
    return "".join(map(_mark, pieces)).replace("\n", "⏎")


def _mark(piece: Piece) -> str:
    if piece.kind is Kind.SAME:
        return piece.old
    if piece.kind is Kind.EDITORIAL:
        return f"⟨{piece.old}→{piece.new}⟩"
    if piece.kind is Kind.MOVED_AWAY:
        return f"[<{piece.old}<]"
    if piece.kind is Kind.MOVED_HERE:
        return f"{{>{piece.new}>}}"
    return (f"[-{piece.old}-]" if piece.old else "") + (f"{{+{piece.new}+}}" if piece.new else "")


def sides(marked_text: str) -> tuple[str, str]:
    """The old and the new text that a marked text stands for."""
    text = marked_text.replace("⏎", "\n")
    old = re.sub(r"\{\+.*?\+\}|\{>.*?>\}", "", text, flags=re.DOTALL)
    new = re.sub(r"\[-.*?-\]|\[<.*?<\]", "", text, flags=re.DOTALL)
    old = re.sub(r"\[[-<](.*?)[-<]\]|⟨(.*?)→.*?⟩", lambda found: found[1] or found[2] or "", old, flags=re.DOTALL)
    new = re.sub(r"\{[+>](.*?)[+>]\}|⟨.*?→(.*?)⟩", lambda found: found[1] or found[2] or "", new, flags=re.DOTALL)
    return old, new


def listed(blocks: Iterable[Block]) -> list[str]:
    """One line a block: its sign and its marked text."""
    return [f"{_SIGNS[block.change]} {marked(block.pieces)}" for block in blocks]
