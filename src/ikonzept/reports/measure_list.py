"""Measures chosen by what they are and where they stand, in the order that is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import MeasureColumn, MeasureKind, Status
from ikonzept.reports.measures import MeasureState, Selection, states


@dataclass(frozen=True, slots=True)
class Filter:
    """What a measure must be; every condition that is given counts."""

    field: str | None = None
    statuses: frozenset[Status] = frozenset()
    kind: MeasureKind | None = None
    lead: str | None = None
    participant: str | None = None
    overdue: bool = False
    stale: bool = False
    without_budget: bool = False
    words: tuple[str, ...] = ()
    """Words that title, description, target group or Verlauf hold, in whatever case."""

    def holds(self, measure: Measure, state: MeasureState, paid: frozenset[str]) -> bool:
        """Whether a measure is meant; ``paid`` are the ids of those that a budget line names."""
        return (
            self.field in {None, measure.action_field}
            and (not self.statuses or state.status in self.statuses)
            and self.kind in {None, measure.kind}
            and self.lead in {None, measure.lead}
            and (self.participant is None or self.participant in measure.participants)
            and (state.overdue or not self.overdue)
            and (state.stale or not self.stale)
            and (not self.without_budget or measure.id not in paid)
            and all(word in _said(measure) for word in self.words)
        )


def _said(measure: Measure) -> str:
    """All that a measure says in words, folded."""
    told = (part for entry in measure.history for part in (entry.report, entry.reason))
    parts = (measure.id, measure.title, measure.description, measure.target_group, *told)
    return "\n".join(part for part in parts if part).casefold()


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure and how it stands on the day; names are those that people read."""

    state: MeasureState
    field: str
    kind: MeasureKind
    participants: tuple[str, ...]
    begin: date | None
    outlook: str | None


def listed(concept: Concept, wanted: Filter, order: MeasureColumn, as_of: date, *, reverse: bool) -> tuple[Listed, ...]:
    """The measures that are meant, by a column and then by id; those without a value there stand last."""
    paid = frozenset(line.measure for line in concept.budget_lines.values() if line.measure)
    found = [
        _listed(concept, measure, state)
        for state in states(concept, Selection(), as_of)
        for measure in (concept.measures[state.id],)
        if wanted.holds(measure, state, paid)
    ]
    keyed = [(_sortable(said), one) for one in found if (said := value(one, order)) not in _NOTHING]
    keyed.sort(key=lambda pair: pair[0], reverse=reverse)
    without = (one for one in found if value(one, order) in _NOTHING)
    return (*(one for _, one in keyed), *without)


_NOTHING = frozenset((None, "", ()))


def _listed(concept: Concept, measure: Measure, state: MeasureState) -> Listed:
    field = concept.action_fields.get(measure.action_field)
    return Listed(
        state=state,
        field=field.title if field else measure.action_field,
        kind=measure.kind,
        participants=tuple(concept.name_of(name) for name in measure.participants),
        begin=measure.term.begin if measure.term else None,
        outlook=measure.outlook,
    )


_VALUES: Mapping[MeasureColumn, Callable[[Listed], object]] = {
    MeasureColumn.ID: lambda one: one.state.id,
    MeasureColumn.TITLE: lambda one: one.state.title,
    MeasureColumn.ACTION_FIELD: lambda one: one.field,
    MeasureColumn.KIND: lambda one: one.kind,
    MeasureColumn.STATUS: lambda one: one.state.status,
    MeasureColumn.SINCE: lambda one: one.state.since,
    MeasureColumn.LEAD: lambda one: one.state.lead,
    MeasureColumn.PARTICIPANTS: lambda one: ", ".join(one.participants),
    MeasureColumn.BEGIN: lambda one: one.begin,
    MeasureColumn.END: lambda one: one.state.end,
    MeasureColumn.REPORTED: lambda one: one.state.last_report,
    MeasureColumn.OUTLOOK: lambda one: one.outlook,
    MeasureColumn.PLANNED: lambda one: one.state.planned_money,
    MeasureColumn.USED: lambda one: one.state.used_money,
    MeasureColumn.REMARK: lambda one: tuple(name for name in ("overdue", "stale") if getattr(one.state, name)),
}


def value(one: Listed, column: MeasureColumn) -> object:
    """What stands in a column; amounts in €, two places."""
    return _VALUES[column](one)


def _sortable(found: Any) -> Any:  # noqa: ANN401  whatever a column holds
    """Status words in their order, texts without regard to case; what is of one column compares."""
    if isinstance(found, Status):
        return list(Status).index(found)
    return found.casefold() if isinstance(found, str) else found
