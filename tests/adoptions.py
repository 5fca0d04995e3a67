"""The decision on the demo's open edition, and what can be done to an edition and its tag."""

from collections.abc import Callable
from pathlib import Path

Git = Callable[..., str]
AFTER = "2024-12-10"
ADOPT = ("adopt", "2024", "--vorlage", "2024/112", "--date", "2024-12-04")
STEP = "  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}\n"
DECIDED = (
    "  - gremium: kreistag\n    zustaendigkeit: Entscheidung\n    termin: 2024-12-04\n    oeffentlich: ja\n"
    "    beschluss: ungeändert beschlossen\n    ergebnis: beschlossen\n"
)


def switch(folder: Path, git: Git) -> None:
    git(folder, "switch", "--quiet", "--create", "arbeit")


def dirty(folder: Path, _: Git) -> None:
    with (folder / "massnahmen" / "M-001.yaml").open("a", encoding="utf-8") as file:
        file.write("# neu\n")


def tagged(folder: Path, git: Git) -> None:
    git(folder, "tag", "fortschreibung/2024")


def untagged(folder: Path, git: Git) -> None:
    git(folder, "tag", "--delete", "fortschreibung/2023")


def unassessed(folder: Path, git: Git) -> None:
    file = folder / "handlungsfelder" / "wohnen-zusammenleben.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - nummer: 1\n", '  - nummer: 1\n    beendet_mit: "2024"\n', 1), encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message=Ziel beendet")


def detached(folder: Path, git: Git) -> None:
    git(folder, "checkout", "--quiet", "--detach")


def squashed(folder: Path, git: Git) -> None:
    git(folder, "reset", "--quiet", "--soft", "HEAD~8")
    git(folder, "commit", "--quiet", "--message=Alles in einem")


def rewritten(folder: Path, _: Git) -> None:
    file = folder / "fortschreibungen" / "2023.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("wirksam_ab: 2023-07-01", "wirksam_ab: 2023-08-01"))


def moved(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "--annotate", "--message=x", "fortschreibung/2023", "HEAD")


def early(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "--annotate", "--message=x", "fortschreibung/2023", "HEAD~9")


def plain(folder: Path, git: Git) -> None:
    git(folder, "tag", "--force", "fortschreibung/2023", "fortschreibung/2023^{commit}")


def unreadable(folder: Path, _: Git) -> None:
    (folder / ".git" / "refs" / "tags" / "fortschreibung" / "2023").write_text("f" * 40 + "\n")


def broken(folder: Path, _: Git) -> None:
    (folder / ".git" / "refs" / "tags" / "fortschreibung" / "2023").write_text("kaputt\n")


def reopened(folder: Path, _: Git) -> None:
    file = folder / "fortschreibungen" / "2023.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: beschlossen", "status: Beratung"))


def deleted(folder: Path, _: Git) -> None:
    (folder / "fortschreibungen" / "2023.yaml").unlink()
