"""Why the budget rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "budget-line-two-subjects": Explained(
        rule="Eine Position bezahlt genau eines: eine Maßnahme oder das, was „bezug“ nennt.",
        why="Sonst zählt dasselbe Geld in zwei Übersichten.",
    ),
    "budget-line-without-subject": Explained(
        rule="Eine Position nennt, was sie bezahlt: „massnahme“ oder „bezug“.",
        why="Nur so steht das Geld bei der Sache, für die es ausgegeben wird.",
    ),
    "budget-sums-beside-bookings": Explained(
        rule="„gebunden“ und „ist“ stehen nur bei Positionen ohne Buchungen.",
        why="Sonst gibt es zwei Summen, und niemand weiß, welche gilt.",
    ),
    "booking-settles-unknown": Explained(
        rule="„zu“ nennt den Beleg eines gebuchten Auftrags.",
        why="Eine Zahlung ohne ihren Auftrag zählt zweimal: als gebunden und als ausgegeben.",
    ),
    "excess-incomplete": Explained(
        rule=(
            "Ein Mehrbedarf nennt Grund und Unabweisbarkeit, und wer ihn bewilligt hat („entschieden_von“ oder "
            "„vorlage“)."
        ),
        why="Über- und außerplanmäßiges Geld gibt es nur, wenn es unabweisbar ist.",
        source="§ 117 NKomVG (Niedersachsen)",
    ),
    "account-covers-itself": Explained(
        rule="Kein Konto deckt sich selbst, und keine Umbuchung führt auf das Konto zurück, von dem sie kommt.",
        why="Aus demselben Topf kommt kein zusätzliches Geld. Meist ist eine Ziffer vertippt.",
    ),
}
