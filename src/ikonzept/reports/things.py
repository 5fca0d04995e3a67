"""What a name means: an id, a printed number, an account, a file as ``check`` names it, an edition's tag."""

import re
from dataclasses import dataclass
from typing import Any

from ikonzept import values
from ikonzept.findings import siblings
from ikonzept.model.concept import Concept
from ikonzept.model.files import identifier_of, noun_of
from ikonzept.model.paper import paper_id
from ikonzept.model.words import Kind, Noun

FISCAL_YEAR = Noun.FISCAL_YEAR.folder
"""A fiscal year is shown as ``haushalt/2022``: its id alone may be an edition's."""
_EDITION_TAG = "fortschreibung/"

ORDER = (
    Kind.MEASURE,
    Kind.GOAL,
    Kind.ACTION_FIELD,
    Kind.PAPER,
    Kind.EDITION,
    Kind.CHAPTER,
    Kind.INDICATOR,
    Kind.LINE,
    Kind.GRANT,
    Kind.EVENT,
    Kind.SUBMISSION,
    Kind.UNIT,
    Kind.ACTOR,
    Kind.COMMITTEE,
    Kind.QUESTION,
)
"""In which order a name is looked up."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing under the name it was asked for by."""

    kind: str
    id: str
    thing: Any


def names(concept: Concept) -> list[str]:
    """Every name that can be shown, for "Meinten Sie …?"."""
    known = [name for kind in ORDER if kind is not Kind.PAPER for name in concept.ids(kind)]
    known += [paper.printed for paper in concept.papers.values()]
    known += [f"{FISCAL_YEAR}/{year}" for year in concept.fiscal_years]
    return known + sorted({str(account.number) for year in concept.fiscal_years.values() for account in year.accounts})


def alike(concept: Concept, name: str) -> tuple[str, ...]:
    """The names with the same beginning as a numbered one that nothing has (``sprache-bildung.9``)."""
    return siblings(name, names(concept))


def find(concept: Concept, name: str) -> Found | None:
    """What a name means, in the order of ``ORDER``; then a fiscal year, an account in its latest year, a file."""
    return _named(concept, name) or _account(concept, name) or _in_file(concept, name)


def _named(concept: Concept, name: str) -> Found | None:
    name = name.removeprefix(_EDITION_TAG) if name.removeprefix(_EDITION_TAG) in concept.editions else name
    for kind in ORDER:
        key = paper_id(name) if kind is Kind.PAPER else name
        thing = concept.ids(kind).get(key)
        if thing is not None:
            return Found(kind.value, key, thing)
    folder, slash, year = name.partition("/")
    if slash and folder == FISCAL_YEAR and year in concept.fiscal_years:
        return Found(Noun.FISCAL_YEAR.word, name, concept.fiscal_years[year])
    return None


def _in_file(concept: Concept, name: str) -> Found | None:
    """The thing in a file, also with the line and column that ``check`` prints behind it."""
    path = re.sub(r"(:[0-9]+){0,2}:?$", "", name).removeprefix("./")
    noun = noun_of(path)
    if noun is None:
        return None
    if noun is Noun.MANIFEST:
        return Found(noun.word, path, concept.manifest) if concept.manifest else None
    identifier = identifier_of(path, noun)
    found = _named(concept, f"{FISCAL_YEAR}/{identifier}" if noun is Noun.FISCAL_YEAR else identifier)
    in_file = noun is Noun.SERIES or (found is not None and concept.place(found.thing).path == path)
    return found if in_file else None


def _account(concept: Concept, name: str) -> Found | None:
    try:
        number = values.account(name)
    except values.NotAValue:
        return None
    for year in sorted(concept.fiscal_years, reverse=True):
        named = concept.fiscal_years[year].accounts_named(number)
        if named:
            return Found(Kind.ACCOUNT.value, name, named[0])
    return None


def title_of(thing: object) -> str:
    """What a thing is called: its title, name, text or purpose; a guiding question is its own text."""
    return thing if isinstance(thing, str) else getattr(thing, title_field(thing), "")


def title_field(thing: object) -> str:
    """The field that holds what a thing is called, ``""`` for a thing that has no such name."""
    named = (name for name in _TITLES if isinstance(value := getattr(thing, name, None), str) and value)
    return next(named, "")


_TITLES = ("title", "name", "text", "purpose")


def shown_id(found: Found) -> str:
    """The id as people write it: a Vorlage's printed number."""
    return str(found.thing.printed) if found.kind == Kind.PAPER else found.id


def path_of(concept: Concept, found: Found) -> str:
    """The file in which a thing stands."""
    return Noun.MANIFEST.folder if found.kind == Kind.QUESTION else concept.place(found.thing).path
