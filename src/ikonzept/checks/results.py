"""A committee's result in words, as a class and in votes says the same."""

import re
from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, info, warning
from ikonzept.model.paper import Step
from ikonzept.model.words import Decision

_UNANIMOUS = r"(?i)(?<!nicht )(?<!ganz )(?<!fast )(?<!nahezu )(?<!beinahe )\beinstimmig"
_AGAINST = (
    r"(?i)\beinstimmig(?:\s+\w+)?,?\s+(?:bei|mit|gegen)\s+(?:\w+\s+Enthaltung(?:en)?(?:,|\s+und)\s+)?"
    r"(?:(?!0\b|keine)\w+\s+)?(?:Gegen|Nein-?)stimme"
)
_MAJORITY = r"(?i)\bmehrheitlich\b"


def unanimous_contradicts_vote(case: Case) -> Iterator[Finding]:
    """Who writes ``einstimmig`` has counted votes on one side only."""
    for step in _steps(case):
        vote, words = step.vote, step.resolution or ""
        if vote and vote.yes and vote.no and re.search(_UNANIMOUS, words):
            yield error("unanimous-contradicts-vote", case.concept.place(step, "resolution"), yes=vote.yes, no=vote.no)


def unanimous_against_votes(case: Case) -> Iterator[Finding]:
    """``einstimmig bei 3 Gegenstimmen`` contradicts itself."""
    for step in _steps(case):
        words = step.resolution or ""
        told = step.vote and step.vote.yes and step.vote.no
        if not told and re.search(_UNANIMOUS, words) and re.search(_AGAINST, words):
            yield error("unanimous-against-votes", case.concept.place(step, "resolution"))


def majority_without_dissent(case: Case) -> Iterator[Finding]:
    """``mehrheitlich`` with votes on one side, and nobody who abstained, is ``einstimmig``; usage varies (info)."""
    for step in _steps(case):
        vote = step.vote
        if vote is None or vote.abstentions or not re.search(_MAJORITY, step.resolution or ""):
            continue
        if bool(vote.yes) != bool(vote.no):
            yield info("majority-without-dissent", case.concept.place(step, "resolution"), votes=vote.yes or vote.no)


def words_contradict_result(case: Case) -> Iterator[Finding]:
    """The words of the minutes and the class of the result say the same."""
    for step in _steps(case):
        said = _said(step)
        if said and step.decision and step.decision not in _SAME[said]:
            place = case.concept.place(step, "decision")
            yield warning("words-contradict-result", place, words=step.resolution, result=step.decision)


def result_without_class(case: Case) -> Iterator[Finding]:
    """Words that are a class of result stand under ``ergebnis`` too: only that is counted and compared."""
    for step in _steps(case):
        if (said := _said(step)) and step.decision is None:
            place = case.concept.place(step, "resolution")
            yield warning("result-without-class", place, words=step.resolution, result=said)


_SAME: dict[Decision, frozenset[Decision]] = {
    Decision.ADOPTED: frozenset((Decision.ADOPTED, Decision.PREPARED, Decision.NO_VOTE)),
    Decision.AMENDED: frozenset((Decision.AMENDED, Decision.PARTLY_ADOPTED, Decision.PREPARED)),
    Decision.REJECTED: frozenset((Decision.REJECTED, Decision.PREPARED)),
}
"""The classes that fit what the words say; in a Vorberatung all of it is ``vorberaten``."""


def _said(step: Step) -> Decision | None:
    """The class that the raw words name, where they are nothing but that: a longer sentence may tell of more."""
    found = re.fullmatch(_WORDS, (step.resolution or "").strip())
    if found is None:
        return None
    if found["rejected"]:
        return Decision.REJECTED
    return Decision.AMENDED if found["changed"] else Decision.ADOPTED


_WORDS = (
    r"(?i)(?:(?:einstimmig|mehrheitlich|mit Mehrheit),?:?\s+)?"
    r"(?:(?P<rejected>abgelehnt)|(?P<changed>(?:ge|ver)ändert\s+|mit Änderung(?:en)?\s+)?(?:beschlossen|angenommen)"
    r"|(?:un|nicht )(?:ge|ver)ändert\s+(?:beschlossen|angenommen))\.?"
)


def _steps(case: Case) -> Iterator[Step]:
    for paper in case.concept.papers.values():
        yield from paper.consultations


CHECKS: tuple[Check, ...] = (
    unanimous_contradicts_vote,
    unanimous_against_votes,
    majority_without_dissent,
    words_contradict_result,
    result_without_class,
)
