"""Source → Loaded: walks the files, reads, validates; a broken file gives findings, everything else still loads."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ikonzept import document
from ikonzept.document import SyntaxProblem
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import Finding, Place, Severity, error, info
from ikonzept.model.chapter import Chapter
from ikonzept.model.concept import MODELS, Concept, mentions
from ikonzept.model.files import FOLDERS, enclosure_path, enclosures, identifier_of, noun_of, path_of
from ikonzept.model.indicator import Series
from ikonzept.model.paper import Paper, paper_id
from ikonzept.model.words import MANIFEST, Kind, Noun
from ikonzept.rereading import Rereader
from ikonzept.sources import Source, Texts

FORMAT = 1

Read = Callable[[str, bytes], document.Data]
"""What makes data of a path and the bytes there, or raises ``SyntaxProblem``."""


def find_concept(start: Path) -> Path:
    """The folder of the concept: the given one or the nearest above it that holds ``konzept.yaml``.

    Raises ``IkonzeptError`` where there is none.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / MANIFEST).is_file():
            return folder
    raise IkonzeptError("no-concept", exit_code=Exit.USAGE, path=str(start))


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
    return _loaded(files, list(_not_files(files, only)), (_gathered(source, _wanted(files, only), files),))


def load_both(old: Source, new: Source, changed: Collection[str], also: Collection[str] = ()) -> tuple[Loaded, Loaded]:
    """Two moments of a concept, read as far as they differ: what changed costs, not what exists.

    Read are the ``changed`` files on either side, and once for both sides ``konzept.yaml``, the files ``also`` asked
    for and those that the changed ones refer to.
    """
    sides = [side.some(changed) for side in (old, new)]
    read = Rereader().read
    differing = [_gathered(side, sorted(files), files, read) for side in sides for files in (side.paths(),)]
    asked = {MANIFEST, *also, *(path for one in differing for path in _referred(one))} - set(changed)
    both = new.some(asked)
    shared = _gathered(both, sorted(both.paths()), both.paths())
    loaded = []
    for side, own in zip(sides, differing, strict=True):
        files = {**both.paths(), **side.paths()}
        loaded.append(_loaded(files, list(_not_files(files, None)), (own, shared)))
    return loaded[0], loaded[1]


def _referred(gathered: "_Gathered") -> Iterator[str]:
    """The files that things refer to; of a chapter only its name is known, so it is not among them."""
    things = [thing for group in gathered.things.values() for thing in group.values()]
    yield from (path_of(Noun.INDICATOR, thing.id) for thing in things if isinstance(thing, Series))
    named = {(mention.kinds, mention.name) for thing in things for mention in mentions(thing)}
    for kind, name in {(kind, name) for kinds, name in named for kind in kinds}:
        if noun := _NOUNS.get(kind):
            path = path_of(noun, _file_name(name, kind))
            if noun_of(path) is noun:  # a name may hold anything, also a way out of the folder
                yield path


def _file_name(name: str, kind: Kind) -> str:
    """The id of the file in which a thing stands: a goal's is its field of action, a submission's its event."""
    if kind is Kind.PAPER:
        return paper_id(name)
    return name.rpartition(".")[0] if kind in {Kind.GOAL, Kind.SUBMISSION} else name


_NOUNS = {
    Kind.MEASURE: Noun.MEASURE,
    Kind.ACTION_FIELD: Noun.ACTION_FIELD,
    Kind.GOAL: Noun.ACTION_FIELD,
    Kind.EVENT: Noun.EVENT,
    Kind.SUBMISSION: Noun.EVENT,
    Kind.PAPER: Noun.PAPER,
    Kind.EDITION: Noun.EDITION,
    Kind.INDICATOR: Noun.INDICATOR,
    Kind.GRANT: Noun.GRANT,
}
"""The noun whose file holds the things of a kind, where the name of one tells its file."""


@dataclass(frozen=True)
class _Gathered:
    """What was found in some files: things by noun and id, their paths, and what is wrong."""

    things: Mapping[Noun, dict[str, Any]]
    paths: dict[int, str]
    first_lines: dict[int, int]
    findings: list[Finding]


