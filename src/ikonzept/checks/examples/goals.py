"""Examples of what the goals rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
