"""Why the results rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "unanimous-contradicts-vote": Explained(
        rule='Where the resolution says "einstimmig", the votes are on one side.',
        why="Abstentions do no harm. With both Ja and Nein, the word or a number is wrong.",
    ),
    "unanimous-against-votes": Explained(
        rule="Who writes “einstimmig” names no votes against.",
        why="One of the two is wrong, and later nobody can tell which.",
    ),
    "majority-without-dissent": Explained(
        rule="Where “mehrheitlich” stands, there are votes on both sides, or abstentions.",
        why="Often only the votes against are missing. Usage varies, so this is only a notice.",
    ),
    "words-contradict-result": Explained(
        rule="“ergebnis” says the same as the words of the minutes under “beschluss”.",
        why="What is counted and compared is “ergebnis”, what is read is “beschluss”.",
    ),
    "result-without-class": Explained(
        rule="A result that stands under “beschluss” stands under “ergebnis” too.",
        why="Only by that does ikonzept know whether a Vorlage is decided.",
    ),
}
