"""What became of a measure, a goal or an edition is written in it: its file is never deleted (``format.md``)."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check, Since
from ikonzept.checks.files import misplaced
from ikonzept.checks.sameness import is_another, is_renamed, quoted
from ikonzept.findings import Finding, Place, error, info
from ikonzept.model.action_field import ActionField
from ikonzept.model.edition import Edition
from ikonzept.model.fields import Record
from ikonzept.model.files import identifier_of, noun_of
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.measure import Measure
from ikonzept.reports import things


def earlier_state_unreadable(case: Case) -> Iterator[Finding]:
    """What differs could be read in the earlier state: else nobody knows what it held."""
    if case.since is None:
        return
    for path in sorted(case.since.unreadable & case.since.changed):
        yield info("earlier-state-unreadable", Place(path), commit=case.since.commit)


def file_deleted(case: Case) -> Iterator[Finding]:
    """No file of a measure or an edition is deleted, nor of a field with goals or of a closed year."""
    for path, thing, heir in _gone(case):
        if heir is None and case.since:
            said = {"title": quoted(things.title_of(thing)), "commit": case.since.commit}
            noun = noun_of(path)
            yield error("file-deleted", Place(path), noun=noun.title if noun else "", id=_id(path), **said)


def file_renamed(case: Case) -> Iterator[Finding]:
    """A file keeps its name: it is the id by which everyone refers to the thing."""
    for path, _, heir in _gone(case):
        if heir is not None:
            place = case.concept.place(heir)
            yield error("file-renamed", place, id=_id(path), path=path, now=_id(place.path), file=place.path)


def goal_deleted(case: Case) -> Iterator[Finding]:
    """A goal stays in its field, also when it has ended."""
    for former in case.since.concept.action_fields.values() if case.since else ():
        field = case.concept.action_fields.get(former.id)
        if field is None or is_another(former, field):  # its file is gone or unreadable, or its id used again
            continue
        numbers = {goal.number for goal in field.goals}
        for goal in former.goals:
            if goal.number not in numbers:
                place = case.concept.place(field, "goals")
                yield error("goal-deleted", place, id=f"{field.id}.{goal.number}", text=quoted(goal.text))


def _gone(case: Case) -> Iterator[tuple[str, Record, Record | None]]:
    """The files that must stay and are not there any more, what they held, and the new thing that took it over.

    What merely lies in a wrong place or has a wrong ending is told by the rules for files.
    """
    if case.since is None:
        return
    there = case.since.concept
    gone = [(there.path(thing), thing) for thing in there.things() if _must_stay(thing)]
    gone = [(path, thing) for path, thing in gone if path in case.since.changed and not _is_there(case, path)]
    elsewhere = misplaced(case) if gone else ()
    for path, thing in gone:
        if not any(path == place or (place.endswith("/") and path.startswith(place)) for place in elsewhere):
            yield path, thing, _heir(case, case.since, thing)


def _is_there(case: Case, path: str) -> bool:
    """Whether a file is there, whatever it is; behind a link that stands for its folder nobody looks."""
    return path in case.files or path.partition("/")[0] in case.files


def _must_stay(thing: Record) -> bool:
    match thing:
        case ActionField():
            return bool(thing.goals)
        case FiscalYear():
            return thing.closed_on is not None
        case _:
            return isinstance(thing, (Measure, Edition))


def _heir(case: Case, since: Since, thing: Record) -> Record | None:
    """The thing in a new file that is this one under another id."""
    if isinstance(thing, FiscalYear):
        return None  # one year is as good as another
    new = (other for other in case.concept.things() if case.concept.path(other) in since.changed - since.files.keys())
    return next((other for other in new if is_renamed(thing, other)), None)


def _id(path: str) -> str:
    noun = noun_of(path)
    return identifier_of(path, noun) if noun else path


CHECKS: tuple[Check, ...] = (earlier_state_unreadable, file_deleted, file_renamed, goal_deleted)
