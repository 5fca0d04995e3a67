"""Why everything that is named must exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "unknown-unit": Explained(
        "Jede Stelle, die federführend oder beteiligt ist, steht in konzept.yaml unter „stellen“ oder „akteure“.",
        "Sonst weiß niemand, wer zuständig ist, und die Maßnahme fehlt in der Übersicht der Stelle.",
    ),
    "unknown-actor": Explained(
        "Wer eine Anregung gibt, steht in konzept.yaml unter „akteure“ oder „stellen“.",
        "Nur so lässt sich sagen, was aus den Anregungen eines Partners wurde. Natürliche Personen stehen unter "
        "„von_person“ und bleiben intern.",
    ),
    "unknown-committee": Explained(
        "Jedes Gremium einer Beratungsfolge steht in konzept.yaml unter „gremien“.",
        "Von der Art des Gremiums hängt ab, was es entscheiden darf und ob es öffentlich tagt.",
    ),
    "unknown-guiding-question": Explained(
        "Ein Kapitel beantwortet nur Leitfragen, die in konzept.yaml stehen.",
        "Aus diesen Angaben folgt, welche der beschlossenen Fragen der Text noch offen lässt.",
    ),
    "unknown-action-field": Explained(
        "Jedes Handlungsfeld, das genannt wird, hat eine Datei unter handlungsfelder/.",
        "Eine Maßnahme ohne ihr Handlungsfeld erscheint in keiner Übersicht, und ihre Ziele fehlen.",
    ),
    "unknown-goal": Explained(
        "Jedes Ziel, das genannt wird, steht mit seiner Nummer in seinem Handlungsfeld.",
        "Nur so lässt sich am Ende sagen, welche Maßnahmen einem Ziel gedient haben. Nummern werden nie neu vergeben; "
        "ein altes Ziel bleibt stehen.",
    ),
    "unknown-measure": Explained(
        "Jede Maßnahme, die genannt wird, hat eine Datei unter massnahmen/.",
        "Geld, Anregungen und Beschlüsse sollen sich bis zur Maßnahme verfolgen lassen. Deshalb wird ihre Datei auch "
        "nie gelöscht: Was aus ihr wurde, steht in ihrem Verlauf.",
    ),
    "unknown-indicator": Explained(
        "Jede Kennzahl, die genannt wird, ist unter monitoring/kennzahlen/ beschrieben.",
        "Erst die Beschreibung sagt, was gemessen wird, woher die Werte kommen und welche Richtung gut ist.",
    ),
    "unknown-submission": Explained(
        "Jede Anregung, die genannt wird, steht mit ihrer Nummer bei ihrer Veranstaltung.",
        "Wer etwas angeregt hat, soll sehen, was daraus wurde; dafür muss der Weg zurück führen.",
    ),
    "unknown-paper": Explained(
        "Jede Vorlage, die genannt wird, liegt unter vorlagen/.",
        "Der Beschluss ist der Grund, auf dem Maßnahmen, Mittel und Fortschreibungen stehen; er soll nachzulesen sein.",
    ),
    "unknown-edition": Explained(
        "Jede Fortschreibung, die genannt wird, hat eine Datei unter fortschreibungen/.",
        "Sie sagt, wann und womit der Kreistag sie beschlossen hat und was sie ersetzt.",
    ),
    "unknown-budget-line": Explained(
        "Jede Position, die eine Förderung mitbezahlt, steht in einem Haushaltsjahr.",
        "Im Verwendungsnachweis ist zu zeigen, wofür das Geld ausgegeben wurde.",
    ),
    "unknown-account": Explained(
        "Jedes Konto, das genannt wird, steht im Haushaltsjahr unter „konten“.",
        "Sonst zählt die Ausgabe gegen keine Ermächtigung, und die verfügbaren Mittel sind nicht mehr zu erkennen.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "account-twice": Explained(
        "Jedes Konto steht in einem Haushaltsjahr nur einmal.",
        "Zwei Einträge wären zwei Ansätze für dasselbe Konto, und niemand könnte sagen, wie viel verfügbar ist.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "account-ambiguous": Explained(
        "Ein Konto ohne Produktnummer passt im Haushaltsjahr nur auf ein einziges.",
        "Dasselbe Sachkonto gibt es oft bei mehreren Produkten. Ohne Produktnummer ist nicht klar, wessen Mittel die "
        "Ausgabe verbraucht.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "unknown-fiscal-year": Explained(
        "Für das Haushaltsjahr einer Vorlage, die Konten nennt, gibt es eine Datei unter haushalt/.",
        "Ohne sie lässt sich nicht prüfen, ob es die Konten gibt. Ohne „haushaltsjahr“ gilt das Jahr der Vorlage.",
    ),
    "unknown-subject": Explained(
        "Alles, worauf sich etwas bezieht, gibt es.",
        "„bezug“ und „begruendungen“ dürfen Verschiedenes nennen, etwa Maßnahmen, Ziele, Kapitel oder Vorlagen. Führt "
        "der Verweis ins Leere, ist die Begründung nicht mehr zuzuordnen.",
    ),
    "reference-of-wrong-kind": Explained(
        "Ein Verweis nennt etwas von der Art, die sein Schlüssel erwartet.",
        "Wo Maßnahmen oder Ziele stehen sollen, führt ein Handlungsfeld in die Irre: Keine Auswertung könnte es dort "
        "einordnen.",
    ),
    "series-without-indicator": Explained(
        "Zu jeder Tabelle unter monitoring/werte/ gibt es eine Kennzahl mit demselben Dateinamen.",
        "Zahlen ohne Einheit, Quelle und Bedeutung kann niemand lesen.",
    ),
    "listed-twice": Explained(
        rule="In einer Liste steht jede Kennung einmal.",
        why="Die Wiederholung ändert nichts und steht oft für etwas anderes, das gemeint war.",
    ),
    "related-to-itself": Explained(
        rule="Unter „verwandt“ stehen andere Vorlagen.",
        why="Meist sollte eine andere Nummer dastehen.",
    ),
}
