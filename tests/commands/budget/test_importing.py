"""``ikonzept budget import`` and ``export``: what a finance system exports comes into the budget, once."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from conftest import STORY_ENDS, Git, Ran

Run = Callable[..., Ran]
JOURNAL = """\
Landkreis Peine;;;;;;
Buchungsjournal 2024;;;Seite 1;;;
Buchungsdatum;Sachkonto;Belegart;Belegnr.;Auftrag;Betrag (EUR);Buchungstext
22.04.2024;4271305;Rechnung;R-24-051;;210,00;Material Frau Müller
30.09.2024;4271305;Rechnung;R-24-180;A-24-041;480,00 S;Schulung Frau Müller
03.05.2024;4271305;Gutschrift;R-24-081;;"1,50-";H-2024-04 Rücklauf
;Zwischensumme;;;;688,50;
Buchungsjournal 2024;;;Seite 2;;;
Buchungsdatum;Sachkonto;Belegart;Belegnr.;Auftrag;Betrag (EUR);Buchungstext
04.05.2024;4271200;Rechnung;R-24-090;;1 120,00;Plakate Grünwald
05.05.2024;4271200;Bestellung;A-24-077;;"0";nichts
Gesamtsumme;;;;;1.808,50;
"""


@pytest.fixture
def budget(run: Run, demo: Path) -> Callable[..., Ran]:
    """``budget`` on a demo of one's own, on the day on which its story ends."""

    def call(*words: object) -> Ran:
        return run("budget", words[0], "-C", demo, "--as-of", STORY_ENDS, *words[1:])

    return call


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    file = tmp_path / "journal.csv"
    file.write_bytes(JOURNAL.replace("\n", "\r\n").encode("cp1252"))
    return file


def contents(demo: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (demo / "konzept.yaml", *(demo / "haushalt").iterdir())}


def test_columns_are_proposed_first_and_nothing_is_written(
    budget: Callable[..., Ran], journal: Path, demo: Path
) -> None:
    before = contents(demo)
    asked = budget("import", journal)
    assert asked.code == 2
    assert "    betrag: Betrag (EUR)" in asked.out
    assert "--yes" in asked.err
    assert contents(demo) == before


def test_what_is_new_comes_in_and_the_same_file_again_changes_nothing(
    budget: Callable[..., Ran], journal: Path, demo: Path, git: Git
) -> None:
    done = budget("import", journal, "--yes")
    assert (done.code, "Achtung" in done.err) == (1, False)
    assert "2 neu 478,50 + 1 unverändert 210,00 + 1 nicht zugeordnet 1.120,00 = 1.808,50" in done.out
    assert "ikonzept budget book POSITION 1120.00 --voucher R-24-090 --date 2024-05-04" in done.out
    came = [line for line in git(demo, "diff", "--unified=0", "haushalt").splitlines() if line[:2] in {"+ ", "- "}]
    assert came == [
        *("+      - datum: 2024-09-30", "+        art: Ist", "+        betrag: 480.00", "+        beleg: R-24-180"),
        *("+        zu: A-24-041", "+        intern: Schulung Frau Müller"),
        *("+      - datum: 2024-05-03", "+        art: Ist", "+        betrag: -1.50", "+        beleg: R-24-081"),
        "+        intern: H-2024-04 Rücklauf",
    ]
    after = contents(demo)
    again = budget("import", journal)
    assert "0 neu 0,00 + 3 unverändert 688,50 + 1 nicht zugeordnet" in again.out
    assert contents(demo) == after


def test_trying_writes_nothing_and_shows_the_lines(budget: Callable[..., Ran], journal: Path, demo: Path) -> None:
    before = contents(demo)
    tried = budget("import", journal, "--yes", "--dry-run")
    assert "+        zu: A-24-041" in tried.out
    assert "+buchungsexport:" in tried.out
    assert contents(demo) == before


