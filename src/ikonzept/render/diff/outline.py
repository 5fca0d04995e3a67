"""A diff as every form of it shows it: sections, items, passages, runs; so no two forms show different changes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ikonzept.model.fields import Part
from ikonzept.model.words import Kind, Noun
from ikonzept.render.amounts import signed
from ikonzept.render.diff.blocks import counted_blocks, in_one_line, passages_of
from ikonzept.render.diff.runs import Passage, Run, RunKind, runs_of
from ikonzept.reports.diff.change import (
    FILE,
    STATUS_FACTS,
    Change,
    Diff,
    Fact,
    FieldChange,
    Money,
    MoneyYear,
    Reason,
    Shape,
)
from ikonzept.texts import text
from ikonzept.values import german_amount, phrase


class Mark(StrEnum):
    """What an item's line begins with; never colour alone."""

    ADDED = "+"
    REMOVED = "−"
    CHANGED = "~"
    LINEAGE = "⇒"
    MOVED = "→"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a section: its head, what happened to it, the passages that differ, and why."""

    change: Change
    mark: Mark
    name: str
    """``M-003 Sprachmittlerpool``."""
    said: str
    """``umbenannt (bisher: Dolmetscherliste), geändert``."""
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: a field of action, the texts, the money."""

    key: str
    title: str
    items: tuple[Item, ...]


_SECTIONS = (
    ("files", (FILE,)),
    ("texts", (Kind.CHAPTER.value,)),
    ("concept", (Noun.MANIFEST.word,)),
    ("monitoring", (Kind.INDICATOR.value, Noun.SERIES.word)),
    ("participation", (Kind.EVENT.value, Kind.SUBMISSION.value)),
    ("money", (Noun.FISCAL_YEAR.word, Kind.ACCOUNT.value, Kind.LINE.value, Kind.GRANT.value)),
    ("papers", (Kind.PAPER.value,)),
    ("editions", (Kind.EDITION.value,)),
    ("parties", (Kind.UNIT.value, Kind.ACTOR.value, Kind.COMMITTEE.value)),
)
"""What stands behind the fields of action, in this order."""
_IN_FIELDS = (Kind.ACTION_FIELD.value, Kind.GOAL.value, Kind.MEASURE.value)


def sections(diff: Diff, *, full: bool = False) -> Iterator[Section]:
    """The fields of action by title, each with its goals and measures, then everything else; empty ones are left out.

    The section of the money also stands where only its table has something to say. ``full`` is for a page: nothing is
    cut, and what the head of an item says stands below it too.
    """
    told = list(_told(diff))
    by_group: dict[str, list[Change]] = {}
    for change in told:
        if change.kind in _IN_FIELDS:
            group = change.id if change.kind == Kind.ACTION_FIELD else change.group
            by_group.setdefault(group, []).append(change)
    for group in sorted(by_group, key=lambda name: diff.groups.get(name, name)):
        ordered = sorted(by_group[group], key=lambda change: (_IN_FIELDS.index(change.kind), change.id))
        yield Section(group, diff.groups.get(group, group), _items(ordered, diff, full=full))
    for key, kinds in _SECTIONS:
        found = [change for kind in kinds for change in told if change.kind == kind]
        if found or (key == "money" and diff.money):
            yield Section(key, text(f"diff.section.{key}"), _items(found, diff, full=full))


def _items(changes: Sequence[Change], diff: Diff, *, full: bool) -> tuple[Item, ...]:
    return tuple(_item(change, diff, full=full) for change in changes)


def _told(diff: Diff) -> Iterator[Change]:
    """The changes without those of which the measure that came out of them tells all there is."""
    heirs = {item.id for change in diff.changes for item in change.related if _came_out(change)}
    for change in diff.changes:
        if change.content != (Fact.GONE_OVER,) or change.id not in heirs or not _only_goes_over(change):
            yield change


def _came_out(change: Change) -> bool:
    return any(fact in {Fact.MERGED, Fact.SPLIT, Fact.TAKEN_OVER} for fact in change.facts)


def _only_goes_over(change: Change) -> bool:
    """Whether nothing but the last status and its entry in the Verlauf is new."""
    entries = {item.path[1] for item in change.fields if item.path[0] == "history"}
    return len(entries) <= 1 and all(item.path[0] in {"status", "history"} for item in change.fields)


