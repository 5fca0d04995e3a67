"""Stopped at any operation, by a kill, a signal or a failure: the concept is as it was or as it was to be."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ikonzept import journal, transaction
from ikonzept.errors import IkonzeptError

Git = Callable[..., str]
PROGRAM = Path(__file__).with_name("interrupted.py")
OLD = {
    "konzept.yaml": b"format: 1\r\n",
    "massnahmen/M-001.yaml": b"titel: a\n",
    "massnahmen/M-002.yaml": b"titel: b\n",
    "texte/a.md": b"alt\n",
    "neu.txt": b"meins\n",
}
EDITS = [
    {"path": "konzept.yaml", "texts": ["format: 1\r\n", "format: 2\r\n"]},
    {"path": "haushalt/tief/2030.yaml", "texts": [None, "stand: Plan\n"]},
    {"path": "massnahmen/M-002.yaml", "texts": ["titel: b\n", None]},
]
NEW = {path: raw for path, raw in OLD.items() if path != "massnahmen/M-002.yaml"} | {
    "konzept.yaml": b"format: 2\r\n",
    "haushalt/tief/2030.yaml": b"stand: Plan\n",
}
WISH = ["Fortschreibung 2024", "fortschreibung/2024", "2024-10-15T12:00:00+02:00"]


@dataclass(frozen=True)
class Shape:
    """A kind of concept: where it lies, what git makes of it, what is wished for."""

    prefix: str = ""
    git: tuple[str, ...] | None = ()
    commits: bool = True
    wish: tuple[str | None, ...] | None = tuple(WISH)


SHAPES = {
    "in a folder": Shape(prefix="kreis/konzept"),
    "sha256": Shape(git=("--object-format=sha256",)),
    "first commit": Shape(commits=False),
    "tag only": Shape(wish=(None, *WISH[1:])),
    "files only": Shape(wish=None),
    "no git": Shape(git=None, wish=None),
}


def made(folder: Path, shape: Shape, git: Git) -> Path:
    """A concept with changes of the user's own, staged and not, beside what is to be changed."""
    concept = folder / shape.prefix
    write(concept, OLD)
    if shape.git is not None:
        git(folder, "init", "-q", "--template=", "-b", "main", *shape.git)
        (concept / "konzept.yaml").write_bytes(b"format: 1\n")
        if shape.commits:
            git(concept, "add", "konzept.yaml", "massnahmen")
            git(folder, "commit", "-qm", "Eins")
        (concept / "konzept.yaml").write_bytes(OLD["konzept.yaml"])
        (concept / "massnahmen/M-001.yaml").write_bytes(b"titel: eingetragen\n")
        git(concept, "add", "massnahmen/M-001.yaml", "texte/a.md")
        (concept / "massnahmen/M-001.yaml").write_bytes(OLD["massnahmen/M-001.yaml"])
    return concept


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def state(folder: Path, shape: Shape, git: Git) -> dict[str, Any]:
    """Everything that a transaction may change: files, folders, index, HEAD, branches and tags."""
    found: dict[str, Any] = {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in (folder / shape.prefix).rglob("*")
        if ".git" not in path.relative_to(folder).parts and not path.name.endswith("ikonzept-lock")
    }
    if shape.git is not None:
        found["HEAD"] = git(folder, "symbolic-ref", "HEAD"), git(folder, "for-each-ref")
        found["index"] = git(folder, "ls-files", "-s"), git(folder, "diff", "--cached")
    return found


@dataclass(frozen=True)
class Runs:
    """The runs of one transaction, each stopped one operation later, and what it is without."""

    folder: Path
    shape: Shape
    old: dict[str, Any]
    new: dict[str, Any]
    ended: dict[str, int]

    def __iter__(self) -> Iterator[tuple[Path, int]]:
        return ((self.folder / name, code) for name, code in self.ended.items() if code != 0)


