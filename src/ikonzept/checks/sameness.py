"""Whether two states are of the same thing: by what a thing is known by, and never by its id alone."""

from collections.abc import Mapping
from textwrap import shorten

from ikonzept.model.action_field import ActionField, Goal
from ikonzept.model.chapter import Chapter
from ikonzept.model.edition import Edition
from ikonzept.model.event import Event, Submission
from ikonzept.model.fields import Record, refers_to
from ikonzept.model.fiscal_year import Booking, BudgetLine
from ikonzept.model.grant import Grant
from ikonzept.model.indicator import Indicator
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.paper import Paper
from ikonzept.values import phrase

KNOWN_BY: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Measure: (("title", "description", "history", "submissions", "lineage"), ("title", "action_field", "lead")),
    ActionField: (("title", "initial_situation", "criteria", "goals"),),
    Goal: (("text", "assessment", "continues", "indicators", "ended_with"),),
    Chapter: (("title", "body", "answers"),),
    Indicator: (("title", "unit", "source", "description"),),
    Grant: (("title", "funder", "purpose", "amount"),),
    Event: (("title", "date", "place", "action_fields", "description", "submissions"),),
    Submission: (("text", "author", "author_person", "subject", "weighing", "leads_to"),),
    Paper: (("title", "date", "body"),),
    Edition: (("title", "predecessor", "paper", "summary"),),
    BudgetLine: (("measure", "subject", "purpose", "bookings"), ("account", "measure", "subject")),
}
"""The fields by which a thing is known; the first group of which it has as many as are needed."""
_ENOUGH = 2
"""A name alone may be a rename: only with something else gone too is it another thing."""
_ALIKE = 0.4
"""From this likeness on a text is a version of the other; texts of different things stay well below."""


def is_another(before: Record, now: object) -> bool:
    """Whether a thing of the same kind is another one: nothing has stayed of what the former was known by.

    A rename, a move or a rewritten description leaves something: the history, a submission, the bookings. Where the
    former had no more than a name, nobody can tell, and it is taken for the same.
    """
    for group in KNOWN_BY.get(type(before), ()):
        had = [name for name in group if getattr(before, name)]
        if len(had) >= _ENOUGH:
            return not any(_stayed(before, now, name) for name in had)
    return False


def says_otherwise(before: Goal | Submission, now: Goal | Submission) -> bool:
    """Whether a numbered thing that has nothing but its text says something else altogether."""
    others = (name for name in KNOWN_BY[type(before)][0] if name != "text")
    return not any(getattr(before, name) for name in others) and not _stayed(before, now, "text")


def is_renamed(before: Record, now: Record) -> bool:
    """Whether a thing under another id is the former one: it has its name and day, and is not otherwise another.

    Values of an indicator have no name: they are the same where each of them is.
    """
    if type(before) is not type(now):
        return False
    same = all(getattr(before, name, None) == getattr(now, name, None) for name in ("title", "date", "rows"))
    return same and not is_another(before, now)


def came_apart(one: Record, other: Record) -> bool:
    """Whether two things that two branches call by the same id are not one: no text of theirs is alike.

    What else they have in common, such as a first status of the same day, new things always have.
    """
    told = [name for name in _TOLD if getattr(one, name, None) and getattr(other, name, None)]
    return bool(told) and not any(_stayed(one, other, name) for name in told)


_TOLD = ("title", "description", "body", "text", "purpose", "summary")


def _stayed(old: Record, new: object, name: str) -> bool:
    """Whether the value of a field is still there: the same, a text that is alike, a list with an entry that it had."""
    before, now = getattr(old, name), getattr(new, name)
    if before == now:
        return True
    if isinstance(before, str) and isinstance(now, str) and not refers_to(type(old).model_fields[name]):
        from ikonzept.prose.likeness import similarity

        return similarity(before, now) >= _ALIKE
    if isinstance(before, tuple) and isinstance(now, tuple) and not hasattr(before, "_fields"):
        kept = list(map(_mark, now))
        return any(_mark(item) in kept for item in before)
    return False


def _mark(item: object) -> object:
    """What an entry of a list is recognised by, though something be added to it."""
    match item:
        case StatusEntry():
            return item.date, item.status
        case Goal() | Submission():
            return item.text
        case Booking():
            return item.date, item.kind, item.amount
        case _:
            return item


_LONGEST = 160


def quoted(value: object, longest: int = _LONGEST) -> str:
    """What stood there, short enough for a sentence and without its full stop; ``–`` for nothing."""
    return shorten(phrase(value), longest, placeholder=" …").removesuffix(".") or "–"
