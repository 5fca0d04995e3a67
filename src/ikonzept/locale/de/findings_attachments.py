"""What the attachments rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.attachment-missing": "Die Datei „{file}“ gibt es nicht.",
    "hint.attachment-missing": "Die Datei dort ablegen, den Namen ändern oder die Anlage ohne „datei“ nur nennen.",
    "finding.attachment-outside": "„{file}“ liegt nicht unter anlagen/.",
    "hint.attachment-outside": "Die Datei nach anlagen/ legen und so angeben: anlagen/auszug.pdf",
    "finding.attachment-altered": "Die Datei „{file}“ ist nicht mehr die, deren Prüfsumme hier steht.",
    "hint.attachment-altered": (
        "Die ursprüngliche Datei zurückholen. Ist die neue gewollt, lautet ihre Prüfsumme {sha256}."
    ),
    "finding.checksum-malformed": "Das ist keine SHA-256-Prüfsumme: Sie hat 64 Zeichen aus 0–9 und a–f.",
    "hint.checksum-malformed": "Vollständig eintragen, wie „sha256sum“ sie ausgibt, oder die Zeile löschen.",
    "finding.attachment-unused": "Keine Vorlage und kein Text nennt diese Datei.",
    "hint.attachment-unused": "In der Vorlage unter „anlagen“ mit „datei: {path}“ eintragen oder löschen.",
    "finding.checksum-without-file": "Zur Prüfsumme fehlt die Datei.",
    "hint.checksum-without-file": "„datei: anlagen/…“ ergänzen oder „sha256“ streichen.",
}
