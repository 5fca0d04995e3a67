"""Which findings may be told to everyone: the place they stand at and what their parameters say are public."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from ikonzept.findings import Finding, KeyPath, Place
from ikonzept.model.concept import MODELS, Concept
from ikonzept.model.fields import Access, Record, access_of, record_in, refers_to
from ikonzept.model.files import enclosure_path, noun_of
from ikonzept.model.paper import Step, paper_id
from ikonzept.model.public import hidden_papers, is_hidden, without_hidden
from ikonzept.model.words import Kind, Noun
from ikonzept.values import phrase


@dataclass(frozen=True)
class Disclosure:
    """What may be told of the findings in a concept, by the marks of the model and by the concept itself.

    Of an unreadable file only the marks are known: there every field that is public under a condition counts as
    non-public, and so does a Vorlage as a whole.
    """

    concept: Concept

    def allows(self, finding: Finding) -> bool:
        """Whether a finding stands at a public place, tells of public places only, and says nothing that is not."""
        if self._names_hidden(finding) or not all(map(self._is_public, (finding.place, *finding.tells_of))):
            return False
        path, noun = finding.place.path, noun_of(finding.place.path)
        if noun is None:
            return True
        if path not in self._things:
            return bool(finding.place.key) or _tells_no_text(MODELS[noun], finding)
        return self._secrets(path, self._things[path]).isdisjoint(_phrases(finding))

    def _is_public(self, place: Place) -> bool:
        """Whether what stands at a place is public."""
        if place.path in self._hidden_files:
            return False
        noun, thing = noun_of(place.path), self._things.get(place.path)
        if noun is None:
            return True
        if thing is None:
            return noun is not Noun.PAPER and self._leads(MODELS[noun], None, place.key)
        return not is_hidden(thing, self._hidden) and self._leads(type(thing), thing, place.key)

    def _leads(self, model: type[Record], record: Record | None, key: KeyPath, *, open_step: bool = False) -> bool:
        """Whether a key path leads through public fields only; where there is no record, by the marks alone."""
        if not key:
            return True
        found = next(((name, item) for name, item in model.model_fields.items() if item.alias == key[0]), None)
        if found is None:
            return True  # a key nobody knows holds none of our values
        name, declared = found
        access = access_of(declared)
        open_step = record.public if isinstance(record, Step) else open_step
        if access is Access.INTERNAL or (access is Access.WITH_STEP and not open_step):
            return False
        return self._leads_into(declared, getattr(record, name, None), key[1:], open_step=open_step)

    def _leads_into(self, declared: FieldInfo, value: Any, key: KeyPath, *, open_step: bool) -> bool:  # noqa: ANN401
        """The same for the value of a field; in a list or among named blocks, for the one the key path chooses."""
        if key and get_origin(declared.annotation) in {tuple, dict}:
            if key[0] in self._hidden:
                return False
            value, key = _chosen(value, key[0]), key[1:]
        if Kind.PAPER in refers_to(declared) and without_hidden(value, self._hidden) is not value:
            return False
        inner = record_in(declared.annotation)
        if inner is None or is_hidden(value, self._hidden):
            return inner is None
        return self._leads(inner, value if isinstance(value, Record) else None, key, open_step=open_step)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        return hidden_papers(self.concept)

    @cached_property
    def _hidden_files(self) -> frozenset[str]:
        """Non-public enclosures, those of a non-public Vorlage, the minutes of an N step."""
        written: set[str | None] = set()
        for paper in self.concept.papers.values():
            secret = is_hidden(paper, self._hidden)
            written |= {item.file for item in paper.attachments if secret or is_hidden(item, self._hidden)}
            written |= {step.minutes for step in paper.consultations if secret or not step.public}
        return frozenset(path for name in written if name and (path := enclosure_path(name)))

    @cached_property
    def _things(self) -> Mapping[str, Record]:
        return {self.concept.path(thing): thing for thing in self.concept.things()}

    def _names_hidden(self, finding: Finding) -> bool:
        """Whether a parameter names a non-public Vorlage, by its number or by its file, or a non-public enclosure."""
        if not self._hidden_names:
            return False
        told = tuple(_phrases(finding))
        files = {word.partition("#")[0].rpartition("/")[2] for word in told}
        return not self._hidden.isdisjoint(map(paper_id, told)) or not self._hidden_names.isdisjoint(files)

    @cached_property
    def _hidden_names(self) -> frozenset[str]:
        """The names of files that are not public, as they end a path or a link."""
        papers = (f"{name}{Noun.PAPER.suffix}" for name in self._hidden)
        return frozenset((*papers, *(path.rpartition("/")[2] for path in self._hidden_files)))

    def _secrets(self, path: str, thing: Record) -> frozenset[str]:
        """The values in a file that are not public, as phrases; looked up once for each file."""
        if path not in self._known_secrets:
            self._known_secrets[path] = frozenset(_secrets(thing, self._hidden))
        return self._known_secrets[path]

    @cached_property
    def _known_secrets(self) -> dict[str, frozenset[str]]:
        return {}


def _chosen(value: Any, part: str | int) -> Any:  # noqa: ANN401
    """The item of a list or of named blocks, ``None`` where it is not there."""
    if isinstance(value, tuple) and isinstance(part, int):
        return value[part] if part < len(value) else None
    return value.get(part) if isinstance(value, dict) else None


def _phrases(finding: Finding) -> Iterator[str]:
    """The parameters of a finding as they would be told, those in lists one by one."""
    for value in finding.params.values():
        yield from map(phrase, _items(value))


def _secrets(record: Record, hidden: frozenset[str], *, secret: bool = False) -> Iterator[str]:
    """Every value inside a record that ``public`` would remove."""
    secret = secret or is_hidden(record, hidden)
    closed_step = isinstance(record, Step) and not record.public
    for name, declared in type(record).model_fields.items():
        access = access_of(declared)
        inside = secret or access is Access.INTERNAL or (access is Access.WITH_STEP and closed_step)
        for item in _items(getattr(record, name)):
            if isinstance(item, Record):
                yield from _secrets(item, hidden, secret=inside)
            elif inside and item not in {None, ""}:
                yield phrase(item)


def _items(value: object) -> Iterable[Any]:
    """What a field holds: the items of a list or of named blocks, or the one value."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, (tuple, list)) and not hasattr(value, "_fields") else (value,)


def _tells_no_text(model: type[Record], finding: Finding) -> bool:
    """Whether what cannot be parsed tells no piece of a text: a key we do not know may be one, cut off by a comma."""
    key = finding.params.get("key")
    return key is None or key in _keys(model) or not _has_secrets(model)


@cache
def _keys(model: type[Record]) -> frozenset[str]:
    """Every key that may stand in a file of this model."""
    return frozenset(item.alias or name for found in _models(model) for name, item in found.model_fields.items())


@cache
def _has_secrets(model: type[Record]) -> bool:
    """Whether a file of this model can hold anything that is not public."""
    return any(access_of(item) is not Access.PUBLIC for found in _models(model) for item in found.model_fields.values())


def _models(model: type[Record]) -> Iterator[type[Record]]:
    """A model and those inside it."""
    yield model
    for declared in model.model_fields.values():
        if inner := record_in(declared.annotation):
            yield from _models(inner)
