"""What is a slip of the pen that someone corrects, and what says something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept.prose.slips import is_slip

SLIPS = [
    ("Vierzen Lotsinnen", "Vierzehn Lotsinnen"),
    ("Der Antrag wurde gestelt", "Der Antrag wurde gestellt."),
    ("die die Stelle", "die Stelle"),
    ("zu sammen arbeiten", "zusammen arbeiten"),
    ("Neun Lotsinnen geschult.", "Neun Lotsinnen sind geschult."),
    ("Die Integrationslostinnen", "die Integrationslotsinnen"),
    ("Die Strasse ist gesperrt", "Die Straße ist gesperrt"),
    ("der Stelle", "die Stelle"),
    ("Im Mai", "Im  Mai."),
]
OTHERS = [
    ("Vierzehn Lotsinnen", "Vierzig Lotsinnen"),
    ("drei Kurse", "zwei Kurse"),
    ("ein Kurs", "zwei Kurs"),
    ("12 Kurse", "21 Kurse"),
    ("12 %", "12 €"),
    ("1,5 Stellen", "15 Stellen"),
    ("eine Stelle", "keine Stelle"),
    ("Eine zentrale Stelle soll", "Keine Stelle soll"),
    ("Das ist möglich", "Das ist unmöglich"),
    ("Das Ziel ist erreicht", "Das Ziel ist nicht erreicht"),
    ("Die Kurse sind begonnen", "Die Kurse sind beendet"),
    ("Die Kurse laufen", "Die Kurse laufen, die Räume reichen"),
    ("Neun", "Neun Lotsinnen"),
    ("Neun", ""),
]


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_a_slip_of_the_pen(one: str, other: str) -> None:
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_what_says_something_else(one: str, other: str) -> None:
    assert not is_slip(one, other)
    assert not is_slip(other, one)


WORDS = st.sampled_from(["Kurse", "laufen", "drei", "vierzehn", "nicht", "die", "12", "möglich", "–", "%"])


@given(st.lists(WORDS))
def test_a_text_is_itself_whatever_its_blanks(words: list[str]) -> None:
    assert is_slip(" ".join(words), "\n".join(words))


@given(st.lists(WORDS), st.integers(0, 99), st.integers(0, 99))
def test_another_figure_is_never_a_slip(words: list[str], one: int, other: int) -> None:
    assert is_slip(" ".join([*words, str(one)]), " ".join([*words, str(other)])) == (one == other)
