"""``ikonzept budget add``, ``commit-funds``, ``book``, ``transfer`` and ``close``: each changes only its lines."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import STORY_ENDS, Git, Ran

Run = Callable[..., Ran]
ADD = ("add", "--account", "4271200", "--planned", "300.00", "--measure", "M-002", "--purpose", "Faltblätter")


@pytest.fixture
def budget(run: Run, demo: Path) -> Callable[..., Ran]:
    """``budget`` on a demo of one's own, on the day on which its story ends."""

    def call(*words: str) -> Ran:
        return run("budget", words[0], "-C", demo, "--as-of", STORY_ENDS, *words[1:])

    return call


def year(demo: Path, name: str = "2024") -> list[str]:
    return (demo / "haushalt" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()


def changed(before: list[str], after: list[str]) -> list[str]:
    """The lines that came (``+``) and went (``-``)."""
    return [line[0] + line[2:] for line in difflib.ndiff(before, after) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (ADD, ["  - id: H-2024-10", '    konto: "4271200"', "    massnahme: M-002", "    zweck: Faltblätter", "    geplant: 300.00"]),
        (
            ("commit-funds", "H-2024-04", "15.50", "--voucher", "A-24-050"),
            ["      - datum: 2024-10-15", "        art: Auftrag", "        betrag: 15.50", "        beleg: A-24-050"],
        ),
        (
            ("book", "H-2024-03", "480,00", "--voucher", "R-24-150", "--settles", "A-24-041", "--date", "2024-11-02", "--note", "Aufbauschulung"),
            ["      - datum: 2024-11-02", "        art: Ist", "        betrag: 480.00", "        beleg: R-24-150", "        zu: A-24-041", "        text: Aufbauschulung"],
        ),
        (
            ("transfer", "4271200", "4271305", "300.00", "--reason", "Mehr Einsätze: siehe Vermerk"),
            ["umbuchungen:", "  - datum: 2024-10-15", '    von: "4271200"', '    nach: "4271305"', "    betrag: 300.00", '    grund: "Mehr Einsätze: siehe Vermerk"'],
        ),
        (("close", "2024", "--date", "2025-02-01"), ["abgeschlossen_am: 2025-02-01"]),
    ],
)  # fmt: skip
def test_each_changes_only_its_lines(
    words: tuple[str, ...], lines: list[str], budget: Callable[..., Ran], demo: Path
) -> None:
    before = year(demo)
    tried = budget(*words, "--dry-run")
    assert tried.code == 0
    assert year(demo) == before
    assert all(f"+{line}" in tried.out for line in lines)
    done = budget(*words)
    assert (done.code, "Achtung" in done.err) == (0, False)
    assert changed(before, year(demo)) == [f"+{line}" for line in lines]


@pytest.mark.parametrize(
    "words",
    [
        (*ADD, "--id", "H-2024-20"),
        ADD,
        ("commit-funds", "H-2024-04", "15.50", "--voucher", "A-24-050"),
        ("book", "H-2024-03", "480.00", "--voucher", "R-24-150", "--settles", "A-24-041"),
        ("transfer", "4271200", "4271305", "300.00"),
        ("close", "2024", "--date", "2025-02-01"),
    ],
    ids=lambda words: words[0],
)
def test_the_same_again_changes_nothing(words: tuple[str, ...], budget: Callable[..., Ran], demo: Path) -> None:
    budget(*words)
    before = year(demo)
    done = budget(*words)
    assert (done.code, done.out.strip()) == (0, "unverändert")
    assert year(demo) == before


def test_what_is_written_adds_up(budget: Callable[..., Ran]) -> None:
    budget(*ADD)
    budget("commit-funds", "H-2024-10", "250.00", "--voucher", "A-1")
    assert "250,00" in budget("show", "--explain", "H-2024-10").out
    budget("book", "H-2024-10", "250.00", "--voucher", "R-1", "--settles", "A-1")
    told = budget("show", "--explain", "H-2024-10").out
    assert "bezahlt R-1" in told
    assert "50,00" in told.splitlines()[2]


def test_a_sum_that_breaks_is_told_and_written(budget: Callable[..., Ran], demo: Path) -> None:
    done = budget("book", "H-2024-04", "2500.00", "--voucher", "R-1")
    assert done.code == 0
    assert (
        "Achtung, danach stimmt nicht mehr: H-2024-04: gebunden und ausgegeben sind 2.860,00 €, geplant 380,00 €"
        in done.err
    )
    assert "        beleg: R-1" in year(demo)


