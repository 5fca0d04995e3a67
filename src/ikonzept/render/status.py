"""The overview as a screen."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from ikonzept.model.words import BudgetState, Status
from ikonzept.render.terminal import bar, clean, ends, fit, hanging, right, shorten
from ikonzept.reports.budget import AccountSum, YearSum
from ikonzept.reports.calendar import Deadline, Meeting
from ikonzept.reports.measures import FieldCount, MeasureState, Phase
from ikonzept.reports.monitoring import IndicatorState
from ikonzept.reports.status import EditionState, Overview
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date, german_month, german_number

MARKS = {Phase.DONE: "█", Phase.RUNNING: "▒", Phase.PLANNED: "░", Phase.RESTING: "∙"}
_ALWAYS = (Phase.PLANNED, Phase.RUNNING, Phase.DONE, Phase.RESTING)
_NUMBER, _AMOUNT, _BAR, _SHARE, _WORD, _INDENT = 10, 13, 8, 6, 6, 18
"""Widths of columns."""
_STATUS = max(map(len, Status)) + 1
"""So wide that every status word is read whole."""
_AMOUNTS = {"authorisation": "", "committed": " ▒", "actual": " █", "available": ""}
"""The amounts of an account, with the marks they have in its bar."""
_NAME = 32
"""A name of this many columns leaves room for a bar."""
_NAME_LEAST = 12
"""With less room for a name than this, what stood in columns stands below one another."""
_BESIDE = 70
"""From this width on a list stands beside its label."""
_LONGEST_BAR = 24
_WIDE = 92
"""From this width on there is room for bars of money."""
_LISTED = 6
"""How many names or dates a list shows before it says how many more there are."""
_MOST = 1000
"""From this share on, in percent, the number itself says nothing more."""
_TIGHT = 90
"""From this share on, in percent, an account is nearly used up."""


def lines(overview: Overview, width: int) -> Iterator[Text]:
    """The screen, at most ``width`` columns wide; blocks without content are left out."""
    yield from _head(overview, width)
    blocks = (_editions, _measures, _money, _dates, _participation, _indicators, _findings)
    for block in blocks:
        shown = list(block(overview, width))
        if shown:
            yield Text("")
            yield from shown


def _head(overview: Overview, width: int) -> Iterator[Text]:
    title = clean(overview.title) or text("status.untitled")
    *above, last = hanging("", title.split(" "), width, indent=0, separator=" ").plain.split("\n")
    yield from (Text(line, style="bold") for line in above)
    yield ends(Text(last, style="bold"), text("status.as_of", day=german_date(overview.as_of)), width)
    for name, value in (
        ("field", overview.scope.field),
        ("unit", overview.scope.unit),
        ("edition", overview.scope.edition),
    ):
        if value:
            yield from _wrapped([text(f"status.scope.{name}", name=clean(value))], width)


def _command(words: str, width: int) -> Text:
    """The command that tells more, at the right."""
    return Text(right(shorten(f"→ ikonzept {words}", width), width), style="cyan")


# --- editions ------------------------------------------------------------------------------------------------------


def _editions(overview: Overview, width: int) -> Iterator[Text]:
    if overview.in_force:
        yield from _wrapped([*in_force(overview, overview.in_force), *next_due(overview.in_force)], width)
    else:
        yield Text(text("status.no_edition"), style="bold")
        for edition in overview.open_editions[:1]:
            yield from _wrapped(text("status.no_edition.next", id=clean(edition.id)).split(" "), width, separator=" ")
    for edition in overview.later_editions:
        day = german_date(edition.effective_from) if edition.effective_from else ""
        yield from _wrapped([text("status.edition.later", id=clean(edition.id), day=day)], width)
    for edition in overview.open_editions:
        yield from _wrapped(open_edition(edition), width)
    yield from _repository(overview, width)
    if overview.in_force and not overview.scope.edition:
        yield _command(f"status --edition {clean(overview.in_force.id)}", width)


def in_force(overview: Overview, edition: EditionState) -> list[str]:
    """What there is to say of the edition in force."""
    since, age = edition.effective_from, ""
    if since:
        months = (overview.as_of.year - since.year) * 12 + overview.as_of.month - since.month
        age = text("status.edition.age", age=_age(months - (overview.as_of.day < since.day)))
    parts = [text("status.edition.in_force", id=clean(edition.id), day=german_date(since) if since else "", age=age)]
    if edition.adopted_on:
        parts.append(text("status.edition.adopted", day=german_date(edition.adopted_on)))
    if edition.paper:
        parts.append(text("status.edition.paper", number=clean(edition.paper)))
    if edition.predecessor:
        parts.append(text("status.edition.relation", relation=edition.relation, id=clean(edition.predecessor)))
    if edition.tagged is False:
        parts.append(text("status.edition.untagged", id=clean(edition.id)))
    return parts


def _age(months: int) -> str:
    years, rest = divmod(max(months, 0), 12)
    parts = [text("age.years", n=years)] if years else []
    parts += [text("age.months", n=rest)] if rest or not years else []
    return ", ".join(parts)


def next_due(edition: EditionState) -> list[str]:
    """When the next Fortschreibung is due."""
    if not edition.next_due:
        return []
    name = "status.edition.overdue" if edition.overdue else "status.edition.next_due"
    return [text(name, month=german_month(edition.next_due))]


def open_edition(edition: EditionState) -> list[str]:
    """What there is to say of an edition not yet adopted."""
    parts = [text(f"status.edition.{edition.status.name.lower()}", id=clean(edition.id))]
    if edition.predecessor:
        parts.append(text("status.edition.relation", relation=edition.relation, id=clean(edition.predecessor)))
    if edition.paper:
        parts.append(text("status.edition.paper", number=clean(edition.paper)))
    return parts


def _repository(overview: Overview, width: int) -> Iterator[Text]:
    """What git knows, or that there is none."""
    if overview.scope.edition:
        return
    if overview.uncommitted is None:
        yield from _wrapped(text("status.no_git").split(" "), width, separator=" ")
    elif overview.uncommitted:
        label = text("status.uncommitted", n=len(overview.uncommitted))
        yield hanging(label, _some(list(overview.uncommitted)), width, indent=_below(label, width))
    if overview.shallow:
        yield from _wrapped([text("status.shallow")], width)


def _wrapped(parts: list[str], width: int, separator: str = " · ") -> Iterator[Text]:
    """Parts joined and wrapped between them, or between words where a part is longer than a line."""
    if any(cell_len(part) > width - len(separator) for part in parts):
        parts, separator = separator.join(parts).split(" "), " "
    if parts:
        yield hanging("", parts, width, indent=0, separator=separator)


def _indent(width: int, least: int = 2) -> int:
    """How far the lists stand from the edge: beside their label, or below it where there is little room."""
    return _INDENT if width >= _BESIDE else least


def _below(label: str, width: int) -> int:
    """Where the lines below a label begin: under its first item, or near the edge where the label is long."""
    return len(label) + 1 if len(label) <= width // 2 else 2


# --- measures ------------------------------------------------------------------------------------------------------


def _measures(overview: Overview, width: int) -> Iterator[Text]:
    if not overview.measures:
        yield Text(text("status.no_measures"))
        return
    phases = phases_of(overview)
    space = width - _NUMBER * len(phases)
    if space < _NAME_LEAST + 7:
        yield from _measures_below_one_another(overview, phases, width)
        return
    bars = space >= _NAME + _BAR
    longest = max(cell_len(clean(row.title)) for row in overview.fields) + 4
    name_width = min(max(longest, _INDENT), space - 7 - _BAR) if bars else space - 7
    bar_width = min(space - name_width - 7, _LONGEST_BAR) if bars else 0
    largest = max(row.total for row in overview.fields)
    heading = Text(fit(text("status.measures"), name_width), style="bold")
    for phase in phases:
        mark = f" {MARKS[phase]}" if phase in MARKS else ""
        heading.append(right(text(f"phase.{phase}") + mark, _NUMBER), style="not bold")
    yield heading.append(right(text("money.total"), bar_width + 7), style="not bold")
    for row in overview.fields:
        yield _field_row(row.title or text("status.unknown_field"), row, phases, name_width, bar_width, largest)
    if len(overview.fields) > 1:
        yield _field_row(text("money.total"), overview.total, phases, name_width, bar_width, 0)
    yield from _named_measures(overview, width)


def _measures_below_one_another(overview: Overview, phases: list[str], width: int) -> Iterator[Text]:
    """Where there is no room for columns: each field with its total, below it what is not zero."""
    yield Text(text("status.measures"), style="bold")
    totals = (overview.total,) if len(overview.fields) > 1 else ()
    for row in (*overview.fields, *totals):
        title = text("money.total") if row is overview.total else row.title or text("status.unknown_field")
        yield Text("  " + fit(title, width - 6) + right(str(row.total), 4))
        counts = [f"{text(f'phase.{phase}')} {number}" for phase in phases if (number := getattr(row, phase))]
        if counts:
            yield hanging("", counts, width, indent=4)
    yield from _named_measures(overview, width)


def _named_measures(overview: Overview, width: int) -> Iterator[Text]:
    """Measures that need a look, and all of them where the overview is narrowed."""
    yield from _measure_lists(overview, width)
    if overview.scope.field or overview.scope.unit:
        yield from _measure_rows(overview, width)
    elif len(overview.fields) > 1:
        late = {item.action_field for item in (*overview.overdue, *overview.stale)}
        field = next((row.id for row in overview.fields if row.id in late), overview.fields[0].id)
        yield _command(f"status --field {clean(field)}", width)


def phases_of(overview: Overview) -> list[str]:
    """The columns: the usual four, and others that occur."""
    return [phase for phase in Phase.ALL if phase in _ALWAYS or getattr(overview.total, phase)]


def _field_row(  # noqa: PLR0913, PLR0917
    title: str, row: FieldCount, phases: list[str], name_width: int, bar_width: int, largest: int
) -> Text:
    """A row of counts, a bar to the scale of the largest row, and the row's total."""
    line = Text("  " + fit(title, name_width - 2))
    for phase in phases:
        number = getattr(row, phase)
        line.append(right(str(number) if number else "·", _NUMBER), style="" if number else "dim")
    parts = [(getattr(row, phase), MARKS[phase]) for phase in (Phase.DONE, Phase.RUNNING, Phase.PLANNED, Phase.RESTING)]
    return line.append("   " + fit(bar(parts, largest, bar_width), bar_width)).append(right(str(row.total), 4))


