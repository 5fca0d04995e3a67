"""What differs in a field as runs of text: kept, deleted, inserted; long stretches that are kept are cut.

A page has room: with ``full`` nothing is cut, paragraphs stay apart, and a run keeps the blanks at its ends.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from unicodedata import normalize

from ikonzept.model.fields import Part, Record
from ikonzept.model.names import naming_fields
from ikonzept.prose.words import Kind, Piece
from ikonzept.reports.diff.change import FieldChange, Shape
from ikonzept.texts import text
from ikonzept.values import phrase


class RunKind(StrEnum):
    """What a run of text is."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    AWAY = "away"
    """A sentence that stands elsewhere now, and where it stood."""
    HERE = "here"
    BEFORE = "before"
    """Typography as it was; only where both forms are shown."""
    AFTER = "after"
    NOTE = "note"
    """Ours: an arrow, where something went."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One place that differs: a label and its runs."""

    label: str
    runs: tuple[Run, ...]
    editorial: bool = False
    note: str = ""
    part: Part = Part.CONTENT
    whole: bool = False
    """Whether the thing came or went as a whole: the runs are what it says."""
    under: tuple[str, ...] = ()
    """Of a place in a text, the headings it stands under, the outermost first; a heading stands under itself."""
    spot: str = ""
    """The same place without its heading: ``Absatz 2``."""
    moved: bool = False
    anew: bool = False
    """Whether nothing but its number was kept."""
    form: str = ""
    """What it is in its text: ``heading``, ``paragraph`` …; empty for a field."""

    def is_shortened(self, length: int) -> bool:
        """Whether its ``opening`` is less than the whole."""
        return (len(self.runs) == 1 or self.anew) and any(len(run.text) > length for run in self.runs)

    def opening(self, length: int) -> "Passage":
        """The beginning of what came or went as a whole and is longer than this: a screen is no book."""
        if not self.is_shortened(length):
            return self
        runs = (
            Run(run.kind, run.text[:length].rsplit(" ", 1)[0] + " …") if len(run.text) > length else run
            for run in self.runs
        )
        return replace(self, runs=(*runs, Run(RunKind.NOTE, f" ({text('diff.shortened')})")))


def runs_of(change: FieldChange, names: Mapping[str, str], *, whole: bool = False, full: bool = False) -> Iterator[Run]:
    """A field's difference; of a thing that came or went as a ``whole``, just what it says."""
    old, new = (_said(value, change, names, full=full) for value in (change.old, change.new))
    if whole:
        yield Run(RunKind.KEPT, new or old)
    elif change.shape is Shape.TEXT and change.pieces:
        yield from of_pieces(change.pieces, full=full)
    elif change.shape is Shape.ITEMS:
        yield from _items(change, names)
    elif change.shape is Shape.ENTRY or not old or not new:
        yield Run(RunKind.DELETED, old) if old and not new else Run(RunKind.INSERTED, new)
    else:
        yield Run(RunKind.DELETED, old)
        yield Run(RunKind.NOTE, " → ")
        yield Run(RunKind.INSERTED, new)


def _items(change: FieldChange, names: Mapping[str, str]) -> Iterator[Run]:
    """What went from a list and what came; a list that was only put in another order says so."""
    gone, come = ([_name(item, change, names) for item in items] for items in (change.old, change.new))
    if not gone and not come:
        yield Run(RunKind.NOTE, text("diff.reordered"))
    for index, (kind, item) in enumerate(
        [*((RunKind.DELETED, item) for item in gone), *((RunKind.INSERTED, item) for item in come)]
    ):
        if index:
            yield Run(RunKind.NOTE, ", ")
        yield Run(kind, item)


def _said(value: Any, change: FieldChange, names: Mapping[str, str], *, full: bool) -> str:  # noqa: ANN401
    if isinstance(value, Record):
        return entry(value, without=naming_fields(value))  # the label says what names it
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return ", ".join(_name(item, change, names) for item in value)
    if value is None:
        return ""
    said = _name(value, change, names)
    paragraphs = re.split(r"\n[ \t]*\n", said) if full else [said]
    return _PARAGRAPH.join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()


