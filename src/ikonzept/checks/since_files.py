"""What must be provable later stays: what became of a thing is written in its file, which is never deleted."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check, Since
from ikonzept.checks.lost import deleted
from ikonzept.checks.sameness import is_renamed, quoted
from ikonzept.findings import Finding, Place, error, info, warning
from ikonzept.model.action_field import ActionField
from ikonzept.model.edition import Edition
from ikonzept.model.event import Event
from ikonzept.model.fields import Record
from ikonzept.model.files import identifier_of, noun_of
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.indicator import Series
from ikonzept.model.measure import Measure
from ikonzept.model.paper import Paper
from ikonzept.reports import things


def earlier_state_unreadable(case: Case) -> Iterator[Finding]:
    """What differs could be read in the earlier state: else nobody knows what it held."""
    if case.since is None:
        return
    for path in sorted(case.since.unreadable & case.since.changed):
        yield info("earlier-state-unreadable", Place(path), commit=case.since.commit)


def file_deleted(case: Case) -> Iterator[Finding]:
    """No file is deleted that tells what was adopted, done, asked for, answered, paid or reported (``_must_stay``)."""
    for path, thing, heir in _gone(case):
        noun = noun_of(path)
        if heir is None and case.since and noun:
            said = {"title": _title(thing), "commit": case.since.commit}
            yield error("file-deleted", Place(path), noun=noun.title, id=_id(path), **said).worded(noun.word)


def _title(thing: Record) -> str:
    """What a thing is called; of a Vorlage its number, for its subject may not be public."""
    return thing.printed if isinstance(thing, Paper) else quoted(things.title_of(thing))


def file_renamed(case: Case) -> Iterator[Finding]:
    """A file keeps its name: it is the id by which everyone refers to the thing."""
    for path, thing, heir in _gone(case):
        if heir is not None and not _awaits_number(thing):
            place = case.concept.place(heir)
            yield error("file-renamed", place, id=_id(path), path=path, now=_id(place.path), file=place.path)


def values_removed(case: Case) -> Iterator[Finding]:
    """Every year of which an indicator had values still has some; which, and how many, may be revised."""
    for former in case.since.concept.series.values() if case.since else ():
        series = case.concept.series.get(former.id)
        if series is not None and (years := _years(former) - _years(series)):
            yield warning("values-removed", case.concept.place(series), id=series.id, years=tuple(sorted(years)))


def _years(series: Series) -> set[int]:
    return {row.year for row in series.rows if row.value is not None}


def _awaits_number(thing: Record) -> bool:
    """Whether it is a Vorlage that no committee has treated yet: the Sitzungsdienst may give it its number only now."""
    return isinstance(thing, Paper) and not any(step.decision or step.resolution for step in thing.consultations)


def _gone(case: Case) -> Iterator[tuple[str, Record, Record | None]]:
    """The files that must stay and are not there any more, what they held, and the new thing that took it over."""
    if case.since is None:
        return
    there = case.since.concept
    kept = {there.path(thing): thing for thing in there.things() if _must_stay(thing)}
    for path in deleted(case, sorted(kept.keys() & case.since.changed)):
        yield path, kept[path], _heir(case, case.since, kept[path])


def _must_stay(thing: Record) -> bool:
    match thing:
        case ActionField():
            return bool(thing.goals)
        case FiscalYear():
            return thing.closed_on is not None
        case Series():
            return bool(thing.rows)
        case _:
            return isinstance(thing, (Measure, Edition, Event, Paper))


def _heir(case: Case, since: Since, thing: Record) -> Record | None:
    """The thing in a new file that is this one under another id."""
    if isinstance(thing, FiscalYear):
        return None  # one year is as good as another
    new = (other for other in case.concept.things() if case.concept.path(other) in since.changed - since.files.keys())
    return next((other for other in new if is_renamed(thing, other)), None)


def _id(path: str) -> str:
    noun = noun_of(path)
    return identifier_of(path, noun) if noun else path


CHECKS: tuple[Check, ...] = (earlier_state_unreadable, file_deleted, file_renamed, values_removed)
