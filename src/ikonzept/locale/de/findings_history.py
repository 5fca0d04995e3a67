"""What the history rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.history-out-of-order": "Der Eintrag vom {date} steht unter einem späteren vom {before}.",
    "hint.history-out-of-order": "Die Einträge nach dem Datum ordnen, den ältesten zuerst, oder das Datum berichtigen.",
    "finding.status-step-without-reason": "„{step}“ braucht einen Grund.",
    "hint.status-step-without-reason": "Darunter „grund: …“ ergänzen.",
    "hint.status-step-without-reason.braces": (
        'In der geschweiften Klammer „, grund: "…"“ ergänzen, den Text in Anführungszeichen.'
    ),
    "finding.history-without-status": "Kein Eintrag des Verlaufs nennt einen Status: Wie weit ist die Maßnahme?",
    "hint.history-without-status": "In einem Eintrag „status: …“ ergänzen, etwa „geplant“ oder „in Umsetzung“.",
    "finding.lineage-source-not-merged": (
        "{id} steht in der Herkunft von {by}, endet aber nicht mit dem Status „übergegangen“."
    ),
    "hint.lineage-source-not-merged": (
        "Im Verlauf von {id} einen Eintrag mit „status: übergegangen“ anfügen oder die Herkunft von {by} ändern."
    ),
    "finding.merged-into-nothing": "{id} ist „übergegangen“, steht aber in der Herkunft keiner anderen Maßnahme.",
    "hint.merged-into-nothing": (
        "In der Maßnahme, in der sie aufging, unter „herkunft“ bei „aus“ die Kennung {id} eintragen – oder hier den "
        "Status ändern."
    ),
    "finding.lineage-circle": "Die Herkunft führt im Kreis: {members}.",
    "hint.lineage-circle": "Unter „aus“ die Maßnahme streichen, die in Wahrheit erst später entstand.",
    "finding.lineage-without-sources": "Die Herkunft „{kind}“ nennt keine frühere Maßnahme.",
    "hint.lineage-without-sources": "Darunter „aus: [M-…]“ ergänzen oder „herkunft“ löschen.",
    "hint.lineage-without-sources.braces": (
        "In der geschweiften Klammer „, aus: [M-…]“ ergänzen oder „herkunft“ löschen."
    ),
    "finding.standing-task-with-end": "Eine Daueraufgabe hat kein festes Ende; hier steht der {end}.",
    "hint.standing-task-with-end": "„ende“ löschen oder „art: Projekt“ eintragen.",
}
