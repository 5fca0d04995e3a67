"""``ikonzept check``: exit codes, forms, the whole of a small broken concept."""

import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from concepts import MINIMAL, parse
from conftest import Ran
from everything import CANARY, secret_files

Run = Callable[..., Ran]

BROKEN = MINIMAL | parse("""
    === massnahmen/M-002.yaml
    # Der Titel fehlt
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: refferat
    laufzeit: {ende: 2024-02-30}
    verlauf:
      - datum: 2024-02-01
        status: ruht
    ziele: [bildung.2]
    === haushalt/2024.yaml
    stand: beschlossen
    konten:
      - konto: "4271305"
        ansatz: 6.000
    === handlungsfelder/arbeit.yaml
    titel: Ausbildung: und Arbeit
    === texte/leitbild.md
    Ohne Kopf.
    === vorlagen/2024-112.md
    ---
    titel: Ergänzung
    art: Beschlussvorlage
    status: öffentlich
    datum: 2023-10-01
    beratungsfolge:
      - {gremium: kreistage, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}
    produktsachkonten: [{konto: 4271305}]
    ---
""")


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


SUFFIXES = {
    "text": "text.txt",
    "plain": "plain.txt",
    "json": "json",
    "markdown": "md",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif",
    "junit": "junit.xml",
}
HANDED_ON = ["markdown", "github", "gitlab", "sarif", "junit"]


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_small_broken_concept(
    run: Run, tmp_path: Path, golden: Callable[[str, str], None], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ikonzept.render.annotations.sarif.__version__", "0")
    done = run("check", "-C", write(tmp_path, BROKEN), "--as-of", "2024-10-15", "--format", form)
    assert (done.code, done.err) == (1, "")
    golden(f"check.{SUFFIXES[form]}", done.out)
    assert run("check", "-C", tmp_path, "--as-of", "2024-10-15", "--format", form, "-o", tmp_path / "aus").out == ""
    assert (tmp_path / "aus").read_text() == done.out


def test_json_is_as_its_schema_says(run: Run, tmp_path: Path) -> None:
    schema = json.loads(run("schema", "output", "check").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for files in (BROKEN, MINIMAL, {"konzept.yaml": ""}):
        write(tmp_path, files)
        jsonschema.validate(json.loads(run("check", "-C", tmp_path, "--format", "json").out), schema)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, 0),
        ({"massnahmen/M-002.yaml": "titel: ["}, 1),
        ({"vorlagen/2024-001.md": "---\ntitel: a\nart: Mitteilungsvorlage\nstatus: öffentlich\nhaushaltsjahr: 1999\nproduktsachkonten: [{konto: 4271200}]\n---\n"}, 0),
    ],
    ids=["clean", "error", "warning"],
)  # fmt: skip
def test_only_an_error_fails(run: Run, tmp_path: Path, files: dict[str, str], code: int) -> None:
    assert run("check", "-C", write(tmp_path, MINIMAL | files)).code == code


def test_a_clean_concept(run: Run, tmp_path: Path) -> None:
    write(tmp_path, MINIMAL)
    assert run("check", "-C", tmp_path, "--format", "plain").out == ""
    found = json.loads(run("check", "-C", tmp_path, "--format", "json").out)
    assert (found["findings"], found["files"], found["as_of"]) == ([], len(MINIMAL), date.today().isoformat())  # noqa: DTZ011


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as-of", "x"], "2024-10-15"),
        (["--fest"], "--fest"),
        (["--format", "xml"], "junit"),
        (["--fail-on", "immer"], "never"),
        (["--only", "unknown-unitt"], "unknown-unit?"),
        (["--ignore", "unknown-unitt"], "unknown-unit?"),
        (["--output", "gitlap=a.json"], "gitlab?"),
        (["--output", "gitlab=a", "--output", "sarif=a"], "zweimal"),
        (["--output", "gitlab=-", "--output", "-"], "zweimal"),
        (["M-001"], "M-001"),
        (["/etc/passwd"], "liegt nicht im Konzept"),
        (["-"], "--stdin-filename"),
        (["--stdin-filename", "massnahmen/M-001.yaml"], "--stdin-filename"),
        (["-", "konzept.yaml", "--stdin-filename", "massnahmen/M-001.yaml"], "--stdin-filename"),
        (["-", "--stdin-filename", "/etc/passwd"], "liegt nicht im Konzept"),
        (["--public", "--internal"], "--internal"),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run("check", "-C", write(tmp_path, MINIMAL), *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert list(tmp_path.glob("a*")) == []


def test_not_a_concept(run: Run, tmp_path: Path) -> None:
    assert run("check", "-C", tmp_path).code == 2
    assert run("check", "-C", tmp_path / "fehlt").code == 2
    (tmp_path / "konzept.yaml").mkdir()
    assert run("check", "-C", tmp_path).code == 2


def test_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path, BROKEN)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run("check", "-C", tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("where", [".", "massnahmen"])
def test_paths_are_relative_to_the_concept(
    run: Run, tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, BROKEN) / where)
    assert run("check", "--format", "plain").out.startswith("handlungsfelder/arbeit.yaml:1:")


