"""What becomes of a table that came back: the columns as understood, conflicts side by side, and what is new."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from shlex import quote

from rich.text import Text

from ikonzept.edits.measure import NewMeasure, NewStatusEntry
from ikonzept.exchange.measures import MeasureTable, Notice, Place, sample
from ikonzept.model.words import Outlook, Status, TableColumn
from ikonzept.render import data
from ikonzept.render.columns import columns
from ikonzept.render.terminal import clean, hanging, shorten
from ikonzept.reports.measure_rows import Change, Conflict, Differing, Judgement, Problem
from ikonzept.reports.measure_table import Vocabulary
from ikonzept.texts import text
from ikonzept.values import german_date, phrase

_MOST = 25
"""So many measures are told one by one."""
_SAMPLE = 40


# --- JSON ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Brought:
    """What a row brings to a measure."""

    row: int
    id: str
    title: str
    date: date | None
    status: Status | None
    report: str | None
    reason: str | None
    paper: str | None
    outlook: Outlook | None


@dataclass(frozen=True, slots=True)
class ConflictingCell:
    """A cell that says something else than the file; the column by its heading."""

    column: str
    in_file: str | None
    in_table: str | None


@dataclass(frozen=True, slots=True)
class Conflicting:
    """A row that no longer fits its file."""

    row: int
    id: str
    title: str
    cells: tuple[ConflictingCell, ...]


@dataclass(frozen=True, slots=True)
class MeasureImportDocument:
    """The JSON of ``measure import``; with conflicts nothing is written."""

    file: str
    new: tuple[Brought, ...]
    changed: tuple[Brought, ...]
    unchanged: tuple[str, ...]
    conflicts: tuple[Conflicting, ...]


def as_json(found: Judgement, file: str) -> str:
    """Every row of the table, once."""
    new = tuple(_begun(row, one) for row, one in found.new)
    changed = tuple(_brought(one) for one in found.changes)
    conflicts = tuple(_conflicting(one) for one in found.conflicts)
    return data.document("measure-import", MeasureImportDocument(file, new, changed, tuple(found.unchanged), conflicts))


def _begun(row: int, one: NewMeasure) -> Brought:
    return Brought(row, one.id, one.title, one.day, one.status, one.report, one.reason, one.paper, one.outlook)


def _brought(change: Change) -> Brought:
    entry, measure = change.entry, change.measure
    return Brought(
        row=change.row,
        id=measure.id,
        title=measure.title,
        date=entry.day if entry else None,
        status=entry.status if entry else None,
        report=entry.report if entry else None,
        reason=entry.reason if entry else None,
        paper=entry.paper if entry else None,
        outlook=change.outlook,
    )


def _conflicting(conflict: Conflict) -> Conflicting:
    cells = (ConflictingCell(one.column.value, _iso(one.in_file), _iso(one.in_table)) for one in conflict.cells)
    return Conflicting(conflict.row, conflict.measure.id, conflict.measure.title, tuple(cells))


def _iso(said: str | date | None) -> str | None:
    return said.isoformat() if isinstance(said, date) else said


def _wrapped(said: str, width: int, indent: int) -> Text:
    """A sentence on as many lines as it needs."""
    return hanging("", said.split(" "), width, indent=indent, separator=" ")


# --- places and columns ----------------------------------------------------------------------------------------------


def where(place: Place) -> str:
    """A cell as people find it: by its name in a sheet, by line and column in a CSV."""
    kind = "sheet" if place.sheet else "csv"
    of = f" ({clean(place.measure)})" if place.measure else ""
    params = {**place._asdict(), "sheet": clean(place.sheet), "heading": clean(place.heading), "of": of}
    return text(f"table.where.{kind}" if place.column else f"table.where.{kind}_row", **params)


def problems(table: MeasureTable, found: Sequence[Problem]) -> Iterator[str]:
    """Each problem with its cell, in the order of the table, not too many of a kind; its first with what to do."""
    order, seen, counts = table.head.columns, Counter[object](), Counter(map(_kind, found))
    for problem in sorted(found, key=lambda one: (one.row, order.get(one.column, 0))):
        kind = _kind(problem)
        seen[kind] += 1
        if seen[kind] <= _MOST_OF_A_KIND:
            yield _sentence(table, problem)
        if seen[kind] == 1:
            yield f"  {text('finding.hint')} {text(f'table.hint.{problem.code}', **_phrases(problem))}"
        if seen[kind] == _MOST_OF_A_KIND < counts[kind]:
            yield f"  {text('table.more', n=counts[kind] - _MOST_OF_A_KIND)}"


_MOST_OF_A_KIND = 10


def _kind(problem: Problem) -> tuple[str, ...]:
    """Problems with one hint: words can be chosen for each column, everything else is said once."""
    return (problem.code, problem.column) if "known" in problem.params else (problem.code,)


def _sentence(table: MeasureTable, problem: Problem) -> str:
    close = problem.params.get("nearest")
    meant = text("table.meant", nearest=clean(str(close))) if close else ""
    return text(f"table.{problem.code}", where=where(table.place(problem)), meant=meant, **_phrases(problem))


def notices(found: Iterable[Notice]) -> Iterator[str]:
    """What is missing in a table, or not read."""
    for code, params in found:
        yield text(f"table.notice.{code}", **{name: clean(phrase(value)) for name, value in params.items()})


def _phrases(problem: Problem) -> dict[str, str]:
    return {name: clean(phrase(value)) or "–" for name, value in problem.params.items() if name != "nearest"}


def why_conflicts(found: Sequence[Conflict]) -> Iterator[str]:
    """What conflicts mean, and what to do."""
    yield text("table.conflicts", n=len(found))
    for went_out, hint in ((True, "table.conflict.went_out"), (False, "table.conflict.without_stamp")):
        if any(conflict.went_out is went_out for conflict in found):
            yield f"{text('finding.hint')} {text(hint)}"


def proposal(table: MeasureTable, file: str, titles: Mapping[str, str], width: int) -> Iterator[Text]:
    """How the columns of a list that is not ours are understood, and how to say so without being asked.

    ``titles`` are those of the measures that there are: a number alone may be somebody else's.
    """
    columns, kind = table.head.columns, "table.proposal"
    if table.head.is_ours:
        kind = "table.proposal.bare" if TableColumn.ID in columns else "table.proposal.without_id"
    yield _wrapped(text(kind, file=clean(file)), width, 0)
    yield Text("")
    for column, index in table.head.columns.items():
        said = f"{column} ← {clean(table.head.heading(index))}"
        some = "".join(f"  („{shorten(one, _SAMPLE)}“)" for one in sample(table, index))
        yield _wrapped(f"{said}{some}", width, 2)
    if table.head.others:
        headings = ", ".join(map(clean, table.head.others))
        yield _wrapped(text("table.proposal.none", headings=headings), width, 2)
    if TableColumn.TITLE not in columns:
        meant = [id_ for id_ in table.ids.values() if id_ in titles]
        for id_ in meant[:_MOST_MEANT]:
            yield _wrapped(clean(text("table.proposal.meant", id=id_, title=titles[id_])), width, 2)
        if len(meant) > _MOST_MEANT:
            yield Text(f"  {text('status.more', n=len(meant) - _MOST_MEANT)}")
    yield Text("")
    yield Text(text("table.proposal.map"))
    maps = (quote(clean(f"{column}={table.head.heading(index)}")) for column, index in table.head.columns.items())
    yield hanging("", [f"--map {one}" for one in maps], width, indent=2, separator=" ")
    yield Text("")


_MOST_MEANT = 5


# --- conflicts -------------------------------------------------------------------------------------------------------


def _conflicts(found: Sequence[Conflict], width: int) -> Iterator[Text]:
    """The file and the table side by side, cell by cell."""
    for conflict in found:
        head = f"{conflict.measure.id} {conflict.measure.title} ({text('table.conflict.where', row=conflict.row)})"
        yield _wrapped(clean(head), width, 0)
        heads = ["", text("table.conflict.file"), text("table.conflict.table")]
        rows = [[_label(one), phrase(one.in_file) or "–", phrase(one.in_table) or "–"] for one in conflict.cells]
        laid_out = columns(heads, rows, width - 2, (False,) * 3) if rows else ()
        yield from (Text(f"  {line.plain}") for line in laid_out or _below_one_another(rows, heads, width))
        yield from _since(conflict, width)
        yield Text("")


def _label(cell: Differing) -> str:
    """The cell's column; beside a new Sachstand stands the last one of the file."""
    return text("table.conflict.report") if cell.column is TableColumn.NEW_REPORT else cell.column.value


