"""``ikonzept edition``: the Fortschreibungen, from the draft to what was adopted, and whether it still stands."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import editions, everything
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Output,
    Repo,
    day_of,
    say,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import EditionRelation, EditionStatus
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rich.text import Text

    from ikonzept.commands.opening import Opened
    from ikonzept.commits import Wish
    from ikonzept.model.concept import Concept
    from ikonzept.model.edition import Edition
    from ikonzept.values import Month


class Format(StrEnum):
    """How editions are written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help=text("option.format"))]
Name = Annotated[str, typer.Argument(metavar="ID", help=text("edition.option.id"), autocompletion=editions)]


def list_(
    repo: Repo = None,
    as_of: AsOf = None,
    format: FormatOption = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows every edition with its relation, decision, tag, measures and money."""
    from ikonzept.commands.evidence import evidence, open_with_git
    from ikonzept.render import editions as render
    from ikonzept.reports.editions import chain

    opened = open_with_git(repo)
    found = chain(opened.loaded.concept, day_of(as_of), evidence(opened))
    if format is Format.JSON:
        from ikonzept.render.data import document

        write_out(document("edition-list", found), output)
    else:
        show_lines(lambda width: render.lines(found, width), output, color)
    return Exit.FINE


def show(
    name: Name,
    repo: Repo = None,
    as_of: AsOf = None,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows one edition: its record, whether it is sound, and what it changed."""
    from ikonzept.commands.comparing import open_pair
    from ikonzept.commands.evidence import evidence, open_with_git
    from ikonzept.render import editions as render
    from ikonzept.render.show import lines as sheet_lines
    from ikonzept.reports.editions import verdict
    from ikonzept.reports.show import sheet as sheet_of
    from ikonzept.reports.things import Found

    opened = open_with_git(repo)
    concept, day = opened.loaded.concept, day_of(as_of)
    edition = _known(concept, name)
    sheet = sheet_of(concept, Found("edition", name, edition), day)
    proof = None
    if edition.status is EditionStatus.ADOPTED and opened.repository:
        proof = verdict(name, edition, evidence(opened, [name])[name], shallow=opened.repository.shallow)
    diff = None
    if opened.repository and edition.predecessor in concept.editions and (proof is None or proof.commit):
        diff = open_pair(repo, edition.predecessor, name, day).diff(public=False)

    def lines(width: int) -> "Iterator[Text]":
        yield from sheet_lines(sheet, width)
        yield from render.proof(proof, width)
        yield from render.changed(diff, width)

    show_lines(lines, output, color)
    return Exit.FINE


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
    """Begins a new edition as an Entwurf; without options it replaces the one in force."""
    from ikonzept.commands.opening import open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.edits.edition import Draft, created

    opened = open_concept(repo, git=True)
    if resumed(opened.folder):
        return Exit.FINE
    concept = opened.loaded.concept
    _new_id(name, opened.loaded.files)
    _never_adopted(opened, name)
    current = concept.edition_in_force(day_of(as_of))
    former = predecessor or (current.id if current else None)
    if former:
        _known(concept, former)
    kind = relation or (EditionRelation.REPLACES if former else EditionRelation.FIRST)
    if kind is EditionRelation.FIRST:
        former = None
    elif former is None:
        raise IkonzeptError("edition-needs-predecessor", exit_code=Exit.USAGE, relation=kind)
    _check_beside(concept, kind)
    draft = Draft(name, title or text("edition.title", id=name), kind, former, _month(next_due))
    edit = created(draft)
    wish = _wish(text("edition.commit.create", id=name)) if commit else None
    if write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.created", path=edit.path, id=name)
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
    from ikonzept.commands.opening import open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.edits.edition import advanced

    opened = open_concept(repo, git=True)
    if resumed(opened.folder):
        return Exit.FINE
    edition = _known(opened.loaded.concept, name)
    if edition.status is status:
        say("writing.unchanged")
        return Exit.FINE
    if edition.status is not EditionStatus.ADOPTED:
        _never_adopted(opened, name)
    _check_step(edition, status, opened.loaded.concept, back=back)
    edit = advanced(name, _raw(opened.folder, opened.loaded.concept.path(edition)), status)
    wish = _wish(text("edition.commit.advance", id=name, status=status)) if commit else None
    if write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.advanced", id=name, old=edition.status, status=status)
    return Exit.FINE


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
    from ikonzept.commands.adopting import adopted
    from ikonzept.commands.opening import open_concept
    from ikonzept.commands.writing import resumed, write
    from ikonzept.loader import find_concept

    if resumed(find_concept(repo or Path())):
        return Exit.FINE
    opened = open_concept(repo, git=True)
    edition = _known(opened.loaded.concept, name)
    plan = adopted(
        opened,
        edition,
        paper,
        _day(date, "--date"),
        _day(effective, "--effective") if effective else None,
        day_of(as_of),
        here=here,
        sign=sign,
    )
    if plan is None:
        say("writing.unchanged")
        return Exit.FINE
    edit, wish = plan
    steps = list(EditionStatus)
    if skipped := steps[steps.index(edition.status) + 1 : -1]:
        say_aside("edition.skipped", old=edition.status, steps=skipped)
    if done := write(opened.folder, [edit], wish, dry_run=dry_run):
        say("edition.adopted", id=name, commit=(done.commit or "")[:10], tag=wish.tag or "")
    return Exit.FINE


def verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=text("edition.option.ids"), autocompletion=editions, show_default=False),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    format: FormatOption = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Says of every adopted edition whether it is sound; exit code 1 where one is not, or Inhalt strayed."""
    from ikonzept.commands.evidence import called_adopted, evidence, open_with_git, strayed
    from ikonzept.render import editions as render
    from ikonzept.reports.editions import Verification, verdict

    opened = open_with_git(repo, needed=True)
    concept, repository = opened.loaded.concept, opened.repository
    shallow = repository.shallow if repository else False
    adopted_ones = called_adopted(opened)
    if names:
        for name in frozenset(names) - frozenset(adopted_ones):
            say_aside("verify.not_yet", id=name, status=_known(concept, name).status)
        adopted_ones = [name for name in names if name in adopted_ones]
        if not adopted_ones and format is Format.TEXT:
            return Exit.FINE
    proofs = evidence(opened, adopted_ones)
    verdicts = tuple(verdict(name, concept.editions.get(name), proofs[name], shallow=shallow) for name in adopted_ones)
    edition, found = strayed(opened, day_of(as_of)) if not names else (None, ())
    result = Verification(verdicts, edition, found)
    if format is Format.JSON:
        from ikonzept.render.data import document

        write_out(document("edition-verify", result), output)
    else:
        show_lines(lambda width: render.verification(result, width), output, color)
    return Exit.FINE if result.is_sound else Exit.FINDINGS


def log(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="KENNUNG", help=text("edition.option.log"), autocompletion=everything, show_default=False
        ),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows the chain of editions with what each changed, or one thing through all editions and commits."""
    from ikonzept.commands.tracing import chain_log, thing_log
    from ikonzept.render import editions as render

    if name is None:
        steps = chain_log(repo, day_of(as_of))
        show_lines(lambda width: render.chain_log(steps, width), output, color)
    else:
        life = thing_log(repo, name)
        show_lines(lambda width: render.life(life, width), output, color)
    return Exit.FINE


