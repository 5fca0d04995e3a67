"""``ikonzept measure merge`` and ``split``: every file that a passage means, and no other line."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import STORY_ENDS, Git, Ran
from ikonzept.loader import load
from ikonzept.reports.lineage import successors
from ikonzept.sources import Tree

Run = Callable[..., Ran]
MERGE = (
    "merge",
    "M-002",
    "M-003",
    "--into",
    "M-116",
    "--title",
    "Kurse: alle",
    "--lead",
    "caritas",
    "--kind",
    "Projekt",
)
SPLIT = ("split", "M-012", "--into", "M-117", "M-118", "--title", "Cafés", "--title", "Abende", "--reason", "Zwei Orte")
DEPARTED = ["+  - datum: 2024-10-15", "+    status: übergegangen"]


@pytest.fixture
def measure(run: Run, demo: Path, git: Git) -> Callable[..., Ran]:
    """``measure`` on a clean demo of one's own, on the day on which its story ends."""
    git(demo, "stash", "--quiet")

    def call(*words: str) -> Ran:
        when = () if words[0] in {"rename", "move"} else ("--as-of", STORY_ENDS)
        return run("measure", words[0], "-C", demo, *when, *words[1:])

    return call


def all_files(demo: Path) -> dict[str, list[str]]:
    return {
        path.relative_to(demo).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for folder in ("massnahmen", "fortschreibungen", "haushalt", "beteiligung")
        for path in sorted((demo / folder).iterdir())
    }


