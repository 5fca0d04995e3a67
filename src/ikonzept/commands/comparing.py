"""Opens the two states that a command compares: editions, any git revision, the working tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.commands.edition.tags import without_tag
from ikonzept.commands.opening import unknown_revision
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.files import path_of
from ikonzept.model.public import public as without_internals
from ikonzept.model.words import EditionStatus, Noun, Status
from ikonzept.reports import things
from ikonzept.reports.diff.change import Diff, Side
from ikonzept.reports.diff.compare import compare
from ikonzept.reports.diff.sides import Sides
from ikonzept.repository.calls import run_git
from ikonzept.repository.objects import Entry
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision

WORKING_TREE = "."


@dataclass(frozen=True)
class Pair:
    """Two states of one concept, read as far as they differ."""

    folder: Path
    repository: Repository
    sources: tuple[sources.Source, sources.Source]
    loaded: tuple[loader.Loaded, loader.Loaded]
    sides: tuple[Side, Side]
    edition: str | None
    """The edition whose reasons count: the newer side's."""
    is_draft: bool = False
    """Whether the newer state is the working tree and an edition is open in it."""

    def diff(self, *, public: bool) -> Diff:
        """What changed, without what is not public where it is handed on."""
        old, new = (self._concept(loaded.concept, public=public) for loaded in self.loaded)
        edition = new.editions.get(self.edition or "")
        compared = Sides(old, new, edition, self.loaded[0].unreadable, self.loaded[1].unreadable)
        contained = self._contained(new)
        return compare(compared, *self.sides, contained.__contains__)

    def whole(self, side: int, *, public: bool) -> Concept:
        """The whole concept on one side, also what is the same on both."""
        return self._concept(loader.load(self.sources[side]).concept, public=public)

    @staticmethod
    def _concept(concept: Concept, *, public: bool) -> Concept:
        return without_internals(concept) if public else concept

    def _contained(self, new: Concept) -> frozenset[str]:
        """Of the measures that are proposals now, those that an adopted edition contains.

        Where the newer state is asked for as an edition, or is the draft of one, it is what the Kreistag would adopt,
        proposals included.
        """
        if self.sides[1].edition or self.is_draft:
            return frozenset(new.measures)
        proposed = {
            path_of(Noun.MEASURE, name): name
            for name, measure in new.measures.items()
            if measure.status_on(date.max) is Status.PROPOSED
        }
        found = frozenset(new.measures) - frozenset(proposed.values())
        if not proposed:
            return found
        for edition in sorted(self.repository.edition_tags):
            if commit := self.repository.tagged(edition):
                found |= {proposed[path] for path in self.repository.entries(commit, sorted(proposed))}
        return found

    def texts(self, side: int, paths: Iterable[str]) -> Mapping[str, str]:
        """The texts of these files on one side, for the lines on which things stand."""
        wanted = sorted({path for path in paths if self.loaded[side].files.get(path) == "file"})
        read = self.sources[side].some(wanted).read(wanted)
        return {path: raw.decode("utf-8-sig", "replace") for path, raw in read if isinstance(raw, bytes)}


@dataclass(frozen=True)
class _State:
    """A state by the name it was asked for: a commit, or the working tree without one."""

    side: Side
    source: sources.Source


