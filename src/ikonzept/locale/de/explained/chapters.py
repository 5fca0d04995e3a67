"""Why the chapters rules exist."""

from ikonzept.locale.explanation import Explained

_ACCESSIBLE = "§ 9a NBGG; WCAG 2.1"

EXPLAINED: dict[str, Explained] = {
    "chapter-empty": Explained(
        rule="Jedes Kapitel hat Text; Überschriften allein genügen nicht.",
        why="Ein leeres Kapitel wird mit Überschrift gedruckt und zählt als Antwort auf eine Leitfrage, die niemand gab.",
    ),
    "heading-level-one": Explained(
        rule="Überschriften im Text beginnen mit ##; die erste Ebene ist der Titel im Kopf.",
        why="Sonst hat das gedruckte Kapitel zwei Titel, und das Inhaltsverzeichnis gerät durcheinander.",
    ),
    "heading-level-skipped": Explained(
        rule="Überschriften überspringen keine Ebene: auf ## folgt ###, nicht ####.",
        why=(
            "Vorleseprogramme und das Inhaltsverzeichnis folgen den Ebenen. Eine übersprungene lässt glauben, es fehle "
            "ein Abschnitt."
        ),
        source=f"{_ACCESSIBLE}, Kriterium 1.3.1",
    ),
    "image-without-alt": Explained(
        rule="Jedes Bild sagt in Worten, was es zeigt.",
        why="Wer das Bild nicht sieht, hört sonst nur einen Dateinamen.",
        source=f"{_ACCESSIBLE}, Kriterium 1.1.1",
    ),
    "broken-internal-link": Explained(
        rule="Jeder Verweis und jedes Bild im Konzept führt zu einer Datei, die es gibt, und zu einer Überschrift darin.",
        why="Kapitel werden umbenannt und umgestellt; der Verweis im Text merkt es nicht. Im Druck fehlt dann das Bild.",
    ),
    "link-without-target": Explained(
        rule="Jeder Verweis nennt, wohin er führt.",
        why="Ein leerer Verweis sieht aus wie einer und tut nichts, wenn jemand ihn anklickt.",
    ),
    "link-undefined": Explained(
        rule="Ein Verweis mit einem Namen ([Text][Name]) hat eine Zeile, die sagt, wohin der Name führt ([Name]: Ziel).",
        why="Ohne diese Zeile ist es kein Verweis: Die eckigen Klammern werden mitgedruckt.",
    ),
    "link-outside": Explained(
        rule="Kein Verweis führt auf ein Laufwerk, einen absoluten Weg oder aus dem Konzept hinaus.",
        why=(
            "Ein solcher Verweis führt nur an einem Arbeitsplatz ans Ziel, nicht beim Kreistag und nicht in der "
            "Veröffentlichung. Verweise ins Internet sind erlaubt."
        ),
    ),
}
