"""What the exemptions rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.exemption-unused": "This exemption is not needed: {rule} is not reported at {where}.",
    "hint.exemption-unused": "Delete the exemption, or write under “wo” the file that is meant.",
    "finding.exemption-expired": "The exemption from {rule} at {where} expired on {until}.",
    "hint.exemption-expired": "Mend what is found and delete the exemption, or give it a new reason and day.",
    "finding.exemption-unknown-rule": "There is no rule “{rule}”.",
    "hint.exemption-unknown-rule": "“ikonzept explain” lists all rules.",
    "finding.exemption-not-allowed": "There is no exemption from {rule}.",
    "hint.exemption-not-allowed": "Delete the exemption and mend what is found: else nobody knows what stands there.",
}
