"""The Umsetzungsbericht as people read it: one outline for all forms, charts with their tables, text that stays text."""

import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import browser
import everything
import pages
from canaries import SECRET_PAPER, filled
from concepts import concept
from ikonzept import loader
from ikonzept.model.concept import Concept
from ikonzept.model.public import public
from ikonzept.render.sachstand.blocks import Figure, Grid, Item, Listing, Sheet
from ikonzept.render.sachstand.charts import axis_of, bars, lines
from ikonzept.render.sachstand.html import html
from ikonzept.render.sachstand.markdown import markdown
from ikonzept.render.sachstand.outline import outline
from ikonzept.render.sachstand.terminal import lines as screen
from ikonzept.reports.measures import Selection
from ikonzept.reports.sachstand.period import Origin, Period, period
from ikonzept.reports.sachstand.report import Report, build
from ikonzept.sources import Tree

UNTIL = date(2024, 10, 15)
PERIOD = Period(date(2024, 1, 1), UNTIL, Origin.DAY)


@pytest.fixture(scope="module")
def found(made_demo: Path) -> Concept:
    return loader.load(Tree(made_demo)).concept


@pytest.fixture(scope="module")
def report(found: Concept) -> Report:
    """That of the demo on the day its story ends, for everyone."""
    return build(public(found), period(found, None, UNTIL))


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return html(report)


@pytest.fixture(scope="module")
def root(page: str) -> pages.Element:
    return pages.read(page)


# --- what is said --------------------------------------------------------------------------------------------------


def test_every_measure_is_told_once_in_every_form(report: Report, root: pages.Element) -> None:
    names = [item.id for field in report.fields for item in field.measures]
    assert len(names) == 25
    articles = [item.attributes["aria-labelledby"] for item in root.all("article")]
    assert articles == [f"m-{name}" for name in names]
    heads = re.findall(r"^### (M-\d{3}) ", markdown(report), re.MULTILINE)
    assert heads == names


def test_all_forms_say_the_same(report: Report, root: pages.Element) -> None:
    seen = " ".join(root.words(without=("sr",)).split())
    written = re.sub(r"\\(.)", r"\1", markdown(report)).replace("**", "").replace("*", "")
    for section in outline(report).sections:
        for block in section.blocks:
            said: list[str] = []
            if isinstance(block, Sheet):
                said = [block.title, block.status, *(value for _, value in block.facts)]
                said += [part for item in block.entries for part in (item.day, item.step, *item.notes) if part]
            elif isinstance(block, Listing):
                said = [block.title, *(part for item in block.items for part in (item.name, item.step, item.text))]
                said += [part for item in block.items for part in item.notes]
                said += [name for item in block.items if item.links for name, _ in item.links.found]
            elif isinstance(block, Figure):
                said = [cell for row in block.grid.rows for cell in row]
            for part in said:
                assert " ".join(part.split()) in seen
                assert " ".join(part.split()) in " ".join(written.split())


def test_a_section_without_content_is_left_out() -> None:
    small = build(concept(), Period(date(2023, 1, 1), UNTIL, Origin.DAY))
    assert [section.anchor for section in outline(small).sections] == ["ueberblick", "veraenderungen", "feld-1"]
    nothing = build(Concept(), PERIOD)
    assert [section.anchor for section in outline(nothing).sections] == ["ueberblick"]
    for form in (html(nothing), markdown(nothing), "\n".join(line.plain for line in screen(nothing, 80, ""))):
        assert "keine" in form


def test_no_section_list_or_table_is_empty(report: Report) -> None:
    for section in outline(report).sections:
        assert section.blocks
        for block in section.blocks:
            assert not isinstance(block, Listing) or block.items
            assert not isinstance(block, Grid) or block.rows


def test_nothing_reported_is_named() -> None:
    text = "=== massnahmen/M-001.yaml\ntitel: Pool\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\nverlauf: [{datum: 2023-05-01, status: begonnen}]"
    silent = build(concept(text), PERIOD)
    (sheet,) = [block for part in outline(silent).sections for block in part.blocks if isinstance(block, Sheet)]
    assert (sheet.entries, sheet.silence) == ((), "Seit dem 01.01.2024 nichts berichtet.")
    assert "Seit dem 01.01.2024 nichts berichtet: 1 Maßnahme" in markdown(silent)


