"""``ikonzept budget``."""

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import everything
from browser import axe_says
from conftest import STORY_ENDS, Git, Ran

Run = Callable[..., Ran]


@pytest.fixture
def budget(run: Run, made_demo: Path) -> Callable[..., Ran]:
    """``budget`` on the demo on the day on which its story ends."""

    def call(*words: str, as_of: str = STORY_ENDS) -> Ran:
        return run("budget", words[0], "-C", made_demo, "--as-of", as_of, *words[1:])

    return call


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("budget-show.txt", []),
        ("budget-show-measure.txt", ["--by", "measure"]),
        ("budget-show-years.txt", ["--year", "2022..2024", "--by", "field"]),
        ("budget-show.json", ["--by", "cover-group", "--format", "json"]),
        ("budget-show.csv", ["--by", "unit", "--format", "csv"]),
        ("budget-show.md", ["--by", "grant", "--year", "2023", "--format", "markdown"]),
        ("budget-show-grant.txt", ["--by", "grant"]),
        ("budget-show-grant.csv", ["--by", "grant", "--format", "csv"]),
        ("budget-show-grant.md", ["--by", "grant", "--format", "markdown"]),
        ("budget-show.html", ["--format", "html"]),
        ("budget-explain.txt", ["--explain", "4271305"]),
        ("budget-explain.json", ["--explain", "M-018", "--format", "json"]),
    ],
)
def test_what_is_shown(
    name: str, arguments: list[str], budget: Callable[..., Ran], golden: Callable[[str, str], None]
) -> None:
    done = budget("show", *arguments)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [("budget", []), ("budget", ["--by", "grant"]), ("budget-explained", ["--explain", "H-2024-03"])],
)
def test_json_is_as_its_schema_says(kind: str, arguments: list[str], budget: Callable[..., Ran], run: Run) -> None:
    found = json.loads(budget("show", "--format", "json", *arguments).out)
    jsonschema.validate(found, json.loads(run("schema", "output", kind).out))
    assert found["kind"] == kind


def test_every_name_in_the_table_can_be_explained(budget: Callable[..., Ran]) -> None:
    for by in ("account", "measure", "field", "unit", "cover-group", "grant"):
        (year,) = json.loads(budget("show", "--by", by, "--format", "json").out)["years"]
        for row in year["rows"]:
            if row["key"]:
                told = json.loads(budget("show", "--explain", row["key"], "--format", "json").out)
                assert told["available"]["amount"] == row["available"]
                assert told["planned"]["amount"] == row["planned"]


def test_a_table_can_be_read_back(budget: Callable[..., Ran]) -> None:
    said = budget("show", "--format", "csv").out.removeprefix("\ufeff")
    head, *rows = csv.reader(said.splitlines(), delimiter=";")
    assert head[:3] == ["Haushaltsjahr", "Konto", "Bezeichnung"]
    assert rows[0][:4] == ["2024", "4271200", "Öffentlichkeitsarbeit", "2500,00"]


