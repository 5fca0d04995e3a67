"""What became of a measure is told in order, with its reasons, and leads on to its successors."""

from collections.abc import Iterator
from itertools import pairwise

from ikonzept.checks.case import Case, Check
from ikonzept.checks.circles import circles, some
from ikonzept.findings import Finding, error, info, warning
from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.words import LineageKind, MeasureKind, Noun, Status
from ikonzept.reports.lineage import heirs
from ikonzept.reports.progress import needs_reason

_ENDED = frozenset((Status.COMPLETED, Status.DROPPED, Status.TRANSFERRED, Status.MERGED))


def history_out_of_order(case: Case) -> Iterator[Finding]:
    """The entries of a Verlauf stand oldest first; several may be of one day."""
    for measure in case.concept.measures.values():
        for before, entry in pairwise(measure.history):
            if entry.date < before.date:
                place = case.concept.place(entry, "date")
                yield error("history-out-of-order", place, date=entry.date, before=before.date)


def status_step_without_reason(case: Case) -> Iterator[Finding]:
    """A step back, aside or out of an end has a ``grund`` (``domain.md``, How a Fortschreibung really works)."""
    for measure in case.concept.measures.values():
        before: StatusEntry | None = None
        for entry in measure.history:
            if entry.status is None:
                continue
            if not entry.reason and _needs_reason(before, entry):
                step = f"{before.status} → {entry.status}" if before else entry.status
                yield error("status-step-without-reason", case.concept.place(entry, "status"), step=step)
            before = entry


def _needs_reason(before: StatusEntry | None, entry: StatusEntry) -> bool:
    """Whether this step needs one; where the days are out of order, nobody knows which step was taken."""
    if entry.status is None or (before and entry.date < before.date):
        return False
    return needs_reason(before.status if before else None, entry.status)


def history_without_status(case: Case) -> Iterator[Finding]:
    """A Verlauf says how far the measure is."""
    for measure in case.concept.measures.values():
        if measure.history and _last_step(measure) is None:
            yield warning("history-without-status", case.concept.place(measure, "history"))


def lineage_source_not_merged(case: Case) -> Iterator[Finding]:
    """A measure that another's Herkunft names, in whatever manner, ends with ``übergegangen`` (``format.md``)."""
    concept = case.concept
    in_circles = {name for group in _circles(concept) for name in group}
    for name, later in heirs(concept.measures).items():
        source = concept.measures.get(name)
        if source is None or name in in_circles:
            continue
        last = _last_step(source)
        if last is None or last.status is not Status.MERGED:
            place = concept.place(last, "status") if last else concept.place(source, "history")
            yield error("lineage-source-not-merged", place, id=name, by=later)


def merged_into_nothing(case: Case) -> Iterator[Finding]:
    """A measure that ends with ``übergegangen`` stands in another's Herkunft."""
    if any(path.startswith(f"{Noun.MEASURE.folder}/") for path in case.unreadable):
        return  # the other one may be among them
    known = heirs(case.concept.measures)
    for measure in case.concept.measures.values():
        last = _last_step(measure)
        if last and last.status is Status.MERGED and measure.id not in known:
            yield error("merged-into-nothing", case.concept.place(last, "status"), id=measure.id)


def lineage_circle(case: Case) -> Iterator[Finding]:
    """No measure comes out of itself, not by way of others either; each circle is told once."""
    for group in _circles(case.concept):
        first = case.concept.measures[group[0]]
        index = next(index for index, name in enumerate(_sources(first)) if name in group)
        yield error("lineage-circle", case.concept.place(first, "lineage", "sources", index), members=some(group))


def lineage_without_sources(case: Case) -> Iterator[Finding]:
    """A Herkunft names measures; only one taken over from another concept (``übernommen``) may have none here."""
    for measure in case.concept.measures.values():
        lineage = measure.lineage
        if lineage and not lineage.sources and lineage.kind is not LineageKind.TAKEN_OVER:
            yield error("lineage-without-sources", case.concept.place(lineage, "kind"), kind=lineage.kind)


def standing_task_with_end(case: Case) -> Iterator[Finding]:
    """A Daueraufgabe that still goes on has no last day."""
    for measure in case.concept.measures.values():
        if measure.kind is not MeasureKind.STANDING or measure.term is None or measure.term.end is None:
            continue
        last = _last_step(measure)
        if last is None or last.status not in _ENDED:
            yield info("standing-task-with-end", case.concept.place(measure.term, "end"), end=measure.term.end)


def _last_step(measure: Measure) -> StatusEntry | None:
    """The last entry that has a status."""
    return next((entry for entry in reversed(measure.history) if entry.status), None)


def _circles(concept: Concept) -> list[tuple[str, ...]]:
    return circles({name: sources for name, measure in concept.measures.items() if (sources := _sources(measure))})


def _sources(measure: Measure) -> tuple[str, ...]:
    return measure.lineage.sources if measure.lineage else ()


CHECKS: tuple[Check, ...] = (
    history_out_of_order,
    status_step_without_reason,
    history_without_status,
    lineage_source_not_merged,
    merged_into_nothing,
    lineage_circle,
    lineage_without_sources,
    standing_task_with_end,
)
