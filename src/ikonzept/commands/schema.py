"""``ikonzept schema``: what a file may hold, for editors and for people."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import nouns
from ikonzept.commands.options import Output, write_out
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.model.words import Noun


class Format(StrEnum):
    """How a file's keys are described."""

    JSON = "json"
    MARKDOWN = "markdown"


class Kind(StrEnum):
    """Commands whose JSON has a schema."""

    STATUS = "status"
    CHECK = "check"
    EXPLAIN = "explain"
    DOCTOR = "doctor"
    SHOW = "show"
    DIFF = "diff"
    SYNOPSIS = "synopsis"
    BUDGET = "budget"
    BUDGET_EXPLAINED = "budget-explained"
    BUDGET_DIFF = "budget-diff"
    BUDGET_FORECAST = "budget-forecast"
    BUDGET_IMPORT = "budget-import"
    MEASURE_LIST = "measure-list"
    MEASURE_TIMELINE = "measure-timeline"
    MEASURE_LOG = "measure-log"
    REPORT_SACHSTAND = "report-sachstand"
    MEASURE_IMPORT = "measure-import"
    EDITION_LIST = "edition-list"
    EDITION_VERIFY = "edition-verify"


_RESULTS = {
    Kind.STATUS: "ikonzept.reports.status:Overview",
    Kind.CHECK: "ikonzept.render.findings:CheckDocument",
    Kind.EXPLAIN: "ikonzept.render.rules:ExplainDocument",
    Kind.DOCTOR: "ikonzept.render.doctor:DoctorDocument",
    Kind.SHOW: "ikonzept.reports.show:Sheet",
    Kind.DIFF: "ikonzept.render.diff.data:DiffDocument",
    Kind.SYNOPSIS: "ikonzept.render.diff.data:DiffDocument",
    Kind.BUDGET: "ikonzept.render.budget.documents:BudgetDocument",
    Kind.BUDGET_EXPLAINED: "ikonzept.render.budget.documents:ExplainedDocument",
    Kind.BUDGET_DIFF: "ikonzept.render.budget.changes:ChangesDocument",
    Kind.BUDGET_FORECAST: "ikonzept.render.budget.forecast:ForecastDocument",
    Kind.BUDGET_IMPORT: "ikonzept.render.budget.imported:ImportDocument",
    Kind.REPORT_SACHSTAND: "ikonzept.reports.sachstand.report:Report",
    Kind.MEASURE_LIST: "ikonzept.render.measure_list:ListDocument",
    Kind.MEASURE_TIMELINE: "ikonzept.reports.timeline:Timeline",
    Kind.MEASURE_LOG: "ikonzept.render.measure_life:LogDocument",
    Kind.MEASURE_IMPORT: "ikonzept.render.measure_import:MeasureImportDocument",
    Kind.EDITION_LIST: "ikonzept.reports.editions:Chain",
    Kind.EDITION_VERIFY: "ikonzept.reports.editions:Verification",
}
"""What each command's JSON is made from; imported only when its schema is asked for."""


def file(
    noun: Annotated[
        str | None, typer.Argument(metavar="NOMEN", help=text("schema.option.noun"), autocompletion=nouns)
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.JSON,
    output: Output = None,
) -> int:
    """Prints the JSON Schema of a file (draft 7) or its German reference; without a noun, which files there are."""
    from ikonzept.model.words import Noun
    from ikonzept.render import reference

    chosen = [item for item in Noun if noun in {None, item.word, item.folder.rpartition("/")[2]}]
    if not chosen:
        raise IkonzeptError(
            "unknown-noun", exit_code=Exit.USAGE, name=noun, known=tuple(_both_names(item) for item in Noun)
        )
    if format is Format.MARKDOWN:
        write_out(reference.markdown(chosen), output)
    elif noun is None:
        write_out(reference.listing(), output)
    else:
        from ikonzept.model.schema import file_schema
        from ikonzept.render.data import dumps

        write_out(dumps(file_schema(chosen[0])), output)
    return Exit.FINE


def _both_names(noun: "Noun") -> str:
    """The English word and the folder, either of which can be asked for."""
    return f"{noun.word} ({noun.folder.rpartition('/')[2]})"


def output(
    kind: Annotated[Kind, typer.Argument(metavar="AUSGABE", help=text("schema.option.kind"))],
    output: Output = None,
) -> int:
    """Prints the JSON Schema of what ``--format json`` of a command gives."""
    from importlib import import_module

    from ikonzept.render.data import dumps, schema

    module, _, name = _RESULTS[kind].partition(":")
    write_out(dumps(schema(kind.value, getattr(import_module(module), name))), output)
    return Exit.FINE
