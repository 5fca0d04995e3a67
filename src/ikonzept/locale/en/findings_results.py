"""What the results rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.unanimous-contradicts-vote": '"einstimmig" does not fit {yes} Ja and {no} Nein.',
    "hint.unanimous-contradicts-vote": 'Write "mehrheitlich", as in the minutes, or correct "stimmen".',
    "finding.unanimous-against-votes": "“einstimmig” and votes against exclude each other.",
    "hint.unanimous-against-votes": "Write “mehrheitlich”, as in the minutes.",
    "finding.majority-without-dissent": "“mehrheitlich”, but all {votes} votes are on one side.",
    "hint.majority-without-dissent": (
        "Write “einstimmig” or complete “stimmen”; if the minutes say so, nothing is to be done."
    ),
    "finding.words-contradict-result": "“{result}” does not fit the words of the minutes: “{words}”.",
    "hint.words-contradict-result": "Correct “ergebnis” or “beschluss”.",
    "finding.result-without-class": "“{words}” – but “ergebnis” is missing.",
    "hint.result-without-class": "In the same step, add “ergebnis: {result}”.",
}
