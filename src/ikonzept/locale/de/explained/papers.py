"""Why the papers rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "relevance-without-paragraph": Explained(
        rule=("Begründet eine Vorlage eines ihrer Relevanzfelder mit „ja“ in einem eigenen Absatz, dann alle."),
        why=(
            "Das Formular verlangt zu jedem „ja“ eine Aussage. Fehlt nur eine, ist sie meist vergessen worden. Eine "
            "Vorlage ganz ohne solche Absätze bleibt unbeanstandet."
        ),
    ),
    "costs-not-split": Explained(
        rule="Nennt eine Vorlage mehrere Konten, gibt sie an, welcher Teil der Kosten auf welches entfällt.",
        why="Sonst lässt sich nicht prüfen, ob die Ermächtigung des einzelnen Kontos reicht.",
        source="§ 27 Abs. 3 KomHKVO (Niedersachsen)",
    ),
    "costs-without-accounts": Explained(
        rule="Was nach der Vorlage im Budget enthalten ist, hat ein Konto, aus dem es bezahlt wird.",
        why="Ohne Konto kann niemand nachsehen, ob das Geld wirklich da ist.",
    ),
    "budget-account-without-product": Explained(
        rule="Ein Produktsachkonto besteht aus der Produktnummer und dem Sachkonto.",
        why=(
            "Dasselbe Sachkonto gibt es bei vielen Produkten. Ohne die Produktnummer ist das Konto nur eindeutig, "
            "solange kein zweites dazukommt."
        ),
    ),
    "fiscal-year-file-name": Explained(
        rule="Die Datei eines Haushaltsjahres heißt wie das Jahr.",
        why="Vorlagen und Verweise suchen ihre Konten unter diesem Namen. Unter einem anderen finden sie nichts.",
    ),
    "unit-spelling": Explained(
        rule="Die federführende Stelle einer Vorlage heißt wie eine Stelle in konzept.yaml oder wie bei ihr unter „auch“.",
        why="Auswertungen nach Stellen sind nur vollständig, wenn jede Schreibweise bekannt ist.",
    ),
    "unknown-lead-unit": Explained(
        rule="Die federführende Stelle einer Vorlage ist eine Stelle des Konzepts.",
        why="Sonst ist die Stelle neu, umbenannt oder vertippt, und niemand findet ihre Vorlagen.",
    ),
    "resolution-about-missing-measures": Explained(
        rule=(
            "Spricht der Beschlussvorschlag von Maßnahmen, enthält die Fortschreibung welche: Mindestens eine Maßnahme "
            "hat bis zu ihrem Beschluss einen Eintrag im Verlauf."
        ),
        why="Der Kreistag soll nichts beschließen, was nicht vorliegt.",
    ),
    "paper-number-differs": Explained(
        rule="Steht in einer Vorlage ihre Nummer, dann heißt die Datei so, mit „-“ für „/“.",
        why="Andere Dateien finden die Vorlage über ihre Nummer.",
    ),
    "paper-after-meeting": Explained(
        rule="Eine Vorlage ist nicht jünger als die Sitzung, in der sie behandelt wird.",
        why="Meist ist ein Jahr vertippt.",
    ),
}
