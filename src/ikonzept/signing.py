"""Signs a tag with the person's own key, by the program their own configuration names, never by a repository's."""

import subprocess
import tempfile
from pathlib import Path

from ikonzept.errors import IkonzeptError
from ikonzept.repository.calls import run_git
from ikonzept.repository.objects import Person

_OWN_SCOPES = frozenset(("system", "global", "command"))
"""Where a person's own settings stand; ``local`` and ``worktree`` are the repository's."""


def signature(folder: Path, who: Person, payload: bytes) -> bytes:
    """The signature git puts below a tag's text (OpenPGP or SSH).

    Raises ``IkonzeptError``: ``sign-program`` where the repository itself names a program, ``sign-format``,
    ``sign-key`` and ``sign-failed``.
    """
    settings = _settings(folder)
    kind = settings.get("gpg.format", "openpgp")
    key = settings.get("user.signingkey", "")
    if key.startswith("-"):
        raise IkonzeptError("sign-key", key=key)
    if kind == "openpgp":
        program = settings.get("gpg.openpgp.program", settings.get("gpg.program", "gpg"))
        return _openpgp(program, key or f"{who.name} <{who.email}>", payload)
    if kind == "ssh":
        return _ssh(settings.get("gpg.ssh.program", "ssh-keygen"), key, payload)
    raise IkonzeptError("sign-format", format=kind)


def _settings(folder: Path) -> dict[str, str]:
    """What git is told about signing, by lower-case key."""
    asked = ("config", "--show-scope", "--null", "--get-regexp", r"^(gpg\..*|user\.signingkey)$")
    fields = run_git(folder, *asked, patience=10).stdout.decode("utf-8", "replace").split("\0")
    found: dict[str, str] = {}
    for scope, entry in zip(fields[::2], fields[1::2], strict=False):
        name, _, value = entry.partition("\n")
        if name.startswith("gpg.") and scope not in _OWN_SCOPES:
            raise IkonzeptError("sign-program", key=name)
        found[name] = value
    return found


def _openpgp(program: str, key: str, payload: bytes) -> bytes:
    return _run([program, "--status-fd=2", "-bsau", key], payload)


def _ssh(program: str, key: str, payload: bytes) -> bytes:
    """OpenSSH signs a file; the key is the path of one."""
    path = Path(key).expanduser()
    if not key or key.startswith("key::") or not path.is_file():
        raise IkonzeptError("sign-key", key=key)
    with tempfile.TemporaryDirectory() as room:
        text = Path(room, "tag")
        text.write_bytes(payload)
        _run([program, "-Y", "sign", "-n", "git", "-f", str(path), str(text)], b"")
        return Path(room, "tag.sig").read_bytes()


def _run(command: list[str], stdin: bytes) -> bytes:
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, check=False)  # noqa: S603  the person's own
    except OSError as problem:
        raise IkonzeptError("sign-failed", program=command[0], message=problem.strerror or str(problem)) from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise IkonzeptError("sign-failed", program=command[0], message=lines[-1] if lines else "")
    return done.stdout
