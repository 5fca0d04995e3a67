"""Enclosures are there and unaltered."""

import re
from collections.abc import Iterator

from ikonzept import markdown
from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, error, info, warning
from ikonzept.model.concept import Concept
from ikonzept.model.fields import Record
from ikonzept.model.files import enclosure_path, enclosures, stands_aside
from ikonzept.model.paper import Attachment
from ikonzept.model.words import ATTACHMENTS

_SHA256 = r"[0-9a-fA-F]{64}"


def attachment_missing(case: Case) -> Iterator[Finding]:
    """Every file that a Vorlage names, as an Anlage or as the minutes of a step, is there."""
    there = enclosures(case.files)
    by_name = {path.rpartition("/")[2].casefold(): path for path in there}
    for written, owner, field in _named(case.concept):
        path = enclosure_path(written)
        if path is not None and path not in there:
            close = by_name.get(path.rpartition("/")[2].casefold())
            yield error("attachment-missing", case.concept.place(owner, field), file=written, nearest=close)


def attachment_outside(case: Case) -> Iterator[Finding]:
    """Every file that a Vorlage names lies under ``anlagen/``: nothing leads out of the concept."""
    for written, owner, field in _named(case.concept):
        if enclosure_path(written) is None:
            yield error("attachment-outside", case.concept.place(owner, field), file=written)


def attachment_altered(case: Case) -> Iterator[Finding]:
    """An enclosure with a checksum is the file that was enclosed."""
    there = enclosures(case.files)
    for item, path in _checked(case.concept):
        digest = case.checksums.get(there.get(path, ""))
        if isinstance(digest, str) and item.sha256 and _is_sha256(item.sha256) and digest != item.sha256.lower():
            yield error("attachment-altered", case.concept.place(item, "sha256"), file=item.file, sha256=digest)


def attachment_unreadable(case: Case) -> Iterator[Finding]:
    """An enclosure with a checksum can be read."""
    for path, problem in case.checksums.items():
        if isinstance(problem, OSError):
            yield error("file-unreadable", Place(path), reason=problem.strerror or str(problem))


def checksum_malformed(case: Case) -> Iterator[Finding]:
    """A checksum is a SHA-256: 64 hexadecimal digits."""
    for paper in case.concept.papers.values():
        for item in paper.attachments:
            if item.sha256 and not _is_sha256(item.sha256):
                yield error("checksum-malformed", case.concept.place(item, "sha256"))


def checksum_without_file(case: Case) -> Iterator[Finding]:
    """A checksum is that of a file."""
    for paper in case.concept.papers.values():
        for item in paper.attachments:
            if item.sha256 and not item.file:
                yield warning("checksum-without-file", case.concept.place(item, "sha256"))


def attachment_unused(case: Case) -> Iterator[Finding]:
    """Something names every file under ``anlagen/``: a Vorlage, the minutes of a step, or a link in a text."""
    if any(path.endswith(".md") for path in case.unreadable):
        return
    there = {name: path for name, path in enclosures(case.files).items() if case.files[path] == "file"}
    if not there:
        return
    named = {enclosure_path(written) for written, _, _ in _named(case.concept)} | set(_linked(case.concept))
    for name, path in there.items():
        if name not in named and not stands_aside(path):
            yield info("attachment-unused", Place(path))


def _named(concept: Concept) -> Iterator[tuple[str, Record, str]]:
    """Every file that a Vorlage names, as written, and the field that does."""
    for paper in concept.papers.values():
        for item in paper.attachments:
            if item.file:
                yield item.file, item, "file"
        for step in paper.consultations:
            if step.minutes:
                yield step.minutes, step, "minutes"


def _checked(concept: Concept) -> Iterator[tuple[Attachment, str]]:
    for paper in concept.papers.values():
        for item in paper.attachments:
            path = enclosure_path(item.file) if item.file and item.sha256 else None
            if path:
                yield item, path


def _is_sha256(written: str) -> bool:
    return re.fullmatch(_SHA256, written) is not None


def _linked(concept: Concept) -> Iterator[str]:
    """The files that links and images in the texts lead to."""
    for texts in (concept.chapters, concept.papers):
        for text in texts.values():
            links = markdown.read(text.body).links if ATTACHMENTS in text.body else ()
            yield from (markdown.resolve(concept.path(text), link.target)[0] for link in links)


CHECKS: tuple[Check, ...] = (
    attachment_missing,
    attachment_outside,
    attachment_altered,
    attachment_unreadable,
    checksum_malformed,
    checksum_without_file,
    attachment_unused,
)
