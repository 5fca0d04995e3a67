"""What the dates rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.end-before-begin": "Das Ende ({end}) liegt noch vor dem Beginn ({begin}).",
    "hint.end-before-begin": "„beginn“ oder „ende“ berichtigen, bei Folgekosten „ab“ oder „bis“.",
    "finding.entry-after-as-of": (
        "Der {date} liegt nach dem Stichtag {as_of}; eingetragen wird hier nur, was schon geschehen ist."
    ),
    "hint.entry-after-as-of": "Das Datum berichtigen oder den Eintrag erst machen, wenn es so weit ist.",
    "finding.weighing-before-event": "Die Abwägung vom {date} liegt vor der Veranstaltung am {event}.",
    "hint.weighing-before-event": "Den Tag der Abwägung oder oben in der Datei den der Veranstaltung berichtigen.",
    "finding.effective-before-adopted": "Sie soll schon ab {effective} gelten, beschlossen ist sie erst am {adopted}.",
    "hint.effective-before-adopted": (
        "„wirksam_ab“ oder „beschlossen_am“ berichtigen; soll sie rückwirkend gelten, das in konzept.yaml unter "
        "„ausnahmen“ begründen."
    ),
    "finding.closed-before-year-end": "Das Haushaltsjahr {year} kann am {closed} noch nicht abgeschlossen sein.",
    "hint.closed-before-year-end": "Das Datum berichtigen oder die Zeile bis zum Abschluss weglassen.",
    "finding.next-due-before-effective": (
        "Die nächste Fortschreibung ist für {due} vorgesehen, diese hier gilt aber erst ab {effective}."
    ),
    "hint.next-due-before-effective": "Bei „naechste_fortschreibung“ einen späteren Monat eintragen.",
    "finding.funding-proof-before-end": (
        "Der Verwendungsnachweis ist bis {due} verlangt, die Förderung läuft aber bis {end}."
    ),
    "hint.funding-proof-before-end": "Beide Tage mit dem Zuwendungsbescheid vergleichen und den falschen berichtigen.",
}
