"""Ids of measures: which are taken, which one comes next, and which a new one may have."""

import re
from typing import TYPE_CHECKING

from ikonzept.errors import Exit, IkonzeptError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ikonzept.commands.opening import Opened


def taken(opened: "Opened") -> "list[str]":
    """The ids that have a file or ever had one: also one that cannot be read, or that git remembers."""
    from ikonzept.model.files import identifier_of, noun_of
    from ikonzept.model.words import Noun

    paths = [*opened.loaded.files, *_remembered(opened)]
    return sorted({identifier_of(path, Noun.MEASURE) for path in paths if noun_of(path) is Noun.MEASURE})


def _remembered(opened: "Opened") -> "Iterable[str]":
    """The files that git knows of, deleted ones too; none where there is no git, or it does not answer."""
    from ikonzept.repository.opening import open_repository

    try:
        repository = open_repository(opened.folder)
        if repository is None or not repository.has_commits:
            return ()
        return {*repository.deleted("HEAD"), *repository.entries("HEAD")}
    except IkonzeptError:
        return ()


def free_id(known: "Sequence[str]") -> str:
    """The next free id of a measure: with the stem of the highest one and as many digits as any of that stem."""
    numbers = [
        (int(found[2]), found[1], len(found[2])) for name in known if (found := re.fullmatch(r"(\D*?)(\d+)", name))
    ]
    highest, stem, _ = max(numbers, default=(0, "M-", 3))
    width = max((digits for _, one, digits in numbers if one == stem), default=3)
    return f"{stem}{highest + 1:0{width}}"


def free_for_measure(opened: "Opened", name: str) -> None:
    """Raises ``IkonzeptError`` where an id is none, or something has it already, or has had it.

    Ids are unique over all kinds. Two that differ only in upper and lower case are one file on Windows and macOS; two
    that differ only in leading zeros are one to people.
    """
    from ikonzept.model.fields import is_id
    from ikonzept.model.files import path_of
    from ikonzept.model.words import Noun
    from ikonzept.reports import things

    known = taken(opened)
    if not is_id(name):
        raise IkonzeptError("adding-id", exit_code=Exit.USAGE, name=name)
    found = things.find(opened.loaded.concept, name)
    if found is not None:
        params = {"id": name, "title": things.title_of(found.thing), "free": free_id(known)}
        raise IkonzeptError("adding-id-taken", exit_code=Exit.USAGE, **params)
    if path_of(Noun.MEASURE, name) in opened.loaded.files:
        raise IkonzeptError("thing-unreadable", path=path_of(Noun.MEASURE, name))
    alike = next((one for one in known if _bare(one) == _bare(name)), None)
    if alike is not None:
        code = "adding-id-former" if alike == name else "adding-id-alike"
        raise IkonzeptError(code, exit_code=Exit.USAGE, id=name, other=alike, free=free_id(known))


def _bare(name: str) -> str:
    """What people take for the same id."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", name.casefold())
