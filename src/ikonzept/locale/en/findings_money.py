"""What the money rules find."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.budget-exceeds-authorisation": (
        "{account}: {actual} € are planned, the Ermächtigung is {expected} €, other accounts cover {covered} €; "
        "{difference} € are missing."
    ),
    "hint.budget-exceeds-authorisation": (
        "Cut lines, check the Ansatz or transfer money: enter datum, von, nach and betrag under "
        "“umbuchungen”. What an account plans itself it cannot give away."
    ),
    "finding.budget-covered": "{account}: {amount} € more planned than authorised; {lender} covers them.",
    "hint.budget-covered": (
        "Nothing to do as long as {lender} needs no more itself. If it is to stay so, transfer the money."
    ),
    "finding.blocked-money-committed": (
        "{account}: {actual} € are committed or spent, without the Sperre only {expected} € are free."
    ),
    "hint.blocked-money-committed": "Have the Sperre lifted and adapt “sperre” before any more orders are placed.",
    "finding.block-exceeds-authorisation": (
        "{account}: {actual} € are blocked; even without a Sperre the account may spend only {expected} €."
    ),
    "hint.block-exceeds-authorisation": "Set “sperre” to {expected} € at most.",
    "finding.fiscal-year-not-adopted": "The budget {year} is “{state}” but already used.",
    "hint.fiscal-year-not-adopted": (
        "Before the Haushaltssatzung only what is a duty may be paid. Once it is adopted, enter “stand: beschlossen”."
    ),
    "finding.budget-line-exceeds-plan": (
        "{id}: {actual} € are committed and spent, {expected} € planned; that is {difference} € too much."
    ),
    "hint.budget-line-exceeds-plan": (
        "Raise “geplant” as far as the account allows, or assign bookings to another line."
    ),
    "finding.bookings-out-of-order": "{id}: The booking of {day} stands behind that of {before}.",
    "hint.bookings-out-of-order": "Put bookings in the order of their days, the oldest first.",
    "finding.booking-outside-year": "The booking of {day} stands in the budget {year}.",
    "hint.booking-outside-year": "Correct the day, or put the booking into the budget of its year.",
    "finding.payment-before-order": "Paid on {day}, but ordered with {voucher} only on {ordered}.",
    "hint.payment-before-order": "One of the two days is wrong; correct it by the voucher.",
    "finding.commitment-overpaid": (
        "Order {voucher} of {expected} € is paid with {actual} €, {difference} € too much."
    ),
    "hint.commitment-overpaid": "Raise the order or split the payment into two bookings, the second without “zu”.",
    "finding.carried-without-order": "{id}: this Übertrag names no order of the line; nothing is carried by it.",
    "hint.carried-without-order": "Enter under “zu” the voucher of the order that goes on into the next year, or delete the booking.",
    "finding.carried-order-missing": (
        "{expected} € of order {voucher} are carried to {year}, only {actual} € are booked there; {difference} € are "
        "missing."
    ),
    "hint.carried-order-missing": "Bring the order with voucher {voucher} to {expected} € in haushalt/{year}.yaml, or book it so where it is missing.",
    "finding.voucher-twice": "Voucher {voucher} of {amount} € is booked on this account already.",
    "hint.voucher-twice": "Delete the second booking. If there are two, give the vouchers different numbers.",
    "finding.amount-negative": "{amount} € is less than nothing.",
    "hint.amount-negative": (
        "Delete the sign. Less than before is said by a Nachtrag, a refund by an Ist with a minus."
    ),
    "finding.amount-implausible": "{account}: {actual} € is at least ten times the year before ({expected} €).",
    "hint.amount-implausible": (
        "Check the comma. If the amount is right, enter it under “ausnahmen” in konzept.yaml with a reason."
    ),
    "finding.carry-over-differs": "{account}: {actual} € are carried over, but {year} left only {expected} €.",
    "hint.carry-over-differs": "Set “uebertragung” to {expected} € at most, or complete the bookings of {year}.",
    "finding.carry-over-below-rest": (
        "{account}: {actual} € are carried over; {expected} € would be possible from {year}."
    ),
    "hint.carry-over-below-rest": "Nothing to do if that is meant. Else raise “uebertragung”.",
    "finding.carry-over-lapsed": (
        "{account}: of the {actual} € carried over {lapsed} € had been carried over before and lapsed with {year}."
    ),
    "hint.carry-over-lapsed": (
        "Set “uebertragung” to {expected} € at most. Earmarked accounts belong under “konten” of a grant."
    ),
    "finding.transfer-exceeds-authorisation": (
        "{account}: {actual} € are transferred, the account can give only {expected} €."
    ),
    "hint.transfer-exceeds-authorisation": "Cut the transfer by {difference} € or take another account.",
    "finding.excess-exceeds-cover": (
        "{account} is to cover a Mehrbedarf of {actual} €, the account can give only {expected} €."
    ),
    "hint.excess-exceeds-cover": "Name another cover for {difference} €: another account, or additional income as text.",
    "finding.budget-total-differs-from-edition": (
        "Budget {year}: Ansätze and Nachträge make {actual} €; with edition {edition} and later Vorlagen {expected} € were "
        "adopted. The difference of {difference} € is not explained."
    ),
    "hint.budget-total-differs-from-edition": (
        "Enter the Vorlage that granted it under vorlagen/, with account and amount, or correct the Ansatz."
    ),
    "finding.paper-split-differs": "{actual} € are split over the accounts, the Kosten are {expected} €.",
    "hint.paper-split-differs": "Correct the amounts of the accounts or “kosten”; the difference is {difference} €.",
    "finding.paper-exceeds-available": (
        "The Kosten of {actual} € are said to lie within the budget; on {day} only {expected} € were "
        "available on {accounts}."
    ),
    "hint.paper-exceeds-available": (
        "{difference} € are missing: “im_budget: nein” and apply for the Mehrbedarf, or transfer money before."
    ),
    "finding.paper-without-excess": (
        "The Kosten of {expected} € do not lie within the budget; in the budget {year} Mehrbedarf of only "
        "{actual} € names this Vorlage."
    ),
    "hint.paper-without-excess": (
        "Enter “mehrbedarf” with art, betrag, grund, unabweisbar, deckung and “vorlage: {number}” at the "
        "account in haushalt/{year}.yaml."
    ),
    "finding.excess-exceeds-paper": "The Mehrbedarf in the budget {year} is {actual} €, the Vorlage {number} grants only {expected} €.",
    "hint.excess-exceeds-paper": "Cut the Mehrbedarf by {difference} €, or name the Vorlage that grants more.",
    "finding.excess-without-cover": "The Mehrbedarf of Vorlage {number} does not say where the money comes from.",
    "hint.excess-without-cover": (
        "Add “deckung: …”: an account that spends less for it, or additional income as text."
    ),
    "finding.money-on-ended-measure": "{id}: {left} € are still planned for {measure}, the measure is “{status}”.",
    "hint.money-on-ended-measure": "Assign the rest to another measure or cut “geplant”.",
    "finding.measure-without-budget": "{id} runs but has no line in any budget.",
    "hint.measure-without-budget": ("Nothing to do if it costs nothing. Else enter a line with “massnahme: {id}”."),
    "finding.measure-costs-exceeded": (
        "{id}: {actual} € are planned in {year}, it is to cost {expected} € in that year; that is {difference} € more."
    ),
    "hint.measure-costs-exceeded": (
        "Reduce lines or correct “kosten” in massnahmen/{id}.yaml; what has been adopted is changed by an edition."
    ),
    "finding.grant-outside-term": (
        "{id}: {amount} € were paid on {day}, the grant {grant} runs from {begin} to {end}; the payment does not count "
        "in the Verwendungsnachweis."
    ),
    "hint.grant-outside-term": (
        "If the day is right, ask the funder for a longer term, or put the payment on a line without a grant."
    ),
    "finding.grant-above-share": (
        "{actual} € are granted, {share} % of the planned {planned} € are only {expected} €; {difference} € would not "
        "be paid."
    ),
    "hint.grant-above-share": (
        "Check “betrag”, “anteil” and “positionen”. If the grant reaches into years without a budget, enter its "
        "“laufzeit”."
    ),
}
