"""What the figures rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.year-implausible": "“{year}” cannot be a year here.",
    "hint.year-implausible": "Write the year with four digits, such as 2024.",
    "finding.value-twice": "There is a value for {of} already.",
    "hint.value-twice": "Delete the wrong one of the two rows or, if a sub-group is meant, name it under “merkmal”.",
    "finding.share-impossible": "There is no funding share of {share} %.",
    "hint.share-impossible": "Write the share in percent, more than 0 and at most 100; Euro stand under “betrag”.",
    "finding.ags-of-another-state": "The key {ags} is none of the Land {state}.",
    "hint.ags-of-another-state": (
        "Correct “ags” or “land”; the first two digits are the Land, 03 is Niedersachsen (NI)."
    ),
    "finding.ags-of-another-kind": "The key {ags} does not fit “{kind}”: it would have {digits} digits.",
    "hint.ags-of-another-kind": (
        "Correct “ags” or “art”: Landkreis, Region and kreisfreie Stadt have five digits, a Gemeinde or Stadt has eight."
    ),
}
