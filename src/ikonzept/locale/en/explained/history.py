"""Why the history rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "history-out-of-order": Explained(
        rule="The entries of a Verlauf stand in the order of their dates, oldest first.",
        why=(
            "The last entry with a status says how far the measure is. An old entry at the end would set it back "
            "unnoticed. Several entries of one day are allowed."
        ),
    ),
    "status-step-without-reason": Explained(
        rule=(
            "A reason is given by whoever goes back on the line vorgeschlagen, geplant, begonnen, in Umsetzung, "
            "fortgeschritten, abgeschlossen, whoever sets a measure to zurückgestellt, neu ausgerichtet or nicht "
            "weiterverfolgt, and whoever takes up again one that was nicht weiterverfolgt, übertragen or übergegangen."
        ),
        why=(
            "The Kreistag adopted the measure and may know why things turned out differently. Forward, a status may "
            "skip words; coming back from zurückgestellt or neu ausgerichtet explains itself."
        ),
    ),
    "history-without-status": Explained(
        rule="A Verlauf with entries has at least one status.",
        why="Without a status the measure counts as unknown in reports, although somebody reported on it.",
    ),
    "lineage-source-not-merged": Explained(
        rule=(
            "A measure in the Herkunft of another ends with the status “übergegangen”, whether it was "
            "zusammengeführt, aufgeteilt or übernommen."
        ),
        why=(
            "Otherwise the same work counts twice, and whoever looks up the old measure does not learn that it goes "
            "on elsewhere."
        ),
    ),
    "merged-into-nothing": Explained(
        rule="A measure with the status “übergegangen” stands in the Herkunft of another.",
        why=(
            "Where it goes on is never guessed from a title. Without the entry what the Kreistag adopted disappears, "
            "and nobody can say what became of it."
        ),
    ),
    "lineage-circle": Explained(
        rule="No measure comes out of itself, not by way of others either.",
        why="The Herkunft tells what was before. In a circle the story has no beginning.",
    ),
    "lineage-without-sources": Explained(
        rule=(
            "Whoever calls a measure zusammengeführt or aufgeteilt names the earlier ones under “aus”. Only one that "
            "is übernommen may do without, where it comes from another concept."
        ),
        why="The Synopse shows old and new measures side by side and needs both sides for that.",
    ),
    "standing-task-with-end": Explained(
        rule="A Daueraufgabe that still goes on has no end of its term.",
        why=(
            "Whether they are limited in time is just what sets Projekt and Daueraufgabe apart. Where both are "
            "said, nobody knows whether the task goes on after that day."
        ),
    ),
}
