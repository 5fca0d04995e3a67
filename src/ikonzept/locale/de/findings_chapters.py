"""What the chapters rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.chapter-empty": "Das Kapitel „{title}“ hat keinen Text.",
    "hint.chapter-empty": "Unter den Kopf schreiben, was das Kapitel sagen soll, oder die Datei löschen.",
    "finding.heading-level-one": "Überschrift der ersten Ebene: Das ist schon der Titel im Kopf.",
    "hint.heading-level-one": "Mit ## statt # beginnen; wiederholt sie nur den Titel, die Zeile löschen.",
    "finding.heading-level-skipped": "Auf diese Ebene ({level}) darf hier noch keine Überschrift springen.",
    "hint.heading-level-skipped": "Mit {expected} beginnen oder darüber eine Überschrift mit {expected} einfügen.",
    "finding.image-without-alt": "Das Bild „{file}“ hat keinen Alternativtext.",
    "hint.image-without-alt": "In die eckigen Klammern schreiben, was das Bild zeigt: ![Karte der Beratungsstellen](…)",
    "finding.broken-internal-link": "Der Verweis „{target}“ führt ins Leere.",
    "hint.broken-internal-link": "Datei und Überschrift prüfen; der Weg beginnt im Ordner dieser Datei.",
    "finding.link-without-target": "Dieser Verweis führt nirgendwohin.",
    "hint.link-without-target": "In die runden Klammern schreiben, wohin er führt, oder den Text ohne Klammern stehen lassen.",
    "finding.link-undefined": "Wohin „{name}“ führt, steht nirgends.",
    "hint.link-undefined": "Eine Zeile „[{name}]: …“ mit dem Ziel ergänzen oder das Ziel in runden Klammern dahinterschreiben.",
    "finding.link-outside": "Der Verweis „{target}“ führt aus dem Konzept hinaus.",
    "hint.link-outside": "Die Datei nach anlagen/ legen und von dieser Datei aus verweisen, etwa ../anlagen/karte.png",
}
