"""What the results rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.unanimous-contradicts-vote": "„einstimmig“ passt nicht zu {yes} Ja und {no} Nein.",
    "hint.unanimous-contradicts-vote": "„mehrheitlich“ schreiben, wie in der Niederschrift, oder „stimmen“ berichtigen.",
    "finding.unanimous-against-votes": "„einstimmig“ und Gegenstimmen schließen sich aus.",
    "hint.unanimous-against-votes": "„mehrheitlich“ schreiben, wie in der Niederschrift.",
    "finding.majority-without-dissent": "„mehrheitlich“, aber alle {votes} Stimmen liegen auf einer Seite.",
    "hint.majority-without-dissent": (
        "„einstimmig“ schreiben oder „stimmen“ ergänzen; wenn es so in der Niederschrift steht, ist nichts zu tun."
    ),
    "finding.words-contradict-result": "„{result}“ passt nicht zu den Worten der Niederschrift: „{words}“.",
    "hint.words-contradict-result": "„ergebnis“ oder „beschluss“ berichtigen.",
    "finding.result-without-class": "„{words}“ – aber „ergebnis“ fehlt.",
    "hint.result-without-class": "Im selben Schritt „ergebnis: {result}“ ergänzen.",
}
