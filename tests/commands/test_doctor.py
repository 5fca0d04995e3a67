"""``ikonzept doctor``: symptoms, and mending that is safe, atomic and done once."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import Ran
from ikonzept import transaction
from ikonzept.commands import doctor as command

Run = Callable[..., Ran]
Git = Callable[..., str]

MARK = b"\xef\xbb\xbf"
MENDABLE = (
    "byte-order-mark",
    "encoding-windows-1252",
    "leftover",
    "line-ends-mixed",
    "line-ends-windows",
)


def contents(folder: Path) -> dict[str, bytes | str]:
    """Every file with its content, every link with what it names; git's own excepted."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if (path.is_symlink() or path.is_file()) and ".git" not in path.parts
    }


@pytest.fixture
def ailing(demo: Path) -> Path:
    """The demo with everything that --fix mends."""
    for name, change in {
        "massnahmen/M-001.yaml": lambda raw: raw.replace(b"\n", b"\r\n"),
        "massnahmen/M-002.yaml": lambda raw: raw.replace(b"\n", b"\r\n", 1),
        "massnahmen/M-003.yaml": lambda raw: MARK + raw,
        "texte/leitbild.md": lambda raw: raw.decode().encode("cp1252").replace(b"\n", b"\r\n"),
    }.items():
        (demo / name).write_bytes(change((demo / name).read_bytes()))
    (demo / "massnahmen/.ikonzept-a1b2").write_text("halb")
    (demo / ".ikonzept-ordner/massnahmen").mkdir(parents=True)
    (demo / ".ikonzept-ordner/massnahmen/M-001.yaml").write_text("halb")
    return demo


def codes(done: Ran) -> list[str]:
    return sorted({item["code"] for item in json.loads(done.out)["symptoms"]})


# --- looking -------------------------------------------------------------------------------------------------------


def test_a_sound_concept(run: Run, made_demo: Path) -> None:
    done = run("doctor", "-C", made_demo)
    assert (done.code, done.err, len(done.out.splitlines())) == (0, "", 1)
    assert "unverändert" in run("doctor", "--fix", "-C", made_demo).out
    assert "unverändert" in run("doctor", "--fix", "--dry-run", "-C", made_demo).out


def test_the_screen(run: Run, ailing: Path, golden: Callable[[str, str], None]) -> None:
    done = run("doctor", "-C", ailing)
    assert (done.code, done.err) == (1, "")
    golden("doctor.txt", done.out)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_too_wide(width: int, run: Run, ailing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ailing / "massnahmen/M-004.yml").write_text("titel: a\n")
    monkeypatch.setenv("COLUMNS", str(width))
    for options in ([], ["--fix"]):
        assert max(map(len, run("doctor", *options, "-C", ailing).out.splitlines())) <= width


def test_json(run: Run, ailing: Path) -> None:
    done = run("doctor", "-C", ailing, "--format", "json")
    shown = json.loads(done.out)
    assert (done.code, shown["kind"], shown["mode"], shown["mended"]) == (1, "doctor", "look", [])
    assert codes(done) == sorted(MENDABLE)
    assert all(item["mendable"] and item["message"] and item["needs"] for item in shown["symptoms"])
    schema = json.loads(run("schema", "output", "doctor").out)
    for options in ([], ["--dry-run"], ["--fix"]):
        jsonschema.validate(json.loads(run("doctor", *options, "-C", ailing, "--format", "json").out), schema)


def test_what_a_merge_leaves_has_its_place(run: Run, demo: Path) -> None:
    path = demo / "massnahmen/M-001.yaml"
    path.write_text(f"<<<<<<< HEAD\n{path.read_text()}=======\n>>>>>>> andere\n")
    shutil.copy(demo / "haushalt/2023.yaml", demo / "haushalt/2029.yaml")
    (demo / "massnahmen/M-004.yml").write_text("titel: a\n")
    done = run("doctor", "-C", demo, "--format", "json")
    places = {(item["code"], item["path"], bool(item["line"])) for item in json.loads(done.out)["symptoms"]}
    assert places >= {
        ("syntax-conflict", "massnahmen/M-001.yaml", True),
        ("id-used-twice", "haushalt/2029.yaml", True),
        ("file-misplaced", "massnahmen/M-004.yml", False),
    }
    assert run("doctor", "--fix", "-C", demo).code == 1
    assert (demo / "massnahmen/M-004.yml").exists()


