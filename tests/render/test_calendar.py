"""What a calendar says to those it is handed to: no canary that sits in a non-public field of any model."""

from datetime import date

from icalendar import Calendar

from canaries import PUBLIC_PAPER, SECRET_PAPER, filled
from ikonzept.model.concept import Concept
from ikonzept.model.public import public
from ikonzept.render.calendar import icalendar
from ikonzept.reports.appointments import Occasion, build

AFTER_ALL = date(3900, 1, 1)
"""A day on which everything that a canary dates is known."""


def told(concept: Concept, *, internal: bool) -> str:
    """Everything in a calendar that begins with the first of days, unfolded; its days as the files write them."""
    raw = icalendar(build(concept, AFTER_ALL, first=date.min), internal=internal, remind_days=1)
    days = [event["DTSTART"].dt.isoformat() for event in Calendar.from_ical(raw).events]
    return "\n".join((raw.decode().replace("\r\n ", ""), *days))


def held(values: set[str], text: str) -> set[str]:
    return {value for value in values if value in text}


def test_no_canary_gets_out() -> None:
    whole, filling = filled(SECRET_PAPER, PUBLIC_PAPER)
    handed_on = told(public(whole), internal=False)
    assert held(filling.secret, handed_on) == set()
    assert len(held(filling.visible, handed_on)) > 10
    assert SECRET_PAPER.replace("-", "/") not in handed_on


def test_the_canaries_would_be_seen() -> None:
    whole, filling = filled(SECRET_PAPER, PUBLIC_PAPER)
    inside = told(whole, internal=True)
    assert len(held(filling.secret, inside)) > 3
    assert held(filling.visible, told(public(whole), internal=False)) <= held(filling.visible, inside)


def test_every_day_has_a_summary_and_says_what_to_do() -> None:
    whole, _ = filled(SECRET_PAPER, PUBLIC_PAPER)
    found = build(whole, AFTER_ALL, first=date.min)
    events = Calendar.from_ical(icalendar(found, internal=True)).events
    assert {item.kind for item in found.appointments} == {
        Occasion.MEETING,
        Occasion.EVENT,
        Occasion.TERM,
        Occasion.PROOF,
    }
    assert all(str(event["SUMMARY"]) and "\n\n" in event["DESCRIPTION"] for event in events)
