"""One writer at a time."""

import json
import os
import socket
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from ikonzept.errors import IkonzeptError
from ikonzept.lock import Holder, Waiting, holder, locked

ELSEWHERE = Holder(1, "anderswo", "ikonzept edition adopt 2024", "2024-10-15 12:00:00+02:00", "")
NOT_AT_ALL = Waiting(patience=0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def here(pid: int, born: str = "") -> Holder:
    return replace(ELSEWHERE, pid=pid, host=socket.gethostname(), born=born)


def dead() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_lock_names_its_holder_and_goes(path: Path) -> None:
    with locked(path, "ikonzept x"):
        told = json.loads(path.read_text())
        assert (told["pid"], told["host"], told["command"]) == (os.getpid(), socket.gethostname(), "ikonzept x")
        assert holder(path) is not None
    assert not path.exists()


def test_it_goes_after_a_failure(path: Path) -> None:
    with pytest.raises(KeyError), locked(path, "x"):
        raise KeyError
    assert not path.exists()


def test_a_second_one_says_who_holds_it(path: Path) -> None:
    with locked(path, "ikonzept x"), pytest.raises(IkonzeptError) as problem, locked(path, "y", NOT_AT_ALL):
        pass
    assert (problem.value.code, problem.value.params["command"]) == ("locked", "ikonzept x")
    assert problem.value.params["pid"] == os.getpid()


def test_a_second_one_waits_and_tells_so_once(path: Path) -> None:
    path.write_text(json.dumps(asdict(ELSEWHERE)))
    told: list[Holder] = []
    pauses: list[int] = []

    def pause() -> None:
        pauses.append(1)
        if len(pauses) == 3:
            path.unlink()

    with locked(path, "y", Waiting(60, told.append), pause=pause):
        assert told == [ELSEWHERE]


@pytest.mark.parametrize("stale", ["dead", "born later"])
def test_one_whose_process_is_gone_is_taken_over(path: Path, stale: str) -> None:
    gone = here(dead()) if stale == "dead" else here(os.getpid(), "1")
    if stale == "born later" and not Path("/proc/self/stat").exists():
        pytest.skip("the system does not tell when a process began")
    path.write_text(json.dumps(asdict(gone)))
    assert holder(path) is None
    with locked(path, "y", NOT_AT_ALL):
        assert json.loads(path.read_text())["pid"] == os.getpid()
    assert not path.exists()


def test_a_process_that_only_waits_for_its_parent_is_gone(path: Path) -> None:
    zombie = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert zombie.stdout is not None
    zombie.stdout.read()
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
    path.write_text(json.dumps(asdict(here(zombie.pid))))
    assert holder(path) is None
    zombie.wait()
    zombie.stdout.close()


def test_of_another_machine_nobody_can_know(path: Path) -> None:
    path.write_text(json.dumps(asdict(ELSEWHERE)))
    assert holder(path) == ELSEWHERE
    with pytest.raises(IkonzeptError), locked(path, "y", NOT_AT_ALL):
        pass
    assert path.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x"}', "[" * 100_000])
def test_one_that_tells_nothing_is_taken_over_when_it_is_old(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(IkonzeptError), locked(path, "y", NOT_AT_ALL):
        pass
    os.utime(path, (1, 1))
    with locked(path, "y", NOT_AT_ALL):
        pass


def test_links_are_not_followed_and_pipes_not_waited_for(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "fremd"
    target.write_text(json.dumps(asdict(here(dead()))))
    path.symlink_to(target)
    with pytest.raises(IkonzeptError), locked(path, "y", NOT_AT_ALL):
        pass
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(IkonzeptError), locked(path, "y", NOT_AT_ALL):
        pass
    assert target.exists()
