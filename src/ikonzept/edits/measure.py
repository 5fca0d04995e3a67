"""A measure's Verlauf goes on: a status, a Sachstand, or both."""

from dataclasses import dataclass
from datetime import date

from ikonzept import document, splicing
from ikonzept.edits.edit import Edit
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import Status
from ikonzept.splicing import NewEntry


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


def went_on(path: str, raw: bytes, measure: Measure, entry: NewStatusEntry) -> Edit:
    """The file of a measure with one more entry in its Verlauf, where its day belongs.

    Raises ``KeyError`` where the Verlauf stands in brackets.
    """
    given: dict[str, str | None] = {
        "date": entry.day.isoformat(),
        "status": entry.status.value if entry.status else None,
        "report": entry.report,
        "reason": entry.reason,
        "paper": entry.paper,
    }
    said = {StatusEntry.model_fields[name].alias or name: value for name, value in given.items() if value is not None}
    place = max((index + 1 for index, one in enumerate(measure.history) if one.date <= entry.day), default=0)
    key = Measure.model_fields["history"].alias or "history"
    new = NewEntry((key,), said, None if place == len(measure.history) else place)
    return Edit(path, raw, splicing.insert(path, document.decode(raw), [new]).encode())
