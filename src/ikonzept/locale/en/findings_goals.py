"""What the goals rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.goal-number-twice": "Another goal of this field of action has the number {number} already.",
    "hint.goal-number-twice": "Give the newer goal the next free number: {free}.",
    "finding.goal-ended-without-assessment": "The edition {edition} ended the goal {id}, but its assessment is missing.",
    "hint.goal-ended-without-assessment": (
        "Add “bewertung:” and below it “ergebnis: …”: erreicht, teilweise erreicht, nicht erreicht or "
        "nicht beurteilbar."
    ),
    "hint.goal-ended-without-assessment.braces": (
        "Add “, bewertung: {{ergebnis: …}}” in the braces: erreicht, teilweise erreicht, nicht erreicht or "
        "nicht beurteilbar."
    ),
    "finding.goal-assessed-not-ended": "The goal {id} is assessed, but has not ended.",
    "hint.goal-assessed-not-ended": "Add “beendet_mit: …” with the edition that ends the goal.",
    "finding.goal-circle": "What continues what leads in a circle: {members}.",
    "hint.goal-circle": "Delete the goal under “setzt_fort” that in truth is the newer one.",
    "finding.continued-goal-not-ended": "The goal {id} is continued ({by}), but has not ended itself.",
    "hint.continued-goal-not-ended": "Add “bewertung” and “beendet_mit” here.",
    "hint.continued-goal-not-ended.braces": "Add “, bewertung: {{ergebnis: …}}, beendet_mit: …” in the braces.",
    "finding.submission-number-twice": "Another submission of this event has the number {number} already.",
    "hint.submission-number-twice": "Give the newer submission the next free number: {free}.",
    "finding.submission-link-one-sided": "{measure} goes back to the Anregung {id}, which does not lead to it.",
    "said.submission-link-one-sided.submission": "The Anregung {id} leads to {measure}, which does not go back to it.",
    "hint.submission-link-one-sided": "In {file}, add {measure} under “fuehrt_zu” of the Anregung {id}.",
    "hint.submission-link-one-sided.submission": "In {file}, add {id} under “anregungen”.",
    "finding.submission-two-authors": "The submission has two senders: “von” and “von_person”.",
    "hint.submission-two-authors": (
        "“von” is for an institution, “von_person” for a person; delete what is not right."
    ),
}
