"""What the text of a Vorlage speaks of, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.committee-vote-not-in-steps": (
        "Der Text nennt einen Beschluss vom {date}, der in der Beratungsfolge nicht vorkommt."
    ),
    "hint.committee-vote-not-in-steps": (
        "Den Schritt ergänzen – oder die Vorlage, zu der er gehört, unter „verwandt“ nennen."
    ),
}
