"""The JSON Schema of every file, draft 7: the one that YAML editor plug-ins read best."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ikonzept.document import BODY
from ikonzept.model.concept import MODELS
from ikonzept.model.indicator import Value
from ikonzept.model.words import Noun

DRAFT = "http://json-schema.org/draft-07/schema#"
_NOT_IN_FILE = ("id", BODY)


class _Draft7(GenerateJsonSchema):
    """A key without a value reads the same as a missing one, and defaults are not for an editor to write."""

    schema_dialect = DRAFT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return _or_null(self.generate_inner(schema["schema"]))

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return _or_null(self.generate_inner(schema["schema"]))


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """The schema or nothing; plug-ins complete better when null is one type among others."""
    types = schema.get("type")
    if types is None or "enum" in schema:
        return schema if "anyOf" in schema else {"anyOf": [schema, {"type": "null"}]}
    kinds = [types] if isinstance(types, str) else types
    return schema if "null" in kinds else {**schema, "type": [*kinds, "null"]}


def file_schema(noun: Noun) -> dict[str, Any]:
    """What a file of a noun may hold (of a Markdown file its header, of a table its rows), with German titles."""
    model = Value if noun is Noun.SERIES else MODELS[noun]
    raw = model.model_json_schema(by_alias=True, schema_generator=_Draft7)
    definitions = {name: _without_class_words(found) for name, found in raw.pop("$defs", {}).items()}
    schema = _without_class_words(raw)
    schema["properties"] = {key: value for key, value in schema["properties"].items() if key not in _NOT_IN_FILE}
    schema["required"] = [key for key in schema.get("required", []) if key not in _NOT_IN_FILE]
    words = {name: found for name, found in definitions.items() if "enum" in found}
    schema["definitions"] = {name: found for name, found in definitions.items() if name not in words}
    adapted: dict[str, Any] = _adapted({"$schema": DRAFT, "title": noun.title} | schema, words)
    return adapted


def pattern(noun: Noun) -> str:
    """Which files are of a noun: ``massnahmen/*.yaml``."""
    if noun is Noun.MANIFEST:
        return noun.folder
    return f"{noun.folder}/**/*{noun.suffix}" if noun is Noun.CHAPTER else f"{noun.folder}/*{noun.suffix}"


def _without_class_words(schema: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without its Python name and docstring; blocks complete their keys in the model's order."""
    properties = schema.get("properties", {})
    if "intern" in properties:
        properties["intern"] = properties.pop("intern")  # the note stands last, wherever keys are listed
    return {key: value for key, value in schema.items() if key not in {"title", "description"}}


def _adapted(node: Any, words: dict[str, Any]) -> Any:  # noqa: ANN401  any part of a schema
    """Word lists where they are used, references where draft 7 looks for them and behind ``allOf``.

    Draft 7 ignores what stands beside ``$ref``: title and description need ``allOf``.
    """
    if isinstance(node, list):
        return [_adapted(item, words) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _adapted(value, words) for key, value in node.items()}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    if "$ref" in found:
        name = found.pop("$ref").rpartition("/")[2]
        target = words.get(name) or {"$ref": f"#/definitions/{name}"}
        return {**found, **target} if name in words or not found else {**found, "allOf": [target]}
    return found
