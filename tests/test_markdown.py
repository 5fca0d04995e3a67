"""Headings, links and images of a text, with their places; what is code, comment or escaped is none."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept import markdown
from ikonzept.markdown import anchors, read, resolve, slug
from steps import steps


def headings(body: str) -> list[tuple[int, str, int, int]]:
    return [(item.level, item.title, item.line, item.column) for item in read(body).headings]


def links(body: str) -> list[tuple[str, int, int, str | None]]:
    return [(item.target, item.line, item.column, item.alt) for item in read(body).links]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("Text # ohne\n", []),
        ("## Eins\n\n### Zwei\n", [(2, "Eins", 1, 1), (3, "Zwei", 3, 1)]),
        ("## Eins ##\n## C#\n##\n", [(2, "Eins", 1, 1), (2, "C#", 2, 1), (2, "", 3, 1)]),
        ("##Eins\n####### Sieben\n\\# Nein\n", []),
        ("  ## Eins\n", [(2, "Eins", 1, 3)]),
        ("    ## Code\n", []),
        ("```\n# Code\n```\n## Eins\n", [(2, "Eins", 4, 1)]),
        ("~~~~\n# Code\n~~~\n# Code\n~~~~\n", []),
        ("<!--\n# Kommentar\n-->\n\n## Eins\n", [(2, "Eins", 5, 1)]),
        ("> # Zitat\n\n- # Liste\n", []),
        ("Eins\n===\n\nZwei\n---\n\n# x\n", [(1, "Eins", 1, 1), (2, "Zwei", 4, 1), (1, "x", 7, 1)]),
        ("## Ein *Wort* und `Code` und [Weg](a.md)\n", [(2, "Ein Wort und Code und Weg", 1, 1)]),
    ],
)
def test_headings(body: str, expected: list[tuple[int, str, int, int]]) -> None:
    assert headings(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('Ein [Weg](a.md) und [noch einer](<b c.md> "Titel").\n', [("a.md", 1, 5, None), ("b c.md", 1, 21, None)]),
        ("![Karte](k.svg) ![](l.svg)\n", [("k.svg", 1, 1, "Karte"), ("l.svg", 1, 17, "")]),
        ("[![Karte](k.svg)](a.md)\n", [("a.md", 1, 1, None), ("k.svg", 1, 2, "Karte")]),
        ("> Zitat\n> mit [Weg](a.md)\n\n- eins\n  [zwei](b.md)\n", [("a.md", 2, 7, None), ("b.md", 5, 3, None)]),
        ("| a |\n|---|\n| [x](a.md) |\n", [("a.md", 3, 3, None)]),
        ("Ein [Weg][w].\n\n[w]: a.md\n", [("a.md", 1, 5, None)]),
        ("[Über](ü.md#ä) [leer]() <https://peine.de>\n", [("ü.md#ä", 1, 1, None), ("", 1, 16, None)]),
        ("`[Code](a.md)` \\[nein](a.md) [kein Weg]\n", []),
        ("```\n[Code](a.md)\n```\n\n    [Code](a.md)\n\n<!-- [weg](a.md) -->\n", []),
        ('<a href="a.md">x</a> <IMG src=b.png alt=Karte> <img src="c.png" alt="">\n',
         [("a.md", 1, 1, None), ("b.png", 1, 22, "Karte"), ("c.png", 1, 48, None)]),
        ("<div>\n  <img src='b.png'>\n</div>\n\n> <p><a name='x'><a\n> href='a&amp;b.md'>x</a>\n",
         [("b.png", 2, 3, ""), ("a&b.md", 5, 18, None)]),
        ("Text <img src='b.png'> und <!-- <img src='c.png'> -->\n\n<!-- \n<a href='x'>\n-->\n", [("b.png", 1, 6, "")]),
        ("[x](javascript:a) [y](C:\\a.md)\n", [("javascript:a", 1, 1, None), ("C:\\a.md", 1, 19, None)]),
    ],
)  # fmt: skip
def test_links_and_images(body: str, expected: list[tuple[str, int, int, str | None]]) -> None:
    assert links(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ein [Weg][w] und\n> [noch][].\n", [("w", 1, 5), ("noch", 2, 3)]),
        ("Ein [Weg][w].\n\n[W]: a.md\n", []),
        ("`[a][b]` \\[a\\]\\[b\\] [1][2] [a] [ ] [a](b)[c]\n", []),
        ("## A\n\n## B\n\nx [a][b]\n", [("b", 5, 3)]),
    ],
)
def test_references_that_nothing_defines(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(item.target, item.line, item.column) for item in read(body).undefined] == expected


PIECES = ("## A", "### B ##", "#", "# c #", "Text", "", "#x", "- Punkt", "1. Punkt", "#\tD", "## `e` ", "   ", "Text #")


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_the_short_way_finds_what_the_parser_finds(pieces: list[str]) -> None:
    body = "\n".join(pieces)
    short = [(item.level, item.line, item.column) for item in read(body).headings]
    assert short == [(item.level, item.line, item.column) for item in markdown._parsed(body).headings]


@given(st.text(alphabet="#-=`~<>!*[]()\\ \n\tab1.:\"'&;", max_size=60))
def test_any_text_has_an_outline_inside_itself(body: str) -> None:
    lines = body.split("\n")
    outline = read(body)
    for item in (*outline.headings, *outline.links):
        assert 1 <= item.line <= len(lines)
        assert 1 <= item.column <= len(lines[item.line - 1]) + 1


@given(st.text(alphabet="#-=`~<>!*[]()\\ \n\tab1.:", max_size=60))
def test_the_short_way_never_differs(body: str) -> None:
    outline, parsed = read(body), markdown._parsed(body)
    found = [(item.level, item.line, item.column) for item in outline.headings]
    assert found == [(item.level, item.line, item.column) for item in parsed.headings]
    assert (outline.links, outline.undefined) == (parsed.links, parsed.undefined)


PARTS = (
    *PIECES,
    "[a](b)",
    "![c](d)",
    "> [a](b)",
    "- # Liste",
    "Eins",
    "---",
    "  ## F",
    "    Code",
    "[a]",
    "[a]: b",
    "[a][c]",
    "<a href=x>",
    "<!--",
    "```",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_a_text_read_in_parts_has_the_outline_of_the_whole(parts: list[str]) -> None:
    body = "\n".join(parts)
    outline, parsed = read(body), markdown._parsed(body)
    found = [(item.level, item.line, item.column) for item in outline.headings]
    assert found == [(item.level, item.line, item.column) for item in parsed.headings]
    assert (outline.links, outline.undefined) == (parsed.links, parsed.undefined)


def test_only_sections_with_links_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    whole = markdown._parsed
    monkeypatch.setattr(markdown, "_parsed", lambda body: parsed.append(body) or whole(body))
    body = "## a\n\nx\n" * 100 + "## b\n\n[x](y)\n" + "## a\n\nx\n" * 100
    outline = read(body)
    assert (parsed, len(outline.headings)) == (["## b\n\n[x](y)\n"], 201)
    assert [(item.target, item.line, item.column) for item in outline.links] == [("y", 303, 1)]


def test_a_long_text_with_a_link_takes_steps_by_its_length_and_copies_nothing() -> None:
    def copied(n: int) -> int:
        lines = Lines("x" for _ in range(n))
        for first in range(0, n, 2):
            list(markdown._links(Inline(first), lines))  # type: ignore[arg-type]
        return lines.copied

    assert copied(2_000) == 2_000 / 2


class Lines(list[str]):
    """Lines that count how many of them are copied."""

    copied = 0

    def __getitem__(self, index: Any) -> Any:
        found = super().__getitem__(index)
        self.copied += len(found) if isinstance(index, slice) else 0
        return found


class Inline:
    """What the parser gives for a paragraph of one line."""

    content, children = "x", ()

    def __init__(self, line: int) -> None:
        self.map = (line, line + 1)


def test_plain_texts_never_load_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    markdown._parser.cache_clear()
    read.cache_clear()
    assert headings("## Eins\n\nText mit - Strich, # und [Klammer].\n\n- Punkt\n\n### Zwei\n") == [
        (2, "Eins", 1, 1),
        (3, "Zwei", 7, 1),
    ]


@pytest.mark.parametrize(
    "body",
    [
        lambda n: "[" * n + "](",
        lambda n: "![](" * n,
        lambda n: "## a\n\nx\n" * n + "[x](y)\n",
        lambda n: "## a\n\n[x](y)\n" * (n // 8),
        lambda n: "[a](b) " * n,
        lambda n: "[a][b] " * n,
        lambda n: "<a href=x> <img src=y> " * (n // 8),
        lambda n: "<div>" + "<a " * n,
        lambda n: "## " + " #" * n,
        lambda n: "#" + " " * n + "x",
        lambda n: "<!--" * n,
        lambda n: "## A\n" * n,
        lambda n: "> " * n + "[](",
        lambda n: "-" * n + "x\n# a",
    ],
)
def test_twice_the_text_takes_twice_the_steps(body: Callable[[int], str]) -> None:
    def outline(text: str) -> None:
        anchors((heading.title for heading in read(text).headings), text)

    outline(body(1))  # loads the parser
    assert steps(outline, body(4_000)) <= 2.2 * steps(outline, body(2_000)) + 100


# --- where links lead ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("20-b.md", ("texte/teil-1/20-b.md", "")),
        ("./20-b.md?plain=1#ziele", ("texte/teil-1/20-b.md", "ziele")),
        ("../leitbild.md", ("texte/leitbild.md", "")),
        ("../../anlagen/Karte%20S%C3%BCd.png", ("anlagen/Karte Süd.png", "")),
        ("../../anlagen/Karte Su\u0308d.png", ("anlagen/Karte Süd.png", "")),
        ("../../anlagen/", ("anlagen", "")),
        ("#%C3%BCber-uns", ("texte/teil-1/10-a.md", "über-uns")),
        ("", ("texte/teil-1/10-a.md", "")),
        ("../../../etc/passwd", ("../etc/passwd", "")),
        ("%2e%2e/%2e%2e/%2e%2e/x", ("../x", "")),
        ("/etc/passwd", ("/etc/passwd", "")),
    ],
)
def test_where_a_link_leads(target: str, expected: tuple[str, str]) -> None:
    assert resolve("texte/teil-1/10-a.md", target) == expected


def test_from_the_top_too() -> None:
    assert resolve("README.md", "texte/a.md") == ("texte/a.md", "")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Was wir meinen", "was-wir-meinen"),
        ("Ziele & Wege: 2024", "ziele--wege-2024"),
        ("Bürger*innen", "bürgerinnen"),
        ("Haus\u00adhalt", "haushalt"),
        ("U\u0308ber", "über"),
    ],
)
def test_what_a_heading_is_called_by_links(title: str, name: str) -> None:
    assert slug(title) == name


def test_what_links_can_jump_to() -> None:
    assert anchors(["Über uns", "Ziele", "Ziele"], "x <a id=\"karte\"> <p name='ort'>") == {
        "über-uns",
        "ueber-uns",
        "ziele",
        "ziele-1",
        "karte",
        "ort",
    }


# --- inside a paragraph ----------------------------------------------------------------------------------------------


def shown(said: str) -> str:
    """What is read, with its styles: ``strong(wichtig)``; signs are left out."""
    parts = []
    for stretch in markdown.inline(said):
        if not stretch.is_sign:
            part = said[stretch.start : stretch.end]
            for style in reversed(stretch.styles):
                part = f"{style}({part})"
            parts.append(part)
    return "".join(parts)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ""),
        ("Ein Satz.", "Ein Satz."),
        ("Das ist **wichtig** und *schön*.", "Das ist strong(wichtig) und em(schön)."),
        ("***beides*** _auch_", "em(strong(beides)) em(auch)"),
        ("**a *b** c*", "em(em(a ))em(em(em(b)))em( c)"),
        ('Siehe [Bericht](b.pdf "Titel") dazu', "Siehe link(Bericht) dazu"),
        ("Siehe [**Bericht**](b.pdf)", "Siehe link(strong(Bericht))"),
        ("<https://peine.de> und ![Karte *1*](k.svg)", "link(https://peine.de) und Karte *1*"),
        ("`a*b*` und ``c`d``", "code(a*b*) und code(c`d)"),
        ("Bürger\\*innen, 5 * 3 * 2, a_b_c &amp; c", "Bürger*innen, 5 * 3 * 2, a_b_c &amp; c"),
        ("zwei  \n   **Zeilen**\\\nhier", "zwei  \n   strong(Zeilen)\\\nhier"),
        ("[^1] [x] [a][b] <b>fett</b>", "[^1] [x] [a][b] <b>fett</b>"),
        ("**nicht zu *Ende", "**nicht zu *Ende"),
    ],
)
def test_what_is_read_of_a_paragraph(said: str, expected: str) -> None:
    assert shown(said) == expected


SIGNS = ("**", "*", "_", "`", "``", "[a", "](b.md)", "](", "![", "]", "\\*", "\\", "<b>", "<", "(", ")", "[^1]", '"t")')
WORDS = ("Wort", "ä", " ", "\n", "  \n ", "<x@y.de>", "<https://a.de>", "&amp;")
INLINE = st.lists(st.sampled_from((*SIGNS, *WORDS)), max_size=14).map("".join)


@given(INLINE)
def test_stretches_are_the_whole_paragraph(said: str) -> None:
    stretches = markdown.inline(said)
    assert [stretch.start for stretch in stretches] == [0, *(stretch.end for stretch in stretches)][: len(stretches)]
    assert "".join(said[stretch.start : stretch.end] for stretch in stretches) == said


@given(INLINE)
def test_what_is_read_is_what_the_parser_shows(said: str) -> None:
    def words(text: str) -> str:
        return "".join(text.split()).replace("&amp;", "&").replace("\\", "")

    read = "".join(said[stretch.start : stretch.end] for stretch in markdown.inline(said) if not stretch.is_sign)
    tokens = markdown._parser().parseInline(said)[0].children or []
    assert words(read) == words("".join(token.content for token in tokens))