def _measure_lists(overview: Overview, width: int) -> Iterator[Text]:
    """Overdue, stale and deferred measures by name."""
    for label, note, items in measure_lists(overview):
        shown = _some(items)
        shown[0] = f"{note}: {shown[0]}" if note else shown[0]
        found = hanging(f"  {label}", shown, width, indent=_indent(width, 4))
        found.stylize("yellow", 0, len(label) + 2)
        yield found


def measure_lists(overview: Overview) -> Iterator[tuple[str, str, list[str]]]:
    """Lists of measures that need a look: what they are, since when, and their names; empty ones are left out."""
    overdue = [f"{item.id} {item.title} ({text('status.end', day=_day(item.end))})" for item in overview.overdue]
    stale = [f"{item.id} {item.title} ({_day(item.last_report)})" for item in overview.stale]
    deferred = [f"{item.id} {item.title}{_reason(item)}" for item in overview.in_phase(Phase.RESTING)]
    since = text("status.stale.since", n=overview.report_months)
    for name, note, items in (("overdue", "", overdue), ("stale", since, stale), ("deferred", "", deferred)):
        if items:
            yield text(f"status.{name}"), note, items


def _reason(item: MeasureState) -> str:
    return f" ({item.reason})" if item.reason else ""


def _day(value: date | None) -> str:
    return german_date(value) if value else text("status.never")


