"""Any repository: each ends in findings or one clear error, and nothing in it is run, followed or changed."""

import ctypes
import hashlib
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from cases import CASES, FILES, GIT, WHOLE, Broken, Case, Room
from forks import HANGS, Server

from ikonzept.locale import de

COMMANDS = {
    "check": ["check"],
    "json": ["check", "--format", "json"],
    "status": ["status"],
    "show": ["show", "M-001"],
    "edition": ["status", "--edition", "2022"],
    "doctor": ["doctor"],
    "diff": ["diff", "2022", "."],
    "verify": ["edition", "verify"],
    "log": ["edition", "log", "M-001"],
    "budget": ["budget", "show"],
    "sums": ["budget", "check"],
    "explained": ["budget", "show", "--explain", "4271305"],
}
HISTORY = frozenset(("diff", "verify", "log"))
"""Commands that need the history: whatever becomes of it, they end with a result or one error."""
USAGE = {"no-concept", "unknown-thing", "usage-value", "budget-no-year", "budget-explain-unknown"}
"""Errors that end with 2; the others end with 3 (``cli.md``, exit codes)."""
PATIENCE = 300
"""Seconds after which a command hangs; what takes two alone may take forty on a busy machine."""
TOO_LARGE_TO_HASH = 1 << 30
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with nothing of this machine but the programs."""
    home = tmp_path_factory.mktemp("heim")
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Erika Beispiel\n\temail = erika@example.org\n[init]\n\tdefaultBranch = main\n"
    )
    return {
        "PATH": f"{Path(GIT).parent}:/usr/bin:/bin",
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "GIT_TEMPLATE_DIR": "",
        "GIT_AUTHOR_DATE": "2022-06-22T19:40:00Z",
        "GIT_COMMITTER_DATE": "2022-06-22T19:40:00Z",
        "IKONZEPT_AS_OF": "2024-10-15",
        "LANG": "C.UTF-8",
    }


@pytest.fixture(scope="module")
def sound(sealed: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound repository with one edition; every case begins with a copy."""
    room = Room(tmp_path_factory.mktemp("heil"), sealed)
    for path, text in WHOLE.items():
        room.write(path, text)
    room.git("init", "--quiet")
    room.commit(tagged=True)
    return room.folder


@pytest.fixture(scope="module")
def server(sealed: dict[str, str], sound: Path) -> Iterator[Server]:
    found = Server(sealed, sound)
    yield found
    found.close()


def room_in(folder: Path, sound: Path, sealed: dict[str, str]) -> Room:
    room = Room(folder, sealed)
    shutil.copytree(sound, room.folder, symlinks=True)
    return room


# --- running the program ---------------------------------------------------------------------------------------------


def run_all(
    room: Room, environment: Mapping[str, str], server: Server, *, own: bool = True, powerless: bool = False
) -> dict[str, Ran]:
    """Every command on one folder, at the same time: started as people start it, or, as far quicker, forked."""
    streams = room.beside.parent / f"{room.beside.name}-ausgaben"
    elsewhere = room.beside.parent / f"{room.beside.name}-woanders"
    streams.mkdir()
    elsewhere.mkdir()
    jobs = [
        {
            "arguments": ["-C", str(room.folder), *arguments],
            "cwd": str(elsewhere),
            "env": dict(environment),
            "out": str(streams / f"{name}.out"),
            "err": str(streams / f"{name}.err"),
        }
        for name, arguments in COMMANDS.items()
    ]
    codes = [started(job, powerless=powerless) for job in jobs] if own else server.run(jobs, PATIENCE)
    ends = time.monotonic() + PATIENCE
    codes = [code if isinstance(code, int) else ended(code, ends) for code in codes]
    assert list(elsewhere.iterdir()) == []
    return {name: Ran(code, *written(streams, name)) for name, code in zip(COMMANDS, codes, strict=True)}


def written(streams: Path, name: str) -> list[str]:
    """What a command has written: valid UTF-8."""
    return [(streams / f"{name}.{stream}").read_bytes().decode("utf-8") for stream in ("out", "err")]


