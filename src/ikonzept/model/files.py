"""Which file holds what: the noun a path is of, and the id its name gives."""

from ikonzept.model.words import ATTACHMENTS, MANIFEST, Noun

FOLDERS = frozenset(noun.folder.split("/")[0] for noun in Noun if noun is not Noun.MANIFEST) | {ATTACHMENTS}
"""The top folders of a concept."""

_BY_FOLDER = {noun.folder: noun for noun in Noun if noun is not Noun.MANIFEST}
_READMES = frozenset(("readme.md", "liesmich.md"))


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
    if noun is None or not name.endswith(noun.suffix) or name.startswith((".", "~")) or name.casefold() in _READMES:
        return None
    return noun


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
