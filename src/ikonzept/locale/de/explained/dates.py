"""Why the dates rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "end-before-begin": Explained(
        rule="Die Laufzeit einer Maßnahme oder Förderung endet nicht vor ihrem Beginn, Folgekosten auch nicht.",
        why=(
            "Aus dem Ende folgt, was überfällig ist und was in den Terminen erscheint. Meist ist nur eine Jahreszahl "
            "vertippt, und die Maßnahme gilt dann zu Unrecht als überfällig."
        ),
    ),
    "entry-after-as-of": Explained(
        rule=(
            "Was als geschehen eingetragen ist, trägt kein Datum nach dem Stichtag: Einträge im Verlauf, Buchungen, "
            "Umbuchungen, Abwägungen, der Beschluss einer Fortschreibung und der Abschluss eines Haushaltsjahres."
        ),
        why=(
            "Ein Eintrag mit einem künftigen Datum zählt erst von diesem Tag an. Wer sich im Jahr vertippt, sucht "
            "seinen Sachstand oder seine Zahlung im Bericht vergeblich. Stichtag ist heute oder der Tag hinter --as-of."
        ),
    ),
    "weighing-before-event": Explained(
        rule="Eine Anregung wird frühestens am Tag ihrer Veranstaltung abgewogen.",
        why="Sonst sähe es so aus, als habe das Ergebnis festgestanden, bevor jemand gefragt wurde.",
    ),
    "effective-before-adopted": Explained(
        rule="Eine Fortschreibung gilt frühestens vom Tag ihres Beschlusses an.",
        why=(
            "Welche Fassung an einem Tag galt, ergibt sich aus diesen beiden Daten. Eine rückwirkende Geltung ist "
            "selten gewollt; wo doch, gehört sie begründet."
        ),
    ),
    "closed-before-year-end": Explained(
        rule="Ein Haushaltsjahr wird frühestens an seinem letzten Tag abgeschlossen.",
        why=(
            "Der Jahresabschluss gibt das ganze Jahr wieder. Ist das Jahr zu früh als abgeschlossen eingetragen, "
            "stimmt entweder das Datum nicht oder die Datei."
        ),
        source="§ 128 (1) NKomVG",
    ),
    "next-due-before-effective": Explained(
        rule="Die nächste Fortschreibung wird erst fällig, wenn diese gilt.",
        why="Sonst meldet „ikonzept status“ vom ersten Tag an, die Fortschreibung sei überfällig.",
    ),
    "funding-proof-before-end": Explained(
        rule="Der Verwendungsnachweis wird nicht vor dem Ende der Förderung fällig.",
        why=(
            "Nachgewiesen wird, wofür das Geld verwendet wurde; das steht erst am Ende fest. Ein falscher Tag lässt die "
            "wirkliche Frist unbemerkt verstreichen, und eine versäumte Frist kann die Zuwendung kosten."
        ),
        source="§ 44 LHO und die Nebenbestimmungen des Zuwendungsbescheids",
    ),
}
