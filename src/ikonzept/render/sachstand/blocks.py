"""What the report is made of, whichever way it is written: sentences, facts, lists, tables, charts, measures."""

from dataclasses import dataclass

from ikonzept.render.sachstand.charts import Bars, Lines


class Own(str):
    """Text from the files, or a word of the field: German, whatever language the page speaks."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of one thing, each with its label."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Measures named one after the other, each with its anchor; empty where the report does not tell of it."""

    label: str
    found: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: its day, what it is about, the step taken, what is said of it; empty parts are left out."""

    day: str = ""
    name: str = ""
    target: str = ""
    """The anchor of the measure that the name stands for."""
    step: str = ""
    text: str = ""
    notes: tuple[str, ...] = ()
    links: Links | None = None
    internal: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list below a heading of its own, or below the one before where it has none."""

    title: str
    items: tuple[Item, ...]
    lead: str = ""
    look: str = ""
    """How its entries look on a page, where not like those of any other list."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the columns after the first ``texts`` hold numbers. ``foot`` is the row of sums."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()
    texts: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with the table of what it shows."""

    anchor: str
    title: str
    chart: Bars | Lines
    grid: Grid
    remark: str = ""
    """Where the figures come from, and what to mind."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One measure."""

    anchor: str
    title: str
    status: str
    phase: str
    marks: tuple[str, ...]
    """New, overdue … in a word each."""
    facts: tuple[tuple[str, str], ...]
    entries: tuple[Item, ...]
    silence: str
    """What is said where there is no entry."""
    obstacles: tuple[Item, ...]
    internal: str


Block = Said | Facts | Listing | Grid | Figure | Heading | Sheet


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; ``over`` stands small above its title, ``count`` beside it in the table of contents."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    over: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole report."""

    name: str
    title: str
    head: tuple[tuple[str, str], ...]
    unreadable: tuple[str, ...]
    sections: tuple[Section, ...]
