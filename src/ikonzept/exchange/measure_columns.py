"""Which column of a table of measures says what: our own by its heading, a department's list by likeness or as told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ikonzept.exchange.columns import Unclear, bare
from ikonzept.exchange.table import DELIMITERS, Formula, Row, letters, rows, text_of
from ikonzept.findings import nearest
from ikonzept.model.words import TableColumn
from ikonzept.reports.measure_table import CONTENT, REPORTED_ANEW

_HEADINGS: Mapping[TableColumn, tuple[str, ...]] = {
    TableColumn.ID: ("kennung", "nr", "nummer", "id", "maßnahmennr", "maßnahmennummer", "maßnahmenr"),
    TableColumn.TITLE: (
        *("titel", "maßnahme", "projekt", "projektname", "projekttitel", "maßnahmentitel", "name", "bezeichnung"),
        *("namedesprojekts", "namedesprojektes", "namedermaßnahme", "titeldermaßnahme", "titeldesprojekts"),
    ),
    TableColumn.ACTION_FIELD: ("handlungsfeld", "themenfeld", "themenbereich", "feld"),
    TableColumn.KIND: ("art", "projektart", "maßnahmenart", "artdermaßnahme"),
    TableColumn.LEAD: (
        *("federführung", "federführend", "zuständig", "zuständigkeit", "verantwortlich", "verantwortung"),
        *("fachdienst", "amt", "stelle", "träger", "fachbereich", "abteilung"),
    ),
    TableColumn.PARTICIPANTS: ("beteiligte", "beteiligt", "partner", "kooperationspartner", "mitwirkende"),
    TableColumn.TARGET_GROUP: ("zielgruppe", "zielgruppen"),
    TableColumn.BEGIN: ("beginn", "start", "von", "anfang", "startdatum", "laufzeitvon"),
    TableColumn.END: ("ende", "bis", "enddatum", "laufzeitbis"),
    TableColumn.DESCRIPTION: ("beschreibung", "kurzbeschreibung", "inhalt", "erläuterung"),
    TableColumn.NEW_REPORT: ("sachstandneu", "sachstand", "aktuellersachstand", "neuersachstand", "fortschritt"),
    TableColumn.NEW_DAY: ("datum", "datumdessachstands", "sachstandvom", "standvom", "berichtsdatum"),
    TableColumn.NEW_STATUS: ("statusneu", "status", "umsetzungsstand", "umsetzungsstatus", "bearbeitungsstand"),
    TableColumn.NEW_REASON: ("grund", "begründung"),
    TableColumn.NEW_PAPER: ("vorlage", "vorlagennummer", "vorlagennr", "vorlagenr"),
    TableColumn.NEW_OUTLOOK: ("ausblickneu", "ausblick", "perspektive"),
}
"""The words by which a column of a list that is not ours is known, in the order in which one is preferred."""

_OURS = {bare(column): column for column in TableColumn}
_ONLY_OURS = frozenset((TableColumn.NEW_REPORT, TableColumn.NEW_STATUS, TableColumn.NEW_OUTLOOK, TableColumn.STAMP))
_TOLD_APART = frozenset((TableColumn.TITLE, TableColumn.STAMP))
"""Without these a number of ours may be the number of somebody else's measure."""
_HEAD_IN = 20
"""A head that does not come within so many rows is none."""


class Head(NamedTuple):
    """The row of headings: its place, the index of each column, and whether nothing in it is guessed."""

    place: int
    row: Row
    columns: Mapping[TableColumn, int]
    is_sure: bool
    is_ours: bool
    """Whether it has a heading that only our tables have."""

    def heading(self, index: int) -> str:
        """What stands above a column."""
        return text_of(self.row.cells[index]) if index < len(self.row.cells) else ""

    @property
    def others(self) -> tuple[str, ...]:
        """The headings of the columns that are not read."""
        read = set(self.columns.values())
        said = (text_of(cell) for index, cell in enumerate(self.row.cells) if index not in read)
        return tuple(heading for heading in said if heading)


def delimiter_of(text: str, mapped: Mapping[TableColumn, str]) -> str:
    """What separates the cells: by which the most columns of a head are known."""

    def known(delimiter: str) -> int:
        return max((len(_columns(row, mapped)[0]) for row in rows(text, delimiter, _HEAD_IN)), default=0)

    return max(DELIMITERS, key=known)


