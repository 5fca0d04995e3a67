"""Why the council rules exist."""

from ikonzept.locale.explanation import Explained

_NO_PUBLIC_SESSION = "§ 78 Abs. 2 NKomVG (Niedersachsen)"
_PREPARES = "§ 76 Abs. 1 NKomVG (Niedersachsen)"

EXPLAINED: dict[str, Explained] = {
    "resolution-without-deciding-step": Explained(
        rule="Eine Beschlussvorlage hat mindestens einen Schritt mit der Zuständigkeit „Entscheidung“.",
        why="Ohne ihn bleibt offen, wer beschließt, und die Vorlage läuft ins Leere.",
    ),
    "notice-with-deciding-step": Explained(
        rule="In einer Mitteilungsvorlage hat kein Schritt die Zuständigkeit „Entscheidung“.",
        why="Sie unterrichtet nur. Soll das Gremium etwas beschließen, braucht es einen Beschlussvorschlag.",
    ),
    "step-after-decision": Explained(
        rule=(
            "Nach der Entscheidung folgt nur noch die Kenntnisnahme. Eine frühere Entscheidung muss „vertagt“, "
            "„verwiesen“ oder „abgesetzt“ sein."
        ),
        why=(
            "Was beschlossen ist, wird nicht mehr vorberaten, und zweimal entscheiden kann nur, wer beim ersten Mal "
            "nicht entschieden hat. Meist ist die Reihenfolge vertauscht, oder das Ergebnis des ersten Schrittes fehlt."
        ),
    ),
    "main-committee-after-council": Explained(
        rule="Der Hauptausschuss (im Landkreis der Kreisausschuss) kommt vor der Vertretung.",
        why=(
            "Er bereitet ihre Beschlüsse vor. Dahinter kann er nur noch Kenntnis nehmen, oder die Vertretung hat "
            "vertagt oder an ihn verwiesen."
        ),
        source=_PREPARES,
    ),
    "main-committee-public": Explained(
        rule="Der Hauptausschuss (im Landkreis der Kreisausschuss) tagt nicht öffentlich.",
        why=(
            "Ein Schritt, der hier als öffentlich gilt, gibt Ergebnis und Stimmen einer nichtöffentlichen Sitzung "
            "in Ausgaben zur Weitergabe preis."
        ),
        source=_NO_PUBLIC_SESSION,
    ),
    "main-committee-missing": Explained(
        rule="Entscheidet in einem Landkreis der Kreistag, steht der Kreisausschuss vorher in der Beratungsfolge.",
        why="Er bereitet die Beschlüsse des Kreistages vor. Fehlt er, ist die Beratungsfolge meist unvollständig.",
        source=_PREPARES,
    ),
    "meetings-out-of-order": Explained(
        rule="Die Sitzungstermine folgen der Beratungsfolge: Kein Schritt liegt vor dem Schritt über ihm.",
        why="Sonst stimmt ein Termin nicht, oder die Schritte sind vertauscht.",
    ),
    "meetings-on-one-day": Explained(
        rule="Zwei Schritte dürfen am selben Tag liegen. Es gilt die Reihenfolge, in der sie dastehen.",
        why="Das kommt vor, ist aber auch ein häufiger Schreibfehler. Darum der Hinweis.",
    ),
    "vote-contradicts-result": Explained(
        rule="Beschlossen ist, was mehr Ja- als Nein-Stimmen hat. Bei Gleichstand ist abgelehnt.",
        why="Stimmen und Ergebnis kommen oft aus zwei Quellen. Widersprechen sie sich, ist eine davon falsch.",
        source="§ 66 Abs. 1 NKomVG (Niedersachsen)",
    ),
    "qualified-majority-missed": Explained(
        rule=(
            "Mit „qualifizierte_mehrheit: ja“ ist nur beschlossen, wofür mehr als die Hälfte der gesetzlichen "
            "Mitgliederzahl gestimmt hat."
        ),
        why=(
            "Gezählt wird gegen alle Mitglieder, nicht gegen die Anwesenden. Verlangt das Gesetz zwei Drittel, ist "
            "mehr nötig, als diese Regel prüft."
        ),
        source="§ 45 Abs. 2 NKomVG (Niedersachsen)",
    ),
    "amended-without-wording": Explained(
        rule="Wer „geändert beschlossen“ einträgt, gibt unter „wortlaut“ an, was beschlossen wurde.",
        why=("Die Vorlage bleibt, wie sie eingereicht wurde. Ohne den Wortlaut weiß später niemand, was gilt."),
    ),
    "more-votes-than-members": Explained(
        rule="Ja, Nein und Enthaltungen zusammen sind nicht mehr als die Mitglieder des Gremiums.",
        why="Sonst ist eine Zahl vertippt, oder in konzept.yaml steht eine veraltete Mitgliederzahl.",
    ),
    "decided-in-the-future": Explained(
        rule="Ein Ergebnis steht nur bei einer Sitzung, die stattgefunden hat.",
        why=(
            "Meist ist das Jahr vertippt. Nur abgesetzt oder zurückgezogen werden kann eine Vorlage schon vor der "
            "Sitzung."
        ),
    ),
    "result-without-date": Explained(
        rule="Ein Schritt mit einem Ergebnis nennt den Tag der Sitzung.",
        why="Ohne ihn lässt sich der Beschluss in den Niederschriften nicht finden.",
    ),
    "public-step-of-non-public-paper": Explained(
        rule="Eine nichtöffentliche Vorlage wird nur in nichtöffentlichen Sitzungen behandelt.",
        why="Sonst wird öffentlich beraten, was niemand lesen darf.",
    ),
    "step-more-public-than-committee": Explained(
        rule="Ein Gremium, das nicht öffentlich tagt, hat keine öffentlichen Schritte.",
        why="Ein Schritt, der als öffentlich gilt, gibt Ergebnis und Stimmen in Ausgaben zur Weitergabe preis.",
    ),
    "council-rules-unknown": Explained(
        rule="Die besonderen Regeln für Gremien prüft ikonzept nur in Niedersachsen.",
        why="Wer anderswo keine Meldung sieht, soll nicht glauben, alles sei geprüft.",
    ),
    "qualified-majority-unchecked": Explained(
        rule="Für eine qualifizierte Mehrheit steht die Mitgliederzahl des Gremiums in konzept.yaml.",
        why="Gezählt wird gegen alle Mitglieder, nicht gegen die Anwesenden.",
        source="§ 45 Abs. 2 NKomVG (Niedersachsen)",
    ),
}
