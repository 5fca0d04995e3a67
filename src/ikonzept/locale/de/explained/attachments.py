"""Why the attachments rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "attachment-missing": Explained(
        rule="Jede Datei, die eine Vorlage als Anlage oder Niederschrift nennt, liegt im Konzept.",
        why=(
            "Der Kreistag entscheidet über die Vorlage mit ihren Anlagen. Fehlt eine, ist später nicht mehr zu belegen, "
            "was vorlag. Eine Anlage, die nur auf Papier liegt, steht ohne „datei“ da."
        ),
    ),
    "attachment-outside": Explained(
        rule="Anlagen und Niederschriften liegen unter anlagen/ und werden mit diesem Weg genannt.",
        why=(
            "Ein Weg auf ein Laufwerk oder aus dem Konzept hinaus führt nur an einem Arbeitsplatz ans Ziel, und nichts "
            "im Konzept darf Dateien außerhalb öffnen lassen."
        ),
    ),
    "attachment-altered": Explained(
        rule="Eine Anlage mit Prüfsumme ist noch die Datei, die der Vorlage beilag.",
        why="Was beschlossen wurde, steht auch in den Anlagen. Die Prüfsumme zeigt, ob jemand sie seitdem ausgetauscht hat.",
    ),
    "checksum-malformed": Explained(
        rule="Eine Prüfsumme ist eine SHA-256 mit 64 Zeichen aus 0–9 und a–f.",
        why="Mit einer gekürzten oder falschen Prüfsumme lässt sich nicht feststellen, ob die Anlage unverändert ist.",
        source="FIPS 180-4",
    ),
    "attachment-unused": Explained(
        rule="Jede Datei unter anlagen/ wird in einer Vorlage oder einem Text genannt.",
        why="Eine Anlage, auf die nichts verweist, findet niemand; oft fehlt nur „datei“ in der Vorlage.",
    ),
    "checksum-without-file": Explained(
        rule="Eine Prüfsumme steht nur bei einer Anlage mit „datei“.",
        why="Ohne Datei prüft sie nichts.",
    ),
}
