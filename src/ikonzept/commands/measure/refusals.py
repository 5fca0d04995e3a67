"""What a Verlauf does not take: unknown measures and Vorlagen, steps without their reason, going over by hand."""

from datetime import date
from typing import TYPE_CHECKING

from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ikonzept.edits.measure import NewStatusEntry
    from ikonzept.loader import Loaded
    from ikonzept.model.measure import Measure
    from ikonzept.sources import Source


def known_measures(tree: "Source", loaded: "Loaded", names: "Iterable[str]") -> "list[Measure]":
    """The measures of these ids; all that are unknown are told at once, one that cannot be read is not called so."""
    from ikonzept.findings import nearest
    from ikonzept.model.files import identifier_of, noun_of, path_of
    from ikonzept.model.words import Noun

    found = {name: loaded.concept.measures.get(name) for name in names}
    missing = [name for name, measure in found.items() if measure is None]
    for name in missing:
        if (path := path_of(Noun.MEASURE, name)) in loaded.unreadable:
            raise IkonzeptError("thing-unreadable", path=path)
    if missing:
        known = [identifier_of(one, Noun.MEASURE) for one in tree.paths() if noun_of(one) is Noun.MEASURE]
        close = nearest(missing[0], known) if len(missing) == 1 else None
        raise IkonzeptError("steps-unknown", exit_code=Exit.USAGE, name=tuple(missing), nearest=close)
    return [measure for measure in found.values() if measure]


def known_measure(tree: "Source", loaded: "Loaded", name: str) -> "Measure":
    """The measure of an id, as ``known_measures``."""
    (found,) = known_measures(tree, loaded, [name])
    return found


def refuse_unknown_paper(tree: "Source", loaded: "Loaded", number: str | None) -> None:
    """Raises ``IkonzeptError`` where there is no Vorlage of this number."""
    from ikonzept.findings import nearest
    from ikonzept.model.files import identifier_of, noun_of, path_of
    from ikonzept.model.paper import paper_id, printed_number
    from ikonzept.model.words import Noun

    path = path_of(Noun.PAPER, paper_id(number or ""))
    if not number or path in loaded.files:
        return
    known = [printed_number(identifier_of(one, Noun.PAPER)) for one in tree.paths() if noun_of(one) is Noun.PAPER]
    close = next((one for one in known if one.endswith(f"/{number}")), None) or nearest(number, known)
    raise IkonzeptError("steps-unknown-paper", exit_code=Exit.USAGE, number=number, path=path, nearest=close)


def refuse_going_over(tree: "Source", measures: "Sequence[Measure]", entry: "NewStatusEntry") -> None:
    """Into another measure one goes over by ``merge`` or ``split`` only, and does not come back while that names it."""
    from ikonzept import loader
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import Noun
    from ikonzept.reports.lineage import heirs

    if entry.status is None:
        return
    gone = [measure for measure in measures if measure.status_on(date.max) is Status.MERGED]
    if entry.status is Status.MERGED and len(gone) < len(measures):
        ids = tuple(measure.id for measure in measures if measure not in gone)
        raise IkonzeptError("steps-merged", exit_code=Exit.USAGE, ids=ids)
    if gone and entry.status is not Status.MERGED:
        everyone = [path for path in tree.paths() if noun_of(path) is Noun.MEASURE]
        known = heirs(loader.load(tree.some(everyone)).concept.measures)
        for measure in gone:
            if measure.id in known:
                raise IkonzeptError("steps-went-over", exit_code=Exit.USAGE, id=measure.id, heirs=known[measure.id])


def refuse_what_follows(measures: "Sequence[Measure]", entry: "NewStatusEntry") -> None:
    """An entry for an earlier day must not leave the next step without the reason that it needs then."""
    from ikonzept.reports.progress import left_without_reason

    for measure in measures:
        after = left_without_reason(measure, entry.day, entry.status) if entry.status else None
        if after:
            params = {"id": measure.id, "day": after.date, "next": after.status, "status": entry.status}
            raise IkonzeptError("steps-following", exit_code=Exit.USAGE, **params)


def refuse_steps_without_reason(measures: "Sequence[Measure]", entry: "NewStatusEntry") -> None:
    """A step back, aside or out of an end needs a reason; all measures that lack one are named."""
    from ikonzept.reports.progress import needs_reason

    if entry.status is None or entry.reason:
        return
    befores = ((measure.id, measure.status_on(entry.day)) for measure in measures)
    steps = [f"{name} ({left} → {entry.status})" for name, left in befores if needs_reason(left, entry.status)]
    if steps:
        raise IkonzeptError("steps-without-reason", exit_code=Exit.USAGE, steps=", ".join(steps))
