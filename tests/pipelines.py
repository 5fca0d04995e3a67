"""The template's pipelines as GitLab and GitHub run them, line by line, and a server that keeps comments as they do."""

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ruamel.yaml import YAML

from conftest import ROOT

TEMPLATE = ROOT / "concept-repo-template"
MARKER = "<!-- ikonzept-diff -->"
HEAD = "5eed5eed" * 5
"""What the systems call the newest commit of the branch."""
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")

Done = CompletedProcess[str]
Shell = Callable[..., Done]


# --- the files -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """A line, literally, with its variables as they are written; the system names it where it fails."""

    name: str
    line: str
    variables: Mapping[str, str] = field(default_factory=dict)
    condition: str = ""

    @property
    def runs_after_failure(self) -> bool:
        return "!cancelled()" in self.condition

    def environment(self, expressions: Mapping[str, str]) -> dict[str, str]:
        """Its variables with the values of ``${{ … }}``."""
        return {
            name: _EXPRESSION.sub(lambda found: expressions[found[1]], value) for name, value in self.variables.items()
        }


@dataclass(frozen=True)
class Job:
    """Lines that run in a fresh clone, one after the other, and the files that are kept of it."""

    steps: tuple[Step, ...]
    kept: tuple[str, ...]
    on_main: bool
    """Whether it runs on the main branch too, without a merge request."""


def gitlab() -> Iterator[Job]:
    pipeline = YAML(typ="safe").load(TEMPLATE / ".gitlab-ci.yml")
    for name, job in pipeline.items():
        if "script" in job:
            whole = pipeline[job["extends"]] | job
            kept = whole.get("artifacts", {})
            yield Job(
                steps=tuple(Step(name, line) for line in whole["before_script"] + whole["script"]),
                kept=(*kept.get("paths", ()), *kept.get("reports", {}).values()),
                on_main=any("CI_DEFAULT_BRANCH" in rule["if"] for rule in whole["rules"]),
            )


def github_workflow() -> Any:
    return YAML(typ="safe").load(TEMPLATE / ".github" / "workflows" / "ikonzept.yml")


