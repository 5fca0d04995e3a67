"""The report in short for the terminal: figures and lists; the whole of it is a document."""

from collections.abc import Iterator

from rich.text import Text

from ikonzept.render.budget import overview as budget
from ikonzept.render.measures import by_field
from ikonzept.render.sachstand.blocks import Item, Listing, Section
from ikonzept.render.sachstand.goals import assessed
from ikonzept.render.sachstand.happened import happened, watched
from ikonzept.render.sachstand.indicators import changed, verdict
from ikonzept.render.sachstand.money import left_over
from ikonzept.render.sachstand.outline import head
from ikonzept.render.sachstand.summary import figures
from ikonzept.render.sachstand.words import NOTHING
from ikonzept.render.terminal import clean, command, ends, hanging, wrapped
from ikonzept.reports.budget.sums import Use
from ikonzept.reports.sachstand.report import Report
from ikonzept.texts import text
from ikonzept.values import german_date, german_number

_LABEL = 24
_WIDE = 70


def lines(report: Report, width: int, given: str, *, marked: bool = False) -> Iterator[Text]:
    """The screen, at most ``width`` columns wide; ``given`` are the options that the whole report needs too.

    ``marked`` is what was asked for with ``--internal``: INTERN stands above it.
    """
    if marked:
        yield Text(text("status.internal"), style="bold")
    yield from _head(report, width)
    for part in (_figures, _fields, _lists, _money, _indicators):
        shown = list(part(report, width))
        if shown:
            yield Text("")
            yield from shown
    yield Text("")
    yield from _whole(width, given)


def _head(report: Report, width: int) -> Iterator[Text]:
    title = clean(report.title) or text("status.untitled")
    name = Text(text("report.name"), style="bold")
    yield ends(name, text("status.as_of", day=german_date(report.period.until)), width)
    yield from _words(title, width)
    yield from _facts(head(report), width)


def _words(said: str, width: int) -> Iterator[Text]:
    yield wrapped(clean(said).split(" "), width, separator=" ")


def _facts(rows: Iterator[tuple[str, str]], width: int) -> Iterator[Text]:
    """Labels with what is said of them beside, or below where there is little room."""
    for label, said in rows:
        indent = _LABEL if width >= _WIDE else 2
        found = hanging(label, clean(said).split(" "), width, indent=indent, separator=" ")
        found.stylize("bold", 0, len(label))
        yield found


def _figures(report: Report, width: int) -> Iterator[Text]:
    yield from _facts(figures(report), width)


def _fields(report: Report, width: int) -> Iterator[Text]:
    if report.total.measures.total:
        yield from by_field([field.figures.measures for field in report.fields], report.total.measures, width)
        if proposed := report.total.proposed:
            yield from _words(text("report.phase.planned.said", n=proposed), width)


def _lists(report: Report, width: int) -> Iterator[Text]:
    sections: list[Section] = [*happened(report), *watched(report)]
    lists = (block for section in sections for block in section.blocks if isinstance(block, Listing))
    for block in (*assessed(report), *lists):
        title = hanging("", block.title.split(" "), width, indent=0, separator=" ")
        title.stylize("bold")
        yield title
        yield from (_item(item, width) for item in block.items)


def _item(item: Item, width: int) -> Text:
    """A measure with its day and what is said, on as many lines as that takes."""
    name = f"{item.name} ({item.step})" if item.step else item.name
    lead = " ".join(part for part in (item.day, name) if part)
    said = " · ".join(clean(part) for part in (lead, item.text, *item.notes) if part)
    return hanging("", said.split(" "), width, indent=4, separator=" ")


def _money(report: Report, width: int) -> Iterator[Text]:
    for year in report.money:
        if year.accounts.accounts and year.accounts.total.selected != Use():
            yield from budget.year(year.accounts, report.period.until, width, alone=False)
            for said in left_over(year):
                yield wrapped(said.text.split(" "), width, margin=2, separator=" ")


def _indicators(report: Report, width: int) -> Iterator[Text]:
    if report.indicators:
        yield Text(text("report.indicators"), style="bold")
    for one in report.indicators:
        then = (
            f"{german_number(one.then.value)} ({one.then.year}) → "
            if one.then and one.then.year != one.now.year
            else ""
        )
        now = f"{german_number(one.now.value)} ({one.now.year})"
        parts = [f"{one.title}: {then}{now}", *(said for said in (changed(one), verdict(one)) if said != NOTHING)]
        yield hanging("", parts, width, indent=4)


def _whole(width: int, given: str) -> Iterator[Text]:
    yield Text(text("report.whole"))
    yield command(f"report sachstand{given} --format html --output sachstand.html", width)
