"""``ikonzept schema``: what files may hold and what outputs contain."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import Ran
from ikonzept import packaged
from ikonzept.document import BODY, ROWS, read
from ikonzept.model.files import noun_of
from ikonzept.model.words import Noun

Run = Callable[..., Ran]


@pytest.mark.parametrize("noun", Noun, ids=lambda noun: noun.word)
def test_the_schema_of_a_file(run: Run, noun: Noun) -> None:
    done = run("schema", "file", noun.word)
    assert (done.code, done.err) == (0, "")
    jsonschema.Draft7Validator.check_schema(json.loads(done.out))


@pytest.mark.parametrize("path", [path for path in packaged.template() if noun_of(path)])
def test_the_template_is_as_the_schemas_say(run: Run, path: str) -> None:
    noun = noun_of(path)
    assert noun is not None
    content = read(path, packaged.template()[path])
    content.pop(BODY, None)
    validator = jsonschema.Draft7Validator(json.loads(run("schema", "file", noun.word).out))
    for block in content.get(ROWS, [content]):
        validator.validate(block)


def test_a_folder_is_named_as_well_as_a_noun(run: Run) -> None:
    assert run("schema", "file", "massnahmen").out == run("schema", "file", "measure").out
    assert run("schema", "file", "werte").out == run("schema", "file", "series").out


def test_without_a_noun_every_noun_is_listed(run: Run) -> None:
    lines = run("schema", "file").out.splitlines()
    assert [line.split()[0] for line in lines] == [noun.word for noun in Noun]


@pytest.mark.parametrize(
    "kind", ["status", "check", "explain", "doctor", "show", "diff", "edition-list", "edition-verify"]
)
def test_the_schema_of_an_output(run: Run, kind: str) -> None:
    found = json.loads(run("schema", "output", kind).out)
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["properties"]["kind"] == {"const": kind}


@pytest.mark.parametrize(
    "arguments",
    [["file", "massnahme"], ["output", "differ"], ["output"], ["files"], ["file", "measure", "--format", "xml"]],
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    done = run("schema", *arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 2


def test_output_to_a_file(run: Run, tmp_path: Path) -> None:
    for arguments in (["file", "measure"], ["file", "--format", "markdown"], ["file"], ["output", "check"]):
        shown = run("schema", *arguments).out
        assert run("schema", *arguments, "--output", tmp_path / "aus").out == ""
        assert (tmp_path / "aus").read_text() == shown


def test_no_repository_is_needed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("schema", "file", "manifest").code == 0
