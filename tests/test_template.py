"""The template repository, from a wheel as people get it: complete, valid for ever, its pipelines run literally."""

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from conftest import ROOT, Run
from pipelines import (
    GITHUB,
    GITLAB,
    HEAD,
    MARKER,
    TEMPLATE,
    Forge,
    Ran,
    Runner,
    Shell,
    System,
    forge,
    github_workflow,
)

FAR_FUTURE = "2099-12-31"
BUDGET = "haushalt/2026.yaml"
BROKEN = "budget-exceeds-authorisation"
KEPT = "file-deleted"


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
def shell(fresh_bin: Path) -> Shell:
    """Runs a line as a pipeline's shell would, with the fresh environment in front."""

    def call(line: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PATH": f"{fresh_bin}{os.pathsep}{os.environ['PATH']}", "PIP_QUIET": "1"} | variables
        return subprocess.run(
            ["bash", "-ec", line], cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    return call


@pytest.fixture(params=[GITLAB, GITHUB], ids=lambda system: system.name)
def runner(
    request: pytest.FixtureRequest, wheel: Path, shell: Shell, tmp_path: Path, git: Callable[..., str]
) -> Runner:
    """Runs a pipeline in a fresh clone of a concept that the wheel has made."""
    assert shell(f"python -m pip install '{wheel}'", tmp_path).returncode == 0
    made = shell("ikonzept init konzept --body 'Landkreis Muster' --ags 03157", tmp_path)
    assert made.returncode == 0, made.stderr
    git(tmp_path / "konzept", "branch", "--move", "main")
    git(tmp_path, "clone", "--quiet", "konzept", "clone")
    base = git(tmp_path / "clone", "rev-parse", "HEAD").strip()
    return Runner(request.param, shell, wheel, tmp_path / "clone", base)


def test_the_pipelines_run_literally(runner: Runner) -> None:
    ran = runner.run_on_main("0" * 40)  # the first push of all
    assert ran.failed == [], ran.said()
    assert {"Konzept prüfen", "Mittel prüfen"} <= {name for name, _ in ran.done}


def test_what_must_stay_is_kept_on_the_main_branch_too(runner: Runner, git: Callable[..., str]) -> None:
    (hook,) = YAML(typ="safe").load(TEMPLATE / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert runner.shell(hook["entry"], runner.clone).returncode == 0
    git(runner.clone, "rm", "--quiet", "massnahmen/M-001.yaml")
    assert KEPT in runner.shell(hook["entry"], runner.clone).stdout
    git(runner.clone, "commit", "--quiet", "--message=Gelöscht")
    assert KEPT in runner.run_on_main(runner.base).said("Konzept prüfen")
    forced = runner.run_on_main("5eed" * 10)  # git does not know it any more
    assert forced.done
    assert KEPT not in forced.said("Konzept prüfen")


@dataclass(frozen=True)
class MergeRequest:
    """A branch that plans more money, and the comments on it."""

    runner: Runner
    forge: Forge
    git: Callable[..., str]

    def plan(self, amount: str) -> None:
        """One more commit; what the last run left is not there in the next."""
        clone = self.runner.clone
        text = (clone / BUDGET).read_text(encoding="utf-8")
        text, times = re.subn("    geplant: .*", f"    geplant: {amount}", text)
        assert times == 1
        (clone / BUDGET).write_text(text, encoding="utf-8")
        self.git(clone, "commit", "--quiet", "--all", f"--message=Geplant {amount}")
        self.git(clone, "clean", "--quiet", "--force")

    def run(self, token: str = Forge.TOKEN) -> Ran:
        return self.runner.run(self.runner.system.jobs, self.forge.address, token)


@pytest.fixture
def merge_request(runner: Runner, git: Callable[..., str]) -> Iterator[MergeRequest]:
    git(runner.clone, "switch", "--quiet", "--create", "vorschlag")
    with forge(runner.system) as server:
        yield MergeRequest(runner, server, git)


def test_a_merge_request_has_one_comment_that_is_kept_up_to_date(merge_request: MergeRequest) -> None:
    for amount in ("3100.00", "3200.00"):
        merge_request.plan(amount)
        ran = merge_request.run()
        assert ran.failed == [], ran.said()
    (comment,) = merge_request.forge.posted
    assert comment.startswith(MARKER)
    assert "Geplant: <del>3.000,00</del> → <ins>3.200,00</ins>" in comment
    assert f"Stand {HEAD[:8]} · [Synopse zum Drucken](https://" in comment


def test_what_is_kept_of_a_merge_request(merge_request: MergeRequest) -> None:
    merge_request.plan("3100.00")
    merge_request.run()
    clone, jobs = merge_request.runner.clone, merge_request.runner.system.jobs
    kept = {path: (clone / path).read_text(encoding="utf-8") for job in jobs for path in job.kept}
    assert all("3.100,00" in kept[path] for path in ("synopse.html", "unterschied.md"))
    if merge_request.runner.system is GITHUB:
        assert kept["unterschied.md"] in (clone.parent / "summary.md").read_text(encoding="utf-8")


def test_a_merge_request_that_breaks_a_sum(merge_request: MergeRequest) -> None:
    merge_request.plan("9000.00")
    ran = merge_request.run()
    assert ran.failed == ["Konzept prüfen", "Mittel prüfen"]
    assert f"{BUDGET}:19:12: Fehler {BROKEN}" in ran.said("Mittel prüfen")
    (comment,) = merge_request.forge.posted
    assert "<ins>9.000,00</ins>" in comment
    # Beside its line it stands once.
    if merge_request.runner.system is GITHUB:
        assert ran.said().count(f"::error file={BUDGET},line=19,col=12,endColumn=28,title={BROKEN}::") == 1
    else:
        report = json.loads((merge_request.runner.clone / "gl-code-quality-report.json").read_bytes())
        assert [found["location"] for found in report if found["check_name"] == BROKEN] == [
            {"path": BUDGET, "lines": {"begin": 19}}
        ]


def test_a_merge_request_that_changes_what_must_stay(merge_request: MergeRequest) -> None:
    merge_request.plan("3100.00")
    merge_request.git(merge_request.runner.clone, "rm", "--quiet", "massnahmen/M-001.yaml")
    merge_request.git(merge_request.runner.clone, "commit", "--quiet", "--message=Gelöscht")
    ran = merge_request.run()
    assert "Konzept prüfen" in ran.failed
    assert KEPT in ran.said("Konzept prüfen")
    if merge_request.runner.system is GITLAB:
        report = json.loads((merge_request.runner.clone / "gl-code-quality-report.json").read_bytes())
        assert KEPT in {found["check_name"] for found in report}


def test_what_came_to_the_target_since_is_not_missed(merge_request: MergeRequest) -> None:
    merge_request.plan("3100.00")
    origin, git = merge_request.runner.clone.parent / "konzept", merge_request.git
    text = (origin / "massnahmen" / "M-001.yaml").read_text(encoding="utf-8")
    (origin / "massnahmen" / "M-777.yaml").write_text(text, encoding="utf-8")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--message=Dazugekommen")
    git(merge_request.runner.clone, "fetch", "--quiet")
    ran = merge_request.run()
    assert ran.failed == [], ran.said()


@pytest.mark.parametrize("token", ["", "abgelaufen"])
def test_without_the_right_to_comment_everything_else_runs(merge_request: MergeRequest, token: str) -> None:
    merge_request.plan("3100.00")
    ran = merge_request.run(token)
    shown_in_orange = ["Unterschied zeigen"] if token and merge_request.runner.system is GITLAB else []
    assert ran.failed == shown_in_orange
    assert "Kein Kommentar" in ran.said()
    assert merge_request.forge.posted == []
    assert (merge_request.runner.clone / "synopse.html").is_file()


@pytest.mark.parametrize("system", [GITLAB, GITHUB], ids=lambda system: system.name)
def test_a_pipeline_without_the_setting_says_so(system: System, shell: Shell, tmp_path: Path) -> None:
    for job in system.jobs:
        done = shell(job.steps[0].line, tmp_path, IKONZEPT_QUELLE="")
        assert done.returncode == 1
        assert "IKONZEPT_QUELLE" in done.stdout


def test_only_the_job_that_comments_may_write() -> None:
    workflow = github_workflow()
    assert workflow["permissions"] == {"contents": "read"}
    granted = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert granted == {"unterschied": {"contents": "read", "pull-requests": "write"}}


def test_no_text_from_outside_becomes_part_of_a_line() -> None:
    assert not [step.name for job in GITHUB.jobs for step in job.steps if "${{" in step.line]


def test_the_demo_from_the_wheel(
    wheel: Path,
    shell: Shell,
    tmp_path: Path,
    made_demo: Path,
    git: Callable[..., str],
) -> None:
    assert shell(f"python -m pip install '{wheel}'", tmp_path).returncode == 0
    assert shell("ikonzept demo peine", tmp_path).returncode == 0
    assert git(tmp_path / "peine", "rev-parse", "HEAD") == git(made_demo, "rev-parse", "HEAD")


@pytest.mark.parametrize("day", ["2026-11-22", FAR_FUTURE])
def test_the_template_passes_for_ever(day: str, run: Run) -> None:
    assert run("check", "-C", TEMPLATE, "--as-of", day).code == 0


def test_nothing_in_the_template_can_expire(run: Run) -> None:
    shown = run("status", "-C", TEMPLATE, "--as-of", FAR_FUTURE, "--format", "json").out
    status = json.loads(shown)
    assert status["deadlines"] == status["meetings"] == status["open_submissions"] == []
    assert not any(measure["overdue"] or measure["stale"] for measure in status["measures"])
    assert status["in_force"] is None
    assert len(status["open_editions"]) == 1
