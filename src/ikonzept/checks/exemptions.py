"""Exemptions (``ausnahmen``): which findings they accept for a while; that they are needed and have not expired."""

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from unicodedata import normalize

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, nearest, warning
from ikonzept.model.concept import Concept
from ikonzept.model.manifest import Exemption

_NEVER = ("syntax-", "schema-", "format-", "file-is-", "exemption-")
_NEVER_ALONE = frozenset(("manifest-missing", "file-unreadable", "id-twice"))
"""What makes a file unreadable, and findings about exemptions themselves: nothing excuses them."""


def apply(findings: Iterable[Finding], concept: Concept, as_of: date) -> tuple[list[Finding], list[Finding]]:
    """The findings that remain, and those that an exemption accepts on this day (until ``bis``, inclusive)."""
    accepted = _Accepted(item for item in _exemptions(concept) if item.until >= as_of and can_be_exempted(item.rule))
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        (suppressed if accepted.holds(finding.code, finding.place.path) else kept).append(finding)
    return kept, suppressed


def can_be_exempted(code: str) -> bool:
    """Whether a finding can be accepted; one that keeps a file from being read cannot."""
    return not code.startswith(_NEVER) and code not in _NEVER_ALONE


class _Accepted:
    """Where each rule's findings are accepted: in these files, and in those that fit a pattern (``haushalt/*``)."""

    def __init__(self, exemptions: Iterable[Exemption]) -> None:
        self._files: set[tuple[str, str]] = set()
        self._patterns: dict[str, list[str]] = {}
        for item in exemptions:
            if _is_pattern(item.files):
                self._patterns.setdefault(item.rule, []).append(item.files)
            else:
                self._files.add((item.rule, item.files))

    def holds(self, code: str, path: str) -> bool:
        """Whether a finding of this code in this file is accepted."""
        if not self._files and not self._patterns:
            return False
        return (code, normalize("NFC", path)) in self._files or any(
            _fits(pattern, path) for pattern in self._patterns.get(code, ())
        )


def _is_pattern(where: str) -> bool:
    return "*" in where or "?" in where


def _fits(where: str, path: str) -> bool:
    """Whether a file is the one named, or fits the pattern: ``*`` is any text, ``?`` any character."""
    path = normalize("NFC", path)
    return fnmatchcase(path, where.replace("[", "[[]")) if _is_pattern(where) else path == where


def _exemptions(concept: Concept) -> tuple[Exemption, ...]:
    return concept.manifest.exemptions if concept.manifest else ()


def _known(code: str) -> bool:
    from ikonzept.checks.examples import EXAMPLES

    return code in EXAMPLES


def _has_run(code: str, case: Case) -> bool:
    """Whether a rule exists and could look at everything that it needs."""
    from ikonzept.checks.examples import needs_since

    return _known(code) and (case.since is not None or not needs_since(code))


# --- exemptions themselves -----------------------------------------------------------------------------------------


def exempts_nothing_unreadable(case: Case) -> Iterator[Finding]:
    """No exemption names a rule that cannot be excused: what keeps a file from being read, or exemptions."""
    for item in _exemptions(case.concept):
        if not can_be_exempted(item.rule):
            yield error("exemption-not-allowed", case.concept.place(item, "rule"), rule=item.rule)


def unknown_rule(case: Case) -> Iterator[Finding]:
    """Every rule that an exemption names exists."""
    for item in _exemptions(case.concept):
        if can_be_exempted(item.rule) and not _known(item.rule):
            from ikonzept.checks.examples import EXAMPLES

            close = nearest(item.rule, filter(can_be_exempted, EXAMPLES))
            yield error("exemption-unknown-rule", case.concept.place(item, "rule"), rule=item.rule, nearest=close)


def expired(case: Case) -> Iterator[Finding]:
    """No exemption is older than its last day, whether its finding still exists or not."""
    for item in _exemptions(case.concept):
        if item.until < case.as_of and can_be_exempted(item.rule) and _known(item.rule):
            place = case.concept.place(item, "until")
            yield error("exemption-expired", place, rule=item.rule, where=item.where, until=item.until)


def unused(case: Case, suppressed: Iterable[Finding]) -> Iterator[Finding]:
    """Every exemption accepts a finding; ``suppressed`` are those that any accepts.

    While a file cannot be read nobody knows what it would bring, so then none is called unused; nor does anybody of a
    rule that compares with an earlier state where none was asked for.
    """
    if case.unreadable:
        return
    paths: dict[str, set[str]] = {}
    for finding in suppressed:
        paths.setdefault(finding.code, set()).add(finding.place.path)
    for item in _exemptions(case.concept):
        needed = any(_fits(item.files, path) for path in paths.get(item.rule, ()))
        if not needed and item.until >= case.as_of and can_be_exempted(item.rule) and _has_run(item.rule, case):
            yield warning("exemption-unused", case.concept.place(item), rule=item.rule, where=item.where)


CHECKS: tuple[Check, ...] = (
    exempts_nothing_unreadable,
    unknown_rule,
    expired,
)
