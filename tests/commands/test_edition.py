"""``ikonzept edition``: from a draft to what the Kreistag adopted, and whether that still stands."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from conftest import STORY_ENDS, Ran

Run = Callable[..., Ran]
Git = Callable[..., str]
AFTER = "2024-12-10"
ADOPT = ("adopt", "2024", "--vorlage", "2024/112", "--date", "2024-12-04")
STEP = "  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}\n"
DECIDED = (
    "  - gremium: kreistag\n    zustaendigkeit: Entscheidung\n    termin: 2024-12-04\n    oeffentlich: ja\n"
    "    beschluss: ungeändert beschlossen\n    ergebnis: beschlossen\n"
)


@pytest.fixture
def edition(run: Run, demo: Path) -> Callable[..., Ran]:
    """Runs an edition command in the demo, after the Kreistag has met."""

    def call(*arguments: object) -> Ran:
        day = () if arguments[0] == "advance" else ("--as-of", AFTER)
        return run("edition", *arguments, "-C", demo, *day)

    return call


@pytest.fixture
def decided(demo: Path, git: Git) -> Path:
    """The demo with the decision on Vorlage 2024/112 entered and everything committed."""
    paper = demo / "vorlagen" / "2024-112.md"
    text = paper.read_text(encoding="utf-8").replace(STEP, DECIDED)
    text = text.replace(
        "termin: 2024-11-06, oeffentlich: ja}", "termin: 2024-11-06, oeffentlich: ja, ergebnis: vorberaten}"
    )
    text = text.replace(
        "termin: 2024-11-27, oeffentlich: nein}", "termin: 2024-11-27, oeffentlich: nein, ergebnis: vorberaten}"
    )
    paper.write_text(text, encoding="utf-8")
    git(demo, "add", ".")
    git(demo, "commit", "--quiet", "--message=Beschluss eingetragen")
    return demo


# --- looking -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("edition-list.txt", ["list"]),
        ("edition-list.json", ["list", "--format", "json"]),
        ("edition-show.txt", ["show", "2023"]),
        ("edition-verify.txt", ["verify"]),
        ("edition-log.txt", ["log"]),
        ("edition-log-M-001.txt", ["log", "M-001"]),
        ("edition-log-M-004.txt", ["log", "M-004"]),
        ("edition-log-M-015.txt", ["log", "M-015"]),
    ],
)
def test_what_is_shown(
    name: str, arguments: list[str], run: Run, made_demo: Path, golden: Callable[[str, str], None]
) -> None:
    done = run("edition", *arguments, "-C", made_demo, "--as-of", STORY_ENDS)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize("command", ["list", "verify"])
def test_json_is_as_its_schema_says(command: str, run: Run, made_demo: Path) -> None:
    schema = json.loads(run("schema", "output", f"edition-{command}").out)
    found = run("edition", command, "-C", made_demo, "--as-of", STORY_ENDS, "--format", "json").out
    jsonschema.validate(json.loads(found), schema)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_too_wide(width: int, run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in (["list"], ["verify"], ["log"], ["log", "M-004"], ["show", "2022"]):
        shown = run("edition", *words, "-C", made_demo, "--as-of", STORY_ENDS).out.splitlines()
        assert max(map(len, shown)) <= width, words


def test_an_unknown_edition(edition: Callable[..., Ran]) -> None:
    done = edition("show", "2034")
    assert (done.code, done.out) == (2, "")


def test_the_log_goes_on_with_what_a_measure_went_over_into(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    for name in ("M-009", "M-015"):
        with (demo / "massnahmen" / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write("  - {datum: 2024-12-05, sachstand: Zwölf Familien}\n")
    git(demo, "commit", "--quiet", "--all", "--message=Sachstand")
    last = edition("log", "M-004").out.rpartition("\n\n")[2].splitlines()
    assert last[1:] == ["  M-015 Willkommensbegleitung: neuer Sachstand", "  Sachstand"]


@pytest.mark.parametrize(
    "name",
    [
        *("haushalt/2024", "2024/112", "4271200", "H-2024-01", "leitbild", "bevoelkerung", "caritas", "kreistag"),
        *("verstaendnis", "konzept.yaml", "2022-09-14-bildung.1", "sprache-bildung", "sprache-bildung.1", "2023"),
    ],
)
def test_the_log_of_anything_begins_where_it_was_new(name: str, run: Run, made_demo: Path) -> None:
    done = run("edition", "log", name, "-C", made_demo)
    assert (done.code, done.err) == (0, "")
    assert "neu" in done.out.split("\n\n")[1]


def test_the_log_of_what_is_not_committed_says_so(edition: Callable[..., Ran]) -> None:
    assert edition("create", "2025").code == 0
    assert "fortschreibungen/2025.yaml" in edition("log", "2025").out.splitlines()[1]


# --- a draft -------------------------------------------------------------------------------------------------------


def test_create_and_advance(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    file = demo / "fortschreibungen" / "2025.yaml"
    shown = edition("create", "2025", "--dry-run")
    assert "+status: Entwurf" in shown.out
    assert not file.exists()
    assert edition("create", "2025", "--title", "Zweite: alles", "--next-due", "2027-06", "--commit").code == 0
    assert file.read_text(encoding="utf-8").splitlines() == [
        'titel: "Zweite: alles"',
        "art: ersetzt",
        "status: Entwurf",
        'vorgaenger: "2023"',
        "naechste_fortschreibung: 2027-06",
    ]
    assert git(demo, "show", "--name-only", "--format=", "HEAD").split() == ["fortschreibungen/2025.yaml"]
    assert edition("create", "2025", "--title", "Zweite: alles", "--next-due", "2027-06").out.strip() == "unverändert"
    assert edition("create", "2025").code == 2
    assert edition("advance", "2025", "Beteiligung").code == 0
    assert "status: Beteiligung" in file.read_text(encoding="utf-8")
    assert edition("advance", "2025", "Beteiligung").out.strip() == "unverändert"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["create", "2024"], 2),
        (["create", "../2025"], 2),
        (["create", "2025", "--next-due", "bald"], 2),
        (["create", "2025", "--predecessor", "2021"], 2),
        (["advance", "2024", "beschlossen"], 2),
        (["advance", "2024", "Entwurf"], 2),
        (["advance", "2023", "Entwurf"], 3),
    ],
)
def test_what_is_refused(arguments: list[str], code: int, edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    before = git(demo, "status", "--short")
    done = edition(*arguments)
    assert (done.code, done.out) == (code, "")
    assert git(demo, "status", "--short") == before


def test_to_the_beratung_only_with_a_vorlage(edition: Callable[..., Ran]) -> None:
    assert edition("create", "2025").code == 0
    assert edition("advance", "2025", "Beratung").code == 3
    assert edition("advance", "2024", "Entwurf", "--back").code == 0
    done = edition("advance", "2024", "Beratung")
    assert done.code == 0
    assert "ausgelassen: Beteiligung." in done.err


# --- the decision --------------------------------------------------------------------------------------------------


def test_adopt(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    tried = edition(*ADOPT, "--effective", "2025-01-01", "--dry-run")
    assert tried.out.count("\n+") == 4
    assert "„Beschluss der Fortschreibung 2024 am 04.12.2024, Vorlage 2024/112“" in tried.err
    assert "fortschreibung/2024" in tried.err
    assert git(decided, "tag", "--list", "fortschreibung/2024") == ""
    done = edition(*ADOPT, "--effective", "2025-01-01")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].endswith("git push --atomic origin HEAD refs/tags/fortschreibung/2024")
    assert git(decided, "cat-file", "-t", "fortschreibung/2024").strip() == "tag"
    assert git(decided, "rev-parse", "fortschreibung/2024^{commit}") == git(decided, "rev-parse", "HEAD")
    assert git(decided, "show", "--name-only", "--format=", "HEAD").split() == ["fortschreibungen/2024.yaml"]
    assert git(decided, "status", "--short") == ""
    record = (decided / "fortschreibungen" / "2024.yaml").read_text(encoding="utf-8")
    assert "status: beschlossen\nbeschlossen_am: 2024-12-04\nwirksam_ab: 2025-01-01\n" in record
    assert edition(*ADOPT).out.strip() == "unverändert"
    assert edition("verify").code == 0


def test_a_vorlage_is_recorded_by_its_printed_number(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    assert edition("adopt", "2024", "--vorlage", "2024-112", "--date", "04.12.2024").code == 0
    assert "\nvorlage: 2024/112\n" in (decided / "fortschreibungen" / "2024.yaml").read_text(encoding="utf-8")
    assert "Vorlage 2024/112" in git(decided, "tag", "--list", "--format=%(contents)", "fortschreibung/2024")


def test_a_new_one_follows_the_one_adopted_last(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT, "--effective", "2025-01-01").code == 0
    assert "(ersetzt 2024)" in edition("create", "2025").out
    assert 'vorgaenger: "2024"' in (decided / "fortschreibungen" / "2025.yaml").read_text(encoding="utf-8")


def test_adopt_counts_what_is_not_committed(edition: Callable[..., Ran], decided: Path) -> None:
    names = sorted(path.name for path in (decided / "massnahmen").iterdir())[:7]
    for number, name in enumerate(names, start=1):
        with (decided / "massnahmen" / name).open("a", encoding="utf-8") as file:
            file.write("# neu\n")
        assert ("Eine Datei" if number == 1 else f"{number} Dateien") in edition(*ADOPT).err
    assert f"{names[4]}, …" in edition(*ADOPT).err


def switch(folder: Path, git: Git) -> None:
    git(folder, "switch", "--quiet", "--create", "arbeit")


def dirty(folder: Path, _: Git) -> None:
    with (folder / "massnahmen" / "M-001.yaml").open("a", encoding="utf-8") as file:
        file.write("# neu\n")


def tagged(folder: Path, git: Git) -> None:
    git(folder, "tag", "fortschreibung/2024")


def untagged(folder: Path, git: Git) -> None:
    git(folder, "tag", "--delete", "fortschreibung/2023")


def unassessed(folder: Path, git: Git) -> None:
    file = folder / "handlungsfelder" / "wohnen-zusammenleben.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - nummer: 1\n", '  - nummer: 1\n    beendet_mit: "2024"\n', 1), encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message=Ziel beendet")


def detached(folder: Path, git: Git) -> None:
    git(folder, "checkout", "--quiet", "--detach")


@pytest.mark.parametrize("spoil", [switch, dirty, tagged, untagged, unassessed, detached])
def test_adopt_looks_before_it_writes(
    spoil: Callable[[Path, Git], None], edition: Callable[..., Ran], decided: Path, git: Git
) -> None:
    spoil(decided, git)
    before = git(decided, "rev-parse", "HEAD"), git(decided, "tag"), git(decided, "status", "--short")
    done = edition(*ADOPT)
    assert (done.code, done.out) == (3, ""), done.err
    assert (git(decided, "rev-parse", "HEAD"), git(decided, "tag"), git(decided, "status", "--short")) == before


def test_here_records_on_another_branch(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    switch(decided, git)
    assert edition(*ADOPT, "--here").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["adopt", "2024", "--vorlage", "2024/112", "--date", "2024-12-03"],
        ["adopt", "2024", "--vorlage", "2024/112", "--date", "2025-12-04"],
        ["adopt", "2024", "--vorlage", "2024/999", "--date", "2024-12-04"],
        ["adopt", "2024", "--vorlage", "2023/051", "--date", "2023-06-21"],
        [*ADOPT, "--effective", "2024-12-01"],
        ["adopt", "2023", "--vorlage", "2023/051", "--date", "2023-06-22"],
        ["adopt", "2023", "--vorlage", "2023/050", "--date", "2023-06-21"],
        ["adopt", "2023", "--vorlage", "2023/051", "--date", "2023-06-21", "--effective", "2031-01-01"],
    ],
    ids=["another-day", "ahead", "no-paper", "other-paper", "effective-before", "on", "by", "from"],
)
@pytest.mark.usefixtures("decided")
def test_a_decision_that_was_not_taken(arguments: list[str], edition: Callable[..., Ran]) -> None:
    done = edition(*arguments)
    assert (done.code, done.out) == (3, ""), done.err


@pytest.mark.parametrize(
    ("former", "now", "said"),
    [
        ("ergebnis: beschlossen", "ergebnis: abgelehnt", "anders entschieden: abgelehnt"),
        ("ergebnis: beschlossen", "ergebnis: vertagt", "anders entschieden: vertagt"),
        ("    ergebnis: beschlossen\n", "", "noch nicht beschlossen"),
        ("titel:", "titel: [", "lässt sich nicht lesen: vorlagen/2024-112.md"),
    ],
)
def test_what_became_of_the_vorlage(
    former: str, now: str, said: str, edition: Callable[..., Ran], decided: Path
) -> None:
    paper = decided / "vorlagen" / "2024-112.md"
    text = paper.read_text(encoding="utf-8")
    assert former in text
    paper.write_text(text.replace(former, now), encoding="utf-8")
    done = edition(*ADOPT)
    assert (done.code, done.out) == (3, "")
    assert said in done.err


def test_adopt_says_which_steps_it_leaves_out(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    assert edition("advance", "2024", "Entwurf", "--back", "--commit").code == 0
    done = edition(*ADOPT)
    assert done.code == 0
    assert done.err.startswith("Auf dem Weg von „Entwurf“ nach „beschlossen“ ausgelassen: Beteiligung, Beratung.")
    assert git(decided, "status", "--short") == ""


def test_create_knows_what_else_there_is(edition: Callable[..., Ran]) -> None:
    assert "Offen ist auch „2024“" in edition("create", "2025", "--dry-run").err
    refused = edition("create", "2025", "--relation", "Erstfassung")
    assert (refused.code, refused.out) == (2, "")
    assert "ikonzept edition create 2025 --relation ersetzt --predecessor 2023" in refused.err
    assert edition("create", "2025").code == 0
    assert "Auch „2025“ (Entwurf) soll „2023“ ersetzen" in edition("create", "2026", "--dry-run").err
    assert "Auch" not in edition("create", "2026", "--relation", "ergänzt", "--dry-run").err


def test_a_second_edition_waits_until_the_first_is_adopted(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "neu", "--no-input").code == 0
    file = tmp_path / "neu" / "fortschreibungen" / "2026.yaml"
    file.write_text("titel: Erste\nart: Erstfassung\nstatus: Entwurf\n", encoding="utf-8")
    refused = run("edition", "create", "2027", "-C", tmp_path / "neu")
    assert (refused.code, refused.out) == (2, "")
    assert "„2026“ (Entwurf); sie ist noch nicht beschlossen" in refused.err


@pytest.mark.parametrize("command", [["show", "2024"], ["advance", "2024", "Beteiligung"], [*ADOPT]])
def test_an_edition_that_cannot_be_read_is_not_unknown(
    command: list[str], edition: Callable[..., Ran], demo: Path
) -> None:
    (demo / "fortschreibungen" / "2024.yaml").write_text("titel: [", encoding="utf-8")
    done = edition(*command)
    assert (done.code, done.out) == (3, "")
    assert "fortschreibungen/2024.yaml" in done.err
    assert "ikonzept check" in done.err


def test_to_the_beratung_only_with_a_vorlage_that_can_be_read(edition: Callable[..., Ran], demo: Path) -> None:
    assert edition("advance", "2024", "Beteiligung", "--back").code == 0
    (demo / "vorlagen" / "2024-112.md").write_text("---\ntitel: [\n---\n", encoding="utf-8")
    assert "vorlagen/2024-112.md" in edition("advance", "2024", "Beratung").err
    (demo / "vorlagen" / "2024-112.md").unlink()
    assert "2024/112 gibt es in diesem Konzept nicht" in edition("advance", "2024", "Beratung").err


# --- whether it still stands ---------------------------------------------------------------------------------------


def flaws(done: Ran) -> dict[str, list[str]]:
    return {item["id"]: item["flaws"] for item in json.loads(done.out)["verdicts"]}


def squashed(folder: Path, git: Git) -> None:
    git(folder, "reset", "--quiet", "--soft", "HEAD~8")
    git(folder, "commit", "--quiet", "--message=Alles in einem")


def rewritten(folder: Path, _: Git) -> None:
    file = folder / "fortschreibungen" / "2023.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("wirksam_ab: 2023-07-01", "wirksam_ab: 2023-08-01"))


def moved(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "--annotate", "--message=x", "fortschreibung/2023", "HEAD")


def early(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "--annotate", "--message=x", "fortschreibung/2023", "HEAD~9")


def plain(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "fortschreibung/2023", "fortschreibung/2023^{commit}")


def unreadable(folder: Path, _: Git) -> None:
    (folder / ".git" / "refs" / "tags" / "fortschreibung" / "2023").write_text("f" * 40 + "\n")


def broken(folder: Path, _: Git) -> None:
    (folder / ".git" / "refs" / "tags" / "fortschreibung" / "2023").write_text("kaputt\n")


def reopened(folder: Path, _: Git) -> None:
    file = folder / "fortschreibungen" / "2023.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: beschlossen", "status: Beratung"))


def deleted(folder: Path, _: Git) -> None:
    (folder / "fortschreibungen" / "2023.yaml").unlink()


@pytest.mark.parametrize(
    ("spoil", "expected", "code"),
    [
        (reopened, ["record-reopened"], 1),
        (deleted, ["record-gone"], 1),
        (untagged, ["tag-missing"], 1),
        (unreadable, ["tag-unreadable"], 1),
        (broken, ["tag-broken"], 1),
        (squashed, ["not-in-history"], 1),
        (rewritten, ["record-changed"], 1),
        (moved, ["adopted-before"], 1),
        (early, ["not-adopted-there"], 1),
        (plain, ["tag-plain"], 0),
    ],
)
def test_verify(  # noqa: PLR0913, PLR0917
    spoil: Callable[[Path, Git], None],
    expected: list[str],
    code: int,
    edition: Callable[..., Ran],
    demo: Path,
    git: Git,
) -> None:
    spoil(demo, git)
    done = edition("verify", "2023", "--format", "json")
    assert (done.code, flaws(done)) == (code, {"2023": expected})
    assert edition("verify", "2023").code == code


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


@pytest.mark.parametrize("spoil", [reopened, deleted])
def test_all_editions_are_looked_at_by_their_tags_too(
    spoil: Callable[[Path, Git], None], edition: Callable[..., Ran], demo: Path, git: Git
) -> None:
    spoil(demo, git)
    done = edition("verify", "--format", "json")
    assert (done.code, set(flaws(done))) == (1, {"2022", "2023"})


def test_the_id_of_an_adopted_edition_is_never_used_again(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    reopened(demo, git)
    refused = edition("advance", "2023", "Beteiligung")
    deleted(demo, git)
    again = edition("create", "2023")
    assert (refused.code, again.code) == (3, 3)
    assert "fortschreibung/2023" in refused.err
    assert "fortschreibung/2023" in again.err
    assert not (demo / "fortschreibungen" / "2023.yaml").exists()


def test_of_a_draft_there_is_nothing_to_prove(edition: Callable[..., Ran]) -> None:
    done = edition("verify", "2024")
    assert (done.code, done.out) == (0, "")
    assert "noch nicht beschlossen" in done.err


def test_a_shallow_clone_cannot_tell(run: Run, made_demo: Path, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", f"file://{made_demo}", "flach")
    done = run("edition", "verify", "-C", tmp_path / "flach", "--as-of", STORY_ENDS, "--format", "json")
    assert (done.code, flaws(done)) == (0, {"2022": ["tag-shallow"], "2023": ["tag-shallow"]})
    assert "✓" not in run("edition", "verify", "-C", tmp_path / "flach", "--as-of", STORY_ENDS).out


def test_content_that_changed_without_a_draft(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT).code == 0
    file = decided / "massnahmen" / "M-006.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("titel: ", "titel: Neue "), encoding="utf-8")
    done = edition("verify", "--format", "json")
    assert done.code == 1
    assert [item["id"] for item in json.loads(done.out)["strayed"]] == ["M-006"]
    assert edition("create", "2025").code == 0
    assert edition("verify").code == 0


def test_what_happens_meanwhile_is_no_change_of_content(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT).code == 0
    with (decided / "massnahmen" / "M-006.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {datum: 2024-12-05, sachstand: Nachfrage hält an}\n")
    assert edition("verify").code == 0


# --- signed --------------------------------------------------------------------------------------------------------


@pytest.fixture
def key(tmp_path: Path, git: Git) -> Path:
    """A key of Erika's, with which git signs by her own configuration."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not here")
    path = tmp_path / "schluessel"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    git(tmp_path, "config", "--global", "gpg.format", "ssh")
    git(tmp_path, "config", "--global", "user.signingkey", str(path))
    signers = tmp_path / "signers"
    signers.write_text(f"erika@example.org {path.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    git(tmp_path, "config", "--global", "gpg.ssh.allowedSignersFile", str(signers))
    return path


@pytest.mark.usefixtures("key")
def test_a_signed_adoption(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    done = edition(*ADOPT, "--sign")
    assert (done.code, done.err) == (0, "")
    git(decided, "verify-tag", "fortschreibung/2024")
    assert edition("verify").code == 0


@pytest.mark.usefixtures("key")
def test_a_program_that_the_repository_names_signs_nothing(
    edition: Callable[..., Ran], decided: Path, git: Git, tmp_path: Path
) -> None:
    git(decided, "config", "gpg.ssh.program", f"touch {tmp_path / 'spur'}")
    done = edition(*ADOPT, "--sign")
    assert done.code == 3
    assert not (tmp_path / "spur").exists()
    assert git(decided, "tag", "--list", "fortschreibung/2024") == ""


def test_a_key_that_is_none(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    git(decided, "config", "--global", "gpg.format", "ssh")
    git(decided, "config", "--global", "user.signingkey", "nirgends")
    assert edition(*ADOPT, "--sign").code == 3
    assert git(decided, "status", "--short") == ""
