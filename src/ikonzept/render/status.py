"""The overview as a screen."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from ikonzept.findings import Severity
from ikonzept.render import measures
from ikonzept.render.budget import overview as budget
from ikonzept.render.severities import counted
from ikonzept.render.terminal import below, clean, command, ends, fit, hanging, indent, shorten, some, wrapped
from ikonzept.reports.calendar import Deadline, Meeting
from ikonzept.reports.monitoring import IndicatorState
from ikonzept.reports.status import EditionState, Overview
from ikonzept.texts import text
from ikonzept.values import german_date, german_month, german_number


def lines(overview: Overview, width: int, given: str = "") -> Iterator[Text]:
    """The screen, at most ``width`` columns wide; blocks without content are left out.

    ``given`` are the options that the commands it names need too, to find the same concept on the same day.
    """
    yield from _head(overview, width)
    blocks = (_editions, _measures, _money, _dates, _participation, _indicators, _findings)
    for block in blocks:
        shown = list(block(overview, width, given))
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
            yield wrapped([text(f"status.scope.{name}", name=clean(value))], width)


# --- editions ------------------------------------------------------------------------------------------------------


def _editions(overview: Overview, width: int, given: str) -> Iterator[Text]:
    if overview.in_force:
        due = [] if overview.successor else next_due(overview.in_force)
        yield wrapped([*in_force(overview, overview.in_force), *due], width)
    else:
        yield Text(no_edition(overview), style="bold")
        for edition in overview.open_editions[:1]:
            yield wrapped(text("status.no_edition.next", id=clean(edition.id)).split(" "), width, separator=" ")
    for edition in overview.later_editions:
        day = german_date(edition.effective_from) if edition.effective_from else ""
        yield wrapped([text("status.edition.later", id=clean(edition.id), day=day)], width)
    for edition in overview.open_editions:
        yield wrapped(open_edition(edition), width)
    for told in (*replaced(overview), *untagged(overview), *later_files(overview)):
        yield wrapped(told.split(" "), width, separator=" ")
    if overview.in_force and not overview.scope.edition:
        yield command(f"status --edition {clean(overview.in_force.id)}{given}", width)
    yield from _repository(overview, width, given)


def no_edition(overview: Overview) -> str:
    """That none is adopted, or that the first one is not yet in force."""
    return text("status.not_in_force" if overview.later_editions else "status.no_edition")


def in_force(overview: Overview, edition: EditionState) -> list[str]:
    """What there is to say of the edition in force."""
    since, age = edition.effective_from, ""
    if since:
        months = (overview.as_of.year - since.year) * 12 + overview.as_of.month - since.month
        age = text("status.edition.age", age=_age(months - (overview.as_of.day < since.day)))
    day = german_date(since) if since else ""
    parts = [text("status.edition.in_force", id=clean(edition.id), day=day, age=age)]
    if overview.successor:
        parts = [text("status.edition.was_in_force", id=clean(edition.id), day=day)]
    if edition.adopted_on:
        parts.append(text("status.edition.adopted", day=german_date(edition.adopted_on)))
    if edition.paper:
        parts.append(text("status.edition.paper", number=clean(edition.paper)))
    if edition.predecessor:
        parts.append(text("status.edition.relation", relation=edition.relation, id=clean(edition.predecessor)))
    return parts


def replaced(overview: Overview) -> list[str]:
    """That another edition is in force by now."""
    successor = overview.successor
    if successor is None or successor.effective_from is None:
        return []
    return [text("status.edition.replaced", id=clean(successor.id), day=german_date(successor.effective_from))]


def later_files(overview: Overview) -> list[str]:
    """That the files are of a later day than the one asked for."""
    return [text("status.files_are_later")] if overview.files_are_later else []


def untagged(overview: Overview) -> list[str]:
    """What to do about the tags that adopted editions lack."""
    adopted = [*([overview.in_force] if overview.in_force else []), *overview.later_editions]
    return [text("status.edition.untagged", id=clean(item.id)) for item in adopted if item.tagged is False]


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


def _repository(overview: Overview, width: int, given: str) -> Iterator[Text]:
    """What git knows, or that there is none."""
    if overview.scope.edition:
        return
    if overview.unfinished is not None:
        yield wrapped(unfinished(overview.unfinished).split(" "), width, separator=" ")
    if overview.uncommitted is None:
        yield wrapped(text("status.no_git").split(" "), width, separator=" ")
    elif overview.uncommitted:
        label = text("status.uncommitted", n=len(overview.uncommitted))
        yield hanging(label, some(list(overview.uncommitted)), width, indent=below(label, width))
        if overview.in_force:
            yield command(f"diff{given}", width)
    if overview.shallow:
        yield wrapped([text("status.shallow")], width)


def unfinished(command: str) -> str:
    """That a command was killed half-way, and the line that completes it."""
    return text("status.unfinished", command=clean(command)) if command else text("status.unfinished.unknown")


# --- measures and money --------------------------------------------------------------------------------------------


def _measures(overview: Overview, width: int, given: str) -> Iterator[Text]:
    if not overview.measures:
        yield Text(text("status.no_measures"))
        return
    yield from measures.by_field(overview.fields, overview.total, width)
    yield from measures.worry_lists(overview.measures, overview.report_months, width)
    if overview.scope.field or overview.scope.unit:
        yield Text("")
        yield from measures.one_by_one(overview.measures, width)
    elif len(overview.fields) > 1:
        field = measures.neediest_field(overview.measures) or overview.fields[0].id
        edition = f" --edition {clean(overview.scope.edition)}" if overview.scope.edition else ""
        yield command(f"status --field {clean(field)}{edition}{given}", width)


def _money(overview: Overview, width: int, _: str) -> Iterator[Text]:
    if overview.money and overview.money.accounts:
        yield from budget.year(overview.money, overview.as_of, width)


# --- dates, participation, indicators, findings --------------------------------------------------------------------


def _dates(overview: Overview, width: int, _: str) -> Iterator[Text]:
    entries = [f"{german_date(day)} {what}" for day, what in dates(overview)]
    if entries:
        margin, label = indent(width), text("status.dates")
        if margin <= len(label):
            yield Text(label, style="bold")
            label = ""
        for index, entry in enumerate(some(entries)):
            line = Text(fit(label if index == 0 else "", margin), style="bold")
            yield line.append(shorten(entry, width - margin), style="not bold")


def dates(overview: Overview) -> list[tuple[date, str]]:
    """Meetings and deadlines by day."""
    entries = [(item.date, meeting(item)) for item in overview.meetings]
    entries += [(item.date, deadline(item)) for item in overview.deadlines]
    return sorted(entries, key=lambda entry: entry[0])


def meeting(item: Meeting) -> str:
    """A step of a Beratungsfolge still to come."""
    letter = text("public.letter" if item.public else "nonpublic.letter")
    return text("status.meeting", committee=item.committee, paper=item.paper, role=item.role, letter=letter)


def deadline(item: Deadline) -> str:
    """What is due, and whether it is overdue."""
    overdue = text("status.deadline.overdue") if item.overdue else ""
    return text(f"status.deadline.{item.kind}", id=item.id, title=item.title) + overdue


def _participation(overview: Overview, width: int, _: str) -> Iterator[Text]:
    if overview.open_submissions:
        yield _labelled(text("status.participation"), [f"{waiting(overview)}:", *submissions(overview)], width, "  ")


def waiting(overview: Overview) -> str:
    """How many submissions wait for a weighing, and since when."""
    found = overview.open_submissions
    return text("status.submissions", n=len(found), day=german_date(found[0].date))


def submissions(overview: Overview) -> list[str]:
    """The ids of the submissions that wait."""
    *others, last = some([item.id for item in overview.open_submissions])
    return [*(f"{item}," for item in others), last]


def _indicators(overview: Overview, width: int, _: str) -> Iterator[Text]:
    if overview.indicators:
        items = [indicator(item, width - indent(width) - 2) for item in overview.indicators]
        yield _labelled(text("status.indicators"), some(items), width, " · ")


def _labelled(label: str, items: list[str], width: int, separator: str) -> Text:
    found = hanging(label, items, width, indent=indent(width), separator=separator)
    found.stylize("bold", 0, len(label))
    return found


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


def _findings(overview: Overview, width: int, given: str) -> Iterator[Text]:
    tally = overview.tally
    if overview.unreadable:
        label = text("status.unreadable", n=len(overview.unreadable))
        yield hanging(label, some(list(overview.unreadable)), width, indent=below(label, width))
    numbers = {Severity.ERROR: tally.errors, Severity.WARNING: tally.warnings, Severity.INFO: tally.infos}
    said = counted(numbers) or text("status.no_findings")
    style = "bold red" if tally.errors else "bold yellow" if tally.warnings else "green"
    looked_at = any(numbers.values()) and not overview.scope.edition  # ``check`` looks at the files of today
    command = Text(f"→ ikonzept check{given}", style="cyan") if looked_at else ""
    yield ends(Text(said, style=style), command, width)
