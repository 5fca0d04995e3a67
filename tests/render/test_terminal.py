"""Text from the files is data on the terminal, and no line is wider than asked for."""

import io
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from concepts import concept
from ikonzept import loader, packaged
from ikonzept.render import status as screen
from ikonzept.render import terminal
from ikonzept.reports import status
from ikonzept.reports.measures import Selection

# --- pieces ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("Sprache und Bildung", "Sprache und Bildung"),
        ("Bürger*innen – „ja“", "Bürger*innen – „ja“"),
        ("[red]rot[/red]", "[red]rot[/red]"),
        ("eins\nzwei\r\n drei\t vier", "eins zwei drei vier"),
        ("\x1b[31mrot\x1b[0m", "�[31mrot�[0m"),
        ("\x1b]0;Titel\x07", "�]0;Titel�"),
        ("\x9b31m", "�31m"),
        ("a\u202egnp.exe", "a�gnp.exe"),
        ("\u2066links\u2069", "�links�"),
        ("unsicht\u200bbar", "unsicht�bar"),
        ("eins\u2028zwei", "eins zwei"),
        ("Silben\u00adtrennung", "Silben\u00adtrennung"),
        ("z.\u00a0B.", "z. B."),
        ("\ud800", "�"),
        ("\ue000", "�"),
    ],
)
def test_text_is_shown_on_one_line_and_harmless(given_: str, shown: str) -> None:
    assert terminal.clean(given_) == shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [(12, "Bildung 漢字"), (11, "Bildung 漢…"), (10, "Bildung…"), (8, "Bildung…"), (2, "B…"), (1, "…")],
)
def test_what_is_too_long_is_cut(width: int, shown: str) -> None:
    assert terminal.shorten("Bildung 漢字", width) == shown


texts = st.text(st.sampled_from("aäß 漢字\u0301🎉\n\t\x1b[]/\u202e|"), max_size=40)


@given(texts, st.integers(1, 40))
def test_a_cell_has_just_its_width(text: str, width: int) -> None:
    assert cell_len(terminal.fit(text, width)) == width
    assert cell_len(terminal.shorten(text, width)) <= width


@given(texts, st.lists(texts, max_size=6), st.integers(40, 120))
@example("", ["漢" * 40], 40)
def test_wrapped_lines_stay_inside(label: str, items: list[str], width: int) -> None:
    label = terminal.shorten(label, 16)
    for line in terminal.hanging(label, items, width, indent=18).plain.split("\n"):
        assert cell_len(line) <= width


@given(texts, texts, st.integers(40, 120))
def test_both_ends_of_a_line_stay_inside(left: str, end: str, width: int) -> None:
    for line in terminal.ends(terminal.clean(left * 5), terminal.shorten(end, 20), width).plain.split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize(
    ("parts", "largest", "expected"),
    [
        ([(5, "█"), (5, "▒")], 10, "█████▒▒▒▒▒"),
        ([(1, "█"), (99, "▒")], 100, "█▒▒▒▒▒▒▒▒▒"),  # what exists is seen
        ([(0, "█"), (0, "▒")], 0, ""),
        ([(1, "█")], 2, "█████"),
    ],
)
def test_bars_have_one_scale(parts: list[tuple[int, str]], largest: int, expected: str) -> None:
    assert terminal.bar(parts, largest, 10) == expected


def test_markup_and_control_sequences_never_reach_the_terminal() -> None:
    stream = io.StringIO()
    target = terminal.console(stream, "always")
    target.print(Text(terminal.clean("[red]rot[/red] :smile: \x1b[2J \x1b]8;;http://x\x07Verweis")))
    assert stream.getvalue() == "[red]rot[/red] :smile: �[2J �]8;;http://x�Verweis\n"