def test_what_is_left_goes_into_the_next_year(budget: Callable[..., Ran], demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8").replace("    uebertragung: 400.00           # Rest aus 2023\n", "")
    file.write_text(said, encoding="utf-8")
    closing = demo / "haushalt" / "2023.yaml"
    lines = [
        line
        for line in closing.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("abgeschlossen_am")
    ]
    closing.write_text("".join(lines), encoding="utf-8")
    before = year(demo)
    done = budget("close", "2023", "--date", "2024-02-15")
    assert done.code == 0
    assert "4271305: 400,00 € gehen als Haushaltsrest nach 2024." in done.err
    came = changed(before, year(demo))
    assert "+    uebertragung: 400.00" in came
    assert all(line.startswith("+    uebertragung: ") for line in came)
    assert "carry-over" not in budget("check", "--year", "2024", "--format", "plain").out.replace(
        "carry-over-below-rest", ""
    )


def test_a_commit_holds_just_its_file(budget: Callable[..., Ran], demo: Path, git: Git) -> None:
    git(demo, "stash", "--quiet")
    (demo / "README.md").write_text("anders", encoding="utf-8")
    assert budget("transfer", "4271200", "4271305", "300.00", "--commit").code == 0
    assert git(demo, "show", "--name-only", "--format=%s", "HEAD").split("\n\n") == [
        "300,00 € von 4271200 nach 4271305 umgebucht",
        "haushalt/2024.yaml\n",
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_comments_and_line_ends_stay(ends: str, budget: Callable[..., Ran], demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = "# oben\n" + file.read_text(encoding="utf-8") + "# unten\n"
    file.write_bytes(said.replace("\n", ends).encode())
    assert budget("book", "H-2024-04", "5.00", "--voucher", "R-1").code == 0
    after = file.read_bytes().decode()
    assert after.count(ends) == after.count("\n")
    came = [line for line in difflib.ndiff(said.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert len(came) == 4
    assert all(line.startswith("+") for line in came)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((*ADD[:-4], "--purpose", "x"), 2, "Eine Position bezahlt genau eines."),
        ((*ADD, "--for", "2024-09-14-beteiligungsforum"), 2, "Eine Position bezahlt genau eines."),
        ((*ADD, "--id", "H-2024-01"), 2, "„H-2024-01“ gibt es schon"),
        (("add", "--account", "4279999", "--planned", "1.00", "--measure", "M-001"), 2, "„4279999“ ist kein Konto des Haushalts 2024."),
        (("add", "--account", "4271200", "--planned", "6.000", "--measure", "M-001"), 2, "„6.000“ ist kein eindeutiger Betrag."),
        (("add", "--account", "4271200", "--planned", "-1.00", "--measure", "M-001"), 2, "-1.00 ist nicht mehr als nichts."),
        (("add", "--account", "4271200", "--planned", "1.00", "--measure", "M-099"), 2, "M-099"),
        ((*ADD, "--year", "2031"), 2, "Für das Jahr 2031 gibt es keinen Haushalt."),
        ((*ADD, "--id", "böse id/1"), 2, "„böse id/1“ taugt nicht als Kennung."),
        (("commit-funds", "H-2024-04", "1.00", "--voucher", " "), 2, "Ohne Belegnummer wird nicht gebucht."),
        (("book", "H-2024-99", "1.00", "--voucher", "R-1"), 2, "Die Position „H-2024-99“ gibt es nicht."),
        (("book", "H-2024-03", "1.00", "--voucher", "R-1", "--settles", "A-99"), 2, "Auf H-2024-03 ist kein Auftrag A-99 gebucht."),
        (("book", "H-2024-03", "1.00", "--voucher", "R-24-038"), 3, "Der Beleg R-24-038 ist schon gebucht, über 320,00 €."),
        (("transfer", "4271200", "111-300.4271200", "1.00"), 2, "auf dasselbe Konto gibt es nichts umzubuchen."),
        (("transfer", "4271200", "abc", "1.00"), 2, "„abc“ ist kein Konto"),
        (("close", "2024"), 2, "Am 15.10.2024 ist das Haushaltsjahr 2024 noch nicht zu Ende."),
        (("close", "2023", "--date", "2024-03-01"), 3, "Das Haushaltsjahr 2023 ist schon seit dem"),
        (("book", "H-2023-01", "1.00", "--voucher", "R-1"), 3, "Das Haushaltsjahr 2023 ist schon seit dem"),
        (("transfer", "4271200", "4271305", "1.00", "--date", "2023-05-01"), 3, "Das Haushaltsjahr 2023 ist schon seit dem"),
        ((*ADD, "--year", "2022"), 3, "Das Haushaltsjahr 2022 ist schon seit dem"),
        (("commit-funds", "H-2024-04", "1.00", "--voucher", "A-1", "--date", "2023-12-31"), 2, "Der 31.12.2023 gehört nicht zum Haushaltsjahr 2024."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant(
    words: tuple[str, ...], code: int, said: str, budget: Callable[..., Ran], demo: Path
) -> None:
    before = {path: path.read_bytes() for path in (demo / "haushalt").iterdir()}
    done = budget(*words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "hilfe: " in done.err
    assert {path: path.read_bytes() for path in (demo / "haushalt").iterdir()} == before


def test_a_number_that_fits_two_accounts_is_asked_back(budget: Callable[..., Ran], demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8").replace('konto: "4271200"\n    bez', 'konto: "1.4271200"\n    bez')
    file.write_text(
        said.replace("positionen:\n", '  - konto: "2.4271200"\n    ansatz: 1.00\npositionen:\n'), encoding="utf-8"
    )
    done = budget(*ADD)
    assert done.code == 2
    assert "passt im Haushalt 2024 auf mehrere Konten" in done.err
    assert "1.4271200, 2.4271200" in done.err


def test_plain_amounts_and_brackets_are_left_to_people(budget: Callable[..., Ran], demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8")
    file.write_text(
        said + "  - {id: H-2024-30, konto: '4271200', massnahme: M-001, geplant: 5.00, ist: 1.00}\n", encoding="utf-8"
    )
    assert "nennt „gebunden“ oder „ist“ ohne Buchungen" in budget("book", "H-2024-30", "1.00", "--voucher", "R-1").err
    file.write_text(said + "  - {id: H-2024-30, konto: '4271200', massnahme: M-001, geplant: 5.00}\n", encoding="utf-8")
    done = budget("book", "H-2024-30", "1.00", "--voucher", "R-1")
    assert done.code == 3
    assert "steht die Liste in Klammern" in done.err


def test_a_year_that_cannot_be_read_is_not_changed(budget: Callable[..., Ran], demo: Path) -> None:
    (demo / "haushalt" / "2024.yaml").write_text("stand: [", encoding="utf-8")
    assert "haushalt/2024.yaml ist nicht lesbar" in budget(*ADD).err


def test_what_cannot_go_on_is_told(budget: Callable[..., Ran], demo: Path) -> None:
    head = "stand: beschlossen\nkonten:\n  - konto: '4271200'\n    ansatz: 100.00\n"
    following = demo / "haushalt" / "2025.yaml"
    following.write_text(f"{head}    uebertragung: 5.00\n", encoding="utf-8")
    done = budget("close", "2024", "--date", "2025-02-01")
    assert done.code == 0
    assert "4271305: 1.060,00 € bleiben übrig, im Haushalt 2025 fehlt dieses Konto aber." in done.err
    assert "4271200: in 2025 stehen schon 5,00 € als „uebertragung“, möglich wären 2.150,00 €." in done.err
    after = following.read_text(encoding="utf-8")
    assert after.startswith(f"{head}    uebertragung: 5.00\npositionen:\n")
    assert "4271305" not in after
    assert "H-2024-03: Der offene Auftrag bleibt stehen, im Haushalt 2025 fehlt das Konto 4271305." in done.err


def test_a_next_year_that_cannot_be_read_is_not_passed_over(budget: Callable[..., Ran], demo: Path) -> None:
    (demo / "haushalt" / "2025.yaml").write_text("stand: [beschlossen\n", encoding="utf-8")
    before = year(demo)
    done = budget("close", "2024", "--date", "2025-02-01")
    assert (done.code, "haushalt/2025.yaml ist nicht lesbar" in done.err) == (3, True)
    assert year(demo) == before
    assert "haushalt/2025.yaml ist nicht lesbar" in budget("check", "--year", "2025").err


def test_open_orders_go_on_with_their_lines(budget: Callable[..., Ran], demo: Path) -> None:
    following = demo / "haushalt" / "2025.yaml"
    head = "stand: beschlossen\nkonten:\n"
    head += "".join(f"  - konto: '{one}'\n    ansatz: 100.00\n" for one in ("4271200", "4271305"))
    following.write_text(head, encoding="utf-8")
    before = year(demo)
    done = budget("close", "2024", "--date", "2025-02-01")
    assert (done.code, "Achtung" in done.err) == (0, False)
    assert "Auftrag A-24-041: 480,00 € sind noch offen und gehen mit ihrer Position nach 2025." in done.err
    came = changed(before, year(demo))
    carried = [
        *("+      - datum: 2024-12-31", "+        art: Übertrag", "+        betrag: 480.00", "+        zu: A-24-041")
    ]
    assert came[came.index("+        zu: A-24-041") - 3 :][:4] == carried
    assert all(line.startswith("+") for line in came)
    assert following.read_text(encoding="utf-8").endswith(
        '  - id: H-2025-03\n    konto: "4271200"\n    massnahme: M-018\n    zweck: Faltblatt zur Einbürgerung\n'
        "    geplant: 400.00\n    buchungen:\n"
        "      - datum: 2025-01-01\n        art: Auftrag\n        betrag: 400.00\n        beleg: A-24-039\n"
    )
    assert "übertragen" in budget("show", "--year", "2024", "--explain", "H-2024-03", "--as-of", "2025-03-01").out
    after = year(demo), year(demo, "2025")
    assert budget("close", "2024", "--date", "2025-02-01").out.strip() == "unverändert"
    assert (year(demo), year(demo, "2025")) == after
    budget("book", "H-2025-03", "400.00", "--voucher", "R-25-1", "--settles", "A-24-039", "--date", "2025-03-01")
    told = budget("check", "--as-of", "2025-03-02", "--format", "plain").out
    assert "Fehler" not in told


def test_a_year_that_was_closed_hands_over_once_the_next_one_is_there(budget: Callable[..., Ran], demo: Path) -> None:
    first = budget("close", "2024", "--date", "2025-02-01")
    assert "H-2024-03: Auftrag A-24-041 ist mit 480,00 € noch offen." in first.err
    (demo / "haushalt" / "2025.yaml").write_text(
        "stand: beschlossen\nkonten:\n  - konto: '4271305'\n    ansatz: 100.00\n", encoding="utf-8"
    )
    assert budget("close", "2024").code == 0
    assert "        beleg: A-24-041" in year(demo, "2025")
    assert "    uebertragung: 1060.00" in year(demo, "2025")


def test_an_order_that_is_booked_in_the_next_year_already_is_not_booked_again(
    budget: Callable[..., Ran], demo: Path
) -> None:
    (demo / "haushalt" / "2025.yaml").write_text(
        "stand: beschlossen\nkonten:\n  - konto: '4271200'\n    ansatz: 900.00\npositionen:\n  - id: H-2025-01\n"
        "    konto: '4271200'\n    massnahme: M-018\n    geplant: 400.00\n    buchungen:\n      - datum: 2025-01-02\n"
        "        art: Auftrag\n        betrag: 400.00\n        beleg: A-24-039\n",
        encoding="utf-8",
    )
    budget("close", "2024", "--date", "2025-02-01")
    assert "\n".join(year(demo, "2025")).count("A-24-039") == 1
    assert "        zu: A-24-039" in year(demo)


def test_years_that_are_long_closed_stay_as_they_are(budget: Callable[..., Ran], demo: Path) -> None:
    before = [year(demo, one) for one in ("2022", "2023", "2024")]
    for one in ("2022", "2023"):
        done = budget("close", one)
        assert (done.code, done.out.strip()) == (0, "unverändert")
    assert [year(demo, one) for one in ("2022", "2023", "2024")] == before


def test_what_one_account_spent_of_another_does_not_go_on(budget: Callable[..., Ran], demo: Path) -> None:
    file = demo / "haushalt" / "2024.yaml"
    said = file.read_text(encoding="utf-8").replace("    geplant: 420.00", "    geplant: 1720.00", 1)
    file.write_text(said, encoding="utf-8")
    budget("book", "H-2024-06", "1720.00", "--settles", "A-24-034", "--voucher", "R-24-999", "--date", "2024-12-20")
    (demo / "haushalt" / "2025.yaml").write_text(
        "stand: beschlossen\nkonten:\n  - konto: '4271200'\n    ansatz: 1.00\n  - konto: '4271305'\n    ansatz: 1.00\n",
        encoding="utf-8",
    )
    told = budget("close", "2024", "--date", "2025-02-10").err
    spent = 3190 + 1720
    assert f"4271200: {6400 - spent:,}".replace(",", ".") + ",00 € gehen als Haushaltsrest nach 2025." in told


def test_more_than_there_is_cannot_be_transferred(budget: Callable[..., Ran], demo: Path) -> None:
    before = year(demo)
    refused = budget("transfer", "4271200", "4271305", "2500.01")
    assert (refused.code, "hat nur 2.500,00 €" in refused.err) == (3, True)
    assert year(demo) == before


def test_a_refund(budget: Callable[..., Ran], demo: Path) -> None:
    assert budget("book", "H-2024-04", "5.00", "--refund", "--voucher", "R-1").code == 0
    assert "        betrag: -5.00" in year(demo)


def test_what_else_goes_into_a_commit_is_told(budget: Callable[..., Ran], demo: Path, git: Git) -> None:
    git(demo, "stash", "--quiet")
    assert "schon vorher geändert" not in budget("book", "H-2024-04", "5.00", "--voucher", "R-1", "--commit").err
    file = demo / "haushalt" / "2024.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# von Hand\n", encoding="utf-8")
    assert (
        "haushalt/2024.yaml war schon vorher geändert"
        in budget("book", "H-2024-04", "6.00", "--voucher", "R-2", "--commit").err
    )
