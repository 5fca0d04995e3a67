"""Examples of what the files rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
