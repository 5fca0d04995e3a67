"""The files that ship with the package: the template of a concept repository, and the demo's story."""

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent


def template() -> dict[str, bytes]:
    """Every file of ``concept-repo-template/`` by its path, from the wheel or the checkout."""
    shipped = _HERE / "template"
    return files(shipped if shipped.is_dir() else _HERE.parents[1] / "concept-repo-template")


def demo(folder: str) -> dict[str, bytes]:
    """Every file of one step of the demo's story by its path in the concept."""
    return files(_HERE / "demo" / folder)


def story() -> str:
    """The story of the demo: which folder becomes which commit."""
    return (_HERE / "demo" / "geschichte.yaml").read_text(encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder by their relative path, sorted."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(_walk(folder))}


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name != "__pycache__":
            yield from _walk(path)
        elif path.is_file():
            yield path
