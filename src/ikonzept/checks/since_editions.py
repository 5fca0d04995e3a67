"""An adopted edition stays as it was adopted; an open one goes on step by step."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.checks.sameness import is_another, quoted
from ikonzept.findings import Finding, error, warning
from ikonzept.model.edition import Edition
from ikonzept.model.fields import label_of
from ikonzept.model.words import EditionStatus

_STEPS = tuple(EditionStatus)
"""In which order an edition goes."""


def adopted_edition_changed(case: Case) -> Iterator[Finding]:
    """The record of an adopted edition equals the one that was adopted (``format.md``); of its status see below.

    An internal note was not adopted and may change.
    """
    for former, edition in _pairs(case):
        if former.status is EditionStatus.ADOPTED:
            for name in Edition.adopted_fields():
                if name != "status":
                    yield from _changed(case, former, edition, name)


def _changed(case: Case, former: Edition, edition: Edition, name: str) -> Iterator[Finding]:
    """One field that differs, the reasons thing by thing."""
    before, now, label = getattr(former, name), getattr(edition, name), label_of(Edition, name)
    if not isinstance(before, dict):
        if before != now:
            place = case.concept.place(edition, name)
            yield error("adopted-edition-changed", place, id=edition.id, field=label, before=quoted(before))
        return
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            place = case.concept.place(edition, name, key)
            said = {"field": f"{label} {key}", "before": quoted(before.get(key))}
            yield error("adopted-edition-changed", place, id=edition.id, **said)


def edition_status_back(case: Case) -> Iterator[Finding]:
    """An edition does not go back to an earlier step."""
    for former, edition in _pairs(case):
        if _STEPS.index(edition.status) < _STEPS.index(former.status):
            place = case.concept.place(edition, "status")
            yield error("edition-status-back", place, id=edition.id, before=former.status, now=edition.status)


def edition_step_skipped(case: Case) -> Iterator[Finding]:
    """An edition passes every step on the way to its adoption; several may lie between the two states."""
    for former, edition in _pairs(case):
        between = _STEPS[_STEPS.index(former.status) + 1 : _STEPS.index(edition.status)]
        passed = case.since.steps.get(edition.id, frozenset()) if case.since else frozenset()
        skipped = tuple(step for step in between if step not in passed)
        if skipped:
            place = case.concept.place(edition, "status")
            said = {"before": former.status, "now": edition.status, "skipped": skipped}
            yield warning("edition-step-skipped", place, id=edition.id, **said)


def _pairs(case: Case) -> Iterator[tuple[Edition, Edition]]:
    """Each edition whose file differs, as it was and as it is; another one under its id is told elsewhere."""
    for former in case.since.concept.editions.values() if case.since else ():
        edition = case.concept.editions.get(former.id)
        if edition is not None and (former.status is EditionStatus.ADOPTED or not is_another(former, edition)):
            yield former, edition


CHECKS: tuple[Check, ...] = (adopted_edition_changed, edition_status_back, edition_step_skipped)
