"""The goals of a field of action: each quoted, how far it was reached, why, what goes on from it, what serves it."""

from collections.abc import Iterable, Iterator, Mapping

from ikonzept.model.words import GoalResult
from ikonzept.render.sachstand.blocks import Item, Links, Listing, Own
from ikonzept.render.sachstand.indicators import progressed
from ikonzept.render.sachstand.words import anchor, day, joined
from ikonzept.reports.sachstand.goal_count import GoalCount, Results
from ikonzept.reports.sachstand.goals import GoalProgress, Kin, Server, Standing
from ikonzept.reports.sachstand.indicators import IndicatorProgress
from ikonzept.reports.sachstand.report import FieldProgress, Report
from ikonzept.reports.sachstand.turns import Turn
from ikonzept.texts import text

_RESULTS = {
    "reached": GoalResult.REACHED,
    "partly_reached": GoalResult.PARTLY,
    "not_reached": GoalResult.MISSED,
    "not_assessable": GoalResult.UNKNOWN,
}


def goals(report: Report, field: FieldProgress) -> Iterator[Listing]:
    """The goals of a field; nothing where it has none."""
    if field.goals:
        known = {one.id: one for one in report.indicators}
        told = frozenset(goal.id for one in report.fields for goal in one.goals)
        items = tuple(_item(goal, known, told) for goal in field.goals)
        yield Listing(text("report.goals"), items, look="goals")


def assessed(report: Report) -> Iterator[Listing]:
    """The goals of all fields that were assessed, for the screen."""
    items = tuple(
        Item(
            name=Own(text("report.goal.of", field=field.title, number=goal.number)),
            step=_step(goal),
            text=Own(goal.text),
            notes=tuple(Own(note) for note in (goal.reason or "", _continued(goal)) if note),
        )
        for field in report.fields
        for goal in field.goals
        if goal.result
    )
    if items:
        yield Listing(text("report.goals.assessed", n=len(items)), items)


def counted(report: Report) -> Iterator[tuple[str, str]]:
    """``14, davon 3 bewertet: 1 erreicht, 2 teilweise erreicht``; nothing where there are no goals."""
    found = report.total.goals
    said = [str(found.total)] if found.total else []
    if found.assessed.total:
        said[-1:] = [
            text("report.goals.of_these", total=found.total, n=found.assessed.total, results=_results(found.assessed))
        ]
    if pending := ", ".join(_pending(found)):
        said.append(f"{joined(list(_drafts(report)))}: {pending}")
    if said:
        yield text("report.goals"), " · ".join(said)


def _pending(found: GoalCount) -> Iterator[str]:
    """What editions not in force yet say of goals."""
    if number := found.assessed_pending.total:
        yield text("report.goals.pending", n=number, results=_results(found.assessed_pending))
    if found.to_come:
        yield text("report.goals.new", n=found.to_come)


def _results(found: Results) -> str:
    return ", ".join(f"{number} {word}" for name, word in _RESULTS.items() if (number := getattr(found, name)))


def _drafts(report: Report) -> Iterator[str]:
    """The editions not in force yet with which goals begin or end."""
    turns = (turn for field in report.fields for goal in field.goals for turn in (goal.begins, goal.ends) if turn)
    yield from dict.fromkeys(_when(turn) for turn in turns if turn.pending)


def _item(goal: GoalProgress, known: Mapping[str, IndicatorProgress], told: frozenset[str]) -> Item:
    return Item(
        name=text("report.goal", number=goal.number),
        step=_step(goal),
        text=Own(goal.text),
        notes=tuple(Own(note) for note in _notes(goal, known, told)),
        links=_links(goal.measures) if goal.measures else None,
        internal=Own(goal.internal or ""),
    )


def _step(goal: GoalProgress) -> Own:
    """How far it was reached, and which edition says so where that is not in force yet; or with which it begins."""
    if goal.result:
        turn = goal.ends or goal.begins
        return Own(f"{_when(turn)}: {goal.result}" if turn and goal.assessment_pending else goal.result)
    if goal.begins and goal.standing is Standing.TO_COME:
        return Own(text("report.goal.new", when=_when(goal.begins)))
    return Own("")


def _when(turn: Turn) -> str:
    """``im Entwurf 2024``, ``ab 01.01.2025``: an edition that is not in force yet."""
    return text("report.goal.from", day=day(turn.date)) if turn.date else text("report.goal.draft", id=turn.edition)


def _notes(goal: GoalProgress, known: Mapping[str, IndicatorProgress], told: frozenset[str]) -> Iterator[str]:
    if goal.reason:
        yield text("report.goal.reason", reason=goal.reason)
    if goal.evidence:
        yield text("report.goal.evidence", names=", ".join(found.title for found in goal.evidence))
    if end := " · ".join(part for part in (_ends(goal.ends) if goal.ends else "", _continued(goal)) if part):
        yield end
    if former := [one for one in goal.continues if one.id not in told]:  # of the others it is told where they stand
        yield text("report.goal.continues", names=_names(former, results=True))
    if measured := [progressed(known[found.id]) for found in goal.indicators if found.id in known]:
        yield text("report.goal.indicators", names="; ".join(measured))
    if not goal.measures and goal.standing is not Standing.ENDED:
        yield text("report.goal.no_measure")


def _ends(turn: Turn) -> str:
    """With which edition a goal ended, or is to end."""
    if turn.pending:
        name = "report.goal.ends.from" if turn.date else "report.goal.ends.draft"
    else:
        name = "report.goal.ended" if turn.date else "report.goal.ended.some_day"
    return text(name, id=turn.edition, day=day(turn.date))


def _continued(goal: GoalProgress) -> str:
    return text("report.goal.continued", names=_names(goal.continued_by)) if goal.continued_by else ""


def _names(found: Iterable[Kin], *, results: bool = False) -> str:
    """``Ziel 3``; of another field with that; with how far it was reached where that is asked for."""
    return ", ".join(
        (
            text("report.goal.in", number=one.number, field=one.field)
            if one.field
            else text("report.goal", number=one.number)
        )
        + (f" ({one.result})" if results and one.result else "")
        for one in found
    )


def _links(measures: tuple[Server, ...]) -> Links:
    names = ((f"{one.id} ({one.status or text('phase.unknown')})", one) for one in measures)
    return Links(
        text("report.goal.measures", n=len(measures)),
        tuple((Own(name), anchor(one.id) if one.told else "") for name, one in names),
    )
