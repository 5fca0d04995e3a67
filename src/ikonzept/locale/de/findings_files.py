"""What the files rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.folder-unknown": "Diesen Ordner kennt das Konzept nicht; was darin liegt, wird nicht gelesen.",
    "hint.folder-unknown": "In „{meant}“ umbenennen, wenn er zum Konzept gehört.",
    "finding.file-misplaced": "Hier wird diese Datei nicht gelesen: Ordner oder Endung stimmen nicht.",
    "hint.file-misplaced": "Sie gehört nach {belongs}; liegt dort schon eine, eine der beiden löschen.",
    "finding.file-unknown": "Diese Datei gehört nicht zum Konzept und wird nicht gelesen.",
    "hint.file-unknown": "In den passenden Ordner legen, als Anlage nach anlagen/ verschieben oder löschen.",
    "finding.id-used-twice": "Die Kennung „{id}“ ist schon vergeben: {other}.",
    "hint.id-used-twice": "Der neueren von beiden eine andere Kennung geben und ihre Verweise anpassen.",
    "finding.file-names-alike": "Der Name unterscheidet sich von {other} nur in der Groß- und Kleinschreibung.",
    "hint.file-names-alike": "Eine der beiden Dateien umbenennen oder löschen.",
}
