"""Why the exemptions rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "exemption-unused": Explained(
        rule="Jede Ausnahme nimmt einen Befund hin, den es gibt.",
        why=(
            "Ist der Befund behoben, ist die Ausnahme überflüssig; träte er wieder auf, bliebe er verborgen. Oft stimmt "
            "auch nur der Weg unter „wo“ nicht: ein Dateiname oder ein Muster wie haushalt/*.yaml."
        ),
    ),
    "exemption-expired": Explained(
        rule="Keine Ausnahme ist älter als ihr letzter Tag („bis“).",
        why="Eine Ausnahme ist ein Aufschub. Ist er um, wird der Befund behoben oder die Ausnahme neu begründet.",
    ),
    "exemption-unknown-rule": Explained(
        rule="Jede Ausnahme nennt eine Regel, die es gibt.",
        why="Eine vertippte Regel nimmt nichts hin. Die Kennung steht in der Meldung und bei „ikonzept explain“.",
    ),
    "exemption-not-allowed": Explained(
        rule=(
            "Keine Ausnahme gibt es von Befunden, durch die eine Datei nicht gelesen werden kann, und von denen zu den "
            "Ausnahmen selbst."
        ),
        why="Was nicht gelesen werden kann, wird auch nicht geprüft: Eine Ausnahme verdeckte, was in der Datei steht.",
    ),
}
