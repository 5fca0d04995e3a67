"""What only the history of git tells of a state: what its free ids named before, which steps the commits since took."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ikonzept import loader
from ikonzept.checks.case import Former, Since
from ikonzept.loader import Loaded
from ikonzept.model.concept import Concept
from ikonzept.model.files import identifier_of, noun_of, path_of
from ikonzept.model.words import EditionStatus, Kind, Noun
from ikonzept.repository.reading import Repository


def named_before(repository: Repository, commit: str, now: Loaded, found: Since) -> dict[str, Former]:
    """What the ids that are new since a commit named before it, if anything; whatever was deleted last counts."""
    numbers = _deleted_numbers(repository, commit, now.concept, found)
    return {**_deleted_files(repository, commit, now, found), **numbers}


def taken_meanwhile(repository: Repository, apart: tuple[str, str], now: Loaded, found: Since) -> dict[str, Former]:
    """What a branch calls by the ids of new files, where it has given them too since the two went apart.

    ``apart`` are the commit up to which they were one, and the last of the branch. A file that both sides had at some
    moment is one and the same: it came over from here.
    """
    base, tip = apart
    new = [path for path in _new(now, found) if noun_of(path) in _OF_FILES.values()]
    there = repository.entries(tip, new) if new and tip != base else {}
    blobs = {path: entry.blob for path, entry in there.items() if not _came_over(repository, path, base, tip)}
    return {
        name: Former(kind, thing, path)
        for path, concept in _loaded(repository, blobs.items())
        for kind, name, thing in _in(concept, _OF_FILES)
    }


def _came_over(repository: Repository, path: str, base: str, tip: str) -> bool:
    """Whether both sides had the same file since they went apart."""
    here, there = (
        {entry.blob for one in repository.history([path], f"{base}..{end}") for entry in one.entries.values() if entry}
        for end in ("HEAD", tip)
    )
    return not here.isdisjoint(there)


def _new(now: Loaded, found: Since) -> list[str]:
    """The files that are there now and were not then."""
    return sorted(path for path in found.changed if path not in found.files and now.files.get(path) == "file")


def _deleted_files(repository: Repository, commit: str, now: Loaded, found: Since) -> dict[str, Former]:
    """What the ids of new files named before, as the files last were that had one of them and are deleted."""
    wanted = {identifier_of(path, noun) for path in _new(now, found) if (noun := noun_of(path))}
    if not wanted:
        return {}
    deleted = repository.deleted(commit)
    blobs = {
        path: blob for path, blob in deleted.items() if (noun := noun_of(path)) and identifier_of(path, noun) in wanted
    }
    former: dict[str, Former] = {}
    for path, concept in _loaded(repository, blobs.items()):
        for kind, name, thing in _in(concept, _OF_FILES):
            former.setdefault(name, Former(kind, thing, path))  # what was deleted last comes first
    return former


def _deleted_numbers(repository: Repository, commit: str, now: Concept, found: Since) -> dict[str, Former]:
    """What the new numbers and ids inside of files that there were already named before."""
    new = {name: thing for _, name, thing in _in(now, _INSIDE) if now.place(thing).path in found.changed}
    wanted = new.keys() - {name for _, name, _ in _in(found.concept, _INSIDE)}
    former: dict[str, Former] = {}
    for noun in _INSIDE.values():
        names = {name for name in wanted if noun_of(now.place(new[name]).path) is noun}
        former |= dict(_in_history(repository, commit, _looked_into(noun, names, now, new), names))
    return former


def _looked_into(noun: Noun, names: Collection[str], now: Concept, new: Mapping[str, Any]) -> list[str]:
    """The files whose history may tell of these numbers: their own; of a budget line, whose id is unique, all years."""
    if not names:
        return []
    if noun is Noun.FISCAL_YEAR:
        return [path_of(noun, year) for year in now.fiscal_years]
    return sorted({now.place(new[name]).path for name in names})


def _in_history(
    repository: Repository, commit: str, paths: list[str], names: Collection[str]
) -> Iterator[tuple[str, Former]]:
    """What the names last stood for in any former text of these files."""
    if not paths:
        return
    commits = repository.history(paths, commit)
    versions = [(path, entry.blob) for one in commits for path, entry in one.entries.items() if entry]
    texts = repository.blobs(blob for _, blob in versions)
    endings = {name.rpartition(".")[2].encode() for name in names}
    left = set(names)
    for (path, _), raw in reversed(list(zip(versions, texts, strict=True))):
        if left and not endings.isdisjoint(re.findall(rb"[A-Za-z0-9_-]+", raw)):  # most need not be parsed
            concept = loader.load({path: raw.decode("utf-8-sig", "replace")}).concept
            for kind, name, thing in _in(concept, _INSIDE):
                if name in left:
                    left.discard(name)
                    yield name, Former(kind, thing, path)


def steps_since(repository: Repository, commit: str, now: Concept, found: Since) -> dict[str, frozenset[EditionStatus]]:
    """The status words that the commits since then hold, of the editions that went on by more than one step."""
    order = tuple(EditionStatus)
    far = {
        name: path_of(Noun.EDITION, name)
        for name, former in found.concept.editions.items()
        if name in now.editions and order.index(now.editions[name].status) > order.index(former.status) + 1
    }
    return {name: frozenset(_statuses(repository, commit, name, path)) for name, path in far.items()}


def _statuses(repository: Repository, commit: str, name: str, path: str) -> Iterator[EditionStatus]:
    commits = repository.history([path], f"{commit}..HEAD")
    versions = [(path, entry.blob) for one in commits for entry in one.entries.values() if entry]
    for _, concept in _loaded(repository, versions):
        if name in concept.editions:
            yield concept.editions[name].status


_OF_FILES: dict[Kind, Noun] = {
    Kind.CHAPTER: Noun.CHAPTER,
    Kind.ACTION_FIELD: Noun.ACTION_FIELD,
    Kind.MEASURE: Noun.MEASURE,
    Kind.GRANT: Noun.GRANT,
    Kind.INDICATOR: Noun.INDICATOR,
    Kind.EVENT: Noun.EVENT,
    Kind.PAPER: Noun.PAPER,
    Kind.EDITION: Noun.EDITION,
}
"""The kinds whose id is a file's name."""
_INSIDE: dict[Kind, Noun] = {
    Kind.GOAL: Noun.ACTION_FIELD,
    Kind.SUBMISSION: Noun.EVENT,
    Kind.LINE: Noun.FISCAL_YEAR,
}
"""The kinds whose id stands inside a file."""


def _in(concept: Concept, kinds: Iterable[Kind]) -> Iterator[tuple[Kind, str, Any]]:
    """The things of these kinds with their ids."""
    return ((kind, name, thing) for kind in kinds for name, thing in concept.ids(kind).items())


def _loaded(repository: Repository, blobs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Concept]]:
    """What each of these texts holds, one by one: some may be of one id."""
    listed = list(blobs)
    for (path, _), raw in zip(listed, repository.blobs(blob for _, blob in listed), strict=True):
        yield path, loader.load({path: raw.decode("utf-8-sig", "replace")}).concept
