"""A Markdown text as its units: headings, paragraphs, items, rows; nothing of it is lost.

This reads lines, not Markdown: it must only know where a unit ends. It agrees with ``markdown.py`` on headings (a test
keeps that) and reads besides what German law adds to Markdown: ``a)`` items and numbered paragraphs ``(1)``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum


class Form(Enum):
    """What a unit is in Markdown."""

    HEADER = "header"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    SEPARATOR = "separator"
    """The line below a table's heads: it says how its columns are set."""
    CODE = "code"
    QUOTE = "quote"
    RULE = "rule"
    BLANK = "blank"
    """Blank lines before the first unit of a text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One heading, paragraph, item … of a text."""

    form: Form
    level: int
    """Of a heading, 1 to 6; how deep an item is nested, from 1; else how many items the unit stands in."""
    text: str
    gap: str
    """The blanks between this unit and the next, its indentation included."""
    line: int
    """1-based."""
    label: str
    """What a unit begins with that numbering decides: ``## 3.1 ``, ``- ``, ``(2) ``."""

    @property
    def words(self) -> str:
        """The unit without its label."""
        return self.text[len(self.label) :]


def units(text: str) -> list[Unit]:
    """The units of a text; their texts and gaps joined are the text."""
    found: list[Unit] = []
    start, line = 0, 1
    for group in _groups(text):
        whole = text[start : start + group.size]
        bare = whole.strip()
        lead = whole[: whole.index(bare)] if bare else whole
        if lead:
            found[-1:] = [_with_gap(found[-1] if found else None, lead, line)]
        if bare:
            gap = whole[len(lead) + len(bare) :]
            at = line + lead.count("\n")
            found.append(Unit(group.form, group.level, bare, gap, at, label(group.form, bare)))
        start += group.size
        line += whole.count("\n")
    return found


def header(text: str) -> str:
    """What stands before a text between two lines ``---``, with these; empty where there is nothing of the kind."""
    found = re.match(r"---[ \t\r]*\n(?:.*\n)*?---[ \t\r]*(?:\n|\Z)", text)
    return found[0] if found else ""


def _with_gap(last: Unit | None, blanks: str, line: int) -> Unit:
    """The blanks before a unit belong to the gap after the one before."""
    return replace(last, gap=last.gap + blanks) if last else Unit(Form.BLANK, 0, "", blanks, line, "")


_NUMBER = r"(?:\d+\w?(?:\.\d+)*|[IVX]+|[A-Z])"
_LABELS = {
    Form.HEADING: re.compile(
        rf"(?:#+\s+)?(?:(?:(?:§|Art(?:ikel|\.)|Abschnitt|Kapitel|Teil|Anlage|Handlungsfeld|Ziel|Maßnahme)\s*{_NUMBER}"
        rf"|\d+\w?(?:\.\d+)*|[IVX]+(?=[.)]))[.):]?(?:\s+[-–—:]\s+|\s+|$))?"
    ),
    Form.ITEM: re.compile(r"(?:[-*+•]|\d+[.)]|[a-z]{1,2}\))\s+(?:\[[ xX]\]\s+)?"),
    Form.PARAGRAPH: re.compile(r"\(\d+\w?\)\s+|\[\^[^\]\n]+\]:\s*"),
}


def label(form: Form, text: str) -> str:
    """The label that a unit's text begins with."""
    pattern = _LABELS.get(form)
    found = pattern.match(text) if pattern else None
    return found[0] if found else ""


# --- lines → groups ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """Characters that belong to one unit, blanks around them included."""

    form: Form
    level: int = 0
    size: int = 0
    indent: int = 0
    fence: str = ""
    is_open: bool = True


@dataclass(slots=True)
class _Scan:
    """How far the lines are read: the unit that is open, and the indentation of the items it stands in."""

    group: _Group
    items: list[int] = field(default_factory=list)


