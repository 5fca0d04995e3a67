"""Which units of two texts are versions of one: first whole sections, then units within them, then what moved."""

from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ikonzept.prose.align import align, heaviest_rising, rising
from ikonzept.prose.likeness import Words, candidates, contains, likeness, ready
from ikonzept.prose.sections import Section, pair_sections
from ikonzept.prose.units import Form, Unit

ALIKE = 0.5
"""From here on two units at the same place are one, changed."""
MOVED_ALIKE = 0.75
"""From here on two units at different places are one, moved and changed."""
WORDS_THAT_MOVE = 6
"""What has fewer words is not recognised in another section: it may stand in many."""
_ALL_PAIRS_UP_TO = 900


class Link(NamedTuple):
    """Units that are versions of each other: one on either side, or one and the several that it became."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    rewritten: bool = False
    """They have only their number in common: (2) was put anew."""


@dataclass
class Pairing:
    """The pairs found so far, while they are being found."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    partner: dict[int, int] = field(default_factory=dict)
    """Old unit → new unit."""
    taken: set[int] = field(default_factory=set)
    """New units that have a partner."""

    @cached_property
    def keys(self) -> tuple[list[str], list[str]]:
        """What is equal for units that are the same but for numbering and typography."""
        return [_key(unit, words) for unit, words in zip(self.old, self.words[0], strict=True)], [
            _key(unit, words) for unit, words in zip(self.new, self.words[1], strict=True)
        ]

    @cached_property
    def words(self) -> tuple[list[Words], list[Words]]:
        """The units made ready for comparison."""
        return [ready(unit.words) for unit in self.old], [ready(unit.words) for unit in self.new]

    def join(self, old: int, new: int) -> None:
        """Two units become a pair."""
        self.partner[old] = new
        self.taken.add(new)

    def free_old(self, places: Iterable[int]) -> list[int]:
        """Those of the old units that have no partner."""
        return [place for place in places if place not in self.partner]

    def free_new(self, places: Iterable[int]) -> list[int]:
        """Those of the new units that have no partner."""
        return [place for place in places if place not in self.taken]

    def is_part(self, side: int, places: range) -> Callable[[int], bool]:
        """Whether a unit of a section is a paragraph that has no partner yet."""
        units = (self.old, self.new)[side]
        done: Container[int] = (self.partner, self.taken)[side]
        return lambda place: place in places and place not in done and units[place].form is Form.PARAGRAPH

    def alike(self, old: int, new: int, at_least: float) -> float:
        """How alike two units are; 0 where they are of different forms or less alike than that."""
        forms = {self.old[old].form, self.new[new].form}
        if len(forms) > 1 and forms != {Form.PARAGRAPH, Form.ITEM}:
            return 0.0
        return likeness(self.words[0][old], self.words[1][new], at_least)

    def alike_here(self, old: int, new: int) -> float:
        """The same of units at one place, where one that was only added to also counts."""
        score = self.alike(old, new, ALIKE)
        if score < ALIKE and self.old[old].form is self.new[new].form:
            return ALIKE * contains(self.words[0][old], self.words[1][new])
        return score


def _key(unit: Unit, words: Words) -> str:
    # A label alone ("§ 23") is told apart by itself.
    return f"{unit.form.value} {words.text or unit.text}"


def pair(old: Sequence[Unit], new: Sequence[Unit]) -> list[Link]:
    """The links between two texts' units, in the order of the new text; what was added or removed is in none."""
    found = Pairing(old, new)
    sections = pair_sections(old, new, found.keys)
    for before, after in sections:
        if before.heading >= 0 and after.heading >= 0:
            found.join(before.heading, after.heading)
        _same_order(found, before.units, after.units)
    for before, after in sections:
        _same_anywhere(found, before.units, after.units, lambda _: True)
    _same_anywhere(found, range(len(old)), range(len(new)), lambda place: _can_move(found, place))
    for before, after in sections:
        _alike_in_place(found, before.units, after.units)
    parts = _split_and_joined(found, sections)
    _alike_anywhere(found)
    rewritten = set(_rewritten(found, sections))
    return [link._replace(rewritten=not rewritten.isdisjoint(link.old)) for link in _links(found, sections, parts)]


