"""What changed between two Markdown texts: headings, paragraphs, list items and table rows, and in them the words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, cast

from ikonzept.prose import sentences
from ikonzept.prose.likeness import contained, likeness
from ikonzept.prose.sentences import Part
from ikonzept.prose.tokens import normal, tokens
from ikonzept.prose.words import MATERIAL, Piece, compare_words, is_editorial


class Form(StrEnum):
    """What a block is in its text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


class State(StrEnum):
    """What happened to a block."""

    SAME = "same"
    EDITORIAL = "editorial"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"


class Block(NamedTuple):
    """A block on both sides: texts with the blank lines behind them, first lines (1-based, 0 where it is not).

    A block that was split has all of its new parts in ``new``; one that was joined all of its old ones in ``old``.
    """

    state: State
    form: Form
    old: str
    new: str
    old_line: int
    new_line: int
    old_heading: str
    new_heading: str
    """The heading it stands under; of a heading the one above it."""
    pieces: tuple[Piece, ...] = ()
    number: int = 0
    """Which block of its form it is under its heading, on the newer side where it is there."""


def is_same(block: Block) -> bool:
    """Whether a block stands where it stood, letter for letter."""
    return block.state is State.SAME


def is_material(block: Block) -> bool:
    """Whether more than typography differs."""
    return block.state not in {State.SAME, State.EDITORIAL}


# --- reading -------------------------------------------------------------------------------------------------------


class Raw(NamedTuple):
    """A block of one text."""

    form: Form
    text: str
    """With the line ends and blank lines behind it (and, of the first, before it)."""
    line: int
    heading: str
    number: int


_FENCE = re.compile(r"[ \t]*(```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)]|[a-z][.)]|\([0-9a-z]{1,3}\))[ \t]+")
_BLANK = re.compile(r"[ \t]*$")


def blocks(text: str) -> list[Raw]:
    """The blocks of a Markdown text, in order; together their texts are the text."""
    found: list[tuple[Form, int, list[str]]] = []
    fence = ""
    lines = re.split(r"(?<=\n)", text)
    if lines and not lines[-1]:
        lines.pop()
    blank_before = True
    for index, line in enumerate(lines):
        bare = line.rstrip("\r\n")
        if fence:
            found[-1][2].append(line)
            fence = "" if bare.strip().startswith(fence) else fence
        elif _BLANK.fullmatch(bare):
            if not found:
                found.append((Form.PARAGRAPH, index, []))
            found[-1][2].append(line)
            blank_before = True
            continue
        elif opened := _FENCE.match(bare):
            fence = opened[1]
            found.append((Form.CODE, index, [line]))
        elif form := _begins(bare, found[-1][0] if found else None, fresh=blank_before):
            found.append((form, index, [line]))
        else:
            found[-1][2].append(line)
        blank_before = False
    return list(_placed(_with_start(found)))


def _begins(line: str, last: Form | None, *, fresh: bool) -> Form | None:
    """The form of the block that a line begins, ``None`` where it goes on with the last one."""
    if _HEADING.match(line):
        return Form.HEADING
    if line.lstrip().startswith("|"):
        return Form.ROW
    if _ITEM.match(line):
        return Form.ITEM
    if fresh or last in {None, Form.HEADING, Form.ROW, Form.CODE}:
        return Form.PARAGRAPH
    return None


def _with_start(found: list[tuple[Form, int, list[str]]]) -> list[tuple[Form, int, list[str]]]:
    """Blank lines before the first block belong to it."""
    if len(found) > 1 and not "".join(found[0][2]).strip():
        form, index, lines = found[1]
        return [(form, index, found[0][2] + lines), *found[2:]]
    return found


def _placed(found: Sequence[tuple[Form, int, list[str]]]) -> Iterator[Raw]:
    heading, numbers = "", Counter[Form]()
    for form, index, lines in found:
        text = "".join(lines)
        numbers[form] += 1
        yield Raw(form, text, index + 1, heading, numbers[form])
        if form is Form.HEADING:
            heading, numbers = text.strip().strip("#").strip(), Counter()


# --- comparing -----------------------------------------------------------------------------------------------------

