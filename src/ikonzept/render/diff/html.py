"""The Synopse as a page: bisher, neu, Begründung; to be printed, read on a phone, and read aloud."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept.render.diff.outline import Item, Section, headline, lines_of_summary, money_rows, reason, sections
from ikonzept.render.diff.runs import Passage, Run, RunKind
from ikonzept.render.terminal import clean
from ikonzept.reports.diff.change import Diff, Reason
from ikonzept.texts import language, text

if TYPE_CHECKING:
    from jinja2 import Template

_WORDS = (
    *("synopsis", "overview", "contents", "where", "old", "new", "why", "nothing", "legend_inserted"),
    *("legend_deleted", "inserted_sample", "deleted_sample"),
)


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a cell; ``tag`` is ``ins`` or ``del`` where it is marked."""

    text: str
    tag: str = ""
    mark: str = ""
    said: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    label: str
    runs: tuple[_Run, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    note: str
    sides: tuple[_Cell, _Cell]


@dataclass(frozen=True, slots=True)
class _Thing:
    mark: str
    name: str
    said: str
    guess: str
    reasons: tuple[str, ...]
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Money:
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    said: str


@dataclass(frozen=True, slots=True)
class _Section:
    anchor: str
    title: str
    count: str
    money: _Money | None
    things: tuple[_Thing, ...]

    @property
    def has_reasons(self) -> bool:
        """Whether anything is given a reason; where nothing is, no column waits for one."""
        return any(thing.reasons for thing in self.things)


def page(diff: Diff, *, internal: bool = False) -> str:
    """One self-contained page; text from the files is data in it, never markup."""
    words = {name: text(f"synopsis.{name}") for name in _WORDS}
    words |= {"lang": language(), "internal": text("status.internal"), "none": text("diff.none")}
    words["unreadable"] = text("diff.unreadable")
    return _template().render(
        words=words,
        head=clean(headline(diff)),
        title=clean(diff.title),
        summary=_lines(diff.summary),
        internal=internal,
        empty=diff.is_empty,
        counts=list(lines_of_summary(diff)),
        unreadable=[clean(item.path) for item in diff.unreadable],
        sections=[_section(section, diff, number) for number, section in enumerate(sections(diff, None), 1)],
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment

    source = Path(__file__).with_name("page.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)


def _lines(summary: str) -> str:
    """A text in its paragraphs, wrapped anew."""
    return "\n\n".join(clean(part) for part in re.split(r"\n\s*\n", summary.strip()))


def _section(section: Section, diff: Diff, number: int) -> _Section:
    money = None
    if section.key == "money" and diff.money:
        heads = tuple(text(f"diff.money.{name}") for name in ("account", "old", "new", "difference"))
        rows = tuple(tuple(map(clean, row)) for row in money_rows(diff.money))
        money = _Money(heads, rows, text(f"diff.money.{'balanced' if diff.money.balanced else 'unbalanced'}"))
    count = text("diff.things", n=len(section.items))
    return _Section(f"abschnitt-{number}", clean(section.title), count, money, tuple(map(_thing, section.items)))


def _thing(item: Item) -> _Thing:
    whole = item.change.old_place is None or item.change.new_place is None
    gone = item.change.new_place is None and item.change.old_place is not None
    rows = tuple(_row(passage, whole=whole, gone=gone) for passage in item.passages)
    empty = _Row("", "", (_Cell(text("synopsis.old"), ()), _Cell(text("synopsis.new"), ())))
    return _Thing(
        mark=item.mark.value,
        name=clean(item.name),
        said=clean(item.said),
        guess=clean(item.guess),
        reasons=tuple(clean(_why(found)) for found in item.change.reasons),
        rows=rows or ((empty,) if item.reasons else ()),
    )


def _why(found: Reason) -> str:
    """A reason; that of the edition needs no label in a column that is called so."""
    return " ".join(found.text.split()) if found.source == "edition" else reason(found)


def _row(passage: Passage, *, whole: bool, gone: bool) -> _Row:
    """What differs at one place, on either side; of a thing that came or went as a whole nothing is marked."""
    notes = [*([passage.note] if passage.note else []), *([text("diff.editorial")] if passage.editorial else [])]
    told = tuple(_Run(clean(run.text)) for run in passage.runs)
    old = tuple(_side(passage.runs, _OLD)) if not whole else told if gone else ()
    new = tuple(_side(passage.runs, _NEW)) if not whole else () if gone else told
    cells = _Cell(text("synopsis.old"), old), _Cell(text("synopsis.new"), new)
    return _Row(clean(passage.label), ", ".join(notes), cells)


_OLD = {
    RunKind.DELETED: ("del", "−", "deleted"),
    RunKind.AWAY: ("del", "→", "away"),
    RunKind.OLD_BLANK: ("", "", ""),
}
_NEW = {
    RunKind.INSERTED: ("ins", "+", "inserted"),
    RunKind.HERE: ("ins", "→", "here"),
    RunKind.NEW_BLANK: ("", "", ""),
}
_MOVED = frozenset((RunKind.AWAY, RunKind.HERE))


def _side(runs: Sequence[Run], kinds: dict[RunKind, tuple[str, str, str]]) -> Iterator[_Run]:
    """The runs of one side: what is kept, and its own marked ones; a list's commas only between its own items."""
    if not any(run.kind in kinds or (run.kind is RunKind.KEPT and run.text.strip()) for run in runs):
        return
    waiting = ""
    begun = False
    for run in runs:
        if run.kind is RunKind.NOTE:
            waiting = run.text if begun and run.text.strip() == "," else waiting
        elif run.kind is RunKind.KEPT:
            yield _Run(_shown(run.text))
            begun = True
        elif run.kind in kinds:
            tag, mark, said = kinds[run.kind]
            if waiting:
                yield _Run(waiting)
            waiting, begun = "", True
            yield _Run(_shown(run.text), tag, mark, text(f"synopsis.{said}") if said else "", run.kind in _MOVED)


def _shown(part: str) -> str:
    """Cleaned, with the blanks at its ends: runs meet there."""
    inner = clean(part).strip()
    return f"{' ' if part[:1].isspace() else ''}{inner}{' ' if inner and part[-1:].isspace() else ''}"
