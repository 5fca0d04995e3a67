"""The state since which ``check --since`` compares: where the histories part, what differs, what git tells besides."""

from dataclasses import dataclass, replace
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.checks.case import Since, state_since
from ikonzept.commands.comparing import editions_in
from ikonzept.commands.edition.tags import without_tag
from ikonzept.commands.former import named_before, steps_since, taken_meanwhile
from ikonzept.commands.opening import Opened, is_open, unknown_revision
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.concept import Concept
from ikonzept.model.words import MANIFEST
from ikonzept.reports import things
from ikonzept.repository.calls import run_git
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision


@dataclass(frozen=True)
class Base:
    """The commit with which is compared: the last one that the named state and the present one have in common."""

    name: str
    repository: Repository
    commit: str
    named: str
    """The commit of the named state: the same, or one that went on from it."""
    changed: frozenset[str]
    """The files of the working tree that differ from it, come and gone ones included."""

    @property
    def is_named(self) -> bool:
        """Whether it is the named state itself, and not an older one that the two have in common."""
        return self.commit == self.named

    @property
    def revision(self) -> Revision:
        """Its files."""
        return Revision(self.repository, self.commit)

    def has_concept(self) -> bool:
        """Whether there was a concept in this folder at all."""
        return MANIFEST in self.repository.entries(self.commit, [MANIFEST])


def base_of(repo: Path | None, name: str) -> Base:
    """The commit with which is compared for a name: an edition's id, a tag, a branch, any revision.

    Raises ``IkonzeptError`` without git or commits, for a name git does not know, for an edition that is not adopted,
    and where the two states have no history in common.
    """
    folder = loader.find_concept(repo or Path())
    repository = open_repository(folder)
    if repository is None:
        run_git(folder, "version")  # says what is missing where git is
        raise IkonzeptError("compare-needs-git", path=str(folder))
    if not repository.has_commits:
        raise IkonzeptError("compare-no-commits", path=str(folder))
    named = _commit(name, repository, sources.Tree(folder))
    base = repository.merge_base(named, "HEAD")
    if base is None:
        code = "since-shallow" if repository.shallow else "since-unrelated"
        raise IkonzeptError(code, exit_code=Exit.USAGE, name=name)
    return Base(name, repository, base, named, frozenset(repository.changed_files(base)))


def _commit(name: str, repository: Repository, tree: sources.Tree) -> str:
    if is_open(tree, name):
        raise IkonzeptError("since-open-edition", exit_code=Exit.USAGE, name=name)
    if name in editions_in(tree) and repository.tagged(name) is None:
        raise without_tag(repository, name)
    commit = repository.resolve(name)
    if commit is None and repository.shallow:
        raise IkonzeptError("since-shallow", exit_code=Exit.USAGE, name=name)
    if commit is None and repository.commit_id(f"{_REMOTE}{name}"):  # a clone has one branch of its own
        params = {"nearest": f"{_REMOTE}{name}", "known": tuple(sorted(repository.edition_tags)) or "–"}
        raise IkonzeptError("unknown-revision", exit_code=Exit.USAGE, name=name, shallow=False, **params)
    if commit is None:
        _refuse_thing(repository, name, loader.load(tree).concept)
        raise unknown_revision(repository, name, ())
    return commit


def _refuse_thing(repository: Repository, name: str, concept: Concept) -> None:
    """Says what is expected where someone names a thing of the concept, to have only that checked."""
    found = things.find(concept, name)
    if found is not None:
        branch = repository.default_branch() or "HEAD"
        params = {"path": things.path_of(concept, found), "branch": branch}
        raise IkonzeptError("since-thing", exit_code=Exit.USAGE, name=name, **params)


_REMOTE = "origin/"


def since(opened: Opened, base: Base) -> Since:
    """What the rules about what may never change compare with; costs what changed, not what exists."""
    changed = base.changed
    if isinstance(opened.source, sources.Overlay):
        changed |= {opened.source.path}
    found = state_since(base.revision, changed, base.commit[:10], base.name)
    former = named_before(base.repository, base.commit, opened.loaded, found)
    steps = steps_since(base.repository, base.commit, opened.loaded.concept, found)
    meanwhile = taken_meanwhile(base.repository, (base.commit, base.named), opened.loaded, found)
    return replace(found, former=former, steps=steps, meanwhile=meanwhile)
