"""What ails a concept."""

from collections.abc import Mapping

import pytest

from concepts import MINIMAL, concept, loaded
from ikonzept.edits.doctor import Mend
from ikonzept.findings import Finding, Place, error, warning
from ikonzept.reports.doctor import Diagnosis, GitState, diagnose

WELL = GitState(branch="main", edition_tags=frozenset({"2022"}))
ADOPTED = """
    === fortschreibungen/2022.yaml
    titel: Konzept
    art: Erstfassung
    status: beschlossen
    beschlossen_am: 2022-06-22
    === fortschreibungen/2024.yaml
    titel: Entwurf
    art: ersetzt
    vorgaenger: "2022"
    status: Entwurf
"""


def diagnosis(
    files: Mapping[str, bytes] | None = None,
    findings: tuple[Finding, ...] = (),
    leftovers: tuple[str, ...] = (),
    git: GitState = WELL,
) -> Diagnosis:
    return diagnose(files or {}, findings, leftovers, concept(ADOPTED), git)


def told(found: Diagnosis) -> list[str]:
    """``path:line:column code``, with ``!`` where --fix mends it."""
    return [
        f"{item.finding.place.path}:{item.finding.place.line}:{item.finding.place.column} {item.finding.code}"
        + ("!" if item.mendable else "")
        for item in found.symptoms
    ]


def test_a_sound_concept() -> None:
    found = diagnosis({path: text.encode() for path, text in MINIMAL.items()})
    assert (found.symptoms, found.mends, found.files, found.is_well) == ((), (), len(MINIMAL), True)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a: 1\r\n", ["a.yaml:0:0 line-ends-windows!"]),
        (b"a: 1\nb: 2\r\n", ["a.yaml:2:0 line-ends-mixed!"]),
        (b"\xef\xbb\xbfa: 1\n", ["a.yaml:0:0 byte-order-mark!"]),
        (b"a: 1\nb: \xfc\n", ["a.yaml:2:4 encoding-windows-1252!"]),
        (b"a: \xfc\r\n", ["a.yaml:1:4 encoding-windows-1252!", "a.yaml:0:0 line-ends-windows!"]),
        (b"a: \xc3\xbc\nb: \xfc\r\n", ["a.yaml:2:4 encoding-mixed"]),
        (b"\xff\xfea\0", ["a.yaml:1:1 encoding-other"]),
        (b"<<<<<<< HEAD\n\0", ["a.yaml:1:1 encoding-other"]),
    ],
)
def test_what_the_bytes_tell(raw: bytes, expected: list[str]) -> None:
    found = diagnosis({"a.yaml": raw})
    assert (told(found), found.is_well) == (expected, False)
    assert [mend.path for mend in found.mends] == (["a.yaml"] if any("!" in line for line in expected) else [])


def test_only_findings_of_merges_and_slips_are_taken() -> None:
    codes = ("syntax-conflict", "id-twice", "id-used-twice", "file-unknown", "file-misplaced", "folder-unknown")
    taken = tuple(error(code, Place("a", line=3, column=1)) for code in codes)
    found = diagnosis(findings=(*taken, warning("guiding-question-unanswered", Place("b"))))
    assert told(found) == [f"a:3:1 {code}" for code in sorted(codes)]


def test_ids_used_twice_after_a_merge() -> None:
    two = loaded(
        """
        === texte/teil-1/10-ziele.md
        ---
        titel: Ziele
        ---
        === texte/teil-2/20-ziele.md
        ---
        titel: Ziele
        ---
        """
    )
    assert told(diagnose({}, two.findings, (), two.concept, WELL)) == ["texte/teil-2/20-ziele.md:0:0 id-twice"]


def test_leftovers_are_removed() -> None:
    found = diagnosis(leftovers=(".ikonzept-b", "anlagen/.ikonzept-a"))
    assert told(found) == [".ikonzept-b:0:0 leftover!", "anlagen/.ikonzept-a:0:0 leftover!"]
    assert found.mends == (Mend(".ikonzept-b", ("leftover",)), Mend("anlagen/.ikonzept-a", ("leftover",)))


@pytest.mark.parametrize(
    ("git", "expected", "well"),
    [
        (GitState("no-git"), ["no-git"], False),
        (GitState("git-missing"), ["git-missing"], False),
        (GitState("git-owner", {"path": "/srv/konzept"}), ["git-owner"], False),
        (GitState(branch="main", edition_tags=frozenset({"2022"}), has_name=False), ["git-nameless"], False),
        (GitState(branch="main", edition_tags=frozenset({"2022"}), shallow=True), ["history-shallow"], False),
        (GitState(branch="main"), ["tag-missing"], False),
        (GitState(edition_tags=frozenset({"2022", "2024"})), ["head-detached"], True),
        (GitState(edition_tags=frozenset({"2022"}), has_commits=False), ["head-unborn"], True),
    ],
)
def test_what_git_tells(git: GitState, expected: list[str], well: bool) -> None:
    found = diagnosis(git=git)
    assert ([item.finding.code for item in found.symptoms], found.is_well) == (expected, well)
    assert not any(item.mendable for item in found.symptoms)


def test_a_missing_tag_stands_at_its_edition() -> None:
    assert told(diagnosis(git=GitState(branch="main"))) == ["fortschreibungen/2022.yaml:0:0 tag-missing"]


def test_what_weighs_most_comes_first() -> None:
    found = diagnosis({"b.yaml": b"\xfc\r\n", "a.yaml": b"\r\n"}, leftovers=(".ikonzept-a",), git=GitState())
    assert told(found) == [
        "b.yaml:1:1 encoding-windows-1252!",
        ".ikonzept-a:0:0 leftover!",
        "a.yaml:0:0 line-ends-windows!",
        "b.yaml:0:0 line-ends-windows!",
        "fortschreibungen/2022.yaml:0:0 tag-missing",
        ":0:0 head-detached",
    ]
