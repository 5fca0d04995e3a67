"""Why the money rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "budget-exceeds-authorisation": Explained(
        rule=(
            "An account plans no more than it may spend, or other accounts cover the rest: mutually within a "
            "Deckungskreis, one-sidedly by “deckt”."
        ),
        why=(
            "Nothing may be paid from an account without Ermächtigung, and what is available must be visible at "
            "any time."
        ),
        source="§§ 19, 27 KomHKVO (Lower Saxony)",
    ),
    "budget-covered": Explained(
        rule="Where accounts cover each other, it is said which covers what.",
        why="What an account gives to another it no longer has itself.",
        source="§ 19 KomHKVO (Lower Saxony)",
    ),
    "blocked-money-committed": Explained(
        rule="Blocked money is neither ordered nor spent.",
        why="A Sperre is there to prevent duties from arising before the money is certain.",
    ),
    "block-exceeds-authorisation": Explained(
        rule="No more is blocked than an account may spend.",
        why="What does not exist cannot be blocked; mostly the amount is mistyped.",
    ),
    "fiscal-year-not-adopted": Explained(
        rule="Before the Haushaltssatzung is adopted an Ansatz is no free money.",
        why="Until then only what is a duty or cannot wait may be paid.",
        source="§ 116 NKomVG (Lower Saxony)",
    ),
    "budget-line-exceeds-plan": Explained(
        rule="What is committed and spent on a line stays below what it plans.",
        why="Else another line of the account lacks the money, and nobody sees it.",
    ),
    "bookings-out-of-order": Explained(
        rule="Bookings stand in the order of their days.",
        why="So nobody overlooks one, and changes stand at the end.",
    ),
    "booking-outside-year": Explained(
        rule="A booking stands in the budget of its year; until that is closed, bills may still come in the next one.",
        why="Else it counts in a year in which nothing happened; mostly the day is mistyped.",
    ),
    "payment-before-order": Explained(
        rule="An order is booked before it is paid.",
        why="Else one of the two days is wrong, and so are earlier states.",
    ),
    "commitment-overpaid": Explained(
        rule="An order is paid with no more than the amount it is about.",
        why="What goes beyond it was never committed; suddenly it is missing.",
    ),
    "carried-without-order": Explained(
        rule="A Übertrag names the order that the next year goes on with.",
        why="Else the order stays committed in the old year, and nobody knows what was carried.",
    ),
    "carried-order-missing": Explained(
        rule="An order that a year hands over to the next one is booked there again with the same voucher.",
        why="Else the duty towards the contractor is seen in no year any more (§ 27 (3) KomHKVO).",
    ),
    "voucher-twice": Explained(
        rule="A voucher is booked once on an account.",
        why="Booked twice it counts twice.",
    ),
    "amount-negative": Explained(
        rule="Ansätze, blocks, orders, transfers and plans are not negative.",
        why="A minus here is nearly always a slip or belongs into another field.",
    ),
    "amount-implausible": Explained(
        rule="An Ansatz is not ten times that of the year before.",
        why="Mostly just the comma is wrong.",
    ),
    "carry-over-differs": Explained(
        rule="No more is carried over than the year before left: Ermächtigung less Ist.",
        why="There is no more.",
        source="§ 20 KomHKVO (Lower Saxony)",
    ),
    "carry-over-below-rest": Explained(
        rule="Where less is carried over than would be possible, it is worth a look.",
        why="Perhaps a booking was added, perhaps a rest was forgotten.",
    ),
    "carry-over-lapsed": Explained(
        rule=(
            "A carry-over lapses one year after the fiscal year into which it was carried; an earmarked one with "
            "the last payment."
        ),
        why="What has lapsed cannot be carried over again.",
        source="§ 20 KomHKVO (Lower Saxony), from a secondary source",
    ),
    "transfer-exceeds-authorisation": Explained(
        rule="A transfer takes from an account no more than it has.",
        why="Else money is spent that does not exist.",
    ),
    "excess-exceeds-cover": Explained(
        rule="An account covers the Mehrbedarf of another with no more than it has.",
        why="Else the Mehrbedarf is not covered (§ 117 NKomVG).",
        source="§ 117 NKomVG",
    ),
    "budget-total-differs-from-edition": Explained(
        rule=(
            "Ansätze and Nachträge of a year make the total that the edition in force was adopted with; later Vorlagen "
            "explain what changed since."
        ),
        why="Else what the Kreistag adopted changes without its knowing.",
        wrong=(
            "In the tag of edition 2023 the budget 2024 has Ansätze of 6,000.00 €. Now they are 6,400.00 €, and no later "
            "Vorlage tells of the 400.00 €."
        ),
        right="A Vorlage of the autumn names the account with 400.00 € and is adopted.",
    ),
    "paper-split-differs": Explained(
        rule="What a Vorlage splits over its accounts is together its Kosten.",
        why="A sum is adopted; the parts must make it.",
    ),
    "paper-exceeds-available": Explained(
        rule=(
            "Kosten that are said to lie within the budget were available in its accounts on the day of the Vorlage."
        ),
        why="The Kreistag relies on that cross. Later bookings and undated amounts do not count.",
        source="§ 27 KomHKVO (Lower Saxony)",
    ),
    "paper-without-excess": Explained(
        rule="Kosten that do not lie within the budget need über- or außerplanmäßige money that names this Vorlage.",
        why="Without it the money may not be spent.",
        source="§ 117 NKomVG (Lower Saxony)",
    ),
    "excess-exceeds-paper": Explained(
        rule="A Mehrbedarf is no higher than the Kosten of the Vorlage that grants it.",
        why="What goes beyond it nobody granted (§ 117 NKomVG).",
        source="§ 117 NKomVG",
    ),
    "excess-without-cover": Explained(
        rule="A Mehrbedarf for a Vorlage says what covers it.",
        why="It is lawful only where its cover is certain.",
        source="§ 117 NKomVG (Lower Saxony)",
    ),
    "money-on-ended-measure": Explained(
        rule="No money is planned any more for a measure that is dropped, transferred or merged into another.",
        why="The money can help elsewhere.",
    ),
    "measure-without-budget": Explained(
        rule="A running measure has a line in the budget of the year, if it costs anything.",
        why="What stands nowhere is easily forgotten.",
    ),
    "measure-costs-exceeded": Explained(
        rule=(
            "The lines of a year plan for a measure no more than it is to cost in that year by its “kosten”. Years of "
            "which it says nothing are left out."
        ),
        why="The Kreistag adopted the measure with these costs; whoever plans more tells it so.",
    ),
    "grant-outside-term": Explained(
        rule=(
            "Payments of a line that a grant names lie within the grant's term. Where several grants pay, one that runs "
            "on that day is enough."
        ),
        why="What is paid before or after it is as a rule not accepted in the Verwendungsnachweis.",
        source="terms of the grant (ANBest)",
    ),
    "grant-above-share": Explained(
        rule=(
            "A grant with “anteil” is no higher than this share of what its lines plan, rounded to the cent, half up. "
            "It is looked at when all years of its term have a budget."
        ),
        why="The funder pays its share at most; what is counted on beyond it is missing in the end.",
    ),
    "budget-total-unexpected": Explained(
        rule="What is given from outside (“--expect”, “--expect-file”) stands in the budget as well.",
        why="So a merge request notices when an adopted sum moves.",
        wrong=("“ikonzept budget check --expect 6000.00” while the Ermächtigungen of the year add up to 6,400.00 €."),
        right=(
            "“ikonzept budget check --expect 6400.00” – or the file of “--expect-file” gives the sum that was adopted."
        ),
    ),
}
