"""The chain of editions: what stands where, and whether what was adopted is still what it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ikonzept.model.concept import Concept
from ikonzept.model.edition import Edition
from ikonzept.model.fields import key_of
from ikonzept.model.words import EditionStatus
from ikonzept.reports.budget import sums
from ikonzept.reports.diff.change import Change, Diff
from ikonzept.repository.objects import Revised


class Tagged(StrEnum):
    """Whether an edition has its tag."""

    PRESENT = "present"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """It is there, but names no commit that git has."""
    BROKEN = "broken"
    """It is there, but what its file holds names nothing."""
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What git holds of an adopted edition.

    ``commit`` is the tagged one; ``record`` the edition as it stands there, ``before`` as in its parent (``None``
    where there is no such file or it cannot be read).
    """

    commit: str | None = None
    tag: Tagged = Tagged.MISSING
    """What there is of a tag of its name."""
    adoption: str | None = None
    """Where no commit is tagged: the first one that says adopted."""
    annotated: bool = False
    record: Edition | None = None
    before: Edition | None = None
    is_ancestor: bool = False
    measures: int | None = None
    """How many measures the edition contains."""
    year: str | None = None
    """The latest fiscal year in it, and what it authorises (€)."""
    money: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One edition in the chain."""

    id: str
    title: str
    relation: str
    predecessor: str | None
    status: str
    in_force: bool
    paper: str | None
    adopted_on: date | None
    effective_from: date | None
    tag: Tagged
    commit: str | None
    measures: int | None
    year: str | None
    money: Decimal | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Every edition, the oldest first."""

    title: str
    as_of: date
    rows: tuple[Row, ...]


def chain(concept: Concept, as_of: date, evidence: Mapping[str, Evidence]) -> Chain:
    """The editions in the order in which they follow one another."""
    current = concept.edition_in_force(as_of)
    rows = [_row(edition, evidence.get(edition.id, Evidence()), current) for edition in ordered(concept)]
    return Chain(concept.manifest.title if concept.manifest else "", as_of, tuple(rows))


def ordered(concept: Concept) -> list[Edition]:
    """Adopted editions by the day they took effect, then the open ones; among equals a predecessor comes first."""
    depth = {edition.id: _depth(edition, concept) for edition in concept.editions.values()}
    return sorted(concept.editions.values(), key=lambda item: (item.in_force_from or date.max, depth[item.id], item.id))


def last_adopted(concept: Concept, as_of: date) -> Edition | None:
    """The edition adopted last, also where it takes effect later: since then its Inhalt is the one that counts."""
    adopted = (item for item in concept.editions.values() if item.status is EditionStatus.ADOPTED)
    known = [item for item in adopted if item.adopted_on and item.adopted_on <= as_of]
    return max(known, key=lambda item: (item.adopted_on or as_of, item.id), default=None)


def _depth(edition: Edition, concept: Concept) -> int:
    seen = {edition.id}
    former = concept.editions.get(edition.predecessor or "")
    while former and former.id not in seen:
        seen.add(former.id)
        former = concept.editions.get(former.predecessor or "")
    return len(seen)


def _row(edition: Edition, evidence: Evidence, current: Edition | None) -> Row:
    adopted = edition.status is EditionStatus.ADOPTED
    tag = evidence.tag if adopted or evidence.commit else Tagged.NOT_YET
    return Row(
        id=edition.id,
        title=edition.title,
        relation=edition.relation,
        predecessor=edition.predecessor,
        status=edition.status,
        in_force=current is edition,
        paper=edition.paper,
        adopted_on=edition.adopted_on,
        effective_from=edition.effective_from,
        tag=tag,
        commit=evidence.commit,
        measures=evidence.measures,
        year=evidence.year,
        money=evidence.money,
    )


def content_of(concept: Concept) -> tuple[int, str | None, Decimal | None]:
    """How many measures a state contains, its latest fiscal year and what that authorises."""
    year = max(concept.fiscal_years, default=None)
    total = sums.year_sum(concept.fiscal_years[year], date.max).total.authorisation if year else None
    return len(concept.measures), year, total


# --- soundness -----------------------------------------------------------------------------------------------------


class Flaw(StrEnum):
    """Why an adopted edition is not sound (``format.md``): its tag, the commit it names, or the record."""

    TAG_MISSING = "tag-missing"
    TAG_UNREADABLE = "tag-unreadable"
    """The tag is there, but names no commit that git has."""
    TAG_BROKEN = "tag-broken"
    """The tag is there, but what its file holds names nothing."""
    TAG_SHALLOW = "tag-shallow"
    """The tag or its history is not here because the clone is shallow."""
    TAG_PLAIN = "tag-plain"
    """The tag is no object of its own: it has no day and nobody who set it."""
    NOT_ADOPTED_THERE = "not-adopted-there"
    """The tagged commit does not say that the edition is adopted."""
    ADOPTED_BEFORE = "adopted-before"
    """Its parent said so already: the tag stands too late, or commits were squashed."""
    NOT_IN_HISTORY = "not-in-history"
    """The tagged commit is no ancestor: the branch was rebased or squashed since."""
    RECORD_CHANGED = "record-changed"
    """The record is another now than the one that was adopted."""
    RECORD_REOPENED = "record-reopened"
    """The tag says adopted, the record now says it is open."""
    RECORD_GONE = "record-gone"
    """The tag says adopted, and there is no record that can be read."""


