"""What the rules find that compare with an earlier state, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.id-reused": (
        "The id {id} already belongs to “{former}” ({where}); now something else stands under it: “{title}”."
    ),
    "hint.id-reused": ("Give the new thing an id that was never used, and restore under {id} what stood there."),
    "finding.id-taken": "On “{branch}” {id} has meanwhile become “{former}”; here “{title}” stands under it.",
    "hint.id-taken": (
        "Take an id here that is free on both sides, and adapt the references; {id} stays with what “{branch}” has."
    ),
    "finding.number-moved": "What stood under {id} now stands under {now}: “{text}”.",
    "hint.number-moved": (
        "Restore the old numbers: resolutions and Vorlagen name them. What is new takes the next free number; the order "
        "in the file is free."
    ),
    "finding.number-text-replaced": "Under {id} stood something quite different: “{before}”.",
    "hint.number-text-replaced": (
        "If it is a new Ziel or Anregung, take the next free number for it and restore the old text. If only the wording "
        "is new, it can stay."
    ),
    "finding.file-deleted": "The file is deleted; it held: {noun} {id} “{title}”.",
    "said.file-deleted.fiscal_year": "The file is deleted; it held: the closed fiscal year {id}.",
    "said.file-deleted.paper": "The file is deleted; it held: Vorlage {title}.",
    "said.file-deleted.series": "The file is deleted; it held: the values of the Kennzahl {id}.",
    "hint.file-deleted": "Get it back: git checkout {commit} -- {path}",
    "hint.file-deleted.measure": (
        "Get it back: git checkout {commit} -- {path} – and if it is not pursued any more: ikonzept measure drop {id} "
        "--reason …"
    ),
    "hint.file-deleted.action_field": (
        "Get it back: git checkout {commit} -- {path} – and if a Ziel no longer holds, add “beendet_mit” and “bewertung”."
    ),
    "hint.file-deleted.edition": (
        "Get it back: git checkout {commit} -- {path} – an adopted one stays as it was adopted, one that came to nothing "
        "with its status."
    ),
    "hint.file-deleted.fiscal_year": (
        "Get it back: git checkout {commit} -- {path} – a closed year belongs to the accounts."
    ),
    "hint.file-deleted.event": (
        "Get it back: git checkout {commit} -- {path} – Anregungen and their Abwägung belong to the process; if the event "
        "never took place, give the reason in konzept.yaml under “ausnahmen”."
    ),
    "hint.file-deleted.paper": (
        "Get it back: git checkout {commit} -- {path} – a Vorlage that was withdrawn says so in its step: “ergebnis: "
        "zurückgezogen”."
    ),
    "hint.file-deleted.series": (
        "Get it back: git checkout {commit} -- {path} – if the figure is no longer collected, just no values are added."
    ),
    "hint.lost-file": "{stood} is deleted since the state {commit}. Get it back: git checkout {commit} -- {stood}",
    "hint.lost-entry": (
        "In the state {commit} it still existed, in {stood}. Restore it there; to have a look: git diff {commit} -- {stood}"
    ),
    "finding.file-renamed": "The file was called {path}; with that {id} would now have the id {now}.",
    "hint.file-renamed": "Rename it back: git mv {file} {path}",
    "finding.values-removed": "The values of the Kennzahl {id} are missing for: {years}.",
    "hint.values-removed": (
        "Restore the rows, “git diff” shows them. A corrected value replaces the old one in its row; if the year was "
        "wrong, it can stay."
    ),
    "finding.goal-deleted": "The Ziel {id} is missing; it read: “{text}”.",
    "hint.goal-deleted": (
        "Restore the Ziel with its number. If it no longer holds, add “beendet_mit” and “bewertung”; a new Ziel says by "
        "“setzt_fort” which one it continues."
    ),
    "finding.submission-deleted": "The Anregung {id} is missing; it read: “{text}”.",
    "hint.submission-deleted": (
        "Restore the Anregung with its number. If it was not followed, the Abwägung says so: “ergebnis: nicht gefolgt” "
        "with a reason."
    ),
    "finding.submission-changed": "In the Anregung {id}, “{field}” used to be “{before}”, and is now “{now}”.",
    "hint.submission-changed": (
        "Restore what was suggested or weighed. If it was taken down wrongly, the correction can stay."
    ),
    "finding.history-entry-removed": "The entry of {date} is missing; it said “{before}”.",
    "said.history-entry-removed.several": "{count} entries of the Verlauf are missing: {entries}.",
    "hint.history-entry-removed.several": (
        "Restore the entries. If one is wrong, add a new entry of today below it that corrects it."
    ),
    "hint.history-entry-removed": (
        "Restore the entry. If it is wrong, add a new entry of today below it that corrects it."
    ),
    "finding.history-entry-changed": "In the entry of {date}, “{field}” used to be “{before}”, and is now “{now}”.",
    "said.history-entry-changed.date": "The entry of {date} now has the day {now}.",
    "hint.history-entry-changed": (
        "Restore what stood there and add a new entry: ikonzept measure set-status or sachstand."
    ),
    "finding.history-report-rewritten": (
        "In the entry of {date} stands another {field}: it was “{before}”, and is now “{now}”."
    ),
    "hint.history-report-rewritten": (
        "Restore what was reported, and add a new entry that says what is new or corrects what was: ikonzept measure "
        "sachstand"
    ),
    "finding.history-report-changed": "In the entry of {date}, “{field}” used to be “{before}”, and is now “{now}”.",
    "hint.history-report-changed": (
        "If it was a slip of the pen, it can stay. Otherwise restore it and add a new entry: ikonzept measure sachstand"
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
    "check.since.compared": "Compared with {state}",
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
    "error.since-thing": "“{name}” is no earlier state, but something in the concept ({path}).",
    "hint.since-thing": (
        "Name a state with --since: a branch, a tag, a commit or an adopted Fortschreibung. To check only this file: "
        "ikonzept check --since {branch} {path}"
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
