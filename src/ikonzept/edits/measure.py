"""A measure begins, and its Verlauf goes on: a status, a Sachstand, or both."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ikonzept import splicing
from ikonzept.edits.edit import Edit, text_of
from ikonzept.model.event import Event, Submission
from ikonzept.model.fields import key_of
from ikonzept.model.files import path_of
from ikonzept.model.measure import Lineage, Measure, StatusEntry, Term
from ikonzept.model.words import LineageKind, MeasureKind, Noun, Outlook, Status
from ikonzept.splicing import NewEntry, Value


@dataclass(frozen=True, slots=True)
class NewStatusEntry:
    """What is to be entered in a Verlauf."""

    day: date
    status: Status | None = None
    report: str | None = None
    reason: str | None = None
    paper: str | None = None

    def is_same(self, entry: StatusEntry) -> bool:
        """Whether an entry says the same already."""
        return (self.day, self.status, self.report, self.reason, self.paper) == (
            entry.date,
            entry.status,
            entry.report,
            entry.reason,
            entry.paper,
        )


@dataclass(frozen=True, slots=True)
class NewMeasure:
    """A measure that begins, with its first entry in the Verlauf; ids where people have names."""

    id: str
    title: str
    field: str
    kind: MeasureKind
    lead: str
    day: date
    status: Status = Status.PROPOSED
    goals: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    target_group: str | None = None
    begin: date | None = None
    end: date | None = None
    description: str | None = None
    submissions: tuple[str, ...] = ()
    report: str | None = None
    reason: str | None = None
    paper: str | None = None
    outlook: Outlook | None = None
    indicators: tuple[str, ...] = ()
    descent: "Descent | None" = None


@dataclass(frozen=True, slots=True)
class Descent:
    """Out of which measures one came, how, and with which edition; ids."""

    kind: LineageKind
    sources: tuple[str, ...]
    edition: str | None = None


def begun(new: NewMeasure) -> Edit:
    """The file of a new measure."""
    term = {"begin": new.begin, "end": new.end}
    given: dict[str, Value | None] = {
        "title": new.title,
        "action_field": new.field,
        "goals": new.goals or None,
        "kind": new.kind.value,
        "lead": new.lead,
        "participants": new.participants or None,
        "target_group": new.target_group,
        "term": {key_of(Term, name): one.isoformat() for name, one in term.items() if one} or None,
        "description": new.description,
        "lineage": _lineage(new.descent) if new.descent else None,
        "submissions": new.submissions or None,
        "indicators": new.indicators or None,
        "outlook": new.outlook.value if new.outlook else None,
        "history": [_entry(NewStatusEntry(new.day, new.status, new.report, new.reason, new.paper))],
    }
    said = {key_of(Measure, name): value for name, value in given.items() if value is not None}
    return Edit(path_of(Noun.MEASURE, new.id), None, splicing.with_block("", said).encode())


def _lineage(descent: Descent) -> dict[str, Value]:
    """A Herkunft by the words of the file."""
    given = {"kind": descent.kind.value, "sources": descent.sources, "edition": descent.edition}
    return {key_of(Lineage, name): value for name, value in given.items() if value is not None}


def descended(path: str, raw: bytes, measure: Measure, descent: Descent) -> Edit:
    """The file of a measure that comes out of others; its Herkunft, where there is one, names them too.

    Raises ``KeyError`` where the Herkunft cannot be changed in place.
    """
    said, key = text_of(raw), key_of(Measure, "lineage")
    if measure.lineage is None:
        after = _key_before(splicing.top_keys(path, said), "lineage")
        return Edit(path, raw, splicing.put(path, said, {key: _lineage(descent)}, after).encode())
    for name in descent.sources:
        if name not in measure.lineage.sources:
            said = splicing.listed(path, said, (key, key_of(Lineage, "sources")), name)
    return Edit(path, raw, said.encode())


def _key_before(there: Collection[str], field: str) -> str:
    """Of the keys that are there, the one behind which a field belongs."""
    names = list(Measure.model_fields)
    before = (key_of(Measure, name) for name in reversed(names[: names.index(field)]))
    return next(key for key in before if key in there)


def led_to(path: str, raw: bytes, event: Event, number: int, measure: str) -> Edit:
    """The file of an event whose submission of this number leads to one more measure.

    Raises ``KeyError`` where the submission stands in braces.
    """
    place = next(place for place, one in enumerate(event.submissions) if one.number == number)
    key = (key_of(Event, "submissions"), place, key_of(Submission, "leads_to"))
    return Edit(path, raw, splicing.listed(path, text_of(raw), key, measure).encode())


def changed(path: str, raw: bytes, field: str, value: str) -> Edit:
    """The file of a measure of which one field, by its English name, says something else."""
    return Edit(path, raw, splicing.splice(path, text_of(raw), {(key_of(Measure, field),): value}).encode())


def went_on(path: str, raw: bytes, measure: Measure, entry: NewStatusEntry) -> Edit:
    """The file of a measure with one more entry in its Verlauf, where its day belongs.

    Raises ``KeyError`` where the Verlauf stands in brackets.
    """
    said = _entry(entry)
    place = max((index + 1 for index, one in enumerate(measure.history) if one.date <= entry.day), default=0)
    new = NewEntry((key_of(Measure, "history"),), said, None if place == len(measure.history) else place)
    return Edit(path, raw, splicing.insert(path, text_of(raw), [new]).encode())


def _entry(entry: NewStatusEntry) -> dict[str, Value]:
    """An entry by the words of the file; what is not said is left out."""
    given = {
        "date": entry.day.isoformat(),
        "status": entry.status.value if entry.status else None,
        "report": entry.report,
        "reason": entry.reason,
        "paper": entry.paper,
    }
    return {key_of(StatusEntry, name): value for name, value in given.items() if value is not None}
