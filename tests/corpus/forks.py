"""Runs the program many times without starting Python each time: a server that has loaded it and forks for each run.

Every run is a process of its own, with its own environment, folder and streams; only the start is shared.
"""

import contextlib
import gc
import io
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HANGS = -1


class Server:
    """The side of the tests."""

    def __init__(self, environment: Mapping[str, str], sound: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, str(sound)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, jobs: Sequence[Mapping[str, Any]], patience: float) -> list[int]:
        """The exit codes of jobs that run at the same time; ``HANGS`` for one that does not end."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([patience, jobs]) + "\n")
        self.process.stdin.flush()
        codes: list[int] = json.loads(self.process.stdout.readline())
        return codes

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


# --- the server's side -----------------------------------------------------------------------------------------------


def serve(sound: str) -> None:
    from ikonzept.cli import main

    for arguments in (
        ["check"],
        ["check", "--format", "json"],
        ["status"],
        ["status", "--edition", "2022"],
        ["show", "M-001"],
    ):
        with contextlib.redirect_stdout(io.StringIO()):
            main([*arguments, "-C", sound])  # loads what the commands load when they need it
    gc.collect()
    gc.freeze()  # what is loaded stays shared
    for line in sys.stdin:
        patience, jobs = json.loads(line)
        ends = time.monotonic() + patience
        running = [started(job) for job in jobs]
        print(json.dumps([ended(process, ends) for process in running]), flush=True)  # noqa: T201  the answer


def started(job: Mapping[str, Any]) -> int:
    process = os.fork()
    if process == 0:
        code = 1
        try:
            code = run(job)
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:  # noqa: BLE001  what a program that dies says
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)
    return process


def run(job: Mapping[str, Any]) -> int:
    from ikonzept.cli import main

    os.setpgid(0, 0)
    os.chdir(job["cwd"])
    os.environ.clear()
    os.environ.update(job["env"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(job[name], os.O_WRONLY | os.O_CREAT), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    return main(job["arguments"])


def ended(process: int, ends: float) -> int:
    while time.monotonic() < ends:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.killpg(process, signal.SIGKILL)  # with the git it waits for
    os.waitpid(process, 0)
    return HANGS


if __name__ == "__main__":
    serve(sys.argv[1])
