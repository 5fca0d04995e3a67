"""A tag that is missing or cannot be read: every command says which, and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adoptions import Git, broken, deleted, unreadable, untagged
from conftest import Ran, Run


def test_a_missing_tag_is_told_with_the_commit_it_belongs_to(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    commit = git(demo, "rev-parse", "fortschreibung/2023^{commit}")[:10]
    untagged(demo, git)
    line = f'git tag -a fortschreibung/2023 -m "beschlossen" {commit}'
    assert line in " ".join(edition("verify", "2023").out.split())


def test_every_command_names_that_commit(edition: Callable[..., Ran], run: Run, demo: Path, git: Git) -> None:
    commit = git(demo, "rev-parse", "fortschreibung/2023^{commit}")[:10]
    untagged(demo, git)
    line = f'git tag -a fortschreibung/2023 -m "Fortschreibung 2023" {commit}'
    assert line in run("diff", "2022", "2023", "-C", demo).err
    assert line in edition("adopt", "2023", "--vorlage", "2023/051", "--date", "2023-06-21").err
    assert line in " ".join(run("doctor", "-C", demo).out.split())


def test_an_adoption_that_stands_in_no_commit(edition: Callable[..., Ran], run: Run, demo: Path) -> None:
    file = demo / "fortschreibungen" / "2024.yaml"
    text = file.read_text(encoding="utf-8").replace("status: Beratung", "status: beschlossen")
    file.write_text(text, encoding="utf-8")
    line = "ikonzept edition adopt 2024 --vorlage NUMMER --date DATUM"
    assert line in " ".join(edition("verify", "2024").out.split())
    assert line in run("diff", "2023", "2024", "-C", demo).err


@pytest.mark.parametrize(("spoil", "remedy"), [(broken, "löschen"), (unreadable, "git update-ref -d")])
def test_a_tag_that_is_there_is_not_called_missing(  # noqa: PLR0913, PLR0917
    spoil: Callable[[Path, Git], None], remedy: str, edition: Callable[..., Ran], run: Run, demo: Path, git: Git
) -> None:
    spoil(demo, git)
    assert remedy in edition("verify", "2023").out
    assert remedy in run("diff", "2022", "2023", "-C", demo).err
    assert "ohne Marke" not in run("check", "-C", demo).err
    assert "fehlt" not in run("edition", "list", "-C", demo).out
    deleted(demo, git)
    assert edition("verify").code == 1
    assert edition("create", "2023").code == 3
