"""What holds for any two texts."""

import itertools
import random
import re
import time
from unicodedata import normalize

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ikonzept.markdown import read
from ikonzept.prose.align import align, heaviest_rising, rising
from ikonzept.prose.sentences import split
from ikonzept.prose.texts import Block, Change, compare_texts
from ikonzept.prose.tokens import keys, normal, tokens
from ikonzept.prose.units import Form, units
from ikonzept.prose.words import Kind, Piece, compare_words, is_editorial

WORDS = [
    *[
        "der",
        "die",
        "und",
        "nicht",
        "Förderung",
        "Bürger*innen",
        "Schüler:innen",
        "Lehrer/-innen",
        "Sprach-",
        "Sprachkurse",
    ],
    *["§ 12", "§§ 3 bis 5", "Abs. 2", "z. B.", "22. Juni 2022", "22.06.2022", "1.250,00 EUR", "12 %", "Nr. 3"],
    *[
        "„Brücke“",
        '"Netz"',
        "**wichtig**",
        "(vgl. Kap. 3)",
        "ja,",
        "Ende.",
        "Gut!",
        "–",
        "-",
        "|",
        "[^1]",
        "Größe",
        "Größe",
    ],
]
BLANKS = [" ", " ", " ", "\n", "\u00a0", "  ", "", "\u00ad"]
prose = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BLANKS)), max_size=30).map(
    lambda found: "".join(word + blank for word, blank in found)
)
wild = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "ab. *->_§1%\n\u00ad\u0308", max_size=40
)
any_text = prose | wild
lines = st.sampled_from(
    (
        *("# A", "## 3 Ziele", "### § 4 Lage", "Titel", "===", "---", "- Kitas", "  - Schulen", "1. eins", "2. zwei"),
        *("a) klein", "| a | b |", "|---|---|", "> Zitat", "```", "~~~", "", "", "", "(1) Absatz eins", "    tief"),
        *("[^1]: Note", "\r", "\t"),
    )
)
markdown = st.lists(lines | prose, max_size=25).map("\n".join)


def old_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.old for piece in pieces)


def new_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.new for piece in pieces)


@given(any_text, any_text)
def test_pieces_give_both_texts_back(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)


