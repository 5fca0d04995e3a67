"""Which adopted edition was the first to have a goal, as the tags tell."""

from collections.abc import Mapping

from ikonzept import loader
from ikonzept.commands.opening import Opened
from ikonzept.errors import IkonzeptError
from ikonzept.model.files import noun_of
from ikonzept.model.words import EditionStatus, Noun
from ikonzept.reports.editions import ordered
from ikonzept.repository.objects import EDITION_TAGS
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision


def goals_adopted(opened: Opened) -> Mapping[str, str] | None:
    """The first adopted edition that has a goal, by the goal's id; ``None`` where not every one can be looked at."""
    editions = [one for one in ordered(opened.loaded.concept) if one.status is EditionStatus.ADOPTED]
    if any(noun_of(path) is Noun.EDITION for path in opened.loaded.unreadable):
        return None
    if not editions:
        return {}
    try:
        repository = opened.repository or open_repository(opened.folder)
        return _first(repository, [one.id for one in editions]) if repository and repository.has_commits else None
    except IkonzeptError:  # a broken repository, which ``doctor`` tells of; the files can be reported all the same
        return None


def _first(repository: Repository, editions: list[str]) -> Mapping[str, str] | None:
    """Of these editions, the oldest first, the one in which each goal stands first."""
    commits = repository.commit_ids([f"refs/tags/{EDITION_TAGS}{name}" for name in editions])
    found: dict[str, str] = {}
    for name, commit in zip(editions, commits, strict=True):
        if commit is None:
            return None
        for goal in _goals(Revision(repository, commit)):
            found.setdefault(goal, name)
    return found


def _goals(revision: Revision) -> Mapping[str, object]:
    folder = f"{Noun.ACTION_FIELD.folder}/"
    return loader.load(revision.some([path for path in revision.paths() if path.startswith(folder)])).concept.goals
