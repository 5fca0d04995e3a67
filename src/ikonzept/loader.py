"""Source → Loaded: walks the files, reads, validates; a broken file gives findings, everything else still loads."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from ikonzept import document
from ikonzept.document import SyntaxProblem
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import Finding, Place, Severity, error
from ikonzept.model.concept import MODELS, Concept
from ikonzept.model.files import FOLDERS, identifier_of, noun_of
from ikonzept.model.words import MANIFEST, Noun

FORMAT = 1
_SKIPPED = frozenset((".git", ".venv", "node_modules", "__pycache__"))


def find_concept(start: Path) -> Path:
    """The folder of the concept: the given one or the nearest above it that holds ``konzept.yaml``.

    Raises ``IkonzeptError`` where there is none.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / MANIFEST).is_file():
            return folder
    raise IkonzeptError("no-concept", exit_code=Exit.USAGE, path=str(start))


class Source(Protocol):
    """One moment of the concept's files: the working tree, a git revision."""

    def paths(self) -> Mapping[str, str]:
        """Every file, relative to the concept, with its kind: ``file``, ``link`` or ``other``."""

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files, or why one cannot be read."""


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
                if (prefix or entry.name in FOLDERS) and entry.name not in _SKIPPED:
                    yield from self._walk(folder / entry.name, path + "/")
            else:
                yield path, "file" if entry.is_file() else "other"

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The contents of these files; a file beyond the limit is read no further than the limit."""
        for path in paths:
            try:
                with (self.folder / path).open("rb") as file:
                    yield path, file.read(document.MAX_BYTES + 1)
            except OSError as problem:
                yield path, problem


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


@dataclass(frozen=True)
class Loaded:
    """What a source holds: the concept as far as it is readable, the findings, the unreadable files, all files."""

    concept: Concept
    findings: tuple[Finding, ...]
    unreadable: frozenset[str]
    files: Mapping[str, str]


def load(source: Source | Mapping[str, str], only: Iterable[str] | None = None) -> Loaded:
    """Reads a concept; never raises on content.

    ``only`` restricts reading to these paths and ``konzept.yaml``.
    """
    if isinstance(source, Mapping):
        source = Texts(source)
    files = source.paths()
    wanted = None if only is None else {*only, MANIFEST}
    findings: list[Finding] = []
    readable: dict[str, Noun] = {}
    for path, kind in sorted(files.items()):
        noun = noun_of(path)
        if noun is None or (wanted is not None and path not in wanted):
            continue
        if kind == "file":
            readable[path] = noun
        else:
            findings.append(error(f"file-is-{kind}", Place(path)))
    things: dict[Noun, dict[str, Any]] = {noun: {} for noun in Noun}
    paths: dict[int, str] = {}
    for path, raw in source.read(tuple(readable)):
        noun = readable[path]
        problems, thing = _thing(path, noun, raw)
        findings.extend(problems)
        if thing is None:
            continue
        identifier = identifier_of(path, noun)
        if identifier in things[noun]:
            findings.append(error("id-twice", Place(path), id=identifier, other=paths[id(things[noun][identifier])]))
            continue
        things[noun][identifier] = thing
        paths[id(thing)] = path
    if MANIFEST not in files:
        findings.append(error("manifest-missing", Place(MANIFEST)))
    unreadable = frozenset(finding.place.path for finding in findings if finding.severity is Severity.ERROR)
    return Loaded(_concept(things, paths), tuple(findings), unreadable, files)


def _concept(things: Mapping[Noun, Mapping[str, Any]], paths: Mapping[int, str]) -> Concept:
    return Concept(
        manifest=next(iter(things[Noun.MANIFEST].values()), None),
        chapters=things[Noun.CHAPTER],
        action_fields=things[Noun.ACTION_FIELD],
        measures=things[Noun.MEASURE],
        fiscal_years=things[Noun.FISCAL_YEAR],
        grants=things[Noun.GRANT],
        indicators=things[Noun.INDICATOR],
        series=things[Noun.SERIES],
        events=things[Noun.EVENT],
        papers=things[Noun.PAPER],
        editions=things[Noun.EDITION],
        paths=paths,
    )


# --- one file ------------------------------------------------------------------------------------------------------


def _thing(path: str, noun: Noun, raw: bytes | OSError) -> tuple[list[Finding], Any]:
    """The findings of a file and the thing in it, ``None`` when it cannot be read."""
    if isinstance(raw, OSError):
        return [error("file-unreadable", Place(path), reason=raw.strerror or str(raw))], None
    try:
        data = document.read(path, raw)
    except SyntaxProblem as problem:
        place = Place(path, line=problem.line, column=problem.column)
        return [error(f"syntax-{problem.code}", place, **problem.params)], None
    return _validated(path, noun, data, raw)


def _validated(path: str, noun: Noun, data: document.Data, raw: bytes) -> tuple[list[Finding], Any]:
    if noun is Noun.MANIFEST:
        version = data.get("format")
        if isinstance(version, str) and version.isdigit() and int(version) != FORMAT:
            code = "format-newer" if int(version) > FORMAT else "format-older"
            return [error(code, Place(path, ("format",)), format=version, known=FORMAT)], None
    elif "id" in data:
        return [error("schema-id-in-file", Place(path, ("id",), on_key=True))], None
    else:
        data["id"] = identifier_of(path, noun)
    try:
        return [], MODELS[noun].model_validate(data)
    except ValidationError as problem:
        from ikonzept.model.problems import findings_of

        return list(findings_of(path, MODELS[noun], problem, raw)), None
