"""``ikonzept measure set-status`` and ``sachstand``: an entry more in the Verlauf, and nothing else."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import STORY_ENDS, Git, Ran
from ikonzept.document import read_yaml
from ikonzept.edits.measure import NewStatusEntry, went_on
from ikonzept.loader import load
from ikonzept.model.words import Status
from ikonzept.values import day

Run = Callable[..., Ran]


@pytest.fixture
def measure(run: Run, demo: Path) -> Callable[..., Ran]:
    """``measure`` on a demo of one's own, on the day on which its story ends."""

    def call(*words: str) -> Ran:
        return run("measure", words[0], "-C", demo, "--as-of", STORY_ENDS, *words[1:])

    return call


def lines(demo: Path, name: str = "M-003") -> list[str]:
    return (demo / "massnahmen" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()


def came(before: list[str], after: list[str]) -> list[str]:
    return [line[0] + line[2:] for line in difflib.ndiff(before, after) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("set-status", "M-003", "fortgeschritten"), ["+  - datum: 2024-10-15", "+    status: fortgeschritten"]),
        (
            ("set-status", "M-003", "zurückgestellt", "--date", "2024-03-01", "--reason", "Stelle: unbesetzt", "--vorlage", "2023/051"),
            ["+  - datum: 2024-03-01", "+    status: zurückgestellt", '+    grund: "Stelle: unbesetzt"', "+    vorlage: 2023/051"],
        ),
        (("sachstand", "M-003", "--text", "Ein Kurs.\nZwei Kurse."), ["+  - datum: 2024-10-15", "+    sachstand: |", "+      Ein Kurs.", "+      Zwei Kurse."]),
    ],
)  # fmt: skip
def test_an_entry_more_and_the_same_again_changes_nothing(
    words: tuple[str, ...], expected: list[str], measure: Callable[..., Ran], demo: Path
) -> None:
    before = lines(demo)
    tried = measure(*words, "--dry-run")
    assert (tried.code, lines(demo)) == (0, before)
    assert all(line in tried.out for line in expected)
    assert measure(*words).code == 0
    after = lines(demo)
    assert came(before, after) == expected
    assert measure(*words).out.strip() == "unverändert"
    assert lines(demo) == after


def test_several_at_once_and_all_or_nothing(measure: Callable[..., Ran], demo: Path, git: Git) -> None:
    git(demo, "stash", "--quiet")
    refused = measure("set-status", "M-003", "M-099", "fortgeschritten")
    assert (refused.code, git(demo, "diff", "--name-only")) == (2, "")
    assert measure("set-status", "M-002", "M-003", "fortgeschritten", "--commit").code == 0
    assert git(demo, "show", "--name-only", "--format=%s", "HEAD").split("\n\n") == [
        "M-002, M-003: fortgeschritten",
        "massnahmen/M-002.yaml\nmassnahmen/M-003.yaml\n",
    ]


def test_a_status_that_has_not_changed_is_no_step(measure: Callable[..., Ran], demo: Path) -> None:
    before = lines(demo)
    done = measure("set-status", "M-003", "in Umsetzung")
    assert (done.code, done.out.strip()) == (0, "unverändert")
    assert "M-003 ist schon „in Umsetzung“" in done.err
    assert lines(demo) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set-status", "M-003", "geplant"), "M-003 (in Umsetzung → geplant)"),
        (("set-status", "M-003", "M-002", "nicht weiterverfolgt"), "M-002 (in Umsetzung → nicht weiterverfolgt)"),
        (("set-status", "M-003", "fertig"), "„fertig“ ist kein Status"),
        (("set-status", "geplant"), "welche Maßnahmen"),
        (("set-status", "M-099", "geplant"), "gibt es nicht: M-099"),
        (("sachstand", "M-003", "--text", "  "), "ohne Worte"),
        (("sachstand", "M-003", "--text", "x", "--vorlage", "2099/1"), "2099/1 gibt es nicht"),
        (("sachstand", "M-003", "--text", "x", "--date", "gestern"), "gestern"),
    ],
)
def test_what_cannot_be(words: tuple[str, ...], said: str, measure: Callable[..., Ran], demo: Path) -> None:
    before = lines(demo)
    refused = measure(*words)
    assert (refused.code, said in refused.err) == (2, True)
    assert lines(demo) == before


