"""Where each block stands in its text, cited as German law is: Absatz 1 Nummer 2 Buchstabe a."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ikonzept.prose.texts import Block, Side
from ikonzept.prose.units import Form
from ikonzept.texts import text


def side(block: Block) -> Side:
    """The side on which a block is, the newer one where it is on both."""
    return block.new if block.new.line else block.old


def spots(blocks: Sequence[Block]) -> list[str]:
    """For each block its place below its heading: in the newer text, or where it stood in the older one."""
    found: dict[int, str] = {}
    for sides in ([block.old for block in blocks], [block.new for block in blocks]):
        present = sorted((index for index, side in enumerate(sides) if side.line), key=lambda index: sides[index].line)
        for _, group in groupby(present, key=lambda index: sides[index].under):
            below = list(group)
            section = _Section(any(_is_numbered(blocks[index], sides[index]) for index in below))
            found.update((index, section.place(blocks[index], sides[index])) for index in below)
    return [found[index] for index in range(len(blocks))]


_PARAGRAPH = re.compile(r"\((\d{1,3}[a-z]?)\)\s")
_ITEMS = (
    ("number", re.compile(r"(\d{1,3}[a-z]?)[.)]\s")),
    ("letters", re.compile(r"(([a-z])\2)\)\s")),
    ("letter", re.compile(r"([a-z])\)\s")),
)
"""What an item is called by the number that it gives itself."""
_DEPTH = {"number": 0, "letter": 1, "letters": 2}


def _is_numbered(block: Block, own: Side) -> bool:
    return block.form is Form.PARAGRAPH and _PARAGRAPH.match(own.text) is not None


@dataclass
class _Section:
    """How far the places below one heading are told."""

    numbers_itself: bool
    """Whether its paragraphs do; else they are counted."""
    paragraph: str = ""
    """The paragraph that gave itself a number, and the numbered items that we stand in."""
    items: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    counts: Counter[Form] = field(default_factory=Counter)

    def place(self, block: Block, own: Side) -> str:
        if block.form is Form.ITEM and (numbered := number_of(own.text)):
            return self._item(block.level, *numbered)
        if block.form is Form.PARAGRAPH and (given := _PARAGRAPH.match(own.text)):
            self.paragraph, self.items = text("diff.block.paragraph", n=given[1]), []
            return self.paragraph
        if block.form is Form.PARAGRAPH and self.numbers_itself:
            return self._between()
        return self._counted(block.form, own)

    def _item(self, level: int, name: str, number: str) -> str:
        depth = level, _DEPTH[name]
        self.items = [item for item in self.items if item[0] < depth]
        self.items.append((depth, text(f"diff.block.{name}", n=number)))
        return " ".join((self.paragraph, *(said for _, said in self.items))).strip()

    def _between(self) -> str:
        """A paragraph without a number among numbered ones: what follows an enumeration, or stands between them."""
        if self.items:
            return f"{self.paragraph} {text('diff.block.after', block=self.items[-1][1])}".strip()
        return text("diff.block.after", block=self.paragraph) if self.paragraph else text("diff.block.before_first")

    def _counted(self, form: Form, own: Side) -> str:
        self.counts[form] += 1
        said = text(f"diff.block.{form.value}", n=self.counts[form])
        if form is Form.PARAGRAPH:
            self.items = []
            self.counts[form] += len(re.findall(r"\n\s*\n", own.text))  # of one that was split, or is joined now
        return f"{self.paragraph} {said}".strip() if form is Form.ITEM else said


def number_of(said: str) -> tuple[str, str] | None:
    """What an item is called and its number, where it has one: ``("letter", "a")``."""
    return next(((name, found[1]) for name, pattern in _ITEMS if (found := pattern.match(said))), None)