def _some(items: list[str]) -> list[str]:
    """The first names of a list, and how many more there are."""
    more = len(items) - _LISTED
    return [*items[:_LISTED], text("status.more", n=more)] if more > 1 else list(items)


def _measure_rows(overview: Overview, width: int) -> Iterator[Text]:
    """The measures one by one, where the overview is narrowed."""
    yield Text("")
    amounts = [german_amount(value) for item in overview.measures for value in (item.planned_money, item.used_money)]
    amount_width = max(_AMOUNT, *(len(amount) + 2 for amount in amounts))
    title_width = width - 8 - _STATUS - 12 - 2 * amount_width
    if title_width < _NAME // 2:
        yield from _measure_blocks(overview, width)
        return
    heads = [text(f"status.{name}") for name in ("number", "measure", "status", "until")]
    heading = "".join(fit(head, size) for head, size in zip(heads, (8, title_width, _STATUS, 12), strict=True))
    heading += right(text("money.planned"), amount_width) + right(text("money.used"), amount_width)
    yield Text(heading, style="bold")
    for item in overview.measures:
        line = Text(fit(item.id, 7) + " " + fit(item.title, title_width - 1) + " ")
        line.append(fit(item.status or text("phase.unknown"), _STATUS))
        line.append(fit(german_date(item.end) if item.end else "–", 12), style="yellow" if item.overdue else "")
        for value in (item.planned_money, item.used_money):
            line.append(right(german_amount(value) if value else "·", amount_width))
        yield line
        if item.overdue or item.stale:
            name = "overdue" if item.overdue else "stale"
            yield Text(" " * 8 + text(f"status.mark.{name}", day=_day(item.last_report)), style="yellow")


