"""What of a compared text is shown on a screen."""

import pytest

from ikonzept.prose.texts import Change, compare_texts
from ikonzept.render.diff.runs import RunKind, of_pieces

_MARKS = {RunKind.DELETED: "[-{}-]", RunKind.INSERTED: "{{+{}+}}", RunKind.AWAY: "[<{}<]", RunKind.HERE: "{{>{}>}}"}
LONG = "Das Netz der Beratungsstellen wird in allen Gemeinden des Landkreises bis zum Ende des Jahres ausgebaut."
OTHER = "Die Kosten trägt der Landkreis aus dem Budget der Integration, so weit es reicht."

SHOWN = {
    "wrapped-line": (
        "1. eins\n    zwei drei\n    vier",
        "1. eins\n    zwei neun\n    vier",
        "1. eins zwei [-drei-]{+neun+} vier",
    ),
    "comma-instead-of-a-word": ("dem Amt oder dem Kreis", "dem Amt, dem Kreis", "dem Amt[- oder-]{+,+} dem Kreis"),
    "word-instead-of-a-full-stop": ("Es gilt.", "Es gilt und", "Es gilt[-.-]{+ und+}"),
    "sentence-at-the-end": ("Das gilt.", "Das gilt. Immer.", "Das gilt. {+Immer.+}"),
    "moved": (
        f"# A\n\n{LONG}\n\n# B\n\n{OTHER}\n",
        f"# A\n\n# B\n\n{OTHER}\n\n{LONG}\n",
        "Das Netz der Beratungsstellen wird in allen Gemeinden des …",
    ),
    "quotation-marks": (
        f'{LONG} Das Projekt "Brücke" läuft.',
        f"{LONG} Das Projekt „Brücke“ läuft.",
        '… Landkreises bis zum Ende des Jahres ausgebaut. Das Projekt [-"-]{+„+}Brücke[-"-]{+“+} läuft.',
    ),
    "nothing-to-be-seen": (
        f"{LONG} Nach § 5 gilt es.",
        f"{LONG} Nach §\u00a05 gilt es.",
        "Das Netz der Beratungsstellen wird in allen Gemeinden des …",
    ),
    "paragraph-split": (
        f"{LONG} {OTHER}",
        f"{LONG}\n\n{OTHER}",
        "… des Landkreises bis zum Ende des Jahres ausgebaut. {+¶+} Die Kosten trägt der Landkreis aus dem Budget der …",
    ),
    "paragraphs-joined": (
        f"{LONG}\n\n{OTHER}",
        f"{LONG} {OTHER}",
        "… des Landkreises bis zum Ende des Jahres ausgebaut. [-¶-] Die Kosten trägt der Landkreis aus dem Budget der …",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_a_screen_shows(old: str, new: str, expected: str) -> None:
    *_, block = (block for block in compare_texts(old, new) if block.change is not Change.SAME)
    shown = "".join(_MARKS.get(run.kind, "{}").format(run.text) for run in of_pieces(block.pieces))
    assert shown == expected
