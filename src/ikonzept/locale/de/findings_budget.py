"""What the budget rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.budget-line-two-subjects": "Die Position „{id}“ bezahlt zweierlei: „massnahme“ und „bezug“.",
    "hint.budget-line-two-subjects": "Nur eines von beiden stehen lassen oder die Position teilen.",
    "finding.budget-line-without-subject": "Die Position „{id}“ sagt nicht, was sie bezahlt.",
    "hint.budget-line-without-subject": (
        "„massnahme: …“ ergänzen – oder „bezug: …“ für eine Veranstaltung, eine Vorlage oder anderes."
    ),
    "finding.budget-sums-beside-bookings": (
        "Die Position „{id}“ hat Buchungen und daneben einen eingetragenen Betrag."
    ),
    "hint.budget-sums-beside-bookings": "„gebunden“ und „ist“ streichen: Sie folgen aus den Buchungen.",
    "finding.booking-settles-unknown": "Einen Auftrag mit dem Beleg „{voucher}“ gibt es nicht.",
    "hint.booking-settles-unknown": (
        "Unter „zu“ den Beleg des Auftrags nennen, der hiermit bezahlt wird, oder den Auftrag nachtragen."
    ),
    "finding.excess-incomplete": "Dem Mehrbedarf fehlt: {missing}.",
    "hint.excess-incomplete": "Ergänzen; statt „entschieden_von“ genügt „vorlage“.",
    "finding.account-covers-itself": "Das Konto „{id}“ steht auf beiden Seiten.",
    "hint.account-covers-itself": "Das andere Konto eintragen oder die Angabe streichen.",
}
