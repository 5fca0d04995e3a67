"""Examples of what the dates rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
