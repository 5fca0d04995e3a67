"""Why the dates rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "end-before-begin": Explained(
        rule="The term of a measure or grant does not end before it begins, nor do Folgekosten.",
        why=(
            "From the end follows what is overdue and which dates are shown. Mostly just a year is mistyped, and the "
            "measure then wrongly counts as overdue."
        ),
    ),
    "entry-after-as-of": Explained(
        rule=(
            "What is entered as having happened has no date after the day asked for: entries of a Verlauf, bookings, "
            "transfers, weighings, the decision on an edition and the closing of a fiscal year."
        ),
        why=(
            "An entry with a future date counts only from that day on. Whoever mistypes the year looks in vain for "
            "their report or payment. The day asked for is today or the one given as --as-of."
        ),
    ),
    "weighing-before-event": Explained(
        rule="A submission is weighed on the day of its event at the earliest.",
        why="Otherwise it looks as if the result had been settled before anybody was asked.",
    ),
    "effective-before-adopted": Explained(
        rule="An edition takes effect on the day of its decision at the earliest.",
        why=(
            "Which edition was in force on a day follows from these two dates. Taking effect in retrospect is seldom "
            "meant; where it is, it needs a reason."
        ),
    ),
    "closed-before-year-end": Explained(
        rule="A fiscal year is closed on its last day at the earliest.",
        why=(
            "The annual accounts show the whole year. Where the year is entered as closed too early, either the date "
            "or the file is wrong."
        ),
        source="§ 128 (1) NKomVG",
    ),
    "next-due-before-effective": Explained(
        rule="The next Fortschreibung is due only after this one takes effect.",
        why="Otherwise “ikonzept status” says from the first day on that the Fortschreibung is overdue.",
    ),
    "funding-proof-before-end": Explained(
        rule="The Verwendungsnachweis is not due before the grant ends.",
        why=(
            "It proves what the money was used for, and that is certain only at the end. A wrong day lets the real "
            "deadline pass unnoticed, and a missed deadline can cost the grant."
        ),
        source="§ 44 LHO and the terms of the notice of the grant",
    ),
}
