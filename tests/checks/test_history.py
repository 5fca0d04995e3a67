"""The history of measures and what came out of what: each code with its exact place, and a twin that passes."""

from datetime import date

import pytest

from concepts import MINIMAL, findings
from ikonzept.checks import history
from ikonzept.checks.case import Case
from ikonzept.checks.circles import circles, some
from ikonzept.loader import load
from ikonzept.model.words import Status
from steps import steps

HEAD = "titel: Elternlotsen\nhandlungsfeld: bildung\nart: {kind}\nfederfuehrung: referat\n"
MEASURE = "massnahmen/M-002.yaml"


def measure(lines: str = "", number: int = 2, kind: str = "Projekt") -> str:
    return f"=== massnahmen/M-{number:03d}.yaml\n{HEAD.format(kind=kind)}{lines}\n"


def story(*entries: str) -> str:
    """A history from entries ``status`` or ``status!``, which has a reason; a month lies between each."""
    lines = "".join(
        f"  - {{datum: 2023-{month:02d}-01, status: {entry.rstrip('!')}{', grund: Darum' * entry.endswith('!')}}}\n"
        for month, entry in enumerate(entries, start=1)
    )
    return f"verlauf:\n{lines}"


# --- steps ---------------------------------------------------------------------------------------------------------

LINE = ["vorgeschlagen", "geplant", "begonnen", "in Umsetzung", "fortgeschritten", "abgeschlossen"]
ASIDE = ["zurückgestellt", "neu ausgerichtet", "nicht weiterverfolgt"]
GONE = ["nicht weiterverfolgt", "übertragen", "übergegangen"]
WORDS = [word.value for word in Status]


def needs_reason(before: str | None, after: str) -> bool:
    """``domain.md``, How a Fortschreibung really works, said a second time."""
    if before == after:
        return False
    if before in LINE and after in LINE:
        return LINE.index(after) < LINE.index(before)
    return after in ASIDE or before in GONE


@pytest.mark.parametrize("after", WORDS)
@pytest.mark.parametrize("before", [None, *WORDS])
def test_which_steps_need_a_reason(before: str | None, after: str) -> None:
    first = [f"{before}!"] if before else []
    line = 6 + len(first)
    wrong = [finding for finding in findings(measure(story(*first, after))) if finding.endswith("without-reason")]
    expected = [f"{MEASURE}:{line}:33 status-step-without-reason"] if needs_reason(before, after) else []
    assert wrong == expected
    right = [finding for finding in findings(measure(story(*first, f"{after}!"))) if finding.endswith("without-reason")]
    assert right == []


