"""What ships with the package is found, in the checkout as in the wheel."""

from pathlib import Path

from conftest import ROOT
from ikonzept import packaged


def test_the_template() -> None:
    shipped = packaged.template()
    assert {"konzept.yaml", "massnahmen/M-001.yaml", ".gitlab-ci.yml", "README.md"} <= shipped.keys()
    assert list(shipped) == sorted(shipped, key=lambda path: Path(path).parts)
    assert shipped["konzept.yaml"] == (ROOT / "concept-repo-template/konzept.yaml").read_bytes()


def test_the_story_names_every_folder_of_the_demo() -> None:
    folders = {path.name for path in (ROOT / "src/ikonzept/demo").iterdir() if path.is_dir()}
    assert {name for name in folders if f": {name}\n" in packaged.story()} == folders - {"__pycache__"}
    assert all(packaged.demo(name) for name in folders)


def test_files_of_a_folder(tmp_path: Path) -> None:
    for path in ("b.yaml", "a/ä.md", "a/__pycache__/x.pyc"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    assert packaged.files(tmp_path) == {"a/ä.md": "a/ä.md".encode(), "b.yaml": b"b.yaml"}
