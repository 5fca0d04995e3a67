"""What the council rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.resolution-without-deciding-step": "Die Beschlussvorlage hat keinen Schritt, der entscheidet.",
    "hint.resolution-without-deciding-step": (
        "In der Beratungsfolge „zustaendigkeit: Entscheidung“ eintragen – oder oben „art: Mitteilungsvorlage“."
    ),
    "finding.notice-with-deciding-step": (
        "Eine Mitteilungsvorlage unterrichtet nur, hier entscheidet aber: {committee}."
    ),
    "hint.notice-with-deciding-step": "„zustaendigkeit: Kenntnisnahme“ eintragen – oder oben „art: Beschlussvorlage“.",
    "finding.step-after-decision": (
        "{committee} ({role}) steht hinter der Entscheidung: {decider}. Danach gibt es nur noch die Kenntnisnahme."
    ),
    "hint.step-after-decision": (
        "Den Schritt davor einordnen – oder bei der Entscheidung eintragen, warum sie offen blieb: "
        "„ergebnis: vertagt“, „verwiesen“ oder „abgesetzt“."
    ),
    "finding.main-committee-after-council": "{committee} steht hinter: {council}. Er bereitet dessen Beschlüsse vor.",
    "hint.main-committee-after-council": "Den Schritt in der Beratungsfolge vor die Entscheidung stellen.",
    "finding.main-committee-public": "{committee} tagt nicht öffentlich, hier steht aber „oeffentlich: ja“.",
    "hint.main-committee-public": "„oeffentlich: nein“ eintragen.",
    "finding.main-committee-missing": "Vor der Entscheidung fehlt der Kreisausschuss. Es entscheidet: {council}.",
    "hint.main-committee-missing": (
        "Den Kreisausschuss mit „zustaendigkeit: Vorberatung“ und „oeffentlich: nein“ davor ergänzen."
    ),
    "finding.meetings-out-of-order": (
        "{committee} tagt am {date}, der Schritt davor ist aber später: {before} am {date_before}."
    ),
    "hint.meetings-out-of-order": "Den Sitzungstermin prüfen oder die Schritte in ihre zeitliche Folge bringen.",
    "finding.meetings-on-one-day": "Am selben Tag, dem {date}, tagen nacheinander: {before}, {committee}.",
    "hint.meetings-on-one-day": "Nichts zu tun, wenn der Termin stimmt. Die Reihenfolge der Schritte bleibt erhalten.",
    "finding.vote-contradicts-result": "„{result}“ passt nicht zu {yes} Ja und {no} Nein.",
    "hint.vote-contradicts-result": (
        "„ergebnis“ oder „stimmen“ berichtigen. Angenommen ist, was mehr Ja als Nein hat, bei Gleichstand abgelehnt."
    ),
    "finding.qualified-majority-missed": (
        "Die qualifizierte Mehrheit fehlt: {yes} Ja bei {members} Mitgliedern ({committee}), nötig sind mindestens "
        "{needed}."
    ),
    "hint.qualified-majority-missed": (
        "„stimmen“ und „ergebnis“ prüfen – oder „qualifizierte_mehrheit: nein“, wenn die einfache genügt."
    ),
    "finding.amended-without-wording": "Geändert beschlossen – aber in welchem Wortlaut?",
    "hint.amended-without-wording": "Im selben Schritt „wortlaut: |“ mit dem geänderten Text ergänzen.",
    "hint.amended-without-wording.braces": (
        'In der geschweiften Klammer „, wortlaut: "…"“ mit dem geänderten Text in Anführungszeichen ergänzen.'
    ),
    "finding.more-votes-than-members": "{votes} Stimmen, aber nur {members} Mitglieder ({committee}).",
    "hint.more-votes-than-members": "„stimmen“ prüfen – oder „mitglieder“ des Gremiums in konzept.yaml.",
    "finding.decided-in-the-future": "Für {committee} steht ein Ergebnis da, die Sitzung am {date} war aber noch nicht.",
    "hint.decided-in-the-future": "„termin“ berichtigen oder das Ergebnis erst nach der Sitzung eintragen.",
    "finding.result-without-date": "Für {committee} steht ein Ergebnis da, aber kein Sitzungstermin.",
    "hint.result-without-date": "„termin: …“ mit dem Tag der Sitzung ergänzen.",
    "hint.result-without-date.braces": ("In der geschweiften Klammer „, termin: …“ mit dem Tag der Sitzung ergänzen."),
    "finding.public-step-of-non-public-paper": (
        "Die Vorlage ist nichtöffentlich, hier steht aber „oeffentlich: ja“: {committee}."
    ),
    "hint.public-step-of-non-public-paper": "„oeffentlich: nein“ eintragen – oder oben „status: öffentlich“.",
    "finding.step-more-public-than-committee": (
        "{committee} tagt nach konzept.yaml nicht öffentlich, hier steht aber „oeffentlich: ja“."
    ),
    "hint.step-more-public-than-committee": (
        "„oeffentlich: nein“ eintragen – oder das Gremium in konzept.yaml ändern."
    ),
    "finding.council-rules-unknown": (
        "Die Regeln für Gremien in {state} kennt ikonzept nicht; geprüft wird nur, was überall gilt."
    ),
    "hint.council-rules-unknown": (
        "Nichts zu tun. Hauptausschuss und qualifizierte Mehrheit bitte selbst prüfen: in der "
        "Kommunalverfassung des Landes."
    ),
    "finding.qualified-majority-unchecked": (
        "Ob die qualifizierte Mehrheit erreicht ist, lässt sich nicht prüfen: {committee} hat keine Mitgliederzahl."
    ),
    "hint.qualified-majority-unchecked": "In konzept.yaml beim Gremium „mitglieder: …“ ergänzen.",
}
