"""Everything that is named exists."""

from collections import defaultdict
from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.checks.lost import pointing_at, pointing_to
from ikonzept.findings import Finding, Place, error, info, nearest, siblings, warning
from ikonzept.model.concept import Mention
from ikonzept.model.files import path_of
from ikonzept.model.fiscal_year import FiscalYear
from ikonzept.model.paper import Paper, paper_id
from ikonzept.model.words import MANIFEST, Kind, Noun
from ikonzept.values import AccountNumber

_IN_MANIFEST = frozenset((Kind.UNIT, Kind.ACTOR, Kind.COMMITTEE, Kind.QUESTION))
_FILES = {
    Kind.CHAPTER: Noun.CHAPTER,
    Kind.ACTION_FIELD: Noun.ACTION_FIELD,
    Kind.GOAL: Noun.ACTION_FIELD,
    Kind.MEASURE: Noun.MEASURE,
    Kind.LINE: Noun.FISCAL_YEAR,
    Kind.GRANT: Noun.GRANT,
    Kind.INDICATOR: Noun.INDICATOR,
    Kind.EVENT: Noun.EVENT,
    Kind.SUBMISSION: Noun.EVENT,
    Kind.PAPER: Noun.PAPER,
    Kind.EDITION: Noun.EDITION,
}
"""In whose files a kind of thing stands."""


def unknown_reference(case: Case) -> Iterator[Finding]:
    """Every id that a field names exists; the code says what was looked for (``unknown-measure``)."""
    concept = case.concept
    for mention in concept.mentions:
        if Kind.ACCOUNT in mention.kinds or concept.find(mention.name, mention.kinds) is not None:
            continue
        if _may_be_unreadable(case, mention):
            continue
        place = concept.place(mention.owner, mention.field, *([] if mention.position is None else [mention.position]))
        other = next((kind for kind in _FILES if concept.find(mention.name, (kind,)) is not None), None)
        if other:
            key = next(part for part in reversed(place.key) if isinstance(part, str))
            yield error("reference-of-wrong-kind", place, id=mention.name, key=key)
            continue
        if _may_lie_elsewhere(mention):
            continue
        known = [name for kind in mention.kinds for name in concept.ids(kind)]
        found = error(
            f"unknown-{mention.kinds[0].replace('_', '-')}" if len(set(mention.kinds)) <= _PAIR else "unknown-subject",
            place,
            id=mention.name,
            nearest=nearest(mention.name, known),
            **({"known": alike} if (alike := siblings(mention.name, known)) else {}),
        )
        yield pointing_to(case, found, mention.name, mention.kinds)


_PAIR = 2  # "Stelle oder Akteur" is still one noun to people; more kinds are "etwas"


def _may_lie_elsewhere(mention: Mention) -> bool:
    """Whether it is a Vorlage that need not be among the files: ``verwandt`` holds what people know (``domain.md``)."""
    return isinstance(mention.owner, Paper) and mention.field == "related"


def _may_be_unreadable(case: Case, mention: Mention) -> bool:
    """Whether the thing may stand in a file that could not be read."""
    if MANIFEST in case.unreadable and _IN_MANIFEST & set(mention.kinds):
        return True
    folders = {_FILES[kind] for kind in mention.kinds if kind in _FILES}
    stem = paper_id(mention.name)
    for path in case.unreadable:
        if any(noun.folder == path for noun in folders):
            return True  # the folder itself is a link or a file
        folder, _, name = path.rpartition("/")
        for noun in folders:
            if not (folder == noun.folder or folder.startswith(f"{noun.folder}/")):
                continue
            own = name.removesuffix(noun.suffix)
            if Kind.LINE in mention.kinds or own in {stem, stem.rpartition(".")[0]} or own.endswith(f"-{stem}"):
                return True
    return False


def account_twice(case: Case) -> Iterator[Finding]:
    """Every account stands once in a year; two numbers that mean the same would be two Ansätze for one account.

    A number without product means every account of its digits (``domain.md``, Money); that is told once.
    """
    for year in case.concept.fiscal_years.values():
        seen: dict[str, list[AccountNumber]] = defaultdict(list)
        told: set[str] = set()
        for number, place in ((item.number, case.concept.place(item, "number")) for item in year.accounts):
            same = [other for other in seen[number.account] if number.fits(other)]
            again = any(number.means(other) for other in same)
            if again or (same and number.account not in told):
                yield error("account-twice", place, id=str(number), year=year.id)
            if same and not again:
                told.add(number.account)
            seen[number.account].append(number)


