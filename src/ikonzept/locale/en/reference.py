"""The reference of the format."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # --- reference ---------------------------------------------------------------------------------------------------
    "reference.head": "# The format of the files\n\n"
    "Made with `ikonzept schema file --format markdown`; please do not change it by hand.\n\n"
    "A concept consists of small YAML and Markdown files. The file name is the id. A missing key and one without a "
    "value both mean *keine Angabe* (not stated); unknown keys are errors. Write amounts as `6000.00` or `6.000,00`, "
    "days as `2022-06-22` or `22.06.2022`, months as `2024-06` or `06/2024`, yes and no as `ja` and `nein`. `6.000` is "
    "ambiguous and is refused. Inside braces a comma separates: free texts and amounts therefore stand one below the "
    "other.\n\n"
    "*Inhalt* is what the Kreistag adopts; *Vollzug* is what happens week by week. A measure only proposed is Vollzug until an edition contains it; while a draft is open it belongs to it and is Inhalt. What is marked *intern* never "
    "leaves the repository; what is marked *mit dem Beratungsschritt* is public if that step is public.",
    "reference.columns": "| Key | required | Value | belongs to | Meaning |",
    "reference.required": "yes",
    "reference.words": "Possible: {words}.",
    "reference.list": "List: {kind}",
    "reference.named": "by id: {kind}",
    "reference.block": "Block",
    "reference.word": "Word",
    "reference.manifest": "Title, Körperschaft, units, actors, committees, guiding questions and exceptions.",
    "reference.chapter": "A header between two lines `---`, below it the text in Markdown. The folder under `texte/` "
    "is the part; a leading number in the file name sets the order and is not part of the id. The text is Inhalt too.",
    "reference.action_field": "Every goal keeps its number; an old one stays and carries its assessment.",
    "reference.measure": "The current status is that of the last entry in `verlauf` that has one. A step back, "
    "`zurückgestellt`, `neu ausgerichtet` and `nicht weiterverfolgt` need a `grund`.",
    "reference.fiscal_year": "Ermächtigung = Ansatz + Nachtrag + Übertragung + Mehrbedarf + Umbuchungen − Sperre; "
    "available = Ermächtigung − committed (gebunden) − actual (Ist). A budget line pays for exactly one thing: "
    "`massnahme` or `bezug`.",
    "reference.grant": "Money from outside, its conditions and what it helps to pay for.",
    "reference.indicator": "What is measured. The values are kept under the same name in `monitoring/werte/`.",
    "reference.series": "A table with semicolons and the header row `jahr;merkmal;wert;stand;hinweis`.",
    "reference.event": "An Anregung is named by its event and number, such as `2022-09-14-bildung.3`.",
    "reference.paper": "The file name is the printed number with `-` for `/`. The header is followed by the sections "
    "under their own headings (`## Beschlussvorschlag` …).",
    "reference.edition": "In force is the adopted Fortschreibung with the latest `wirksam_ab` that is not after the "
    "day looked at. The tag `fortschreibung/<id>` records its text.",
}
