"""``public(concept)``: the only place that removes what is not public (``domain.md``, Public and non-public)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from ikonzept.model.concept import Concept
from ikonzept.model.fields import Access, Record, access_of, refers_to
from ikonzept.model.files import identifier_of, noun_of
from ikonzept.model.manifest import Exemption
from ikonzept.model.paper import Attachment, Paper, Step, paper_id
from ikonzept.model.words import Kind, Noun, Publicity


def public(concept: Concept) -> Concept:
    """The concept as it may be handed on.

    Internal fields are gone, a non-public step keeps only committee, role, date and its letter N, a Vorlage or Anlage
    marked ``nichtöffentlich`` is gone as a whole, and a reference to one becomes *keine Angabe*.
    """
    hidden = hidden_papers(concept)
    copies: dict[int, Record] = {}

    def cleaned(things: Mapping[str, Any]) -> dict[str, Any]:
        return {key: _cleaned(thing, hidden, copies) for key, thing in things.items() if not is_hidden(thing, hidden)}

    return replace(
        concept,
        manifest=_cleaned(concept.manifest, hidden, copies) if concept.manifest else None,
        chapters=cleaned(concept.chapters),
        action_fields=cleaned(concept.action_fields),
        measures=cleaned(concept.measures),
        fiscal_years=cleaned(concept.fiscal_years),
        grants=cleaned(concept.grants),
        indicators=cleaned(concept.indicators),
        series=cleaned(concept.series),
        events=cleaned(concept.events),
        papers=cleaned(concept.papers),
        editions=cleaned(concept.editions),
        copies=copies,
    )


def hidden_papers(concept: Concept) -> frozenset[str]:
    """The ids of the Vorlagen that are non-public as a whole."""
    return frozenset(key for key, paper in concept.papers.items() if paper.publicity is Publicity.NON_PUBLIC)


def is_hidden(thing: object, hidden: frozenset[str]) -> bool:
    """Whether a thing is non-public as a whole, or says something of a Vorlage that is."""
    if isinstance(thing, Exemption):
        return noun_of(thing.files) is Noun.PAPER and identifier_of(thing.files, Noun.PAPER) in hidden
    return isinstance(thing, (Paper, Attachment)) and thing.publicity is Publicity.NON_PUBLIC


def _cleaned(record: Record, hidden: frozenset[str], copies: dict[int, Record]) -> Any:  # noqa: ANN401  same type
    """The record without what is not public; the same object where nothing is to be removed."""
    secret_step = isinstance(record, Step) and not record.public
    changes: dict[str, Any] = {}
    for name, declared in type(record).model_fields.items():
        value = getattr(record, name)
        access = access_of(declared)
        if access is Access.INTERNAL or (access is Access.WITH_STEP and secret_step):
            new = declared.get_default(call_default_factory=True)
        elif Kind.PAPER in refers_to(declared):
            new = without_hidden(value, hidden)
        else:
            new = _cleaned_value(value, hidden, copies)
        if new is not value:
            changes[name] = new
    if not changes:
        return record
    copy = record.model_copy(update=changes)
    copies[id(copy)] = record
    return copy


def without_hidden(value: Any, hidden: frozenset[str]) -> Any:  # noqa: ANN401
    """A reference, or a list of them, without those to what is hidden."""
    if isinstance(value, tuple):
        kept = tuple(item for item in value if paper_id(item) not in hidden)
        return value if len(kept) == len(value) else kept
    return None if isinstance(value, str) and paper_id(value) in hidden else value


def _cleaned_value(value: Any, hidden: frozenset[str], copies: dict[int, Record]) -> Any:  # noqa: ANN401
    if isinstance(value, Record):
        return _cleaned(value, hidden, copies)
    if isinstance(value, dict):
        mapping = {key: _cleaned_value(item, hidden, copies) for key, item in value.items() if key not in hidden}
        return value if _same(mapping.values(), value.values()) else mapping
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        items = tuple(_cleaned_value(item, hidden, copies) for item in value if not is_hidden(item, hidden))
        return value if _same(items, value) else items
    return value


def _same(new: Collection[object], old: Collection[object]) -> bool:
    """Whether both hold the very same objects."""
    return len(new) == len(old) and all(one is other for one, other in zip(new, old, strict=True))