def started(job: Mapping[str, Any], *, powerless: bool) -> subprocess.Popen[bytes]:
    with Path(job["out"]).open("wb") as out, Path(job["err"]).open("wb") as err:
        return subprocess.Popen(
            [sys.executable, "-m", "ikonzept", *map(os.fsencode, job["arguments"])],
            cwd=job["cwd"],
            env=job["env"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=give_up_power if powerless else None,  # noqa: PLW1509  one call into libc, no locks
        )


def ended(process: subprocess.Popen[bytes], ends: float) -> int:
    try:
        return process.wait(max(ends - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return HANGS


def give_up_power() -> None:
    """Root no longer reads what its permissions forbid: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are gone."""
    if os.geteuid() == 0:
        drop = 24  # PR_CAPBSET_DROP
        libc = ctypes.CDLL(None)
        if libc.prctl(drop, 1, 0, 0, 0) or libc.prctl(drop, 2, 0, 0, 0):
            os._exit(99)


def listing(folder: Path) -> dict[str, object]:
    """Everything below a folder, with what would show that it was touched."""
    found: dict[str, object] = {}
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(above, name)
            known = path.lstat()
            facts = known.st_mode, known.st_size, known.st_mtime_ns, known.st_ino
            found[str(path)] = facts, path.readlink() if path.is_symlink() else digest(path, known)
    return found


def digest(path: Path, known: os.stat_result) -> str:
    if not stat.S_ISREG(known.st_mode) or known.st_size > TOO_LARGE_TO_HASH or not os.access(path, os.R_OK):
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- what holds of every run -----------------------------------------------------------------------------------------


def sentence(code: str) -> re.Pattern[str]:
    """The error's sentence with anything where its parameters stand."""
    parts = re.split(r"\{\w+\}", str(de.SENTENCES[f"error.{code}"]))
    return re.compile(f"{de.SENTENCES['error.label']} {'.*'.join(map(re.escape, parts))}")


def assert_behaves(name: str, ran: Ran) -> None:
    """An end, no fault of ours, and only text that a terminal shows as it is."""
    assert ran.code != HANGS, f"{name} hangs"
    assert "Traceback" not in ran.out + ran.err
    assert not sentence("bug").search(ran.err), ran.err
    for text in (ran.out, ran.err):
        strange = {character for character in text if unicodedata.category(character) == "Cc" and character != "\n"}
        assert strange == set(), name
        assert name == "json" or not TURNING.search(text), name


def findings(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran.out)["findings"]
    return found


def assert_ends(name: str, ran: Ran, expected: str, *, failing: bool) -> None:
    """A result and its exit code, or one error and nothing else."""
    if expected:
        assert ran.out == "", name
        assert sentence(expected).fullmatch(ran.err.split("\n")[0]), (name, ran.err)
        assert ran.code == (2 if expected in USAGE else 3), name
    else:
        assert ran.err == "" or name in {"check", "json"}, name  # these say aside what git does not tell
        assert ran.out != "", name
        assert ran.code == (1 if failing and name in {"check", "json", "sums"} else 0), name


def codes_at(found: list[dict[str, Any]], path: str) -> set[str]:
    written = path.encode("utf-8", "replace").decode()  # a name that is no UTF-8 shows question marks
    return {item["code"] for item in found if item["path"] == written}


# --- broken files ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Drawer:
    """One repository with all broken files in it, and what the commands said of it."""

    before: dict[str, object]
    after: dict[str, object]
    ran: dict[str, Ran]
    findings: list[dict[str, Any]]


@pytest.fixture(scope="module")
def drawer(sound: Path, sealed: dict[str, str], server: Server, tmp_path_factory: pytest.TempPathFactory) -> Drawer:
    room = room_in(tmp_path_factory.mktemp("schublade"), sound, sealed)
    for broken in FILES:
        broken.build(room.folder)
    room.commit(tagged=True)
    before = listing(room.beside)
    ran = run_all(room, sealed, server)
    return Drawer(before, listing(room.beside), ran, findings(ran["json"]))


@pytest.mark.parametrize("broken", FILES, ids=lambda broken: broken.name)
def test_a_broken_file(broken: Broken, drawer: Drawer) -> None:
    assert set(broken.codes) <= codes_at(drawer.findings, broken.at or broken.path)


@pytest.mark.parametrize("name", COMMANDS)
def test_all_broken_files_at_once(name: str, drawer: Drawer) -> None:
    assert_behaves(name, drawer.ran[name])
    if name not in {"doctor", "explained", *HISTORY}:  # no account of that number can be read among them
        assert_ends(name, drawer.ran[name], "", failing=True)


def test_no_broken_file_is_touched_or_opens_another(drawer: Drawer) -> None:
    assert drawer.after == drawer.before
    for ran in drawer.ran.values():
        assert "root:" not in ran.out  # of /etc/passwd


# --- broken repositories ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_repository(case: Case, sound: Path, sealed: dict[str, str], server: Server, tmp_path: Path) -> None:
    if case.as_root and os.geteuid() != 0:
        pytest.skip("only root can give a folder to someone else")
    room = room_in(tmp_path / "raum", sound, sealed)
    case.build(room)
    replace = {"PROGRAM": str(room.beside / "programm"), "OTHER": str(room.beside / "anderes")}
    environment = sealed | {
        name: re.sub("PROGRAM|OTHER", lambda found: replace[found[0]], value)
        for name, value in case.environment.items()
    }
    room.trace.unlink(missing_ok=True)
    before = listing(room.beside)
    try:
        ran = run_all(room, environment, server, own=case.own_process, powerless=case.powerless)
        assert not room.trace.exists(), room.trace.read_text(encoding="utf-8")
        assert listing(room.beside) == before
    finally:
        for path in (room.folder, *room.folder.glob("*")):
            if not path.is_symlink() and path.exists() and not os.access(path, os.R_OK | os.W_OK):
                path.chmod(0o755)  # so that the folder of the test can be removed
    for name, done in ran.items():
        assert_behaves(name, done)
    found = [] if case.check else findings(ran["json"])
    failing = any(item["severity"] == "error" for item in found)
    for name in HISTORY:
        assert ran[name].code in {0, 1, 2, 3}
        assert bool(ran[name].out) is (ran[name].code < 2), name
    for name, expected in case.expected().items():
        assert_ends(name, ran[name], expected, failing=failing)
    told = codes_at(found, case.at) if case.at else {item["code"] for item in found}
    assert told >= set(case.codes)
    assert case.codes or found == []


# --- the traps are traps ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["programme", "programme-eingebunden", "haken", "attribute-im-baum"])
def test_the_trap_works(name: str, sound: Path, sealed: dict[str, str], tmp_path: Path) -> None:
    """git itself would run what these repositories name."""
    room = room_in(tmp_path / "raum", sound, sealed)
    next(case for case in CASES if case.name == name).build(room)
    room.trace.unlink(missing_ok=True)
    subprocess.run(["git", "status"], cwd=room.folder, env=sealed, capture_output=True, check=False, timeout=PATIENCE)
    assert room.trace.exists()
