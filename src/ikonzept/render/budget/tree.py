"""A sum as the tree of what adds up to it, with the file and line of each part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.cells import cell_len
from rich.text import Text

from ikonzept import document
from ikonzept.model.concept import Concept
from ikonzept.model.fiscal_year import Booking, BudgetAccount, BudgetLine, Excess, Transfer
from ikonzept.render.amounts import signed
from ikonzept.render.terminal import clean, ends, fit, right
from ikonzept.reports.budget.figures import Figure
from ikonzept.reports.budget.groups import Row
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date


@dataclass(frozen=True, slots=True)
class Node:
    """A figure with what it is called and where it stands; ``line`` is 0 where no single line says it."""

    kind: str
    name: str
    amount: Decimal
    path: str
    line: int
    column: int
    parts: tuple["Node", ...]


class Places:
    """Where things stand in the files of a concept, each file looked into once."""

    def __init__(self, concept: Concept, texts: Mapping[str, str]) -> None:
        self._concept, self._texts = concept, texts
        self._spans: dict[str, document.Spans] = {}

    def node(self, figure: Figure) -> Node:
        """A figure and all its parts."""
        path, line, column = self._place(figure)
        return Node(
            figure.kind,
            _name(figure, self._concept),
            figure.amount,
            path,
            line,
            column,
            tuple(map(self.node, figure.parts)),
        )

    def _place(self, figure: Figure) -> tuple[str, int, int]:
        field = figure.field or _FIRST.get(type(figure.source), "")
        if figure.source is None or not field:
            return "", 0, 0
        place = self._concept.place(figure.source, field)
        if place.path not in self._spans:
            self._spans[place.path] = document.spans(place.path, self._texts.get(place.path, ""))
        span = self._spans[place.path].find(place.key)
        return place.path, span.line, span.column


_FIRST: Mapping[type, str] = {BudgetLine: "id", BudgetAccount: "number", Booking: "amount"}
"""By which field a thing is found whose parts are told."""


def _name(figure: Figure, concept: Concept) -> str:
    """What a figure is called: by what it is, or by the thing that says it."""
    said, source = text(f"figure.{figure.kind}"), figure.source
    if isinstance(source, BudgetLine):
        return concept.line_name(source)
    if isinstance(source, Booking):
        return f"{said} {source.voucher or ''} {german_date(source.date)}".replace("  ", " ")
    if isinstance(source, Excess):
        return f"{said} ({source.kind})"
    if isinstance(source, Transfer):
        return f"{said} {german_date(source.date)} {source.source} → {source.target}"
    return said


def explained(  # noqa: PLR0913  a row and where it stands
    year: str, row: Row, places: Places, as_of: date, width: int, *, first: bool
) -> Iterator[Text]:
    """What is available of a heap and why; of what has an Ermächtigung, also what is planned and by what."""
    if not first:
        yield Text("")
    yield ends(
        Text(clean(f"{row.key} {row.title}".strip()), style="bold"),
        f"{year} · {text('status.as_of', day=german_date(as_of))}",
        width,
    )
    yield Text("")
    yield from lines(places.node(row.available), width)
    if row.authorisation is not None:
        yield Text("")
        yield from lines(places.node(row.planned), width)


def lines(node: Node, width: int) -> Iterator[Text]:
    """The tree: what adds up below what it adds up to, amounts below each other, places at the end."""
    flat = list(_flat(node, "", ""))
    size = max(cell_len(amount) for _, amount, _ in flat)
    place_size = max(cell_len(place) for _, _, place in flat)
    room = max(_NAME_LEAST, width - size - place_size - 4)
    longest = min(room, max(cell_len(name) for name, _, _ in flat))
    for index, (name, amount, place) in enumerate(flat):
        said = Text(f"{fit(name, longest)}  {right(amount, size)}", style="" if index else "bold")
        yield said.append(f"  {place}".rstrip(), style="not bold dim")


_NAME_LEAST = 20


def _flat(node: Node, lead: str, below: str) -> Iterator[tuple[str, str, str]]:
    place = f"{clean(node.path)}:{node.line}" if node.line else ""
    yield lead + clean(node.name), signed(node.amount) if lead else german_amount(node.amount), place
    for index, part in enumerate(node.parts, 1):
        is_last = index == len(node.parts)
        yield from _flat(part, f"{below}{'└ ' if is_last else '├ '}", f"{below}{'  ' if is_last else '│ '}")
