"""``ikonzept budget import`` and ``export``: bookings from the finance system, and ours for it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.bookkeeping import file_of, made, tell_of_errors
from ikonzept.commands.budget.fiscal import Year, Years, check_readable, years_asked
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Output,
    Repo,
    TextOrJson,
    TextOrJsonOption,
    agreed,
    day_of,
    interactive,
    say,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.commands.writing import CommitOption, DryRun, open_for_writing
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.exchange.finance import Problem, Statement
    from ikonzept.model.booking_export import BookingExport
    from ikonzept.reports.budget.postings import New


def import_(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help=text("import.option.file"))],
    yes: Annotated[bool, typer.Option("--yes", help=text("import.option.yes"))] = False,
    year: Year = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="BLATT", help=text("import.option.sheet"), show_default=False)
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))] = False,
    dry_run: DryRun = False,
    commit: CommitOption = False,
    format: TextOrJsonOption = TextOrJson.TEXT,
    color: ColorOption = Color.AUTO,
) -> int:
    """Takes over the bookings of an export that are not in the budget yet; what belongs nowhere is listed."""
    from ikonzept.commands.writing import write
    from ikonzept.commits import Wish
    from ikonzept.edits.concept import with_booking_export
    from ikonzept.model.words import MANIFEST
    from ikonzept.render.budget import imported as render
    from ikonzept.reports.budget.postings import matched

    opened, day = open_for_writing(repo), day_of(as_of)
    if opened is None:
        return Exit.FINE
    concept = opened.loaded.concept
    if concept.manifest is None:
        raise IkonzeptError("import-no-manifest")
    if year is not None:
        years_asked(opened, concept, day, [year])
    found = _statement(file, concept.manifest.booking_export, year, sheet)
    is_new = concept.manifest.booking_export is None and not found.is_own
    if is_new and format is TextOrJson.TEXT:
        block = (with_booking_export(b"", found.export).after or b"").decode()
        show_lines(lambda width: render.proposal(found, file.name, block, width), None, color)
    _refuse_problems(file, found)
    if is_new and not yes:
        _confirm(file, asking=interactive() and not no_input)
    check_readable(opened, sorted({one.year for one in found.postings}))
    matching = matched(concept, found.postings)
    if format is TextOrJson.JSON:
        write_out(render.as_json(found, matching, file.name), None)
    else:
        show_lines(lambda width: render.lines(found, matching, file.name, width), None, color)
    edits = list(_edits(opened, matching.new))
    tell_of_errors(opened, edits, day)
    if is_new:
        edits.append(made(lambda: with_booking_export((opened.folder / MANIFEST).read_bytes(), found.export), MANIFEST))
    wish = Wish(text("import.commit", file=file.name, n=len(matching.new))) if commit else None
    if edits and write(opened.folder, edits, wish, dry_run=dry_run) and format is TextOrJson.TEXT:
        say("import.done" if matching.new else "import.described", n=len(matching.new))
    return Exit.FINDINGS if matching.unmatched else Exit.FINE


def _statement(file: Path, known: "BookingExport | None", year: str | None, sheet: str | None) -> "Statement":
    """What the file says."""
    from ikonzept.commands.extras import content_of
    from ikonzept.exchange.columns import Unclear
    from ikonzept.exchange.finance import statement
    from ikonzept.exchange.table import TableProblem

    raw = content_of(file)
    try:
        return statement(raw, known, year, sheet)
    except (TableProblem, Unclear) as problem:
        raise IkonzeptError(problem.code, exit_code=Exit.CANNOT, path=str(file), **problem.params) from None


def _refuse_problems(file: Path, found: "Statement") -> None:
    """What cannot be read, all at once; then nothing is taken over. A sub-total that fits nothing is only told."""
    hints: dict[str, Problem] = {}
    for remark in found.remarks:
        say_aside(f"finance.{remark.code}", where=f"{file}:{remark.where}", **remark.params)
    for problem in found.problems:
        say_aside(f"finance.{problem.code}", where=f"{file}:{problem.where}", **problem.params)
        hints.setdefault(problem.code, problem)
    for code, problem in hints.items():
        typer.echo(f"{text('finding.hint')} {text(f'finance.hint.{code}', **_phrases(problem))}", err=True)
    if found.problems:
        raise IkonzeptError("import-problems", n=len(found.problems))


def _phrases(problem: "Problem") -> dict[str, str]:
    from ikonzept.values import phrase

    return {name: phrase(value) for name, value in problem.params.items()}


def _confirm(file: Path, *, asking: bool) -> None:
    """Whether the columns that were found are the right ones."""
    if not asking:
        raise IkonzeptError("import-unconfirmed", exit_code=Exit.USAGE, path=str(file))
    if not agreed("import.confirm"):
        raise IkonzeptError("import-declined", exit_code=Exit.USAGE)


def _edits(opened: "Opened", new: "Sequence[New]") -> "Iterator[Edit]":
    """The files of the years with their new bookings."""
    from ikonzept.edits.budget import NewBooking, booked

    for name in sorted({one.year for one in new}):
        year = opened.loaded.concept.fiscal_years[name]
        bookings = [
            (
                one.line,
                NewBooking(
                    one.posting.date,
                    one.posting.kind,
                    one.posting.amount,
                    one.posting.voucher,
                    one.settles,
                    internal=one.posting.note or None,
                ),
            )
            for one in new
            if one.year == name
        ]
        path, raw = file_of(opened, year)
        yield made(lambda: booked(path, raw, year, bookings), path)  # noqa: B023  called at once


def export(
    year: Years = None,
    repo: Repo = None,
    as_of: AsOf = None,
    output: Output = None,
    internal: Internal = False,
) -> int:
    """Writes the bookings of a year, or several, as a table that the Kämmerei can lay beside its own."""
    from ikonzept.commands.opening import open_concept
    from ikonzept.exchange.finance import own_rows
    from ikonzept.render.sheet import sheet
    from ikonzept.reports.budget.postings import posted

    opened = open_concept(repo)
    concept = opened.concept(public=not internal)
    chosen = years_asked(opened, concept, day_of(as_of), year or [])
    write_out(sheet(own_rows(posted(concept, chosen))), output)
    return Exit.FINE
