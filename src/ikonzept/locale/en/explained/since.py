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
    "number-text-replaced": Explained(
        rule="Under the number of a Ziel or an Anregung a quite different text does not suddenly stand.",
        why=(
            "Where a Ziel has nothing but its text, nobody can say for sure whether it was reworded or replaced. "
            "Replaced would mean that the number is used twice and the old Ziel goes without an assessment. So this is "
            "but a warning."
        ),
    ),
    "file-deleted": Explained(
        rule=(
            "The file of a Maßnahme or Fortschreibung is never deleted, nor that of a Handlungsfeld with Ziele or of a "
            "closed fiscal year."
        ),
        why=(
            "What became of it stands in it: dropped, merged, replaced. Without the file what the Kreistag adopted "
            "disappears, and references lead nowhere. What merely lies in a wrong folder or cannot be read does not "
            "count as deleted."
        ),
        wrong="The file massnahmen/M-002.yaml is deleted.",
    ),
    "file-renamed": Explained(
        rule="The file of a Maßnahme, a Fortschreibung or a Handlungsfeld with Ziele keeps its name.",
        why=(
            "The file name is the id. With a new name the old thing would have disappeared, and a new one without a "
            "history would be there. For another name a new “titel” is enough."
        ),
    ),
    "goal-deleted": Explained(
        rule="A Ziel stays in its Handlungsfeld with its number, also when it is reached or given up.",
        why=(
            "The next Fortschreibung assesses the old Ziele and says which new one continues them. A Ziel that is "
            "missing can be assessed by nobody."
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
    "history-report-changed": Explained(
        rule="The Sachstand of an entry stays what it was.",
        why=(
            "A slip may be corrected, so this is but a warning. What has happened since belongs in a new entry, or what "
            "was reported before is lost."
        ),
    ),
    "adopted-edition-changed": Explained(
        rule="The record of an adopted Fortschreibung stays as it was adopted, every field of it.",
        why=(
            "It says what the Kreistag adopted and when. “ikonzept edition verify” compares it with the tag; here the "
            "very proposal that changes it is noticed."
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
