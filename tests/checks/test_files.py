"""Files lie where they belong and every id is used once."""

from pathlib import Path

import pytest

from concepts import AS_OF, MINIMAL, findings, loaded, located
from ikonzept import checks, loader, sources
from ikonzept.checks.case import Case
from ikonzept.findings import Finding, Severity

MEASURE = MINIMAL["massnahmen/M-001.yaml"]
EVENT = "titel: Workshop\ndatum: 2024-09-14\n"
EDITION = "titel: Teil 1\nart: Erstfassung\nstatus: Entwurf\n"
CHAPTER = "---\ntitel: Kapitel\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        # folders with a mistyped name are told once, whatever lies in them
        ("Massnahmen/M-002.yaml", "folder-unknown"),
        ("maßnahmen/M-002.yaml", "folder-unknown"),
        ("masnahmen/M-002.yaml", "folder-unknown"),
        ("Vorlage/2024-001.md", "folder-unknown"),
        ("förderungen/f.yaml", "folder-unknown"),
        ("fo\u0308rderungen/f.yaml", "folder-unknown"),
        ("kennzahlen/einwohner.yaml", "folder-unknown"),
        ("monitoring/Kennzahlen/einwohner.yaml", "folder-unknown"),
        # files in the right folder but one too deep, too high, or with another ending
        ("massnahmen/alt/M-002.yaml", "file-misplaced"),
        ("massnahmen/M-002.yml", "file-misplaced"),
        ("massnahmen/M-002.YAML", "file-misplaced"),
        ("massnahmen/M-002.yaml.txt", "file-misplaced"),
        ("texte/teil-1/10-daten.markdown", "file-misplaced"),
        ("monitoring/einwohner.csv", "file-misplaced"),
        ("monitoring/werte/einwohner.yaml", "file-misplaced"),
        ("monitoring/kennzahlen/einwohner.csv", "file-misplaced"),
        ("vorlagen/2024/2024-001.md", "file-misplaced"),
        # anything else
        ("massnahmen/notizen.txt", "file-unknown"),
        ("massnahmen/M-001.yaml~", "file-unknown"),
        ("massnahmen/M-001.yaml.orig", "file-unknown"),
        ("massnahmen/notizen.md", "file-unknown"),
        ("massnahmen/.yml.bak.docx/a.docx", None),
        ("haushalt/2024.xlsx", "file-unknown"),
        ("texte/teil-1/karte.svg", "file-unknown"),
        ("monitoring/notizen.txt", "file-unknown"),
        ("konzept.yml", "file-unknown"),
        ("Konzept.yaml", "file-unknown"),
        ("M-002.yaml", "file-unknown"),
        # left in peace
        ("README.md", None),
        ("Makefile", None),
        (".gitlab-ci.yml", None),
        ("docs/M-002.yaml", None),
        ("tests/a.yaml", None),
        ("massnahmen/README.md", None),
        ("massnahmen/Liesmich.md", None),
        ("massnahmen/.gitkeep", None),
        ("massnahmen/.obsidian/a.yaml", None),
        ("massnahmen/~$otizen.docx", None),
    ],
)
def test_where_files_lie(path: str, code: str | None) -> None:
    top = path.rpartition("/")[0] if code == "folder-unknown" else path
    assert findings(f"=== {path}\n") == ([f"{top}:1:1 {code}"] if code else [])


@pytest.mark.parametrize(
    ("path", "belongs"),
    [
        ("massnahmen/alt/M-002.yaml", "massnahmen/M-002.yaml"),
        ("massnahmen/M-002.yml", "massnahmen/M-002.yaml"),
        ("texte/teil-1/10-daten.MD.txt", "texte/teil-1/10-daten.md"),
        ("monitoring/einwohner.csv", "monitoring/werte/einwohner.csv"),
        ("monitoring/alt/einwohner.yaml", "monitoring/kennzahlen/einwohner.yaml"),
    ],
)
def test_the_hint_names_where_a_file_belongs(path: str, belongs: str) -> None:
    (item,) = located(f"=== {path}\n")
    assert belongs in (item.hint or "")


@pytest.mark.parametrize(("path", "offered"), [("konzept.yml", True), ("Konzept.yaml", True), ("M-002.yaml", False)])
def test_the_manifest_is_offered_where_it_is_meant(path: str, offered: bool) -> None:
    (item,) = located(f"=== {path}\n")
    assert ("konzept.yaml" in (item.hint or "")) is offered


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("massnahmen/M-002.yml", Severity.ERROR),
        ("massnahmen/M-001.yml", Severity.WARNING),  # a copy of M-001.yaml
        ("massnahme/M-002.yaml", Severity.ERROR),
        ("anlage/karte.svg", Severity.WARNING),
    ],
)
def test_what_the_concept_lacks_is_an_error(path: str, severity: Severity) -> None:
    assert [item.finding.severity for item in located(f"=== {path}\n")] == [severity]


def test_a_folder_is_told_once() -> None:
    text = f"=== Massnahmen/M-002.yaml\n{MEASURE}=== Massnahmen/M-003.yaml\n{MEASURE}=== Texte/a.md\n{CHAPTER}"
    assert findings(text) == ["Massnahmen:1:1 folder-unknown", "Texte:1:1 folder-unknown"]


# --- on disk ---------------------------------------------------------------------------------------------------------


def on_disk(folder: Path) -> list[Finding]:
    found = loader.load(sources.Tree(folder))
    return checks.run(Case(found.concept, AS_OF, found.files, found.unreadable), found.findings)


