"""The reference of the format."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # --- reference ---------------------------------------------------------------------------------------------------
    "reference.head": "# Das Format der Dateien\n\n"
    "Erzeugt mit `ikonzept schema file --format markdown`; bitte nicht von Hand ändern.\n\n"
    "Ein Konzept besteht aus kleinen YAML- und Markdown-Dateien. Der Dateiname ist die Kennung. Ein fehlender "
    "Schlüssel und einer ohne Wert bedeuten *keine Angabe*; unbekannte Schlüssel sind Fehler. Beträge schreibt man "
    "`6000.00` oder `6.000,00`, Tage `2022-06-22` oder `22.06.2022`, Monate `2024-06` oder `06/2024`, "
    "Ja-Nein-Angaben `ja` oder `nein`. `6.000` ist mehrdeutig und wird zurückgewiesen. In geschweiften Klammern trennt "
    "ein Komma: Freie Texte und Beträge stehen deshalb untereinander.\n\n"
    "*Inhalt* ist, was der Kreistag beschließt; *Vollzug* ist, was Woche für Woche geschieht. Eine nur vorgeschlagene Maßnahme ist Vollzug, solange keine Fortschreibung sie enthält; ist ein Entwurf offen, gehört sie zu ihm und ist Inhalt. Was als *intern* "
    "gekennzeichnet ist, verlässt das Repository nie; was *mit dem Beratungsschritt* gekennzeichnet ist, ist "
    "öffentlich, wenn dieser Schritt öffentlich ist.",
    "reference.columns": "| Schlüssel | nötig | Wert | gehört zu | Bedeutung |",
    "reference.required": "ja",
    "reference.words": "Möglich: {words}.",
    "reference.list": "Liste: {kind}",
    "reference.named": "je Kennung: {kind}",
    "reference.block": "Block",
    "reference.word": "Wort",
    "reference.manifest": "Titel, Körperschaft, Stellen, Akteure, Gremien, Leitfragen und Ausnahmen.",
    "reference.chapter": "Kopf zwischen zwei Zeilen `---`, darunter der Text in Markdown. Der Ordner unter `texte/` "
    "ist der Teil; eine führende Nummer im Dateinamen ordnet und gehört nicht zur Kennung. Auch der Text ist Inhalt.",
    "reference.action_field": "Jedes Ziel behält seine Nummer; ein altes bleibt stehen und trägt seine Bewertung.",
    "reference.measure": "Der aktuelle Status ist der des letzten Eintrags im Verlauf, der einen hat. Ein Rückschritt, "
    "`zurückgestellt`, `neu ausgerichtet` und `nicht weiterverfolgt` brauchen einen `grund`.",
    "reference.fiscal_year": "Ermächtigung = Ansatz + Nachtrag + Übertragung + Mehrbedarf + Umbuchungen − Sperre; "
    "verfügbar = Ermächtigung − gebunden − Ist. Eine Position bezahlt genau eine Sache: `massnahme` oder `bezug`.",
    "reference.grant": "Geld von außen, seine Bedingungen und was es mitbezahlt.",
    "reference.indicator": "Was gemessen wird. Die Werte stehen unter gleichem Namen in `monitoring/werte/`.",
    "reference.series": "Tabelle mit Semikolon und der Kopfzeile `jahr;merkmal;wert;stand;hinweis`.",
    "reference.event": "Die Anregungen heißen nach Veranstaltung und Nummer, etwa `2022-09-14-bildung.3`.",
    "reference.paper": "Der Dateiname ist die gedruckte Nummer mit `-` statt `/`. Auf den Kopf folgen die Abschnitte "
    "mit ihren eigenen Überschriften (`## Beschlussvorschlag` …).",
    "reference.edition": "Es gilt die beschlossene Fortschreibung mit dem spätesten `wirksam_ab`, das "
    "nicht nach dem Stichtag liegt. Ihren Text hält die Marke `fortschreibung/<Kennung>` fest.",
}