_SIMILAR = 0.5
"""From this likeness on, a paragraph between the same neighbours is the same one, changed."""
_MOVED = 0.6
_MOST_PAIRS = 250_000
"""Beyond so many pairs of leftover blocks, only equal ones are known again."""
_NUMBER = re.compile(
    r"^(?:#{1,6}\s+)?(?:§+\s?\d+[a-z]?|\d+(?:\.\d+)*\.?|[IVX]+\.|[-*+]|\d{1,3}[.)]|\([0-9a-z]{1,3}\)|[a-z]\))\s+"
)

Pairs = dict[int, int]


def compare_texts(old: str, new: str) -> tuple[Block, ...]:
    """The blocks of two texts in the order of the new one, what went where it stood."""
    before, after = blocks(old), blocks(new)
    pairs, moved = _pairs(before, after)
    splits, joins = _splits(before, after, pairs)
    return tuple(_told(before, after, pairs, moved, splits, joins))


def _key(block: Raw) -> int:
    """What a block is known by: its text without typography and without its number."""
    text = normal(block.text)
    bare = _NUMBER.sub("", text) if block.form in {Form.HEADING, Form.ITEM, Form.PARAGRAPH} else text
    return hash((block.form, bare or text))


def _pairs(before: Sequence[Raw], after: Sequence[Raw]) -> tuple[Pairs, frozenset[int]]:
    """Which old block is which new one, by index; and which of the new ones have moved."""
    from rapidfuzz.distance import LCSseq

    left, right = [_key(item) for item in before], [_key(item) for item in after]
    pairs: Pairs = {}
    gaps: list[tuple[range, range]] = []
    whole = len(left) * len(right) > _MOST_CELLS
    opcodes = _whole(left, right) if whole else cast("Iterable[_Opcode]", LCSseq.opcodes(left, right))
    for tag, start, end, new_start, new_end in opcodes:
        sides = range(start, end), range(new_start, new_end)
        if tag == "equal":
            pairs |= dict(zip(*sides, strict=True))
        elif gaps and gaps[-1][0].stop == sides[0].start and gaps[-1][1].stop == sides[1].start:
            gaps[-1] = range(gaps[-1][0].start, sides[0].stop), range(gaps[-1][1].start, sides[1].stop)
        else:
            gaps.append(sides)
    free = [index for gap, _ in gaps for index in gap], [index for _, gap in gaps for index in gap]
    moved = _equal_elsewhere(left, right, *free, before)
    taken, here = set(moved), set(moved.values())
    for gone, come in gaps:
        rest = [index for index in gone if index not in taken], [index for index in come if index not in here]
        pairs |= _alike_in_order(before, after, *rest)
    free = (
        [index for index in free[0] if index not in pairs and index not in taken],
        [index for index in free[1] if index not in here and index not in set(pairs.values())],
    )
    moved |= _alike_elsewhere(before, after, *free)
    return pairs | moved, frozenset(moved.values())


_MOST_CELLS = 400_000_000
_Opcode = tuple[str, int, int, int, int]


def _whole(left: Sequence[int], right: Sequence[int]) -> list[_Opcode]:
    """Two texts too long to be compared block by block: equal beginning, equal end."""
    most = min(len(left), len(right))
    head = next((index for index in range(most) if left[index] != right[index]), most)
    tail = next((n for n in range(most - head) if left[-1 - n] != right[-1 - n]), most - head)
    a, b = len(left) - tail, len(right) - tail
    return [("equal", 0, head, 0, head), ("replace", head, a, head, b), ("equal", a, len(left), b, len(right))]


def _equal_elsewhere(
    left: Sequence[int], right: Sequence[int], gone: Sequence[int], come: Sequence[int], before: Sequence[Raw]
) -> Pairs:
    """Equal blocks at other places, where there is one of each and it says something."""
    counts = Counter(left[index] for index in gone), Counter(right[index] for index in come)
    places = {right[index]: index for index in come}
    return {
        index: places[left[index]]
        for index in gone
        if counts[0][left[index]] == counts[1][left[index]] == 1 and _says_something(before[index])
    }


_LEAST_WORDS = 3


def _says_something(block: Raw) -> bool:
    return len(tokens(block.text[:200])) > _LEAST_WORDS


