"""Why there are rules that compare with an earlier state."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "id-reused": Explained(
        rule=("An id names the same thing for ever; one whose file or number was deleted is never used again either."),
        why=(
            "Resolutions, minutes and Vorlagen name the id. Used again, an old resolution would suddenly speak of "
            "something else. Renaming, moving and rewriting are allowed. Another thing is only what by its kind or its "
            "content has nothing in common with the former: of a Maßnahme, title, description, all entries of the "
            "Verlauf, Anregungen and Herkunft are others then; where it had none of these besides the title, "
            "Handlungsfeld and Federführung too. For the others the same holds of what they are known by, of a Position "
            "its Maßnahme or Bezug, purpose and bookings. A similar text counts as the same, and where there is only a "
            "name to compare, it counts as a rename."
        ),
    ),
    "id-taken": Explained(
        rule="A new id does not name something else by now on the branch with which is compared.",
        why=(
            "Two proposals that start from the same state get the same next free id. Whoever merges second would use it a "
            "second time. Compared is with the branch itself, not only with the state in common. The same file, one that "
            "came over from here, and one with a similar title or text count as the same thing."
        ),
        wrong="Here and on main a new Maßnahme M-002 was made.",
        right="The second one is called M-003.",
    ),
    "number-moved": Explained(
        rule="A Ziel and an Anregung keep their number; new ones are added at the end.",
        why=(
            "Whoever renumbers uses every number a second time: a resolution on bildung.1 would speak of another Ziel. "
            "Where the old text stands word for word under another number it is certain, hence an error. In which order "
            "they stand in the file is free."
        ),
    ),
    "number-text-replaced": Explained(
        rule="Under the number of a Ziel or an Anregung a quite different text does not suddenly stand.",
        why=(
            "Where a Ziel has nothing but its text, nobody can say for sure whether it was reworded or replaced. "
            "Replaced would mean that the number is used twice and the old Ziel goes without an assessment. So this is "
            "but a warning; where the old text stands under another number it is an error (number-moved)."
        ),
    ),
    "file-deleted": Explained(
        rule=(
            "The file of a Maßnahme, Fortschreibung, Veranstaltung or Vorlage is never deleted, nor that of a "
            "Handlungsfeld with Ziele, of a closed fiscal year or of the values of a Kennzahl."
        ),
        why=(
            "What became of it stands in it: dropped, merged, replaced. Without the file what the Kreistag adopted "
            "disappears, and references lead nowhere. Events prove who took part, what was suggested and how it was "
            "weighed; Vorlagen what was discussed; values by what success was measured. What merely lies in a wrong "
            "folder or cannot be read does not count as deleted. Chapters, grants, open fiscal years and Kennzahlen "
            "without values may go."
        ),
        wrong="The file massnahmen/M-002.yaml is deleted.",
    ),
    "file-renamed": Explained(
        rule=(
            "The file of a Maßnahme, Fortschreibung, Veranstaltung or Vorlage keeps its name, as does that of a "
            "Handlungsfeld with Ziele or of the values of a Kennzahl."
        ),
        why=(
            "The file name is the id. With a new name the old thing would have disappeared, and a new one without a "
            "history would be there. For another name a new “titel” is enough. Only a Vorlage that no committee has "
            "treated yet may get a new name: often it is given its number late."
        ),
    ),
    "values-removed": Explained(
        rule="A year of which a Kennzahl had values keeps some.",
        why=(
            "By the values success was measured, and reports name them. They may be corrected at any time, and single "
            "attributes may go. Where a whole year is missing it is mostly deleted by mistake; but it may have been "
            "entered wrongly, so this is but a warning."
        ),
    ),
    "goal-deleted": Explained(
        rule="A Ziel stays in its Handlungsfeld with its number, also when it is reached or given up.",
        why=(
            "The next Fortschreibung assesses the old Ziele and says which new one continues them. A Ziel that is "
            "missing can be assessed by nobody."
        ),
    ),
    "submission-deleted": Explained(
        rule="An Anregung stays in its Veranstaltung with its number, also when it was not followed.",
        why=(
            "Whoever suggested something can read what became of it and why. An Anregung that is missing was neither "
            "taken up nor rejected; the process could not be proved any more."
        ),
    ),
    "submission-changed": Explained(
        rule="An Anregung keeps its words, and what was weighed stays.",
        why=(
            "The text is what somebody else said; the Abwägung answers it. A slip may be corrected and is not reported. "
            "More than that may be a correction where the text was taken down wrongly; so this is but a warning. An "
            "Abwägung may be added and changed at any time, but not disappear."
        ),
    ),
    "history-entry-removed": Explained(
        rule="No entry disappears from a Verlauf.",
        why=(
            "The Verlauf tells the Kreistag what was when. An entry that is wrong is corrected by a new one; then both "
            "can be seen. Adding a forgotten entry later is allowed."
        ),
    ),
    "history-entry-changed": Explained(
        rule="Day, status, reason and Vorlage of an entry stay what they were.",
        why=(
            "Whoever changes them rewrites history: reports that were right then are wrong now. Adding what was missing, "
            "such as a reason, is allowed; internal notes may change."
        ),
    ),
    "history-report-rewritten": Explained(
        rule="The Sachstand of an entry says what it always said.",
        why=(
            "What was reported stands in Vorlagen and minutes; “vierzehn” may not become “vierzig” later. What has "
            "happened since belongs in a new entry, a correction too. An error is every other number, in words as well, "
            "every “nicht” or “kein”, every word that is another, new or gone. One or two wrong letters in a word, a "
            "little word that is doubled or missing, and punctuation are a slip; to correct it is but a warning "
            "(history-report-changed)."
        ),
    ),
    "history-report-changed": Explained(
        rule="The Sachstand of an entry stays what it was; only a slip of the pen is corrected.",
        why=(
            "A slip may be corrected, so this is but a warning: somebody looks whether it really was one. What changes "
            "more is an error (history-report-rewritten)."
        ),
    ),
    "adopted-edition-changed": Explained(
        rule="The record of an adopted Fortschreibung stays as it was adopted, every field of it.",
        why=(
            "It says what the Kreistag adopted and when. “ikonzept edition verify” compares it with the tag; here the "
            "very proposal that changes it is noticed. An internal note was not adopted and may change."
        ),
    ),
    "edition-status-back": Explained(
        rule="A Fortschreibung never goes back: Entwurf, Beteiligung, Beratung, beschlossen.",
        why=(
            "What is adopted stays adopted; a change to it is a new Fortschreibung. Before that too, committees and "
            "participants rely on how far the Fortschreibung is."
        ),
    ),
    "edition-step-skipped": Explained(
        rule="A Fortschreibung passes every step: Entwurf, Beteiligung, Beratung, beschlossen.",
        why=(
            "A step that is missing was forgotten perhaps, or several were entered at one go; so this is but a warning. "
            "The steps in the commits in between count too."
        ),
    ),
    "closed-year-changed": Explained(
        rule=(
            "Nothing of a closed fiscal year changes any more: accounts, lines, bookings, transfers, the day of its "
            "close."
        ),
        why=(
            "With the close the amounts went into the annual accounts and, as rests, into the next year; a change would "
            "silently falsify both. Allowed is what “ikonzept budget close” itself adds once the next year has a file: "
            "orders that are carried into it. Internal notes may change."
        ),
    ),
    "earlier-state-unreadable": Explained(
        rule="What has changed could be read in the earlier state too.",
        why=(
            "What stood in a file that could not be read, nobody knows: so it counts as neither deleted nor changed. "
            "This is but a note, and passes as soon as the earlier state is one that can be read."
        ),
        wrong="The file massnahmen/M-002.yaml has an error in the earlier state that keeps it from being read.",
        right="The file can be read in both states.",
    ),
}