@pytest.mark.parametrize(
    ("environment", "color", "coloured"),
    [
        ({}, "auto", False),  # no terminal
        ({"NO_COLOR": "1"}, "auto", False),
        ({}, "always", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_when_there_is_colour(
    environment: dict[str, str], color: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    terminal.console(stream, color).print(Text("rot", style="bold red"))
    assert ("\x1b[" in stream.getvalue()) is coloured


@pytest.mark.parametrize(
    ("columns", "width"), [(None, 100), ("80", 80), ("30", 40), ("300", 120), ("120", 120), ("viele", 100)]
)
def test_the_width_to_lay_out_for(columns: str | None, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert terminal.columns(io.StringIO()) == width


# --- the screen of status --------------------------------------------------------------------------------------------

LONG = "Donaudampfschifffahrtsgesellschaftskapitän mit 漢字 und sehr langem Namen, der nirgends hineinpasst"
WIDE = f"""
=== konzept.yaml
format: 1
titel: {LONG}, {LONG}
koerperschaft: {{name: L, art: Landkreis, land: NI, ags: "03157"}}
federfuehrung: referat
stellen: {{referat: {{name: "{LONG}"}}}}
=== handlungsfelder/{"sehr-langes-handlungsfeld-" * 5}.yaml
titel: {LONG}
=== handlungsfelder/kurz.yaml
titel: Kurz
=== massnahmen/M-002.yaml
titel: {LONG}
handlungsfeld: {"sehr-langes-handlungsfeld-" * 5}
art: Projekt
federfuehrung: referat
laufzeit: {{ende: 2024-01-01}}
verlauf: [{{datum: 2023-01-01, status: in Umsetzung}}]
=== massnahmen/{"M-lang-" * 12}.yaml
titel: {LONG}
handlungsfeld: kurz
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-10-01
    status: nicht weiterverfolgt
    grund: {LONG}
=== massnahmen/M-004.yaml
titel: Ruht
handlungsfeld: kurz
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-10-01
    status: zurückgestellt
    grund: {LONG}
=== massnahmen/M-005.yaml
titel: Unbekannt
handlungsfeld: gibt-es-nicht
art: Projekt
federfuehrung: referat
=== fortschreibungen/{"2023-" * 12}.yaml
titel: {LONG}
art: ersetzt
status: beschlossen
vorgaenger: {"2022-" * 12}
vorlage: {"2023/" * 12}1
beschlossen_am: 2023-01-01
naechste_fortschreibung: 2023-06
=== fortschreibungen/{"2024-" * 12}.yaml
titel: {LONG}
art: ersetzt
status: Beratung
=== fortschreibungen/{"2025-" * 12}.yaml
titel: {LONG}
art: ersetzt
status: beschlossen
beschlossen_am: 2025-01-01
=== haushalt/2024.yaml
stand: vorläufig
konten:
  - {{konto: 1111.1111.1111.1111/42712000, bezeichnung: "{LONG}", ansatz: 999999999.99}}
  - {{konto: "42713050", bezeichnung: Überzogen, ansatz: 1}}
positionen:
  - {{id: H-1, konto: "42713050", geplant: 1, massnahme: M-002, ist: 899999999.99}}
=== vorlagen/{"2024-" * 12}1.md
---
titel: {LONG}
art: Beschlussvorlage
status: öffentlich
beratungsfolge: [{{gremium: {"ausschuss-" * 12}, zustaendigkeit: Entscheidung, termin: 2024-12-01, oeffentlich: ja}}]
---
=== beteiligung/{"2024-09-14-forum-" * 8}.yaml
titel: {LONG}
datum: 2024-09-14
anregungen: [{{nummer: 1, text: Offen.}}, {{nummer: 2, text: Offen.}}]
=== foerderungen/f.yaml
titel: {LONG}
geber: Land
betrag: 1
verwendungsnachweis_bis: 2024-01-01
=== monitoring/kennzahlen/a.yaml
titel: {LONG}
einheit: Personen
=== monitoring/werte/a.csv
jahr;wert
2023;123456789012
"""


@cache
def overviews() -> tuple[status.Overview, ...]:
    day = date(2024, 10, 15)
    template = loader.load({path: raw.decode() for path, raw in packaged.template().items()}).concept
    git = status.GitState(("massnahmen/" + "M-lang-" * 12, "a.yaml"), shallow=True, edition_tags=frozenset())
    tally = status.Tally(1234, 5678, 9012)
    wide = concept(WIDE)
    return tuple(
        status.build(found, day, tally=tally, selection=selection, git=known, edition=edition, unreadable=unreadable)
        for found, known in ((wide, git), (wide, None), (template, None), (loader.load({}).concept, None))
        for selection in (Selection(), Selection(field="kurz"), Selection(unit="referat"))
        for edition, unreadable in ((None, ()), ("2022-" * 12, ("massnahmen/" + "M-lang-" * 12, "b.yaml")))
    )


@pytest.mark.parametrize("width", range(40, 121))
def test_no_line_of_the_screen_is_wider_than_asked_for(width: int) -> None:
    for overview in overviews():
        for line in screen.lines(overview, width):
            for part in line.plain.split("\n"):
                assert cell_len(part) <= width or " " not in part.strip(), part  # a word of a command is never cut


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_number_is_on_the_screen_at_any_width(width: int) -> None:
    shown = "\n".join(line.plain for line in screen.lines(overviews()[0], width))
    for number in ("1.000.000.000,99", "899.999.999,99", "−899.999.998,99", "1234", "123.456.789.012"):
        assert number in shown


def test_a_list_loses_nothing_and_hides_nothing() -> None:
    items = ["Mittel 2023 + 450,00 €", "massnahmen/" + "x" * 60 + ".yaml", "a\nb\x1b[31m"]
    shown = terminal.hanging("Vollzug", items, 40, indent=9).plain
    assert all(cell_len(line) <= 40 for line in shown.split("\n"))
    joined = "".join(shown.removeprefix("Vollzug").split())
    assert joined == "".join(" · ".join(items[:2]).split()) + "·ab\N{REPLACEMENT CHARACTER}[31m"
