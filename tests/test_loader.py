"""One loader for every moment in time; a broken file is a finding, everything else still loads."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concepts import AS_OF, MINIMAL, findings, loaded, parse
from ikonzept import checks, loader, packaged, sources
from ikonzept.checks.case import Case
from ikonzept.document import MAX_BYTES
from ikonzept.errors import IkonzeptError
from ikonzept.model.files import noun_of
from ikonzept.model.public import public
from ikonzept.render import status as screen
from ikonzept.render.findings import lines, locate, plain
from ikonzept.reports import status
from ikonzept.repository.objects import Commit, Person
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Revision
from ikonzept.repository.writing import create
from ikonzept.values import day


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder


def codes(found: loader.Loaded) -> list[tuple[str, str]]:
    return [(finding.place.path, finding.code) for finding in found.findings]


# --- what is broken, and what still loads ----------------------------------------------------------------------------

MEASURE = MINIMAL["massnahmen/M-001.yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=== massnahmen/M-002.yaml\ntitel: [", ["massnahmen/M-002.yaml:1:9 syntax-brace-open"]),
        ("=== massnahmen/M-002.yaml\ntitel: a\ntitel: b\n", ["massnahmen/M-002.yaml:2:1 syntax-duplicate-key"]),
        ("=== massnahmen/M-002.yaml\ntitel: &a b\n", ["massnahmen/M-002.yaml:1:8 syntax-anchor"]),
        ("=== massnahmen/M-002.yaml\nid: M-002\n", ["massnahmen/M-002.yaml:1:1 schema-id-in-file"]),
        (f"=== massnahmen/M 2.yaml\n{MEASURE}", ["massnahmen/M 2.yaml:1:1 schema-file-name"]),
        (f"=== massnahmen/Maßnahme.yaml\n{MEASURE}", ["massnahmen/Maßnahme.yaml:1:1 schema-file-name"]),
        ("=== massnahmen/M-001.yaml\n" + MEASURE.replace("Projekt", "[Projekt]"), ["massnahmen/M-001.yaml:3:6 schema-not-text"]),
        ("=== texte/leitbild.md\nOhne Kopf\n", ["texte/leitbild.md:1:1 syntax-header-missing"]),
        ("=== texte/leitbild.md\n---\ntitel: Leitbild\n", ["texte/leitbild.md:1:1 syntax-header-open"]),
        ("=== texte/leitbild.md\n---\ntitle: Leitbild\n---\n", ["texte/leitbild.md:2:1 schema-unknown-key"]),
        ("=== monitoring/werte/a.csv\njahr;wert\n2023;1;2\n", ["monitoring/werte/a.csv:2:1 syntax-csv-cells"]),
        ('=== haushalt/2024.yaml\nstand: beschlossen\nkonten:\n  - konto: "4271200"\n    ansatz: 6.000\n', ["haushalt/2024.yaml:4:13 schema-amount-ambiguous"]),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_place(text: str, expected: list[str]) -> None:
    path = text.splitlines()[0].removeprefix("=== ")
    assert sorted(finding for finding in findings(text) if finding.startswith(path)) == expected


def test_everything_else_still_loads() -> None:
    found = loaded("""
        === massnahmen/M-002.yaml
        titel: [
        === massnahmen/M-003.yaml
        titel: Elternlotsen
        handlungsfeld: bildung
        art: Projekt
        federfuehrung: referat
        === haushalt/2024.yaml
        stand: bald
    """)
    assert list(found.concept.measures) == ["M-001", "M-003"]
    assert found.concept.manifest is not None
    assert found.unreadable == {"massnahmen/M-002.yaml", "haushalt/2024.yaml"}


def test_all_problems_of_a_file_are_told_at_once() -> None:
    assert findings("""
        === massnahmen/M-002.yaml
        titel: Elternlotsen
        handlungsfeld: bildung
        art: Vorhaben
        laufzeit: {beginn: gestern, ende: 2024-02-30}
        verlauf: [{datum: 2024-01-01, status: fertig}]
    """) == [
        "massnahmen/M-002.yaml:1:1 schema-missing",
        "massnahmen/M-002.yaml:3:6 schema-enum",
        "massnahmen/M-002.yaml:4:20 schema-date",
        "massnahmen/M-002.yaml:4:35 schema-date-unknown",
        "massnahmen/M-002.yaml:5:39 schema-enum",
    ]


def test_without_a_manifest_the_rest_still_loads() -> None:
    files = {path: text for path, text in MINIMAL.items() if path != "konzept.yaml"}
    found = loader.load(files)
    assert codes(found) == [("konzept.yaml", "manifest-missing")]
    assert found.concept.manifest is None
    assert list(found.concept.measures) == ["M-001"]
    assert found.unreadable == {"konzept.yaml"}


@pytest.mark.parametrize(("version", "code"), [("2", "format-newer"), ("17", "format-newer"), ("0", "format-older")])
def test_another_format_is_one_clear_refusal(version: str, code: str) -> None:
    manifest = MINIMAL["konzept.yaml"].replace("format: 1", f"format: {version}\nneuer_schluessel: ja")
    assert findings(f"=== konzept.yaml\n{manifest}") == [f"konzept.yaml:1:9 {code}"]


def test_a_format_that_is_no_number_is_a_finding_of_the_model() -> None:
    manifest = MINIMAL["konzept.yaml"].replace("format: 1", "format: eins")
    assert findings(f"=== konzept.yaml\n{manifest}") == ["konzept.yaml:1:9 schema-whole-number"]


@pytest.mark.parametrize(
    "path",
    [
        "massnahmen/README.md",
        "massnahmen/notiz.txt",
        "massnahmen/.M-001.yaml.swp",
        "massnahmen/.M-002.yaml",
        "massnahmen/~M-002.yaml",
        "massnahmen/alt/M-002.yaml",
        "texte/README.md",
        "texte/teil-1/LIESMICH.md",
        "anlagen/teil-1.pdf",
        "anlagen/M-002.yaml",
        "notizen/M-002.yaml",
        "README.md",
        "konzept.yaml.orig",
    ],
)
def test_files_that_are_no_concept_files_are_left_alone(path: str) -> None:
    found = loader.load({**MINIMAL, path: "kein: [YAML"})
    assert found.findings == ()
    assert found.concept == loader.load(MINIMAL).concept


def test_a_chapter_keeps_its_id_when_the_order_changes() -> None:
    head = "---\ntitel: Leitbild\n---\n"
    for path in ("texte/leitbild.md", "texte/10-leitbild.md", "texte/teil-1/007-leitbild.md"):
        assert "leitbild" in loaded(f"=== {path}\n{head}").concept.chapters


def test_chapter_ids_are_unique_over_all_parts() -> None:
    found = loaded("""
        === texte/teil-1/10-leitbild.md
        ---
        titel: Eins
        ---
        === texte/teil-2/20-leitbild.md
        ---
        titel: Zwei
        ---
    """)
    assert codes(found) == [("texte/teil-2/20-leitbild.md", "id-twice")]
    assert found.findings[0].params == {"id": "leitbild", "other": "texte/teil-1/10-leitbild.md"}
    assert found.concept.chapters["leitbild"].title == "Eins"


# --- only ------------------------------------------------------------------------------------------------------------


def test_only_reads_these_files_and_the_manifest() -> None:
    broken = {**MINIMAL, "massnahmen/M-002.yaml": "titel: ["}
    found = loader.load(broken, only={"massnahmen/M-001.yaml", "massnahmen/M-404.yaml"})
    assert found.findings == ()
    assert found.concept.manifest is not None
    assert (list(found.concept.measures), list(found.concept.action_fields)) == (["M-001"], [])
    assert found.files.keys() == broken.keys(), "the listing stays whole"


# --- sources ---------------------------------------------------------------------------------------------------------

RICH = {
    **MINIMAL,
    **parse("""
        === texte/teil-1/10-leitbild.md
        ---
        titel: Leitbild
        beantwortet: [verstaendnis]
        ---
        Ein Absatz – mit „Umlauten“.
        === monitoring/kennzahlen/auslaender.yaml
        titel: Ausländische Bevölkerung
        einheit: Personen
        === monitoring/werte/auslaender.csv
        jahr;merkmal;wert;stand;hinweis
        2023;;16421;2024-06;
    """),
}


def test_tree_revision_and_dict_give_the_same_concept(tmp_path: Path) -> None:
    folder = write(tmp_path / "baum", RICH)
    (tmp_path / "git").mkdir()
    when = datetime(2024, 10, 15, tzinfo=UTC)
    create(tmp_path / "git", [Commit({k: v.encode() for k, v in RICH.items()}, Person("a", "a@b"), when, "x")])
    repository = open_repository(tmp_path / "git")
    assert repository is not None
    moments = (RICH, sources.Tree(folder), Revision(repository, "HEAD"))
    first, *others = [loader.load(source) for source in moments]
    assert first.findings == ()
    for other in others:
        assert other.concept == first.concept
        assert (other.findings, other.unreadable, set(other.files)) == ((), frozenset(), set(RICH))


def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path) -> None:
    plain, windows = loader.load(MINIMAL), tmp_path
    for path, text in MINIMAL.items():
        (windows / path).parent.mkdir(parents=True, exist_ok=True)
        (windows / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert loader.load(sources.Tree(windows)).concept == plain.concept


def test_symbolic_links_are_told_and_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.yaml"
    secret.write_text(MEASURE)
    folder = write(tmp_path / "konzept", MINIMAL)
    (folder / "massnahmen/M-002.yaml").symlink_to(secret)
    (folder / "beteiligung").symlink_to(folder / "massnahmen")
    found = loader.load(sources.Tree(folder))
    assert codes(found) == [("beteiligung", "file-is-link"), ("massnahmen/M-002.yaml", "file-is-link")]
    assert list(found.concept.measures) == ["M-001"]
    assert (found.files["massnahmen/M-002.yaml"], found.files["beteiligung"]) == ("link", "link")


def test_symbolic_links_in_a_revision_are_told_too(tmp_path: Path, git: Callable[..., str]) -> None:
    folder = write(tmp_path, MINIMAL)
    (folder / "massnahmen/M-002.yaml").symlink_to("/etc/passwd")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "x")
    repository = open_repository(folder)
    assert repository is not None
    found = loader.load(Revision(repository, "HEAD"))
    assert codes(found) == [("massnahmen/M-002.yaml", "file-is-link")]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    folder = write(tmp_path, MINIMAL)
    os.mkfifo(folder / "massnahmen/M-002.yaml")
    found = loader.load(sources.Tree(folder))
    assert codes(found) == [("massnahmen/M-002.yaml", "file-is-other")]


class Locked(sources.Texts):
    """A source in which some files cannot be read."""

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
        for path, raw in super().read(paths):
            yield path, PermissionError(13, "Permission denied") if "M-002" in path else raw


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    found = loader.load(Locked({**MINIMAL, "massnahmen/M-002.yaml": ""}))
    assert codes(found) == [("massnahmen/M-002.yaml", "file-unreadable")]
    folder = write(tmp_path, MINIMAL)
    gone = dict(sources.Tree(folder).read(["massnahmen/M-404.yaml"]))
    assert isinstance(gone["massnahmen/M-404.yaml"], FileNotFoundError)


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"titel: caf\xe9\n", "syntax-encoding", (1, 11)),
        (b"titel: a\0b\n", "syntax-control-character", (1, 9)),
        (b"# x\ntitel: a\x07b\n", "syntax-control-character", (2, 9)),
        (b"a" * (MAX_BYTES + 1), "syntax-too-large", (0, 0)),
        (b"", "syntax-empty", (1, 1)),
    ],
    ids=["latin-1", "nul", "bell", "large", "empty"],
)
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, code: str, place: tuple[int, int]) -> None:
    folder = write(tmp_path, MINIMAL)
    (folder / "massnahmen/M-002.yaml").write_bytes(raw)
    found = loader.load(sources.Tree(folder)).findings
    assert {finding.code for finding in found} == {code}
    assert (found[0].place.line, found[0].place.column) == place


def test_folders_of_tools_are_not_walked(tmp_path: Path) -> None:
    folder = write(tmp_path, {**MINIMAL, "massnahmen/.git/M-009.yaml": "x", "node_modules/a.yaml": "x", "src/b.py": ""})
    assert set(sources.Tree(folder).paths()) == set(MINIMAL)


def test_the_concept_is_found_from_any_folder_inside(tmp_path: Path) -> None:
    folder = write(tmp_path / "konzept", MINIMAL)
    assert loader.find_concept(folder / "massnahmen") == folder
    assert loader.find_concept(folder) == folder
    with pytest.raises(IkonzeptError) as problem:
        loader.find_concept(tmp_path)
    assert (problem.value.code, problem.value.exit_code) == ("no-concept", 2)


def test_days_are_read_in_both_forms() -> None:
    found = loaded("=== massnahmen/M-001.yaml\n" + MEASURE.replace("2024-09-01", "01.09.2024"))
    assert found.concept.measures["M-001"].history[0].date == day("2024-09-01")


# --- any content -----------------------------------------------------------------------------------------------------

TEMPLATE = {path: raw.decode() for path, raw in packaged.template().items() if noun_of(path)}
SCRAPS = ("", "~", "[", "{", "- ", ": ", '"', "&a ", "*a", "!x ", "---\n", "\t", "\x1b", "6.000", "2024-02-30", "{a: b, c}", "[[[]]]", "'", "|\n", "%", "ja", "\u0308", "\ufeff", "\r\n")  # fmt: skip


@settings(max_examples=100)
@given(st.sampled_from(sorted(TEMPLATE)), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 30), st.sampled_from(SCRAPS)), min_size=1, max_size=3))  # fmt: skip
def test_no_content_is_ever_an_exception(path: str, cuts: list[tuple[int, int, str]]) -> None:
    """Whatever stands in a file: loading, checking and showing what is found never raise."""
    text = TEMPLATE[path]
    for start, length, scrap in cuts:
        text = text[: start % (len(text) + 1)] + scrap + text[start % (len(text) + 1) + length :]
    found = loader.load({**TEMPLATE, path: text})
    case = Case(found.concept, AS_OF, found.files, found.unreadable)
    located = locate([*found.findings, *checks.run(case)], {path: text})
    assert all(1 <= item.line <= text.count("\n") + 1 for item in located if item.finding.place.path == path)
    assert (path in found.unreadable) == any(
        item.finding.place.path == path for item in located if item.finding in found.findings
    )
    assert plain(located).count("\n") == len(located) <= len(list(lines(located, 80)))
    list(screen.lines(status.build(found.concept, AS_OF, tally=status.tally([])), 80))
    public(found.concept)


# --- a text laid over ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["massnahmen/M-000.yaml", "massnahmen/M-001.yaml", "massnahmen/M-002.yaml"])
def test_a_text_laid_over_takes_the_place_of_a_file(path: str) -> None:
    raw = MEASURE.replace("Sprachmittlerpool", "Neu").encode()
    source = sources.Overlay(sources.Texts(MINIMAL), path, raw)
    found = loader.load(source)
    assert found.findings == ()
    assert found.concept.measures[Path(path).stem].title == "Neu"
    assert list(found.concept.measures) == sorted({"M-001", Path(path).stem})
    expected = hashlib.sha256(raw).hexdigest()
    assert dict(source.digests(["konzept.yaml", path]))[path] == expected


def test_a_text_that_a_comment_sign_cuts_off_is_told_and_the_file_read() -> None:
    texts = {**MINIMAL, "handlungsfelder/bildung.yaml": "titel: Bildung #1\n"}
    found = loader.load(texts)
    assert [(item.code, item.place.key) for item in found.findings] == [("text-cut-off", ("titel",))]
    assert found.unreadable == frozenset()
    assert found.concept.action_fields["bildung"].title == "Bildung"
