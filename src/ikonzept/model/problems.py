"""What pydantic says about a file → findings in our words; only loaded for a file that has problems."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ikonzept import document
from ikonzept.findings import Finding, KeyPath, Place, error, nearest
from ikonzept.model.fields import Record
from ikonzept.model.words import Word

_CODES = {
    "string_type": "schema-not-text",
    "not_text": "schema-not-text",
    "tuple_type": "schema-not-list",
    "dict_type": "schema-not-block",
    "model_type": "schema-not-block",
    "model_attributes_type": "schema-not-block",
    "string_too_short": "schema-empty",
    "string_pattern_mismatch": "schema-id",
    "enum": "schema-enum",
}


def findings_of(path: str, model: type[Record], problem: ValidationError, raw: bytes) -> Iterator[Finding]:
    """One finding for each problem of a file; ``raw`` is the file, for what its braces tell.

    A key that is missing because it is mistyped is told once, where the mistyped one stands.
    """
    spans = document.spans(path, document.decode(raw))
    details = problem.errors(include_url=False)[:_MOST]
    found = [_finding(path, model, one, spans) for one in details]
    mistyped = {(*item.place.key[:-1], item.params["nearest"]) for item in found if item.code == "schema-unknown-key"}
    told = [item for item in found if item.code != "schema-missing" or item.place.key not in mistyped]
    yield from {(item.code, item.params["key"]): item for item in reversed(told) if item.code in _COLUMNS}.values()
    yield from (item for item in told if item.code not in _COLUMNS)


def _finding(path: str, model: type[Record], details: ErrorDetails, spans: document.Spans) -> Finding:
    kind, key, given = details["type"], tuple(details["loc"]), details["input"]
    if path.endswith(".csv") and kind in {"extra_forbidden", "missing"}:
        # A slip in the head line of a table shows in each of its rows; it is told once, there.
        code = "csv-column-unknown" if kind == "extra_forbidden" else "csv-column-missing"
        return error(code, Place(path, line=1, column=1), key=_name(key))
    if key == ("id",):
        return error("schema-file-name", Place(path), value=str(given))
    if key[-1] == "[key]" and kind != "extra_forbidden":
        return error("schema-id", Place(path, key[:-1], on_key=True), key=_name(key[:-2]), value=str(given))
    if kind == "extra_forbidden":
        known = [field.alias or "" for field in _record_at(model, key[:-1]).model_fields.values()]
        close = nearest(_name(key), [name for name in known if name not in _RESERVED])
        code = (
            "schema-comma-in-braces" if spans.find(key, on_key=True).braces and given is None else "schema-unknown-key"
        )
        return error(code, Place(path, key, on_key=True), key=_name(key), nearest=close)
    if kind == "missing" or given is None:
        return error("schema-missing", Place(path, key), key=_name(key))
    params: dict[str, object] = {"key": _name(key), **details.get("ctx", {})}
    if isinstance(given, str):
        params["value"] = given
    if kind == "enum" and not isinstance(given, str):
        kind = "not_text"
    elif kind == "enum":
        words = tuple(_type_at(model, key))
        del params["expected"]  # the library's English
        params |= {"words": words, "nearest": nearest(str(given), words)}
    code = _CODES.get(kind, f"schema-{kind.replace('_', '-')}")
    return error(code, Place(path, key), **params)


_MOST = 1000
"""How many problems of one file are told: a file with more is no slip, and its hints would take minutes."""
_COLUMNS = frozenset(("csv-column-unknown", "csv-column-missing"))
_RESERVED = frozenset(("id", document.BODY))


def _name(key: KeyPath) -> str:
    """The key as it stands in the file, for the sentence: the last name in the path."""
    return next((part for part in reversed(key) if isinstance(part, str)), "")


def _record_at(model: type[Record], key: KeyPath) -> type[Record]:
    """The model of the block at a key path."""
    found = _type_at(model, key) if key else model
    return found if isinstance(found, type) and issubclass(found, Record) else Record


def _type_at(model: type[Record], key: KeyPath) -> Any:  # noqa: ANN401  a Record or a Word class
    """The record or word list declared at a key path, looked up through lists and named blocks."""
    parts = iter(key)
    found: Any = model
    for part in parts:
        declared = next((field for field in found.model_fields.values() if field.alias == part), None)
        if declared is None:
            return Record
        if get_origin(declared.annotation) in {tuple, dict}:
            next(parts, None)  # the index, or the name of the block
        found = next(_leaves(declared.annotation), Record)
    return found


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401
    """The record and word classes inside an annotation such as ``tuple[Step, ...]`` or ``Status | None``."""
    if isinstance(annotation, type) and issubclass(annotation, (Record, Word)):
        yield annotation
    for argument in get_args(annotation):
        yield from _leaves(argument)
