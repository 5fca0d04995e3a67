"""Days as an iCalendar file (RFC 5545), as Outlook, Thunderbird and phones import it; alone knows icalendar."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Component, vText
from icalendar import Event as Entry

_PROGRAM = "-//ikonzept//ikonzept//DE"
_OURS = UUID("5b0c6a7e-3f0d-4a5b-9c53-6c2f0e8d7a41")
"""Under which our UIDs are made; it never changes, or every calendar would hold everything twice."""
_MORNING = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day with the words that people read; texts are data, whatever stands in them."""

    key: tuple[str, ...]
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    """Words of ours."""
    location: str = ""
    cancelled: bool = False
    remind_days: int | None = None
    """How many days before, in the morning, the program reminds of it."""


def uid(owner: str, key: tuple[str, ...]) -> str:
    """What an event is known again by in every later file: whose it is (AGS) and its key, as a UUID (RFC 7986, 5.3)."""
    return str(uuid5(_OURS, json.dumps([owner, *key])))


def written(events: Iterable[Event], *, owner: str, name: str, about: str, as_of: date) -> bytes:
    """The file: UTF-8, CRLF, lines of at most 75 octets; the events in their order.

    Every event must have a DTSTAMP, the moment in which it was made. Ours is the beginning of the day that the file
    tells of: there is no clock in it, the same concept on the same day gives the same bytes. SEQUENCE counts with the
    days too, because Outlook takes the higher one for the later state of an event (MS-OXCICAL, RFC 5546 2.1.5).
    """
    calendar = Calendar()
    _fill(calendar, PRODID=_PROGRAM, VERSION="2.0", CALSCALE="GREGORIAN", METHOD="PUBLISH")
    _fill(calendar, **{"X-WR-CALNAME": name, "X-WR-CALDESC": about})
    for event in events:
        calendar.add_component(_entry(event, owner, as_of))
    return bytes(calendar.to_ical())


def _entry(event: Event, owner: str, as_of: date) -> Entry:
    """TRANSPARENT: a day by which something is due, or a meeting whose hour we do not know, keeps nobody busy."""
    entry = Entry()
    _fill(entry, UID=uid(owner, event.key), SUMMARY=event.summary, TRANSP="TRANSPARENT")
    entry.add("dtstamp", datetime.combine(as_of, time(), UTC))
    entry.add("sequence", as_of.toordinal())
    entry.add("dtstart", event.day)
    if event.day < date.max:  # without its end it lasts the one day too
        entry.add("dtend", event.day + timedelta(days=1))
    if event.description:
        _fill(entry, DESCRIPTION=event.description)
    if event.location:
        _fill(entry, LOCATION=event.location)
    if event.categories:
        entry.add("categories", event.categories)
    if event.cancelled:
        _fill(entry, STATUS="CANCELLED")
    if event.remind_days is not None:
        entry.add_component(_alarm(event.summary, event.remind_days))
    return entry


def _alarm(summary: str, days: int) -> Alarm:
    alarm = Alarm()
    _fill(alarm, ACTION="DISPLAY", DESCRIPTION=summary)
    alarm.add("trigger", _MORNING - timedelta(days=days))
    return alarm


class _Text(vText):
    """A text as RFC 5545 (3.3.11) escapes it; the library would take a backslash and an N for the end of a line."""

    def to_ical(self) -> bytes:
        return "".join(_ESCAPES.get(one, one) for one in self).encode()


_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def _fill(component: Component, **texts: str) -> None:
    """Texts, escaped and folded; what begins with X- would else stand there unescaped."""
    for name, text in texts.items():
        component[name] = _Text(_permitted(text))


def _permitted(text: str) -> str:
    """The text without control characters, which RFC 5545 (3.1) permits nowhere; lines may end."""
    lines = "\n".join(text.splitlines())
    return "".join("\ufffd" if category(one) in _UNPRINTED and one not in "\n\t" else one for one in lines)


_UNPRINTED = frozenset(("Cc", "Cs"))
