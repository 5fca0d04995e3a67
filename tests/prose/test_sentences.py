import pytest

from ikonzept.prose.sentences import split

SENTENCES = [
    "Das Netz wächst. |Die Kosten trägt der Kreis.",
    "Es gibt Sprachen, z. B. Arabisch und u. a. Farsi. |Alle helfen.",
    "Nach § 12 Abs. 1 Satz 2 gilt das. |Satz 3 bleibt.",
    "Das regelt Nr. 3 Buchst. a der Anlage. |Mehr nicht.",
    "Der Kreistag tagt am 22. Juni 2022. |Er entscheidet.",
    "Die 2. Fortschreibung folgt. |Der 3. Abschnitt entfällt.",
    "Das gilt nach Satz 1. |Das Amt prüft.",
    "Das gilt seit 2022. |Danach nicht.",
    "Wer zahlt? |Der Kreis! |Gut so.",
    "Er sagte: „Das geht.“ |Dann ging er.",
    "Die Träger bzw. Vereine (vgl. Kap. 3) helfen. |Ende.",
    "Dr. Erika Beispiel leitet das. |Prof. Muster hilft.",
    "Ein Satz\nüber zwei Zeilen. |Noch\neiner.",
    "Ohne Punkt am Ende",
    "",
    "Mio. Euro fehlen. |Ca. 3 Mio. Euro.",
    "Im II. Quartal geht es los. |Später mehr.",
    "Kitas, Schulen usw. werden beteiligt. |Ja.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    expected = marked.split("|") if marked else []
    assert split(marked.replace("|", "")) == expected
