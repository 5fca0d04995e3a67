"""What the editions rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.guiding-question-unanswered": "No chapter answers the guiding question “{id}”.",
    "hint.guiding-question-unanswered": "Add “beantwortet: [{id}]” to the header of the chapter that answers it.",
    "finding.edition-without-predecessor": "With “{relation}” the earlier edition is missing.",
    "hint.edition-without-predecessor": "Add “vorgaenger: …”; only an Erstfassung has none.",
    "finding.first-edition-with-predecessor": "An Erstfassung has no predecessor; here it says “{id}”.",
    "hint.first-edition-with-predecessor": "Enter ersetzt, ergänzt or berichtigt as “art”, or delete “vorgaenger”.",
    "finding.second-first-edition": "There is an Erstfassung already: the edition {other}.",
    "hint.second-first-edition": "Enter ersetzt, ergänzt or berichtigt as “art”, and add “vorgaenger: …”.",
    "finding.edition-circle": "The chain of predecessors leads in a circle: {members}.",
    "hint.edition-circle": "Enter the older edition as “vorgaenger”.",
    "finding.predecessor-not-adopted": (
        "The edition is adopted, but its predecessor {id} is not: its status is “{status}”."
    ),
    "hint.predecessor-not-adopted": "Enter the decision in the predecessor's file, or change “vorgaenger”.",
    "finding.two-open-replacements": "The edition {other} is to replace {id} too and is still open.",
    "hint.two-open-replacements": "Join the drafts, or enter “art: ergänzt” in one of them.",
    "finding.adopted-without-date": "The edition is adopted, but the day of the decision is missing.",
    "hint.adopted-without-date": "Add “beschlossen_am: YYYY-MM-DD”.",
    "finding.adopted-without-paper": "The edition is adopted, but its Vorlage is missing.",
    "hint.adopted-without-paper": "Add “vorlage: …” with the number of the Vorlage.",
    "finding.decision-date-without-adoption": "A decision of {date} is entered, but the status is “{status}”.",
    "hint.decision-date-without-adoption": "Enter “status: beschlossen”, or delete “beschlossen_am”.",
    "finding.edition-paper-undecided": "The edition is adopted, but the Vorlage {number} holds no such decision.",
    "hint.edition-paper-undecided": (
        "Add “ergebnis: beschlossen” to the deciding step of the Vorlage, or change “vorlage” here."
    ),
    "finding.edition-date-differs": "By the Vorlage {number} the decision was on {meeting}, here it says {date}.",
    "hint.edition-date-differs": "Correct “beschlossen_am”, or the “termin” in the Vorlage.",
    "finding.two-adopted-replacements": "The edition “{other}” is adopted and replaces “{id}” too.",
    "hint.two-adopted-replacements": (
        "Change “vorgaenger” of the later one to the earlier one, or enter “art: ergänzt”."
    ),
    "finding.adopted-before-predecessor": "Adopted on {date}, but its predecessor “{id}” only on {former}.",
    "hint.adopted-before-predecessor": "Correct “beschlossen_am” or “vorgaenger”.",
    "finding.edition-paper-differs": "By its own words the Vorlage {number} is about the edition “{other}”.",
    "hint.edition-paper-differs": "Correct “vorlage” here or “fortschreibung” in the Vorlage.",
    "finding.two-editions-of-one-paper": "The Vorlage {number} already belongs to the edition “{other}”.",
    "hint.two-editions-of-one-paper": "Correct “vorlage” of one of them.",
    "finding.edition-still-open": "The Vorlage {number} is adopted, the edition is still “{status}”.",
    "hint.edition-still-open": "Record the decision: ikonzept edition adopt {id}",
}
