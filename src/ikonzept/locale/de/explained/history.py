"""Why the history rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "history-out-of-order": Explained(
        rule="Die Einträge eines Verlaufs stehen nach dem Datum geordnet, der älteste zuerst.",
        why=(
            "Als Stand gilt der letzte Eintrag mit einem Status. Ein alter Eintrag am Ende würde die Maßnahme "
            "unbemerkt zurückversetzen. Mehrere Einträge vom selben Tag sind erlaubt."
        ),
    ),
    "status-step-without-reason": Explained(
        rule=(
            "Wer auf dem Weg vorgeschlagen, geplant, begonnen, in Umsetzung, fortgeschritten, abgeschlossen "
            "zurückgeht, wer eine Maßnahme zurückstellt, neu ausrichtet oder nicht weiterverfolgt und wer eine "
            "wieder aufnimmt, die nicht weiterverfolgt, übertragen oder übergegangen war, nennt einen Grund."
        ),
        why=(
            "Der Kreistag hat die Maßnahme beschlossen und darf erfahren, warum es anders kommt. Nach vorn darf der "
            "Status Stufen überspringen; die Rückkehr aus „zurückgestellt“ oder „neu ausgerichtet“ erklärt sich selbst."
        ),
    ),
    "history-without-status": Explained(
        rule="Ein Verlauf mit Einträgen nennt mindestens einmal einen Status.",
        why="Ohne Status zählt die Maßnahme im Bericht als unbekannt, obwohl jemand über sie berichtet hat.",
    ),
    "lineage-source-not-merged": Explained(
        rule=(
            "Eine Maßnahme, die in der Herkunft einer anderen steht, endet mit dem Status „übergegangen“, gleich ob "
            "sie zusammengeführt, aufgeteilt oder übernommen wurde."
        ),
        why=(
            "Sonst zählt dasselbe Vorhaben zweimal, und wer die alte Maßnahme aufschlägt, erfährt nicht, dass sie an "
            "anderer Stelle weitergeht."
        ),
    ),
    "merged-into-nothing": Explained(
        rule="Eine Maßnahme mit dem Status „übergegangen“ steht in der Herkunft einer anderen.",
        why=(
            "Wo sie weitergeht, wird nie aus dem Titel geraten. Ohne den Eintrag verschwindet, was der Kreistag "
            "beschlossen hat, und niemand kann sagen, was daraus wurde."
        ),
    ),
    "lineage-circle": Explained(
        rule="Keine Maßnahme geht aus sich selbst hervor, auch nicht auf dem Umweg über andere.",
        why="Die Herkunft erzählt, was vorher war. Im Kreis hätte die Erzählung keinen Anfang.",
    ),
    "lineage-without-sources": Explained(
        rule=(
            "Wer eine Maßnahme als zusammengeführt oder aufgeteilt bezeichnet, nennt unter „aus“ die früheren. Nur eine "
            "übernommene darf ohne auskommen, wenn sie aus einem anderen Konzept stammt."
        ),
        why="Die Synopse zeigt alte und neue Maßnahmen nebeneinander und braucht dafür beide Seiten.",
    ),
    "standing-task-with-end": Explained(
        rule="Eine Daueraufgabe, die noch läuft, hat kein Ende der Laufzeit.",
        why=(
            "Projekt und Daueraufgabe unterscheiden sich eben darin, ob sie befristet sind. Steht beides da, weiß "
            "niemand, ob die Aufgabe nach diesem Tag weitergeht."
        ),
    ),
}
