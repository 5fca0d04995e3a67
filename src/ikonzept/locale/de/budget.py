"""What ``budget`` says."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "help.budget": (
        "Die Mittel: was ermächtigt, geplant, gebunden, ausgegeben und verfügbar ist, und ob die Summen stimmen."
    ),
    "help.budget.show": "Zeigt die Mittel nach Konto, Maßnahme, Handlungsfeld, Stelle, Deckungskreis oder Förderung.",
    "help.budget.check": "Prüft alle Summen; Rückgabewert 1, wenn eine nicht stimmt.",
    "budget.option.year": "Haushaltsjahr; mehrfach oder 2022..2024 für mehrere. Ohne Angabe das laufende.",
    "budget.option.by": "Wonach die Mittel zusammengefasst werden.",
    "budget.option.explain": (
        "Alles, was zu einer Summe beiträgt, mit Datei und Zeile: ein Konto, eine Maßnahme, eine Position …"
    ),
    "budget.option.expect": "Die Ermächtigung des Jahres muss so hoch sein, etwa 6000.00.",
    "budget.option.expect_file": "CSV-Datei mit „jahr;konto;betrag“; ohne Konto ist das ganze Jahr gemeint.",
    "budget.title": "Mittel {year} nach {by}",
    "budget.by.account": "Konto",
    "budget.by.measure": "Maßnahme",
    "budget.by.field": "Handlungsfeld",
    "budget.by.unit": "Federführung",
    "budget.by.cover-group": "Deckungskreis",
    "budget.by.grant": "Förderung",
    "budget.none.account": "ohne Konto",
    "budget.none.measure": "ohne Maßnahme",
    "budget.none.field": "ohne Handlungsfeld",
    "budget.none.unit": "ohne Federführung",
    "budget.none.cover-group": "ohne Deckungskreis",
    "budget.none.grant": "ohne Förderung",
    "budget.used": "belastet",
    "budget.left": "frei",
    "budget.closed": "Das Haushaltsjahr {year} ist seit dem {day} abgeschlossen.",
    "budget.csv.year": "Haushaltsjahr",
    "budget.csv.title": "Bezeichnung",
    "budget.page": "Haushaltsüberwachung",
    "budget.caption": "Beträge in Euro; „belastet“ ist der Anteil, der gebunden oder ausgegeben ist.",
    "budget.foot": (
        "Erstellt mit ikonzept. Verfügbar = Ermächtigung − gebunden − Ist; ein bezahlter Auftrag zählt einmal."
    ),
    "error.budget-year-unknown": "Für das Jahr {year} gibt es keinen Haushalt.",
    "hint.budget-year-unknown": "Vorhanden sind: {known}. Ein neues Jahr beginnt mit der Datei haushalt/{year}.yaml.",
    "error.budget-no-year": "In diesem Konzept gibt es noch keinen Haushalt.",
    "hint.budget-no-year": (
        "Eine Datei unter haushalt/ anlegen, etwa haushalt/2024.yaml; „ikonzept schema file fiscal-year“ "
        "beschreibt sie."
    ),
    "error.budget-explain-format": "--explain gibt es als Text und als JSON, nicht als {format}.",
    "hint.budget-explain-format": "--format weglassen oder --format json",
    "error.budget-explain-unknown": "„{name}“ hat im Haushalt {years} keine Mittel.",
    "hint.budget-explain-unknown": (
        "Ein Konto, eine Maßnahme, ein Handlungsfeld, eine Stelle, eine Förderung oder eine Position nennen; "
        "„ikonzept budget show“ zeigt sie."
    ),
    "error.expect-one-year": "--expect meint ein Jahr, gefragt ist nach mehreren.",
    "hint.expect-one-year": "Ein einziges --year angeben oder --expect-file verwenden.",
    "error.expect-amount": "{where}: „{value}“ ist kein eindeutiger Betrag.",
    "hint.expect-amount": "Mit zwei Nachkommastellen schreiben: 6000.00 oder 6.000,00",
    "error.expect-account": "{where}: „{value}“ ist kein Produktsachkonto.",
    "hint.expect-account": "Etwa 4271305 oder 111-300.4271305 schreiben.",
    "error.expect-file": "{path} ist nicht lesbar.",
    "hint.expect-file": "Eine CSV-Datei in UTF-8 mit den Spalten jahr;konto;betrag angeben.",
    "error.expect-head": "{path}: Die erste Zeile muss „{head}“ heißen.",
    "hint.expect-head": "Die Spalten so benennen und mit Semikolon trennen.",
    "finding.budget-total-unexpected": (
        "{what}: erwartet sind {expected} €, im Haushalt stehen {actual} €; der Unterschied beträgt {difference} €."
    ),
    "hint.budget-total-unexpected": (
        "Entweder stimmt der Haushalt nicht oder die Erwartung; eines von beiden berichtigen."
    ),
    "figure.available": "verfügbar",
    "figure.authorisation": "Ermächtigung",
    "figure.planned": "geplant",
    "figure.committed": "gebunden",
    "figure.actual": "Ist",
    "figure.appropriation": "Ansatz",
    "figure.supplement": "Nachtrag",
    "figure.carry_over": "Übertragung",
    "figure.excess": "Mehrbedarf",
    "figure.cover": "deckt Mehrbedarf",
    "figure.transfer": "Umbuchung",
    "figure.block": "Sperre",
    "figure.order": "Auftrag",
    "figure.settled": "bezahlt",
    "figure.payment": "Ist",
}
