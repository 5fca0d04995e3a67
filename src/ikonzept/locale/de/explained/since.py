"""Why there are rules that compare with an earlier state."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "id-reused": Explained(
        rule=(
            "Eine Kennung bezeichnet für immer dieselbe Sache; auch eine, deren Datei oder Nummer gelöscht wurde, wird "
            "nie wieder vergeben."
        ),
        why=(
            "Beschlüsse, Protokolle und Vorlagen nennen die Kennung. Würde sie neu vergeben, spräche ein alter Beschluss "
            "plötzlich von etwas anderem. Umbenennen, Verschieben und Überarbeiten sind erlaubt. Als andere Sache gilt "
            "erst, was nach Art oder Inhalt nichts mehr mit der früheren gemeinsam hat: bei einer Maßnahme sind dann "
            "Titel, Beschreibung, alle Einträge des Verlaufs, Anregungen und Herkunft andere; hatte sie außer dem Titel "
            "nichts davon, auch Handlungsfeld und Federführung. Bei den übrigen gilt dasselbe für das, woran man sie "
            "erkennt, bei einer Position etwa Maßnahme oder Bezug, Zweck und Buchungen. Ein ähnlicher Text zählt als "
            "derselbe, und wo nur ein Name zu vergleichen ist, gilt er als umbenannt."
        ),
    ),
    "number-text-replaced": Explained(
        rule="Unter der Nummer eines Ziels oder einer Anregung steht nicht auf einmal ein ganz anderer Text.",
        why=(
            "Hat ein Ziel nichts als seinen Text, kann niemand sicher sagen, ob es neu gefasst oder durch ein anderes "
            "ersetzt wurde. Ersetzt hieße, dass die Nummer zweimal vergeben ist und das alte Ziel ohne Bewertung "
            "verschwindet. Darum ist dies nur eine Warnung."
        ),
    ),
    "file-deleted": Explained(
        rule=(
            "Die Datei einer Maßnahme oder Fortschreibung wird nie gelöscht, auch nicht die eines Handlungsfeldes mit "
            "Zielen oder eines abgeschlossenen Haushaltsjahres."
        ),
        why=(
            "Was daraus wurde, steht in ihr: nicht weiterverfolgt, übergegangen, ersetzt. Ohne die Datei verschwindet, "
            "was der Kreistag beschlossen hat, und Verweise führen ins Leere. Was nur in einem falschen Ordner liegt "
            "oder nicht zu lesen ist, gilt nicht als gelöscht."
        ),
        wrong="Die Datei massnahmen/M-002.yaml ist gelöscht.",
    ),
    "file-renamed": Explained(
        rule=(
            "Die Datei einer Maßnahme, einer Fortschreibung oder eines Handlungsfeldes mit Zielen behält ihren Namen."
        ),
        why=(
            "Der Dateiname ist die Kennung. Mit einem neuen Namen wäre die alte Sache verschwunden und eine neue ohne "
            "Geschichte da. Soll sie anders heißen, genügt ein neuer „titel“."
        ),
    ),
    "goal-deleted": Explained(
        rule="Ein Ziel bleibt mit seiner Nummer im Handlungsfeld, auch wenn es erreicht oder aufgegeben ist.",
        why=(
            "Die nächste Fortschreibung bewertet die alten Ziele und sagt, welches neue sie fortsetzt. Ein Ziel, das "
            "fehlt, kann niemand mehr bewerten."
        ),
    ),
    "history-entry-removed": Explained(
        rule="Kein Eintrag verschwindet aus einem Verlauf.",
        why=(
            "Der Verlauf sagt dem Kreistag, was wann war. Ein Eintrag, der falsch ist, wird durch einen neuen "
            "berichtigt; dann ist beides zu sehen. Späteres Nachtragen eines vergessenen Eintrags ist erlaubt."
        ),
    ),
    "history-entry-changed": Explained(
        rule="Datum, Status, Grund und Vorlage eines Eintrags bleiben, wie sie waren.",
        why=(
            "Wer sie ändert, schreibt die Geschichte um: Berichte, die damals richtig waren, stimmen nicht mehr. "
            "Ergänzen, was noch fehlte, etwa einen Grund, ist erlaubt; interne Notizen dürfen sich ändern."
        ),
    ),
    "history-report-changed": Explained(
        rule="Der Sachstand eines Eintrags bleibt, wie er war.",
        why=(
            "Ein Tippfehler darf berichtigt werden, darum ist dies nur eine Warnung. Was sich seither getan hat, gehört "
            "in einen neuen Eintrag, sonst geht verloren, was vorher berichtet wurde."
        ),
    ),
    "adopted-edition-changed": Explained(
        rule="Die Angaben einer beschlossenen Fortschreibung bleiben, wie sie beschlossen wurden, jede einzelne.",
        why=(
            "Sie sagen, was der Kreistag wann beschlossen hat. „ikonzept edition verify“ vergleicht sie mit der Marke; "
            "hier fällt schon der Vorschlag auf, der sie ändert."
        ),
    ),
    "edition-status-back": Explained(
        rule="Eine Fortschreibung geht nie zurück: Entwurf, Beteiligung, Beratung, beschlossen.",
        why=(
            "Was beschlossen ist, bleibt beschlossen; eine Änderung daran ist eine neue Fortschreibung. Auch vorher "
            "verlassen sich Gremien und Beteiligte darauf, wie weit die Fortschreibung ist."
        ),
    ),
    "edition-step-skipped": Explained(
        rule="Eine Fortschreibung durchläuft jeden Schritt: Entwurf, Beteiligung, Beratung, beschlossen.",
        why=(
            "Fehlt ein Schritt, wurde er vielleicht vergessen, oder mehrere wurden in einem Zug eingetragen; darum ist "
            "dies nur eine Warnung. Gezählt werden auch die Schritte in den Commits dazwischen."
        ),
    ),
    "closed-year-changed": Explained(
        rule=(
            "An einem abgeschlossenen Haushaltsjahr ändert sich nichts mehr: Konten, Positionen, Buchungen, Umbuchungen, "
            "Tag des Abschlusses."
        ),
        why=(
            "Mit dem Abschluss sind die Beträge in die Jahresrechnung und als Reste ins nächste Jahr gegangen; eine "
            "Änderung würde beides still verfälschen. Erlaubt bleibt, was „ikonzept budget close“ selbst nachträgt, "
            "sobald das nächste Jahr eine Datei hat: Aufträge, die dorthin übertragen werden. Interne Notizen dürfen "
            "sich ändern."
        ),
    ),
    "earlier-state-unreadable": Explained(
        rule="Was sich geändert hat, war auch im früheren Stand zu lesen.",
        why=(
            "Was in einer Datei stand, die nicht zu lesen war, weiß niemand: Sie gilt darum weder als gelöscht noch als "
            "geändert. Das ist nur ein Hinweis und geht vorbei, sobald der frühere Stand ein lesbarer ist."
        ),
        wrong="Die Datei massnahmen/M-002.yaml hat im früheren Stand einen Fehler, der das Lesen verhindert.",
        right="Die Datei ist in beiden Ständen lesbar.",
    ),
}