def test_a_reason_is_told_once(report: Report) -> None:
    written = markdown(report)
    sheet = written[written.index("### M-008") : written.index("### M-023")]
    assert sheet.count("Die Koordinationsstelle beim Träger") == 1


def test_money_that_has_gone_over_says_where_it_stays(report: Report) -> None:
    written = markdown(report)
    assert written.count("Die Mittel von M-004 bleiben bei M-004; wie es weitergeht, steht bei M-015.") == 1
    assert "Diese Beträge gehören zu M-004 und zählen bei M-015 nicht noch einmal." in written


YEAR = """
=== haushalt/2024.yaml
stand: {state}
konten: [{{konto: "4271305", ansatz: 500.00}}, {{konto: "4271200", ansatz: 100.00}}]
positionen: [{{id: H-1, konto: "4271305", massnahme: M-001, geplant: 400.00, ist: 700.00}}]
"""


def test_an_account_that_is_exceeded_says_so() -> None:
    page = html(build(concept(YEAR.format(state="beschlossen")), PERIOD))
    assert "500,00, um 200,00 überschritten" in pages.read(page).words()


def test_accounts_of_which_a_selection_used_nothing_are_left_out() -> None:
    told = build(concept(YEAR.format(state="beschlossen")), PERIOD, Selection(field="bildung"))
    written = markdown(told)
    assert "4271305" in written
    assert "4271200" not in written
    nothing = build(concept(YEAR.format(state="beschlossen")), PERIOD, Selection(unit="caritas"))
    assert [section.anchor for section in outline(nothing).sections] == ["ueberblick"]
    assert "4271305" not in "\n".join(line.plain for line in screen(nothing, 100, ""))


def test_a_closed_year_says_so_and_what_became_of_the_rest(report: Report, root: pages.Element) -> None:
    screened = "\n".join(line.plain for line in screen(report, 100, ""))
    for form in (" ".join(root.words().split()), markdown(report), screened):
        assert "Nicht ausgegeben: 1.301,60 €, davon 400,00 €" in form
        assert "2023, abgeschlossen" in form
    closed = screened[screened.index("Mittel 2023, abgeschlossen") : screened.index("Mittel 2024 ")]
    assert "verfügbar" not in closed
    assert "knapp" not in closed


def test_the_head_names_the_decision(report: Report) -> None:
    assert "**Geltende Fortschreibung:** 2023 (Vorlage 2023/051, Kreistag 21.06.2023)" in markdown(report)


def test_what_is_proposed_stands_apart_from_what_is_planned(report: Report) -> None:
    assert "**Stand:** vorgeschlagen 5 (Entwurf 2024) · geplant 1 · läuft 12" in markdown(report)
    assert "geplant oder vorgeschlagen" in html(report)


@pytest.mark.parametrize(("state", "said"), [("Entwurf", "noch ein Entwurf"), ("vorläufig", "§ 116 NKomVG")])
def test_a_budget_that_is_not_adopted_says_so(state: str, said: str) -> None:
    assert said in html(build(concept(YEAR.format(state=state)), PERIOD))


# --- goals ---------------------------------------------------------------------------------------------------------


def aims(report: Report) -> list[tuple[str, Item]]:
    """The goals as they are told, each with its section."""
    return [
        (section.anchor, item)
        for section in outline(report).sections
        for block in section.blocks
        if isinstance(block, Listing) and block.look == "goals"
        for item in block.items
    ]


def test_every_goal_is_told_once_in_its_field(report: Report, root: pages.Element) -> None:
    told = aims(report)
    expected = [(f"feld-{n}", goal.text) for n, field in enumerate(report.fields, 1) for goal in field.goals]
    assert [(anchor, str(item.text)) for anchor, item in told] == expected
    assert len(told) == 15
    seen, written = root.words(), markdown(report)
    for _, item in told:
        assert seen.count(item.text) == written.count(item.text) == 1