def _measure_blocks(overview: Overview, width: int) -> Iterator[Text]:
    """The measures one by one where there is no room for columns."""
    for item in overview.measures:
        yield Text(shorten(f"{item.id} {item.title}", width), style="bold")
        facts = [item.status or text("phase.unknown")]
        facts += [f"{text('status.until')} {german_date(item.end)}"] if item.end else []
        facts += [f"{text('money.planned')} {german_amount(item.planned_money)} €"] if item.planned_money else []
        facts += [f"{text('money.used')} {german_amount(item.used_money)} €"] if item.used_money else []
        facts += [text("status.mark.overdue", day=_day(item.last_report))] if item.overdue else []
        facts += [text("status.mark.stale", day=_day(item.last_report))] if item.stale and not item.overdue else []
        yield hanging("", facts, width, indent=4)


# --- money ---------------------------------------------------------------------------------------------------------


def _money(overview: Overview, width: int) -> Iterator[Text]:
    money = overview.money
    if money is None or not money.accounts:
        return
    bars = width >= _WIDE
    columns = _amount_columns(money)
    space = width - sum(columns.values()) - (_BAR + 2 if bars else 0) - _SHARE - _WORD
    rows = (*money.accounts, money.total) if len(money.accounts) > 1 else money.accounts
    if space < _NAME_LEAST:
        yield from _accounts_below_one_another(money, overview, rows, width)
    else:
        name_width = min(36, space)
        yield _money_heading(money, overview, name_width, columns)
        for account in rows:
            yield _account_row(account, name_width, columns, bars=bars)
    if money.state is not BudgetState.ADOPTED:
        yield _note(text(f"money.state.{money.state.name.lower()}"), width)
    if overview.scope.field or overview.scope.unit:
        note = _note(text("money.narrowed"), width)
        note.stylize("dim")
        yield note


def _note(sentence: str, width: int) -> Text:
    return hanging("", sentence.split(" "), width, indent=2, separator=" ")


def _accounts_below_one_another(
    money: YearSum, overview: Overview, rows: tuple[AccountSum, ...], width: int
) -> Iterator[Text]:
    """Where there is no room for columns: each account with its share, below it its amounts."""
    yield Text(_money_title(money, overview), style="bold")
    for account in rows:
        name = f"{account.number} {account.title}" if account.number else text("money.total")
        share = _share(account) + _warning(account)
        yield Text("  " + fit(name, width - 4 - len(share)) + "  " + share)
        amounts = [f"{text(f'money.{column}')} {german_amount(getattr(account, column))}" for column in _AMOUNTS]
        yield hanging("", amounts, width, indent=4)


def _amount_columns(money: YearSum) -> dict[str, int]:
    """The four amounts and how wide their columns must be."""
    heads = {name: f"{text(f'money.{name}')}{mark}" for name, mark in _AMOUNTS.items()}
    rows = (*money.accounts, money.total)
    longest = {name: max(len(german_amount(getattr(row, name))) for row in rows) for name in heads}
    return {name: max(len(head), longest[name]) + 2 for name, head in heads.items()}


def _money_heading(money: YearSum, overview: Overview, name_width: int, columns: dict[str, int]) -> Text:
    heading = Text(fit(_money_title(money, overview), name_width), style="bold")
    for name, size in columns.items():
        heading.append(right(text(f"money.{name}") + _AMOUNTS[name], size), style="not bold")
    return heading


def _money_title(money: YearSum, overview: Overview) -> str:
    closed = money.closed_on and money.closed_on <= overview.as_of
    return text("money.title.closed" if closed else "money.title", year=money.year)


def _account_row(account: AccountSum, name_width: int, columns: dict[str, int], *, bars: bool) -> Text:
    name = f"{account.number} {account.title}" if account.number else text("money.total")
    line = Text("  " + fit(name, name_width - 2))
    for column, size in columns.items():
        line.append(right(german_amount(getattr(account, column)), size))
    if bars:
        line.append("  " + _use_bar(account))
    line.append(right(_share(account), _SHARE))
    return line.append(_warning(account), style="yellow")


