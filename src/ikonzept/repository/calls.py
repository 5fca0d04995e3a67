"""How git is called: with everything switched off that could run a program the repository names."""

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import IO, cast

from ikonzept.errors import IkonzeptError

SAFE_FLAGS = (
    "--no-pager",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.untrackedCache=false",
)


_SAFE_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # the concept's folder may be called :(top)x
    "LC_ALL": "C",
}


# What a surrounding hook or script may have set, and would make us look at another repository, or in another way.
_FOREIGN = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"),
    *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)


def run_git(
    cwd: Path, *arguments: str, stdin: bytes | None = None, patience: int = 60
) -> subprocess.CompletedProcess[bytes]:
    """One git process with everything switched off that could run a program the repository names."""
    try:
        return subprocess.run(  # noqa: S603  fixed arguments, names behind --end-of-options
            ["git", *SAFE_FLAGS, *arguments],  # noqa: S607  the user's own git
            cwd=cwd,
            env=environment(),
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            timeout=patience,
        )
    except FileNotFoundError:
        raise IkonzeptError("git-missing") from None
    except subprocess.TimeoutExpired:
        raise IkonzeptError("git-silent", command=arguments[0], seconds=patience) from None


def listing(cwd: Path, *arguments: str) -> bytes:
    """As ``run_git``, for a list that a hostile tree can make endless."""
    with tempfile.TemporaryFile() as complaints:
        with started(cwd, *arguments, stdin=subprocess.DEVNULL, stderr=complaints) as process:
            out = cast("IO[bytes]", process.stdout).read(_LONGEST_LISTING + 1)
            if len(out) > _LONGEST_LISTING:
                process.kill()
                raise IkonzeptError("git-too-large", limit=_LONGEST_LISTING // BLOCK)
        if process.returncode != 0:
            complaints.seek(0)
            raise IkonzeptError("git-failed", command=arguments[0], message=last_line(complaints.read()))
    return out


def started(
    cwd: Path, *arguments: str, stdin: IO[bytes] | int, stderr: IO[bytes] | int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """As ``run_git``, for answers too large to be held at once."""
    return subprocess.Popen(  # noqa: S603  as run_git
        ["git", *SAFE_FLAGS, *arguments],  # noqa: S607
        cwd=cwd,
        env=environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


def environment() -> dict[str, str]:
    """The variables that git runs with: none that a surrounding hook has set, nothing switched on."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN} | _SAFE_ENVIRONMENT


BLOCK = 1024 * 1024


_LONGEST_LISTING = 64 * BLOCK


def last_line(stderr: bytes) -> str:
    """The last thing that git says of what went wrong."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return re.sub(r"^fatal: ", "", lines[-1]) if lines else ""
