"""What ``measure edit`` says."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "help.measure.edit": "Opens a measure in the editor and takes it over when it is in order.",
    "editing.option.draft": "Go on with this draft instead of the file.",
    "editing.again": "It cannot be taken over like this. Edit it again?",
    "editing.kept": "Your draft lies in {draft}.",
    "editing.commit": "{id} bearbeitet",
    "editing.done": "{id} is changed. → ikonzept diff --id {id}",
    "error.editing-refused": "{path} is as it was: the draft holds the errors shown.",
    "hint.editing-refused": "It is not lost; to go on with it: ikonzept measure edit {id} --draft {draft}",
    "error.editor-none": "No editor is set.",
    "hint.editor-none": "Set the variable EDITOR, for example: export EDITOR=nano",
    "error.editor-missing": "There is no editor “{editor}” here.",
    "hint.editor-missing": "Check the variable EDITOR; a program with windows must be told to wait, for example: code --wait",
    "error.editor-failed": "The editor “{editor}” has failed ({status}); nothing is changed.",
    "hint.editor-failed": "If it does not start elsewhere either, check the variable EDITOR.",
    "error.editor-stopped": "The editor “{editor}” has ended with an error ({status}); nothing is changed.",
    "hint.editor-stopped": "What it held lies in {draft}.",
    "error.editor-no-draft": "The editor has removed the draft {draft}; nothing is changed.",
    "hint.editor-no-draft": "Save it under the same name.",
}