def _gathered(source: Source, wanted: Iterable[str], files: Mapping[str, str], read: Read = document.read) -> _Gathered:
    readable = {path: noun for path in wanted if files[path] == "file" and (noun := noun_of(path))}
    found = _Gathered({noun: {} for noun in Noun}, {}, {}, [])
    things, paths = found.things, found.paths
    for path, raw in source.read(tuple(readable)):
        noun = readable[path]
        problems, thing = _thing(path, noun, raw, read)
        found.findings.extend(problems)
        if thing is None:
            continue
        identifier = identifier_of(path, noun)
        if identifier in things[noun]:
            other = paths[id(things[noun][identifier])]
            found.findings.append(error("id-twice", Place(path), id=identifier, other=other))
            continue
        if isinstance(raw, bytes):
            cut_off = document.cut_off(path, raw)
            found.findings.extend(info("text-cut-off", Place(path, key), rest=rest) for key, rest in cut_off)
        things[noun][identifier] = thing
        paths[id(thing)] = path
        if isinstance(thing, (Chapter, Paper)) and isinstance(raw, bytes):
            found.first_lines[id(thing)] = document.first_body_line(raw)
    return found


def _loaded(files: Mapping[str, str], findings: list[Finding], parts: Sequence[_Gathered]) -> Loaded:
    """What these parts make together; of a thing in two of them the first counts."""
    findings += [finding for part in parts for finding in part.findings]
    unreadable = frozenset(finding.place.path for finding in findings if finding.severity is Severity.ERROR)
    things = {noun: _merged([part.things[noun] for part in parts]) for noun in Noun}
    paths = {key: path for part in parts for key, path in part.paths.items()}
    first_lines = {key: line for part in parts for key, line in part.first_lines.items()}
    return Loaded(_concept(things, paths, first_lines), tuple(findings), unreadable, files)


def _merged(groups: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The things of all groups, sorted by id as one listing of the files would give them."""
    if len(groups) == 1:
        return groups[0]
    found = {name: thing for group in reversed(groups) for name, thing in group.items()}
    return {name: found[name] for name in sorted(found)}


def _wanted(files: Mapping[str, str], only: Iterable[str] | None) -> Iterator[str]:
    """The paths to look at, sorted."""
    wanted = None if only is None else {*only, MANIFEST}
    return (path for path in sorted(files) if wanted is None or path in wanted)


def _not_files(files: Mapping[str, str], only: Iterable[str] | None) -> Iterator[Finding]:
    """What stands where a file or folder of the concept belongs and is none; a missing manifest."""
    for path in _wanted(files, only):
        if files[path] != "file" and (path in FOLDERS or noun_of(path)):
            yield error(f"file-is-{files[path]}", Place(path))
    if MANIFEST not in files:
        yield error("manifest-missing", Place(MANIFEST))


def _concept(
    things: Mapping[Noun, Mapping[str, Any]], paths: Mapping[int, str], first_lines: Mapping[int, int]
) -> Concept:
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
        first_lines=first_lines,
    )


def checksums(source: Source | Mapping[str, str], loaded: Loaded) -> dict[str, str | OSError]:
    """The SHA-256 of every enclosure for which a Vorlage gives one, or why it cannot be read.

    Apart from ``load``, for enclosures may be large and only checks ask.
    """
    if isinstance(source, Mapping):
        source = Texts(source)
    given = {
        enclosure_path(item.file)
        for paper in loaded.concept.papers.values()
        for item in paper.attachments
        if item.file and item.sha256
    }
    if not given:
        return {}
    wanted = [path for name, path in enclosures(loaded.files).items() if name in given and loaded.files[path] == "file"]
    return dict(source.digests(sorted(wanted)))


# --- one file ------------------------------------------------------------------------------------------------------


def _thing(path: str, noun: Noun, raw: bytes | OSError, read: Read) -> tuple[list[Finding], Any]:
    """The findings of a file and the thing in it, ``None`` when it cannot be read."""
    if isinstance(raw, OSError):
        return [error("file-unreadable", Place(path), reason=raw.strerror or str(raw))], None
    try:
        data = read(path, raw)
    except SyntaxProblem as problem:
        place = Place(path, line=problem.line, column=problem.column)
        return [error(f"syntax-{problem.code}", place, **problem.params)], None
    return _validated(path, noun, data, raw)


def _validated(path: str, noun: Noun, data: document.Data, raw: bytes) -> tuple[list[Finding], Any]:
    if noun is Noun.MANIFEST:
        version = data.get("format")
        if isinstance(version, str) and re.fullmatch(r"[0-9]{1,9}", version) and int(version) != FORMAT:
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