def unknown_account(case: Case) -> Iterator[Finding]:
    """Every account that a line, a transfer, cover or a Mehrbedarf names is one account of its year."""
    concept = case.concept
    for year in concept.fiscal_years.values():
        named = [
            *((line, "account", None, line.account) for line in year.lines),
            *((item, field, None, getattr(item, field)) for item in year.transfers for field in ("source", "target")),
            *((item, "covers", index, number) for item in year.accounts for index, number in enumerate(item.covers)),
            *(
                (excess, "cover", None, number)
                for item in year.accounts
                for excess in item.excesses
                if (number := excess.cover_account)
            ),
        ]
        for owner, field, index, number in named:
            place = concept.place(owner, field, *([] if index is None else [index]))
            yield from _account_problem(year, number, place)


def unknown_paper_account(case: Case) -> Iterator[Finding]:
    """The accounts a Vorlage names are accounts of its ``haushaltsjahr`` (``domain.md``, Money)."""
    concept = case.concept
    for paper in concept.papers.values():
        name = paper.budget_year
        if not paper.accounts or name is None or f"{Noun.FISCAL_YEAR.folder}/{name}.yaml" in case.unreadable:
            continue
        year = concept.fiscal_years.get(name)
        if year is None:
            said_in = "fiscal_year" if paper.fiscal_year else "date"
            found = warning("unknown-fiscal-year", concept.place(paper, said_in), year=name)
            yield pointing_at(case, found, path_of(Noun.FISCAL_YEAR, name))
            continue
        for account in paper.accounts:
            yield from _account_problem(year, account.number, concept.place(account, "number"))


def unknown_grant_account(case: Case) -> Iterator[Finding]:
    """The accounts a grant names are accounts of some year."""
    concept = case.concept
    if any(path.startswith(f"{Noun.FISCAL_YEAR.folder}/") for path in case.unreadable):
        return
    known = [account.number for year in concept.fiscal_years.values() for account in year.accounts]
    for grant in concept.grants.values():
        for index, number in enumerate(grant.accounts):
            if not any(number.fits(other) for other in known):
                close = nearest(str(number), map(str, known))
                yield error("unknown-account", concept.place(grant, "accounts", index), id=str(number), nearest=close)


def _account_problem(year: FiscalYear, number: AccountNumber, place: Place) -> Iterator[Finding]:
    named = year.accounts_named(number)
    if len({(item.number.product, item.number.account) for item in named}) > 1:
        yield error("account-ambiguous", place, id=str(number), accounts=tuple(str(item.number) for item in named))
    elif not named:
        close = nearest(str(number), (str(account.number) for account in year.accounts))
        yield error("unknown-account", place, id=str(number), nearest=close, year=year.id)


def listed_twice(case: Case) -> Iterator[Finding]:
    """In a list every id stands once."""
    seen: set[tuple[int, str, str]] = set()
    for mention in case.concept.mentions:
        if mention.position is None:
            continue
        entry = (id(mention.owner), mention.field, mention.name)
        if entry in seen:
            place = case.concept.place(mention.owner, mention.field, mention.position)
            yield info("listed-twice", place, id=mention.name)
        seen.add(entry)


def related_to_itself(case: Case) -> Iterator[Finding]:
    """Under ``verwandt`` stand other Vorlagen."""
    for paper in case.concept.papers.values():
        for index, number in enumerate(paper.related):
            if paper_id(number) == paper.id and number not in paper.related[:index]:
                yield info("related-to-itself", case.concept.place(paper, "related", index))


def unknown_reason_subject(case: Case) -> Iterator[Finding]:
    """Every id that an edition's ``begruendungen`` explain exists."""
    concept = case.concept
    kinds = (*_FILES, *_IN_MANIFEST)
    for edition in concept.editions.values():
        for name in edition.reasons:
            if concept.find(name, kinds) is None and not case.unreadable:
                known = [known for kind in kinds for known in concept.ids(kind)]
                place = concept.place(edition, "reasons", name)
                found = error("unknown-subject", place, id=name, nearest=nearest(name, known))
                yield pointing_to(case, found, name, kinds)


def series_without_indicator(case: Case) -> Iterator[Finding]:
    """Every table of values belongs to an indicator of the same name."""
    for series in case.concept.series.values():
        described = f"{Noun.INDICATOR.folder}/{series.id}{Noun.INDICATOR.suffix}"
        if series.id not in case.concept.indicators and described not in case.files:
            found = error("series-without-indicator", case.concept.place(series), id=series.id, path=described)
            yield pointing_at(case, found, described)


CHECKS: tuple[Check, ...] = (
    unknown_reference,
    account_twice,
    unknown_account,
    unknown_paper_account,
    unknown_grant_account,
    listed_twice,
    related_to_itself,
    unknown_reason_subject,
    series_without_indicator,
)
