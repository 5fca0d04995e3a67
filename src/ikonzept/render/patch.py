"""What an edit changes in a file, as a unified diff."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq
from rich.text import Text

from ikonzept.edits.edit import Edit
from ikonzept.render.terminal import clean, visible

_CONTEXT = 3
_MOST = 5000
"""Lines between the first and the last change; of more, all are shown as replaced."""
_NO_LINE_END = "\n\\ No newline at end of file"
_STYLES = {"-": "red", "+": "green", "@": "cyan"}

_Block = tuple[int, int, int, int]
"""Where lines differ: from and to in the old text, from and to in the new one."""


def lines(edit: Edit) -> Iterator[Text]:
    """The unified diff for a screen."""
    return (Text(line, style=_STYLES.get(line[0], "")) for line in unified(edit))


def unified(edit: Edit) -> Iterator[str]:
    """The unified diff of a change that can be seen as text: characters, not line ends or invisible marks."""
    old, new = _seen(edit.before), _seen(edit.after)
    blocks = list(_blocks(old, new))
    if not blocks and (edit.before is None) == (edit.after is None):
        return
    yield f"--- {'/dev/null' if edit.before is None else f'a/{clean(edit.path)}'}"
    yield f"+++ {'/dev/null' if edit.after is None else f'b/{clean(edit.path)}'}"
    for hunk in _hunks(blocks):
        for line in _hunk(hunk, old, new):
            yield from line.split("\n")


def _seen(raw: bytes | None) -> list[str]:
    """The lines as anyone would see them who takes the file for UTF-8."""
    content = (raw or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if not content:
        return []
    found = [visible(line) for line in content.removesuffix("\n").split("\n")]
    if not content.endswith("\n"):
        found[-1] += _NO_LINE_END
    return found


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """Where the texts differ. Of as many lines as before, each is compared with the one in its place."""
    if len(old) == len(new) and _differing(old, new) * 2 <= len(old):
        yield from ((index, index + 1, index, index + 1) for index in range(len(old)) if old[index] != new[index])
        return
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if not before and not after:
        return
    if max(len(before), len(after)) > _MOST or not before or not after:
        yield start, start + len(before), start, start + len(after)
        return
    for step in LCSseq.opcodes(before, after):
        if step.tag != "equal":
            yield start + step.src_start, start + step.src_end, start + step.dest_start, start + step.dest_end


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Changes that stand so near to each other that they share what stands around them."""
    near: list[_Block] = []
    for block in blocks:
        if near and block[0] - near[-1][1] > 2 * _CONTEXT:
            yield near
            near = []
        near.append(block)
    if near:
        yield near


def _hunk(blocks: Sequence[_Block], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    before = min(blocks[0][0], _CONTEXT)
    after = min(len(old) - blocks[-1][1], _CONTEXT)
    old_range = _range(blocks[0][0] - before, blocks[-1][1] + after)
    new_range = _range(blocks[0][2] - before, blocks[-1][3] + after)
    yield f"@@ -{old_range} +{new_range} @@"
    position = blocks[0][0] - before
    for old_from, old_to, new_from, new_to in _joined(blocks):
        yield from (f" {line}" for line in old[position:old_from])
        yield from (f"-{line}" for line in old[old_from:old_to])
        yield from (f"+{line}" for line in new[new_from:new_to])
        position = old_to
    yield from (f" {line}" for line in old[position : position + after])


def _joined(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Blocks that touch as one: first all that goes, then all that comes."""
    joined = blocks[0]
    for block in blocks[1:]:
        if block[0] == joined[1] and block[2] == joined[3]:
            joined = (joined[0], block[1], joined[2], block[3])
        else:
            yield joined
            joined = block
    yield joined


def _range(start: int, end: int) -> str:
    """A stretch of lines as ``diff`` names it: an empty one by the line before it."""
    return f"{start + 1 if end > start else start},{end - start}"


def _differing(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(before != after for before, after in zip(old, new, strict=True))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(old, new, strict=False)
    return next((index for index, (before, after) in enumerate(pairs) if before != after), min(len(old), len(new)))