def _item(change: Change, diff: Diff, *, full: bool) -> Item:
    return Item(
        change=change,
        mark=_mark(change),
        name=name_of(change),
        said=facts_of(change, diff),
        passages=tuple(_passages(change, diff, full=full)),
        reasons=tuple(reason(item) for item in change.reasons),
        guess=_guess(change),
    )


def _mark(change: Change) -> Mark:
    facts = change.facts
    if Fact.REMOVED in facts:
        return Mark.REMOVED
    if any(fact in {Fact.MERGED, Fact.SPLIT, Fact.TAKEN_OVER, Fact.GONE_OVER} for fact in facts):
        return Mark.LINEAGE
    if Fact.ADDED in facts:
        return Mark.ADDED
    return Mark.MOVED if facts == (Fact.MOVED,) else Mark.CHANGED


def name_of(change: Change) -> str:
    """A thing by its number and title, as people call it."""
    if change.kind == Kind.GOAL:
        return text("diff.goal", number=change.id.rpartition(".")[2], title=change.title)
    if change.kind == Noun.SERIES.word:
        return text("diff.series", title=change.title or change.id)
    if change.kind in _TITLED:
        return change.title or change.id
    if change.kind == FILE:
        return f"{change.title} ({change.id})" if change.id and change.id != change.title else change.title
    if change.kind == Noun.MANIFEST.word:
        return change.title
    label = text(f"kind.{change.kind}") + " " if change.kind in _LABELLED else ""
    shown = f"{change.group} {change.id}" if change.kind == Kind.ACCOUNT else change.id
    return f"{label}{shown} {change.title}".strip()


_TITLED = frozenset(
    (
        *(Kind.ACTION_FIELD.value, Kind.CHAPTER.value, Kind.INDICATOR.value),
        *(Kind.UNIT.value, Kind.ACTOR.value, Kind.COMMITTEE.value),
    )
)
"""Things that people call by their title alone."""
_LABELLED = frozenset(
    (Kind.PAPER.value, Kind.EDITION.value, Noun.FISCAL_YEAR.word, Kind.LINE.value, Kind.SUBMISSION.value)
)


def _guess(change: Change) -> str:
    if change.guess is None:
        return ""
    score = phrase(Decimal(str(round(change.guess.score, 2))))
    return text("diff.guess", id=change.guess.id, title=change.guess.title, score=score)


# --- what happened -------------------------------------------------------------------------------------------------


def facts_of(change: Change, diff: Diff) -> str:
    """What happened to a thing, in words."""
    return ", ".join(_facts(change, diff))


def _facts(change: Change, diff: Diff) -> Iterator[str]:
    """Each fact as a phrase; a new measure with its status."""
    for fact in change.facts:
        if fact is Fact.RENAMED:
            yield text("diff.fact.renamed", title=change.old_title or "")
        elif fact is Fact.MOVED and change.old_group is not None:
            yield text("diff.fact.moved_from", title=diff.groups.get(change.old_group, change.old_group))
        elif fact is Fact.MOVED and change.old_place and change.new_place:
            yield text("diff.fact.moved_file", old=change.old_place.path, new=change.new_place.path)
        elif fact in _WITH_RELATED:
            yield text(f"diff.fact.{fact}", ids=", ".join(_related(change, fact)))
        elif fact in {Fact.ASSESSED, Fact.WEIGHED}:
            yield _result(change, fact)
        elif fact in STATUS_FACTS:
            yield _status(change)
        else:
            yield text(f"diff.fact.{fact}")
    if change.status and change.old_place is None:
        yield change.status


def _result(change: Change, fact: Fact) -> str:
    """How a goal was assessed, or a submission weighed."""
    field = "assessment" if fact is Fact.ASSESSED else "weighing"
    found = next((item.new for item in change.fields if item.path == (field,)), None)
    result = getattr(found, "result", None)
    return phrase(result) if result else text(f"diff.fact.{fact}")


_WITH_RELATED = frozenset((Fact.MERGED, Fact.SPLIT, Fact.TAKEN_OVER, Fact.GONE_OVER, Fact.CONTINUES, Fact.CONTINUED))


