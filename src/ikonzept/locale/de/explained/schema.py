"""Why an entry must be what its key asks for."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    # --- keys --------------------------------------------------------------------------------------------------------
    "schema-missing": Explained(
        "Alle nötigen Angaben sind da und haben einen Wert.",
        "Ohne sie lässt sich nicht sagen, worum es geht, wer zuständig ist oder wann etwas war. „ikonzept schema file“ "
        "zeigt, welche Angaben eine Datei braucht.",
    ),
    "schema-unknown-key": Explained(
        "Jeder Schlüssel ist einer, den das Format kennt.",
        "Ein vertippter Schlüssel würde sonst stillschweigend übergangen, und seine Angabe fehlte überall.",
    ),
    "schema-comma-in-braces": Explained(
        "Ein Text mit Komma steht nicht in geschweiften Klammern, oder er steht in Anführungszeichen.",
        "In Klammern trennt das Komma: Was dahinter kommt, gilt als nächster Schlüssel, und der Text bricht mittendrin ab.",
    ),
    "schema-id-in-file": Explained(
        "Die Kennung steht nur im Dateinamen.",
        "Stünde sie auch in der Datei, könnten sich beide widersprechen.",
    ),
    "schema-file-name": Explained(
        "Ein Dateiname besteht aus Buchstaben ohne Umlaute und ß, Ziffern, Punkt, Binde- und Unterstrich.",
        "Er ist die Kennung, auf die andere Dateien verweisen. Umlaute und Leerzeichen werden auf verschiedenen "
        "Rechnern und in Adressen verschieden geschrieben.",
    ),
    "schema-id": Explained(
        "Eine Kennung besteht aus Buchstaben ohne Umlaute und ß, Ziffern, Punkt, Binde- und Unterstrich.",
        "Kennungen stehen in Befehlen, Adressen und Dateinamen. Der volle Name mit Umlauten steht daneben unter „name“ "
        "oder „titel“.",
    ),
    # --- shapes ------------------------------------------------------------------------------------------------------
    "schema-not-text": Explained(
        "Wo ein einzelner Wert erwartet wird, steht keine Liste und kein Block.",
        "Aus mehreren Werten könnte niemand den einen auswählen, der gemeint ist.",
    ),
    "schema-not-list": Explained(
        "Wo mehrere Werte möglich sind, steht eine Liste, auch wenn es nur einer ist.",
        "So ist ein Komma in einem Namen nie ein Trennzeichen, und ein zweiter Eintrag kommt einfach dazu.",
    ),
    "schema-not-block": Explained(
        "Eine Angabe, die aus mehreren besteht, wird in ihre Teile aufgeteilt.",
        "Nur einzeln lassen sich Beginn und Ende, Ergebnis und Begründung prüfen und vergleichen.",
    ),
    "schema-empty": Explained(
        "Wo ein Text stehen soll, steht nicht nur ein leeres Paar Anführungszeichen.",
        "Ein leerer Text sieht aus wie eine Angabe und sagt nichts. Was noch fehlt, lässt man weg: Ein fehlender "
        "Schlüssel heißt „keine Angabe“.",
    ),
    "schema-enum": Explained(
        "Wo das Format Wörter vorgibt, steht eines davon.",
        "Nur gleiche Wörter lassen sich zählen und vergleichen: „fertig“, „erledigt“ und „abgeschlossen“ wären drei "
        "verschiedene Stände.",
    ),
    # --- amounts and numbers -----------------------------------------------------------------------------------------
    "schema-amount-ambiguous": Explained(
        "Ein Betrag ist eindeutig geschrieben.",
        "„6.000“ sind für die Kämmerei sechstausend Euro, für viele Programme sechs. Statt zu raten, wird gefragt.",
    ),
    "schema-amount": Explained(
        "Ein Betrag besteht aus Ziffern, höchstens mit Komma oder Punkt und Euro-Zeichen.",
        "Nur mit Zahlen lässt sich rechnen. „Rund“, „bis zu“ und Ähnliches gehört in „zweck“ oder „bezeichnung“.",
    ),
    "schema-amount-places": Explained(
        "Ein Betrag hat höchstens zwei Nachkommastellen.",
        "Kleiner als ein Cent wird nicht gebucht. Eine dritte Stelle ist meist ein Tippfehler oder das Ergebnis einer "
        "Rechnung, die noch zu runden ist.",
    ),
    "schema-number-ambiguous": Explained(
        "Eine Zahl ist eindeutig geschrieben.",
        "„17.000“ kann siebzehntausend heißen oder siebzehn mit drei Nachkommastellen; der Unterschied ist tausendfach.",
    ),
    "schema-number": Explained(
        "Wo eine Zahl erwartet wird, steht nur die Zahl.",
        "Mit „rund 17000“ lässt sich nichts vergleichen. Die Einheit steht bei der Kennzahl, eine Anmerkung unter "
        "„hinweis“.",
    ),
    "schema-number-separator": Explained(
        "Eine ganze Zahl wird ohne Trennzeichen geschrieben.",
        "„1.200“ könnte auch eins Komma zwei heißen.",
    ),
    "schema-whole-number": Explained(
        "Wo eine Anzahl, ein Jahr oder eine Nummer erwartet wird, steht eine ganze Zahl.",
        "Nur so lassen sich Einladungen und Stimmen zusammenzählen und Jahre ordnen.",
    ),
    # --- dates -------------------------------------------------------------------------------------------------------
    "schema-date": Explained(
        "Ein Tag wird als 2024-05-15 oder 15.05.2024 geschrieben.",
        "Aus „Mitte Mai“ lässt sich nicht ableiten, was überfällig ist und was zuerst kam.",
    ),
    "schema-date-unknown": Explained(
        "Ein Tag ist einer, den es im Kalender gibt.",
        "Den 30. Februar gibt es nicht; welcher Tag gemeint war, weiß nur, wer ihn eingetragen hat.",
    ),
    "schema-month": Explained(
        "Ein Monat wird als 2026-06 oder 06/2026 geschrieben.",
        "Aus „Sommer 2026“ lässt sich nicht ableiten, ab wann eine Fortschreibung überfällig ist.",
    ),
    # --- words and numbers that name something -----------------------------------------------------------------------
    "schema-yes-no": Explained(
        "Auf eine Ja-Nein-Frage steht „ja“ oder „nein“.",
        "Das Formular der Vorlage kennt nur diese beiden. Was dazwischen liegt, gehört in die Sachdarstellung.",
    ),
    "schema-ags": Explained(
        "Der Amtliche Gemeindeschlüssel besteht aus zwei, drei, fünf oder acht Ziffern.",
        "An ihm erkennen andere Programme die Körperschaft: zwei Ziffern nennen das Land, fünf den Landkreis, acht die "
        "Gemeinde.",
    ),
    "schema-ags-zero": Explained(
        "Der Amtliche Gemeindeschlüssel behält seine führende Null.",
        "Tabellenprogramme werfen sie gern weg. 3157 ist ein anderer Schlüssel als 03157, der Landkreis Peine.",
    ),
    "schema-account": Explained(
        "Ein Produktsachkonto besteht aus dem Sachkonto, vier bis acht Ziffern, und möglichst dem Produkt davor.",
        "Nur so lassen sich Ansatz, Aufträge und Zahlungen einander zuordnen. Die Bezeichnung steht unter "
        "„bezeichnung“.",
    ),
    "schema-paper-number": Explained(
        "Eine Vorlage wird mit der Nummer genannt, die auf ihr gedruckt ist.",
        "Unter dieser Nummer findet man sie im Ratsinformationssystem; Leerzeichen und Zusätze verhindern das.",
    ),
}
