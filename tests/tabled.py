"""A concept goes out as a table, somebody fills it in, it comes back: what it means then."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

import openpyxl

from concepts import MINIMAL
from ikonzept import loader
from ikonzept.checks.examples.minimal import AS_OF, parse
from ikonzept.edits.edit import Edit
from ikonzept.edits.measure import begun, went_on
from ikonzept.edits.outlook import looked_ahead
from ikonzept.exchange.measures import MeasureTable, read, table_of
from ikonzept.loader import Loaded
from ikonzept.model.files import identifier_of, noun_of
from ikonzept.model.words import Noun, TableColumn
from ikonzept.render.measure_table import as_csv
from ikonzept.render.workbook import workbook
from ikonzept.reports.measure_import import judged
from ikonzept.reports.measure_list import Filter
from ikonzept.reports.measure_rows import Judgement, Known
from ikonzept.reports.measure_table import Vocabulary, chosen, stamp, tabled

Cells = dict[str, dict[str, str]]
"""A filled-in table: the cells of each row by their headings, the row by its Kennung (a new one by anything else)."""


@dataclass(frozen=True)
class Round:
    """One state of a concept, out of which tables go and into which they come back."""

    files: Mapping[str, str]
    as_of: date = AS_OF

    @cached_property
    def loaded(self) -> Loaded:
        return loader.load(self.files)

    @property
    def stamps(self) -> dict[str, str]:
        return {
            identifier_of(path, Noun.MEASURE): stamp(text.encode())
            for path, text in self.files.items()
            if noun_of(path) is Noun.MEASURE
        }

    def out(self, form: str = "csv") -> bytes:
        """The table of all measures."""
        concept = self.loaded.concept
        found = chosen(concept, Filter(), None, self.as_of)
        table = tabled(concept, found, self.stamps, self.as_of, internal=False)
        return workbook(table, "Titel", internal=False) if form == "xlsx" else as_csv(table).encode()

    def known(self) -> Known:
        loaded = self.loaded
        papers = [identifier_of(path, Noun.PAPER) for path in self.files if noun_of(path) is Noun.PAPER]
        unreadable = frozenset(identifier_of(path, Noun.MEASURE) for path in loaded.unreadable)
        vocabulary = Vocabulary.of(loaded.concept)
        return Known(loaded.concept, vocabulary, self.stamps, frozenset(papers), unreadable, self.as_of)

    def back(
        self,
        raw: bytes,
        mapped: Mapping[TableColumn, str] | None = None,
        given: Mapping[TableColumn, str] | None = None,
    ) -> tuple[MeasureTable, Judgement]:
        """What a table means for this state."""
        table, known = table_of(raw, mapped or {}), self.known()
        found = read(table, known.vocabulary)
        judgement = judged(
            found.rows, known, frozenset(table.head.columns), (f"M-{number}" for number in count(900)), given
        )
        judgement.problems += found.problems
        return table, judgement

    def after(self, judgement: Judgement) -> "Round":
        """The state in which all of it is entered."""
        files, concept = dict(self.files), self.loaded.concept
        for change in judgement.changes:
            path = concept.path(change.measure)
            edit = Edit(path, None, files[path].encode())
            if change.outlook:
                edit = looked_ahead(path, edit.after or b"", change.measure, change.outlook)
            if change.entry:
                edit = went_on(path, edit.after or b"", change.measure, change.entry)
            files[path] = (edit.after or b"").decode()
        for _, new in judgement.new:
            edit = begun(new)
            files[edit.path] = (edit.after or b"").decode()
        return Round(files, self.as_of)


def minimal(text: str = "") -> Round:
    """The minimal concept with a text laid over it."""
    return Round({**MINIMAL, **parse(text)})


def filled(raw: bytes, cells: Cells) -> bytes:
    """A CSV with some cells filled in; rows of unknown Kennungen are new ones, without a Kennung."""
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
    known = {row[head.index("Kennung")]: row for row in rows}
    for name, said in cells.items():
        row = known.get(name)
        if row is None:
            row = [""] * len(head)
            rows.append(row)
        for heading, value in said.items():
            row[head.index(heading)] = value
    return written(head, rows).encode()


def written(head: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([head, *rows])
    return out.getvalue()


def reworked(raw: bytes, work: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook in which somebody did something."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    work(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def said(found: Judgement) -> dict[str, list[str]]:
    """A judgement in short."""
    return {
        name: told
        for name, told in {
            "changed": [one.measure.id for one in found.changes],
            "new": [one.title for _, one in found.new],
            "conflicts": [
                f"{one.measure.id} {', '.join(cell.column for cell in one.cells)}" for one in found.conflicts
            ],
            "problems": [f"{one.row} {one.column}: {one.code}" for one in found.problems],
        }.items()
        if told
    }
