"""Why the goals rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "goal-number-twice": Explained(
        rule="Jede Nummer gehört in einem Handlungsfeld zu genau einem Ziel.",
        why=(
            "Maßnahmen und Anregungen nennen ein Ziel mit seiner Nummer, auch Jahre später. Trägt sie ein zweites, "
            "weiß niemand, welches gemeint ist."
        ),
    ),
    "goal-ended-without-assessment": Explained(
        rule="Ein Ziel, das eine Fortschreibung beendet, ist bewertet.",
        why=(
            "Eine Fortschreibung soll sagen, was aus den alten Zielen wurde, und sie nicht stillschweigend fallen "
            "lassen. Auch „nicht beurteilbar“ ist eine Bewertung."
        ),
    ),
    "goal-assessed-not-ended": Explained(
        rule="Ein bewertetes Ziel nennt die Fortschreibung, die es beendet hat.",
        why="Bewertet wird ein Ziel, wenn es endet. Ohne „beendet_mit“ gilt es weiter, obwohl das Ergebnis feststeht.",
    ),
    "goal-circle": Explained(
        rule="Kein Ziel setzt sich selbst fort, auch nicht auf dem Umweg über andere.",
        why="Ein neues Ziel setzt ein älteres fort. Im Kreis ist nicht zu erkennen, welches das neue ist.",
    ),
    "continued-goal-not-ended": Explained(
        rule="Ein Ziel, das ein anderes fortsetzt, ist beendet.",
        why="Sonst gelten das alte und das neue Ziel nebeneinander, und die Bewertung des alten fehlt.",
    ),
    "submission-number-twice": Explained(
        rule="Jede Nummer gehört in einer Veranstaltung zu genau einer Anregung.",
        why=(
            "Maßnahmen nennen eine Anregung mit ihrer Nummer. Trägt sie eine zweite, ist nicht mehr nachzuweisen, wessen "
            "Vorschlag aufgenommen wurde."
        ),
    ),
    "submission-link-one-sided": Explained(
        rule="Eine Maßnahme und die Anregung, auf die sie zurückgeht, nennen einander.",
        why=(
            "Der Umsetzungsbericht liest bei der Anregung unter „fuehrt_zu“, was aus ihr wurde; die Maßnahme sagt unter "
            "„anregungen“, woher sie kommt. Steht es nur an einer Stelle, fehlt die Spur an der anderen. „ikonzept "
            "measure add --from“ trägt beides ein."
        ),
    ),
    "submission-two-authors": Explained(
        rule="Eine Anregung kommt von einer Einrichtung („von“) oder einem Menschen („von_person“).",
        why="Wer spricht für wen? Der Name eines Menschen bleibt außerdem intern.",
    ),
}
