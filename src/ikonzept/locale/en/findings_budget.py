"""What the budget rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.budget-line-two-subjects": "The line “{id}” pays for two things: “massnahme” and “bezug”.",
    "hint.budget-line-two-subjects": "Keep only one of them, or split the line.",
    "finding.budget-line-without-subject": "The line “{id}” does not say what it pays for.",
    "hint.budget-line-without-subject": (
        "Add “massnahme: …”, or “bezug: …” for an event, a Vorlage or something else."
    ),
    "finding.budget-sums-beside-bookings": "The line “{id}” has bookings and an amount of its own beside them.",
    "hint.budget-sums-beside-bookings": "Delete “gebunden” and “ist”: they follow from the bookings.",
    "finding.booking-settles-unknown": "There is no commitment with the voucher “{voucher}”.",
    "hint.booking-settles-unknown": (
        "Under “zu”, name the voucher of the commitment that is paid here, or add the commitment."
    ),
    "finding.excess-incomplete": "The Mehrbedarf lacks: {missing}.",
    "hint.excess-incomplete": "Add it; “vorlage” will do for “entschieden_von”.",
    "finding.account-covers-itself": "The account “{id}” stands on both sides.",
    "hint.account-covers-itself": "Enter the other account or delete this.",
}
