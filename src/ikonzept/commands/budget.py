"""``ikonzept budget``: what is authorised, planned, committed, spent and available, and whether the sums hold."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.check import (
    Asked,
    FailOn,
    FailOnOption,
    FormatOption,
    OutputOption,
    repository_of,
    targets_of,
    tell,
)
from ikonzept.commands.closing import close
from ikonzept.commands.complete import editions
from ikonzept.commands.fiscal import Year, Years, years_asked
from ikonzept.commands.importing import export, import_
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Output,
    Public,
    Repo,
    TextOrJson,
    TextOrJsonOption,
    day_of,
    only_public,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.commands.spending import add, book, commit_funds, transfer
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.text import Text

    from ikonzept.commands.opening import Opened
    from ikonzept.findings import Finding
    from ikonzept.model.concept import Concept
    from ikonzept.model.fiscal_year import FiscalYear
    from ikonzept.reports.diff.change import Diff, Money


__all__ = (  # noqa: RUF022  in the order of the help
    "show",
    "check",
    "diff",
    "forecast",
    "add",
    "commit_funds",
    "book",
    "transfer",
    "import_",
    "export",
    "close",
)


class Format(StrEnum):
    """How money is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


class DiffFormat(StrEnum):
    """How a difference of money is written; as a page it is part of the Synopse."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_HANDED_ON = frozenset(("csv", "markdown", "html"))


class By(StrEnum):
    """By what money is grouped; the words of ``reports.budget.groups``."""

    ACCOUNT = "account"
    MEASURE = "measure"
    FIELD = "field"
    UNIT = "unit"
    COVER_GROUP = "cover-group"
    GRANT = "grant"


def show(
    repo: Repo = None,
    as_of: AsOf = None,
    year: Years = None,
    by: Annotated[By, typer.Option("--by", help=text("budget.option.by"))] = By.ACCOUNT,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="NAME", help=text("budget.option.explain"), show_default=False),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(
            "--edition", metavar="ID", help=text("status.option.edition"), autocompletion=editions, show_default=False
        ),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows the money of one fiscal year or several, or everything that adds up to one sum."""
    from ikonzept.commands.opening import open_concept
    from ikonzept.reports.budget.funding import grants_money
    from ikonzept.reports.budget.groups import grants_in, table

    hide = only_public(public=public, internal=internal, handed_on=format in _HANDED_ON)
    opened = open_concept(repo, edition)
    day = day_of(as_of, opened.committed_on)
    concept = opened.concept(public=hide)
    chosen = years_asked(opened, concept, day, year or [])
    if explain is not None:
        return _explained(opened, concept, chosen, explain, day, format, output, color)
    tables = [table(concept, one, by.value, day) for one in chosen]
    grants = grants_money(concept, grants_in(tables), day)
    if format is Format.TEXT:
        from ikonzept.render.budget.funding import with_grants

        show_lines(lambda width: with_grants(tables, grants, day, width), output, color)
        return Exit.FINE
    from ikonzept.render.budget import documents

    if format is Format.JSON:
        written = documents.as_json(tables, day, grants)
    elif format is Format.CSV:
        written = documents.as_csv(tables, grants)
    elif format is Format.MARKDOWN:
        written = documents.as_markdown(tables, day, grants, internal=internal)
    else:
        title = concept.manifest.title if concept.manifest else ""
        written = documents.as_html(tables, day, title, grants, internal=internal)
    write_out(written, output)
    return Exit.FINE