# --- several forms at once -------------------------------------------------------------------------------------------


def test_several_forms_at_once(run: Run, tmp_path: Path) -> None:
    concept = write(tmp_path / "konzept", BROKEN)
    done = run("check", "-C", concept, "-o", f"gitlab={tmp_path / 'a.json'}", "-o", f"junit={tmp_path / 'b.xml'}")
    assert done.out == run("check", "-C", concept).out
    for name, form in (("a.json", "gitlab"), ("b.xml", "junit")):
        assert (tmp_path / name).read_text() == run("check", "-C", concept, "--format", form).out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], {"-": "text"}),
        (["-o", "gitlab=a"], {"-": "text", "a": "gitlab"}),
        (["-o", "a"], {"a": "text"}),
        (["-o", "-"], {"-": "text"}),
        (["-o", "a", "-o", "-", "--format", "plain"], {"-": "plain", "a": "plain"}),
        (["-o", "plain=-"], {"-": "plain"}),
        (["-o", "plain=-", "-o", "junit=a", "--format", "json"], {"-": "plain", "a": "junit"}),
        (["-o", "./gitlab=a"], {"gitlab=a": "text"}),
    ],
)
def test_what_goes_where(
    run: Run, tmp_path: Path, arguments: list[str], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    concept = write(tmp_path / "konzept", BROKEN)
    forms = {run("check", "-C", concept, "--format", form).out: form for form in SUFFIXES}
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    done = run("check", "-C", concept, *arguments)
    written = {path.name: path.read_text() for path in Path().iterdir()} | ({"-": done.out} if done.out else {})
    assert {name: forms[text] for name, text in written.items()} == expected


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ([], "::error"),
        (["--format", "plain"], "handlungsfelder"),
        (["-o", "gitlab={a}"], "::error"),
        (["-o", "gitlab=-"], "["),
    ],
)
def test_in_github_actions_its_form_is_chosen(
    run: Run, tmp_path: Path, arguments: list[str], begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    given = [argument.replace("{a}", str(tmp_path / "a")) for argument in arguments]
    assert run("check", "-C", write(tmp_path / "konzept", BROKEN), *given).out.startswith(begins)


def test_a_file_in_github_actions_is_for_people(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run("check", "-C", write(tmp_path / "konzept", BROKEN), "-o", tmp_path / "a")
    assert (tmp_path / "a").read_text().startswith("handlungsfelder")


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_ci_names_files_from_the_top_of_the_repository(
    run: Run, tmp_path: Path, form: str, git: Callable[..., str]
) -> None:
    concept = write(tmp_path / "unter" / "ordner", BROKEN)
    assert "unter/ordner/" not in run("check", "-C", concept, "--format", form).out
    git(tmp_path, "init", "--quiet")
    assert "unter/ordner/massnahmen/M-002.yaml" in run("check", "-C", concept, "--format", form).out
    assert "unter/ordner/" not in run("check", "-C", concept, "--format", "plain").out


# --- which findings, and how much they weigh -------------------------------------------------------------------------


def codes(done: Ran) -> set[str]:
    return {line.split(": ")[1].split()[1] for line in done.out.splitlines()}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "never"], 0),
        (["--only", "unknown-fiscal-year"], 0),
        (["--only", "unknown-fiscal-year", "--fail-on", "warning"], 1),
        (["--only", "unknown-fiscal-year", "--fail-on", "info"], 1),
        (["--only", "unknown-fiscal-year", "--ignore", "unknown-fiscal-year", "--fail-on", "info"], 0),
        (["texte"], 1),
        (["konzept.yaml"], 0),
    ],
)
def test_the_exit_code(run: Run, tmp_path: Path, arguments: list[str], code: int) -> None:
    assert run("check", "-C", write(tmp_path, BROKEN), "--format", "plain", *arguments).code == code


