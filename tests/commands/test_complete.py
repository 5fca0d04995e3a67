from pathlib import Path

import pytest

from ikonzept.commands import complete


def test_ids_are_file_names(made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made_demo / "massnahmen")
    assert complete.editions("202") == ["2022", "2023", "2024"]
    assert complete.action_fields("s") == ["sprache-bildung"]


def test_another_concept_by_its_variable(made_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IKONZEPT_REPO", str(made_demo))
    assert complete.editions("2022") == ["2022"]


def test_nothing_outside_a_concept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert complete.action_fields("") == []


def test_nouns_of_the_format() -> None:
    assert complete.nouns("m") == ["manifest", "measure"]
