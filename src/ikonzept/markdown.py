"""Headings, links and images of a Markdown text with their places; the only room that knows the Markdown parser.

The parser is loaded only for texts that need it: most have neither links nor anything unusual in their headings.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate
from posixpath import dirname, normpath
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (``##`` is 2), its text, and where it begins in the body (line and column, 1-based)."""

    level: int
    title: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: where it leads, as written; an image's alternative text."""

    target: str
    line: int
    column: int
    alt: str | None = None
    """``None`` for a link."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a text can be followed and listed."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    undefined: tuple[Link, ...] = ()
    """What is written as ``[text][name]`` where nothing says what the name leads to: no link, but text in brackets."""


@lru_cache(maxsize=4096)
def read(body: str) -> Outline:
    """The headings, links and images of a body; fenced code, code spans, comments and escapes are respected."""
    if not (any(sign in body for sign in _SIGNS) or re.search(_UNUSUAL, body)):
        return Outline(tuple(_plain_headings(body)), ())
    if any(sign in body for sign in _SPANNING):
        return _parsed(body)
    return _outline_of_parts(body)


_SIGNS = ("](", "![", "]:", "][", "<a", "<A", "<i", "<I")
"""What links, images and their definitions begin with, or go on with."""
_SPANNING = ("]:", "<", "```", "~~~")
"""What reaches over headings: reference definitions, HTML, fenced code. Without them every heading is a new start."""
# Indented or underlined headings, code fences, HTML: what only the parser tells apart.
_UNUSUAL = r"(?m)^(?: {1,3}#|[ \t]*(?:```|~~~|<)| {0,3}(?:=+|-+)[ \t]*$|[ \t]*(?:[-+*>]|\d+[.)])[ \t]+#)"
_HEADING = r"(?m)^(#{1,6})(?![^ \t\n])(.*)$"


def _plain_headings(body: str) -> Iterator[Heading]:
    line, start = 1, 0
    for found in re.finditer(_HEADING, body):
        line += body.count("\n", start, found.start())
        start = found.start()
        title = found[2].strip()
        before = title.rstrip("#")
        yield Heading(len(found[1]), title if before and not before[-1].isspace() else before.strip(), line, 1)


def _outline_of_parts(body: str) -> Outline:
    """The outline of a long text with few links: only the sections with something unusual go through the parser."""
    starts = [0, *(found.start() for found in re.finditer(_HEADING, body)), len(body)]
    headings: list[Heading] = []
    links: list[Link] = []
    undefined: list[Link] = []
    done, above = 0, 0
    for found in re.finditer(rf"{_UNUSUAL}|\][\[(]|!\[", body):
        if found.start() < done:
            continue
        after = bisect_right(starts, found.start())
        start, end = starts[after - 1], starts[min(after, len(starts) - 1)]
        headings += (replace(item, line=item.line + above) for item in _plain_headings(body[done:start]))
        above += body.count("\n", done, start)
        part = _parsed(body[start:end])
        headings += (replace(item, line=item.line + above) for item in part.headings)
        links += (replace(item, line=item.line + above) for item in part.links)
        undefined += (replace(item, line=item.line + above) for item in part.undefined)
        above += body.count("\n", start, end)
        done = end
    headings += (replace(item, line=item.line + above) for item in _plain_headings(body[done:]))
    return Outline(tuple(headings), tuple(links), tuple(undefined))


# --- by the parser -------------------------------------------------------------------------------------------------


def _parsed(body: str) -> Outline:
    lines = body.split("\n")
    tokens = _parser().parse(body)
    headings: list[Heading] = []
    links: list[Link] = []
    undefined: list[Link] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            headings.append(_heading(token, tokens[index + 1], lines))
        elif token.type == "inline":
            links += _links(token, lines)
            undefined += _undefined(token, lines)
        elif token.type == "html_block":
            text = _Lines(token, lines)
            links += (_html_link(found, *text.place(found.start())) for found in _html_links(token.content))
    return Outline(tuple(headings), tuple(links), tuple(undefined))


@cache
def _parser() -> "MarkdownIt":
    """CommonMark, where links and images remember where they begin and keep their target as written."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import html_inline, image, link

    class Parser(MarkdownIt):
        def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
            return url

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            return True

    parser = Parser("commonmark")
    parser.inline.ruler.at("link", _with_place(link))
    parser.inline.ruler.at("image", _with_place(image))
    parser.inline.ruler.at("html_inline", _with_place(html_inline))
    parser.core.ruler.disable("text_join")  # escaped characters stay apart: \\[a][b] is no reference
    return parser


