"""Opens the concept a command works on: the working tree or an edition, with its findings and what git knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept import loader, sources
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import Finding, nearest
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.files import identifier_of, noun_of, path_of
from ikonzept.model.words import MANIFEST, EditionStatus, Kind, Noun

if TYPE_CHECKING:
    from ikonzept.checks.case import Since
    from ikonzept.reports.measures import Selection
    from ikonzept.reports.things import Found
    from ikonzept.repository.reading import Repository


@dataclass(frozen=True)
class Opened:
    """A concept as one source shows it."""

    folder: Path
    source: sources.Source
    loaded: loader.Loaded
    repository: "Repository | None" = None
    committed_on: date | None = None
    """For a revision, the day on which it was committed; the working tree is today's."""

    def findings(self, as_of: date, earlier: Concept | None = None, since: "Since | None" = None) -> list[Finding]:
        """Everything the loader and the rules found, without what an exemption accepts.

        ``earlier`` holds the budgets that the edition in force was adopted with, ``since`` the state that rules about
        what may never change compare with.
        """
        from ikonzept import checks
        from ikonzept.checks.case import Case

        loaded, checksums = self.loaded, loader.checksums(self.source, self.loaded)
        case = Case(loaded.concept, as_of, loaded.files, loaded.unreadable, earlier, checksums, since)
        return checks.run(case, loaded.findings)

    def texts(self, paths: Iterable[str]) -> dict[str, str]:
        """The texts of these files, for showing what stands there; what cannot be read is shown as well as it goes."""
        wanted = sorted({path for path in paths if self.loaded.files.get(path) == "file"})
        return {
            path: raw.decode("utf-8-sig", "replace") for path, raw in self.source.read(wanted) if isinstance(raw, bytes)
        }

    def concept(self, *, public: bool) -> Concept:
        """The concept, without what is not public where it is handed on."""
        if not public:
            return self.loaded.concept
        from ikonzept.model.public import public as without_internals

        return without_internals(self.loaded.concept)


def open_concept(repo: Path | None, edition: str | None = None, *, git: bool = False) -> Opened:
    """The concept in or above a folder: its working tree, or the revision an edition's id means.

    ``git`` asks for the repository too; an edition always does.
    """
    folder = loader.find_concept(repo or Path())
    tree = sources.Tree(folder)
    if not git and edition is None:
        return Opened(folder, tree, loader.load(tree))
    from ikonzept.repository.calls import run_git
    from ikonzept.repository.opening import open_repository
    from ikonzept.repository.reading import Revision

    repository = open_repository(folder)
    if edition is None or is_open(tree, edition):
        return Opened(folder, tree, loader.load(tree), repository)
    if repository is None:
        run_git(folder, "version")  # says what is missing where git is
        raise IkonzeptError("needs-git", path=str(folder))
    commit = repository.resolve(edition)
    if commit is None:
        raise unknown_revision(repository, edition, loader.load(tree).concept.editions)
    revision = Revision(repository, commit)
    return Opened(folder, revision, loader.load(revision), repository, repository.committed_on(commit))


def unknown_revision(repository: "Repository", name: str, editions: Iterable[str]) -> IkonzeptError:
    """Why git knows no such state: an edition without its tag, or a name that is mistyped."""
    from ikonzept.commands.edition.tags import without_tag

    known = {*repository.edition_tags, *editions}
    if name in known:
        return without_tag(repository, name)
    close = nearest(name, known)
    params = {"nearest": close, "known": tuple(sorted(known)) or "–", "shallow": repository.shallow}
    return IkonzeptError("unknown-revision", exit_code=Exit.USAGE, name=name, **params)


def is_open(tree: sources.Tree, edition: str) -> bool:
    """Whether the working tree has this edition and it is not yet adopted: then the working tree is its text."""
    path = path_of(Noun.EDITION, edition)
    found = loader.load(tree.some({path})).concept.editions.get(edition)
    return found is not None and found.status is not EditionStatus.ADOPTED


def known_edition(opened: Opened, name: str) -> Edition:
    """The edition of this id.

    Raises ``IkonzeptError`` where its file cannot be read, or with the nearest id where there is none.
    """
    editions, path = opened.loaded.concept.editions, path_of(Noun.EDITION, name)
    if path in opened.loaded.unreadable:
        raise IkonzeptError("edition-unreadable", name=name, path=path)
    if name not in editions:
        close = nearest(name, editions)
        raise IkonzeptError("edition-unknown", exit_code=Exit.USAGE, name=name, nearest=close, known=tuple(editions))
    return editions[name]


def known_thing(concept: Concept, name: str, unreadable: Iterable[str] = ()) -> "Found":
    """What a name means in this concept; ``unreadable`` are files of which one may be meant.

    Raises ``IkonzeptError`` with the nearest name, or its siblings, where there is no such thing.
    """
    from ikonzept.reports import things

    found = things.find(concept, name)
    if found is not None:
        return found
    for path in sorted(unreadable):
        if (noun := noun_of(path)) and name in {path, identifier_of(path, noun)}:
            raise IkonzeptError("thing-unreadable", path=path)
    close = nearest(name, things.names(concept))
    if close is None and (known := things.alike(concept, name)):
        raise IkonzeptError("unknown-number", exit_code=Exit.USAGE, name=name, known=known)
    raise IkonzeptError("unknown-thing", exit_code=Exit.USAGE, name=name, nearest=close)


def known_id(concept: Concept, kinds: tuple[Kind, ...], name: str | None, option: str) -> str | None:
    """The id an option names.

    Raises ``IkonzeptError`` with the nearest id where there is no such thing.
    """
    if name is None or concept.find(name, kinds) is not None:
        return name
    ids = [known for kind in kinds for known in concept.ids(kind)]
    raise IkonzeptError(
        "unknown-id", exit_code=Exit.USAGE, option=option, name=name, nearest=nearest(name, ids), known=tuple(ids)
    )


def selection_of(concept: Concept, field: str | None, unit: str | None) -> "Selection":
    """What ``--field`` and ``--unit`` narrow a report to.

    Raises ``IkonzeptError`` with the nearest id where there is no such thing.
    """
    from ikonzept.reports.measures import Selection

    return Selection(
        known_id(concept, (Kind.ACTION_FIELD,), field, "--field"),
        known_id(concept, (Kind.UNIT, Kind.ACTOR), unit, "--unit"),
    )


def open_some(folder: Path, nouns: Iterable[Noun], more: Iterable[str] = ()) -> Opened:
    """The working tree, of which only the manifest, the files of these nouns and some others are read."""
    tree = sources.Tree(folder)
    folders, wanted = tuple(f"{noun.folder}/" for noun in nouns), {MANIFEST, *more}
    known = tree.paths().items()  # with their kinds: nothing is asked of the disk twice
    some = {path: kind for path, kind in known if path in wanted or path.startswith(folders)}
    return Opened(folder, tree, loader.load(sources.Narrowed(tree, some)))
