"""Why the files rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "folder-unknown": Explained(
        rule="Die Ordner des Konzepts heißen genau wie im Format: klein, ohne Umlaute und ß.",
        why=(
            "Nur aus diesen Ordnern liest ikonzept. Was in „Maßnahmen“ liegt, fehlt sonst in jeder Übersicht, ohne dass "
            "es jemand merkt."
        ),
    ),
    "file-misplaced": Explained(
        rule="Jede Datei liegt unmittelbar im Ordner ihrer Art und trägt deren Endung; nur texte/ hat Unterordner.",
        why=(
            "Eine Maßnahme, die in einem Unterordner liegt oder auf .yml endet, wird nicht gelesen: Sie steht in keinem "
            "Bericht und keiner Synopse."
        ),
    ),
    "file-unknown": Explained(
        rule="In den Ordnern des Konzepts liegen nur dessen Dateien; neben konzept.yaml liegt oben keine weitere YAML-Datei.",
        why=(
            "Wer eine Datei ablegt, rechnet damit, dass sie zählt. Notizen gehören unter „intern“ in die Datei, die sie "
            "betreffen, beigefügte Dokumente nach anlagen/."
        ),
    ),
    "id-used-twice": Explained(
        rule=(
            "Jede Kennung ist nur einmal vergeben: über Maßnahmen, Handlungsfelder, Ziele, Kapitel, Kennzahlen, "
            "Veranstaltungen, Anregungen, Vorlagen, Fortschreibungen, Förderungen, Positionen aller Jahre, Stellen, "
            "Akteure, Gremien und Leitfragen hinweg."
        ),
        why=(
            "Verweise nennen nur die Kennung. Tragen zwei Dinge dieselbe, ist nicht zu erkennen, welches gemeint ist. "
            "Haushaltsjahre heißen deshalb haushalt/2022 und stoßen nicht an die Fortschreibung 2022."
        ),
    ),
    "file-names-alike": Explained(
        rule="Keine zwei Dateien heißen bis auf Groß- und Kleinschreibung gleich.",
        why="Unter Windows und macOS sind sie dieselbe Datei: Eine überschreibt die andere.",
    ),
}