def test_text_that_a_spreadsheet_would_calculate_is_harmless(run: Run, demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8")
    file.write_text(
        said.replace("bezeichnung: Öffentlichkeitsarbeit", "bezeichnung: \"=cmd|'/C calc'!A0\""), encoding="utf-8"
    )
    shown = run("budget", "show", "-C", demo, "--as-of", STORY_ENDS, "--format", "csv").out
    assert ";'=cmd|" in shown
    page = run("budget", "show", "-C", demo, "--as-of", STORY_ENDS, "--format", "html").out
    assert "<script" not in page


@pytest.mark.parametrize("width", ["40", "60", "80", "120"])
def test_nothing_is_wider_than_the_screen(
    width: str, budget: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in (
        ["show"],
        ["show", "--by", "field"],
        ["show", "--by", "grant"],
        ["show", "--year", "2022..2024"],
        ["forecast"],
    ):
        lines = budget(*arguments).out.splitlines()
        assert max(map(len, lines)) <= int(width)


@pytest.mark.parametrize("by", ["account", "grant"])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(dark: bool, by: str, budget: Callable[..., Ran], tmp_path: Path) -> None:
    told = axe_says(budget("show", "--by", by, "--format", "html").out, tmp_path, dark=dark)
    assert told["dark"] is dark
    assert told["violations"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "2031"], "Für das Jahr 2031 gibt es keinen Haushalt."),
        (["--year", "2030..2031"], "gibt es noch keinen Haushalt"),
        (["--explain", "M-099"], "„M-099“ hat im Haushalt 2024 keine Mittel."),
        (["--explain", "M-001", "--format", "csv"], "--explain gibt es als Text und als JSON, nicht als csv."),
    ],
)
def test_what_is_not_there(arguments: list[str], said: str, budget: Callable[..., Ran]) -> None:
    done = budget("show", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "hilfe: " in done.err


def test_an_edition_has_the_money_it_was_adopted_with(budget: Callable[..., Ran]) -> None:
    assert "6.750,00" in budget("show", "--edition", "2023", "--year", "2023").out
    assert "6.750,00" not in budget("show", "--year", "2023").out


@pytest.mark.parametrize(
    "words", [["show"], ["show", "--explain", "4271305"], ["forecast"], ["show", "--year", "2022..2024"]]
)
def test_a_year_that_cannot_be_read_is_not_passed_over(words: list[str], run: Run, demo: Path) -> None:
    (demo / "haushalt" / "2024.yaml").write_text(
        "stand: beschlossen\nkonten:\n  - konto: '4271'\n    ansatz: 6.000\n", encoding="utf-8"
    )
    done = run("budget", words[0], "-C", demo, "--as-of", STORY_ENDS, *words[1:])
    assert (done.code, done.out) == (3, "")
    assert "haushalt/2024.yaml ist nicht lesbar." in done.err
    assert run("budget", "show", "-C", demo, "--as-of", STORY_ENDS, "--year", "2023").code == 0


def test_a_line_of_no_account_is_shown_and_told(run: Run, demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8")
    file.write_text(
        said.replace('    konto: "4271305"\n    massnahme: M-012', '    konto: "4271999"\n    massnahme: M-012'),
        encoding="utf-8",
    )
    for words in (
        [],
        ["--by", "cover-group"],
        ["--year", "2022..2024"],
        ["--explain", "H-2024-01"],
        ["--format", "html"],
    ):
        assert run("budget", "show", "-C", demo, "--as-of", STORY_ENDS, *words).code == 0
    assert "unknown-account" in run("budget", "check", "-C", demo, "--as-of", STORY_ENDS).out


def test_rows_add_up_to_the_sum(budget: Callable[..., Ran]) -> None:
    for by in ("account", "measure", "field", "unit", "cover-group", "grant"):
        for year in json.loads(budget("show", "--by", by, "--year", "2022..", "--format", "json").out)["years"]:
            for name in ("planned", "committed", "actual", "available"):
                assert sum(Decimal(row[name]) for row in year["rows"]) == Decimal(year["total"][name])


def test_each_grant_is_told_once_with_what_it_pays(budget: Callable[..., Ran]) -> None:
    for words in (["--by", "grant"], ["--by", "grant", "--year", "2022..2024"]):
        (grant,) = json.loads(budget("show", *words, "--format", "json").out)["grants"]
        assert (grant["id"], grant["proof_due"]) == ("sprachmittlung-2024", "2025-03-31")
        assert (grant["by_plan"]["at_most"], grant["so_far"]["own"]) == ("800.00", "560.00")
    assert json.loads(budget("show", "--format", "json").out)["grants"] == []
    assert "bewilligt" not in budget("show", "--by", "grant", "--year", "2023").out


def test_grants_that_pay_for_one_line_together(run: Run, demo: Path) -> None:
    """Each stands with its conditions; what is the county's own is not guessed."""
    second = demo / "foerderungen" / "bund.yaml"
    second.write_text("titel: =Bund\ngeber: Bund\nbetrag: 300.00\npositionen: [H-2024-03]\n", encoding="utf-8")
    words = ("budget", "show", "-C", demo, "--as-of", STORY_ENDS, "--by", "grant")
    said = run(*words).out
    assert "Eigenanteil nicht gesagt, dieselbe Position bezahlt auch: bund" in said
    assert "zahlt höchstens 300,00 € nach Plan, 300,00 € bisher" in said
    assert ";300,00 + 800,00;– + 50 %;" in run(*words, "--format", "csv").out
    assert run(*words, "--format", "markdown").out.count("| – | 300,00 | – |") == 1
    shown = run("show", "M-001", "-C", demo, "--as-of", STORY_ENDS).out
    assert "nicht verteilt" in shown
    assert "Mehrere Förderungen (bund, sprachmittlung-2024) bezahlen dieselbe Position" in " ".join(shown.split())
    assert "Mehrere Förderungen" in run("show", "bund", "-C", demo, "--format", "markdown").out


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_tells_of_money_alone(budget: Callable[..., Ran]) -> None:
    done = budget("check", "--format", "plain")
    codes = {line.split(": ")[1].split()[1] for line in done.out.splitlines()}
    assert done.code == 0
    assert {"money-on-ended-measure", "measure-without-budget", "budget-account-without-product"} <= codes
    assert "relevance-without-paragraph" not in codes


def test_check_fails_where_a_sum_does_not_hold(run: Run, demo: Path, golden: Callable[[str, str], None]) -> None:
    file = demo / "haushalt" / "2024.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("geplant: 1600.00", "geplant: 5600.00"), encoding="utf-8")
    done = run("budget", "check", "-C", demo, "--as-of", STORY_ENDS, "--year", "2024")
    assert done.code == 1
    golden("budget-check.txt", done.out.partition("haushalt/2024.yaml:68")[0])
    assert run("budget", "check", "-C", demo, "--as-of", STORY_ENDS, "--year", "2023").code == 0
    found = json.loads(run("budget", "check", "-C", demo, "--as-of", STORY_ENDS, "--format", "json").out)
    (broken,) = [item for item in found["findings"] if item["code"] == "budget-exceeds-authorisation"]
    assert sum(float(share["amount"]) for share in broken["shares"]) == 3010
    assert {share["line"] for share in broken["shares"]} == {48, 70, 84, 99}


def test_a_year_is_held_against_what_was_adopted(run: Run, demo: Path, git: Git) -> None:
    file = demo / "haushalt" / "2023.yaml"
    words = ("-C", demo, "--as-of", STORY_ENDS, "--format", "plain")
    assert run("budget", "check", *words, "--year", "2023").code == 0
    file.write_text(file.read_text(encoding="utf-8").replace("ansatz: 2500.00", "ansatz: 2600.00"), encoding="utf-8")
    broken = run("budget", "check", *words, "--year", "2023")
    assert (broken.code, "haushalt/2023.yaml:2:8: Fehler budget-total-differs-from-edition" in broken.out) == (1, True)
    assert "budget-total-differs-from-edition" in run("check", *words).out
    git(demo, "tag", "--delete", "fortschreibung/2023")
    untold = run("budget", "check", *words, "--year", "2023")
    assert (untold.code, "Nicht geprüft: ob die Ansätze noch die der Fortschreibung 2023 sind" in untold.err) == (
        0,
        True,
    )


def test_a_year_that_cannot_be_read_fails_the_check(run: Run, demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ansatz: 2500.00", "ansatz: 6.000"), encoding="utf-8")
    words = ("-C", demo, "--as-of", STORY_ENDS)
    checked = run("budget", "check", *words, "--format", "plain")
    assert (checked.code, "haushalt/2024.yaml:6:13: Fehler schema-amount-ambiguous" in checked.out) == (1, True)
    assert run("budget", "diff", *words).code == 3


def test_vorlagen_of_other_years_are_passed_over(run: Run, demo: Path) -> None:
    told = run("budget", "check", "-C", demo, "--as-of", STORY_ENDS, "--year", "2023", "--format", "plain").out
    assert "vorlagen/2023-051.md" in told
    assert "vorlagen/2022-094.md" not in told


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("A-24-041", "2024", "H-2024-03 Schulungen und Einsätze"),
        ("R-24-051", "2024", "H-2024-01"),
        ("2022-09-14-bildung", "2022", "2022-09-14-bildung"),
    ],
)
def test_vouchers_and_what_is_paid_can_be_explained(
    name: str, year: str, said: str, budget: Callable[..., Ran]
) -> None:
    told = budget("show", "--year", year, "--explain", name)
    assert (told.code, told.out.splitlines()[0].startswith(said)) == (0, True)


def test_what_comes_from_outside_is_pinned(budget: Callable[..., Ran], tmp_path: Path) -> None:
    """budget-total-unexpected: the total of a year, or what a file says of years and accounts."""
    assert budget("check", "--expect", "6400.00").code == 0
    done = budget("check", "--expect", "6.000,00", "--format", "plain")
    assert done.code == 1
    assert (
        "haushalt/2024.yaml:2:8: Fehler budget-total-unexpected: 2024: erwartet sind 6.000,00 €, im Haushalt stehen "
        "6.400,00 €; der Unterschied beträgt 400,00 €."
    ) in done.out
    file = tmp_path / "soll.csv"
    file.write_text("jahr;konto;betrag\n2024;;6400.00\n2024;4271305;3.900,00\n2022;4271200;2200,00\n", encoding="utf-8")
    assert budget("check", "--expect-file", str(file)).code == 0
    file.write_text("jahr;konto;betrag\n2024;4271305;3900.01\n", encoding="utf-8")
    assert "4271305: erwartet sind 3.900,01 €" in budget("check", "--expect-file", str(file), "--format", "plain").out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("jahr;betrag\n2024;1.00\n", "Die erste Zeile muss „jahr;konto;betrag“ heißen."),
        ("jahr;konto;betrag\n2024;;6.000\n", "soll.csv:2: „6.000“ ist kein eindeutiger Betrag."),
        ("jahr;konto;betrag\n2024;abc;6.00\n", "soll.csv:2: „abc“ ist kein Produktsachkonto."),
        ("jahr;konto;betrag\n2024;4279999;6.00\n", "„4279999“ ist kein Konto des Haushalts 2024."),
        ("jahr;konto;betrag\n2031;;6.00\n", "Für das Jahr 2031 gibt es keinen Haushalt."),
        (None, "ist nicht lesbar."),
    ],
)
def test_expectations_that_cannot_be_read(
    content: str | None, said: str, budget: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "soll.csv"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    done = budget("check", "--expect-file", str(file))
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_one_amount_is_of_one_year(budget: Callable[..., Ran]) -> None:
    done = budget("check", "--expect", "1.00", "--year", "2022..2024")
    assert done.code == 2
    assert "--expect meint ein Jahr" in done.err


# --- diff ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("budget-diff.txt", ["2022", "2023"]),
        ("budget-diff-years.txt", ["--years"]),
        ("budget-diff.md", ["--years", "2022", "2023", "--format", "markdown"]),
        ("budget-diff.csv", ["--years", "2022", "2024", "--format", "csv"]),
    ],
)
def test_what_money_differs_by(
    name: str, arguments: list[str], budget: Callable[..., Ran], golden: Callable[[str, str], None]
) -> None:
    done = budget("diff", *arguments)
    assert (done.code, done.err) == (0, "")
    golden(name, done.out)


