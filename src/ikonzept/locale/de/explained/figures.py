"""Why the figures rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "year-implausible": Explained(
        rule="Jahre im Monitoring, von Kosten und von Folgekosten haben vier Ziffern und liegen zwischen 1900 und 2100.",
        why=(
            "Ein Tippfehler in der Jahreszahl fällt sonst nicht auf: Der Wert steht dann am falschen Ende der Reihe und "
            "gilt als der erste oder der letzte."
        ),
    ),
    "value-twice": Explained(
        rule="Für jedes Jahr und jedes Merkmal gibt es einen Wert.",
        why="Von zwei Werten für dasselbe Jahr kann nur einer stimmen, und niemand sieht, welcher gezeigt wird.",
    ),
    "share-impossible": Explained(
        rule="Die Förderquote liegt über 0 und höchstens bei 100 Prozent.",
        why="Mehr als die Kosten zahlt kein Geldgeber. Meist ist ein Betrag in Euro gemeint oder ein Komma verrutscht.",
    ),
    "ags-of-another-state": Explained(
        rule="Die ersten beiden Ziffern des Gemeindeschlüssels sind die des Landes.",
        why="Am Schlüssel hängen die Zahlen der Statistik. Mit einem falschen gehören sie zu einem anderen Gebiet.",
        source="Statistisches Bundesamt, Gemeindeverzeichnis",
    ),
    "ags-of-another-kind": Explained(
        rule="Der Gemeindeschlüssel ist so lang, wie es zur Art der Körperschaft gehört.",
        why=(
            "Fünf Ziffern bezeichnen einen Kreis, eine Region oder eine kreisfreie Stadt, acht eine Gemeinde. Passt die "
            "Länge nicht, ist der Schlüssel der einer anderen Körperschaft."
        ),
        source="Statistisches Bundesamt, Gemeindeverzeichnis",
    ),
}
