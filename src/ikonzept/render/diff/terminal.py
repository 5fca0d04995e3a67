"""A diff on the screen: ``[-gone-]`` and ``{+come+}`` say with marks what colour only underlines."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Span, Text

from ikonzept.render.amounts import signed
from ikonzept.render.diff.outline import (
    Item,
    Mark,
    Section,
    amounts,
    headline,
    lines_of_summary,
    no_difference,
    sections,
    sum_of,
    total_name,
    unreadable_files,
    unreadable_hint,
)
from ikonzept.render.diff.runs import Passage, Run, RunKind
from ikonzept.render.terminal import clean, clean_part, command, ends, fit, hanging, right, shorten, wrapped
from ikonzept.reports.diff.change import Diff, Money, MoneyRow
from ikonzept.texts import text

_STYLES = {
    Mark.ADDED: "bold green",
    Mark.REMOVED: "bold red",
    Mark.CHANGED: "bold yellow",
    Mark.LINEAGE: "bold cyan",
    Mark.MOVED: "bold cyan",
}
_MARKED = {
    RunKind.KEPT: ("", "", ""),
    RunKind.NOTE: ("", "", "dim"),
    RunKind.DELETED: ("[-", "-]", "red strike"),
    RunKind.INSERTED: ("{+", "+}", "green underline"),
    RunKind.AWAY: ("[<", "<]", "dim red"),
    RunKind.HERE: ("{>", ">}", "dim green"),
}
_LABEL = 18
_OPENING = 400
"""So many characters of a whole new text are enough to know what it is."""
_AMOUNT = 14


def lines(diff: Diff, width: int, *, stat: bool = False) -> Iterator[Text]:
    """The screen, at most ``width`` columns wide; with ``stat`` one line for each thing."""
    yield ends(Text(headline(diff), style="bold"), Text(shorten(diff.title, width), style="dim"), width)
    if diff.is_empty:
        yield Text("")
        yield Text(no_difference(diff))
        return
    yield Text("")
    for label, said in lines_of_summary(diff):
        yield hanging(label, said.split(", "), width, indent=9, separator=", ")
    yield from _unreadable(diff, width)
    is_shortened = False
    for section in sections(diff):
        yield Text("")
        yield Text(shorten(section.title, width), style="bold")
        yield from _section(section, diff, width, stat=stat)
        passages = (passage for item in section.items for passage in item.passages)
        is_shortened |= not stat and any(passage.is_shortened(_OPENING) for passage in passages)
    if is_shortened:
        yield Text("")
        yield Text(wrapped(text("diff.shortened.hint").split(" "), width, margin=0, separator=" ").plain, style="dim")


def file_lines(path: str, diff: Diff, width: int) -> Iterator[Text]:
    """One file's change, without a headline of its own: git shows file after file."""
    yield Text(clean(path), style="bold")
    if not diff.changes:
        yield Text("  " + text("diff.none.file"), style="dim")
    if diff.money:
        yield from money_lines(diff.money, width)
    for section in sections(diff):
        for item in section.items:
            yield from _head(item, width)
            yield from _body(item, width)
    yield Text("")


def _unreadable(diff: Diff, width: int) -> Iterator[Text]:
    if names := unreadable_files(diff):
        yield Text("")
        yield hanging(text("diff.unreadable"), names, width, indent=2)
        if unreadable_hint(diff):
            yield command("check", width)


def _section(section: Section, diff: Diff, width: int, *, stat: bool) -> Iterator[Text]:
    if section.key == "money" and diff.money:
        yield from money_lines(diff.money, width)
    for item in section.items:
        yield from _head(item, width)
        if not stat:
            yield from _body(item, width)


def _head(item: Item, width: int) -> Iterator[Text]:
    head = Text("  ").append(item.mark.value, style=_STYLES[item.mark]).append(f" {clean(item.name)}")
    said = clean(item.said)
    if head.cell_len + cell_len(said) + 2 <= width:
        yield ends(head, Text(said, style="dim"), width)
        return
    yield Text(f"  {item.mark.value} ", style=_STYLES[item.mark]).append_text(_rest(item.name, width))
    yield Text(wrapped(said.split(", "), width, margin=6, separator=", ").plain, style="dim")


def _rest(name: str, width: int) -> Text:
    """A long name wrapped between words, its later lines under the first."""
    lines_of_name = wrapped(clean(name).split(" "), width, margin=4, separator=" ").plain
    return Text(lines_of_name.strip(), style="not bold default")


