"""``ikonzept budget show`` and ``forecast``: what is authorised, planned, committed, spent, available and expected."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.fiscal import Year, Years, years_asked
from ikonzept.commands.complete import editions
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
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.text import Text

    from ikonzept.commands.opening import Opened
    from ikonzept.model.concept import Concept
    from ikonzept.model.fiscal_year import FiscalYear


class Format(StrEnum):
    """How money is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


_HANDED_ON = frozenset((Format.CSV, Format.MARKDOWN, Format.HTML))


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
