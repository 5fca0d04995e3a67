"""A diff as a Synopse: a page with what was, what is and why side by side, to be printed, read aloud and trusted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ikonzept.model.fields import Part
from ikonzept.prose.units import Form
from ikonzept.render.amounts import signed
from ikonzept.render.diff.cells import Cell, Span, cells, plain, whole
from ikonzept.render.diff.outline import (
    Item,
    Mark,
    Section,
    amounts,
    headline,
    is_of_files,
    lines_of_summary,
    no_difference,
    sections,
    side_name,
    sum_of,
    total_name,
    unreadable_files,
    unreadable_hint,
)
from ikonzept.render.diff.places import number_of
from ikonzept.render.diff.runs import Passage
from ikonzept.render.html import page
from ikonzept.render.terminal import clean
from ikonzept.reports.diff.change import Diff, Fact, Money, MoneyRow, Reason
from ikonzept.texts import text


@dataclass(frozen=True, slots=True)
class Row:
    """A field or a place in a text on both sides."""

    label: str
    notes: tuple[str, ...]
    old: Cell
    new: Cell
    form: str

    @property
    def length(self) -> int:
        """How many characters the longer side has."""
        return max(sum(len(span.text) for span in side) for side in (self.old, self.new))

    @property
    def is_short(self) -> bool:
        """Whether the row fits on any page and need not be torn apart."""
        return self.length < _SHORT


_SHORT = 900


@dataclass(frozen=True, slots=True)
class Why:
    """A reason and where it is written."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows below a heading of a text, or the fields of the Inhalt, or of the Vollzug; and why."""

    anchor: str
    above: tuple[str, ...]
    title: str
    sign: str
    said: str
    rows: tuple[Row, ...]
    reasons: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its head, what happened to it, and its part of the Synopse."""

    anchor: str
    mark: Mark
    title: str
    said: str
    guess: str
    groups: tuple[Group, ...]
    reasons: tuple[Why, ...]
    """Why, where no row stands beside which it could be told."""

    @property
    def is_short(self) -> bool:
        """Whether it fits on half a page of paper and need not be torn apart."""
        rows = [row for group in self.groups for row in group.rows]
        return len(rows) <= _FEW_ROWS and all(row.is_short for row in rows) and sum(row.length for row in rows) < _SHORT


_FEW_ROWS = 9


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the page; where it is ``compact``, one table tells of all its things."""

    anchor: str
    title: str
    compact: bool
    things: tuple[Thing, ...]
    money: tuple["Year", ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of all its things."""
        return tuple(group for thing in self.things for group in thing.groups)


@dataclass(frozen=True, slots=True)
class Account:
    """A row of the money's table, and what makes the difference."""

    name: str
    amounts: tuple[str, str, str]
    shares: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The accounts of a fiscal year."""

    title: str
    accounts: tuple[Account, ...]
    sums: tuple[str, ...]
    """Its own sums with their name, where there are several years."""


def html(diff: Diff, *, internal: bool = False) -> str:
    """The page, one self-contained file: no script, nothing from elsewhere."""
    heading, below = (diff.title, headline(diff)) if is_of_files(diff) and diff.title else (headline(diff), diff.title)
    names = _Names()
    chapters = tuple(_chapter(section, diff, names) for section in sections(diff, full=True))
    return page(
        "diff/page.html.j2",
        diff=diff,
        headline=headline(diff),
        heading=heading,
        below=below,
        old=diff.old.edition or side_name(diff.old.name),
        new=diff.new.edition or side_name(diff.new.name),
        internal=internal,
        summary=tuple(lines_of_summary(diff)),
        own_words=_paragraphs(diff.summary.text) if diff.summary else (),
        own_source=_why(diff.summary).source if diff.summary else "",
        nothing=no_difference(diff),
        unreadable=unreadable_files(diff),
        unreadable_hint=unreadable_hint(diff),
        chapters=chapters,
        contents=_contents,
        is_short=sum(len(_contents(chapter)) + 1 for chapter in chapters) < _FEW_LINES,
        legend=_legend(chapters),
        with_reasons=any(_has_reasons(thing) for chapter in chapters for thing in chapter.things),
        total_name=total_name(diff.money) if diff.money else "",
        total=amounts(diff.money.old, diff.money.new, diff.money.difference) if diff.money else (),
    )


_FEW_LINES = 12
"""A table of contents of so few lines needs no columns."""


class _Names:
    """Ids of the page: readable, made of letters and digits alone, and no two the same."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, *words: str) -> str:
        plain = re.sub(r"[^0-9A-Za-zÄÖÜäöüß]+", "-", "-".join(word for word in words if word)).strip("-")
        name = plain[:60] or "x"
        self._given[name] += 1
        return f"{name}_{self._given[name]}" if self._given[name] > 1 else name


def _paragraphs(said: str) -> tuple[str, ...]:
    return tuple(found for paragraph in re.split(r"\n\s*\n", said) if (found := clean(paragraph)))


def _contents(chapter: Chapter) -> list[tuple[str, str]]:
    """What stands below a section in the table of contents: its things; of a single text, its headings."""
    if chapter.compact:
        return []
    if len(chapter.things) != 1:
        return [(thing.anchor, thing.title) for thing in chapter.things]
    (thing,) = chapter.things
    seen: dict[str, str] = {}
    for group in thing.groups:
        if group.anchor:
            seen.setdefault(group.title, group.anchor)
    return [(anchor, title) for title, anchor in seen.items()] or [(thing.anchor, thing.title)]


def _has_reasons(thing: Thing) -> bool:
    return bool(thing.reasons) or any(group.reasons for group in thing.groups)


def _legend(chapters: Iterable[Chapter]) -> tuple[Span, ...]:
    """The marks that the page uses, each on words that say what it means."""
    groups = (group for chapter in chapters for thing in chapter.things for group in thing.groups)
    used = {span.kind for group in groups for row in group.rows for span in (*row.old, *row.new)}
    marks = (kind for kind in ("deleted", "inserted", "away", "here") if kind in used)
    return tuple(plain(kind, text(f"synopsis.legend.{kind}")) for kind in marks)


_COMPACT = frozenset(("concept", "monitoring", "participation", "money", "papers", "editions", "parties"))
"""The sections in which the Kreistag keeps its books: many things with little to say of each."""


def _chapter(section: Section, diff: Diff, names: _Names) -> Chapter:
    anchor = names.new("teil", section.key)
    compact = section.key in _COMPACT
    things = tuple((_brief if compact else _thing)(item, names) for item in section.items)
    money = tuple(_years(diff.money)) if section.key == "money" and diff.money else ()
    return Chapter(anchor, section.title, compact, things, money)


# --- things --------------------------------------------------------------------------------------------------------


def _thing(item: Item, names: _Names) -> Thing:
    anchor = names.new(item.change.kind, item.change.id)
    reasons = list(item.change.reasons)
    groups = tuple(_groups(item, anchor, names, reasons))
    return Thing(anchor, item.mark, item.name, item.said, item.guess, groups, tuple(map(_why, reasons)))


def _why(reason: Reason) -> Why:
    return Why(text(f"diff.source.{reason.source}", reference=reason.reference), reason.text)


def _groups(item: Item, anchor: str, names: _Names, left: list[Reason]) -> Iterator[Group]:
    """The passages below each other as far as they belong together; a reason stands at the first group it is of."""
    if item.passages and all(passage.whole and not passage.form for passage in item.passages):
        yield from _whole_groups(item, left)
        return
    parts = {passage.part for passage in item.passages}
    ordered = sorted(item.passages, key=lambda passage: passage.part is Part.EXECUTION)
    for (part, under), found in groupby(ordered, key=lambda passage: (passage.part, passage.under)):
        own = _taken(left, part)
        title = part.value if parts != {Part.CONTENT} else ""
        said, below = _own_heading(list(found))
        rows = tuple(_row(passage, item) for passage in below)
        name = names.new(anchor, under[-1]) if under else ""
        yield Group(name, under[:-1], under[-1] if under else title, "", said, rows, tuple(map(_why, own)))


def _own_heading(passages: list[Passage]) -> tuple[str, list[Passage]]:
    """What became of the heading that stands over the group anyway, and the passages below it."""
    first, *below = passages
    if below and first.form == Form.HEADING.value and len(first.runs) == 1:
        return f"({first.note})" if first.note else "", below
    return "", passages


def _taken(left: list[Reason], part: Part) -> list[Reason]:
    """The reasons that belong to the Inhalt, or to the Vollzug; they are told once."""
    own = [reason for reason in left if (reason.source == "history") is (part is Part.EXECUTION)]
    for reason in own:
        left.remove(reason)
    return own


def _whole_groups(item: Item, left: list[Reason]) -> Iterator[Group]:
    """A thing that came or went as a whole: its Inhalt in one row, its Vollzug in another."""
    for part in Part:
        if own := [passage for passage in item.passages if passage.part is part]:
            row = Row(part.value, (), *_in_one(own, gone=_is_gone(item)), "whole")
            yield Group("", (), "", "", "", (row,), tuple(map(_why, _taken(left, part))))


def _brief(item: Item, names: _Names) -> Thing:
    """A thing as one group of the section's table; one that came or went as a whole is a single row."""
    anchor = names.new(item.change.kind, item.change.id)
    reasons = tuple(map(_why, item.change.reasons))
    if all(passage.whole for passage in item.passages):
        old, new = _in_one(item.passages, gone=_is_gone(item))
        rows: tuple[Row, ...] = (
            Row(f"{item.mark.value} {item.name}", (item.said,) if item.said else (), old, new, ""),
        )
        group = Group(anchor, (), "", "", "", rows, reasons)
    else:
        rows = tuple(_row(passage, item) for passage in item.passages)
        group = Group(anchor, (), item.name, item.mark.value, item.said, rows, reasons)
    return Thing(anchor, item.mark, item.name, item.said, item.guess, (group,), ())


def _in_one(passages: Sequence[Passage], *, gone: bool) -> tuple[Cell, Cell]:
    """Everything a thing says in one cell, line by line, on the side where it is."""
    said: list[Span] = []
    for passage in passages:
        lead = "\n" if said else ""
        if not passage.form:
            said.append(plain("term", f"{passage.label}:", before=lead, after=" "))
            lead = ""
        elif passage.form == Form.ITEM.value and not number_of(passage.runs[0].text):
            said.append(plain("kept", "•", before=lead, after=" "))
            lead = ""
        for span in whole(passage):
            kind = "term" if passage.form == Form.HEADING.value else span.kind
            said.append(replace(span, kind=kind, before=lead + span.before))
            lead = ""
    return (tuple(said), ()) if gone else ((), tuple(said))


def _is_gone(item: Item) -> bool:
    return Fact.REMOVED in item.change.facts


def _row(passage: Passage, item: Item) -> Row:
    notes = (*([passage.note] if passage.note else []), *([text("diff.editorial")] if passage.editorial else []))
    return Row(passage.spot or passage.label, notes, *cells(passage, gone=_is_gone(item)), passage.form)


# --- money ---------------------------------------------------------------------------------------------------------


def _years(money: Money) -> Iterator[Year]:
    several = len(money.years) > 1
    for year in money.years:
        sums = (sum_of(year), *amounts(year.old, year.new, year.difference)) if several else ()
        yield Year(text("diff.money.year", year=year.year), tuple(_account(row) for row in year.rows), sums)


def _account(row: MoneyRow) -> Account:
    shares = row.shares if any(share.kind for share in row.shares) else ()
    return Account(
        f"{row.number} {row.title}".strip(),
        amounts(row.old, row.new, row.difference),
        tuple(
            (f"{share.id} {share.title}".strip() or text("diff.money.unplanned"), signed(share.difference))
            for share in shares
        ),
    )