def _name(value: object, change: FieldChange, names: Mapping[str, str]) -> str:
    if isinstance(value, Record):
        return entry(value)
    said = phrase(value)
    return names.get(said, said) if change.refers else said


def entry(record: Record, without: Collection[str] = ()) -> str:
    """A block on one line: ``Status in Umsetzung · Sachstand Pool gestartet``, ``without`` some of its fields."""
    said = []
    for name, declared in type(record).model_fields.items():
        value = getattr(record, name)
        if name in without or value in (None, (), {}, ""):
            continue
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            shown = ", ".join(entry(item) if isinstance(item, Record) else phrase(item) for item in value)
        else:
            shown = entry(value) if isinstance(value, Record) else " ".join(phrase(value).split())
        said.append(f"{declared.title} {shown}")
    return " · ".join(said)


# --- words ---------------------------------------------------------------------------------------------------------

_AROUND = 60
"""How many characters stay before and behind a change; a stretch not much longer stays whole."""


def of_pieces(pieces: Sequence[Piece], *, full: bool = False) -> Iterator[Run]:
    """Runs from the pieces of a comparison.

    On a page typography has both its forms, on a screen its newer one; it is marked where nothing else differs.
    """
    is_editorial = all(piece.kind in _SET_ANEW for piece in pieces)
    if full:
        yield from _merged(run for piece in pieces for run in _both_forms(piece, is_editorial=is_editorial))
        return
    runs = list(_merged(run for piece in pieces for run in _on_screen(piece, is_editorial=is_editorial)))
    for index, run in enumerate(runs):
        said = re.sub("  +", " ", run.text) if "  " in run.text else run.text
        if run.kind is RunKind.KEPT:
            said = _cut(said, _AROUND, first=index == 0, last=index == len(runs) - 1)
        yield Run(run.kind, said)


_SET_ANEW = frozenset((Kind.SAME, Kind.EDITORIAL))
_NEW_PARAGRAPH = "¶"


def _on_screen(piece: Piece, *, is_editorial: bool) -> Iterator[Run]:
    if piece.kind in _MOVED:
        yield from _marked(_MOVED[piece.kind], _on_one_line(piece.old or piece.new))
    elif piece.kind is Kind.CHANGED or (is_editorial and looks_different(piece)):
        yield from _replaced(_on_one_line(piece.old), _on_one_line(piece.new))
    elif piece.kind is Kind.EDITORIAL and _is_paragraph_end(piece.old) is not _is_paragraph_end(piece.new):
        kind = RunKind.INSERTED if _is_paragraph_end(piece.new) else RunKind.DELETED
        yield from (Run(RunKind.KEPT, " "), Run(kind, _NEW_PARAGRAPH), Run(RunKind.KEPT, " "))
    else:
        yield Run(RunKind.KEPT, _on_one_line(piece.new))


def looks_different(piece: Piece) -> bool:
    """Whether typography can be seen; one blank looks like another, and a soft hyphen like nothing."""
    return piece.kind is Kind.EDITORIAL and _looks(piece.old) != _looks(piece.new)


def _looks(part: str) -> str:
    return re.sub(r"\s+", " ", normalize("NFC", part).translate(_UNSEEN))


_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def _is_paragraph_end(part: str) -> bool:
    return part.isspace() and part.count("\n") > 1


def _replaced(old: str, new: str) -> Iterator[Run]:
    """What went and what came; blanks stand outside of the marks, save where only one side has them."""
    if old.strip() and new.strip():
        before, after = old[0].isspace() is new[0].isspace(), old[-1].isspace() is new[-1].isspace()
        yield Run(RunKind.KEPT, new[0] if before and new[0].isspace() else "")
        for kind, part in ((RunKind.DELETED, old), (RunKind.INSERTED, new)):
            bare = part.lstrip() if before else part
            yield Run(kind, bare.rstrip() if after else bare)
        yield Run(RunKind.KEPT, new[-1] if after and new[-1].isspace() else "")
        return
    yield from _marked(RunKind.DELETED, old)
    yield from _marked(RunKind.INSERTED, new)


