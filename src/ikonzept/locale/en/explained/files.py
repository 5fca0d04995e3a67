"""Why the files rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "folder-unknown": Explained(
        rule="The concept's folders are named exactly as in the format: in lower case, without umlauts and ß.",
        why=(
            "ikonzept reads these folders only. What lies in “Maßnahmen” would be missing from every overview without "
            "anybody noticing."
        ),
    ),
    "file-misplaced": Explained(
        rule="Every file lies directly in the folder of its kind and has its ending; only texte/ has subfolders.",
        why="A measure in a subfolder, or with the ending .yml, is not read: it is in no report and no synopsis.",
    ),
    "file-unknown": Explained(
        rule="The concept's folders hold only its files; at the top konzept.yaml is the only YAML file.",
        why=(
            "Whoever puts a file there expects it to count. Notes belong under “intern” in the file they are about, "
            "enclosed documents into anlagen/."
        ),
    ),
    "id-used-twice": Explained(
        rule=(
            "Every id is used once: across measures, fields of action, goals, chapters, indicators, events, "
            "submissions, Vorlagen, editions, grants, budget lines of all years, units, actors, committees and "
            "guiding questions."
        ),
        why=(
            "References name the id alone. Where two things bear it, nobody can tell which is meant. So fiscal years "
            "are called haushalt/2022 and do not meet the edition 2022."
        ),
    ),
    "file-names-alike": Explained(
        rule="No two files have names that differ in capitals only.",
        why="On Windows and macOS they are one file: one overwrites the other.",
    ),
}
