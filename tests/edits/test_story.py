"""The demo is a sequence of commits, made from the folders that ship with the package."""

from datetime import date

from ikonzept import packaged
from ikonzept.edits.story import peine
from ikonzept.model.files import noun_of


def test_the_story_goes_forward_and_ends_on_its_day() -> None:
    story = peine()
    days = [commit.when for commit in story.commits]
    assert days == sorted(days)
    assert story.ends_on == date(2024, 10, 15) >= days[-1].date()
    assert all(day.utcoffset() for day in days)


def test_what_is_adopted_is_tagged() -> None:
    assert [commit.tag for commit in peine().commits if commit.tag] == ["fortschreibung/2022", "fortschreibung/2023"]


def test_every_step_changes_something_and_nothing_is_ever_deleted() -> None:
    story, files = peine(), {}
    for commit in story.commits:
        assert {path for path, raw in commit.files.items() if files.get(path) != raw}, commit.message
        files |= commit.files
    assert story.working
    assert all(files[path] != raw for path, raw in story.working.items()), (
        "uncommitted files differ from the last commit"
    )


def test_the_first_commit_brings_the_scaffold_but_nothing_of_the_example_concept() -> None:
    first, template = peine().commits[0].files, packaged.template()
    taken = {path for path, raw in template.items() if first.get(path) == raw}
    assert {".gitattributes", ".gitignore", "README.md"} <= taken
    assert not [path for path in taken if noun_of(path)]


def test_the_example_says_that_it_is_one() -> None:
    story, files = peine(), {}
    for commit in story.commits:
        files |= commit.files
    silent = [
        path
        for path, raw in (files | story.working).items()
        if noun_of(path) and path.endswith((".yaml", ".md")) and "eispiel" not in raw.decode()
    ]
    assert silent == []