def _can_move(found: Pairing, place: int) -> bool:
    return len(found.words[0][place].keys) >= WORDS_THAT_MOVE and found.old[place].form is not Form.HEADING


def _same_order(found: Pairing, old: range, new: range) -> None:
    for i, j in _in_order([found.keys[0][place] for place in old], [found.keys[1][place] for place in new]):
        found.join(old[i], new[j])


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of what is the same on both sides in the same order."""
    for i, j, size in align(old, new).runs:
        yield from ((i + step, j + step) for step in range(size))


def _same_anywhere(found: Pairing, old: Iterable[int], new: Iterable[int], may: Callable[[int], bool]) -> None:
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for place in found.free_new(new):
        free[found.keys[1][place]].append(place)
    for place in found.free_old(old):
        others = free.get(found.keys[0][place])
        if others and may(place):
            found.join(place, others.popleft())


# --- changed, at the same place ------------------------------------------------------------------------------------


def _alike_in_place(found: Pairing, old: range, new: range) -> None:
    """Pairs among what stands between the same neighbours, in order."""
    for olds, news in _between_pairs(found, old, new):
        if len(olds) * len(news) <= _ALL_PAIRS_UP_TO:
            for before, after in _best_in_order(found, olds, news):
                found.join(before, after)


def _between_pairs(found: Pairing, old: range, new: range) -> Iterator[tuple[list[int], list[int]]]:
    """Stretches without partner on both sides, between pairs that kept their order."""
    inside = [(place, found.partner[place]) for place in old if found.partner.get(place, -1) in new]
    kept = [inside[index] for index in rising([after for _, after in inside])]
    start_old, start_new = old.start, new.start
    for end_old, end_new in [*kept, (old.stop, new.stop)]:
        olds = found.free_old(range(start_old, end_old))
        news = found.free_new(range(start_new, end_new))
        if olds and news:
            yield olds, news
        start_old, start_new = end_old + 1, end_new + 1


def _best_in_order(found: Pairing, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs that are most alike in sum without crossing each other."""
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i, before in enumerate(olds, 1):
        for j, after in enumerate(news, 1):
            score = found.alike_here(before, after)
            together = best[i - 1][j - 1][0] + score if score >= ALIKE else -1.0
            best[i][j] = max((best[i - 1][j][0], 1), (best[i][j - 1][0], 2), (together, 3))
    pairs = []
    i, j = len(olds), len(news)
    while i and j:
        step = best[i][j][1]
        if step == 3:  # noqa: PLR2004  together
            pairs.append((olds[i - 1], news[j - 1]))
        i, j = i - (step != 2), j - (step != 1)  # noqa: PLR2004
    return pairs


# --- one into several, several into one ----------------------------------------------------------------------------

_PART_OF = 0.8
"""From here on a paragraph is what its neighbours were together."""


