"""Results as JSON: English names, amounts as text, dates in ISO form (``cli.md``, JSON)."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ikonzept.values import AccountNumber, Month

SCHEMA_VERSION = 1


def document(kind: str, content: object) -> str:
    """A JSON document of a kind from a dataclass or mapping, with a final newline."""
    head = {"schema_version": SCHEMA_VERSION, "kind": kind}
    return dumps(head | as_data(content))


def dumps(content: object) -> str:
    """JSON as people can read it, umlauts as they are, with a final newline."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_data(value: Any) -> Any:  # noqa: ANN401  any of our results
    """Plain data of a result: dataclasses become objects, tuples lists, amounts and dates text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: as_data(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_data(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (Decimal, Month, AccountNumber)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [as_data(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(as_data(item) for item in value)
    return value


_AS_TEXT = {
    "Month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    "AccountNumber": {"type": "string"},
}
"""Values of ours that are tuples to pydantic and text in JSON."""


def schema(kind: str, model: type) -> dict[str, Any]:
    """The JSON Schema of a kind of document, from its dataclass."""
    from pydantic import TypeAdapter

    found: dict[str, Any] = TypeAdapter(model).json_schema(mode="serialization")
    for name, written in _AS_TEXT.items():
        if name in found.get("$defs", {}):
            found["$defs"][name] = written
    head = {"schema_version": {"const": SCHEMA_VERSION}, "kind": {"const": kind}}
    found["properties"] = head | found["properties"]
    found["required"] = [*head, *found.get("required", [])]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