def test_a_commit_holds_just_the_files_that_changed(
    budget: Callable[..., Ran], journal: Path, demo: Path, git: Git
) -> None:
    budget("import", journal, "--yes", "--commit")
    assert git(demo, "show", "--name-only", "--format=%s", "HEAD").split() == [
        *("2", "Buchungen", "aus", "journal.csv", "übernommen"),
        *("haushalt/2024.yaml", "konzept.yaml"),
    ]


def test_a_total_that_is_not_right_takes_over_nothing(budget: Callable[..., Ran], journal: Path, demo: Path) -> None:
    budget("import", journal, "--yes")
    before = contents(demo)
    journal.write_bytes(journal.read_bytes().replace(b"1.808,50", b"1.900,00"))
    refused = budget("import", journal)
    assert refused.code == 3
    assert f"{journal}:12:17: Die Datei nennt als Gesamtsumme 1.900,00 €, ihre Zeilen ergeben 1.808,50 €" in refused.err
    assert contents(demo) == before


def test_all_that_is_unclear_is_told_at_once(budget: Callable[..., Ran], journal: Path) -> None:
    said = JOURNAL.replace("210,00", "zweihundert").replace("Gutschrift", "XY").replace("1 120,00", "6.000")
    journal.write_text(said.replace(",00", "").replace(",50", ""), encoding="utf-8")
    refused = budget("import", journal, "--yes")
    assert refused.code == 3
    for words in (
        "„zweihundert“ ist kein Betrag",
        "„XY“ kann Auftrag oder Zahlung sein",
        "„6.000“ kann 6,00 oder 6.000,00",
    ):
        assert words in refused.err
    assert "Stellen sind unklar" in refused.err


def test_as_json_every_booking_stands_once(budget: Callable[..., Ran], journal: Path) -> None:
    budget("import", journal, "--yes")
    found = json.loads(budget("import", journal, "--format", "json").out)
    assert (found["kind"], found["total"], found["is_controlled"]) == ("budget-import", "1808.50", True)
    assert [len(found[name]) for name in ("new", "unchanged", "unmatched")] == [0, 3, 1]
    assert found["unmatched"][0]["reason"] == "no-line"


