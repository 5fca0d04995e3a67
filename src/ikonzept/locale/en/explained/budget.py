"""Why the budget rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "budget-line-two-subjects": Explained(
        rule="A budget line pays for exactly one thing: a measure, or what “bezug” names.",
        why="Otherwise the same money counts in two overviews.",
    ),
    "budget-line-without-subject": Explained(
        rule="A budget line names what it pays for: “massnahme” or “bezug”.",
        why="Only then does the money stand beside what it is spent on.",
    ),
    "budget-sums-beside-bookings": Explained(
        rule="“gebunden” and “ist” stand only on lines without bookings.",
        why="Otherwise there are two sums, and nobody knows which one counts.",
    ),
    "booking-settles-unknown": Explained(
        rule="“zu” names the voucher of a booked commitment.",
        why="A payment without its commitment counts twice: as committed and as spent.",
    ),
    "excess-incomplete": Explained(
        rule=(
            "A Mehrbedarf has its reason, says why it cannot wait, and who granted it (“entschieden_von” or “vorlage”)."
        ),
        why="Money beyond the plan is there only for what cannot wait.",
        source="§ 117 NKomVG (Lower Saxony)",
    ),
    "account-covers-itself": Explained(
        rule="No account covers itself, and no transfer leads back to the account it comes from.",
        why="The same pot gives no additional money. Usually a digit is mistyped.",
    ),
}
