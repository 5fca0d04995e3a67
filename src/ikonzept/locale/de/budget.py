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
    "help.budget.add": "Plant eine Position: welches Konto wofür wie viel bezahlt.",
    "help.budget.commit-funds": "Bucht einen Auftrag: ab jetzt ist das Geld gebunden.",
    "help.budget.book": "Bucht eine Zahlung (Ist); mit --settles bezahlt sie einen Auftrag.",
    "help.budget.transfer": "Bucht Ermächtigung von einem Konto auf ein anderes um.",
    "help.budget.close": "Schließt ein Haushaltsjahr ab und überträgt, was übrig ist, ins nächste.",
    "spending.option.line": "Kennung der Position, etwa H-2024-03.",
    "spending.option.amount": "Betrag in Euro, etwa 480.00.",
    "spending.option.date": "Tag der Buchung; sonst heute.",
    "spending.option.voucher": "Nummer des Belegs.",
    "spending.option.note": "Wofür.",
    "spending.option.account": "Produktsachkonto des Jahres.",
    "spending.option.planned": "Geplanter Betrag in Euro, etwa 1200.00.",
    "spending.option.measure": "Die Maßnahme, die bezahlt wird.",
    "spending.option.subject": "Was sonst bezahlt wird: eine Veranstaltung, eine Vorlage …",
    "spending.option.purpose": "Wofür, in Worten.",
    "spending.option.id": "Kennung der Position; sonst die nächste freie.",
    "spending.option.year": "Haushaltsjahr; sonst das laufende.",
    "spending.option.settles": "Beleg des Auftrags, der hiermit bezahlt wird.",
    "spending.option.source": "Konto, das abgibt.",
    "spending.option.target": "Konto, das erhält.",
    "spending.option.reason": "Warum.",
    "spending.option.closing": "Das Haushaltsjahr, das abgeschlossen wird.",
    "spending.commit.add": "Position {id} geplant",
    "spending.commit.book": "{id}: {kind} {voucher} über {amount} € gebucht",
    "spending.commit.transfer": "{amount} € von {source} nach {target} umgebucht",
    "spending.commit.close": "Haushaltsjahr {year} abgeschlossen",
    "spending.done.add": "Position {id} über {amount} € steht in {path}. → ikonzept budget show",
    "spending.done.book": "{id}: {kind} {voucher} über {amount} € ist gebucht. → ikonzept budget show --explain {id}",
    "spending.done.transfer": "{amount} € sind von {source} nach {target} umgebucht. → ikonzept budget show",
    "spending.done.close": "Das Haushaltsjahr {year} ist abgeschlossen. → ikonzept budget check",
    "spending.carried": "{account}: {amount} € gehen als Haushaltsrest nach {year}.",
    "spending.no_next_year": (
        "Nach {year} gibt es noch keinen Haushalt; was übrig ist, dort später unter „uebertragung“ eintragen."
    ),
    "spending.breaks": "Achtung, danach stimmt nicht mehr: {message}",
    "error.spending-one-subject": "Eine Position bezahlt genau eines.",
    "hint.spending-one-subject": "Entweder --measure M-001 oder --for VERANSTALTUNG angeben.",
    "error.spending-id-taken": "„{name}“ gibt es schon, mit anderem Inhalt.",
    "hint.spending-id-taken": "Ohne --id wird die nächste freie Kennung genommen.",
    "error.spending-voucher-taken": "{name}: Der Beleg {voucher} ist schon gebucht, über {amount} €.",
    "hint.spending-voucher-taken": (
        "Eine andere Belegnummer angeben oder die vorhandene Buchung in der Datei berichtigen."
    ),
    "error.spending-plain-amounts": "„{name}“ nennt „gebunden“ oder „ist“ ohne Buchungen.",
    "hint.spending-plain-amounts": (
        "Die beiden Beträge in der Datei durch Buchungen ersetzen; beides nebeneinander zählte doppelt."
    ),
    "error.spending-no-order": "Auf {name} ist kein Auftrag {voucher} gebucht.",
    "hint.spending-no-order": (
        "Die Belegnummer prüfen oder ohne --settles buchen; „ikonzept budget show --explain {name}“ zeigt die Aufträge."
    ),
    "error.spending-same-account": "Von {account} auf dasselbe Konto gibt es nichts umzubuchen.",
    "hint.spending-same-account": "Zwei verschiedene Konten angeben.",
    "error.spending-closed": "Das Haushaltsjahr {year} ist schon seit dem {day} abgeschlossen.",
    "hint.spending-closed": (
        "Ein abgeschlossenes Jahr ändert sich nicht mehr; stimmt das Datum nicht, „abgeschlossen_am“ in "
        "der Datei berichtigen."
    ),
    "error.spending-not-over": "Am {day} ist das Haushaltsjahr {year} noch nicht zu Ende.",
    "hint.spending-not-over": "Mit --date einen Tag nach dem 31.12.{year} angeben.",
    "error.spending-unreadable": "{path} ist nicht lesbar und wird darum nicht geändert.",
    "hint.spending-unreadable": "„ikonzept check“ nennt die Stelle.",
    "error.spending-account-unknown": "„{account}“ ist kein Konto des Haushalts {year}.",
    "hint.spending-account-unknown": "Vorhanden sind: {known}",
    "error.spending-account-ambiguous": "„{account}“ passt im Haushalt {year} auf mehrere Konten.",
    "hint.spending-account-ambiguous": "Gemeint ist welches? {known}",
    "error.spending-line-unknown": "Die Position „{name}“ gibt es nicht.",
    "hint.spending-line-unknown": "„ikonzept budget show --explain KONTO“ zeigt die Positionen eines Kontos.",
    "error.spending-not-positive": "{where}: {value} ist nicht mehr als nichts.",
    "hint.spending-not-positive": (
        "Einen Betrag über 0 angeben; eine Erstattung von Hand als Ist-Buchung mit Minus eintragen."
    ),
    "error.spending-in-braces": "In {path} steht die Liste in Klammern; dort ändert ikonzept nichts.",
    "hint.spending-in-braces": "Die Liste Zeile für Zeile schreiben, jeden Eintrag mit „- “ davor, dann noch einmal.",
    "help.budget.diff": "Zeigt, worin sich die Mittel zweier Fortschreibungen, Stände oder Jahre unterscheiden.",
    "budget.option.old": "Fortschreibung oder Stand; ohne Angabe die geltende Fortschreibung. Mit --years ein Haushaltsjahr.",
    "budget.option.new": "Fortschreibung oder Stand; ohne Angabe die Dateien, wie sie sind. Mit --years ein Haushaltsjahr.",
    "budget.option.years": "A und B sind Haushaltsjahre, verglichen wie die Dateien sie jetzt nennen.",
    "budget.diff.title": "Mittel {old} → {new}",
    "budget.diff.none": "Bei den Mitteln gibt es keinen Unterschied.",
    "budget.csv.share": "Anteil",
    "budget.csv.part": "davon",
    "error.budget-diff-format": "budget diff gibt es als Text, JSON, CSV und Markdown, nicht als HTML.",
    "hint.budget-diff-format": "Die Synopse mit den Mitteln: ikonzept diff A B --format html",
}
