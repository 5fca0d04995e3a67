"""Each edition follows another, an adopted one has its decision, and the text answers the guiding questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ikonzept.checks.case import Case, Check
from ikonzept.checks.circles import circles, some
from ikonzept.findings import Finding, Place, error, info, warning
from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.paper import Paper, Step, paper_id
from ikonzept.model.words import EditionRelation, EditionStatus, Noun, Role


def guiding_question_unanswered(case: Case) -> Iterator[Finding]:
    """Every guiding question is answered by a chapter (Vorlage 2022/094, Grundsätzliche Fragestellungen)."""
    manifest = case.concept.manifest
    if manifest is None or any(path.startswith(f"{Noun.CHAPTER.folder}/") for path in case.unreadable):
        return
    answered = {name for chapter in case.concept.chapters.values() for name in chapter.answers}
    for name in manifest.guiding_questions:
        if name not in answered:
            place = case.concept.place(manifest, "guiding_questions", name)
            yield warning("guiding-question-unanswered", place, id=name)


# --- the chain -----------------------------------------------------------------------------------------------------


def edition_without_predecessor(case: Case) -> Iterator[Finding]:
    """An edition that replaces, supplements or corrects says which one."""
    for edition in case.concept.editions.values():
        if edition.relation is not EditionRelation.FIRST and edition.predecessor is None:
            place = case.concept.place(edition, "relation")
            yield error("edition-without-predecessor", place, relation=edition.relation)


def first_edition_with_predecessor(case: Case) -> Iterator[Finding]:
    """An Erstfassung has no predecessor."""
    for edition in case.concept.editions.values():
        if edition.relation is EditionRelation.FIRST and edition.predecessor:
            place = case.concept.place(edition, "predecessor")
            yield error("first-edition-with-predecessor", place, id=edition.predecessor)


def second_first_edition(case: Case) -> Iterator[Finding]:
    """A concept has one Erstfassung: the one in force first, else the first by id.

    Of one with a predecessor ``first_edition_with_predecessor`` tells.
    """
    editions = case.concept.editions.values()
    found = [item for item in editions if item.relation is EditionRelation.FIRST and item.predecessor is None]
    found.sort(key=lambda edition: (edition.in_force_from or date.max, edition.id))
    for edition in found[1:]:
        yield warning("second-first-edition", case.concept.place(edition, "relation"), other=found[0].id)


def edition_circle(case: Case) -> Iterator[Finding]:
    """No edition is its own predecessor, not by way of others either; each circle is told once."""
    editions = case.concept.editions
    for group in _circles(case.concept):
        yield error("edition-circle", case.concept.place(editions[group[0]], "predecessor"), members=some(group))


def _circles(concept: Concept) -> list[tuple[str, ...]]:
    return circles({name: [item.predecessor] for name, item in concept.editions.items() if item.predecessor})


def predecessor_not_adopted(case: Case) -> Iterator[Finding]:
    """What an adopted edition replaces, supplements or corrects was adopted itself."""
    for edition in _adopted(case.concept):
        former = case.concept.editions.get(edition.predecessor or "")
        if former and former.status is not EditionStatus.ADOPTED:
            place = case.concept.place(edition, "predecessor")
            yield error("predecessor-not-adopted", place, id=former.id, status=former.status)


def two_open_replacements(case: Case) -> Iterator[Finding]:
    """Only one open edition is to replace a predecessor; of two drafts one would be lost."""
    by_predecessor: dict[str, list[Edition]] = defaultdict(list)
    for edition in case.concept.open_editions:
        if edition.relation is EditionRelation.REPLACES and edition.predecessor:
            by_predecessor[edition.predecessor].append(edition)
    for predecessor, (first, *others) in by_predecessor.items():
        for edition in others:
            place = case.concept.place(edition, "predecessor")
            yield warning("two-open-replacements", place, id=predecessor, other=first.id)


def two_adopted_replacements(case: Case) -> Iterator[Finding]:
    """Only one adopted edition replaces a predecessor; after that, it is the new one that is replaced."""
    first: dict[str, Edition] = {}
    adopted = sorted(_adopted(case.concept), key=lambda edition: (edition.in_force_from or date.max, edition.id))
    for edition in adopted:
        if edition.relation is EditionRelation.REPLACES and edition.predecessor:
            other = first.setdefault(edition.predecessor, edition)
            if other is not edition:
                place = case.concept.place(edition, "predecessor")
                yield warning("two-adopted-replacements", place, id=edition.predecessor, other=other.id)


def adopted_before_predecessor(case: Case) -> Iterator[Finding]:
    """An edition was adopted on the day of its predecessor or later."""
    in_circles = {name for group in _circles(case.concept) for name in group}
    for edition in _adopted(case.concept):
        former = case.concept.editions.get(edition.predecessor or "")
        if former is None or former.status is not EditionStatus.ADOPTED or edition.id in in_circles:
            continue
        if edition.adopted_on and former.adopted_on and edition.adopted_on < former.adopted_on:
            yield error(
                "adopted-before-predecessor",
                case.concept.place(edition, "adopted_on"),
                date=edition.adopted_on,
                id=former.id,
                former=former.adopted_on,
            )


# --- the decision --------------------------------------------------------------------------------------------------


def adopted_without_date(case: Case) -> Iterator[Finding]:
    """An adopted edition says on which day it was adopted."""
    for edition in _adopted(case.concept):
        if edition.adopted_on is None:
            yield error("adopted-without-date", case.concept.place(edition, "status"))


def adopted_without_paper(case: Case) -> Iterator[Finding]:
    """An adopted edition names the Vorlage with which it was adopted (§ 58 (1) NKomVG: the Kreistag decides)."""
    for edition in _adopted(case.concept):
        if edition.paper is None:
            yield warning("adopted-without-paper", case.concept.place(edition, "status"))


def decision_date_without_adoption(case: Case) -> Iterator[Finding]:
    """An open edition has no day of adoption."""
    for edition in case.concept.open_editions:
        if edition.adopted_on:
            place = case.concept.place(edition, "adopted_on")
            yield error("decision-date-without-adoption", place, date=edition.adopted_on, status=edition.status)


def edition_paper_undecided(case: Case) -> Iterator[Finding]:
    """The Vorlage of an adopted edition was adopted, as it was, changed or in part (§ 66 (1) NKomVG)."""
    for edition in _adopted(case.concept):
        paper = _paper(case.concept, edition)
        if paper and not paper.adopting_steps:
            place = case.concept.place(edition, "paper")
            deciding = (step for step in paper.consultations if step.role is Role.DECISION)
            yield error("edition-paper-undecided", place, number=edition.paper).telling_of(*_results(case, deciding))


def edition_date_differs(case: Case) -> Iterator[Finding]:
    """An edition was adopted on the day on which the committee adopted its Vorlage."""
    for edition in _adopted(case.concept):
        paper = _paper(case.concept, edition)
        days = [step.date for step in paper.adopting_steps] if paper else []
        if edition.adopted_on and days and None not in days and edition.adopted_on not in days:
            place = case.concept.place(edition, "adopted_on")
            found = warning(
                "edition-date-differs", place, date=edition.adopted_on, number=edition.paper, meeting=days[-1]
            )
            yield found.telling_of(*_results(case, paper.adopting_steps if paper else ()))


def edition_paper_differs(case: Case) -> Iterator[Finding]:
    """The Vorlage that an edition names is about this edition; of several Vorlagen about one, it names one."""
    for edition in case.concept.editions.values():
        paper = _paper(case.concept, edition)
        if paper and paper.edition and paper.edition != edition.id and paper.edition in case.concept.editions:
            place = case.concept.place(edition, "paper")
            found = warning("edition-paper-differs", place, number=edition.paper, other=paper.edition)
            yield found.telling_of(case.concept.place(paper, "edition"))


def two_editions_of_one_paper(case: Case) -> Iterator[Finding]:
    """With one Vorlage one edition is adopted; where the Vorlage names one itself, that one is told of otherwise."""
    first: dict[str, Edition] = {}
    for edition in case.concept.editions.values():
        paper = _paper(case.concept, edition)
        if paper is None or paper.edition not in {None, edition.id}:
            continue
        other = first.setdefault(paper.id, edition)
        if other is not edition:
            place = case.concept.place(edition, "paper")
            yield warning("two-editions-of-one-paper", place, number=edition.paper, other=other.id)


def edition_still_open(case: Case) -> Iterator[Finding]:
    """When its Vorlage is adopted, so is the edition: ``ikonzept edition adopt`` records it."""
    decided = {paper_id(edition.paper) for edition in _adopted(case.concept) if edition.paper}
    for edition in case.concept.open_editions:
        paper = _paper(case.concept, edition)
        if paper and (paper.id in decided or paper.edition not in {None, edition.id}):
            continue  # it was adopted with another edition: other rules tell
        steps = [step for step in paper.adopting_steps if step.date and step.date <= case.as_of] if paper else []
        if steps and not edition.adopted_on:
            place = case.concept.place(edition, "status")
            found = info("edition-still-open", place, status=edition.status, number=edition.paper, id=edition.id)
            yield found.telling_of(*_results(case, steps))


def _results(case: Case, steps: Iterable[Step]) -> Iterator[Place]:
    """Where the results of steps stand: they are public only where the step is."""
    return (case.concept.place(step, "decision") for step in steps)


def _adopted(concept: Concept) -> Iterator[Edition]:
    return (item for item in concept.editions.values() if item.status is EditionStatus.ADOPTED)


def _paper(concept: Concept, edition: Edition) -> Paper | None:
    return concept.papers.get(paper_id(edition.paper)) if edition.paper else None


CHECKS: tuple[Check, ...] = (
    guiding_question_unanswered,
    edition_without_predecessor,
    first_edition_with_predecessor,
    second_first_edition,
    edition_circle,
    predecessor_not_adopted,
    two_open_replacements,
    two_adopted_replacements,
    adopted_before_predecessor,
    adopted_without_date,
    adopted_without_paper,
    decision_date_without_adoption,
    edition_paper_undecided,
    edition_date_differs,
    edition_paper_differs,
    two_editions_of_one_paper,
    edition_still_open,
)
