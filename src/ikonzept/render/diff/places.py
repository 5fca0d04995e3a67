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


def spots(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """For each block its place below its heading in the older text and in the newer one; empty where it is not."""
    return list(zip(_side_spots(blocks, newer=False), _side_spots(blocks, newer=True), strict=True))


def _side_spots(blocks: Sequence[Block], *, newer: bool) -> list[str]:
    sides = [block.new if newer else block.old for block in blocks]
    present = sorted((index for index, side in enumerate(sides) if side.line), key=lambda index: sides[index].line)
    found = dict.fromkeys(range(len(blocks)), "")
    for _, group in groupby(present, key=lambda index: sides[index].under):
        below = list(group)
        section = _Section(any(_is_numbered(blocks[index], sides[index]) for index in below))
        for index, following in zip(below, (*below[1:], None), strict=True):
            is_head = following is not None and blocks[following].form is Form.SEPARATOR
            found[index] = section.place(blocks[index], sides[index], is_head=is_head)
    return list(found.values())


_PARAGRAPH = re.compile(r"\((\d{1,3}[a-z]?)\)\s")
_FOOTNOTE = re.compile(r"\[\^([^\]\n]+)\]:")
_ITEMS = (
    ("number", re.compile(r"(\d{1,3}[a-z]?)[.)]\s")),
    ("letters", re.compile(r"(([a-z])\2)\)\s")),
    ("letter", re.compile(r"([a-z])\)\s")),
)
"""What an item is called by the number that it gives itself."""
_DEPTH = {"number": 0, "letter": 1, "letters": 2}


def _is_numbered(block: Block, own: Side) -> bool:
    return block.form is Form.PARAGRAPH and _PARAGRAPH.match(own.text) is not None


Depth = tuple[int, int]


@dataclass
class _Section:
    """How far the places below one heading are told."""

    numbers_itself: bool
    """Whether its paragraphs do; else they are counted."""
    paragraph: str = ""
    """The paragraph that gave itself a number, and the numbered items that we stand in."""
    items: list[tuple[Depth, str]] = field(default_factory=list)
    bullets: list[tuple[int, int]] = field(default_factory=list)
    """Level and count of the items without a number."""
    counts: Counter[str] = field(default_factory=Counter)

    def place(self, block: Block, own: Side, *, is_head: bool) -> str:
        if block.form is Form.ITEM:
            numbered = number_of(own.text)
            return self._item(block.level, *numbered) if numbered else self._bullet(block.level)
        if block.form is Form.ROW and is_head:
            return text("diff.block.head")
        if block.form is not Form.PARAGRAPH:
            return self._counted(block.form.value)
        if note := _FOOTNOTE.match(own.text):
            return text("diff.block.footnote", n=note[1])
        if given := _PARAGRAPH.match(own.text):
            self.paragraph, self.items = text("diff.block.paragraph", n=given[1]), []
            return self.paragraph
        return self._between() if self.numbers_itself else self._paragraph(own)

    def _item(self, level: int, name: str, number: str) -> str:
        depth = level, _DEPTH[name]
        self.items = [item for item in self.items if item[0] < depth]
        self.items.append((depth, text(f"diff.block.{name}", n=number)))
        self.bullets = [bullet for bullet in self.bullets if bullet[0] < level]
        return " ".join((self.paragraph, *(said for _, said in self.items))).strip()

    def _bullet(self, level: int) -> str:
        """``Listenpunkt 2.1``: the first one in the second."""
        above = [bullet for bullet in self.bullets if bullet[0] < level]
        before = next((count for own, count in self.bullets if own == level), 0)
        self.bullets = [*above, (level, before + 1)]
        self.items = [item for item in self.items if item[0][0] < level]
        number = ".".join(str(count) for _, count in self.bullets)
        within = (self.paragraph, *(said for _, said in self.items), text("diff.block.item", n=number))
        return " ".join(within).strip()

    def _between(self) -> str:
        """A paragraph without a number among numbered ones: what follows an enumeration, or stands between them."""
        if self.items:
            return f"{self.paragraph} {text('diff.block.after', block=self.items[-1][1])}".strip()
        return text("diff.block.after", block=self.paragraph) if self.paragraph else text("diff.block.before_first")

    def _paragraph(self, own: Side) -> str:
        self.items = []
        said = self._counted(Form.PARAGRAPH.value)
        # One that was split, or is joined now, holds the place of several.
        self.counts[Form.PARAGRAPH.value] += len(re.findall(r"\n\s*\n", own.text))
        return said

    def _counted(self, form: str) -> str:
        self.counts[form] += 1
        return text(f"diff.block.{form}", n=self.counts[form])


def number_of(said: str) -> tuple[str, str] | None:
    """What an item is called and its number, where it has one: ``("letter", "a")``."""
    return next(((name, found[1]) for name, pattern in _ITEMS if (found := pattern.match(said))), None)
