"""A concept in which every field of every model is filled: for hostile texts and for canaries."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from ikonzept.document import BODY
from ikonzept.model.concept import MODELS
from ikonzept.model.fields import Access, Record, access_of, record_in, refers_to
from ikonzept.model.paper import Step
from ikonzept.model.words import Kind, Noun
from ikonzept.values import AccountNumber, Month

IDS = {
    Kind.UNIT: "referat",
    Kind.ACTOR: "caritas",
    Kind.COMMITTEE: "kreistag",
    Kind.QUESTION: "verstaendnis",
    Kind.CHAPTER: "leitbild",
    Kind.ACTION_FIELD: "bildung",
    Kind.GOAL: "bildung.1",
    Kind.MEASURE: "M-001",
    Kind.ACCOUNT: "4271200",
    Kind.LINE: "H-1",
    Kind.GRANT: "f",
    Kind.INDICATOR: "a",
    Kind.EVENT: "forum",
    Kind.SUBMISSION: "forum.1",
    Kind.PAPER: "2024/001",
    Kind.EDITION: "2024",
}
PATHS = {
    Noun.MANIFEST: "konzept.yaml",
    Noun.CHAPTER: "texte/leitbild.md",
    Noun.ACTION_FIELD: "handlungsfelder/bildung.yaml",
    Noun.MEASURE: "massnahmen/M-001.yaml",
    Noun.FISCAL_YEAR: "haushalt/2024.yaml",
    Noun.GRANT: "foerderungen/f.yaml",
    Noun.INDICATOR: "monitoring/kennzahlen/a.yaml",
    Noun.SERIES: "monitoring/werte/a.csv",
    Noun.EVENT: "beteiligung/forum.yaml",
    Noun.PAPER: "vorlagen/2024-001.md",
    Noun.EDITION: "fortschreibungen/2024.yaml",
}
_NAMED = {
    "stellen": "referat",
    "akteure": "caritas",
    "gremien": "kreistag",
    "leitfragen": "verstaendnis",
    "begruendungen": "M-001",
}
_FIXED = {
    "id": "H-1",
    "format": "1",
    "ags": "03157",
    "nummer": "1",
    "jahr": "2023",
    "haushaltsjahr": "2024",
    "oeffentlich": "nein",
    "datum": "2024-09-01",
    "termin": "2024-12-01",
}
_VALUES: dict[type, str] = {
    bool: "ja",
    int: "1",
    Decimal: "1.00",
    date: "2024-09-01",
    Month: "2024-06",
    AccountNumber: "4271200",
}

Leaf = Callable[[FieldInfo, tuple[type[Record], ...]], str]
"""Gives the text of a field: its declaration, and the models it stands in."""


def files(leaf: Leaf) -> dict[str, str]:
    """One file of each noun with every field filled; ``leaf`` gives the texts."""
    return {path: written(noun, data(MODELS[noun], leaf)) for noun, path in PATHS.items()}


def written(noun: Noun, content: dict[str, Any]) -> str:
    """The file of a noun that holds this data."""
    if noun is Noun.SERIES:
        out = io.StringIO()
        table = csv.DictWriter(out, content["werte"][0], delimiter=";", lineterminator="\n")
        table.writeheader()
        table.writerows(content["werte"])
        return out.getvalue()
    body = content.pop(BODY, "")
    text = json.dumps(content, ensure_ascii=True, indent=1) + "\n"  # JSON is YAML
    return f"---\n{text}---\n{body}\n" if noun.suffix == ".md" else text


def data(model: type[Record], leaf: Leaf, owners: tuple[type[Record], ...] = ()) -> dict[str, Any]:
    """A block with every key of its model."""
    inside = (*owners, model)
    found = {
        declared.alias or name: _value(name, declared, leaf, inside) for name, declared in model.model_fields.items()
    }
    if not owners:
        found.pop("id", None)
    if not owners and model is MODELS[Noun.PAPER]:
        found["nummer"] = IDS[Kind.PAPER]
    return found


def _value(name: str, declared: FieldInfo, leaf: Leaf, owners: tuple[type[Record], ...]) -> Any:
    alias = declared.alias or name
    kinds = refers_to(declared)
    record = record_in(declared.annotation)
    if record is not None:
        value: Any = data(record, leaf, owners)
    elif kinds:
        value = IDS[kinds[0]]
    else:
        classes = list(_classes(declared.annotation))
        word = next((next(iter(kind)).value for kind in classes if issubclass(kind, Enum)), None)
        value = _FIXED.get(alias) or word or next((_VALUES[kind] for kind in classes if kind in _VALUES), None)
        value = leaf(declared, owners) if value is None else value
    if get_origin(declared.annotation) is dict:
        return {_NAMED[alias]: value}
    return [value] if _is_list(declared.annotation) else value


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)


CANARY = "KANARIENVOGEL"


def secret_files() -> dict[str, str]:
    """A canary in every non-public field; a Vorlage and an Anlage that are non-public as a whole."""

    def leaf(declared: Any, owners: tuple[type, ...]) -> str:
        access = access_of(declared)
        hidden = access is Access.INTERNAL or any(access_of_owner(owner) for owner in owners)
        return CANARY if hidden or (access is Access.WITH_STEP and Step in owners) else "öffentlich"

    def access_of_owner(owner: type) -> bool:
        return owner.__name__ == "Contact"

    found = files(leaf)
    assert sum(text.count(CANARY) for text in found.values()) > 20
    everything_secret = data(MODELS[Noun.PAPER], lambda *_: CANARY)
    everything_secret |= {"status": "nichtöffentlich", "nummer": f"2024/{CANARY}"}
    del everything_secret["beratungsfolge"][0]["ergebnis"]
    found[f"vorlagen/2024-{CANARY}.md"] = written(Noun.PAPER, everything_secret)
    edition = json.loads(found["fortschreibungen/2024.yaml"]) | {"status": "beschlossen", "vorlage": f"2024/{CANARY}"}
    found["fortschreibungen/2024.yaml"] = json.dumps(
        edition | {"beschlossen_am": "2024-01-01", "wirksam_ab": "2024-01-01"}
    )
    measure = json.loads(found["massnahmen/M-001.yaml"])
    measure["verlauf"].append({"datum": "2024-09-02", "vorlage": f"2024/{CANARY}"})
    found["massnahmen/M-001.yaml"] = json.dumps(measure)
    return found
