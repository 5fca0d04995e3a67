"""What a calendar's days say to those who see them in Outlook or Thunderbird."""

from collections.abc import Callable, Iterator, Mapping

from ikonzept.exchange.calendar import Event, written
from ikonzept.model.words import Status
from ikonzept.render.terminal import clean
from ikonzept.reports.appointments import HELD, Appointment, Calendar, Occasion, Sitting
from ikonzept.texts import text
from ikonzept.values import german_date


def icalendar(calendar: Calendar, *, internal: bool, remind_days: int | None = None) -> bytes:
    """The calendar as a file; ``remind_days`` before a deadline it reminds, of meetings and events never."""
    events = [_event(item, calendar, remind_days=remind_days) for item in calendar.appointments]
    name = _marked(_name(calendar), internal=internal)
    about = text("calendar.about", day=german_date(calendar.as_of))
    return written(events, owner=calendar.body, name=name, about=about, as_of=calendar.as_of)


def _marked(said: str, *, internal: bool) -> str:
    return text("calendar.internal", what=said) if internal else said


def _name(calendar: Calendar) -> str:
    scopes = (("field", calendar.field), ("unit", calendar.unit))
    told = (text(f"status.scope.{name}", name=clean(value)) for name, value in scopes if value)
    return " – ".join((clean(calendar.title), *told))


def _event(item: Appointment, calendar: Calendar, *, remind_days: int | None) -> Event:
    late = (text("calendar.category.overdue"),) if item.overdue else ()
    return Event(
        key=item.key,
        day=item.day,
        summary=_marked(summary(item), internal=item.internal),
        description="\n".join(_description(item, calendar)),
        categories=(text(f"calendar.category.{item.kind}"), *late),
        location=clean(item.place or ""),
        cancelled=bool(item.sitting and item.sitting.called_off),
        remind_days=None if item.kind in HELD or item.overdue else remind_days,
    )


def summary(item: Appointment) -> str:
    """What stands on the day, on one line."""
    words: dict[str, object] = {"id": clean(item.id), "title": clean(item.title), "day": german_date(item.due)}
    if item.sitting is None:
        return text(f"calendar.{item.kind}.overdue" if item.overdue else f"calendar.{item.kind}", **words)
    words |= {"committee": clean(item.sitting.committee), "role": item.sitting.role}
    said = text("calendar.meeting", **words, letter=text(f"{_publicity(item.sitting)}.letter"))
    return text("calendar.meeting.called_off", what=said) if item.sitting.called_off else said


def _publicity(step: Sitting) -> str:
    return "public" if step.public else "nonpublic"


def _description(item: Appointment, calendar: Calendar) -> Iterator[str]:
    """What is to be done, what is behind it, and last, for those who keep the concept, where it is entered."""
    yield text(f"calendar.{item.kind}.{'past' if _is_done(item, calendar) else 'next'}")
    yield ""
    yield from _meeting(item.sitting, item) if item.sitting else _ABOUT[item.kind](item, calendar)
    yield ""
    known = {"id": clean(item.id), "path": clean(item.path), "completed": Status.COMPLETED}
    yield text(f"calendar.command.{item.kind if item.kind in _ENTERED else 'show'}", **known)


_ENTERED = frozenset((Occasion.TERM, Occasion.REPORT, Occasion.EDITION))
"""What a command of its own enters; everything else is looked at."""


def _is_done(item: Appointment, calendar: Calendar) -> bool:
    """Whether it is over: it has been, or it is known what came of it."""
    known = item.sitting is not None and item.sitting.decision is not None
    return item.kind in HELD and (known or item.due < calendar.as_of)


def _meeting(step: Sitting, item: Appointment) -> Iterator[str]:
    publicity = text(f"calendar.{_publicity(step)}")
    yield text("calendar.meeting.step", number=step.number, of=step.of, publicity=publicity)
    if item.who:
        yield text("calendar.meeting.lead", who=clean(item.who))
    if step.decision:
        yield text("calendar.meeting.result", decision=step.decision)


def _event_lines(item: Appointment, _: Calendar) -> Iterator[str]:
    yield text("calendar.event.id", id=clean(item.id))


def _measure(item: Appointment, calendar: Calendar) -> Iterator[str]:
    yield text("calendar.lead", who=clean(item.who or ""))
    yield text("calendar.status", status=item.status)
    if item.reported:
        months = text("calendar.report.months", n=calendar.report_months)
        yield text("calendar.report.last", day=german_date(item.reported), months=months)


def _grant(item: Appointment, _: Calendar) -> Iterator[str]:
    yield text("calendar.funder", who=clean(item.who or ""))


def _edition(item: Appointment, _: Calendar) -> Iterator[str]:
    yield text("calendar.edition.in_force", id=clean(item.id), title=clean(item.title))


_ABOUT: Mapping[Occasion, Callable[[Appointment, Calendar], Iterator[str]]] = {
    Occasion.EVENT: _event_lines,
    Occasion.TERM: _measure,
    Occasion.REPORT: _measure,
    Occasion.FUNDING: _grant,
    Occasion.PROOF: _grant,
    Occasion.EDITION: _edition,
}
