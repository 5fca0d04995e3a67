"""Files lie where they belong and every id is used once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from unicodedata import normalize

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, error, warning
from ikonzept.model.concept import Concept
from ikonzept.model.fields import Record
from ikonzept.model.files import FOLDERS, meant_folder, noun_of, stands_aside
from ikonzept.model.manifest import Manifest
from ikonzept.model.paper import paper_id
from ikonzept.model.words import ATTACHMENTS, MANIFEST, Kind, Noun

# --- where files lie -----------------------------------------------------------------------------------------------


def unknown_folder(case: Case) -> Iterator[Finding]:
    """No folder has a mistyped name of one of the concept's: what lies in it would not be read (``format.md``)."""
    for folder, meant in _mistyped_folders(case).items():
        told = warning if meant == ATTACHMENTS else error
        yield told("folder-unknown", Place(folder), meant=meant)


def misplaced_file(case: Case) -> Iterator[Finding]:
    """A file of the concept lies directly in its noun's folder and has its noun's ending (``format.md``).

    Where the place it belongs to is taken, it may be a copy (warning); else something of the concept is not read.
    """
    for path in _strangers(case):
        if belongs := _belongs(path):
            told = warning if belongs in case.files else error
            yield told("file-misplaced", Place(path), belongs=belongs)


def unknown_file(case: Case) -> Iterator[Finding]:
    """In the concept's folders lie only files of the concept; all else lies in ``anlagen/`` or elsewhere."""
    for path in _strangers(case):
        if not _belongs(path):
            close = MANIFEST if path.rpartition(".")[0].casefold() == MANIFEST.rpartition(".")[0] else None
            yield warning("file-unknown", Place(path), nearest=close)


def names_alike(case: Case) -> Iterator[Finding]:
    """No two files have names that differ in capitals only: on many computers they are one file."""
    first: dict[str, str] = {}
    for path in sorted(case.files):
        if noun_of(path) or path.startswith(f"{ATTACHMENTS}/"):
            other = first.setdefault(normalize("NFC", path).casefold(), path)
            if other != path:
                yield warning("file-names-alike", Place(path), other=other)


def link_in_folder(case: Case) -> Iterator[Finding]:
    """Nothing in the concept's folders is a symbolic link or a device, no part of ``texte/`` and no enclosure either.

    The loader tells it of what it would read, and of the top folders.
    """
    for path, kind in case.files.items():
        top, slash, _ = path.partition("/")
        if kind in _NO_FILES and slash and top in FOLDERS and not noun_of(path) and not stands_aside(path):
            yield error(f"file-is-{kind}", Place(path))


_NO_FILES = frozenset(("link", "other"))


def _mistyped_folders(case: Case) -> dict[str, str]:
    """Folders with a mistyped name, and what they should be called."""
    folders = {path for path, kind in case.files.items() if kind == "folder"}
    for folder in {path.rpartition("/")[0] for path in case.files}:
        top, _, rest = folder.partition("/")
        folders |= {top, f"{top}/{rest.partition('/')[0]}"}
    return {folder: meant for folder in sorted(folders) if (meant := meant_folder(folder))}


def misplaced(case: Case) -> tuple[str, ...]:
    """Where the files belong of which the rules above say that they lie elsewhere; of a whole folder, with a slash."""
    folders = (f"{meant}/" for meant in _mistyped_folders(case).values())
    return (*folders, *(belongs for path in _strangers(case) if (belongs := _belongs(path))))


def _strangers(case: Case) -> Iterator[str]:
    """Files that the concept does not read, where only such lie that it does; each problem is told elsewhere once."""
    mistyped = tuple(f"{folder}/" for folder in _mistyped_folders(case))
    for path, kind in case.files.items():
        if kind != "file" or noun_of(path) or stands_aside(path) or path.startswith(mistyped):
            continue
        top, slash, _ = path.partition("/")
        if top in FOLDERS - {ATTACHMENTS} if slash else path.casefold().endswith((".yaml", ".yml")) or path in FOLDERS:
            yield path


_ENDINGS = {
    ".yaml": (".yaml", ".yml", ".yaml.txt", ".yml.txt"),
    ".md": (".md", ".markdown", ".mdown", ".md.txt"),
    ".csv": (".csv", ".csv.txt"),
}
"""What people and their programs make of an ending."""


def _belongs(path: str) -> str | None:
    """Where a misplaced file belongs: one of these folders with the ending, or nearly the ending, of its noun."""
    folder, _, name = path.rpartition("/")
    for noun in Noun:
        if noun is Noun.MANIFEST or noun.folder.split("/")[0] != path.split("/", maxsplit=1)[0]:
            continue
        ending = next((end for end in _ENDINGS[noun.suffix] if name.casefold().endswith(end)), None)
        if ending and len(name) > len(ending):
            home = folder if noun is Noun.CHAPTER else noun.folder
            return f"{home}/{name[: -len(ending)]}{noun.suffix}"
    return None


# --- ids -----------------------------------------------------------------------------------------------------------


def id_used_twice(case: Case) -> Iterator[Finding]:
    """An id is used once across everything that ``show`` and ``bezug`` accept (``format.md``).

    A fiscal year is ``haushalt/2022`` there and takes no part; accounts are numbers, not ids. Numbers used twice in
    one field or event are told by the rules for goals and submissions.
    """
    first: dict[str, _Holder] = {}
    twice: set[str] = set()
    for name, holder in _named(case.concept):
        if name not in first:
            first[name] = holder
        elif name.rpartition(".")[0] not in twice:  # where a field and an event share an id, their numbers do too
            twice.add(name)
            other = first[name].place(case.concept).path
            yield error("id-used-twice", holder.place(case.concept), id=name, other=other)


class _Holder(NamedTuple):
    """What bears an id: a record, and the fields that hold it; none where it is the file's name or a key."""

    record: Record
    fields: tuple[str, ...] = ()

    def place(self, concept: Concept) -> Place:
        """Where the id stands."""
        place = concept.place(self.record, *self.fields)
        return place if self.fields and not isinstance(self.record, Manifest) else replace(place, on_key=True)


_IN_FILES = (
    *(Kind.UNIT, Kind.ACTOR, Kind.COMMITTEE),
    *(Kind.CHAPTER, Kind.ACTION_FIELD, Kind.MEASURE, Kind.INDICATOR, Kind.EVENT, Kind.PAPER, Kind.EDITION, Kind.GRANT),
)
"""Kinds whose id is a file's name or a key in ``konzept.yaml``."""


def _named(concept: Concept) -> Iterator[tuple[str, _Holder]]:
    """Every id and what bears it; where one is found again, that is the second."""
    if manifest := concept.manifest:
        yield from ((name, _Holder(manifest, ("guiding_questions", name))) for name in manifest.guiding_questions)
    for kind in _IN_FILES:
        yield from ((name, _Holder(thing)) for name, thing in concept.ids(kind).items())
    for paper in concept.papers.values():
        if paper.number and paper_id(paper.number) != paper.id:
            yield paper_id(paper.number), _Holder(paper, ("number",))
    for numbered in (concept.goals, concept.submissions):
        yield from ((name, _Holder(thing, ("number",))) for name, thing in numbered.items())
    for year in concept.fiscal_years.values():
        yield from ((line.id, _Holder(line, ("id",))) for line in year.lines)


CHECKS: tuple[Check, ...] = (
    unknown_folder,
    misplaced_file,
    unknown_file,
    names_alike,
    link_in_folder,
    id_used_twice,
)
