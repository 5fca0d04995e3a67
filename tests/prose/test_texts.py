"""What a reader wants to see of two texts; written before the code."""

import pytest

from ikonzept.prose.texts import Change, compare_texts
from ikonzept.prose.units import Form
from marks import listed

LONG = "Das Netz der Beratungsstellen wird in allen Gemeinden ausgebaut."
OTHER = "Die Kosten trägt der Landkreis aus dem Budget der Integration."
THIRD = "Über den Stand berichtet der Fachdienst jedes Jahr im Ausschuss."

TEXTS = {
    "same": (f"# A\n\n{LONG}\n", f"# A\n\n{LONG}\n", ["= # A", f"= {LONG}"]),
    "word": (
        f"# A\n\n{LONG}\n",
        "# A\n\nDas Netz der Beratungsstellen wird in vielen Gemeinden ausgebaut.\n",
        ["= # A", "~ Das Netz der Beratungsstellen wird in [-allen-]{+vielen+} Gemeinden ausgebaut."],
    ),
    "paragraph-added": (f"{LONG}\n", f"{LONG}\n\n{OTHER}\n", [f"= {LONG}", f"+ {{+{OTHER}+}}"]),
    "paragraph-removed": (
        f"{LONG}\n\n{OTHER}\n\n{THIRD}",
        f"{LONG}\n\n{THIRD}",
        [f"= {LONG}", f"- [-{OTHER}-]", f"= {THIRD}"],
    ),
    "re-wrapped": (
        "Das Netz der\nBeratungsstellen wächst.\n",
        "Das Netz\nder Beratungsstellen wächst.\n",
        ["≈ Das Netz⟨ →⏎⟩der⟨⏎→ ⟩Beratungsstellen wächst."],
    ),
    "heading-renumbered": (
        f"## 3 Ziele\n\n{LONG}\n",
        f"## 3 Lage\n\n{OTHER}\n\n## 4 Ziele\n\n{LONG}\n",
        ["+ {+## 3 Lage+}", f"+ {{+{OTHER}+}}", "~ ## [-3-]{+4+} Ziele", f"= {LONG}"],
    ),
    "heading-renumbered-law": (
        f"### § 12 Abschlusstest\n\n{LONG}\n",
        f"### § 17 Abschlusstest\n\n{LONG}\n",
        ["~ ### [-§ 12-]{+§ 17+} Abschlusstest", f"= {LONG}"],
    ),
    "heading-renamed": (
        f"## Zulassung der Kursträger\n\n{LONG}\n",
        f"## Kursträger\n\n{LONG}\n",
        ["~ ## [-Zulassung der -]Kursträger", f"= {LONG}"],
    ),
    "heading-renamed-wholly": (
        f"## Ziele\n\n{LONG}\n\n{OTHER}\n",
        f"## Wohin wir wollen\n\n{LONG}\n\n{OTHER}\n",
        ["~ ## [-Ziele-]{+Wohin wir wollen+}", f"= {LONG}", f"= {OTHER}"],
    ),
    "title-that-stands-everywhere": (
        f"# Wohnen\n\n## Ziele\n\n{LONG}\n",
        f"# Gesundheit\n\n## Ziele\n\n{OTHER}\n",
        [
            "- [-# Wohnen-]",
            "- [-## Ziele-]",
            f"- [-{LONG}-]",
            "+ {+# Gesundheit+}",
            "+ {+## Ziele+}",
            f"+ {{+{OTHER}+}}",
        ],
    ),
    "section-moved": (
        f"# A\n\n{LONG}\n\n# B\n\n{OTHER}\n\n# C\n\n{THIRD}\n",
        f"# B\n\n{OTHER}\n\n# C\n\n{THIRD}\n\n# A\n\n{LONG}\n",
        ["= # B", f"= {OTHER}", "= # C", f"= {THIRD}", "> # A", f"= {LONG}"],
    ),
    "section-of-two-moved": (
        f"# A\n\n{LONG}\n\n# B\n\n{OTHER}\n\n{THIRD}\n",
        f"# B\n\n{OTHER}\n\n{THIRD}\n\n# A\n\n{LONG}\n",
        ["= # B", f"= {OTHER}", f"= {THIRD}", "> # A", f"= {LONG}"],
    ),
    "long-section-of-two-stays": (
        f"# A\n\n{LONG}\n\n{THIRD}\n\n# B\n\n{OTHER}\n",
        f"# B\n\n{OTHER}\n\n# A\n\n{LONG}\n\n{THIRD}\n",
        ["> # B", f"= {OTHER}", "= # A", f"= {LONG}", f"= {THIRD}"],
    ),
    "section-removed": (
        f"# A\n\n{LONG}\n\n# B\n\n{OTHER}\n",
        f"# A\n\n{LONG}\n",
        ["= # A", f"= {LONG}", "- [-# B-]", f"- [-{OTHER}-]"],
    ),
    "paragraph-moved": (
        f"{LONG}\n\n{OTHER}\n\n{THIRD}\n",
        f"{OTHER}\n\n{THIRD}\n\n{LONG}\n",
        [f"= {OTHER}", f"= {THIRD}", f"> {LONG}"],
    ),
    "paragraph-moved-and-changed": (
        f"# A\n\n{LONG}\n\n{THIRD}\n\n# B\n\n{OTHER}\n",
        f"# A\n\n{THIRD}\n\n# B\n\n{OTHER}\n\n{LONG.replace('allen', 'vielen')}\n",
        ["= # A", f"= {THIRD}", "= # B", f"= {OTHER}", f"> {LONG.replace('allen', '[-allen-]{+vielen+}')}"],
    ),
    "paragraph-split": (
        f"{LONG} {OTHER}\n",
        f"{LONG}\n\n{OTHER}\n",
        [f"split {LONG}⟨ →⏎⏎⟩{OTHER}"],
    ),
    "paragraph-split-and-changed": (
        f"{LONG} {OTHER}\n",
        f"{LONG}\n\n{OTHER.replace('Landkreis', 'Bund')}\n",
        [f"split {LONG}⟨ →⏎⏎⟩{OTHER.replace('Landkreis', '[-Landkreis-]{+Bund+}')}"],
    ),
    "paragraphs-joined": (
        f"{LONG}\n\n{OTHER}\n\n{THIRD}\n",
        f"{LONG} {OTHER}\n\n{THIRD}\n",
        [f"joined {LONG}⟨⏎⏎→ ⟩{OTHER}", f"= {THIRD}"],
    ),
    "sentence-moved-within": (
        f"{LONG} {OTHER} {THIRD}\n",
        f"{OTHER} {THIRD} {LONG}\n",
        [f"~ [<{LONG} <]{OTHER} {THIRD}{{> {LONG}>}}"],
    ),
    "sentence-moved-between": (
        f"{LONG} {OTHER}\n\n{THIRD}\n",
        f"{LONG}\n\n{THIRD} {OTHER}\n",
        [f"~ {LONG}[< {OTHER}<]", f"~ {THIRD}{{> {OTHER}>}}"],
    ),
    "item-added": (
        "- Kitas\n- Vereine\n",
        "- Kitas\n- Schulen\n- Vereine\n",
        ["= - Kitas", "+ {+- Schulen+}", "= - Vereine"],
    ),
    "item-moved": (
        "- Kitas im Kreis\n- Schulen im Kreis\n- Vereine im Kreis\n",
        "- Schulen im Kreis\n- Vereine im Kreis\n- Kitas im Kreis\n",
        ["= - Schulen im Kreis", "= - Vereine im Kreis", "> - Kitas im Kreis"],
    ),
    "item-nested": (
        "- Sprache\n- Arbeit\n",
        "- Sprache\n  - Kurse\n- Arbeit\n",
        ["= - Sprache", "+ {+- Kurse+}", "= - Arbeit"],
    ),
    "items-renumbered": (
        "1. Sprache lernen\n2. Arbeit finden\n",
        "1. Wohnung suchen\n2. Sprache lernen\n3. Arbeit finden\n",
        ["+ {+1. Wohnung suchen+}", "~ [-1-]{+2+}. Sprache lernen", "~ [-2-]{+3+}. Arbeit finden"],
    ),
    "bullets": ("- Kitas\n- Vereine\n", "* Kitas\n* Vereine\n", ["≈ ⟨-→*⟩ Kitas", "≈ ⟨-→*⟩ Vereine"]),
    "absatz-renumbered": (
        f"(1) {LONG}\n\n(2) {OTHER}\n",
        f"(1) {LONG}\n\n(2) {THIRD}\n\n(3) {OTHER}\n",
        [f"= (1) {LONG}", f"+ {{+(2) {THIRD}+}}", f"~ ([-2-]{{+3+}}) {OTHER}"],
    ),
    "absatz-put-anew": (
        f"(1) {LONG}\n\n(2) {OTHER}\n\n(3) Schluss.\n",
        f"(1) {LONG}\n\n(2) {THIRD}\n\n(3) Schluss.\n",
        [f"= (1) {LONG}", f"anew (2) [-{OTHER}-]{{+{THIRD}+}}", "= (3) Schluss."],
    ),
    "item-put-anew": (
        "1. Sprache\n2. ein Kurs am Abend\n",
        "1. Sprache\n2. die Betreuung von Kindern\n",
        ["= 1. Sprache", "anew 2. [-ein Kurs am Abend-]{+die Betreuung von Kindern+}"],
    ),
    "absatz-put-anew-with-a-sentence-from-another": (
        f"(1) {LONG} {OTHER}\n\n(2) Der Rest steht hier.\n",
        f"(1) {LONG}\n\n(2) {THIRD} {OTHER}\n",
        [f"~ (1) {LONG}[< {OTHER}<]", f"anew (2) [-Der Rest steht hier.-]{{+{THIRD} +}}{{>{OTHER}>}}"],
    ),
    "bullet-replaced": ("- Kitas\n- Chöre\n", "- Kitas\n- Busse\n", ["= - Kitas", "- [-- Chöre-]", "+ {+- Busse+}"]),
    "table-cell": (
        "| Ort | Plätze |\n|---|---|\n| Peine | 12 |\n| Ilsede | 8 |\n",
        "| Ort | Plätze |\n|---|---|\n| Peine | 15 |\n| Ilsede | 8 |\n",
        ["= | Ort | Plätze |", "= |---|---|", "~ | Peine | [-12-]{+15+} |", "= | Ilsede | 8 |"],
    ),
    "table-row": (
        "| Ort | Plätze |\n|---|---|\n| Ilsede | 8 |\n",
        "| Ort | Plätze |\n|---|---|\n| Peine | 12 |\n| Ilsede | 8 |\n",
        ["= | Ort | Plätze |", "= |---|---|", "+ {+| Peine | 12 |+}", "= | Ilsede | 8 |"],
    ),
    "table-cells": (
        "| Ort | Plätze | Stand |\n|---|---|---|\n| Peine | 12 | alt |\n",
        "| Ort | Plätze | Stand |\n|---|---|---|\n| Peine | 15 | neu |\n",
        ["= | Ort | Plätze | Stand |", "= |---|---|---|", "~ | Peine | [-12-]{+15+} | [-alt-]{+neu+} |"],
    ),
    "table-cell-filled": (
        "| Ort | Plätze |\n|---|---|\n| Peine und Ilsede | |\n",
        "| Ort | Plätze |\n|---|---|\n| Peine und Ilsede | 15 |\n",
        ["= | Ort | Plätze |", "= |---|---|", "~ | Peine und Ilsede | {+15 +}|"],
    ),
    "table-cell-with-a-bar": (
        "| Ort | Plätze |\n|---|---|\n| Peine \\| Ilsede | 12 |\n",
        "| Ort | Plätze |\n|---|---|\n| Peine \\| Vechelde | 15 |\n",
        ["= | Ort | Plätze |", "= |---|---|", "~ | Peine \\| [-Ilsede-]{+Vechelde+} | [-12-]{+15+} |"],
    ),
    "table-column": (
        "| Ort | Plätze |\n|---|---|\n| Peine | 12 |\n",
        "| Ort | Plätze | Stand |\n|---|---|---|\n| Peine | 12 | 2024 |\n",
        ["~ | Ort | Plätze |{+ Stand |+}", "≈ ⟨|---|---|→|---|---|---|⟩", "~ | Peine | 12 |{+ 2024 |+}"],
    ),
    "table-column-in-the-middle": (
        "| Ort | Preis | Einheit |\n|---|---|---|\n| Peine | 150,00 € | je Person |\n",
        "| Ort | Preis | Jahr | Einheit |\n|---|---|---|---|\n| Peine | 165,00 € | 2024 | je Person |\n",
        [
            "~ | Ort | Preis |{+ Jahr |+} Einheit |",
            "≈ ⟨|---|---|---|→|---|---|---|---|⟩",
            "~ | Peine | [-150,00 €-]{+165,00 €+} |{+ 2024 |+} je Person |",
        ],
    ),
    "table-column-gone": (
        "| Ort | Preis | Einheit |\n|---|---|---|\n| Peine | 150,00 € | je Person |\n",
        "| Ort | Preis |\n|---|---|\n| Peine | 150,00 € |\n",
        ["~ | Ort | Preis |[- Einheit |-]", "≈ ⟨|---|---|---|→|---|---|⟩", "~ | Peine | 150,00 € |[- je Person |-]"],
    ),
    "table-set-anew": (
        "| Ort | Plätze |\n|---|---|\n",
        "| Ort | Plätze |\n|:--|--:|\n",
        ["= | Ort | Plätze |", "≈ ⟨|---|---|→|:--|--:|⟩"],
    ),
    "table-aligned": (
        "| Ort | Plätze |\n|---|---|\n",
        "| Ort   | Plätze |\n|-------|--------|\n",
        ["≈ | Ort ⟨→  ⟩| Plätze |", "≈ ⟨|---|---|→|-------|--------|⟩"],
    ),
    "code": (
        "```\na = 1\n```\n",
        "```\na = 2\n```\n",
        ["~ ```⏎a = [-1-]{+2+}⏎```"],
    ),
    "heading-in-code": ("```\n# kein Kapitel\n```\n", "```\n# kein Kapitel\n```\n", ["= ```⏎# kein Kapitel⏎```"]),
    "paragraph-replaced": (f"{LONG}\n", f"{OTHER}\n", [f"- [-{LONG}-]", f"+ {{+{OTHER}+}}"]),
    "blank-lines": (f"\n\n{LONG}\n\n\n\n{OTHER}", f"{LONG}\n\n{OTHER}\n", ["= ", f"= {LONG}", f"= {OTHER}"]),
    "footnote": (
        "Ziel.[^1]\n\n[^1]: Stand 2021\n",
        "Ziel.[^1]\n\n[^1]: Stand 2022\n",
        ["= Ziel.[^1]", "~ [^1]: Stand [-2021-]{+2022+}"],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_blocks_a_reader_wants(old: str, new: str, expected: list[str]) -> None:
    assert listed(compare_texts(old, new)) == expected


def test_where_a_block_stands() -> None:
    old = f"# Teil 1\n\n## Ziele\n\n{LONG}\n\n# Teil 2\n\n{OTHER}\n"
    new = f"# Teil 1\n\n## Ziele\n\n# Teil 2\n\n{OTHER}\n\n{LONG}\n"
    moved = compare_texts(old, new)[-1]
    assert moved.change is Change.MOVED
    assert (moved.old.line, moved.old.under) == (5, ("Teil 1", "Ziele"))
    assert (moved.new.line, moved.new.under) == (9, ("Teil 2",))


def test_where_a_block_is_absent() -> None:
    (block,) = compare_texts("", f"{LONG}\n")
    assert (block.change, block.old.line, block.old.text, block.new.line) == (Change.ADDED, 0, "", 1)


def test_a_moved_sentence_names_the_other_block() -> None:
    old, new = f"{LONG} {OTHER}\n\n{THIRD}\n", f"{LONG}\n\n{THIRD} {OTHER}\n"
    first, second = compare_texts(old, new)
    assert [piece.other for piece in first.pieces if piece.other is not None] == [1]
    assert [piece.other for piece in second.pieces if piece.other is not None] == [0]


def test_forms() -> None:
    text = "---\ntitel: x\n---\n\n# A\n\nText\n\nTitel\n=====\n\n- a\n  - b\n\n| a |\n\n> q\n\n---\n\n~~~\nc\n~~~\n\n(1) a\n"
    assert [(block.form, block.level) for block in compare_texts(text, text)] == [
        (Form.HEADER, 0),
        (Form.HEADING, 1),
        (Form.PARAGRAPH, 0),
        (Form.HEADING, 1),
        (Form.ITEM, 1),
        (Form.ITEM, 2),
        (Form.ROW, 0),
        (Form.QUOTE, 0),
        (Form.RULE, 0),
        (Form.CODE, 0),
        (Form.PARAGRAPH, 0),
    ]
