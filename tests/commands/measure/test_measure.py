"""``ikonzept measure list``: conditions that combine, columns, orders and forms."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import everything
from conftest import STORY_ENDS, Ran
from ikonzept.model.words import MeasureColumn

EVERY_COLUMN = ",".join(MeasureColumn)
Run = Callable[..., Ran]


@pytest.fixture
def measures(run: Run, made_demo: Path) -> Callable[..., Ran]:
    """``measure list`` on the demo, on the day on which its story ends."""

    def call(*words: object) -> Ran:
        return run("measure", "list", "-C", made_demo, "--as-of", STORY_ENDS, *words)

    return call


def ids(done: Ran) -> list[str]:
    assert done.code == 0, done.err
    return [one["state"]["id"] for one in json.loads(done.out)["measures"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--field", "sprache-bildung"), ["M-001", "M-002", "M-003", "M-007", "M-012", "M-022"]),
        (("--field", "sprache-bildung", "--stale"), ["M-003"]),
        (("--overdue",), ["M-007", "M-019"]),
        (("--overdue", "--stale"), []),
        (("--lead", "caritas", "--field", "sprache-bildung"), ["M-012"]),
        (("--text", "ELTERN lotsinnen"), ["M-007"]),
        (("--status", "geplant", "--status", "zurückgestellt"), None),
        (("--kind", "Daueraufgabe", "--without-budget"), None),
        (("--participant", "caritas"), None),
    ],
)
def test_conditions_combine(words: tuple[str, ...], expected: list[str] | None, measures: Callable[..., Ran]) -> None:
    found = ids(measures(*words, "--format", "json"))
    everything = ids(measures("--format", "json"))
    assert set(found) < set(everything)
    if expected is not None:
        assert found == expected
    else:
        assert found


def test_sorted_by_a_column_those_without_stand_last(measures: Callable[..., Ran]) -> None:
    told = measures("--sort", "ende", "--columns", "kennung,ende", "--format", "csv").out
    rows = list(csv.reader(told.lstrip("\ufeff").splitlines(), delimiter=";"))[1:]
    days = ["-".join(reversed(day.split("."))) for _, day in rows]
    with_day = [day for day in days if day]
    assert with_day == sorted(with_day)
    assert days[len(with_day) :] == [""] * (len(days) - len(with_day))
    again = measures("--sort", "ende", "--reverse", "--columns", "kennung,ende", "--format", "csv").out
    assert again.splitlines()[1].split(";")[1] != ""
    assert (
        ids(measures("--sort", "status", "--reverse", "--format", "json"))[-1:]
        != ids(measures("--sort", "status", "--format", "json"))[-1:]
    )


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_nothing_is_wider_than_the_screen_and_nothing_is_cut(
    width: int, measures: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    told = measures().out
    assert max(map(len, told.splitlines())) <= width
    assert "…" not in told
    assert " ".join(told.split()).count("M-0") >= 24


def test_a_line_each_for_other_programs(measures: Callable[..., Ran]) -> None:
    told = measures("--overdue", "--columns", "kennung,titel,geplant", "--format", "plain").out
    assert told.splitlines() == [
        "massnahmen/M-007.yaml:1:1: M-007\tElternlotsinnen und Elternlotsen\t1.200,00",
        "massnahmen/M-019.yaml:1:1: M-019\tSporttage in den Gemeinden\t530,00",
    ]


def test_markdown_and_json(measures: Callable[..., Ran], run: Run) -> None:
    assert measures("--overdue", "--format", "markdown").out.count("\n| M-0") == 2
    schema = json.loads(run("schema", "output", "measure-list").out)
    jsonschema.validate(json.loads(measures("--format", "json").out), schema)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--columns", "kenung"), "Meinten Sie kennung?"),
        (("--field", "sprache-bildun"), "sprache-bildung"),
        (("--lead", "gibtesnicht"), "gibtesnicht"),
        (("--status", "fertig"), "abgeschlossen"),
    ],
)
def test_what_is_not_there(words: tuple[str, ...], said: str, measures: Callable[..., Ran]) -> None:
    refused = measures(*words)
    assert refused.code == 2
    assert said in refused.err


def test_what_cannot_be_read_is_told(run: Run, demo: Path) -> None:
    (demo / "massnahmen" / "M-003.yaml").write_text("titel: [", encoding="utf-8")
    told = run("measure", "list", "-C", demo)
    assert (told.code, "massnahmen/M-003.yaml ist nicht lesbar" in told.err) == (0, True)


def test_none(measures: Callable[..., Ran]) -> None:
    told = measures("--overdue", "--stale").out
    assert told.startswith("0 Maßnahmen")
    assert "Eine weglassen zeigt mehr." in told


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_what_is_not_public_is_never_handed_on(form: str, run: Run, secret: Path) -> None:
    done = run("measure", "list", "-C", secret, "--format", form, "--columns", EVERY_COLUMN)
    assert (done.code, everything.CANARY in done.out) == (0, False)
    assert "INTERN" in run("measure", "list", "-C", secret, "--format", "markdown", "--internal").out
