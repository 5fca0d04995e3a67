"""Examples of what the editions rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
