"""What ``measure log`` and ``timeline`` say."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "help.measure.log": "Erzählt, was aus einer Maßnahme wurde: Anregungen, Verlauf, Herkunft und was git davon weiß.",
    "life.status": "Status: {status}",
    "life.no_status": "noch ohne Status",
    "life.before": "entstanden aus",
    "life.after": "übergegangen in",
    "life.origins": "Anregungen",
    "life.history": "Verlauf",
    "life.git": "Änderungen der Dateien (git)",
    "life.nothing": "Im Verlauf steht noch nichts.",
    "life.reason": "Grund: {reason}",
    "life.paper": "Vorlage {number}",
    "life.no_git": "Hinweis: Ohne git steht hier nur, was in den Dateien steht.",
    "help.measure.timeline": "Zeichnet die Maßnahmen über die Zeit: wie weit jede wann war und was von ihrer Laufzeit noch kommt.",
    "timeline.option.from": "Ab diesem Tag; sonst ab dem ersten, der vorkommt.",
    "timeline.option.to": "Bis zu diesem Tag; sonst bis zum letzten, der vorkommt.",
    "timeline.ahead": "Laufzeit vor sich",
    "error.timeline-backwards": "{last} liegt vor {first}.",
    "hint.timeline-backwards": "--from und --to vertauschen.",
    "life.uncommitted": "Noch nicht festgeschrieben.",
}
