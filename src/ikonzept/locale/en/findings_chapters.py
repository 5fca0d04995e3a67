"""What the chapters rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.chapter-empty": "The chapter “{title}” has no text.",
    "hint.chapter-empty": "Write below the header what the chapter should say, or delete the file.",
    "finding.heading-level-one": "A heading of the first level: that is the title in the header already.",
    "hint.heading-level-one": "Begin with ## instead of #; if it only repeats the title, delete the line.",
    "finding.heading-level-skipped": "A heading cannot jump to this level ({level}) here yet.",
    "hint.heading-level-skipped": "Begin with {expected}, or insert a heading with {expected} above it.",
    "finding.image-without-alt": "The image “{file}” has no alternative text.",
    "hint.image-without-alt": "Write into the square brackets what it shows: ![Map of the advice centres](…)",
    "finding.broken-internal-link": "The link “{target}” leads nowhere.",
    "hint.broken-internal-link": "Check file and heading; the way begins in the folder of this file.",
    "finding.link-without-target": "This link leads nowhere.",
    "hint.link-without-target": "Write where it leads between the round brackets, or leave the text without brackets.",
    "finding.link-undefined": "Nothing says where “{name}” leads.",
    "hint.link-undefined": "Add a line “[{name}]: …” with its target, or write the target in round brackets behind it.",
    "finding.link-outside": "The link “{target}” leads out of the concept.",
    "hint.link-outside": "Put the file into anlagen/ and link to it from this file, such as ../anlagen/karte.png",
}
