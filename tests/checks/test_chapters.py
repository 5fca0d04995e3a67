"""Texts can be read, printed and followed: chapters and the bodies of Vorlagen."""

import pytest

from concepts import MINIMAL, findings, located, parse

PATH = "texte/teil-1/20-strukturen.md"
BASE = {
    **MINIMAL,
    **parse("""
        === texte/teil-1/10-einleitung.md
        ---
        titel: Einleitung und Überblick
        ---

        ## Wie es begann

        Mit einem Workshop.

        ## Ziele & Wege

        <a id="karte"></a> Drei Stellen.
        === anlagen/Plan Süd.pdf
        %PDF
        === anlagen/karte.svg
        <svg/>
        === vorlagen/2024-101.md
        ---
        titel: Bericht
        art: Mitteilungsvorlage
        status: öffentlich
        anlagen:
          - titel: Plan
            datei: anlagen/Plan Süd.pdf
          - titel: Karte
            datei: anlagen/karte.svg
        ---

        ## Sachdarstellung

        Die Karte liegt bei.
        === README.md
        Text
    """),
}
"""A concept whose texts have something to link to."""


def chapter(body: str) -> str:
    return f"=== {PATH}\n---\ntitel: Strukturen\n---\n{body}"


def told(body: str) -> list[str]:
    """What is found in a chapter with this body; its first line is the file's fourth."""
    return [item.removeprefix(f"{PATH}:") for item in findings(chapter(body), BASE)]


def test_what_is_linked_to_is_itself_in_order() -> None:
    assert findings("", BASE) == []


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("", True),
        ("\n\n   \n", True),
        ("## Nur eine Überschrift\n\n### Und noch eine\n", True),
        ("<!-- kommt noch -->\n", True),
        ("<!-- offen\n\nText\n", True),
        ("## Eins\n<!-- a --> <!-- b\n -->\n", True),
        ("Text.\n", False),
        ("## Eins\n\nText.\n", False),
        ("- Punkt\n", False),
        ("#Hashtag\n", False),
        ("<!-- a --> Text\n", False),
        ("![Karte](../../anlagen/karte.svg)\n", False),
    ],
)
def test_a_chapter_has_text(body: str, empty: bool) -> None:
    assert told(body) == (["1:1 chapter-empty"] if empty else [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n### B\n#### C\n## D\n### E\nText\n", []),
        ("### A\nText\n", ["4:1 heading-level-skipped"]),
        ("## A\n#### B\n##### C\n### D\nText\n", ["5:1 heading-level-skipped"]),
        ("## A\n##### B\n## C\n#### D\nText\n", ["5:1 heading-level-skipped", "7:1 heading-level-skipped"]),
        ("# A\n\nText\n", ["4:1 heading-level-one"]),
        ("# A\n## B\nText\n# C\n### D\n", ["4:1 heading-level-one", "7:1 heading-level-one", "8:1 heading-level-skipped"]),
        ("A\n=\n\nText\n", ["4:1 heading-level-one"]),
        ("  # A\nText\n", ["4:3 heading-level-one"]),
        ("```\n# Kommentar\n#### x\n```\n## A\n", []),
        ("\\# A\n    # Code\n`# B`\n", []),
    ],
)  # fmt: skip
def test_the_levels_of_headings(body: str, expected: list[str]) -> None:
    assert told(body) == expected


