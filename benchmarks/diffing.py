"""``diff`` costs what changed, not what exists: against git's own ``diff --stat``, and by the size of what stays."""

import subprocess
from pathlib import Path

import generate
from compare import bare, ikonzept, judged, medians


def repository(folder: Path, size: int, changed: int) -> Path:
    """A concept of so many measures with two editions' tags, between which so many of them differ."""
    concept = generate.measures(folder, size)
    _git(concept, "init", "--quiet", "--initial-branch=main")
    _commit(concept, "2024")
    for number in range(1, changed + 1):
        file = concept / "massnahmen" / f"M-{number:05d}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Kreisweiter Pool ehrenamtlicher", "Landkreisweites Netz geschulter"), "utf-8")
    _commit(concept, "2025")
    return concept


def _commit(folder: Path, tag: str) -> None:
    _git(folder, "add", ".")
    _git(folder, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", f"--message={tag}")
    _git(folder, "-c", "user.name=x", "-c", "user.email=x@example.org", "tag", "-a", "-m", tag, f"fortschreibung/{tag}")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "gc.auto=0", *arguments], cwd=folder, check=True)


def compared(folder: Path) -> list[bool]:
    """All comparisons of ``diff``, printed; whether each is within its limit."""
    large = repository(folder / "diff-20000", 20_000, 20)
    small = repository(folder / "diff-2000", 2_000, 20)
    much = repository(folder / "diff-1000", 2_000, 1_000)
    for concept in (large, small, much):
        _git(concept, "repack", "-a", "-d", "--quiet")
    tags = ("fortschreibung/2024", "fortschreibung/2025")
    commands = {
        "bare": bare(),
        "git": ["git", "-C", str(large), "diff", "--stat", *tags],
        "small": ikonzept("diff", *tags, "-C", small),
        "large": ikonzept("diff", *tags, "-C", large),
    }
    found = medians(commands)
    both = {"bare + git diff --stat": found["bare"] + found["git"], "ikonzept": found["large"]}
    of_size = {"2,000": found["small"], "20,000": found["large"]}
    words = medians({"bare": bare(), "ikonzept": ikonzept("diff", *tags, "-C", much)}, 7)
    return [
        judged("diff of 20 among 20,000 measures", both, 1.6),
        judged("diff by the number of unchanged measures", of_size, 1.3),
        judged("diff of 1,000 measures word by word", words, 4),
    ]
