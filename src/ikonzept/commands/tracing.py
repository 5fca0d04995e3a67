"""The chain of editions and the life of one thing, from one pass over git."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ikonzept import loader, sources
from ikonzept.commands.comparing import open_pair
from ikonzept.commands.evidence import evidence, open_with_git
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import nearest
from ikonzept.model.concept import Concept
from ikonzept.model.words import EditionStatus
from ikonzept.reports import things
from ikonzept.reports.diff.change import Side
from ikonzept.reports.diff.compare import compare
from ikonzept.reports.diff.sides import Sides
from ikonzept.reports.editions import ChainStep, Life, LifeStep, Row, chain, ordered


def chain_log(repo: Path | None, as_of: date) -> list[ChainStep]:
    """Every edition with what it changed; the first one has nothing before it."""
    opened = open_with_git(repo, needed=True)
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
    """One thing through all commits that changed its file."""
    opened = open_with_git(repo, needed=True)
    concept, repository = opened.loaded.concept, opened.repository
    found = things.find(concept, name)
    if found is None or repository is None:
        close = nearest(name, things.names(concept))
        raise IkonzeptError("unknown-thing", exit_code=Exit.USAGE, name=name, nearest=close)
    path = concept.place(found.thing).path
    revisions = list(repository.history([path]))
    blobs = [entry.blob for item in revisions if (entry := item.entries.get(path))]
    raws = dict(zip(blobs, repository.blobs(blobs), strict=True))
    tags = {commit: name for name in repository.edition_tags if (commit := repository.tagged(name))}
    steps, before = [], loader.load(sources.Texts({}))
    for item in revisions:
        entry = item.entries.get(path)
        text = raws[entry.blob].decode("utf-8", "replace") if entry else None
        after = loader.load(sources.Texts({path: text} if text is not None else {}))
        diff = compare(
            Sides(before.concept, after.concept, None, before.unreadable, after.unreadable), Side(""), Side("")
        )
        changes = tuple(change for change in diff.changes if found.id in {change.id, change.group})
        if changes:
            steps.append(LifeStep(item, tags.get(item.commit), changes, diff))
        before = after
    title = things.title_of(found.thing)
    return Life(found.id, title, path, tuple(steps), repository.shallow)
