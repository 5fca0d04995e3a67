"""What happened to everything else: chapters, indicators, events, Vorlagen, editions, units, lines of money."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ikonzept.model.action_field import ActionField
from ikonzept.model.chapter import Chapter
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.event import Event, Submission
from ikonzept.model.fields import Part, Record
from ikonzept.model.fiscal_year import BudgetAccount, BudgetLine, FiscalYear
from ikonzept.model.grant import Grant
from ikonzept.model.indicator import Indicator, Series, Value
from ikonzept.model.manifest import Actor, Committee, Manifest, Unit
from ikonzept.model.paper import Paper
from ikonzept.model.words import EditionStatus, Kind, Noun
from ikonzept.reports.diff.change import Change, Fact, FieldChange, Reason
from ikonzept.reports.diff.fields import differing
from ikonzept.reports.diff.sides import Sides

Happened = Callable[[Any, Any, tuple[FieldChange, ...]], Iterator[Fact]]
"""What happened to a thing beside its fields, from both sides and the fields that differ."""


def changes(sides: Sides) -> Iterator[Change]:
    """Every thing that is not what it was, save measures and goals, noun by noun."""
    old, new = sides.old, sides.new
    yield from _of(sides, Kind.ACTION_FIELD.value, ActionField, old.action_fields, new.action_fields, skip=("goals",))
    yield from _chapters(sides)
    yield from _manifest(sides)
    yield from _of(sides, Kind.INDICATOR.value, Indicator, old.indicators, new.indicators)
    yield from _series(sides)
    yield from _money(sides)
    yield from _of(sides, Kind.GRANT.value, Grant, old.grants, new.grants)
    yield from _of(sides, Kind.EVENT.value, Event, old.events, new.events, skip=("submissions",))
    yield from _submissions(sides)
    yield from _of(sides, Kind.PAPER.value, Paper, old.papers, new.papers, happened=_decided, named=_number)
    yield from _of(sides, Kind.EDITION.value, Edition, old.editions, new.editions, happened=_adopted)


def _of(  # noqa: PLR0913  what differs from noun to noun
    sides: Sides,
    kind: str,
    model: type[Record],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    skip: Collection[str] = (),
    happened: Happened | None = None,
    named: Callable[[Any], str] | None = None,
    group: Callable[[str], str] = lambda _: "",
) -> Iterator[Change]:
    """The things of one noun that differ."""
    for name, before, after in sides.pairs(old, new):
        if before == after:
            continue
        where = sides.at(before, after)
        fields = tuple(differing(model, before, after, *where, skip={"id", *skip}))
        if before is not None and after is not None and not fields:
            continue
        thing = after if after is not None else before
        told = tuple(happened(before, after, fields)) if happened else ()
        titles = _title(before), _title(after)
        yield Change(
            kind=kind,
            id=named(thing) if named else name,
            title=titles[1] or titles[0],
            old_title=titles[0] if before is not None and after is not None and titles[0] != titles[1] else None,
            group=group(name),
            content=_facts(model, before, after, fields, Part.CONTENT, ()),
            execution=_facts(model, before, after, fields, Part.EXECUTION, told),
            fields=fields,
            reasons=tuple(sides.reasons(name)),
            old_place=where[0].place() if where[0] else None,
            new_place=where[1].place() if where[1] else None,
        )


def _title(thing: Any) -> str:  # noqa: ANN401  any of our records
    if thing is None:
        return ""
    return next((str(value) for name in ("title", "name", "purpose") if (value := getattr(thing, name, None))), "")


def _facts(  # noqa: PLR0913, PLR0917
    model: type[Record],
    before: Record | None,
    after: Record | None,
    fields: tuple[FieldChange, ...],
    part: Part,
    told: tuple[Fact, ...],
) -> tuple[Fact, ...]:
    """What happened to one part of a thing: it came, it went, it has another name, it is another."""
    own = [item for item in fields if item.part is part]
    if before is None or after is None:
        # An indicator is Vollzug, and its Ziel is what the Kreistag adopts.
        concerns = _part_of(model) is part or (part is Part.CONTENT and bool(own))
        return (Fact.ADDED if before is None else Fact.REMOVED, *told) if concerns else ()
    found = []
    if any(item.path == ("title",) and not item.editorial for item in own):
        found.append(Fact.RENAMED)
    if any(not item.editorial and item.path != ("title",) for item in own) and not told:
        found.append(Fact.CHANGED)
    if own and all(item.editorial for item in own):
        found.append(Fact.EDITORIAL)
    return (*told, *found)


def _part_of(model: type[Record]) -> Part:
    """Whether a thing as a whole is what the Kreistag adopts (``format.md``, Inhalt and Vollzug)."""
    return Part.CONTENT if model in {ActionField, Chapter} else Part.EXECUTION


# --- chapters ------------------------------------------------------------------------------------------------------


def _chapters(sides: Sides) -> Iterator[Change]:
    """Chapters in the order of the newer state's files; one whose file has another number or part has moved."""
    order = {name: sides.new.path(item) for name, item in sides.new.chapters.items()}
    order |= {name: sides.old.path(item) for name, item in sides.old.chapters.items() if name not in order}
    found = {
        change.id: change for change in _of(sides, Kind.CHAPTER.value, Chapter, sides.old.chapters, sides.new.chapters)
    }
    for name, before, after in sides.pairs(sides.old.chapters, sides.new.chapters):
        if before is not None and after is not None and sides.old.path(before) != sides.new.path(after):
            found[name] = _moved(found.get(name), name, sides, before, after)
    yield from (found[name] for name in sorted(found, key=lambda name: order[name]))


