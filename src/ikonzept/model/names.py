"""What an entry of a list is known by: its number, its day, its account …, wherever in the list it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ikonzept.findings import KeyPath
from ikonzept.model.action_field import Goal
from ikonzept.model.concept import MODELS
from ikonzept.model.event import Submission
from ikonzept.model.fields import Record, key_of, record_in
from ikonzept.model.files import noun_of
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, Excess, Transfer
from ikonzept.model.indicator import SeriesBreak, Value
from ikonzept.model.manifest import Exemption
from ikonzept.model.measure import StatusEntry, YearlyCosts
from ikonzept.model.paper import Attachment, PaperAccount, Step

T = TypeVar("T")

_NAMED_BY: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Goal: (("number",),),
    Submission: (("number",),),
    BudgetAccount: (("number",),),
    BudgetLine: (("id",),),
    Booking: (("voucher",), ("date", "kind")),
    Excess: (("kind",),),
    Transfer: (("date", "source", "target"),),
    StatusEntry: (("date",),),
    YearlyCosts: (("year",),),
    Step: (("committee", "role"),),
    Attachment: (("title",),),
    PaperAccount: (("number",),),
    Value: (("year", "attribute"), ("year",)),
    SeriesBreak: (("year",),),
    Exemption: (("rule", "where"),),
}
"""The fields that name an entry; the first group of which none is empty."""


def name_of(record: Record) -> tuple[object, ...]:
    """What an entry of a list is known by."""
    return tuple(getattr(record, field) for field in naming_fields(record))


def naming_fields(record: Record) -> tuple[str, ...]:
    """The fields that name an entry; none for a record that stands in no list."""
    groups = _NAMED_BY.get(type(record), ())
    return next((group for group in groups if all(getattr(record, field) is not None for field in group)), ())


def numbered(names: Iterable[tuple[T, ...]]) -> Iterator[tuple[T | int, ...]]:
    """Names of the entries of a list; the second of a name is its second."""
    seen: Counter[tuple[T, ...]] = Counter()
    for name in names:
        seen[name] += 1
        yield (*name, seen[name]) if seen[name] > 1 else name


class Names:
    """The names of the entries in one file's lists, by what its text says: a file that is not valid has them too."""

    def __init__(self, path: str, data: Mapping[str, Any]) -> None:
        noun = noun_of(path)
        self._model = MODELS[noun] if noun else Record
        self._data = data
        self._known: dict[int, list[tuple[str | int, ...]]] = {}

    def key(self, key: KeyPath) -> tuple[object, ...]:
        """A key path with names instead of indices, where the text has such entries."""
        value: Any = self._data
        model: type[Record] = self._model
        parts: list[object] = []
        for part in key:
            if isinstance(value, list) and isinstance(part, int) and part < len(value):
                parts.append(self._names(model, value)[part])
                value = value[part]
                continue
            parts.append(part)
            value = value.get(part) if isinstance(value, dict) else None
            declared = next((item for item in model.model_fields.values() if item.alias == part), None)
            if declared is not None:  # else it is the name of a block, or a key nobody knows
                model = record_in(declared.annotation) or Record
        return tuple(parts)

    def _names(self, model: type[Record], items: list[Any]) -> list[tuple[str | int, ...]]:
        """The names of all entries of a list; they are made once, for there may be many findings."""
        if id(items) not in self._known:
            self._known[id(items)] = list(numbered(_written(model, item) for item in items))
        return self._known[id(items)]


def _written(model: type[Record], item: Any) -> tuple[str, ...]:  # noqa: ANN401
    """What an entry is known by, as it stands in the file; a plain value is its own name."""
    if not isinstance(item, dict):
        return (str(item),)
    for group in _NAMED_BY.get(model, ()):
        values = [item.get(key_of(model, field)) for field in group]
        if all(values):
            return tuple(map(str, values))
    return ()
