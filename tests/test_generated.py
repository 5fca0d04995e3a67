"""Documents and schemas made from the models are current; ``pytest --update-golden`` makes them anew."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from ikonzept.model.schema import file_schema
from ikonzept.model.words import Noun
from ikonzept.render import reference, rules
from ikonzept.render.data import dumps

TEMPLATE = ROOT / "concept-repo-template"
WIRED = [noun for noun in Noun if noun.suffix in {"", ".yaml"}]
"""The editor's plug-in reads YAML files; headers of Markdown files and tables are out of its reach."""


def test_the_reference_of_the_format(generated: Callable[[Path, str], None]) -> None:
    generated(ROOT / "docs" / "format.md", reference.markdown(Noun))


def test_the_reference_of_the_rules(generated: Callable[[Path, str], None]) -> None:
    generated(ROOT / "docs" / "regeln.md", rules.reference())


@pytest.mark.parametrize("noun", WIRED, ids=lambda noun: noun.word)
def test_the_schemas_in_the_template(noun: Noun, generated: Callable[[Path, str], None]) -> None:
    generated(TEMPLATE / ".vscode" / "ikonzept" / f"{noun.word}.schema.json", dumps(file_schema(noun)))


def test_the_editor_finds_every_schema() -> None:
    text = re.sub(r"^\s*//.*$", "", (TEMPLATE / ".vscode" / "settings.json").read_text(), flags=re.MULTILINE)
    wired = json.loads(text)["yaml.schemas"]
    assert {Path(path).name for path in wired} == {f"{noun.word}.schema.json" for noun in WIRED}
    assert all((TEMPLATE / path).is_file() for path in wired)