def came(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lines that differ, by file."""
    return {
        path: [line[0] + line[2:] for line in difflib.ndiff(before.get(path, []), after[path]) if line[0] in "+-"]
        for path in after
        if before.get(path) != after[path]
    }


def test_measures_become_one(measure: Callable[..., Ran], demo: Path) -> None:
    before = all_files(demo)
    assert measure(*MERGE, "--reason", "Dieselben Familien", "--dry-run").code == 0
    assert all_files(demo) == before
    assert measure(*MERGE, "--reason", "Dieselben Familien").code == 0
    after = all_files(demo)
    reasons = ["+    grund: Dieselben Familien"]
    assert came(before, after) == {
        "fortschreibungen/2024.yaml": ["+  M-116: Dieselben Familien"],
        "massnahmen/M-002.yaml": DEPARTED + reasons,
        "massnahmen/M-003.yaml": DEPARTED + reasons,
        "massnahmen/M-116.yaml": [
            '+titel: "Kurse: alle"',
            "+handlungsfeld: sprache-bildung",
            "+ziele: [sprache-bildung.1]",
            "+art: Projekt",
            "+federfuehrung: caritas",
            *[line for line in came({}, after)["massnahmen/M-116.yaml"] if line.startswith("+beteiligte")],
            "+herkunft:",
            "+  art: zusammengeführt",
            "+  aus: [M-002, M-003]",
            '+  fortschreibung: "2024"',
            "+verlauf:",
            "+  - datum: 2024-10-15",
            "+    status: vorgeschlagen",
        ],
    }
    assert measure(*MERGE, "--reason", "Dieselben Familien").out.strip() == "unverändert"
    assert all_files(demo) == after


def test_a_measure_becomes_several(measure: Callable[..., Ran], demo: Path, run: Run) -> None:
    before = all_files(demo)
    assert measure(*SPLIT).code == 0
    changed = came(before, all_files(demo))
    assert changed["fortschreibungen/2024.yaml"] == ["+  M-117: Zwei Orte", "+  M-118: Zwei Orte"]
    assert changed["massnahmen/M-012.yaml"] == [*DEPARTED, "+    grund: Zwei Orte"]
    assert sorted(changed) == [
        "fortschreibungen/2024.yaml",
        *(f"massnahmen/M-{number}.yaml" for number in ("012", "117", "118")),
    ]
    concept = load(Tree(demo)).concept
    assert [heir.id for heir in successors(concept, "M-012")] == ["M-117", "M-118"]
    assert measure(*SPLIT).out.strip() == "unverändert"
    assert run("check", "-C", demo, "--as-of", STORY_ENDS).code == 0


def test_into_a_measure_that_there_is(measure: Callable[..., Ran], demo: Path) -> None:
    before = all_files(demo)
    assert measure("merge", "M-003", "--into", "M-002").code == 0
    changed = came(before, all_files(demo))
    assert changed["massnahmen/M-003.yaml"] == DEPARTED
    assert changed["massnahmen/M-002.yaml"] == [
        "+herkunft:",
        "+  art: zusammengeführt",
        "+  aus: [M-003]",
        '+  fortschreibung: "2024"',
    ]
    assert measure("merge", "M-005", "--into", "M-015").code == 0
    assert "aus: [M-004, M-009, M-005]" in (demo / "massnahmen" / "M-015.yaml").read_text(encoding="utf-8")


def test_all_in_one_commit(measure: Callable[..., Ran], demo: Path, git: Git) -> None:
    assert measure(*SPLIT, "--commit").code == 0
    subject, files = git(demo, "show", "--name-only", "--format=%s", "HEAD").split("\n\n")
    assert subject == "M-012 aufgeteilt in M-117 Cafés, M-118 Abende"
    assert files.split() == [
        "fortschreibungen/2024.yaml",
        *(f"massnahmen/M-{number}.yaml" for number in ("012", "117", "118")),
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("merge", "M-002", "M-099", "--into", "M-116", "--title", "x"), 2, "gibt es nicht: M-099"),
        (("merge", "M-002", "M-003", "--into", "M-116"), 2, "--title"),
        (("merge", "M-002", "M-012", "--into", "M-116", "--title", "x", "--kind", "Projekt"), 2, "--lead"),
        (("merge", "M-002", "--into", "M-002"), 2, "aus sich selbst"),
        (("merge", "M-015", "--into", "M-004"), 2, "Aus M-004 ist schon"),
        (("merge", "M-002", "--into", "../x", "--title", "x"), 2, "keine Kennung"),
        (("merge", "M-002", "--into", "caritas", "--title", "x"), 2, "gibt es schon"),
        (("merge", "M-002", "--into", "M-005", "--lead", "kag-fw"), 2, "--lead"),
        (("merge", "M-002", "--into", "M-005", "--title", "Anders"), 2, "Anders"),
        (("merge", "M-002", "--into", "M-116", "--title", "x", "--edition", "2023"), 2, "2023"),
        (("merge", "M-002", "--into", "M-116", "--title", "x", "--edition", "2099"), 2, "2099"),
        (("merge", "M-002", "--into", "M-116", "--title", "x", "--date", "2023-01-01"), 2, "über diesen Tag hinaus"),
        (("merge", "M-002", "--into", "M-116", "--title", "x", "--reason", " "), 2, "--reason"),
        (("split", "M-002", "--into", "M-116", "--title", "x"), 2, "mindestens zwei"),
        (("split", "M-002", "--into", "M-015", "M-116", "--title", "x"), 3, "andere"),
        (("merge", "M-004", "--into", "M-014"), 2, "schon in M-015"),
        (("merge", "M-002", "--into", "M-004"), 2, "„übergegangen“"),
        (("merge", "M-002", "--into", "M-005", "--status", "begonnen"), 2, "--status"),
        (("merge", "M-002", "M-003", "--into", "m-002", "--title", "x"), 2, "dieselbe Kennung"),
        (("merge", "M-002", "--into", "M-26", "--title", "x", "--status", "übergegangen"), 1, ""),
        (("merge", "M-002", "--into", "M-25", "--title", "x"), 2, "M-026"),
        (("split", "M-002", "M-003", "--into", "M-116", "M-117", "--title", "x", "--title", "y"), 2, "M-003"),
        (("rename", "M-002", "x", "--reason", "y", "--edition", "2023"), 2, "2023"),
    ],
)
def test_what_cannot_be(words: tuple[str, ...], code: int, said: str, measure: Callable[..., Ran], demo: Path) -> None:
    before = all_files(demo)
    refused = measure(*words, *(() if words[0] == "rename" else ("--no-input",)))
    assert (refused.code, said in refused.err) == (code, True), refused.err
    assert all_files(demo) == before


def test_a_reason_stands_in_the_open_edition(measure: Callable[..., Ran], demo: Path) -> None:
    before = all_files(demo)
    assert measure("rename", "M-002", "Kurse", "--reason", "Kürzer").code == 0
    assert came(before, all_files(demo)) == {
        "fortschreibungen/2024.yaml": ["+  M-002: Kürzer"],
        "massnahmen/M-002.yaml": ["-titel: Deutschkurse mit Kinderbetreuung", "+titel: Kurse"],
    }
    assert measure("move", "M-002", "--field", "sprache-bildung", "--reason", "Passt: besser").code == 0
    assert '  M-002: "Kürzer. Passt: besser"' in all_files(demo)["fortschreibungen/2024.yaml"]
    assert (
        measure("move", "M-002", "--field", "sprache-bildung", "--reason", "Passt: besser").out.strip() == "unverändert"
    )


def test_without_an_open_edition_there_is_no_place_for_a_reason(measure: Callable[..., Ran], demo: Path) -> None:
    draft = demo / "fortschreibungen" / "2024.yaml"
    said = draft.read_text(encoding="utf-8").replace("status: Beratung", "status: beschlossen")
    draft.write_text(said, encoding="utf-8")
    assert measure("rename", "M-002", "Kurse", "--reason", "Kürzer").code == 2
    assert measure("merge", "M-003", "--into", "M-002", "--reason", "Kürzer").code == 0
    assert (
        "fortschreibung"
        not in (demo / "massnahmen" / "M-002.yaml")
        .read_text(encoding="utf-8")
        .partition("herkunft:")[2]
        .partition("verlauf:")[0]
    )


def test_several_open_editions_are_asked_for(measure: Callable[..., Ran], demo: Path, run: Run) -> None:
    run("edition", "create", "2025", "-C", demo, "--as-of", STORY_ENDS)
    refused = measure("merge", "M-003", "--into", "M-002")
    assert (refused.code, "2024, 2025" in refused.err) == (2, True)
    assert measure("merge", "M-003", "--into", "M-002", "--edition", "2025", "--reason", "x").code == 0
    assert all_files(demo)["fortschreibungen/2025.yaml"][-2:] == ["begruendungen:", "  M-002: x"]


def test_what_stands_in_braces_is_left_to_people(measure: Callable[..., Ran], demo: Path) -> None:
    draft = demo / "fortschreibungen" / "2024.yaml"
    head = draft.read_text(encoding="utf-8").partition("begruendungen:")[0]
    draft.write_text(f"{head}begruendungen: {{M-001: x}}\n", encoding="utf-8")
    refused = measure("rename", "M-002", "Kurse", "--reason", "Kürzer")
    assert (refused.code, "begruendungen" in refused.err) == (3, True)


def test_a_reason_that_stands_there_already_stays(measure: Callable[..., Ran], demo: Path) -> None:
    measure("merge", "M-005", "--into", "M-015", "--reason", "Auch die Beratung.")
    (line,) = [one for one in all_files(demo)["fortschreibungen/2024.yaml"] if one.startswith("  M-015:")]
    assert (line.startswith("  M-015: M-004 und M-009 begleiten"), line.endswith("Auch die Beratung.")) == (True, True)


def test_an_edition_that_cannot_be_read_may_be_the_one(measure: Callable[..., Ran], demo: Path) -> None:
    (demo / "fortschreibungen" / "2024.yaml").write_text("titel: [", encoding="utf-8")
    for words in (("rename", "M-002", "x", "--reason", "y"), ("merge", "M-003", "--into", "M-002")):
        refused = measure(*words)
        assert (refused.code, "nicht lesbar" in refused.err) == (3, True)


def test_what_is_left_to_do_is_told(measure: Callable[..., Ran]) -> None:
    told = measure(
        "merge",
        "M-001",
        "M-018",
        "--into",
        "M-116",
        "--title",
        "x",
        "--field",
        "sprache-bildung",
        "--kind",
        "Projekt",
        "--lead",
        "caritas",
    ).err
    assert ("--reason" in told, "measure edit M-116" in told, "H-2024-09" in told) == (True, True, True)


def test_parts_may_stand_with_commas(measure: Callable[..., Ran]) -> None:
    assert measure("split", "M-012", "--into", "M-117,M-118", "--title", "A", "--title", "B").code == 0


def test_a_reason_within_another_is_none_yet(measure: Callable[..., Ran], demo: Path) -> None:
    assert measure("rename", "M-002", "A", "--reason", "Der Name war zu lang").code == 0
    assert measure("rename", "M-002", "B", "--reason", "Name").code == 0
    assert "  M-002: Der Name war zu lang. Name" in all_files(demo)["fortschreibungen/2024.yaml"]
    assert measure("rename", "M-002", "B", "--reason", "Name").out.strip() == "unverändert"
