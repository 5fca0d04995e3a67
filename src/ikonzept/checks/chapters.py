"""Texts can be read, printed and followed: chapters, and the bodies of Vorlagen, which are handed on just the same."""

import re
from collections.abc import Iterator
from posixpath import dirname, relpath
from unicodedata import normalize

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, error, warning
from ikonzept.markdown import Link, anchors, read, resolve, slug
from ikonzept.model.chapter import Chapter
from ikonzept.model.files import FOLDERS, identifier_of
from ikonzept.model.paper import Paper
from ikonzept.model.words import Noun

_TITLE = 1
"""The level of the title, which stands in the header; the headings of the body begin below it, at ``##``."""
_NO_TEXT = r"(?ms)<!--.*?(?:-->|\Z)|^#{1,6}(?![^ \t\n])[^\n]*"
_ELSEWHERE = r"(?i)(?!file:)[a-z][a-z0-9+.-]+:"
"""A link with a scheme (``https:``, ``mailto:``); one letter is a drive."""
_ABSOLUTE = r"(?i)file:|[a-z]:|[/\\]"


def chapter_empty(case: Case) -> Iterator[Finding]:
    """A chapter has text; headings alone are none."""
    for chapter in case.concept.chapters.values():
        if not re.sub(_NO_TEXT, "", chapter.body).strip():
            yield warning("chapter-empty", case.concept.place(chapter), title=chapter.title)


def heading_level_one(case: Case) -> Iterator[Finding]:
    """The headings of a body begin at ``##``: the first level is the title in the header."""
    for text in _texts(case):
        for heading in read(text.body).headings:
            if heading.level == _TITLE:
                yield warning("heading-level-one", _place(case, text, heading.line, heading.column))


def heading_level_skipped(case: Case) -> Iterator[Finding]:
    """No level of headings is skipped on the way down, or screen readers and tables of contents lose the order.

    A Vorlage stays as it was submitted.
    """
    for text in case.concept.chapters.values():
        above = _TITLE
        for heading in read(text.body).headings:
            if heading.level > above + 1:
                place = _place(case, text, heading.line, heading.column)
                yield warning("heading-level-skipped", place, level="#" * heading.level, expected="#" * (above + 1))
            above = heading.level


def image_without_alt(case: Case) -> Iterator[Finding]:
    """Every image says in words what it shows."""
    for text in _texts(case):
        for link in read(text.body).links:
            if link.alt is not None and not link.alt.strip():
                yield warning("image-without-alt", _place(case, text, link.line, link.column), file=link.target)


def link_outside(case: Case) -> Iterator[Finding]:
    """No link in a text leads out of the concept's files: whoever receives the text has only these."""
    for text, link in _links(case):
        if _leads_out(case, text, link):
            yield error("link-outside", _place(case, text, link.line, link.column), target=link.target)


def broken_internal_link(case: Case) -> Iterator[Finding]:
    """Every link inside the concept leads to a file that is there, and to a heading that is."""
    inside = [(text, link) for text, link in _links(case) if not _leads_out(case, text, link)]
    if not inside:
        return
    targets = _Targets(case)
    for text, link in inside:
        path, anchor = resolve(case.concept.path(text), link.target)
        place = _place(case, text, link.line, link.column)
        if not link.target:
            yield error("link-without-target", place)
        elif not targets.has(path, anchor):
            close = targets.close(path, anchor, seen_from=case.concept.path(text))
            yield error("broken-internal-link", place, target=link.target, nearest=close)


def undefined_link(case: Case) -> Iterator[Finding]:
    """What is written as a link by name (``[text][name]``) has a line that says where the name leads."""
    for chapter in case.concept.chapters.values():
        for link in read(chapter.body).undefined:
            yield warning("link-undefined", _place(case, chapter, link.line, link.column), name=link.target)


class _Targets:
    """The files, folders and headings that a link can lead to."""

    def __init__(self, case: Case) -> None:
        self._files = {normalize("NFC", path): path for path in case.files}
        self._by_name = {_bare_name(path): path for path in self._files}
        self._folders = {"."} | {folder for path in self._files for folder in _above(path)}
        self._texts = {case.concept.path(text): text for text in _texts(case)}
        self._anchors: dict[str, set[str]] = {}

    def has(self, path: str, anchor: str) -> bool:
        """Whether there is such a file (or folder), and in a text such a heading."""
        if path not in self._files:
            return path in self._folders
        text = self._texts.get(self._files[path])
        return text is None or anchor in {"", "top"} or anchor in self._anchors_of(path, text)

    def close(self, path: str, anchor: str, *, seen_from: str) -> str | None:
        """The link that was meant: to a file of the same name elsewhere, or to a heading in other letters."""
        if path in self._files:
            other = slug(anchor)
            return f"{_relative(path, seen_from)}#{other}" if self.has(path, other) else None
        found = self._by_name.get(_bare_name(path))
        return _relative(found, seen_from) + (f"#{anchor}" if anchor else "") if found else None

    def _anchors_of(self, path: str, text: Chapter | Paper) -> set[str]:
        if path not in self._anchors:
            titles = (heading.title for heading in read(text.body).headings)
            self._anchors[path] = anchors((text.title, *titles), text.body)
        return self._anchors[path]


def _texts(case: Case) -> Iterator[Chapter | Paper]:
    yield from case.concept.chapters.values()
    yield from case.concept.papers.values()


def _links(case: Case) -> Iterator[tuple[Chapter | Paper, Link]]:
    """Every link and image that is not on the web."""
    for text in _texts(case):
        for link in read(text.body).links:
            if not re.match(_ELSEWHERE, link.target):
                yield text, link


def _place(case: Case, text: Chapter | Paper, line: int, column: int) -> Place:
    return Place(case.concept.path(text), line=case.concept.first_line(text) + line - 1, column=column)


def _leads_out(case: Case, text: Chapter | Paper, link: Link) -> bool:
    """Whether a link leads to no place where files of the concept are: at its top or in one of its folders."""
    if re.match(_ABSOLUTE, link.target):
        return True
    top, slash, _ = resolve(case.concept.path(text), link.target)[0].partition("/")
    return top not in FOLDERS if slash else top == ".."


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _bare_name(path: str) -> str:
    """A file's name as it stays when its folder, its number or its letters change."""
    return identifier_of(path, Noun.CHAPTER).casefold()


def _relative(path: str, seen_from: str) -> str:
    """The link to a file from another one; nothing for the file itself."""
    return "" if path == seen_from else relpath(f"/{path}", f"/{dirname(seen_from)}")


CHECKS: tuple[Check, ...] = (
    chapter_empty,
    heading_level_one,
    heading_level_skipped,
    image_without_alt,
    link_outside,
    broken_internal_link,
    undefined_link,
)
