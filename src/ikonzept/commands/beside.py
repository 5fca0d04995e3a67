"""Opens two texts, or two folders of texts, that belong to no concept."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from ikonzept import document
from ikonzept.commands.options import say_aside
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.reports.diff.change import Diff, Side, Unreadable
from ikonzept.reports.diff.files import TextPair, compare_files
from ikonzept.texts import text

_ENDINGS = (".md", ".markdown")
_SHOWN = 5
"""So many of the files that are passed over are named."""


@dataclass(frozen=True)
class Beside:
    """Two sides of texts, in pairs."""

    names: tuple[str, str]
    pairs: tuple[TextPair, ...]
    unreadable: tuple[Unreadable, ...]

    def diff(self, title: str | None) -> Diff:
        """What changed; without a title, that of the texts."""
        return compare_files(self.pairs, Side(self.names[0]), Side(self.names[1]), self.unreadable, title)

    def texts(self, side: int, paths: Collection[str]) -> Mapping[str, str]:
        """The texts of these files on one side."""
        sides = ((pair.old_path, pair.old) if side == 0 else (pair.new_path, pair.new) for pair in self.pairs)
        return {path: said for path, said in sides if path in paths and said is not None}


def open_texts(old: Path, new: Path) -> Beside:
    """Two files, or two folders whose files belong together by their names.

    Raises ``IkonzeptError`` for what is not there, for a file beside a folder, and for a file that cannot be read.
    """
    for path in (old, new):
        if not path.exists():
            raise IkonzeptError("synopsis-missing", exit_code=Exit.USAGE, path=str(path))
    if old.is_dir() is not new.is_dir():
        raise IkonzeptError("synopsis-mixed", exit_code=Exit.USAGE, old=str(old), new=str(new))
    return _folders(old, new) if old.is_dir() else _files(old, new)


def _names(old: Path, new: Path) -> tuple[str, str]:
    """What the two sides are called: by their names, or as they were given where these are the same."""
    names = tuple((path if path.name not in {"", ".."} else path.resolve()).name for path in (old, new))
    return (names[0], names[1]) if names[0] != names[1] else (str(old), str(new))


def _files(old: Path, new: Path) -> Beside:
    names = _names(old, new)
    read = [_text(path) for path in (old, new)]
    for path, found in zip((old, new), read, strict=True):
        if isinstance(found, _Refused):
            raise IkonzeptError("synopsis-unreadable", path=str(path), reason=found.reason)
    before, after = (found if isinstance(found, str) else None for found in read)
    return Beside(names, (TextPair("", *names, before, after),), ())


# --- folders -------------------------------------------------------------------------------------------------------


def _folders(old: Path, new: Path) -> Beside:
    """The texts of both folders; what has another ending, and links, are passed over, and said."""
    sides = [_listed(folder) for folder in (old, new)]
    if passed := sorted({name for found in sides for name in found.passed}):
        shown = ", ".join(passed[:_SHOWN]) + (" …" if len(passed) > _SHOWN else "")
        say_aside("synopsis.passed", n=len(passed), names=shown)
    if not any(found.files for found in sides):
        raise IkonzeptError("synopsis-empty", exit_code=Exit.USAGE, old=str(old), new=str(new))
    pairs, unreadable = [], []
    for name in sorted({*sides[0].files, *sides[1].files}):
        paths = [found.files.get(name) for found in sides]
        read = [_text(path) if path else None for path in paths]
        if any(isinstance(found, _Refused) for found in read):
            unreadable.append(Unreadable(name, *(isinstance(found, _Refused) for found in read)))
            continue
        before, after = (found if isinstance(found, str) else None for found in read)
        pairs.append(TextPair(name, name, name, before, after))
    return Beside(_names(old, new), tuple(pairs), tuple(unreadable))


@dataclass(frozen=True)
class _Listed:
    """The texts below a folder by their names in it, and what else is there."""

    files: Mapping[str, Path]
    passed: tuple[str, ...]


def _listed(folder: Path) -> _Listed:
    files: dict[str, Path] = {}
    passed = []
    for name, path, is_text in _walk(folder, ""):
        if is_text:
            files[name] = path
        else:
            passed.append(name)
    return _Listed(files, tuple(passed))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, Path, bool]]:
    """Everything below a folder, hidden things apart; names of one composition, whatever system wrote them."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = prefix + normalize("NFC", entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{name}/")
        else:
            is_text = entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(_ENDINGS)
            yield name, folder / entry.name, is_text


# --- reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Refused:
    """Why a file cannot be read, in words."""

    reason: str


def _text(path: Path) -> "str | _Refused":
    """A file's text; one beyond the limit is read no further than the limit."""
    if not path.is_file():
        return _Refused(text("synopsis.no_file"))
    with path.open("rb") as file:
        raw = file.read(document.MAX_BYTES + 1)
    try:
        return document.decode(raw)
    except document.SyntaxProblem as problem:
        return _Refused(text(f"finding.syntax-{problem.code}", **problem.params))
