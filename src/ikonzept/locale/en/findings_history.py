"""What the history rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.history-out-of-order": "The entry of {date} stands below a later one of {before}.",
    "hint.history-out-of-order": "Put the entries in order, oldest first, or correct the date.",
    "finding.status-step-without-reason": "“{step}” needs a reason.",
    "hint.status-step-without-reason": "Add “grund: …” below it.",
    "hint.status-step-without-reason.braces": 'Add “, grund: "…"” in the braces, the text in quotation marks.',
    "finding.history-without-status": "No entry of the Verlauf has a status: how far is the measure?",
    "hint.history-without-status": "Add “status: …” to an entry, such as “geplant” or “in Umsetzung”.",
    "finding.lineage-source-not-merged": (
        "{id} stands in the Herkunft of {by}, but does not end with the status “übergegangen”."
    ),
    "hint.lineage-source-not-merged": (
        "Add an entry with “status: übergegangen” to the Verlauf of {id}, or change the Herkunft of {by}."
    ),
    "finding.merged-into-nothing": "{id} is “übergegangen”, but stands in the Herkunft of no other measure.",
    "hint.merged-into-nothing": (
        "In the measure that took it in, enter the id {id} under “herkunft” as “aus” – or change the status here."
    ),
    "finding.lineage-circle": "The Herkunft leads in a circle: {members}.",
    "hint.lineage-circle": "Delete the measure under “aus” that in truth came later.",
    "finding.lineage-without-sources": "The Herkunft “{kind}” names no earlier measure.",
    "hint.lineage-without-sources": "Add “aus: [M-…]” below it, or delete “herkunft”.",
    "hint.lineage-without-sources.braces": "Add “, aus: [M-…]” in the braces, or delete “herkunft”.",
    "finding.standing-task-with-end": "A Daueraufgabe has no fixed end; here it says {end}.",
    "hint.standing-task-with-end": "Delete “ende”, or enter “art: Projekt”.",
}