GRAVE = frozenset(Flaw) - {Flaw.TAG_PLAIN, Flaw.TAG_SHALLOW}
"""Flaws that make an edition unsound; the others only leave something unproved."""


class Standing(StrEnum):
    """What can be said of an edition."""

    SOUND = "sound"
    UNPROVED = "unproved"
    """Nothing is wrong, but what is here does not prove it."""
    UNSOUND = "unsound"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one adopted edition is sound, and what is wrong where it is not."""

    id: str
    title: str
    commit: str | None
    flaws: tuple[Flaw, ...]
    differing: tuple[str, ...] = ()
    """The keys in which the record differs from the adopted one."""
    adoption: str | None = None
    """Where the tag is missing: the commit that it belongs to."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing grave is wrong."""
        return GRAVE.isdisjoint(self.flaws)

    @property
    def standing(self) -> Standing:
        """Whether it is sound, unsound, or neither can be said."""
        if not self.is_sound:
            return Standing.UNSOUND
        return Standing.UNPROVED if Flaw.TAG_SHALLOW in self.flaws else Standing.SOUND


@dataclass(frozen=True, slots=True)
class Strayed:
    """A thing whose Inhalt differs from the edition in force while no edition is open."""

    kind: str
    id: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on every adopted edition, and Inhalt that was changed without a draft."""

    verdicts: tuple[Verdict, ...]
    edition: str | None
    """The edition in force, against which the Inhalt was compared; ``None`` where it was not."""
    strayed: tuple[Strayed, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether every edition is sound and nothing strayed."""
        return all(verdict.is_sound for verdict in self.verdicts) and not self.strayed


def verdict(name: str, edition: Edition | None, evidence: Evidence, *, shallow: bool) -> Verdict:
    """Whether an edition that its record or its tag calls adopted is sound (``format.md``).

    ``edition`` is the record as it stands now, ``None`` where there is none that can be read.
    """
    flaws = tuple(_flaws(edition, evidence, shallow=shallow))
    differing = _differing(edition, evidence.record) if edition and Flaw.RECORD_CHANGED in flaws else ()
    known = edition or evidence.record
    return Verdict(name, known.title if known else "", evidence.commit, flaws, differing, evidence.adoption)


def _flaws(edition: Edition | None, evidence: Evidence, *, shallow: bool) -> Iterator[Flaw]:
    if evidence.commit is None:
        yield Flaw.TAG_SHALLOW if shallow else _NO_COMMIT[evidence.tag]
        return
    if not evidence.annotated:
        yield Flaw.TAG_PLAIN
    if not _is_adopted(evidence.record):
        yield Flaw.NOT_ADOPTED_THERE
        return
    if _is_adopted(evidence.before):
        yield Flaw.ADOPTED_BEFORE
    if not evidence.is_ancestor:
        yield Flaw.TAG_SHALLOW if shallow else Flaw.NOT_IN_HISTORY
    if edition is None:
        yield Flaw.RECORD_GONE
    elif not _is_adopted(edition):
        yield Flaw.RECORD_REOPENED
    elif _differing(edition, evidence.record):
        yield Flaw.RECORD_CHANGED


_NO_COMMIT = {
    Tagged.MISSING: Flaw.TAG_MISSING,
    Tagged.UNREADABLE: Flaw.TAG_UNREADABLE,
    Tagged.BROKEN: Flaw.TAG_BROKEN,
}


def _is_adopted(edition: Edition | None) -> bool:
    return edition is not None and edition.status is EditionStatus.ADOPTED


def _differing(now: Edition, then: Edition | None) -> tuple[str, ...]:
    """The keys of what was adopted and is another now; an internal note was not adopted."""
    names = Edition.adopted_fields()
    return tuple(key_of(Edition, name) for name in names if getattr(now, name) != getattr(then, name, None))


# --- the story -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One edition and what it changed against its predecessor; ``None`` where that cannot be said."""

    row: Row
    diff: Diff | None


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One commit that changed a thing, the edition it was tagged as, and what happened to the thing."""

    revised: Revised
    edition: str | None
    changes: tuple[Change, ...]
    diff: Diff


@dataclass(frozen=True, slots=True)
class Life:
    """A thing from its first commit to the working tree, and on under the names of what it went over into."""

    id: str
    title: str
    path: str
    steps: tuple[LifeStep, ...]
    shallow: bool
    sources: tuple[tuple[str, str], ...] = ()
    """Ids and titles of the measures out of which it came."""
    heirs: tuple[tuple[str, str], ...] = ()
    """Those of the measures into which it went over, also by way of others."""
