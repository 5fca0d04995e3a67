"""``ikonzept demo``: the same bytes every time, sound tags, and the state the story ends in."""

import csv
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import STORY_ENDS, Ran
from ikonzept import checks, loader, sources
from ikonzept.checks.case import Case
from ikonzept.findings import Severity
from ikonzept.model.words import EditionStatus
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository, Revision

Run, Git = Callable[..., Ran], Callable[..., str]


@pytest.fixture
def repository(made_demo: Path) -> Repository:
    found = open_repository(made_demo)
    assert found is not None
    return found


@pytest.fixture
def overview(run: Run, made_demo: Path) -> dict[str, Any]:
    return json.loads(run("status", "-C", made_demo, "--as-of", STORY_ENDS, "--format", "json").out)


# --- the same every time ---------------------------------------------------------------------------------------------


def test_two_runs_give_the_same_hashes(
    run: Run, made_demo: Path, tmp_path: Path, git: Git, golden: Callable[[str, str], None]
) -> None:
    assert run("demo", tmp_path / "zweiter").code == 0
    hashes = [
        git(path, "log", "--format=%H %cI %s") + git(path, "for-each-ref", "--format=%(objectname) %(refname)")
        for path in (made_demo, tmp_path / "zweiter")
    ]
    assert hashes[0] == hashes[1]
    golden("demo.txt", hashes[0])


def test_the_clock_and_the_user_leave_no_trace(
    run: Run, made_demo: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "TZ": "Asia/Tokyo",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
        "GIT_COMMITTER_NAME": "x",
    }.items():
        monkeypatch.setenv(name, value)
    run("demo", tmp_path / "anderswo")
    assert git(tmp_path / "anderswo", "rev-parse", "HEAD") == git(made_demo, "rev-parse", "HEAD")


def test_the_repository_is_sound(made_demo: Path, git: Git) -> None:
    git(made_demo, "fsck", "--strict", "--full")
    assert git(made_demo, "branch", "--show-current").strip() == "main"
    assert git(made_demo, "log", "--format=%P").split("\n").count("") == 2, "one root, no merges"


def test_commits_have_the_dates_of_the_story(made_demo: Path, git: Git) -> None:
    lines = git(made_demo, "log", "--reverse", "--format=%aI|%cI").splitlines()
    authored, committed = zip(*(line.split("|") for line in lines), strict=True)
    assert authored == committed == tuple(sorted(authored))
    assert len(lines) == 12
    assert lines[-1][:10] <= STORY_ENDS


# --- editions --------------------------------------------------------------------------------------------------------


def edition(repository: Repository, commit: str, name: str) -> Any:
    return loader.load(Revision(repository, commit), only={f"fortschreibungen/{name}.yaml"}).concept.editions.get(name)


@pytest.mark.parametrize("name", ["2022", "2023"])
def test_the_tagged_commit_is_the_one_that_adopts(repository: Repository, made_demo: Path, git: Git, name: str) -> None:
    tag = f"refs/tags/fortschreibung/{name}"
    assert git(made_demo, "cat-file", "-t", tag).strip() == "tag"
    commit, parent = git(made_demo, "rev-parse", f"{tag}^{{commit}}", f"{tag}^{{commit}}~1").split()
    adopted = edition(repository, commit, name)
    assert adopted.status is EditionStatus.ADOPTED
    before = edition(repository, parent, name)
    assert before is None or before.status is not EditionStatus.ADOPTED
    assert adopted == edition(repository, "HEAD", name), "the record there equals the record now"
    assert str(adopted.adopted_on) == git(made_demo, "log", "-1", "--format=%cs", commit).strip()


def test_every_adopted_edition_has_its_tag_and_no_other(repository: Repository) -> None:
    found = loader.load(Revision(repository, "HEAD")).concept.editions.values()
    assert {item.id for item in found if item.status is EditionStatus.ADOPTED} == repository.edition_tags


def test_every_commit_passes_the_checks_of_its_day(repository: Repository, made_demo: Path, git: Git) -> None:
    for line in git(made_demo, "log", "--format=%H %cs").splitlines():
        commit, day = line.split()
        found = loader.load(Revision(repository, commit))
        case = Case(found.concept, date.fromisoformat(day), found.files, found.unreadable)
        errors = [finding for finding in (*found.findings, *checks.run(case)) if finding.severity is Severity.ERROR]
        assert errors == [], line


# --- where the story ends --------------------------------------------------------------------------------------------


def test_the_state_at_the_end(overview: dict[str, Any]) -> None:
    assert len(overview["uncommitted"]) == 2
    assert len(overview["fields"]) == 6
    assert 22 <= overview["total"]["total"] <= 28
    assert [item["id"] for item in overview["measures"] if item["overdue"]]
    assert [item["id"] for item in overview["measures"] if item["stale"]]
    assert overview["open_submissions"]
    assert [item["number"] for item in overview["money"]["accounts"] if item["share"] >= 90]
    assert (overview["in_force"]["id"], [item["id"] for item in overview["open_editions"]]) == ("2023", ["2024"])
    assert overview["in_force"]["tagged"] is True
    assert overview["tally"]["errors"] == 0


def test_every_status_word_of_a_lineage_occurs(overview: dict[str, Any]) -> None:
    occurring = {item["status"] for item in overview["measures"]}
    assert {"vorgeschlagen", "geplant", "in Umsetzung", "abgeschlossen", "zurückgestellt", "übergegangen"} <= occurring


def test_the_working_tree_passes_the_checks(run: Run, made_demo: Path) -> None:
    assert run("check", "-C", made_demo, "--as-of", STORY_ENDS).code == 0


PUBLISHED = {"bevoelkerung": "1-1-1", "auslaendische-bevoelkerung": "1-2-1", "einbuergerungen": "2-3-1"}


@pytest.mark.parametrize(("name", "table"), PUBLISHED.items())
def test_the_figures_are_the_published_ones(made_demo: Path, shared: Path, name: str, table: str) -> None:
    source = shared / "data/integrationsmonitoring-niedersachsen" / f"indicator_{table}.csv"
    if not source.is_file():
        pytest.skip(f"{source.name} is not here")
    with source.open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["GeoCode"] == "K03157"]
    series = loader.load(sources.Tree(made_demo)).concept.series[name]
    ours = {row.year: row.value for row in series.rows if row.attribute is None}
    published = {int(row["Year"]): Decimal(row["Value"]) for row in rows}
    assert ours == {year: published[year] for year in ours}
    assert set(ours) == set(range(2005, 2024))


# --- the command -----------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_empty_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("meins")
    assert run("demo", tmp_path).code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert run("demo").code == 2


def test_inside_a_repository_it_is_one_of_its_own(run: Run, tmp_path: Path, git: Git, made_demo: Path) -> None:
    git(tmp_path, "init", "-q")
    assert run("demo", tmp_path / "peine").code == 0
    assert git(tmp_path / "peine", "rev-parse", "HEAD") == git(made_demo, "rev-parse", "HEAD")
