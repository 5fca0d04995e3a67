"""The Beteiligung: events, Anregungen with what became of them, and those that wait."""

from collections.abc import Iterator

from ikonzept.render.sachstand.blocks import Block, Grid, Item, Listing, Own, Section
from ikonzept.render.sachstand.words import NOTHING, day, joined, named
from ikonzept.reports.sachstand.report import Report
from ikonzept.reports.sachstand.submissions import Answered, Held, Waiting
from ikonzept.texts import text
from ikonzept.values import german_number


def participation(report: Report) -> Iterator[Section]:
    """What happened in the period; nothing where nothing did."""
    found, blocks = report.participation, list[Block]()
    if found.events:
        heads = tuple(text(f"report.event.{name}") for name in ("date", "event", "level", "attended", "submissions"))
        blocks.append(Grid(text("report.events"), heads, tuple(map(_event, found.events)), texts=3))
    if found.answered:
        blocks.append(Listing(text("report.answered", n=len(found.answered)), tuple(map(_answer, found.answered))))
    if found.waiting:
        blocks.append(Listing(text("report.waiting", n=len(found.waiting)), tuple(map(_wait, found.waiting))))
    if found.notes:
        notes = tuple(Item(day=day(one.date), name=Own(one.event), internal=Own(one.internal)) for one in found.notes)
        blocks.append(Listing(text("report.event.notes"), notes))
    if blocks:
        yield Section("beteiligung", text("status.participation"), tuple(blocks))


def _event(event: Held) -> tuple[str, ...]:
    attended = german_number(event.attended) if event.attended is not None else NOTHING
    title = ", ".join(part for part in (event.title, event.place) if part)
    return day(event.date), Own(title), Own(event.level or NOTHING), attended, str(event.submissions)


def _answer(item: Answered) -> Item:
    notes = [Own(item.reason)] if item.reason else []
    notes += [Own(text("report.leads_to", names=named(item.leads_to)))] if item.leads_to else []
    notes += _belonging(item)
    return Item(
        day=day(item.date or item.event_date),
        name=_made(item),
        step=Own(item.result),
        text=Own(item.text),
        notes=tuple(notes),
        internal=Own(item.internal or ""),
    )


def _wait(item: Waiting) -> Item:
    return Item(
        day=day(item.event_date),
        name=_made(item),
        text=Own(item.text),
        notes=tuple(_belonging(item)),
        internal=Own(item.internal or ""),
    )


def _belonging(item: Answered | Waiting) -> list[Own]:
    """Why a report of one field tells of it, where that is not only what it concerns or leads to."""
    belongs = item.belongs
    if belongs is None or not (belongs.by_event or belongs.others):
        return []
    others = joined([f"„{title}“" for title in belongs.others]) if belongs.others else ""
    name = "by_event" if belongs.by_event else "others"
    return [Own(text(f"report.belongs.{name}{'.others' if belongs.by_event and others else ''}", others=others))]


def _made(item: Answered | Waiting) -> Own:
    """Where a submission was made, and by whom where that may be said."""
    author = item.author or item.author_person
    return Own(f"{item.event}: {author}" if author else item.event)