def test_goals_stand_before_the_measures_and_lead_to_them(root: pages.Element) -> None:
    for section in (item for item in root.all("section") if item.has("field")):
        kinds = [item.tag for item in section.walk() if item.has("goals") or item.tag == "article"]
        assert kinds[0] == "ul"
        assert kinds.count("ul") == 1
    links = [link for part in root.all("ul") if part.has("goals") for link in part.all("a")]
    assert len(links) == 25  # each measure of the demo serves one goal
    assert all(link.words().split()[0] == link.attributes["href"].removeprefix("#m-") for link in links)


def test_what_a_draft_says_of_goals_is_said_to_be_a_draft(report: Report) -> None:
    steps = {f"{anchor} {item.name}": item.step for anchor, item in aims(report) if item.step}
    assert steps == {"feld-5 Ziel 1": "im Entwurf 2024: teilweise erreicht", "feld-5 Ziel 3": "neu im Entwurf 2024"}


def test_a_goal_that_continues_one_told_before_says_how_that_was_assessed(found: Concept) -> None:
    now, then = ("2023", "2022")
    written = {since: markdown(build(public(found), period(found, since, UNTIL))) for since in (now, then)}
    assert "Setzt Ziel 2 (nicht beurteilbar) fort" in written[now]
    assert "Setzt Ziel 2" not in written[then]  # there it is told with the old goal
    assert "Beendet mit der Fortschreibung 2023, die seit dem 01.07.2023 gilt · Weiter mit Ziel 3" in written[then]


FIELDS = """
=== handlungsfelder/bildung.yaml
titel: Bildung
ziele:
  - {nummer: 1, text: Eins}
  - {nummer: 2, text: Zwei, bewertung: {ergebnis: erreicht}, beendet_mit: "2024"}
  - {nummer: 3, text: Drei, setzt_fort: [bildung.2]}
=== handlungsfelder/sport.yaml
titel: Sport
ziele:
  - {nummer: 1, text: Laufen, setzt_fort: [bildung.2], bewertung: {ergebnis: nicht erreicht}}
=== fortschreibungen/2024.yaml
titel: Vier
art: Erstfassung
"""
ADOPTED = "status: beschlossen\nbeschlossen_am: 2024-06-01\n"


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (ADOPTED, "4, davon 2 bewertet: 1 erreicht, 1 nicht erreicht"),
        ("status: Entwurf\n", "2 · im Entwurf 2024: 2 bewertet (1 erreicht, 1 nicht erreicht), 2 neu"),
        (f"{ADOPTED}wirksam_ab: 2025-01-01\n", "2 · ab 01.01.2025: 2 bewertet (1 erreicht, 1 nicht erreicht), 2 neu"),
    ],
)
def test_goals_in_figures(edition: str, said: str) -> None:
    told = build(concept(FIELDS + edition), PERIOD)
    assert f"- **Ziele:** {said}" in markdown(told)
    assert f"Ziele                   {said}" in "\n".join(line.plain for line in screen(told, 100, ""))


def test_without_goals_nothing_is_said_of_them() -> None:
    told = build(concept("=== handlungsfelder/bildung.yaml\ntitel: Bildung"), PERIOD)
    assert aims(told) == []
    assert all("Ziel" not in form for form in (pages.read(html(told)).words(), markdown(told)))


def test_a_field_without_measures_says_so() -> None:
    told = build(concept(FIELDS + ADOPTED), PERIOD)
    assert [section.title for section in outline(told).sections if section.count] == ["Bildung", "Sport"]
    sport = markdown(told).partition("## Handlungsfeld: Sport")[2]
    assert "- **Maßnahmen:** keine" in sport
    assert "Dazu gibt es keine Maßnahme." in sport
    assert "Setzt Ziel 2 in „Bildung“ fort" not in sport  # that stands with the goal that it continues
    assert "Weiter mit Ziel 3, Ziel 1 in „Sport“" in markdown(told)
    assert "in 1 Handlungsfeld" not in markdown(told)


