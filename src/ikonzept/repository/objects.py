"""What git holds, as data: files of a revision, commits, refs, persons."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

EDITION_TAGS = "fortschreibung/"


SYMLINK, SUBMODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision: its mode (``100644``, ``120000`` …) and blob id."""

    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is worked on: the branch, ``None`` where an earlier state was checked out, and its last commit, if any."""

    branch: str | None
    commit: str | None


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A branch or tag by its full name (``refs/heads/main``), and what it names before and after; ``None``: nothing."""

    name: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote a commit."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit to be written: files laid over the last one, and an annotated tag if it gets one."""

    files: Mapping[str, bytes]
    author: Person
    when: datetime
    message: str
    tag: str | None = None
    tag_message: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """A commit that changed some files: when, by whom, why, and what each became (``None``: it went)."""

    commit: str
    day: date
    author: str
    subject: str
    entries: Mapping[str, Entry | None]


BRANCHES = "refs/heads/"


def blob_id(content: bytes, object_format: str = "sha1") -> str:
    """The id that git gives to a file of this content; no git is needed for it."""
    return hashlib.new(object_format, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