def test_no_repository(run: Run, secret: Path) -> None:
    assert codes(run("doctor", "-C", secret, "--format", "json")) == ["no-git"]


def test_what_git_lacks(run: Run, demo: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    git(demo, "switch", "--detach")
    assert run("doctor", "-C", demo).code == 0
    git(tmp_path, "clone", "--depth=1", "--no-tags", demo.as_uri(), "flach")
    git(tmp_path / "flach", "switch", "--detach")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert codes(run("doctor", "-C", tmp_path / "flach", "--format", "json")) == [
        "git-nameless",
        "head-detached",
        "history-shallow",
        "tag-missing",
    ]
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert codes(run("doctor", "-C", demo, "--format", "json")) == ["git-owner"]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert codes(run("doctor", "-C", demo, "--format", "json")) == ["git-missing"]


def test_a_broken_repository_is_a_symptom(run: Run, demo: Path) -> None:
    (demo / ".git/config").write_text("[kaputt")
    done = run("doctor", "-C", demo, "--format", "json")
    assert (done.code, codes(done)) == (1, ["git-failed"])


def _no_objects(concept: Path) -> None:
    for file in sorted((concept / ".git/objects").rglob("*")):
        if file.is_file():
            file.unlink()


def _circle(concept: Path) -> None:
    for ref in (".git/HEAD", ".git/refs/heads/a"):
        (concept / ref).write_text("ref: refs/heads/a\n", encoding="utf-8")


def _named_by_itself(concept: Path) -> None:
    shutil.rmtree(concept / ".git")
    (concept / ".git").write_text("gitdir: .git\n", encoding="utf-8")


def _other_folder(concept: Path) -> None:
    with (concept / ".git/config").open("a", encoding="utf-8") as file:
        file.write("[core]\n\tworktree = /\n")


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda concept: (concept / ".git/index").write_bytes(b"x"), "git-index"),
        (_no_objects, "git-branch"),
        (_circle, "git-objects"),
        (_other_folder, "git-worktree"),
        (_named_by_itself, "git-unreadable"),
        (lambda concept: (concept / ".git/HEAD").unlink(), "git-unreadable"),
    ],
)
def test_a_damaged_repository_is_never_well(run: Run, demo: Path, harm: Callable[[Path], object], code: str) -> None:
    harm(demo)
    done = run("doctor", "-C", demo, "--format", "json")
    assert (done.code, codes(done)) == (1, [code])
    assert "git init" not in done.out


def test_no_commits_yet(run: Run, made_demo: Path, tmp_path: Path, git: Git) -> None:
    folder = tmp_path / "neu"
    shutil.copytree(made_demo, folder, ignore=shutil.ignore_patterns(".git"))
    git(folder, "init", "-b", "main")
    shutil.rmtree(folder / "fortschreibungen")
    done = run("doctor", "-C", folder, "--format", "json")
    assert (done.code, codes(done)) == (0, ["head-unborn"])


def test_no_concept(run: Run, tmp_path: Path) -> None:
    assert run("doctor", "-C", tmp_path).code == 2


def test_a_result_never_takes_the_place_of_a_file(run: Run, ailing: Path, tmp_path: Path) -> None:
    before = contents(ailing)
    assert run("doctor", "-C", ailing, "--output", ailing / "konzept.yaml").code == 3
    assert run("doctor", "-C", ailing, "--output", tmp_path / "arzt.txt").code == 1
    assert contents(ailing) == before
    assert "doctor --fix" in (tmp_path / "arzt.txt").read_text(encoding="utf-8")


# --- mending -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--fix", "--dry-run"]])
@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_changes_without_fix(options: list[str], form: str, run: Run, ailing: Path) -> None:
    before = contents(ailing)
    assert run("doctor", *options, "-C", ailing, "--format", form).code == 1
    assert contents(ailing) == before


def test_fix_gives_back_what_was_there(run: Run, ailing: Path, made_demo: Path) -> None:
    done = run("doctor", "--fix", "-C", ailing)
    assert (done.code, done.err) == (0, "")
    assert contents(ailing) == contents(made_demo)
    again = run("doctor", "--fix", "-C", ailing)
    assert (again.code, again.out.partition(":")[0]) == (0, "unverändert")