def _split_and_joined(
    found: Pairing, sections: Sequence[tuple[Section, Section]]
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Old unit → all the new units that it became; new unit → all the old units that it was."""
    split: dict[int, list[int]] = {}
    joined: dict[int, list[int]] = {}
    for before, after in sections:
        for old in before.units:
            new = found.partner.get(old, -1)
            if new not in after.units or new in joined or found.keys[0][old] == found.keys[1][new]:
                continue
            news = _grown(found.words[0][old], new, found.words[1], found.is_part(1, after.units))
            olds = _grown(found.words[1][new], old, found.words[0], found.is_part(0, before.units))
            if len(news) > 1:
                split[old] = news
                found.taken.update(news)
            elif len(olds) > 1:
                joined[new] = olds
                found.partner.update(dict.fromkeys(olds, new))
    return split, joined


def _grown(whole: Words, place: int, words: Sequence[Words], is_part: Callable[[int], bool]) -> list[int]:
    """A unit's partner with those neighbours without partner that make it more like the unit."""
    parts = [place]
    score = 0.0
    while True:
        ways = []
        if is_part(parts[0] - 1):
            ways.append([parts[0] - 1, *parts])
        if is_part(parts[-1] + 1):
            ways.append([*parts, parts[-1] + 1])
        score = score or (likeness(whole, words[place]) if ways else 0.0)
        best = max(((likeness(whole, _together(words, way)), way) for way in ways), default=(0.0, parts))
        if best[0] <= score:
            return parts if score >= _PART_OF else [place]
        score, parts = best


def _together(words: Sequence[Words], places: Iterable[int]) -> Words:
    found = [key for place in places for key in words[place].keys]
    return Words(found, " ".join(found))


# --- changed, at another place -------------------------------------------------------------------------------------


def _alike_anywhere(found: Pairing) -> None:
    """Pairs among all that is left, the most alike first."""
    olds = [place for place in found.free_old(range(len(found.old))) if _can_move(found, place)]
    news = found.free_new(range(len(found.new)))
    near = candidates([found.words[0][place] for place in olds], [found.words[1][place] for place in news])
    ranked = [
        (-score, before, news[index])
        for before, indices in zip(olds, near, strict=True)
        for index in indices
        if (score := found.alike(before, news[index], MOVED_ALIKE)) >= MOVED_ALIKE
    ]
    for _, before, after in sorted(ranked):
        if before not in found.partner and after not in found.taken:
            found.join(before, after)


# --- put anew ------------------------------------------------------------------------------------------------------


def _rewritten(found: Pairing, sections: Sequence[tuple[Section, Section]]) -> Iterator[int]:
    """Old units of which only the number is left, at the same place: they become pairs of what has that number now."""
    for before, after in sections:
        for olds, news in _between_pairs(found, before.units, after.units):
            numbers = [_number(found.old[place]) for place in olds], [_number(found.new[place]) for place in news]
            for i, j in _in_order(*numbers):
                if numbers[0][i]:
                    found.join(olds[i], news[j])
                    yield olds[i]


_BULLETS = "-*+•"


def _number(unit: Unit) -> str:
    """What a paragraph or an item is told by: ``paragraph (2)``; bullets tell nothing."""
    label = unit.label.strip()
    return f"{unit.form.value} {label}" if unit.form in _NUMBERED and label.strip(_BULLETS + " []xX") else ""


_NUMBERED = frozenset((Form.PARAGRAPH, Form.ITEM))


# --- pairs → links -------------------------------------------------------------------------------------------------


def _links(
    found: Pairing,
    sections: Sequence[tuple[Section, Section]],
    parts: tuple[dict[int, list[int]], dict[int, list[int]]],
) -> list[Link]:
    kept = _in_place(found, sections)
    split, joined = parts
    links = {
        new: Link(tuple(joined.get(new, [old])), tuple(split.get(old, [new])), moved=old not in kept)
        for old, new in found.partner.items()
    }
    return [links[new] for new in sorted(links)]


def _in_place(found: Pairing, sections: Sequence[tuple[Section, Section]]) -> set[int]:
    """The old units that stand where they stood: in their section and in order; their section's move is its own."""
    kept = {before.heading for before, _ in sections} - _moved_headings(sections)
    for before, after in sections:
        inside = [
            (place, found.partner[place]) for place in before.units if found.partner.get(place, -1) in after.units
        ]
        order = sorted(inside, key=lambda places: places[1])
        kept.update(order[index][0] for index in rising([old for old, _ in order]))
    return kept


def _moved_headings(sections: Sequence[tuple[Section, Section]]) -> set[int]:
    """Headings that stand in another order among their sisters, or under another heading."""
    partner = {before.index: after.index for before, after in sections}
    sisters: defaultdict[int, list[Section]] = defaultdict(list)
    moved = set()
    for before, after in sorted(sections, key=lambda both: both[1].index):
        if partner.get(before.parent) == after.parent:
            sisters[after.parent].append(before)
        else:
            moved.add(before.heading)
    for order in sisters.values():
        headings = [section.heading for section in order]
        kept = heaviest_rising(headings, [len(section.whole) + 1 for section in order])
        moved |= set(headings) - {headings[index] for index in kept}
    return moved
