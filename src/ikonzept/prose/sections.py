"""A text's sections by its headings, and which of two texts' sections are the same one, renumbered or renamed."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ikonzept.prose.align import align
from ikonzept.prose.likeness import ready, similarity
from ikonzept.prose.units import Form, Unit

_SAME_SECTION = 0.55
_LEAST = 0.25
_HINT = 0.15
"""What the same number, or a common section above, counts."""
_ALL_PAIRS_UP_TO = 40_000


@dataclass(frozen=True, slots=True)
class Section:
    """The units from one heading to the next; the units before the first heading have none (-1)."""

    index: int
    heading: int
    parent: int
    """The section above, by its index; 0 for none."""
    units: range
    """Without the heading, up to the next one."""
    whole: range
    """With all sections below."""
    path: tuple[str, ...]
    """The headings above and its own, without numbers and typography."""
    label: str


def sections(found: Sequence[Unit]) -> list[Section]:
    """The sections of a text, in order; the first is what stands before any heading."""
    headings = [index for index, unit in enumerate(found) if unit.form is Form.HEADING]
    ends = [*headings, len(found)]
    wholes = _ends_of_whole(found, headings)
    result = [Section(0, -1, 0, range(ends[0]), range(len(found)), (), "")]
    above: list[int] = [0]
    for number, heading in enumerate(headings):
        unit = found[heading]
        while above[-1] and found[result[above[-1]].heading].level >= unit.level:
            above.pop()
        parent = result[above[-1]]
        units, whole = range(heading + 1, ends[number + 1]), range(heading + 1, wholes[heading])
        path = (*parent.path, ready(unit.words).text or unit.text)
        result.append(Section(number + 1, heading, parent.index, units, whole, path, unit.label.strip("# \t")))
        above.append(number + 1)
    return result


def _ends_of_whole(found: Sequence[Unit], headings: Sequence[int]) -> dict[int, int]:
    """For each heading where the next one begins that is not below it."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    for heading in headings:
        while open_ones and found[open_ones[-1]].level >= found[heading].level:
            ends[open_ones.pop()] = heading
        open_ones.append(heading)
    return ends | dict.fromkeys(open_ones, len(found))


def pair_sections(
    old: Sequence[Unit], new: Sequence[Unit], keys: tuple[Sequence[str], Sequence[str]]
) -> list[tuple[Section, Section]]:
    """The sections that both texts have, in the order of the old one; ``keys`` are their units' normal forms."""
    olds, news = sections(old), sections(new)
    pairs = {0: 0}
    _same_path(olds, news, pairs)
    _alike(olds, news, keys, pairs)
    return [(olds[i], news[j]) for i, j in sorted(pairs.items())]


def _same_path(olds: Sequence[Section], news: Sequence[Section], pairs: dict[int, int]) -> None:
    """By headings that are the same up to the top: in order first, then wherever they are."""
    paths = [["\n".join(section.path) for section in side[1:]] for side in (olds, news)]
    for i, j, size in align(*paths).runs:
        pairs.update((i + step + 1, j + step + 1) for step in range(size))
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in sorted(set(range(1, len(news))) - set(pairs.values())):
        free[paths[1][index - 1]].append(index)
    for index in range(1, len(olds)):
        others = free.get(paths[0][index - 1])
        if index not in pairs and others:
            pairs[index] = others.popleft()


def _alike(
    olds: Sequence[Section], news: Sequence[Section], keys: tuple[Sequence[str], Sequence[str]], pairs: dict[int, int]
) -> None:
    """By headings and contents that are alike, the most alike first; from above, for a common section above counts."""
    left = [section for section in olds if section.index not in pairs]
    right = [section for section in news if section.index not in set(pairs.values())]
    for depth in sorted({len(section.path) for section in left}):
        taken = set(pairs.values())
        ranked = sorted(
            (-score, old.index, new.index)
            for old, new in _worth_comparing([section for section in left if len(section.path) == depth], right)
            if new.index not in taken and (score := _score(old, new, keys, pairs)) >= _SAME_SECTION
        )
        for _, i, j in ranked:
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)


def _worth_comparing(left: Sequence[Section], right: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    if len(left) * len(right) <= _ALL_PAIRS_UP_TO:
        yield from ((old, new) for old in left for new in right)
        return
    by_title: defaultdict[str, list[Section]] = defaultdict(list)
    for new in right:
        by_title[new.path[-1]].append(new)
    for old in left:
        yield from ((old, new) for new in by_title[old.path[-1]][:_NAMESAKES])


_NAMESAKES = 8


def _score(old: Section, new: Section, keys: tuple[Sequence[str], Sequence[str]], pairs: Mapping[int, int]) -> float:
    """How much of the contents both have; the title counts only below a common heading ("Ziele" stand everywhere)."""
    contents = _contents(old, keys[0]), _contents(new, keys[1])
    larger = max(map(len, contents))
    score = len(contents[0] & contents[1]) / larger if larger else 0.0
    together = pairs.get(old.parent) == new.parent
    if together:
        score = max(score, similarity(old.path[-1], new.path[-1]))
    hints = (old.label == new.label != "") + together
    return score + hints * _HINT if score >= _LEAST else 0.0


def _contents(section: Section, keys: Sequence[str]) -> set[str]:
    """What a section says, without the headings in it."""
    return {keys[place] for place in section.whole if not keys[place].startswith(Form.HEADING.value)}
