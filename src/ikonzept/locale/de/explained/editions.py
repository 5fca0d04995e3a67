"""Why the editions rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "guiding-question-unanswered": Explained(
        rule="Jede Leitfrage aus konzept.yaml wird von mindestens einem Kapitel beantwortet.",
        why=(
            "Die grundsätzlichen Fragestellungen sind der Auftrag an den Text. Wer prüft, ob das Konzept vollständig "
            "ist, sieht so, welche noch offen ist."
        ),
        source="Beschlussvorlage 2022/094, Grundsätzliche Fragestellungen",
    ),
    "edition-without-predecessor": Explained(
        rule="Wer eine Fassung ersetzt, ergänzt oder berichtigt, nennt sie unter „vorgaenger“.",
        why="Nur so steht fest, womit die Synopse vergleicht und welche Fassung nicht mehr gilt.",
    ),
    "first-edition-with-predecessor": Explained(
        rule="Eine Erstfassung hat keinen Vorgänger.",
        why="Art und Vorgänger widersprechen sich; eines von beiden ist falsch.",
    ),
    "second-first-edition": Explained(
        rule="Ein Konzept hat genau eine Erstfassung.",
        why=(
            "Jede weitere Fassung steht in einem Verhältnis zur vorigen. Mit einer zweiten Erstfassung reißt die Kette, "
            "und was die erste versprochen hat, wird nicht mehr verglichen."
        ),
    ),
    "edition-circle": Explained(
        rule="Keine Fortschreibung ist ihr eigener Vorgänger, auch nicht auf dem Umweg über andere.",
        why="Die Kette der Fassungen führt zur Erstfassung zurück. Im Kreis hat sie keinen Anfang.",
    ),
    "predecessor-not-adopted": Explained(
        rule="Der Vorgänger einer beschlossenen Fortschreibung ist selbst beschlossen.",
        why="Ersetzen, ergänzen und berichtigen lässt sich nur, was gegolten hat.",
    ),
    "two-open-replacements": Explained(
        rule="Denselben Vorgänger soll nur eine offene Fortschreibung ersetzen.",
        why=(
            "Werden zwei Entwürfe nacheinander beschlossen, verdrängt der zweite den ersten, ohne ihn zu kennen. "
            "Ergänzungen dürfen nebeneinander stehen."
        ),
    ),
    "adopted-without-date": Explained(
        rule="Eine beschlossene Fortschreibung nennt den Tag ihres Beschlusses.",
        why=(
            "Welche Fassung an einem Tag gilt, folgt aus dem Beschluss und dem Tag, an dem sie wirksam wird. Fehlen "
            "beide, gilt sie nie."
        ),
    ),
    "adopted-without-paper": Explained(
        rule="Eine beschlossene Fortschreibung nennt die Vorlage, mit der sie beschlossen wurde.",
        why="Über die grundlegenden Ziele entscheidet der Kreistag. Die Vorlage ist der Nachweis dafür.",
        source="§ 58 (1) NKomVG",
    ),
    "decision-date-without-adoption": Explained(
        rule="Nur eine beschlossene Fortschreibung trägt einen Tag des Beschlusses.",
        why=(
            "Datum und Status widersprechen sich: Entweder fehlt nach der Sitzung noch der Status, oder jemand hat ein "
            "geplantes Datum eingetragen. Geplante Sitzungen stehen in der Beratungsfolge der Vorlage."
        ),
    ),
    "edition-paper-undecided": Explained(
        rule=(
            "In der Vorlage einer beschlossenen Fortschreibung endet ein Schritt mit der Zuständigkeit Entscheidung mit "
            "„beschlossen“, „geändert beschlossen“ oder „teilweise beschlossen“."
        ),
        why=(
            "Der Status der Fortschreibung und das Ergebnis in der Vorlage erzählen dieselbe Sitzung. Eine vertagte oder "
            "nur vorberatene Vorlage hat nichts beschlossen."
        ),
        source="§ 66 (1) NKomVG",
    ),
    "edition-date-differs": Explained(
        rule="Der Tag des Beschlusses ist der Tag der Sitzung, in der die Vorlage beschlossen wurde.",
        why="Steht in der Fortschreibung ein anderer Tag als in ihrer Vorlage, ist einer von beiden falsch.",
    ),
    "two-adopted-replacements": Explained(
        rule="Nur eine beschlossene Fortschreibung ersetzt ihre Vorgängerin.",
        why="Danach gilt die neue; wer noch einmal die alte ersetzt, übergeht, was dazwischen beschlossen wurde.",
    ),
    "adopted-before-predecessor": Explained(
        rule="Eine Fortschreibung ist nicht vor ihrer Vorgängerin beschlossen.",
        why="Fortgeschrieben wird, was schon gilt.",
    ),
    "edition-paper-differs": Explained(
        rule="Die Vorlage, die eine Fortschreibung nennt, nennt keine andere Fortschreibung.",
        why="Sonst ist nicht zu erkennen, was mit ihr beschlossen wurde.",
    ),
    "two-editions-of-one-paper": Explained(
        rule="Mit einer Vorlage wird eine Fortschreibung beschlossen.",
        why="Sonst bleibt offen, welcher der Beschluss galt.",
    ),
    "edition-still-open": Explained(
        rule="Ist ihre Vorlage beschlossen, ist es auch die Fortschreibung.",
        why="Erst mit „beschlossen“ gilt ihr Text, und erst dann wird er festgeschrieben.",
    ),
}
