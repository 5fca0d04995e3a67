import pytest

from ikonzept.prose.likeness import Guess, guesses, similarity

NET = "Aufbau eines kreisweiten Netzes von Sprachmittlerinnen und Sprachmittlern"


@pytest.mark.parametrize(
    ("old", "new", "least", "most"),
    [
        ("", "", 1, 1),
        ("", "Netz", 0, 0),
        (NET, NET.replace(" ", "\n"), 1, 1),
        (NET, NET.replace("Aufbau", "Ausbau"), 0.8, 0.99),
        ("Sprachmittlerpool aufbauen", "Sprachmittlungspool aufbauen", 0.7, 0.99),
        (NET, "Der Bus nach Ilsede fährt künftig stündlich bis Mitternacht", 0, 0.3),
    ],
)
def test_how_alike(old: str, new: str, least: float, most: float) -> None:
    assert least <= similarity(old, new) <= most
    assert similarity(old, new) == similarity(new, old)


def test_a_guess_is_mutual_and_clear() -> None:
    left = {"M-001": NET, "M-002": "Baumpflanzung an Schulen"}
    right = {"M-010": NET + " im Landkreis", "M-011": "Neue Busse für alle Gemeinden"}
    assert guesses(left, right) == [Guess("M-001", "M-010", pytest.approx(0.889, abs=0.05))]


def test_no_guess_between_two_that_are_as_good() -> None:
    assert guesses({"M-001": NET}, {"M-010": NET + " neu", "M-011": NET + " alt"}) == []
    assert guesses({"M-001": NET + " neu", "M-002": NET + " alt"}, {"M-010": NET}) == []


def test_many_are_guessed_by_their_rare_words() -> None:
    topics = [f"Thema{number} und Beratung{number} in Ort{number} fördern" for number in range(300)]
    left = {f"M-{number}": topic for number, topic in enumerate(topics)}
    right = {f"N-{number}": topic.replace("fördern", "stärken") for number, topic in enumerate(topics)}
    assert {(guess.left[2:], guess.right[2:]) for guess in guesses(left, right)} >= {("7", "7"), ("299", "299")}


def test_nothing_to_guess() -> None:
    assert guesses({}, {"M-001": NET}) == []