# --- what the options say ------------------------------------------------------------------------------------------


def _known(concept: "Concept", name: str) -> "Edition":
    from ikonzept.findings import nearest

    if name not in concept.editions:
        close = nearest(name, concept.editions)
        raise IkonzeptError(
            "edition-unknown", exit_code=Exit.USAGE, name=name, nearest=close, known=tuple(concept.editions)
        )
    return concept.editions[name]


def _new_id(name: str, files: "Mapping[str, str]") -> None:
    """An id that a file name can be and that nothing has yet."""
    import re

    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun

    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise IkonzeptError("edition-id", exit_code=Exit.USAGE, name=name)
    if path_of(Noun.EDITION, name) in files:
        raise IkonzeptError("edition-exists", exit_code=Exit.USAGE, name=name)


def _never_adopted(opened: "Opened", name: str) -> None:
    """An id whose tag exists was adopted, whatever the files say now; it is never used again."""
    if opened.repository and name in opened.repository.edition_tags:
        raise IkonzeptError("edition-tagged", name=name)


def _check_beside(concept: "Concept", kind: EditionRelation) -> None:
    """A concept has one Erstfassung; that another edition is open too, the person should know."""
    if kind is EditionRelation.FIRST:
        for other in concept.editions.values():
            if other.relation is EditionRelation.FIRST:
                raise IkonzeptError("edition-first-twice", exit_code=Exit.USAGE, other=other.id)
    for other in concept.open_editions:
        say_aside("edition.beside", other=other.id, status=other.status)


def _month(given: str | None) -> "Month | None":
    from ikonzept import values

    try:
        return values.month(given) if given else None
    except values.NotAValue:
        raise IkonzeptError("option-month", exit_code=Exit.USAGE, option="--next-due", value=given) from None


def _day(given: str, option: str) -> "date":
    from ikonzept import values

    try:
        return values.day(given)
    except values.NotAValue:
        raise IkonzeptError("option-date", exit_code=Exit.USAGE, option=option, value=given) from None


def _check_step(edition: "Edition", status: EditionStatus, concept: "Concept", *, back: bool) -> None:
    """Forward, one step or more, but never to adopted; back only where asked; to the Beratung with a Vorlage."""
    from ikonzept.model.paper import paper_id

    order = list(EditionStatus)
    if edition.status is EditionStatus.ADOPTED:
        raise IkonzeptError("edition-is-adopted", name=edition.id)
    if status is EditionStatus.ADOPTED:
        raise IkonzeptError("edition-adopt-instead", exit_code=Exit.USAGE, name=edition.id)
    if order.index(status) < order.index(edition.status) and not back:
        raise IkonzeptError("edition-step-back", exit_code=Exit.USAGE, old=edition.status, status=status)
    if status is EditionStatus.CONSULTATION and (
        edition.paper is None or paper_id(edition.paper) not in concept.papers
    ):
        raise IkonzeptError("edition-needs-paper", path=concept.path(edition))


def _wish(message: str) -> "Wish":
    from ikonzept.commits import Wish

    return Wish(message)


def _raw(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()
