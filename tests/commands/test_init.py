"""``ikonzept init``: a new concept repository."""

import contextlib
import difflib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Ran
from ikonzept import packaged
from ikonzept.document import read_yaml

Run, Git = Callable[..., Ran], Callable[..., str]
NAMES = ("--title", "Konzept", "--body", "Landkreis Peine", "--kind", "Landkreis", "--ags", "03157", "--lead", "Amt 50")


def files(folder: Path) -> set[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if path.parts[0] != ".git"}


def test_a_new_concept(run: Run, tmp_path: Path, git: Git) -> None:
    done = run("init", tmp_path / "neu", *NAMES)
    assert (done.code, done.err) == (0, "")
    assert files(tmp_path / "neu") == set(packaged.template())
    assert git(tmp_path / "neu", "status", "--porcelain") == ""
    assert git(tmp_path / "neu", "log", "--format=%an %ae %cn").splitlines() == [
        "Erika Beispiel erika@example.org Erika Beispiel"
    ]
    assert git(tmp_path / "neu", "branch", "--show-current").strip() == "main"
    git(tmp_path / "neu", "fsck", "--strict")
    assert run("check", "-C", tmp_path / "neu").code == 0
    assert json.loads(run("status", "-C", tmp_path / "neu", "--format", "json").out)["title"] == "Konzept"


def test_comments_survive_byte_for_byte(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "neu", *NAMES)
    before = packaged.template()["konzept.yaml"].decode().split("\n")
    after = (tmp_path / "neu/konzept.yaml").read_bytes().decode().split("\n")
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        if old != new:
            assert old.partition(":")[0] == new.partition(":")[0]
            assert old.partition("  #")[1:] == new.partition("  #")[1:]
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 4, "titel, name, ags, name of the lead"
    changed = [path for path, raw in packaged.template().items() if (tmp_path / "neu" / path).read_bytes() != raw]
    assert changed == ["konzept.yaml", "vorlagen/2026-001.md"]


def test_without_names_the_template_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "neu").code == 0
    assert all((tmp_path / "neu" / path).read_bytes() == raw for path, raw in packaged.template().items())


@pytest.mark.parametrize(("ags", "land"), [("03157", "NI"), ("09162", "BY"), ("05", "NW")])
def test_the_ags_sets_the_land(run: Run, tmp_path: Path, ags: str, land: str) -> None:
    assert run("init", tmp_path / "neu", "--ags", ags).code == 0
    body = read_yaml((tmp_path / "neu/konzept.yaml").read_text())["koerperschaft"]
    assert (body["land"], body["ags"]) == (land, ags)


@pytest.mark.parametrize("arguments", [["--ags", "3157"], ["--ags", "Peine"], ["--kind", "Kreis"], [], ["neu", "zwei"]])
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    path = [tmp_path / "neu"] if arguments else []
    assert run("init", *path, *arguments).code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "ags", "code"),
    [
        ("Gemeinde Edemissen", "03157002", 0),
        ("Gemeinde Edemissen", "03157", 2),
        ("Stadt Peine", "03157", 2),
        ("Landkreis Peine", "03157006", 2),
        ("Region Hannover", "03241", 0),
        ("Musterhausen", "03157", 0),
    ],
)
def test_the_ags_fits_the_kind_that_the_name_tells(run: Run, tmp_path: Path, body: str, ags: str, code: int) -> None:
    done = run("init", tmp_path / "neu", "--body", body, "--ags", ags)
    assert (done.code, (tmp_path / "neu").exists()) == (code, code == 0)


def test_a_folder_that_is_not_empty_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("meins")
    for path in (tmp_path, tmp_path / "a.txt"):
        assert run("init", path).code == 3
    assert files(tmp_path) == {"a.txt"}


def test_an_empty_folder_will_do(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", ".").code == 0
    assert (tmp_path / ".git").is_dir()


def test_inside_a_repository_there_is_no_second_one(run: Run, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init", "-q")
    assert run("init", tmp_path / "a/konzept").code == 0
    assert [path.parent.name for path in tmp_path.rglob(".git")] == [tmp_path.name]
    assert git(tmp_path, "log", "--all", "--oneline") == ""
    shown = json.loads(run("status", "-C", tmp_path / "a/konzept", "--format", "json").out)
    assert "konzept.yaml" in shown["uncommitted"]


def test_without_a_name_git_knows(run: Run, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    done = run("init", tmp_path / "neu")
    assert done.code == 0
    assert "user.name" in done.out
    assert git(tmp_path / "neu", "log", "--format=%an").strip() == "ikonzept"


def test_nothing_is_asked_without_a_terminal(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "eins").code == run("init", tmp_path / "zwei", "--no-input").code == 0
    pairs = [
        ((tmp_path / "eins" / path).read_text(), (tmp_path / "zwei" / path).read_text()) for path in ("konzept.yaml",)
    ]
    assert not [line for one, two in pairs for line in difflib.unified_diff(one.split("\n"), two.split("\n"))]


def test_the_new_folder_holds_no_trace_of_the_machine(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "neu")
    assert not list((tmp_path / "neu/.git/hooks").glob("*")) if (tmp_path / "neu/.git/hooks").exists() else True
    assert [path.name for path in tmp_path.iterdir()] == ["neu"]


# --- asking --------------------------------------------------------------------------------------------------------


def answered(folder: Path, *answers: str) -> tuple[int, str]:
    """``ikonzept init neu`` on a terminal of its own, with these answers typed."""
    import pty

    theirs, ours = pty.openpty()
    command = [sys.executable, "-c", "from ikonzept.cli import main; raise SystemExit(main(['init', 'neu']))"]
    with subprocess.Popen(command, cwd=folder, stdin=ours, stdout=ours, stderr=ours) as process:
        os.close(ours)
        os.write(theirs, "".join(f"{answer}\n" for answer in answers).encode())
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the command ends
            while part := os.read(theirs, 4096):
                shown += part
    os.close(theirs)
    return process.returncode, shown.decode()


def test_names_are_asked_for_on_a_terminal(tmp_path: Path) -> None:
    code, _ = answered(tmp_path, "Landkreis Peine", "3157", "03157", "")
    manifest = (tmp_path / "neu" / "konzept.yaml").read_text(encoding="utf-8")
    assert code == 0
    assert "  name: Landkreis Peine\n" in manifest
    assert '  ags: "03157" ' in manifest
    assert "name: Referat für Integration und Teilhabe\n" in manifest