def _with_place(rule: Any) -> Any:  # noqa: ANN401  rules of the library: (state, silent) → bool
    def placed(state: "StateInline", silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found: bool = rule(state, silent)
        if found and not silent:
            token = next(token for token in state.tokens[before:] if token.type in _PLACED)
            token.meta["start"], token.meta["end"] = start, state.pos
        return found

    return placed


_PLACED = frozenset(("link_open", "image", "html_inline"))


def _heading(opening: "Token", inline: "Token", lines: list[str]) -> Heading:
    line = opening.map[0] if opening.map else 0
    title = "".join(child.content for child in inline.children or ())
    return Heading(int(opening.tag[1:]), title.strip(), line + 1, len(lines[line]) - len(lines[line].lstrip()) + 1)


class _Lines:
    """The lines that a token of the parser stands on."""

    def __init__(self, token: "Token", lines: list[str]) -> None:
        self._first = token.map[0] if token.map else 0
        own = token.content.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in own), initial=0))
        whole = lines[self._first : self._first + len(own)]
        # What stands before the text of a line: indentation, list and quotation marks.
        self._margins = [max(0, line.find(text)) for text, line in zip(own, whole, strict=False)]

    def place(self, start: int) -> tuple[int, int]:
        """Line and column of a position in the token's content."""
        line = bisect_right(self._starts, start) - 1
        margin = self._margins[line] if line < len(self._margins) else 0
        return self._first + line + 1, start - self._starts[line] + margin + 1


def _links(inline: "Token", lines: list[str]) -> Iterator[Link]:
    text = _Lines(inline, lines)
    for child in inline.children or ():
        if "start" not in child.meta:
            continue
        if child.type == "html_inline":
            yield from (_html_link(found, *text.place(child.meta["start"])) for found in _html_links(child.content))
            continue
        is_image = child.type == "image"
        target = str(child.attrGet("src" if is_image else "href") or "")
        yield Link(target, *text.place(child.meta["start"]), child.content if is_image else None)


def _html_links(text: str) -> Iterator[re.Match[str]]:
    """The tags of links and images in HTML, outside comments, that lead somewhere."""
    bare = re.sub(r"(?s)<!--.*?(?:-->|\Z)", lambda found: " " * len(found[0]), text)
    return (
        found for found in re.finditer(r"(?i)<(a|img)\s([^<>]*)>", bare) if _attribute(found, _LEADS[found[1].lower()])
    )


_LEADS = {"a": "href", "img": "src"}


def _html_link(found: re.Match[str], line: int, column: int) -> Link:
    """The link of a tag; an image that says ``alt=""`` is decoration and needs no words."""
    from html import unescape  # few texts hold tags

    tag = found[1].lower()
    target, alt = _attribute(found, _LEADS[tag]) or "", _attribute(found, "alt")
    return Link(unescape(target.strip()), line, column, None if tag == "a" or alt == "" else alt or "")


