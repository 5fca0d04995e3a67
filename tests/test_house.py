"""The house stays in order: imports point down, every sentence exists in both languages, every code is documented."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from ruamel.yaml import YAML

from conftest import ROOT
from ikonzept.checks.examples import EXAMPLES
from ikonzept.cli import app
from ikonzept.locale import de, en
from ikonzept.locale.de import explained as explained_de
from ikonzept.locale.en import explained as explained_en
from ikonzept.locale.explanation import Explained

SOURCE = ROOT / "src" / "ikonzept"
FLOORS = {
    "values": 0,
    "prose": 1.5,
    "findings": 0,
    "errors": 0,
    "texts": 0,
    "locale": -1,
    "slips": 0,
    "document": 1,
    "rereading": 2,
    "splicing": 2,
    "markdown": 1,
    "repository": 1,
    "packaged": 1,
    "lock": 1,
    "signing": 2,
    "interruption": 1,
    "model": 2,
    "sources": 2.5,
    "loader": 3,
    "edits": 3,
    "reports": 4,
    "journal": 4,
    "room": 2,
    "checks": 5,
    "exchange": 5,
    "commits": 5,
    "recovery": 5,
    "transaction": 6,
    "render": 6,
    "commands": 7,
    "cli": 8,
    "__main__": 9,
}
"""The rooms and their floors (CONTRIBUTING.md): a room imports only rooms below it."""

MODULES = sorted(path for path in SOURCE.rglob("*.py") if "demo" not in path.parts[len(SOURCE.parts) : -1])


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "ikonzept" and len(parts) > 1 else None


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield f"{node.module}.{name.name}" if node.module == "ikonzept" else node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    for module in imports(path):
        room = room_of(module)
        if room in {None, "__version__"} or room == own:
            continue
        assert FLOORS[room] < FLOORS[own], f"{own} (floor {FLOORS[own]}) imports {room} (floor {FLOORS[room]})"


def test_every_room_has_a_floor() -> None:
    rooms = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert rooms <= FLOORS.keys()


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("ruamel", "document"),
        ("_ruamel_yaml", "document"),
        ("git", "repository"),
        ("markdown_it", "markdown"),
        ("jinja2", "render"),
        ("icalendar", "exchange"),
    ],
)
def test_one_room_knows_a_library(library: str, room: str) -> None:
    users = {
        path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for path in MODULES
        if any(module.split(".")[0] == library for module in imports(path))
    }
    assert users == {room}


def test_files_inside_a_room_have_no_circles() -> None:
    graph = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts): {
            module for module in imports(path) if module.startswith("ikonzept.")
        }
        for path in MODULES
    }

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail, module))
        for target in graph.get(module, ()):
            visit(target, (*trail, module))

    for module in graph:
        visit(module, ())


def test_words_import_only_enum() -> None:
    tree = ast.parse((SOURCE / "model" / "words.py").read_text(encoding="utf-8"))
    top_level = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [getattr(node, "module", None) for node in top_level] == ["enum"]
    assert (SOURCE / "model" / "__init__.py").read_text() == ""


# --- sentences -----------------------------------------------------------------------------------------------------


def placeholders(sentence: str | tuple[str, str]) -> set[str]:
    texts = [sentence] if isinstance(sentence, str) else sentence
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences() -> None:
    assert de.SENTENCES.keys() == en.SENTENCES.keys()


def test_both_languages_have_the_same_placeholders() -> None:
    differing = [name for name in de.SENTENCES if placeholders(de.SENTENCES[name]) != placeholders(en.SENTENCES[name])]
    assert differing == []


CODES = sorted(name.removeprefix("finding.") for name in de.SENTENCES if re.match(r"finding\.[a-z]+-", name))


@pytest.mark.parametrize("code", CODES)
def test_every_finding_ends_with_what_to_do(code: str) -> None:
    assert f"hint.{code}" in de.SENTENCES


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_a_test(code: str) -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert re.search(rf"\b{re.escape(code)}\b", tests)


def test_every_finding_is_explained() -> None:
    """A rule has its sentence, its example and its explanation in both languages, or it is none."""
    assert EXAMPLES.keys() == set(CODES)
    assert explained_de.EXPLAINED.keys() == set(CODES)
    assert explained_en.EXPLAINED.keys() == set(CODES)


EXPLAINED = [
    (f"{language}-{code}", words)
    for language, room in (("de", explained_de), ("en", explained_en))
    for code, words in room.EXPLAINED.items()
]


@pytest.mark.parametrize("words", [words for _, words in EXPLAINED], ids=[name for name, _ in EXPLAINED])
def test_an_explanation_is_made_of_sentences(words: Explained) -> None:
    assert all(sentence.endswith((".", "”", "“")) for sentence in (words.rule, words.why))
    assert all(" ".join(sentence.split()) == sentence for sentence in words)


def test_every_named_sentence_exists_and_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in MODULES if "locale" not in path.parts)
    named = set(re.findall(r"""(?:\btext|\bsay|has_text)\(\s*f?["']([a-z_]+(?:\.[a-z_]+)*)["']""", source))
    assert {name for name in named if name not in de.SENTENCES} == set()


# --- documents -----------------------------------------------------------------------------------------------------


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    program = app()
    groups = {"": program, **{f"{group.name} ": group.typer_instance for group in program.registered_groups}}
    words = [f"{prefix}{command.name}" for prefix, group in groups.items() for command in group.registered_commands]
    assert [word for word in words if f"`ikonzept {word}" not in readme] == []


def test_the_hook_for_pre_commit_runs_a_command_of_ours() -> None:
    (hook,) = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert hook["id"] == "ikonzept-check"
    assert hook["entry"].split() == ["ikonzept", "check"]


# --- start-up ------------------------------------------------------------------------------------------------------

HEAVY = ("pydantic", "git", "ruamel", "_ruamel_yaml", "jinja2")
SPY = """
import builtins, sys
real, ours = builtins.__import__, []
def spy(name, globals=None, locals=None, fromlist=(), level=0):
    who = (globals or {}).get("__name__", "")
    if who.split(".")[0] == "ikonzept" and name.split(".")[0] in %r:
        ours.append((who, name))
    return real(name, globals, locals, fromlist, level)
builtins.__import__ = spy
from ikonzept.cli import main
sys.stdout = open(%r, "w")
try:
    main(%r)
except SystemExit:
    pass
sys.stdout = sys.__stdout__
print(sorted(set(ours)))
print(sorted(name for name in sys.modules if name.startswith("ikonzept.model.")))
"""


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--help"], {}),
        (["--version"], {}),
        (["status", "--help"], {}),
        ([], {"_IKONZEPT_COMPLETE": "complete_bash", "COMP_WORDS": "ikonzept status --field ", "COMP_CWORD": "3"}),
        ([], {"_IKONZEPT_COMPLETE": "complete_bash", "COMP_WORDS": "ikonzept explain unkn", "COMP_CWORD": "2"}),
    ],
    ids=["help", "version", "status-help", "completion", "completion-of-rules"],
)
def test_starting_up_loads_nothing_heavy(arguments: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    import os

    program = SPY % (HEAVY, str(tmp_path / "out"), arguments)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ | environment
    )
    lines = done.stdout.splitlines()[-2:]
    ours, models = lines
    assert ours == "[]", done.stdout + done.stderr
    assert models in {"[]", "['ikonzept.model.words']"}, done.stdout


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_sentence_is_written_twice(language: str) -> None:
    """A name that two files use would silently say what the last of them says."""
    from importlib import import_module

    seen: dict[str, str] = {}
    for path in sorted((SOURCE / "locale" / language).glob("*.py")):
        module = import_module(f"ikonzept.locale.{language}.{path.stem}") if path.stem != "__init__" else None
        for name in getattr(module, "SENTENCES", {}):
            assert name not in seen, f"{name}: {path.stem} and {seen[name]}"
            seen[name] = path.stem
