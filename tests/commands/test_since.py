"""``ikonzept check --since``: which state is compared with, what git tells of it, every form, nothing that is not public."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from adoptions import ADOPT, AFTER
from concepts import MINIMAL, parse
from conftest import Ran
from everything import CANARY, secret_files
from ikonzept import checks, sources
from ikonzept.commands.check import Format
from ikonzept.commands.opening import open_concept
from ikonzept.commands.since import base_of, since
from ikonzept.repository.reading import Repository

Run = Callable[..., Ran]
Git = Callable[..., str]

GUIDES = """\
=== massnahmen/M-002.yaml
titel: Elternlotsen an Grundschulen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
beschreibung: Eltern begleiten Eltern durch das erste Schuljahr.
verlauf:
  - {datum: 2024-02-01, status: geplant}
"""
FESTIVAL = """\
=== massnahmen/M-002.yaml
titel: Sommerfest der Kulturen
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
beschreibung: Ein Fest auf dem Marktplatz.
verlauf:
  - {datum: 2024-09-01, status: geplant}
"""
PATH = "massnahmen/M-002.yaml"
NAMES_GUIDES = """\
=== massnahmen/M-00{0}.yaml
titel: Lotsen Teil {0}
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
herkunft: {{art: aufgeteilt, aus: [M-002]}}
verlauf:
  - {{datum: 2024-02-01, status: geplant}}
