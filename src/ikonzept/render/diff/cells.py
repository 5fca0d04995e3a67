"""A passage as the two cells of a Synopse, with the emphasis, code and links of its text as they are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ikonzept.markdown import Stretch, inline
from ikonzept.prose.units import Form
from ikonzept.render.diff.runs import NEW, OLD, Passage, Run, RunKind


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, and the tags of their style (``strong``, ``em``, ``code``), the outermost first."""

    text: str
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a cell and the blanks around it.

    ``kept``, ``deleted``, ``inserted``, ``away``, ``here``; ``term`` names what follows, ``note`` is ours.
    """

    kind: str
    before: str
    parts: tuple[Part, ...]
    after: str

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(part.text for part in self.parts)


Cell = tuple[Span, ...]


def plain(kind: str, said: str, before: str = "", after: str = "") -> Span:
    """A span of one style."""
    return Span(kind, before, (Part(said),), after)


def cells(passage: Passage, *, gone: bool) -> tuple[Cell, Cell]:
    """What stood and what stands; of a thing that came or went as a whole, on its side."""
    if passage.whole:
        return (whole(passage), ()) if gone else ((), whole(passage))
    if all(run.kind is RunKind.NOTE for run in passage.runs):
        return (), tuple(plain("note", run.text) for run in passage.runs)
    if passage.moved and all(run.kind is RunKind.KEPT for run in passage.runs):
        return _cell(passage, [Run(RunKind.AWAY, _said(passage))]), _cell(passage, [Run(RunKind.HERE, _said(passage))])
    old, new = ([run for run in passage.runs if run.kind in side and run.text] for side in (OLD, NEW))
    if any(run.kind is RunKind.NOTE and run.text == ", " for run in passage.runs):
        old, new = _listed(old), _listed(new)
    return _cell(passage, old), _cell(passage, new)


def whole(passage: Passage) -> Cell:
    """Everything it says, unmarked."""
    return _cell(passage, [Run(RunKind.KEPT, _said(passage))])


def _said(passage: Passage) -> str:
    return "".join(run.text for run in passage.runs).strip()


def _listed(runs: Sequence[Run]) -> list[Run]:
    """The entries of a list with commas between them."""
    return [part for run in runs for part in (Run(RunKind.KEPT, ", "), run)][1:]


def _cell(passage: Passage, runs: Sequence[Run]) -> Cell:
    is_set = passage.form not in _AS_WRITTEN
    if passage.form == Form.ROW.value:
        runs = _without_last_edge(runs)
    spans = tuple(_styled(runs)) if is_set else tuple(_span(run, (Part(run.text.strip()),)) for run in runs)
    return tuple(map(_read, spans)) if any(span.text for span in spans) else ()


def _without_last_edge(runs: Sequence[Run]) -> list[Run]:
    """A row without the edge behind its last cell, which on the other side another cell may follow."""
    *before, last = runs or [Run(RunKind.KEPT, "")]
    return [*before, Run(last.kind, re.sub(r"\s*\|\s*$", "", last.text))]


def _read(span: Span) -> Span:
    """A span of which nothing is read, for only what sets the text changed there, has no mark."""
    return span if span.text else replace(span, kind=RunKind.KEPT.value)


_AS_WRITTEN = frozenset(("", Form.CODE.value, Form.HEADER.value, Form.RULE.value))
"""What is no Markdown inside: a field, code, the header of a file."""


def _span(run: Run, parts: tuple[Part, ...]) -> Span:
    lead = len(run.text) - len(run.text.lstrip())
    return Span(run.kind.value, run.text[:lead], parts, run.text[max(lead, len(run.text.rstrip())) :])


# --- what sets a text, and what is read of it ----------------------------------------------------------------------


def _styled(runs: Sequence[Run]) -> Iterator[Span]:
    """A text's runs without the signs that set it: stars are bold type, a link is its words."""
    said = "".join(run.text for run in runs)
    stretches = _stretches(said)
    bounds = _bounds(runs)
    written = _as_written(stretches, bounds, runs)
    read = [stretch for stretch in stretches if not stretch.is_sign or stretch.link in written]
    for run, (first, _) in zip(runs, bounds, strict=True):
        start, end = first + len(run.text) - len(run.text.lstrip()), first + len(run.text.rstrip())
        inside = (stretch for stretch in read if stretch.start < end and start < stretch.end)
        parts = (Part(said[max(start, part.start) : min(end, part.end)], _tags(part)) for part in inside)
        yield _span(run, tuple(parts))


def _tags(stretch: Stretch) -> tuple[str, ...]:
    """A page leads nowhere, least of all where a text would have it: of a link the words are enough."""
    return tuple(style for style in stretch.styles if style != "link")


def _stretches(said: str) -> list[Stretch]:
    """The stretches of a text of one paragraph or a few."""
    found: list[Stretch] = []
    start = links = 0
    for paragraph in said.split("\n\n"):
        own = inline(paragraph)
        found += (
            stretch._replace(
                start=stretch.start + start, end=stretch.end + start, link=stretch.link and stretch.link + links
            )
            for stretch in own
        )
        links += max((stretch.link for stretch in own), default=0)
        start += len(paragraph) + 2
    return found


def _bounds(runs: Sequence[Run]) -> list[tuple[int, int]]:
    found = []
    start = 0
    for run in runs:
        found.append((start, start + len(run.text)))
        start += len(run.text)
    return found


def _as_written(stretches: Sequence[Stretch], bounds: Sequence[tuple[int, int]], runs: Sequence[Run]) -> set[int]:
    """The links and images of which a part is marked that nobody would see: where they lead.

    In new words a link may be read as its words, where it is not all that is new.
    """
    marked = [place for place, run in zip(bounds, runs, strict=True) if run.kind is not RunKind.KEPT]
    found = set()
    for link in {stretch.link for stretch in stretches if stretch.link}:
        signs = [stretch for stretch in stretches if stretch.link == link]
        first, last = signs[0].start, signs[-1].end
        for start, end in marked:
            is_among_words = start <= first and last <= end and end - start > last - first
            if not is_among_words and any(sign.start < end and start < sign.end for sign in signs):
                found.add(link)
    return found