def _share(account: AccountSum) -> str:
    if account.share is None:
        return "–"
    return f"{account.share} %" if account.share < _MOST else f">{_MOST - 1}%"


def _use_bar(account: AccountSum) -> str:
    """Ist ``█`` and gebunden ``▒`` of the Ermächtigung ``░``."""
    if account.authorisation <= 0:
        return " " * _BAR
    spent = min(_BAR, round(account.actual * _BAR / account.authorisation))
    bound = min(_BAR - spent, round(account.committed * _BAR / account.authorisation))
    return "█" * spent + "▒" * bound + "░" * (_BAR - spent - bound)


def _warning(account: AccountSum) -> str:
    """A word beside an account nearly or more than used up."""
    if account.available < 0:
        return " " + text("money.over")
    tight = account.number and account.share is not None and account.share >= _TIGHT
    return " " + text("money.tight") if tight else ""


# --- dates, participation, indicators, findings --------------------------------------------------------------------


def _dates(overview: Overview, width: int) -> Iterator[Text]:
    entries = [(item.date, meeting(item)) for item in overview.meetings]
    entries += [(item.date, deadline(item)) for item in overview.deadlines]
    entries.sort(key=lambda entry: entry[0])
    indent, label = _indent(width), text("status.dates")
    if entries and indent <= len(label):
        yield Text(label, style="bold")
        label = ""
    for index, (day, what) in enumerate(entries[:_LISTED]):
        line = Text(fit(label if index == 0 else "", indent), style="bold")
        yield line.append(shorten(f"{german_date(day)} {what}", width - indent), style="not bold")
    if len(entries) > _LISTED:
        yield Text(" " * indent + text("status.more", n=len(entries) - _LISTED))


def meeting(item: Meeting) -> str:
    """A step of a Beratungsfolge still to come."""
    letter = text("public.letter" if item.public else "nonpublic.letter")
    return text("status.meeting", committee=item.committee, paper=item.paper, role=item.role, letter=letter)


def deadline(item: Deadline) -> str:
    """What is due, and whether it is overdue."""
    overdue = text("status.deadline.overdue") if item.overdue else ""
    return text(f"status.deadline.{item.kind}", id=item.id, title=item.title) + overdue


def _participation(overview: Overview, width: int) -> Iterator[Text]:
    waiting = overview.open_submissions
    if waiting:
        label = text("status.participation")
        what = text("status.submissions", n=len(waiting), day=german_date(waiting[0].date))
        found = hanging(
            label, [what + ":", *_some([item.id for item in waiting])], width, indent=_indent(width), separator="  "
        )
        found.stylize("bold", 0, len(label))
        yield found


def _indicators(overview: Overview, width: int) -> Iterator[Text]:
    if overview.indicators:
        indent = _indent(width)
        items = [indicator(item, width - indent - 2) for item in overview.indicators]
        found = hanging(text("status.indicators"), _some(items), width, indent=indent)
        found.stylize("bold", 0, len(text("status.indicators")))
        yield found


def indicator(item: IndicatorState, room: int | None = None) -> str:
    """An indicator, its last value and how it changed; a title too long for the room is cut, the value never."""
    value = f"{german_number(item.value)} ({item.year})"
    if item.series_break:
        value += f" {text('status.series_break')}"
    elif item.change is not None:
        arrow = "▲" if item.change > 0 else "▼" if item.change < 0 else "="
        value += f" {arrow} {german_number(abs(item.change))} %"
    title = item.title if room is None else shorten(item.title, max(room - len(value) - 1, 8))
    return f"{title} {value}"


def _findings(overview: Overview, width: int) -> Iterator[Text]:
    tally = overview.tally
    if overview.unreadable:
        label = text("status.unreadable", n=len(overview.unreadable))
        yield hanging(label, _some(list(overview.unreadable)), width, indent=_below(label, width))
    numbers = (("error", tally.errors), ("warning", tally.warnings), ("info", tally.infos))
    said = ", ".join(text(f"count.{name}", n=n) for name, n in numbers if n) or text("status.no_findings")
    style = "bold red" if tally.errors else "bold yellow" if tally.warnings else "green"
    command = Text("→ ikonzept check", style="cyan") if any(n for _, n in numbers) else ""
    yield ends(Text(said, style=style), command, width)
