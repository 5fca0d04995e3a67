"""The template repository, from a wheel as people get it: complete, valid for ever, its pipelines run literally."""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from conftest import ROOT, Ran

TEMPLATE = ROOT / "concept-repo-template"
FAR_FUTURE = "2099-12-31"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    return next(folder.glob("ikonzept-*.whl"))


@pytest.fixture(scope="session")
def fresh_bin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh virtual environment with nothing in it."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    return folder / "bin"


@pytest.fixture
def shell(fresh_bin: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a line as a pipeline's shell would, with the fresh environment in front."""

    def call(line: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PATH": f"{fresh_bin}{os.pathsep}{os.environ['PATH']}", "PIP_QUIET": "1"} | variables
        return subprocess.run(
            ["bash", "-ec", line], cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    return call


def gitlab_lines() -> list[str]:
    pipeline = YAML(typ="safe").load(TEMPLATE / ".gitlab-ci.yml")
    return [line for job in pipeline.values() if "script" in job for line in job["script"]]


def github_lines() -> list[str]:
    workflow = YAML(typ="safe").load(TEMPLATE / ".github" / "workflows" / "ikonzept.yml")
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("lines", [gitlab_lines, github_lines], ids=["gitlab", "github"])
def test_the_pipelines_run_literally(
    lines: Callable[[], list[str]],
    wheel: Path,
    shell: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    git: Callable[..., str],
) -> None:
    for line in lines():
        if line.startswith("python -m pip install"):
            assert shell(line, tmp_path, IKONZEPT_QUELLE=str(wheel)).returncode == 0
    made = shell("ikonzept init konzept --body 'Landkreis Muster' --ags 03157", tmp_path)
    assert made.returncode == 0, made.stderr
    git(tmp_path, "clone", "--quiet", "konzept", "clone")
    for line in lines():
        done = shell(line, tmp_path / "clone", IKONZEPT_QUELLE=str(wheel))
        assert done.returncode == 0, (line, done.stdout, done.stderr)


@pytest.mark.parametrize("lines", [gitlab_lines, github_lines], ids=["gitlab", "github"])
def test_a_pipeline_without_the_setting_says_so(
    lines: Callable[[], list[str]], shell: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = shell(lines()[0], tmp_path, IKONZEPT_QUELLE="")
    assert done.returncode == 1
    assert "IKONZEPT_QUELLE" in done.stdout


def test_the_demo_from_the_wheel(
    wheel: Path,
    shell: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    made_demo: Path,
    git: Callable[..., str],
) -> None:
    assert shell(f"python -m pip install '{wheel}'", tmp_path).returncode == 0
    assert shell("ikonzept demo peine", tmp_path).returncode == 0
    assert git(tmp_path / "peine", "rev-parse", "HEAD") == git(made_demo, "rev-parse", "HEAD")


@pytest.mark.parametrize("day", ["2026-11-22", FAR_FUTURE])
def test_the_template_passes_for_ever(day: str, run: Callable[..., Ran]) -> None:
    assert run("check", "-C", TEMPLATE, "--as-of", day).code == 0


def test_nothing_in_the_template_can_expire(run: Callable[..., Ran]) -> None:
    shown = run("status", "-C", TEMPLATE, "--as-of", FAR_FUTURE, "--format", "json").out
    import json

    status = json.loads(shown)
    assert status["deadlines"] == status["meetings"] == status["open_submissions"] == []
    assert not any(measure["overdue"] or measure["stale"] for measure in status["measures"])
    assert status["in_force"] is None
    assert len(status["open_editions"]) == 1
