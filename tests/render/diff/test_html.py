"""The Synopse as a page: its structure, its marks, and that text from the files stays text."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import pages
from conftest import Ran
from ikonzept import loader
from ikonzept.checks.examples.minimal import MINIMAL, parse
from ikonzept.render.diff.html import html
from ikonzept.reports.diff.change import Diff, Side
from ikonzept.reports.diff.compare import compare
from ikonzept.reports.diff.files import TextPair, compare_files
from ikonzept.reports.diff.sides import Sides

Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def page(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Synopse of the demo's open edition."""
    from ikonzept.cli import main

    file = tmp_path_factory.mktemp("synopse") / "synopse.html"
    assert main(["diff", "2023", "2024", "-C", str(made_demo), "--format", "html", "--output", str(file)]) == 0
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def root(page: str) -> pages.Element:
    return pages.read(page)


def texts(old: str | None, new: str | None, title: str | None = None) -> str:
    found = compare_files([TextPair("", "alt.md", "neu.md", old, new)], Side("alt.md"), Side("neu.md"), (), title)
    return html(found)


def diff(old: str, new: str, edition: str | None = None) -> Diff:
    before, after = (loader.load({**MINIMAL, **parse(text)}) for text in (old, new))
    sides = Sides(before.concept, after.concept, after.concept.editions.get(edition or ""))
    return compare(sides, Side("alt"), Side("neu"))


def cells(page: str) -> list[list[str]]:
    """The rows of the Synopse as they are seen, with marks."""
    table = next(item for item in pages.read(page).all("table") if item.has("synopsis"))
    rows = [row.all("td") for body in table.all("tbody") for row in body.all("tr")]
    return [[" ".join(cell.words(without=("sr", "label")).split()) for cell in row] for row in rows if row]


# --- structure -----------------------------------------------------------------------------------------------------


