"""What the files rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.folder-unknown": "The concept does not know this folder; what lies in it is not read.",
    "hint.folder-unknown": "Rename it to “{meant}” if it belongs to the concept.",
    "finding.file-misplaced": "This file is not read here: its folder or its ending is wrong.",
    "hint.file-misplaced": "It belongs at {belongs}; if there is one already, delete one of the two.",
    "finding.file-unknown": "This file is no part of the concept and is not read.",
    "hint.file-unknown": "Put it into the right folder, move it to anlagen/ as an enclosure, or delete it.",
    "finding.id-used-twice": "The id “{id}” is already taken: {other}.",
    "hint.id-used-twice": "Give the newer of the two another id and adapt what refers to it.",
    "finding.file-names-alike": "The name differs from {other} in capitals only.",
    "hint.file-names-alike": "Rename or delete one of the two files.",
}
