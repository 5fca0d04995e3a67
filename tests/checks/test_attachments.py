"""Enclosures are there and unaltered."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from concepts import AS_OF, MINIMAL, findings, located
from ikonzept import checks, loader, sources
from ikonzept.checks.case import Case
from ikonzept.repository.objects import Commit, Person
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Revision
from ikonzept.repository.writing import create

PLAN = "Plan\n"
SHA256 = hashlib.sha256(PLAN.encode()).hexdigest()
FILE = f"=== anlagen/plan.txt\n{PLAN}"
PATH = "vorlagen/2024-101.md"


def paper(*lines: str) -> str:
    head = "titel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\nanlagen:\n  - titel: Plan\n"
    return (
        f"=== {PATH}\n---\n{head}" + "".join(f"    {line}\n" for line in lines) + "---\n\n## Sachdarstellung\n\nText.\n"
    )


def told(text: str) -> list[str]:
    return [item.removeprefix(f"{PATH}:") for item in findings(text)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("anlagen/plan.txt", None),
        ("./anlagen/plan.txt", None),
        ("anlagen//plan.txt", None),
        ("anlagen/Übersicht.txt", None),
        ("anlagen/U\u0308bersicht.txt", None),
        ("anlagen/Plan.txt", "attachment-missing"),
        ("anlagen/weg.txt", "attachment-missing"),
        ("anlagen/alt/plan.txt", "attachment-missing"),
        ("plan.txt", "attachment-outside"),
        ("konzept.yaml", "attachment-outside"),
        ("anlagen", "attachment-outside"),
        ("Anlagen/plan.txt", "attachment-outside"),
        ("anlagen/../konzept.yaml", "attachment-outside"),
        ("anlagen/alt/../plan.txt", "attachment-outside"),
        ("../anlagen/plan.txt", "attachment-outside"),
        ("/anlagen/plan.txt", "attachment-outside"),
        ("C:/anlagen/plan.txt", "attachment-outside"),
        ("anlagen\\plan.txt", "attachment-outside"),
        ("https://peine.de/plan.txt", "attachment-outside"),
    ],
)
def test_enclosures_are_there(written: str, code: str | None) -> None:
    there = f"{FILE}=== anlagen/Übersicht.txt\nÜ\n"
    found = [item for item in told(paper(f"datei: {written}") + there) if "attachment-unused" not in item]
    assert found == ([f"7:12 {code}"] if code else [])


def test_an_enclosure_that_is_named_only_need_not_be_there() -> None:
    assert told(paper()) == []


def test_the_same_name_elsewhere_is_offered() -> None:
    items = located(paper("datei: anlagen/PLAN.txt") + f"=== anlagen/2024/plan.txt\n{PLAN}")
    assert [item.finding.params.get("nearest") for item in items] == [None, "anlagen/2024/plan.txt"]


STEPS = """\
=== vorlagen/2024-102.md
---
titel: Zuschuss
art: Beschlussvorlage
status: öffentlich
datum: 2024-09-01
beratungsfolge:
  - gremium: kreisausschuss
    zustaendigkeit: Vorberatung
    termin: 2024-09-10
    oeffentlich: nein
  - gremium: kreistag
    zustaendigkeit: Entscheidung
    termin: 2024-09-11
    oeffentlich: ja
    beschluss: ungeändert beschlossen
    ergebnis: beschlossen
    niederschrift: {}
---

## Beschlussvorschlag

Der Zuschuss wird gewährt.
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("anlagen/plan.txt", []),
        ("anlagen/weg.pdf", ["anlagen/plan.txt:1:1 attachment-unused", "vorlagen/2024-102.md:17:20 attachment-missing"]),
        ("auszug.pdf", ["anlagen/plan.txt:1:1 attachment-unused", "vorlagen/2024-102.md:17:20 attachment-outside"]),
    ],
)  # fmt: skip
def test_minutes_are_there(written: str, expected: list[str]) -> None:
    found = findings(STEPS.format(written) + FILE)
    assert [item for item in found if "attachment" in item] == expected


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (SHA256, None),
        (SHA256.upper(), None),
        (hashlib.sha256(b"anders").hexdigest(), "attachment-altered"),
        (SHA256[:-1], "checksum-malformed"),
        (SHA256 + "0", "checksum-malformed"),
        ("sha256:" + SHA256, "checksum-malformed"),
        ("g" * 64, "checksum-malformed"),
        (hashlib.md5(PLAN.encode(), usedforsecurity=False).hexdigest(), "checksum-malformed"),
    ],
)
def test_enclosures_are_unaltered(given: str, code: str | None) -> None:
    assert told(paper("datei: anlagen/plan.txt", f'sha256: "{given}"') + FILE) == ([f"8:13 {code}"] if code else [])


