"""What happened to fields of action and their goals: assessed, ended, continued, new."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ikonzept.model.action_field import Goal
from ikonzept.model.fields import Part
from ikonzept.model.words import Kind
from ikonzept.reports.diff.change import Change, Fact, FieldChange, Reason, Related
from ikonzept.reports.diff.fields import differing
from ikonzept.reports.diff.sides import Sides


def changes(sides: Sides) -> Iterator[Change]:
    """Every goal that is not what it was, by its id ``<field>.<number>``."""
    former, heirs = _heirs(sides.old.goals), _heirs(sides.new.goals)
    for name, before, after in sides.pairs(sides.old.goals, sides.new.goals):
        continued = tuple(heir for heir in heirs.get(name, ()) if heir not in former.get(name, ()))
        if before != after or continued:
            found = _change(name, before, after, sides)
            yield _continued(found, sides, continued) if continued else found


def _change(name: str, before: Goal | None, after: Goal | None, sides: Sides) -> Change:
    where = sides.at(before, after)
    fields = tuple(differing(Goal, before, after, *where, skip=("number",)))
    sources = after.continues if after and (before is None or before.continues != after.continues) else ()
    return Change(
        kind=Kind.GOAL.value,
        id=name,
        title=_text(sides, name),
        old_title=before.text if before and after and before.text != after.text else None,
        group=name.rpartition(".")[0],
        content=tuple(_facts(before, after, fields, continues=bool(sources))),
        execution=_meanwhile(before, after, fields),
        fields=fields,
        related=tuple(Related(Kind.GOAL.value, source, _text(sides, source)) for source in sources),
        reasons=(*sides.reasons(name), *_assessment(before, after)),
        old_place=where[0].place() if where[0] else None,
        new_place=where[1].place() if where[1] else None,
    )


def _facts(
    before: Goal | None, after: Goal | None, fields: tuple[FieldChange, ...], *, continues: bool
) -> Iterator[Fact]:
    if after is None:
        yield Fact.REMOVED
        return
    if before is None:
        yield Fact.ADDED
    if continues:
        yield Fact.CONTINUES
    if after.ended_with and (before is None or before.ended_with != after.ended_with):
        yield Fact.ENDED
    if after.assessment and (before is None or before.assessment != after.assessment):
        yield Fact.ASSESSED
    own = [item for item in fields if item.part is Part.CONTENT and before is not None]
    others = [item for item in own if item.path[0] not in {"assessment", "ended_with", "continues"}]
    if any(not item.editorial for item in others):
        yield Fact.CHANGED
    elif own and all(item.editorial for item in own):
        yield Fact.EDITORIAL


def _meanwhile(before: Goal | None, after: Goal | None, fields: tuple[FieldChange, ...]) -> tuple[Fact, ...]:
    both = before is not None and after is not None
    return (Fact.CHANGED,) if both and any(item.part is Part.EXECUTION for item in fields) else ()


def _assessment(before: Goal | None, after: Goal | None) -> Iterator[Reason]:
    """Why a goal is assessed as it is."""
    new = after.assessment if after else None
    if new and new.reason and (before is None or before.assessment != new):
        yield Reason("assessment", "", new.reason)


def _heirs(goals: Mapping[str, Goal]) -> dict[str, tuple[str, ...]]:
    """Which goals continue one, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for name, goal in goals.items():
        for source in goal.continues:
            found[source] = (*found.get(source, ()), name)
    return found


def _continued(change: Change, sides: Sides, heirs: tuple[str, ...]) -> Change:
    related = tuple(Related(Kind.GOAL.value, heir, _text(sides, heir)) for heir in heirs)
    kept = tuple(fact for fact in change.content if fact is not Fact.EDITORIAL)
    return replace(change, content=(*kept, Fact.CONTINUED), related=(*change.related, *related))


def _text(sides: Sides, name: str) -> str:
    goal = sides.new.goals.get(name) or sides.old.goals.get(name)
    return goal.text if goal else ""
