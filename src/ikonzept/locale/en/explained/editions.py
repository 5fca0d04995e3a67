"""Why the editions rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "guiding-question-unanswered": Explained(
        rule="Each guiding question in konzept.yaml is answered by at least one chapter.",
        why=(
            "The guiding questions are what the text was asked to answer. Whoever looks whether the concept is "
            "complete sees which one is still open."
        ),
        source="Beschlussvorlage 2022/094, Grundsätzliche Fragestellungen",
    ),
    "edition-without-predecessor": Explained(
        rule="Whoever replaces, supplements or corrects an edition names it as “vorgaenger”.",
        why="Only then is it certain what the Synopse compares with and which edition is no longer in force.",
    ),
    "first-edition-with-predecessor": Explained(
        rule="An Erstfassung has no predecessor.",
        why="“art” and “vorgaenger” contradict each other; one of them is wrong.",
    ),
    "second-first-edition": Explained(
        rule="A concept has exactly one Erstfassung.",
        why=(
            "Every further edition relates to the one before. A second Erstfassung breaks the chain, and what the "
            "first one promised is no longer compared."
        ),
    ),
    "edition-circle": Explained(
        rule="No edition is its own predecessor, not by way of others either.",
        why="The chain of editions leads back to the Erstfassung. A circle has no beginning.",
    ),
    "predecessor-not-adopted": Explained(
        rule="The predecessor of an adopted edition is adopted itself.",
        why="Only what was in force can be replaced, supplemented or corrected.",
    ),
    "two-open-replacements": Explained(
        rule="Only one open edition is to replace the same predecessor.",
        why=(
            "Where two drafts are adopted one after the other, the second displaces the first without knowing it. "
            "Supplements may stand side by side."
        ),
    ),
    "adopted-without-date": Explained(
        rule="An adopted edition names the day of its decision.",
        why=(
            "Which edition is in force on a day follows from the decision and the day it takes effect. Without "
            "either it never is."
        ),
    ),
    "adopted-without-paper": Explained(
        rule="An adopted edition names the Vorlage with which it was adopted.",
        why="The Kreistag decides on the basic aims. The Vorlage is the proof that it did.",
        source="§ 58 (1) NKomVG",
    ),
    "decision-date-without-adoption": Explained(
        rule="Only an adopted edition has a day of decision.",
        why=(
            "Date and status contradict each other: either the status was not changed after the meeting, or somebody "
            "entered a planned date. Planned meetings stand in the Beratungsfolge of the Vorlage."
        ),
    ),
    "edition-paper-undecided": Explained(
        rule=(
            "In the Vorlage of an adopted edition a step whose role is Entscheidung ends with “beschlossen”, "
            "“geändert beschlossen” or “teilweise beschlossen”."
        ),
        why=(
            "The edition's status and the result in its Vorlage tell of the same meeting. A Vorlage that was postponed "
            "or only prepared has decided nothing."
        ),
        source="§ 66 (1) NKomVG",
    ),
    "edition-date-differs": Explained(
        rule="The day of the decision is the day of the meeting that adopted the Vorlage.",
        why="Where the edition has another day than its Vorlage, one of them is wrong.",
    ),
    "two-adopted-replacements": Explained(
        rule="Only one adopted edition replaces its predecessor.",
        why=(
            "After that the new one is in force; who replaces the old one again passes over what was adopted in "
            "between."
        ),
    ),
    "adopted-before-predecessor": Explained(
        rule="An edition is not adopted before its predecessor.",
        why="What is continued is in force already.",
    ),
    "edition-paper-differs": Explained(
        rule="The Vorlage that an edition names does not name another edition.",
        why="Otherwise nobody can tell what was adopted with it.",
    ),
    "two-editions-of-one-paper": Explained(
        rule="One edition is adopted with one Vorlage.",
        why="Otherwise it is open which one the decision was about.",
    ),
    "edition-still-open": Explained(
        rule="When its Vorlage is adopted, so is the edition.",
        why="Only with “beschlossen” is its text in force, and only then is it fixed.",
    ),
}
