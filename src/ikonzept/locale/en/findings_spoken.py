"""What the text of a Vorlage speaks of, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.committee-vote-not-in-steps": (
        "The text speaks of a decision on {date} that is no step of the Beratungsfolge."
    ),
    "hint.committee-vote-not-in-steps": 'Add the step, or name the Vorlage it belongs to under "verwandt".',
}
