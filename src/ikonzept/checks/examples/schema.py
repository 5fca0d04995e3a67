"""Examples of what the schema rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