def _since(conflict: Conflict, width: int) -> Iterator[Text]:
    """What has changed in the file since the row went out, as far as anybody knows."""
    if conflict.stamp is None:
        return
    if conflict.changed is None:
        yield _wrapped(text("table.conflict.unknown"), width, 2)
    elif not conflict.changed:
        yield _wrapped(text("table.conflict.elsewhere"), width, 2)
    for column, before, now in conflict.changed or ():
        params = {"column": column, "before": phrase(before) or "–", "now": phrase(now) or "–"}
        yield _wrapped(clean(text("table.conflict.since", **params)), width, 2)


def _below_one_another(rows: Sequence[Sequence[str]], heads: Sequence[str], width: int) -> Iterator[Text]:
    for column, in_file, in_table in rows:
        yield Text(clean(column))
        for label, said in ((heads[1], in_file), (heads[2], in_table)):
            yield _wrapped(f"{label}: {clean(said)}", width, 2)


# --- what is new -----------------------------------------------------------------------------------------------------


def lines(found: Judgement, vocabulary: Vocabulary, width: int) -> Iterator[Text]:
    """Conflicts alone; else what is changed and what is new, measure by measure; nothing where nothing is."""
    if found.conflicts:
        yield from _conflicts(found.conflicts, width)
    elif found.changes or found.new:
        yield from _brings(found, vocabulary, width)


