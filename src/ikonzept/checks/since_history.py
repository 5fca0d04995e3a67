"""What a Verlauf has told stays told: its entries are added to, never rewritten or removed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from ikonzept.checks.case import Case, Check
from ikonzept.checks.sameness import is_another, quoted
from ikonzept.findings import Finding, error, warning
from ikonzept.model.fields import label_of
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.values import phrase

_SAID = ("date", "status", "reason", "paper", "report")
"""The fields of an entry; an internal note is none of what it tells."""
_SHORT = 40
_BEHIND = ("status", "report", "reason", "paper")


def history_entry_removed(case: Case) -> Iterator[Finding]:
    """Every entry of a Verlauf is still there; those that one measure has lost are told at once."""
    for measure, pairs in groupby(_entries(case), key=itemgetter(0)):
        lost = [entry for _, entry, now in pairs if now is None]
        place = replace(case.concept.place(measure, "history"), on_key=True)
        if len(lost) == 1:
            before = quoted(", ".join(filter(None, (lost[0].status, lost[0].report, lost[0].reason))))
            yield error("history-entry-removed", place, date=lost[0].date, before=before)
        elif lost:
            entries = tuple(map(_in_short, lost))
            yield error("history-entry-removed", place, count=len(lost), entries=entries).worded("several")


def _in_short(entry: StatusEntry) -> str:
    """The day of an entry and the most of what it said."""
    return f"{phrase(entry.date)} ({entry.status or quoted(entry.report, _SHORT)})"


def history_entry_changed(case: Case) -> Iterator[Finding]:
    """The day, status, reason and Vorlage of an entry are what they were; what was missing may be added."""
    for _, entry, now in _entries(case):
        for field in _SAID[:-1] if now else ():
            if now and _is_rewritten(entry, now, field):
                told = error("history-entry-changed", case.concept.place(now, field), **_said(entry, now, field))
                yield told.worded(field)


def history_report_rewritten(case: Case) -> Iterator[Finding]:
    """The Sachstand of an entry says what it said: no other words, figures or negations, nothing more or less."""
    for entry, now in _reports(case):
        if not _is_corrected(entry, now):
            yield error("history-report-rewritten", case.concept.place(now, "report"), **_said(entry, now, "report"))


def history_report_changed(case: Case) -> Iterator[Finding]:
    """The Sachstand of an entry is what it was; a slip of the pen may be corrected, so this is but a warning."""
    for entry, now in _reports(case):
        if _is_corrected(entry, now):
            yield warning("history-report-changed", case.concept.place(now, "report"), **_said(entry, now, "report"))


def _reports(case: Case) -> Iterator[tuple[StatusEntry, StatusEntry]]:
    """The entries whose Sachstand is not what it was."""
    for _, entry, now in _entries(case):
        if now and _is_rewritten(entry, now, "report"):
            yield entry, now


def _is_corrected(entry: StatusEntry, now: StatusEntry) -> bool:
    from ikonzept.prose.slips import is_slip

    return is_slip(entry.report or "", now.report or "")


def _said(entry: StatusEntry, now: StatusEntry, field: str) -> dict[str, object]:
    """What stood in a field of an entry, and what stands there now."""
    label, before, after = label_of(StatusEntry, field), getattr(entry, field), getattr(now, field)
    return {"date": entry.date, "field": label, "before": quoted(before), "now": quoted(after)}


def _is_rewritten(entry: StatusEntry, now: StatusEntry, field: str) -> bool:
    """Whether something stood there and is another or gone now; other blanks and line ends are no change."""
    before, after = getattr(entry, field), getattr(now, field)
    if isinstance(before, str) and isinstance(after, str):
        return before.split() != after.split()
    return before is not None and before != after


def _entries(case: Case) -> Iterator[tuple[Measure, StatusEntry, StatusEntry | None]]:
    """The entries that do not stand as they stood, each with what has become of it; ``None``: it is gone."""
    for former in case.since.concept.measures.values() if case.since else ():
        measure = case.concept.measures.get(former.id)
        if measure is not None and not is_another(former, measure):
            for entry, now in paired(former.history, measure.history):
                yield measure, entry, now


def paired(
    before: Sequence[StatusEntry], after: Sequence[StatusEntry]
) -> Iterator[tuple[StatusEntry, StatusEntry | None]]:
    """What is the same stays out; the others go together by their day, else by all that they say."""
    left = list(after)
    lost = [entry for entry in before if not _taken(entry, left, _SAID)]
    for entry in lost:
        yield entry, _taken(entry, left, ("date",)) or _taken(entry, left, _BEHIND)


def _taken(entry: StatusEntry, left: list[StatusEntry], fields: Sequence[str]) -> StatusEntry | None:
    """The first entry that is not spoken for and agrees in these fields; it is taken from the list."""
    for index, other in enumerate(left):
        if all(getattr(entry, name) == getattr(other, name) for name in fields):
            return left.pop(index)
    return None


CHECKS: tuple[Check, ...] = (
    history_entry_removed,
    history_entry_changed,
    history_report_rewritten,
    history_report_changed,
)