@given(any_text, any_text)
def test_pieces_are_what_they_say(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    for piece, following in zip(pieces, [*pieces, None][1:], strict=True):
        assert (piece.old == piece.new) == (piece.kind is Kind.SAME)
        assert piece.old or piece.new
        assert piece.kind is not Kind.EDITORIAL or is_editorial(piece.old, piece.new)
        assert not following or piece.kind is Kind.EDITORIAL or piece.kind is not following.kind
    if keys(tokens(old)) == keys(tokens(new)):
        assert all(piece.kind is not Kind.CHANGED for piece in pieces)
    else:
        assert any(piece.kind is Kind.CHANGED for piece in pieces)


@given(any_text)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert {piece.kind for piece in compare_words(text, text)} <= {Kind.SAME}
    assert "".join(tokens(text)) == text
    assert "".join(split(text)) == text


@given(prose)
def test_typography_is_editorial(text: str) -> None:
    plain = normalize("NFC", text)
    others = [
        normalize("NFD", text),
        plain.replace(" ", "\u00a0"),
        plain.replace(" ", "\n"),
        plain.replace(" ", "   "),
        plain.replace("„", "»").replace("“", "«").replace('"', "”"),
        plain.replace("-", "\u2011"),
        plain.replace("rd", "r\u00add"),
    ]
    for other in others:
        assert is_editorial(text, other), (text, other)
        assert all(piece.kind is not Kind.CHANGED for piece in compare_words(text, other))


# --- whole texts ---------------------------------------------------------------------------------------------------


def both_given_back(blocks: tuple[Block, ...]) -> tuple[str, str]:
    olds = sorted((block.old for block in blocks if block.old.line), key=lambda side: side.line)
    news = [block.new for block in blocks if block.new.line]
    assert [side.line for side in news] == sorted(side.line for side in news)
    return tuple("".join(side.text + side.gap for side in sides) for sides in (olds, news))  # type: ignore[return-value]


@given(markdown, markdown)
@example("# A\n1.250,00 EUR der § 12 der ", "\n1.250,00 EUR der § 12 der ")
@settings(max_examples=120)
def test_blocks_give_both_texts_back(old: str, new: str) -> None:
    blocks = compare_texts(old, new)
    assert both_given_back(blocks) == (old, new)
    for block in blocks:
        assert (old_of(block.pieces), new_of(block.pieces)) == (block.old.text, block.new.text)
        assert (block.change is Change.ADDED) == (block.old.line == 0 and block.form is not Form.BLANK)
        for piece in block.pieces:
            if piece.other is not None:
                partner = blocks[piece.other]
                moved = (normal(other.old + other.new) for other in partner.pieces if other.other is not None)
                assert any(normal(piece.old + piece.new) in other for other in moved)


@given(markdown, st.data())
def test_a_text_changed_a_little_gives_both_back(text: str, data: st.DataObject) -> None:
    parts = text.split("\n")
    changed = "\n".join(data.draw(st.permutations(parts[:6])) + parts[6:])
    assert both_given_back(compare_texts(text, changed)) == (text, changed)


@given(markdown)
def test_nothing_changed_in_a_text(text: str) -> None:
    assert {block.change for block in compare_texts(text, text)} <= {Change.SAME}


@given(
    st.lists(
        st.lists(st.sampled_from(["Wir", "fördern", "Sprache", "im", "ganzen", "Kreis", "Peine."]), min_size=1),
        max_size=6,
    )
)
def test_a_text_wrapped_anew_is_not_changed(paragraphs: list[list[str]]) -> None:
    wide = "\n\n".join(" ".join(words) for words in paragraphs)
    narrow = "\n\n".join("\n".join(words) for words in paragraphs)
    assert {block.change for block in compare_texts(wide, narrow)} <= {Change.SAME, Change.EDITORIAL}
    assert {block.change for block in compare_texts(wide, normalize("NFD", wide))} <= {Change.SAME, Change.EDITORIAL}


@given(markdown)
def test_units_agree_with_the_parser_on_headings(text: str) -> None:
    plain = re.sub(r"(?m)^(```|~~~|---|===|>.*|\||\s*[-1-9a].*|    .*|\[.*)$", "", text)
    found = [(unit.level, unit.line) for unit in units(plain) if unit.form is Form.HEADING]
    assert found == [(heading.level, heading.line) for heading in read(plain).headings]


# --- sequences -----------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_runs_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    end_old = end_new = 0
    for i, j, size in align(old, new).runs:
        assert i >= end_old
        assert j >= end_new
        assert old[i : i + size] == new[j : j + size]
        end_old, end_new = i + size, j + size


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12))
def test_the_heaviest_rising(found: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in found], [weight for _, weight in found]
    kept = heaviest_rising(values, weights)
    assert all(before < after and values[before] < values[after] for before, after in itertools.pairwise(kept))
    assert sum(weights[place] for place in kept) >= sum(weights[place] for place in rising(values))
    assert len(heaviest_rising(values, [1] * len(values))) == len(rising(values))


@given(st.lists(st.integers(0, 30)))
def test_rising(values: list[int]) -> None:
    kept = [values[index] for index in rising(values)]
    assert kept == sorted(set(kept))


# --- size ----------------------------------------------------------------------------------------------------------


def paragraph(number: int) -> str:
    return f"Absatz {number}: Das Netz der Beratung in Ort {number * 7} wächst um {number % 97} Stellen."


def seconds(old: str, new: str) -> float:
    start = time.process_time()
    compare_texts(old, new)
    return time.process_time() - start


def test_many_paragraphs_in_another_order() -> None:
    paragraphs = [paragraph(number) for number in range(20_000)]
    shuffled = random.Random(1).sample(paragraphs, len(paragraphs))  # noqa: S311  the same order each time
    assert seconds("\n\n".join(paragraphs), "\n\n".join(shuffled)) < 10


def test_many_paragraphs_that_are_the_same() -> None:
    assert seconds("x\n\n" * 20_000, "y\n\n" + "x\n\n" * 19_000 + "z") < 10


def test_one_huge_paragraph() -> None:
    old = " ".join(paragraph(number) for number in range(8_000))
    new = " ".join(paragraph(number) for number in range(8_000, 0, -1))
    assert seconds(old, new) < 10


def test_what_is_too_large_to_look_into_says_so() -> None:
    old, new = ("ab cd ef gh ".replace(" ", " " * blanks) * 4_000 + str(blanks) for blanks in (1, 2))
    old, new = "eins " + old.replace("cd", "dc") + "zwei", "drei " + new + "vier"
    (block,) = compare_texts(old, new)
    assert block.is_coarse
    assert block.change is Change.CHANGED
    assert both_given_back((block,)) == (old, new)