def test_the_screen_lists_the_goals_that_were_assessed(report: Report) -> None:
    shown = " ".join(" ".join(line.plain for line in screen(report, 100, "")).split())
    assert "Bewertet: 1 Ziel Verwaltung und Vielfalt, Ziel 1 (im Entwurf 2024: teilweise erreicht)" in shown
    assert "erhalten Sprachmittlung innerhalb" not in shown


# --- what is told elsewhere is not told again ------------------------------------------------------------------------


def test_an_ended_term_is_told_where_nothing_else_says_it(report: Report) -> None:
    told = {one.id for one in report.outcomes.ended}
    assert told == {"M-006", "M-007", "M-010", "M-019", "M-021"}  # completed or overdue, all of them
    assert "Laufzeit zu Ende:" not in markdown(report)
    rest = "=== massnahmen/M-001.yaml\ntitel: Pool\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\nlaufzeit: {ende: 2024-10-15}\nverlauf: [{datum: 2024-09-01, status: begonnen}]"
    assert "Laufzeit zu Ende: 1 Maßnahme" in markdown(build(concept(rest), PERIOD))


def test_what_is_late_is_said_in_a_word_beside_the_status(report: Report) -> None:
    sheets = {
        block.anchor: block for part in outline(report).sections for block in part.blocks if isinstance(block, Sheet)
    }
    assert (sheets["m-M-007"].marks, sheets["m-M-007"].obstacles) == (("überfällig",), ())
    assert (sheets["m-M-003"].marks, sheets["m-M-003"].obstacles) == (("ohne neuen Sachstand",), ())


# --- the page ------------------------------------------------------------------------------------------------------