def test_a_file_that_cannot_be_read_is_not_unknown(measure: Callable[..., Ran], demo: Path) -> None:
    (demo / "massnahmen" / "M-003.yaml").write_text("titel: [", encoding="utf-8")
    refused = measure("sachstand", "M-003", "--text", "x")
    assert (refused.code, "nicht lesbar" in refused.err) == (3, True)


def test_a_verlauf_in_brackets_is_left_to_people(measure: Callable[..., Ran], demo: Path) -> None:
    file = demo / "massnahmen" / "M-003.yaml"
    head = file.read_text(encoding="utf-8").partition("verlauf:")[0]
    file.write_text(f"{head}verlauf: [{{datum: 2024-01-01, status: geplant}}]\n", encoding="utf-8")
    refused = measure("sachstand", "M-003", "--text", "x")
    assert (refused.code, "in Klammern" in refused.err) == (3, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("rename", "M-003", "Kurse: Übersicht"), ["-titel: Kursübersicht für den Landkreis", '+titel: "Kurse: Übersicht"']),
        (("move", "M-003", "--field", "ausbildung-arbeit"), ["-handlungsfeld: sprache-bildung", "+handlungsfeld: ausbildung-arbeit"]),
        (("defer", "M-003", "--reason", "Stelle unbesetzt"), ["+  - datum: 2024-10-15", "+    status: zurückgestellt", "+    grund: Stelle unbesetzt"]),
        (("drop", "M-003", "--reason", "Kein Bedarf"), ["+  - datum: 2024-10-15", "+    status: nicht weiterverfolgt", "+    grund: Kein Bedarf"]),
    ],
)  # fmt: skip
def test_what_becomes_of_a_measure(words: tuple[str, ...], expected: list[str], run: Run, demo: Path) -> None:
    when = () if words[0] in {"rename", "move"} else ("--date", "2024-10-15")
    call = (*words, *when)
    before = lines(demo)
    assert run("measure", call[0], "-C", demo, *call[1:], "--dry-run").code == 0
    assert lines(demo) == before
    assert run("measure", call[0], "-C", demo, *call[1:]).code == 0
    assert [line for line in came(before, lines(demo)) if not line.startswith("?")] == expected
    assert run("measure", call[0], "-C", demo, *call[1:]).out.strip() == "unverändert"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "M-003", " "), "ohne Worte"),
        (("rename", "M-099", "x"), "gibt es nicht: M-099"),
        (("move", "M-003", "--field", "nirgends"), "nirgends"),
        (("drop", "M-003", "--reason", " "), "Ohne Grund"),
        (("defer", "M-003"), "--reason"),
    ],
)
def test_what_cannot_become_of_one(words: tuple[str, ...], said: str, run: Run, demo: Path) -> None:
    before = lines(demo)
    refused = run("measure", words[0], "-C", demo, *words[1:])
    assert (refused.code, said in refused.err) == (2, True)
    assert lines(demo) == before


def test_goals_of_the_field_that_is_left_are_told(run: Run, demo: Path) -> None:
    told = run("measure", "move", "M-012", "-C", demo, "--field", "ausbildung-arbeit").err
    assert "M-012 dient weiter dem Ziel sprache-bildung.4." in told


# --- any file --------------------------------------------------------------------------------------------------------

COMMENT = st.sampled_from(["", "", "# oben\n", "\n", "  # eingerückt\n"])
BEHIND = st.sampled_from(["", "   # klein", "  # „ä“: [x]"])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """A measure's file with comments everywhere, and how its lines end."""
    keys = ["titel: Lotsen", "handlungsfeld: bildung", "art: 'Projekt'", "federfuehrung: referat", 'zielgruppe: "Alle"']
    text = "".join(f"{draw(COMMENT)}{key}{draw(BEHIND)}\n" for key in draw(st.permutations(keys)))
    days = sorted(draw(st.lists(st.dates(day("2020-01-01"), day("2024-12-31")), max_size=4)))
    if days:
        text += f"verlauf:{draw(BEHIND)}\n"
        for one in days:
            text += f"{draw(COMMENT)}  - datum: {one}{draw(BEHIND)}\n    status: geplant{draw(BEHIND)}\n"
    text += draw(COMMENT)
    return text, draw(st.sampled_from(["\n", "\r\n"]))