def _explained(
    opened: "Opened",
    concept: "Concept",
    years: "tuple[FiscalYear, ...]",
    name: str,
    day: "date",
    format: Format,
    output: Path | None,
    color: Color,
) -> int:
    from ikonzept.findings import nearest
    from ikonzept.render.budget import documents, tree
    from ikonzept.reports.budget import explain

    if format not in {Format.TEXT, Format.JSON}:
        raise IkonzeptError("budget-explain-format", exit_code=Exit.USAGE, format=format)
    found = [(year, explain.explained(concept, year, name, day)) for year in years]
    rows = [(year, row) for year, row in found if row is not None]
    if not rows:
        known = sorted({known for year in years for known in explain.names(concept, year, day)})
        params = {"name": name, "nearest": nearest(name, known), "years": tuple(year.id for year in years)}
        raise IkonzeptError("budget-explain-unknown", exit_code=Exit.USAGE, **params)
    places = tree.Places(concept, opened.texts(concept.path(year) for year in years))
    if format is Format.JSON:
        year, row = rows[-1]
        write_out(documents.explained_json(year.id, day, places.node(row.available), places.node(row.planned)), output)
        return Exit.FINE

    def lines(width: int) -> "Iterator[Text]":
        for year, row in rows:
            yield from tree.explained(year.id, row, places, day, width, first=year is rows[0][0])

    show_lines(lines, output, color)
    return Exit.FINE


# --- forecast ------------------------------------------------------------------------------------------------------