def _related(change: Change, fact: Fact) -> Iterator[str]:
    for item in change.related:
        if change.kind == Kind.GOAL:
            yield text("diff.goal.short", number=item.id.rpartition(".")[2])
        elif fact is Fact.GONE_OVER or fact in _WITH_RELATED:
            yield f"{item.id} {item.title}".strip() if fact is Fact.GONE_OVER else item.id


def _status(change: Change) -> str:
    found = next((item for item in change.fields if item.path == ("status",)), None)
    if found is None:
        return text("diff.fact.status")
    return f"{phrase(found.old) or text('diff.nothing')} → {phrase(found.new) or text('diff.nothing')}"


def reason(item: Reason) -> str:
    """Why, and where that is written."""
    name = f"diff.reason.{item.source}"
    return text(name, reference=item.reference, text=" ".join(item.text.split()))


# --- fields --------------------------------------------------------------------------------------------------------


def _passages(change: Change, diff: Diff, *, full: bool) -> Iterator[Passage]:
    """What differs, field by field; what the head of the item says already is left out."""
    gone = Fact.REMOVED in change.facts
    whole = gone or Fact.ADDED in change.facts or (_came_out(change) and change.old_place is None)
    for item in change.fields:
        if _is_said(item, change, whole=whole, full=full):
            continue
        if item.shape is Shape.PROSE and whole and full:
            yield from (replace(passage, whole=True, note="") for passage in passages_of(item, full=True))
        elif item.shape is Shape.PROSE and not whole:
            yield from passages_of(item, full=full)
        elif item.shape is Shape.PROSE:
            yield Passage(item.label, (Run(RunKind.KEPT, in_one_line(item)),), part=item.part, whole=True)
        else:
            runs = tuple(runs_of(item, diff.names, whole=whole, full=full))
            yield Passage(item.label, runs, item.editorial, part=item.part, whole=whole)


def _is_said(item: FieldChange, change: Change, *, whole: bool, full: bool) -> bool:
    """Whether the head of an item, or a reason below it, says already what a field says."""
    first, facts = item.path[0], change.facts
    if full and not whole:
        return False
    if first in _TITLES and (whole or Fact.RENAMED in facts):
        return True
    if whole and first in {"action_field", "history", "status"}:
        return True
    return any(first in fields and fact in facts for fact, fields in _SAID.items())


_TITLES = frozenset(("title", "name", "text"))
"""What the head of an item calls a thing by."""
_LINEAGE = frozenset(("lineage", "continues"))
_SAID: Mapping[Fact, frozenset[str]] = {
    Fact.MOVED: frozenset(("action_field",)),
    Fact.ASSESSED: frozenset(("assessment",)),
    Fact.ENDED: frozenset(("ended_with",)),
    Fact.WEIGHED: frozenset(("weighing",)),
    Fact.ADOPTED: frozenset(("status",)),
    **dict.fromkeys(STATUS_FACTS, frozenset(("status",))),
    **dict.fromkeys((Fact.MERGED, Fact.SPLIT, Fact.TAKEN_OVER, Fact.CONTINUES), _LINEAGE),
}
"""The fields that a fact tells of."""


# --- the summary ---------------------------------------------------------------------------------------------------

_COUNTED = (
    *(Fact.ADDED, Fact.MERGED, Fact.SPLIT, Fact.TAKEN_OVER, Fact.RENAMED, Fact.MOVED, Fact.ENDED, Fact.CHANGED),
    *(Fact.REMOVED, Fact.STATUS, Fact.RESUMED, Fact.COMPLETED, Fact.DEFERRED, Fact.REORIENTED, Fact.DROPPED),
    *(Fact.TRANSFERRED, Fact.REPORTED, Fact.WEIGHED, Fact.DECIDED, Fact.ADOPTED, Fact.MEASURED, Fact.REVISED),
    Fact.EDITORIAL,
)


def counted(diff: Diff, part: Part) -> str:
    """``9 neu, 1 zusammengeführt, 2 umbenannt, 4 geändert``: how often what happened; empty where nothing did."""
    facts = [change.content if part is Part.CONTENT else change.execution for change in _told(diff)]
    numbers = Counter(fact for found in facts for fact in set(found))
    if part is Part.EXECUTION:
        numbers[Fact.STATUS] = sum(bool(STATUS_FACTS.intersection(found)) for found in facts)
    return ", ".join(text(f"diff.count.{fact}", n=numbers[fact]) for fact in _COUNTED if numbers[fact])


