"""Goals and submissions are numbered for good; a goal that ended is assessed, and one that goes on has ended."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ikonzept.checks.case import Case, Check
from ikonzept.checks.circles import circles, some
from ikonzept.findings import Finding, error, warning
from ikonzept.model.action_field import Goal
from ikonzept.model.concept import Concept
from ikonzept.model.event import Submission


def goal_number_twice(case: Case) -> Iterator[Finding]:
    """No two goals of a field of action have the same number."""
    for owner in case.concept.action_fields.values():
        yield from _numbers_twice(case, "goal-number-twice", owner.goals)


def submission_number_twice(case: Case) -> Iterator[Finding]:
    """No two submissions of an event have the same number."""
    for event in case.concept.events.values():
        yield from _numbers_twice(case, "submission-number-twice", event.submissions)


def submission_with_two_authors(case: Case) -> Iterator[Finding]:
    """A submission comes from an institution or a person, not from both."""
    for event in case.concept.events.values():
        for item in event.submissions:
            if item.author and item.author_person:
                yield warning("submission-two-authors", case.concept.place(item, "author_person"))


def submission_link_one_sided(case: Case) -> Iterator[Finding]:
    """A measure that goes back to a submission, and the submission that led to it, name each other."""
    measures, submissions = case.concept.measures, case.concept.submissions
    for measure in measures.values():
        for index, name in enumerate(measure.submissions):
            if name in submissions and measure.id not in submissions[name].leads_to:
                said = {"measure": measure.id, "file": case.concept.place(submissions[name]).path}
                yield warning(_ONE_SIDED, case.concept.place(measure, "submissions", index), id=name, **said)
    for name, item in submissions.items():
        for index, led_to in enumerate(item.leads_to):
            if led_to in measures and name not in measures[led_to].submissions:
                said = {"measure": led_to, "file": case.concept.path(measures[led_to])}
                found = warning(_ONE_SIDED, case.concept.place(item, "leads_to", index), id=name, **said)
                yield found.worded("submission")


_ONE_SIDED = "submission-link-one-sided"


def _numbers_twice(case: Case, code: str, items: Sequence[Goal] | Sequence[Submission]) -> Iterator[Finding]:
    free = max((item.number for item in items), default=0) + 1
    seen: set[int] = set()
    for item in items:
        if item.number in seen:
            yield error(code, case.concept.place(item, "number"), number=item.number, free=free)
            free += 1
        seen.add(item.number)


def goal_ended_without_assessment(case: Case) -> Iterator[Finding]:
    """A goal that an edition ended says how far it was reached."""
    for name, goal in _goals(case.concept):
        if goal.ended_with and goal.assessment is None:
            place = case.concept.place(goal, "ended_with")
            yield error("goal-ended-without-assessment", place, id=name, edition=goal.ended_with)


def goal_assessed_not_ended(case: Case) -> Iterator[Finding]:
    """A goal that is assessed says which edition ended it."""
    for name, goal in _goals(case.concept):
        if goal.assessment and goal.ended_with is None:
            yield warning("goal-assessed-not-ended", case.concept.place(goal.assessment, "result"), id=name)


def goal_circle(case: Case) -> Iterator[Finding]:
    """No goal continues itself, not by way of others either; each circle is told once."""
    for group in _circles(case.concept):
        goal = case.concept.goals[group[0]]
        index = next(index for index, name in enumerate(goal.continues) if name in group)
        yield error("goal-circle", case.concept.place(goal, "continues", index), members=some(group))


def continued_goal_not_ended(case: Case) -> Iterator[Finding]:
    """A goal that another continues has ended; of an assessed one ``goal_assessed_not_ended`` tells."""
    concept = case.concept
    in_circles = {name for group in _circles(concept) for name in group}
    heirs: dict[str, list[str]] = defaultdict(list)
    for name, goal in concept.goals.items():
        for former in dict.fromkeys(goal.continues):
            heirs[former].append(name)
    for former, by in heirs.items():
        old = concept.goals.get(former)
        if old and former not in by and former not in in_circles and old.ended_with is None and old.assessment is None:
            yield warning("continued-goal-not-ended", concept.place(old, "number"), id=former, by=tuple(by))


def _goals(concept: Concept) -> Iterator[tuple[str, Goal]]:
    """Every goal with its id, those of a number given twice too."""
    for owner in concept.action_fields.values():
        for goal in owner.goals:
            yield f"{owner.id}.{goal.number}", goal


def _circles(concept: Concept) -> list[tuple[str, ...]]:
    """The circles of goals; of a number given twice nobody knows which goal is meant."""
    given = Counter(name for name, _ in _goals(concept))
    goals = {name: goal for name, goal in concept.goals.items() if given[name] == 1}
    return circles({name: goal.continues for name, goal in goals.items() if goal.continues})


CHECKS: tuple[Check, ...] = (
    goal_number_twice,
    goal_ended_without_assessment,
    goal_assessed_not_ended,
    goal_circle,
    continued_goal_not_ended,
    submission_number_twice,
    submission_link_one_sided,
    submission_with_two_authors,
)
