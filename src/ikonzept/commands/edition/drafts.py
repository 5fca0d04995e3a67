"""``ikonzept edition create``, ``advance`` and ``adopt``: a draft, its way to the Beratung, and its adoption."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import editions
from ikonzept.commands.options import AsOf, Repo, day_given, day_of, say, say_aside
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import EditionRelation, EditionStatus
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.commits import Wish
    from ikonzept.edits.edit import Edit
    from ikonzept.edits.edition import Draft
    from ikonzept.model.concept import Concept
    from ikonzept.model.edition import Edition
    from ikonzept.values import Month

Name = Annotated[str, typer.Argument(metavar="ID", help=text("edition.option.id"), autocompletion=editions)]


def create(
    name: Annotated[str, typer.Argument(metavar="ID", help=text("edition.option.new"))],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=text("edition.option.title"), show_default=False)
    ] = None,
    relation: Annotated[
        EditionRelation | None, typer.Option("--relation", help=text("edition.option.relation"), show_default=False)
    ] = None,
    predecessor: Annotated[
        str | None,
        typer.Option(
            "--predecessor",
            metavar="ID",
            help=text("edition.option.predecessor"),
            autocompletion=editions,
            show_default=False,
        ),
    ] = None,
    next_due: Annotated[
        str | None,
        typer.Option("--next-due", metavar="MONAT", help=text("edition.option.next_due"), show_default=False),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Begins a new edition as an Entwurf; without options it replaces the one adopted last."""
    from ikonzept.commands.opening import known_edition, open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.edits.edition import Draft, created
    from ikonzept.reports.editions import last_adopted

    opened = open_concept(repo, git=True)
    if resumed(opened.folder):
        return Exit.FINE
    concept = opened.loaded.concept
    _check_id(name)
    _never_adopted(opened, name)
    latest = last_adopted(concept, day_of(as_of))
    former = predecessor or (latest.id if latest else None)
    if former:
        known_edition(opened, former)
    kind = relation or (EditionRelation.REPLACES if former else EditionRelation.FIRST)
    if kind is EditionRelation.FIRST:
        _only_first(concept, name)
        former = None
    elif former is None:
        raise IkonzeptError("edition-needs-predecessor", exit_code=Exit.USAGE, relation=kind)
    draft = Draft(name, title or text("edition.title", id=name), kind, former, _month(next_due))
    edit = created(draft)
    if edit.path in opened.loaded.files:
        return _created_before(opened, edit, name)
    _tell_of_others(concept, draft)
    wish = _wish(text("edition.commit.create", id=name)) if commit else None
    if write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.created", path=edit.path, id=name, relation=f"{kind} {former}" if former else kind)
    return Exit.FINE


