"""Results as JSON: English names, amounts as text, dates in ISO form; the schema says so too."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from ikonzept.model.words import Status
from ikonzept.render.data import as_data, document, dumps, schema
from ikonzept.values import AccountNumber, Month


@dataclass(frozen=True)
class Sample:
    """Something of everything."""

    amount: Decimal
    day: date | None
    items: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("6000.00"), "6000.00"),
        (Decimal("-0.10"), "-0.10"),
        (date(2024, 10, 15), "2024-10-15"),
        (Month(2024, 6), "2024-06"),
        (Status.IN_PROGRESS, "in Umsetzung"),
        (None, None),
        (True, True),
        (7, 7),
        ("ä[red]\x1b", "ä[red]\x1b"),
        (("a", ("b",)), ["a", ["b"]]),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({"a": Decimal("1.00")}, {"a": "1.00"}),
        (Sample(Decimal("1.00"), None, ("x",)), {"amount": "1.00", "day": None, "items": ["x"]}),
    ],
)
def test_values_as_plain_data(value: object, expected: object) -> None:
    assert as_data(value) == expected
    assert json.loads(dumps(as_data(value))) == expected


def test_a_document_names_its_version_and_kind() -> None:
    text = document("status", Sample(Decimal("1.00"), date(2024, 1, 1)))
    assert list(json.loads(text)) == ["schema_version", "kind", "amount", "day", "items"]
    assert text.endswith("}\n")


def test_umlauts_stay_and_control_characters_are_escaped() -> None:
    assert dumps({"ä": "\x1b\n"}) == '{\n  "ä": "\\u001b\\n"\n}\n'


def test_the_schema_of_a_document() -> None:
    found = schema("status", Sample)
    assert found["properties"]["kind"] == {"const": "status"}
    assert found["required"][:2] == ["schema_version", "kind"]
    assert found["properties"]["amount"]["type"] == "string"


def test_account_numbers_are_text() -> None:
    assert as_data(AccountNumber("111-300", "4271305", "111-300.4271305")) == "111-300.4271305"
