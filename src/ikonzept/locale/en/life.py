"""What ``measure log`` and ``timeline`` say."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "help.measure.log": "Tells what became of a measure: submissions, Verlauf, Herkunft, and what git knows of it.",
    "life.status": "Status: {status}",
    "life.no_status": "no status yet",
    "life.before": "came out of",
    "life.after": "went over into",
    "life.origins": "Submissions",
    "life.history": "Verlauf",
    "life.git": "Changes of the files (git)",
    "life.nothing": "The Verlauf says nothing yet.",
    "life.reason": "Reason: {reason}",
    "life.paper": "Vorlage {number}",
    "life.no_git": "Note: without git this shows only what the files say.",
    "help.measure.timeline": "Draws the measures over time: how far each was when, and what of its term is still to come.",
    "timeline.option.from": "From this day on; otherwise from the first that occurs.",
    "timeline.option.to": "Up to this day; otherwise up to the last that occurs.",
    "timeline.ahead": "term still to come",
    "error.timeline-backwards": "{last} lies before {first}.",
    "hint.timeline-backwards": "Swap --from and --to.",
    "life.uncommitted": "Not committed yet.",
}
