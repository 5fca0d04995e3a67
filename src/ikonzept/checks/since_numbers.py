"""A goal and an Anregung keep their numbers, and an Anregung its words: that is how everyone refers to them."""

from collections.abc import Iterator
from dataclasses import replace

from ikonzept.checks.case import Case, Check
from ikonzept.checks.numbers import Lists, lists, moved
from ikonzept.checks.sameness import is_another, quoted, says_otherwise
from ikonzept.findings import Finding, Place, error, warning
from ikonzept.model.event import Submission
from ikonzept.model.fields import label_of


def goal_deleted(case: Case) -> Iterator[Finding]:
    """A goal stays in its field, also when it has ended."""
    yield from _deleted(case, "goals", "goal-deleted")


def submission_deleted(case: Case) -> Iterator[Finding]:
    """An Anregung stays in its event, whatever became of it."""
    yield from _deleted(case, "submissions", "submission-deleted")


def _deleted(case: Case, field: str, code: str) -> Iterator[Finding]:
    for found in lists(case):
        if found.field == field:
            gone = found.before.keys() - found.now.keys() - moved(found).keys()
            for number in sorted(gone):
                said = {"id": found.name(number), "text": quoted(found.before[number].text)}
                yield error(code, _list(case, found), **said)


def _list(case: Case, found: Lists) -> Place:
    """The key of the list: what is missing stands nowhere in it."""
    return replace(case.concept.place(found.owner, found.field), on_key=True)


def number_moved(case: Case) -> Iterator[Finding]:
    """What stood under a number does not stand under another one of the same field or event."""
    for found in lists(case):
        for number, other in moved(found).items():
            said = {"id": found.name(number), "now": found.name(other), "text": quoted(found.before[number].text)}
            yield error("number-moved", case.concept.place(found.now[other], "number"), **said)


def submission_changed(case: Case) -> Iterator[Finding]:
    """An Anregung says what it said, but for a slip of the pen, and its Abwägung stays."""
    for found in lists(case):
        left_out = moved(found)
        for number, before in found.before.items():
            now = found.now.get(number)
            if isinstance(before, Submission) and isinstance(now, Submission) and number not in left_out:
                yield from _changed(case, found.name(number), before, now)


def _changed(case: Case, name: str, before: Submission, now: Submission) -> Iterator[Finding]:
    """What is another Anregung altogether is told by the rules for ids."""
    from ikonzept.prose.slips import is_slip

    if is_another(before, now) or says_otherwise(before, now):
        return
    if not is_slip(before.text, now.text):
        said = {"before": quoted(before.text), "now": quoted(now.text)}
        place = case.concept.place(now, "text")
        yield warning("submission-changed", place, id=name, field=label_of(Submission, "text"), **said)
    if before.weighing and now.weighing is None:
        said = {"before": quoted(before.weighing.result), "now": quoted(None)}
        place = case.concept.place(now, "number")
        yield warning("submission-changed", place, id=name, field=label_of(Submission, "weighing"), **said)


CHECKS: tuple[Check, ...] = (goal_deleted, submission_deleted, number_moved, submission_changed)