def open_pair(repo: Path | None, old: str | None, new: str | None, as_of: date) -> Pair:
    """The two states by their names; without any, the edition in force and the working tree.

    Raises ``IkonzeptError`` without git, for a name git does not know, and without an edition in force.
    """
    folder = loader.find_concept(repo or Path())
    repository = open_repository(folder)
    if repository is None:
        run_git(folder, "version")  # says what is missing where git is
        raise IkonzeptError("compare-needs-git", path=str(folder))
    if not repository.has_commits:
        raise IkonzeptError("compare-no-commits", path=str(folder))
    tree = sources.Tree(folder)
    before = _state(old or _in_force(tree, as_of), repository, tree, as_of)
    after = _state(new or WORKING_TREE, repository, tree, as_of)
    changed = _changed(before.side, after.side, repository)
    states = tuple(
        _known(state, {path: entries[index] for path, entries in changed.items()}, repository)
        for index, state in enumerate((before, after))
    )
    drafts = all_editions(tree).open_editions if after.source is tree else ()
    edition = after.side.edition or _only_one(drafts)
    also = {path_of(Noun.EDITION, edition)} if edition else set()
    loaded = loader.load_both(states[0], states[1], changed, also)
    if edition is None:
        edition = _only_one(
            item for item in loaded[1].concept.editions.values() if loaded[1].concept.path(item) in changed
        )
    return Pair(folder, repository, (states[0], states[1]), loaded, (before.side, after.side), edition, bool(drafts))


def _state(name: str, repository: Repository, tree: sources.Tree, as_of: date) -> _State:
    """A name is an edition's, then a tag, a branch, any revision; an open edition is the working tree of the day."""
    edition = _edition(tree, name)
    if name == WORKING_TREE or (edition and edition.status is not EditionStatus.ADOPTED):
        return _State(Side(name, edition.id if edition else None, day=as_of), tree)
    commit = repository.resolve(name)
    if commit is None:
        raise _no_state(name, repository, tree, edition)
    is_edition = commit == repository.tagged(name) if not name.startswith("rev:") else False
    if edition and not is_edition:
        raise without_tag(repository, name)
    return _State(Side(name, name if is_edition else None, commit), Revision(repository, commit))


def _no_state(name: str, repository: Repository, tree: sources.Tree, edition: Edition | None) -> IkonzeptError:
    """Why a name is no state: an edition without its tag, a thing of the concept, or it is mistyped."""
    if edition is None and things.find(loader.load(tree).concept, name):
        return IkonzeptError("compare-thing", exit_code=Exit.USAGE, name=name)
    return unknown_revision(repository, name, [edition.id] if edition else editions_in(tree))


def _edition(tree: sources.Tree, name: str) -> Edition | None:
    """The working tree's edition of this id."""
    return loader.load(tree.some({path_of(Noun.EDITION, name)})).concept.editions.get(name)


def editions_in(tree: sources.Tree) -> list[str]:
    """The ids of the working tree's editions."""
    return sorted(path.stem for path in (tree.folder / Noun.EDITION.folder).glob(f"*{Noun.EDITION.suffix}"))


def all_editions(tree: sources.Tree) -> Concept:
    """The working tree's editions, and nothing else."""
    paths = {path_of(Noun.EDITION, name) for name in editions_in(tree)}
    return loader.load(tree.some(paths)).concept


def _in_force(tree: sources.Tree, as_of: date) -> str:
    found = all_editions(tree).edition_in_force(as_of)
    if found is None:
        raise IkonzeptError("compare-no-edition", exit_code=Exit.USAGE)
    return found.id


def _only_one(editions: Iterable[Edition]) -> str | None:
    """The id of the one edition that is open, or that changed; ``None`` where there are several."""
    found = [edition.id for edition in editions]
    return found[0] if len(found) == 1 else None


Changed = dict[str, tuple[Entry | None, Entry | None]]


def _changed(old: Side, new: Side, repository: Repository) -> Changed:
    """The files that differ, with what git knows of them; of the working tree nothing needs to be known."""
    if old.commit and new.commit:
        return repository.changed(old.commit, new.commit)
    commit = old.commit or new.commit
    if commit is None:
        return {}
    return dict.fromkeys(repository.changed_files(commit), (None, None))


def _known(state: _State, entries: Mapping[str, Entry | None], repository: Repository) -> sources.Source:
    """The source of a state, which need not ask git again for what is known."""
    if state.side.commit is None:
        return state.source
    known = entries if any(entries.values()) else {}
    return Revision(repository, state.side.commit, known)
