"""The JSON Schema of each noun: what an editor accepts, what it reports, what it shows."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from concepts import MINIMAL
from ikonzept import document, packaged
from ikonzept.edits.story import peine
from ikonzept.model.concept import MODELS
from ikonzept.model.fields import Record, record_in
from ikonzept.model.files import noun_of
from ikonzept.model.schema import file_schema
from ikonzept.model.words import Noun, Word

NOUNS = pytest.mark.parametrize("noun", Noun, ids=lambda noun: noun.word)


@cache
def validator(noun: Noun) -> Draft7Validator:
    return Draft7Validator(file_schema(noun))


def as_an_editor_types_it(text: str) -> Any:
    """The data as a YAML 1.2 core reader gives it; such a reader knows no dates."""
    return without_dates(YAML(typ="safe", pure=True).load(text))


def without_dates(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_dates(value) for value in data]
    return data.isoformat() if isinstance(data, date | datetime) else data


def instances(path: str, raw: bytes) -> list[Any]:
    """What a schema is asked about: a file, a Markdown file's header, each row of a table."""
    if path.endswith(".csv"):
        return list(document.read(path, raw)[document.ROWS])
    text = raw.decode()
    return [as_an_editor_types_it(text.split("---\n")[1] if path.endswith(".md") else text)]


def errors(noun: Noun, data: Any) -> list[tuple[str, str]]:
    """What the schema reports: which keyword, at which path."""
    return sorted(
        (error.validator, ".".join(map(str, error.absolute_path))) for error in validator(noun).iter_errors(data)
    )


# --- what it accepts -----------------------------------------------------------------------------------------------


@NOUNS
def test_it_is_a_valid_draft_7(noun: Noun) -> None:
    schema = file_schema(noun)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert all("$ref" not in node or len(node) == 1 for node in nodes(schema))


SHIPPED = {
    **{f"template/{path}": raw for path, raw in packaged.template().items()},
    **{f"{index:02}/{path}": raw for index, commit in enumerate(peine().commits) for path, raw in commit.files.items()},
    **{f"99/{path}": raw for path, raw in peine().working.items()},
    **{f"minimal/{path}": text.encode() for path, text in MINIMAL.items()},
}
OF_NOUNS = [path for path in SHIPPED if noun_of(path.partition("/")[2])]


@pytest.mark.parametrize("path", OF_NOUNS)
def test_what_we_ship_is_accepted(path: str) -> None:
    name = path.partition("/")[2]
    noun = noun_of(name)
    assert noun is not None
    assert [errors(noun, data) for data in instances(name, SHIPPED[path])] == [[]] * len(instances(name, SHIPPED[path]))


def test_every_noun_is_shipped() -> None:
    assert {noun_of(path.partition("/")[2]) for path in OF_NOUNS} == set(Noun)


@NOUNS
def test_a_key_with_nothing_is_accepted_where_it_may_be_missing(noun: Noun) -> None:
    schema = file_schema(noun)
    optional = schema["properties"].keys() - set(schema["required"])
    nothing = [error for error in validator(noun).iter_errors(dict.fromkeys(optional)) if error.validator != "required"]
    assert nothing == []


@pytest.mark.parametrize(
    ("noun", "text"),
    [
        (Noun.MANIFEST, "koerperschaft: {name: x, art: Landkreis, land: NI, ags: 03157}"),
        (Noun.FISCAL_YEAR, "konten: [{konto: 4271305, ansatz: 6000}, {konto: '111-300.4271305', ansatz: '6.000,00'}]"),
        (Noun.FISCAL_YEAR, "konten: [{konto: 1.1.1.30/4271305, ansatz: '2.000,00 €', sperre: -1.5}]"),
        (Noun.EDITION, "{vorlage: 2022/094, naechste_fortschreibung: 2024-06, vorgaenger: 2021}"),
        (Noun.EVENT, "{titel: 2024, eingeladen: 42, datum: 22.06.2022}"),
        (Noun.PAPER, "{im_budget: ja, mitwirkung_landrat: true, haushaltsjahr: 2022, verwandt: [2022/032]}"),
    ],
)
def test_plain_scalars_are_accepted_as_numbers_and_as_text(noun: Noun, text: str) -> None:
    assert [error for error in errors(noun, as_an_editor_types_it(text)) if error[0] != "required"] == []