def _brings(found: Judgement, vocabulary: Vocabulary, width: int) -> Iterator[Text]:
    told = (
        ("table.changes", [(one.measure.id, one.measure.title, list(_changed(one))) for one in found.changes]),
        ("table.new", [(one.id, one.title, list(_new(one, vocabulary))) for _, one in found.new]),
    )
    for heading, measures in told:
        if measures:
            yield Text(text(heading), style="bold")
        for id_, title, parts in measures[:_MOST]:
            yield _wrapped(f"{id_} {clean(title)}", width, 2)
            for part in parts:
                yield _wrapped(clean(part), width, 4)
        if len(measures) > _MOST:
            yield Text(f"  {text('status.more', n=len(measures) - _MOST)}")
        if measures:
            yield Text("")
    counts = {"new": len(found.new), "changed": len(found.changes), "unchanged": len(found.unchanged)}
    yield _wrapped(text("table.sum", **counts, n=sum(counts.values())), width, 0)


def _changed(change: Change) -> Iterator[str]:
    entry, measure = change.entry, change.measure
    if entry and entry.status:
        yield text("table.change.status", said=entry.status, before=measure.status_on(entry.day) or "–")
    if entry:
        yield from _told(entry)
    if change.outlook:
        yield text("table.change.outlook", said=change.outlook, before=measure.outlook or "–")


def _new(new: NewMeasure, vocabulary: Vocabulary) -> Iterator[str]:
    params = {"field": vocabulary.fields.shown(new.field), "lead": vocabulary.parties.shown(new.lead)}
    yield text("table.change.whose", kind=new.kind, **params)
    if new.begin or new.end:
        yield text("table.change.term", begin=phrase(new.begin) or "…", end=phrase(new.end) or "…")
    yield text("table.change.first", said=new.status)
    yield from _told(new)
    if new.outlook:
        yield text("table.change.outlook", said=new.outlook, before="–")


def _told(entry: NewStatusEntry | NewMeasure) -> Iterator[str]:
    """What an entry says besides its status."""
    if entry.report:
        yield text("table.change.report", day=german_date(entry.day), said=entry.report)
    if entry.reason:
        yield text("table.change.reason", said=entry.reason)
    if entry.paper:
        yield text("table.change.paper", said=entry.paper)
