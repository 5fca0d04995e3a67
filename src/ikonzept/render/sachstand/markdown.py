"""The report as Markdown, for handing on."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.sachstand.blocks import Facts, Figure, Grid, Heading, Item, Listing, Said, Section, Sheet
from ikonzept.render.sachstand.outline import outline
from ikonzept.render.sachstand.words import day
from ikonzept.reports.sachstand.report import Report
from ikonzept.texts import text


def markdown(report: Report, *, internal: bool = False) -> str:
    """The report; ``INTERN`` stands on it where it holds what is not public."""
    found = outline(report)
    parts = [f"# {escaped(found.title)}", f"**{found.name}**"]
    parts += [f"**{text('status.internal')}**"] if internal else []
    parts += [_facts(found.head)]
    if found.unreadable:
        parts += [text("report.unreadable"), bullets(map(escaped, found.unreadable))]
    for section in found.sections:
        parts += _section(section)
    parts += ["---", text("report.foot", day=day(report.period.until))]
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    over = f"{section.over}: " if section.over else ""
    yield f"## {over}{escaped(section.title)}"
    for block in section.blocks:
        yield from _told(block)


@singledispatch
def _told(block: object) -> Iterator[str]:
    """The paragraphs of a block."""
    raise TypeError(block)


@_told.register
def _said(block: Said) -> Iterator[str]:
    yield escaped(block.text)


@_told.register
def _heading(block: Heading) -> Iterator[str]:
    yield f"### {escaped(block.text)}"


@_told.register
def _labelled(block: Facts) -> Iterator[str]:
    yield _facts(block.rows)


def _facts(rows: Sequence[tuple[str, str]]) -> str:
    return bullets(f"**{escaped(label)}:** {escaped(said)}" for label, said in rows)


@_told.register
def _listing(block: Listing) -> Iterator[str]:
    yield f"### {escaped(block.title)}"
    if block.lead:
        yield escaped(block.lead)
    yield bullets(map(_item, block.items))


def _item(item: Item) -> str:
    """One entry on one line: day, name, step, what is said, notes."""
    lead = " ".join(part for part in (item.day, f"**{escaped(item.name)}**" if item.name else "") if part)
    said = [escaped(part) for part in (item.step, item.text, *item.notes) if part]
    said += [f"{item.links.label}: {escaped(', '.join(name for name, _ in item.links.found))}"] if item.links else []
    said += [f"*{text('report.note')}:* {escaped(item.internal)}"] if item.internal else []
    return f"{lead}: {' · '.join(said)}" if lead and said else lead or " · ".join(said)


@_told.register
def _grid(block: Grid) -> Iterator[str]:
    yield f"**{escaped(block.caption)}**"
    rows = [[escaped(cell) for cell in row] for row in block.rows]
    rows += [[f"**{escaped(cell)}**" for cell in block.foot]] if block.foot else []
    yield table([escaped(head) for head in block.heads], rows, texts=block.texts)


@_told.register
def _figure(block: Figure) -> Iterator[str]:
    """The table of a chart says all that the chart shows."""
    yield from _grid(block.grid)
    if block.remark:
        yield escaped(block.remark)


@_told.register
def _sheet(block: Sheet) -> Iterator[str]:
    yield f"### {escaped(block.title)}"
    yield " · ".join([f"**{escaped(block.status)}**", *map(escaped, block.marks)])
    yield _facts(block.facts)
    if block.entries:
        yield f"{text('report.done')}:"
        yield bullets(map(_item, block.entries))
    else:
        yield f"*{escaped(block.silence)}*"
    if block.obstacles:
        yield f"{text('report.obstacles')}:"
        yield bullets(map(_item, block.obstacles))
    if block.internal:
        yield f"**{text('report.note')}:** {escaped(block.internal)}"