def test_a_mistyped_folder_is_named_but_not_walked(tmp_path: Path) -> None:
    for path, text in {**MINIMAL, "Massnahmen/M-002.yaml": "x", ".venv/a.yaml": "x", "tests/a.yaml": "x"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert {path: kind for path, kind in sources.Tree(tmp_path).paths().items() if kind != "file"} == {
        "Massnahmen": "folder"
    }
    (finding,) = on_disk(tmp_path)
    assert (finding.code, finding.place.path, finding.params) == (
        "folder-unknown",
        "Massnahmen",
        {"meant": "massnahmen"},
    )


def test_links_in_the_folders_of_the_concept_are_told(tmp_path: Path) -> None:
    for path, text in MINIMAL.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for path in ("beteiligung", "texte/teil-1", "massnahmen/M-002.yaml", "massnahmen/.versteckt", "sonstiges"):
        (tmp_path / path).symlink_to("/etc")
    told = sorted((finding.place.path, finding.code) for finding in on_disk(tmp_path))
    assert told == [
        ("beteiligung", "file-is-link"),
        ("massnahmen/M-002.yaml", "file-is-link"),
        ("texte/teil-1", "file-is-link"),
    ]


# --- ids -------------------------------------------------------------------------------------------------------------

YEAR = "stand: beschlossen\nkonten:\n  - konto: 111-300.4271200\n    ansatz: 10.00\npositionen:\n"
LINE = "  - id: {}\n    konto: 111-300.4271200\n    geplant: 1.00\n"
FORUM = "anregungen:\n  - nummer: 1\n    text: Mehr Licht.\n"
MANIFEST = "=== konzept.yaml\n" + MINIMAL["konzept.yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # files of different nouns
        (f"=== beteiligung/M-001.yaml\n{EVENT}", ["beteiligung/M-001.yaml:1:1"]),
        (f"=== texte/teil-2/30-bildung.md\n{CHAPTER}", ["handlungsfelder/bildung.yaml:1:1"]),
        (f"=== fortschreibungen/2024.yaml\n{EDITION}=== beteiligung/2024.yaml\n{EVENT}", ["fortschreibungen/2024.yaml:1:1"]),
        # what stands in konzept.yaml
        (MANIFEST.replace("  caritas:\n", "  referat:\n", 1), ["konzept.yaml:13:3"]),
        (f"=== texte/caritas.md\n{CHAPTER}", ["texte/caritas.md:1:1"]),
        (f"=== texte/kreistag.md\n{CHAPTER}", ["texte/kreistag.md:1:1"]),
        (f"=== texte/verstaendnis.md\n{CHAPTER}", ["texte/verstaendnis.md:1:1"]),
        # things inside files
        (f"=== texte/bildung.1.md\n{CHAPTER}", ["handlungsfelder/bildung.yaml:3:13"]),
        (f"=== haushalt/2023.yaml\n{YEAR}{LINE.format('H-1')}=== haushalt/2024.yaml\n{YEAR}{LINE.format('H-1')}", ["haushalt/2024.yaml:6:9"]),
        (f"=== haushalt/2024.yaml\n{YEAR}{LINE.format('H-1')}{LINE.format('H-1')}", ["haushalt/2024.yaml:9:9"]),
        (f"=== haushalt/2024.yaml\n{YEAR}{LINE.format('M-001')}", ["haushalt/2024.yaml:6:9"]),
        # a field and an event of one id are one problem, though their goal and submission share an id too
        (f"=== beteiligung/bildung.yaml\n{EVENT}{FORUM}", ["beteiligung/bildung.yaml:1:1"]),
        # a third one is told as well
        (f"=== beteiligung/bildung.yaml\n{EVENT}=== texte/bildung.md\n{CHAPTER}", ["beteiligung/bildung.yaml:1:1", "handlungsfelder/bildung.yaml:1:1"]),
        # apart
        (f"=== fortschreibungen/2024.yaml\n{EDITION}=== haushalt/2024.yaml\n{YEAR}", []),
        (f"=== beteiligung/bildung-1.yaml\n{EVENT}{FORUM}", []),
    ],
)  # fmt: skip
def test_an_id_is_used_once(text: str, expected: list[str]) -> None:
    told = [finding.removesuffix(" id-used-twice") for finding in findings(text) if finding.endswith("id-used-twice")]
    assert told == expected


def test_a_printed_number_is_an_id_too() -> None:
    head = "---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\n{}---\n\nText.\n"
    text = f"=== vorlagen/2024-001.md\n{head.format('')}=== vorlagen/2024-002.md\n{head.format('nummer: 2024/001')}"
    text = text.replace("nummer: 2024/001---", "nummer: 2024/001\n---")
    assert "vorlagen/2024-002.md:5:9 id-used-twice" in findings(text)


def test_the_other_place_is_named() -> None:
    (item,) = located(f"=== texte/caritas.md\n{CHAPTER}")
    assert item.finding.params == {"id": "caritas", "other": "konzept.yaml"}


def test_an_id_in_an_unreadable_file_is_not_known() -> None:
    found = loaded("=== beteiligung/bildung.yaml\ntitel: [\n")
    case = Case(found.concept, AS_OF, found.files, found.unreadable)
    assert checks.run(case) == []


@pytest.mark.parametrize(
    ("path", "told"),
    [("massnahmen/m-001.yaml", True), ("Massnahmen/m-001.yaml", False), ("massnahmen/M-002.yaml", False)],
)
def test_names_differ_in_more_than_capitals(path: str, told: bool) -> None:
    codes = [line.split(" ")[1] for line in findings(f"=== {path}\n{MEASURE}")]
    assert ("file-names-alike" in codes) is told
