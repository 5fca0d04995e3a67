"""Why the figures rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "year-implausible": Explained(
        rule="Years of the monitoring, of Kosten and of Folgekosten have four digits and lie between 1900 and 2100.",
        why=(
            "A slip in a year goes unnoticed otherwise: the value then stands at the wrong end of the series and counts "
            "as the first or the last."
        ),
    ),
    "value-twice": Explained(
        rule="Each year has one value for each Merkmal.",
        why="Of two values for the same year only one can be right, and nobody sees which one is shown.",
    ),
    "share-impossible": Explained(
        rule="The funding share is more than 0 and at most 100 percent.",
        why="Nobody funds more than the costs. Mostly an amount in Euro is meant, or a comma has slipped.",
    ),
    "ags-of-another-state": Explained(
        rule="The first two digits of the Gemeindeschlüssel are those of the Land.",
        why="The statistics hang on this key. With a wrong one they belong to another area.",
        source="Statistisches Bundesamt, Gemeindeverzeichnis",
    ),
    "ags-of-another-kind": Explained(
        rule="The Gemeindeschlüssel is as long as the kind of Körperschaft asks for.",
        why=(
            "Five digits name a Kreis, a Region or a kreisfreie Stadt, eight a Gemeinde. Where the length does not fit, "
            "the key is that of another Körperschaft."
        ),
        source="Statistisches Bundesamt, Gemeindeverzeichnis",
    ),
}