def test_only_and_ignore(run: Run, tmp_path: Path) -> None:
    write(tmp_path, BROKEN)

    def found(*arguments: str) -> set[str]:
        return codes(run("check", "-C", tmp_path, "--format", "plain", *arguments))

    everything = found()
    assert len(everything) > 5
    assert found("--only", "schema-enum", "--only", "syntax-colon") == {"schema-enum", "syntax-colon"}
    assert found("--ignore", "schema-enum", "--ignore", "syntax-colon") == everything - {"schema-enum", "syntax-colon"}
    assert found("--only", "file-is-link") == set()


ADOPTED = {
    "fortschreibungen/2024.yaml": "titel: Teil\nart: Erstfassung\nstatus: beschlossen\nbeschlossen_am: 2024-03-20\n"
}


def test_what_proves_an_adopted_edition_is_said_where_it_is_missing(
    run: Run, tmp_path: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, MINIMAL | ADOPTED)

    def told() -> tuple[object, str]:
        done = run("check", "-C", tmp_path, "--format", "json")
        return json.loads(done.out)["untagged"], done.err

    missing, said = told()
    assert missing is None
    assert "git" in said
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Anfang")
    missing, said = told()
    assert missing == ["2024"]
    assert "fortschreibung/2024" in said
    git(tmp_path, "tag", "fortschreibung/2024")
    assert told() == ([], "")
    monkeypatch.setenv("PATH", "")
    assert told()[0] is None
    assert run("check", "-C", write(tmp_path / "b", MINIMAL)).err == ""


# --- some files ------------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The broken concept, where we are."""
    monkeypatch.chdir(write(tmp_path, BROKEN | {"notizen/lies.txt": "x"}))
    return tmp_path


@pytest.mark.parametrize(
    ("where", "arguments", "files"),
    [
        (".", ["massnahmen/M-002.yaml"], {"massnahmen/M-002.yaml"}),
        ("massnahmen", ["M-002.yaml"], {"massnahmen/M-002.yaml"}),
        ("massnahmen", ["massnahmen/M-002.yaml"], {"massnahmen/M-002.yaml"}),
        ("massnahmen", ["../haushalt/2024.yaml"], {"haushalt/2024.yaml"}),
        (".", ["massnahmen", "./haushalt/"], {"massnahmen/M-002.yaml", "haushalt/2024.yaml"}),
        ("massnahmen", ["."], {"massnahmen/M-002.yaml"}),
        ("massnahmen", [".."], None),
        (".", ["massnahmen/M-001.yaml"], set()),
    ],
)
def test_only_these_files(run: Run, broken: Path, where: str, arguments: list[str], files: set[str] | None) -> None:
    os.chdir(broken / where)
    whole = run("check", "--format", "plain").out.splitlines()
    expected = [line for line in whole if files is None or line.split(":")[0] in files]
    assert run("check", "--format", "plain", *arguments).out.splitlines() == expected
    absolute = [str((Path.cwd() / name).absolute()) for name in arguments if (Path.cwd() / name).exists()]
    if len(absolute) == len(arguments):
        assert run("check", "--format", "plain", *absolute).out.splitlines() == expected


@pytest.mark.parametrize("name", ["notizen/lies.txt", "notizen", "README.md", "massnahmen/README.md", ".gitignore"])
def test_a_file_that_no_rule_looks_at_is_refused(run: Run, broken: Path, name: str) -> None:
    """What is never looked at must not be called in order."""
    write(broken, {"notizen/lies.txt": "a\n", "README.md": "a\n", "massnahmen/README.md": "a\n", ".gitignore": "a\n"})
    done = run("check", "-C", broken, name)
    assert (done.code, done.out) == (2, "")
    assert name in done.err
    assert run("check", "-C", broken, "massnahmen/M-001.yaml", name).code == 2