def test_an_excel_file(budget: Callable[..., Ran], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Datum", "Konto", "Beleg", "Betrag", "Position"], ["02.05.2024", 4271305, "R-1", 12.5, "H-2024-04"]):
        book.active.append(row)
    book.save(tmp_path / "journal.xlsx")
    done = budget("import", tmp_path / "journal.xlsx", "--yes")
    assert (done.code, "1 neu 12,50" in done.out) == (0, True)


def test_an_excel_file_without_the_extra_says_what_installs_it(
    budget: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journal.xlsx").write_bytes(b"PK\x03\x04")
    monkeypatch.setattr("ikonzept.commands.extras.find_spec", lambda _: None)
    refused = budget("import", tmp_path / "journal.xlsx")
    assert refused.code == 3
    assert "-m pip install openpyxl" in refused.err


def test_a_closed_year_and_an_unknown_one(budget: Callable[..., Ran], journal: Path) -> None:
    assert "abgeschlossen" in budget("import", journal, "--yes", "--year", "2023", "--dry-run").out
    assert budget("import", journal, "--yes", "--year", "2031").code == 2


@pytest.mark.parametrize(("name", "code"), [("gibtesnicht.csv", 3), (".", 2)])
def test_a_file_that_is_none(name: str, code: int, budget: Callable[..., Ran], tmp_path: Path) -> None:
    assert budget("import", tmp_path / name).code == code


# --- export ----------------------------------------------------------------------------------------------------------


def test_what_is_exported_is_known_when_it_comes_back(budget: Callable[..., Ran], demo: Path, tmp_path: Path) -> None:
    before = contents(demo)
    file = tmp_path / "buchungen.csv"
    assert budget("export", "--output", file).code == 0
    assert file.read_text(encoding="utf-8-sig").splitlines()[:2] == [
        "haushaltsjahr;datum;konto;position;art;betrag;beleg;auftrag;text",
        "2024;2024-04-22;4271305;H-2024-01;Ist;210,00;R-24-051;;",
    ]
    back = budget("import", file)
    assert back.code == 0
    assert "0 neu 0,00" in back.out
    assert contents(demo) == before


def test_the_text_of_a_booking_stays_inside(budget: Callable[..., Ran], journal: Path) -> None:
    budget("import", journal, "--yes")
    assert "Müller" not in budget("export").out
    assert "Müller" in budget("export", "--internal").out


def test_importing_loads_openpyxl_only_for_excel(demo: Path, journal: Path) -> None:
    script = (
        "import sys; from ikonzept.cli import main; "
        f"main(['budget', 'import', {str(journal)!r}, '--yes', '-C', {str(demo)!r}, '--dry-run']); "
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("answer", "code"), [("", 1), ("j", 1), ("ja", 1), ("n", 2), ("nein", 2)])
def test_somebody_at_a_terminal_is_asked_in_german(  # noqa: PLR0913, PLR0917
    answer: str, code: int, budget: Callable[..., Ran], journal: Path, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(demo)
    monkeypatch.setattr("ikonzept.commands.budget.importing.interactive", lambda: True)
    monkeypatch.setattr("ikonzept.commands.budget.importing.typer.prompt", lambda *_, **__: answer)
    assert budget("import", journal).code == code
    assert (contents(demo) == before) is (code == 2)


def test_what_is_said_to_do_works(budget: Callable[..., Ran], journal: Path, demo: Path) -> None:
    text = "Buchungsdatum;Sachkonto;Belegart;Belegnr.;Auftrag;Betrag (EUR);Buchungstext\n"
    text += "04.05.2024;4271200;Gutschrift;R-24-090;;-48,00;Storno\n05.05.2024;4271200;Rechnung;R-24-091;A-9;7,00;\n"
    journal.write_text(text, encoding="utf-8")
    told = budget("import", journal, "--yes").out
    assert "Den Auftrag A-9 gibt es auf diesem Konto nicht." in told
    command = next(line for line in told.splitlines() if "--refund" in line).split()
    assert budget(*[word.replace("POSITION", "H-2024-07") for word in command[3:]]).code == 0
    assert "        betrag: -48.00" in (demo / "haushalt" / "2024.yaml").read_text(encoding="utf-8")


def test_accounts_of_others_are_told_together(budget: Callable[..., Ran], journal: Path) -> None:
    text = "Datum;Konto;Beleg;Betrag\n" + "".join(f"1.3.2024;4279999;R-{one};1,00\n" for one in range(50))
    journal.write_text(text, encoding="utf-8")
    told = budget("import", journal, "--yes").out
    assert "2024 4279999  50 Buchungen" in told
    assert len(told.splitlines()) < 30


def test_a_booking_that_stands_elsewhere_is_not_unchanged(budget: Callable[..., Ran], journal: Path) -> None:
    budget("book", "H-2024-04", "5.00", "--voucher", "R-24-172")
    journal.write_text(
        "Datum;Konto;Beleg;Betrag;Auftrag\n18.10.2024;4271305;R-24-172;5,00;A-24-034\n", encoding="utf-8"
    )
    told = budget("import", journal, "--yes").out
    assert "Derselbe Beleg ist schon anders gebucht: H-2024-04 5,00." in told


def test_a_year_that_cannot_be_read_is_not_missing(budget: Callable[..., Ran], journal: Path, demo: Path) -> None:
    (demo / "haushalt" / "2024.yaml").write_text("stand: [", encoding="utf-8")
    refused = budget("import", journal, "--yes")
    assert (refused.code, "haushalt/2024.yaml ist nicht lesbar" in refused.err) == (3, True)
