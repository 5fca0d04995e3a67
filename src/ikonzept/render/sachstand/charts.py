"""Charts as positions: across in percent, so that letters keep their size on any screen, down in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from ikonzept.values import german_number

_LABEL, _BAR, _ROW = 14, 20, 46
"""The base of a row's label, the top of its bar, and how far rows are apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar; ``shown`` is empty where there is no room for it."""

    kind: str
    x: str
    width: str
    middle: str
    shown: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: what it is of, the whole, its parts."""

    label: str
    whole: str
    label_y: int
    bar_y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of parts, to a common scale; the legend tells each kind of part that occurs."""

    said: str
    """What it shows, in a sentence."""
    height: int
    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...]


Part = tuple[str, Decimal, str]
"""The kind of a part, its size and how that is read."""


def bars(said: str, rows: Sequence[tuple[str, str, Sequence[Part]]], kinds: Sequence[tuple[str, str]]) -> Bars:
    """A chart of rows, each with its label, its whole as it is read, and its parts; ``kinds`` name the parts."""
    largest = max((_size(parts) for _, _, parts in rows), default=Decimal(0))
    found = tuple(
        Bar(label, whole, index * _ROW + _LABEL, index * _ROW + _BAR, _pieces(parts, largest))
        for index, (label, whole, parts) in enumerate(rows)
    )
    used = {piece.kind for bar in found for piece in bar.pieces}
    return Bars(said, len(found) * _ROW, found, tuple((kind, name) for kind, name in kinds if kind in used))


def _size(parts: Sequence[Part]) -> Decimal:
    return sum((value for _, value, _ in parts if value > 0), start=Decimal(0))


def _pieces(parts: Sequence[Part], largest: Decimal) -> tuple[Piece, ...]:
    pieces, x = [], Decimal(0)
    for kind, value, shown in parts:
        if value > 0:
            width = value * 100 / largest
            fits = width >= Decimal("2.3") * len(shown) + 1
            pieces.append(Piece(kind, _percent(x), _percent(width), _percent(x + width / 2), shown if fits else ""))
            x += width
    return tuple(pieces)


def _percent(value: Decimal) -> str:
    return f"{value:.2f}%"


# --- values over the years -----------------------------------------------------------------------------------------

_LEFT, _RIGHT = Decimal(17), Decimal(93)
_TOP, _BOTTOM, _YEARS, _HEIGHT = 34, 112, 142, 150
_ABOVE, _BELOW = 10, 18
_FROM_ZERO = Decimal("0.5")
"""Values of which the least is less than so much of the largest begin at zero."""
_FEW = 5
"""An axis has at least so many steps between its ends."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value: where it lies, its year, and the value where it is written beside it."""

    x: str
    y: int
    year: str
    shown: str
    shown_y: int
    marked: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one value to the next."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A line with a word: the target or an end of the axis across, or down where a series begins anew."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The values of an indicator over the years; where a series begins anew, the line is broken."""

    said: str
    height: int
    years_y: int
    points: tuple[Point, ...]
    strokes: tuple[Stroke, ...]
    breaks: tuple[Rule, ...]
    target: Rule | None
    axis: tuple[Rule, Rule]
    """Its lower and its upper end, each with its value."""
    is_cut: bool
    """Whether it begins elsewhere than at zero: what looks like a multiple may be a few percent."""


Value = tuple[int, Decimal, str]
"""A year, its value, and the value as it is read; empty where it is not written beside its point."""


def lines(
    said: str, values: Sequence[Value], breaks: Sequence[tuple[int, str]], target: tuple[Decimal, str] | None
) -> Lines:
    """A chart of values in the order of their years; the last is written above its point, any other below."""
    low, high = axis_of([*(value for _, value, _ in values), *([target[0]] if target else [])])
    scale = _Scale(low, high, values[0][0], values[-1][0])
    points = tuple(_point(scale, value, last=value is values[-1]) for value in values)
    torn = [year for year, _ in breaks]
    strokes = tuple(
        Stroke(old.x, old.y, new.x, new.y)
        for old, new in pairwise(points)
        if not any(int(old.year) < year <= int(new.year) for year in torn)
    )
    rules = tuple(
        Rule(scale.x(Decimal(year) - Decimal("0.5")), label)
        for year, label in breaks
        if values[0][0] < year <= values[-1][0]
    )
    return Lines(
        said,
        _HEIGHT,
        _YEARS,
        points,
        strokes,
        rules,
        Rule(str(scale.y(target[0])), target[1]) if target else None,
        (Rule(str(scale.y(low)), german_number(low)), Rule(str(scale.y(high)), german_number(high))),
        is_cut=not low <= 0 <= high,
    )


def axis_of(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Both ends of the axis, round numbers; it begins at zero unless all that happens would lie far above it."""
    low, high = min(values), max(values)
    if low >= 0 and (low == high or low < high * _FROM_ZERO):
        low = Decimal(0)
    elif low == high:
        high = Decimal(0)
    if low == high:
        return low, low + 1
    step = Decimal(1).scaleb((high - low).adjusted())
    if high - low < step * _FEW:
        step /= _FEW
    return _rounded(low, step, ROUND_FLOOR), _rounded(high, step, ROUND_CEILING)


def _rounded(value: Decimal, step: Decimal, how: str) -> Decimal:
    return (value / step).to_integral_value(how) * step


def _point(scale: "_Scale", value: Value, *, last: bool) -> Point:
    year, amount, shown = value
    y = scale.y(amount)
    return Point(scale.x(Decimal(year)), y, str(year), shown, y - _ABOVE if last else y + _BELOW, bool(shown))


class _Scale:
    """Where a year and a value lie."""

    def __init__(self, low: Decimal, high: Decimal, first: int, last: int) -> None:
        self._low, self._high = low, high
        self._first, self._years = first, max(last - first, 1)
        self._alone = first == last

    def x(self, year: Decimal) -> str:
        if self._alone:
            return _percent(Decimal(50))
        return _percent(_LEFT + (year - self._first) * (_RIGHT - _LEFT) / self._years)

    def y(self, value: Decimal) -> int:
        return _BOTTOM - int((value - self._low) * (_BOTTOM - _TOP) / (self._high - self._low))
