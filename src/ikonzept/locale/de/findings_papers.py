"""What the papers rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.relevance-without-paragraph": "Relevanz „{field}: ja“, aber der Text hat dazu keinen Absatz.",
    "hint.relevance-without-paragraph": (
        "Einen Absatz mit der Überschrift „### {field}“ ergänzen – oder das Feld auf „nein“ setzen."
    ),
    "finding.costs-not-split": "Die Kosten von {costs} € sind nicht auf die Konten aufgeteilt: {accounts}.",
    "hint.costs-not-split": "Bei jedem Konto „betrag: …“ ergänzen, zusammen {costs} €.",
    "finding.costs-without-accounts": "{costs} € sollen im Budget enthalten sein, ein Konto ist aber nicht genannt.",
    "hint.costs-without-accounts": "Unter „produktsachkonten“ eintragen, woraus bezahlt wird.",
    "finding.budget-account-without-product": "„{account}“ ist nur das Sachkonto, die Produktnummer fehlt.",
    "hint.budget-account-without-product": "Die Produktnummer voranstellen, etwa 111-300.{account}",
    "finding.fiscal-year-file-name": "„{name}“ ist kein Jahr.",
    "hint.fiscal-year-file-name": "Die Datei nach dem Haushaltsjahr benennen, etwa haushalt/2024.yaml",
    "finding.unit-spelling": "„{name}“ heißt im Konzept „{known}“.",
    "hint.unit-spelling": (
        "So schreiben wie im Konzept. Steht es gedruckt so da, die Schreibweise in konzept.yaml unter „auch“ ergänzen."
    ),
    "finding.unknown-lead-unit": "Die federführende Stelle „{name}“ kennt das Konzept nicht.",
    "hint.unknown-lead-unit": "In konzept.yaml unter „stellen“ eintragen – oder bei einer Stelle unter „auch“.",
    "finding.resolution-about-missing-measures": (
        "Der Beschlussvorschlag spricht von Maßnahmen, „{edition}“ enthält aber keine."
    ),
    "hint.resolution-about-missing-measures": (
        "Die Maßnahmen unter massnahmen/ anlegen – oder im Beschlussvorschlag nennen, was beschlossen werden soll."
    ),
    "finding.paper-number-differs": "Die Nummer {number} passt nicht zum Dateinamen.",
    "hint.paper-number-differs": "Die Datei {name} nennen oder die Nummer berichtigen.",
    "finding.paper-after-meeting": "Die Vorlage ist vom {date}, {committee} tagte aber schon am {meeting}.",
    "hint.paper-after-meeting": "„datum“ oder „termin“ berichtigen.",
}