# --- what it reports -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "text", "error"),
    [
        (Noun.MEASURE, "{art: Projekte}", ("enum", "art")),
        (Noun.MEASURE, "{ausblick: weiter}", ("anyOf", "ausblick")),
        (Noun.MEASURE, "{title: x}", ("additionalProperties", "")),
        (Noun.MEASURE, "{id: M-001}", ("additionalProperties", "")),
        (Noun.MEASURE, "{titel: [a]}", ("type", "titel")),
        (Noun.MEASURE, "{titel: }", ("type", "titel")),
        (Noun.MEASURE, "{ziele: bildung.1}", ("type", "ziele")),
        (Noun.MEASURE, "{laufzeit: {beginn: 2024}}", ("anyOf", "laufzeit")),
        (Noun.MEASURE, "{verlauf: [{status: geplant}]}", ("required", "verlauf.0")),
        (Noun.MEASURE, "{verlauf: [{datum: morgen}]}", ("pattern", "verlauf.0.datum")),
        (Noun.MEASURE, "{verlauf: [{datum: 2024-01-01, notiz: x}]}", ("additionalProperties", "verlauf.0")),
        (Noun.FISCAL_YEAR, "{konten: [{konto: x, ansatz: 1}]}", ("pattern", "konten.0.konto")),
        (Noun.FISCAL_YEAR, "{positionen: [{id: H 1, konto: 4271, geplant: 1}]}", ("pattern", "positionen.0.id")),
        (Noun.FISCAL_YEAR, "{konten: [{konto: 4271, ansatz: viel}]}", ("pattern", "konten.0.ansatz")),
        (Noun.EVENT, "{eingeladen: viele}", ("pattern", "eingeladen")),
        (Noun.EVENT, "{eingeladen: 1.5}", ("type", "eingeladen")),
        (Noun.PAPER, "{im_budget: vielleicht}", ("anyOf", "im_budget")),
        (Noun.PAPER, "{text: x}", ("additionalProperties", "")),
        (Noun.MANIFEST, "{stellen: {a b: {name: x}}}", ("additionalProperties", "stellen")),
        (Noun.MANIFEST, "{stellen: {a: {}}}", ("required", "stellen.a")),
    ],
)
def test_what_it_reports(noun: Noun, text: str, error: tuple[str, str]) -> None:
    assert error in errors(noun, as_an_editor_types_it(text))


@NOUNS
def test_a_missing_key_is_reported(noun: Noun) -> None:
    required = {
        declared.alias
        for name, declared in _file_model(noun).model_fields.items()
        if declared.is_required() and name != "id"
    }
    assert set(file_schema(noun)["required"]) == required
    assert [error for error, _ in errors(noun, {})] == ["required"] * len(required)


# --- what it shows -------------------------------------------------------------------------------------------------


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for item in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(item)


def blocks(noun: Noun) -> Iterator[dict[str, Any]]:
    schema = file_schema(noun)
    yield from (node for node in (schema, *schema["definitions"].values()) if "properties" in node)


@NOUNS
def test_every_property_has_a_german_title_and_description(noun: Noun) -> None:
    labels = {
        (item.title, item.description) for model in _models(_file_model(noun)) for item in model.model_fields.values()
    }
    for block in blocks(noun):
        for declared in block["properties"].values():
            assert (declared["title"], declared["description"]) in labels


@NOUNS
def test_every_block_is_closed(noun: Noun) -> None:
    assert all(block["additionalProperties"] is False for block in blocks(noun))


@NOUNS
def test_keys_that_take_words_list_them(noun: Noun) -> None:
    shown = {
        (key, tuple(enum))
        for block in blocks(noun)
        for key, declared in block["properties"].items()
        for enum in _enums(declared)
        if True not in enum
    }
    expected = {
        (declared.alias, tuple(word.value for word in words))
        for model in _models(_file_model(noun))
        for declared in model.model_fields.values()
        if (words := _words(declared.annotation))
    }
    assert shown == expected


@NOUNS
def test_yes_or_no_is_offered(noun: Noun) -> None:
    offered = [
        enum
        for block in blocks(noun)
        for declared in block["properties"].values()
        for enum in _enums(declared)
        if True in enum
    ]
    assert all(enum[:2] == ["ja", "nein"] for enum in offered)
    assert bool(offered) is (noun in {Noun.MANIFEST, Noun.PAPER})


def _enums(declared: dict[str, Any]) -> list[list[Any]]:
    return [option["enum"] for option in (declared, *declared.get("anyOf", ())) if "enum" in option]


def _file_model(noun: Noun) -> type[Record]:
    """The model of a file; a table's schema is that of its rows."""
    model = MODELS[noun]
    return record_in(model.model_fields["rows"].annotation) or model if noun is Noun.SERIES else model


def _models(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for declared in model.model_fields.values():
        if inner := record_in(declared.annotation):
            yield from _models(inner)


def _words(annotation: Any) -> type[Word] | None:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    return next((found for item in get_args(annotation) if (found := _words(item))), None)