def head_of(found: Sequence[Row], mapped: Mapping[TableColumn, str]) -> Head:
    """The row of headings: the one that names the most columns.

    Raises ``Unclear`` where it is not to be found, or a column that is mapped is not there.
    """
    read = [(place, row, *_columns(row, mapped)) for place, row in enumerate(found[:_HEAD_IN])]
    nothing: tuple[int, Row, dict[TableColumn, int], bool] = (0, Row(1, ()), {}, False)
    place, row, columns, is_sure = max(read, key=lambda one: _likely(one[1], one[2]), default=nothing)
    headings = tuple(text_of(cell) for cell in row.cells if cell != "")
    for column, heading in mapped.items():
        if column not in columns:
            close = nearest(heading, headings)
            raise Unclear("table-unmapped", column=column, name=heading, nearest=close, known=headings or ("–",))
    if not columns.keys() & {TableColumn.ID, TableColumn.TITLE}:
        raise Unclear("table-no-head", known=headings or ("–",))
    _refuse_twice(row, columns)
    return Head(place, row, columns, is_sure, is_ours=bool(set(_known(_said(row))) & _ONLY_OURS))


def is_filled_in(found: Iterable[Row]) -> bool:
    """Whether rows are a table of ours in which a department has reported something, or written a new measure."""
    known: dict[TableColumn, int] = {}
    for place, row in enumerate(found):
        if known:
            filled = {column for column, index in known.items() if row.cells[index : index + 1] not in {(), ("",)}}
            if filled & {*REPORTED_ANEW} or (TableColumn.TITLE in filled and TableColumn.ID not in filled):
                return True
        elif place >= _HEAD_IN:
            return False
        else:
            ours = _known(_said(row))
            known = ours if TableColumn.ID in ours and ours.keys() & _ONLY_OURS else {}
    return False


def unheaded(head: Head, below: Iterable[Row]) -> Iterator[str]:
    """The filled cells in columns without a heading, by their names (``F12``)."""
    named = {index for index, cell in enumerate(head.row.cells) if cell != ""}
    for row in below:
        for index, cell in enumerate(row.cells):
            if cell != "" and index not in named:
                yield f"{letters(index)}{row.number}"


def _likely(row: Row, columns: Mapping[TableColumn, int]) -> tuple[int, int, int]:
    """How much speaks for a row as the head: the columns that it names, those it may name, and its cells."""
    return len(columns), len(dict(_alike(_said(row)))), sum(cell != "" for cell in row.cells)


def _refuse_twice(row: Row, columns: Mapping[TableColumn, int]) -> None:
    """A heading that comes twice names no column."""
    said = [bare(text_of(cell)) for cell in row.cells]
    for index in columns.values():
        if said.count(said[index]) > 1:
            again = said.index(said[index], said.index(said[index]) + 1)
            raise Unclear("table-heading-twice", name=text_of(row.cells[index]), where=row.where(again))


def _columns(row: Row, mapped: Mapping[TableColumn, str]) -> tuple[dict[TableColumn, int], bool]:
    """The columns that a row names, and whether they are named by us or as told."""
    said = _said(row)
    ours = _known(said)
    is_own = TableColumn.ID in ours and bool(ours.keys() & _ONLY_OURS)
    if mapped and not is_own:
        ours = {column: index for column, index in ours.items() if column in {TableColumn.ID, *CONTENT, *REPORTED_ANEW}}
    found = ours if is_own or mapped else dict(_alike(said))
    told = {column: said.index(bare(heading)) for column, heading in mapped.items() if bare(heading) in said}
    kept = {column: index for column, index in found.items() if index not in told.values()}
    return kept | told, bool(mapped) or (is_own and bool(ours.keys() & _TOLD_APART))


def _said(row: Row) -> list[str]:
    return ["" if isinstance(cell, Formula) else bare(text_of(cell)) for cell in row.cells]


def _known(said: Sequence[str]) -> dict[TableColumn, int]:
    """The columns that have our headings, letter by letter."""
    return {_OURS[word]: index for index, word in reversed(list(enumerate(said))) if word in _OURS}


def _alike(said: Sequence[str]) -> Iterator[tuple[TableColumn, int]]:
    taken: set[int] = set()
    for column, words in _HEADINGS.items():
        index = next((said.index(word) for word in words if word in said), None)
        if index is not None and index not in taken:
            taken.add(index)
            yield column, index
