"""Nothing that is not public gets out: a canary in every non-public field of every model, found by walking the models."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from canaries import GROUPS, PUBLIC_PAPER, SECRET_PAPER, filled, records
from concepts import concept
from ikonzept.model.concept import MODELS, Concept
from ikonzept.model.fields import Access, Part, Record, access_of, part_of, record_in
from ikonzept.model.paper import Step
from ikonzept.model.public import public
from ikonzept.model.words import Kind, Noun, Publicity


def dumped(found: Concept) -> str:
    """Everything a concept holds, as text."""
    return "\n".join(f"{key}: {item.model_dump()!r}" for group in _groups(found) for key, item in group.items())


def _groups(found: Concept) -> Iterator[dict[str, Record]]:
    yield {"": found.manifest} if found.manifest else {}
    for name in (*GROUPS.values(), "papers"):
        yield getattr(found, name)


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
    left = [mention for mention in public(whole).mentions if Kind.PAPER in mention.kinds]
    assert {mention.name for mention in left} == {PUBLIC_PAPER}
    assert {mention.position for mention in left} == {0}
    assert written not in dumped(public(whole))


def test_references_to_a_public_vorlage_stay() -> None:
    whole, _ = filled(PUBLIC_PAPER)

    def named(found: Concept) -> set[tuple[type[Record], str]]:
        return {(type(item.owner), item.field) for item in found.mentions if item.name == PUBLIC_PAPER}

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
