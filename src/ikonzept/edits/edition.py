"""Editions: a new draft, its way to the Beratung, and the record of its adoption."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ikonzept import splicing
from ikonzept.edits.edit import Edit, text_of
from ikonzept.model.edition import Edition
from ikonzept.model.fields import key_of
from ikonzept.model.files import path_of
from ikonzept.model.words import EditionRelation, EditionStatus, Noun
from ikonzept.values import Month


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new edition says of itself."""

    id: str
    title: str
    relation: EditionRelation
    predecessor: str | None = None
    next_due: Month | None = None


def created(draft: Draft) -> Edit:
    """The file of a new edition, as an Entwurf."""
    lines = [f"titel: {splicing.scalar(draft.title)}", f"art: {draft.relation}", f"status: {EditionStatus.DRAFT}"]
    if draft.predecessor:
        lines.append(f'vorgaenger: "{draft.predecessor}"')
    if draft.next_due:
        lines.append(f"naechste_fortschreibung: {draft.next_due}")
    return Edit(path_of(Noun.EDITION, draft.id), None, "".join(f"{line}\n" for line in lines).encode())


def advanced(name: str, raw: bytes, status: EditionStatus) -> Edit:
    """An edition with another status: one word is changed."""
    path = path_of(Noun.EDITION, name)
    return Edit(path, raw, splicing.splice(path, text_of(raw), {("status",): status}).encode())


def adopted(name: str, raw: bytes, paper: str, day: date, effective: date | None) -> Edit:
    """The record of an adoption: status, Vorlage, day of the decision and, where given, the day it takes effect."""
    path = path_of(Noun.EDITION, name)
    wanted = {"status": str(EditionStatus.ADOPTED), "vorlage": paper, "beschlossen_am": day.isoformat()}
    if effective:
        wanted["wirksam_ab"] = effective.isoformat()
    return Edit(path, raw, splicing.put(path, text_of(raw), wanted, after="status").encode())


def reasoned(path: str, raw: bytes, edition: Edition, reasons: Mapping[str, str]) -> Edit:
    """An edition that says why something has changed, by the id of the thing (the Synopse's third column).

    What it has said before of a thing stays, the new reason stands behind it. Raises ``KeyError`` where its reasons
    stand in braces.
    """
    said, key = text_of(raw), key_of(Edition, "reasons")
    if edition.reasons:
        whole = {name: _together(edition.reasons.get(name), reason) for name, reason in reasons.items()}
        said = splicing.put(path, said, whole, after=list(edition.reasons)[-1], parent=(key,))
    else:
        said = splicing.put(path, said, {key: dict(reasons)}, after=splicing.top_keys(path, said)[-1])
    return Edit(path, raw, said.encode())


def _together(before: str | None, reason: str) -> str:
    """Two reasons on one line, each a sentence."""
    if before is None:
        return reason
    former = " ".join(before.split())
    return f"{former}{'' if former.endswith(('.', '!', '?')) else '.'} {reason}"
