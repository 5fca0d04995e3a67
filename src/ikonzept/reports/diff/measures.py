"""What happened to measures: lineage, names, fields of action, status, Sachstände, and why."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ikonzept.model.fields import Part
from ikonzept.model.measure import Measure, StatusEntry
from ikonzept.model.names import name_of, numbered
from ikonzept.model.words import Kind, LineageKind, Status
from ikonzept.prose.words import is_editorial
from ikonzept.reports.diff.change import Change, Fact, FieldChange, Reason, Related, Shape
from ikonzept.reports.diff.fields import differing
from ikonzept.reports.diff.sides import Sides
from ikonzept.reports.lineage import heirs
from ikonzept.values import german_date

_CAME_OUT = {
    LineageKind.MERGED: Fact.MERGED,
    LineageKind.SPLIT: Fact.SPLIT,
    LineageKind.TAKEN_OVER: Fact.TAKEN_OVER,
}
_NEW_STATUS = {
    Status.DEFERRED: Fact.DEFERRED,
    Status.REORIENTED: Fact.REORIENTED,
    Status.DROPPED: Fact.DROPPED,
    Status.TRANSFERRED: Fact.TRANSFERRED,
    Status.COMPLETED: Fact.COMPLETED,
    Status.MERGED: None,  # the lineage of the other measure says it
}
_ASIDE = frozenset((Status.DEFERRED, Status.REORIENTED, Status.DROPPED))


def changes(sides: Sides, contained: Callable[[str], bool]) -> Iterator[Change]:
    """Every measure that is not what it was.

    ``contained`` says whether an adopted edition contains a measure: one that none contains and that is
    ``vorgeschlagen`` is Vollzug as a whole (``format.md``).
    """
    old, new = sides.old.measures, sides.new.measures
    former, later = heirs(old), heirs(new)
    for name, before, after in sides.pairs(old, new):
        found = _change(name, before, after, sides) if before is not after else None
        came = tuple(heir for heir in later.get(name, ()) if heir not in former.get(name, ()))
        if came:
            found = _gone_over(found, after or before, sides, came)
        if found and after and _current(after) is Status.PROPOSED and not contained(name):
            found = _as_execution(found)
        if found:
            yield found


def _change(name: str, before: Measure | None, after: Measure | None, sides: Sides) -> Change | None:
    thing = after or before
    if thing is None:
        return None
    fields = tuple(_fields(before, after, sides))
    content, execution = tuple(_content(before, after, fields)), tuple(_execution(before, after, fields))
    if not content and not execution and not fields:
        return None
    sources = after.lineage.sources if after and after.lineage and _has_new_lineage(before, after) else ()
    where = sides.at(before, after)
    renamed = before is not None and after is not None and before.title != after.title
    moved = before is not None and after is not None and before.action_field != after.action_field
    return Change(
        kind=Kind.MEASURE.value,
        id=name,
        title=thing.title,
        old_title=before.title if before and renamed else None,
        group=thing.action_field,
        old_group=before.action_field if before and moved else None,
        content=content,
        execution=execution,
        fields=fields,
        related=tuple(_related(sides, source) for source in sources),
        reasons=tuple(_reasons(before, after, sides)),
        status=_current(after) if after else None,
        old_place=where[0].place() if where[0] else None,
        new_place=where[1].place() if where[1] else None,
    )


def _fields(before: Measure | None, after: Measure | None, sides: Sides) -> Iterator[FieldChange]:
    """What differs; of a measure on both sides the current status too, which no file says."""
    old_at, new_at = sides.at(before, after)
    if before and after and (step := (_current(before), _current(after)))[0] is not step[1]:
        label = StatusEntry.model_fields["status"].title or ""
        places = [
            side.below("verlauf", _last_index(measure)).place() if side and measure.history else None
            for side, measure in ((old_at, before), (new_at, after))
        ]
        yield FieldChange(("status",), label, Part.EXECUTION, Shape.VALUE, *step, places[0], places[1])
    yield from differing(Measure, before, after, old_at, new_at, skip=("id",))


def _content(before: Measure | None, after: Measure | None, fields: tuple[FieldChange, ...]) -> Iterator[Fact]:
    """What happened to the Inhalt of a measure."""
    if after is None:
        yield Fact.REMOVED
        return
    if _has_new_lineage(before, after) and after.lineage:
        yield _CAME_OUT[after.lineage.kind]
    elif before is None:
        yield Fact.ADDED
    if before is None:
        return
    if before.title != after.title and not is_editorial(before.title, after.title):
        yield Fact.RENAMED
    if before.action_field != after.action_field:
        yield Fact.MOVED
    own = [item for item in fields if item.part is Part.CONTENT]
    if any(not item.editorial and item.path[0] not in {"title", "action_field", "lineage"} for item in own):
        yield Fact.CHANGED
    elif own and all(item.editorial for item in own):
        yield Fact.EDITORIAL


def _execution(before: Measure | None, after: Measure | None, fields: tuple[FieldChange, ...]) -> Iterator[Fact]:
    """What happened to a measure meanwhile."""
    if before is None or after is None:
        return
    old, new = _current(before), _current(after)
    if new is not old and new is not Status.MERGED:
        resumed = old in _ASIDE and new not in _NEW_STATUS
        yield Fact.RESUMED if resumed else (_NEW_STATUS.get(new) if new else None) or Fact.STATUS
    if before.history != after.history and _reported(after) - _reported(before):
        yield Fact.REPORTED
    told = {"history", "status"}
    own = [item for item in fields if item.part is Part.EXECUTION]
    if any(item.path[0] not in told and not item.editorial for item in own) or _rewrites_history(before, after):
        yield Fact.CHANGED
    elif own and all(item.editorial for item in own):
        yield Fact.EDITORIAL


def _has_new_lineage(before: Measure | None, after: Measure) -> bool:
    return after.lineage is not None and (before is None or before.lineage != after.lineage)


def _current(measure: Measure) -> Status | None:
    """The status of the last entry that has one."""
    return next((entry.status for entry in reversed(measure.history) if entry.status), None)


def _last_index(measure: Measure) -> int:
    with_status = [index for index, entry in enumerate(measure.history) if entry.status]
    return with_status[-1] if with_status else 0


def _reported(measure: Measure) -> set[tuple[object, ...]]:
    """The entries with a Sachstand, by what they are known by: one that was put right is no new one."""
    names = numbered(map(name_of, measure.history))
    return {name for name, entry in zip(names, measure.history, strict=True) if entry.report}


def _rewrites_history(before: Measure, after: Measure) -> bool:
    """Whether an entry that stood already says something else now."""
    return bool(before.history) and after.history[: len(before.history)] != before.history


# --- lineage -------------------------------------------------------------------------------------------------------


def _gone_over(found: Change | None, measure: Measure | None, sides: Sides, came: tuple[str, ...]) -> Change | None:
    """A measure out of which others came."""
    if measure is None:
        return found
    related = tuple(_related(sides, heir) for heir in came)
    if found is None:
        found = Change(Kind.MEASURE.value, measure.id, measure.title, None, measure.action_field, (), (), ())
    kept = tuple(fact for fact in found.content if fact is not Fact.EDITORIAL)
    return replace(found, content=(Fact.GONE_OVER, *kept), related=(*found.related, *related))


def _as_execution(change: Change) -> Change:
    """A proposal that no edition contains: everything about it is Vollzug."""
    fields = tuple(replace(item, part=Part.EXECUTION) for item in change.fields)
    return replace(change, content=(), execution=change.facts, fields=fields)


def _related(sides: Sides, name: str) -> Related:
    found = sides.new.measures.get(name) or sides.old.measures.get(name)
    return Related(Kind.MEASURE.value, name, found.title if found else "")


# --- why -----------------------------------------------------------------------------------------------------------


def _reasons(before: Measure | None, after: Measure | None, sides: Sides) -> Iterator[Reason]:
    """The reasons that the edition, new entries of the Verlauf and the Abwägung give."""
    if after is None:
        return
    yield from sides.reasons(after.id)
    known = before.history if before else ()
    for entry in after.history:
        if entry.reason and entry not in known:
            yield Reason("history", german_date(entry.date), entry.reason)
    for name in after.submissions:
        if before is None or name not in before.submissions:
            yield from sides.weighing(name)
