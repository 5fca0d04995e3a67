"""The demo: the Peine concept as a sequence of commits, from the folders that ship with the package."""

from dataclasses import dataclass
from datetime import date, datetime

from ikonzept import document, packaged
from ikonzept.model.files import FOLDERS, noun_of
from ikonzept.repository.objects import Commit, Person
from ikonzept.values import day

_MAIL = "beispiel@example.org"


@dataclass(frozen=True, slots=True)
class Story:
    """The commits, oldest first; the working tree's files not yet committed; the day on which the story ends."""

    commits: tuple[Commit, ...]
    working: dict[str, bytes]
    ends_on: date


def peine() -> Story:
    """The story of Landkreis Peine's concept; what the seed does not give is marked as an example in the files."""
    data = document.read_yaml(packaged.story())
    scaffold = {path: raw for path, raw in packaged.template().items() if _is_scaffold(path)}
    commits = []
    for index, step in enumerate(data["schritte"]):
        files = packaged.demo(step["ordner"])
        commits.append(
            Commit(
                files=scaffold | files if index == 0 else files,
                author=Person(step["autor"], _MAIL),
                when=datetime.fromisoformat(step["datum"]),
                message=step["nachricht"],
                tag=step.get("marke"),
                tag_message=step.get("marke_text") or "",
            )
        )
    return Story(tuple(commits), packaged.demo(data["arbeitsstand"]), day(data["stichtag"]))


def _is_scaffold(path: str) -> bool:
    """Whether a file of the template is no part of the concept itself: pipelines, editor settings, README."""
    return noun_of(path) is None and path.partition("/")[0] not in FOLDERS
