"""What was there in the state that is compared with, and is not any more."""

from collections.abc import Iterable
from dataclasses import replace

from ikonzept.checks.case import Case
from ikonzept.checks.files import misplaced
from ikonzept.findings import Finding
from ikonzept.model.fields import Record
from ikonzept.model.words import MANIFEST, Kind


def deleted(case: Case, paths: Iterable[str]) -> list[str]:
    """Those of these files that are there no more.

    What merely lies in a wrong place or has a wrong ending is told by the rules for files.
    """
    gone = [path for path in paths if not _is_there(case, path)]
    elsewhere = misplaced(case) if gone else ()
    return [path for path in gone if not any(_lies_in(path, place) for place in elsewhere)]


def _is_there(case: Case, path: str) -> bool:
    """Whether a file is there, whatever it is; behind a link that stands for its folder nobody looks."""
    return path in case.files or path.partition("/")[0] in case.files


def _lies_in(path: str, place: str) -> bool:
    return path == place or (place.endswith("/") and path.startswith(place))


def pointing_to(case: Case, finding: Finding, name: str, kinds: tuple[Kind, ...]) -> Finding:
    """A finding that nothing is called by a name; where something was, it says where that stood instead.

    Else it would advise to make a new file for what was deleted, or to change what names it.
    """
    thing = case.since.concept.find(name, kinds) if case.since else None
    if case.since is None or thing is None:
        return finding
    path = case.since.concept.place(thing).path if isinstance(thing, Record) else MANIFEST
    return _told(case, finding, path, "lost-entry") if path in case.files else pointing_at(case, finding, path)


def pointing_at(case: Case, finding: Finding, path: str) -> Finding:
    """A finding that a file is missing; where it was there, it says so instead."""
    if case.since is None or path not in case.since.files or not deleted(case, [path]):
        return finding
    return _told(case, finding, path, "lost-file")


def _told(case: Case, finding: Finding, path: str, variant: str) -> Finding:
    said = {key: value for key, value in finding.params.items() if key not in {"nearest", "known"}}
    commit = case.since.commit if case.since else ""
    return replace(finding, params={**said, "stood": path, "commit": commit}).worded(variant)
