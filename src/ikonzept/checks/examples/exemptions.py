"""Examples of what the exemptions rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
