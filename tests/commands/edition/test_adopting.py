"""``ikonzept edition adopt``: everything is looked at before the decision is recorded."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from adoptions import ADOPT, Git, detached, dirty, switch, tagged, unassessed, untagged
from conftest import Ran


def test_adopt(edition: Callable[..., Ran], decided: Path, git: Git) -> None:
    tried = edition(*ADOPT, "--effective", "2025-01-01", "--dry-run")
    assert tried.out.count("\n+") == 4
    assert "„Beschluss der Fortschreibung 2024 am 04.12.2024, Vorlage 2024/112“" in tried.err
    assert "fortschreibung/2024" in tried.err
    assert git(decided, "tag", "--list", "fortschreibung/2024") == ""
    done = edition(*ADOPT, "--effective", "2025-01-01")
    assert done.code == 0
    assert done.err.startswith("Noch „vorgeschlagen“: M-015, M-022, M-023, M-024, M-025.")
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


def test_adopt_counts_what_is_not_committed(edition: Callable[..., Ran], decided: Path) -> None:
    names = sorted(path.name for path in (decided / "massnahmen").iterdir())[:7]
    for number, name in enumerate(names, start=1):
        with (decided / "massnahmen" / name).open("a", encoding="utf-8") as file:
            file.write("# neu\n")
        assert ("Eine Datei" if number == 1 else f"{number} Dateien") in edition(*ADOPT).err
    assert f"{names[4]}, …" in edition(*ADOPT).err


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
    assert done.code == 0, done.err
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