def github() -> Iterator[Job]:
    for job in github_workflow()["jobs"].values():
        steps = job["steps"]
        uploads = [step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/upload-artifact")]
        yield Job(
            steps=tuple(
                Step(step["name"], step["run"], job["env"] | step.get("env", {}), step.get("if", ""))
                for step in steps
                if "run" in step
            ),
            kept=tuple("\n".join(uploads).split()),
            on_main="default_branch" in job["if"],
        )


# --- the systems ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class System:
    """What GitLab and GitHub do differently; ``comments`` are those of merge request 7."""

    name: str
    jobs: tuple[Job, ...]
    comments: str
    edited: str
    edits_by: str
    header: str
    variables: Mapping[str, str]
    """What it tells every line; API, BASE, TOKEN and FOLDER stand for what a test decides."""
    on_main: Mapping[str, str]
    """What it tells instead where something was pushed to the main branch; BASE is the commit before."""


GITLAB = System(
    name="gitlab",
    jobs=tuple(gitlab()),
    comments="/projects/42/merge_requests/7/notes",
    edited="/projects/42/merge_requests/7/notes/",
    edits_by="PUT",
    header="PRIVATE-TOKEN",
    variables={
        "CI_API_V4_URL": "API",
        "CI_COMMIT_SHA": HEAD,
        "CI_JOB_URL": "https://gitlab.example.org/kreis/konzept/-/jobs/1",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "BASE",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_PROJECT_ID": "42",
        "IKONZEPT_TOKEN": "TOKEN",
        "CI_COMMIT_BEFORE_SHA": "0" * 40,
    },
    on_main={"CI_MERGE_REQUEST_DIFF_BASE_SHA": "", "CI_COMMIT_BEFORE_SHA": "BASE"},
)
GITHUB = System(
    name="github",
    jobs=tuple(github()),
    comments="/repos/kreis/konzept/issues/7/comments",
    edited="/repos/kreis/konzept/issues/comments/",
    edits_by="PATCH",
    header="Authorization",
    variables={
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": "API",
        "GITHUB_BASE_REF": "main",
        "GITHUB_REPOSITORY": "kreis/konzept",
        "GITHUB_RUN_ID": "1",
        "GITHUB_SERVER_URL": "https://github.example.org",
        "GITHUB_STEP_SUMMARY": "FOLDER/summary.md",
    },
    on_main={"GITHUB_BASE_REF": ""},
)


@dataclass(frozen=True)
class Ran:
    """What each line of a pipeline did, under the name of its step."""

    done: tuple[tuple[str, Done], ...]

    @property
    def failed(self) -> list[str]:
        return [name for name, result in self.done if result.returncode]

    def said(self, *names: str) -> str:
        """What these steps wrote, all of them without names."""
        return "".join(result.stdout + result.stderr for name, result in self.done if not names or name in names)


@dataclass(frozen=True)
class Runner:
    """Runs a system's pipeline in a clone."""

    system: System
    shell: Shell
    wheel: Path
    clone: Path
    base: str
    before: str = ""

    def run_on_main(self, before: str) -> Ran:
        """What runs after a push to the main branch, which was at another commit before."""
        on_main = replace(self.system, variables=self.system.variables | self.system.on_main)
        return replace(self, system=on_main, base=before, before=before).run(
            [job for job in on_main.jobs if job.on_main]
        )

    def run(self, jobs: Iterable[Job], api: str = "", token: str = "") -> Ran:
        """These jobs, each by itself."""
        meant = {"API": api, "BASE": self.base, "TOKEN": token, "FOLDER": str(self.clone.parent)}
        told = {
            name: re.sub("|".join(meant), lambda found: meant[found[0]], value)
            for name, value in self.system.variables.items()
        }
        expressions = {
            "vars.IKONZEPT_QUELLE": str(self.wheel),
            "github.token": token,
            "github.event.pull_request.number": "7",
            "github.event.pull_request.head.sha": HEAD,
            "github.event.before": self.before,
        }
        variables = {"IKONZEPT_QUELLE": str(self.wheel), "no_proxy": "127.0.0.1"} | told
        return Ran(tuple(done for job in jobs for done in self._job(job, variables, expressions)))

    def _job(self, job: Job, variables: dict[str, str], expressions: Mapping[str, str]) -> Iterator[tuple[str, Done]]:
        """Its lines up to the first that fails, and those that run nevertheless."""
        failed = False
        for step in job.steps:
            if not failed or step.runs_after_failure:
                result = self.shell(step.line, self.clone, **variables | step.environment(expressions))
                failed = failed or result.returncode != 0
                yield step.name, result


# --- the comments --------------------------------------------------------------------------------------------------


def _comment(number: int, body: str, *, of_pipeline: bool) -> dict[str, Any]:
    """A comment with what GitLab and what GitHub say of its author."""
    author, login = (1, "github-actions[bot]") if of_pipeline else (2, "erika")
    return {"id": number, "body": body, "author": {"id": author}, "user": {"login": login}}


class Forge(ThreadingHTTPServer):
    """A system's API as far as the lines use it; people have filled more than a page of comments already."""

    TOKEN = "glpat-geheim"  # noqa: S105  a door that leads nowhere
    _EARLIER = 130

    def __init__(self, system: System) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.system = system
        self.address = f"http://127.0.0.1:{self.server_port}"
        self._comments = [
            _comment(number, f"{MARKER} Was heißt das?", of_pipeline=False) for number in range(1, self._EARLIER + 1)
        ]

    @property
    def posted(self) -> list[str]:
        """The comments of the pipeline."""
        return [comment["body"] for comment in self._comments[self._EARLIER :]]

    def answer(self, method: str, address: str, token: str, body: str) -> tuple[int, Any]:
        """A request's status and what is said."""
        url, system = urlsplit(address), self.system
        if not token.endswith(self.TOKEN):
            return 403, {"message": "Forbidden"}
        if (method, url.path) == ("GET", "/user"):
            return 200, {"id": 1}
        if (method, url.path) == ("GET", system.comments):
            asked = parse_qs(url.query)
            size, page = int(asked["per_page"][0]), int(asked["page"][0])
            return 200, self._comments[size * (page - 1) : size * page]
        if (method, url.path) == ("POST", system.comments):
            self._comments.append(_comment(len(self._comments) + 1, body, of_pipeline=True))
            return 201, self._comments[-1]
        if method == system.edits_by and url.path.startswith(system.edited):
            edited = self._comments[int(url.path.removeprefix(system.edited)) - 1]
            edited["body"] = body
            return 200, edited
        return 404, {"message": "Not Found"}


class _Handler(BaseHTTPRequestHandler):
    server: Forge

    def _answer(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        token = self.headers.get(self.server.system.header, "")
        status, said = self.server.answer(self.command, self.path, token, json.loads(sent)["body"] if sent else "")
        answer = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PUT = do_PATCH = _answer  # noqa: N815  the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@contextmanager
def forge(system: System) -> Iterator[Forge]:
    """Answers as long as the context lasts."""
    with Forge(system) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
