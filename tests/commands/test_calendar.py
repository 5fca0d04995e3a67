"""``ikonzept calendar``: a file that holds what the report says, public unless it is to stay inside."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from conftest import STORY_ENDS, Ran
from everything import CANARY
from ikonzept import loader, sources
from ikonzept.exchange.calendar import uid
from ikonzept.reports.appointments import build

Run = Callable[..., Ran]
Golden = Callable[[str, str], None]
Ics = Callable[..., str]


@pytest.fixture
def ics(run: Run, made_demo: Path) -> Ics:
    """The calendar of the demo on the day the story ends."""

    def call(*arguments: object, path: Path = made_demo) -> str:
        done = run("calendar", "-C", path, "--as-of", STORY_ENDS, *arguments)
        assert (done.code, done.err) == (0, "")
        return done.out

    return call


def summaries(raw: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(raw).events]


# --- golden ----------------------------------------------------------------------------------------------------------


def test_the_calendar(ics: Ics, golden: Golden) -> None:
    golden("calendar.ics", ics().replace("\r\n", "\n"))


def test_what_stays_inside(ics: Ics, golden: Golden) -> None:
    arguments = ("--internal", "--unit", "referat-migration", "--from", "01.10.2023", "--remind", "14")
    golden("calendar-internal.ics", ics(*arguments).replace("\r\n", "\n"))


def test_in_english(ics: Ics, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKONZEPT_LANG", "en")
    golden("calendar.en.ics", ics("--from", "2024-09-01").replace("\r\n", "\n"))


# --- what is in it ---------------------------------------------------------------------------------------------------


def test_the_file_holds_what_the_report_says(ics: Ics, made_demo: Path) -> None:
    concept = loader.load(sources.Tree(made_demo)).concept
    expected = build(concept, date.fromisoformat(STORY_ENDS)).appointments
    found = Calendar.from_ical(ics("--internal")).events
    assert len(found) == len(expected) > 20
    for event, item in zip(found, expected, strict=True):
        assert (event["DTSTART"].dt, str(event["UID"])) == (item.day, uid("03157", item.key))
        assert (item.title if item.kind != "edition" else "Fortschreibung") in event["SUMMARY"]
        assert item.path in event["DESCRIPTION"]


def test_the_same_day_gives_the_same_bytes(ics: Ics, run: Run, made_demo: Path, tmp_path: Path) -> None:
    assert ics() == ics() == ics("--output", "-") == ics("--public")
    for name in ("eins.ics", "zwei.ics"):
        done = run("calendar", "-C", made_demo, "--as-of", STORY_ENDS, "-o", tmp_path / name)
        assert (done.code, done.out) == (0, "")
        assert str(len(summaries(ics()))) in done.err
        assert (tmp_path / name).read_bytes() == ics().encode()


def test_the_file_is_utf_8_whatever_the_console_is(ics: Ics, made_demo: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ikonzept", "calendar", "-C", str(made_demo), "--as-of", STORY_ENDS],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert done.stdout == ics().encode()


def test_every_language_knows_an_event_again(ics: Ics, monkeypatch: pytest.MonkeyPatch) -> None:
    german = [event["UID"] for event in Calendar.from_ical(ics()).events]
    monkeypatch.setenv("IKONZEPT_LANG", "en")
    assert [event["UID"] for event in Calendar.from_ical(ics()).events] == german


def test_a_reminder_for_deadlines_ahead_only(ics: Ics) -> None:
    events = Calendar.from_ical(ics("--remind", "7", "--from", "2022-01-01")).events
    reminding = {str(event["CATEGORIES"].cats[0]) for event in events if event.walk("VALARM")}
    assert reminding == {"Laufzeit", "Sachstand", "Förderung", "Verwendungsnachweis", "Fortschreibung"}
    assert all(event["DTSTART"].dt > date.fromisoformat(STORY_ENDS) for event in events if event.walk("VALARM"))
    assert "VALARM" not in ics()


def test_a_step_that_is_called_off(ics: Ics, demo: Path) -> None:
    paper = demo / "vorlagen/2024-112.md"
    step = "termin: 2024-12-04, oeffentlich: ja"
    paper.write_text(paper.read_text().replace(step, f"{step}, ergebnis: abgesetzt"))
    (event,) = [event for event in Calendar.from_ical(ics(path=demo)).events if "STATUS" in event]
    assert (event["STATUS"], event["DTSTART"].dt) == ("CANCELLED", date(2024, 12, 4))
    assert "abgesetzt" in event["DESCRIPTION"]
    assert "danach" not in event["DESCRIPTION"]


def test_a_result_that_the_files_know_only_later_is_not_told(ics: Ics, decided: Path) -> None:
    (event,) = [
        event for event in Calendar.from_ical(ics(path=decided)).events if event["DTSTART"].dt == date(2024, 12, 4)
    ]
    assert "Ergebnis:" not in event["DESCRIPTION"]


# --- public and non-public -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [(), ("--from", "0001-01-01"), ("--unit", "referat"), ("--remind", "3")])
def test_what_is_not_public_is_never_handed_on(run: Run, secret: Path, arguments: tuple[str, ...]) -> None:
    done = run("calendar", "-C", secret, "--as-of", "2024-10-15", *arguments)
    assert done.code == 0
    assert CANARY not in done.out.replace("\r\n ", "")
    assert summaries(done.out)


def test_a_public_vorlage_keeps_the_line_of_its_n_step(run: Run, secret: Path) -> None:
    shown = {
        str(event["DTSTART"].dt): str(event["SUMMARY"])
        for event in Calendar.from_ical(run("calendar", "-C", secret, "--as-of", "2024-10-15").out).events
        if event["CATEGORIES"].cats[0] == "Sitzung"
    }
    assert shown == {"2024-12-01": "öffentlich: 2024/001 öffentlich (Anhörung, N)"}


def test_what_is_internal_says_so_everywhere(run: Run, secret: Path, ics: Ics) -> None:
    raw = run("calendar", "-C", secret, "--as-of", "2024-10-15", "--internal").out
    found = Calendar.from_ical(raw)
    assert str(found["X-WR-CALNAME"]).startswith("INTERN: ")
    public = run("calendar", "-C", secret, "--as-of", "2024-10-15").out
    shared = {str(event["UID"]) for event in Calendar.from_ical(public).events}
    marked = {str(event["UID"]) for event in found.events if str(event["SUMMARY"]).startswith("INTERN: ")}
    assert {str(event["UID"]) for event in found.events} - shared <= marked
    assert all(event["UID"] in marked for event in found.events if CANARY in event["SUMMARY"])
    assert 0 < len(marked) < len(found.events)
    assert any(CANARY in event["SUMMARY"] for event in found.events)
    assert "INTERN" not in ics()


# --- hostile, unreadable, wrong --------------------------------------------------------------------------------------


def test_hostile_titles_stay_on_their_line(ics: Ics, demo: Path) -> None:
    measure = demo / "massnahmen/M-002.yaml"
    title = '"X\\nEND:VEVENT\\nBEGIN:VALARM;,\\\\N \\e[31m\\u202e 😀"'
    text = measure.read_text().splitlines()
    measure.write_text("\n".join(f"titel: {title}" if line.startswith("titel:") else line for line in text))
    found = [line for line in summaries(ics(path=demo)) if "M-002" in line]
    assert len(found) == 2
    assert all(line.endswith("X END:VEVENT BEGIN:VALARM;,\\N \ufffd[31m\ufffd 😀") for line in found)


def test_a_file_that_cannot_be_read_is_told(run: Run, demo: Path) -> None:
    (demo / "massnahmen/M-002.yaml").write_text("titel: [")
    done = run("calendar", "-C", demo, "--as-of", STORY_ENDS)
    assert (done.code, "massnahmen/M-002.yaml" in done.err) == (0, True)
    assert summaries(done.out)


def test_without_a_manifest_no_calendar_would_know_its_dates_again(run: Run, demo: Path, tmp_path: Path) -> None:
    (demo / "konzept.yaml").write_text("format: [")
    done = run("calendar", "-C", demo, "-o", tmp_path / "x.ics")
    assert (done.code, done.out, len(done.err.splitlines())) == (3, "", 2)
    assert not (tmp_path / "x.ics").exists()


def test_nothing_ahead_is_an_empty_calendar_and_said(run: Run, made_demo: Path) -> None:
    done = run("calendar", "-C", made_demo, "--as-of", STORY_ENDS, "--from", "2100-01-01")
    assert (done.code, summaries(done.out), len(done.err.splitlines())) == (0, [], 1)


def test_without_the_extra_it_says_what_installs_it(run: Run, made_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikonzept.commands.extras.find_spec", lambda _: None)
    refused = run("calendar", "-C", made_demo)
    assert (refused.code, refused.out) == (3, "")
    assert "-m pip install icalendar" in refused.err


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["--field", "sprach-bildung"], "sprache-bildung"),
        (["--unit", "karitas"], "caritas"),
        (["--from", "gestern"], "2024-10-15"),
        (["--remind", "-1"], "--remind 14"),
        (["--remind", "400"], "--remind 14"),
        (["--from", "31.02.2024"], "Tag und Monat"),
        (["-o", "kalender.txt"], "kalender.ics"),
        (["--public", "--internal"], None),
    ],
)
def test_a_mistyped_option(run: Run, made_demo: Path, arguments: list[str], nearest: str | None) -> None:
    done = run("calendar", "-C", made_demo, *arguments)
    assert (done.code, done.out) == (2, "")
    assert nearest is None or nearest in done.err.splitlines()[1]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_of_days(run: Run, made_demo: Path, day: str) -> None:
    done = run("calendar", "-C", made_demo, "--as-of", day, "--internal")
    assert (done.code, done.err) == (0, "")
    assert summaries(done.out)
    assert run("status", "-C", made_demo, "--as-of", day).code == 0
