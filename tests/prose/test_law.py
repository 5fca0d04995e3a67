"""Two versions of a German law, as a person reads what changed between them."""

from pathlib import Path

import pytest

from ikonzept.prose.texts import Block, Change, compare_texts
from ikonzept.prose.units import Form
from marks import marked


@pytest.fixture(scope="module")
def blocks(shared: Path) -> tuple[Block, ...]:
    return compare_texts(
        *((shared / "data/verordnung-intv" / f"{year}.md").read_text("utf-8") for year in (2012, 2022))
    )


def read(blocks: tuple[Block, ...], line: int) -> str:
    (text,) = (marked(block.pieces) for block in blocks if block.new.line == line)
    return text.replace("⟨⏎→ ⟩", " ").replace("⟨ →⏎⟩", " ").replace("⏎", " ")


def test_both_versions_come_back(blocks: tuple[Block, ...], shared: Path) -> None:
    old, new = ((shared / "data/verordnung-intv" / f"{year}.md").read_text("utf-8") for year in (2012, 2022))
    before = sorted((block.old for block in blocks if block.old.line), key=lambda side: side.line)
    assert "".join(side.text + side.gap for side in before) == old
    assert "".join(block.new.text + block.new.gap for block in blocks) == new


def test_every_section_is_found_again(blocks: tuple[Block, ...]) -> None:
    headings = {block.change for block in blocks if block.form is Form.HEADING}
    assert headings == {Change.SAME, Change.CHANGED}
    assert read(blocks, 761) == "### § 18 [-Zulassung der -]Kursträger"


def test_a_paragraph_renumbered_is_the_same_paragraph(blocks: tuple[Block, ...]) -> None:
    assert read(blocks, 204).startswith("([-3-]{+4+}) Bei der Entscheidung über die Zulassung ist die")


def test_a_sentence_is_added_to_a_paragraph(blocks: tuple[Block, ...]) -> None:
    assert read(blocks, 121).startswith(
        "Teilnahmeberechtigte sind zur einmaligen Teilnahme am Integrationskurs berechtigt.{+ Die Berechtigung"
    )


def test_words_inserted_in_an_enumeration(blocks: tuple[Block, ...]) -> None:
    assert (
        "der Ausländerbehörde[- oder-]{+,+} dem Träger der Grundsicherung für Arbeitsuchende {+oder dem Träger der "
        "Leistungen nach dem Asylbewerberleistungsgesetz +}einen Nachweis"
    ) in read(blocks, 299)


def test_no_confetti(blocks: tuple[Block, ...]) -> None:
    """No paragraph is cut into more pieces than a person can read: one change in twelve words at most."""
    for block in blocks:
        changes = sum(bool(piece.old != piece.new and piece.old.strip() + piece.new.strip()) for piece in block.pieces)
        words = len((block.old.text + " " + block.new.text).split())
        assert changes <= max(3, words / 12), marked(block.pieces)