def test_a_dry_run_shows_what_can_be_seen(run: Run, ailing: Path, golden: Callable[[str, str], None]) -> None:
    golden("doctor-dry-run.txt", run("doctor", "--fix", "--dry-run", "-C", ailing).out)
    mended = json.loads(run("doctor", "--dry-run", "-C", ailing, "--format", "json").out)["mended"]
    assert {item["path"]: (item["codes"], item["removed"], bool(item["diff"])) for item in mended} == {
        "massnahmen/M-001.yaml": (["line-ends-windows"], False, False),
        "massnahmen/M-002.yaml": (["line-ends-mixed"], False, False),
        "massnahmen/M-003.yaml": (["byte-order-mark"], False, False),
        "texte/leitbild.md": (["encoding-windows-1252", "line-ends-windows"], False, True),
        ".ikonzept-ordner": (["leftover"], True, False),
        "massnahmen/.ikonzept-a1b2": (["leftover"], True, False),
    }


def test_the_diff_has_a_hunk_for_each_stretch(run: Run, demo: Path) -> None:
    lines = ["---", "titel: Ä", "---", *(f"Zeile {number}" for number in range(4, 31))]
    lines[14] = lines[17] = "für"
    lines[29] = "Ende \x1b[31m§"
    (demo / "texte/leitbild.md").write_bytes("\n".join(lines).replace("\x1b", "").encode("cp1252"))
    out = run("doctor", "--dry-run", "-C", demo).out
    assert [line for line in out.splitlines() if line.startswith("@@")] == [
        "@@ -1,5 +1,5 @@",
        "@@ -12,10 +12,10 @@",
        "@@ -27,4 +27,4 @@",
    ]
    assert "-titel: \N{REPLACEMENT CHARACTER}\n+titel: Ä\n" in out


def test_what_is_not_certain_is_not_touched(run: Run, demo: Path) -> None:
    (demo / "anlagen").mkdir(exist_ok=True)
    for name, raw in {
        "massnahmen/M-001.yaml": "Größe\r\n".encode() + b"\xfc\r\n",
        "massnahmen/M-002.yaml": "Größe\r\n".encode("utf-16"),
        "massnahmen/M-003.yaml": b"a: 1\r\n" * 1_000_000,
        "anlagen/brief.txt": b"\xfcber\r\n",
        "massnahmen/M-004.yml": b"\xfcber\r\n",
        "notiz.txt": MARK + b"\r\n",
        ".ikonzept": b"\r\n",
    }.items():
        (demo / name).write_bytes(raw)
    before = contents(demo)
    assert run("doctor", "--fix", "-C", demo).out.startswith("unverändert")
    assert contents(demo) == before