CASES = [
    # a status goes on until the next entry that has one
    (measure("verlauf:\n  - {datum: 2024-01-01, status: begonnen}\n  - {datum: 2024-02-01, sachstand: Läuft.}\n  - {datum: 2024-03-01, status: geplant}"),
     [f"{MEASURE}:8:33 status-step-without-reason"]),
    # a reason belongs to its own entry
    (measure("verlauf:\n  - {datum: 2024-01-01, grund: Darum}\n  - {datum: 2024-03-01, status: zurückgestellt}"),
     [f"{MEASURE}:7:33 status-step-without-reason"]),
    # each step is told
    (measure(story("begonnen", "geplant", "vorgeschlagen")),
     [f"{MEASURE}:7:33 status-step-without-reason", f"{MEASURE}:8:33 status-step-without-reason"]),
    # coming back needs none, not even to an earlier word
    (measure(story("in Umsetzung", "zurückgestellt!", "geplant", "neu ausgerichtet!", "begonnen")), []),
    (measure(story("geplant", "unbekannt", "vorgeschlagen")), []),
    # order
    (measure("verlauf:\n  - {datum: 2024-03-01, status: begonnen}\n  - {datum: 2024-02-29, sachstand: Läuft.}\n  - {datum: 2024-01-31, sachstand: Läuft.}"),
     [f"{MEASURE}:7:13 history-out-of-order", f"{MEASURE}:8:13 history-out-of-order"]),
    (measure("verlauf:\n  - {datum: 2024-03-01, status: geplant}\n  - {datum: 2024-03-01, status: begonnen}"), []),
    # a step between days out of order is not judged as well
    (measure("verlauf:\n  - {datum: 2024-03-01, status: begonnen}\n  - {datum: 2024-02-01, status: geplant}"),
     [f"{MEASURE}:7:13 history-out-of-order"]),
    (measure("verlauf:\n  - {datum: 2024-03-01, status: begonnen}\n  - {datum: 2024-03-01, status: geplant}"),
     [f"{MEASURE}:7:33 status-step-without-reason"]),
    # a status somewhere
    (measure("verlauf:\n  - {datum: 2024-03-01, sachstand: Läuft.}\n  - {datum: 2024-04-01, sachstand: Läuft.}"),
     [f"{MEASURE}:6:3 history-without-status"]),
    (measure("verlauf:\n  - {datum: 2024-03-01, sachstand: Läuft.}\n  - {datum: 2024-04-01, status: begonnen}"), []),
    (measure("verlauf: []"), []),
    (measure(), []),
    # standing tasks
    (measure("laufzeit: {ende: 2025-12-31}", kind="Daueraufgabe"), [f"{MEASURE}:5:18 standing-task-with-end"]),
    (measure("laufzeit: {ende: 2025-12-31}\n" + story("begonnen"), kind="Daueraufgabe"), [f"{MEASURE}:5:18 standing-task-with-end"]),
    (measure("laufzeit: {ende: 2023-12-31}\n" + story("begonnen", "abgeschlossen"), kind="Daueraufgabe"), []),
    (measure("laufzeit: {ende: 2023-12-31}\n" + story("begonnen", "übertragen"), kind="Daueraufgabe"), []),
    (measure("laufzeit: {beginn: 2023-01-01}", kind="Daueraufgabe"), []),
    (measure("laufzeit: {ende: 2025-12-31}"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_one_history(text: str, told: list[str]) -> None:
    assert findings(text) == told


# --- lineage -------------------------------------------------------------------------------------------------------


def heir(number: int, *sources: str, kind: str = "zusammengeführt") -> str:
    return measure(f"herkunft: {{art: {kind}, aus: [{', '.join(sources)}]}}", number)


MERGED = story("begonnen", "übergegangen")
LINEAGES = [
    # a source ends with „übergegangen“, whatever the kind; told once, in its own file
    *[(measure(MERGED) + measure(story("begonnen"), 3) + heir(4, "M-002", "M-003", kind=kind),
       ["massnahmen/M-003.yaml:6:33 lineage-source-not-merged"]) for kind in ("zusammengeführt", "aufgeteilt", "übernommen")],
    (measure(story("begonnen")) + heir(3, "M-002", kind="aufgeteilt") + heir(4, "M-002", "M-002", kind="aufgeteilt"),
     [f"{MEASURE}:6:33 lineage-source-not-merged", "massnahmen/M-004.yaml:5:42 listed-twice"]),
    (measure(story("begonnen", "übergegangen", "abgeschlossen!")) + heir(3, "M-002"), [f"{MEASURE}:8:33 lineage-source-not-merged"]),
    (measure(MERGED) + heir(3, "M-002", kind="aufgeteilt") + heir(4, "M-002", kind="aufgeteilt"), []),
    (measure(MERGED + "  - {datum: 2023-09-01, sachstand: Die Reste sind verteilt.}") + heir(3, "M-002"), []),
    (measure() + heir(3, "M-002"), [f"{MEASURE}:1:1 lineage-source-not-merged"]),
    (measure("verlauf:\n  - {datum: 2024-03-01, sachstand: Läuft.}") + heir(3, "M-002"),
     [f"{MEASURE}:6:3 history-without-status", f"{MEASURE}:6:3 lineage-source-not-merged"]),
    # and the reverse
    (measure(MERGED), [f"{MEASURE}:7:33 merged-into-nothing"]),
    (measure(MERGED) + heir(3, "M-002") + measure(MERGED, 4), ["massnahmen/M-004.yaml:7:33 merged-into-nothing"]),
    (measure(story("übergegangen", "in Umsetzung!")), []),
    # sources that are missing are told by another rule
    (heir(2, "M-404"), [f"{MEASURE}:5:40 unknown-measure"]),
    # no sources
    (measure("herkunft: {art: zusammengeführt, fortschreibung: }"), [f"{MEASURE}:5:17 lineage-without-sources"]),
    (measure("herkunft:\n  art: aufgeteilt\n  aus: []"), [f"{MEASURE}:6:8 lineage-without-sources"]),
    (measure("herkunft: {art: übernommen}"), []),
    # circles, each once
    (heir(2, "M-002"), [f"{MEASURE}:5:40 lineage-circle"]),
    (heir(2, "M-003") + heir(3, "M-004") + heir(4, "M-002"), [f"{MEASURE}:5:40 lineage-circle"]),
    (heir(2, "M-003") + heir(3, "M-002") + heir(4, "M-005") + heir(5, "M-004"),
     [f"{MEASURE}:5:40 lineage-circle", "massnahmen/M-004.yaml:5:40 lineage-circle"]),
    (measure(MERGED) + heir(3, "M-002", "M-004") + heir(4, "M-003"), ["massnahmen/M-003.yaml:5:47 lineage-circle"]),
    (measure(MERGED) + measure("herkunft: {art: übernommen, aus: [M-002]}\n" + MERGED, 3) + heir(4, "M-002", "M-003"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), LINEAGES)
def test_what_came_out_of_what(text: str, told: list[str]) -> None:
    assert findings(text) == told


def test_the_members_of_a_circle_and_the_heirs_are_named() -> None:
    files = {**MINIMAL, **_files(heir(4, "M-003") + heir(3, "M-004") + measure() + heir(5, "M-002") + heir(6, "M-002"))}
    found = load(files)
    told = [item for check in history.CHECKS for item in check(Case(found.concept, date(2024, 10, 15), found.files))]
    assert {item.code: item.params for item in told} == {
        "lineage-circle": {"members": ("M-003", "M-004")},
        "lineage-source-not-merged": {"id": "M-002", "by": ("M-005", "M-006")},
    }


def _files(text: str) -> dict[str, str]:
    parts = text.split("=== ")[1:]
    return dict(part.split("\n", 1) for part in parts)


@pytest.mark.parametrize(
    ("text", "step"),
    [(story("zurückgestellt"), "zurückgestellt"), (story("begonnen", "geplant"), "begonnen → geplant")],
)
def test_the_step_is_named(text: str, step: str) -> None:
    found = load({**MINIMAL, **_files(measure(text))})
    told = history.status_step_without_reason(Case(found.concept, date(2024, 10, 15), found.files))
    assert [item.params for item in told] == [{"step": step}]


# --- what stands in an unreadable file is unknown, not missing ------------------------------------------------------


@pytest.mark.parametrize("text", [measure(MERGED), heir(2, "M-009")])
def test_the_other_one_may_be_unreadable(text: str) -> None:
    told = findings(text, {**MINIMAL, "massnahmen/M-009.yaml": "titel: [\n"})
    assert [finding for finding in told if finding.startswith(MEASURE)] == []


def test_another_unreadable_file_hides_nothing() -> None:
    told = findings(measure(MERGED), {**MINIMAL, "texte/daten.md": "kaputt"})
    assert [finding for finding in told if finding.startswith(MEASURE)] == [f"{MEASURE}:7:33 merged-into-nothing"]


# --- circles -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("following", "groups"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}, [("a", "b", "c")]),
        ({"d": ["c"], "c": ["d"], "b": ["a", "c"], "a": ["b"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"]}, [("a", "b", "c", "d")]),
        ({"a": ["nowhere"], "b": ["b", "a"]}, [("b",)]),
    ],
)
def test_circles(following: dict[str, list[str]], groups: list[tuple[str, ...]]) -> None:
    assert circles(following) == groups


def test_a_long_chain_is_no_burden() -> None:
    def chain(length: int) -> dict[str, list[str]]:
        return {str(number): [str(number + 1)] for number in range(length)}

    assert circles(chain(100_000)) == []
    assert len(circles({**chain(100_000), "100000": ["0"]})[0]) == 100_001
    assert steps(circles, chain(10_000)) <= 2.1 * steps(circles, chain(5_000))


def test_of_a_large_circle_some_are_named() -> None:
    assert some(("a", "b")) == ("a", "b")
    assert some(tuple(map(str, range(3_000)))) == (*map(str, range(11)), "…")