def _marked(kind: RunKind, said: str) -> Iterator[Run]:
    """A run whose blanks at the ends stand outside of its marks."""
    bare = said.strip()
    if said[:1].isspace():
        yield Run(RunKind.KEPT, " ")
    if bare:
        yield Run(kind, bare)
    if bare and said[-1:].isspace():
        yield Run(RunKind.KEPT, " ")


def _on_one_line(part: str) -> str:
    """Line ends, with the indentation around them, as blanks; blanks at the ends stay, for pieces meet there."""
    return re.sub(r"[ \t\r]*\n\s*", " ", part) if "\n" in part else part


def _both_forms(piece: Piece, *, is_editorial: bool) -> Iterator[Run]:
    """The runs of a piece as they are on a page, with their blanks."""
    if piece.kind in _MOVED:
        yield _exactly(_MOVED[piece.kind], piece.old or piece.new)
    elif piece.kind is Kind.SAME:
        yield _exactly(RunKind.KEPT, piece.new)
    else:
        went, came = _FORMS[Kind.CHANGED if is_editorial and looks_different(piece) else piece.kind]
        yield _exactly(went, piece.old)
        yield _exactly(came, piece.new)


_MOVED = {Kind.MOVED_AWAY: RunKind.AWAY, Kind.MOVED_HERE: RunKind.HERE}
_FORMS = {
    Kind.CHANGED: (RunKind.DELETED, RunKind.INSERTED),
    Kind.EDITORIAL: (RunKind.BEFORE, RunKind.AFTER),
}


def _exactly(kind: RunKind, part: str) -> Run:
    """A run with its blanks, in which a line end alone is a blank and several are the end of a paragraph."""
    return Run(kind, re.sub(r"[ \t\r]*\n\s*", lambda found: _PARAGRAPH if found[0].count("\n") > 1 else " ", part))


_PARAGRAPH = "\n\n"


OLD = frozenset((RunKind.KEPT, RunKind.BEFORE, RunKind.DELETED, RunKind.AWAY))
NEW = frozenset((RunKind.KEPT, RunKind.AFTER, RunKind.INSERTED, RunKind.HERE))
"""What stands on which side."""


def without(signs: str, runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without the signs that either side begins with."""
    begun: set[frozenset[RunKind]] = set()
    for run in runs:
        own = [side for side in (OLD, NEW) if run.kind in side]
        said = run.text if begun.intersection(own) else re.sub(f"^(?:{signs})", "", run.text)
        if said:
            begun.update(own)
            yield Run(run.kind, said)


def within(signs: str, runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without signs that stand among their words."""
    cleaned = (Run(run.kind, re.sub(signs, "", run.text)) for run in runs)
    return (run for run in cleaned if run.text)


def row(runs: Sequence[Run]) -> Iterator[Run]:
    """A table's row without the edges on its outside."""
    for index, run in enumerate(runs):
        said = re.sub(r"^\|\s*", "", run.text) if index == 0 else run.text
        said = re.sub(r"\s*\|$", "", said) if index == len(runs) - 1 else said
        if said:
            yield Run(run.kind, said)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that say something, neighbours of one kind as one."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and last.kind is run.kind:
            last = Run(run.kind, last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _cut(kept: str, around: int, *, first: bool, last: bool) -> str:
    """What is kept, shortened in the middle (or at the outer end) between words."""
    if len(kept) <= (around if first or last else 2 * around) + 20:
        return kept
    if first and last:
        return f"{kept[:around].rsplit(' ', 1)[0]} …"
    head = "" if first else kept[:around].rsplit(" ", 1)[0]
    tail = "" if last else kept[-around:].split(" ", 1)[-1]
    if first:
        return f"… {tail}"
    return f"{head} …" if last else f"{head} … {tail}"