_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?:"
    r"(?P<fence>```+|~~~+)|(?P<heading>\#{1,6})(?=[ \t\r\n]|$)|(?P<under>(?:=+|-+)[ \t\r]*$)"
    r"|(?P<rule>(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$)"
    r"|(?P<item>[-*+•]|\d{1,9}[.)]|[a-z]{1,2}\))(?=[ \t])|(?P<row>\|)|(?P<quote>>)"
    r"|(?P<note>\[\^[^\]\n]+\]:)|(?P<blank>\s*$)"
    r"|(?P<other>))",
    re.MULTILINE,
)


def _groups(text: str) -> Iterator[_Group]:
    start = len(header(text))
    if start:
        yield _Group(Form.HEADER, size=start)
    scan = _Scan(_Group(Form.BLANK, is_open=False))
    for line in re.findall(r"[^\n]*\n|[^\n]+", text[start:]):
        following = _next(scan, line)
        if following is not None:
            if scan.group.size:
                yield scan.group
            scan.group = following
        scan.group.size += len(line)
    if scan.group.size:
        yield scan.group


def _next(scan: _Scan, line: str) -> _Group | None:
    """The unit that a line begins, or nothing where it belongs to the one before."""
    group = scan.group
    found = _LINE.match(line)
    kind, indent = (found.lastgroup or "other", len(found["indent"].expandtabs(4))) if found else ("other", 0)
    if group.fence:
        _close_fence(group, line)
        return None
    if kind == "blank":
        group.is_open = False
        return None
    return _begun(scan, kind, indent, line.strip())


def _close_fence(group: _Group, line: str) -> None:
    bare = line.strip()
    if bare.startswith(group.fence) and not bare.strip(group.fence[0]):
        group.fence, group.is_open = "", False


def _begun(scan: _Scan, kind: str, indent: int, bare: str) -> _Group | None:
    group = scan.group
    if kind == "under" and group.is_open and group.form is Form.PARAGRAPH and indent < _CODE_INDENT:
        group.form, group.level, group.is_open = Form.HEADING, 1 if bare[0] == "=" else 2, False
        return None
    if kind == "fence":
        _leave_items(scan, indent)
        return _Group(Form.CODE, len(scan.items), fence=bare[: len(bare) - len(bare.lstrip(bare[0]))])
    if kind == "heading" and indent < _CODE_INDENT:
        scan.items.clear()
        return _Group(Form.HEADING, len(bare) - len(bare.lstrip("#")), is_open=False)
    if kind == "rule" or (kind == "under" and bare[0] == "-" and len(bare) >= _RULE):
        return _Group(Form.RULE, is_open=False)
    if kind == "row":
        _leave_items(scan, indent)
        form = Form.SEPARATOR if "-" in bare and not bare.strip(_SETS) else Form.ROW
        return _Group(form, len(scan.items), is_open=False)
    if kind == "item" and _is_item(group, indent, bare):
        return _item(scan, indent)
    return _plain(scan, kind, indent)


_CODE_INDENT = 4
_SETS = "|:- \t"
_RULE = 3


def _is_item(group: _Group, indent: int, bare: str) -> bool:
    """Whether what looks like an item is one: a wrapped line may begin with "22. Juni"."""
    if not group.is_open or bare[0] in "-*+•":
        return True
    return bare[:2] in {"1.", "1)", "a)"} or (group.form is Form.ITEM and indent <= group.indent)


def _item(scan: _Scan, indent: int) -> _Group:
    _leave_items(scan, indent)
    scan.items.append(indent)
    return _Group(Form.ITEM, len(scan.items), indent=indent)


def _plain(scan: _Scan, kind: str, indent: int) -> _Group | None:
    group = scan.group
    if kind == "quote" and not (group.is_open and group.form is Form.QUOTE):
        return _Group(Form.QUOTE)
    if group.is_open and kind != "note":
        return None
    _leave_items(scan, indent)
    return _Group(Form.PARAGRAPH, len(scan.items), indent=indent)


def _leave_items(scan: _Scan, indent: int) -> None:
    """Out of the items that are not indented less than this line."""
    while scan.items and scan.items[-1] >= indent:
        scan.items.pop()
