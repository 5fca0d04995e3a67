"""What the papers rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.relevance-without-paragraph": 'Relevanz "{field}: ja", but the text has no paragraph about it.',
    "hint.relevance-without-paragraph": 'Add a paragraph headed "### {field}", or set the field to "nein".',
    "finding.costs-not-split": "The costs of {costs} € are not split over the accounts: {accounts}.",
    "hint.costs-not-split": 'Add "betrag: …" to each account, {costs} € in all.',
    "finding.costs-without-accounts": "{costs} € are said to be in the budget, but no account is named.",
    "hint.costs-without-accounts": 'Name under "produktsachkonten" what pays.',
    "finding.budget-account-without-product": '"{account}" is only the Sachkonto, the product number is missing.',
    "hint.budget-account-without-product": "Put the product number before it, such as 111-300.{account}",
    "finding.fiscal-year-file-name": '"{name}" is no year.',
    "hint.fiscal-year-file-name": "Name the file by its year, such as haushalt/2024.yaml",
    "finding.unit-spelling": 'In the concept "{name}" is called "{known}".',
    "hint.unit-spelling": (
        'Write it as the concept does. If it is printed so, add the spelling under "auch" in konzept.yaml.'
    ),
    "finding.unknown-lead-unit": 'The concept does not know the responsible unit "{name}".',
    "hint.unknown-lead-unit": 'Add it under "stellen" in konzept.yaml, or under "auch" of a unit.',
    "finding.resolution-about-missing-measures": (
        'The proposed resolution speaks of measures, but "{edition}" has none.'
    ),
    "hint.resolution-about-missing-measures": (
        "Add the measures under massnahmen/, or name in the proposed resolution what is to be decided."
    ),
    "finding.paper-number-differs": "The number {number} does not fit the file name.",
    "hint.paper-number-differs": "Name the file {name}, or correct the number.",
    "finding.paper-after-meeting": "The Vorlage is of {date}, but {committee} met on {meeting} already.",
    "hint.paper-after-meeting": "Correct “datum” or “termin”.",
}