def test_the_checksum_of_a_missing_file_is_not_compared() -> None:
    assert told(paper("datei: anlagen/weg.txt", f'sha256: "{SHA256}"')) == ["7:12 attachment-missing"]
    assert told(paper(f'sha256: "{SHA256}"')) == ["7:13 checksum-without-file"]


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("", True),
        (paper("datei: anlagen/plan.txt"), False),
        ("=== texte/a.md\n---\ntitel: A\n---\n[Plan](../anlagen/plan.txt)\n", False),
        ("=== texte/teil-1/a.md\n---\ntitel: A\n---\n![Plan](../../anlagen/plan.txt)\n", False),
        ("=== texte/a.md\n---\ntitel: A\n---\n`[Plan](../anlagen/plan.txt)`\n", True),
        ("=== texte/a.md\nOhne Kopf, vielleicht mit Verweis\n", False),
    ],
)
def test_every_enclosure_is_named(text: str, unused: bool) -> None:
    others = "=== anlagen/README.md\nText\n=== anlagen/.gitkeep\n"
    found = [item for item in findings(text + FILE + others) if "syntax" not in item]
    assert found == (["anlagen/plan.txt:1:1 attachment-unused"] if unused else [])


# --- from every source -----------------------------------------------------------------------------------------------

FILES = {
    **{path: text.encode() for path, text in MINIMAL.items()},
    "anlagen/plan.bin": bytes(range(256)) * 10_000,
    "anlagen/leer.bin": b"",
    "anlagen/ohne.bin": b"ohne Pruefsumme",
}


def enclosing(name: str) -> str:
    digest = hashlib.sha256(FILES[f"anlagen/{name}"]).hexdigest()
    return f"  - titel: {name}\n    datei: anlagen/{name}\n    sha256: {digest}\n"


FILES[PATH] = (
    "---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\nanlagen:\n"
    f"{enclosing('plan.bin')}{enclosing('leer.bin')}  - titel: ohne\n    datei: anlagen/ohne.bin\n"
    "---\n\n## Sachdarstellung\n\nText.\n"
).encode()


def write(folder: Path) -> Path:
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def codes(source: sources.Source) -> list[tuple[str, str]]:
    found = loader.load(source)
    case = Case(found.concept, AS_OF, found.files, found.unreadable, checksums=loader.checksums(source, found))
    return [(finding.place.path, finding.code) for finding in checks.run(case, found.findings)]


def test_the_working_tree(tmp_path: Path) -> None:
    tree = sources.Tree(write(tmp_path))
    assert set(loader.checksums(tree, loader.load(tree))) == {"anlagen/plan.bin", "anlagen/leer.bin"}
    assert codes(tree) == []
    (tmp_path / "anlagen/plan.bin").write_bytes(b"anders")
    assert codes(tree) == [(PATH, "attachment-altered")]


def test_a_revision(tmp_path: Path) -> None:
    when = datetime(2024, 10, 15, tzinfo=UTC)
    person = Person("a", "a@b")
    altered = {**FILES, "anlagen/plan.bin": b"anders"}
    create(tmp_path, [Commit(FILES, person, when, "x"), Commit(altered, person, when, "y")])
    repository = open_repository(tmp_path)
    assert repository is not None
    assert codes(Revision(repository, "HEAD~1")) == []
    assert codes(Revision(repository, "HEAD")) == [(PATH, "attachment-altered")]


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "geheim").write_bytes(FILES["anlagen/plan.bin"])
    (tmp_path / "anlagen/plan.bin").unlink()
    (tmp_path / "anlagen/plan.bin").symlink_to(tmp_path / "geheim")
    tree = sources.Tree(tmp_path)
    assert set(loader.checksums(tree, loader.load(tree))) == {"anlagen/leer.bin"}
    assert codes(tree) == [("anlagen/plan.bin", "file-is-link")]


def test_an_enclosure_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    tree = sources.Tree(write(tmp_path))
    found = loader.load(tree)
    problem = PermissionError(13, "Permission denied")
    case = Case(found.concept, AS_OF, found.files, checksums={"anlagen/plan.bin": problem})
    assert [(finding.place.path, finding.code) for finding in checks.run(case)] == [
        ("anlagen/plan.bin", "file-unreadable")
    ]
    (tmp_path / "anlagen/plan.bin").unlink()
    assert isinstance(loader.checksums(tree, found)["anlagen/plan.bin"], FileNotFoundError)


def test_a_checksum_is_that_of_a_file() -> None:
    head = "titel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\nanlagen:\n"
    found = findings(f"=== vorlagen/2024-001.md\n---\n{head}  - {{titel: Zahlen, sha256: {'0' * 64}}}\n---\n")
    assert found == ["vorlagen/2024-001.md:6:29 checksum-without-file"]
