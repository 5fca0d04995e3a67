"""Why the results rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "unanimous-contradicts-vote": Explained(
        rule="Steht im Beschluss „einstimmig“, liegen die Stimmen auf einer Seite.",
        why="Enthaltungen stören nicht. Gibt es Ja und Nein zugleich, stimmt das Wort oder eine Zahl nicht.",
    ),
    "unanimous-against-votes": Explained(
        rule="Wer „einstimmig“ schreibt, nennt keine Gegenstimmen.",
        why="Eines von beiden ist falsch, und später lässt sich nicht mehr klären, welches.",
    ),
    "majority-without-dissent": Explained(
        rule="Wo „mehrheitlich“ steht, gibt es Ja und Nein oder Enthaltungen.",
        why="Oft fehlen nur die Nein-Stimmen. Der Sprachgebrauch ist nicht überall gleich, darum nur ein Hinweis.",
    ),
    "words-contradict-result": Explained(
        rule="„ergebnis“ sagt dasselbe wie die Worte der Niederschrift unter „beschluss“.",
        why="Gezählt und verglichen wird „ergebnis“, gelesen wird „beschluss“.",
    ),
    "result-without-class": Explained(
        rule="Steht unter „beschluss“ ein Ergebnis, steht es auch unter „ergebnis“.",
        why="Nur daran erkennt ikonzept, ob eine Vorlage entschieden ist.",
    ),
}
