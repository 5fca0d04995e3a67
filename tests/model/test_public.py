"""Nothing that is not public gets out: a canary in every non-public field of every model, found by walking the models."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from concepts import concept
from ikonzept.model.concept import MODELS, Concept, walk
from ikonzept.model.fields import Access, Part, Record, access_of, part_of, record_in, refers_to
from ikonzept.model.files import path_of
from ikonzept.model.manifest import Exemption
from ikonzept.model.paper import Attachment, Paper, Step
from ikonzept.model.public import public
from ikonzept.model.words import Kind, Noun, Publicity, Word

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
    found = replace(
        found, paths={id(item): f"{type(item).__name__}/{index}" for index, item in enumerate(found.things())}
    )
    filling.secret.add(SECRET_PAPER)
    return found, filling


def dumped(found: Concept) -> str:
    """Everything a concept holds, as text."""
    return "\n".join(f"{key}: {item.model_dump()!r}" for group in _groups(found) for key, item in group.items())


def _groups(found: Concept) -> Iterator[dict[str, Record]]:
    yield {"": found.manifest} if found.manifest else {}
    for name in (*GROUPS.values(), "papers"):
        yield getattr(found, name)


def records(found: Concept) -> Iterator[Record]:
    for thing in found.things():
        yield from (record for record, _ in walk(thing))


# --- the canary ----------------------------------------------------------------------------------------------------


def _written(value: str, text: str) -> bool:
    """Whether a value stands in a dump, where dates are ``datetime.date(3001, 1, 1)``."""
    year, _, rest = value.partition("-01-01")
    return f"date({year}, 1, 1)" in text if not rest and value.endswith("-01-01") else value in text


def test_no_canary_gets_out() -> None:
    whole, filling = filled(SECRET_PAPER, PUBLIC_PAPER)
    before, after = dumped(whole), dumped(public(whole))
    everything = filling.secret | filling.visible
    assert {value for value in everything if not _written(value, before)} == set()
    assert {value for value in filling.secret if _written(value, after)} == set()
    assert {value for value in filling.visible if not _written(value, after)} == set()


def test_the_canaries_sit_in_every_non_public_field() -> None:
    """The walk reaches every model: each field that is not public holds something, which is then gone."""
    whole, _ = filled(SECRET_PAPER, PUBLIC_PAPER)
    secret = {
        (model, name)
        for model in ALL_MODELS
        for name, declared in model.model_fields.items()
        if access_of(declared) is not Access.PUBLIC
    }
    held = {
        (type(record), name)
        for record in records(whole)
        for model, name in secret
        if model is type(record) and getattr(record, name) is not None
    }
    assert held == secret
    for record in records(public(whole)):
        open_step = not isinstance(record, Step) or record.public
        for name, declared in type(record).model_fields.items():
            if access_of(declared) is Access.INTERNAL or (access_of(declared) is Access.WITH_STEP and not open_step):
                assert getattr(record, name) == declared.get_default(call_default_factory=True)


@pytest.mark.parametrize("written", [SECRET_PAPER, SECRET_PAPER.replace("-", "/")])
def test_references_to_a_removed_vorlage_are_no_longer_given(written: str) -> None:
    whole, _ = filled(written, PUBLIC_PAPER)
    left = [mention for mention in public(whole).mentions() if Kind.PAPER in mention.kinds]
    assert {mention.name for mention in left} == {PUBLIC_PAPER}
    assert {mention.index for mention in left} == {0}
    assert written not in dumped(public(whole))


def test_references_to_a_public_vorlage_stay() -> None:
    whole, _ = filled(PUBLIC_PAPER)

    def named(found: Concept) -> set[tuple[type[Record], str]]:
        return {(type(item.owner), item.field) for item in found.mentions() if item.name == PUBLIC_PAPER}

    assert named(public(whole)) == named(whole)
    assert len(named(whole)) >= 6


def test_reasons_for_a_removed_vorlage_are_gone() -> None:
    whole, _ = filled()
    edition = next(iter(whole.editions.values()))
    named = edition.model_copy(update={"reasons": {SECRET_PAPER: "geheim", "M-001": "offen"}})
    assert public(replace(whole, editions={edition.id: named})).editions[edition.id].reasons == {"M-001": "offen"}


def test_what_a_non_public_step_keeps() -> None:
    whole, _ = filled()
    given, shown = (found.papers[PUBLIC_PAPER].consultations for found in (whole, public(whole)))
    assert [step.public for step in shown] == [True, False]
    assert shown[0].model_dump(exclude={"internal"}) == given[0].model_dump(exclude={"internal"})
    assert {name for name in Step.model_fields if getattr(shown[1], name) is not None} == {
        "committee",
        "role",
        "date",
        "public",
    }
    for name in ("committee", "role", "date", "public"):
        assert getattr(shown[1], name) == getattr(given[1], name)


def test_non_public_things_are_gone_as_a_whole() -> None:
    whole, _ = filled()
    shown = public(whole)
    assert shown.papers.keys() == {PUBLIC_PAPER}
    assert [item.publicity for item in shown.papers[PUBLIC_PAPER].attachments] == [Publicity.PUBLIC]


def test_places_still_work() -> None:
    whole, _ = filled(SECRET_PAPER)
    shown = public(whole)
    paper = shown.papers[PUBLIC_PAPER]
    assert shown.path(paper) == whole.path(whole.papers[PUBLIC_PAPER])
    assert shown.place(paper.consultations[1], "date").key == ("beratungsfolge", 1, "termin")
    for record in records(shown):
        assert shown.place(record).path in whole.paths.values()


def test_public_twice_is_public_once() -> None:
    whole, _ = filled(SECRET_PAPER, PUBLIC_PAPER)
    once = public(whole)
    assert public(once) == once


def test_what_is_public_stays_the_same_object() -> None:
    whole = concept("=== beteiligung/x.yaml\ntitel: Forum\ndatum: 2024-05-15\nintern: geheim\n")
    shown = public(whole)
    assert shown.measures["M-001"] is whole.measures["M-001"]
    assert shown.events["x"].internal is None


# --- the marks -----------------------------------------------------------------------------------------------------


def models(model: type[Record]) -> Iterator[type[Record]]:
    """A model and those inside it."""
    yield model
    for declared in model.model_fields.values():
        if inner := record_in(declared.annotation):
            yield from models(inner)


ALL_MODELS = sorted({found for model in MODELS.values() for found in models(model)}, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", ALL_MODELS)
def test_every_field_is_marked_and_labelled(model: type[Record]) -> None:
    for declared in model.model_fields.values():
        assert part_of(declared) in Part
        assert access_of(declared) in Access
        assert declared.alias
        assert declared.title
        assert declared.description


def parts(model: type[Record]) -> dict[str, Part]:
    return {name: part_of(declared) for name, declared in model.model_fields.items() if name != "id"}


def names_of(noun: Noun, part: Part) -> set[str]:
    """The English names of a noun's fields that are Inhalt, or Vollzug."""
    return {name for name, found in parts(MODELS[noun]).items() if found is part}


