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
    "id-taken": Explained(
        rule="Eine neue Kennung bezeichnet auf dem Zweig, mit dem verglichen wird, nicht inzwischen etwas anderes.",
        why=(
            "Zwei Vorschläge, die von demselben Stand ausgehen, bekommen dieselbe nächste freie Kennung. Wer als Zweiter "
            "zusammenführt, würde sie ein zweites Mal vergeben. Verglichen wird mit dem genannten Zweig selbst, nicht "
            "nur mit dem gemeinsamen Stand. Dieselbe Datei, eine, die von hier dorthin kam, und eine mit ähnlichem Titel "
            "oder Text gelten als dieselbe Sache."
        ),
        wrong="Hier und auf main wurde je eine neue Maßnahme M-002 angelegt.",
        right="Die zweite heißt M-003.",
    ),
    "number-moved": Explained(
        rule="Ein Ziel und eine Anregung behalten ihre Nummer; neue kommen hinten dazu.",
        why=(
            "Wer neu nummeriert, vergibt jede Nummer ein zweites Mal: Ein Beschluss über bildung.1 spräche von einem "
            "anderen Ziel. Steht der alte Text wörtlich unter einer anderen Nummer, ist es gewiss, darum ein Fehler. In "
            "welcher Reihenfolge sie in der Datei stehen, ist frei."
        ),
    ),
    "number-text-replaced": Explained(
        rule="Unter der Nummer eines Ziels oder einer Anregung steht nicht auf einmal ein ganz anderer Text.",
        why=(
            "Hat ein Ziel nichts als seinen Text, kann niemand sicher sagen, ob es neu gefasst oder durch ein anderes "
            "ersetzt wurde. Ersetzt hieße, dass die Nummer zweimal vergeben ist und das alte Ziel ohne Bewertung "
            "verschwindet. Darum ist dies nur eine Warnung; steht der alte Text unter einer anderen Nummer, ist es ein "
            "Fehler (number-moved)."
        ),
    ),
    "file-deleted": Explained(
        rule=(
            "Die Datei einer Maßnahme, Fortschreibung, Veranstaltung oder Vorlage wird nie gelöscht, auch nicht die eines "
            "Handlungsfeldes mit Zielen, eines abgeschlossenen Haushaltsjahres oder der Werte einer Kennzahl."
        ),
        why=(
            "Was daraus wurde, steht in ihr: nicht weiterverfolgt, übergegangen, ersetzt. Ohne die Datei verschwindet, "
            "was der Kreistag beschlossen hat, und Verweise führen ins Leere. Veranstaltungen belegen, wer beteiligt war, "
            "was angeregt und wie es abgewogen wurde; Vorlagen, worüber beraten wurde; Werte, woran der Erfolg gemessen "
            "wurde. Was nur in einem falschen Ordner liegt oder nicht zu lesen ist, gilt nicht als gelöscht. Kapitel, "
            "Förderungen, offene Haushaltsjahre und Kennzahlen ohne Werte dürfen entfallen."
        ),
        wrong="Die Datei massnahmen/M-002.yaml ist gelöscht.",
    ),
    "file-renamed": Explained(
        rule=(
            "Die Datei einer Maßnahme, Fortschreibung, Veranstaltung oder Vorlage behält ihren Namen, auch die eines "
            "Handlungsfeldes mit Zielen oder der Werte einer Kennzahl."
        ),
        why=(
            "Der Dateiname ist die Kennung. Mit einem neuen Namen wäre die alte Sache verschwunden und eine neue ohne "
            "Geschichte da. Soll sie anders heißen, genügt ein neuer „titel“. Nur eine Vorlage, über die noch kein "
            "Gremium beraten hat, darf einen neuen Namen bekommen: oft erhält sie ihre Nummer erst spät."
        ),
    ),
    "values-removed": Explained(
        rule="Ein Jahr, für das eine Kennzahl Werte hatte, behält welche.",
        why=(
            "An den Werten wurde der Erfolg gemessen, und Berichte nennen sie. Berichtigen darf man sie jederzeit, auch "
            "einzelne Merkmale entfallen lassen. Fehlt ein ganzes Jahr, ist es meist aus Versehen gelöscht; es kann aber "
            "auch falsch eingetragen gewesen sein, darum nur eine Warnung."
        ),
    ),
    "goal-deleted": Explained(
        rule="Ein Ziel bleibt mit seiner Nummer im Handlungsfeld, auch wenn es erreicht oder aufgegeben ist.",
        why=(
            "Die nächste Fortschreibung bewertet die alten Ziele und sagt, welches neue sie fortsetzt. Ein Ziel, das "
            "fehlt, kann niemand mehr bewerten."
        ),
    ),
    "submission-deleted": Explained(
        rule="Eine Anregung bleibt mit ihrer Nummer bei ihrer Veranstaltung, auch wenn ihr nicht gefolgt wurde.",
        why=(
            "Wer etwas angeregt hat, kann nachlesen, was daraus wurde und warum. Eine Anregung, die fehlt, wurde weder "
            "aufgenommen noch abgelehnt; das Verfahren wäre nicht mehr nachzuweisen."
        ),
    ),
    "submission-changed": Explained(
        rule="Eine Anregung behält ihre Worte, und was abgewogen wurde, bleibt stehen.",
        why=(
            "Der Text ist, was jemand anderes gesagt hat; die Abwägung antwortet auf ihn. Ein Tippfehler darf berichtigt "
            "werden, ohne dass es gemeldet wird. Mehr kann eine Berichtigung sein, wenn der Text falsch aufgenommen war; "
            "darum ist dies nur eine Warnung. Eine Abwägung darf jederzeit dazukommen und sich ändern, aber nicht "
            "verschwinden."
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
    "history-report-rewritten": Explained(
        rule="Der Sachstand eines Eintrags sagt, was er immer sagte.",
        why=(
            "Was berichtet wurde, steht in Vorlagen und Protokollen; aus „vierzehn“ darf nicht später „vierzig“ werden. Was "
            "sich seither getan hat, gehört in einen neuen Eintrag, auch eine Berichtigung. Ein Fehler ist jede andere "
            "Zahl, auch in Worten, jedes „nicht“ oder „kein“, jedes andere, neue oder gestrichene Wort. Ein oder zwei "
            "falsche Buchstaben in einem Wort, ein doppeltes oder fehlendes kleines Wort und Satzzeichen sind ein "
            "Schreibfehler; ihn zu berichtigen ist nur eine Warnung (history-report-changed)."
        ),
    ),
    "history-report-changed": Explained(
        rule="Der Sachstand eines Eintrags bleibt, wie er war; nur ein Schreibfehler wird berichtigt.",
        why=(
            "Ein Schreibfehler darf berichtigt werden, darum ist dies nur eine Warnung: Jemand sieht nach, ob es wirklich "
            "einer war. Was mehr ändert, ist ein Fehler (history-report-rewritten)."
        ),
    ),
    "adopted-edition-changed": Explained(
        rule="Die Angaben einer beschlossenen Fortschreibung bleiben, wie sie beschlossen wurden, jede einzelne.",
        why=(
            "Sie sagen, was der Kreistag wann beschlossen hat. „ikonzept edition verify“ vergleicht sie mit der Marke; "
            "hier fällt schon der Vorschlag auf, der sie ändert. Eine interne Notiz wurde nicht beschlossen und darf sich "
            "ändern."
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
