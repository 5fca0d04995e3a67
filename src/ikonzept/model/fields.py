"""How a field of a file is declared: its key, label, help, whether it is Inhalt or Vollzug, and who may see it."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ikonzept import values
from ikonzept.model.words import Kind

T = TypeVar("T")

PART, ACCESS, REFERS, VALUE = "x-teil", "x-zugang", "x-verweis", "x-wert"
"""What our schemas say of a field beyond JSON Schema; editors pass over it."""


class Part(StrEnum):
    """What the Kreistag adopts, and what happens with it week by week (``format.md``, Inhalt and Vollzug)."""

    CONTENT = "Inhalt"
    EXECUTION = "Vollzug"


class Access(StrEnum):
    """Who may see a field (``domain.md``, Public and non-public)."""

    PUBLIC = "öffentlich"
    INTERNAL = "intern"
    WITH_STEP = "mit dem Beratungsschritt"
    """Public only where its step of the Beratungsfolge is (Ö)."""


def content(  # noqa: PLR0913  a field has these properties
    key: str,
    title: str,
    help: str,  # noqa: A002  the editor's help text
    *,
    default: Any = ...,  # noqa: ANN401
    access: Access = Access.PUBLIC,
    refers: tuple[Kind, ...] = (),
) -> Any:  # noqa: ANN401  as pydantic's own Field
    """A field of the Inhalt: what the Kreistag adopts. Without ``default`` the key is required."""
    return _field(key, title, help, default, Part.CONTENT, access, refers)


def execution(  # noqa: PLR0913
    key: str,
    title: str,
    help: str,  # noqa: A002
    *,
    default: Any = ...,  # noqa: ANN401
    access: Access = Access.PUBLIC,
    refers: tuple[Kind, ...] = (),
) -> Any:  # noqa: ANN401
    """A field of the Vollzug: what happens with the concept. Without ``default`` the key is required."""
    return _field(key, title, help, default, Part.EXECUTION, access, refers)


def _field(  # noqa: PLR0913, PLR0917
    key: str,
    title: str,
    help: str,  # noqa: A002
    default: Any,  # noqa: ANN401
    part: Part,
    access: Access,
    refers: tuple[Kind, ...],
) -> Any:  # noqa: ANN401
    extra: dict[str, Any] = {PART: part, ACCESS: access}
    if refers:
        extra[REFERS] = refers
    return Field(default, alias=key, title=title, description=help, json_schema_extra=extra)


def part_of(field: FieldInfo) -> Part:
    """Whether a field is Inhalt or Vollzug."""
    return Part(_extra(field)[PART])


def access_of(field: FieldInfo) -> Access:
    """Who may see a field."""
    return Access(_extra(field)[ACCESS])


def refers_to(field: FieldInfo) -> tuple[Kind, ...]:
    """The kinds of things whose id the field holds; empty for a field that names nothing."""
    return tuple(_extra(field).get(REFERS, ()))


def _extra(field: FieldInfo) -> dict[str, Any]:
    extra = field.json_schema_extra
    return extra if isinstance(extra, dict) else {}


# --- types ---------------------------------------------------------------------------------------------------------


class _Scalar:
    """How a text scalar is typed, and what an editor is told of it.

    One mark instead of pydantic's two or three: a command spends most of its start on building schemas.
    """

    def __init__(self, read: CoreSchema, told: dict[str, Any]) -> None:
        self._read = read
        self.told = told

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**self._read}  # pydantic writes into what it is given

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.told)


def _read_by(read: Callable[[str], object]) -> CoreSchema:
    """Types a text scalar by one of the readers in ``values``; its refusal becomes a model error of the same code."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            raise PydanticCustomError("not_text", "not a scalar")
        try:
            return read(value)
        except values.NotAValue as problem:
            raise PydanticCustomError(problem.code, problem.code, problem.params) from None

    return core_schema.no_info_plain_validator_function(validate)


def _told(kind: str, pattern: str, example: str | None, *types: str) -> dict[str, Any]:
    """An editor's plug-in types plain scalars itself, so number and text are both accepted where we read text."""
    kinds = list(types or ("string", "number"))
    hints = {"examples": [example], "patternErrorMessage": f"{kind}, etwa {example}"} if example else {}
    return {"type": kinds, "pattern": pattern, **hints, VALUE: kind}


def _empty_is_missing(value: object) -> object:
    return () if value is None else value


