"""How far a long command has come: on a terminal, after a while, and gone at the end."""

import io

import pytest

from ikonzept.render import progress
from ikonzept.render.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that it is."""
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_nothing_under_half_a_second(clock: list[float]) -> None:
    stream = Terminal()
    with Progress(stream) as one:
        clock[0] = 0.49
        one.at("Lesen", 10)
    assert stream.getvalue() == ""


def test_then_a_bar_that_goes_away_again(clock: list[float]) -> None:
    stream = Terminal()
    with Progress(stream) as one:
        clock[0] = 0.6
        one.at("Eintragen", 50, 100)
        clock[0] = 0.65
        one.at("Eintragen", 60, 100)  # too soon after the last
        clock[0] = 0.8
        one.at("Eintragen", 100, 100)
    half, whole, rest = stream.getvalue().split("\r")[1::2]
    assert half == f"Eintragen  {'█' * 15}{'░' * 15}  50 / 100"
    assert whole.rstrip() == f"Eintragen  {'█' * 30}  100 / 100"
    assert set(rest) == {" "}


def test_without_a_total_and_during_a_step_of_unknown_length(clock: list[float]) -> None:
    stream = Terminal()
    with Progress(stream) as one:
        clock[0] = 1
        one.at("Lesen", 1234)
        one.during("Schreiben", long=True)
    assert "Lesen  1234" in stream.getvalue()
    assert "Schreiben …" in stream.getvalue()
    quick = Terminal()
    with Progress(quick) as one:
        one.during("Schreiben", long=False)
    assert quick.getvalue() == ""


def test_nothing_where_there_is_no_terminal(clock: list[float]) -> None:
    stream = io.StringIO()
    with Progress(stream) as one:
        clock[0] = 10
        one.at("Lesen", 10)
        one.during("Schreiben", long=True)
    assert stream.getvalue() == ""