def runs(folder: Path, name: str, mode: str, git: Git) -> Runs:
    shape = SHAPES[name]
    template = folder / "vorlage"
    template.mkdir()
    made(template, shape, git)
    scenario = {"prefix": shape.prefix, "edits": EDITS, "wish": shape.wish}
    ended = started(template, scenario, mode)
    *_, last = ended
    return Runs(folder, shape, state(template, shape, git), state(folder / last, shape, git), ended)


def started(template: Path, scenario: dict[str, Any], mode: str) -> dict[str, int]:
    told = template.with_name(f"{template.name}.json")
    told.write_text(json.dumps(scenario))
    done = subprocess.run([sys.executable, PROGRAM, template, told, mode], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ended = {name: int(code) for name, code in (line.rsplit(" ", 1) for line in done.stdout.splitlines())}
    assert list(ended.values())[-1] == 0
    return ended


def sound(folder: Path, shape: Shape, git: Git) -> None:
    """Each file is old or new, git finds nothing wrong."""
    concept = folder / shape.prefix
    for path in OLD.keys() | NEW.keys():
        content = (concept / path).read_bytes() if (concept / path).exists() else None
        assert content in {OLD.get(path), NEW.get(path)}, path
    if shape.git is not None:
        git(folder, "fsck", "--strict")


# --- killed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHAPES)
def test_killed_at_any_operation(name: str, tmp_path: Path, git: Git) -> None:
    """Every file is old or new; what is unfinished is named, nothing else is begun, and it can be completed."""
    found, named = runs(tmp_path, name, "kill", git), 0
    for folder, _ in found:
        sound(folder, found.shape, git)
        concept = folder / found.shape.prefix
        left = journal.unfinished(concept)
        if left:
            named += 1
            assert left.command == "ikonzept edition adopt 2024"
            with pytest.raises(IkonzeptError, match="transaction-unfinished"):
                transaction.apply(concept, [], None, transaction.Caller(("budget",)))
            with pytest.raises(IkonzeptError, match="transaction-unfinished"):
                transaction.resume(concept, transaction.Caller(("budget",)))
        transaction.resume(concept, transaction.Caller(("edition", "adopt", "2024")))
        for path in transaction.leftovers(concept):
            assert left is None
            transaction.remove_leftover(concept / path)
        assert state(folder, found.shape, git) in (found.old, found.new), folder.name
        assert journal.unfinished(concept) is None
        sound(folder, found.shape, git)
    assert named > (3 if found.shape.wish and found.shape.wish[0] is None else 5)


def test_the_recovery_killed_at_any_operation(tmp_path: Path, git: Git) -> None:
    found = runs(tmp_path, "in a folder", "kill", git)
    unfinished = [folder for folder, _ in found if journal.unfinished(folder / found.shape.prefix)]
    for template in unfinished[1::8]:
        ended = started(template, {"prefix": found.shape.prefix, "recover": True}, "kill")
        for name in ended:
            folder = tmp_path / name
            sound(folder, found.shape, git)
            transaction.recover(folder / found.shape.prefix)
            assert state(folder, found.shape, git) in (found.old, found.new)


# --- failed and interrupted --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["in a folder", "first commit", "no git"])
def test_failed_at_any_operation(name: str, tmp_path: Path, git: Git) -> None:
    """A failure leaves everything as it was; one that comes after it has happened changes nothing any more."""
    found = runs(tmp_path, name, "raise", git)
    for folder, code in found:
        left = journal.unfinished(folder / found.shape.prefix)
        if left:  # what undoes has failed, too
            transaction.recover(folder / found.shape.prefix)
        assert state(folder, found.shape, git) == (found.new if code == 97 else found.old), folder.name


@pytest.mark.parametrize(
    ("mode", "code", "name"),
    [("SIGINT", 130, "in a folder"), ("SIGTERM", -15, "in a folder"), ("SIGHUP", -1, "files only")],
)
def test_interrupted_at_any_operation(mode: str, code: int, name: str, tmp_path: Path, git: Git) -> None:
    found = runs(tmp_path, name, mode, git)
    for folder, ended in found:
        assert journal.unfinished(folder / found.shape.prefix) is None
        assert ended in {code, 97}
        assert state(folder, found.shape, git) == (found.new if ended == 97 else found.old), folder.name
