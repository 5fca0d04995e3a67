"""The JSON Schema of every file, draft 7: the one that YAML editor plug-ins read best."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ikonzept.document import BODY
from ikonzept.model.concept import MODELS
from ikonzept.model.words import Noun

DRAFT = "http://json-schema.org/draft-07/schema#"
_NOT_IN_FILE = ("id", BODY)


class _Draft7(GenerateJsonSchema):
    """Definitions where draft 7 looks for them; a missing value reads the same as an absent key."""

    schema_dialect = DRAFT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key without a value is *keine Angabe*; plug-ins complete better when null is one type among others."""
        inner = self.generate_inner(schema["schema"])
        types = inner.get("type")
        if types is None:
            return {"anyOf": [inner, {"type": "null"}]}
        return {**inner, "type": [*([types] if isinstance(types, str) else types), "null"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Defaults are not shown: an editor would write them into the file."""
        inner = self.generate_inner(schema["schema"])
        types = inner.get("type")
        return {**inner, "type": [types, "null"]} if types in {"array", "object"} else inner


def file_schema(noun: Noun) -> dict[str, Any]:
    """What a file of a noun may hold (of a Markdown file its header, of a table its rows)."""
    schema = MODELS[noun].model_json_schema(
        by_alias=True, schema_generator=_Draft7, ref_template="#/definitions/{model}"
    )
    for name in _NOT_IN_FILE:
        schema.get("properties", {}).pop(name, None)
    schema["required"] = [name for name in schema.get("required", []) if name not in _NOT_IN_FILE]
    if "$defs" in schema:
        schema["definitions"] = schema.pop("$defs")
    schema["title"] = noun.folder if noun is Noun.MANIFEST else f"{noun.folder}/*{noun.suffix}"
    return {"$schema": DRAFT, **_siblings_allowed(schema)}


def _siblings_allowed(node: Any) -> Any:  # noqa: ANN401  any part of a schema
    """Draft 7 ignores what stands beside ``$ref``: title and description need ``allOf``."""
    if isinstance(node, list):
        return [_siblings_allowed(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _siblings_allowed(value) for key, value in node.items()}
    if "$ref" in found and len(found) > 1:
        found["allOf"] = [{"$ref": found.pop("$ref")}]
    return found
