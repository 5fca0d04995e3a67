"""A concept with a canary in every field of every model, found by walking the models: secret ones and public ones."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ikonzept.model.concept import MODELS, Concept, walk
from ikonzept.model.fields import Access, Record, access_of, record_in, refers_to
from ikonzept.model.files import path_of
from ikonzept.model.manifest import Exemption, Manifest
from ikonzept.model.paper import Attachment, Paper, Step
from ikonzept.model.words import MANIFEST, Kind, Noun, Word

SECRET_PAPER, PUBLIC_PAPER = "GEHEIM-001", "2022-094"
N, HIDDEN = {"oeffentlich": "nein"}, {"status": "nichtöffentlich"}
VARIANTS: dict[type[Record], tuple[dict[str, str], ...]] = {
    Step: ({"oeffentlich": "ja"}, N),
    Attachment: ({"status": "öffentlich"}, HIDDEN),
    Exemption: ({"wo": "haushalt/2022.yaml"}, {"wo": path_of(Noun.PAPER, SECRET_PAPER)}),
}


@dataclass
class Filling:
    """Fills every field of a model, and remembers which values are secret and which are for everyone."""

    papers: tuple[str, ...]
    """What fields name that refer to a Vorlage; a single field names the first."""
    secret: set[str] = field(default_factory=set)
    visible: set[str] = field(default_factory=set)
    _count: int = 0

    def block(self, model: type[Record], given: dict[str, str], *, hidden: bool = False) -> dict[str, Any]:
        """The data of a block as a file would hold it."""
        hidden = hidden or (model is not Paper and given == HIDDEN) or SECRET_PAPER in given.get("wo", "")
        names = {name: item for name, item in model.model_fields.items() if item.alias not in given}
        return given | {
            item.alias or name: self._field(item, hidden=hidden or _is_secret(item, given))
            for name, item in names.items()
        }

    def _field(self, declared: FieldInfo, *, hidden: bool) -> Any:
        record = record_in(declared.annotation)
        if record:
            variants = VARIANTS.get(record, ({},))
            return _shaped(declared, [self.block(record, variant, hidden=hidden) for variant in variants])
        if Kind.PAPER in refers_to(declared):
            return _shaped(declared, list(self.papers)) if self.papers else None
        return _shaped(declared, [self._value(declared, hidden=hidden)])

    def _value(self, declared: FieldInfo, *, hidden: bool) -> str:
        """A value of the field's type, unlike all others where the type allows it."""
        self._count += 1
        unique = (
            f"Kanari-{self._count}-{declared.alias}",
            str(77_000_000 + self._count),
            f"{3000 + self._count}-01-01",
        )
        adapter: TypeAdapter[Any] = TypeAdapter(Annotated[(declared.annotation, *declared.metadata, "our field")])
        for value in (*_words(declared.annotation), *unique, "2099-01", "ja"):
            with suppress(ValidationError):
                adapter.validate_python(_shaped(declared, [value]))
                break
        if value in unique:
            (self.secret if hidden else self.visible).add(value)
        return value


def _shaped(declared: FieldInfo, values: list[Any]) -> Any:
    """The values as the field holds them: by name, in a list, or just the first."""
    shape = get_origin(declared.annotation)
    return dict(zip("ab", values, strict=False)) if shape is dict else values if shape is tuple else values[0]


def _is_secret(declared: FieldInfo, given: dict[str, str]) -> bool:
    access = access_of(declared)
    return access is Access.INTERNAL or (access is Access.WITH_STEP and given == N)


def _words(annotation: Any) -> type[Word] | tuple[()]:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    return next((found for item in get_args(annotation) if (found := _words(item))), ())


GROUPS = {
    Noun.CHAPTER: "chapters",
    Noun.ACTION_FIELD: "action_fields",
    Noun.MEASURE: "measures",
    Noun.FISCAL_YEAR: "fiscal_years",
    Noun.GRANT: "grants",
    Noun.INDICATOR: "indicators",
    Noun.SERIES: "series",
    Noun.EVENT: "events",
    Noun.EDITION: "editions",
}


@cache
def filled(*papers: str) -> tuple[Concept, Filling]:
    """A concept with one thing of every noun, a public and a non-public Vorlage, and references to ``papers``."""
    filling = Filling(papers)

    def thing(noun: Noun, given: dict[str, str], *, hidden: bool = False) -> Any:
        return MODELS[noun].model_validate(filling.block(MODELS[noun], given, hidden=hidden))

    groups = {name: {item.id: item} for noun, name in GROUPS.items() for item in [thing(noun, {})]}
    papers_made = [
        thing(Noun.PAPER, {"id": PUBLIC_PAPER, "status": "öffentlich"}),
        thing(Noun.PAPER, {"id": SECRET_PAPER, "status": "nichtöffentlich"}, hidden=True),
    ]
    found = Concept(manifest=thing(Noun.MANIFEST, {}), papers={paper.id: paper for paper in papers_made}, **groups)
    found = replace(found, paths={id(item): _path(item) for item in found.things()})
    filling.secret.add(SECRET_PAPER)
    return found, filling


def records(found: Concept) -> Iterator[Record]:
    for thing in found.things():
        yield from (record for record, _ in walk(thing))


def _path(thing: Any) -> str:
    noun = next(noun for noun, model in MODELS.items() if model is type(thing))
    return MANIFEST if isinstance(thing, Manifest) else path_of(noun, thing.id)
