"""Which measure a row without a number means: one of the same name, field and lead; or it resembles one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from ikonzept.model.measure import Measure
from ikonzept.model.words import TableColumn
from ikonzept.prose.likeness import Words, likeness, ready
from ikonzept.reports.measure_rows import Entered
from ikonzept.reports.measure_table import folded

_ALIKE = 0.75
"""From here on two titles are probably spellings of one: ``m.`` for ``mit``, a letter too many."""

Identity = tuple[str | None, ...]


class Names:
    """The titles of the measures that there are; case and blanks tell none from another."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._measures = tuple(measures)
        self._same: dict[Identity, Measure] = {
            (_key(one.title), one.action_field, one.lead): one for one in self._measures
        }

    def identity(self, row: Entered) -> Identity:
        """What a measure without a number is known by."""
        title = row.text(TableColumn.TITLE)
        return (title and _key(title), row.text(TableColumn.ACTION_FIELD), row.text(TableColumn.LEAD))

    def same(self, row: Entered) -> Measure | None:
        """The measure that a row means."""
        return self._same.get(self.identity(row))

    def similar(self, row: Entered) -> Measure | None:
        """The measure in the same field, or of the same lead, whose title is most like that of a row, if any is."""
        title, field, lead = self.identity(row)
        if not title:
            return None
        near = {**self._beside[field], **self._beside[lead]}
        mine, numbers = ready(title), _numbers(title)
        found = ((likeness(mine, words, _ALIKE), measure) for measure, words in near.values())
        best = max(
            (one for one in found if one[0] >= _ALIKE and _numbers(one[1].title) == numbers),
            key=lambda one: one[0],
            default=None,
        )
        return best[1] if best else None

    @cached_property
    def _beside(self) -> defaultdict[str | None, dict[str, tuple[Measure, Words]]]:
        """The measures of each field and of each lead, with their titles made ready, by their ids."""
        found: defaultdict[str | None, dict[str, tuple[Measure, Words]]] = defaultdict(dict)
        for one in self._measures:
            told = (one, ready(_key(one.title)))
            found[one.action_field][one.id] = found[one.lead][one.id] = told
        return found


def _key(title: str) -> str:
    return folded(title).casefold()


def _numbers(title: str) -> list[str]:
    """``Sprachkurs 2`` is another than ``Sprachkurs 1``, however much they have in common."""
    return re.findall("[0-9]+", title)