"""


class Story:
    """A concept in a git repository, and what is done to it."""

    def __init__(self, top: Path, git: Git, below: str = "") -> None:
        self.top, self.git = top, git
        self.folder = top / below
        self.folder.mkdir(parents=True, exist_ok=True)
        git(top, "init", "--quiet", "--initial-branch", "main")
        self.commit(GUIDES, MINIMAL)

    def write(self, text: str, base: dict[str, str] | None = None) -> None:
        for path, content in {**(base or {}), **parse(text)}.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(content, encoding="utf-8")

    def delete(self, *paths: str) -> None:
        for path in paths:
            (self.folder / path).unlink()
        self.done("Gelöscht")

    def commit(self, text: str, base: dict[str, str] | None = None) -> None:
        self.write(text, base)
        self.done("Geändert")

    def done(self, message: str) -> None:
        self.git(self.top, "add", "--all")
        self.git(self.top, "commit", "--quiet", "--allow-empty", f"--message={message}")


@pytest.fixture
def story(tmp_path: Path, git: Git) -> Story:
    return Story(tmp_path / "kreis", git)


@pytest.fixture
def found(run: Run, story: Story) -> Callable[..., list[str]]:
    """The findings of the rules that compare, in short: ``path code``."""

    def check(name: str, *arguments: str) -> list[str]:
        done = run("check", "-C", story.folder, "--format", "plain", "--since", name, *arguments)
        assert done.code in {0, 1}, done.err
        told = [(line.split(":")[0], line.split(": ")[1].split()[1]) for line in done.out.splitlines()]
        return [f"{path} {code}" for path, code in told if checks.examples.needs_since(code)]

    return check


# --- which state ---------------------------------------------------------------------------------------------------


def test_the_working_tree_is_compared(story: Story, found: Callable[..., list[str]]) -> None:
    assert found("HEAD") == []
    (story.folder / PATH).unlink()
    assert found("HEAD") == found("main") == [f"{PATH} file-deleted"]


def test_what_was_added_to_the_target_since_is_not_deleted_here(
    run: Run, story: Story, found: Callable[..., list[str]]
) -> None:
    base = story.git(story.top, "rev-parse", "HEAD").strip()
    story.git(story.top, "switch", "--quiet", "--create", "vorschlag")
    story.commit("=== texte/daten.md\n---\ntitel: Zahlen\n---\n\nViele.\n")
    story.git(story.top, "switch", "--quiet", "main")
    story.commit(GUIDES.replace("M-002", "M-003"))
    story.git(story.top, "switch", "--quiet", "vorschlag")
    assert found("main") == []
    said = run("check", "-C", story.folder, "--since", "main")
    assert base[:10] in said.err
    assert "main" in said.err
    assert run("check", "-C", story.folder, "--since", "HEAD~1").err == ""
    story.git(story.top, "merge", "--quiet", "--no-edit", "main")
    assert found("main") == []
    story.delete("massnahmen/M-003.yaml")
    assert found("main") == ["massnahmen/M-003.yaml file-deleted"]


def test_a_name_is_an_edition_then_a_tag_then_a_branch(story: Story, found: Callable[..., list[str]]) -> None:
    adopted = "=== fortschreibungen/2024.yaml\ntitel: Teil\nart: Erstfassung\nstatus: beschlossen\nbeschlossen_am: 2024-03-20\n"
    story.commit(adopted)
    story.git(story.top, "tag", "--annotate", "--message=x", "fortschreibung/2024")
    story.delete(PATH)
    story.git(story.top, "tag", "2024")
    story.git(story.top, "branch", "stand")
    assert found("2024") == [f"{PATH} file-deleted"]
    assert found("rev:2024") == found("stand") == found("HEAD") == []
    assert found("HEAD~1") == [f"{PATH} file-deleted"]


@pytest.mark.parametrize("name", ["nirgends", "-x", "--all", "^main", "main..HEAD", "", "main\n", "2019"])
def test_a_name_that_git_does_not_know(run: Run, story: Story, name: str) -> None:
    done = run("check", "-C", story.folder, f"--since={name}")
    assert (done.code, done.out) == (2, "")
    assert "git" in done.err


@pytest.mark.parametrize("name", ["M-001", PATH, "bildung.1", "caritas"])
def test_a_name_of_a_thing_is_no_state(run: Run, story: Story, name: str) -> None:
    done = run("check", "-C", story.folder, "--since", name)
    assert (done.code, done.out) == (2, "")
    assert "ikonzept check --since main " in done.err


NEW = GUIDES.replace("M-002", "M-003")
OTHER_NEW = FESTIVAL.replace("M-002", "M-003").replace("2024-09-01", "2024-02-01")
"""Another measure, of which the first status is the same and of the same day."""


def _apart(story: Story, here: str, there: str) -> None:
    """A branch on which something was written, and on main something else."""
    story.git(story.top, "switch", "--quiet", "--create", "vorschlag")
    story.commit(here)
    story.git(story.top, "switch", "--quiet", "main")
    story.commit(there)
    story.git(story.top, "switch", "--quiet", "vorschlag")


@pytest.mark.parametrize(
    ("here", "there", "taken"),
    [
        (OTHER_NEW, NEW, True),
        (NEW, NEW, False),
        (NEW.replace("erste Schuljahr", "zweite Schuljahr"), NEW, False),
        (NEW, NEW.replace("M-003", "M-004"), False),
        (YEAR_BEGUN := "=== haushalt/2025.yaml\nstand: Entwurf\n", YEAR_BEGUN.replace("Entwurf", "beschlossen"), False),
    ],
    ids=["other", "same", "alike", "another-id", "year"],
)
def test_an_id_that_both_sides_gave(
    story: Story, found: Callable[..., list[str]], here: str, there: str, taken: bool
) -> None:
    _apart(story, here, there)
    assert found("main") == (["massnahmen/M-003.yaml id-taken"] if taken else [])
    assert found("main~1") == [], "there it was free"


def test_an_id_that_both_sides_gave_before_it_is_committed(
    story: Story, found: Callable[..., list[str]], run: Run
) -> None:
    _apart(story, "", NEW)
    story.write(OTHER_NEW)
    assert found("main") == ["massnahmen/M-003.yaml id-taken"]
    said = run("check", "-C", story.folder, "--since", "main").out
    assert "Elternlotsen an Grundschulen" in said
    assert "„main“" in said


def test_what_came_over_from_here_is_the_same(story: Story, found: Callable[..., list[str]]) -> None:
    """The branch was squashed into main, and went on."""
    _apart(story, NEW, NEW)
    story.commit(OTHER_NEW)
    assert found("main") == []


def test_the_line_that_brings_a_file_back_does(story: Story, run: Run, found: Callable[..., list[str]]) -> None:
    (story.folder / PATH).unlink()
    said = run("check", "-C", story.folder, "--since", "HEAD", "--format", "json").out
    (hint,) = (one["hint"] for one in json.loads(said)["findings"])
    line = hint.split(": ")[1].split(" – ")[0]
    assert line.startswith("git checkout ")
    story.git(story.folder, *line.split()[1:])
    assert found("HEAD") == []


def test_the_summary_says_what_was_compared(run: Run, story: Story) -> None:
    commit = story.git(story.top, "rev-parse", "HEAD")[:10]
    for form in ("text", "markdown"):
        compared = run("check", "-C", story.folder, "--since", "main", "--format", form)
        assert f"main ({commit})" in " ".join(compared.out.split()).replace("\\", "")
        assert commit not in run("check", "-C", story.folder, "--format", form).out
        named = run("check", "-C", story.folder, "--since", f"{commit[:10]}", "--format", form)
        assert named.out.count(commit) == 1


def test_what_is_explained_is_what_changed(run: Run, story: Story) -> None:
    """Of many findings the deletion is the cause, the others follow from it."""
    story.commit("".join(NAMES_GUIDES.format(number) for number in (4, 5, 6)))
    (story.folder / PATH).unlink()
    said = run("check", "-C", story.folder, "--since", "HEAD").out
    assert said.count("unknown-measure") == 3
    assert " ".join(said.split()).count(f"git checkout {story.git(story.top, 'rev-parse', 'HEAD')[:10]} -- {PATH}") == 4
    assert "ikonzept explain file-deleted" in said
    assert "ikonzept explain unknown-measure" in run("check", "-C", story.folder).out


def test_a_branch_that_only_the_server_has(run: Run, story: Story, tmp_path: Path) -> None:
    story.git(story.top, "branch", "vorschlag")
    story.git(tmp_path, "clone", "--quiet", "--branch=vorschlag", str(story.top), "klon")
    done = run("check", "-C", tmp_path / "klon", "--since", "main")
    assert (done.code, done.out) == (2, "")
    assert "origin/main?" in done.err
    assert run("check", "-C", tmp_path / "klon", "--since", "origin/main").code == 0


@pytest.mark.parametrize(("status", "code"), [("Beratung", 2), ("beschlossen\nbeschlossen_am: 2024-03-20", 3)])
def test_an_edition_that_fixes_no_text(run: Run, story: Story, status: str, code: int) -> None:
    story.commit(f"=== fortschreibungen/2024.yaml\ntitel: Teil\nart: Erstfassung\nstatus: {status}\n")
    story.git(story.top, "branch", "2024")
    done = run("check", "-C", story.folder, "--since", "2024")
    assert (done.code, done.out) == (code, "")
    assert "2024" in done.err
    assert run("check", "-C", story.folder, "--since", "rev:2024").code == 0


def test_without_git_or_commits(run: Run, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in MINIMAL.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    def refused() -> tuple[int, str, bool]:
        done = run("check", "-C", tmp_path, "--since", "main")
        diff = run("diff", "main", ".", "-C", tmp_path)
        return done.code, done.out, (done.code, done.err) == (diff.code, diff.err)

    assert refused() == (3, "", True)
    git(tmp_path, "init", "--quiet")
    assert refused() == (3, "", True)
    monkeypatch.setenv("PATH", "")
    assert refused() == (3, "", True)


def test_a_state_with_no_history_in_common(run: Run, story: Story) -> None:
    story.git(story.top, "checkout", "--quiet", "--orphan", "anders")
    story.done("Neu begonnen")
    done = run("check", "-C", story.folder, "--since", "main")
    assert (done.code, done.out) == (2, "")
    assert "keine gemeinsame Geschichte" in done.err


def test_a_shallow_clone(run: Run, story: Story, tmp_path: Path) -> None:
    story.git(story.top, "switch", "--quiet", "--create", "vorschlag")
    story.commit(GUIDES.replace("Eltern begleiten", "Wer da war, begleitet"))
    story.git(story.top, "switch", "--quiet", "main")
    story.commit(GUIDES.replace("M-002", "M-003"))
    clone = tmp_path / "flach"
    source = story.top.as_uri()
    story.git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=vorschlag", source, str(clone))
    for name in ("origin/main", "HEAD~1"):
        done = run("check", "-C", clone, "--since", name)
        assert (done.code, done.out) == (2, "")
        assert "--unshallow" in done.err
        assert "fetch-depth: 0" in done.err
    done = run("check", "-C", clone, "--since", "HEAD")
    assert done.code == 0
    assert "--unshallow" in done.err


def test_a_state_before_the_concept(run: Run, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Anfang")
    story = Story(tmp_path, git)
    done = run("check", "-C", story.folder, "--since", "main~1")
    assert (done.code, "noch kein Konzept" in done.err) == (0, True)
    assert json.loads(run("check", "-C", story.folder, "--since", "main~1", "--format", "json").out)["since"] is None


def test_a_concept_in_a_subfolder(run: Run, tmp_path: Path, git: Git) -> None:
    story = Story(tmp_path, git, "amt/konzept")
    (story.folder / PATH).rename(story.folder / "massnahmen" / "M-102.yaml")
    (tmp_path / "massnahmen").mkdir()
    (tmp_path / "massnahmen" / "M-002.yaml").write_text("titel: anderswo\n")
    done = run("check", "-C", story.folder, "--since", "main", "--format", "github")
    assert "file=amt/konzept/massnahmen/M-102.yaml" in done.out
    assert "title=file-renamed" in done.out
    assert done.out.count("::error") == 1


def test_what_lies_behind_a_link_is_not_deleted(story: Story, found: Callable[..., list[str]]) -> None:
    (story.folder / "massnahmen").rename(story.top.parent / "woanders")
    (story.folder / "massnahmen").symlink_to(story.top.parent / "woanders")
    assert found("HEAD") == []


def test_files_of_another_spelling_are_not_deleted(story: Story, found: Callable[..., list[str]]) -> None:
    (story.folder / "massnahmen").rename(story.folder / "Maßnahmen")
    assert found("HEAD") == []


# --- what the history tells ----------------------------------------------------------------------------------------


def test_an_id_whose_file_was_deleted_before(story: Story, found: Callable[..., list[str]]) -> None:
    story.delete(PATH)
    story.write(FESTIVAL)
    assert found("HEAD") == [f"{PATH} id-reused"]
    story.write(GUIDES.replace("Eltern begleiten", "Mütter begleiten"))
    assert found("HEAD") == [], "what was deleted may come back"
    (story.folder / PATH).unlink()
    story.write("=== monitoring/kennzahlen/M-002.yaml\ntitel: Lotsen\neinheit: Personen\n")
    assert found("HEAD") == ["monitoring/kennzahlen/M-002.yaml id-reused"]


def test_what_was_deleted_last_counts(story: Story, found: Callable[..., list[str]]) -> None:
    story.commit(FESTIVAL)
    story.delete(PATH)
    story.write(FESTIVAL)
    assert found("HEAD") == []
    story.write(GUIDES)
    assert found("HEAD") == [f"{PATH} id-reused"]


def test_a_chapter_may_move(story: Story, found: Callable[..., list[str]]) -> None:
    (story.folder / "texte" / "teil-1").mkdir()
    (story.folder / "texte" / "integration.md").rename(story.folder / "texte" / "teil-1" / "10-integration.md")
    assert found("HEAD") == []
    story.done("Verschoben")
    (story.folder / "texte" / "teil-1" / "10-integration.md").rename(story.folder / "texte" / "integration.md")
    assert found("HEAD") == []


GOALS = "=== handlungsfelder/bildung.yaml\ntitel: Bildung\nziele:\n  - nummer: 1\n    text: Sprachmittlung ist in Schulen verfügbar.\n"
SECOND = "  - nummer: 2\n    text: Alle Jugendlichen haben einen Ausbildungsplatz.\n"
YEAR = (
    "=== haushalt/{}.yaml\nstand: beschlossen\nkonten:\n  - konto: 111-300.4271305\n    ansatz: 3500.00\npositionen:\n"
)
LINE = "  - id: {}\n    konto: 111-300.4271305\n    {}\n    zweck: {}\n    geplant: 900.00\n"


def test_a_number_that_was_deleted_before(story: Story, found: Callable[..., list[str]]) -> None:
    story.commit(GOALS + SECOND)
    story.commit(GOALS)
    story.write(GOALS + SECOND.replace("Alle Jugendlichen haben einen Ausbildungsplatz", "Jeder Verein hat ein Café"))
    assert found("HEAD") == ["handlungsfelder/bildung.yaml number-text-replaced"]
    story.write(GOALS + SECOND)
    assert found("HEAD") == []


def test_a_line_that_was_deleted_before_in_another_year(story: Story, found: Callable[..., list[str]]) -> None:
    first = LINE.format("H-1", "massnahme: M-001", "Honorare")
    story.commit(YEAR.format("2024") + first + LINE.format("H-2", "massnahme: M-002", "Schulung"))
    story.commit(YEAR.format("2024") + first)
    story.write(YEAR.format("2025") + LINE.format("H-2", "massnahme: M-001", "Druck der Broschüre"))
    assert found("HEAD") == ["haushalt/2025.yaml id-reused"]
    story.write(YEAR.format("2025") + LINE.format("H-2", "massnahme: M-002", "Schulung der Lotsen"))
    assert found("HEAD") == []


def edition(status: str) -> str:
    return f"=== fortschreibungen/2025.yaml\ntitel: Teil 2\nart: Erstfassung\nstatus: {status}\n"


def test_the_steps_between_count(story: Story, found: Callable[..., list[str]]) -> None:
    story.commit(edition("Entwurf"))
    story.git(story.top, "tag", "anfang")
    story.commit(edition("Beteiligung"))
    story.write(edition("Beratung"))
    assert found("anfang") == []
    story.git(story.top, "reset", "--quiet", "--soft", "anfang")
    assert found("anfang") == ["fortschreibungen/2025.yaml edition-step-skipped"]
    story.done("Alles in einem")
    assert found("anfang") == ["fortschreibungen/2025.yaml edition-step-skipped"]
    story.write(edition("Entwurf"))
    assert found("HEAD") == ["fortschreibungen/2025.yaml edition-status-back"]


def test_what_closing_a_year_completes_is_no_change(run: Run, story: Story, found: Callable[..., list[str]]) -> None:
    order = "    buchungen:\n      - {datum: 2024-07-04, art: Auftrag, betrag: 400.00, beleg: A-17}\n"
    story.commit(YEAR.format("2024") + LINE.format("H-1", "massnahme: M-001", "Honorare") + order)
    close = ("budget", "close", "2024", "-C", story.folder, "--date", "2025-02-15", "--as-of", "2025-02-15")
    assert run(*close).code == 0
    story.done("Abgeschlossen")
    story.write(YEAR.format("2025") + LINE.format("H-9", "massnahme: M-001", "Honorare"))
    assert run(*close).code == 0
    assert "Übertrag" in (story.folder / "haushalt" / "2024.yaml").read_text(encoding="utf-8")
    assert found("HEAD") == []
    text = (story.folder / "haushalt" / "2024.yaml").read_text(encoding="utf-8")
    (story.folder / "haushalt" / "2024.yaml").write_text(text.replace("geplant: 900.00", "geplant: 800.00"))
    assert found("HEAD") == ["haushalt/2024.yaml closed-year-changed"]


@pytest.mark.parametrize("tag", ["2022", "2023"])
def test_the_demo_has_kept_everything(run: Run, made_demo: Path, tag: str) -> None:
    done = run("check", "-C", made_demo, "--as-of", "2024-10-15", "--format", "plain", "--since", tag)
    assert not [line for line in done.out.splitlines() if checks.examples.needs_since(line.split()[2].rstrip(":"))]


WORK = (
    ("measure", "sachstand", "M-001", "--text", "Zwei neue Sprachmittlerinnen.", "--date", "2024-10-15"),
    ("measure", "set-status", "M-003", "abgeschlossen", "--reason", "Ziel erreicht", "--date", "2024-10-15"),
    ("measure", "rename", "M-005", "Ganz anderer Name"),
    ("measure", "move", "M-006", "--field", "wohnen-zusammenleben"),
    (
        *("measure", "merge", "M-007", "M-008", "--into", "M-026", "--field", "sprache-bildung"),
        *("--lead", "referat-migration", "--title", "Eltern und Schule", "--reason", "Passt", "--date", "2024-10-15"),
    ),
    (
        *("measure", "split", "M-010", "--into", "M-027", "--into", "M-028", "--title", "Teil A", "--title", "Teil B"),
        *("--reason", "Zu groß", "--date", "2024-10-15"),
    ),
    (
        *("measure", "add", "--title", "Sprachpaten", "--from", "2024-09-14-beteiligungsforum.2"),
        *("--field", "sprache-bildung", "--kind", "Projekt", "--lead", "referat-migration"),
    ),
    ("budget", "book", "H-2024-01", "20.00", "--voucher", "R-24-999", "--date", "2024-10-14"),
    ("budget", "close", "2024", "--date", "2025-02-15"),
    ("edition", "create", "2025"),
    ("edition", "advance", "2025", "Beteiligung"),
)
"""What people do with a concept."""


def test_what_is_done_with_our_commands_is_never_found(
    run: Run, demo: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKONZEPT_AS_OF", "2025-02-15")
    for command in WORK:
        assert run(*command, "-C", demo).code == 0, command
        assert git(demo, "status", "--porcelain"), command
        git(demo, "add", "--all")
        git(demo, "commit", "--quiet", "--message=x")
        for state in ("HEAD~1", "2023"):
            assert _compared(run, demo, state) == [], command


def test_an_adoption_is_never_found(run: Run, decided: Path) -> None:
    assert run("edition", *ADOPT, "-C", decided, "--as-of", AFTER).code == 0
    for state in ("HEAD~1", "2023", "2024"):
        assert _compared(run, decided, state) == []


def test_a_weighing_and_a_slip_that_is_corrected_are_never_errors(run: Run, demo: Path) -> None:
    event, measure = demo / "beteiligung" / "2024-09-14-beteiligungsforum.yaml", demo / "massnahmen" / "M-001.yaml"
    said = event.read_text(encoding="utf-8")
    weighed = "    bezug: leitbild\n    abwaegung: {ergebnis: gefolgt, begruendung: Ja, datum: 2024-10-14}\n"
    event.write_text(said.replace("    bezug: leitbild\n", weighed).replace("fehlt ein Satz", "fehlt ein Saz"))
    assert _compared(run, demo, "HEAD") == []
    report = measure.read_text(encoding="utf-8")
    measure.write_text(report.replace("Vierzehn Personen", "Vierzehn Personnen"), encoding="utf-8")
    assert _compared(run, demo, "HEAD") == ["warning history-report-changed"]
    measure.write_text(report.replace("Vierzehn Personen", "Vierzig Personen"), encoding="utf-8")
    assert _compared(run, demo, "HEAD") == ["error history-report-rewritten"]


def _compared(run: Run, demo: Path, state: str) -> list[str]:
    """What the rules that compare find, and the rule about links."""
    done = run("check", "-C", demo, "--since", state, "--format", "json", "--as-of", "2025-02-15")
    told = json.loads(done.out)["findings"]
    looked_at = [*filter(checks.examples.needs_since, checks.examples.EXAMPLES), "submission-link-one-sided"]
    return [f"{one['severity']} {one['code']}" for one in told if one["code"] in looked_at]


# --- which findings ------------------------------------------------------------------------------------------------


def test_a_deleted_file_can_be_chosen(story: Story, run: Run, found: Callable[..., list[str]]) -> None:
    (story.folder / PATH).unlink()
    (story.folder / "handlungsfelder" / "bildung.yaml").write_text("titel: Bildung\n")
    assert found("HEAD", PATH) == found("HEAD", "massnahmen") == [f"{PATH} file-deleted"]
    assert found("HEAD", "handlungsfelder") == ["handlungsfelder/bildung.yaml goal-deleted"]
    assert found("HEAD", "texte") == []
    assert run("check", "-C", story.folder, PATH).code == 2, "without --since it is just not there"
    assert run("check", "-C", story.folder, "--since", "HEAD", "massnahmen/M-009.yaml").code == 2
    counted = json.loads(run("check", "-C", story.folder, "--since", "HEAD", PATH, "--format", "json").out)
    assert counted["files"] == 1


def test_a_folder_that_is_gone_can_be_chosen(story: Story, found: Callable[..., list[str]]) -> None:
    story.delete(PATH, "massnahmen/M-001.yaml")
    assert not list((story.folder / "massnahmen").glob("*"))
    (story.folder / "massnahmen").rmdir()
    assert found("HEAD~1", "massnahmen") == ["massnahmen/M-001.yaml file-deleted", f"{PATH} file-deleted"]


def test_only_and_ignore(story: Story, run: Run, found: Callable[..., list[str]]) -> None:
    (story.folder / PATH).unlink()
    assert found("HEAD", "--only", "file-deleted") == [f"{PATH} file-deleted"]
    assert found("HEAD", "--ignore", "file-deleted") == found("HEAD", "--only", "id-reused") == []
    done = run("check", "-C", story.folder, "--only", "file-deleted", "--only", "unknown-unit")
    assert (done.code, "file-deleted" in done.err, "unknown-unit" in done.err) == (0, True, False)


def test_an_editor_asks_for_one_file(run: Run, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(parse(FESTIVAL)[PATH].encode())))
    done = run("check", "-C", story.folder, "-", "--stdin-filename", PATH, "--since", "HEAD", "--format", "plain")
    assert f"{PATH}:1:1: Fehler id-reused" in done.out


def test_only_what_differs_is_read(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.write(FESTIVAL)
    asked: list[str] = []
    blobs = Repository.blobs
    monkeypatch.setattr(Repository, "blobs", lambda self, ids: blobs(self, asked.extend(it := list(ids)) or it))
    compared = since(open_concept(story.folder), base_of(story.folder, "HEAD"))
    assert (set(compared.files), list(compared.concept.measures), len(asked)) == ({PATH}, ["M-002"], 2)


def test_without_an_earlier_state_git_is_asked_for_nothing(
    run: Run, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("opening", "reading"):
        monkeypatch.setattr(f"ikonzept.repository.{module}.run_git", lambda *_, **__: pytest.fail("git was asked"))
    assert run("check", "-C", story.folder).code == 0


# --- every form ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", Format)
def test_every_form_tells_of_a_file_that_is_gone(run: Run, story: Story, form: str) -> None:
    (story.folder / PATH).unlink()
    done = run("check", "-C", story.folder, "--since", "HEAD", "--format", form)
    assert done.code == 1
    assert PATH in done.out
    assert "file-deleted" in done.out
    assert "Elternlotsen" in done.out, "its title is public"
    match form:
        case Format.JSON:
            schema = json.loads(run("schema", "output", "check").out)
            told = json.loads(done.out)
            jsonschema.validate(told, schema)
            assert told["since"] == story.git(story.top, "rev-parse", "HEAD")[:10]
            assert [(one["path"], one["line"], one["column"]) for one in told["findings"]] == [(PATH, 1, 1)]
        case Format.GITLAB | Format.SARIF:
            json.loads(done.out)
        case Format.JUNIT:
            assert f'<testcase name="{PATH}" classname="massnahmen">\n      <failure message="1 Fehler"' in done.out


CHANGES: dict[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "all-deleted": lambda files: {"konzept.yaml": files["konzept.yaml"]},
    "paper-deleted": lambda files: {
        path: text.replace(f'"vorlage": "2024/{CANARY}"', '"vorlage": "2024/001"')
        for path, text in files.items()
        if not path.startswith("vorlagen/")
    },
    "emptied": lambda files: (
        files
        | {
            "massnahmen/M-001.yaml": json.dumps(
                {
                    name: value
                    for name, value in json.loads(files["massnahmen/M-001.yaml"]).items()
                    if name in {"titel", "handlungsfeld", "art", "federfuehrung"}
                }
            ),
            "fortschreibungen/2024.yaml": json.dumps({"titel": "x", "art": "Erstfassung", "status": "beschlossen"}),
        }
    ),
}
"""What is done to a concept in which everything that can be secret is."""


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("form", [form for form in Format if form not in {Format.TEXT, Format.PLAIN, Format.JSON}])
def test_what_was_not_public_is_not_handed_on(run: Run, tmp_path: Path, git: Git, change: str, form: str) -> None:
    secret = secret_files()
    now = CHANGES[change](secret)
    for files in (secret, now):
        for path in tmp_path.glob("*/**/*.*"):
            if ".git" not in path.parts and path.is_file():
                path.unlink()
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        if files is secret:
            git(tmp_path, "init", "--quiet")
            git(tmp_path, "add", "--all")
            git(tmp_path, "commit", "--quiet", "--message=Anfang")
    own = run("check", "-C", tmp_path, "--since", "HEAD", "--format", "plain").out
    told = [line for line in own.splitlines() if checks.examples.needs_since(line.split(": ")[1].split()[1])]
    assert told
    only = [part for line in told for part in ("--only", line.split(": ")[1].split()[1])]
    done = run("check", "-C", tmp_path, "--since", "HEAD", "--format", form, *only)
    assert told[0].split(":")[0] in done.out
    plain = run("check", "-C", tmp_path, "--since", "HEAD", "--format", "plain", "--public", *only)
    for shown in (done.out, plain.out):  # JUnit lists every file by its name
        assert CANARY not in shown.replace(f"vorlagen/2024-{CANARY}.md", "")


def test_the_working_tree_may_be_any_source(story: Story) -> None:
    opened = open_concept(story.folder)
    assert isinstance(opened.source, sources.Tree)
    assert since(opened, base_of(story.folder, "HEAD")).changed == frozenset()
