"""Where a block stands, as a reader would cite it."""

import pytest

from ikonzept.prose.texts import Change, compare_texts
from ikonzept.render.diff.places import spots

LAW = """\
## § 4 Kosten

(1) Der Beitrag beträgt

1.  für Erwachsene

    a)  im Sprachkurs 2 Euro,

    b)  im Orientierungskurs 1 Euro,

        aa) wenn er am Abend stattfindet,

        bb) sonst nichts,

2.  für Kinder nichts.

Er ist vor dem Beginn des Kurses zu zahlen.

(2) Wer Leistungen bezieht, ist befreit.

Das gilt auch für Angehörige.

## § 5 Dauer

Der Kurs dauert ein Jahr.

Er beginnt im Herbst.

1.  in Peine

2.  in Ilsede
"""
PLAIN = """\
# Ziele

Wir wollen viel.

- Sprache
- Arbeit

Wir messen das.

| Jahr | Wert |
|------|------|
| 2022 | 12 |

> Ein Zitat.
"""


def cited(text: str, old: str = "") -> list[str]:
    blocks = compare_texts(old or text, text)
    return [spot for block, (_, spot) in zip(blocks, spots(blocks), strict=True) if block.change is not Change.MOVED]


def test_a_law_is_cited_as_lawyers_do() -> None:
    assert cited(LAW) == [
        *("Überschrift", "Absatz 1", "Absatz 1 Nummer 1", "Absatz 1 Nummer 1 Buchstabe a"),
        *("Absatz 1 Nummer 1 Buchstabe b", "Absatz 1 Nummer 1 Buchstabe b Doppelbuchstabe aa"),
        *("Absatz 1 Nummer 1 Buchstabe b Doppelbuchstabe bb", "Absatz 1 Nummer 2", "Absatz 1 nach Nummer 2"),
        *("Absatz 2", "nach Absatz 2"),
        *("Überschrift", "Absatz 1", "Absatz 2", "Nummer 1", "Nummer 2"),
    ]


def test_a_plain_text_is_counted() -> None:
    assert cited(PLAIN) == [
        *("Überschrift", "Absatz 1", "Listenpunkt 1", "Listenpunkt 2", "Absatz 2"),
        *("Tabellenkopf", "Tabellenlinie", "Tabellenzeile 1", "Zitat 1"),
    ]


def test_what_is_gone_stands_where_it_stood() -> None:
    old = "# A\n\nDas Erste bleibt hier.\n\nDas Zweite fällt weg, ganz.\n\nDas Dritte bleibt auch.\n"
    blocks = compare_texts(old, old.replace("Das Zweite fällt weg, ganz.\n\n", ""))
    assert list(zip([block.change for block in blocks], spots(blocks), strict=True)) == [
        (Change.SAME, ("Überschrift", "Überschrift")),
        (Change.SAME, ("Absatz 1", "Absatz 1")),
        (Change.REMOVED, ("Absatz 2", "")),
        (Change.SAME, ("Absatz 3", "Absatz 2")),
    ]


def test_the_parts_of_a_split_paragraph_count_each() -> None:
    first, second, third = "Das Netz wird in allen Orten ausgebaut.", "Die Kosten trägt der Kreis.", "Wir berichten."
    blocks = compare_texts(f"{first} {second}\n\n{third}\n", f"{first}\n\n{second}\n\n{third}\n")
    assert list(zip([block.change for block in blocks], spots(blocks), strict=True)) == [
        (Change.SPLIT, ("Absatz 1", "Absatz 1")),
        (Change.SAME, ("Absatz 2", "Absatz 3")),
    ]


def test_items_within_items() -> None:
    assert cited(
        "- Sprache\n- Arbeit\n  - Kurse\n  - Börsen\n- Wohnen\n\n1. eins\n   - a\n   - b\n2. zwei\n   - c\n"
    ) == [
        *("Listenpunkt 1", "Listenpunkt 2", "Listenpunkt 2.1", "Listenpunkt 2.2", "Listenpunkt 3"),
        *("Nummer 1", "Nummer 1 Listenpunkt 1", "Nummer 1 Listenpunkt 2", "Nummer 2", "Nummer 2 Listenpunkt 1"),
    ]


def test_footnotes_are_called_by_their_sign() -> None:
    assert cited("Ein Satz.[^a]\n\n[^a]: Die Note.\n\nNoch einer.\n") == ["Absatz 1", "Fußnote a", "Absatz 2"]


@pytest.mark.parametrize("text", ["", "\n\n", "Nur ein Satz."])
def test_little_text(text: str) -> None:
    blocks = compare_texts(text, text)
    assert len(spots(blocks)) == len(blocks)
