"""What the attachments rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.attachment-missing": "There is no file “{file}”.",
    "hint.attachment-missing": "Put the file there, change the name, or only name the enclosure, without “datei”.",
    "finding.attachment-outside": "“{file}” does not lie under anlagen/.",
    "hint.attachment-outside": "Put the file into anlagen/ and write it like this: anlagen/auszug.pdf",
    "finding.attachment-altered": "The file “{file}” is no longer the one whose checksum stands here.",
    "hint.attachment-altered": "Bring back the original file. If the new one is meant, its checksum is {sha256}.",
    "finding.checksum-malformed": "This is no SHA-256 checksum: one has 64 characters of 0–9 and a–f.",
    "hint.checksum-malformed": "Write it in full, as “sha256sum” prints it, or delete the line.",
    "finding.attachment-unused": "No Vorlage and no text names this file.",
    "hint.attachment-unused": "Add it to the Vorlage under “anlagen” with “datei: {path}”, or delete it.",
    "finding.checksum-without-file": "The checksum has no file.",
    "hint.checksum-without-file": "Add “datei: anlagen/…” or delete “sha256”.",
}
