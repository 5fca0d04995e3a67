"""Both cells of a text's row: what is read, and nothing that only sets it."""

import pytest

from ikonzept.prose.texts import Change, compare_texts
from ikonzept.render.diff.blocks import bare
from ikonzept.render.diff.cells import Cell, cells
from ikonzept.render.diff.runs import Passage

_MARKS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}", "away": "[<{}<]", "here": "{{>{}>}}"}
_MARKS |= {"before": "{}", "after": "{}"}

SHOWN = {
    "bold": ("Es ist **alt** hier.", "Es ist **neu** hier.", "Es ist [-strong(alt)-] hier."),
    "bold-from-now-on": ("Es ist neu hier.", "Es ist **neu** hier.", "Es ist neu hier."),
    "in-an-insertion": ("Es gilt.", "Es gilt *ab **heute** immer*.", "Es gilt."),
    "link": ("Im [Bericht](b.md) alt.", "Im [Bericht](b.md) neu.", "Im Bericht [-alt-]."),
    "link-that-leads-elsewhere": (
        "Im [Bericht](b-2021.md).",
        "Im [Bericht](b-2022.md).",
        "Im [Bericht](b-[-2021-].md).",
    ),
    "link-of-other-words": ("Im [alten Bericht](b.md).", "Im [neuen Bericht](b.md).", "Im [-alten-] Bericht."),
    "link-gone": (
        "Es gilt im ganzen Landkreis der [Bericht](b.md).",
        "Es gilt im ganzen Landkreis das Gesetz.",
        "Es gilt im ganzen Landkreis [-der Bericht-].",
    ),
    "link-from-now-on": ("Das macht die Caritas.", "Das macht die [Caritas](c.md).", "Das macht die Caritas."),
    "image": ("Karte: ![Kreis](a.png)", "Karte: ![Kreis](b.png)", "Karte: ![Kreis]([-a-].png)"),
    "bold-becomes-italic": ("Das ist **wichtig** so.", "Das ist *wichtig* so.", "Das ist strong(wichtig) so."),
    "quotation-marks": (
        'Das Haus "Brücke" ist offen.',
        "Das Haus „Brücke“ ist offen.",
        'Das Haus [-"-]Brücke[-"-] ist offen.',
    ),
    "heading": ("## 3 *Ziele*", "## 4 *Ziele*", "[-3-] em(Ziele)"),
    "bullet": ("- das `alte` Amt", "- das `neue` Amt", "das [-code(alte)-] Amt"),
    "bullets": ("- das Amt für alle", "* das Amt für alle", "das Amt für alle"),
    "number": ("1. das alte Amt", "1. das neue Amt", "1. das [-alte-] Amt"),
    "row": ("| **Peine** | 12 |", "| **Peine** | 15 |", "strong(Peine) | [-12-]"),
    "column-from-now-on": ("| Peine | 12 |", "| Peine | 12 | 2024 |", "Peine | 12"),
    "column-gone": ("| Peine | 12 | 2024 |", "| Peine | 12 |", "Peine | 12 | [-2024-]"),
    "code": ("```\n**a** = 1\n```", "```\n**a** = 2\n```", "**a** = [-1-]"),
    "quotation": ("> das alte\n> *Amt*", "> das neue\n> *Amt*", "das [-alte-] em(Amt)"),
    "footnote": ("[^1]: Stand *alt*", "[^1]: Stand *neu*", "Stand [-em(alt)-]"),
    "escaped": ("Bürger\\*innen alt", "Bürger\\*innen neu", "Bürger*innen [-alt-]"),
    "html": ("<b>fett</b> alt", "<b>fett</b> neu", "<b>fett</b> [-alt-]"),
    "two-paragraphs": (
        "Ein **langer Satz** steht hier vorn. Ein *anderer Satz* steht dahinter.",
        "Ein **langer Satz** steht hier vorn.\n\nEin *anderer Satz* steht dahinter.",
        "Ein strong(langer Satz) steht hier vorn. Ein em(anderer Satz) steht dahinter.",
    ),
}


def shown(cell: Cell) -> str:
    said = ""
    for span in cell:
        inside = ""
        for part in span.parts:
            words = part.text
            for style in reversed(part.styles):
                words = f"{style}({words})"
            inside += words
        said += span.before + (_MARKS[span.kind].format(inside) if inside else "") + span.after
    return said


def both(old: str, new: str) -> tuple[Cell, Cell]:
    *_, block = (block for block in compare_texts(old, new) if block.change is not Change.SAME)
    return cells(Passage("", tuple(bare(block, full=True)), form=block.form.value), gone=False)


@pytest.mark.parametrize(("old", "new", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_stood(old: str, new: str, expected: str) -> None:
    assert shown(both(old, new)[0]) == expected


def test_what_stands() -> None:
    assert shown(both(*SHOWN["in-an-insertion"][:2])[1]) == "Es gilt {+em(ab )em(strong(heute))em( immer)+}."
    assert shown(both(*SHOWN["bold-from-now-on"][:2])[1]) == "Es ist strong(neu) hier."
    assert (
        shown(both("Es gilt im Kreis.", "Es gilt im Kreis der [Bericht](b.md).")[1])
        == "Es gilt im Kreis {+der Bericht+}."
    )
    assert (
        shown(both("Das macht die Caritas.", "Das macht die [Caritas](c.md).")[1])
        == "Das macht die {+[+}Caritas{+](c.md)+}."
    )
