"""The chain of editions and the life of one thing, from one pass over git."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.commands.comparing import open_pair
from ikonzept.commands.edition.evidence import evidence, open_with_history
from ikonzept.commands.opening import Opened, known_thing
from ikonzept.model.concept import Concept
from ikonzept.model.files import path_of
from ikonzept.model.words import EditionStatus, Kind, Noun
from ikonzept.reports import lineage, things
from ikonzept.reports.diff.change import Change, Fact, Side
from ikonzept.reports.diff.compare import compare
from ikonzept.reports.diff.sides import Sides
from ikonzept.reports.editions import ChainStep, Life, LifeStep, Row, chain, ordered
from ikonzept.reports.things import Found
from ikonzept.repository.reading import Repository


def chain_log(repo: Path | None, as_of: date) -> list[ChainStep]:
    """Every edition with what it changed; the first one has nothing before it."""
    opened, _ = open_with_history(repo)
    concept = opened.loaded.concept
    rows = {row.id: row for row in chain(concept, as_of, evidence(opened)).rows}
    steps = []
    for edition in ordered(concept):
        names = (edition.predecessor or "", edition.id)
        pair = (
            open_pair(opened.folder, *names, as_of) if all(_is_there(concept, rows, name) for name in names) else None
        )
        steps.append(ChainStep(rows[edition.id], pair.diff(public=False) if pair else None))
    return steps


def _is_there(concept: Concept, rows: Mapping[str, Row], name: str) -> bool:
    """Whether the text of an edition can be had: by its tag, or because it is open."""
    edition = concept.editions.get(name)
    return edition is not None and (edition.status is not EditionStatus.ADOPTED or rows[name].commit is not None)


def thing_log(repo: Path | None, name: str) -> Life:
    """One thing through all commits that changed its file, and on through what it went over into."""
    opened, repository = open_with_history(repo)
    return life_of(opened, repository, known_thing(opened.loaded.concept, name))


def life_of(opened: Opened, repository: Repository, found: Found) -> Life:
    """The same of a thing that has been found."""
    concept = opened.loaded.concept
    heirs = lineage.successors(concept, found.id) if found.kind == Kind.MEASURE else ()
    path = things.path_of(concept, found)
    paths = [path, *(concept.path(heir) for heir in heirs)]
    steps = _steps(repository, paths, found)
    sources = lineage.sources(concept, found.thing) if found.kind == Kind.MEASURE else ()
    return Life(
        things.shown_id(found),
        things.title_of(found.thing),
        path,
        tuple(steps),
        repository.shallow,
        sources=tuple((source.id, source.title) for source in sources),
        heirs=tuple((heir.id, heir.title) for heir in heirs),
    )


def _steps(repository: Repository, paths: Sequence[str], found: Found) -> Iterator[LifeStep]:
    """Each commit in which something happened to a thing, or to what it had gone over into, or that adopted it."""
    tags = {commit: name for name in repository.edition_tags if (commit := repository.tagged(name))}
    records = (path_of(Noun.EDITION, name) for name in tags.values())
    revisions = list(repository.history([*paths, *(path for path in records if path not in paths)]))
    blobs = [entry.blob for item in revisions for path, entry in item.entries.items() if entry and path in paths]
    raws = dict(zip(blobs, repository.blobs(blobs), strict=True))
    texts: dict[str, str] = {}
    followed = {_changed_id(found)}
    before = after = loader.load(sources.Texts(texts))
    absent = after.unreadable  # what is not there yet is no file that cannot be read
    for item in revisions:
        own = {path: entry for path, entry in item.entries.items() if path in paths}
        for path, entry in own.items():
            texts.pop(path, None)
            if entry:
                texts[path] = raws[entry.blob].decode("utf-8", "replace")
        before, after = after, loader.load(sources.Texts(dict(texts))) if own else after
        unreadable = (before.unreadable - absent, after.unreadable - absent)
        diff = compare(Sides(before.concept, after.concept, None, *unreadable), Side(""), Side(""))
        edition, changes = tags.get(item.commit), tuple(_own(diff.changes, found, followed))
        if changes or (edition and _is_in(after.concept, found)):
            yield LifeStep(item, edition, changes, diff)


def _is_in(concept: Concept, found: Found) -> bool:
    there = things.find(concept, things.shown_id(found))
    return there is not None and there.kind == found.kind


def _changed_id(found: Found) -> str:
    """The id under which a diff tells of a thing: that of a year is its own, that of the concept none."""
    if found.kind in {Kind.QUESTION, Noun.MANIFEST.word}:
        return ""
    return things.shown_id(found).removeprefix(f"{things.FISCAL_YEAR}/")


def _own(changes: Iterable[Change], found: Found, followed: set[str]) -> Iterator[Change]:
    """What happened to the things followed; what one goes over into is followed from then on."""
    listed = list(changes)
    over = {change.id: [other.id for other in change.related] for change in listed if Fact.GONE_OVER in change.facts}
    waiting = [*followed]
    while waiting:  # one commit may lead on more than once
        waiting = [name for former in waiting for name in over.get(former, ()) if name not in followed]
        followed.update(waiting)
    for change in listed:
        if found.kind == Kind.QUESTION:
            if change.kind == Noun.MANIFEST.word and _tells_of(change, found.id):
                yield change
        elif not followed.isdisjoint({change.id, change.group}):
            yield change


def _tells_of(change: Change, question: str) -> bool:
    """Whether a change of the concept itself is one of this guiding question."""
    return any(item.path == ("guiding_questions", question) for item in change.fields)
