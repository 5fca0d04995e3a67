"""Two Markdown texts → blocks: what each heading, paragraph, item or row became, with its words marked.

Sections are found again by their headings, units by what they say, sentences wherever they went, then words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ikonzept.prose.moves import Texts, pieces_of
from ikonzept.prose.pairing import Link, pair
from ikonzept.prose.units import Form, Unit, units
from ikonzept.prose.words import MATERIAL, Kind, Piece, merged


class Change(Enum):
    """What became of a block."""

    SAME = "same"
    EDITORIAL = "editorial"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    REWRITTEN = "rewritten"
    """Only its number is left."""


@dataclass(frozen=True, slots=True)
class Side:
    """A block in one of the two texts."""

    text: str
    gap: str
    """The blanks between this block and the next."""
    line: int
    """Where it begins, 1-based; 0 where the block is absent."""
    under: tuple[str, ...]
    """The headings it stands under, the outermost first."""


ABSENT = Side("", "", 0, ())


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item, row … of two texts, and what became of it."""

    change: Change
    form: Form
    level: int
    """Of a heading, 1 to 6; how deep an item is nested, from 1."""
    old: Side
    new: Side
    pieces: tuple[Piece, ...]
    """Joined they are the text of either side."""

    @property
    def is_material(self) -> bool:
        """Whether anything but typography changed: words, or the place."""
        if self.form is Form.SEPARATOR:
            return False
        return self.change not in _SET_ANEW or any(piece.kind in MATERIAL for piece in self.pieces)

    @property
    def is_coarse(self) -> bool:
        """Whether the texts were too large to look into every change."""
        return any(piece.coarse for piece in self.pieces)


_SET_ANEW = frozenset((Change.SAME, Change.EDITORIAL, Change.SPLIT, Change.JOINED))


def compare_texts(old: str, new: str) -> tuple[Block, ...]:
    """The blocks of two texts in the order of the new one; what was removed stands after what it stood after.

    The texts and gaps of the blocks' new sides, joined, are the new text; those of the old sides by line the old one.
    """
    before, after = units(old), units(new)
    blank = tuple(_leading_blanks(before, after))
    links = _in_reading_order(pair(before, after), len(before), len(after))
    sides = _sides(before), _sides(after)
    pieces = _pieces(before, after, links, len(blank))
    blocks = [_block(link, own, (before, after), sides) for link, own in zip(links, pieces, strict=True)]
    return (*blank, *blocks)


def _pieces(
    before: Sequence[Unit], after: Sequence[Unit], links: Sequence[Link], first: int
) -> list[tuple[Piece, ...]]:
    """The pieces of each link; a moved sentence names the block of its other end, of which the first is ``first``."""
    texts = [(place, both) for place, link in enumerate(links) for both in _texts(before, after, link)]
    found: list[list[Piece]] = [[] for _ in links]
    for (place, _), own in zip(texts, pieces_of([both for _, both in texts]), strict=True):
        found[place] += (
            piece if piece.other is None else piece._replace(other=texts[piece.other][0] + first) for piece in own
        )
    return [tuple(merged(own)) if link.rewritten else tuple(own) for link, own in zip(links, found, strict=True)]


def _leading_blanks(before: list[Unit], after: list[Unit]) -> Iterator[Block]:
    """A block for blank lines before the first unit, taken off the units."""
    found = []
    for side in (before, after):
        is_blank = bool(side) and side[0].form is Form.BLANK
        found.append(Side("", side.pop(0).gap, 1, ()) if is_blank else ABSENT)
    return iter([Block(Change.SAME, Form.BLANK, 0, found[0], found[1], ())] if found != [ABSENT, ABSENT] else [])


def _in_reading_order(links: Sequence[Link], olds: int, news: int) -> list[Link]:
    """The links with what was added and removed between them."""
    linked_new = {place for link in links for place in link.new}
    added = (Link((), (place,)) for place in range(news) if place not in linked_new)
    present = sorted([*links, *added], key=lambda link: link.new)
    follower = {link.old[-1]: link for link in links if not link.moved}
    linked_old = {place for link in links for place in link.old}
    removed: defaultdict[Link | None, list[Link]] = defaultdict(list)
    anchor = None
    for place in range(olds):
        anchor = follower.get(place, anchor)
        if place not in linked_old:
            removed[anchor].append(Link((place,), ()))
    return [*removed[None], *(found for link in present for found in (link, *removed.get(link, ())))]


def _text(side: Sequence[Unit], places: Sequence[int]) -> str:
    if not places:
        return ""
    *others, last = (side[place] for place in places)
    return "".join(unit.text + unit.gap for unit in others) + last.text


def _texts(before: Sequence[Unit], after: Sequence[Unit], link: Link) -> Iterator[Texts]:
    """Both texts of a link; of what was put anew the common number, then either side alone."""
    old, new = _text(before, link.old), _text(after, link.new)
    labels = before[link.old[0]].label if link.old else "", after[link.new[0]].label if link.new else ""
    if link.rewritten:
        yield Texts(*labels)
        yield Texts(old[len(labels[0]) :], "")
        yield Texts("", new[len(labels[1]) :])
    else:
        yield Texts(old, new, labels, _first(before, after, link).form)


def _first(before: Sequence[Unit], after: Sequence[Unit], link: Link) -> Unit:
    """The first unit of a link, of the newer text where it is in both."""
    return after[link.new[0]] if link.new else before[link.old[0]]


def _sides(side: Sequence[Unit]) -> list[tuple[str, ...]]:
    """For each unit the headings that it stands under."""
    above: list[tuple[int, str]] = []
    found = []
    for unit in side:
        if unit.form is Form.HEADING:
            while above and above[-1][0] >= unit.level:
                above.pop()
        found.append(tuple(title for _, title in above))
        if unit.form is Form.HEADING:
            above.append((unit.level, unit.text.partition("\n")[0].strip("# \t\r")))
    return found


def _block(
    link: Link,
    pieces: tuple[Piece, ...],
    both: tuple[Sequence[Unit], Sequence[Unit]],
    under: tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]],
) -> Block:
    old, new = (_side(side, places, above) for side, places, above in zip(both, link[:2], under, strict=True))
    unit = _first(*both, link)
    return Block(_change(link, pieces), unit.form, unit.level, old, new, pieces)


def _side(side: Sequence[Unit], places: Sequence[int], under: Sequence[tuple[str, ...]]) -> Side:
    if not places:
        return ABSENT
    first, last = places[0], places[-1]
    return Side(_text(side, places), side[last].gap, side[first].line, under[first])


def _change(link: Link, pieces: Sequence[Piece]) -> Change:
    if not link.old:
        return Change.ADDED
    if not link.new:
        return Change.REMOVED
    if link.rewritten:
        return Change.REWRITTEN
    if link.moved:
        return Change.MOVED
    if len(link.new) > 1:
        return Change.SPLIT
    if len(link.old) > 1:
        return Change.JOINED
    kinds = {piece.kind for piece in pieces}
    if kinds <= {Kind.SAME}:
        return Change.SAME
    return Change.EDITORIAL if kinds <= {Kind.SAME, Kind.EDITORIAL} else Change.CHANGED
