"""Figures and keys are such as can be: years, shares, the values of an indicator, the Gemeindeschlüssel."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error
from ikonzept.model.ags import fits, length_of, state_of
from ikonzept.model.concept import Concept
from ikonzept.model.fields import Record

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WHOLE = 100


def year_implausible(case: Case) -> Iterator[Finding]:
    """A year of the monitoring or of costs has four digits and lies in our time; ``24`` and ``3025`` are slips."""
    for record, field in _years(case.concept):
        year = getattr(record, field)
        if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
            yield error("year-implausible", case.concept.place(record, field), year=str(year))


def _years(concept: Concept) -> Iterator[tuple[Record, str]]:
    """Every record with the name of a field that holds a year."""
    for series in concept.series.values():
        yield from ((row, "year") for row in series.rows)
    for indicator in concept.indicators.values():
        yield from ((item, "year") for item in indicator.breaks)
        if indicator.target:
            yield indicator.target, "year"
    for measure in concept.measures.values():
        yield from ((costs, "year") for costs in measure.costs)
        if measure.follow_up_costs:
            yield from ((measure.follow_up_costs, name) for name in ("begin", "end"))


def value_twice(case: Case) -> Iterator[Finding]:
    """Each year has one row for each Merkmal: of two values nobody knows which holds."""
    for series in case.concept.series.values():
        seen: set[tuple[int, str]] = set()
        for row in series.rows:
            key = row.year, (row.attribute or "").casefold()
            if key in seen:
                of = ", ".join(filter(None, (str(row.year), row.attribute)))
                yield error("value-twice", case.concept.place(row, "year"), of=of)
            seen.add(key)


def share_impossible(case: Case) -> Iterator[Finding]:
    """The Förderquote of a grant is a share: more than nothing and no more than all of it."""
    for grant in case.concept.grants.values():
        if grant.share is not None and not 0 < grant.share <= _WHOLE:
            yield error("share-impossible", case.concept.place(grant, "share"), share=grant.share)


def ags_of_another_state(case: Case) -> Iterator[Finding]:
    """The first two digits of the Gemeindeschlüssel are those of the Land."""
    body = case.concept.manifest.body if case.concept.manifest else None
    if body and state_of(body.ags) is not body.state:
        yield error("ags-of-another-state", case.concept.place(body, "ags"), ags=body.ags, state=body.state)


def ags_of_another_kind(case: Case) -> Iterator[Finding]:
    """A Landkreis and a kreisfreie Stadt have a Gemeindeschlüssel of five digits, a Gemeinde one of eight."""
    body = case.concept.manifest.body if case.concept.manifest else None
    if body and not fits(body.ags, body.kind):
        place = case.concept.place(body, "ags")
        yield error("ags-of-another-kind", place, ags=body.ags, kind=body.kind, digits=length_of(body.kind))


CHECKS: tuple[Check, ...] = (
    year_implausible,
    value_twice,
    share_impossible,
    ags_of_another_state,
    ags_of_another_kind,
)
