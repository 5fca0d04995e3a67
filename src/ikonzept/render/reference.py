"""The German reference of the format, made from the schemas of the files."""

from collections.abc import Iterable, Iterator
from typing import Any

from ikonzept.model.fields import ACCESS, PART, VALUE, Access
from ikonzept.model.schema import file_schema, pattern
from ikonzept.model.words import Noun
from ikonzept.texts import text

Schema = dict[str, Any]


def listing() -> str:
    """Which files there are, one noun a line."""
    words, patterns = (
        max(map(len, column)) for column in zip(*((noun.word, pattern(noun)) for noun in Noun), strict=True)
    )
    return "".join(f"{noun.word:<{words}}  {pattern(noun):<{patterns}}  {noun.title}\n" for noun in Noun)


def markdown(nouns: Iterable[Noun]) -> str:
    """The keys of these files as Markdown: what they mean, whether they must be there, who may see them."""
    parts = [text("reference.head")]
    for noun in nouns:
        schema = file_schema(noun)
        head = f"## {noun.title}: `{pattern(noun)}`"
        parts += [head, text(f"reference.{noun.word}"), *_tables(schema, schema["definitions"], "")]
    return "\n\n".join(parts) + "\n"


def _tables(block: Schema, definitions: Schema, path: str) -> Iterator[str]:
    """A table for a block of keys, then one for each block inside it."""
    inner: list[tuple[str, Schema]] = []
    rows = []
    for key, declared in block["properties"].items():
        shape, kind, target = _kind(declared)
        rows.append(_row(key, declared, kind, required=key in block.get("required", ())))
        if target:
            inner.append((f"{path}{key}{shape}", definitions[target]))
    heading = f"### `{path.removesuffix('.')}`\n\n" if path else ""
    yield heading + "\n".join([text("reference.columns"), "| --- | --- | --- | --- | --- |", *rows])
    for inner_path, inner_block in inner:
        yield from _tables(inner_block, definitions, f"{inner_path}.")


def _row(key: str, declared: Schema, kind: str, *, required: bool) -> str:
    access = "" if declared[ACCESS] == Access.PUBLIC else f" · {declared[ACCESS]}"
    meaning = f"**{declared['title']}.** {declared['description']}"
    words = [word for word in _words(declared) if isinstance(word, str)]  # an editor may write ja as true
    if words and VALUE not in declared:
        meaning += " " + text("reference.words", words=", ".join(f"`{word}`" for word in words))
    must = text("reference.required") if required else ""
    return f"| `{key}` | {must} | {kind} | {declared[PART]}{access} | {meaning} |"


def _kind(declared: Schema) -> tuple[str, str, str | None]:
    """How a key's value is written: a mark behind the key, what it is called, the block inside it."""
    for option in (declared, *declared.get("anyOf", ())):
        if "items" in option:
            _, kind, target = _kind(option["items"])
            return "[]", text("reference.list", kind=kind), target
        if "patternProperties" in option:
            _, kind, target = _kind(next(iter(option["patternProperties"].values())))
            return ".<…>", text("reference.named", kind=kind), target
        reference = option.get("$ref") or next((part["$ref"] for part in option.get("allOf", ())), None)
        if reference:
            return "", text("reference.block"), reference.rpartition("/")[2]
        if VALUE in option:
            return "", option[VALUE], None
    return "", text("reference.word"), None


def _words(declared: Schema) -> list[str]:
    """The words of a list, where the key takes one."""
    return next((option["enum"] for option in (declared, *declared.get("anyOf", ())) if "enum" in option), [])
