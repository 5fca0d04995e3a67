"""What people see of a table that came back: golden, and never wider than the screen."""

from collections.abc import Callable

import pytest

from ikonzept.model.words import TableColumn
from ikonzept.render import measure_import as render
from tabled import Round, filled, minimal

STATE = minimal("""\
=== massnahmen/M-001.yaml
titel: "Sprach[bold]mittler\\u001b[31mpool"
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
ausblick: offen
verlauf:
  - datum: 2024-09-01
    status: in Umsetzung
    sachstand: Zwölf Personen sind geschult, sechs weitere stehen auf der Warteliste und kommen im Frühjahr dran.
""")
CELLS = {
    "M-001": {
        "Sachstand neu": "Achtzehn Personen.\n- Dari\n- Tigrinya",
        "Status neu": "zurückgestellt",
        "Grund": "Stelle unbesetzt",
        "Ausblick neu": "Ausbau",
    },
    "neu": {
        "Titel": "Lesekreis",
        "Handlungsfeld": "Bildung",
        "Art": "Projekt",
        "Federführung": "Caritas",
        "Sachstand neu": "Idee",
    },
}
WRONG = {
    "M-001": {"Datum": "1.10.22", "Sachstand neu": "x", "Titel": "Anders", "Status neu": "fertig", "Vorlage": "2024/1"},
    "neu": {"Titel": "Lesekreis", "Handlungsfeld": "Bildun", "Federführung": "=1+1"},
}
OWN_LIST = "Projekt;Zuständig;Sachstand;Ort\nLesekreis in Peine;Caritas;Raum gefunden;Peine\n"


def shown(width: int) -> str:
    """Every screen there is."""
    raw = filled(STATE.out(), CELLS)
    later = Round({path: f"{text}# neu\n" for path, text in STATE.files.items()})
    conflicts = later.back(raw)[1]
    table, wrong = STATE.back(filled(STATE.out(), WRONG))
    own, _ = STATE.back(OWN_LIST.encode())
    without = later.back(b"Kennung;Titel;Sachstand neu\nM-001;Anders;x\n")[1]
    parts = (
        (line.plain for line in render.lines(STATE.back(raw)[1], STATE.known().vocabulary, width)),
        (line.plain for line in render.lines(conflicts, STATE.known().vocabulary, width)),
        render.why_conflicts([*conflicts.conflicts, *without.conflicts]),
        render.problems(table, wrong.problems),
        (line.plain for line in render.proposal(own, "liste.csv", {}, width)),
        (line.plain for line in render.lines(STATE.back(STATE.out())[1], STATE.known().vocabulary, width)),
    )
    return "\n----\n".join("\n".join(part) for part in parts) + "\n"


def test_screens(golden: Callable[[str, str], None]) -> None:
    golden("measure-import.txt", shown(100))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_nothing_is_wider_than_the_screen_and_nothing_is_a_command_to_it(width: int) -> None:
    told = shown(width)
    assert "\x1b" not in told
    screens = told.split("\n----\n")
    assert max(len(line) for place in (0, 1, 4) for line in screens[place].split("\n")) <= width


def test_many_are_counted() -> None:
    files = {f"massnahmen/M-{number:03}.yaml": STATE.files["massnahmen/M-001.yaml"] for number in range(1, 41)}
    state = Round({**STATE.files, **files})
    cells = {f"M-{number:03}": {"Sachstand neu": "neu"} for number in range(1, 41)}
    told = [
        line.plain for line in render.lines(state.back(filled(state.out(), cells))[1], state.known().vocabulary, 100)
    ]
    assert "  und noch 15" in told
    assert sum("Sachstand vom" in line for line in told) == 25


def test_the_columns_of_a_table_are_words_that_are_no_field_of_it() -> None:
    assert len({column.casefold() for column in TableColumn}) == len(TableColumn)
