"""Why everything that is named must exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "unknown-unit": Explained(
        "Every unit that leads or takes part is in konzept.yaml under “stellen” or “akteure”.",
        "Otherwise nobody knows who is responsible, and the Maßnahme is missing from the overview of the unit.",
    ),
    "unknown-actor": Explained(
        "Whoever makes a submission is in konzept.yaml under “akteure” or “stellen”.",
        "Only so can be told what became of a partner's submissions. Natural persons are under “von_person” and stay "
        "internal.",
    ),
    "unknown-committee": Explained(
        "Every committee of a Beratungsfolge is in konzept.yaml under “gremien”.",
        "The kind of committee decides what it may decide and whether it meets in public.",
    ),
    "unknown-guiding-question": Explained(
        "A chapter answers only guiding questions that are in konzept.yaml.",
        "From these entries follows which of the adopted questions the text leaves open.",
    ),
    "unknown-action-field": Explained(
        "Every Handlungsfeld that is named has a file in handlungsfelder/.",
        "A Maßnahme without its Handlungsfeld appears in no overview, and its goals are missing.",
    ),
    "unknown-goal": Explained(
        "Every goal that is named is in its Handlungsfeld with its number.",
        "Only so can be told in the end which Maßnahmen have served a goal. Numbers are never used again; an old goal "
        "stays.",
    ),
    "unknown-measure": Explained(
        "Every Maßnahme that is named has a file in massnahmen/.",
        "Money, submissions and decisions should be traceable to the Maßnahme. So its file is never deleted: what became "
        "of it is in its Verlauf.",
    ),
    "unknown-indicator": Explained(
        "Every indicator that is named is described in monitoring/kennzahlen/.",
        "Only the description tells what is measured, where the values come from and which direction is good.",
    ),
    "unknown-submission": Explained(
        "Every Anregung that is named is with its event under its number.",
        "Whoever suggested something should see what became of it; for that the way must lead back.",
    ),
    "unknown-paper": Explained(
        "Every Vorlage that is named is in vorlagen/.",
        "The decision is the ground on which Maßnahmen, funds and Fortschreibungen stand; it should be there to read.",
    ),
    "unknown-edition": Explained(
        "Every Fortschreibung that is named has a file in fortschreibungen/.",
        "It says when and by what the Kreistag adopted it, and what it replaces.",
    ),
    "unknown-budget-line": Explained(
        "Every budget line that a grant helps to pay is in a fiscal year.",
        "The Verwendungsnachweis has to show what the money was spent on.",
    ),
    "unknown-account": Explained(
        "Every account that is named is in the fiscal year under “konten”.",
        "Otherwise the expense counts against no Ermächtigung, and the available funds can no longer be seen.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "account-twice": Explained(
        "Every account appears only once in a fiscal year.",
        "Two entries would be two Ansätze for the same account, and nobody could tell how much is available.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "account-ambiguous": Explained(
        "An account without its product number fits only one account of the fiscal year.",
        "Several products often have the same Sachkonto. Without the product number it is not clear whose funds the "
        "expense uses.",
        "§ 27 Abs. 3 KomHKVO",
    ),
    "unknown-fiscal-year": Explained(
        "There is a file in haushalt/ for the fiscal year of a Vorlage that names accounts.",
        "Without it nobody can check whether the accounts exist. Without “haushaltsjahr” the year of the Vorlage holds.",
    ),
    "unknown-subject": Explained(
        "Everything to which something refers exists.",
        "“bezug” and “begruendungen” may name different things, such as Maßnahmen, goals, chapters or Vorlagen. Where the "
        "reference leads nowhere, the reason belongs to nothing.",
    ),
    "reference-of-wrong-kind": Explained(
        "A reference names something of the kind its key expects.",
        "Where Maßnahmen or goals belong, a Handlungsfeld leads astray: no report could place it there.",
    ),
    "series-without-indicator": Explained(
        "For every table in monitoring/werte/ there is an indicator with the same file name.",
        "Nobody can read numbers without unit, source and meaning.",
    ),
    "listed-twice": Explained(
        rule="In a list every id stands once.",
        why="A repetition changes nothing and often stands for something else that was meant.",
    ),
    "related-to-itself": Explained(
        rule="Under “verwandt” stand other Vorlagen.",
        why="Usually another number should stand there.",
    ),
}
