"""What the goals rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.goal-number-twice": "Die Nummer {number} trägt schon ein anderes Ziel dieses Handlungsfeldes.",
    "hint.goal-number-twice": "Dem neueren Ziel die nächste freie Nummer geben: {free}.",
    "finding.goal-ended-without-assessment": (
        "Die Fortschreibung {edition} hat das Ziel {id} beendet, seine Bewertung fehlt aber."
    ),
    "hint.goal-ended-without-assessment": (
        "„bewertung:“ ergänzen und darunter „ergebnis: …“: erreicht, teilweise erreicht, nicht erreicht oder "
        "nicht beurteilbar."
    ),
    "hint.goal-ended-without-assessment.braces": (
        "In der geschweiften Klammer „, bewertung: {{ergebnis: …}}“ ergänzen: erreicht, teilweise erreicht, "
        "nicht erreicht oder nicht beurteilbar."
    ),
    "finding.goal-assessed-not-ended": "Das Ziel {id} ist bewertet, aber nicht beendet.",
    "hint.goal-assessed-not-ended": "„beendet_mit: …“ mit der Fortschreibung ergänzen, die das Ziel beendet.",
    "finding.goal-circle": "Die Fortsetzung führt im Kreis: {members}.",
    "hint.goal-circle": "Unter „setzt_fort“ das Ziel streichen, das in Wahrheit das neuere ist.",
    "finding.continued-goal-not-ended": "Das Ziel {id} wird fortgesetzt ({by}), ist selbst aber nicht beendet.",
    "hint.continued-goal-not-ended": "Hier „bewertung“ und „beendet_mit“ ergänzen.",
    "hint.continued-goal-not-ended.braces": (
        "In der geschweiften Klammer „, bewertung: {{ergebnis: …}}, beendet_mit: …“ ergänzen."
    ),
    "finding.submission-number-twice": "Die Nummer {number} trägt schon eine andere Anregung dieser Veranstaltung.",
    "hint.submission-number-twice": "Der neueren Anregung die nächste freie Nummer geben: {free}.",
    "finding.submission-link-one-sided": "{measure} geht auf die Anregung {id} zurück, die aber nicht zu ihr führt.",
    "said.submission-link-one-sided.submission": (
        "Die Anregung {id} führt zu {measure}, die aber nicht auf sie zurückgeht."
    ),
    "hint.submission-link-one-sided": "In {file} bei der Anregung {id} unter „fuehrt_zu“ {measure} ergänzen.",
    "hint.submission-link-one-sided.submission": "In {file} unter „anregungen“ {id} ergänzen.",
    "finding.submission-two-authors": "Die Anregung hat zwei Absender: „von“ und „von_person“.",
    "hint.submission-two-authors": (
        "Für eine Einrichtung „von“, für einen Menschen „von_person“; was nicht stimmt, streichen."
    ),
}