def test_links_are_never_followed(run: Run, demo: Path, tmp_path: Path) -> None:
    outside = tmp_path / "draussen"
    outside.mkdir()
    for name in ("a.yaml", ".ikonzept-meins", "texte.md"):
        (outside / name).write_bytes(b"titel: \xfc\r\n")
    (demo / "massnahmen/M-090.yaml").symlink_to(outside / "a.yaml")
    (demo / "texte/teil-9").symlink_to(outside)
    (demo / ".ikonzept-verweis").symlink_to(outside)
    (demo / "fremd").mkdir()
    (demo / "fremd/konzept.yaml").write_bytes(b"format: 1\r\n")
    (demo / "fremd/.ikonzept-fremd").write_bytes(b"")
    before = contents(outside), contents(demo / "fremd")
    run("doctor", "--fix", "-C", demo)
    assert (contents(outside), contents(demo / "fremd")) == before
    assert not (demo / ".ikonzept-verweis").is_symlink()
    assert (demo / "massnahmen/M-090.yaml").is_symlink()
    assert run("doctor", "--fix", "-C", demo).out.startswith("unverändert")


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
def test_rights_stay(run: Run, ailing: Path) -> None:
    (ailing / "massnahmen/M-001.yaml").chmod(0o640)
    run("doctor", "--fix", "-C", ailing)
    assert (ailing / "massnahmen/M-001.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("moment", [(name, call) for name in ("replace", "fdopen", "chmod") for call in (1, 2, 3, 4)])
def test_interrupted_every_file_is_old_or_new(
    moment: tuple[str, int], run: Run, ailing: Path, made_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, calls = contents(ailing), contents(made_demo), []
    name, call = moment
    real = getattr(os, name)

    def interrupted(*arguments: object, **options: object) -> object:
        calls.append(name)
        if len(calls) == call:
            raise KeyboardInterrupt
        return real(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, interrupted)
        assert run("doctor", "--fix", "-C", ailing).code == 130
    now = contents(ailing)
    assert now.keys() == before.keys()
    assert all(raw in (before[path], after.get(path)) for path, raw in now.items())
    assert run("doctor", "--fix", "-C", ailing).code == 0
    assert contents(ailing) == after


def test_killed_while_writing_the_next_run_mends_the_rest(
    run: Run, ailing: Path, made_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after SIGKILL: the temporary file stays and is recognised."""
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        assert run("doctor", "--fix", "-C", ailing).code == 130
    (ailing / ".git/ikonzept/lock").unlink()  # a dead process holds none
    assert len(transaction.leftovers(ailing)) == 3
    assert run("doctor", "--fix", "-C", ailing).code == 0
    assert contents(ailing) == contents(made_demo)


def test_what_someone_saves_meanwhile_is_kept(run: Run, ailing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = command._mended

    def saved_meanwhile(folder: Path, mends: object) -> object:
        (folder / "massnahmen/M-001.yaml").write_bytes(b"titel: Neu\r\n")
        shutil.rmtree(folder / ".ikonzept-ordner")
        return real(folder, mends)

    monkeypatch.setattr(command, "_mended", saved_meanwhile)
    mended = json.loads(run("doctor", "--fix", "-C", ailing, "--format", "json").out)["mended"]
    assert (ailing / "massnahmen/M-001.yaml").read_bytes() == b"titel: Neu\r\n"
    assert {item["path"] for item in mended} == {
        "massnahmen/M-002.yaml",
        "massnahmen/M-003.yaml",
        "texte/leitbild.md",
        "massnahmen/.ikonzept-a1b2",
    }


# --- a command that was killed ---------------------------------------------------------------------------------------

KILLED = """
import os, sys
from pathlib import Path
from ikonzept import transaction
from ikonzept.commits import Prepared, Wish
from ikonzept.edits.edit import Edit
Prepared.update_index = lambda _: os._exit(99)
folder = Path(sys.argv[1])
raw = (folder / "konzept.yaml").read_bytes()
edits = [Edit("konzept.yaml", raw, raw + b"# neu\\n"), Edit("massnahmen/M-099.yaml", None, b"titel: x\\n")]
transaction.apply(folder, edits, Wish("x"), transaction.Caller(("edition", "adopt", "2024")))
"""


@pytest.fixture
def killed(demo: Path) -> Path:
    assert subprocess.run([sys.executable, "-c", KILLED, demo], check=False).returncode == 99
    return demo


def test_a_killed_command_is_named_and_completed(run: Run, killed: Path, made_demo: Path, git: Git) -> None:
    assert "ikonzept edition adopt 2024; abschließen mit: ikonzept doctor --fix" in run("status", "-C", killed).out
    assert (
        json.loads(run("status", "-C", killed, "--format", "json").out)["unfinished"] == "ikonzept edition adopt 2024"
    )
    assert "abgebrochen" not in run("status", "-C", killed, "--edition", "2022").out
    done = run("doctor", "-C", killed)
    assert done.code == 1
    assert "ikonzept edition adopt 2024" in done.out
    before = contents(killed)
    assert "unterbrochenen Befehl abschließen" in run("doctor", "--fix", "--dry-run", "-C", killed).out
    assert contents(killed) == before
    done = run("doctor", "--fix", "-C", killed)
    assert (done.code, done.err) == (0, "")
    assert "unterbrochenen Befehl zurückgenommen" in done.out
    assert contents(killed) == contents(made_demo)
    assert git(killed, "status", "--porcelain") == git(made_demo, "status", "--porcelain")
    assert "unverändert" in run("doctor", "--fix", "-C", killed).out


def test_what_was_changed_since_is_named(run: Run, killed: Path) -> None:
    (killed / "konzept.yaml").write_bytes((killed / "konzept.yaml").read_bytes() + b"# mein\n")
    done = run("doctor", "--fix", "-C", killed)
    assert done.err == "Seither geändert und darum nicht angerührt: konzept.yaml\n"
    assert (killed / "konzept.yaml").read_bytes().endswith(b"# neu\n# mein\n")


def test_a_record_nobody_can_read(run: Run, killed: Path) -> None:
    (killed / ".git/ikonzept/journal").write_bytes(b"\xff")
    assert codes(run("doctor", "-C", killed, "--format", "json")) == ["journal-unreadable"]
    assert run("doctor", "--fix", "-C", killed).code == 1
    assert "mitten im Schreiben abgebrochen" in run("status", "-C", killed).out
    assert (killed / ".git/ikonzept/journal").exists()
