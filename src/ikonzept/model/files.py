"""Which file holds what: the noun a path is of, and the id its name gives."""

from collections.abc import Mapping
from posixpath import normpath
from unicodedata import normalize

from ikonzept.model.words import ATTACHMENTS, MANIFEST, Noun

FOLDERS = frozenset(noun.folder.split("/")[0] for noun in Noun if noun is not Noun.MANIFEST) | {ATTACHMENTS}
"""The top folders of a concept."""

_BY_FOLDER = {noun.folder: noun for noun in Noun if noun is not Noun.MANIFEST}
_READMES = frozenset(("readme.md", "liesmich.md"))
_BY_NAME = {folder.rpartition("/")[2]: folder for folder in (*sorted(FOLDERS), *_BY_FOLDER)}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", " ": "-"})


def noun_of(path: str) -> Noun | None:
    """The noun a file is of, by its folder and ending; ``None`` for what is no file of the concept.

    Chapters may lie in sub-folders (the parts); everything else lies directly in its folder.
    """
    if path == MANIFEST:
        return Noun.MANIFEST
    folder, _, name = path.rpartition("/")
    noun = _BY_FOLDER.get(folder)
    if noun is None and folder.startswith(f"{Noun.CHAPTER.folder}/"):
        noun = Noun.CHAPTER
    if noun is None or not name.endswith(noun.suffix) or _stands_aside(name):
        return None
    return noun


def stands_aside(path: str) -> bool:
    """Whether a path is passed over in silence: hidden files and folders, lock files of office programs, READMEs."""
    return any(_stands_aside(name) for name in path.split("/"))


def _stands_aside(name: str) -> bool:
    return name.startswith((".", "~")) or name.casefold() in _READMES


def meant_folder(folder: str) -> str | None:
    """The folder of the concept that a mistyped one means (``Maßnahmen``, ``vorlage``); ``None`` for any other."""
    above, _, name = folder.rpartition("/")
    if folder in FOLDERS or folder in _BY_FOLDER:
        return None
    slug = normalize("NFC", name).casefold().translate(_UMLAUTS)
    known = [
        own
        for own, path in _BY_NAME.items()
        if own[:1] == slug[:1]
        and abs(len(own) - len(slug)) <= _MISTYPED
        and path.startswith(f"{above}/" if above else "")
    ]
    if not known:
        return None
    from difflib import get_close_matches

    close = get_close_matches(slug, known, n=1, cutoff=0.85)
    return _BY_NAME[close[0]] if close else None


_MISTYPED = 2  # letters too many or too few


def enclosure_path(written: str) -> str | None:
    """The path of an enclosure in one spelling of umlauts and without ``./``.

    ``None`` for what is absolute, leads out by ``..`` or does not lie under ``anlagen/``.
    """
    path = normpath(normalize("NFC", written))
    return path if path.startswith(f"{ATTACHMENTS}/") and ".." not in written.split("/") else None


def enclosures(files: Mapping[str, str]) -> dict[str, str]:
    """What lies under ``anlagen/``, by its path in one spelling of umlauts."""
    return {normalize("NFC", path): path for path in files if path.startswith(f"{ATTACHMENTS}/")}


def identifier_of(path: str, noun: Noun) -> str:
    """The id a file name gives; a chapter's is the name without the leading number."""
    stem = path.rpartition("/")[2].removesuffix(noun.suffix)
    if noun is Noun.CHAPTER:
        number, dash, rest = stem.partition("-")
        return rest if dash and number.isdigit() and rest else stem
    return stem


def path_of(noun: Noun, identifier: str) -> str:
    """The file of a thing that lies directly in its noun's folder."""
    return f"{noun.folder}/{identifier}{noun.suffix}"