def _attribute(found: re.Match[str], name: str) -> str | None:
    value = re.search(rf"""(?is)(?:^|\s){name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", found[2])
    return next((group for group in value.groups() if group is not None), None) if value else None


def _undefined(inline: "Token", lines: list[str]) -> Iterator[Link]:
    if "][" not in inline.content:
        return
    text, after = _Lines(inline, lines), 0
    for child in inline.children or ():
        for found in re.finditer(_REFERENCE, child.content) if child.type == "text" else ():
            start = max(after, inline.content.find(found[0], after))
            after = start + len(found[0])
            yield Link(found[2] or found[1], *text.place(start))


_REFERENCE = r"\[(?![0-9]+\]\[[0-9]+\])([^\[\]\n]+)\]\[([^\[\]\n]*)\]"
"""A reference link; two numbers are two sources."""


# --- inside a paragraph --------------------------------------------------------------------------------------------


class Stretch(NamedTuple):
    """A part of a paragraph: what is read, in its styles (``strong``, ``em``, ``code``, ``link``), or what sets it."""

    start: int
    end: int
    styles: tuple[str, ...] = ()
    is_sign: bool = False
    """Whether it is a star, bracket, target … that a reader does not see."""
    link: int = 0
    """For what sets a link or an image: which of them, counted from 1."""


def inline(said: str) -> tuple[Stretch, ...]:
    """A paragraph's stretches; joined they are the whole of it."""
    if not _SET.search(said):
        return (Stretch(0, len(said)),) if said else ()
    reader = _Inline(said)
    for token in _parser().parseInline(said)[0].children or ():
        reader.read(token)
    reader.shown(len(said))
    return tuple(reader.found)


_SET = re.compile(r"[*_`\\\[<]")


class _Inline:
    """The parser's tokens found again in the text that they come from."""

    def __init__(self, said: str) -> None:
        self.found: list[Stretch] = []
        self._said = said
        self._at = 0
        self._styles: list[str] = []
        self._links: list[tuple[int, int]] = []
        self._count = 0

    def read(self, token: "Token") -> None:
        """One more token."""
        kind = token.type
        if kind in {"text", "html_inline"}:
            self._words(token.content)
        elif kind == "text_special":
            self._special(token)
        elif kind == "code_inline":
            self._code(token.markup)
        elif kind == "image":
            self.shown(token.meta["start"])
            self._count += 1
            self._sign(2, self._count)
            self._words(token.content)
            self._sign(token.meta["end"] - self._at, self._count)
        elif kind in {"link_open", "link_close"}:
            self._link(token)
        elif token.nesting > 0:
            self.shown(self._next(token.markup))
            self._sign(len(token.markup))
            self._styles.append(token.tag)
        elif token.nesting < 0:
            self.shown(self._next(token.markup))
            self._styles.pop()
            self._sign(len(token.markup))

    def shown(self, end: int) -> None:
        """What is read, up to a place."""
        if end > self._at:
            self.found.append(Stretch(self._at, end, tuple(self._styles)))
            self._at = end

    def _words(self, content: str) -> None:
        self.shown(self._next(content) + len(content))

    def _next(self, part: str) -> int:
        """Where a part begins; blanks at the ends of lines are in no token."""
        place = self._said.find(part, self._at)
        return place if place >= 0 else self._at

    def _sign(self, size: int, link: int = 0) -> None:
        if size > 0:
            self.found.append(Stretch(self._at, self._at + size, (), is_sign=True, link=link))
            self._at += size

    def _special(self, token: "Token") -> None:
        """An escaped sign is read without its backslash; an entity as it is written."""
        self.shown(self._next(token.markup))
        if token.info == "escape":
            self._sign(1)
            self.shown(self._at + len(token.markup) - 1)
        else:
            self.shown(self._at + len(token.markup))

    def _code(self, fence: str) -> None:
        self.shown(self._next(fence))
        self._sign(len(fence))
        end = re.compile(rf"(?<!`){fence}(?!`)").search(self._said, self._at)
        self._styles.append("code")
        self.shown(end.start() if end else self._at)
        self._styles.pop()
        self._sign(len(fence) if end else 0)

    def _link(self, token: "Token") -> None:
        is_plain = token.markup == "autolink"
        if token.nesting > 0:
            self.shown(self._next("<") if is_plain else token.meta["start"])
            self._count += 1
            self._links.append((self._count, 0 if is_plain else token.meta["end"]))
            self._sign(1, self._count)
            self._styles.append("link")
        else:
            self._styles.pop()
            number, end = self._links.pop()
            self._sign(end - self._at if end else 1, number)


# --- where links lead ----------------------------------------------------------------------------------------------


def resolve(path: str, target: str) -> tuple[str, str]:
    """The file that a link in a file leads to, relative to the concept, and the anchor in it.

    A link to an anchor alone leads to its own file. What leads out of the concept begins with ``..`` or ``/``.
    """
    rest, _, anchor = target.partition("#")
    written = normalize("NFC", unquote(rest.partition("?")[0]))
    anchor = normalize("NFC", unquote(anchor))
    if not written:
        return path, anchor
    return normpath(f"{dirname(path)}/{written}" if dirname(path) and written[0] != "/" else written), anchor


def anchors(titles: Iterable[str], body: str) -> set[str]:
    """What links can jump to: headings as GitHub and GitLab name them, also with ``ae`` for ``ä``; ids in HTML."""
    found: set[str] = set(re.findall(r"""\s(?:id|name)=["']([^"'>\n]+)["']""", body)) if "<" in body else set()
    seen: Counter[str] = Counter()
    for bare in map(slug, titles):
        name = f"{bare}-{seen[bare]}" if seen[bare] else bare
        seen[bare] += 1
        found |= {name, name.translate(_UMLAUTS)}
    return found


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(title: str) -> str:
    """The name that a heading gets as the target of links."""
    bare = re.sub(r"[^\w\s-]", "", normalize("NFC", title).lower().replace("\u00ad", ""))
    return re.sub(r"\s", "-", bare.strip())
