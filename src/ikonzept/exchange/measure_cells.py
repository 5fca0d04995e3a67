"""The cells of a table that came back, each read as what its column means; what cannot be read says why."""

import re
from collections.abc import Mapping
from datetime import date

from ikonzept.exchange.table import Cell, DayCell, text_of, unharmed
from ikonzept.findings import nearest
from ikonzept.model.words import MeasureKind, Outlook, Status, TableColumn, Word
from ikonzept.reports.measure_rows import Unread
from ikonzept.reports.measure_table import DAYS, Directory, Value, Vocabulary, folded
from ikonzept.reports.progress import BY_HAND
from ikonzept.values import NotAValue, day, german_date, paper_number

_WORDS: Mapping[TableColumn, type[Word]] = {
    TableColumn.KIND: MeasureKind,
    TableColumn.NEW_STATUS: Status,
    TableColumn.NEW_OUTLOOK: Outlook,
}


_FLAW = r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|BEZUG|WERT|ZAHL|N/A|NV)[!?]?|Err:[0-9]{3}"
"""What a spreadsheet writes into a CSV where something went wrong."""


class CellReader:
    """Reads cells, each kind of column in its own way."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = {column: {folded(word).casefold(): word for word in words} for column, words in _WORDS.items()}

    def value(self, column: TableColumn, cell: Cell) -> Value | Unread:
        """What a cell says; ``None`` where there is nothing in it but blanks."""
        said = _clean(unharmed(text_of(cell)))
        if not said:
            return None
        if isinstance(cell, DayCell) and column not in DAYS:
            said = german_date(day(said))
        if column is TableColumn.ID or column is TableColumn.STAMP:
            return said if column is TableColumn.ID else said.casefold()
        if re.fullmatch(_FLAW, said):
            return Unread(said, "error-value", {"value": said})
        if column in DAYS:
            return _day(said)
        if column in self._words:
            return self._word(column, said)
        if column is TableColumn.PARTICIPANTS:
            ids, unknown = self._vocabulary.parties.ids_of(said)
            return ids if unknown is None else _unknown(said, "party", unknown, self._vocabulary.parties)
        directory = self._vocabulary.of_column(column)
        if directory:
            code = "field" if column is TableColumn.ACTION_FIELD else "party"
            return directory.id_of(said) or _unknown(said, code, said, directory)
        return _paper(said) if column is TableColumn.NEW_PAPER else said

    def _word(self, column: TableColumn, said: str) -> str | Unread:
        found = self._words[column].get(folded(said).casefold())
        if found is not None:
            return found.value
        words = _WORDS[column]
        choice = BY_HAND if words is Status else tuple(words)
        return Unread(said, "word", {"value": said, "nearest": nearest(said, choice), "known": choice})


def _clean(said: str) -> str:
    """A text as we write it: lines without blanks at their ends, and no signs that nobody can type."""
    lines = (re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", " ", line) for line in said.splitlines())
    return "\n".join(line.strip() for line in lines).strip()


def _unknown(said: str, code: str, name: str, directory: Directory) -> Unread:
    params = {"value": name, "nearest": nearest(name, directory.all), "known": directory.all or ("–",)}
    return Unread(said, code, params)


def _paper(said: str) -> str | Unread:
    try:
        return paper_number(said)
    except NotAValue:
        return Unread(said, "paper-number", {"value": said})


_CLOCK = r"[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?Uhr)?$"
_WRITTEN_OUT = r"(?P<day>[0-9]{1,2})\. ?(?P<month>[A-Za-zäÄ]{3,9})\.? ?(?P<year>[0-9]{4})"
_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            *("januar jänner jan", "februar feb", "märz mär mrz maerz", "april apr", "mai", "juni jun"),
            *("juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"),
        ),
        1,
    )
    for name in names.split()
}
_SHORT = r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{2})"
_MONTHS = r"(?i)[0-9]{4}[-/][0-9]{1,2}|[0-9]{1,2}[./-][0-9]{4}|[a-zä]+\.?[ -]?[0-9]{2,4}|[0-9]{4}"


def _day(said: str) -> date | Unread:
    """A day; a month is none, and of a year with two digits nobody knows the century."""
    bare = _in_digits(re.sub(_CLOCK, "", said))
    if short := re.fullmatch(_SHORT, bare):
        return _short_day(said, short)
    if re.fullmatch(_MONTHS, bare):
        return Unread(said, "date-month", {"value": said})
    try:
        return day(bare)
    except NotAValue as problem:
        return Unread(said, problem.code, {"value": said})


def _in_digits(said: str) -> str:
    """A day whose month is a word (``1. Oktober 2024``, ``1.Okt.2024``) with its number instead."""
    found = re.fullmatch(_WRITTEN_OUT, said)
    month = found and _MONTH_NAMES.get(found["month"].casefold())
    return f"{found['day']}.{month}.{found['year']}" if found and month else said


def _short_day(said: str, found: re.Match[str]) -> Unread:
    recent = f"{found['day']:0>2}.{found['month']:0>2}.20{found['year']}"
    try:
        german_date(day(recent))
    except NotAValue:
        return Unread(said, "date-unknown", {"value": said})
    return Unread(said, "date-short", {"value": said, "recent": recent})
