"""Measures as rows of the table that departments fill in: what stands in each cell, and how a name is read back."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure
from ikonzept.model.words import MeasureColumn, TableColumn
from ikonzept.reports.measure_list import Filter, listed
from ikonzept.reports.measures import Selection
from ikonzept.repository.objects import blob_id

CONTENT = (
    *(TableColumn.TITLE, TableColumn.ACTION_FIELD, TableColumn.KIND, TableColumn.LEAD, TableColumn.PARTICIPANTS),
    *(TableColumn.TARGET_GROUP, TableColumn.BEGIN, TableColumn.END, TableColumn.DESCRIPTION),
)
"""What a measure is: told of those that there are, asked of new ones."""
SO_FAR = (TableColumn.STATUS, TableColumn.REPORTED, TableColumn.REPORT)
"""Where its Verlauf has come to."""
REPORTED_ANEW = (
    *(TableColumn.NEW_REPORT, TableColumn.NEW_DAY, TableColumn.NEW_STATUS, TableColumn.NEW_REASON),
    *(TableColumn.NEW_PAPER, TableColumn.NEW_OUTLOOK),
)
"""What a department reports; its cells are empty when the table goes out, and an empty cell changes nothing."""
DAYS = frozenset((TableColumn.BEGIN, TableColumn.END, TableColumn.REPORTED, TableColumn.NEW_DAY))

Value = str | date | tuple[str, ...] | None
"""What a measure says in a column: text, a word from a list, a day, an id, or several."""

_BETWEEN = r"[;\n]"
"""What separates the names in a cell that holds several."""
MOST_CHARACTERS = 32_000
"""A cell of a spreadsheet holds no more than 32,767."""


# --- names -----------------------------------------------------------------------------------------------------------


def folded(text: str) -> str:
    """What is compared of two texts: not blanks and line ends, nor what nobody sees."""
    said = " ".join(text.split())
    if not said.isprintable():
        said = " ".join("".join(sign if sign.isprintable() else _unseen(sign) for sign in said).split())
    return said if said.isascii() else unicodedata.normalize("NFC", said)


def _unseen(sign: str) -> str:
    return "" if unicodedata.category(sign) == "Cf" else " "


class Directory:
    """Things that have an id and a name: people read the name, where it means one thing, and may write either."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """``names`` are those of each id, the one that people read first."""
        heard = Counter(said for id_, all_ in names.items() for said in {_key(one) for one in (id_, *all_)})
        heard[""] = 2  # nobody could read it
        self._shown = {
            id_: all_[0] if heard[_key(all_[0])] == 1 and not re.search(_BETWEEN, all_[0]) else id_
            for id_, all_ in names.items()
        }
        self._ids = {_key(one): id_ for id_, all_ in names.items() for one in all_ if heard[_key(one)] == 1}
        self._ids |= {_key(id_): id_ for id_ in names}

    def shown(self, id_: str) -> str:
        """What people read; an id that nobody knows stays one."""
        return self._shown.get(id_, id_)

    def id_of(self, said: str) -> str | None:
        """The id that is meant by a name, another spelling of it, or the id itself."""
        return self._ids.get(_key(said))

    def ids_of(self, said: str) -> tuple[tuple[str, ...], str | None]:
        """The ids that a cell with several names means, and the first name that nobody knows.

        A comma separates names too, where it is in none.
        """
        found: list[str] = []
        for part in re.split(_BETWEEN, said):
            for name in (part,) if self.id_of(part) else part.split(","):
                id_ = self.id_of(name)
                if id_ is None and name.strip():
                    return (), name.strip()
                found += [id_] if id_ else []
        return tuple(dict.fromkeys(found)), None

    @property
    def all(self) -> tuple[str, ...]:
        """What can be chosen, sorted as people read it."""
        return tuple(sorted(self._shown.values(), key=str.casefold))


def _key(said: str) -> str:
    return folded(said).casefold()


class Vocabulary(NamedTuple):
    """The names that a table uses."""

    fields: Directory
    parties: Directory

    @classmethod
    def of(cls, concept: Concept) -> "Vocabulary":
        """The names in a concept."""
        manifest = concept.manifest
        known = {**manifest.units, **manifest.actors} if manifest else {}
        return cls(
            Directory({id_: (one.title,) for id_, one in concept.action_fields.items()}),
            Directory({id_: (one.name, *one.also) for id_, one in known.items()}),
        )

    def shown(self, column: TableColumn, value: Value) -> str | date | None:
        """What stands in a cell."""
        if isinstance(value, tuple):
            return "; ".join(self.parties.shown(one) for one in value)
        if isinstance(value, str):
            directory = self.of_column(column)
            return directory.shown(value) if directory else value[:MOST_CHARACTERS]
        return value

    def of_column(self, column: TableColumn) -> Directory | None:
        """The names that a column holds, if it holds any."""
        if column is TableColumn.ACTION_FIELD:
            return self.fields
        return self.parties if column in {TableColumn.LEAD, TableColumn.PARTICIPANTS} else None


ORIGIN = "ikonzept"


def origin(concept: Concept) -> str:
    """How a workbook says whose measures it holds: ids such as ``M-001`` everybody has."""
    return f"{ORIGIN} {concept.manifest.body.ags}" if concept.manifest else ""


def origin_of(keywords: str) -> str:
    """The AGS that a workbook's keywords hold, or nothing."""
    found = re.search(rf"\b{ORIGIN} ([0-9]+)\b", keywords)
    return found[1] if found else ""


