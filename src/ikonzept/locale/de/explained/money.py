"""Why the money rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "budget-exceeds-authorisation": Explained(
        rule=(
            "Ein Konto plant nicht mehr, als es ausgeben darf, oder andere Konten decken den Rest: gegenseitig in"
            " einem Deckungskreis, einseitig durch „deckt“."
        ),
        why=(
            "Aus einem Konto ohne Ermächtigung darf nichts bezahlt werden, und die verfügbaren Mittel müssen "
            "stets erkennbar sein."
        ),
        source="§§ 19, 27 KomHKVO (Niedersachsen)",
    ),
    "budget-covered": Explained(
        rule="Wo Konten einander decken, wird gesagt, welches was deckt.",
        why="Was ein Konto für ein anderes hergibt, hat es selbst nicht mehr.",
        source="§ 19 KomHKVO (Niedersachsen)",
    ),
    "blocked-money-committed": Explained(
        rule="Gesperrtes Geld wird weder bestellt noch ausgegeben.",
        why="Eine Sperre soll gerade verhindern, dass Pflichten entstehen, bevor das Geld sicher ist.",
    ),
    "block-exceeds-authorisation": Explained(
        rule="Gesperrt ist höchstens, was ein Konto ausgeben darf.",
        why="Was es nicht gibt, lässt sich nicht sperren; meist ist der Betrag vertippt.",
    ),
    "fiscal-year-not-adopted": Explained(
        rule="Vor dem Beschluss der Haushaltssatzung ist ein Ansatz kein freies Geld.",
        why="Bis dahin darf nur geleistet werden, wozu eine Pflicht besteht oder was unaufschiebbar ist.",
        source="§ 116 NKomVG (Niedersachsen)",
    ),
    "budget-line-exceeds-plan": Explained(
        rule="Was auf einer Position gebunden und ausgegeben ist, bleibt unter dem, was sie plant.",
        why="Sonst fehlt das Geld einer anderen Position desselben Kontos, ohne dass es jemand sieht.",
    ),
    "bookings-out-of-order": Explained(
        rule="Buchungen stehen in der Reihenfolge ihrer Tage.",
        why="So übersieht niemand eine, und Änderungen stehen am Ende.",
    ),
    "booking-outside-year": Explained(
        rule="Eine Buchung steht im Haushalt ihres Jahres; bis zum Abschluss dürfen Rechnungen noch aus dem nächsten kommen.",
        why="Sonst zählt sie in einem Jahr, in dem nichts geschah; meist ist das Datum vertippt.",
    ),
    "payment-before-order": Explained(
        rule="Ein Auftrag wird gebucht, bevor er bezahlt wird.",
        why="Sonst stimmt eines der beiden Daten nicht, und der Stand früherer Tage ist falsch.",
    ),
    "commitment-overpaid": Explained(
        rule="Ein Auftrag wird höchstens mit dem Betrag bezahlt, über den er lautet.",
        why="Was darüber hinausgeht, war nie gebunden; es fehlt dann plötzlich.",
    ),
    "carried-without-order": Explained(
        rule="Ein Übertrag nennt den Auftrag, mit dem das nächste Jahr weitermacht.",
        why="Sonst bleibt der Auftrag im alten Jahr gebunden, und niemand weiß, was übertragen wurde.",
    ),
    "carried-order-missing": Explained(
        rule="Ein Auftrag, den ein Jahr dem nächsten übergibt, ist dort mit demselben Beleg wieder gebucht.",
        why="Sonst ist die Pflicht gegenüber dem Auftragnehmer in keinem Jahr mehr zu sehen (§ 27 Abs. 3 KomHKVO).",
    ),
    "voucher-twice": Explained(
        rule="Ein Beleg ist auf einem Konto einmal gebucht.",
        why="Zweimal gebucht, zählt er zweimal.",
    ),
    "amount-negative": Explained(
        rule="Ansätze, Sperren, Aufträge, Umbuchungen und Pläne sind nicht negativ.",
        why="Ein Minus ist hier fast immer ein Tippfehler oder gehört in ein anderes Feld.",
    ),
    "amount-implausible": Explained(
        rule="Ein Ansatz ist nicht zehnmal so hoch wie im Vorjahr.",
        why="Meist steht nur das Komma falsch.",
    ),
    "carry-over-differs": Explained(
        rule="Übertragen wird höchstens, was das Vorjahr übrig gelassen hat: Ermächtigung minus Ist.",
        why="Mehr gibt es nicht.",
        source="§ 20 KomHKVO (Niedersachsen)",
    ),
    "carry-over-below-rest": Explained(
        rule="Wird weniger übertragen, als möglich wäre, ist das einen Blick wert.",
        why="Vielleicht ist eine Buchung dazugekommen, vielleicht wurde ein Rest vergessen.",
    ),
    "carry-over-lapsed": Explained(
        rule=(
            "Ein Haushaltsrest verfällt ein Jahr nach dem Haushaltsjahr, in das er übertragen wurde; "
            "zweckgebundener erst mit der letzten Zahlung."
        ),
        why="Was verfallen ist, kann nicht noch einmal übertragen werden.",
        source="§ 20 KomHKVO (Niedersachsen), nach einer Sekundärquelle",
    ),
    "transfer-exceeds-authorisation": Explained(
        rule="Eine Umbuchung nimmt einem Konto nicht mehr, als es hat.",
        why="Sonst wird Geld ausgegeben, das es nicht gibt.",
    ),
    "excess-exceeds-cover": Explained(
        rule="Ein Konto deckt den Mehrbedarf eines anderen höchstens mit dem, was es hat.",
        why="Sonst ist der Mehrbedarf nicht gedeckt (§ 117 NKomVG).",
        source="§ 117 NKomVG",
    ),
    "budget-total-differs-from-edition": Explained(
        rule=(
            "Ansätze und Nachträge eines Jahres ergeben die Summe, mit der die geltende Fortschreibung beschlossen wurde; "
            "was sich danach geändert hat, erklären spätere Vorlagen."
        ),
        why="Sonst ändert sich, was der Kreistag beschlossen hat, ohne dass er davon weiß.",
        wrong=(
            "In der Marke der Fortschreibung 2023 hat der Haushalt 2024 Ansätze von 6.000,00 €. Jetzt sind es 6.400,00 €, "
            "und keine spätere Vorlage nennt die 400,00 €."
        ),
        right="Eine Vorlage vom Herbst nennt das Konto mit 400,00 € und ist beschlossen.",
    ),
    "paper-split-differs": Explained(
        rule="Was eine Vorlage auf ihre Konten verteilt, ergibt zusammen die Kosten.",
        why="Beschlossen wird eine Summe; die Teile müssen sie ergeben.",
    ),
    "paper-exceeds-available": Explained(
        rule="Kosten, die im Budget enthalten sein sollen, waren am Tag der Vorlage auf ihren Konten verfügbar.",
        why="Der Kreistag verlässt sich auf dieses Kreuz. Spätere Buchungen und undatierte Beträge zählen nicht mit.",
        source="§ 27 KomHKVO (Niedersachsen)",
    ),
    "paper-without-excess": Explained(
        rule=(
            "Kosten, die nicht im Budget enthalten sind, brauchen über- oder außerplanmäßige Mittel, die diese "
            "Vorlage nennen."
        ),
        why="Ohne Bewilligung darf das Geld nicht ausgegeben werden.",
        source="§ 117 NKomVG (Niedersachsen)",
    ),
    "excess-exceeds-paper": Explained(
        rule="Ein Mehrbedarf ist nicht höher als die Kosten der Vorlage, die ihn bewilligt.",
        why="Was darüber hinausgeht, hat niemand bewilligt (§ 117 NKomVG).",
        source="§ 117 NKomVG",
    ),
    "excess-without-cover": Explained(
        rule="Ein Mehrbedarf zu einer Vorlage sagt, woraus er gedeckt wird.",
        why="Über- und außerplanmäßige Mittel sind nur zulässig, wenn die Deckung gesichert ist.",
        source="§ 117 NKomVG (Niedersachsen)",
    ),
    "money-on-ended-measure": Explained(
        rule=(
            "Für eine Maßnahme, die nicht weiterverfolgt wird, übertragen oder übergegangen ist, ist kein Geld "
            "mehr frei geplant."
        ),
        why="Das Geld kann an anderer Stelle helfen.",
    ),
    "measure-without-budget": Explained(
        rule="Eine laufende Maßnahme hat im Haushalt des Jahres eine Position, wenn sie etwas kostet.",
        why="Was nirgends steht, wird leicht vergessen.",
    ),
    "measure-costs-exceeded": Explained(
        rule=(
            "Die Positionen eines Jahres planen für eine Maßnahme nicht mehr, als sie nach ihren „kosten“ in diesem Jahr"
            " kosten soll. Jahre, zu denen sie nichts sagt, bleiben außen vor."
        ),
        why="Der Kreistag hat die Maßnahme mit diesen Kosten beschlossen; wer mehr plant, sagt es ihm.",
    ),
    "grant-outside-term": Explained(
        rule=(
            "Zahlungen einer Position, die eine Förderung nennt, liegen in der Laufzeit der Förderung. Zahlen mehrere "
            "Förderungen, genügt eine, die an diesem Tag gilt."
        ),
        why="Was davor oder danach bezahlt ist, erkennt der Geber im Verwendungsnachweis in der Regel nicht an.",
        source="Nebenbestimmungen des Zuwendungsbescheids (ANBest)",
    ),
    "grant-above-share": Explained(
        rule=(
            "Eine Förderung mit „anteil“ ist nicht höher als dieser Anteil an dem, was ihre Positionen planen, auf den "
            "Cent kaufmännisch gerundet. Geprüft wird, wenn alle Jahre ihrer Laufzeit einen Haushalt haben."
        ),
        why="Der Geber zahlt höchstens seinen Anteil; was darüber hinaus eingeplant ist, fehlt am Ende.",
    ),
    "budget-total-unexpected": Explained(
        rule="Was von außen vorgegeben ist („--expect“, „--expect-file“), steht so auch im Haushalt.",
        why="So merkt ein Merge Request, wenn sich eine beschlossene Summe verschiebt.",
        wrong=(
            "„ikonzept budget check --expect 6000.00“, während die Ermächtigungen des Jahres zusammen 6.400,00 € ergeben."
        ),
        right=(
            "„ikonzept budget check --expect 6400.00“ – oder die Datei von „--expect-file“ nennt die Summe, die beschlossen ist."
        ),
    ),
}