def test_headings_are_in_order(root: pages.Element) -> None:
    levels = [int(item.tag[1]) for item in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_says_what_it_holds(root: pages.Element) -> None:
    tables = root.all("table")
    assert len(tables) > 8
    for table in tables:
        (caption,) = table.all("caption")
        assert caption.words(without=()).strip()
        assert all(head.attributes["scope"] in {"col", "row"} for head in table.all("th"))
        width = len(table.all("thead")[0].all("th"))
        assert {len(row.all("th", "td")) for row in table.all("tr")} == {width}


def test_every_chart_has_words_and_its_table(root: pages.Element) -> None:
    figures = root.all("figure")
    assert len(figures) == 7
    for figure in figures:
        chart = next(item for item in figure.all("svg") if item.has("chart"))
        assert chart.attributes["role"] == "img"
        (title,), (said,) = chart.all("title"), chart.all("desc")
        assert title.words().strip()
        assert said.words().strip()
        assert chart.attributes["aria-labelledby"].split() == [title.attributes["id"], said.attributes["id"]]
        assert figure.all("table")


def test_ids_are_unique_and_links_lead_somewhere(root: pages.Element) -> None:
    ids = [item.attributes["id"] for item in root.walk() if "id" in item.attributes]
    assert len(ids) == len(set(ids))
    links = [item.attributes["href"] for item in root.all("a")]
    assert len(links) > 30
    assert {link.removeprefix("#") for link in links} <= set(ids)
    named = [item.attributes["aria-labelledby"] for item in root.walk() if "aria-labelledby" in item.attributes]
    assert {name for names in named for name in names.split()} <= set(ids)


def test_the_page_stands_alone(page: str, root: pages.Element) -> None:
    assert not root.all("script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    for item in root.walk():
        assert not {"src", "style", "action"} & item.attributes.keys()
        assert not [name for name in item.attributes if name.startswith("on")]
    policy = next(item.attributes["content"] for item in root.all("meta") if "http-equiv" in item.attributes)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_words_of_the_files_are_german_on_an_english_page(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKONZEPT_LANG", "en")
    english = pages.read(html(report))
    assert english.all("html")[0].attributes["lang"] == "en"
    measures = [item for item in english.all("h3") if "id" in item.attributes]
    assert {item.attributes.get("lang") for item in measures} == {"de"}
    assert {item.attributes.get("lang") for item in english.all("span") if item.has("word")} == {"de"}


@pytest.mark.parametrize(("dark", "width"), [(False, 1200), (True, 1200), (False, 390)], ids=["light", "dark", "phone"])
def test_axe_finds_nothing(dark: bool, width: int, page: str, tmp_path: Path) -> None:
    told = browser.axe_says(page, tmp_path, dark=dark, width=width)
    assert told["violations"] == []
    assert told["rules"] > 20


def test_axe_finds_nothing_in_an_internal_page_of_one_unit(found: Concept, tmp_path: Path) -> None:
    page = html(build(found, PERIOD, Selection(unit="caritas"), unreadable=["massnahmen/M-099.yaml"]), internal=True)
    assert browser.axe_says(page, tmp_path, dark=True)["violations"] == []


def test_intern_stands_on_every_printed_page(found: Concept, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    paper = browser.printed(html(build(found, PERIOD), internal=True), tmp_path)
    told = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    sheets = told.split("\f")[:-1]
    assert len(sheets) > 10
    assert all("INTERN" in "".join(sheet.split()) for sheet in sheets)


# --- charts --------------------------------------------------------------------------------------------------------


def percent(text: str) -> Decimal:
    assert text.endswith("%")
    return Decimal(text.removesuffix("%"))


SIZES = st.lists(st.lists(st.integers(0, 99_999), min_size=1, max_size=5), min_size=1, max_size=6)


@given(SIZES)
def test_bars_are_to_scale(sizes: list[list[int]]) -> None:
    rows = [("R", "", [(str(kind), Decimal(size), str(size)) for kind, size in enumerate(row)]) for row in sizes]
    found = bars("", rows, [(str(kind), f"Art {kind}") for kind in range(5)])
    largest = max(map(sum, sizes))
    for bar, row in zip(found.bars, sizes, strict=True):
        assert len(bar.pieces) == sum(size > 0 for size in row)
        wide = sum((percent(piece.width) for piece in bar.pieces), start=Decimal(0))
        assert not largest or abs(wide - Decimal(sum(row) * 100) / largest) < Decimal("0.1")
        assert all(
            abs(percent(a.x) + percent(a.width) - percent(b.x)) < Decimal("0.05") for a, b in pairwise(bar.pieces)
        )
    assert [kind for kind, _ in found.legend] == sorted({piece.kind for bar in found.bars for piece in bar.pieces})


YEARS = st.dictionaries(st.integers(1990, 2030), st.integers(-500, 200_000), min_size=1, max_size=12)


@given(YEARS, st.sets(st.integers(1990, 2030), max_size=2), st.none() | st.integers(-500, 200_000))
def test_a_line_stays_on_its_chart(years: dict[int, int], breaks: set[int], target: int | None) -> None:
    values = [(year, Decimal(value), "") for year, value in sorted(years.items())]
    goal = (Decimal(target), "Ziel") if target is not None else None
    found = lines("", values, [(year, "neu") for year in sorted(breaks)], goal)
    assert all(0 <= percent(point.x) <= 100 and 0 < point.y < found.height for point in found.points)
    assert all(percent(a.x) < percent(b.x) for a, b in pairwise(found.points))
    for (_, low, _), (_, high, _), a, b in (
        (*pair, *points) for pair, points in zip(pairwise(values), pairwise(found.points), strict=True)
    ):
        assert (low < high and a.y >= b.y) or (low > high and a.y <= b.y) or (low == high and a.y == b.y)
    torn = sum(any(old < year <= new for year in breaks) for (old, _, _), (new, _, _) in pairwise(values))
    assert len(found.strokes) == len(values) - 1 - torn
    assert found.target is None or 0 < int(found.target.at) < found.height


NUMBERS = st.lists(st.decimals(-500_000, 500_000, places=2), min_size=1, max_size=8)


@given(NUMBERS)
def test_an_axis_holds_its_values_between_round_ends(values: list[Decimal]) -> None:
    low, high = axis_of(values)
    assert low < high
    assert low <= min(values) <= max(values) <= high
    assert low <= 0 <= high or min(values) >= max(values) / 2 or max(values) < 0


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["130601", "136983"], (130_000, 137_000)),
        (["7401", "15905"], (0, 16_000)),
        (["61", "164", "250"], (0, 260)),
        (["100", "100"], (0, 100)),
        (["0"], (0, 1)),
        (["-40", "20"], (-40, 20)),
        (["5.5", "6.1"], (Decimal("5.5"), Decimal("6.1"))),
    ],
)
def test_the_ends_of_an_axis(values: list[str], expected: tuple[int, int]) -> None:
    assert axis_of([Decimal(value) for value in values]) == expected


def test_an_axis_that_does_not_begin_at_zero_says_so(root: pages.Element) -> None:
    told = {}
    for figure in root.all("figure"):
        if figure.has("over-years"):
            chart = next(item for item in figure.all("svg") if item.has("chart"))
            (caption,), (title,), (said,) = figure.all("figcaption"), chart.all("title"), chart.all("desc")
            cut = ["Achse beginnt bei" in item.words() for item in (caption, title, said)] + [bool(chart.all("path"))]
            assert len(set(cut)) == 1
            told[caption.words().split(" (")[0].strip()] = cut[0]
    assert told["Bevölkerung"] is True
    assert sum(told.values()) == 1


# --- public and hostile --------------------------------------------------------------------------------------------

LONG = Period(date(2000, 1, 1), date(9000, 1, 1), Origin.DAY)


@cache
def canaries(paper: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """All forms for everyone of a concept with a canary in each field, the secret canaries, and the public ones."""
    found, filling = filled(paper)
    told = build(public(found), LONG)
    return html(told) + markdown(told), frozenset(filling.secret), frozenset(filling.visible)


@pytest.mark.parametrize("paper", ["2022-094", SECRET_PAPER])
def test_no_secret_is_handed_on(paper: str) -> None:
    written, secret, visible = canaries(paper)
    assert [value for value in secret if value in written] == []
    assert sum(value in written for value in visible) > 10


def test_the_canaries_would_be_seen() -> None:
    found, filling = filled("2022-094")
    told = html(build(found, LONG), internal=True)
    assert len([value for value in filling.secret if value in told]) >= 4


HOSTILE = (
    "[red]x[/]\x1b[31m<script>alert(1)</script>|`a` **b** ![i](http://x) &amp; =cmd|'x'!A1\n# Kopf\n\n- Punkt\u202e"
)


@pytest.fixture(scope="module")
def hostile() -> Report:
    """Every text is hostile."""
    return build(
        loader.load(everything.files(lambda *_: HOSTILE)).concept, PERIOD, unreadable=[f"massnahmen/{HOSTILE}"]
    )


def test_hostile_texts_are_text_on_the_page(hostile: Report) -> None:
    page = html(hostile, internal=True)
    root = pages.read(page)
    assert not root.all("script")
    assert "<script>alert(1)</script>" in root.words()
    assert not set("\x1b\u202e") & set(page)


def test_hostile_texts_are_text_in_markdown(hostile: Report) -> None:
    shown = markdown(hostile, internal=True)
    bare = re.sub(r"\\.", "", shown)
    assert "script" in bare
    assert not set("<>`[]&!\x1b\u202e") & set(bare)
    assert not re.search(r"^# Kopf|^- Punkt", shown, re.MULTILINE)
    for table in re.findall(r"(?:^\|.*\n)+", bare, re.MULTILINE):
        assert len({line.count("|") for line in table.splitlines()}) == 1


def test_the_source_of_a_single_value_is_text_too() -> None:
    text = "=== monitoring/kennzahlen/a.yaml\ntitel: A*B*\neinheit: Personen\nquelle: <b>Amt</b>\n=== monitoring/werte/a.csv\njahr;merkmal;wert;stand;hinweis\n2023;;80;;\n"
    told = build(concept(text), PERIOD)
    assert "A\\*B\\*: Quelle: \\<b\\>Amt\\</b\\>" in markdown(told)
    assert "A*B*: Quelle: <b>Amt</b>" in pages.read(html(told)).words()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_hostile_texts_are_text_on_the_screen(hostile: Report, width: int) -> None:
    shown = "\n".join(line.plain for line in screen(hostile, width, ""))
    assert all(character.isprintable() or character == "\n" for character in shown)
