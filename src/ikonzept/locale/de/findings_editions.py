"""What the editions rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.guiding-question-unanswered": "Kein Kapitel beantwortet die Leitfrage „{id}“.",
    "hint.guiding-question-unanswered": "Im Kopf des Kapitels, das sie beantwortet, „beantwortet: [{id}]“ ergänzen.",
    "finding.edition-without-predecessor": "Bei der Art „{relation}“ fehlt die frühere Fortschreibung.",
    "hint.edition-without-predecessor": "„vorgaenger: …“ ergänzen; nur eine Erstfassung hat keinen.",
    "finding.first-edition-with-predecessor": "Eine Erstfassung hat keinen Vorgänger; hier steht „{id}“.",
    "hint.first-edition-with-predecessor": (
        "Bei „art“ ersetzt, ergänzt oder berichtigt eintragen oder „vorgaenger“ löschen."
    ),
    "finding.second-first-edition": "Eine Erstfassung gibt es schon: die Fortschreibung {other}.",
    "hint.second-first-edition": "Bei „art“ ersetzt, ergänzt oder berichtigt eintragen und „vorgaenger: …“ ergänzen.",
    "finding.edition-circle": "Die Kette der Vorgänger führt im Kreis: {members}.",
    "hint.edition-circle": "Bei „vorgaenger“ die ältere Fortschreibung eintragen.",
    "finding.predecessor-not-adopted": (
        "Die Fortschreibung ist beschlossen, ihr Vorgänger {id} aber nicht: Er hat den Status „{status}“."
    ),
    "hint.predecessor-not-adopted": "Den Beschluss in der Datei des Vorgängers nachtragen oder „vorgaenger“ ändern.",
    "finding.two-open-replacements": "Auch die Fortschreibung {other} soll {id} ersetzen und ist noch offen.",
    "hint.two-open-replacements": "Die Entwürfe zusammenführen, oder bei einem von ihnen „art: ergänzt“ eintragen.",
    "finding.adopted-without-date": "Die Fortschreibung ist beschlossen, der Tag des Beschlusses fehlt aber.",
    "hint.adopted-without-date": "„beschlossen_am: JJJJ-MM-TT“ ergänzen.",
    "finding.adopted-without-paper": "Die Fortschreibung ist beschlossen, die Vorlage dazu fehlt aber.",
    "hint.adopted-without-paper": "„vorlage: …“ mit der Nummer der Vorlage ergänzen.",
    "finding.decision-date-without-adoption": (
        "Ein Beschluss vom {date} ist eingetragen, der Status lautet aber „{status}“."
    ),
    "hint.decision-date-without-adoption": "„status: beschlossen“ eintragen oder „beschlossen_am“ löschen.",
    "finding.edition-paper-undecided": (
        "Die Fortschreibung ist beschlossen, in der Vorlage {number} steht aber kein solcher Beschluss."
    ),
    "hint.edition-paper-undecided": (
        "In der Vorlage beim Schritt mit der Entscheidung „ergebnis: beschlossen“ ergänzen oder hier „vorlage“ ändern."
    ),
    "finding.edition-date-differs": "Nach der Vorlage {number} fiel der Beschluss am {meeting}, hier steht der {date}.",
    "hint.edition-date-differs": "„beschlossen_am“ oder in der Vorlage den „termin“ berichtigen.",
    "finding.two-adopted-replacements": "Auch die Fortschreibung „{other}“ ist beschlossen und ersetzt „{id}“.",
    "hint.two-adopted-replacements": (
        "Bei der späteren „vorgaenger“ auf die frühere ändern oder „art: ergänzt“ eintragen."
    ),
    "finding.adopted-before-predecessor": "Beschlossen am {date}, die Vorgängerin „{id}“ aber erst am {former}.",
    "hint.adopted-before-predecessor": "„beschlossen_am“ oder „vorgaenger“ berichtigen.",
    "finding.edition-paper-differs": "Die Vorlage {number} betrifft nach ihren Angaben die Fortschreibung „{other}“.",
    "hint.edition-paper-differs": "Hier „vorlage“ oder in der Vorlage „fortschreibung“ berichtigen.",
    "finding.two-editions-of-one-paper": "Mit der Vorlage {number} ist schon die Fortschreibung „{other}“ verbunden.",
    "hint.two-editions-of-one-paper": "Bei einer von beiden „vorlage“ berichtigen.",
    "finding.edition-still-open": (
        "Die Vorlage {number} ist beschlossen, die Fortschreibung steht noch auf „{status}“."
    ),
    "hint.edition-still-open": "Den Beschluss festhalten: ikonzept edition adopt {id}",
}