def advance(
    name: Name,
    status: Annotated[EditionStatus, typer.Argument(metavar="STATUS", help=text("edition.option.status"))],
    back: Annotated[bool, typer.Option("--back", help=text("edition.option.back"))] = False,
    repo: Repo = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Takes an open edition a step on; it is adopted by ``adopt`` only."""
    from ikonzept.commands.opening import known_edition, open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.edits.edition import advanced

    opened = open_concept(repo, git=True)
    if resumed(opened.folder):
        return Exit.FINE
    edition = known_edition(opened, name)
    if edition.status is status:
        say("writing.unchanged")
        return Exit.FINE
    if edition.status is not EditionStatus.ADOPTED:
        _never_adopted(opened, name)
    _check_step(edition, status, back=back)
    if status is EditionStatus.CONSULTATION:
        _check_paper(edition, opened)
    path = opened.loaded.concept.path(edition)
    edit = advanced(name, (opened.folder / path).read_bytes(), status)
    tell_skipped(edition.status, status)
    wish = _wish(text("edition.commit.advance", id=name, status=status)) if commit else None
    if write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.advanced", id=name, old=edition.status, status=status)
    return Exit.FINE


def tell_skipped(old: EditionStatus, new: EditionStatus) -> None:
    """Says which steps an edition leaves out: it may (a correction needs no Beteiligung), but not unnoticed."""
    steps = list(EditionStatus)
    if skipped := steps[steps.index(old) + 1 : steps.index(new)]:
        say_aside("edition.skipped", old=old, status=new, steps=skipped)


def adopt(
    name: Name,
    paper: Annotated[str, typer.Option("--vorlage", metavar="NUMMER", help=text("edition.option.paper"))],
    date: Annotated[str, typer.Option("--date", metavar="DATUM", help=text("edition.option.date"))],
    effective: Annotated[
        str | None,
        typer.Option("--effective", metavar="DATUM", help=text("edition.option.effective"), show_default=False),
    ] = None,
    here: Annotated[bool, typer.Option("--here", help=text("edition.option.here"))] = False,
    sign: Annotated[bool, typer.Option("--sign", help=text("edition.option.sign"))] = False,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> int:
    """Records the adoption: file, commit and tag in one transaction, after everything that can fail was looked at."""
    from ikonzept.commands.edition.adopting import adopted, still_proposed
    from ikonzept.commands.opening import known_edition, open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.loader import find_concept

    if resumed(find_concept(repo or Path())):
        return Exit.FINE
    opened = open_concept(repo, git=True)
    edition = known_edition(opened, name)
    plan = adopted(
        opened,
        edition,
        paper,
        day_given(date, "--date"),
        day_given(effective, "--effective") if effective else None,
        day_of(as_of),
        here=here,
        sign=sign,
    )
    if plan is None:
        say("writing.unchanged")
        return Exit.FINE
    edit, wish = plan
    tell_skipped(edition.status, EditionStatus.ADOPTED)
    proposed = still_proposed(opened.loaded.concept, day_of(as_of))
    if proposed:
        say_aside("edition.still_proposed", n=len(proposed), names=proposed)
    if done := write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.adopted", id=name, commit=(done.commit or "")[:10], tag=wish.tag or "")
    return Exit.FINE


# --- a new one -----------------------------------------------------------------------------------------------------


def _check_id(name: str) -> None:
    """An id that a file name can be."""
    from ikonzept.model.fields import is_id

    if not is_id(name):
        raise IkonzeptError("edition-id", exit_code=Exit.USAGE, name=name)


def _created_before(opened: "Opened", edit: "Edit", name: str) -> int:
    """An id is given once; the same call again changes nothing."""
    if (opened.folder / edit.path).read_bytes() != edit.after:
        raise IkonzeptError("edition-exists", exit_code=Exit.USAGE, name=name)
    say("writing.unchanged")
    return Exit.FINE


def _never_adopted(opened: "Opened", name: str) -> None:
    """An id whose tag exists was adopted, whatever the files say now; it is never used again."""
    if opened.repository and name in opened.repository.edition_tags:
        raise IkonzeptError("edition-tagged", name=name)


def _only_first(concept: "Concept", name: str) -> None:
    """A concept has one Erstfassung; what follows it replaces, supplements or corrects the edition adopted last."""
    from ikonzept.reports.editions import ordered

    known = [item for item in ordered(concept) if item.id != name]
    other = next((item for item in known if item.relation is EditionRelation.FIRST), None)
    if other is None:
        return
    adopted = [item.id for item in known if item.status is EditionStatus.ADOPTED]
    code = "edition-first-twice" if adopted else "edition-first-open"
    params = {"other": other.id, "status": other.status, "name": name, "former": adopted[-1] if adopted else None}
    raise IkonzeptError(code, exit_code=Exit.USAGE, **params)


def _tell_of_others(concept: "Concept", draft: "Draft") -> None:
    """That another edition is open too, the person should know; of two that replace the same one would be lost."""
    for other in concept.open_editions:
        same = (other.relation, other.predecessor) == (EditionRelation.REPLACES, draft.predecessor)
        code = "edition.beside.replaces" if same and draft.relation is EditionRelation.REPLACES else "edition.beside"
        say_aside(code, other=other.id, status=other.status, name=draft.id, former=draft.predecessor or "")


def _month(given: str | None) -> "Month | None":
    from ikonzept import values

    try:
        return values.month(given) if given else None
    except values.NotAValue:
        raise IkonzeptError("option-month", exit_code=Exit.USAGE, option="--next-due", value=given) from None


# --- a step on -----------------------------------------------------------------------------------------------------


def _check_step(edition: "Edition", status: EditionStatus, *, back: bool) -> None:
    """Forward, one step or more, but never to adopted; back only where asked."""
    order = list(EditionStatus)
    if edition.status is EditionStatus.ADOPTED:
        raise IkonzeptError("edition-is-adopted", name=edition.id)
    if status is EditionStatus.ADOPTED:
        raise IkonzeptError("edition-adopt-instead", exit_code=Exit.USAGE, name=edition.id)
    if order.index(status) < order.index(edition.status) and not back:
        raise IkonzeptError("edition-step-back", exit_code=Exit.USAGE, old=edition.status, status=status)


def _check_paper(edition: "Edition", opened: "Opened") -> None:
    """To the Beratung an edition goes with a Vorlage that can be read."""
    from ikonzept.model.files import path_of
    from ikonzept.model.paper import paper_id
    from ikonzept.model.words import Noun

    concept = opened.loaded.concept
    if edition.paper is None:
        raise IkonzeptError("edition-needs-paper", path=concept.path(edition))
    path = path_of(Noun.PAPER, paper_id(edition.paper))
    if path in opened.loaded.unreadable:
        raise IkonzeptError("edition-paper-unreadable", number=edition.paper, path=path)
    if paper_id(edition.paper) not in concept.papers:
        raise IkonzeptError("edition-paper-unknown", number=edition.paper)


def _wish(message: str) -> "Wish":
    from ikonzept.commits import Wish

    return Wish(message)