# --- rows ------------------------------------------------------------------------------------------------------------


def stamp(raw: bytes) -> str:
    """What tells one state of a file from another: the id that git gives to it with LF line ends."""
    return blob_id(raw.replace(b"\r\n", b"\n"))


def said_by(measure: Measure) -> dict[TableColumn, Value]:
    """What a measure is, column by column; ids where people have names."""
    term = measure.term
    return {
        TableColumn.TITLE: measure.title,
        TableColumn.ACTION_FIELD: measure.action_field,
        TableColumn.KIND: measure.kind.value,
        TableColumn.LEAD: measure.lead,
        TableColumn.PARTICIPANTS: measure.participants,
        TableColumn.TARGET_GROUP: measure.target_group,
        TableColumn.BEGIN: term.begin if term else None,
        TableColumn.END: term.end if term else None,
        TableColumn.DESCRIPTION: measure.description,
        TableColumn.OUTLOOK: measure.outlook.value if measure.outlook else None,
        TableColumn.INTERNAL: measure.internal,
    }


def so_far(measure: Measure, as_of: date) -> dict[TableColumn, Value]:
    """Where its Verlauf has come to on a day: the status, and the last Sachstand with its day."""
    status = measure.status_on(as_of)
    told = (entry for entry in reversed(measure.history) if entry.date <= as_of and entry.report)
    last = next(told, None)
    return {
        TableColumn.STATUS: status.value if status else None,
        TableColumn.REPORTED: last.date if last else None,
        TableColumn.REPORT: last.report if last else None,
    }


@dataclass(frozen=True, slots=True)
class Table:
    """What goes out to the departments: the columns in their order, and a row for each measure."""

    columns: tuple[TableColumn, ...]
    rows: tuple[Mapping[TableColumn, str | date | None], ...]
    vocabulary: Vocabulary
    as_of: date
    origin: str
    """Whose measures it holds, as a workbook keeps it."""
    lead: str
    """Whom departments ask."""


def chosen(concept: Concept, wanted: Filter, unit: str | None, as_of: date) -> tuple[Measure, ...]:
    """The measures that are meant, by their ids; a unit's are those that it leads or takes part in."""
    selection = Selection(unit=unit)
    found = listed(concept, wanted, MeasureColumn.ID, as_of, reverse=False)
    return tuple(one for row in found if selection.holds(one := concept.measures[row.state.id]))


def tabled(
    concept: Concept, measures: Sequence[Measure], stamps: Mapping[str, str], as_of: date, *, internal: bool
) -> Table:
    """The table of some measures; ``stamps`` are those of their files, by the measure's id."""
    columns = tuple(one for one in TableColumn if internal or one is not TableColumn.INTERNAL)
    vocabulary = Vocabulary.of(concept)
    rows = tuple(_row(one, stamps[one.id], vocabulary, as_of) for one in measures)
    lead = vocabulary.parties.shown(concept.manifest.lead) if concept.manifest else ""
    return Table(columns, rows, vocabulary, as_of, origin(concept), lead)


def _row(measure: Measure, stamp: str, vocabulary: Vocabulary, as_of: date) -> dict[TableColumn, str | date | None]:
    said = said_by(measure) | so_far(measure, as_of)
    shown = {column: vocabulary.shown(column, value) for column, value in said.items()}
    return {TableColumn.ID: measure.id, TableColumn.STAMP: stamp, **shown}
