"""The tag of an edition that is missing or cannot be read: where it belongs, and why it does not help."""

from ikonzept import loader
from ikonzept.errors import IkonzeptError
from ikonzept.model.files import path_of
from ikonzept.model.words import EditionStatus, Noun
from ikonzept.repository.reading import Repository, Revision


def adoption(repository: Repository, name: str) -> str | None:
    """The commit that first says of an edition that it is adopted: where its tag belongs."""
    path = path_of(Noun.EDITION, name)
    for revised in repository.history([path]) if repository.has_commits else ():
        revision = Revision(repository, revised.commit, revised.entries)
        record = loader.load(revision.some([path])).concept.editions.get(name)
        if record and record.status is EditionStatus.ADOPTED:
            return revised.commit
    return None


def without_tag(repository: Repository, name: str) -> IkonzeptError:
    """Why the text of an edition cannot be had by its tag, and what to do."""
    if not repository.has_commits:
        return IkonzeptError("edition-needs-git", path=str(repository.folder))
    if name in repository.broken_tags:
        return IkonzeptError("edition-tag-broken", name=name)
    if name in repository.edition_tags:
        return IkonzeptError("edition-tag-unreadable", name=name)
    commit = adoption(repository, name)
    if commit is None and not repository.shallow:
        return IkonzeptError("edition-nowhere-adopted", name=name)
    return IkonzeptError("edition-untagged", name=name, commit=(commit or "COMMIT")[:10])
