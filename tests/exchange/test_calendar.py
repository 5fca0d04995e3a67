"""An iCalendar file holds what it was given, whatever stands in the texts, byte for byte as RFC 5545 asks for."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ikonzept.exchange.calendar import Event, uid, written

DAY = date(2024, 10, 15)
KEY = ("term", "M-001")


def file_of(*events: Event, owner: str = "03157", name: str = "Kalender") -> bytes:
    return written(events, owner=owner, name=name, about="Stand", as_of=DAY)


def test_what_stands_in_the_file() -> None:
    event = Event(KEY, DAY, "Grüße, und; mehr", "eins\nzwei", ("Laufzeit", "Überfällig"), "Peine", cancelled=True)
    assert file_of(event).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ikonzept//ikonzept//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALDESC:Stand",
        "X-WR-CALNAME:Kalender",
        "BEGIN:VEVENT",
        "SUMMARY:Grüße\\, und\\; mehr",
        "DTSTART;VALUE=DATE:20241015",
        "DTEND;VALUE=DATE:20241016",
        "DTSTAMP:20241015T000000Z",
        "UID:36a26e79-4577-51ae-80c4-01582eb8af30",
        "SEQUENCE:739174",
        "CATEGORIES:Laufzeit,Überfällig",
        "DESCRIPTION:eins\\nzwei",
        "LOCATION:Peine",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


HOSTILE = [
    "Titel\nEND:VEVENT\r\nBEGIN:VALARM\nTRIGGER:-PT1M",
    "\x1b[31mrot\x1b[0m\x07\x00\x85",
    "\\, \\N \\n \\\\; ,",
    "Überlänge € 😀👨\u200d👩\u200d👧 " * 200,
    "[bold]x[/] <b> =cmd|'/c calc'!A1",
    "\u2028\u2029\x0b\x0c\x1c",
    " führt und endet mit Blanks ",
    "\ud800",
]


def permitted(text: str) -> str:
    """What of a text may stand in a file: its lines, and a mark for what is no character."""
    lines = "\n".join(text.splitlines())
    return "".join("\ufffd" if unicodedata.category(one) in {"Cc", "Cs"} and one not in "\n\t" else one for one in lines)  # fmt: skip


def holds(raw: bytes, text: str) -> None:
    """Whether a file with one event holds the text three times, and nothing but what belongs there."""
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", raw)
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # no letter is cut in two
    calendar = Calendar.from_ical(raw)
    (event,) = calendar.walk("VEVENT")
    assert [component.name for component in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    assert [str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")] == [text] * 3
    assert event["DTSTART"].dt == DAY


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_data(text: str) -> None:
    holds(file_of(Event(KEY, DAY, text, text, location=text), name=text), permitted(text))


@given(st.text(st.characters(codec="utf-8")))
def test_whatever_is_written_is_read_back(text: str) -> None:
    holds(file_of(Event(KEY, DAY, text, text, location=text), name=text), permitted(text))


@given(st.lists(st.tuples(st.text(), st.dates()), max_size=5), st.dates())
def test_days_and_their_order(given_days: list[tuple[str, date]], as_of: date) -> None:
    events = [Event((str(number), name), day, name) for number, (name, day) in enumerate(given_days)]
    raw = written(events, owner="03157", name="", about="", as_of=as_of)
    assert raw == written(events, owner="03157", name="", about="", as_of=as_of)
    found = Calendar.from_ical(raw).walk("VEVENT")
    assert [event["DTSTART"].dt for event in found] == [event.day for event in events]
    assert [str(event["UID"]) for event in found] == [uid("03157", event.key) for event in events]
    assert all(event["DTSTAMP"].dt == datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC) for event in found)
    ends = [event["DTEND"].dt - event["DTSTART"].dt for event in found if "DTEND" in event]
    assert set(ends) <= {timedelta(days=1)}
    assert len(ends) == sum(event.day < date.max for event in events)


def test_a_later_day_is_a_higher_revision() -> None:
    numbers = [
        int(Calendar.from_ical(written([Event(KEY, DAY, "")], owner="", name="", about="", as_of=day)).events[0]["SEQUENCE"])
        for day in (DAY, DAY + timedelta(days=1), date(2030, 1, 1))
    ]  # fmt: skip
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 2**31


def test_a_uid_never_changes() -> None:
    """Calendars of people hold these."""
    assert uid("03157", ("meeting", "2024-112", "kreistag", "1")) == "ebf883f0-77f8-55fd-a97e-8de6cb36c2d1"


def test_two_counties_and_two_keys_never_meet() -> None:
    parts = [("03157", KEY), ("03158", KEY), ("03157", ("term", "M-002")), ("03157", ("report", "M-001"))]
    parts += [("0315", ("7", "term", "M-001")), ("03157", ("term", "M", "001")), ("03157", ("term,M", "001"))]
    assert len({uid(*part) for part in parts}) == len(parts)


def test_a_reminder_in_the_morning() -> None:
    raw = file_of(Event(KEY, DAY, "Nachweis; bald", remind_days=14), Event(("x",), DAY, "", remind_days=0))
    first, second = Calendar.from_ical(raw).walk("VALARM")
    assert first["TRIGGER"].dt == timedelta(hours=9) - timedelta(days=14)
    assert second["TRIGGER"].dt == timedelta(hours=9)
    assert (str(first["ACTION"]), str(first["DESCRIPTION"])) == ("DISPLAY", "Nachweis; bald")