@pytest.mark.parametrize("arguments", [["2022", "2024"], ["--years", "2022", "2024"], ["--years", "2024", "2022"]])
def test_differences_add_up(arguments: list[str], budget: Callable[..., Ran], run: Run) -> None:
    found = json.loads(budget("diff", *arguments, "--format", "json").out)
    jsonschema.validate(found, json.loads(run("schema", "output", "budget-diff").out))
    money = found["money"]
    rows = money["rows"]
    assert money["balanced"] is True
    difference = Decimal(money["new"]) - Decimal(money["old"])
    assert sum(Decimal(row["difference"]) for row in rows) == difference
    for row in rows:
        assert sum(Decimal(share["difference"]) for share in row["shares"]) == Decimal(row["difference"])


def test_no_difference(budget: Callable[..., Ran]) -> None:
    assert "keinen Unterschied" in budget("diff", "HEAD", "HEAD").out
    done = budget("diff", "--format", "html")
    assert (done.code, "markdown" in done.err) == (2, True)
    assert "Für das Jahr 2031" in budget("diff", "--years", "2022", "2031").err


# --- forecast --------------------------------------------------------------------------------------------------------


def test_the_forecast(budget: Callable[..., Ran], golden: Callable[[str, str], None], run: Run) -> None:
    golden("budget-forecast.txt", budget("forecast").out)
    found = json.loads(budget("forecast", "--format", "json").out)
    jsonschema.validate(found, json.loads(run("schema", "output", "budget-forecast").out))
    assert [item["basis"] for item in found["accounts"]] == ["too-few", "earlier-years"]
    assert "Das Jahr ist vorbei" in budget("forecast", "--year", "2023").out


# --- public and hostile ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "markdown", "html"])
@pytest.mark.parametrize("by", ["account", "measure", "field", "unit", "cover-group", "grant"])
def test_what_is_not_public_is_never_handed_on(form: str, by: str, run: Run, secret: Path) -> None:
    done = run("budget", "show", "-C", secret, "--year", "2024", "--by", by, "--format", form)
    assert done.code == 0
    assert everything.CANARY not in done.out


@pytest.mark.parametrize("form", ["markdown", "github", "gitlab", "sarif", "junit"])
def test_findings_that_are_handed_on_hold_no_canary(form: str, run: Run, secret: Path) -> None:
    """The name of a file is told, as ``check`` does (``architecture.md``); nothing that stands in it."""
    found = run("budget", "check", "-C", secret, "--format", form).out
    assert everything.CANARY not in found.replace(f"vorlagen/2024-{everything.CANARY}.md", "")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_internal_says_so(form: str, budget: Callable[..., Ran]) -> None:
    assert "INTERN" in budget("show", "--format", form, "--internal").out
    assert "INTERN" not in budget("show", "--format", form).out