@pytest.mark.parametrize(
    ("noun", "execution"),
    [
        (Noun.CHAPTER, {"internal"}),
        (Noun.ACTION_FIELD, {"internal"}),
        (Noun.MEASURE, {"history", "outlook", "submissions", "indicators", "internal"}),
    ],
)
def test_inhalt_save_for(noun: Noun, execution: set[str]) -> None:
    assert names_of(noun, Part.EXECUTION) == execution


@pytest.mark.parametrize(
    ("noun", "content"),
    [
        (Noun.MANIFEST, {"title", "guiding_questions"}),
        (Noun.INDICATOR, {"target"}),
        (Noun.FISCAL_YEAR, set()),
        (Noun.GRANT, set()),
        (Noun.SERIES, set()),
        (Noun.EVENT, set()),
        (Noun.PAPER, set()),
        (Noun.EDITION, set()),
    ],
)
def test_vollzug_save_for(noun: Noun, content: set[str]) -> None:
    assert names_of(noun, Part.CONTENT) == content


@pytest.mark.parametrize("model", ALL_MODELS)
def test_what_is_internal_is_vollzug(model: type[Record]) -> None:
    assert {part_of(item) for item in model.model_fields.values() if access_of(item) is not Access.PUBLIC} <= {
        Part.EXECUTION
    }


def test_the_inside_of_a_block_is_marked_as_the_block_is() -> None:
    shared = {"Term"}  # Inhalt in a measure; a grant, which has one too, is Vollzug as a whole
    for model in ALL_MODELS:
        for name, declared in model.model_fields.items():
            inner = record_in(declared.annotation)
            if inner and inner.__name__ not in shared:
                found = {part for field_name, part in parts(inner).items() if field_name != "internal"}
                assert found == {part_of(declared)}, (model, name)
