"""Measures for a terminal: counted by field of action, those that need a look, one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from ikonzept.model.words import Status
from ikonzept.render.terminal import INDENT, bar, clean, fit, hanging, indent, right, shorten, some
from ikonzept.reports.measures import FieldCount, MeasureState, Phase
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date

MARKS = {Phase.DONE: "█", Phase.RUNNING: "▒", Phase.PLANNED: "░", Phase.RESTING: "∙"}
_ALWAYS = (Phase.PLANNED, Phase.RUNNING, Phase.DONE, Phase.RESTING)
_NUMBER, _NARROW_NUMBER, _TOTAL, _AMOUNT, _ID, _DATE = 10, 9, 7, 13, 8, 12
"""Widths of columns."""
_STATUS = max(map(len, Status)) + 1
"""So wide that every status word is read whole."""
_NAME, _NAME_LEAST, _BAR, _LONGEST_BAR = 32, 12, 8, 24


# --- by field of action --------------------------------------------------------------------------------------------


def phases_of(total: FieldCount) -> list[Phase]:
    """The columns: the usual four, and others that occur."""
    return [phase for phase in Phase if phase in _ALWAYS or getattr(total, phase)]


def by_field(fields: Sequence[FieldCount], total: FieldCount, width: int) -> Iterator[Text]:
    """A row of counts a field of action, with a bar to a common scale where there is room for one."""
    phases = phases_of(total)
    rows = [(row.title or text("status.unknown_field"), row) for row in fields]
    rows += [(text("money.total"), total)] if len(fields) > 1 else []
    bars = width - _NUMBER * len(phases) >= _NAME + _BAR
    number_width = _NUMBER if bars else _NARROW_NUMBER
    space = width - number_width * len(phases) - _TOTAL
    if space < _NAME_LEAST:
        yield from _below_one_another(rows, phases, width)
        return
    longest = max(cell_len(clean(title)) for title, _ in rows) + 4
    name_width = min(max(longest, INDENT), space - _BAR if bars else space)
    bar_width = min(space - name_width, _LONGEST_BAR) if bars else 0
    heading = Text(fit(text("status.measures"), name_width), style="bold")
    for phase in phases:
        mark = f" {MARKS[phase]}" if bars and phase in MARKS else ""
        heading.append(right(text(f"phase.{phase}") + mark, number_width), style="not bold")
    yield heading.append(right(text("money.total"), bar_width + _TOTAL), style="not bold")
    largest = max(row.total for row in fields)
    for title, row in rows:
        line = Text("  " + fit(title, name_width - 2))
        for phase in phases:
            number = getattr(row, phase)
            line.append(right(str(number) if number else "·", number_width), style="" if number else "dim")
        shown = "" if row is total else _bar(row, largest, bar_width)
        yield line.append("   " + fit(shown, bar_width) + right(str(row.total), _TOTAL - 3))


def _bar(row: FieldCount, largest: int, width: int) -> str:
    return bar([(getattr(row, phase), mark) for phase, mark in MARKS.items()], largest, width)


def _below_one_another(rows: Sequence[tuple[str, FieldCount]], phases: Sequence[Phase], width: int) -> Iterator[Text]:
    """Where there is no room for columns: each field with its total, below it what is not zero."""
    yield Text(text("status.measures"), style="bold")
    for title, row in rows:
        yield Text("  " + fit(title, width - 6) + right(str(row.total), 4))
        counts = [f"{text(f'phase.{phase}')} {number}" for phase in phases if (number := getattr(row, phase))]
        if counts:
            yield hanging("", counts, width, indent=4)


# --- those that need a look ----------------------------------------------------------------------------------------

Named = tuple[str, str]
"""A measure's id and title, and what there is to say of it."""


def worrying(measures: Sequence[MeasureState], months: int) -> Iterator[tuple[str, str, list[Named]]]:
    """Overdue, stale and deferred measures: what they are, since when, their names; empty lists are left out."""
    overdue = [(item, text("status.end", day=_day(item.end))) for item in measures if item.overdue]
    stale = [(item, _day(item.last_report)) for item in measures if item.stale]
    deferred = [(item, item.reason or "") for item in measures if item.phase == Phase.RESTING]
    since = text("status.stale.since", n=months)
    for name, note, found in (("overdue", "", overdue), ("stale", since, stale), ("deferred", "", deferred)):
        if found:
            yield text(f"status.{name}"), note, [(f"{item.id} {item.title}", said) for item, said in found]


