"""What the dates rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.end-before-begin": "The end ({end}) lies even before the beginning ({begin}).",
    "hint.end-before-begin": "Correct “beginn” or “ende”; of Folgekosten, “ab” or “bis”.",
    "finding.entry-after-as-of": "{date} is after the day asked for, {as_of}; only what has happened is entered here.",
    "hint.entry-after-as-of": "Correct the date, or make the entry when the time has come.",
    "finding.weighing-before-event": "The weighing of {date} lies before the event on {event}.",
    "hint.weighing-before-event": "Correct the day of the weighing, or that of the event further up in the file.",
    "finding.effective-before-adopted": "It is to take effect on {effective}, but was adopted only on {adopted}.",
    "hint.effective-before-adopted": (
        "Correct “wirksam_ab” or “beschlossen_am”; if it is to take effect in retrospect, give the reason in "
        "konzept.yaml under “ausnahmen”."
    ),
    "finding.closed-before-year-end": "The fiscal year {year} cannot be closed as early as {closed}.",
    "hint.closed-before-year-end": "Correct the date, or leave the line out until the year is closed.",
    "finding.next-due-before-effective": (
        "The next Fortschreibung is due in {due}, but this one only takes effect on {effective}."
    ),
    "hint.next-due-before-effective": "Enter a later month as “naechste_fortschreibung”.",
    "finding.funding-proof-before-end": (
        "The Verwendungsnachweis is asked for by {due}, but the grant runs until {end}."
    ),
    "hint.funding-proof-before-end": "Compare both days with the notice of the grant and correct the wrong one.",
}