def is_of_files(diff: Diff) -> bool:
    """Whether texts were compared that belong to no concept."""
    return bool(diff.changes) and all(change.kind == FILE for change in diff.changes)


def _places(diff: Diff) -> str:
    """How many paragraphs of the texts came, went, moved or changed."""
    numbers = counted_blocks(item for change in diff.changes for item in change.fields)
    return ", ".join(text(f"diff.count.{name}", n=numbers[name]) for name in _BLOCKS if numbers[name])


_BLOCKS = ("added", "changed", "removed", "moved", "editorial")


def money_rows(money: Money) -> Iterator[tuple[str, str, str, str]]:
    """The table of the money: account, before, now, difference; the sum of each year, the total last."""
    several = len(money.years) > 1
    for year in money.years:
        for row in year.rows:
            name = f"{row.number} {row.title}".strip()
            yield f"{year.year} {name}" if several else name, *amounts(row.old, row.new, row.difference)
        if several:
            yield sum_of(year), *amounts(year.old, year.new, year.difference)
    yield total_name(money), *amounts(money.old, money.new, money.difference)


def sum_of(year: MoneyYear) -> str:
    """``Summe 2023``."""
    return text("diff.money.sum", year=year.year)


def total_name(money: Money) -> str:
    """``Summe``, or ``Summe aller Jahre``."""
    return text("diff.money.all" if len(money.years) > 1 else "diff.money.total")


def _change_of(money: Money) -> str:
    """``Mittel + 2.000,00 €``, year by year where there are several: of which year it is matters."""
    if len(money.years) == 1:
        return text("diff.money.change", amount=signed(money.difference))
    changed = [f"{year.year} {signed(year.difference)} €" for year in money.years if year.difference]
    return text("diff.money.changes", amounts=", ".join(changed))


def amounts(old: Decimal | None, new: Decimal | None, difference: Decimal) -> tuple[str, str, str]:
    """Before, now and the difference, as people read them."""
    before, now = (german_amount(amount) if amount is not None else "–" for amount in (old, new))
    return before, now, signed(difference)


def no_difference(diff: Diff) -> str:
    """That nothing differs, or nothing of what was asked for."""
    return text("diff.none.selected" if diff.is_selection else "diff.none")


def headline(diff: Diff) -> str:
    """``Fortschreibung 2022 → 2023``, or the two states by their names."""
    old, new = side_name(diff.old.name), side_name(diff.new.name)
    if diff.old.edition and diff.new.edition:
        return text("diff.head.editions", old=diff.old.edition, new=diff.new.edition)
    if diff.old.edition:
        return text("diff.head.since", old=diff.old.edition, new=new)
    return text("diff.head.states", old=old, new=new)


def side_name(name: str) -> str:
    """A state as people call it."""
    return text("diff.working_tree") if name == "." else name


def lines_of_summary(diff: Diff) -> Iterator[tuple[str, str]]:
    """Inhalt and Vollzug with what happened to them."""
    if is_of_files(diff):
        if len(diff.changes) > 1 or diff.changes[0].id:
            yield text("diff.files"), counted(diff, Part.CONTENT)
        yield text("diff.places"), _places(diff)
        return
    for part in Part:
        said = counted(diff, part)
        if part is Part.EXECUTION and diff.money and any(year.difference for year in diff.money.years):
            money = _change_of(diff.money)
            said = f"{said} · {money}" if said else money
        if said:
            yield part.value, said


def unreadable_files(diff: Diff) -> tuple[str, ...]:
    """The files that cannot be read, with the side on which they cannot."""
    return tuple(
        text(f"diff.unreadable.{'both' if item.old and item.new else 'old' if item.old else 'new'}", path=item.path)
        for item in diff.unreadable
    )


def unreadable_hint(diff: Diff) -> str:
    """Who says what is wrong with the files that cannot be read; of a former state nobody can mend anything."""
    return text("diff.unreadable.hint") if any(item.new for item in diff.unreadable) else ""
