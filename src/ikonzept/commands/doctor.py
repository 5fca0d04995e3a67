"""``ikonzept doctor``: what ails the files and the repository, and mending what is safe."""

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.options import (
    Color,
    ColorOption,
    Output,
    Repo,
    day_of,
    say_aside,
    show_lines,
    waiting,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ikonzept.edits.doctor import Mend
    from ikonzept.model.concept import Concept
    from ikonzept.reports.doctor import Diagnosis, GitState, Interrupted
    from ikonzept.transaction import Caller


class Format(StrEnum):
    """How symptoms are written."""

    TEXT = "text"
    JSON = "json"


def doctor(
    fix: Annotated[bool, typer.Option("--fix", help=text("doctor.option.fix"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=text("doctor.option.dry_run"))] = False,
    repo: Repo = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows every symptom; changes files with ``--fix`` only. Exit code 1 while a symptom remains."""
    from ikonzept import loader
    from ikonzept.render import doctor as render

    folder = loader.find_concept(repo or Path())
    diagnosis = _examine(folder)
    mode = render.Mode.DRY_RUN if dry_run else render.Mode.FIX if fix else render.Mode.LOOK
    mends = () if mode is render.Mode.LOOK else diagnosis.mends
    if mode is render.Mode.FIX and mends:
        recovered = tuple(_recovered(folder, mends))
        mends = _examine(folder).mends if recovered else mends
        mends = (*recovered, *_mended(folder, mends))
        diagnosis = _examine(folder)
    report = render.Report(diagnosis, mends, mode)
    if format is Format.JSON:
        write_out(render.as_json(report), output)
    else:
        show_lines(lambda width: render.lines(report, width), output, color)
    return Exit.FINE if diagnosis.is_well else Exit.FINDINGS


def _examine(folder: Path) -> "Diagnosis":
    from ikonzept.commands.opening import open_concept
    from ikonzept.model.files import noun_of
    from ikonzept.render.doctor import placed
    from ikonzept.reports import doctor as report
    from ikonzept.transaction import leftovers

    opened = open_concept(folder)
    paths = sorted(path for path, kind in opened.loaded.files.items() if kind == "file" and noun_of(path))
    files = {path: raw for path, raw in opened.source.read(paths) if isinstance(raw, bytes)}
    findings = [finding for finding in opened.findings(day_of(None)) if finding.code in report.FROM_CHECKS]
    findings = placed(findings, opened.texts(finding.place.path for finding in findings))
    return report.diagnose(
        files,
        findings,
        leftovers(folder),
        opened.loaded.concept,
        _git_state(folder, opened.loaded.concept),
        interrupted=_interrupted(folder),
    )


def _interrupted(folder: Path) -> "Interrupted | None":
    from ikonzept.journal import unfinished
    from ikonzept.reports.doctor import Interrupted

    left = unfinished(folder)
    return Interrupted(os.path.relpath(left.path, folder.resolve()), left.command, left.started) if left else None


def _git_state(folder: Path, concept: "Concept") -> "GitState":
    from ikonzept.commands.edition.tags import adoption
    from ikonzept.model.words import EditionStatus
    from ikonzept.reports.doctor import GitState
    from ikonzept.repository.opening import open_repository
    from ikonzept.repository.state import damage
    from ikonzept.repository.writing import committer

    try:
        repository = open_repository(folder)
        found = damage(folder, repository)
        name = committer(folder)
    except IkonzeptError as problem:  # git is missing, the folder is someone else's, the repository is broken
        return GitState(problem.code, problem.params)
    if found:
        return GitState(found.code, {"message": found.message})
    if repository is None:
        return GitState("no-git")
    adopted = [edition.id for edition in concept.editions.values() if edition.status is EditionStatus.ADOPTED]
    return GitState(
        shallow=repository.shallow,
        has_commits=repository.has_commits,
        branch=repository.branch,
        edition_tags=repository.edition_tags,
        adoptions={name: adoption(repository, name) for name in adopted if name not in repository.edition_tags},
        has_name=name is not None,
    )


def _recovered(folder: Path, mends: "Iterable[Mend]") -> "Iterator[Mend]":
    """Completes a command that was killed half-way, and says what has become of it."""
    from ikonzept.edits.doctor import UNFINISHED
    from ikonzept.transaction import recover

    for mend in mends:
        recovered = recover(folder, _caller()) if UNFINISHED in mend.codes else None
        if recovered:
            if recovered.kept:
                say_aside("doctor.kept", paths=recovered.kept)
            yield replace(mend, codes=(f"transaction-{recovered.outcome}",))


def _mended(folder: Path, mends: "Iterable[Mend]") -> "Iterator[Mend]":
    """Mends one file after the other; what has changed since it was looked at is left alone."""
    from ikonzept.edits.doctor import UNFINISHED
    from ikonzept.transaction import alone, remove_leftover, rewrite

    with alone(folder, _caller()):
        for mend in mends:
            path = folder / mend.path
            if UNFINISHED in mend.codes:
                continue
            done = remove_leftover(path) if mend.after is None else rewrite(path, mend.before, mend.after)
            if done:
                yield mend


def _caller() -> "Caller":
    from ikonzept.lock import Waiting
    from ikonzept.transaction import Caller

    return Caller(("doctor", "--fix"), Waiting(notice=waiting))