def named(item: Named) -> str:
    """``M-007 Elternlotsen (Ende 30.06.2024)``."""
    name, said = item
    return f"{name} ({said})" if said else name


def worry_lists(measures: Sequence[MeasureState], months: int, width: int) -> Iterator[Text]:
    """The measures that need a look, by name; a long title is cut, a date never."""
    margin = indent(width, 4)
    for label, note, items in worrying(measures, months):
        room, before = width - margin - 2, f"{note}: " if note else ""
        shown = [before + _cut(items[0], room - len(before)), *(_cut(item, room) for item in items[1:])]
        found = hanging(f"  {label}", some(shown), width, indent=margin)
        found.stylize("yellow", 0, len(label) + 2)
        yield found


def _cut(item: Named, room: int) -> str:
    """The measure in so many columns; what is cut is the longer of its name and what is said of it."""
    name, said = item
    rest = f" ({said})" if said else ""
    if cell_len(rest) > cell_len(name):
        return shorten(name + rest, room)
    return shorten(name, max(room - cell_len(rest), _NAME_LEAST)) + rest


def neediest_field(measures: Sequence[MeasureState]) -> str | None:
    """The field of action with the most measures that need a look."""
    late = Counter(item.action_field for item in measures if item.overdue or item.stale)
    return late.most_common(1)[0][0] if late else None


def _day(value: date | None) -> str:
    return german_date(value) if value else text("status.never")


# --- one by one ----------------------------------------------------------------------------------------------------


def one_by_one(measures: Sequence[MeasureState], width: int) -> Iterator[Text]:
    """The measures as a table, or as blocks where there is no room for columns."""
    amounts = [german_amount(value) for item in measures for value in (item.planned_money, item.used_money)]
    amount_width = max(_AMOUNT, *(len(amount) + 2 for amount in amounts))
    title_width = width - _ID - _STATUS - _DATE - 2 * amount_width
    if title_width < _NAME // 2:
        yield from _blocks(measures, width)
        return
    sizes = {"number": _ID, "measure": title_width, "status": _STATUS, "until": _DATE}
    heading = "".join(fit(text(f"status.{name}"), size) for name, size in sizes.items())
    heading += right(text("money.planned"), amount_width) + right(text("money.used"), amount_width)
    yield Text(heading, style="bold")
    for item in measures:
        line = Text(fit(item.id, _ID - 1) + " " + fit(item.title, title_width - 1) + " ")
        line.append(fit(item.status or text("phase.unknown"), _STATUS))
        line.append(fit(german_date(item.end) if item.end else "–", _DATE), style="yellow" if item.overdue else "")
        for value in (item.planned_money, item.used_money):
            line.append(right(german_amount(value) if value else "·", amount_width))
        yield line
        if worry := _worry(item):
            yield Text(" " * _ID + worry, style="yellow")
    if any(item.planned_money for item in measures):
        yield Text(right(text("money.all_years"), width), style="dim")


def _blocks(measures: Sequence[MeasureState], width: int) -> Iterator[Text]:
    for item in measures:
        yield Text(shorten(f"{item.id} {item.title}", width), style="bold")
        facts = [item.status or text("phase.unknown")]
        facts += [f"{text('status.until')} {german_date(item.end)}"] if item.end else []
        facts += [f"{text('money.planned')} {german_amount(item.planned_money)} €"] if item.planned_money else []
        facts += [f"{text('money.used')} {german_amount(item.used_money)} €"] if item.used_money else []
        worry = _worry(item)
        yield hanging("", [*facts, worry] if worry else facts, width, indent=4)


def _worry(item: MeasureState) -> str:
    """What to say below a measure that needs a look."""
    name = "overdue" if item.overdue else "stale" if item.stale else None
    return text(f"status.mark.{name}", day=_day(item.last_report)) if name else ""
