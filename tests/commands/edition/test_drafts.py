"""``ikonzept edition create`` and ``advance``: a draft and its way to the Beratung."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adoptions import ADOPT, Git, deleted, reopened
from conftest import Ran, Run


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


def test_to_the_beratung_only_with_a_vorlage_that_can_be_read(edition: Callable[..., Ran], demo: Path) -> None:
    assert edition("advance", "2024", "Beteiligung", "--back").code == 0
    (demo / "vorlagen" / "2024-112.md").write_text("---\ntitel: [\n---\n", encoding="utf-8")
    assert "vorlagen/2024-112.md" in edition("advance", "2024", "Beratung").err
    (demo / "vorlagen" / "2024-112.md").unlink()
    assert "2024/112 gibt es in diesem Konzept nicht" in edition("advance", "2024", "Beratung").err


def test_a_new_one_follows_the_one_adopted_last(edition: Callable[..., Ran], decided: Path) -> None:
    assert edition(*ADOPT, "--effective", "2025-01-01").code == 0
    assert "(ersetzt 2024)" in edition("create", "2025").out
    assert 'vorgaenger: "2024"' in (decided / "fortschreibungen" / "2025.yaml").read_text(encoding="utf-8")


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


def test_the_id_of_an_adopted_edition_is_never_used_again(edition: Callable[..., Ran], demo: Path, git: Git) -> None:
    reopened(demo, git)
    refused = edition("advance", "2023", "Beteiligung")
    deleted(demo, git)
    again = edition("create", "2023")
    assert (refused.code, again.code) == (3, 3)
    assert "fortschreibung/2023" in refused.err
    assert "fortschreibung/2023" in again.err
    assert not (demo / "fortschreibungen" / "2023.yaml").exists()