def _alike_in_order(before: Sequence[Raw], after: Sequence[Raw], gone: Sequence[int], come: Sequence[int]) -> Pairs:
    """Between the same neighbours: the pairs in order that are most alike together."""
    if not gone or not come:
        return {}
    if len(gone) == len(come) == 1:
        old, new = before[gone[0]], after[come[0]]
        alike = old.form is new.form and (likeness(old.text, new.text) >= _ALONE or _score(old, new) > 0)
        return {gone[0]: come[0]} if alike else {}
    if len(gone) * len(come) > _MOST_IN_GAP:
        return {}
    scores = [[_score(before[i], after[j]) for j in come] for i in gone]
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    for i in range(len(gone) - 1, -1, -1):
        for j in range(len(come) - 1, -1, -1):
            together = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    found, i, j = {}, 0, 0
    while i < len(gone) and j < len(come):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            found[gone[i]] = come[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


_ALONE = 0.3
"""Alone between the same neighbours, less likeness is enough."""
_MOST_IN_GAP = 10_000


def _score(old: Raw, new: Raw) -> float:
    if old.form is not new.form:
        return 0.0
    alike = likeness(old.text, new.text)
    if alike < _SIMILAR and contained(old.text, new.text) >= _WHOLE:
        return _SIMILAR  # much was added or left out, but what is left is the same
    return alike if alike >= _SIMILAR else 0.0


def _alike_elsewhere(before: Sequence[Raw], after: Sequence[Raw], gone: Sequence[int], come: Sequence[int]) -> Pairs:
    """What was taken to another place and changed there: each the other's best, and none nearly as good."""
    gone = [index for index in gone if _says_something(before[index]) and before[index].form is not Form.HEADING]
    come = [index for index in come if _says_something(after[index]) and after[index].form is not Form.HEADING]
    if not gone or not come or len(gone) * len(come) > _MOST_PAIRS:
        return {}
    from ikonzept.prose.guesses import clear_pairs

    left = {index: before[index].text for index in gone}
    right = {index: after[index].text for index in come}
    return {one: other for one, other, _ in clear_pairs(left, right, least=_MOVED)}


# --- split and joined ----------------------------------------------------------------------------------------------

Runs = Mapping[int, tuple[int, ...]]
_MOST_PARTS = 4
_WHOLE = 0.9


def _splits(before: Sequence[Raw], after: Sequence[Raw], pairs: Pairs) -> tuple[Runs, Runs]:
    """Old blocks that are several new ones now, and new blocks that were several old ones."""
    back = {new: old for old, new in pairs.items()}
    split = _runs([item.text for item in before], [item.text for item in after], pairs, set(back))
    joined = _runs([item.text for item in after], [item.text for item in before], back, set(pairs))
    return split, joined


def _runs(wholes: Sequence[str], pieces: Sequence[str], pairs: Pairs, taken: set[int]) -> Runs:
    """For each block that has a partner: the run of free blocks around it that together say what it says."""
    found: dict[int, tuple[int, ...]] = {}
    for whole, part in pairs.items():
        if len(wholes[whole]) <= len(pieces[part]) or likeness(wholes[whole], pieces[part]) >= _WHOLE:
            continue
        run = [part]
        while len(run) < _MOST_PARTS and run[-1] + 1 < len(pieces) and run[-1] + 1 not in taken:
            run.append(run[-1] + 1)
        while len(run) < _MOST_PARTS and run[0] > 0 and run[0] - 1 not in taken:
            run.insert(0, run[0] - 1)
        best = max(_around(run, part), key=lambda some: likeness(wholes[whole], "".join(pieces[i] for i in some)))
        if len(best) > 1 and likeness(wholes[whole], "".join(pieces[i] for i in best)) >= _WHOLE:
            found[whole] = best
            taken |= set(best)
    return found


def _around(run: Sequence[int], part: int) -> Iterator[tuple[int, ...]]:
    """Every stretch of a run that holds one of it."""
    at = run.index(part)
    for start in range(at + 1):
        for stop in range(at + 1, len(run) + 1):
            yield tuple(run[start:stop])


# --- telling -------------------------------------------------------------------------------------------------------


def _told(  # noqa: PLR0913, PLR0917
    before: Sequence[Raw], after: Sequence[Raw], pairs: Pairs, moved: frozenset[int], splits: Runs, joins: Runs
) -> Iterator[Block]:
    """The blocks in the order of the new text; what went stands behind what it followed."""
    rows = _rows(before, after, pairs, moved, splits, joins)
    compared = [_compared(old, new) for _, old, new in rows]
    known = sentences.moved([part for found in compared for part in found or ()])
    for (state, old, new), found in zip(rows, compared, strict=True):
        yield _block(state, old, new, found, known)


Row = tuple[State | None, tuple[Raw, ...], tuple[Raw, ...]]


def _rows(  # noqa: PLR0913, PLR0917
    before: Sequence[Raw], after: Sequence[Raw], pairs: Pairs, moved: frozenset[int], splits: Runs, joins: Runs
) -> list[Row]:
    """Which blocks are told together, and how, where it is known already."""
    back = {new: old for old, new in pairs.items()}
    part_of_split = {new: old for old, run in splits.items() for new in run}
    part_of_join = {old: new for new, run in joins.items() for old in run}
    rows: list[Row] = []
    gone = defaultdict[int, list[int]](list)
    last = -1
    for old in range(len(before)):
        if old in pairs and pairs[old] not in moved:
            last = pairs[old]
        elif old not in pairs and old not in part_of_join:
            gone[last].append(old)
    rows += [(State.REMOVED, (before[old],), ()) for old in gone[-1]]
    for new, block in enumerate(after):
        if new in part_of_split and part_of_split[new] in splits:
            old = part_of_split[new]
            run = splits[old]
            if new == run[0]:
                rows.append((State.SPLIT, (before[old],), tuple(after[index] for index in run)))
        elif new in joins:
            rows.append((State.JOINED, tuple(before[index] for index in joins[new]), (block,)))
        elif new in back:
            rows.append((State.MOVED if new in moved else None, (before[back[new]],), (block,)))
        else:
            rows.append((State.ADDED, (), (block,)))
        rows += [(State.REMOVED, (before[old],), ()) for old in gone[new]]
    return rows


def _compared(old: Sequence[Raw], new: Sequence[Raw]) -> list[Part] | None:
    """The sentences of two sides, ``None`` where they are the same but for typography."""
    one, other = _bare(old), _bare(new)
    return None if is_editorial(one, other) else sentences.parts(one, other)


def _bare(parts: Sequence[Raw]) -> str:
    """The text without the line ends around it."""
    return "".join(part.text for part in parts).strip("\r\n")


def _block(
    state: State | None, old: Sequence[Raw], new: Sequence[Raw], found: list[Part] | None, known: frozenset[str]
) -> Block:
    one, other = _bare(old), _bare(new)
    pieces = compare_words(one, other) if found is None else tuple(sentences.pieces(found, known))
    first = (new or old)[0]
    if state is None:
        material = any(piece.kind in MATERIAL for piece in pieces) and not _is_renumbered_item(old, new)
        state = State.CHANGED if material else State.SAME if one == other else State.EDITORIAL
    return Block(
        state=state,
        form=first.form,
        old="".join(part.text for part in old),
        new="".join(part.text for part in new),
        old_line=_first_line(old),
        new_line=_first_line(new),
        old_heading=old[0].heading if old else "",
        new_heading=new[0].heading if new else "",
        pieces=pieces,
        number=first.number,
    )


def _first_line(parts: Sequence[Raw]) -> int:
    return parts[0].line if parts else 0


_LIST_NUMBER = re.compile(
    r"^(?:#{1,6}\s+)?(?:§+\s?\d+[a-z]?|\d+(?:\.\d+)*\.?|[IVX]+\.|[-*+]|\d{1,3}[.)]|\([0-9a-z]{1,3}\)|[a-z]\))\s+"
)


def _is_renumbered_item(old: Sequence[Raw], new: Sequence[Raw]) -> bool:
    """Whether an item of a numbered list only got another number from Markdown."""
    if not old or not new or new[0].form is not Form.ITEM:
        return False
    bare = [_LIST_NUMBER.sub("", _bare(side)) for side in (old, new)]
    return is_editorial(*bare)