@pytest.mark.parametrize("name", [".", "konzept.yaml", "anlagen", "vorlagen", "falsch.yml", "Maßnahmen"])
def test_what_a_rule_looks_at_is_taken(run: Run, broken: Path, name: str) -> None:
    write(broken, {"falsch.yml": "a: b\n", "Maßnahmen/M-009.yaml": "a: b\n", "anlagen/a.txt": "a\n", "vorlagen/.a": ""})
    assert run("check", "-C", broken, "--fail-on", "never", name).code == 0


def test_the_whole_concept_is_read_for_one_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, MINIMAL)
    found = json.loads(run("check", "-C", tmp_path, "massnahmen/M-001.yaml", "--format", "json").out)
    assert (found["findings"], found["files"]) == ([], 1)


@pytest.fixture
def editor(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | bytes], list[str]]:
    """What is found in a file's text as an editor holds it; everything else comes from the disk, and nothing changes."""
    write(tmp_path, MINIMAL | {"massnahmen/M-002.yaml": "kaputt"})

    def contents() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def check(name: str, text: str | bytes) -> list[str]:
        before, found = contents(), []
        for where, given in ((tmp_path, name), (tmp_path / "massnahmen", name), (Path("/"), tmp_path / name)):
            monkeypatch.chdir(where)
            stdin(monkeypatch, text)
            done = run("check", "-C", tmp_path, "-", "--stdin-filename", given, "--format", "plain")
            found.append([": ".join(line.split(": ")[:2]) for line in done.out.splitlines()])
            assert done.code == bool(found[-1])
        assert found[0] == found[1] == found[2]
        assert contents() == before
        return found[0]

    return check


def stdin(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("massnahmen/M-001.yaml", MINIMAL["massnahmen/M-001.yaml"], []),
        ("massnahmen/M-001.yaml", "titel: a: b", ["massnahmen/M-001.yaml:1:9: Fehler syntax-colon"]),
        (
            "massnahmen/M-009.yaml",
            MINIMAL["massnahmen/M-001.yaml"].replace("bildung", "bildnug"),
            ["massnahmen/M-009.yaml:2:16: Fehler unknown-action-field"],
        ),
        ("konzept.yaml", "", ["konzept.yaml:1:1: Fehler syntax-empty"]),
        ("massnahmen/M-001.yaml", b"titel: \xff", ["massnahmen/M-001.yaml:1:8: Fehler syntax-encoding"]),
    ],
)
def test_a_file_as_an_editor_holds_it(
    editor: Callable[[str, str | bytes], list[str]], name: str, text: str | bytes, found: list[str]
) -> None:
    assert editor(name, text) == found


def test_the_excerpt_comes_from_stdin(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "titel: Neu\nhandlungsfeld: bildnug\nart: Projekt\nfederfuehrung: referat\n")
    done = run("check", "-C", write(tmp_path, MINIMAL), "-", "--stdin-filename", "massnahmen/M-001.yaml")
    assert "handlungsfeld: bildnug" in done.out
    assert "explain unknown-action-field" in done.out


# --- what is not public ----------------------------------------------------------------------------------------------


def as_list(text: str) -> str:
    """Every secret value as a list, which no field takes."""
    return text.replace(f'"{CANARY}"', f'["{CANARY}"]')


def cut_off(text: str) -> str:
    """A secret text cut by a comma: its rest reads as a key."""
    return text.replace("{", f"{{{CANARY}: ,", 1)


def twice(text: str) -> str:
    return text.replace("{", f"{{{CANARY}: , {CANARY}: ,", 1)


def open_at_the_end(text: str) -> str:
    return text.rstrip().removesuffix("---").rstrip() + f' "{CANARY}: [{CANARY}\n'


def unchanged(text: str) -> str:
    return text


CHANGES = [unchanged, as_list, cut_off, twice, open_at_the_end]


