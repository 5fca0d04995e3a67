"""Everything that is looked at before an edition is recorded as adopted; nothing is written here."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept import checks, loader, sources
from ikonzept.checks.case import Case
from ikonzept.commands.edition.evidence import evidence
from ikonzept.commands.edition.tags import without_tag
from ikonzept.edits.edition import adopted as record_of
from ikonzept.errors import IkonzeptError
from ikonzept.findings import Severity
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.files import path_of
from ikonzept.model.paper import Paper, paper_id
from ikonzept.model.words import EditionStatus, Noun, Role, Status
from ikonzept.reports.editions import verdict
from ikonzept.repository.objects import EDITION_TAGS
from ikonzept.repository.reading import Repository
from ikonzept.texts import text
from ikonzept.values import german_date

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit


def adopted(
    opened: "Opened",
    edition: Edition,
    paper: str,
    day: date,
    effective: date | None,
    today: date,
    *,
    here: bool,
    sign: bool,
) -> "tuple[Edit, Wish] | None":
    """The record and the commit with its tag; ``None`` where just this stands already.

    Raises ``IkonzeptError`` for the first thing that stands against it, in the order in which a person mends them.
    """
    from ikonzept.commits import Wish

    repository = _repository(opened)
    if edition.status is EditionStatus.ADOPTED:
        _check_same(edition, paper, day, effective)
        if repository.tagged(edition.id) is None:
            raise without_tag(repository, edition.id)
        return None
    if day > today:
        raise IkonzeptError("edition-date-ahead", day=day)
    if effective and effective < day:
        raise IkonzeptError("edition-effective-before", day=day, effective=effective)
    number = _checked_paper(opened, edition, paper, day).printed
    _check_repository(repository, edition, here=here)
    _check_predecessor(opened, edition, repository)
    path = opened.loaded.concept.path(edition)
    try:
        edit = record_of(edition.id, (opened.folder / path).read_bytes(), number, day, effective)
    except KeyError:
        raise IkonzeptError("edition-in-braces", path=path) from None
    _check_result(opened, path, edit.after or b"", today)
    message = text("edition.commit.adopt", id=edition.id, paper=number, day=german_date(day))
    tag_message = text("edition.tag", title=edition.title, day=german_date(day), paper=number)
    return edit, Wish(message, f"{EDITION_TAGS}{edition.id}", tag_message, repository.head(), sign=sign)


def still_proposed(concept: Concept, today: date) -> tuple[str, ...]:
    """The measures that are adopted with the edition and whose history does not say so yet."""
    proposed = (name for name, measure in concept.measures.items() if measure.status_on(today) is Status.PROPOSED)
    return _some(sorted(proposed))


def _check_same(edition: Edition, paper: str, day: date, effective: date | None) -> None:
    """What is recorded of an adopted edition is what is asked for; without ``--effective`` nothing is asked of it."""
    wanted = {
        "paper": (edition.paper, paper, paper_id(edition.paper or "") == paper_id(paper)),
        "adopted_on": (edition.adopted_on, day, edition.adopted_on == day),
        "effective_from": (edition.in_force_from, effective, effective in {None, edition.in_force_from}),
    }
    for name, (recorded, asked, same) in wanted.items():
        if not same:
            key = Edition.model_fields[name].alias
            raise IkonzeptError("edition-adopted-otherwise", name=edition.id, key=key, recorded=recorded, asked=asked)


def _repository(opened: "Opened") -> Repository:
    if opened.repository is None or not opened.repository.has_commits:
        raise IkonzeptError("edition-needs-git", path=str(opened.folder))
    return opened.repository


def _checked_paper(opened: "Opened", edition: Edition, number: str, day: date) -> Paper:
    """The Vorlage, which exists, speaks of this edition, and was adopted on that day."""
    found = opened.loaded.concept.papers.get(paper_id(number))
    path = path_of(Noun.PAPER, paper_id(number))
    if path in opened.loaded.unreadable:
        raise IkonzeptError("edition-paper-unreadable", number=number, path=path)
    if found is None:
        raise IkonzeptError("edition-paper-unknown", number=number)
    if found.edition and found.edition != edition.id:
        raise IkonzeptError("edition-paper-other", number=number, other=found.edition, name=edition.id)
    steps = found.adopting_steps
    if not steps:
        decided = [step.decision for step in found.consultations if step.role is Role.DECISION and step.decision]
        code = "edition-paper-otherwise" if decided else "edition-paper-open"
        raise IkonzeptError(code, number=number, path=path, decision=decided[-1] if decided else None)
    days = [step.date for step in steps if step.date]
    if days and day not in days:
        raise IkonzeptError("edition-day-differs", number=number, day=day, meeting=days[-1])
    return found


def _check_repository(repository: Repository, edition: Edition, *, here: bool) -> None:
    """The right branch, a clean tree, and no tag of that name yet."""
    head, default = repository.head(), repository.default_branch()
    if head.branch is None:
        raise IkonzeptError("head-detached")
    if not here and default and head.branch != default:
        raise IkonzeptError("edition-branch", branch=head.branch, default=default, name=edition.id)
    if changed := repository.changed_files():
        raise IkonzeptError("edition-tree-dirty", files=_some(changed), n=len(changed))
    if edition.id in repository.edition_tags:
        commit = repository.tagged(edition.id)
        if commit is None:
            raise without_tag(repository, edition.id)
        raise IkonzeptError("edition-tag-there", name=edition.id, commit=commit[:10])


def _some(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(files) if len(files) <= _NAMED else (*files[:_NAMED], "…")


_NAMED = 5
"""So many files are named; the rest is counted."""


def _check_predecessor(opened: "Opened", edition: Edition, repository: Repository) -> None:
    former = opened.loaded.concept.editions.get(edition.predecessor or "")
    if former is None:
        return
    if former.status is not EditionStatus.ADOPTED:
        raise IkonzeptError("edition-predecessor-open", name=former.id, status=former.status)
    proof = verdict(former.id, former, evidence(opened, [former.id])[former.id], shallow=repository.shallow)
    if not proof.is_sound or proof.commit is None:
        raise IkonzeptError("edition-predecessor-unsound", name=former.id)


def _check_result(opened: "Opened", path: str, raw: bytes, today: date) -> None:
    """The concept as it would be has no errors: goals that end are assessed, references lead somewhere."""
    source = sources.Overlay(sources.Tree(Path(opened.folder)), path, raw)
    loaded = loader.load(source)
    case = Case(loaded.concept, today, loaded.files, loaded.unreadable, checksums=loader.checksums(source, loaded))
    errors = [item for item in checks.run(case, loaded.findings) if item.severity is Severity.ERROR]
    if errors:
        first = errors[0].place.path
        raise IkonzeptError("edition-check-fails", n=len(errors), path=first)