def forecast(
    year: Year = None,
    repo: Repo = None,
    as_of: AsOf = None,
    format: TextOrJsonOption = TextOrJson.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Says what each account will have spent at the year's end, or why nothing can be said."""
    from ikonzept.commands.opening import open_concept
    from ikonzept.render.budget import forecast as render
    from ikonzept.reports.budget.forecast import forecasts

    opened, day = open_concept(repo), day_of(as_of)
    concept = opened.loaded.concept
    (chosen,) = years_asked(opened, concept, day, [year] if year else [])[:1]
    found = forecasts(concept, chosen, day)
    if format is TextOrJson.JSON:
        write_out(render.as_json(found, chosen.id, day), output)
    else:
        show_lines(lambda width: render.lines(found, chosen.id, day, width), output, color)
    return Exit.FINE


# --- diff ----------------------------------------------------------------------------------------------------------


def diff(
    old: Annotated[str | None, typer.Argument(metavar="A", help=text("budget.option.old"), show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(metavar="B", help=text("budget.option.new"), show_default=False)] = None,
    years: Annotated[bool, typer.Option("--years", help=text("budget.option.years"))] = False,
    repo: Repo = None,
    as_of: AsOf = None,
    format: Annotated[DiffFormat, typer.Option("--format", help=text("option.format"))] = DiffFormat.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Shows what money differs by between two editions or states, or with ``--years`` between two fiscal years."""
    from ikonzept.render.budget import changes

    hide = only_public(public=public, internal=internal, handed_on=format in _HANDED_ON)
    day = day_of(as_of)
    names, money = _between_years(repo, old, new, day, hide) if years else _between_states(repo, old, new, day, hide)
    heading = text("budget.diff.title", old=names[0], new=names[1])
    if format is DiffFormat.TEXT:
        show_lines(lambda width: changes.lines(money, heading, width), output, color)
    elif format is DiffFormat.JSON:
        write_out(changes.as_json(*names, money), output)
    elif format is DiffFormat.CSV:
        write_out(changes.as_csv(money), output)
    else:
        write_out(changes.as_markdown(money, heading, internal=internal), output)
    return Exit.FINE


def _between_states(
    repo: Path | None,
    old: str | None,
    new: str | None,
    day: "date",
    hide: bool,
) -> "tuple[tuple[str, str], Money | None]":
    """What differs between two editions, revisions or the files as they are."""
    from ikonzept.commands.comparing import open_pair
    from ikonzept.commands.diff import state_range
    from ikonzept.render.diff.outline import side_name

    pair = open_pair(repo, *state_range(old, new), day)
    found = pair.diff(public=hide)
    _check_money_is_readable(found)
    return (side_name(found.old.name), side_name(found.new.name)), found.money


def _check_money_is_readable(found: "Diff") -> None:
    """A difference of which a part cannot be read is none."""
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import Noun

    for one in found.unreadable:
        if noun_of(one.path) is Noun.FISCAL_YEAR:
            raise IkonzeptError("spending-unreadable", path=one.path)


def _between_years(
    repo: Path | None,
    old: str | None,
    new: str | None,
    day: "date",
    hide: bool,
) -> "tuple[tuple[str, str], Money]":
    """What differs between two fiscal years as the files hold them; without names the last two."""
    from ikonzept.commands.diff import state_range
    from ikonzept.commands.opening import open_concept
    from ikonzept.reports.diff.money import between

    opened = open_concept(repo)
    concept = opened.concept(public=hide)
    known = list(concept.fiscal_years)
    if len(known) < 2 and not (old and new):  # noqa: PLR2004  two years are compared
        raise IkonzeptError("budget-no-year", exit_code=Exit.USAGE)
    first, second = (given or known[place] for place, given in zip((-2, -1), state_range(old, new), strict=True))
    before, after = (years_asked(opened, concept, day, [name])[0] for name in (first, second))
    return (before.id, after.id), between(concept, before, after)


# --- check ---------------------------------------------------------------------------------------------------------


def check(
    repo: Repo = None,
    as_of: AsOf = None,
    year: Annotated[
        list[str] | None,
        typer.Option("--year", metavar="JAHR", help=text("budget.option.year_checked"), show_default=False),
    ] = None,
    expect: Annotated[
        str | None,
        typer.Option("--expect", metavar="BETRAG", help=text("budget.option.expect"), show_default=False),
    ] = None,
    expect_file: Annotated[
        Path | None,
        typer.Option("--expect-file", metavar="DATEI", help=text("budget.option.expect_file"), show_default=False),
    ] = None,
    format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Reports every sum that does not hold; ``--expect`` pins what comes from outside."""
    from ikonzept.commands.evidence import adopted_budgets
    from ikonzept.commands.expected import expectations, unexpected
    from ikonzept.commands.opening import open_concept
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import Noun

    targets = targets_of(format, output or [])
    opened, day = open_concept(repo), day_of(as_of)
    concept = opened.loaded.concept
    years = years_asked(opened, concept, day, year or []) if year or expect else ()
    wanted = expectations(expect, expect_file, years)
    passed_over = _of_other_years(concept, years) if year else frozenset()
    earlier, edition = adopted_budgets(opened, repository_of(opened), day), concept.edition_in_force(day)
    if earlier is None and edition is not None:
        say_aside("budget.not_compared", edition=edition.id)
    findings = [finding for finding in opened.findings(day, earlier) if _is_of_money(finding, passed_over)]
    findings += unexpected(concept, wanted, day)
    looked_at = {path for path in opened.loaded.files if noun_of(path) in {Noun.FISCAL_YEAR, Noun.GRANT, Noun.PAPER}}
    files = tuple(sorted(looked_at | {finding.place.path for finding in findings}))
    asked = Asked(day, targets, fail_on, color, public=public, internal=internal)
    return tell(opened, findings, files, asked)


def _of_other_years(concept: "Concept", years: "tuple[FiscalYear, ...]") -> frozenset[str]:
    """The files of the fiscal years that are not asked for, and of the Vorlagen that are about one."""
    wanted = {year.id for year in years}
    budgets = (concept.path(year) for year in concept.fiscal_years.values() if year.id not in wanted)
    papers = (concept.path(paper) for paper in concept.papers.values() if paper.budget_year not in wanted)
    return frozenset((*budgets, *papers))


def _is_of_money(finding: "Finding", passed_over: frozenset[str]) -> bool:
    """Whether a finding is one of the money rules, or stands in a file of money; also in one that cannot be read."""
    from ikonzept.checks.examples import TOPICS
    from ikonzept.model.words import Noun

    path = finding.place.path
    of_money = finding.code in TOPICS["money"] or finding.code in TOPICS["budget"] or finding.code in _OF_PAPERS
    folders = (f"{Noun.FISCAL_YEAR.folder}/", f"{Noun.GRANT.folder}/")
    return path not in passed_over and (of_money or path.startswith(folders))


_OF_PAPERS = frozenset(
    ("costs-not-split", "costs-without-accounts", "budget-account-without-product", "unknown-account")
)
