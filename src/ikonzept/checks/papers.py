"""What a Vorlage says of money, relevance and responsibility."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, error, info, nearest, warning
from ikonzept.model.fiscal_year import BudgetAccount
from ikonzept.model.measure import Measure
from ikonzept.model.paper import Paper, PaperAccount, Relevance, Section, paper_id, sections
from ikonzept.model.words import Kind, Noun

# --- relevance -----------------------------------------------------------------------------------------------------


def relevance_without_paragraph(case: Case) -> Iterator[Finding]:
    """Where one Relevanz "ja" has its paragraph, each has; a Vorlage that explains none is left alone."""
    for paper in case.concept.papers.values():
        if paper.relevance is None:
            continue
        claimed = [name for name in _HEADINGS if getattr(paper.relevance, name)]
        headed = {word for section in sections(paper.body) if section.text.strip() for word in _words(section.title)}
        missing = [name for name in claimed if not _explained(_HEADINGS[name], headed)]
        if len(missing) == len(claimed):
            continue
        for name in missing:
            place = case.concept.place(paper.relevance, name)
            yield warning("relevance-without-paragraph", place, field=Relevance.model_fields[name].title)


_HEADINGS: dict[str, tuple[str, ...]] = {
    "gender": ("gender", "gleichstellung", "geschlechtergerechtigkeit"),
    "migration": ("migration", "integration", "teilhabe"),
    "prevention": ("prävention", "vorbeugung", "nachhaltigkeit"),
    "education": ("bildung",),
    "climate": ("klima", "umwelt", "natur", "klimaschutz", "umweltschutz", "naturschutz", "nachhaltigkeit"),
}
"""The words with which the paragraphs of the Relevanz fields are usually headed."""
_MISREAD = 0.8  # how alike "Bilduna" and "Bildung" are: a slip of the scanner is no missing paragraph


def _explained(usual: tuple[str, ...], words: set[str]) -> bool:
    return not words.isdisjoint(usual) or any(get_close_matches(word, usual, 1, _MISREAD) for word in words)


def _words(title: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", title).casefold())


# --- money ---------------------------------------------------------------------------------------------------------


def costs_not_split(case: Case) -> Iterator[Finding]:
    """Costs that several accounts pay are split over them."""
    for paper in case.concept.papers.values():
        unsplit = len(paper.accounts) > 1 and any(account.amount is None for account in paper.accounts)
        if paper.costs and unsplit:
            accounts = tuple(str(account.number) for account in paper.accounts)
            yield warning("costs-not-split", case.concept.place(paper, "costs"), costs=paper.costs, accounts=accounts)


def costs_without_accounts(case: Case) -> Iterator[Finding]:
    """What is paid from the budget names the account that pays it."""
    for paper in case.concept.papers.values():
        if paper.in_budget and paper.costs and paper.costs > 0 and not paper.accounts:
            yield warning("costs-without-accounts", case.concept.place(paper, "costs"), costs=paper.costs)


def budget_account_without_product(case: Case) -> Iterator[Finding]:
    """A Produktsachkonto is product and Sachkonto; the Sachkonto alone may be that of several products."""
    for account in _accounts(case):
        if not account.number.product:
            place = case.concept.place(account, "number")
            yield warning("budget-account-without-product", place, account=str(account.number))


def _accounts(case: Case) -> Iterator[BudgetAccount | PaperAccount]:
    """The accounts of every year and those that Vorlagen name."""
    for year in case.concept.fiscal_years.values():
        yield from year.accounts
    for paper in case.concept.papers.values():
        yield from paper.accounts


def fiscal_year_file_name(case: Case) -> Iterator[Finding]:
    """The file of a fiscal year is named by its year: that is how references and Vorlagen find it."""
    for year in case.concept.fiscal_years.values():
        if not re.fullmatch(r"[0-9]{4}", year.id):
            yield error("fiscal-year-file-name", Place(case.concept.path(year)), name=year.id)


# --- responsibility ------------------------------------------------------------------------------------------------


def unit_spelling(case: Case) -> Iterator[Finding]:
    """The responsible unit as printed is one of the concept's units, by its name or one of its ``auch`` (info).

    A name that is near none of them is no matter of spelling: ``unknown-lead-unit`` (warning).
    """
    manifest = case.concept.manifest
    if manifest is None or not manifest.units:
        return
    known = {_plain(name) for unit in manifest.units.values() for name in (unit.name, *unit.also)}
    meant = cache(lambda name: nearest(name, known))
    for paper in case.concept.papers.values():
        if paper.lead is None or _plain(paper.lead) in known:
            continue
        place = case.concept.place(paper, "lead")
        if close := meant(_plain(paper.lead)):
            yield info("unit-spelling", place, name=paper.lead, known=close)
        else:
            yield warning("unknown-lead-unit", place, name=paper.lead)


def _plain(name: str) -> str:
    """A name without differences that nobody sees: blanks and the spelling of umlauts in Unicode."""
    return " ".join(unicodedata.normalize("NFC", name).split())


# --- the resolution ------------------------------------------------------------------------------------------------


def resolution_about_missing_measures(case: Case) -> Iterator[Finding]:
    """A Beschlussvorschlag that speaks of measures is for an edition that has some.

    An adopted edition has none when no measure of the concept has a history entry up to the day of its adoption; an
    open one, when the concept has no measures. A measure without history may be of any edition.
    """
    if any(path.startswith(f"{Noun.MEASURE.folder}/") for path in case.unreadable):
        return
    earliest = min(map(_known_since, case.concept.measures.values()), default=None)
    by_paper = {paper_id(item.paper): item for item in case.concept.editions.values() if item.paper}
    for paper in case.concept.papers.values():
        edition = case.concept.editions.get(paper.edition or "") or by_paper.get(paper.id)
        if edition is None or (earliest is not None and earliest <= (edition.adopted_on or date.max)):
            continue
        if place := _where_measures_are_named(case, paper):
            yield info("resolution-about-missing-measures", place, edition=edition.title)


def _known_since(measure: Measure) -> date:
    return min((entry.date for entry in measure.history), default=date.min)


def _where_measures_are_named(case: Case, paper: Paper) -> Place | None:
    """Where the Beschlussvorschlag first says "Maßnahme"."""
    for section in _proposed_resolutions(sections(paper.body, case.concept.first_line(paper))):
        if found := re.search(r"(?i)\w*ma(?:ß|ss)nahme", section.text):
            line = section.line + 1 + section.text.count("\n", 0, found.start())
            column = found.start() - section.text.rfind("\n", 0, found.start())
            return Place(case.concept.path(paper), line=line, column=column)
    return None


def _proposed_resolutions(found: Iterable[Section]) -> Iterator[Section]:
    """The sections that hold the text to be decided, as forms head them."""
    for section in found:
        if any(word in {"beschlussvorschlag", "beschlussempfehlung", "beschluss"} for word in _words(section.title)):
            yield section


# --- days ---------------------------------------------------------------------------------------------------------


def paper_after_meeting(case: Case) -> Iterator[Finding]:
    """A Vorlage was written on the day of its first meeting or before; told once for a Vorlage."""
    for paper in case.concept.papers.values():
        step = next((step for step in paper.consultations if step.date), None)
        if paper.date and step and step.date and step.date < paper.date:
            committee = case.concept.find(step.committee, (Kind.COMMITTEE,))
            yield warning(
                "paper-after-meeting",
                case.concept.place(paper, "date"),
                date=paper.date,
                committee=committee.name if committee else step.committee,
                meeting=step.date,
            )


# --- the file ------------------------------------------------------------------------------------------------------


def paper_number_differs(case: Case) -> Iterator[Finding]:
    """A Vorlage that prints its number is the file of that number: ``2022/094-1`` stands in ``2022-094-1.md``."""
    for paper in case.concept.papers.values():
        if paper.number is not None and paper_id(paper.number) != paper.id:
            place = case.concept.place(paper, "number")
            yield error("paper-number-differs", place, number=paper.number, name=f"{paper_id(paper.number)}.md")


CHECKS: tuple[Check, ...] = (
    relevance_without_paragraph,
    costs_not_split,
    costs_without_accounts,
    budget_account_without_product,
    fiscal_year_file_name,
    unit_spelling,
    resolution_about_missing_measures,
    paper_after_meeting,
    paper_number_differs,
)
