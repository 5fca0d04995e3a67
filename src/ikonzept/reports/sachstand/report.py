"""What was done since a day: the Umsetzungsbericht for the Kreistag."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ikonzept.model.concept import Concept
from ikonzept.model.files import noun_of
from ikonzept.model.words import Noun, Status
from ikonzept.reports import measures
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.measures import DEFAULT_REPORT_MONTHS, FieldCount, Selection
from ikonzept.reports.sachstand import goals, money
from ikonzept.reports.sachstand.goal_count import GoalCount, count
from ikonzept.reports.sachstand.goals import GoalProgress
from ikonzept.reports.sachstand.in_force import Adoption, adoption
from ikonzept.reports.sachstand.indicators import IndicatorProgress, indicators
from ikonzept.reports.sachstand.measures import MeasureProgress, progress
from ikonzept.reports.sachstand.money import YearMoney
from ikonzept.reports.sachstand.outcomes import Outcomes, outcomes
from ikonzept.reports.sachstand.period import Period
from ikonzept.reports.sachstand.steps import Hindrance
from ikonzept.reports.sachstand.submissions import Participation, participation
from ikonzept.reports.status import Scope, scope_of

NOUNS = frozenset(
    (
        Noun.MANIFEST,
        Noun.ACTION_FIELD,
        Noun.MEASURE,
        Noun.FISCAL_YEAR,
        Noun.INDICATOR,
        Noun.SERIES,
        Noun.EVENT,
        Noun.EDITION,
    )
)
"""What the report is made of: an unreadable file of these is missing in it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A field of action, or all of them, in figures; money in € over the fiscal years of the period."""

    goals: GoalCount
    measures: FieldCount
    proposed: int
    """Those that are only proposed: no edition in force has decided on them."""
    new: int
    reported: int
    """Those with a Sachstand or a reason within the period."""
    silent: int
    """Those under way or to come of which nothing was said within the period."""
    over: int
    """Those over before the period of which nothing was said; with the next one nothing is missing in the total."""
    just_new: int
    """Those spoken of for the first time, without a Sachstand or a reason yet."""
    overdue: int
    stale: int
    planned: Decimal
    committed: Decimal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class FieldProgress:
    """A field of action with its goals by number and its measures by id."""

    id: str
    title: str
    figures: Figures
    goals: tuple[GoalProgress, ...]
    measures: tuple[MeasureProgress, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `ikonzept report sachstand` tells."""

    internal: bool
    """Whether it may hold what is not public."""
    title: str
    period: Period
    in_force: str | None
    in_force_by: Adoption | None
    """Who decided on the edition in force, and on which Vorlage."""
    proposed_in: str | None
    """The open edition that says why each measure that is only proposed is there, where one does."""
    """The edition in force on the last day."""
    scope: Scope
    report_months: int
    """After so many months without an entry a measure under way counts as without a recent Sachstand."""
    total: Figures
    fields: tuple[FieldProgress, ...]
    """Those with goals or measures; measures of an unknown field stand last."""
    outcomes: Outcomes
    silent: tuple[str, ...]
    """The ids of the measures of which nothing was said."""
    money: tuple[YearMoney, ...]
    indicators: tuple[IndicatorProgress, ...]
    participation: Participation
    unreadable: tuple[str, ...]


def build(  # noqa: PLR0913  all that a report is made of
    concept: Concept,
    period: Period,
    selection: Selection | None = None,
    *,
    edition: str | None = None,
    adopted: Mapping[str, str] | None = None,
    unreadable: Iterable[str] = (),
    internal: bool = False,
) -> Report:
    """The report of a period, narrowed to a field of action or a unit when asked for.

    ``edition`` names the edition whose text the concept is, ``adopted`` the adopted edition that was the first to have
    a goal, by the goal's id, where that is known; ``unreadable`` are the files that are missing in it.
    ``internal`` says that the concept holds what is not public.
    """
    chosen = selection or Selection()
    states = measures.states(concept, chosen, period.until)
    found = tuple(progress(concept, states, period, money.by_measure(concept, period)))
    names = frozenset(one.id for one in found)
    fields = tuple(
        _fields(
            found,
            measures.field_counts(concept, states, chosen),
            goals.by_field(concept, period, chosen, names, adopted),
        )
    )
    in_force = concept.edition_in_force(period.until)
    return Report(
        title=concept.manifest.title if concept.manifest else "",
        period=period,
        in_force=in_force.id if in_force else None,
        in_force_by=adoption(concept, in_force) if in_force else None,
        proposed_in=_proposed_in(concept, [one.id for one in found if one.status is Status.PROPOSED]),
        internal=internal,
        scope=scope_of(concept, chosen, edition),
        report_months=concept.manifest.report_months if concept.manifest else DEFAULT_REPORT_MONTHS,
        total=_figures(measures.count("", "", states), [goal for field in fields for goal in field.goals], found),
        fields=fields,
        outcomes=outcomes(found),
        silent=tuple(one.id for one in found if one.is_silent),
        money=tuple(money.by_year(concept, period, chosen, names)),
        indicators=tuple(indicators(concept, period, chosen)),
        participation=participation(concept, period, chosen),
        unreadable=tuple(sorted(path for path in unreadable if noun_of(path) in NOUNS)),
    )


def _proposed_in(concept: Concept, names: Collection[str]) -> str | None:
    known = [edition.id for edition in concept.open_editions if names and set(names) <= edition.reasons.keys()]
    return known[0] if len(known) == 1 else None


def _fields(
    found: tuple[MeasureProgress, ...], counts: Iterable[FieldCount], known: Mapping[str, tuple[GoalProgress, ...]]
) -> Iterator[FieldProgress]:
    rows = [row for row in counts if row.total or known.get(row.id)]
    names = {row.id for row in rows}
    for row in rows:
        own = tuple(
            one for one in found if one.action_field == row.id or (not row.id and one.action_field not in names)
        )
        yield FieldProgress(row.id, row.title, _figures(row, known.get(row.id, ()), own), known.get(row.id, ()), own)


def _figures(measures: FieldCount, goals: Iterable[GoalProgress], found: tuple[MeasureProgress, ...]) -> Figures:
    spent = [one for measure in found for one in measure.money]
    return Figures(
        goals=count(goals),
        measures=measures,
        proposed=sum(one.status is Status.PROPOSED for one in found),
        new=sum(one.is_new for one in found),
        reported=sum(one.reported for one in found),
        silent=sum(one.is_silent for one in found),
        over=sum(one.was_over and not one.reported for one in found),
        just_new=sum(one.is_new and not one.reported for one in found),
        overdue=sum(_has(one, Hindrance.OVERDUE) for one in found),
        stale=sum(_has(one, Hindrance.STALE) for one in found),
        planned=sum((one.planned for one in spent), start=ZERO),
        committed=sum((one.committed for one in spent), start=ZERO),
        actual=sum((one.actual for one in spent), start=ZERO),
    )


def _has(measure: MeasureProgress, kind: Hindrance) -> bool:
    return any(obstacle.kind is kind for obstacle in measure.obstacles)
