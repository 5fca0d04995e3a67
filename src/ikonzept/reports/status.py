"""Where the concept stands on a day: what `ikonzept status` shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ikonzept.findings import Finding, Severity
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.paper import paper_id
from ikonzept.model.words import EditionRelation, EditionStatus
from ikonzept.reports import beteiligung, calendar, measures, monitoring
from ikonzept.reports.beteiligung import OpenSubmission
from ikonzept.reports.budget import sums
from ikonzept.reports.budget.sums import YearSum
from ikonzept.reports.calendar import Deadline, Meeting
from ikonzept.reports.measures import DEFAULT_REPORT_MONTHS, FieldCount, MeasureState, Selection
from ikonzept.reports.monitoring import IndicatorState
from ikonzept.values import Month


@dataclass(frozen=True, slots=True)
class EditionState:
    """An edition as the head of the overview names it."""

    id: str
    title: str
    relation: EditionRelation
    status: EditionStatus
    predecessor: str | None
    paper: str | None
    adopted_on: date | None
    effective_from: date | None
    next_due: Month | None
    overdue: bool
    tagged: bool | None
    """Whether its tag exists; ``None`` where that cannot be known."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each weight."""

    errors: int
    warnings: int
    infos: int


def tally(findings: Iterable[Finding]) -> Tally:
    """How many findings of each weight there are."""
    weights = Counter(finding.severity for finding in findings)
    return Tally(weights[Severity.ERROR], weights[Severity.WARNING], weights[Severity.INFO])


@dataclass(frozen=True, slots=True)
class Scope:
    """What the overview was narrowed to; names, not ids."""

    field: str | None = None
    unit: str | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class GitState:
    """What git knows: files not committed, missing history; the overview works without."""

    uncommitted: tuple[str, ...]
    shallow: bool
    edition_tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything `ikonzept status` shows."""

    title: str
    as_of: date
    scope: Scope
    in_force: EditionState | None
    open_editions: tuple[EditionState, ...]
    later_editions: tuple[EditionState, ...]
    successor: EditionState | None
    """The edition in force on the day, where the concept is as an earlier one holds it."""
    files_are_later: bool
    """Whether the files know of things that come only after the day; these are left out."""
    uncommitted: tuple[str, ...] | None
    shallow: bool
    fields: tuple[FieldCount, ...]
    total: FieldCount
    measures: tuple[MeasureState, ...]
    report_months: int
    money: YearSum | None
    meetings: tuple[Meeting, ...]
    deadlines: tuple[Deadline, ...]
    open_submissions: tuple[OpenSubmission, ...]
    indicators: tuple[IndicatorState, ...]
    tally: Tally
    unreadable: tuple[str, ...]
    unfinished: str | None
    """The command line that was killed half-way; ``""`` where nobody can tell any more."""


def build(  # noqa: PLR0913
    concept: Concept,
    as_of: date,
    *,
    tally: Tally,
    selection: Selection | None = None,
    git: GitState | None = None,
    edition: str | None = None,
    unreadable: tuple[str, ...] = (),
    unfinished: str | None = None,
    now: Concept | None = None,
) -> Overview:
    """The overview of a concept on a day, narrowed to a field of action or a unit when asked for.

    ``tally`` counts the findings, ``git`` is ``None`` where there is no repository, ``edition`` names the edition
    whose text the concept is, and ``now`` is then the concept as the files hold it today.
    """
    chosen = selection or Selection()
    states = measures.states(concept, chosen, as_of)
    counts = tuple(measures.field_counts(concept, states, chosen))
    in_force = concept.edition_in_force(as_of)
    year = sums.year_on(concept.fiscal_years, as_of)
    tags = git.edition_tags if git else None
    later = [item for item in concept.editions.values() if (start := item.in_force_from) and start > as_of]
    later = [item for item in later if item.adopted_on is None or item.adopted_on <= as_of]
    successor = now.edition_in_force(as_of) if now and in_force else None
    replaced = in_force and successor and successor.id != in_force.id
    return Overview(
        title=concept.manifest.title if concept.manifest else "",
        as_of=as_of,
        scope=scope_of(concept, chosen, edition),
        in_force=_edition_state(in_force, as_of, tags) if in_force else None,
        open_editions=tuple(_edition_state(item, as_of, tags) for item in _open_editions(concept, as_of)),
        later_editions=tuple(_edition_state(item, as_of, tags) for item in later),
        successor=_edition_state(successor, as_of, tags) if replaced and successor else None,
        files_are_later=_files_are_later(concept, as_of),
        uncommitted=git.uncommitted if git else None,
        shallow=bool(git and git.shallow),
        fields=counts,
        total=measures.count("", "", states),
        measures=states,
        report_months=concept.manifest.report_months if concept.manifest else DEFAULT_REPORT_MONTHS,
        money=_money(year, as_of, {state.id for state in states} if chosen else None) if year else None,
        meetings=tuple(calendar.meetings(concept, chosen, as_of)),
        deadlines=tuple(
            item for item in calendar.deadlines(concept, chosen, as_of) if not (replaced and item.kind == "edition")
        ),
        open_submissions=tuple(beteiligung.open_submissions(concept, chosen, as_of)),
        indicators=tuple(monitoring.indicators(concept, chosen, as_of)),
        tally=tally,
        unreadable=unreadable,
        unfinished=unfinished,
    )


def _open_editions(concept: Concept, as_of: date) -> Iterator[Edition]:
    """Editions not yet adopted, without those whose Vorlage or predecessor comes only after the day."""
    for edition in concept.open_editions:
        paper = concept.papers.get(paper_id(edition.paper or ""))
        before = concept.editions.get(edition.predecessor or "")
        days = (paper.date if paper else None, before.adopted_on if before else None)
        if not any(day and day > as_of for day in days):
            yield edition


def _files_are_later(concept: Concept, as_of: date) -> bool:
    """Whether editions, Vorlagen or entries of measures come after the day; events may well be planned ahead."""
    adopted = (item.adopted_on for item in concept.editions.values() if item.status is EditionStatus.ADOPTED)
    papers = (item.date for item in concept.papers.values())
    entries = (entry.date for measure in concept.measures.values() for entry in measure.history)
    return any(day and day > as_of for day in (*adopted, *papers, *entries))


def scope_of(concept: Concept, selection: Selection, edition: str | None) -> Scope:
    """What a report is narrowed to, by the names that people read."""
    field = concept.action_fields.get(selection.field or "")
    return Scope(
        field=field.title if field else selection.field,
        unit=concept.name_of(selection.unit) if selection.unit else None,
        edition=edition,
    )


def _edition_state(edition: Edition, as_of: date, tags: frozenset[str] | None) -> EditionState:
    adopted = edition.status is EditionStatus.ADOPTED
    return EditionState(
        id=edition.id,
        title=edition.title,
        relation=edition.relation,
        status=edition.status,
        predecessor=edition.predecessor,
        paper=edition.paper,
        adopted_on=edition.adopted_on,
        effective_from=edition.effective_from or edition.adopted_on,
        next_due=edition.next_due,
        overdue=bool(edition.next_due and edition.next_due.last_day < as_of),
        tagged=edition.id in tags if adopted and tags is not None else None,
    )


def _money(year: FiscalYear, as_of: date, measure_ids: set[str] | None) -> YearSum:
    if measure_ids is None:
        return sums.year_sum(year, as_of)
    return sums.year_sum(year, as_of, lambda line: line.measure in measure_ids)
