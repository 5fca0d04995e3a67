"""The front door: help, mistyped words, exit codes, languages."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Ran
from ikonzept import __version__, loader
from ikonzept.locale import de, en

Run = Callable[..., Ran]
COMMANDS = (
    [],
    ["status"],
    ["check"],
    ["explain"],
    ["show"],
    ["doctor"],
    ["diff"],
    ["git-diff"],
    ["synopsis"],
    ["calendar"],
    ["init"],
    ["demo"],
    ["budget"],
    *(
        ["budget", word]
        for word in (
            *("show", "check", "diff", "forecast", "add", "commit-funds", "book", "transfer"),
            *("import", "export", "close"),
        )
    ),
    ["edition"],
    *(["edition", word] for word in ("list", "show", "create", "advance", "adopt", "verify", "log")),
    ["measure"],
    *(
        ["measure", word]
        for word in (
            *("list", "timeline", "add", "edit", "set-status", "sachstand", "rename", "move", "merge", "split"),
            *("defer", "drop", "export", "import", "log"),
        )
    ),
    ["report"],
    ["report", "sachstand"],
    ["schema"],
    ["schema", "file"],
    ["schema", "output"],
)
PROGRAM = [sys.executable, "-m", "ikonzept"]
ENGLISH = re.compile(
    r"Usage|Options|Arguments|Commands|Show this|message and exit|Install|completion for|default:|required|<(bool|str|path|int)>|\bTEXT\b.*TEXT\b|Error|Try "
)  # fmt: skip


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, env=os.environ | environment
    )


# --- help ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "ikonzept")
def test_help_is_german(run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    done = run(*words, "--help")
    assert (done.code, done.err) == (0, "")
    assert ENGLISH.findall(done.out) == []
    assert de.SENTENCES["option.help"] in done.out
    assert de.SENTENCES[".".join(["help", *words]) if words else "help.ikonzept"] in re.sub(r"\s+", " ", done.out)


def test_every_command_is_tried(run: Run) -> None:
    for group in ([], ["schema"], ["budget"], ["edition"], ["measure"], ["report"]):
        known = run(*group, "unbekannt").err.splitlines()[-1].split(": ")[-1].split(", ")
        assert {
            tuple(words) for words in COMMANDS if len(words) == len(group) + 1 and words[: len(group)] == group
        } == {(*group, word) for word in known}


def test_no_command_shows_help(run: Run) -> None:
    assert run().code == 2
    assert run("schema").code == 2


def test_version(run: Run) -> None:
    assert run("--version").out == f"ikonzept {__version__}\n"


# --- mistyped --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["statsu"], "status"),
        (["Status"], "status"),
        (["chek"], "check"),
        (["schema", "fiel"], "file"),
        (["status", "--feild", "x"], "--field"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "xml"], "text, plain, json"),
        (["quatsch"], None),
        (["--quatsch"], None),
        (["status", "--field"], None),
        (["status", "--foo"], "--help"),
        (["init"], None),
        (["status", "eins", "zwei"], None),
        (["\x1b[31m"], None),
    ],
)
def test_a_mistyped_word_is_told_with_the_nearest(run: Run, arguments: list[str], nearest: str | None) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    said, hint = done.err.splitlines()
    assert all(line.isprintable() for line in (said, hint))
    assert ENGLISH.findall(said + hint) == []
    assert nearest is None or nearest in hint


# --- exit codes ------------------------------------------------------------------------------------------------------


def test_interrupted(run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loader, "load", stop)
    assert run("check", "-C", made_demo).code == 130


def test_what_the_system_refuses(run: Run, made_demo: Path, tmp_path: Path) -> None:
    done = run("status", "-C", made_demo, "--output", tmp_path / "fehlt/aus.txt")
    assert (done.code, done.out, len(done.err.splitlines())) == (3, "", 2)
    assert run("demo", "/proc/peine").code == 3


def test_a_fault_of_ours_is_one_sentence_and_no_traceback(made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ikonzept.cli import main

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    err = io.StringIO()
    monkeypatch.setattr(loader, "load", fail)
    monkeypatch.setattr(sys, "stderr", err)
    assert main(["check", "-C", str(made_demo)]) == 3
    assert len(err.getvalue().splitlines()) == 2
    monkeypatch.setenv("IKONZEPT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "-C", str(made_demo)])


def test_the_program_passes_its_exit_code_on(made_demo: Path, tmp_path: Path) -> None:
    assert command("check", "-C", made_demo).returncode == 0
    assert command("check", "-C", tmp_path).returncode == 2
    (tmp_path / "konzept.yaml").write_text("format: 1\n")
    assert command("check", "-C", tmp_path).returncode == 1


INTERRUPTED = """
import runpy, signal, sys
class Interrupter:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:  # as in a callback of Python's, which cannot be stopped
                print("lost", file=sys.stderr)
sys.meta_path.insert(0, Interrupter())
sys.argv = ["ikonzept", "--version"]
{start}
"""
"""The program, interrupted when it loads a module."""


@pytest.mark.parametrize("start", ["runpy.run_module('ikonzept', run_name='__main__')", "runpy.run_path({script!r})"])
@pytest.mark.parametrize("module", ["ikonzept.cli", "typer", "ikonzept.texts"])
def test_an_interruption_while_the_program_loads_prints_nothing(start: str, module: str, tmp_path: Path) -> None:
    script = tmp_path / "ikonzept"
    script.write_text("import sys\nfrom ikonzept.__main__ import run\nsys.exit(run())\n", encoding="utf-8")
    early = INTERRUPTED.format(module=module, start=start.format(script=str(script)))
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_the_program_is_ready_for_an_interruption_before_it_reads_anything() -> None:
    asked = "import sys; before = set(sys.modules); import ikonzept.__main__; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"ikonzept", "ikonzept.__main__", "_signal", "gc"}


def test_an_interruption_that_nohup_ignores_is_ignored() -> None:
    ignored = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import ikonzept.__main__ as program\n"
    ignored += "signal.raise_signal(signal.SIGINT); import sys; sys.argv = ['ikonzept', '--version']; program.run()"
    done = subprocess.run([sys.executable, "-c", ignored], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_the_program_ends_with_its_output_whole_or_says_so(made_demo: Path) -> None:
    whole = command("check", "-C", made_demo, "--format", "sarif").stdout
    assert json.loads(whole)["runs"]
    for place, code, said in (("/dev/full", 3, "kein Platz mehr"), (os.devnull, 0, "")):
        with Path(place).open("wb") as goal:
            done = subprocess.run(
                [*PROGRAM, "status", "-C", str(made_demo)], stdout=goal, stderr=subprocess.PIPE, text=True, check=False
            )
        assert done.returncode == code
        assert said in done.stderr


# --- languages and consoles ------------------------------------------------------------------------------------------


def test_english(made_demo: Path) -> None:
    shown = command("status", "-C", made_demo, "--as-of", "2024-10-15", IKONZEPT_LANG="en")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert en.SENTENCES["phase.planned"] in shown.stdout
    assert de.SENTENCES["phase.planned"] not in shown.stdout
    for words in COMMANDS:
        assert en.SENTENCES["option.help"] in command(*words, "--help", IKONZEPT_LANG="en", COLUMNS="120").stdout
    assert command("statsu", IKONZEPT_LANG="en").stderr.startswith(en.SENTENCES["error.label"])


def test_a_console_that_lacks_a_character_shows_another(made_demo: Path) -> None:
    shown = command("status", "-C", made_demo, PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "?" in shown.stdout