def empty_means(default: object) -> WrapValidator:
    """A key without a value reads the same as a missing one, also where a missing one means something."""

    def validate(value: object, read: ValidatorFunctionWrapHandler) -> object:
        return default if value is None else read(value)

    return WrapValidator(validate)


def _empty_is_no_mapping(value: object) -> object:
    return {} if value is None else value


_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
"""What a file name can be without its ending, on every system."""

_TEXT = core_schema.str_schema(min_length=1, strip_whitespace=True)

Text = Annotated[str, _Scalar(_TEXT, {"type": ["string", "number", "boolean"], "minLength": 1, VALUE: "Text"})]
Id = Annotated[str, _Scalar(core_schema.str_schema(pattern=_ID), _told("Kennung", _ID, None))]
Reference = Annotated[str, _Scalar(_TEXT, _told("Kennung", r"\S", None))]
YesNo = Annotated[bool, _Scalar(_read_by(values.yes_no), {"enum": ["ja", "nein", True, False], VALUE: "ja/nein"})]
_AMOUNT = _Scalar(
    _read_by(values.amount),
    _told(
        "Betrag",
        r"^[+\-−]?([0-9]+([.,][0-9]{1,2})?|[0-9]{1,3}([. ][0-9]{3})+(,[0-9]{1,2})?)( ?(€|EUR|Euro))?$",
        "2500.00",
    ),
)
Amount = Annotated[Decimal, _AMOUNT]
Number = Annotated[
    Decimal, _Scalar(_read_by(values.number), _told("Zahl", r"^[+\-−]?[0-9][0-9.]*(,[0-9]+)?$", "17000"))
]
Count = Annotated[
    int,
    _Scalar(_read_by(values.whole_number), _told("ganze Zahl", r"^[0-9]{1,12}$", "42", "string", "integer")),
]
Day = Annotated[
    date,
    _Scalar(
        _read_by(values.day),
        _told(
            "Tag",
            r"^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})$",
            "2022-06-22",
            "string",
        ),
    ),
]
Month = Annotated[
    values.Month,
    _Scalar(
        _read_by(values.month),
        _told("Monat", r"^([0-9]{4}-(0[1-9]|1[0-2])|[0-9]{1,2}[./][0-9]{4})$", "2024-06", "string", "number"),
    ),
]
Ags = Annotated[str, _Scalar(_read_by(values.ags), _told("AGS", r"^[0-9]{2,8}$", "03157"))]
Account = Annotated[
    values.AccountNumber,
    _Scalar(_read_by(values.account), _told("Konto", r"^([0-9][0-9.\-]*[./ ])?[0-9]{4,8}$", "111-300.4271305")),
]
PaperNumber = Annotated[
    str, _Scalar(_read_by(values.paper_number), _told("Vorlagennummer", r"^[^\s/][^\s]*$", "2022/094", "string"))
]
Items = Annotated[tuple[T, ...], BeforeValidator(_empty_is_missing)]
Named = Annotated[dict[Id, T], BeforeValidator(_empty_is_no_mapping)]


def is_amount(model: type[BaseModel], name: str) -> bool:
    """Whether a field of a record holds an amount in Euro."""
    field = model.model_fields[name]
    return _AMOUNT in field.metadata or _holds(field.annotation, _AMOUNT)


def _holds(annotation: Any, mark: object) -> bool:  # noqa: ANN401
    return any(argument is mark or _holds(argument, mark) for argument in get_args(annotation))


def is_id(name: str) -> bool:
    """Whether a name can be an id, and so the name of a file."""
    return re.fullmatch(_ID, name) is not None


def key_of(model: type[BaseModel], name: str) -> str:
    """The key under which a field stands in the files."""
    return model.model_fields[name].alias or name


def label_of(model: type[BaseModel], name: str) -> str:
    """A field's title, which people read as its label."""
    return model.model_fields[name].title or name


# --- records -------------------------------------------------------------------------------------------------------


class Record(BaseModel):
    """Any block of keys in a file; read from text scalars, never changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Thing(Record):
    """A block with an internal note; every noun of the concept is one."""

    internal: Text | None = Field(
        default=None,
        alias="intern",
        title="Interne Notiz",
        description="Verlässt das Repository nie: keine Ausgabe zur Weitergabe zeigt sie.",
        json_schema_extra={PART: Part.EXECUTION, ACCESS: Access.INTERNAL},
        repr=False,
    )


def record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401  a field's annotation
    """The record a field holds, one, in a list or by name (``tuple[Step, ...]``); ``None`` for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for argument in get_args(annotation) if (found := record_in(argument))), None)
