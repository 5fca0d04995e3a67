"""What the council rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.resolution-without-deciding-step": "The Beschlussvorlage has no step that decides.",
    "hint.resolution-without-deciding-step": (
        'Write "zustaendigkeit: Entscheidung" in the Beratungsfolge, or "art: Mitteilungsvorlage" above.'
    ),
    "finding.notice-with-deciding-step": "A Mitteilungsvorlage only informs, but here decides: {committee}.",
    "hint.notice-with-deciding-step": 'Write "zustaendigkeit: Kenntnisnahme", or "art: Beschlussvorlage" above.',
    "finding.step-after-decision": (
        "{committee} ({role}) comes after the decision: {decider}. Only a Kenntnisnahme can follow it."
    ),
    "hint.step-after-decision": (
        "Move the step before it, or say at the decision why it stayed open: "
        '"ergebnis: vertagt", "verwiesen" or "abgesetzt".'
    ),
    "finding.main-committee-after-council": "{committee} comes after {council}, whose decisions it prepares.",
    "hint.main-committee-after-council": "Put the step before the decision.",
    "finding.main-committee-public": '{committee} does not meet in public, but here stands "oeffentlich: ja".',
    "hint.main-committee-public": 'Write "oeffentlich: nein".',
    "finding.main-committee-missing": "The Kreisausschuss is missing before the decision by {council}.",
    "hint.main-committee-missing": (
        'Add the Kreisausschuss before it, with "zustaendigkeit: Vorberatung" and "oeffentlich: nein".'
    ),
    "finding.meetings-out-of-order": (
        "{committee} meets on {date}, but the step before it is later: {before} on {date_before}."
    ),
    "hint.meetings-out-of-order": "Check the date of the meeting, or put the steps in their order in time.",
    "finding.meetings-on-one-day": "On the same day, {date}, meet one after the other: {before}, {committee}.",
    "hint.meetings-on-one-day": "Nothing to do if the date is right. The order of the steps is kept.",
    "finding.vote-contradicts-result": '"{result}" does not fit {yes} Ja and {no} Nein.',
    "hint.vote-contradicts-result": ('Correct "ergebnis" or "stimmen". More Ja than Nein adopts, a tie rejects.'),
    "finding.qualified-majority-missed": (
        "The qualified majority is missed: {yes} Ja of {members} members ({committee}), at least {needed} are needed."
    ),
    "hint.qualified-majority-missed": (
        'Check "stimmen" and "ergebnis", or write "qualifizierte_mehrheit: nein" where the simple one is enough.'
    ),
    "finding.amended-without-wording": "Adopted with changes, but in which wording?",
    "hint.amended-without-wording": 'Add "wortlaut: |" with the changed text to the same step.',
    "hint.amended-without-wording.braces": (
        'Add “, wortlaut: "…"” with the changed text, in quotation marks, in the braces.'
    ),
    "finding.more-votes-than-members": "{votes} votes, but only {members} members ({committee}).",
    "hint.more-votes-than-members": 'Check "stimmen", or "mitglieder" of the committee in konzept.yaml.',
    "finding.decided-in-the-future": "There is a result for {committee}, but the meeting on {date} is yet to come.",
    "hint.decided-in-the-future": 'Correct "termin", or write the result only after the meeting.',
    "finding.result-without-date": "There is a result for {committee}, but no date of the meeting.",
    "hint.result-without-date": 'Add "termin: …" with the day of the meeting.',
    "hint.result-without-date.braces": "Add “, termin: …” with the day of the meeting in the braces.",
    "finding.public-step-of-non-public-paper": (
        "The Vorlage is non-public, but this step says “oeffentlich: ja”: {committee}."
    ),
    "hint.public-step-of-non-public-paper": "Enter “oeffentlich: nein”, or “status: öffentlich” above.",
    "finding.step-more-public-than-committee": (
        "By konzept.yaml {committee} does not meet in public, but this step says “oeffentlich: ja”."
    ),
    "hint.step-more-public-than-committee": "Enter “oeffentlich: nein”, or change the committee in konzept.yaml.",
    "finding.council-rules-unknown": (
        "ikonzept does not know the council rules of {state}; only what holds everywhere is checked."
    ),
    "hint.council-rules-unknown": (
        "Nothing to do. Please check main committee and qualified majority yourself, in the municipal "
        "constitution of the Land."
    ),
    "finding.qualified-majority-unchecked": (
        "Whether the qualified majority was reached cannot be checked: {committee} has no number of members."
    ),
    "hint.qualified-majority-unchecked": "In konzept.yaml, add “mitglieder: …” to the committee.",
}