def _body(item: Item, width: int) -> Iterator[Text]:
    for passage in item.passages:
        yield from _passage(passage.opening(_OPENING), width)
    for said in (*item.reasons, *([item.guess] if item.guess else [])):
        yield Text(hanging("", clean(said).split(" "), width, indent=6, separator=" ").plain, style="italic")


def _passage(passage: Passage, width: int) -> Iterator[Text]:
    """A label and what differs, wrapped beside it; a long label stands on a line of its own."""
    notes = [passage.note] if passage.note else []
    notes += [text("diff.editorial")] if passage.editorial else []
    label = clean(passage.label)
    beside = cell_len(label) <= _LABEL
    margin = 6 + _LABEL + 2 if beside and width >= 70 else 8  # noqa: PLR2004  room for a column of labels
    runs = [*passage.runs, *([Run(RunKind.NOTE, f" ({', '.join(notes)})")] if notes else [])]
    content = _words(runs, width - margin)
    if margin == 8:  # noqa: PLR2004
        yield Text(wrapped(label.split(" "), width, margin=6, separator=" ").plain, style="dim")
        yield from (Text(" " * margin).append_text(line) for line in content)
        return
    for index, line in enumerate(content):
        yield Text("      " + (fit(label, _LABEL + 2) if index == 0 else " " * (_LABEL + 2)), style="dim").append_text(
            line
        )


def _words(runs: Sequence[Run], width: int) -> list[Text]:
    """The runs as lines, wrapped between words, each stretch in the style of its run."""
    plain, spans = "", []
    for run in runs:
        before, after, style = _MARKED[run.kind]
        said = f"{before}{clean_part(run.text)}{after}"
        if style:
            spans.append(Span(len(plain), len(plain) + len(said), style))
        plain += said
    return [_line(plain, start, end, spans) for start, end in _stretches(plain, width)]


_WORD = r"\S+(?:(?:(?<=\[-)|(?<=\{\+)|(?= (?:-\]|\+\}))) \S+)*"
"""What stays together: a word, and a mark with the blank in it and the word behind."""


def _stretches(plain: str, width: int) -> Iterator[tuple[int, int]]:
    """From where to where each line goes; a word longer than a line has one of its own."""
    start = end = 0
    for word in re.finditer(_WORD, plain):
        if end > start and cell_len(plain[start : word.end()]) > width:
            yield start, end
            start = word.start()
        elif end == 0:
            start = word.start()
        end = word.end()
    yield start, end


def _line(plain: str, start: int, end: int, spans: Sequence[Span]) -> Text:
    inside = (Span(max(span.start, start) - start, min(span.end, end) - start, span.style) for span in spans)
    return Text(plain[start:end], "not dim default", spans=[span for span in inside if span.start < span.end])


# --- money ---------------------------------------------------------------------------------------------------------


def money_lines(money: Money, width: int) -> Iterator[Text]:
    """A table for each year, the shares below each account, and whether the differences add up."""
    years = money.years
    for year in years:
        heads = tuple(text(f"diff.money.{name}") for name in ("old", "new", "difference"))
        yield _row(text("diff.money.year", year=year.year), heads, width, style="dim")
        for row in year.rows:
            yield _row(f"{row.number} {row.title}", amounts(row.old, row.new, row.difference), width)
            yield from _shares(row, width)
        if len(years) > 1:
            yield _row(sum_of(year), amounts(year.old, year.new, year.difference), width, style="bold")
    yield _row(total_name(money), amounts(money.old, money.new, money.difference), width, style="bold")
    said = text(f"diff.money.{'balanced' if money.balanced else 'unbalanced'}")
    yield Text(wrapped(said.split(" "), width, margin=2, separator=" ").plain, style="" if money.balanced else "red")


def _row(label: str, cells: Sequence[str], width: int, style: str = "") -> Text:
    """A row of the table; where there is no room for columns, the cells below the label."""
    room = width - 3 * _AMOUNT - 2
    if room >= _LEAST_LABEL:
        return Text("  " + fit(label, min(room, _MOST_LABEL)) + "".join(right(cell, _AMOUNT) for cell in cells), style)
    return Text(f"  {shorten(label, width - 2)}\n" + hanging("", cells, width, indent=4).plain, style)


_LEAST_LABEL, _MOST_LABEL = 20, 44


def _shares(row: MoneyRow, width: int) -> Iterator[Text]:
    if any(share.kind for share in row.shares):
        names = (f"{item.id} {item.title}".strip() or text("diff.money.unplanned") for item in row.shares)
        shown = [
            f"{shorten(name, width // 2)} {signed(item.difference)}"
            for name, item in zip(names, row.shares, strict=True)
        ]
        yield Text(hanging("", shown, width, indent=6).plain, style="dim")
