"""What the rules find that compare with an earlier state, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.id-reused": (
        "The id {id} already belongs to “{former}” ({where}); now something else stands under it: “{title}”."
    ),
    "hint.id-reused": ("Give the new thing an id that was never used, and restore under {id} what stood there."),
    "finding.number-text-replaced": "Under {id} stood something quite different: “{before}”.",
    "hint.number-text-replaced": (
        "If it is a new Ziel or Anregung, take the next free number for it and restore the old text. If only the wording "
        "is new, it can stay."
    ),
    "finding.file-deleted": "The file is deleted; it held: {noun} {id} “{title}”.",
    "hint.file-deleted": (
        "Get the file back, “git checkout {commit} -- {path}”, and write in it what became of the thing; for a Maßnahme "
        "“ikonzept measure drop {id} --reason …”."
    ),
    "finding.file-renamed": "The file was called {path}; with that {id} would now have the id {now}.",
    "hint.file-renamed": "Rename it back: git mv {file} {path}",
    "finding.goal-deleted": "The Ziel {id} is missing; it read: “{text}”.",
    "hint.goal-deleted": (
        "Restore the Ziel with its number. If it no longer holds, add “beendet_mit” and “bewertung”; a new Ziel says by "
        "“setzt_fort” which one it continues."
    ),
    "finding.history-entry-removed": "The entry of {date} is missing; it said “{before}”.",
    "hint.history-entry-removed": (
        "Restore the entry. If it is wrong, add a new entry of today below it that corrects it."
    ),
    "finding.history-entry-changed": "In the entry of {date}, “{field}” used to be “{before}”.",
    "hint.history-entry-changed": (
        "Restore what stood there and add a new entry: ikonzept measure set-status or sachstand."
    ),
    "finding.history-report-changed": "In the entry of {date}, “{field}” used to be “{before}”.",
    "hint.history-report-changed": (
        "If it was a slip of the pen, it can stay. If something has happened: restore it and add a new entry, “ikonzept "
        "measure sachstand”."
    ),
    "finding.adopted-edition-changed": (
        "The Fortschreibung {id} was adopted already; “{field}” used to be “{before}”."
    ),
    "hint.adopted-edition-changed": (
        "Restore what was adopted. If it is wrong, a new Fortschreibung with “art: berichtigt” corrects it."
    ),
    "finding.edition-status-back": "The Fortschreibung {id} goes back: “{before}” → “{now}”.",
    "hint.edition-status-back": (
        "Restore the status “{before}”. If it is to be discussed once more, a new Fortschreibung begins for that: "
        "ikonzept edition create"
    ),
    "finding.edition-step-skipped": (
        "The Fortschreibung {id} goes from “{before}” to “{now}”; missing in between: {skipped}."
    ),
    "hint.edition-step-skipped": (
        "No step forgotten? Then it can stay. Otherwise step by step: ikonzept edition advance {id}"
    ),
    "finding.closed-year-changed": "The year {year} is closed. {what}: was {before}, is now {now}.",
    "hint.closed-year-changed": (
        "Restore what stood there when it was closed, and book in the current year. If it must be corrected all the "
        "same, give the reason in konzept.yaml under “ausnahmen”."
    ),
    "finding.earlier-state-unreadable": (
        "The file could not be read in the state {commit}; what has changed in it cannot be checked."
    ),
    "hint.earlier-state-unreadable": "Nothing to do if it is right now. To have a look: ikonzept diff {commit} .",
    # --- the command -------------------------------------------------------------------------------------------------
    "check.option.since": (
        "Also check what may not change since this state (Fortschreibung, tag, branch, rev:NAME). Compared is with the "
        "last state that it and the present one have in common."
    ),
    "check.since.base": "Compared with {commit}: that is how far “{name}” and the present state have in common.",
    "check.since.none": (
        "In the state {commit} (“{name}”) there was no concept in this folder yet; nothing was compared with it."
    ),
    "check.since.shallow": (
        "Only a part of the history is here: whether an id was used before cannot be said. Get all of it: git fetch "
        "--unshallow (in GitHub Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0)"
    ),
    "check.needs_since": "Not checked, because they need an earlier state (--since): {rules}",
    "error.since-open-edition": "The Fortschreibung “{name}” is not adopted yet; it is no earlier state.",
    "hint.since-open-edition": (
        "Name an adopted Fortschreibung, a branch or a tag; a branch of the same name with rev:{name}"
    ),
    "error.since-unrelated": "“{name}” and the present state have no history in common.",
    "hint.since-unrelated": "Name a state out of which the present one came, such as main or HEAD~1.",
    "error.since-shallow": (
        "Only a part of the history is here; what “{name}” and the present state have in common is not in it."
    ),
    "hint.since-shallow": (
        "Get all of it: git fetch --tags --unshallow (in GitHub Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0)"
    ),
}
