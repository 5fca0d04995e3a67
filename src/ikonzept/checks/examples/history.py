"""Examples of what the history rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