def test_what_level_is_expected_is_said() -> None:
    (item,) = located(chapter("## A\n#### B\nText\n"), BASE)
    assert item.finding.params == {"level": "####", "expected": "###"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![](../../anlagen/karte.svg)\n", ["4:1 image-without-alt"]),
        ("Text\n\n> Siehe ![ ](https://peine.de/k.png)\n", ["6:9 image-without-alt"]),
        ("[![](../../anlagen/karte.svg)](10-einleitung.md)\n", ["4:2 image-without-alt"]),
        ("![Karte](../../anlagen/karte.svg)\n", []),
        ("`![](x.png)` und \\![](#top)\n", []),
    ],
)
def test_images_say_what_they_show(body: str, expected: list[str]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("target", "code"),
    [
        # files and folders of the concept
        ("10-einleitung.md", None),
        ("./10-einleitung.md", None),
        ("../teil-1/10-einleitung.md", None),
        ("../../README.md", None),
        ("../../konzept.yaml", None),
        ("../../anlagen/Plan%20S%C3%BCd.pdf#page=3", None),
        ("<../../anlagen/Plan Süd.pdf>", None),
        ("<../../anlagen/Plan Su\u0308d.pdf>", None),
        ("../../anlagen/", None),
        ("..", None),
        ("../../", None),
        ("11-einleitung.md", "broken-internal-link"),
        ("Einleitung.md", "broken-internal-link"),
        ("einleitung", "broken-internal-link"),
        ("../10-einleitung.md", "broken-internal-link"),
        ("../../anlagen/plan.pdf", "broken-internal-link"),
        ("../../handbuch.md", "broken-internal-link"),
        ("", "link-without-target"),
        # headings
        ("#struktur-im-kreis", None),
        ("#strukturen", None),
        ("#top", None),
        ("#", None),
        ("#Struktur-im-Kreis", "broken-internal-link"),
        ("#gibt-es-nicht", "broken-internal-link"),
        ("10-einleitung.md#wie-es-begann", None),
        ("10-einleitung.md#ziele--wege", None),
        ("10-einleitung.md#einleitung-und-%C3%BCberblick", None),
        ("10-einleitung.md#einleitung-und-ueberblick", None),
        ("10-einleitung.md#karte", None),
        ("10-einleitung.md#struktur-im-kreis", "broken-internal-link"),
        ("../../vorlagen/2024-101.md#sachdarstellung", None),
        ("../../vorlagen/2024-101.md#sachverhalt", "broken-internal-link"),
        # elsewhere
        ("https://peine.de/a#b", None),
        ("mailto:referat@example.org", None),
        ("tel:+495171", None),
        # out of the concept
        ("/etc/passwd", "link-outside"),
        ("//server/freigabe/a.pdf", "link-outside"),
        ("../../../geheim.md", "link-outside"),
        ("%2e%2e/%2e%2e/%2e%2e/geheim.md", "link-outside"),
        ("../../../", "link-outside"),
        ("../../docs/handbuch.md", "link-outside"),
        ("file:///etc/passwd", "link-outside"),
        ("FILE:a.md", "link-outside"),
        ("C:/Referat/a.pdf", "link-outside"),
        ("c:a.pdf", "link-outside"),
        ("\\\\\\\\server\\a.pdf", "link-outside"),
    ],
)
def test_where_links_lead(target: str, code: str | None) -> None:
    for sign in ("", "!"):
        body = f"## Struktur im Kreis\n\nSiehe {sign}[hier]({target}).\n"
        assert told(body) == ([f"6:7 {code}"] if code else [])


@pytest.mark.parametrize(
    ("target", "nearest"),
    [
        ("10-Einleitung.md", "10-einleitung.md"),
        ("15-einleitung.md#karte", "10-einleitung.md#karte"),
        ("../teil-2/10-einleitung.md", "10-einleitung.md"),
        ("anlagen/karte.svg", "../../anlagen/karte.svg"),
        ("#Struktur im Kreis", "#struktur-im-kreis"),
        ("10-einleitung.md#Wie-es-begann", "10-einleitung.md#wie-es-begann"),
        ("#gibt-es-nicht", None),
        ("zahlen.md", None),
    ],
)
def test_the_link_that_was_meant_is_offered(target: str, nearest: str | None) -> None:
    (item,) = located(chapter(f"## Struktur im Kreis\n\n[hier](<{target}>)\n"), BASE)
    assert (item.finding.code, item.finding.params["nearest"]) == ("broken-internal-link", nearest)


def test_html_and_links_by_name() -> None:
    body = '<img src="../../anlagen/karte.svg"> <a href="weg.md">x</a>\n<a name="y"></a> [a][b] [c][]\n\n[c]: ../integration.md\n'
    assert told(body) == ["4:1 image-without-alt", "4:37 broken-internal-link", "5:18 link-undefined"]


def test_code_and_comments_hold_no_links() -> None:
    assert told("Text `[x](weg.md)`\n\n```\n![](weg.png)\n```\n\n<!-- [x](/etc) -->\n") == []


def test_the_texts_of_papers_too() -> None:
    text = BASE["vorlagen/2024-101.md"] + "\n#### Gender\n\n![](../anlagen/weg.png) [x](/y)\n# Z\n"
    assert findings(f"=== vorlagen/2024-101.md\n{text}", BASE) == [
        "vorlagen/2024-101.md:18:1 broken-internal-link",
        "vorlagen/2024-101.md:18:1 image-without-alt",
        "vorlagen/2024-101.md:18:25 link-outside",
        "vorlagen/2024-101.md:19:1 heading-level-one",
    ]


def test_windows_line_ends_do_not_shift_places() -> None:
    text = chapter("## A\n\nSiehe [hier](weg.md).\n").replace("\n", "\r\n").replace("\r\n", "\n", 1)
    assert findings(text, BASE) == [f"{PATH}:6:7 broken-internal-link"]


def test_what_stands_in_an_unreadable_text_is_not_known() -> None:
    broken = "=== texte/teil-1/10-einleitung.md\nOhne Kopf\n"
    found = findings(chapter("[hier](10-einleitung.md#irgendwo)\n") + broken, BASE)
    assert [item for item in found if item.startswith(PATH)] == []
