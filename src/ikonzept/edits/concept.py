"""A new concept from the template: its names set, every comment kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from ikonzept import document, splicing
from ikonzept.edits.edit import Edit, text_of
from ikonzept.findings import KeyPath
from ikonzept.model.ags import state_of
from ikonzept.model.booking_export import BookingExport
from ikonzept.model.fields import key_of
from ikonzept.model.files import noun_of
from ikonzept.model.manifest import Manifest
from ikonzept.model.words import MANIFEST, BodyKind, Noun


@dataclass(frozen=True, slots=True)
class Names:
    """What a new concept is called; ``None`` leaves the template's example."""

    title: str | None = None
    body: str | None = None
    kind: BodyKind | None = None
    ags: str | None = None
    lead: str | None = None


def new_concept(template: Mapping[str, bytes], names: Names) -> dict[str, bytes]:
    """The template's files with these names in ``konzept.yaml``, and the lead's name in its Vorlagen."""
    files = dict(template)
    manifest = files[MANIFEST].decode()
    old = document.read_yaml(manifest)
    lead = old["federfuehrung"]
    changes: dict[KeyPath, str | None] = {
        ("titel",): names.title or (f"Integrationskonzept {names.body}" if names.body else None),
        ("koerperschaft", "name"): names.body,
        ("koerperschaft", "art"): names.kind or kind_in(names.body),
        ("koerperschaft", "land"): state_of(names.ags or ""),
        ("koerperschaft", "ags"): names.ags,
        ("stellen", lead, "name"): names.lead,
    }
    files[MANIFEST] = _spliced(MANIFEST, manifest, changes)
    if names.lead:
        former = old["stellen"][lead]["name"]
        for path, raw in template.items():
            if noun_of(path) is Noun.PAPER and document.read(path, raw).get("federfuehrung") == former:
                files[path] = _spliced(path, raw.decode(), {("federfuehrung",): names.lead})
    return files


def with_booking_export(raw: bytes, export: BookingExport) -> Edit:
    """``konzept.yaml`` with the description of the bookings' export at its end."""
    said = export.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Edit(MANIFEST, raw, splicing.with_block(text_of(raw), {key_of(Manifest, "booking_export"): said}).encode())


def kind_in(body: str | None) -> BodyKind | None:
    """The kind a name begins with: "Stadt Goslar" is a Stadt."""
    return next((kind for kind in BodyKind if body and body.casefold().startswith(f"{kind.casefold()} ")), None)


def _spliced(path: str, text: str, changes: Mapping[KeyPath, str | None]) -> bytes:
    wanted = {key: str(value) for key, value in changes.items() if value is not None}
    return splicing.splice(path, text, wanted).encode()