def test_headings_are_in_order(root: pages.Element) -> None:
    levels = [int(item.tag[1]) for item in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 3


def test_every_table_says_what_it_holds(root: pages.Element) -> None:
    tables = root.all("table")
    assert len(tables) > 10
    for table in tables:
        (caption,) = table.all("caption")
        assert caption.words().strip()
        assert table.all("thead")
        assert all("scope" in head.attributes for head in table.all("th"))
        assert {head.attributes["scope"] for head in table.all("thead")[0].all("th")} == {"col"}


def test_every_row_fills_the_table(root: pages.Element) -> None:
    for table in root.all("table"):
        width = len(table.all("thead")[0].all("th"))
        for body in table.all("tbody", "tfoot"):
            held = 0  # columns that a cell above reaches into
            rows = body.all("tr")
            for index, row in enumerate(rows):
                own = sum(int(cell.attributes.get("colspan", 1)) for cell in row.all("td", "th"))
                assert own + (1 if index <= held and held else 0) == width
                spans = [int(cell.attributes["rowspan"]) for cell in row.all("td") if "rowspan" in cell.attributes]
                held = index + spans[0] - 1 if spans else held
            assert held < len(rows) or not rows


def test_ids_are_unique_and_links_lead_somewhere(root: pages.Element) -> None:
    ids = [item.attributes["id"] for item in root.walk() if "id" in item.attributes]
    assert len(ids) == len(set(ids))
    links = [item.attributes["href"] for item in root.all("a")]
    assert len(links) > 20
    assert {link.removeprefix("#") for link in links} <= set(ids)
    named = [item.attributes["aria-labelledby"] for item in root.walk() if "aria-labelledby" in item.attributes]
    assert set(named) <= set(ids)


def test_the_page_stands_alone(page: str, root: pages.Element) -> None:
    assert not root.all("script", "link", "img", "iframe", "object", "embed", "form", "base")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    for item in root.walk():
        assert not {"src", "style", "action"} & item.attributes.keys()
        assert not [name for name in item.attributes if name.startswith("on")]
    policy = next(item.attributes["content"] for item in root.all("meta") if "http-equiv" in item.attributes)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_policy_knows_the_style_sheet(page: str) -> None:
    import base64
    import hashlib

    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page


def test_the_language_is_set(root: pages.Element, made_demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert root.all("html")[0].attributes["lang"] == "de"
    monkeypatch.setenv("IKONZEPT_LANG", "en")
    english = pages.read(run("diff", "2023", "2024", "-C", made_demo, "--format", "html").out)
    assert english.all("html")[0].attributes["lang"] == "en"
    texts = [item for item in english.all("td") if item.has("text")]
    assert {item.attributes.get("lang") for item in texts} == {"de"}


def test_the_same_states_give_the_same_bytes(page: str, made_demo: Path, run: Run) -> None:
    assert run("diff", "2023", "2024", "-C", made_demo, "--format", "html").out == page


def test_it_says_what_the_screen_says(page: str, made_demo: Path, run: Run) -> None:
    shown = run("diff", "2023", "2024", "-C", made_demo, "--stat", "--public").out
    seen = " ".join(pages.read(page).words().split())
    assert "5 neu, 1 zusammengeführt, 1 umbenannt, 1 verschoben, 1 beendet, 6 geändert" in seen
    for name in re.findall(r"M-\d{3}", shown):
        assert name in seen
    assert "Die Ergänzung legt zwei Maßnahmen" in seen  # the edition's own words
    assert "✓ Die Differenzen ergeben die Änderung der Summe." in seen


# --- marks ---------------------------------------------------------------------------------------------------------


def test_words_are_marked_on_both_sides() -> None:
    page = texts("# T\n\nDer Kreis baut einen Pool auf.\n", "# T\n\nDer Kreis unterhält einen Pool.\n")
    (row,) = cells(page)
    assert [cell.replace("\u2060", "") for cell in row] == [
        "Der Kreis [−baut−] einen Pool [−auf−].",
        "Der Kreis [+unterhält+] einen Pool.",
    ]


def test_typography_stands_as_it_was_and_as_it_is() -> None:
    page = texts('# T\n\nDas "neue" Haus steht.\n', "# T\n\nDas „neue“ Haus steht.\n")
    (row,) = cells(page)
    assert [cell.replace("\u2060", "") for cell in row] == [
        'Das [−"−]neue[−"−] Haus steht.',
        "Das [+„+]neue[+“+] Haus steht.",
    ]
    assert "(Schreibweise)" in pages.read(page).words()


def test_both_columns_hold_both_texts(shared: Path) -> None:
    """Whatever stands in a column stood, or stands, so in the text: a page that is trusted invents nothing."""
    laws = [(shared / "data" / "verordnung-intv" / f"{year}.md").read_text(encoding="utf-8") for year in (2012, 2022)]
    bare = [re.sub(r"\s+", "", law) for law in laws]
    table = next(item for item in pages.read(texts(*laws)).all("table") if item.has("synopsis"))
    rows = [row.all("td") for row in table.all("tr") if row.all("td")]
    assert len(rows) > 50
    for row in rows:
        for side, law in zip(row, bare, strict=True):
            said = "" if side.has("none") else re.sub(r"\s+", "", side.words())
            assert said in law


def test_a_reader_of_the_screen_hears_what_was_done() -> None:
    root = pages.read(texts("# T\n\nEin altes Haus steht hier.\n", "# T\n\nEin neues Haus steht hier.\n"))
    legend, deleted = (item.words(without=("m", "glue")) for item in root.all("del"))
    assert deleted == "gestrichen: altes – Ende der Streichung"
    assert legend == "gestrichen: gestrichen – Ende der Streichung"
    assert root.all("ins")[1].words(without=("m", "glue")) == "eingefügt: neues – Ende der Einfügung"
    assert all(item.attributes["aria-hidden"] == "true" for item in root.walk() if item.has("m"))


MOVING = (
    "# T\n\nWer die Räume benutzt, achtet bitte auf Ruhe im ganzen Haus. {}Die Benutzung ist für Vereine kostenlos.{}\n"
)


def test_a_sentence_that_moved_is_told_as_moved() -> None:
    sentence = "Anträge stellt jeder Verein schriftlich beim Referat für Migration."
    page = texts(MOVING.format(f"{sentence} ", ""), MOVING.format("", f" {sentence}"))
    moved = [item for item in pages.read(page).all("span") if item.has("moved")]
    assert [item.words(without=("m", "glue")).split(":")[0] for item in moved] == [
        *("von hier verschoben", "hierher verschoben"),  # the legend
        *("von hier verschoben", "hierher verschoben"),
    ]
    assert not pages.read(page).all("ins", "del")


def test_a_paragraph_that_moved_is_told_as_moved() -> None:
    first, second = "Der erste Absatz hat genug Wörter für sich.", "Der zweite Absatz sagt etwas ganz anderes als er."
    third = "Und ein dritter steht noch dazwischen, damit etwas bleibt."
    page = texts(f"# T\n\n{first}\n\n{second}\n\n{third}\n", f"# T\n\n{second}\n\n{third}\n\n{first}\n")
    (row,) = cells(page)
    assert [first in cell for cell in row] == [True, True]
    assert "(verschoben, bisher Absatz 1)" in pages.read(page).words()


def test_headings_stand_over_their_paragraphs_without_signs() -> None:
    page = texts("# T\n\n## § 1 Zweck\n\nEin Satz.\n", "# T\n\n## § 1 Zweck\n\nEin anderer Satz.\n")
    (head,) = [item for item in pages.read(page).all("th") if item.attributes["scope"] == "rowgroup"]
    assert head.words() == "§ 1 Zweck"


def test_paragraphs_are_called_as_the_text_counts_them() -> None:
    old = "# T\n\nVorspruch ohne Nummer.\n\n(3) Ein Satz.\n\n1. der eine Punkt\n2. der Punkt mit zwei Worten\n\na) auf der Seite links\n"
    page = texts(old, old.replace("Satz", "Wort").replace("zwei", "drei").replace("links", "rechts"))
    labels = [item.words() for item in pages.read(page).all("th") if item.attributes["scope"] == "row"]
    assert labels == ["Absatz 3", "Absatz 3 Nummer 2", "Absatz 3 Nummer 2 Buchstabe a"]


def test_without_reasons_there_is_no_column_for_them(root: pages.Element) -> None:
    heads = pages.read(texts("# T\n\nalt\n", "# T\n\nneu\n")).all("thead")[0].all("th")
    assert [head.words() for head in heads] == ["Angabe", "bisher alt.md", "neu neu.md"]
    table = next(item for item in root.all("table") if item.has("synopsis"))
    assert [head.words() for head in table.all("thead")[0].all("th")][-1] == "Begründung"


def test_reasons_stand_beside_what_they_explain(root: pages.Element) -> None:
    article = next(item for item in root.all("article") if item.attributes["aria-labelledby"] == "measure-M-008")
    (reasons,) = [cell for cell in article.all("td") if cell.has("reasons") and not cell.has("empty")]
    assert reasons.words() == "Grund (11.03.2024)Die Koordinationsstelle beim Träger ist nach einem Wechsel unbesetzt."


def test_no_difference_says_so() -> None:
    assert "Kein Unterschied." in texts("# T\n\ngleich\n", "# T\n\ngleich\n")


# --- text stays text -----------------------------------------------------------------------------------------------

EVIL = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; \u202e\x1b[31m{{ 7*7 }}"


def tags(page: str) -> set[str]:
    return {item.tag for item in pages.read(page).walk()}


def test_texts_are_data() -> None:
    page = texts(f"# {EVIL}\n\nalt {EVIL}\n", f"# {EVIL}\n\nneu {EVIL} {EVIL}\n", title=EVIL)
    assert tags(page) <= tags(texts("# T\n\nalt *a*\n", "# T\n\nneu *a*\n"))
    assert "{{ 7*7 }}" in page
    assert not {"\u202e", "\x1b"} & set(page)


def test_titles_and_reasons_are_data() -> None:
    measure = "=== massnahmen/M-007.yaml\ntitel: '{0}'\nhandlungsfeld: sprache\nart: Projekt\nfederfuehrung: referat\nbeschreibung: '{0} {1}'\n"
    evil = EVIL.partition("\u202e")[0]
    edition = "=== fortschreibungen/2099.yaml\ntitel: '{0}'\nart: ergänzt\nstatus: Entwurf\nzusammenfassung: '{0}'\nbegruendungen: {{M-007: '{0}'}}\n"
    old = measure.format("Harmlos", "alt") + edition.format("Harmlos")
    new = measure.format(evil, "neu") + edition.format(evil)
    page = html(diff(old, new, "2099"))
    assert evil[:20] in pages.read(page).words()
    assert not {"script", "img"} & tags(page)


def test_unreadable_files_are_named() -> None:
    from ikonzept.reports.diff.change import Unreadable

    files = (Unreadable("texte/<b>.md", old=False, new=True),)
    found = compare_files([], Side("alt"), Side("neu"), files, None)
    assert "texte/<b>.md (neuer Stand)" in pages.read(html(found)).words()
