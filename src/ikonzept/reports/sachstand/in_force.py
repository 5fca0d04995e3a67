"""Who decided on the edition in force, and on which Vorlage."""

from dataclasses import dataclass
from datetime import date

from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.paper import ADOPTING, Paper
from ikonzept.model.words import Kind, Role
from ikonzept.reports.calendar import committee_name


@dataclass(frozen=True, slots=True)
class Adoption:
    """The decision with which an edition was adopted; what is not known, or not public, is left out."""

    paper: str | None
    """The printed number of its Vorlage."""
    committee: str | None
    date: date | None


def adoption(concept: Concept, edition: Edition) -> Adoption:
    """The decision on an edition: its Vorlage, the committee that adopted it, the day."""
    paper = concept.find(edition.paper, (Kind.PAPER,)) if edition.paper else None
    return Adoption(
        paper=edition.paper, committee=_committee(concept, paper, edition.adopted_on), date=edition.adopted_on
    )


def _committee(concept: Concept, paper: Paper | None, day: date | None) -> str | None:
    """The committee whose step adopted it on the day of the decision."""
    steps = paper.consultations if paper else ()
    found = (
        step.committee
        for step in steps
        if step.role is Role.DECISION and step.decision in ADOPTING and step.date and step.date == day
    )
    last = [*found][-1:]
    return committee_name(concept, last[0]) if last else None
