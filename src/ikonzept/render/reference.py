"""The German reference of the format, generated from the models."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from ikonzept.document import BODY
from ikonzept.model.concept import MODELS
from ikonzept.model.fields import Access, Record, access_of, part_of
from ikonzept.model.words import Noun
from ikonzept.texts import text


def listing() -> str:
    """Which files there are, one noun a line."""
    width = max(len(noun.word) for noun in Noun)
    return "".join(f"{noun.word:<{width}}  {_pattern(noun):<28} {text(f'noun.{noun.word}')}\n" for noun in Noun)


def markdown(nouns: Iterable[Noun]) -> str:
    """The keys of these files as Markdown: what they mean, whether they must be there, who may see them."""
    parts = [text("reference.head")]
    for noun in nouns:
        parts.append(f"## {text(f'noun.{noun.word}')}: `{_pattern(noun)}`\n\n{text(f'reference.{noun.word}')}")
        parts.extend(_tables(MODELS[noun], ()))
    return "\n\n".join(parts) + "\n"


def _pattern(noun: Noun) -> str:
    if noun is Noun.MANIFEST:
        return noun.folder
    return f"{noun.folder}/**/*{noun.suffix}" if noun is Noun.CHAPTER else f"{noun.folder}/*{noun.suffix}"


def _tables(model: type[Record], path: tuple[str, ...]) -> Iterator[str]:
    """A table for a block of keys, then one for each block inside it."""
    inner: list[tuple[tuple[str, ...], type[Record]]] = []
    rows = []
    for name, declared in model.model_fields.items():
        if name in {"id", "body"} and declared.alias in {"id", BODY} and not path and name != "line":
            continue
        rows.append(_row(declared))
        record = next((found for found in _classes(declared.annotation) if issubclass(found, Record)), None)
        if record:
            inner.append(((*path, f"{declared.alias}{_shape(declared.annotation)}"), record))
    head = f"### `{'.'.join(path)}`\n\n" if path else ""
    yield head + "\n".join([text("reference.columns"), "| --- | --- | --- | --- | --- |", *rows])
    for inner_path, record in inner:
        yield from _tables(record, inner_path)


def _row(declared: FieldInfo) -> str:
    required = text("reference.required") if declared.is_required() else ""
    access = "" if access_of(declared) is Access.PUBLIC else f" · {access_of(declared)}"
    what = f"**{declared.title}.** {declared.description}"
    words = _words(declared.annotation)
    if words:
        what += f" {text('reference.words', words=', '.join(f'`{word}`' for word in words))}"
    return f"| `{declared.alias}` | {required} | {_type(declared.annotation)} | {part_of(declared)}{access} | {what} |"


def _shape(annotation: Any) -> str:  # noqa: ANN401
    """``[]`` for a list of blocks, ``.<id>`` for named blocks."""
    return {tuple: "[]", dict: ".<Kennung>"}.get(get_origin(annotation), "")


def _type(annotation: Any) -> str:  # noqa: ANN401
    kind = {tuple: "list", dict: "named"}.get(get_origin(annotation))
    if kind is None:
        kind = "block" if any(issubclass(found, Record) for found in _classes(annotation)) else "value"
    if kind == "value":
        names = [found.__name__ for found in _classes(annotation)]
        kind = next(
            (name for name in ("bool", "Decimal", "int", "date", "Month", "AccountNumber") if name in names), "text"
        )
        kind = "word" if _words(annotation) else kind
    return text(f"reference.type.{kind}")


def _words(annotation: Any) -> list[str]:  # noqa: ANN401
    found = next((item for item in _classes(annotation) if issubclass(item, Enum)), None)
    return [word.value for word in found] if found else []


def _classes(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    """Every class in an annotation such as ``tuple[Step, ...]`` or ``Status | None``."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)
