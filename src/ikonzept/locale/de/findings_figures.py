"""What the figures rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.year-implausible": "„{year}“ kann hier kein Jahr sein.",
    "hint.year-implausible": "Das Jahr mit vier Ziffern schreiben, etwa 2024.",
    "finding.value-twice": "Für {of} steht schon ein Wert da.",
    "hint.value-twice": (
        "Die falsche der beiden Zeilen löschen oder, wenn eine Untergruppe gemeint ist, sie unter „merkmal“ nennen."
    ),
    "finding.share-impossible": "Eine Förderquote von {share} % gibt es nicht.",
    "hint.share-impossible": "Den Anteil in Prozent schreiben, mehr als 0 und höchstens 100; Euro stehen unter „betrag“.",
    "finding.ags-of-another-state": "Der Schlüssel {ags} gehört nicht zum Land {state}.",
    "hint.ags-of-another-state": (
        "„ags“ oder „land“ berichtigen; die ersten beiden Ziffern sind das Land, 03 ist Niedersachsen (NI)."
    ),
    "finding.ags-of-another-kind": "Der Schlüssel {ags} passt nicht zu „{kind}“: Er hätte {digits} Ziffern.",
    "hint.ags-of-another-kind": (
        "„ags“ oder „art“ berichtigen: fünf Ziffern haben Landkreis, Region und kreisfreie Stadt, acht hat eine Gemeinde "
        "oder Stadt."
    ),
}
