"""Opens two texts, or two folders of texts, that belong to no concept."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from ikonzept import document
from ikonzept.commands.options import say_aside
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.prose.units import header
from ikonzept.reports.diff.change import Diff, Side, Unreadable
from ikonzept.reports.diff.files import TextPair, compare_files, paired
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
    read = [_read(path) for path in (old, new)]
    for path, found in zip((old, new), read, strict=True):
        if isinstance(found, _Refused):
            code = "synopsis-office" if found.is_office else "synopsis-unreadable"
            raise IkonzeptError(code, path=str(path), reason=found.reason)
    before, after = (found for found in read if isinstance(found, _Read))
    return Beside(names, (_pair("", names, (before, after)),), ())


# --- folders -------------------------------------------------------------------------------------------------------


def _folders(old: Path, new: Path) -> Beside:
    """The texts of both folders; what has another ending, and links, are passed over, and said."""
    sides = [_listed(folder) for folder in (old, new)]
    if passed := sorted({name for found in sides for name in found.passed}):
        shown = ", ".join(passed[:_SHOWN]) + (" …" if len(passed) > _SHOWN else "")
        say_aside("synopsis.passed", n=len(passed), names=shown)
    if not any(found.files for found in sides):
        raise IkonzeptError("synopsis-empty", exit_code=Exit.USAGE, old=str(old), new=str(new))
    read = [{name: _read(path) for name, path in found.files.items()} for found in sides]
    refused = sorted({name for found in read for name, one in found.items() if isinstance(one, _Refused)})
    unreadable = (Unreadable(name, *(isinstance(found.get(name), _Refused) for found in read)) for name in refused)
    old_texts, new_texts = (
        {name: one for name, one in found.items() if isinstance(one, _Read) and name not in refused} for found in read
    )
    together = paired(*({name: one.said for name, one in found.items()} for found in (old_texts, new_texts)))
    pairs = (
        _pair(after or before, (before or after, after or before), (old_texts.get(before), new_texts.get(after)))
        for before, after in together
    )
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
class _Read:
    """A file's text, with empty lines where its header was, and what the header calls it.

    A header is no text: what it says of a file of the concept may be internal.
    """

    said: str
    title: str
    header: str


@dataclass(frozen=True)
class _Refused:
    """Why a file cannot be read, in words; whether another program's format is the reason."""

    reason: str
    is_office: bool = False


def _read(path: Path) -> "_Read | _Refused":
    """A file's text; one beyond the limit is read no further than the limit."""
    if not path.is_file():
        return _Refused(text("synopsis.no_file"))
    with path.open("rb") as file:
        raw = file.read(document.MAX_BYTES + 1)
    try:
        said = document.decode(raw)
    except document.SyntaxProblem as problem:
        is_office = raw.startswith(_OFFICE)
        return _Refused(text(f"finding.syntax-{problem.code}", **problem.params), is_office)
    head = header(said)
    return _Read("\n" * head.count("\n") + said[len(head) :], _title(head), head)


_OFFICE = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
"""What the files of Word and its like begin with, PDF, and the older Word."""


def _title(head: str) -> str:
    try:
        found = document.read_yaml("\n".join(head.split("\n")[1:-2]))
    except document.SyntaxProblem:
        return ""
    return next((str(value) for key, value in found.items() if key.lower() in {"titel", "title"} and value), "")


def _pair(name: str, paths: tuple[str, str], read: tuple[_Read | None, _Read | None]) -> TextPair:
    old, new = read
    if old and new and old.header.split() != new.header.split():
        say_aside("synopsis.header", path=paths[1])
    titles = old.title if old else "", new.title if new else ""
    return TextPair(name, *paths, old.said if old else None, new.said if new else None, titles)
