"""Two versions of a German law, as a person reads what changed between them."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ikonzept.prose.moves import passage
from ikonzept.prose.texts import Block, Change, compare_texts
from ikonzept.prose.tokens import is_small, keys, tokens
from ikonzept.prose.units import Form
from ikonzept.prose.words import Kind, Piece
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


# --- 750 amended paragraphs ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def amended(shared: Path) -> list[list[str]]:
    pairs: list[list[str]] = json.loads((shared / "data/absatzpaare/paare.json").read_text("utf-8"))
    return pairs


def test_every_amended_paragraph_comes_back(amended: list[list[str]]) -> None:
    for old, new in amended:
        pieces = passage(old, new)
        assert ("".join(piece.old for piece in pieces), "".join(piece.new for piece in pieces)) == (old, new)
        blocks = compare_texts(old, new)
        before = sorted((block.old for block in blocks if block.old.line), key=lambda side: side.line)
        assert "".join(side.text + side.gap for side in before) == old
        assert "".join(block.new.text + block.new.gap for block in blocks) == new


def test_no_figure_is_ever_cut(amended: list[list[str]]) -> None:
    """``[-12-]{+15+}``, never ``1[-2-]{+5+}``: a reader takes in a figure as a whole."""
    for old, new in amended:
        pieces = passage(old, new)
        for before, after in itertools.pairwise(pieces):
            if Kind.CHANGED in {before.kind, after.kind}:
                for left, right in ((before.old, after.old), (before.new, after.new)):
                    assert not (left[-1:].isdigit() and right[:1].isdigit()), marked(pieces)


def test_no_word_is_stranded(amended: list[list[str]]) -> None:
    """Between two changes stands more than a small word or two, or a sign."""
    inner = [
        kept
        for old, new in amended
        for before, kept, after in _triples(passage(old, new))
        if (before.kind, kept.kind, after.kind) == (Kind.CHANGED, Kind.SAME, Kind.CHANGED)
    ]
    assert len(inner) > 500
    assert [
        kept.new for kept in inner if len(kept.new.split()) <= 2 and all(map(is_small, keys(tokens(kept.new))))
    ] == []


def _triples(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, Piece, Piece]]:
    return zip(pieces, pieces[1:], pieces[2:], strict=False)