@given(files(), st.dates(day("2020-01-01"), day("2024-12-31")), WORDS)
@settings(max_examples=150, deadline=None)
def test_comments_order_quotes_and_line_ends_survive(made: tuple[str, str], when: object, said: str) -> None:
    text, ends = made
    raw = text.replace("\n", ends).encode()
    loaded = load({"massnahmen/M-1.yaml": text})
    (measure,) = loaded.concept.measures.values()
    entry = NewStatusEntry(when, Status.IN_PROGRESS, said.strip())  # type: ignore[arg-type]
    after = (went_on("massnahmen/M-1.yaml", raw, measure, entry).after or b"").decode()
    old, new = text.split("\n"), after.replace("\r\n", "\n").split("\n")
    assert after.count("\n") == after.count(ends)
    assert not [line for line in difflib.ndiff(old, new) if line.startswith("- ")]
    told = read_yaml(after)["verlauf"]
    assert len(told) == len(measure.history) + 1
    assert [one["datum"] for one in told] == sorted(one["datum"] for one in told)
    assert [one["sachstand"] for one in told if "sachstand" in one] == [said.strip()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set-status", "M-003", "begonnen", "--reason", "  "), "--reason"),
        (("set-status", "M-003", "fortgeschritten", "--note", ""), "--note"),
        (("set-status", "M-003", "fortgeschritten", "--vorlage", ""), "--vorlage"),
        (("set-status", "M-003", "übergegangen"), "merge M-003"),
        (("set-status", "M-004", "begonnen", "--reason", "doch"), "M-004 ist in M-015 übergegangen"),
        (("set-status", "M-012", "abgeschlossen", "--date", "2023-08-15"), "am 20.09.2023 „in Umsetzung“"),
        (("set-status", "M-098", "M-003", "M-099", "geplant"), "M-098, M-099"),
        (("sachstand", "M-003", "--text", "x", "--vorlage", "112"), "Meinten Sie 2024/112?"),
        (("rename", "M-003", "x", "--reason", ""), "--reason"),
        (("rename", "M-003", "x", "--edition", "2024"), "ohne --reason"),
    ],
)
def test_what_would_be_an_error_afterwards(words: tuple[str, ...], said: str, run: Run, demo: Path) -> None:
    when = () if words[0] == "rename" else ("--as-of", STORY_ENDS)
    before = {path.name: path.read_bytes() for path in (demo / "massnahmen").iterdir()}
    refused = run("measure", words[0], "-C", demo, *when, *words[1:])
    assert (refused.code, said in refused.err) == (2, True), refused.err
    assert {path.name: path.read_bytes() for path in (demo / "massnahmen").iterdir()} == before


def test_what_is_entered_for_another_day_is_not_so_now(measure: Callable[..., Ran]) -> None:
    ahead = measure("set-status", "M-003", "fortgeschritten", "--date", "2025-10-01")
    assert ("liegt in der Zukunft" in ahead.err, "zum 01.10.2025 eingetragen" in ahead.out) == (True, True)
    back = measure("set-status", "M-002", "in Umsetzung", "--date", "2023-11-30", "--note", "x")
    assert (back.code, "ist jetzt" in back.out) == (0, False)


def test_money_that_is_left_is_told(measure: Callable[..., Ran]) -> None:
    assert "H-2024-09" in measure("drop", "M-018", "--reason", "Kein Bedarf").err
    assert "Haushalt" not in measure("drop", "M-002", "--reason", "Kein Bedarf").err


def test_ids_may_stand_with_commas(measure: Callable[..., Ran]) -> None:
    assert measure("set-status", "M-002,M-003", "fortgeschritten").code == 0


def test_a_byte_order_mark_stays(measure: Callable[..., Ran], demo: Path) -> None:
    file = demo / "massnahmen" / "M-003.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    before = file.read_bytes()
    measure("sachstand", "M-003", "--text", "x")
    assert file.read_bytes().startswith(before)