@pytest.mark.parametrize("change", CHANGES)
def test_no_canary_is_handed_on(run: Run, tmp_path: Path, change: Callable[[str], str]) -> None:
    """Whatever is wrong with a file that holds secrets; the name of a non-public Vorlage's file may be told."""
    write(tmp_path, {path: change(text) for path, text in secret_files().items()})
    handed_on = [("--format", form) for form in HANDED_ON]
    restricted = [("--public", "--format", form) for form in ("text", "plain", "json")]
    for arguments in (*handed_on, *restricted):
        done = run("check", "-C", tmp_path, *arguments)
        shown = done.out.replace(f"vorlagen/2024-{CANARY}.md", "").replace(f"2024\\-{CANARY}", "")
        assert done.code == 1
        assert CANARY not in shown, (arguments, [line for line in shown.splitlines() if CANARY in line][:3])


@pytest.mark.parametrize("change", [cut_off, twice])
@pytest.mark.parametrize("form", ["plain", *HANDED_ON])
def test_the_canaries_would_be_seen(run: Run, tmp_path: Path, change: Callable[[str], str], form: str) -> None:
    write(tmp_path, {path: change(text) for path, text in secret_files().items()})
    more = [] if form == "plain" else ["--internal"]
    assert f"„{CANARY}“" in run("check", "-C", tmp_path, "--format", form, *more).out


N_STEP = """---
titel: Teil
art: Beschlussvorlage
status: öffentlich
beratungsfolge:
  - {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein, termin: 2024-03-05, ergebnis: RESULT}
anlagen:
  - {titel: Geheim, datei: anlagen/sub/KANARIE.pdf, status: nichtöffentlich}
---
"""
LEAKS = {
    "vorlagen/2024-001.md": N_STEP,
    "texte/leitbild.md": "---\ntitel: Leitbild\n---\n\n[x](kanarie.pdf)\n",
    "anlagen/sub/KANARIE.pdf": "x",
    "fortschreibungen/2024.yaml": (
        "titel: Teil\nart: Erstfassung\nstatus: beschlossen\nvorlage: 2024/001\nbeschlossen_am: 2024-03-20\n"
    ),
}


@pytest.mark.parametrize(
    ("result", "told"), [("beschlossen", "05.03.2024"), ("abgelehnt", "keinen"), ("vertagt", "05.03.2024")]
)
def test_what_stands_elsewhere_is_not_handed_on(run: Run, tmp_path: Path, result: str, told: str) -> None:
    """A suggestion may name a file, a day may be that of a result: both are looked at where they stand."""
    write(tmp_path, MINIMAL | LEAKS | {"vorlagen/2024-001.md": N_STEP.replace("RESULT", result)})
    restricted = [("--public", "--format", form) for form in ("text", "plain", "json")]
    for arguments in (*(("--format", form) for form in HANDED_ON), *restricted):
        shown = run("check", "-C", tmp_path, *arguments).out
        assert "broken-internal-link" in shown
        assert "KANARIE" not in shown
        assert "2024/001" not in shown
        assert told not in shown
    assert "KANARIE" in run("check", "-C", tmp_path).out
    assert "2024/001" in run("check", "-C", tmp_path).out


@pytest.mark.parametrize("form", HANDED_ON)
def test_internal_hands_on_everything_and_says_so(run: Run, tmp_path: Path, form: str) -> None:
    vorlage = BROKEN["vorlagen/2024-112.md"].replace("status: öffentlich", "status: nichtöffentlich")
    write(tmp_path, BROKEN | {"vorlagen/2024-112.md": vorlage})
    closed, whole = (run("check", "-C", tmp_path, "--format", form, *more).out for more in ([], ["--internal"]))
    assert "kreistage" not in closed
    assert "unknown-committee" in closed
    assert "INTERN" not in closed
    assert "kreistage" in whole
    assert "INTERN" in whole


@pytest.mark.parametrize("form", ["text", "plain", "json"])
def test_the_coordinator_sees_everything(run: Run, tmp_path: Path, form: str) -> None:
    write(tmp_path, BROKEN | {"vorlagen/2024-113.md": "---\ntitel: a\nart: Geheimwort\n---\n"})
    assert "Geheimwort" in run("check", "-C", tmp_path, "--format", form).out
    assert "Geheimwort" not in run("check", "-C", tmp_path, "--format", form, "--public").out