def _moved(change: Change | None, name: str, sides: Sides, before: Chapter, after: Chapter) -> Change:
    old_at, new_at = sides.at(before, after)
    if change is None:
        change = Change(
            Kind.CHAPTER.value,
            name,
            after.title,
            None,
            "",
            (),
            (),
            (),
            reasons=tuple(sides.reasons(name)),
            old_place=old_at.place() if old_at else None,
            new_place=new_at.place() if new_at else None,
        )
    return replace(change, content=(Fact.MOVED, *change.content))


# --- monitoring ----------------------------------------------------------------------------------------------------


def _series(sides: Sides) -> Iterator[Change]:
    """The values of indicators, under the indicator's title."""
    found = _of(sides, Noun.SERIES.word, Series, sides.old.series, sides.new.series, happened=_measured)
    for change in found:
        indicator = sides.new.indicators.get(change.id) or sides.old.indicators.get(change.id)
        yield replace(change, title=indicator.title if indicator else change.id)


# --- the manifest --------------------------------------------------------------------------------------------------


def _manifest(sides: Sides) -> Iterator[Change]:
    """The concept itself, and its units, actors and committees, each a thing of its own."""
    old, new = sides.old.manifest, sides.new.manifest
    if old == new:
        return
    befores, afters = ({"": old} if old else {}), ({"": new} if new else {})
    parties = ("units", "actors", "committees")
    yield from _of(sides, Noun.MANIFEST.word, Manifest, befores, afters, skip=parties, named=lambda _: "")
    for kind, model, name in (
        (Kind.UNIT, Unit, "units"),
        (Kind.ACTOR, Actor, "actors"),
        (Kind.COMMITTEE, Committee, "committees"),
    ):
        yield from _of(sides, kind.value, model, _block(old, name), _block(new, name))


def _block(manifest: Manifest | None, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(manifest, name) if manifest else {}
    return found


# --- money ---------------------------------------------------------------------------------------------------------


def _money(sides: Sides) -> Iterator[Change]:
    """Fiscal years, their accounts and their lines."""
    old, new = sides.old, sides.new
    inner = ("accounts", "lines")
    yield from _of(sides, Noun.FISCAL_YEAR.word, FiscalYear, old.fiscal_years, new.fiscal_years, skip=inner)
    for kind, model, things in (
        (Kind.ACCOUNT, BudgetAccount, _accounts),
        (Kind.LINE, BudgetLine, _lines),
    ):
        befores, afters = things(old), things(new)
        yield from (
            found
            for found in _of(
                sides, kind.value, model, befores, afters, group=lambda name: name.partition("\0")[0], named=_own_name
            )
        )


def _accounts(concept: Concept) -> dict[str, BudgetAccount]:
    return {
        f"{year.id}\0{account.number}": account for year in concept.fiscal_years.values() for account in year.accounts
    }


def _lines(concept: Concept) -> dict[str, BudgetLine]:
    return {f"{year.id}\0{line.id}": line for year in concept.fiscal_years.values() for line in year.lines}


def _own_name(thing: BudgetAccount | BudgetLine) -> str:
    return thing.id if isinstance(thing, BudgetLine) else str(thing.number)


# --- what happened -------------------------------------------------------------------------------------------------


def _submissions(sides: Sides) -> Iterator[Change]:
    """Submissions by their id, with the reason of their weighing."""
    found = _of(
        sides,
        Kind.SUBMISSION.value,
        Submission,
        sides.old.submissions,
        sides.new.submissions,
        skip=("number",),
        happened=_weighed,
        group=lambda name: name.rpartition(".")[0],
    )
    for change in found:
        submission = sides.new.submissions.get(change.id) or sides.old.submissions.get(change.id)
        reasons: tuple[Reason, ...] = tuple(sides.weighing(change.id)) if Fact.WEIGHED in change.facts else ()
        yield replace(change, title=submission.text if submission else "", old_title=None, reasons=reasons)


def _weighed(before: Submission | None, after: Submission | None, _: tuple[FieldChange, ...]) -> Iterator[Fact]:
    if after and after.weighing and (before is None or before.weighing is None):
        yield Fact.WEIGHED


def _measured(_: object, after: Series | None, fields: tuple[FieldChange, ...]) -> Iterator[Fact]:
    """New values, and values that stood already and are others now."""
    rows = [item for item in fields if item.path[0] == "rows"]
    if after is not None and any(isinstance(item.new, Value) and item.old is None for item in rows):
        yield Fact.MEASURED
    if any(item.path[-1] == "value" for item in rows):
        yield Fact.REVISED


def _decided(before: Paper | None, after: Paper | None, _: tuple[FieldChange, ...]) -> Iterator[Fact]:
    old = [step.decision for step in before.consultations] if before else []
    if after and any(decision and decision not in old for decision in (s.decision for s in after.consultations)):
        yield Fact.DECIDED


def _number(paper: Paper) -> str:
    return paper.printed


def _adopted(before: Edition | None, after: Edition | None, fields: tuple[FieldChange, ...]) -> Iterator[Fact]:
    if after and after.status is EditionStatus.ADOPTED and (before is None or before.status is not after.status):
        yield Fact.ADOPTED
    elif before and any(item.path == ("status",) for item in fields):
        yield Fact.STATUS
