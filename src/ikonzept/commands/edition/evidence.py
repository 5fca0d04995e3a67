"""What git holds of the adopted editions, gathered with few questions."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.commands.edition.tags import adoption
from ikonzept.commands.opening import Opened
from ikonzept.errors import IkonzeptError
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.fields import Part
from ikonzept.model.files import path_of
from ikonzept.model.words import EditionStatus, Noun
from ikonzept.reports.editions import Evidence, Strayed, Tagged, content_of, last_adopted, ordered
from ikonzept.repository.calls import run_git
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision


def open_with_git(repo: Path | None) -> Opened:
    """The working tree's concept and its repository, where there is one."""
    folder = loader.find_concept(repo or Path())
    tree = sources.Tree(folder)
    return Opened(folder, tree, loader.load(tree), open_repository(folder))


def open_with_history(repo: Path | None) -> tuple[Opened, Repository]:
    """The working tree's concept and its repository.

    Raises ``IkonzeptError`` where there is none, or nothing is committed in it.
    """
    opened = open_with_git(repo)
    if opened.repository is None or not opened.repository.has_commits:
        run_git(opened.folder, "version")  # says what is missing where git is
        raise IkonzeptError("edition-needs-git", path=str(opened.folder))
    return opened, opened.repository


def evidence(opened: Opened, names: Iterable[str] | None = None) -> dict[str, Evidence]:
    """What git holds of these editions, or of all whose record says adopted."""
    repository = opened.repository
    chosen = [item.id for item in _adopted(opened.loaded.concept)] if names is None else names
    if repository is None or not repository.has_commits:
        return {name: Evidence() for name in chosen}
    return {name: _evidence(repository, name) for name in chosen}


def called_adopted(opened: Opened) -> list[str]:
    """The editions that their record, or their tag, calls adopted, in the order of the chain.

    The record alone would not tell of one that was set back or deleted after its adoption.
    """
    chain = [item.id for item in ordered(opened.loaded.concept) if item.status is EditionStatus.ADOPTED]
    tagged = opened.repository.edition_tags if opened.repository else frozenset()
    return [*chain, *sorted(frozenset(tagged) - frozenset(chain))]


def _adopted(concept: Concept) -> list[Edition]:
    return [item for item in concept.editions.values() if item.status is EditionStatus.ADOPTED]


def _evidence(repository: Repository, name: str) -> Evidence:
    commit = repository.tagged(name)
    if commit is None:
        tag = _found(repository, name)
        return Evidence(tag=tag, adoption=adoption(repository, name) if tag is Tagged.MISSING else None)
    parents = repository.parents(commit)
    measures, year, money = content_of(_counted(Revision(repository, commit)))
    return Evidence(
        commit=commit,
        tag=Tagged.PRESENT,
        annotated=repository.is_annotated(name),
        record=_record(repository, commit, name),
        before=_record(repository, parents[0], name) if parents else None,
        is_ancestor=repository.contains("HEAD", commit),
        measures=measures,
        year=year,
        money=money,
    )


def _found(repository: Repository, name: str) -> Tagged:
    """What there is of a tag that names no commit."""
    if name in repository.broken_tags:
        return Tagged.BROKEN
    return Tagged.UNREADABLE if name in repository.edition_tags else Tagged.MISSING


def _counted(revision: Revision) -> Concept:
    """What is counted of a state: its measures by their files, its money."""
    folders = (f"{Noun.MEASURE.folder}/", f"{Noun.FISCAL_YEAR.folder}/")
    return loader.load(revision.some([path for path in revision.paths() if path.startswith(folders)])).concept


def _record(repository: Repository, commit: str, name: str) -> Edition | None:
    """An edition as it stands in a commit."""
    return loader.load(Revision(repository, commit).some([path_of(Noun.EDITION, name)])).concept.editions.get(name)


def adopted_budgets(opened: Opened, repository: Repository | None, as_of: date) -> Concept | None:
    """The budgets that the edition in force was adopted with, as its tag has them; ``None`` where git does not tell."""
    edition = opened.loaded.concept.edition_in_force(as_of)
    if repository is None or edition is None:
        return None
    try:
        commit = repository.tagged(edition.id) if repository.has_commits else None
        return _budgets(Revision(repository, commit)) if commit else None
    except IkonzeptError:  # a broken repository, which ``doctor`` tells of; the files can be checked all the same
        return None


def _budgets(revision: Revision) -> Concept:
    folder = f"{Noun.FISCAL_YEAR.folder}/"
    return loader.load(revision.some([path for path in revision.paths() if path.startswith(folder)])).concept


def strayed(opened: Opened, as_of: date) -> tuple[str | None, tuple[Strayed, ...]]:
    """The edition adopted last, and the things whose Inhalt differs from it while no edition is open.

    Inhalt changes belong to an open edition (``format.md``); where one is open, or nothing can be compared, nothing
    has strayed.
    """
    from ikonzept.commands.comparing import open_pair

    concept = opened.loaded.concept
    current = last_adopted(concept, as_of)
    if current is None or concept.open_editions or opened.repository is None:
        return None, ()
    if opened.repository.tagged(current.id) is None:
        return None, ()
    found = open_pair(opened.folder, current.id, ".", as_of).diff(public=False).only(Part.CONTENT)
    return current.id, tuple(
        Strayed(change.kind, change.id, change.title, place.path)
        for change in found.changes
        if not change.is_editorial and (place := change.new_place or change.old_place)
    )
