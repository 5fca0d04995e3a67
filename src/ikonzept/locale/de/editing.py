"""What ``measure edit`` says."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "help.measure.edit": "Öffnet eine Maßnahme im Editor und übernimmt sie, wenn sie in Ordnung ist.",
    "editing.option.draft": "Mit diesem Entwurf weitermachen, statt mit der Datei.",
    "editing.again": "So kann es nicht übernommen werden. Noch einmal bearbeiten?",
    "editing.kept": "Ihr Entwurf liegt in {draft}.",
    "editing.commit": "{id} bearbeitet",
    "editing.done": "{id} ist geändert. → ikonzept diff --id {id}",
    "error.editing-refused": "{path} ist unverändert geblieben: Der Entwurf enthält die genannten Fehler.",
    "hint.editing-refused": "Er ist nicht verloren; weiter damit: ikonzept measure edit {id} --draft {draft}",
    "error.editor-none": "Es ist kein Editor eingestellt.",
    "hint.editor-none": "Die Variable EDITOR setzen, etwa: export EDITOR=nano",
    "error.editor-missing": "Den Editor „{editor}“ gibt es hier nicht.",
    "hint.editor-missing": "Die Variable EDITOR prüfen; bei einem Programm mit Fenstern gehört dazu, dass es wartet, etwa: code --wait",
    "error.editor-failed": "Der Editor „{editor}“ ist gescheitert ({status}); geändert ist nichts.",
    "hint.editor-failed": "Startet er auch sonst nicht, die Variable EDITOR prüfen.",
    "error.editor-stopped": "Der Editor „{editor}“ ist mit einem Fehler zu Ende gegangen ({status}); geändert ist nichts.",
    "hint.editor-stopped": "Was darin stand, liegt in {draft}.",
    "error.editor-no-draft": "Der Editor hat den Entwurf {draft} gelöscht; geändert ist nichts.",
    "hint.editor-no-draft": "Im Editor unter demselben Namen speichern.",
}
