"""One moment of the concept's files: the working tree, texts in memory; a git revision (``repository``) is another."""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from ikonzept import document
from ikonzept.model.files import FOLDERS, meant_folder, noun_of

_SKIPPED = frozenset((".git", ".venv", "node_modules", "__pycache__"))


_BLOCK = 64 * 1024
"""So much is asked for at a time: most files are smaller, and room for the limit would have to be made for each."""


class Source(Protocol):
    """One moment of the concept's files: the working tree, a git revision."""

    def paths(self) -> Mapping[str, str]:
        """Every file, relative to the concept, with its kind: ``file``, ``link`` or ``other``.

        ``folder`` is a folder that is not walked, only named, because its name is a mistyped one of ours.
        """

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files, or why one cannot be read."""

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of these files of any size, or why one cannot be read."""

    def some(self, paths: Collection[str]) -> "Source":
        """The same moment, of which only those of these files are seen that it has; the others are not asked for."""


class Tree:
    """The working tree below a folder; symbolic links are never followed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def paths(self) -> dict[str, str]:
        """The files in the folders of the concept, and those at its top."""
        return dict(self._walk(self.folder, ""))

    def _walk(self, folder: Path, prefix: str) -> Iterator[tuple[str, str]]:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            path = prefix + entry.name
            if entry.is_symlink():
                yield path, "link"
            elif entry.is_dir():
                if noun_of(path):
                    yield path, "other"  # a folder where a file belongs
                elif (prefix or entry.name in FOLDERS) and entry.name not in _SKIPPED:
                    yield from self._walk(folder / entry.name, path + "/")
                elif meant_folder(path):
                    yield path, "folder"
            else:
                yield path, "file" if entry.is_file() else "other"

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files; a file beyond the limit is read no further than the limit."""
        for path in paths:
            try:
                yield path, _content(os.path.join(self.folder, path))  # noqa: PTH118  a Path for each file costs more
            except OSError as problem:
                yield path, problem

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of these files, read in blocks."""
        for path in paths:
            try:
                with (self.folder / path).open("rb") as file:
                    yield path, hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as problem:
                yield path, problem

    def some(self, paths: Collection[str]) -> "Narrowed":
        """Those of these files that are there; what lies behind a link is not."""
        return Narrowed(self, {path: kind for path in sorted(paths) if (kind := self._kind(path))})

    def _kind(self, path: str) -> str | None:
        *folders, _ = path.split("/")
        if any(self.folder.joinpath(*folders[: depth + 1]).is_symlink() for depth in range(len(folders))):
            return None
        file = self.folder / path
        if file.is_symlink():
            return "link"
        return "file" if file.is_file() else "other" if file.exists() else None


def _content(path: str) -> bytes:
    """What a file holds, no further than the limit; with few calls, for a concept may have thousands of files."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts, left = [], document.MAX_BYTES + 1
        while left and (part := os.read(handle, min(left, _BLOCK))):
            parts.append(part)
            left -= len(part)
    finally:
        os.close(handle)
    return b"".join(parts)


class Texts:
    """A concept from texts in memory, for tests and previews: path → text."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def paths(self) -> dict[str, str]:
        """Every path is a file."""
        return dict.fromkeys(self.texts, "file")

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The texts, encoded."""
        for path in paths:
            yield path, self.texts[path].encode()

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of the texts, encoded."""
        for path in paths:
            yield path, hashlib.sha256(self.texts[path].encode()).hexdigest()

    def some(self, paths: Collection[str]) -> "Texts":
        """Those of these texts that there are."""
        return Texts({path: text for path, text in self.texts.items() if path in paths})


class Narrowed:
    """Some files of a source, and no look at the others."""

    def __init__(self, source: "Source", files: Mapping[str, str]) -> None:
        self.source = source
        self.files = files

    def paths(self) -> dict[str, str]:
        """The files that are looked at."""
        return dict(self.files)

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files."""
        return self.source.read(paths)

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of these files."""
        return self.source.digests(paths)

    def some(self, paths: Collection[str]) -> "Narrowed":
        """Some of them."""
        return Narrowed(self.source, {path: kind for path, kind in self.files.items() if path in paths})


class Overlaid:
    """A source with the texts of some files laid over it."""

    def __init__(self, source: Source, texts: Mapping[str, bytes]) -> None:
        self.source = source
        self.texts = texts

    def paths(self) -> dict[str, str]:
        """The files of the source, and these."""
        return {**self.source.paths(), **dict.fromkeys(self.texts, "file")}

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files, in the order asked for."""
        others = self.source.read([path for path in paths if path not in self.texts])
        for path in paths:
            yield (path, self.texts[path]) if path in self.texts else next(others)

    def digests(self, paths: Sequence[str]) -> Iterator[tuple[str, str | OSError]]:
        """The SHA-256 of these files."""
        yield from self.source.digests([path for path in paths if path not in self.texts])
        for path in paths:
            if path in self.texts:
                yield path, hashlib.sha256(self.texts[path]).hexdigest()

    def some(self, paths: Collection[str]) -> Narrowed:
        """Those of these files that there are."""
        return Narrowed(self, {path: kind for path, kind in self.paths().items() if path in paths})


class Overlay(Overlaid):
    """A source with one file's text laid over it, as an editor holds it before it is saved."""

    def __init__(self, source: Source, path: str, raw: bytes) -> None:
        super().__init__(source, {path: raw})
        self.path = path
