"""What the rules find that compare with an earlier state, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.id-reused": (
        "Die Kennung {id} gehört schon „{former}“ ({where}); jetzt steht darunter etwas anderes: „{title}“."
    ),
    "hint.id-reused": (
        "Der neuen Sache eine Kennung geben, die noch nie vergeben war, und unter {id} wiederherstellen, was dort stand."
    ),
    "finding.id-taken": "Auf „{branch}“ heißt {id} inzwischen „{former}“; hier steht darunter „{title}“.",
    "hint.id-taken": (
        "Hier eine Kennung nehmen, die auf beiden Seiten frei ist, und die Verweise anpassen; {id} behält, was auf "
        "„{branch}“ steht."
    ),
    "finding.number-moved": "Was bisher unter {id} stand, steht jetzt unter {now}: „{text}“.",
    "hint.number-moved": (
        "Die alten Nummern wiederherstellen: Beschlüsse und Vorlagen nennen sie. Was neu ist, bekommt die nächste freie "
        "Nummer; die Reihenfolge in der Datei ist frei."
    ),
    "finding.number-text-replaced": "Unter {id} stand bisher etwas ganz anderes: „{before}“.",
    "hint.number-text-replaced": (
        "Ist es ein neues Ziel oder eine neue Anregung: dafür die nächste freie Nummer nehmen und den alten Text "
        "wiederherstellen. Ist nur der Wortlaut neu, kann er so bleiben."
    ),
    "finding.file-deleted": "Die Datei ist gelöscht; darin stand: {noun} {id} „{title}“.",
    "said.file-deleted.fiscal_year": "Die Datei ist gelöscht; darin stand: das abgeschlossene Haushaltsjahr {id}.",
    "said.file-deleted.paper": "Die Datei ist gelöscht; darin stand: Vorlage {title}.",
    "said.file-deleted.series": "Die Datei ist gelöscht; darin standen: die Werte der Kennzahl {id}.",
    "hint.file-deleted": "Zurückholen: git checkout {commit} -- {path}",
    "hint.file-deleted.measure": (
        "Zurückholen: git checkout {commit} -- {path} – und wenn sie nicht weiterverfolgt wird: ikonzept measure drop "
        "{id} --reason …"
    ),
    "hint.file-deleted.action_field": (
        "Zurückholen: git checkout {commit} -- {path} – und wenn ein Ziel nicht mehr gilt, „beendet_mit“ und „bewertung“ "
        "ergänzen."
    ),
    "hint.file-deleted.edition": (
        "Zurückholen: git checkout {commit} -- {path} – eine beschlossene bleibt, wie sie beschlossen wurde, eine, aus der "
        "nichts wurde, mit ihrem Status stehen."
    ),
    "hint.file-deleted.fiscal_year": (
        "Zurückholen: git checkout {commit} -- {path} – ein abgeschlossenes Jahr gehört zur Rechnungslegung."
    ),
    "hint.file-deleted.event": (
        "Zurückholen: git checkout {commit} -- {path} – Anregungen und ihre Abwägung gehören zum Verfahren; fand die "
        "Veranstaltung nie statt, in konzept.yaml unter „ausnahmen“ begründen."
    ),
    "hint.file-deleted.paper": (
        "Zurückholen: git checkout {commit} -- {path} – eine zurückgezogene Vorlage sagt es in ihrem Beratungsschritt: "
        "„ergebnis: zurückgezogen“."
    ),
    "hint.file-deleted.series": (
        "Zurückholen: git checkout {commit} -- {path} – wird die Kennzahl nicht mehr erhoben, kommen nur keine Werte "
        "mehr hinzu."
    ),
    "hint.lost-file": "{stood} ist seit dem Stand {commit} gelöscht. Zurückholen: git checkout {commit} -- {stood}",
    "hint.lost-entry": (
        "Im Stand {commit} gab es das noch, in {stood}. Dort wiederherstellen; ansehen: git diff {commit} -- {stood}"
    ),
    "finding.file-renamed": "Die Datei hieß bisher {path}; damit hätte {id} jetzt die Kennung {now}.",
    "hint.file-renamed": "Zurück benennen: git mv {file} {path}",
    "finding.values-removed": "Die Werte der Kennzahl {id} fehlen für: {years}.",
    "hint.values-removed": (
        "Die Zeilen wiederherstellen, „git diff“ zeigt sie. Ein berichtigter Wert ersetzt den alten in seiner Zeile; war "
        "das Jahr falsch, kann es so bleiben."
    ),
    "finding.goal-deleted": "Das Ziel {id} fehlt; es lautete: „{text}“.",
    "hint.goal-deleted": (
        "Das Ziel mit seiner Nummer wiederherstellen. Gilt es nicht mehr, „beendet_mit“ und „bewertung“ ergänzen; ein "
        "neues Ziel sagt mit „setzt_fort“, welches es fortsetzt."
    ),
    "finding.submission-deleted": "Die Anregung {id} fehlt; sie lautete: „{text}“.",
    "hint.submission-deleted": (
        "Die Anregung mit ihrer Nummer wiederherstellen. Wurde ihr nicht gefolgt, sagt das die Abwägung: „ergebnis: nicht "
        "gefolgt“ mit Begründung."
    ),
    "finding.submission-changed": "Bei der Anregung {id} stand unter „{field}“ bisher „{before}“, jetzt „{now}“.",
    "hint.submission-changed": (
        "Wiederherstellen, was angeregt oder abgewogen wurde. War es falsch aufgenommen, kann die Berichtigung so "
        "bleiben."
    ),
    "finding.history-entry-removed": "Der Eintrag vom {date} fehlt; dort stand „{before}“.",
    "said.history-entry-removed.several": "{count} Einträge des Verlaufs fehlen: {entries}.",
    "hint.history-entry-removed.several": (
        "Die Einträge wiederherstellen. Stimmt einer nicht, darunter einen neuen Eintrag mit dem heutigen Datum anfügen, "
        "der das berichtigt."
    ),
    "hint.history-entry-removed": (
        "Den Eintrag wiederherstellen. Stimmt er nicht, darunter einen neuen Eintrag mit dem heutigen Datum anfügen, "
        "der das berichtigt."
    ),
    "finding.history-entry-changed": "Im Eintrag vom {date} stand unter „{field}“ bisher „{before}“, jetzt „{now}“.",
    "said.history-entry-changed.date": "Der Eintrag vom {date} trägt jetzt das Datum {now}.",
    "hint.history-entry-changed": (
        "Wiederherstellen, was dort stand, und einen neuen Eintrag anfügen: ikonzept measure set-status oder sachstand."
    ),
    "finding.history-report-rewritten": (
        "Im Eintrag vom {date} steht ein anderer {field}: bisher „{before}“, jetzt „{now}“."
    ),
    "hint.history-report-rewritten": (
        "Wiederherstellen, was berichtet wurde, und einen neuen Eintrag anfügen, der das Neue sagt oder das Alte "
        "berichtigt: ikonzept measure sachstand"
    ),
    "finding.history-report-changed": "Im Eintrag vom {date} stand unter „{field}“ bisher „{before}“, jetzt „{now}“.",
    "hint.history-report-changed": (
        "War es ein Schreibfehler, kann es so bleiben. Sonst wiederherstellen und einen neuen Eintrag anfügen: ikonzept "
        "measure sachstand"
    ),
    "finding.adopted-edition-changed": (
        "Die Fortschreibung {id} war schon beschlossen; unter „{field}“ stand bisher „{before}“."
    ),
    "hint.adopted-edition-changed": (
        "Wiederherstellen, was beschlossen wurde. Ist es falsch, berichtigt es eine neue Fortschreibung mit "
        "„art: berichtigt“."
    ),
    "finding.edition-status-back": "Die Fortschreibung {id} geht zurück: „{before}“ → „{now}“.",
    "hint.edition-status-back": (
        "Den Status „{before}“ wiederherstellen. Soll sie noch einmal beraten werden, beginnt dafür eine neue "
        "Fortschreibung: ikonzept edition create"
    ),
    "finding.edition-step-skipped": (
        "Die Fortschreibung {id} geht von „{before}“ zu „{now}“; dazwischen fehlt: {skipped}."
    ),
    "hint.edition-step-skipped": (
        "Kein Schritt vergessen? Dann kann es so bleiben. Sonst Schritt für Schritt: ikonzept edition advance {id}"
    ),
    "finding.closed-year-changed": "Das Jahr {year} ist abgeschlossen. {what}: bisher {before}, jetzt {now}.",
    "hint.closed-year-changed": (
        "Wiederherstellen, was beim Abschluss dort stand, und im laufenden Jahr buchen. Muss es doch berichtigt werden, "
        "in konzept.yaml unter „ausnahmen“ begründen."
    ),
    "finding.earlier-state-unreadable": (
        "Die Datei war im Stand {commit} nicht lesbar; was sich in ihr geändert hat, lässt sich nicht prüfen."
    ),
    "hint.earlier-state-unreadable": "Nichts zu tun, wenn sie jetzt stimmt. Nachsehen: ikonzept diff {commit} .",
    # --- the command -------------------------------------------------------------------------------------------------
    "check.option.since": (
        "Auch prüfen, was sich seit diesem Stand nicht ändern darf (Fortschreibung, Marke, Zweig, rev:NAME). Verglichen "
        "wird mit dem letzten Stand, den er und der jetzige gemeinsam haben."
    ),
    "check.since.base": (
        "Verglichen wird mit {commit}: So weit reicht, was „{name}“ und der jetzige Stand gemeinsam haben."
    ),
    "check.since.compared": "Verglichen mit {state}",
    "check.since.none": (
        "Im Stand {commit} („{name}“) gab es in diesem Ordner noch kein Konzept; mit ihm wurde nichts verglichen."
    ),
    "check.since.shallow": (
        "Nur ein Teil der Geschichte liegt vor: Ob eine Kennung schon früher vergeben war, lässt sich nicht sagen. Alles "
        "holen: git fetch --unshallow (in GitHub Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0)"
    ),
    "check.needs_since": "Nicht geprüft, weil sie einen früheren Stand brauchen (--since): {rules}",
    "error.since-open-edition": "Die Fortschreibung „{name}“ ist noch nicht beschlossen; sie ist kein früherer Stand.",
    "hint.since-open-edition": (
        "Eine beschlossene Fortschreibung, einen Zweig oder eine Marke nennen; einen Zweig desselben Namens mit rev:{name}"
    ),
    "error.since-thing": "„{name}“ ist kein früherer Stand, sondern etwas im Konzept ({path}).",
    "hint.since-thing": (
        "Mit --since einen Stand nennen: einen Zweig, eine Marke, einen Commit oder eine beschlossene Fortschreibung. Nur "
        "diese Datei prüfen: ikonzept check --since {branch} {path}"
    ),
    "error.since-unrelated": "„{name}“ und der jetzige Stand haben keine gemeinsame Geschichte.",
    "hint.since-unrelated": "Einen Stand nennen, aus dem der jetzige hervorging, etwa main oder HEAD~1.",
    "error.since-shallow": (
        "Nur ein Teil der Geschichte liegt vor; darin findet sich nicht, was „{name}“ und der jetzige Stand gemeinsam "
        "haben."
    ),
    "hint.since-shallow": (
        "Alles holen: git fetch --tags --unshallow (in GitHub Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0)"
    ),
}
