"""Sealed git, golden files, the demo made once, commands run in this process."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

import everything
from adoptions import AFTER, DECIDED, STEP, Git
from ikonzept.cli import main

settings.register_profile("house", deadline=None)  # a busy machine is no failure
settings.load_profile("house")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
STORY_ENDS = "2024-10-15"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files and generated documents anew")


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No configuration of the machine reaches a test: git, language, colours, day, width."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\n\tname = Erika Beispiel\n\temail = erika@example.org\n")
    for name in list(os.environ):
        if name.startswith(("GIT_", "IKONZEPT_")) or name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_ACTIONS"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; tests that need it are skipped, visibly, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command in this process: ``run("check", "-C", path)``."""

    def call(*arguments: object) -> Ran:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("IKONZEPT_DEBUG", "1")
            code = main([str(argument) for argument in arguments])
        texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return Ran(int(code), *texts)

    return call


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once; tests that change it take ``demo``."""
    path = tmp_path_factory.mktemp("demo") / "peine"
    assert main(["demo", str(path)]) == 0
    return path


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo to change."""
    return Path(shutil.copytree(made_demo, tmp_path / "peine"))


@pytest.fixture
def edition(run: Run, demo: Path) -> Callable[..., Ran]:
    """Runs an edition command in the demo, after the Kreistag has met."""

    def call(*arguments: object) -> Ran:
        day = () if arguments[0] == "advance" else ("--as-of", AFTER)
        return run("edition", *arguments, "-C", demo, *day)

    return call


@pytest.fixture
def decided(demo: Path, git: Git) -> Path:
    """The demo with the decision on Vorlage 2024/112 entered and everything committed."""
    paper = demo / "vorlagen" / "2024-112.md"
    text = paper.read_text(encoding="utf-8").replace(STEP, DECIDED)
    text = text.replace(
        "termin: 2024-11-06, oeffentlich: ja}", "termin: 2024-11-06, oeffentlich: ja, ergebnis: vorberaten}"
    )
    text = text.replace(
        "termin: 2024-11-27, oeffentlich: nein}", "termin: 2024-11-27, oeffentlich: nein, ergebnis: vorberaten}"
    )
    paper.write_text(text, encoding="utf-8")
    git(demo, "add", ".")
    git(demo, "commit", "--quiet", "--message=Beschluss eingetragen")
    return demo


@pytest.fixture(scope="session")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A concept with a canary (``everything.CANARY``) in every non-public field and thing."""
    folder = tmp_path_factory.mktemp("geheim")
    for path, text in everything.secret_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with ``tests/golden/<name>``; ``--update-golden`` writes it, a person looks at the diff."""

    def compare(name: str, text: str) -> None:
        same_as(ROOT / "tests" / "golden" / name, text, update=request.config.getoption("--update-golden"))

    return compare


@pytest.fixture
def generated(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a generated document of the project; ``--update-golden`` writes it."""

    def compare(path: Path, text: str) -> None:
        same_as(path, text, update=request.config.getoption("--update-golden"))

    return compare


def same_as(path: Path, text: str, *, update: bool) -> None:
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} differs; look, then pytest --update-golden"


@pytest.fixture
def git() -> Iterator[Callable[..., str]]:
    """Runs git in a folder: ``git(path, "log", "--oneline")``."""

    def call(folder: Path, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout

    return call
