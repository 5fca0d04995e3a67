"""``ikonzept budget check``: whether the sums hold, and what comes from outside."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.budget.fiscal import years_asked
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
from ikonzept.commands.options import AsOf, Color, ColorOption, Internal, Public, Repo, day_of, say_aside
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.findings import Finding
    from ikonzept.model.concept import Concept
    from ikonzept.model.fiscal_year import FiscalYear


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
    from ikonzept.commands.budget.expected import expectations, unexpected
    from ikonzept.commands.edition.evidence import adopted_budgets
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
